"""Answers: what the papers state to a question, as at a date, on which words; and plainly where they state nothing.

    stated        the papers say so
    contested     the papers say two things that can't both hold
    stated-none   the papers say that there is none
    not-stated    the papers loaded do not say

Everything that is said is about the papers loaded, never about the world.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from graph.errors import QueryError
from graph.timeline import first_day, last_day
from queries import wording
from queries.catalogue import run
from queries.chains import Named
from queries.evidence import Evidence, evidence_for
from queries.facts import Status
from queries.gathering import Gathered, OwnedLine, gather
from queries.matching import PART, Match, Names, read_names
from queries.questions import Question, read_question
from queries.spoken_dates import spoken_date
from queries.telling import tell

if TYPE_CHECKING:
    from graph.model import Entity
    from graph.stores.base import Store


@dataclass(frozen=True, slots=True)
class Answer:
    """What the papers loaded state to one question. `text` is what can be read out in a meeting."""

    question: str
    as_at: str | None
    status: Status
    subject: dict[str, Any] | None
    searched: int
    text: str
    answers: tuple[dict[str, Any], ...] = ()
    chain: tuple[tuple[dict[str, Any], ...], ...] = ()
    superseded: tuple[dict[str, Any], ...] = ()
    proposed: tuple[dict[str, Any], ...] = ()
    missing: tuple[str, ...] = ()
    did_you_mean: tuple[dict[str, Any], ...] = ()

    def as_json(self) -> dict[str, Any]:
        """The machine form, the same from the command line and the API."""
        return {
            "question": self.question,
            "as_at": self.as_at,
            "status": self.status,
            "subject": self.subject,
            "answers": list(self.answers),
            "chain": [list(line) for line in self.chain],
            "superseded": list(self.superseded),
            "proposed": list(self.proposed),
            "missing": list(self.missing),
            "did_you_mean": list(self.did_you_mean),
            "text": self.text,
            "searched": self.searched,
        }


def ask(store: Store, question: str, as_at: str | None = None) -> Answer:
    """The answer of the papers in `store` to a question in English, as at a date (without one: as at today).

    Raises QueryError for a question of no known form, for a name that fits several entities equally well, and when
    the question itself gives another date than `as_at`.
    """
    asked = read_question(question)
    if as_at and asked.as_at and not _same(as_at, asked.as_at):
        raise QueryError(
            f"The question says {spoken_date(asked.as_at)}, the as-at date {spoken_date(as_at)}. Give one of them."
        )
    when = asked.as_at or as_at
    names = Names(read_names(store))
    found = names.match(asked.subject, asked.labels)
    if found.entity is None:
        return unknown(store, asked, when, asked.subject, found)
    subject = plain(found.entity)
    if asked.kind in ("recommendations", "addressed", "resolutions"):
        from queries.recommendations import recommended

        return recommended(store, asked, subject, when)
    if asked.kind == "connected":
        other = names.match(asked.other or "")
        if other.entity is None:
            return unknown(store, asked, when, asked.other or "", other)
        from queries.paths import connection

        return connection(store, asked, subject, plain(other.entity), when)
    taken = f"“{asked.subject}” is taken to be {wording.named(subject)}" if found.fit == PART else ""
    return _compose(store, asked, gather(store, asked.kind, subject, when, within=asked.as_at is not None), taken)


def plain(entity: Entity) -> dict[str, Any]:
    """The machine form of an entity."""
    return {"id": entity.id, "name": entity.name, "label": entity.label, "kind": entity.kind}


def papers_searched(store: Store) -> int:
    """How many papers an answer rests on."""
    return int(run(store, "paper-count", {})[0]["papers"])


def composed(paragraphs: Iterable[Iterable[str]], as_at: str | None, searched: int) -> str:
    """Sentences as a text, a line to a paragraph, with the as-at date in front and the number of papers at the end."""
    when = f"{'as at' if (as_at or '').count('-') == 2 else 'in'} {spoken_date(as_at)}, " if as_at else ""
    said = [list(dict.fromkeys(filter(None, sentences))) for sentences in paragraphs]
    if said and said[0]:
        said[0][0] = when + said[0][0]
    lines = [" ".join(map(wording.sentence, sentences)) for sentences in said if sentences]
    return "\n".join([*lines, f"Searched: {wording.counted(searched, 'paper')}."])


def unstated(asked: Question, as_at: str | None, subject: dict[str, Any] | None, searched: int, gap: str) -> Answer:
    """The answer where the papers do not say: `gap` tells what they do not say."""
    text = composed([[gap]], as_at, searched)
    return Answer(asked.text, as_at, "not-stated", subject, searched, text, missing=(wording.sentence(gap),))


def unknown(store: Store, asked: Question, as_at: str | None, name: str, found: Match) -> Answer:
    """The answer where `name` is nothing that the papers name, with near misses to offer.

    Raises QueryError where several entities fit it equally well.
    """
    offered = [plain(e) for e in found.candidates]
    several = wording.listed([wording.named(e) for e in offered], "or")
    if found.equal:
        raise QueryError(f"“{name}” may be {several}. Ask again with one of these names.")
    gap = f"no paper loaded names “{name}”"
    searched = papers_searched(store)
    text = composed([[gap]], None, searched) + (f"\nDid you mean {several}?" if offered else "")
    missing = (wording.sentence(gap),)
    return Answer(asked.text, as_at, "not-stated", None, searched, text, missing=missing, did_you_mean=tuple(offered))


def _same(one: str, two: str) -> bool:
    return first_day(one) == first_day(two) or last_day(one) == last_day(two)


def _compose(store: Store, asked: Question, gathered: Gathered, taken: str) -> Answer:
    told = tell(gathered)
    searched = papers_searched(store)
    status = gathered.status
    first, *rest = told.paragraphs()
    return Answer(
        asked.text,
        gathered.as_at,
        status,
        gathered.subject,
        searched,
        composed([[taken, *first], *rest], gathered.as_at, searched),
        answers=_facts(gathered, "held") or (_facts(gathered, "none") if status == "stated-none" else ()),
        chain=tuple(chain_of(gathered, owned) for owned in gathered.lines if owned.line or owned.owner),
        superseded=_facts(gathered, "earlier"),
        proposed=_facts(gathered, "proposed"),
        missing=tuple(dict.fromkeys(map(wording.sentence, told.missing))),
    )


def _facts(gathered: Gathered, group: str) -> tuple[dict[str, Any], ...]:
    return tuple(
        fact.as_json(gathered.evidence, gathered.as_at)
        for _, settled in gathered.respects
        for fact in getattr(settled, group)
    )


def chain_of(gathered: Gathered, owned: OwnedLine) -> tuple[dict[str, Any], ...]:
    """The machine form of one line: each step with its cadence, its words and who is named there."""
    steps = (
        [_step(gathered, owned.start, owned.owner.predicate, owned.owner.cadence, owned.owner.statements)]
        if owned.owner
        else []
    )
    for row in owned.line.steps if owned.line else ():
        entity = {"id": row["to"], "name": row["name"], "label": row["label"], "kind": row["kind"]}
        steps.append(_step(gathered, entity, "REPORTS_TO", row["cadence"] or (), row["statements"]))
    return tuple(steps)


def _step(
    gathered: Gathered, entity: dict[str, Any], predicate: str, cadence: Sequence[str], statements: Sequence[str]
) -> dict[str, Any]:
    people = gathered.people.get(entity["id"], ())
    return {
        "entity": entity,
        "predicate": predicate,
        "cadence": " and ".join(cadence) or None,
        "people": [_named(one, gathered.evidence, gathered.as_at) for one in people],
        "evidence": evidence_for(gathered.evidence, statements, gathered.as_at),
    }


def _named(one: Named, evidence: dict[str, Evidence], as_at: str | None) -> dict[str, Any]:
    holders = [holder.entity for holder in one.holders]
    role = " and ".join(one.role) or None
    return {
        "entity": one.entity,
        "predicate": one.predicate,
        "role": role,
        "holders": holders,
        "evidence": evidence_for(evidence, one.statements, as_at),
    }
