"""Papers into the store and out of it, and what one paper says: load, extract, explain, withdraw, stats."""

from __future__ import annotations

import sys
import time
from collections import Counter
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from api.terminal import EXIT_TROUBLE, JsonOption, StoreOption, app, opened_store, print_json, write_file
from graph.errors import DocumentError

if TYPE_CHECKING:
    from collections.abc import Iterator

    from graph.model import Extraction
    from graph.stores import Store


@app.command()
def load(
    papers: Annotated[
        list[Path], typer.Argument(help="Papers (.pdf, .docx, .html, .txt, .md), registers (.csv), or folders of them.")
    ],
    store: StoreOption = None,
    workers: Annotated[int, typer.Option(help="Processes that read papers at the same time.", min=1, max=64)] = 1,
    as_json: JsonOption = False,
) -> None:
    """Read papers into the store. Loading again changes nothing; a changed paper replaces its earlier version.

    A paper that can't be read is reported and passed over. Exit code 0: all loaded; 1: some could not be read.
    """
    from loaders.pipeline import extract_many, papers_in, passed_over

    listed = papers_in(papers)
    left_out = passed_over(papers)
    started = time.perf_counter()
    with opened_store(store) as opened:
        results, errors, notices = load_all(opened, extract_many(listed, workers=workers), len(listed))
    outcomes = Counter(outcome for _, outcome, _ in results)
    summary = {
        "papers": len(results),
        "new": outcomes["new"],
        "changed": outcomes["changed"],
        "unchanged": outcomes["unchanged"],
        "failed": len(errors),
        "passed_over": left_out,
        "statements": sum(count for _, _, count in results),
        "seconds": round(time.perf_counter() - started, 2),
        "peak_memory_mb": _peak_memory(),
    }
    if as_json:
        rows = [{"name": name, "outcome": outcome, "statements": count} for name, outcome, count in results]
        print_json({**summary, "results": rows, "errors": [str(e) for e in errors], "notices": notices})
    else:
        for name, outcome, count in results:
            print(f"  {outcome:9}  {count:5} statements  {name}")
        print(
            "{papers} papers: {new} new, {changed} changed, {unchanged} unchanged, {failed} failed; "
            "{statements} statements; {seconds} s, peak memory {peak_memory_mb} MB".format(**summary)
        )
        if left_out:
            kinds = ", ".join(f"{suffix} ({count})" for suffix, count in left_out.items())
            total = sum(left_out.values())
            print(f"{total} {'file' if total == 1 else 'files'} passed over, not of a format that is read: {kinds}")
    for told in (*notices, *errors):
        print(f"answerable: {told}", file=sys.stderr)
    if errors:
        raise typer.Exit(EXIT_TROUBLE)


def load_all(
    store: Store, extractions: Iterator[Extraction | DocumentError], total: int
) -> tuple[list[tuple[str, str, int]], list[DocumentError], list[str]]:
    """Load each paper as it is read, with a progress bar on standard error where a person is watching.

    Returns the outcome of each paper, the errors, and notices of what could not be read in papers that were loaded.
    """
    from rich.console import Console
    from rich.progress import BarColumn, MofNCompleteColumn, Progress, TextColumn, TimeRemainingColumn

    from graph.corpus import Corpus

    corpus = Corpus(store)
    results: list[tuple[str, str, int]] = []
    errors: list[DocumentError] = []
    notices: list[str] = []
    columns = (
        TextColumn("reading"),
        BarColumn(),
        MofNCompleteColumn(),
        TimeRemainingColumn(),
        TextColumn("{task.description}"),
    )
    with Progress(*columns, console=Console(stderr=True), transient=True, disable=not sys.stderr.isatty()) as progress:
        task = progress.add_task("", total=total)
        for extraction in extractions:
            if isinstance(extraction, DocumentError):
                errors.append(extraction)
            else:
                progress.update(task, description=extraction.document.name)
                results.append((extraction.document.name, corpus.load(extraction), len(extraction.statements)))
                notices += [f"{extraction.document.name}: {notice}" for notice in extraction.document.notices]
            progress.advance(task)
    return results, errors, notices


def _peak_memory() -> int | None:
    """Peak memory of this process in MB, or None where the system does not tell (Windows)."""
    try:
        import resource
    except ImportError:
        return None
    peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
    return int(peak / (1024 * 1024 if sys.platform == "darwin" else 1024))


@app.command()
def extract(
    paper: Annotated[Path, typer.Argument(help="One paper.")],
    output_format: Annotated[
        str, typer.Option("--format", help="jsonl: a statement a line; text: for reading.")
    ] = "text",
) -> None:
    """Show what one paper says, without a store: every statement with its rule and exact words."""
    from loaders.pipeline import load_path

    if output_format not in ("jsonl", "text"):
        raise typer.BadParameter("choose jsonl or text", param_hint="--format")
    extraction = load_path(paper, paper.name)
    for notice in extraction.document.notices:
        print(f"answerable: {paper.name}: {notice}", file=sys.stderr)
    if output_format == "jsonl":
        from loaders.jsonl import extraction_jsonl

        for line in extraction_jsonl(extraction):
            print(line)
        return
    for s in extraction.statements:
        page = f", page {s.span.page}" if s.span.page else ""
        details = "".join(f"; {k} {v}" for k, v in sorted(s.qualifiers.items()))
        place = f"{s.rule}, character {s.span.start}{page}"
        print(f"{s.subject.name}  {s.predicate}  {s.object.name}  [{s.modality}{details}]  {place}")
        print(f"    “{' '.join(s.span.quote.split())}”")
    print(f"{len(extraction.statements)} statements, {len(extraction.entities)} names in {paper.name}")


@app.command()
def explain(
    paper: Annotated[Path, typer.Argument(help="One paper.")],
    output: Annotated[
        str | None, typer.Option("--output", "-o", help="File to write; - prints. Default: PAPER's name + .html, here.")
    ] = None,
    show: Annotated[bool, typer.Option("--open", help="Open the page in the browser.")] = False,
) -> None:
    """Write a page that shows how a paper was read: every name, reference and statement marked, each with its rule."""
    from loaders import pipeline
    from viz.explain import explanation_page

    page = explanation_page(*pipeline.explain(paper, paper.name))
    if output == "-":
        print(page)
        return
    target = Path(output or f"{paper.name}.html")
    write_file(target, page)
    print(f"{target}: open it in a browser")
    if show:
        import webbrowser

        webbrowser.open(target.resolve().as_uri())


@app.command()
def withdraw(
    name: Annotated[str, typer.Argument(help="The paper's name as `answerable stats` lists it.")],
    store: StoreOption = None,
) -> None:
    """Take a paper out, with every statement that it made. The rest stays as if it had never been loaded."""
    from graph.corpus import Corpus

    with opened_store(store) as opened:
        Corpus(opened).withdraw(name)
    print(f"withdrawn: {name}")


@app.command()
def stats(store: StoreOption = None, as_json: JsonOption = False) -> None:
    """Count what is loaded. The digest is equal for equal graphs, so two loads or two stores compare in one line."""
    from graph.statistics import statistics
    from graph.stores import read_subgraph

    with opened_store(store) as opened:
        counted = statistics(read_subgraph(opened))
    if as_json:
        print_json(counted)
        return
    print(f"{counted['papers']} papers, {counted['statements']} statements, {counted['entities']} entities")
    for title in ("labels", "relationships", "modalities", "documents"):
        print(f"{title}:")
        for key, count in counted[title].items():
            print(f"  {count:6}  {key}")
    print(f"digest {counted['digest']}")
