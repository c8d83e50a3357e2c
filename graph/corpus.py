"""All papers of one store: load, replace and withdraw a paper, each in one transaction.

A load touches only what its paper touches: the entities it names, those that they merge with, and the relationships
that rest on its statements. The graph is nevertheless the same as if all papers had been loaded at once, in any order.
"""

from __future__ import annotations

import hashlib
import json
from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Any, Literal

from graph.assembly import Group, Resolved, document_node, entities_of, entity_node, relationships, statement_node
from graph.errors import DocumentError
from graph.model import Entity, Extraction, Node, Relationship, Subgraph, document_id
from graph.resolution import Index, Ref, mentions_of
from graph.stores.base import Change, Store
from graph.vocabulary import PREDICATES, QUALIFIERS, check_statement

Outcome = Literal["new", "changed", "unchanged"]

_PAPERS = """
MATCH (d:Document)
RETURN d.id AS id, d.name AS name, d.title AS title, d.kind AS kind, d.date AS date, d.sha256 AS sha256,
       d.read_as AS read_as
ORDER BY name
"""
_ENTITIES = "MATCH (d:Document) RETURN d.id AS id, d.entities AS entities ORDER BY id"
_ROW = (
    "s.id AS id, s.document AS document, s.predicate AS predicate, s.modality AS modality, "
    "s.reported_on AS reported_on, s.subject_ref AS subject_ref, s.object_ref AS object_ref, "
    + ", ".join(f"s.{q} AS {q}" for q in QUALIFIERS)
    + " ORDER BY id"
)
_OF_PAPER = f"MATCH (s:Statement)-[:FROM]->(d:Document) WHERE d.id = $id RETURN {_ROW}"
_OF_ENTITIES = "UNWIND $ids AS wanted MATCH (e:Entity {{id: wanted}})<-[:{end}]-(s:Statement) RETURN DISTINCT {row}"
_BY_ID = f"UNWIND $ids AS wanted MATCH (s:Statement) WHERE s.id = wanted RETURN {_ROW}"
_LINES = """
UNWIND $pairs AS pair
MATCH (a:Entity {{id: pair.a}})-[r:{type}]->(b:Entity {{id: pair.b}})
RETURN r.id AS id, r.statements AS statements ORDER BY id
"""
_SEATS = """
UNWIND $ids AS wanted
MATCH (b:Entity {{id: wanted}})<-[r:{type}]-(a:Entity)
RETURN r.id AS id, r.statements AS statements ORDER BY id
"""


@dataclass(frozen=True, slots=True)
class Paper:
    """A loaded paper, as a list of papers shows it."""

    id: str
    name: str
    title: str
    kind: str
    date: str | None
    sha256: str


