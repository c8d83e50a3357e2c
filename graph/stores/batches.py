"""A change as batches of Cypher that both engines carry out, grouped by labels and type.

Labels, types and property names stand in the text and are therefore checked against `graph.vocabulary`; every value
travels as a parameter. A node is merged by id; a relationship is taken out by id and created anew, so that it may
come back between other nodes.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any

from graph.errors import StoreError, VocabularyError
from graph.model import Node, Relationship
from graph.stores.base import Change
from graph.vocabulary import (
    DOCUMENT_PROPERTIES,
    ENTITY_PROPERTIES,
    NODE_LABELS,
    PREDICATES,
    RELATIONSHIP_PROPERTIES,
    STATEMENT_PROPERTIES,
    STRUCTURE_TYPES,
)

ROWS = 1000
"""Rows of one UNWIND: enough to amortise the call, few enough to stay far from any time limit."""

NODE_PROPERTIES = {"Entity": ENTITY_PROPERTIES, "Statement": STATEMENT_PROPERTIES, "Document": DOCUMENT_PROPERTIES}
RELATIONSHIP_TYPES = (*PREDICATES, *STRUCTURE_TYPES)

_Groups = dict[tuple[str, tuple[str, ...]], list[dict[str, Any]]]
"""Rows by the statement that writes them and what it clears."""

_KEY_LABELS = {"statement": "Statement", "paper": "Document"}


@dataclass(frozen=True, slots=True)
class Batch:
    """One statement for many rows, each with an "id". `cleared` names what a node written again loses first."""

    cypher: str
    rows: Sequence[Mapping[str, Any]]
    cleared: tuple[str, ...] = ()

    @property
    def parameters(self) -> dict[str, Any]:
        """The parameters of `cypher`."""
        return {"rows": self.rows, "cleared": dict.fromkeys(self.cleared)} if self.cleared else {"rows": self.rows}


@dataclass(frozen=True, slots=True)
class Plan:
    """What a store does for one change, in this order: `taken` holds the ids of relationships by type.

    A batch of `relationships` returns the ids that it wrote, for `check_written`.
    """

    taken: Mapping[str, Sequence[str]]
    gone: Sequence[Batch]
    nodes: Sequence[Batch]
    relationships: Sequence[Batch]


def key_label(node_id: str) -> str:
    """The label under which `node_id` is indexed: Statement, Document, else Entity."""
    return _KEY_LABELS.get(node_id.partition(":")[0], "Entity")


def relationship_properties(type_: str) -> tuple[str, ...]:
    """The properties that a relationship of `type_` may have besides its id."""
    return RELATIONSHIP_PROPERTIES if type_ in PREDICATES else ()


def plan(change: Change) -> Plan:
    """The batches of `change`. Raises VocabularyError for a label, type or property that the vocabulary lacks."""
    taken: dict[str, list[str]] = {}
    for type_, relationship_id in change.remove_relationships:
        taken.setdefault(_known_type(type_), []).append(relationship_id)
    for relationship in change.add.relationships:
        taken.setdefault(_known_type(relationship.type), []).append(relationship.id)

    gone: _Groups = {}
    for node_id in change.remove_nodes:
        gone.setdefault((_node_removal(key_label(node_id)), ()), []).append({"id": node_id})

    nodes: _Groups = {}
    for node in change.add.nodes:
        allowed = NODE_PROPERTIES[key_label(node.id)]
        nodes.setdefault((_node_merge(node), allowed), []).append(_row(node, allowed))

    relationships: _Groups = {}
    for relationship in change.add.relationships:
        row = _row(relationship, relationship_properties(relationship.type))
        row |= {"start": relationship.start, "end": relationship.end}
        relationships.setdefault((_relationship_creation(relationship), ()), []).append(row)

    return Plan(
        {type_: list(dict.fromkeys(ids)) for type_, ids in taken.items()},
        tuple(_batches(gone)),
        tuple(_batches(nodes)),
        tuple(_batches(relationships)),
    )


def check_written(batch: Batch, written: Sequence[str]) -> None:
    """Raise StoreError unless every row of `batch` was written: a relationship is dropped where an end is missing."""
    if len(written) == len(batch.rows):
        return
    lost = {row["id"] for row in batch.rows} - set(written)
    row = next(row for row in batch.rows if row["id"] in lost)
    raise StoreError(
        f"relationship {row['id']!r} joins {row['start']!r} to {row['end']!r}, and at least one of them is not in the "
        "store. Nothing was written. Add both nodes in the same change, or before it."
    )


def _batches(groups: _Groups) -> Iterator[Batch]:
    for (cypher, cleared), rows in groups.items():
        # The last of two elements with one id wins, as it would if they were written one after the other.
        unique = list({row["id"]: row for row in rows}.values())
        for start in range(0, len(unique), ROWS):
            yield Batch(cypher, unique[start : start + ROWS], cleared)


def _node_removal(label: str) -> str:
    return f"UNWIND $rows AS row MATCH (n:{label} {{id: row.id}}) DETACH DELETE n"


def _node_merge(node: Node) -> str:
    label = key_label(node.id)
    unknown = sorted(set(node.labels) - set(NODE_LABELS))
    if unknown or label not in node.labels:
        raise VocabularyError(
            f"node {node.id!r} has the labels {', '.join(node.labels) or '(none)'}; its id asks for {label}, and the "
            f"vocabulary has {', '.join(NODE_LABELS)}"
        )
    labels = ":".join(sorted(set(node.labels)))
    return f"UNWIND $rows AS row MERGE (n:{labels} {{id: row.id}}) ON MATCH SET n += $cleared SET n += row.properties"


def _relationship_creation(relationship: Relationship) -> str:
    return (
        "UNWIND $rows AS row "
        f"MATCH (a:{key_label(relationship.start)} {{id: row.start}}) "
        f"MATCH (b:{key_label(relationship.end)} {{id: row.end}}) "
        f"CREATE (a)-[r:`{relationship.type}` {{id: row.id}}]->(b) SET r += row.properties RETURN row.id AS id"
    )


def _known_type(type_: str) -> str:
    if type_ not in RELATIONSHIP_TYPES:
        raise VocabularyError(f"no relationship type {type_!r}; the vocabulary has {', '.join(RELATIONSHIP_TYPES)}")
    return type_


def _row(element: Node | Relationship, allowed: tuple[str, ...]) -> dict[str, Any]:
    """The element's id and the properties that it has."""
    properties: dict[str, Any] = {}
    for name, value in element.properties.items():
        if name == "id" or value is None:
            continue
        if name not in allowed:
            raise VocabularyError(
                f"{element.id!r} has the property {name!r}, which graph.vocabulary does not list for it"
            )
        properties[name] = _plain(value, element.id, name)
    return {"id": element.id, "properties": properties}


def _plain(value: Any, element_id: str, name: str) -> Any:
    """`value` as both engines keep it: text, numbers, truth values, lists of text; a date as ISO text."""
    if isinstance(value, bool | int | float):
        return value
    if isinstance(value, str):
        try:
            value.encode()
        except UnicodeEncodeError:
            raise StoreError(f"{element_id!r}: {name} holds half a character. Read the paper again as UTF-8.") from None
        return value
    if isinstance(value, date):
        return value.isoformat()
    if isinstance(value, list | tuple) and all(isinstance(item, str) for item in value):
        return [_plain(item, element_id, name) for item in value]
    raise StoreError(
        f"{element_id!r}: {name} is {value!r}; a property is text, a number, true or false, a date, or a list of text."
    )
