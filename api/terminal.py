"""What all commands share: the application, options, the store that they open, how they print."""

from __future__ import annotations

import json
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Any

import typer

from graph.errors import AnswerableError

if TYPE_CHECKING:
    from collections.abc import Iterator

    from graph.stores import Store

app = typer.Typer(
    name="answerable",
    help="Who is accountable for what, as at a date, on what evidence: read from the papers of public bodies.\n\n"
    'Start with: answerable load PAPERS, then answerable ask "who chairs the Audit Committee?"\n\n'
    "The store is a folder (default ./answerable-store) or a Neo4j server (bolt://host:7687); set it with --store or "
    "ANSWERABLE_STORE. For Neo4j, ANSWERABLE_NEO4J_USER and ANSWERABLE_NEO4J_PASSWORD give the account.",
    no_args_is_help=True,
    pretty_exceptions_enable=False,
    add_completion=False,
)

StoreOption = Annotated[
    str | None,
    typer.Option(
        "--store",
        help="Folder of the embedded store, or bolt:// or neo4j:// address. Default: ANSWERABLE_STORE.",
    ),
]
AsAtOption = Annotated[
    str | None,
    typer.Option("--as-at", help="The date that the answer is for: YYYY, YYYY-MM or YYYY-MM-DD. Default: today."),
]
JsonOption = Annotated[bool, typer.Option("--json", help="Print JSON for other programs.")]

EXIT_TROUBLE = 1


@contextmanager
def opened_store(address: str | None, loaded: bool = False) -> Iterator[Store]:
    """The store at `address`. With `loaded`, raises AnswerableError where no paper has been loaded yet."""
    from api.settings import Settings
    from graph.stores import open_store

    settings = Settings.from_environment()
    with open_store(
        address or settings.store,
        user=settings.neo4j_user,
        password=settings.neo4j_password,
        database=settings.neo4j_database,
    ) as store:
        if loaded:
            from queries.answers import papers_searched

            if not papers_searched(store):
                where = address or settings.store
                raise AnswerableError(f"The store {where} holds no papers yet. Load some first: answerable load PAPERS")
        yield store


def end_of(partial: str | None) -> str | None:
    """The last day that a partial date covers: as at 2013 means as at the end of 2013."""
    from graph.timeline import last_day

    return last_day(partial) if partial else None


def print_json(value: Any) -> None:
    """Print a value as JSON for other programs."""
    print(json.dumps(value, ensure_ascii=False, indent=2))


def write_file(target: Path, text: str) -> None:
    """Write a file that was asked for. Raises AnswerableError where it can't be written."""
    try:
        target.write_text(text, encoding="utf-8")
    except OSError as error:
        raise AnswerableError(f"{target}: can't be written ({error.strerror}). Choose another place with -o.") from None
