"""The register of Rotherham loads whole, names a source in every row, and answers what its papers answer."""

from __future__ import annotations

import csv
import re
from collections.abc import Iterator
from pathlib import Path

import pytest

from graph.corpus import Corpus
from graph.stores import Store, open_store
from loaders.pipeline import extract_many, papers_in
from loaders.registers.sheet import COLUMNS, read_sheet
from queries.answers import ask
from queries.findings import find

FOLDER = Path(__file__).parents[2] / "data" / "rotherham"
SHEET = FOLDER / "structure-2013-2015.csv"


@pytest.fixture(scope="module")
def loaded(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Store]:
    with open_store(str(tmp_path_factory.mktemp("rotherham") / "store")) as store:
        corpus = Corpus(store)
        for extraction in extract_many(papers_in([FOLDER])):
            assert not isinstance(extraction, Exception)
            corpus.load(extraction)
        yield store


def test_every_row_is_read_and_names_its_source_date_and_place() -> None:
    extraction, problems = read_sheet(SHEET, SHEET.name)
    rows = list(csv.DictReader(SHEET.read_text(encoding="utf-8").splitlines()))
    assert problems == []
    assert len(extraction.statements) == len(rows)
    assert 40 <= len(rows) <= 80
    assert all(row["source_title"] and row["source_date"] and row["source_place"] for row in rows)
    assert all("2013" <= s.reported_on[:4] <= "2015" for s in extraction.statements if s.reported_on)


def test_the_notes_are_a_few_words_of_ours() -> None:
    rows = csv.DictReader(SHEET.read_text(encoding="utf-8").splitlines())
    assert all(len(row["note"].split()) <= 15 and "@" not in row["note"] for row in rows)


def test_the_readme_explains_every_column_of_a_sheet_and_counts_the_rows() -> None:
    text = (FOLDER / "README.md").read_text(encoding="utf-8")
    explained = set(re.findall(r"`(\w+)`", text))
    assert {c for c in COLUMNS if not c.startswith("object_")} <= explained
    assert f"holds {len(SHEET.read_text(encoding='utf-8').splitlines()) - 1} facts" in text


@pytest.mark.parametrize(
    ("question", "as_at", "status", "named"),
    [
        ("who is accountable for the CSE Action Plan?", "2013-12-31", "stated", "CSE Sub Group"),
        ("who chairs the CSE Sub Group?", "2014-06-01", "stated", "Senior police officer"),
        ("who chairs the CSE Sub Group?", "2015-06-01", "stated", "Stephen Ashley"),
        ("who chaired the LSCB in October 2013?", None, "stated", "Stephen Ashley"),
        ("who manages the CSE Team?", "2013-12-31", "stated-none", "Single manager"),
        (
            "who is accountable for the Improvement Plan?",
            "2014-12-01",
            "stated",
            "Rotherham Metropolitan Borough Council",
        ),
        ("what succeeded Risky Business?", "2013-12-31", "stated", "CSE Team"),
    ],
)
def test_it_answers_as_at_a_date(loaded: Store, question: str, as_at: str | None, status: str, named: str) -> None:
    answer = ask(loaded, question, as_at).as_json()
    assert answer["status"] == status
    assert answer["answers"][0]["entity"]["name"].startswith(named)
    assert answer["answers"][0]["evidence"][0]["rule"] == "register:sheet"


@pytest.mark.parametrize(
    "question", ["who chaired the LSCB in August 2013?", "who does the Children's Improvement Board report to?"]
)
def test_what_the_papers_leave_open_is_not_stated(loaded: Store, question: str) -> None:
    answer = ask(loaded, question)
    assert (answer.status, answer.answers) == ("not-stated", ())


def test_the_circle_of_improvement_board_and_council_is_found_as_proposed(loaded: Store) -> None:
    (circle,) = [f for f in find(loaded, "2014-12-31") if f.check == "circular-reporting"]
    assert {step["modality"] for step in circle.steps} == {"proposed"}
    assert {e["name"] for e in circle.entities} == {
        "Rotherham Improvement Board",
        "Rotherham Metropolitan Borough Council",
    }
