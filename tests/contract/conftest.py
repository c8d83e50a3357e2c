"""The contract runs on one store more than other tests: the latest Neo4j, where a Java that runs it is found."""

from __future__ import annotations

from collections.abc import Iterator

import pytest

from graph.stores import Store
from tests.conftest import EMBEDDED, NEO4J, NEO4J_LATEST, Servers, store_of
from tests.neo4j.server import Server

STORES = [EMBEDDED, NEO4J, NEO4J_LATEST]


@pytest.fixture(params=STORES)
def store(request: pytest.FixtureRequest) -> Iterator[Store]:
    """An empty store: embedded, on Neo4j 5, and on the latest Neo4j."""
    with store_of(request) as store:
        yield store


@pytest.fixture(params=STORES)
def hasty_store(request: pytest.FixtureRequest) -> Iterator[Store]:
    """An empty store that gives a query two seconds."""
    with store_of(request, timeout=2.0) as store:
        yield store


@pytest.fixture(scope="session", params=[NEO4J, NEO4J_LATEST])
def neo4j_server(request: pytest.FixtureRequest, neo4j_servers: Servers) -> Server:
    """A server of each release."""
    return neo4j_servers(request.param)
