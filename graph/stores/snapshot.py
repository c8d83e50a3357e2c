"""The graph of a store, read as one Subgraph: for the digest, exports, and whole-graph algorithms."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any

from graph.model import Node, Relationship, Subgraph
from graph.stores.base import Store
from graph.stores.batches import NODE_PROPERTIES, RELATIONSHIP_TYPES, relationship_properties

_PAGE = 2000

_NODES = (
    "MATCH (n:{label}) WHERE n.id > $after RETURN n.id AS id, labels(n) AS labels, n AS node ORDER BY id LIMIT $page"
)
_RELATIONSHIPS = """
UNWIND $ids AS id
MATCH (a:{label} {{id: id}})-[r]->(b)
RETURN type(r) AS type, a.id AS start_id, b.id AS end_id, r AS relationship
"""


def read_subgraph(store: Store, *, entities_only: bool = False) -> Subgraph:
    """Everything in `store`, or only the entities and the relationships between them.

    The same graph gives the same Subgraph on every store: nodes in order of id, relationships of type and id, labels
    sorted, lists as lists, only what `graph.vocabulary` lists. Read a page of nodes at a time, each with the
    relationships that start there, so that no query runs long.
    """
    nodes: list[Node] = []
    relationships: list[Relationship] = []
    for label in ("Entity",) if entities_only else NODE_PROPERTIES:
        for page in _pages(store, label):
            nodes += [_node(row, NODE_PROPERTIES[label]) for row in page]
            rows = store.read(_RELATIONSHIPS.format(label=label), {"ids": [row["id"] for row in page]})
            relationships += [_relationship(row) for row in rows if row["type"] in RELATIONSHIP_TYPES]
    nodes.sort(key=lambda node: node.id)
    relationships.sort(key=lambda relationship: (relationship.type, relationship.id))
    return Subgraph(tuple(nodes), tuple(relationships))


def _pages(store: Store, label: str) -> Iterator[list[dict[str, Any]]]:
    after = ""
    while rows := store.read(_NODES.format(label=label), {"after": after, "page": _PAGE}):
        yield rows
        after = rows[-1]["id"]


def _node(row: Mapping[str, Any], properties: tuple[str, ...]) -> Node:
    return Node(row["id"], tuple(sorted(row["labels"])), _listed(row["node"], properties))


def _relationship(row: Mapping[str, Any]) -> Relationship:
    kept, type_ = row["relationship"], row["type"]
    return Relationship(
        kept["id"], type_, row["start_id"], row["end_id"], _listed(kept, relationship_properties(type_))
    )


def _listed(kept: Mapping[str, Any], properties: tuple[str, ...]) -> dict[str, Any]:
    return {name: kept[name] for name in properties if name in kept}
