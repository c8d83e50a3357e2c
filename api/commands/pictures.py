"""The structure as a picture or for another program: export."""

from __future__ import annotations

import json
import sys
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from api.terminal import AsAtOption, StoreOption, app, end_of, opened_store, write_file
from graph.errors import AnswerableError

if TYPE_CHECKING:
    from graph.model import Subgraph
    from graph.stores import Store

EXPORTS = ("svg", "mermaid", "dot", "html", "graphml", "json")


@app.command()
def export(
    output_format: Annotated[str, typer.Option("--format", help=f"One of {', '.join(EXPORTS)}.")] = "svg",
    about: Annotated[
        str | None, typer.Option(help="A body: draw what stands above and below it. Default: everything.")
    ] = None,
    as_at: AsAtOption = None,
    output: Annotated[
        Path | None, typer.Option("--output", "-o", help="Write to this file. Default: standard output.")
    ] = None,
    store: StoreOption = None,
) -> None:
    """Write the structure as a chart (svg), Mermaid, DOT, a page that works offline (html), GraphML or JSON."""
    from queries.views import papers

    if output_format not in EXPORTS:
        raise typer.BadParameter(f"choose one of {', '.join(EXPORTS)}", param_hint="--format")
    with opened_store(store, loaded=True) as opened:
        view, title = _view(opened, about, end_of(as_at))
        count = len(papers(opened))
    text = _written(view, output_format, title, end_of(as_at), count)
    if output is None:
        print(text)
    else:
        write_file(output, text)
        print(f"written: {output}", file=sys.stderr)


def _view(store: Store, about: str | None, as_at: str | None) -> tuple[Subgraph, str]:
    from queries.matching import match
    from queries.views import structure

    if about is None:
        return structure(store, None, as_at), "Governance structure"
    found = match(store, about, labels=("Body",))
    if found.entity is None:
        near = ", ".join(c.name for c in found.candidates[:5])
        raise AnswerableError(
            f"No body called {about!r} is in the papers loaded." + (f" Did you mean: {near}?" if near else "")
        )
    return structure(store, found.entity.id, as_at), found.entity.name


def _written(view: Subgraph, output_format: str, title: str, as_at: str | None, papers: int) -> str:
    if output_format == "svg":
        from viz.diagram import structure_svg

        return structure_svg(view, title=title, as_at=as_at, papers=papers)
    if output_format == "html":
        from viz.network import network_page

        return network_page(view, title)
    if output_format in ("mermaid", "dot", "graphml"):
        from viz import text

        writers = {"mermaid": text.mermaid, "dot": text.dot, "graphml": text.graphml}
        return writers[output_format](view)
    nodes = [{"id": n.id, "labels": list(n.labels), **n.properties} for n in view.nodes]
    lines = [{"id": r.id, "type": r.type, "start": r.start, "end": r.end, **r.properties} for r in view.relationships]
    return json.dumps(
        {"title": title, "as_at": as_at, "nodes": nodes, "relationships": lines}, ensure_ascii=False, indent=2
    )
