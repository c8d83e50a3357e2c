"""What the papers name: finding it, everything said about it, and its line upward."""

from __future__ import annotations

from typing import Annotated, Any

from fastapi import APIRouter, Query
from pydantic import Field

from api.problems import Problem, documented
from api.routes import examples
from api.routes.parameters import AsAt, EntityId, Page, StoreToRead, Words, example
from graph.stores import Store

router = APIRouter(tags=["entities"], responses=documented(422, 500, 503))

MOST_HITS = 200
"""Hits that one search looks at: whoever needs more than this needs other words."""


class Search(Page):
    """Words to look for, and which part of what is found."""

    q: Words = Field(description="A name, part of one, an acronym or a number.", examples=["exploitation sub"])
    limit: int = Field(default=20, ge=1, le=MOST_HITS, description="How many at most.")


@router.get("/search", responses=example(examples.SEARCH, f"The best {MOST_HITS} matches, best first."))
def search(store: StoreToRead, asked: Annotated[Search, Query()]) -> dict[str, Any]:
    """Bodies, people, posts, plans, reviews and recommendations whose names fit the words."""
    from queries.views import search as search_names

    return asked.of(search_names(store, asked.q, limit=MOST_HITS))


@router.get("/entities/{entity_id}", responses={**example(examples.ENTITY), **documented(404)})
def entity(store: StoreToRead, entity_id: EntityId, at: Annotated[AsAt, Query()]) -> dict[str, Any]:
    """Everything that the papers state about one entity, each statement with its words, paper, date and page."""
    return known(store, entity_id, at.as_at)


@router.get("/entities/{entity_id}/chain", responses={**example(examples.CHAIN), **documented(404)})
def chain(store: StoreToRead, entity_id: EntityId, at: Annotated[AsAt, Query()]) -> dict[str, Any]:
    """The lines upward from one entity to the top, each step with its cadence and its words."""
    from queries.views import chain as lines_upward

    known(store, entity_id, at.as_at)
    return {"entity": entity_id, "as_at": at.as_at, "chain": lines_upward(store, entity_id, at.as_at)}


class Ends(AsAt):
    """Two entities, and the day as at which to look."""

    start: str = Field(min_length=3, max_length=300, description="Id of the one.", examples=["body:silver-group"])
    end: str = Field(min_length=3, max_length=300, description="Id of the other.", examples=["body:cabinet"])


@router.get("/path", responses={**example(examples.PATH), **documented(404)})
def path(store: StoreToRead, asked: Annotated[Ends, Query()]) -> dict[str, Any]:
    """One shortest way between two entities over what the papers state, edge by edge; empty where there is none."""
    from queries.views import path as way

    for end in (asked.start, asked.end):
        known(store, end, asked.as_at)
    steps = way(store, asked.start, asked.end, asked.as_at)
    return {"start": asked.start, "end": asked.end, "as_at": asked.as_at, "path": steps}


def known(store: Store, entity_id: str, as_at: str | None) -> dict[str, Any]:
    """The profile of an entity that the papers name. Raises Problem (404) for one that they don't."""
    from queries.views import entity as profile

    found = profile(store, entity_id, as_at)
    if not found:
        raise Problem(
            404,
            "unknown-entity",
            "No such entity",
            f"No paper loaded names `{entity_id}`. Look for it with /api/v1/search?q=…",
        )
    return found
