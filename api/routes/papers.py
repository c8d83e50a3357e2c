"""The papers themselves: what is loaded, and the text of one with the statements read from it."""

from __future__ import annotations

from typing import Annotated, Any

from fastapi import APIRouter, Query
from fastapi import Path as InPath
from pydantic import AfterValidator

from api.problems import Problem, documented
from api.routes import examples
from api.routes.parameters import AsAt, Nothing, Page, StoreToRead, example, printable

router = APIRouter(tags=["papers"], responses=documented(422, 500, 503))

PaperId = Annotated[
    str,
    AfterValidator(printable),
    InPath(
        min_length=3, max_length=300, description="Id as the list of papers gives it.", examples=[examples.PAPER["id"]]
    ),
]


class Papers(AsAt, Page):
    """Which papers."""


@router.get("/papers", responses=example(examples.PAPERS))
def papers(store: StoreToRead, asked: Annotated[Papers, Query()]) -> dict[str, Any]:
    """The papers loaded; with `as_at`, those dated on or before that day and those without a date."""
    from queries.views import papers as loaded

    rows = [row for row in loaded(store) if not (asked.as_at and row.get("date")) or row["date"] <= asked.as_at]
    return asked.of(rows) | {"as_at": asked.as_at}


@router.get("/papers/{paper_id}", responses={**example(examples.PAPER), **documented(404)})
def paper(store: StoreToRead, paper_id: PaperId, asked: Annotated[Nothing, Query()]) -> dict[str, Any]:
    """The whole text of one paper, its blocks, and its statements as character offsets into that text."""
    from queries.views import paper as text_of

    found = text_of(store, paper_id)
    if not found:
        detail = f"No paper `{paper_id}` is loaded. /api/v1/papers lists those that are."
        raise Problem(404, "unknown-paper", "No such paper", detail)
    return found


@router.get("/dates", responses=example(examples.DATES))
def dates(store: StoreToRead, asked: Annotated[Nothing, Query()]) -> dict[str, Any]:
    """The days on which papers report, the earliest first: where an as-at slider has its ticks."""
    from queries.views import dates as reported

    return {"items": reported(store)}
