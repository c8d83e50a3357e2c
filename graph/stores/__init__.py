"""The stores: `open_store("./folder")` is the embedded one, `open_store("bolt://…")` or `neo4j://…` a server."""

from __future__ import annotations

from graph.errors import StoreError
from graph.stores.base import Change, Store
from graph.stores.snapshot import read_subgraph

__all__ = ["Change", "Store", "open_store", "read_subgraph"]

SERVER_SCHEMES = ("bolt://", "bolt+s://", "bolt+ssc://", "neo4j://", "neo4j+s://", "neo4j+ssc://")


def open_store(address: str, *, user: str = "neo4j", password: str | None = None, database: str | None = None) -> Store:
    """The store at `address`, opened, with its schema in place.

    Drivers are imported only here, so that a command which needs no store starts fast. Raises StoreError with the
    remedy where the store can't be reached, is locked by another process, or refuses the password.
    """
    store: Store
    if address.startswith(SERVER_SCHEMES):
        from graph.stores.neo4j import Neo4jStore

        store = Neo4jStore(address, user=user, password=password, database=database)
    elif "://" in address:
        raise StoreError(f"{address} is no store. Give a folder, or the bolt:// or neo4j:// address of a Neo4j server.")
    else:
        from graph.stores.embedded import EmbeddedStore

        store = EmbeddedStore(address)
    try:
        store.ensure_schema()
    except BaseException:
        store.close()
        raise
    return store
