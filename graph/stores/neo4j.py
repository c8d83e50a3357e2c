"""A store on a Neo4j server (5.7 or later, a cluster or Aura too), over Bolt with the official driver.

Reads run in transactions of access mode READ: the server itself refuses to write in them.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from types import TracebackType
from typing import TYPE_CHECKING, Any, Self, TypeVar

import neo4j
from neo4j.exceptions import (
    AuthError,
    ClientError,
    ConfigurationError,
    DriverError,
    Neo4jError,
    ServiceUnavailable,
    SessionExpired,
)
from neo4j.graph import Node, Path, Relationship
from neo4j.time import Date, DateTime, Duration, Time

from graph.errors import QueryError, StoreError
from graph.stores.base import Change
from graph.stores.batches import RELATIONSHIP_TYPES, check_written, plan
from graph.stores.refusals import ONLY_READS, RETURNS_PATH, refuse_outside
from graph.vocabulary import NODE_LABELS

if TYPE_CHECKING:
    from graph.stores.batches import Plan

T = TypeVar("T")

_OLDEST = (5, 7)
"""The first version whose Community edition keeps relationship ids unique."""

_SIGN_IN = "ANSWERABLE_NEO4J_USER and ANSWERABLE_NEO4J_PASSWORD"


class Neo4jStore:
    """The graph in one database of the server at `address`; `database` None is the user's home database.

    Threads may share it: each read and write takes a connection of its own from the driver's pool.
    """

    def __init__(
        self,
        address: str,
        user: str = "neo4j",
        password: str | None = None,
        database: str | None = None,
        *,
        timeout: float = 30.0,
    ) -> None:
        if password is None:
            raise StoreError(
                f"the store {address} asks for a password. Set ANSWERABLE_NEO4J_PASSWORD, and ANSWERABLE_NEO4J_USER "
                "unless the user is neo4j."
            )
        self.address = address
        self._database = database
        self._timeout = timeout
        try:
            self._driver = neo4j.GraphDatabase.driver(
                address,
                auth=(user, password),
                connection_timeout=10.0,
                connection_acquisition_timeout=timeout,
                notifications_min_severity="OFF",
            )
            self._meet()
        except (ConfigurationError, ValueError) as error:
            raise StoreError(
                f"{address} is not the address of a Neo4j server: {error}. Write bolt://HOST:7687."
            ) from error

    def _meet(self) -> None:
        """Sign in, so that a wrong address, password, database or version is known at once."""
        try:
            with self._store_errors(), self._session(neo4j.READ_ACCESS) as session:
                agent = session.run("RETURN 1 AS one").consume().server.agent
            _check_version(self.address, agent)
        except BaseException:
            self._driver.close()
            raise

    def ensure_schema(self) -> None:
        """Create the unique id of each label and relationship type, where it is missing."""
        with self._store_errors(), self._session(neo4j.WRITE_ACCESS) as session:
            rows = session.run("SHOW CONSTRAINTS YIELD name, type WHERE type CONTAINS 'UNIQUENESS' RETURN name AS name")
            known = {row["name"] for row in rows}
            missing = [text for name, text in _constraints() if name not in known]
            for text in missing:
                _run(session, text, {}).consume()
            if missing:
                session.run("CALL db.awaitIndexes(60)").consume()

    def write(self, change: Change) -> None:
        """Carry out `change` in one transaction: all of it or none. Raises StoreError."""
        steps = plan(change)
        with self._store_errors(), self._session(neo4j.WRITE_ACCESS) as session:
            session.execute_write(_carry_out, steps)

    def read(self, cypher: str, parameters: Mapping[str, Any] | None = None) -> list[dict[str, Any]]:
        """The rows of a read-only query, each a dict by column; dates as ISO text. Raises QueryError or StoreError."""
        refuse_outside(cypher)

        def rows(transaction: neo4j.ManagedTransaction) -> list[dict[str, Any]]:
            result = _run(transaction, cypher, parameters or {})
            names = result.keys()
            return [dict(zip(names, map(_plain, record.values()), strict=True)) for record in result]

        return self._in_read(rows)

    def columns(self, cypher: str, parameters: Mapping[str, Any]) -> Sequence[str]:
        """The column names of a query, checked by the engine (EXPLAIN) without reading data. Raises QueryError."""
        refuse_outside(cypher)

        def explain(transaction: neo4j.ManagedTransaction) -> tuple[tuple[str, ...], str | None]:
            result = _run(transaction, f"EXPLAIN {cypher}", parameters)
            return tuple(result.keys()), result.consume().query_type

        names, kind = self._in_read(explain)
        if kind != "r":
            raise QueryError(f"the query would write. {ONLY_READS}")
        return names

    def close(self) -> None:
        """Give back the connections; harmless the second time."""
        self._driver.close()

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.close()

    def _session(self, access: str) -> neo4j.Session:
        return self._driver.session(database=self._database, default_access_mode=access)

    def _in_read(self, work: Callable[[neo4j.ManagedTransaction], T]) -> T:
        with self._store_errors(), self._session(neo4j.READ_ACCESS) as session:
            try:
                return session.execute_read(neo4j.unit_of_work(timeout=self._timeout)(work))
            except ClientError as error:
                raise self._query_error(error) from error

    def _query_error(self, error: ClientError) -> Exception:
        code = error.code or ""
        if code == "Neo.ClientError.Statement.AccessMode":
            return QueryError(f"the query would write. {ONLY_READS}")
        if code.startswith("Neo.ClientError.Transaction.TransactionTimedOut"):
            return QueryError(
                f"the query took longer than {self._timeout:g} s and was stopped. Bound its patterns, or add a LIMIT."
            )
        if code.startswith("Neo.ClientError.Statement."):
            return QueryError(_reason(error))
        return error

    @contextmanager
    def _store_errors(self) -> Iterator[None]:
        """Whatever the driver or the server raises, as a StoreError that says what to do."""
        try:
            yield
        except (Neo4jError, DriverError) as error:
            raise StoreError(f"the store {self.address} {_trouble(error, self._database)}") from error


def _trouble(error: Neo4jError | DriverError, database: str | None) -> str:
    code = error.code or "" if isinstance(error, Neo4jError) else ""
    if isinstance(error, ServiceUnavailable | SessionExpired):
        return "can't be reached. Start the server (make neo4j starts one), or set ANSWERABLE_STORE to its address."
    if code == "Neo.ClientError.Security.CredentialsExpired":
        return "wants its first password changed. Sign in once with Neo4j's own tools and set a new one."
    if code == "Neo.ClientError.Security.AuthenticationRateLimit":
        return f"was given a wrong password too often. Wait a little, then set {_SIGN_IN}."
    if code == "Neo.ClientError.Security.Forbidden":
        return f"does not let this user do that: {_reason(error)}. Set {_SIGN_IN} to a user that may."
    if isinstance(error, AuthError):
        return f"refused the user name or the password. Set {_SIGN_IN}."
    if code == "Neo.ClientError.Database.DatabaseNotFound":
        return f"has no database {database!r}. Set ANSWERABLE_NEO4J_DATABASE, or leave it unset for the user's own."
    if isinstance(error, DriverError) and "closed" in str(error):
        return "is closed."
    return f"failed: {_reason(error)}."


def _reason(error: Neo4jError | DriverError) -> str:
    """What the server says, in one line without the full stop."""
    text = error.message if isinstance(error, Neo4jError) and error.message else str(error)
    return " ".join(text.split()).rstrip(".")


def _check_version(address: str, agent: str) -> None:
    version = re.search(r"(\d+)\.(\d+)", agent)
    if version and (int(version[1]), int(version[2])) < _OLDEST:
        raise StoreError(f"{address} runs {agent}. Answerable needs Neo4j 5.7 or later.")


def _constraints() -> Iterator[tuple[str, str]]:
    """Each constraint by name, with its Cypher."""
    for label in NODE_LABELS:
        name = f"answerable_{label.lower()}_id"
        yield name, f"CREATE CONSTRAINT {name} IF NOT EXISTS FOR (n:{label}) REQUIRE n.id IS UNIQUE"
    for type_ in RELATIONSHIP_TYPES:
        name = f"answerable_{type_.lower()}_id"
        yield name, f"CREATE CONSTRAINT {name} IF NOT EXISTS FOR ()-[r:`{type_}`]-() REQUIRE r.id IS UNIQUE"


def _run(runner: neo4j.Session | neo4j.ManagedTransaction, cypher: str, parameters: Mapping[str, Any]) -> neo4j.Result:
    # The driver asks for literal text against injection; here labels and types come from the vocabulary alone.
    return runner.run(cypher, dict(parameters))  # pyright: ignore[reportArgumentType]


def _carry_out(transaction: neo4j.ManagedTransaction, steps: Plan) -> None:
    for type_, ids in steps.taken.items():
        taken = f"UNWIND $ids AS id MATCH ()-[r:`{type_}` {{id: id}}]->() DELETE r"
        _run(transaction, taken, {"ids": ids}).consume()
    for batch in (*steps.gone, *steps.nodes):
        _run(transaction, batch.cypher, batch.parameters).consume()
    for batch in steps.relationships:
        check_written(batch, _run(transaction, batch.cypher, batch.parameters).value("id"))


def _plain(value: Any) -> Any:
    """`value` as the embedded store gives it: dates as ISO text, a node as the dict of its properties."""
    if isinstance(value, Node | Relationship):
        return {name: _plain(item) for name, item in sorted(value.items())}
    if isinstance(value, Path):
        raise QueryError(RETURNS_PATH)
    if isinstance(value, dict):
        return {name: _plain(item) for name, item in value.items()}
    if isinstance(value, list):
        return [_plain(item) for item in value]
    if isinstance(value, Date | Time | DateTime | Duration):
        return value.iso_format()
    return value
