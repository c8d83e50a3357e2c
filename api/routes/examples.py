"""Examples of every answer, as OpenAPI shows them: the invented borough of Harrowmere, lists cut to one.

A test asks the real server what these routes answer over the example papers, and compares the forms.
"""

from __future__ import annotations

from typing import Any

Json = dict[str, Any]

_SUB_GROUP: Json = {
    "id": "body:exploitation-sub-group--harrowmere",
    "name": "Exploitation Sub Group",
    "label": "Body",
    "kind": "sub-group",
}
_BOARD: Json = {
    "id": "body:harrowmere-safeguarding-children-board",
    "name": "Harrowmere Safeguarding Children Board",
    "label": "Body",
    "kind": "board",
}
_PLAN: Json = {
    "id": "instrument:exploitation-action-plan--harrowmere",
    "name": "Exploitation Action Plan",
    "label": "Instrument",
    "kind": "plan",
}
_CHAIR: Json = {"id": "person:r-mensah--harrowmere", "name": "R. Mensah", "label": "Person", "kind": None}
_PAPER: Json = {
    "id": "paper:2013-06-04-exploitation-sub-group-terms-of-reference-md-d98910",
    "name": "2013-06-04-exploitation-sub-group-terms-of-reference.md",
    "title": "Exploitation Sub Group – Terms of Reference",
    "kind": "terms of reference",
    "date": "2013-06-04",
}


def _evidence(quote: str, start: int, rule: str) -> Json:
    return {
        "statement": "statement:32f2200ea2b9958c",
        "document": _PAPER["name"],
        "document_id": _PAPER["id"],
        "title": _PAPER["title"],
        "date": _PAPER["date"],
        "page": None,
        "start": start,
        "end": start + len(quote),
        "quote": quote,
        "rule": rule,
    }


_OWNED = _evidence("The Exploitation Action Plan is owned by the Exploitation Sub Group", 1073, "cue:owned-by")
_REPORTS = _evidence("The Exploitation Sub Group reports to the HSCB", 880, "cue:reports-to")
_CHAIRED = _evidence("The Independent Chair of the HSCB is R. Mensah", 610, "cue:chair-of")
_FACT: Json = {
    "entity": _BOARD,
    "predicate": "REPORTS_TO",
    "modality": "asserted",
    "since": None,
    "until": None,
    "reported_on": "2013-06-04",
    "superseded_on": None,
    "cadence": "quarterly",
    "role": None,
    "evidence": [_REPORTS],
}
_NAMED: Json = {
    "entity": _CHAIR,
    "predicate": "CHAIRS",
    "role": "independent chair",
    "holders": [],
    "evidence": [_CHAIRED],
}
_STEP: Json = {
    "entity": _BOARD,
    "predicate": "REPORTS_TO",
    "cadence": "quarterly",
    "people": [_NAMED],
    "evidence": [_REPORTS],
}
_OWNER: Json = {
    "entity": _SUB_GROUP,
    "predicate": "ACCOUNTABLE_FOR",
    "cadence": None,
    "people": [],
    "evidence": [_OWNED],
}

SEARCH: Json = {
    "items": [{**_SUB_GROUP, "aliases": ["ESG"], "score": 63.3}],
    "total": 10,
    "limit": 20,
    "offset": 0,
}

ENTITY: Json = {
    **_SUB_GROUP,
    "aliases": ["ESG"],
    "place": "harrowmere",
    "as_at": "2013-12-10",
    "papers": [_PAPER],
    "groups": [
        {
            "title": "Reports to",
            "predicate": "REPORTS_TO",
            "direction": "out",
            "status": "stated",
            "facts": [{**_FACT, "status": "stated"}],
        }
    ],
}

CHAIN: Json = {"entity": _SUB_GROUP["id"], "as_at": "2013-12-10", "chain": [[_STEP]]}

PATH: Json = {
    "start": _SUB_GROUP["id"],
    "end": _BOARD["id"],
    "as_at": "2013-12-10",
    "path": [
        {
            "id": "line:40a3f97f290ff23d",
            "from": _SUB_GROUP["id"],
            "type": "REPORTS_TO",
            "to": _BOARD["id"],
            "modality": "asserted",
            "kind": None,
            "cadence": ["quarterly"],
            "role": None,
            "statements": ["statement:32f2200ea2b9958c"],
        }
    ],
}

ANSWER: Json = {
    "question": "who is accountable for the exploitation action plan?",
    "as_at": "2013-12-10",
    "status": "stated",
    "subject": _PLAN,
    "answers": [
        {
            **_FACT,
            "entity": _SUB_GROUP,
            "predicate": "ACCOUNTABLE_FOR",
            "cadence": None,
            "role": "owner",
            "evidence": [_OWNED],
        }
    ],
    "chain": [[_OWNER, _STEP]],
    "superseded": [],
    "proposed": [],
    "missing": ["The papers loaded do not name who chairs the Cabinet."],
    "did_you_mean": [],
    "text": "As at 10 December 2013, the Exploitation Sub Group is accountable for the Exploitation Action Plan "
    "(owner): “The Exploitation Action Plan is owned by the Exploitation Sub Group” (Exploitation Sub Group – Terms "
    "of Reference, 4 June 2013).",
    "searched": 8,
}

