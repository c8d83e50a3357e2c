"""The command line: `answerable --help`. Everything that is printed for a person is printed here."""

from __future__ import annotations

import json
import sys
import time
from collections import Counter
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Any

import typer

from graph.errors import AnswerableError, DocumentError

if TYPE_CHECKING:
    from collections.abc import Iterator

    from graph.model import Extraction, Subgraph
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

STATUS_EXIT = {"stated": 0, "not-stated": 3, "contested": 4, "stated-none": 5}
EXIT_TROUBLE = 1


def main() -> None:
    """Run the command line; an AnswerableError is printed as one line and ends with exit code 1."""
    try:
        app()
    except AnswerableError as error:
        print(f"answerable: {error}", file=sys.stderr)
        sys.exit(EXIT_TROUBLE)
    except BrokenPipeError:
        sys.stderr.close()
        sys.exit(EXIT_TROUBLE)
    except KeyboardInterrupt:
        print("answerable: stopped. What was loaded so far is kept.", file=sys.stderr)
        sys.exit(130)


@contextmanager
def _open(address: str | None, loaded: bool = False) -> Iterator[Store]:
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


def _day(partial: str | None) -> str | None:
    """The last day that a partial date covers: as at 2013 means as at the end of 2013."""
    from graph.timeline import last_day

    return last_day(partial) if partial else None


def _print_json(value: Any) -> None:
    print(json.dumps(value, ensure_ascii=False, indent=2))


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
    with _open(store) as opened:
        results, errors, notices = _load_all(opened, extract_many(listed, workers=workers), len(listed))
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
        _print_json({**summary, "results": rows, "errors": [str(e) for e in errors], "notices": notices})
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


def _load_all(
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
    _write(target, page)
    print(f"{target}: open it in a browser")
    if show:
        import webbrowser

        webbrowser.open(target.resolve().as_uri())


@app.command()
def ask(
    question: Annotated[str, typer.Argument(help='In plain English: "who is accountable for the improvement plan?"')],
    as_at: AsAtOption = None,
    store: StoreOption = None,
    as_json: JsonOption = False,
) -> None:
    """Answer a question from the papers loaded, with the words that it rests on.

    Exit code 0: stated; 3: not stated; 4: contested; 5: stated that there is none; 1: the question can't be read.
    """
    from queries.answers import ask as answer_question

    with _open(store, loaded=True) as opened:
        answer = answer_question(opened, question, _day(as_at))
    if as_json:
        _print_json(answer.as_json())
    else:
        print(answer.text)
    raise typer.Exit(STATUS_EXIT[answer.status])


@app.command()
def findings(
    as_at: AsAtOption = None,
    store: StoreOption = None,
    check: Annotated[list[str] | None, typer.Option(help="Only this check (may be given again).")] = None,
    fail_on: Annotated[
        str | None, typer.Option(help="high, medium or low: exit code 6 when a finding is at least that severe.")
    ] = None,
    as_json: JsonOption = False,
) -> None:
    """What the papers loaded do not show, or show two ways: orphaned and circular lines, missing chairs and owners."""
    from queries.findings import SEVERITIES, find

    if fail_on and fail_on not in SEVERITIES:
        raise typer.BadParameter(f"choose one of {', '.join(SEVERITIES)}", param_hint="--fail-on")
    with _open(store, loaded=True) as opened:
        found = find(opened, _day(as_at))
    if check:
        found = [f for f in found if f.check in check]
    if as_json:
        _print_json([f.as_json() for f in found])
    else:
        for finding in found:
            print(finding.text_block)
            print()
        severities = Counter(f.severity for f in found)
        counts = ", ".join(f"{severities[s]} {s}" for s in SEVERITIES if severities[s])
        print(f"{len(found)} findings{': ' + counts if counts else ''}.")
    if fail_on and any(SEVERITIES.index(f.severity) <= SEVERITIES.index(fail_on) for f in found):
        raise typer.Exit(6)


@app.command()
def query(
    name: Annotated[
        str | None, typer.Argument(help="The query; leave it out to list all with their parameters.")
    ] = None,
    parameter: Annotated[
        list[str] | None, typer.Option("--parameter", "-p", help="KEY=VALUE, once for each parameter.")
    ] = None,
    store: StoreOption = None,
    as_json: JsonOption = False,
) -> None:
    """Run a canned query by name and print its rows."""
    from queries.catalogue import catalogue, run

    if name is None:
        for q in catalogue().values():
            parameters = " ".join(f"-p {p}={kind.upper()}" for p, kind in q.params.items())
            print(f"{q.id:34} {q.title}\n{'':34} {parameters}".rstrip())
        return
    given = {}
    for pair in parameter or []:
        key, equals, value = pair.partition("=")
        if not equals:
            raise typer.BadParameter(f"{pair!r} is not KEY=VALUE", param_hint="-p")
        given[key] = value
    with _open(store, loaded=True) as opened:
        rows = run(opened, name, given)
        if not rows and "id" in given and not run(opened, "entities", {"ids": [given["id"]]}):
            raise AnswerableError(f"Nothing in the store has the id {given['id']}. The query `names` lists the ids.")
    if as_json:
        _print_json(rows)
        return
    for row in rows:
        print("  ".join(f"{k}={v}" for k, v in row.items() if v is not None))
    print(f"{len(rows)} rows")


@app.command()
def withdraw(
    name: Annotated[str, typer.Argument(help="The paper's name as `answerable stats` lists it.")],
    store: StoreOption = None,
) -> None:
    """Take a paper out, with every statement that it made. The rest stays as if it had never been loaded."""
    from graph.corpus import Corpus

    with _open(store) as opened:
        Corpus(opened).withdraw(name)
    print(f"withdrawn: {name}")


@app.command()
def stats(store: StoreOption = None, as_json: JsonOption = False) -> None:
    """Count what is loaded. The digest is equal for equal graphs, so two loads or two stores compare in one line."""
    from graph.statistics import statistics
    from graph.stores import read_subgraph

    with _open(store) as opened:
        counted = statistics(read_subgraph(opened))
    if as_json:
        _print_json(counted)
        return
    print(f"{counted['papers']} papers, {counted['statements']} statements, {counted['entities']} entities")
    for title in ("labels", "relationships", "modalities", "documents"):
        print(f"{title}:")
        for key, count in counted[title].items():
            print(f"  {count:6}  {key}")
    print(f"digest {counted['digest']}")


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
    with _open(store, loaded=True) as opened:
        view, title = _view(opened, about, _day(as_at))
        count = len(papers(opened))
    text = _written(view, output_format, title, _day(as_at), count)
    if output is None:
        print(text)
    else:
        _write(output, text)
        print(f"written: {output}", file=sys.stderr)


def _write(target: Path, text: str) -> None:
    try:
        target.write_text(text, encoding="utf-8")
    except OSError as error:
        raise AnswerableError(f"{target}: can't be written ({error.strerror}). Choose another place with -o.") from None


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
    with as_file(files("data") / "examples") as folder, _open(address) as opened:
        listed = papers_in([folder])
        results, errors, _ = _load_all(opened, extract_many(listed, workers=1), len(listed))
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


if __name__ == "__main__":
    main()
