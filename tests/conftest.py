"""Fixtures that every folder of tests may use: the two stores, the Neo4j servers behind one of them, the real papers.

One server of each release serves all workers of pytest-xdist: the first that needs it starts it, the last one out
stops it, and a lock lets one test at a time have its database.
"""

from __future__ import annotations

import json
import os
import signal
from collections.abc import Callable, Iterator
from contextlib import ExitStack, contextmanager
from pathlib import Path
from typing import TypeVar

import neo4j
import pytest

from graph.stores import Store
from graph.stores.embedded import EmbeddedStore
from graph.stores.neo4j import Neo4jStore
from tests.neo4j.server import LATEST, LONG_TERM, Release, Server, UnavailableError, locked, start

S = TypeVar("S", EmbeddedStore, Neo4jStore)
Servers = Callable[[Release], Server]

NEO4J = pytest.param(LONG_TERM, marks=pytest.mark.neo4j, id=f"neo4j-{LONG_TERM.version}")
NEO4J_LATEST = pytest.param(LATEST, marks=pytest.mark.neo4j, id=f"neo4j-{LATEST.version}")
EMBEDDED = pytest.param(None, id="embedded")


def pytest_addoption(parser: pytest.Parser) -> None:
    """Golden files are written anew only when asked (`make golden`)."""
    parser.addoption("--write-golden", action="store_true", help="write the golden files anew instead of comparing")


@pytest.fixture
def write_golden(request: pytest.FixtureRequest) -> bool:
    """Whether golden files are to be written."""
    return bool(request.config.getoption("--write-golden"))


def pytest_configure() -> None:
    """A run that is told to end (SIGTERM) ends as on Ctrl-C, so that its servers end with it."""
    signal.signal(signal.SIGTERM, signal.default_int_handler)


@pytest.fixture(scope="session")
def shared_folder_of_workers(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder that all workers of this run see."""
    base = tmp_path_factory.getbasetemp()
    return base.parent if os.environ.get("PYTEST_XDIST_WORKER") else base


@pytest.fixture(scope="session")
def neo4j_servers(shared_folder_of_workers: Path) -> Iterator[Servers]:
    """Gives the server of a release, started on first use. Skips without Java or Maven (see `_require`)."""
    with ExitStack() as stack:
        started: dict[Release, Server] = {}

        def server(release: Release) -> Server:
            if release not in started:
                try:
                    started[release] = stack.enter_context(_joined(shared_folder_of_workers, release))
                except UnavailableError as error:
                    _require(release, error)
            return started[release]

        yield server


@contextmanager
def _joined(folder: Path, release: Release) -> Iterator[Server]:
    """The run's server of `release`, counting who uses it; the last to leave stops it."""
    lock, note = folder / f"neo4j-{release.version}.lock", folder / f"neo4j-{release.version}.json"
    with locked(lock):
        users, server = _read(note)
        server = server or start(release)
        _write(note, users + 1, server)
    try:
        yield server
    finally:
        with locked(lock):
            users, _ = _read(note)
            if users > 1:
                _write(note, users - 1, server)
            else:
                note.unlink()
                server.stop()


def _read(note: Path) -> tuple[int, Server | None]:
    if not note.exists():
        return 0, None
    told = json.loads(note.read_text())
    return told["users"], Server(told["address"], told["password"], told["process"], Path(told["home"]))


def _write(note: Path, users: int, server: Server) -> None:
    told = {"address": server.address, "password": server.password, "process": server.process, "home": str(server.home)}
    note.write_text(json.dumps({"users": users, **told}))


def _require(release: Release, error: UnavailableError) -> None:
    """Skip, or fail where the run asks for Neo4j; only the long-term release is asked for."""
    if os.environ.get("ANSWERABLE_REQUIRE_NEO4J") == "1" and release is LONG_TERM:
        pytest.fail(f"ANSWERABLE_REQUIRE_NEO4J=1, and {error}", pytrace=False)
    pytest.skip(f"Neo4j {release.version}: {error}")


@contextmanager
def _emptied(server: Server, folder: Path, timeout: float = 30.0) -> Iterator[Neo4jStore]:
    """A store on `server`, with nothing in it and nobody else at it."""
    with locked(folder / f"database-{server.process}.lock"):
        with neo4j.GraphDatabase.driver(server.address, auth=(server.user, server.password)) as driver:
            driver.execute_query("MATCH (n) DETACH DELETE n")
        with _laid_out(Neo4jStore(server.address, server.user, server.password, timeout=timeout)) as store:
            yield store


@pytest.fixture(scope="session")
def neo4j_server(neo4j_servers: Servers) -> Server:
    """The server of the long-term release."""
    return neo4j_servers(LONG_TERM)


@pytest.fixture
def neo4j_store(neo4j_server: Server, shared_folder_of_workers: Path) -> Iterator[Neo4jStore]:
    """A store on `neo4j_server`, emptied."""
    with _emptied(neo4j_server, shared_folder_of_workers) as store:
        yield store


@pytest.fixture
def embedded_store(tmp_path: Path) -> Iterator[EmbeddedStore]:
    """A new embedded store."""
    with _laid_out(EmbeddedStore(tmp_path / "store")) as store:
        yield store


@pytest.fixture(params=[EMBEDDED, NEO4J])
def store(request: pytest.FixtureRequest) -> Iterator[Store]:
    """An empty store, once embedded and once on a real Neo4j. A test that uses it states a rule of both."""
    with store_of(request) as store:
        yield store


@contextmanager
def store_of(request: pytest.FixtureRequest, timeout: float = 30.0) -> Iterator[Store]:
    """The empty store that the parameter of `request` asks for: None an embedded one, a Release one on its server."""
    if request.param is None:
        with _laid_out(EmbeddedStore(request.getfixturevalue("tmp_path") / "store", timeout=timeout)) as embedded:
            yield embedded
        return
    server = request.getfixturevalue("neo4j_servers")(request.param)
    with _emptied(server, request.getfixturevalue("shared_folder_of_workers"), timeout) as store:
        yield store


@contextmanager
def _laid_out(store: S) -> Iterator[S]:
    with store:
        store.ensure_schema()
        yield store


@pytest.fixture(scope="session")
def shared() -> Path:
    """The folder of real papers beside the repository; skips where it is absent."""
    folder = Path(__file__).resolve().parents[2] / "shared"
    if not folder.is_dir():
        pytest.skip(f"{folder.name}/ with the real papers is not beside the repository")
    return folder