FINDINGS: Json = {
    "items": [
        {
            "id": f"two-or-more-lines:{_SUB_GROUP['id']}",
            "check": "two-or-more-lines",
            "severity": "low",
            "title": "Two or more lines upward",
            "text": "The papers loaded state that the Exploitation Sub Group reports to the Cabinet and to the "
            "Harrowmere Safeguarding Children Board.",
            "badge": "two lines",
            "why": "Who reports to two bodies can be held to account by neither.",
            "entities": [_SUB_GROUP],
            "evidence": [_REPORTS],
            "steps": [],
            "guidance": ["Delivering Good Governance in Local Government: Framework (CIPFA and SOLACE, 2016)"],
            "remedy": "Say which line is for accountability and which for information.",
            "waiver": None,
        }
    ],
    "total": 1,
    "limit": 100,
    "offset": 0,
    "as_at": "2013-12-10",
    "checks": {"two-or-more-lines": 1},
}

PAPERS: Json = {"items": [{**_PAPER, "statements": 26}], "total": 8, "limit": 100, "offset": 0, "as_at": None}

PAPER: Json = {
    **_PAPER,
    "sha256": "3f285ce78ce8c499399ae01e0083b3f0b8a9afa868517d47164803942647ed3b",
    "text": "Example paper written for Answerable. Harrowmere is an invented borough and nobody named here exists. …",
    "blocks": [{"kind": "paragraph", "start": 0, "end": 101, "page": None, "level": None, "number": None, "cells": []}],
    "parts": [
        {
            "start": 0,
            "end": 2497,
            "kind": "terms of reference",
            "title": _PAPER["title"],
            "body": "Exploitation Sub Group",
            "date": "2013-06-04",
        }
    ],
    "statements": [
        {
            "statement": "statement:32f2200ea2b9958c",
            "predicate": "REPORTS_TO",
            "modality": "asserted",
            "subject": _SUB_GROUP["id"],
            "subject_name": _SUB_GROUP["name"],
            "object": _BOARD["id"],
            "object_name": _BOARD["name"],
            "start": _REPORTS["start"],
            "end": _REPORTS["end"],
            "page": None,
            "quote": _REPORTS["quote"],
            "rule": _REPORTS["rule"],
            "date": "2013-06-04",
            "since": None,
            "until": None,
            "cadence": "quarterly",
            "role": None,
        }
    ],
}

DATES: Json = {"items": ["2013-06-04", "2013-12-05"]}

_QUERY: Json = {
    "id": "who-chairs",
    "title": "Who chairs a body",
    "kind": "answer",
    "severity": None,
    "params": {"id": "id", "as_at": "date"},
    "columns": ["entity", "name", "label", "kind", "predicate", "modality", "since", "until"],
}

QUERIES: Json = {"items": [_QUERY], "total": 51, "limit": 100, "offset": 0}

QUERY: Json = {**_QUERY, "cypher": "MATCH (found:Entity)-[r:CHAIRS]->(asked:Entity) WHERE asked.id = $id\nRETURN …"}

ROWS: Json = {
    "items": [
        {
            "entity": _CHAIR["id"],
            "name": _CHAIR["name"],
            "label": "Person",
            "kind": None,
            "predicate": "CHAIRS",
            "modality": "asserted",
            "since": None,
            "until": None,
            "reported_on": "2013-12-05",
            "holds_from": "2013-12-05",
            "holds_to": "9999-12-31",
            "time": "then",
            "superseded_on": None,
            "cadence": None,
            "role": ["independent chair"],
            "status": None,
            "statements": ["statement:32f2200ea2b9958c"],
        }
    ],
    "total": 1,
    "limit": 100,
    "offset": 0,
    "query": "who-chairs",
    "parameters": {"id": _BOARD["id"], "as_at": "2013-12-10"},
}

VIEW: Json = {
    "as_at": "2013-12-10",
    "hidden": 0,
    "nodes": [
        {
            "id": _SUB_GROUP["id"],
            "labels": ["Entity", "Body"],
            "name": _SUB_GROUP["name"],
            "kind": "sub-group",
            "chair": "Chair: contested (2)",
            "members": 14,
            "badges": ["contested"],
            "orphan": False,
        }
    ],
    "relationships": [
        {
            "id": "line:35131b7bd4c48ae8",
            "type": "REPORTS_TO",
            "start": _SUB_GROUP["id"],
            "end": _BOARD["id"],
            "modality": "asserted",
            "cadence": "quarterly",
            "statements": ["statement:32f2200ea2b9958c"],
            "finding": False,
        }
    ],
}

SVG = '<svg xmlns="http://www.w3.org/2000/svg" class="structure-chart" role="group" …>…</svg>'
MERMAID = 'flowchart BT\n  n0["Exploitation Sub Group"]\n  n1["Harrowmere Safeguarding Children Board"]\n  n0 --> n1'
PAGE = "<!doctype html>…"

SUMMARY: Json = {
    "papers": 8,
    "statements": 237,
    "entities": 169,
    "labels": {"Body": 27, "Person": 34, "Post": 57, "Instrument": 6},
}
