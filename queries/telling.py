"""From what was gathered to plain English that can be read out in a meeting, and to the list of what is missing."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field
from typing import Any

from queries import wording
from queries.chains import APEX_KINDS, MEETING_KINDS, Named
from queries.evidence import evidence_for
from queries.facts import Fact, Settled
from queries.gathering import Gathered, OwnedLine
from queries.kinds import READINGS, Kind
from queries.spoken_dates import spoken_date

_EVENTS = ("SUCCEEDED_BY", "ESTABLISHED_BY", "APPOINTED", "COMMISSIONED", "ISSUED")
"""What happens on a day rather than holds from it."""

_PLAIN_CHAIR = ("chair", "chairman", "chairwoman", "chairperson", "in the chair")
"""Roles of a chair that say no more than "chairs"."""

MOST_SENTENCES = 6
"""From this many facts of one kind on, they are listed in one sentence without their quotations."""


@dataclass(slots=True)
class Told:
    """An answer in words: the facts, what else the papers say, the lines, who is named, what is missing."""

    facts: list[str] = field(default_factory=list)
    besides: list[str] = field(default_factory=list)
    lines: list[str] = field(default_factory=list)
    people: list[str] = field(default_factory=list)
    missing: list[str] = field(default_factory=list)

    def paragraphs(self) -> list[list[str]]:
        """The sentences in the order of reading; without a fact, what is missing comes first."""
        head = self.facts or self.missing[:1]
        rest = self.missing if self.facts else self.missing[1:]
        return [head, self.lines, self.people, self.besides, rest]


def tell(gathered: Gathered) -> Told:
    """What `gathered` comes to in sentences, each with the words that it rests on."""
    told = Told()
    about = wording.named(gathered.subject)
    if gathered.status == "not-stated":
        told.missing.append(f"the papers loaded do not state {_gaps(gathered, about)}")
    for kind, settled in gathered.respects:
        _tell_respect(told, gathered, kind, settled, about)
    if gathered.attended:
        there = wording.counted(gathered.attended, "name")
        told.besides.append(f"no membership of {about} is stated; the papers record {there} at its meetings")
    _tell_lines(told, gathered)
    _tell_people(told, gathered)
    return told


def _gaps(gathered: Gathered, about: str) -> str:
    return wording.listed([kind.gap.format(asked=about) for kind, _ in gathered.respects], "or")


def _tell_respect(told: Told, gathered: Gathered, kind: Kind, settled: Settled, about: str) -> None:
    if settled.status == "contested":
        told.facts.append(f"the papers differ on {kind.gap.format(asked=about)}")
    if len(settled.held) > MOST_SENTENCES:
        names = wording.listed([wording.named(f.entity) + _in_brackets(f.role) for f in settled.held])
        told.facts.append(f"{kind.gap.format(asked=about)}: the papers name {len(settled.held)}: {names}")
    else:
        told.facts += [_fact(gathered, kind, fact, about) for fact in settled.held]
    none = kind.fact.format(asked=about, found="no single person" if kind.query == "who-manages" else "no one")
    told.facts += [f"the papers loaded state that {none}: {_words(gathered, f.statements)}" for f in settled.none]
    for lead, facts in (
        ("they also say", settled.beside[:MOST_SENTENCES]),
        ("only proposed, not stated as fact", settled.proposed[:MOST_SENTENCES]),
        ("", settled.earlier[-MOST_SENTENCES:]),
        ("later", settled.later[:MOST_SENTENCES]),
    ):
        told.besides += [f"{lead or _earlier(fact)}: {_fact(gathered, kind, fact, about)}" for fact in facts]


def _fact(gathered: Gathered, kind: Kind, fact: Fact, about: str) -> str:
    reading = kind.fact
    if fact.predicate in ("CHAIRS", "APOLOGIES") and kind.query != "who-chairs":
        outward = kind.fact.startswith("{asked}")
        ends = ("{asked}", "{found}") if outward else ("{found}", "{asked}")
        reading = READINGS[fact.predicate].format(subject=ends[0], object=ends[1])
    if fact.predicate == "CHAIRS" and fact.vice:
        reading = reading.replace(" chairs ", f" is {wording.listed(fact.role)} of ")
    clause = reading.format(found=wording.named(fact.entity), asked=about)
    return f"{clause}{_detail(fact)}: {_words(gathered, fact.statements)}"


def _detail(fact: Fact) -> str:
    parts = [_often(fact.cadence)]
    if fact.since and (fact.since == fact.until or fact.predicate in _EVENTS):
        parts.append(f"{'on' if fact.since.count('-') == 2 else 'in'} {spoken_date(fact.since)}")
    else:
        parts.append(f"since {spoken_date(fact.since)}" if fact.since else "")
        parts.append(f"until {spoken_date(fact.until)}" if fact.until else "")
    said = fact.predicate == "CHAIRS"
    role = [r for r in fact.role if not (said and (fact.vice or r.lower() in _PLAIN_CHAIR))]
    return _in_brackets(role) + "".join(f" {part}" for part in parts if part)


def _in_brackets(words: Sequence[str]) -> str:
    return f" ({', '.join(words)})" if words else ""


def _often(cadence: Sequence[str] | None) -> str:
    said = wording.often(cadence)
    return f"({said})" if len(cadence or ()) > 1 else said


def _earlier(fact: Fact) -> str:
    if fact.superseded_on:
        return f"earlier, until another was named from {spoken_date(fact.superseded_on)}"
    return "earlier"


def _words(gathered: Gathered, statements: Sequence[str]) -> str:
    found = evidence_for(gathered.evidence, statements, gathered.as_at)
    return wording.cited(found[-1]) if found else ""


def _entity(step: Any) -> dict[str, Any]:
    return {"id": step["to"], "name": step["name"], "label": step["label"], "kind": step["kind"]}


def _tell_lines(told: Told, gathered: Gathered) -> None:
    """Every step once, but for those from the subject that are told as facts; then where each line ends."""
    entities = {owned.start["id"]: owned.start for owned in gathered.lines}
    entities |= {step["to"]: _entity(step) for step in gathered.steps()}
    told_already = gathered.subject["id"] if gathered.asks("reports-to") else None
    for (lower, upper), step in {(s["from"], s["to"]): s for s in gathered.steps()}.items():
        if lower != told_already:
            clause = f"{wording.named(entities[lower])} reports to {wording.named(entities[upper])}"
            often = f" {_often(step['cadence'])}" if step["cadence"] else ""
            told.lines.append(f"{clause}{often}: {_words(gathered, step['statements'])}")
    for top, fact in gathered.proposed_above:
        clause = f"{wording.named(top)} reports to {wording.named(fact.entity)}"
        told.lines.append(f"only proposed, not stated as fact: {clause}: {_words(gathered, fact.statements)}")
    for owned in gathered.lines:
        if end := _end(owned, gathered):
            told.missing.append(end)


def _end(owned: OwnedLine, gathered: Gathered) -> str:
    """What is missing at the top of a line; nothing at an apex, and nothing that a gap says already."""
    if owned.line is None:
        said = owned.start["id"] == gathered.subject["id"] and gathered.status == "not-stated"
        apex = owned.start["kind"] in APEX_KINDS or said
        return "" if apex else f"the papers loaded do not state a line upward from {wording.named(owned.start)}"
    top = _entity(owned.line.steps[-1])
    if owned.line.returns_to:
        return f"the line comes back to {wording.named(top)}: it goes round in a circle"
    return "" if top["kind"] in APEX_KINDS else f"the papers loaded do not state a line above {wording.named(top)}"


def _tell_people(told: Told, gathered: Gathered) -> None:
    """Who is named at each step of the lines, or that nobody is; of the subject only where it is not told as a fact."""
    places = {owned.start["id"]: owned.start for owned in gathered.lines}
    places |= {step["to"]: _entity(step) for step in gathered.steps()}
    for place in places.values() if gathered.asks("who-is-accountable") else ():
        if place["label"] not in ("Body", "Post"):
            continue
        named = gathered.people.get(place["id"], [])
        told_already = place["id"] == gathered.subject["id"] and gathered.asks("who-chairs")
        asked = place["label"] == "Post" or place["kind"] in MEETING_KINDS | {"cabinet"}
        if asked and not named and not (told_already and gathered.status == "not-stated"):
            who = "who chairs" if place["label"] == "Body" else "who is"
            told.missing.append(f"the papers loaded do not name {who} {wording.named(place)}")
        if not told_already:
            if len(named) > 1 and place["label"] == "Body":
                told.people.append(f"the papers differ on who chairs {wording.named(place)}")
            told.people += [f"{_person(one, place)}: {_words(gathered, one.statements)}" for one in named]


def _person(one: Named, place: dict[str, Any]) -> str:
    verb = "chairs" if one.predicate == "CHAIRS" else "is"
    holders = f", held by {wording.listed([h.entity['name'] for h in one.holders])}," if one.holders else ""
    unnamed = " (no name is given)" if one.entity["label"] == "Post" and not one.holders else ""
    return f"{wording.named(one.entity)}{holders} {verb} {wording.named(place)}{unnamed}"