class Corpus:
    """The papers in `store` and the graph that rests on them. One writer at a time."""

    def __init__(self, store: Store) -> None:
        self.store = store
        self._index: Index | None = None
        self._read_as: dict[str, str] | None = None

    def papers(self) -> tuple[Paper, ...]:
        """The papers loaded, by name."""
        rows = self.store.read(_PAPERS)
        return tuple(Paper(r["id"], r["name"], r["title"], r["kind"], r["date"], r["sha256"]) for r in rows)

    def load(self, extraction: Extraction) -> Outcome:
        """Put one paper in, replacing its earlier version. All of it or none.

        "unchanged" when the same file, read to the same statements, is there already. Raises VocabularyError for a
        statement that does not fit the vocabulary, StoreError when the store fails; the graph then stays as it was.
        """
        document = extraction.document
        for statement in extraction.statements:
            check_statement(statement)
        node = document_node(document, extraction.entities)
        read_as = _fingerprint(node, extraction)
        known = self._fingerprints()
        if known.get(document.id) == read_as:
            return "unchanged"
        self._replace(document.id, extraction, Node(node.id, node.labels, {**node.properties, "read_as": read_as}))
        outcome: Outcome = "changed" if document.id in known else "new"
        known[document.id] = read_as
        return outcome

    def withdraw(self, name: str) -> None:
        """Take out the paper called `name` and all that rests on it alone. DocumentError when it isn't loaded."""
        paper_id = document_id(name)
        if paper_id not in self._fingerprints():
            loaded = [p.name for p in self.papers()]
            some = ", ".join(loaded[:5]) + (f" and {len(loaded) - 5} more" if len(loaded) > 5 else "")
            raise DocumentError(
                name, "no paper of this name is loaded", f"Loaded: {some}." if loaded else "No paper is loaded."
            )
        self._replace(paper_id, None, None)
        self._fingerprints().pop(paper_id)

    def _fingerprints(self) -> dict[str, str]:
        if self._read_as is None:
            self._read_as = {row["id"]: row["read_as"] or "" for row in self.store.read(_PAPERS)}
        return self._read_as

    def _mentions(self) -> Index:
        if self._index is None:
            self._index = Index()
            for row in self.store.read(_ENTITIES):
                self._index.add(mentions_of(row["id"], entities_of(row["entities"])))
        return self._index

    def _replace(self, paper_id: str, extraction: Extraction | None, node: Node | None) -> None:
        """Take paper `paper_id` out as it was and, where `extraction` is given, put it in as it is now."""
        index = self._mentions()
        mentions = mentions_of(paper_id, extraction.entities) if extraction else ()
        old = {ref for ref in index.refs() if ref[0] == paper_id}
        before = index.entities([*sorted(old), *sorted(index.sharing(mentions))])
        index.remove(old)
        index.add(mentions)
        others = {ref for ref in before if ref[0] != paper_id}
        after = index.entities([*sorted(others), *(m.ref for m in mentions)])
        try:
            change = self._change(paper_id, extraction, node, before, after)
            self.store.write(change)
        except BaseException:
            self._index = self._read_as = None  # what was put into the index did not reach the store
            raise

    def _change(
        self,
        paper_id: str,
        extraction: Extraction | None,
        node: Node | None,
        before: Mapping[Ref, Entity],
        after: Mapping[Ref, Entity],
    ) -> Change:
        moved = {ref for ref in before if ref[0] != paper_id and before[ref].id != after[ref].id}
        gone = sorted({e.id for e in before.values()} - {e.id for e in after.values()})
        out = self._rows(_OF_PAPER, {"id": paper_id})
        moving = self._of_moved(moved, before)
        kept = _Ends(self._mentions(), after)
        came = (
            [
                _row(s.id, paper_id, s.predicate, s.modality, s.reported_on, s.subject.id, s.object.id, s.qualifiers)
                for s in extraction.statements
            ]
            if extraction
            else []
        )

        past = _Ends(self._mentions(), before, fallback=kept)
        groups = {_resolved(row, past).group for row in (*out, *moving)} | {
            _resolved(row, kept).group for row in (*moving, *came)
        }
        standing = self._standing(groups)
        leaving = {row["id"] for row in out}
        rows = {row["id"]: row for row in (*moving, *came)}
        stay = sorted({s for line in standing.values() for s in line} - leaving - set(rows))
        rows |= {row["id"]: row for row in self._rows(_BY_ID, {"ids": stay})}
        lines = relationships(r for r in (_resolved(row, kept) for row in rows.values()) if r.group in groups)

        new_ids = {line.id for line in lines}
        types = {line_id: type_ for (type_, line_id) in standing}
        stale = [(types[line_id], line_id) for line_id in sorted(types) if line_id not in new_ids]
        repointed = _repointed(moving, moved)
        mentions = [(f"{doc}#{ref}", doc, after[(doc, ref)].id) for doc, ref in sorted(moved)]
        removed = [("MENTIONS", f"mention:{m[0]}") for m in mentions] + [
            (end, f"{sid}>{end.lower()}") for sid, end, _ in repointed
        ]

        nodes = [entity_node(e) for e in sorted({e.id: e for e in after.values()}.values(), key=lambda e: e.id)]
        structure = [Relationship(f"mention:{m}", "MENTIONS", doc, entity) for m, doc, entity in mentions]
        structure += [Relationship(f"{sid}>{end.lower()}", end, sid, kept.id(ref)) for sid, end, ref in repointed]
        if extraction and node:
            nodes += [node, *(statement_node(s) for s in extraction.statements)]
            structure += _structure(extraction, kept)
        remaining = {s.id for s in extraction.statements} if extraction else set()
        remove_nodes = [*gone, *sorted(leaving - remaining), *(() if node else (paper_id,))]
        if node:
            removed += self._old_structure(paper_id, leaving & remaining)
        return Change(Subgraph(tuple(nodes), (*structure, *lines)), tuple(remove_nodes), (*stale, *removed))

    def _rows(self, cypher: str, parameters: dict[str, Any]) -> list[dict[str, Any]]:
        rows = self.store.read(cypher, parameters) if parameters.get("ids", True) else []
        return [
            _row(
                r["id"],
                r["document"],
                r["predicate"],
                r["modality"],
                r["reported_on"],
                r["subject_ref"],
                r["object_ref"],
                {q: r[q] for q in QUALIFIERS if r[q]},
            )
            for r in rows
        ]

    def _of_moved(self, moved: set[Ref], before: Mapping[Ref, Entity]) -> list[dict[str, Any]]:
        ids = sorted({before[ref].id for ref in moved})
        found = {}
        for end, ref in (("SUBJECT", "subject_ref"), ("OBJECT", "object_ref")):
            for row in self._rows(_OF_ENTITIES.format(end=end, row=_ROW), {"ids": ids}):
                if (row["document"], row[ref]) in moved:
                    found[row["id"]] = row
        return [found[i] for i in sorted(found)]

    def _standing(self, groups: Iterable[Group]) -> dict[tuple[str, str], list[str]]:
        """The relationships that stand for `groups` in the store: {(type, id): its statement ids}."""
        wanted: dict[str, list[Group]] = defaultdict(list)
        for group in sorted(groups):
            wanted[group[0]].append(group)
        found: dict[tuple[str, str], list[str]] = {}
        for type_, members in sorted(wanted.items()):
            if PREDICATES[type_].single:
                rows = self.store.read(_SEATS.format(type=type_), {"ids": [g[1] for g in members]})
            else:
                rows = self.store.read(_LINES.format(type=type_), {"pairs": [{"a": g[1], "b": g[2]} for g in members]})
            found |= {(type_, row["id"]): list(row["statements"] or ()) for row in rows}
        return found

    def _old_structure(self, paper_id: str, statements: set[str]) -> list[tuple[str, str]]:
        """What must go before a paper is written again: its mentions, and the ends of statements that stay."""
        rows = self.store.read(
            "MATCH (d:Document)-[r:MENTIONS]->(:Entity) WHERE d.id = $id RETURN r.id AS id ORDER BY id",
            {"id": paper_id},
        )
        ends = [(end, f"{sid}>{end.lower()}") for sid in sorted(statements) for end in ("SUBJECT", "OBJECT")]
        return [("MENTIONS", row["id"]) for row in rows] + ends


