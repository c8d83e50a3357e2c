"""From what was gathered to plain English that can be read out in a meeting, and to the list of what is missing."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field
from typing import Any

from queries import wording
from queries.chains import APEX_KINDS, Line, Named
from queries.evidence import Evidence, evidence_for
from queries.facts import Fact, Settled, Status
from queries.kinds import READINGS, Kind

MOST_SENTENCES = 6
"""From this many facts of one kind on, they are listed in one sentence without their quotations."""


@dataclass(frozen=True, slots=True)
class OwnedLine:
    """A line upward, from the thing asked about or from the one that owns it; `line` is None where none is stated."""

    start: dict[str, Any]
    line: Line | None
    owner: Fact | None = None


@dataclass(frozen=True, slots=True)
class Gathered:
    """All that was read to answer one question about `subject`."""

    subject: dict[str, Any]
    as_at: str | None
    respects: Sequence[tuple[Kind, Settled]]
    lines: Sequence[OwnedLine]
    people: dict[str, list[Named]]
    evidence: dict[str, Evidence]
    proposed_above: Sequence[tuple[dict[str, Any], Fact]] = ()
    """Lines that are only proposed, from the top of a stated line."""

    @property
    def status(self) -> Status:
        """The status of the answer as a whole: what is contested first, then what is stated."""
        found = {settled.status for _, settled in self.respects}
        order: tuple[Status, ...] = ("contested", "stated", "stated-none")
        return next((status for status in order if status in found), "not-stated")


@dataclass(slots=True)
class Told:
    """Sentences of an answer, and what is missing, each once and in order."""

    sentences: list[str] = field(default_factory=list)
    missing: list[str] = field(default_factory=list)


def tell(gathered: Gathered) -> Told:
    """What `gathered` comes to in sentences: the facts with their words, the lines, who is named, what is missing."""
    told = Told()
    about = wording.named(gathered.subject)
    if gathered.status == "not-stated":
        told.missing.append(f"the papers loaded do not state {_gaps(gathered, about)}{_when(gathered.as_at)}")
    for kind, settled in gathered.respects:
        _tell_respect(told, gathered, kind, settled, about)
    _tell_lines(told, gathered)
    _tell_people(told, gathered)
    return told


def _gaps(gathered: Gathered, about: str) -> str:
    return wording.listed([kind.gap.format(asked=about) for kind, _ in gathered.respects], "or")


def _when(as_at: str | None) -> str:
    if not as_at:
        return ""
    return f" as at {wording.spoken_date(as_at)}" if as_at.count("-") == 2 else f" in {wording.spoken_date(as_at)}"


def _tell_respect(told: Told, gathered: Gathered, kind: Kind, settled: Settled, about: str) -> None:
    if settled.status == "contested":
        told.sentences.append(f"the papers differ on {kind.gap.format(asked=about)}")
    if len(settled.held) > MOST_SENTENCES:
        listed = wording.listed([wording.named(f.entity) + _in_brackets(f.role) for f in settled.held])
        told.sentences.append(f"the papers name {len(settled.held)} {kind.many.format(asked=about)}: {listed}")
    else:
        told.sentences += [_fact(gathered, kind, fact, about) for fact in settled.held]
    for fact in settled.none:
        told.sentences.append(
            f"the papers loaded state that {kind.none.format(asked=about)}: {_words(gathered, fact.statements)}"
        )
    told.sentences += [
        f"they also say: {_fact(gathered, kind, fact, about)}" for fact in settled.beside[:MOST_SENTENCES]
    ]
    for fact in settled.proposed[:MOST_SENTENCES]:
        told.sentences.append(f"it is proposed, and not stated as fact, that {_fact(gathered, kind, fact, about)}")
    for fact in settled.earlier[-MOST_SENTENCES:]:
        told.sentences.append(f"{_earlier(fact)}: {_fact(gathered, kind, fact, about)}")
    for fact in settled.later[:MOST_SENTENCES]:
        told.sentences.append(f"later: {_fact(gathered, kind, fact, about)}")


def _fact(gathered: Gathered, kind: Kind, fact: Fact, about: str) -> str:
    reading = kind.fact
    if fact.predicate in ("CHAIRS", "APOLOGIES") and kind.query not in ("who-chairs",):
        outward = kind.fact.startswith("{asked}")
        reading = READINGS[fact.predicate].format(
            subject="{asked}" if outward else "{found}", object="{found}" if outward else "{asked}"
        )
    clause = reading.format(found=wording.named(fact.entity), asked=about)
    return f"{clause}{_detail(fact)}: {_words(gathered, fact.statements)}"


def _detail(fact: Fact) -> str:
    parts = [_often(fact.cadence)]
    if fact.since and fact.until and fact.since == fact.until:
        parts.append(f"on {wording.spoken_date(fact.since)}")
    else:
        parts.append(f"since {wording.spoken_date(fact.since)}" if fact.since else "")
        parts.append(f"until {wording.spoken_date(fact.until)}" if fact.until else "")
    return _in_brackets(fact.role) + "".join(f" {part}" for part in parts if part)


def _in_brackets(words: Sequence[str]) -> str:
    return f" ({', '.join(words)})" if words else ""


def _often(cadence: Sequence[str]) -> str:
    said = wording.often(cadence)
    return f"({said})" if len(cadence) > 1 else said


def _earlier(fact: Fact) -> str:
    if fact.superseded_on:
        return f"earlier, until a report of {wording.spoken_date(fact.superseded_on)} named another"
    return "earlier"


def _words(gathered: Gathered, statements: Sequence[str]) -> str:
    found = evidence_for(gathered.evidence, statements, gathered.as_at)
    return wording.cited(found[-1]) if found else ""


def _tell_lines(told: Told, gathered: Gathered) -> None:
    """Every step above the first once, then where each line ends."""
    names = {line.start["id"]: line.start for line in gathered.lines}
    names |= {
        s["to"]: {"name": s["name"], "label": s["label"], "kind": s["kind"]}
        for o in gathered.lines
        if o.line
        for s in o.line.steps
    }
    said = {gathered.subject["id"]} if any(kind.query == "reports-to" for kind, _ in gathered.respects) else set()
    steps = {(s["from"], s["to"]): s for o in gathered.lines if o.line for s in o.line.steps if s["from"] not in said}
    for (lower, upper), step in steps.items():
        often = f" {_often(tuple(step['cadence']))}" if step["cadence"] else ""
        clause = f"{wording.named(names[lower])} reports to {wording.named(names[upper])}{often}"
        told.sentences.append(f"{clause}: {_words(gathered, step['statements'])}")
    for top, fact in gathered.proposed_above:
        told.sentences.append(
            f"it is proposed, and not stated as fact, that {wording.named(top)} reports to {wording.named(fact.entity)}: {_words(gathered, fact.statements)}"
        )
    for owned in gathered.lines:
        told.missing += _end_of(owned, names)


def _end_of(owned: OwnedLine, names: dict[str, dict[str, Any]]) -> list[str]:
    if owned.line is None:
        if owned.start["kind"] in APEX_KINDS:
            return []
        return [f"the papers loaded do not state a line upward from {wording.named(owned.start)}"]
    if owned.line.returns_to:
        return [f"the line returns to {wording.named(names[owned.line.steps[-1]['to']])}: it goes round in a circle"]
    top = names[owned.line.steps[-1]["to"]]
    return [] if top["kind"] in APEX_KINDS else [f"the papers loaded do not state a line above {wording.named(top)}"]


def _tell_people(told: Told, gathered: Gathered) -> None:
    """Who is named at each step, or that nobody is."""
    if not gathered.lines:
        return
    places = {owned.start["id"]: owned.start for owned in gathered.lines if owned.start["label"] in ("Body", "Post")}
    places |= {
        s["to"]: {"id": s["to"], "name": s["name"], "label": s["label"], "kind": s["kind"]}
        for o in gathered.lines
        if o.line
        for s in o.line.steps
    }
    asked_about = (
        {gathered.subject["id"]} if any(kind.query == "who-chairs" for kind, _ in gathered.respects) else set()
    )
    for place in places.values():
        if place["id"] in asked_about:
            if not gathered.people.get(place["id"]) and place["kind"] not in APEX_KINDS and place["label"] == "Body":
                told.missing.append(_nobody(place, gathered.as_at))
            continue
        named = gathered.people.get(place["id"], [])
        if len(named) > 1 and place["label"] == "Body":
            told.sentences.append(f"the papers differ on who chairs {wording.named(place)}")
        told.sentences += [f"{_person(one, place)}: {_words(gathered, one.statements)}" for one in named]
        if not named and place["label"] in ("Body", "Post") and place["kind"] not in APEX_KINDS:
            told.missing.append(_nobody(place, gathered.as_at))


def _person(one: Named, place: dict[str, Any]) -> str:
    verb = "chairs" if one.predicate == "CHAIRS" else "is"
    holders = f", held by {wording.listed([h.entity['name'] for h in one.holders])}" if one.holders else ""
    unnamed = " (no name is given)" if one.entity["label"] == "Post" and not one.holders else ""
    return f"{wording.named(one.entity)}{holders} {verb} {wording.named(place)}{unnamed}"


def _nobody(place: dict[str, Any], as_at: str | None) -> str:
    wanted = "who chairs" if place["label"] == "Body" else "who is"
    return f"the papers loaded do not name {wanted} {wording.named(place)}{_when(as_at)}"
