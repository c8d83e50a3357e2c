"""The structure, whole or around one body: as data, as a chart, as Mermaid text, as a page that works offline."""

from __future__ import annotations

from functools import lru_cache
from typing import TYPE_CHECKING, Annotated, Any

from fastapi import APIRouter, Query, Response
from pydantic import Field

from api.problems import documented
from api.routes import examples
from api.routes.entities import known
from api.routes.parameters import MAX_DEPTH, AsAt, EntityId, StoreToRead, example
from api.security import DRAWING_POLICY, PAGE_POLICY
from graph.stores import Store

if TYPE_CHECKING:
    from queries.views import View

router = APIRouter(tags=["structure"], responses=documented(404, 422, 500, 503))

SVG = "image/svg+xml"
HTML = "text/html; charset=utf-8"
TEXT = "text/plain; charset=utf-8"


class Structure(AsAt):
    """Which structure."""

    body: str | None = Field(
        default=None, max_length=300, description="Only what stands above and below this body, by id."
    )


class Neighbourhood(AsAt):
    """How far around an entity."""

    depth: int = Field(default=1, ge=1, le=MAX_DEPTH, description="Steps from the entity.")


def _shown(media_type: str, text: str) -> dict[int | str, dict[str, Any]]:
    """What OpenAPI says of an answer that is not JSON."""
    return {200: {"description": "Drawn.", "content": {media_type: {"example": text}}}}


@router.get("/structure", responses=example(examples.VIEW))
def structure(store: StoreToRead, asked: Annotated[Structure, Query()]) -> dict[str, Any]:
    """Every body and line (or those above and below one body) as nodes and relationships."""
    return _data(_structure(store, asked), asked)


@router.get("/structure.svg", response_class=Response, responses=_shown(SVG, examples.SVG))
def structure_chart(store: StoreToRead, asked: Annotated[Structure, Query()]) -> Response:
    """The same as a chart. Each card carries `data-id`, each line `data-start` and `data-end`."""
    return _chart(store, _structure(store, asked), _title(store, asked), asked)


@router.get("/structure.mmd", response_class=Response, responses=_shown("text/plain", examples.MERMAID))
def structure_text(store: StoreToRead, asked: Annotated[Structure, Query()]) -> Response:
    """The same as Mermaid text, for a wiki or a Markdown page."""
    from viz.text import mermaid

    return Response(mermaid(_structure(store, asked)), media_type=TEXT)


@router.get("/structure.html", response_class=Response, responses=_shown("text/html", examples.PAGE))
def structure_page(store: StoreToRead, asked: Annotated[Structure, Query()]) -> Response:
    """The same as one page that can be saved and opened without a network: nodes to pull about, nothing to fetch."""
    from viz.network import network_page

    page = network_page(_structure(store, asked), _title(store, asked))
    return Response(page, media_type=HTML, headers={"Content-Security-Policy": PAGE_POLICY})


@router.get("/entities/{entity_id}/neighbourhood", responses=example(examples.VIEW))
def neighbourhood(store: StoreToRead, entity_id: EntityId, asked: Annotated[Neighbourhood, Query()]) -> dict[str, Any]:
    """What stands around one entity, as nodes and relationships."""
    return _data(_neighbourhood(store, entity_id, asked), asked)


@router.get("/entities/{entity_id}/neighbourhood.svg", response_class=Response, responses=_shown(SVG, examples.SVG))
def neighbourhood_chart(store: StoreToRead, entity_id: EntityId, asked: Annotated[Neighbourhood, Query()]) -> Response:
    """The same as a chart."""
    title = str(known(store, entity_id, asked.as_at)["name"])
    return _chart(store, _neighbourhood(store, entity_id, asked), title, asked)


def _structure(store: Store, asked: Structure) -> View:
    from queries.views import structure as structure_of

    if asked.body is not None:
        known(store, asked.body, asked.as_at)
    return structure_of(store, asked.body, asked.as_at)


def _neighbourhood(store: Store, entity_id: str, asked: Neighbourhood) -> View:
    from queries.views import neighbourhood as neighbourhood_of

    known(store, entity_id, asked.as_at)
    return neighbourhood_of(store, entity_id, asked.as_at, asked.depth)


def _title(store: Store, asked: Structure) -> str:
    return "Governance structure" if asked.body is None else str(known(store, asked.body, asked.as_at)["name"])


def _data(view: View, asked: AsAt) -> dict[str, Any]:
    return {
        "as_at": asked.as_at,
        "hidden": view.hidden,
        "nodes": [{"id": node.id, "labels": list(node.labels), **node.properties} for node in view.nodes],
        "relationships": [
            {"id": line.id, "type": line.type, "start": line.start, "end": line.end, **line.properties}
            for line in view.relationships
        ],
    }


def _chart(store: Store, view: View, title: str, asked: AsAt) -> Response:
    from queries.views import papers

    drawn = _drawn(view, title, asked.day, len(papers(store)))
    return Response(drawn, media_type=SVG, headers={"Content-Security-Policy": DRAWING_POLICY})


@lru_cache(maxsize=32)
def _drawn(view: View, title: str, as_at: str, papers: int) -> str:
    from viz.diagram import structure_svg

    return structure_svg(view, title=title, as_at=as_at, papers=papers, hidden=view.hidden)
