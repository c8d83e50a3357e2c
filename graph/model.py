"""The types that every layer shares: papers, statements, entities, and the subgraph made of them.

Offsets are characters of a document's text, end exclusive. Dates are ISO 8601 text with the precision that the
paper gave ("2013", "2013-09", "2013-09-01"); `graph.timeline` compares them.
"""

from __future__ import annotations

import hashlib
import re
import unicodedata
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field, replace
from functools import lru_cache
from typing import TYPE_CHECKING, Any, Literal

if TYPE_CHECKING:
    import networkx as nx

BlockKind = Literal["heading", "paragraph", "item", "row", "field"]
Modality = Literal["asserted", "proposed", "historical", "negated"]
NATIONS = frozenset(("uk", "ireland", "europe", "world"))
"""Values of an entity's `place` that say that it belongs to no single place."""


@lru_cache(maxsize=8192)
def slug(text: str) -> str:
    """Lower-case ASCII words of `text` joined by hyphens: "Children's Board" → "childrens-board"."""
    plain = unicodedata.normalize("NFKD", text).encode("ascii", "ignore").decode()
    plain = re.sub(r"['`]", "", plain.lower().replace("&", " and "))
    return re.sub(r"[^a-z0-9]+", "-", plain).strip("-")


@dataclass(frozen=True, slots=True)
class Block:
    """One piece of a paper's layout: heading, paragraph, list item, table row or "label: value" field.

    `text[start:end]` is the block's content without its bullet, number or markup. A row has `cells`, a field has
    two cells (label, value), each a (start, end) pair in document offsets; an empty cell has start == end.
    """

    kind: BlockKind
    start: int
    end: int
    page: int | None = None
    level: int | None = None
    number: str | None = None
    cells: tuple[tuple[int, int], ...] = ()


@dataclass(frozen=True, slots=True)
class Part:
    """One paper of a pack, from `start` to `end`: its kind, title, own body and date (each None when not stated)."""

    start: int
    end: int
    kind: str
    title: str | None = None
    body: str | None = None
    date: str | None = None


@dataclass(frozen=True, slots=True)
class Document:
    """A paper as read: its text and where its blocks and parts are.

    `name` is the file name that the user gave (relative to the folder loaded), the identity under which a changed
    paper replaces its earlier version; `sha256` is of the file's bytes. `notices` are sentences about what could not
    be read ("Page 3 is a picture without text"), for people and not for the graph.
    """

    name: str
    text: str
    sha256: str
    blocks: tuple[Block, ...] = ()
    parts: tuple[Part, ...] = ()
    title: str = ""
    kind: str = "paper"
    date: str | None = None
    notices: tuple[str, ...] = ()

    @property
    def id(self) -> str:
        """`paper:` with a readable slug and six hex digits that keep look-alike names apart."""
        return document_id(self.name)


def document_id(name: str) -> str:
    """The id of the paper called `name`."""
    return f"paper:{slug(name)}-{hashlib.sha256(name.encode()).hexdigest()[:6]}"


@dataclass(frozen=True, slots=True)
class Span:
    """The exact words of a paper: `document.text[start:end] == quote`, always."""

    document_id: str
    start: int
    end: int
    quote: str
    page: int | None = None


@dataclass(frozen=True, slots=True)
class Entity:
    """Someone or something that papers name. From a loader: as one paper names it; from a store: as resolved.

    `aliases` are other distinctive names ("RLSCB"), never "the Board". `attributes` are plain strings; those that
    resolution reads are `place` (the place it belongs to, "uk" for a national body), `parent` (the body it is part
    of) and, for a Post, `body`; a Recommendation or Resolution has `number`, `text` and `issuer`.
    """

    id: str
    label: str
    name: str
    aliases: tuple[str, ...] = ()
    kind: str | None = None
    attributes: Mapping[str, str] = field(default_factory=dict, hash=False)


def entity_id(label: str, name: str, *context: str) -> str:
    """The readable id of an entity: "body:cse-sub-group"; `context` (a place, a body) is appended to the slug."""
    parts = [p for p in (slug(name)[:90].rstrip("-"), *(slug(c) for c in context)) if p]
    return f"{label.lower()}:{'--'.join(parts)}"


