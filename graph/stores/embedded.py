"""The embedded store: ArcadeDB inside this process, one folder on disk, nothing to install or start beside it.

Every write is one explicit transaction (auto-commit would keep part of an UNWIND), and every read goes through the
engine's read-only entry, which refuses writes: that refusal is a security boundary, not a courtesy.
"""

from __future__ import annotations

import json
import os
import platform
import re
import threading
from collections.abc import Iterator, Mapping, Sequence
from datetime import date, time
from pathlib import Path
from types import TracebackType
from typing import TYPE_CHECKING, Any, Self

from graph.errors import QueryError, StoreError
from graph.stores.base import Change
from graph.stores.batches import RELATIONSHIP_TYPES, check_written, plan
from graph.stores.refusals import ONLY_READS, RETURNS_PATH, refuse_outside, refuse_writes
from graph.vocabulary import LABELS, NODE_LABELS

if TYPE_CHECKING:
    from graph.stores.batches import Plan

_SETTINGS = {"opencypher.loadCsv.allowFileUrls": False, "opencypher.loadCsv.allowRemoteUrls": False}
_PATH = re.compile(r"\(#\d+:\d+\)(<?-\[#\d+:\d+\]->?\(#\d+:\d+\))+")
_COLUMNS = re.compile(r"^\s*\+ FINAL PROJECTION \[(.*)\]$", re.MULTILINE)


class EmbeddedStore:
    """The graph in the folder `path`, which is created where it is missing. One process at a time can hold it."""

    def __init__(self, path: str | os.PathLike[str], *, timeout: float = 30.0) -> None:
        self.address = os.fspath(path)
        self._timeout = timeout
        self._closing = threading.Lock()
        folder = Path(path).expanduser().resolve()
        engine = _engine()
        exists = _check_folder(folder, self.address)
        try:
            folder.parent.mkdir(parents=True, exist_ok=True)
            self._database: Any = engine.open_database(str(folder)) if exists else engine.create_database(str(folder))
            self._settle(folder)
        except OSError as error:
            raise StoreError(
                f"can't create the store {self.address}: {error}. Choose a folder that you may write to."
            ) from error
        except engine.ArcadeDBError as error:
            raise _opening_error(self.address, error) from error
        self._failure: type[Exception] = engine.ArcadeDBError

    def _settle(self, folder: Path) -> None:
        """Put right the settings that the folder keeps; only where they differ, for a write may be cut short."""
        file = folder / "configuration.json"
        kept = json.loads(file.read_text(encoding="utf-8")).get("configuration", {}) if file.is_file() else {}
        for name, value in {**_SETTINGS, "command.timeout": round(self._timeout * 1000)}.items():
            if kept.get(name) != value:
                self._database.command("sql", f"ALTER DATABASE `arcadedb.{name}` {json.dumps(value)}")
        self._database.set_wal_flush("yes_nometadata")

    def ensure_schema(self) -> None:
        """Create the types, the unique index on each id and the two-label types, where they are missing."""
        try:
            known = {row["name"] for row in self._database.query("sql", "SELECT name FROM schema:types").to_list()}
            known |= {row["name"] for row in self._database.query("sql", "SELECT name FROM schema:indexes").to_list()}
            missing = [line for name, line in _schema() if name not in known]
            if missing:
                self._database.command("sqlscript", "\n".join(missing))
        except self._failure as error:
            raise StoreError(f"can't lay out the store {self.address}: {_reason(error)}.") from error

    def write(self, change: Change) -> None:
        """Carry out `change` in one transaction: all of it or none. Raises StoreError."""
        steps = plan(change)
        try:
            self._database.run_in_transaction(lambda: self._carry_out(steps))
        except self._failure as error:
            raise StoreError(
                f"the store {self.address} refused the change, nothing was written: {_reason(error)}."
            ) from error

    def _carry_out(self, steps: Plan) -> None:
        command = self._database.command
        for type_, ids in steps.taken.items():
            # In SQL because openCypher here finds a relationship by id only by a walk over every node.
            command("sql", f"DELETE FROM `{type_}` WHERE id IN :ids", {"ids": ids}).to_list()
        for batch in (*steps.gone, *steps.nodes):
            command("opencypher", batch.cypher, batch.parameters).to_list()
        for batch in steps.relationships:
            written = command("opencypher", batch.cypher, batch.parameters).to_list()
            check_written(batch, [row["id"] for row in written])

    def read(self, cypher: str, parameters: Mapping[str, Any] | None = None) -> list[dict[str, Any]]:
        """The rows of a read-only query, each a dict by column; dates as ISO text. Raises QueryError or StoreError."""
        refuse_outside(cypher)
        try:
            rows = self._database.query("opencypher", cypher, dict(parameters or {})).to_list()
        except self._failure as error:
            raise self._query_error(error) from error
        return [{name: _plain(value) for name, value in row.items()} for row in rows]

    def columns(self, cypher: str, parameters: Mapping[str, Any]) -> Sequence[str]:
        """The column names of a query, checked by the engine (EXPLAIN) without reading data. Raises QueryError."""
        refuse_outside(cypher)
        refuse_writes(cypher)  # the plan hides what a subquery does
        try:
            plan_text = self._database.query("opencypher", f"EXPLAIN {cypher}", dict(parameters)).to_list()[0][
                "executionPlanAsString"
            ]
        except self._failure as error:
            raise self._query_error(error) from error
        found = _COLUMNS.search(plan_text)
        if found is None:
            raise QueryError("the engine names no columns for the query. End it with RETURN … AS name.")
        return tuple(found[1].split(", "))

    def close(self) -> None:
        """Give back the folder and its lock; harmless the second time."""
        with self._closing:
            if self._database.is_open():
                self._database.close()

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.close()

    def _query_error(self, error: Exception) -> QueryError | StoreError:
        reason, causes = _reason(error), " ".join(_causes(error))
        if "QueryNotIdempotentException" in causes:
            return QueryError(f"the query would write. {ONLY_READS}")
        if "TimeoutException" in causes:
            return QueryError(
                f"the query took longer than {self._timeout:g} s and was stopped. Bound its patterns, or add a LIMIT."
            )
        if not self._database.is_open():
            return StoreError(f"the store {self.address} is closed.")
        return QueryError(reason)


