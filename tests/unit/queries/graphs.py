"""Tiny graphs for tests of queries: papers of a few statements, written as lines and loaded as any paper is.

    load(store, say("review.md", "2013-12-05", "CSE Sub Group | REPORTS_TO | Safeguarding Board | cadence=quarterly"))

A name without a prefix is a body of Harrowmere whose kind is its last word; the prefixes are those of
`tests.unit.papers`. Only names are given with `mention`.
"""

from __future__ import annotations

from dataclasses import replace

from graph.corpus import Corpus
from graph.model import Entity, Extraction
from graph.stores import Store
from tests.unit.papers import named, paper

_KINDS = {
    "board": "board", "cabinet": "cabinet", "committee": "committee", "commission": "commission", "council": "council",
    "group": "group", "panel": "panel", "team": "team", "police": "force", "department": "department",
    "inspectorate": "inspectorate", "plan": "plan", "strategy": "strategy", "guidance": "guidance",
    "partnership": "partnership",
}  # fmt: skip


def say(
    name: str, date: str | None, *lines: str, place: str | None = "harrowmere", mention: tuple[str, ...] = ()
) -> Extraction:
    """A paper that makes the statement of each line, and names what stands in `mention`."""
    read = paper(name, date, *lines, place=place)
    entities = {e.id: e for e in (*read.entities, *(named(text, place) for text in mention))}
    kinds = {i: _kinded(e) for i, e in entities.items()}
    statements = tuple(replace(s, subject=kinds[s.subject.id], object=kinds[s.object.id]) for s in read.statements)
    return Extraction(read.document, tuple(kinds.values()), statements)


def _kinded(entity: Entity) -> Entity:
    words = entity.name.lower().replace("-", " ").split()
    kind = "sub-group" if words[-2:] == ["sub", "group"] else _KINDS.get(words[-1])
    numbered = {"number": words[1].rstrip(":")} if entity.label == "Recommendation" and words[0] == "r" else {}
    return replace(
        entity,
        kind=kind if entity.label in ("Body", "Instrument") else None,
        attributes={**entity.attributes, **numbered},
    )


def load(store: Store, *papers: Extraction) -> Store:
    """`store` with the papers loaded, in order."""
    corpus = Corpus(store)
    for one in papers:
        corpus.load(one)
    return store
