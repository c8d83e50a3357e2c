"""The papers of Harrowmere give the answers and findings that were planted in them (data/examples/README.md).

Read by the real pipeline into a real store: when a change of the extractor loses one of these, it lost a form of words
that councils use every day.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from graph.corpus import Corpus
from graph.model import Extraction
from graph.stores import Store, open_store
from loaders.pipeline import extract_many, papers_in
from queries.answers import ask
from queries.findings import Finding, find

FOLDER = Path(__file__).parents[2] / "data" / "examples"
PAPERS = sorted(p.name for p in FOLDER.iterdir() if p.stem != "README")


@pytest.fixture(scope="module")
def extractions() -> dict[str, Extraction]:
    read = list(extract_many(papers_in([FOLDER])))
    return {e.document.name: e for e in read if isinstance(e, Extraction)}


@pytest.fixture(scope="module")
def harrowmere(extractions: dict[str, Extraction], tmp_path_factory: pytest.TempPathFactory) -> Iterator[Store]:
    with open_store(str(tmp_path_factory.mktemp("harrowmere") / "store")) as store:
        corpus = Corpus(store)
        for extraction in extractions.values():
            corpus.load(extraction)
        yield store


def answered(store: Store, question: str, as_at: str | None = None) -> dict[str, Any]:
    return ask(store, question, as_at).as_json()


def names(answer: dict[str, Any]) -> set[str]:
    return {a["entity"]["name"] for a in answer["answers"]}


def concerning(findings: list[Finding], check: str) -> dict[str, Finding]:
    """The findings of `check`, each by the name of the first entity that it concerns."""
    return {f.entities[0]["name"]: f for f in findings if f.check == check}


# The papers themselves


def test_there_are_at_least_six_papers_of_different_layouts_and_the_readme_lists_each() -> None:
    readme = (FOLDER / "README.md").read_text(encoding="utf-8")
    assert len(PAPERS) >= 6
    assert re.findall(r"^\| (\d{4}-\S+) \|", readme, re.MULTILINE) == PAPERS


@pytest.mark.parametrize("name", PAPERS)
def test_each_paper_says_on_its_first_line_that_it_is_invented(name: str) -> None:
    first, _, rest = (FOLDER / name).read_text(encoding="utf-8").partition("\n")
    assert re.match(r"Example (paper|pack) written for Answerable\. Harrowmere is an invented borough", first)
    assert rest.startswith("\n"), "an empty line keeps it apart from the paper's own head"


def test_every_paper_is_read_and_every_quote_is_the_text_at_its_place(extractions: dict[str, Extraction]) -> None:
    assert sorted(extractions) == PAPERS
    for name, extraction in extractions.items():
        assert extraction.statements, name
        text = extraction.document.text
        assert all(text[s.span.start : s.span.end] == s.span.quote for s in extraction.statements), name


# What they answer


def test_the_plan_is_owned_by_the_sub_group_whose_line_goes_to_the_council(harrowmere: Store) -> None:
    answer = answered(harrowmere, "who is accountable for the Exploitation Action Plan?", "2013-12-10")
    lines = [[step["entity"]["name"] for step in line] for line in answer["chain"]]
    assert answer["status"] == "stated"
    assert names(answer) >= {"Exploitation Sub Group"}
    assert ["Exploitation Sub Group", "Harrowmere Safeguarding Children Board", "Harrowmere Borough Council"] in lines
    steps = {step["entity"]["name"]: step["cadence"] for line in answer["chain"] for step in line[1:]}
    assert "quarterly" in steps["Harrowmere Safeguarding Children Board"]
    assert steps["Harrowmere Borough Council"] in ("annually", "annual")


def test_the_line_from_the_team_goes_up_through_the_silver_group(harrowmere: Store) -> None:
    assert names(answered(harrowmere, "who does the Exploitation Team report to?", "2013-12-10")) == {"Silver Group"}
    assert names(answered(harrowmere, "who does the Silver Group report to?", "2013-12-10")) == {
        "Exploitation Sub Group"
    }


def test_the_chair_of_the_sub_group_is_contested(harrowmere: Store) -> None:
    answer = answered(harrowmere, "who chairs the Exploitation Sub Group?", "2013-12-10")
    assert answer["status"] == "contested"
    assert {n.split(",")[0].removeprefix("Mr. ") for n in names(answer)} == {"R. Mensah", "Detective Superintendent"}
    assert {e["document"] for a in answer["answers"] for e in a["evidence"]} == {
        "2013-12-05-exploitation-quarterly-report.txt",
        "2013-12-05-review-of-the-response-to-exploitation.md",
    }


def test_nobody_manages_the_team_and_that_is_stated(harrowmere: Store) -> None:
    answer = answered(harrowmere, "who manages the Exploitation Team?", "2013-12-10")
    assert answer["status"] == "stated-none"
    assert any("single manager" in e["quote"] for a in answer["answers"] for e in a["evidence"])


def test_the_panel_that_no_paper_places_has_no_line_stated(harrowmere: Store) -> None:
    assert answered(harrowmere, "who does the Missing Children Panel report to?")["status"] == "not-stated"


@pytest.mark.parametrize(("as_at", "surname"), [("2013-08-15", "Alderton"), ("2013-10-01", "Mensah")])
def test_the_chair_of_the_board_changed_on_the_first_of_september_2013(
    harrowmere: Store, as_at: str, surname: str
) -> None:
    answer = answered(harrowmere, "who chairs the Harrowmere Safeguarding Children Board?", as_at)
    assert answer["status"] == "stated"
    assert {n.split()[-1] for n in names(answer)} == {surname}


def test_one_body_took_the_place_of_another(harrowmere: Store) -> None:
    answer = answered(harrowmere, "what replaced the Children's Trust Board?")
    assert answer["status"] == "stated"
    assert names(answer) == {"Children and Families Partnership"}
    assert {a["since"] for a in answer["answers"]} == {"2014-04-01"}


def test_a_plan_without_an_owner_is_not_given_one(harrowmere: Store) -> None:
    assert answered(harrowmere, "who is accountable for the Early Help Strategy?")["status"] == "not-stated"


def test_whoever_holds_several_posts_has_them_all(harrowmere: Store) -> None:
    chaired = names(answered(harrowmere, "what does R. Mensah chair?", "2013-12-31"))
    held = names(answered(harrowmere, "what posts does R. Mensah hold?", "2013-12-31"))
    assert any("Adults Board" in name for name in chaired | held)
    assert any("Children Board" in name for name in chaired | held)


@pytest.mark.parametrize(
    ("number", "addressees"),
    [
        ("1", {"Harrowmere Borough Council", "Westmarch Police"}),
        ("2", {"Harrowmere Safeguarding Children Board"}),
        ("3", {"Westmarch Police"}),
        ("4", {"Exploitation Sub Group"}),
        ("6", {"Department for Education"}),
        ("7", {"Children's Scrutiny Commission"}),
    ],
)
def test_recommendations_are_addressed_to_those_who_are_asked(
    extractions: dict[str, Extraction], number: str, addressees: set[str]
) -> None:
    review = extractions["2013-12-05-review-of-the-response-to-exploitation.md"]
    asked = {
        s.object.name
        for s in review.statements
        if s.predicate == "ADDRESSED_TO" and s.subject.attributes.get("number") == number
    }
    assert {name.title() for name in asked} == {name.title() for name in addressees}


# What is found


@pytest.fixture(scope="module")
def findings(harrowmere: Store) -> list[Finding]:
    return find(harrowmere, "2015-01-31")


def test_the_circular_line_is_found_with_its_proposed_step(findings: list[Finding]) -> None:
    (circle,) = [f for f in findings if f.check == "circular-reporting"]
    modality = {step["from"]["name"].removeprefix("Harrowmere "): step["modality"] for step in circle.steps}
    assert modality == {"Improvement Board": "asserted", "Borough Council": "proposed"}
    assert all(step["evidence"] for step in circle.steps)


def test_bodies_without_a_line_upward_are_found_and_only_those(findings: list[Finding]) -> None:
    orphans = set(concerning(findings, "body-without-line-upward"))
    assert "Missing Children Panel" in orphans
    assert not orphans & {
        "Exploitation Sub Group",
        "Silver Group",
        "Exploitation Team",
        "Learning Sub Group",
        "Case Audit Sub Group",
        "Harrowmere Safeguarding Children Board",
        "Children's Scrutiny Commission",
        "Children and Families Partnership",
        "Cabinet",
    }


def test_bodies_without_a_chair_are_found_and_only_those(findings: list[Finding]) -> None:
    unchaired = set(concerning(findings, "body-without-chair"))
    assert {"Case Audit Sub Group", "Missing Children Panel"} <= unchaired
    assert not unchaired & {
        "Harrowmere Safeguarding Children Board",
        "Learning Sub Group",
        "Silver Group",
        "Exploitation Sub Group",
        "Children and Families Partnership",
        "Children's Scrutiny Commission",
    }


def test_the_contested_chair_is_found(harrowmere: Store) -> None:
    assert "Exploitation Sub Group" in concerning(find(harrowmere, "2013-12-31"), "contested-chair")


def test_the_plan_without_an_accountable_body_is_found_and_the_owned_one_is_not(findings: list[Finding]) -> None:
    unowned = set(concerning(findings, "plan-without-accountable-body"))
    assert any("Early Help Strategy" in name for name in unowned)
    assert not unowned & {"Exploitation Action Plan", "Children's Plan", "Improvement Plan"}


def test_stated_none_is_found_for_the_team(findings: list[Finding]) -> None:
    assert any("Exploitation Team" in f.text for f in findings if f.check == "stated-none")


def test_two_lines_upward_and_two_rhythms_are_found(harrowmere: Store) -> None:
    at_the_end_of_2013 = find(harrowmere, "2013-12-31")
    assert "Exploitation Sub Group" in concerning(at_the_end_of_2013, "two-or-more-lines")
    assert "Silver Group" in concerning(at_the_end_of_2013, "cadence-conflict")


def test_the_recommendation_that_nobody_is_asked_to_act_on_is_found(findings: list[Finding]) -> None:
    unaddressed = [f.text for f in findings if f.check == "recommendation-without-addressee"]
    assert any("Return interviews" in text for text in unaddressed)
    assert not any("vacant posts" in text for text in unaddressed)
