"""The server: the explorer at /, the API under /api/v1, nothing that writes.

    app = create_app(open_store("./answerable-store"))

`serve(settings)` opens the store, listens and closes both; the command line calls it.
"""

from __future__ import annotations

import logging
from collections.abc import Collection
from importlib.metadata import PackageNotFoundError, version

from fastapi import FastAPI
from fastapi.responses import JSONResponse

from api import problems
from api.routes import catalogue, drawings, entities, findings, papers, questions, summary
from api.routes.explorer import explorer_routes
from api.security import Gate, ReadOnly
from api.settings import LOOPBACK_NAMES, Settings
from graph.stores import Store, open_store

PREFIX = "/api/v1"
_log = logging.getLogger("answerable.api")
DESCRIPTION = """\
Who is accountable for what, as at a date, on what evidence: read from the papers of public bodies.

Every statement carries its exact words, paper, page and date. Answers and findings speak about the papers loaded:
*not stated* means that these papers do not state it. The server only reads; every route is a GET. Errors are
`application/problem+json` (RFC 9457). A parameter that a route does not know is refused.
"""


def create_app(store: Store, *, hosts: Collection[str] = LOOPBACK_NAMES) -> FastAPI:
    """The application over `store`, which stays open until its owner closes it.

    Args:
        store: read only; the application never writes to it.
        hosts: the host names that requests may carry, "*" for any.
    """
    app = FastAPI(
        title="Answerable",
        version=_version(),
        description=DESCRIPTION,
        license_info={"name": "Apache-2.0", "identifier": "Apache-2.0"},
        openapi_url=f"{PREFIX}/openapi.json",
        docs_url=None,  # the pages that FastAPI offers here load scripts from elsewhere
        redoc_url=None,
        redirect_slashes=False,
    )
    app.state.store = ReadOnly(store)
    app.add_middleware(Gate, hosts=hosts)
    problems.install(app)
    for routes in (questions, entities, drawings, findings, papers, catalogue, summary):
        app.include_router(routes.router, prefix=PREFIX)

    @app.get("/healthz", include_in_schema=False)
    def healthz() -> JSONResponse:
        """Whether the store answers."""
        store.read("RETURN 1 AS one")
        return JSONResponse({"status": "ok"})

    app.include_router(explorer_routes())
    return app


def serve(settings: Settings) -> None:
    """Open the store, listen until interrupted, close the store."""
    import uvicorn

    with open_store(
        settings.store,
        user=settings.neo4j_user,
        password=settings.neo4j_password,
        database=settings.neo4j_database,
    ) as store:
        app = create_app(store, hosts=settings.answers_to)
        if "*" in settings.answers_to:
            _log.warning("Whoever can reach %s can read the papers loaded; there is no log-in.", settings.host)
        uvicorn.run(
            app,
            host=settings.host,
            port=settings.port,
            log_level="info",
            access_log=False,
            server_header=False,
            ws="none",
        )


def _version() -> str:
    try:
        return version("answerable")
    except PackageNotFoundError:
        return "0"
