"""Lines of accountability upward: every step to the top, and the person or post named at each step, or the gap."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from queries.catalogue import run
from queries.evidence import entity_of

if TYPE_CHECKING:
    from graph.stores.base import Store

Row = Mapping[str, Any]

MOST_BODIES = 200
"""How many bodies are asked for their line on the way up: each once, so that a dense graph stays cheap."""

MOST_LINES = 12
"""A dense graph has very many ways to the top; these are enough to read."""

APEX_KINDS = frozenset(
    (
        "council",
        "department",
        "agency",
        "inspectorate",
        "force",
        "office-holder",
        "charity",
        "trust",
        "company",
        "school",
    )
)
"""Kinds of body whose own line upward lies outside the papers of a partnership: nobody expects it to be stated."""


MEETING_KINDS = frozenset(
    ("board", "committee", "commission", "partnership", "sub-group", "operational group", "group", "panel", "forum")
)
"""Kinds of body that meet, and of which one therefore asks who is in the chair."""


@dataclass(frozen=True, slots=True)
class Line:
    """One way to the top: its steps, rows of `reports-to` with "from" and "to", and the name at which it closes."""

    steps: tuple[Row, ...]
    returns_to: str | None = None


def lines_above(store: Store, start: str, as_at: str) -> list[Line]:
    """Every line upward from entity `start` as at a date, in a stable order, at most MOST_LINES; [] where none is."""
    above: dict[str, list[Row]] = {}
    waiting = [start]
    while waiting and len(above) < MOST_BODIES:
        body = waiting.pop(0)
        if body in above:
            continue
        steps: dict[str, Row] = {}
        for row in run(store, "reports-to", {"id": body, "as_at": as_at}):
            if row["modality"] == "asserted" and row["time"] == "then":
                steps.setdefault(row["entity"], {**row, "from": body, "to": row["entity"]})
        above[body] = list(steps.values())
        waiting += steps
    lines: list[Line] = []
    _climb(start, (), frozenset((start,)), above, lines)
    return lines


def _climb(
    at: str, steps: tuple[Row, ...], seen: frozenset[str], above: Mapping[str, list[Row]], lines: list[Line]
) -> None:
    if len(lines) >= MOST_LINES:
        return
    further = above.get(at, [])
    if steps and not further:
        lines.append(Line(steps))
    for row in further:
        if row["to"] in seen:
            lines.append(Line((*steps, row), returns_to=row["name"]))
        else:
            _climb(row["to"], (*steps, row), seen | {row["to"]}, above, lines)


@dataclass(frozen=True, slots=True)
class Named:
    """Someone named at a body or post: the entity, by which predicate, in what role, on which statements."""

    entity: dict[str, Any]
    predicate: str
    role: tuple[str, ...]
    status: tuple[str, ...]
    statements: tuple[str, ...]
    holders: tuple[Named, ...] = ()
    """Where the one named is a post: the people who hold it."""


def people_at(store: Store, places: Iterable[str], as_at: str) -> dict[str, list[Named]]:
    """Who is named as chair of each body, or holder of each post, of `places` as at a date."""
    wanted = sorted(set(places))
    rows = run(store, "named-people", {"ids": wanted, "as_at": as_at}) if wanted else []
    posts = sorted({row["entity"] for row in rows if row["label"] == "Post"})
    holders = _by_place(run(store, "named-people", {"ids": posts, "as_at": as_at}), {}) if posts else {}
    return _by_place(rows, holders)


def _by_place(rows: Iterable[Row], holders: Mapping[str, list[Named]]) -> dict[str, list[Named]]:
    found: dict[str, list[Named]] = {}
    for row in rows:
        entity = entity_of(row)
        one = Named(
            entity,
            row["predicate"],
            tuple(row["role"] or ()),
            tuple(row["status"] or ()),
            tuple(row["statements"]),
            tuple(holders.get(entity["id"], ())),
        )
        at = found.setdefault(row["at"], [])
        if all(other.entity["id"] != entity["id"] for other in at):
            at.append(one)
    return {place: _rivals(named) for place, named in found.items()}


def _rivals(named: list[Named]) -> list[Named]:
    """`named` without a post that says no more than a person beside it: one they hold, or the chair's title itself."""
    people = {n.entity["id"] for n in named if n.entity["label"] == "Person"}
    return [
        n
        for n in named
        if not (
            people
            and n.entity["label"] == "Post"
            and (people & {h.entity["id"] for h in n.holders} or "chair" in n.entity["name"].lower())
        )
    ]
