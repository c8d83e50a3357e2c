"""Statements → the nodes and relationships of the graph: pure, and the same for the same statements in any order.

One relationship stands for all statements that say the same (subject, predicate, object, modality, period). Where
they differ in a detail (two papers give two cadences) every value is kept. Where only one can hold at a time (who
chairs a body, who holds a post), a later report of another supersedes the earlier one from the day that it gives.
"""

from __future__ import annotations

import hashlib
import json
from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from datetime import date, timedelta
from typing import Any

from graph.model import Document, Entity, Node, Relationship, Statement
from graph.timeline import first_day, last_day
from graph.vocabulary import LIST_QUALIFIERS, PREDICATES, STATEMENT_PROPERTIES

BEGINNING, END = "0001-01-01", "9999-12-31"

Group = tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Resolved:
    """A statement with both ends resolved to entity ids: what a relationship is assembled from."""

    id: str
    document_id: str
    subject: str
    predicate: str
    object: str
    modality: str
    qualifiers: Mapping[str, str] = field(default_factory=dict, hash=False)
    reported_on: str | None = None

    @property
    def group(self) -> Group:
        """The statements that must be assembled together with this one."""
        if PREDICATES[self.predicate].single:
            return (self.predicate, self.object)
        return (self.predicate, self.subject, self.object)

    @property
    def reported(self) -> str | None:
        """The first day on which it may have been reported, or None."""
        return first_day(self.reported_on) if self.reported_on else None


def relationships(statements: Iterable[Resolved]) -> tuple[Relationship, ...]:
    """The relationships that `statements` add up to; whole groups must be given. Ordered by id."""
    groups: dict[Group, list[Resolved]] = defaultdict(list)
    for statement in statements:
        groups[statement.group].append(statement)
    result = []
    for members in groups.values():
        runs = _runs(members)
        superseded = _superseded(runs) if PREDICATES[members[0].predicate].single else [None] * len(runs)
        result += [_relationship(run, until) for run, until in zip(runs, superseded, strict=True)]
    return tuple(sorted(result, key=lambda r: r.id))


def _place_in_time(statement: Resolved) -> tuple[str, str]:
    """Its (since, until) as stated; what happened on one day has that day as both."""
    on = statement.qualifiers.get("on")
    return (on, on) if on else (statement.qualifiers.get("since", ""), statement.qualifiers.get("until", ""))


def _role_class(statement: Resolved) -> str:
    role = statement.qualifiers.get("role", "").lower()
    return "vice" if statement.predicate == "CHAIRS" and ("vice" in role or "deputy" in role) else ""


def _runs(members: list[Resolved]) -> list[list[Resolved]]:
    """Statements that say the same, apart where another holder was reported in between (A, then B, then A again)."""
    said: dict[tuple[str, ...], list[Resolved]] = defaultdict(list)
    for s in members:
        said[(s.subject, s.object, s.modality, *_place_in_time(s), _role_class(s))].append(s)
    if not PREDICATES[members[0].predicate].single:
        return [sorted(run, key=_order) for _, run in sorted(said.items())]
    runs = []
    for key, same in sorted(said.items()):
        others = {
            s.reported
            for s in members
            if s.subject != key[0] and s.modality == key[2] == "asserted" and _role_class(s) == key[-1] and s.reported
        }
        run: list[Resolved] = []
        for statement in sorted(same, key=_order):
            last = run[-1].reported if run else None
            if last and statement.reported and any(last < other < statement.reported for other in others):
                runs.append(run)
                run = []
            run.append(statement)
        runs.append(run)
    return runs


def _order(statement: Resolved) -> tuple[str, str]:
    return (statement.reported or "", statement.id)


def _superseded(runs: list[list[Resolved]]) -> list[str | None]:
    """For each run, the day from which a later report of another holder replaces it, or None.

    A post that one paper gives to several people at once is shared by them, so nobody supersedes anybody.
    """
    holders: dict[tuple[str, str], set[str]] = defaultdict(set)
    for run in runs:
        for s in run:
            if s.predicate == "HOLDS_POST" and s.modality == "asserted" and "until" not in s.qualifiers:
                holders[(s.document_id, s.object)].add(s.subject)
    if any(len(people) > 1 for people in holders.values()):
        return [None] * len(runs)
    return [_replaced(run, runs) for run in runs]


def _replaced(run: list[Resolved], runs: list[list[Resolved]]) -> str | None:
    last = max((s.reported for s in run if s.reported), default=None)
    if last is None or run[0].modality != "asserted":
        return None
    days = []
    for other in runs:
        first = min((s.reported for s in other if s.reported), default=None)
        same_seat = other[0].modality == "asserted" and _role_class(other[0]) == _role_class(run[0])
        if first is None or other[0].subject == run[0].subject or not same_seat or first <= last:
            continue
        since, until = _place_in_time(other[0])
        if until and last_day(until) <= last:
            continue  # over before this one was last reported
        start = first_day(since) if since else first
        days.append(max(start, (date.fromisoformat(last) + timedelta(days=1)).isoformat()))
    return min(days, default=None)


