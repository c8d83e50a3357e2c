"""A subgraph handed out to programs that use py2neo."""

from __future__ import annotations

from itertools import groupby
from typing import Any

import py2neo
from py2neo.cypher.queries import unwind_merge_relationships_query

from graph.model import Subgraph
from graph.stores.batches import key_label


class IdentifiedSubgraph(py2neo.Subgraph):  # type: ignore[misc]
    """A py2neo Subgraph whose nodes and relationships are told apart by their ids, in `graph.merge` and `graph.create`.

    py2neo itself tells relationships apart by their type and ends alone, and so would fold a proposed line into the
    asserted one beside it.
    """

    def __db_create__(self, tx: Any) -> None:
        py2neo.Subgraph(self.nodes).__db_create__(tx)
        self._merge_relationships(tx)

    def __db_merge__(self, tx: Any, primary_label: str | None = None, primary_key: str | None = None) -> None:
        py2neo.Subgraph(self.nodes).__db_merge__(tx, primary_label, primary_key)
        self._merge_relationships(tx)

    def _merge_relationships(self, tx: Any) -> None:
        unbound = [r for r in self.relationships if r.graph is not tx.graph]
        unbound.sort(key=lambda r: (type(r).__name__, r["id"]))
        for type_, same in groupby(unbound, key=lambda r: type(r).__name__):
            relationships = list(same)
            data = [[r.start_node.identity, dict(r), r.end_node.identity] for r in relationships]
            query, parameters = unwind_merge_relationships_query(data, (type_, "id"))
            identities = [record[0] for record in tx.run(f"{query} RETURN id(_)", parameters)]
            for relationship, identity in zip(relationships, identities, strict=True):
                relationship.graph, relationship.identity = tx.graph, identity


def to_py2neo(subgraph: Subgraph) -> IdentifiedSubgraph:
    """`subgraph` as py2neo has it: labels, types and properties the same, `id` among the properties.

    Every relationship must start and end at a node of `subgraph`; KeyError names the one that is missing.
    """
    nodes = {}
    for node in subgraph.nodes:
        nodes[node.id] = py2neo.Node(*sorted(node.labels), **{**_plain(node.properties), "id": node.id})
        nodes[node.id].__primarylabel__, nodes[node.id].__primarykey__ = key_label(node.id), "id"
    relationships = [
        py2neo.Relationship(nodes[r.start], r.type, nodes[r.end], **{**_plain(r.properties), "id": r.id})
        for r in subgraph.relationships
    ]
    return IdentifiedSubgraph(nodes.values(), relationships)


def _plain(properties: Any) -> dict[str, Any]:
    """The properties that are there; a tuple as the list that py2neo can send."""
    return {k: list(v) if isinstance(v, tuple) else v for k, v in properties.items() if v is not None}
