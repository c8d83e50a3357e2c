"""The canned queries: what there is, and running one."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING, Annotated, Any

from fastapi import APIRouter, Query
from pydantic import ConfigDict

from api.problems import Problem, documented
from api.routes import examples
from api.routes.parameters import Nothing, Page, StoreToRead, example
from graph.errors import QueryError
from graph.timeline import last_day

if TYPE_CHECKING:
    from queries.catalogue import Query as Canned

router = APIRouter(tags=["queries"], responses=documented(422, 500, 503))

MOST_CHARACTERS = 2000
"""Of one parameter's value: room for a list of ids."""


@router.get("/queries", responses=example(examples.QUERIES))
def queries(asked: Annotated[Page, Query()]) -> dict[str, Any]:
    """The canned queries with their parameters and columns."""
    from queries.catalogue import catalogue

    return asked.of([_described(canned) for canned in catalogue().values()])


@router.get("/queries/{query_id}", responses={**example(examples.QUERY), **documented(404)})
def query(query_id: str, asked: Annotated[Nothing, Query()]) -> dict[str, Any]:
    """One canned query, with its Cypher."""
    canned = _canned(query_id)
    return _described(canned) | {"cypher": canned.text}


class Rows(Page):
    """Which part of the rows; whatever else the address says is a parameter of the query."""

    model_config = ConfigDict(extra="allow")

    @property
    def parameters(self) -> dict[str, str]:
        """The parameters for the query. Raises QueryError for one that is given twice or is too long."""
        given: dict[str, Any] = self.model_extra or {}
        twice = [name for name, value in given.items() if not isinstance(value, str)]
        problems = [f"the parameter {name[:40]!r} is given twice" for name in twice]
        problems += [
            f"the parameter {name[:40]!r} is longer than {MOST_CHARACTERS} characters"
            for name, value in given.items()
            if len(name) + len(value) > MOST_CHARACTERS
        ]
        if problems:
            raise QueryError(f"{'; '.join(problems)}.")
        return given


@router.get("/queries/{query_id}/rows", responses={**example(examples.ROWS), **documented(404)})
def rows(store: StoreToRead, query_id: str, asked: Annotated[Rows, Query()]) -> dict[str, Any]:
    """The rows of a canned query, its parameters in the address: `?id=body:x&as_at=2013-12-10&limit=100`.

    A parameter of type `date` may be left out: then it is today.
    """
    from queries.catalogue import run

    canned = _canned(query_id)
    parameters = asked.parameters
    for name in (name for name, kind in canned.params.items() if kind == "date"):
        parameters[name] = last_day(parameters[name]) if name in parameters else date.today().isoformat()
    return asked.of(run(store, canned.id, parameters)) | {"query": canned.id, "parameters": parameters}


def _canned(query_id: str) -> Canned:
    from queries.catalogue import catalogue

    try:
        return catalogue()[query_id]
    except KeyError:
        detail = f"No canned query is called `{query_id[:80]}`. /api/v1/queries lists them."
        raise Problem(404, "unknown-query", "No such query", detail) from None


def _described(canned: Canned) -> dict[str, Any]:
    return {
        "id": canned.id,
        "title": canned.title,
        "kind": canned.kind,
        "severity": canned.severity,
        "params": dict(canned.params),
        "columns": list(canned.columns),
    }
