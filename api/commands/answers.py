"""Questions to the store: ask, findings, query."""

from __future__ import annotations

from collections import Counter
from typing import Annotated

import typer

from api.terminal import AsAtOption, JsonOption, StoreOption, app, end_of, opened_store, print_json
from graph.errors import AnswerableError

STATUS_EXIT = {"stated": 0, "not-stated": 3, "contested": 4, "stated-none": 5}


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

    with opened_store(store, loaded=True) as opened:
        answer = answer_question(opened, question, end_of(as_at))
    if as_json:
        print_json(answer.as_json())
    else:
        print(answer.text)
    raise typer.Exit(STATUS_EXIT[answer.status])


@app.command()
def findings(
    as_at: AsAtOption = None,
    store: StoreOption = None,
    check: Annotated[
        list[str] | None, typer.Option(help="Only this check (may be given again); an unknown one lists all.")
    ] = None,
    fail_on: Annotated[
        str | None, typer.Option(help="high, medium or low: exit code 6 when a finding is at least that severe.")
    ] = None,
    as_json: JsonOption = False,
) -> None:
    """What the papers loaded do not show, or show two ways: orphaned and circular lines, missing chairs and owners."""
    from queries.findings import SEVERITIES, find, known_check

    if fail_on and fail_on not in SEVERITIES:
        raise typer.BadParameter(f"choose one of {', '.join(SEVERITIES)}", param_hint="--fail-on")
    wanted = {known_check(name) for name in check or ()}
    with opened_store(store, loaded=True) as opened:
        found = find(opened, end_of(as_at))
    if wanted:
        found = [f for f in found if f.check in wanted]
    if as_json:
        print_json([f.as_json() for f in found])
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
    with opened_store(store, loaded=True) as opened:
        rows = run(opened, name, given)
        if not rows and "id" in given and not run(opened, "entities", {"ids": [given["id"]]}):
            raise AnswerableError(f"Nothing in the store has the id {given['id']}. The query `names` lists the ids.")
    if as_json:
        print_json(rows)
        return
    for row in rows:
        print("  ".join(f"{k}={v}" for k, v in row.items() if v is not None))
    print(f"{len(rows)} rows")
