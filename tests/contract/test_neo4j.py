"""What the Neo4j store does besides the contract: signing in, and a client that is killed."""

from __future__ import annotations

import socket

import pytest

from graph.errors import StoreError
from graph.stores import open_store
from graph.stores.neo4j import Neo4jStore
from tests.contract.loading import check_whole_or_absent, killed_while_loading
from tests.neo4j.server import Server


def test_a_server_that_is_not_there_says_how_to_start_one() -> None:
    with socket.socket() as taken:
        taken.bind(("127.0.0.1", 0))  # bound and never listening: nothing answers
        address = f"bolt://127.0.0.1:{taken.getsockname()[1]}"
        with pytest.raises(StoreError, match=r"can't be reached. Start the server .make neo4j"):
            open_store(address, password="x")


@pytest.mark.parametrize("address", ["bolt://a:b:c", "bolt://127.0.0.1:port"])
def test_an_address_that_is_none_is_refused(address: str) -> None:
    with pytest.raises(StoreError, match=r"not the address of a Neo4j server.*Write bolt://HOST:7687"):
        open_store(address, password="x")


def test_a_missing_password_is_asked_for_by_name() -> None:
    with pytest.raises(StoreError, match=r"Set ANSWERABLE_NEO4J_PASSWORD, and ANSWERABLE_NEO4J_USER"):
        open_store("bolt://127.0.0.1:7687")


@pytest.mark.neo4j
def test_a_wrong_password_is_refused_by_name_of_the_settings(neo4j_server: Server) -> None:
    with pytest.raises(
        StoreError,
        match=r"refused .*the password. Set ANSWERABLE_NEO4J_USER and ANSWERABLE_NEO4J_PASSWORD",
    ):
        open_store(neo4j_server.address, password="wrong")


@pytest.mark.neo4j
def test_a_database_that_is_not_there_is_named(neo4j_server: Server) -> None:
    with pytest.raises(StoreError, match=r"no database 'nowhere'. Set ANSWERABLE_NEO4J_DATABASE"):
        open_store(neo4j_server.address, password=neo4j_server.password, database="nowhere")


@pytest.mark.neo4j
@pytest.mark.parametrize("scheme", ["bolt", "neo4j"])
def test_both_schemes_reach_the_server(neo4j_server: Server, scheme: str) -> None:
    address = neo4j_server.address.replace("bolt", scheme)
    with open_store(address, password=neo4j_server.password, database="neo4j") as store:
        assert store.read("RETURN 1 AS one") == [{"one": 1}]


@pytest.mark.neo4j
def test_a_killed_client_leaves_each_change_whole_or_absent(neo4j_store: Neo4jStore, neo4j_server: Server) -> None:
    environment = {"ANSWERABLE_STORE": neo4j_server.address, "ANSWERABLE_NEO4J_PASSWORD": neo4j_server.password}
    following = 0
    for patience in (0.0, 0.017):
        reported = killed_while_loading(environment, following, patience)
        following = check_whole_or_absent(neo4j_store, reported)