@dataclass(frozen=True, slots=True)
class Statement:
    """One claim, made by one paper in one place.

    `qualifiers` are those that `graph.vocabulary` allows for the predicate; `rule` names the line of code or data
    that read it ("cue:chaired-by"); `reported_on` is the date of the part of the paper that says so.
    """

    id: str
    subject: Entity
    predicate: str
    object: Entity
    span: Span
    rule: str
    modality: Modality = "asserted"
    qualifiers: Mapping[str, str] = field(default_factory=dict, hash=False)
    reported_on: str | None = None


def identify(statements: Iterable[Statement]) -> tuple[Statement, ...]:
    """The statements of one paper in order of place, each with its id: a hash of its content, not of its offset.

    Ids therefore survive edits elsewhere in the paper; the second mention of the same words counts as a second
    statement. The same (subject, predicate, object, modality, qualifiers, span) twice is one statement.
    """
    ordered = sorted(
        statements,
        key=lambda s: (
            s.span.start,
            s.span.end,
            s.predicate,
            s.subject.id,
            s.object.id,
            s.modality,
            sorted(s.qualifiers.items()),
        ),
    )
    seen: dict[str, int] = {}
    placed: set[tuple[str, int, int]] = set()
    result = []
    for statement in ordered:
        content = "\x1f".join(
            [
                statement.span.document_id,
                statement.subject.id,
                statement.predicate,
                statement.object.id,
                statement.modality,
                *(f"{k}={v}" for k, v in sorted(statement.qualifiers.items())),
                statement.span.quote,
            ]
        )
        if (content, statement.span.start, statement.span.end) in placed:
            continue
        placed.add((content, statement.span.start, statement.span.end))
        occurrence = seen[content] = seen.get(content, 0) + 1
        digest = hashlib.sha256(f"{content}\x1f{occurrence}".encode()).hexdigest()[:16]
        result.append(replace(statement, id=f"statement:{digest}"))
    return tuple(result)


@dataclass(frozen=True, slots=True)
class Extraction:
    """What one paper says: the document, every entity it names (with or without a statement), its statements."""

    document: Document
    entities: tuple[Entity, ...]
    statements: tuple[Statement, ...]


@dataclass(frozen=True, slots=True)
class Mark:
    """Where a paper names or refers to entities, by `rule`; `entities` are ids, () if it is not sure who is meant."""

    start: int
    end: int
    kind: Literal["name", "reference"]
    entities: tuple[str, ...]
    rule: str


@dataclass(frozen=True, slots=True)
class Node:
    """A node of the property graph; ids are unique over all labels. Values: str, int, float, bool, list of str."""

    id: str
    labels: tuple[str, ...]
    properties: Mapping[str, Any] = field(default_factory=dict, hash=False)


@dataclass(frozen=True, slots=True)
class Relationship:
    """A relationship of the property graph from node id `start` to node id `end`."""

    id: str
    type: str
    start: str
    end: str
    properties: Mapping[str, Any] = field(default_factory=dict, hash=False)


@dataclass(frozen=True, slots=True)
class Subgraph:
    """Nodes and relationships as assembly, stores, queries, viz and api pass them on."""

    nodes: tuple[Node, ...] = ()
    relationships: tuple[Relationship, ...] = ()

    def to_networkx(self) -> nx.MultiDiGraph[str]:
        """A MultiDiGraph: node key = id, edge key = relationship id, `labels`/`type` and properties as attributes."""
        import networkx as nx

        graph: nx.MultiDiGraph[str] = nx.MultiDiGraph()
        for node in self.nodes:
            graph.add_node(
                node.id, labels=list(node.labels), **{k: v for k, v in node.properties.items() if k != "labels"}
            )
        for rel in self.relationships:
            graph.add_edge(
                rel.start,
                rel.end,
                key=rel.id,
                type=rel.type,
                **{k: v for k, v in rel.properties.items() if k != "type"},
            )
        return graph

    def digest(self) -> str:
        """SHA-256 over the sorted content: equal for equal graphs, whatever store or order they came from."""
        import json

        rows = [["node", n.id, sorted(n.labels), _plain(n.properties)] for n in self.nodes]
        rows += [["relationship", r.type, r.start, r.end, r.id, _plain(r.properties)] for r in self.relationships]
        lines = sorted(json.dumps(row, ensure_ascii=False, sort_keys=True) for row in rows)
        return hashlib.sha256("\n".join(lines).encode()).hexdigest()


def _plain(properties: Mapping[str, Any]) -> dict[str, Any]:
    return {
        k: list(v) if isinstance(v, list | tuple) else v for k, v in properties.items() if v is not None and k != "id"
    }
