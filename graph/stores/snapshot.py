"""The graph of a store, read as one Subgraph: for the digest, exports, and whole-graph algorithms."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import Any

from graph.model import Node, Relationship, Subgraph
from graph.stores.base import Store
from graph.stores.batches import NODE_PROPERTIES, relationship_properties
from graph.vocabulary import PREDICATES, STRUCTURE_TYPES

_PAGE = 5000


def read_subgraph(store: Store, *, entities_only: bool = False) -> Subgraph:
    """Everything in `store`, or only the entities and the relationships between them.

    The same graph gives the same Subgraph on every store: nodes in order of id, relationships of type and id, labels
    sorted, lists as lists, absent properties left out. Read in pages of ids, so that no single query runs long.
    """
    labels = ("Entity",) if entities_only else tuple(NODE_PROPERTIES)
    types = tuple(PREDICATES) if entities_only else (*PREDICATES, *STRUCTURE_TYPES)
    nodes = [
        Node(row["id"], tuple(sorted(row["labels"])), _present(row, NODE_PROPERTIES[label]))
        for label in labels
        for row in _pages(store, _nodes_query(label))
    ]
    relationships = [
        Relationship(row["id"], type_, row["start_id"], row["end_id"], _present(row, relationship_properties(type_)))
        for type_ in types
        for row in store.read(_relationships_query(type_))
    ]
    nodes.sort(key=lambda node: node.id)
    relationships.sort(key=lambda relationship: (relationship.type, relationship.id))
    return Subgraph(tuple(nodes), tuple(relationships))


def _pages(store: Store, cypher: str) -> Iterable[Mapping[str, Any]]:
    after = ""
    while rows := store.read(cypher, {"after": after, "page": _PAGE}):
        yield from rows
        after = rows[-1]["id"]


def _nodes_query(label: str) -> str:
    named = _named("n", NODE_PROPERTIES[label])
    return (
        f"MATCH (n:{label}) WHERE n.id > $after RETURN n.id AS id, labels(n) AS labels{named} ORDER BY id LIMIT $page"
    )


def _relationships_query(type_: str) -> str:
    named = _named("r", relationship_properties(type_))
    return f"MATCH (a)-[r:`{type_}`]->(b) RETURN r.id AS id, a.id AS start_id, b.id AS end_id{named} ORDER BY id"


def _named(variable: str, properties: Iterable[str]) -> str:
    return "".join(f", {variable}.`{name}` AS `{name}`" for name in properties)


def _present(row: Mapping[str, Any], properties: Iterable[str]) -> dict[str, Any]:
    return {name: row[name] for name in properties if row[name] is not None}
