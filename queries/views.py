"""What the explorer, the API and the pictures show: search, profiles, lines, structure, papers.

A view that is drawn is a `View`: a subgraph whose bodies carry what their card says, of at most MOST nodes.
"""

from __future__ import annotations

import json
from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from typing import TYPE_CHECKING, Any

from graph.model import Node, Relationship, Subgraph
from graph.timeline import first_day
from queries import wording
from queries.catalogue import run
from queries.chains import MEETING_KINDS, Named, people_at
from queries.evidence import entity_of
from queries.findings import Finding, find
from queries.matching import Names, read_names
from queries.profiles import profile

if TYPE_CHECKING:
    from graph.stores.base import Store

__all__ = ["View", "chain", "dates", "entity", "neighbourhood", "paper", "papers", "path", "search", "structure"]

MOST = 300
"""A view shows this many nodes at most, and says how many it leaves out."""

LINES = ("REPORTS_TO", "PART_OF", "SUPPORTS", "OVERSEES")
_FOLDED = ("Person", "Post", "Recommendation", "Resolution")
"""Labels that a neighbourhood leaves out, unless one of them is at its centre: they stand on the cards of bodies."""


@dataclass(frozen=True, slots=True)
class View(Subgraph):
    """A subgraph to be drawn. `hidden` counts the nodes that were left out to keep it readable."""

    hidden: int = 0


def search(store: Store, text: str, limit: int = 20) -> list[dict[str, Any]]:
    """What `text` may mean, best first: {"id", "name", "label", "kind", "aliases", "score"}.

    Names, aliases, acronyms and beginnings of words; numbers and words of recommendations too.
    """
    if not text.strip():
        return []
    names = Names(read_names(store))
    hits: list[dict[str, Any]] = [
        {
            "id": e.id,
            "name": e.name,
            "label": e.label,
            "kind": e.kind,
            "aliases": list(e.aliases),
            "score": round(score, 1),
        }
        for score, e in names.search(text)
    ]
    hits += _recommendations(store, names.words(text), names)
    return sorted(hits, key=lambda hit: (-hit["score"], hit["name"], hit["id"]))[:limit]


def _recommendations(store: Store, asked: frozenset[str], names: Names) -> list[dict[str, Any]]:
    """Recommendations whose number, words or issuer hold every word of `asked`."""
    hits = []
    for row in run(store, "recommendations", {}):
        kind, number = row["label"].lower(), (row["number"] or "").lower()
        words = names.words(f"{kind} {number} {row['text'] or row['name']} {row['issuer'] or ''}")
        if asked <= words:
            score = 70.0 if number and number in asked else 40.0
            hits.append({**entity_of(row), "aliases": [f"{kind} {number}"] if number else [], "score": score})
    return hits


def entity(store: Store, entity_id: str, as_at: str | None = None) -> dict[str, Any]:
    """The profile of `entity_id` (`queries.profiles.profile`), or {} when no paper names it."""
    return profile(store, entity_id, as_at)


def chain(store: Store, entity_id: str, as_at: str | None = None) -> list[list[dict[str, Any]]]:
    """Every line upward from `entity_id` to its top; each step with cadence, evidence and who is named there."""
    from queries.answers import chain_of
    from queries.gathering import gather

    known = run(store, "entities", {"ids": [entity_id]})
    if not known:
        return []
    gathered = gather(store, "accountable", entity_of(known[0]), as_at)
    return [list(chain_of(gathered, owned)) for owned in gathered.lines if owned.line or owned.owner]


def structure(store: Store, body_id: str | None = None, as_at: str | None = None) -> View:
    """The bodies at work and the lines between them as at a date; with `body_id`, what stands above and below it."""
    day = as_at or date.today().isoformat()
    rows = {row["entity"]: row for row in run(store, "bodies", {"as_at": day})}
    lines = run(store, "lines", {"as_at": day})
    findings = find(store, as_at)
    if body_id is not None:
        wanted = _above_and_below(lines, body_id)
    else:
        about = {e["id"] for finding in findings for e in finding.entities}
        touched = {line[end] for line in lines for end in ("from", "to")}
        meets = {i for i, row in rows.items() if row["members"] and row["kind"] in MEETING_KINDS}
        wanted = [i for i in rows if i in touched or i in about or i in meets]
        degree: dict[str, int] = defaultdict(int)
        for line in lines:
            degree[line["from"]] += 1
            degree[line["to"]] += 1
        wanted.sort(key=lambda i: (-degree[i], i))
    shown = [i for i in wanted if i in rows]
    return _view(store, [rows[i] for i in shown], lines, findings, day)


def _above_and_below(lines: Iterable[Mapping[str, Any]], body_id: str) -> list[str]:
    """`body_id`, then the bodies above and below it, nearest first. What oversees stands above what it oversees."""
    up: dict[str, set[str]] = defaultdict(set)
    down: dict[str, set[str]] = defaultdict(set)
    for line in lines:
        lower, upper = (line["to"], line["from"]) if line["type"] == "OVERSEES" else (line["from"], line["to"])
        up[lower].add(upper)
        down[upper].add(lower)
    found = [body_id]
    for beside in (up, down):
        seen, layer = {body_id}, [body_id]
        while layer:
            layer = sorted({other for at in layer for other in beside[at]} - seen)
            seen |= set(layer)
            found += [i for i in layer if i not in found]
    return found


