"""Every canned query gives the columns that it declares on both stores, and the same rows in the same order."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest

from graph.stores import Store
from loaders.pipeline import load_path
from queries.answers import ask
from queries.catalogue import Query, bind, catalogue
from queries.findings import find
from queries.views import entity, neighbourhood, search, structure
from tests.unit.queries.graphs import load, say

PAPERS = (
    say(
        "review.md",
        "2013-12-05",
        "Exploitation Sub Group = CSE Sub Group | REPORTS_TO | Safeguarding Board | cadence=quarterly",
        "Exploitation Sub Group | REPORTS_TO | Safeguarding Board | cadence=monthly",
        "Exploitation Sub Group | REPORTS_TO | Cabinet | cadence=six-monthly",
        "Safeguarding Board | REPORTS_TO | Harrowmere Council",
        "Harrowmere Council | REPORTS_TO | Safeguarding Board | modality=proposed",
        "Silver Group | SUPPORTS | Exploitation Sub Group",
        "Silver Group | PART_OF | Exploitation Sub Group",
        "Silver Group | REPORTS_TO | Gold Group",
        "Silver Group | REPORTS_TO | Silver Group",
        "Gold Group | SUCCEEDED_BY | Exploitation Sub Group",
        "Scrutiny Commission | OVERSEES | Safeguarding Board",
        "Missing Panel | OVERSEES | topic:children who go missing",
        "Missing Panel | RESPONSIBLE_FOR | topic:children who go missing",
        "Missing Panel | ESTABLISHED_BY | Harrowmere Council",
        "Harrowmere Council | FUNDS | Missing Panel",
        "p:Ruth Mensah | CHAIRS | Safeguarding Board | role=Independent Chair, since=2013-09-01",
        "p:Ian Alder | CHAIRS | Safeguarding Board | role=Vice-Chair",
        "p:Ian Alder | MEMBER_OF | Safeguarding Board | status=member",
        "p:Ian Alder | ATTENDED | Safeguarding Board | on=2013-12-05",
        "p:Ann Birch | APOLOGIES | Safeguarding Board | on=2013-12-05",
        "p:Ann Birch | HOLDS_POST | post:Superintendent | status=interim",
        "post:Superintendent | CHAIRS | Exploitation Sub Group",
        "p:Ian Alder | CHAIRS | Exploitation Sub Group",
        "Harrowmere Council | APPOINTED | p:Ann Birch",
        "Exploitation Sub Group | ACCOUNTABLE_FOR | plan:Action Plan | role=owner",
        "Missing Panel | OVERSEES | plan:Missing Plan",
        "post:single manager | MANAGES | Exploitation Team | modality=negated",
        "Harrowmere Council | COMMISSIONED | review:Jay Review",
        "review:Jay Review | ISSUED | rec:R 14: the issue should be tackled",
        "review:Jay Review | ISSUED | rec:R 2: appoint a single manager",
        "rec:R 2: appoint a single manager | ADDRESSED_TO | Harrowmere Council",
        "rec:R 2: appoint a single manager | CONCERNS | Exploitation Team",
        mention=("Children's Improvement Board",),
    ),
    say(
        "report.txt",
        "2015-03",
        "p:Ruth Mensah | CHAIRS | Exploitation Sub Group",
        "Safeguarding Board | REPORTS_TO | Missing Panel | modality=proposed",
        "Exploitation Sub Group | REPORTS_TO | Gold Group | modality=historical, until=2013-06",
    ),
    say("undated.txt", None, "Exploitation Sub Group | REPORTS_TO | Safeguarding Board"),
)
DATES = ("2013", "2015-06-30")


def test_every_query_has_the_columns_that_it_declares(store: Store) -> None:
    examples = {"id": "body:x", "ids": ["body:x"], "date": "2014-01-01", "text": "x", "integer": 1}

    found = {
        asked.id: tuple(store.columns(asked.text, {name: examples[kind] for name, kind in asked.params.items()}))
        for asked in catalogue().values()
    }

    assert found == {asked.id: asked.columns for asked in catalogue().values()}


@pytest.mark.neo4j
def test_every_query_gives_the_same_rows_in_the_same_order_on_both_stores(
    embedded_store: Store, neo4j_store: Store
) -> None:
    different, empty = _compared(load(embedded_store, *PAPERS), load(neo4j_store, *PAPERS), every=1)

    assert different == []
    assert empty == [], "a query that finds nothing here is not compared"


QUESTIONS = (
    "who is accountable for the action plan?",
    "who chaired the Exploitation Sub Group in 2013?",
    "who manages the Exploitation Team?",
    "recommendations of the Jay Review",
    "how are Ruth Mensah and the Silver Group connected?",
)


@pytest.mark.neo4j
def test_answers_findings_and_views_are_the_same_on_both_stores(embedded_store: Store, neo4j_store: Store) -> None:
    one, two = load(embedded_store, *PAPERS), load(neo4j_store, *PAPERS)

    for question in QUESTIONS:
        assert ask(one, question).as_json() == ask(two, question).as_json()
    assert [f.as_json() for f in find(one)] == [f.as_json() for f in find(two)]
    assert structure(one) == structure(two)
    board = search(one, "Safeguarding Board")[0]["id"]
    assert entity(one, board) == entity(two, board)
    assert neighbourhood(one, board) == neighbourhood(two, board)


@pytest.mark.neo4j
@pytest.mark.shared
def test_the_real_papers_give_the_same_rows_in_the_same_order_on_both_stores(
    embedded_store: Store, neo4j_store: Store, shared: Path
) -> None:
    papers = [load_path(path, path.name) for path in sorted((shared / "seeds").iterdir())]

    different, _ = _compared(load(embedded_store, *papers), load(neo4j_store, *papers), every=19)

    assert different == []


LABELS = ("Entity", "Document", "Statement")


def _compared(embedded: Store, server: Store, every: int) -> tuple[list[Any], list[str]]:
    """The queries that differ, with their parameters, and those that gave no row; asked with one in `every` value."""
    ids = {kind: [r["id"] for r in embedded.read(f"MATCH (n:{kind}) RETURN n.id AS id ORDER BY id")] for kind in LABELS}
    different, empty = [], []
    for asked in catalogue().values():
        rows = 0
        for parameters in _parameters(asked, ids, every):
            one, two = (store.read(asked.text, bind(asked, parameters)) for store in (embedded, server))
            rows += len(one)
            if one != two:
                different.append((asked.id, parameters))
        if not rows:
            empty.append(asked.id)
    return different, empty


def _parameters(asked: Query, ids: dict[str, list[str]], every: int) -> list[dict[str, Any]]:
    """Values for every parameter: entities and papers one by one or all at once, each date."""
    choices: list[dict[str, Any]] = [{}]
    for name, kind in asked.params.items():
        values: list[Any] = {
            "id": [*ids["Entity"], *ids["Document"]],
            "ids": [[*ids["Entity"], *ids["Statement"], "body:nowhere"]],
            "date": DATES,
        }[kind]
        choices = [{**choice, name: value} for choice in choices for value in values]
    return choices[:: every if len(choices) > len(DATES) else 1]
