"""Small graphs for the contract tests, short to write down."""

from __future__ import annotations

from typing import Any

from graph.model import Node, Relationship, Subgraph
from graph.stores import Change


def body(key: str, **properties: Any) -> Node:
    return Node(f"body:{key}", ("Entity", "Body"), {"name": key, **properties})


def paper(key: str, **properties: Any) -> Node:
    return Node(f"paper:{key}", ("Document",), {"name": f"{key}.txt", **properties})


def statement(key: str, **properties: Any) -> Node:
    return Node(f"statement:{key}", ("Statement",), {"predicate": "REPORTS_TO", **properties})


def reports_to(key: str, start: Node, end: Node, **properties: Any) -> Relationship:
    return Relationship(key, "REPORTS_TO", start.id, end.id, properties)


def came_from(key: str, start: Node, end: Node) -> Relationship:
    return Relationship(key, "FROM", start.id, end.id)


def adding(*elements: Node | Relationship) -> Change:
    return Change(graph(*elements))


def graph(*elements: Node | Relationship) -> Subgraph:
    nodes = tuple(element for element in elements if isinstance(element, Node))
    return Subgraph(nodes, tuple(element for element in elements if isinstance(element, Relationship)))
