"""What a review or a body recommended, and whom each recommendation asks to act."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Any

from queries import wording
from queries.answers import Answer, composed, papers_searched, unstated
from queries.catalogue import run
from queries.evidence import Evidence, entity_of, evidence_for, read_evidence
from queries.gathering import today

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from graph.stores.base import Store
    from queries.questions import Question


def recommended(store: Store, asked: Question, subject: dict[str, Any], as_at: str | None) -> Answer:
    """The recommendations (or resolutions) of `subject`, or the addressees of the one whose number was asked for."""
    noun = "resolution" if asked.kind == "resolutions" else "recommendation"
    rows = run(store, "recommendations-of", {"id": subject["id"], "as_at": as_at or today()})
    found = _by_recommendation(row for row in rows if row["label"].lower() == noun)
    if asked.number:
        found = [r for r in found if bare_number(r["number"]) == bare_number(asked.number)]
    statements = {s for r in found for s in (*r["statements"], *(s for to in r["to"] for s in to["statements"]))}
    evidence = read_evidence(store, statements)
    searched = papers_searched(store)
    if asked.number:
        return _addressees(asked, subject, as_at, found, evidence, searched)
    about = wording.named(subject)
    if not found:
        gap = f"the papers loaded state no {noun} of {about}"
        return unstated(asked, as_at, subject, searched, gap)
    head = f"the papers give {wording.counted(len(found), noun)} of {about}"
    missing = [
        f"the papers loaded do not state to whom {_called(r)} is addressed"
        for r in found
        if not r["to"] and noun == "recommendation"
    ]
    text = composed([[head], *([_told(r)] for r in found)], as_at, searched)
    return Answer(
        asked.text, as_at, "stated", subject, searched, text,
        answers=tuple(_entry(r, evidence, as_at) for r in found), missing=tuple(map(wording.sentence, missing)),
    )  # fmt: skip


def bare_number(number: str | None) -> str:
    """The number of a recommendation without its letter prefix and punctuation: "R14." → "14"."""
    return re.sub(r"^r(?:ec)?(?=\d)|[^\w.]|\.$", "", (number or "").lower()).rstrip(".")


def _by_recommendation(rows: Iterable[Mapping[str, Any]]) -> list[dict[str, Any]]:
    found: dict[str, dict[str, Any]] = {}
    for row in rows:
        one = found.setdefault(
            row["entity"],
            {
                **{k: row[k] for k in ("number", "text", "timescale", "reported_on", "statements")},
                "entity": _entity(row),
                "to": [],
            },
        )
        if (
            row["addressee"]
            and row["address_modality"] != "negated"
            and all(to["entity"]["id"] != row["addressee"] for to in one["to"])
        ):
            one["to"].append({"entity": entity_of(row, "addressee"), "statements": row["address_statements"]})
    return sorted(found.values(), key=lambda r: (_order(r["number"]), r["entity"]["id"]))


def _entity(row: Mapping[str, Any]) -> dict[str, Any]:
    return {"id": row["entity"], "name": row["name"], "label": row["label"], "kind": None}


def _order(number: str | None) -> tuple[bool, list[tuple[int, str]]]:
    parts = re.findall(r"\d+|[a-z]+", (number or "").lower())
    return (not parts, [(int(p), "") if p.isdigit() else (0, p) for p in parts])


def _entry(one: dict[str, Any], evidence: Mapping[str, Evidence], as_at: str | None) -> dict[str, Any]:
    return {
        "entity": one["entity"],
        "predicate": "ISSUED",
        "since": None,
        "until": None,
        "reported_on": one["reported_on"],
        "number": one["number"],
        "words": one["text"],
        "timescale": one["timescale"],
        "addressed_to": [
            {"entity": to["entity"], "evidence": evidence_for(evidence, to["statements"], as_at)} for to in one["to"]
        ],
        "evidence": evidence_for(evidence, one["statements"], as_at),
    }


def _called(one: dict[str, Any]) -> str:
    noun = one["entity"]["label"].lower()
    return f"{noun} {wording.number(one['number'])}" if one["number"] else f"the {noun} “{one['entity']['name']}”"


def _told(one: dict[str, Any]) -> str:
    to = wording.listed([wording.named(t["entity"]) for t in one["to"]])
    called = _called(one) if one["number"] else one["entity"]["label"].lower()
    asked = one["entity"]["label"] == "Recommendation"
    addressed = f", addressed to {to}" if to else ", with no addressee stated" if asked else ""
    return f"{called}: {wording.quoted(one['text'] or one['entity']['name'])}{addressed}"


def _addressees(
    asked: Question,
    subject: dict[str, Any],
    as_at: str | None,
    found: list[dict[str, Any]],
    evidence: Mapping[str, Evidence],
    searched: int,
) -> Answer:
    about = f"recommendation {asked.number} of {wording.named(subject)}"
    if not found:
        gap = f"the papers loaded give no {about}"
        return unstated(asked, as_at, subject, searched, gap)
    to = [t for one in found for t in one["to"]]
    told = [f"{about} reads: {wording.quoted(found[0]['text'] or found[0]['entity']['name'])}"]
    answers = tuple(
        {
            "entity": t["entity"],
            "predicate": "ADDRESSED_TO",
            "since": None,
            "until": None,
            "reported_on": found[0]["reported_on"],
            "evidence": evidence_for(evidence, t["statements"], as_at),
        }
        for t in {t["entity"]["id"]: t for t in to}.values()
    )
    missing = () if to else (wording.sentence(f"the papers loaded do not state to whom {about} is addressed"),)
    told += [f"it is addressed to {wording.named(a['entity'])}: {wording.cited(a['evidence'][-1])}" for a in answers]
    text = composed([told, missing], as_at, searched)
    return Answer(
        asked.text, as_at, "stated" if to else "not-stated", subject, searched, text, answers=answers, missing=missing
    )
