"""What the papers say of one entity in one respect, as a canned answer query reads it, and how it settles.

A fact is one relationship: stated by one or more papers, holding from a day to a day. Only asserted facts, and past
ones within their stated period, count as how things were at a date; proposed, negated, earlier and later ones are
kept apart and shown as what they are.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any, Literal

from queries.evidence import Evidence, entity_of, evidence_for

Status = Literal["stated", "contested", "stated-none", "not-stated"]


@dataclass(frozen=True, slots=True)
class Fact:
    """One row of an answer query: the entity found, and how the papers relate it to what was asked about."""

    entity: dict[str, Any]
    predicate: str
    modality: str
    time: str
    since: str | None
    until: str | None
    reported_on: str | None
    holds_from: str
    holds_to: str
    superseded_on: str | None
    cadence: tuple[str, ...]
    role: tuple[str, ...]
    status: tuple[str, ...]
    statements: tuple[str, ...]

    @property
    def counts(self) -> bool:
        """Whether it is how things were at the date asked about."""
        return self.time == "then" and self.modality in ("asserted", "historical")

    @property
    def denies_all(self) -> bool:
        """Whether it says that there is none; a denial that names a body or a person only rules out that one."""
        return self.modality == "negated" and self.entity["label"] not in ("Body", "Person")

    @property
    def vice(self) -> bool:
        """Whether it is a vice or deputy chair, who does not rival the chair."""
        return any(word in role.lower() for role in self.role for word in ("vice", "deputy"))

    def as_json(self, evidence: Mapping[str, Evidence], as_at: str | None) -> dict[str, Any]:
        """The machine form of an answer."""
        return {
            "entity": self.entity,
            "predicate": self.predicate,
            "modality": self.modality,
            "since": self.since,
            "until": self.until,
            "reported_on": self.reported_on,
            "superseded_on": self.superseded_on,
            "cadence": " and ".join(self.cadence) or None,
            "role": " and ".join(self.role) or None,
            "evidence": evidence_for(evidence, self.statements, as_at),
        }


def fact_of(row: Mapping[str, Any]) -> Fact:
    """The fact that a row of an answer query gives."""
    plain = (
        "predicate",
        "modality",
        "time",
        "since",
        "until",
        "reported_on",
        "holds_from",
        "holds_to",
        "superseded_on",
    )
    several = ("cadence", "role", "status", "statements")
    values: dict[str, Any] = {key: row[key] for key in plain} | {key: tuple(row[key] or ()) for key in several}
    return Fact(entity=entity_of(row), **values)


@dataclass(frozen=True, slots=True)
class Settled:
    """The facts of one respect, told apart: what counts, and what is only proposed, denied, earlier or later."""

    status: Status
    held: tuple[Fact, ...]
    none: tuple[Fact, ...]
    proposed: tuple[Fact, ...]
    earlier: tuple[Fact, ...]
    later: tuple[Fact, ...]
    beside: tuple[Fact, ...]
    """What holds without being the answer: vice-chairs, the post of the chair itself, those who share the work."""


def settle(facts: Iterable[Fact], *, single: bool, same: Collection[str] = ()) -> Settled:
    """Tell `facts` of one predicate apart; `single` where only one can hold at a time.

    `same` are ids of posts that people among the facts hold: the post and the person are one.

    "None" is contested by one assertion of the same day or earlier, and overtaken by a later one; two or more people
    who share what "no single" person has do not contest it.
    """
    every = list(facts)
    beside = tuple(f for f in every if single and f.counts and f.vice)
    held = _distinct(f for f in every if f.counts and not (single and f.vice))
    if single and any(f.entity["label"] == "Person" for f in held):
        seats = {f.entity["id"] for f in held if _is_the_seat(f)} | set(same)
        beside = (*beside, *(f for f in held if f.entity["id"] in seats))
        held = tuple(f for f in held if f.entity["id"] not in seats)
    none = tuple(f for f in every if f.denies_all and f.time == "then")
    if none and held:
        denied = max(f.reported_on or f.holds_from for f in none)
        newer = tuple(f for f in held if (f.since or f.reported_on or f.holds_from) > denied)
        if newer:
            none = ()
        elif len(held) > 1 and all(f.predicate == "MANAGES" for f in held):
            beside, held = (*beside, *held), ()
    status: Status = "not-stated"
    if held:
        contested = none or (single and _rival(held))
        status = "contested" if contested else "stated"
    elif none:
        status = "stated-none"
    return Settled(
        status,
        held,
        none,
        proposed=_others(held, (f for f in every if f.modality == "proposed" and f.time == "then")),
        earlier=_others(held, (f for f in every if f.modality in ("asserted", "historical") and f.time == "before")),
        later=_others(held, (f for f in every if f.modality == "asserted" and f.time == "after")),
        beside=beside,
    )


def _distinct(facts: Iterable[Fact]) -> tuple[Fact, ...]:
    """`facts` with one for each entity: the one stated best, with the statements of all."""
    best: dict[tuple[str, str], Fact] = {}
    for fact in facts:
        best[_seat(fact)] = _joined(best[_seat(fact)], fact) if _seat(fact) in best else fact
    return tuple(best.values())


def _seat(fact: Fact) -> tuple[str, str]:
    """What counts as one: who chairs a body also sits on it."""
    return (fact.entity["id"], "seat" if fact.predicate in ("CHAIRS", "MEMBER_OF") else fact.predicate)


def _others(held: Sequence[Fact], facts: Iterable[Fact]) -> tuple[Fact, ...]:
    """`facts` about others than those of `held`, each once."""
    known = {_seat(f) for f in held}
    return tuple(f for f in _distinct(facts) if _seat(f) not in known)


def _is_the_seat(fact: Fact) -> bool:
    """Whether the one found is the post of the chair itself, which is no rival of the person in it."""
    return fact.entity["label"] == "Post" and "chair" in fact.entity["name"].lower()


def _joined(one: Fact, two: Fact) -> Fact:
    first, second = sorted((one, two), key=lambda f: (f.since is None, f.holds_from))
    days = [d for d in (one.reported_on, two.reported_on) if d]
    return Fact(
        entity=first.entity,
        predicate=min(one.predicate, two.predicate),
        modality=first.modality,
        time=first.time,
        since=first.since,
        until=first.until or second.until,
        reported_on=min(days, default=None),
        holds_from=min(one.holds_from, two.holds_from),
        holds_to=max(one.holds_to, two.holds_to),
        superseded_on=first.superseded_on or second.superseded_on,
        cadence=_union(one.cadence, two.cadence),
        role=_union(one.role, two.role),
        status=_union(one.status, two.status),
        statements=_union(one.statements, two.statements),
    )


def _union(one: Sequence[str], two: Sequence[str]) -> tuple[str, ...]:
    return tuple(sorted({*one, *two}))


def _rival(held: Sequence[Fact]) -> bool:
    """Whether two of `held` claim one seat at one time."""
    claims = [f for f in held if not any(word in role.lower() for role in f.role for word in ("co-chair", "joint"))]
    pairs = ((a, b) for i, a in enumerate(claims) for b in claims[i + 1 :])
    return any(a.holds_from <= b.holds_to and b.holds_from <= a.holds_to for a, b in pairs)