class _Ends:
    """The entity id at each end of a statement, under one state of resolution."""

    def __init__(self, index: Index, known: Mapping[Ref, Entity], fallback: _Ends | None = None) -> None:
        self._index, self._known, self._fallback = index, dict(known), fallback

    def id(self, ref: Ref) -> str:
        if ref not in self._known:
            if self._fallback:
                return self._fallback.id(ref)
            self._known |= self._index.entities([ref])
        return self._known[ref].id


def _row(
    id: str,
    document: str,
    predicate: str,
    modality: str,
    reported_on: str | None,
    subject_ref: str,
    object_ref: str,
    qualifiers: Mapping[str, str],
) -> dict[str, Any]:
    return {
        "id": id, "document": document, "predicate": predicate, "modality": modality, "reported_on": reported_on,
        "subject_ref": subject_ref, "object_ref": object_ref, "qualifiers": qualifiers,
    }  # fmt: skip


def _resolved(row: Mapping[str, Any], ends: _Ends) -> Resolved:
    document = row["document"]
    subject, object_ = ends.id((document, row["subject_ref"])), ends.id((document, row["object_ref"]))
    return Resolved(
        row["id"], document, subject, row["predicate"], object_, row["modality"], row["qualifiers"], row["reported_on"]
    )


def _repointed(rows: Iterable[Mapping[str, Any]], moved: set[Ref]) -> list[tuple[str, str, Ref]]:
    """(statement id, SUBJECT or OBJECT, ref) of each end that now belongs to another entity."""
    ends = (("SUBJECT", "subject_ref"), ("OBJECT", "object_ref"))
    return [
        (row["id"], end, (row["document"], row[key]))
        for row in rows
        for end, key in ends
        if (row["document"], row[key]) in moved
    ]


def _structure(extraction: Extraction, ends: _Ends) -> list[Relationship]:
    paper_id = extraction.document.id
    found = [
        Relationship(f"mention:{paper_id}#{e.id}", "MENTIONS", paper_id, ends.id((paper_id, e.id)))
        for e in extraction.entities
    ]
    for s in extraction.statements:
        found.append(Relationship(f"{s.id}>subject", "SUBJECT", s.id, ends.id((paper_id, s.subject.id))))
        found.append(Relationship(f"{s.id}>object", "OBJECT", s.id, ends.id((paper_id, s.object.id))))
        found.append(Relationship(f"{s.id}>from", "FROM", s.id, paper_id))
    return found


def _fingerprint(node: Node, extraction: Extraction) -> str:
    """A hash of the paper as read: all that is kept of it, and its statements with their places and rules."""
    statements = sorted([s.id, s.span.start, s.span.end, s.rule, s.reported_on] for s in extraction.statements)
    content = json.dumps([sorted(node.properties.items()), statements], ensure_ascii=False)
    return hashlib.sha256(content.encode()).hexdigest()
