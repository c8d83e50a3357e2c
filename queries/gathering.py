"""All that is read from a store to answer one question: facts, lines upward, who is named there, the words."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import date
from typing import TYPE_CHECKING, Any

from queries.catalogue import run
from queries.chains import APEX_KINDS, Line, Named, lines_above, people_at
from queries.evidence import Evidence, read_evidence
from queries.facts import Fact, Settled, Status, fact_of, settle
from queries.kinds import KINDS, Kind

if TYPE_CHECKING:
    from graph.stores.base import Store

_ALSO = {
    "Body": ("reports-to", "chairs", "manages"),
    "Post": ("reports-to", "manages"),
    "Person": ("reports-to", "manages"),
    "Instrument": ("reports-to",),
}
"""What accountability means, by label, besides being owned: the line upward, the chair, the manager."""


@dataclass(frozen=True, slots=True)
class OwnedLine:
    """A line upward from `start`: what was asked about, or its owner. `line` is None where no step is stated."""

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
    """Lines that are only proposed, each from the top of a stated line."""
    attended: int = 0
    """How many the papers record at meetings, where they state no membership."""

    @property
    def status(self) -> Status:
        """The status of the answer as a whole: contested where anything is, else stated where anything is."""
        found = {settled.status for _, settled in self.respects}
        order: tuple[Status, ...] = ("contested", "stated", "stated-none")
        return next((status for status in order if status in found), "not-stated")

    def asks(self, query: str) -> bool:
        """Whether canned query `query` is part of the question, so that its facts and gaps are told already."""
        return any(kind.query == query for kind, _ in self.respects)

    def steps(self) -> Iterator[Any]:
        """Every step of every line, from the bottom up."""
        return (step for owned in self.lines if owned.line for step in owned.line.steps)


def gather(store: Store, kind: str, subject: dict[str, Any], as_at: str | None, *, within: bool = False) -> Gathered:
    """Read all that answers a question of `kind` about `subject`, as at a date (without one: as at today).

    Who is accountable for a plan: its owner, the owner's line, and its own. For a body or a post: its line, its
    chair, its manager. `within`: an event counts only when it happened within the date, not before it.
    """
    day = as_at or today()
    if kind == "holder" and subject["label"] == "Person":
        kind = "posts"
    kinds = [kind, *(_ALSO.get(subject["label"], ()) if kind == "accountable" else ())]
    respects = [(KINDS[k], _settled(store, k, subject["id"], day, within=within)) for k in kinds]
    lines = [line for start, owner in _starts(kind, subject, respects) for line in _lines(store, start, owner, day)]
    above = [(top, fact) for top in _tops(lines) for fact in _settled(store, "reports-to", top["id"], day).proposed]
    people = people_at(store, _places(lines), day)
    wanted = {s for _, settled in respects for fact in _all(settled) for s in fact.statements}
    wanted |= {s for owned in lines if owned.line for step in owned.line.steps for s in step["statements"]}
    wanted |= {s for _, fact in above for s in fact.statements}
    wanted |= {s for named in people.values() for one in named for s in one.statements}
    attended = _attended(store, respects, subject, day) if kind == "members" else 0
    return Gathered(subject, as_at, respects, lines, people, read_evidence(store, wanted), above, attended)


def today() -> str:
    """The day that a question without a date is about."""
    return date.today().isoformat()


def _settled(store: Store, kind: str, entity: str, day: str, *, within: bool = False) -> Settled:
    rows = run(store, KINDS[kind].query, {"id": entity, "as_at": day})
    facts = [fact_of(row) for row in rows]
    if KINDS[kind].event and not within:
        facts = [replace(fact, time="then") if fact.time == "before" else fact for fact in facts]
    return settle(facts, single=KINDS[kind].single, same=held_posts(store, facts, day) if KINDS[kind].single else ())


def held_posts(store: Store, facts: Iterable[Fact], day: str) -> set[str]:
    """The posts among `facts` that a person among them holds as at a date."""
    counting = [fact for fact in facts if fact.counts]
    people = {fact.entity["id"] for fact in counting if fact.entity["label"] == "Person"}
    posts = [fact.entity["id"] for fact in counting if fact.entity["label"] == "Post"]
    if not people or not posts:
        return set()
    holders = people_at(store, posts, day)
    return {post for post in posts if people & {one.entity["id"] for one in holders.get(post, ())}}


def _starts(
    kind: str, subject: dict[str, Any], respects: Sequence[tuple[Kind, Settled]]
) -> list[tuple[dict[str, Any], Fact | None]]:
    """Where the lines upward of an answer start: at the subject, and at those that own it."""
    if kind != "accountable":
        return [(subject, None)] if KINDS[kind].upward else []
    if subject["label"] in ("Body", "Post", "Person"):
        return [(subject, None)]
    owners: list[tuple[dict[str, Any], Fact | None]] = [(fact.entity, fact) for fact in respects[0][1].held]
    own_line = any(settled.held for _, settled in respects[1:])
    return [*owners, *([(subject, None)] if own_line else [])]


def _attended(store: Store, respects: Sequence[tuple[Kind, Settled]], subject: dict[str, Any], day: str) -> int:
    """How many the papers record at meetings of a body of which they state no member."""
    if any(fact.predicate == "MEMBER_OF" for _, settled in respects for fact in settled.held):
        return 0
    return len(_settled(store, "attended", subject["id"], day).held)


def _all(settled: Settled) -> Iterable[Fact]:
    return (*settled.held, *settled.none, *settled.proposed, *settled.earlier, *settled.later, *settled.beside)


def _lines(store: Store, start: dict[str, Any], owner: Fact | None, day: str) -> Sequence[OwnedLine]:
    found = lines_above(store, start["id"], day)
    return [OwnedLine(start, line, owner) for line in found] or [OwnedLine(start, None, owner)]


def _tops(lines: Sequence[OwnedLine]) -> list[dict[str, Any]]:
    """The last of every line that might go further, each once."""
    tops = {}
    for owned in lines:
        if owned.line and not owned.line.returns_to:
            step = owned.line.steps[-1]
            if step["kind"] not in APEX_KINDS:
                tops[step["to"]] = {
                    "id": step["to"],
                    "name": step["name"],
                    "label": step["label"],
                    "kind": step["kind"],
                }
        elif owned.owner and owned.start["kind"] not in APEX_KINDS:
            tops[owned.start["id"]] = owned.start
    return list(tops.values())


def _places(lines: Sequence[OwnedLine]) -> set[str]:
    return {owned.start["id"] for owned in lines} | {
        step["to"] for owned in lines if owned.line for step in owned.line.steps
    }
