"""How two entities are connected: one shortest path over what the papers state as at a date, always the same one."""

from __future__ import annotations

from collections import deque
from collections.abc import Iterable, Mapping
from typing import TYPE_CHECKING, Any

from queries import wording
from queries.answers import Answer, composed, papers_searched, unstated
from queries.catalogue import run
from queries.evidence import entity_of, evidence_for, read_evidence
from queries.gathering import today
from queries.kinds import READINGS

if TYPE_CHECKING:
    from graph.stores.base import Store
    from queries.questions import Question

_STEP_WEIGHT = ("REPORTS_TO", "ACCOUNTABLE_FOR", "CHAIRS", "PART_OF", "SUPPORTS", "OVERSEES")
"""Of several relationships between two neighbours, the first of these is told."""


def shortest_path(edges: Iterable[Mapping[str, Any]], start: str, end: str) -> list[Mapping[str, Any]]:
    """The edges of one shortest path between two ids, whatever their direction; [] where there is none.

    Breadth first, O(V + E); of several shortest paths the one whose ids sort first.
    """
    beside: dict[str, list[tuple[str, int, str, Mapping[str, Any]]]] = {}
    for edge in edges:
        rank = _STEP_WEIGHT.index(edge["type"]) if edge["type"] in _STEP_WEIGHT else len(_STEP_WEIGHT)
        beside.setdefault(edge["from"], []).append((edge["to"], rank, edge["id"], edge))
        beside.setdefault(edge["to"], []).append((edge["from"], rank, edge["id"], edge))
    came: dict[str, Mapping[str, Any]] = {}
    seen, todo = {start}, deque([start])
    while todo and end not in seen:
        at = todo.popleft()
        for other, _, _, edge in sorted(beside.get(at, ()), key=lambda row: row[:3]):
            if other not in seen:
                seen.add(other)
                came[other] = edge
                todo.append(other)
    path: list[Mapping[str, Any]] = []
    at = end
    while at != start and at in came:
        path.append(came[at])
        at = came[at]["from"] if came[at]["to"] == at else came[at]["to"]
    return path[::-1]


def connection(
    store: Store, asked: Question, subject: dict[str, Any], other: dict[str, Any], as_at: str | None
) -> Answer:
    """How `subject` and `other` are connected by what the papers state; proposed steps do not connect."""
    edges = [e for e in run(store, "edges", {"as_at": as_at or today()}) if e["modality"] != "proposed"]
    path = shortest_path(edges, subject["id"], other["id"])
    searched = papers_searched(store)
    one, two = wording.named(subject), wording.named(other)
    if not path:
        same = subject["id"] == other["id"]
        gap = (
            f"{one} and {two} are the same"
            if same
            else f"the papers loaded do not state a connection between {one} and {two}"
        )
        return unstated(asked, as_at, subject, searched, gap)
    ids = sorted({e[end] for e in path for end in ("from", "to")})
    entities = {row["entity"]: entity_of(row) for row in run(store, "entities", {"ids": ids})}
    evidence = read_evidence(store, {s for e in path for s in e["statements"]})
    steps, told, at = [], [], subject["id"]
    for edge in path:
        at = edge["to"] if edge["from"] == at else edge["from"]
        found = evidence_for(evidence, edge["statements"], as_at)
        clause = READINGS[edge["type"]].format(
            subject=wording.named(entities[edge["from"]]), object=wording.named(entities[edge["to"]])
        )
        told.append(f"{clause}: {wording.cited(found[-1])}" if found else clause)
        cadence = " and ".join(edge["cadence"] or ()) or None
        steps.append({"entity": entities[at], "predicate": edge["type"], "cadence": cadence, "evidence": found})
    head = f"{one} and {two} are connected in {wording.counted(len(path), 'step')}"
    return Answer(
        asked.text,
        as_at,
        "stated",
        subject,
        searched,
        composed([[head], *([t] for t in told)], as_at, searched),
        chain=(tuple(steps),),
    )
