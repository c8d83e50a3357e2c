"""The contract runs on one store more than other tests: the latest Neo4j, where a Java that runs it is found."""

from __future__ import annotations

from collections.abc import Iterator

import pytest

from graph.stores import Store
from tests.conftest import EMBEDDED, NEO4J, NEO4J_LATEST, store_of

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
