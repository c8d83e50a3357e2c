"""Every error of the server as one form: `application/problem+json` of RFC 9457.

    {"type": "urn:answerable:problem:unknown-entity", "title": "No such entity", "status": 404,
     "detail": "No paper loaded names `body:x`. …", "instance": "/api/v1/entities/body:x", "errors": […]}

`type` is stable and made for programs; `detail` says what a person can do. `errors` lists every parameter that is
wrong, all at once. What went wrong inside the server goes to its log, never to the client.
"""

from __future__ import annotations

import logging
from collections.abc import Mapping, Sequence
from http import HTTPStatus
from typing import Any

from fastapi import FastAPI, Request
from fastapi.exceptions import RequestValidationError
from fastapi.responses import JSONResponse
from starlette.exceptions import HTTPException

from api.security import SECURITY_HEADERS
from graph.errors import AnswerableError, QueryError, StoreError

_log = logging.getLogger("answerable.api")

_INSTANCE = "/api/v1/entities/body:night-watch"


def _example(status: int, kind: str, title: str, detail: str, **more: Any) -> dict[str, Any]:
    problem_type = f"urn:answerable:problem:{kind}"
    return {"type": problem_type, "title": title, "status": status, "detail": detail, "instance": _INSTANCE, **more}


_INTERNAL = ("Internal error", "Something went wrong inside the server; its log has the details.")
_STORE = ("The store does not answer", "Try again; the server's log has the details.")
_MISFIT = "The request has parameters that don't fit"
_BAD_DATE = "'soon' is not a date. Write it as YYYY, YYYY-MM or YYYY-MM-DD"
EXAMPLES = {
    404: _example(404, "unknown-entity", "No such entity", "No paper loaded names `body:night-watch`."),
    422: _example(
        422,
        "invalid-parameters",
        _MISFIT,
        f"as_at: {_BAD_DATE}.",
        errors=[{"parameter": "as_at", "detail": _BAD_DATE}],
    ),
    500: _example(500, "internal", *_INTERNAL),
    503: _example(503, "store", *_STORE),
}


class Problem(Exception):
    """A request that can't be answered, in the words that its sender gets to read."""

    def __init__(self, status: int, kind: str, title: str, detail: str) -> None:
        self.status = status
        self.kind = kind
        self.title = title
        self.detail = detail
        super().__init__(detail)


class ProblemResponse(JSONResponse):
    """A response of media type application/problem+json."""

    media_type = "application/problem+json"


def documented(*statuses: int) -> dict[int | str, dict[str, Any]]:
    """What OpenAPI says of the errors of a route: one entry a status, all of the one form."""
    return {
        status: {
            "description": HTTPStatus(status).phrase,
            "content": {"application/problem+json": {"schema": _SCHEMA, "example": EXAMPLES[status]}},
        }
        for status in statuses
    }


_SCHEMA = {
    "type": "object",
    "required": ["type", "title", "status", "detail", "instance"],
    "properties": {
        "type": {"type": "string", "format": "uri"},
        "title": {"type": "string"},
        "status": {"type": "integer"},
        "detail": {"type": "string"},
        "instance": {"type": "string"},
        "errors": {"type": "array", "items": {"type": "object"}},
    },
}


def respond(
    request: Request,
    status: int,
    kind: str,
    title: str,
    detail: str,
    *,
    errors: Sequence[Mapping[str, Any]] = (),
    headers: Mapping[str, str] | None = None,
) -> ProblemResponse:
    """The response that says what is wrong with `request`."""
    content: dict[str, Any] = {
        "type": f"urn:answerable:problem:{kind}",
        "title": title,
        "status": status,
        "detail": detail,
        "instance": request.url.path,
    }
    if errors:
        content["errors"] = list(errors)
    return ProblemResponse(content, status, dict(headers or {}))


def install(app: FastAPI) -> None:
    """Make every error of `app` a problem."""

    @app.exception_handler(Problem)
    async def _problem(request: Request, error: Problem) -> ProblemResponse:
        return respond(request, error.status, error.kind, error.title, error.detail)

    @app.exception_handler(RequestValidationError)
    async def _validation(request: Request, error: RequestValidationError) -> ProblemResponse:
        errors = [{"parameter": str(e["loc"][-1]), "detail": _plain(str(e["msg"]))} for e in error.errors()]
        detail = " ".join(f"{e['parameter']}: {e['detail']}." for e in errors)
        return respond(request, 422, "invalid-parameters", _MISFIT, detail, errors=errors)

    @app.exception_handler(HTTPException)
    async def _http(request: Request, error: HTTPException) -> ProblemResponse:
        title = HTTPStatus(error.status_code).phrase
        kind = title.lower().replace(" ", "-")
        detail = {
            404: "There is nothing here. The API is described at /api/v1/openapi.json, the explorer is at /.",
            405: "The server only reads: use GET.",
        }.get(error.status_code, str(error.detail))
        return respond(request, error.status_code, kind, title, detail, headers=error.headers)

    @app.exception_handler(QueryError)
    async def _query(request: Request, error: QueryError) -> ProblemResponse:
        return respond(request, 422, "query", "The query can't be run so", str(error))

    @app.exception_handler(StoreError)
    async def _store(request: Request, error: StoreError) -> ProblemResponse:
        _log.error("%s: %s", request.url.path, error)  # it may name folders of this machine: for the log alone
        return respond(request, 503, "store", *_STORE)

    @app.exception_handler(AnswerableError)
    async def _answerable(request: Request, error: AnswerableError) -> ProblemResponse:
        return respond(request, 422, "request", "The request can't be answered", str(error))

    @app.exception_handler(Exception)
    async def _unforeseen(request: Request, error: Exception) -> ProblemResponse:
        # Starlette sends this one from outside every middleware, so it has to bring the security headers itself.
        return respond(request, 500, "internal", *_INTERNAL, headers=SECURITY_HEADERS)


def _plain(message: str) -> str:
    return message.removeprefix("Value error, ").rstrip(".")
