"""Findings: where the papers loaded leave a line broken, circular, unclear or without a person.

A check is one .cypher file. Each of its rows is one finding: `entities` are those that it concerns, `statements` the
evidence; `severity`, where there is such a column, replaces the file's; `key` tells apart findings about the same
entities; the other columns complete the file's sentence. Where the file names an algorithm, its rows are the edges of
the whole graph and the algorithm makes the findings of them.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from datetime import date
from typing import TYPE_CHECKING, Any

from graph.errors import QueryError
from queries import wording
from queries.catalogue import SEVERITIES, Query, catalogue, run
from queries.evidence import Evidence, entity_of, evidence_for, read_evidence

if TYPE_CHECKING:
    from graph.stores.base import Store

__all__ = ["SEVERITIES", "Finding", "find"]

MOST_EVIDENCE = 4
"""A finding shows this many statements: enough to see what the papers do say."""


@dataclass(frozen=True, slots=True)
class Finding:
    """One place where the papers do not show who answers to whom, or show it two ways. `id` stays the same."""

    id: str
    check: str
    severity: str
    title: str
    text: str
    badge: str
    why: str
    entities: tuple[dict[str, Any], ...]
    evidence: tuple[Evidence, ...]
    guidance: tuple[str, ...]
    remedy: str
    steps: tuple[dict[str, Any], ...] = ()
    """Of circular reporting: each step of the loop with its modality and its words."""
    waiver: None = None

    def as_json(self) -> dict[str, Any]:
        """The machine form, the same from the command line and the API."""
        return {
            "id": self.id,
            "check": self.check,
            "severity": self.severity,
            "title": self.title,
            "text": self.text,
            "badge": self.badge,
            "why": self.why,
            "entities": list(self.entities),
            "evidence": list(self.evidence),
            "steps": list(self.steps),
            "guidance": list(self.guidance),
            "remedy": self.remedy,
            "waiver": self.waiver,
        }

    @property
    def text_block(self) -> str:
        """The finding on a few lines, as the command line prints it."""
        words = [f"    {wording.cited(e)}" for e in self.evidence]
        rests_on = [f"    rests on: {wording.listed(list(self.guidance))}"] if self.guidance else []
        return "\n".join(
            [f"{self.severity.upper()}  {self.title}: {self.text}", *words, f"    remedy: {self.remedy}", *rests_on]
        )


@dataclass(frozen=True, slots=True)
class _Found:
    """A finding before its entities and evidence are read: the key that its id is made of, and the sentence's parts."""

    query: Query
    entities: tuple[str, ...]
    statements: tuple[str, ...]
    parts: Mapping[str, Any]
    severity: str
    steps: tuple[Mapping[str, Any], ...] = ()


def checks() -> tuple[str, ...]:
    """The names of all checks, in order."""
    return tuple(sorted(query.id for query in catalogue().values() if query.kind == "finding"))


def known_check(name: str) -> str:
    """`name`, if it is that of a check. Raises QueryError, with the names that there are, for any other."""
    if name not in checks():
        raise QueryError(f"There is no check {name!r}. The checks are: {', '.join(checks())}.")
    return name


def find(store: Store, as_at: str | None = None) -> list[Finding]:
    """What every check finds in `store` as at a date (without one: as at today), the most severe first."""
    day = as_at or date.today().isoformat()
    found: list[_Found] = []
    for query in catalogue().values():
        if query.kind == "finding":
            rows = run(store, query.id, {"as_at": day})
            found += _ALGORITHMS[query.algorithm](query, rows)
    evidence = read_evidence(store, {s for one in found for s in _shown(one)})
    ids = sorted({entity for one in found for entity in one.entities})
    entities = {row["entity"]: entity_of(row) for row in run(store, "entities", {"ids": ids})} if ids else {}
    findings = [_finding(one, entities, evidence, as_at) for one in found]
    return sorted(findings, key=lambda f: (SEVERITIES.index(f.severity), f.title, f.text, f.id))


def _shown(one: _Found) -> list[str]:
    return list(dict.fromkeys(one.statements))[:MOST_EVIDENCE]


def _finding(
    one: _Found, entities: Mapping[str, dict[str, Any]], evidence: Mapping[str, Evidence], as_at: str | None
) -> Finding:
    key = "+".join([*one.entities, *([one.parts["key"]] if "key" in one.parts else [])])
    steps = tuple(
        {
            "from": entities[step["from"]],
            "to": entities[step["to"]],
            "modality": step["modality"],
            "cadence": " and ".join(step["cadence"] or ()) or None,
            "evidence": evidence_for(evidence, step["statements"], as_at),
        }
        for step in one.steps
    )
    return Finding(
        id=f"{one.query.id}:{key}",
        check=one.query.id,
        severity=one.severity,
        title=one.query.title,
        text=wording.completed(one.query.sentence, one.parts, {e["name"]: wording.named(e) for e in entities.values()}),
        badge=one.query.badge,
        why=one.query.why,
        entities=tuple(entities[e] for e in one.entities),
        evidence=tuple(evidence_for(evidence, _shown(one), as_at)),
        guidance=one.query.guidance,
        remedy=one.query.remedy,
        steps=steps,
    )


def _row_by_row(query: Query, rows: Iterable[Mapping[str, Any]]) -> list[_Found]:
    return [
        _Found(query, tuple(row["entities"]), tuple(row["statements"]), row, row.get("severity", str(query.severity)))
        for row in rows
    ]


def _loops(query: Query, rows: Iterable[Mapping[str, Any]]) -> list[_Found]:
    """One finding for each loop; one that needs a proposed step is less severe, and says which step that is."""
    from queries.structure import loops

    found = []
    for loop in loops(rows):
        steps = [step for step in loop if step["modality"] == "proposed"]
        names = {step["from"]: wording.named({"name": step["from_name"], "label": ""}) for step in loop}
        onward = "".join(f", which reports to {names[step['to']]}" for step in loop[1:])
        parts = {
            "loop": f"{names[loop[0]['from']]} reports to {names[loop[0]['to']]}{onward}",
            "proposed": [f"the step from {names[step['from']]} to {names[step['to']]}" for step in steps],
        }
        severity = "medium" if steps else str(query.severity)
        statements = [s for step in loop for s in step["statements"][:2]]
        found.append(
            _Found(query, tuple(step["from"] for step in loop), tuple(statements), parts, severity, tuple(loop))
        )
    return found


_ALGORITHMS: Mapping[str, Callable[[Query, Iterable[Mapping[str, Any]]], list[_Found]]] = {
    "": _row_by_row,
    "loops": _loops,
}