def neighbourhood(store: Store, entity_id: str, as_at: str | None = None, depth: int = 1) -> View:
    """What the papers connect with `entity_id` within `depth` steps, with every relationship between what is shown."""
    day = as_at or date.today().isoformat()
    edges = run(store, "edges", {"as_at": day})
    label_of = _labels(store, {entity_id})
    if not label_of:
        return View()
    beside: dict[str, set[str]] = defaultdict(set)
    for edge in edges:
        beside[edge["from"]].add(edge["to"])
        beside[edge["to"]].add(edge["from"])
    centre = label_of[entity_id]["label"]
    found, layer = [entity_id], {entity_id}
    for _ in range(depth):
        near = sorted({other for at in layer for other in beside[at]} - set(found))
        labels = _labels(store, near)
        kept = [i for i in near if i in labels and (labels[i]["label"] not in _FOLDED or centre in _FOLDED)]
        label_of |= {i: labels[i] for i in kept}
        found += kept
        layer = set(kept)
    members = {row["entity"]: row["members"] for row in run(store, "bodies", {"as_at": day})}
    rows = [{**label_of[i], "members": members.get(i)} for i in found]
    return _view(store, rows, edges, find(store, as_at), day)


def _labels(store: Store, ids: Iterable[str]) -> dict[str, dict[str, Any]]:
    wanted = sorted(ids)
    return {row["entity"]: row for row in run(store, "entities", {"ids": wanted})} if wanted else {}


def _view(
    store: Store,
    rows: Sequence[Mapping[str, Any]],
    lines: Iterable[Mapping[str, Any]],
    findings: Iterable[Finding],
    day: str,
) -> View:
    """The drawing of `rows`, best first, and of the lines between them."""
    shown = rows[:MOST]
    ids = {row["entity"] for row in shown}
    people = people_at(store, [row["entity"] for row in shown if row["label"] == "Body"], day)
    badges: dict[str, list[str]] = defaultdict(list)
    orphans, contested, steps = set(), set(), set()
    for finding in findings:
        about = finding.entities if finding.steps else finding.entities[:1]
        for one in about:
            if finding.badge and finding.badge not in badges[one["id"]]:
                badges[one["id"]].append(finding.badge)
        steps |= {(step["from"]["id"], step["to"]["id"]) for step in finding.steps}
        if finding.check == "body-without-line-upward":
            orphans.add(finding.entities[0]["id"])
        if finding.check == "contested-chair":
            contested.add(finding.entities[0]["id"])
    nodes = [
        Node(
            row["entity"],
            ("Entity", row["label"]),
            {
                "name": row["name"],
                "kind": row["kind"] or "",
                "chair": _chair(row, people.get(row["entity"], []), row["entity"] in contested),
                "members": row["members"],
                "badges": badges.get(row["entity"], []),
                "orphan": row["entity"] in orphans,
            },
        )
        for row in shown
    ]
    relationships = [
        Relationship(
            line["id"],
            line["type"],
            line["from"],
            line["to"],
            {
                "modality": line["modality"],
                "cadence": wording.often(line["cadence"]) or None,
                "statements": list(line["statements"]),
                "finding": line["type"] == "REPORTS_TO" and (line["from"], line["to"]) in steps,
            },
        )
        for line in lines
        if line["from"] in ids and line["to"] in ids
    ]
    return View(tuple(nodes), tuple(relationships), hidden=len(rows) - len(shown))


def _chair(row: Mapping[str, Any], named: Sequence[Named], contested: bool) -> str:
    """What a card says of the chair; nothing where a chair is not what one looks for, as with a department."""
    if contested:
        return f"Chair: contested ({len(named)})"
    if not named:
        return "Chair: not stated" if row["kind"] in MEETING_KINDS else ""
    independent = all(any("independent" in role.lower() for role in one.role) for one in named)
    title = ("Independent chair" if independent else "Chair") + ("s" if len(named) > 1 else "")
    return f"{title}: {wording.listed([_name(one) for one in named])}"


def _name(one: Named) -> str:
    held = f" ({wording.listed([h.entity['name'] for h in one.holders])})" if one.holders else ""
    return f"{one.entity['name']}{held}"


def path(store: Store, start: str, end: str, as_at: str | None = None) -> list[dict[str, Any]]:
    """One shortest path between two entities over what the papers state, as edges in order; [] where there is none."""
    from queries.paths import shortest_path

    edges = run(store, "edges", {"as_at": as_at or date.today().isoformat()})
    return [dict(edge) for edge in shortest_path((e for e in edges if e["modality"] != "proposed"), start, end)]


def papers(store: Store) -> list[dict[str, Any]]:
    """The papers loaded by date: {"id", "name", "title", "kind", "date", "statements" (how many)}."""
    return run(store, "papers", {})


def paper(store: Store, paper_id: str) -> dict[str, Any]:
    """One paper: its text, its blocks and parts, its statements as offsets into the text; {} when it isn't loaded."""
    found = run(store, "paper", {"id": paper_id})
    if not found:
        return {}
    blocks = [
        dict(zip(("kind", "start", "end", "page", "level", "number", "cells"), b, strict=True))
        for b in json.loads(found[0]["blocks"] or "[]")
    ]
    parts = [
        dict(zip(("start", "end", "kind", "title", "body", "date"), p, strict=True))
        for p in json.loads(found[0]["parts"] or "[]")
    ]
    return {
        **found[0],
        "blocks": blocks,
        "parts": parts,
        "statements": run(store, "statements-of-paper", {"id": paper_id}),
    }


def dates(store: Store) -> list[str]:
    """The days on which the papers report something, the earliest first."""
    return sorted({first_day(row["date"]) for row in run(store, "dates", {})})
