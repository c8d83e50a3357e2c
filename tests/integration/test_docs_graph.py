"""docs/graph.md is true: its tables are the vocabulary's, and each of its queries runs and finds what it says."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from graph.corpus import Corpus
from graph.stores import Store
from graph.vocabulary import (
    ALWAYS_QUALIFIERS,
    DOCUMENT_PROPERTIES,
    ENTITY_PROPERTIES,
    LABELS,
    MODALITIES,
    PREDICATES,
    QUALIFIERS,
    RELATIONSHIP_PROPERTIES,
    STATEMENT_PROPERTIES,
)
from tests.unit.papers import paper

TEXT = (Path(__file__).parents[2] / "docs" / "graph.md").read_text(encoding="utf-8")
QUERIES = re.findall(r"```cypher\n(.*?)```", TEXT, re.DOTALL)
PARAMETERS = {"as_at": "2013-12-10", "id": "body:exploitation-sub-group--harrowmere", "words": "Sub Group"}

PAPERS = (
    paper(
        "terms.txt",
        "2013-06-04",
        "Exploitation Sub Group | REPORTS_TO | Safeguarding Children Board | cadence=quarterly",
        "Safeguarding Children Board | REPORTS_TO | Council",
        "Exploitation Sub Group | ACCOUNTABLE_FOR | plan:exploitation action plan",
    ),
    paper("one.txt", "2013-12-05", "p:Ruth Mensah | CHAIRS | Exploitation Sub Group"),
    paper("two.txt", "2013-12-05", "post:Detective Superintendent @ Police | CHAIRS | Exploitation Sub Group"),
    paper("three.txt", "2014-10-10", "Council | REPORTS_TO | Improvement Board | modality=proposed"),
)


def labels_table() -> str:
    rows = ["| label | what it is | kinds | standard |", "|---|---|---|---|"]
    rows += [f"| `{x.name}` | {x.reading} | {', '.join(x.kinds) or '–'} | {x.standard} |" for x in LABELS.values()]
    return "\n".join(rows)


def predicates_table() -> str:
    rows = ["| type | from | to | reads | qualifiers | one at a time | standard |", "|---|---|---|---|---|---|---|"]
    for p in PREDICATES.values():
        subjects, objects = (
            " ".join(ends) if len(ends) < len(LABELS) else "anything" for ends in (p.subjects, p.objects)
        )
        qualifiers = ", ".join(p.qualifiers) or "–"
        single = "yes" if p.single else ""
        rows.append(f"| `{p.name}` | {subjects} | {objects} | {p.reading} | {qualifiers} | {single} | {p.standard} |")
    return "\n".join(rows)


@pytest.mark.parametrize("table", [labels_table(), predicates_table()], ids=["labels", "predicates"])
def test_the_tables_are_those_of_the_vocabulary(table: str) -> None:
    assert table in TEXT, f"docs/graph.md should hold this table:\n{table}"


@pytest.mark.parametrize(
    ("heading", "names"),
    [
        ("Entities", ("id", *ENTITY_PROPERTIES)),
        ("Statements", ("id", *(p for p in STATEMENT_PROPERTIES if p not in QUALIFIERS))),
        ("Papers", ("id", *DOCUMENT_PROPERTIES)),
        (
            "Relationships",
            ("id", *(p for p in RELATIONSHIP_PROPERTIES if p not in QUALIFIERS or p in ALWAYS_QUALIFIERS)),
        ),
    ],
)
def test_every_property_is_explained_and_no_other(heading: str, names: tuple[str, ...]) -> None:
    section = re.search(rf"^### {heading}\n(.*?)(?=^##)", TEXT, re.DOTALL | re.MULTILINE)
    assert section, heading
    explained = re.findall(r"^\| ((?:`\w+`(?:, )?)+) \|", section[1], re.MULTILINE)
    assert sorted(re.findall(r"`(\w+)`", " ".join(explained))) == sorted(names)


def test_every_modality_is_explained() -> None:
    assert all(f"| `{modality}` |" in TEXT for modality in MODALITIES)


@pytest.mark.parametrize("query", QUERIES, ids=[q.splitlines()[0].removeprefix("// ") for q in QUERIES])
def test_every_query_of_the_page_runs_and_finds_something(store: Store, query: str) -> None:
    corpus = Corpus(store)
    for one in PAPERS:
        corpus.load(one)
    wanted = {name: value for name, value in PARAMETERS.items() if f"${name}" in query}
    assert store.read(query, wanted)


def test_the_page_shows_how_to_find_a_contested_chair(store: Store) -> None:
    corpus = Corpus(store)
    for one in PAPERS:
        corpus.load(one)
    (query,) = [q for q in QUERIES if "chairs at once" in q]
    (row,) = store.read(query, {"as_at": "2013-12-10"})
    assert row["chairs"] == ["Detective Superintendent", "Ruth Mensah"]
    assert store.read(query, {"as_at": "2013-06-30"}) == []
