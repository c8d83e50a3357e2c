"""What runs until it is stopped: serve, and demo, which loads the example papers first."""

from __future__ import annotations

from typing import Annotated

import typer

from api.commands.papers import load_all
from api.terminal import StoreOption, app, opened_store


@app.command()
def serve(
    store: StoreOption = None,
    host: Annotated[
        str | None,
        typer.Option(
            help="Address to listen on (or ANSWERABLE_HOST). Anything but loopback opens the papers to the network.",
            show_default="127.0.0.1",
        ),
    ] = None,
    port: Annotated[
        int | None,
        typer.Option(help="Port (or ANSWERABLE_PORT); 0 takes a free one.", min=0, max=65535, show_default="8000"),
    ] = None,
) -> None:
    """Open the explorer and the API (/api/v1) on this machine. Ctrl-C stops it."""
    from dataclasses import replace

    from api.app import serve as run_server
    from api.settings import Settings

    settings = Settings.from_environment()
    run_server(
        replace(
            settings,
            store=store or settings.store,
            host=host or settings.host,
            port=settings.port if port is None else port,
        )
    )


DEMO_QUESTIONS = (
    ("who is accountable for the exploitation action plan?", "2013-12-10"),
    ("who chairs the Exploitation Sub Group?", "2013-12-10"),
    ("who manages the Exploitation Team?", None),
    ("who does the Missing Children Panel report to?", None),
)


@app.command()
def demo(
    store: StoreOption = None,
    open_explorer: Annotated[bool, typer.Option("--serve/--no-serve", help="Open the explorer afterwards.")] = True,
    port: Annotated[int, typer.Option(help="Port of the explorer; 0 takes a free one.", min=0, max=65535)] = 8000,
) -> None:
    """Load the example papers of an invented borough, print answers and findings, and open the explorer."""
    from importlib.resources import as_file, files

    from loaders.pipeline import extract_many, papers_in
    from queries.answers import ask as answer_question
    from queries.findings import find

    address = store or "./answerable-demo"
    with as_file(files("data") / "examples") as folder, opened_store(address) as opened:
        listed = papers_in([folder])
        results, errors, _ = load_all(opened, extract_many(listed, workers=1), len(listed))
        if errors:
            raise errors[0]
        statements = sum(count for _, _, count in results)
        print(f"Loaded {len(results)} papers of an invented borough into {address}: {statements} statements.\n")
        for question, as_at in DEMO_QUESTIONS:
            print(f"? {question}" + (f" (as at {as_at})" if as_at else ""))
            print(answer_question(opened, question, as_at).text)
            print()
        found = find(opened, None)
        print(f"Findings ({len(found)}):")
        for finding in found:
            print(f"  {finding.severity:6} {finding.title}: {finding.text}")
    if open_explorer:
        print("\nThe explorer opens now; Ctrl-C stops it.")
        serve(store=address, host="127.0.0.1", port=port)
    else:
        print(f"\nNext: answerable serve --store {address}")