def _relationship(run: list[Resolved], superseded_on: str | None) -> Relationship:
    one = run[0]
    since, until = _place_in_time(one)
    reported = sorted(s.reported for s in run if s.reported)
    first = reported[0] if reported else None
    holds_from, holds_to = _holds(one, since, until, first)
    if superseded_on:
        holds_to = min(holds_to, (date.fromisoformat(superseded_on) - timedelta(days=1)).isoformat())
    again = first or "" if PREDICATES[one.predicate].single else ""
    digest = hashlib.sha256(
        "\x1f".join(
            [one.subject, one.predicate, one.object, one.modality, since, until, _role_class(one), again]
        ).encode()
    )
    properties: dict[str, Any] = {
        "statements": sorted(s.id for s in run),
        "modality": one.modality,
        "since": since or None,
        "until": until or None,
        "holds_from": holds_from,
        "holds_to": holds_to,
        "superseded_on": superseded_on,
        "first_reported": first,
        "last_reported": reported[-1] if reported else None,
    }
    for name in LIST_QUALIFIERS:
        properties[name] = sorted({s.qualifiers[name] for s in run if s.qualifiers.get(name)}) or None
    return Relationship(f"line:{digest.hexdigest()[:16]}", one.predicate, one.subject, one.object, properties)


def _holds(statement: Resolved, since: str, until: str, first_reported: str | None) -> tuple[str, str]:
    """The first and last day on which it counts.

    From the day stated, else from the day of the report. What a paper calls past counts only within a stated end;
    attendance without a date counts on the day of its paper.
    """
    start = first_day(since) if since else first_reported or BEGINNING
    end = last_day(until) if until else END
    if statement.modality == "historical":
        if not until:
            return END, BEGINNING
        start = first_day(since) if since else BEGINNING
    if statement.predicate in ("ATTENDED", "APOLOGIES") and not until:
        end = last_day(statement.reported_on) if statement.reported_on else END
    return start, end


def entity_node(entity: Entity) -> Node:
    """The node of a resolved entity, labelled Entity and its own label."""
    properties = {
        "name": entity.name,
        "aliases": list(entity.aliases) or None,
        "kind": entity.kind,
        **entity.attributes,
    }
    return Node(entity.id, ("Entity", entity.label), properties)


def statement_node(statement: Statement) -> Node:
    """The node of a statement; `subject_ref`/`object_ref` are the entities' ids within its paper."""
    properties: dict[str, Any] = {
        "predicate": statement.predicate,
        "modality": statement.modality,
        "quote": statement.span.quote,
        "start": statement.span.start,
        "end": statement.span.end,
        "page": statement.span.page,
        "rule": statement.rule,
        "reported_on": statement.reported_on,
        "document": statement.span.document_id,
        "subject_name": statement.subject.name,
        "object_name": statement.object.name,
        "subject_ref": statement.subject.id,
        "object_ref": statement.object.id,
        **statement.qualifiers,
    }
    assert set(properties) <= set(STATEMENT_PROPERTIES)
    return Node(statement.id, ("Statement",), properties)


def document_node(document: Document, entities: Iterable[Entity]) -> Node:
    """The node of a paper: text, and blocks, parts and entities as JSON, so that it can be shown without the file."""
    blocks = [[b.kind, b.start, b.end, b.page, b.level, b.number, [list(c) for c in b.cells]] for b in document.blocks]
    parts = [[p.start, p.end, p.kind, p.title, p.body, p.date] for p in document.parts]
    named = [
        [e.id, e.label, e.name, list(e.aliases), e.kind, dict(sorted(e.attributes.items()))]
        for e in sorted(entities, key=lambda e: e.id)
    ]
    properties = {
        "name": document.name,
        "title": document.title,
        "kind": document.kind,
        "date": document.date,
        "sha256": document.sha256,
        "text": document.text,
        "blocks": _json(blocks),
        "parts": _json(parts),
        "entities": _json(named),
    }
    return Node(document.id, ("Document",), properties)


def entities_of(stored: str) -> tuple[Entity, ...]:
    """The entities that `document_node` wrote as JSON."""
    return tuple(
        Entity(i, label, name, tuple(aliases), kind, attributes)
        for i, label, name, aliases, kind, attributes in json.loads(stored)
    )


def _json(value: Any) -> str:
    return json.dumps(value, ensure_ascii=False, separators=(",", ":"))
