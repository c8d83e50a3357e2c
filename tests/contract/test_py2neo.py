"""A subgraph given to a program that uses py2neo arrives in a real Neo4j as it was."""

from __future__ import annotations

from collections.abc import Iterator
from urllib.parse import urlsplit

import py2neo
import pytest

from graph.stores import read_subgraph
from graph.stores.neo4j import Neo4jStore
from graph.stores.py2neo_subgraph import to_py2neo
from tests.contract.graphs import body, came_from, graph, paper, reports_to, statement
from tests.neo4j.server import Server

A, B = body("a", aliases=["AB", "the A"], kind=None), body("b'); //")
PAPER, STATEMENT = paper("minutes"), statement("1", start=3, end=9)
GRAPH = graph(
    A, B, PAPER, STATEMENT,
    came_from("from", STATEMENT, PAPER),
    reports_to("1", A, B, modality="asserted", statements=("statement:1",)),
    reports_to("2", A, B, modality="proposed"),
    reports_to("loop", A, A, modality="asserted"),
)  # fmt: skip


@pytest.fixture
def connection(neo4j_store: Neo4jStore, neo4j_server: Server) -> Iterator[py2neo.Graph]:
    """py2neo at the server of `neo4j_store`."""
    at = urlsplit(neo4j_server.address)
    graph = py2neo.Graph(f"bolt://{at.hostname}:{at.port}", auth=(neo4j_server.user, neo4j_server.password))
    yield graph
    graph.service.connector.close()


def test_every_node_and_relationship_is_handed_out() -> None:
    handed = to_py2neo(GRAPH)
    assert sorted(node["id"] for node in handed.nodes) == ["body:a", "body:b'); //", "paper:minutes", "statement:1"]
    assert sorted((type(r).__name__, r["id"]) for r in handed.relationships) == [
        ("FROM", "from"), ("REPORTS_TO", "1"), ("REPORTS_TO", "2"), ("REPORTS_TO", "loop"),
    ]  # fmt: skip
    [a] = [node for node in handed.nodes if node["id"] == "body:a"]
    assert set(a.labels) == {"Entity", "Body"}
    assert dict(a) == {"id": "body:a", "name": "a", "aliases": ["AB", "the A"]}


def test_a_relationship_without_its_node_is_refused() -> None:
    with pytest.raises(KeyError, match="body:a"):
        to_py2neo(graph(B, reports_to("line", A, B)))


@pytest.mark.neo4j
def test_merged_with_py2neo_it_reads_back_as_it_was(neo4j_store: Neo4jStore, connection: py2neo.Graph) -> None:
    connection.merge(to_py2neo(GRAPH))
    connection.merge(to_py2neo(GRAPH))
    assert read_subgraph(neo4j_store).digest() == GRAPH.digest()
    matched = connection.relationships.match(r_type="REPORTS_TO").all()
    assert sorted((r.start_node["id"], r["modality"], r.end_node["id"]) for r in matched) == [
        ("body:a", "asserted", "body:a"),
        ("body:a", "asserted", "body:b'); //"),
        ("body:a", "proposed", "body:b'); //"),
    ]


@pytest.mark.neo4j
def test_created_with_py2neo_it_reads_back_as_it_was(neo4j_store: Neo4jStore, connection: py2neo.Graph) -> None:
    connection.create(to_py2neo(GRAPH))
    assert read_subgraph(neo4j_store).digest() == GRAPH.digest()
