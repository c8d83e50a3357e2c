"""What a store is: it keeps one property graph and answers Cypher of the portable subset.

Two engines stand behind this protocol, and one contract test suite runs against both (tests/contract).
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from types import TracebackType
from typing import Any, Protocol, Self

from graph.model import Subgraph


@dataclass(frozen=True, slots=True)
class Change:
    """One transaction: what to take away, then what to write. Data, so that a store can try it again.

    Nodes and relationships in `add` replace those of the same id (a property absent or None is removed, as long as
    it is one that `graph.vocabulary` lists for that kind). Removing a node removes its relationships; removing what
    is not there changes nothing.
    """

    add: Subgraph = field(default_factory=Subgraph)
    remove_nodes: tuple[str, ...] = ()
    remove_relationships: tuple[tuple[str, str], ...] = ()
    """(type, id) of each."""


class Store(Protocol):
    """One graph, embedded or on a server."""

    address: str

    def ensure_schema(self) -> None:
        """Create the types, indexes and unique ids that `graph.vocabulary` asks for, where they are missing."""

    def write(self, change: Change) -> None:
        """Carry out `change` in one transaction: all of it or none.

        Raises StoreError, or VocabularyError for a label, type or property that the vocabulary does not list.
        """

    def read(self, cypher: str, parameters: Mapping[str, Any] | None = None) -> list[dict[str, Any]]:
        """The rows of a read-only query, each a dict by column; dates as ISO text. Raises StoreError or QueryError.

        A query that would write is refused with QueryError; so is one that takes longer than 30 s.
        """

    def columns(self, cypher: str, parameters: Mapping[str, Any]) -> Sequence[str]:
        """The column names of a query, checked by the engine (EXPLAIN) without reading data. Raises QueryError."""

    def close(self) -> None:
        """Give back files, locks and connections; harmless the second time."""

    def __enter__(self) -> Self: ...

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None: ...