def _engine() -> Any:
    """The engine's module, loaded on first use; StoreError where this machine has no build of it."""
    os.environ.setdefault("ARCADEDB_LOG_CONSOLE", "0")
    try:
        import arcadedb
    except ImportError as error:
        raise _no_build(str(error)) from error
    return arcadedb


def _no_build(reason: str) -> StoreError:
    return StoreError(
        f"the embedded store has no build for this machine ({platform.system()} {platform.machine()}, Python "
        f"{platform.python_version()}): {reason}. Use a Neo4j server instead: set ANSWERABLE_STORE=bolt://HOST:7687 "
        "(make neo4j starts one)."
    )


def _check_folder(folder: Path, address: str) -> bool:
    """Whether `folder` holds a store already. Raises StoreError where something else is in the way."""
    if (folder / "schema.json").is_file() or (folder / "schema.prev.json").is_file():
        return True
    if folder.exists() and not folder.is_dir():
        raise StoreError(
            f"{address} is a file, and a store is a folder. Choose another path, for example {address}.store."
        )
    if folder.is_dir() and any(folder.iterdir()):
        raise StoreError(
            f"{address} is a folder with other things in it, not a store. Choose a path that is empty or does not "
            f"exist yet, for example {Path(address) / 'store'}."
        )
    return False


def _opening_error(address: str, error: Exception) -> StoreError:
    reason = _reason(error)
    causes = " ".join(_causes(error)) + str(error)
    if "locked by another process" in causes or "LockException" in causes:
        return StoreError(
            f"the store {address} is in use by another process, and only one can hold it. If that is `answerable "
            "serve`, ask there: in the browser, or over its API (http://127.0.0.1:8000/api/v1, or the port it was "
            "given). Else wait for it to finish, or stop it. For many processes at once use Neo4j: "
            "ANSWERABLE_STORE=bolt://HOST:7687."
        )
    if "already in use" in causes:
        return StoreError(
            f"the store {address} is already open in this process. Close it first, or share the open one."
        )
    if "native" in reason.lower() or "CPU" in reason or "isolate" in reason:
        return _no_build(reason)
    return StoreError(
        f"can't open the store {address}: {reason}. If the folder is damaged, delete it and load the papers again."
    )


def _causes(error: Exception) -> list[str]:
    """Class and message of the engine's error and all that caused it, outermost first."""
    return [f"{name}: {message}" for name, message in getattr(error, "java_chain", ())] or [str(error)]


def _reason(error: Exception) -> str:
    """The innermost message of the engine's error, without class names and full stop."""
    messages = [message for _, message in getattr(error, "java_chain", ()) if message and message != "null"]
    text = messages[-1] if messages else str(error)
    return " ".join(str(text).split()).rstrip(".")


def _schema() -> Iterator[tuple[str, str]]:
    """Each type and index by name, with its SQL. Every label is indexed, so that a query may start at any."""
    for label in NODE_LABELS:
        yield label, f"CREATE VERTEX TYPE `{label}` IF NOT EXISTS;"
        yield from _unique_id(label)
    for pair in (sorted(("Entity", label)) for label in LABELS):
        yield "~".join(pair), f"CREATE VERTEX TYPE `{'~'.join(pair)}` IF NOT EXISTS EXTENDS {', '.join(pair)};"
    for type_ in RELATIONSHIP_TYPES:
        yield type_, f"CREATE EDGE TYPE `{type_}` IF NOT EXISTS;"
        yield from _unique_id(type_)


def _unique_id(name: str) -> Iterator[tuple[str, str]]:
    yield f"{name}[id]", f"CREATE PROPERTY `{name}`.id IF NOT EXISTS STRING;"
    yield f"{name}[id]", f"CREATE INDEX IF NOT EXISTS ON `{name}` (id) UNIQUE;"


def _plain(value: Any) -> Any:
    """`value` without the engine's own fields: a node or relationship is the dict of its properties."""
    if isinstance(value, str):
        if value.startswith("(#") and _PATH.fullmatch(value):
            raise QueryError(RETURNS_PATH)
        return value
    if isinstance(value, dict):
        return {name: _plain(item) for name, item in value.items() if not name.startswith("@")}
    if isinstance(value, list):
        return [_plain(item) for item in value]
    if isinstance(value, date | time):
        return value.isoformat()
    return value
