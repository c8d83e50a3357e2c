"""Minutes, lists and tables of many places say what was decided, who is to act, who was put where, and what hangs where.

The papers are in tests/golden/layouts; each test states what one family of layouts gives and what it must not give.
"""

from __future__ import annotations

from functools import cache
from pathlib import Path

import pytest

from graph.model import Extraction, Statement
from loaders.pipeline import load_path
from tests.unit.loaders.reading import read

FOLDER = Path(__file__).parents[2] / "golden" / "layouts"
HEAD = "# Harrowmere Town Council\n\nMinutes of the meeting held on 4 March 2014\n\nPresent: Cllrs A Bright, C Dent\n\n"


@cache
def _read(name: str) -> Extraction:
    return load_path(FOLDER / f"{name}.md", f"{name}.md")


def _said(extraction: Extraction, predicate: str) -> set[tuple[str, str]]:
    return {(s.subject.name, s.object.name) for s in extraction.statements if s.predicate == predicate}


def _asked(extraction: Extraction, opening: str) -> set[str]:
    return {whom for asking, whom in _said(extraction, "ADDRESSED_TO") if asking.startswith(opening)}


def _issued(extraction: Extraction) -> list[str]:
    return [s.object.name for s in extraction.statements if s.predicate == "ISSUED"]


def _minutes(words: str) -> Extraction:
    return read(HEAD + words)


def _one(extraction: Extraction, opening: str) -> Statement:
    return next(s for s in extraction.statements if s.predicate == "ISSUED" and s.object.name.startswith(opening))


@pytest.mark.parametrize(
    ("paper", "opening", "number"),
    [
        ("minutes-cabinet", "the Leisure Strategy", "(a)"),
        ("minutes-scotland", "to note the contents", "2(i)"),
        ("minutes-integrated-care", "APPROVED the recovery plan", None),
        ("minutes-parish", "No objection", None),
        ("minutes-charity", "adopt the investment policy", None),
        ("minutes-working-group", "Drop feature X", None),
    ],
)
def test_a_list_below_a_label_or_a_stem_is_of_decisions_with_their_numbers(
    paper: str, opening: str, number: str | None
) -> None:
    assert _one(_read(paper), opening).qualifiers.get("number") == number


@pytest.mark.parametrize(
    ("words", "decided"),
    [
        ("Proposed by Cllr Bright, seconded by Cllr Dent, that the lamp be mended. Carried.", ["the lamp be mended."]),
        ("Cllr Bright moved to mend the lamp. Cllr Dent seconded. Motion carried 2-0.", ["mend the lamp."]),
        ("Cllr Bright moved to mend the lamp. Cllr Dent seconded. The motion failed.", []),
        ("Cllr Bright proposed that the lamp be sold, seconded by Cllr Dent. The motion was defeated.", []),
        ("Cllr Bright moved that the lamp be sold. There was no seconder.", []),
        ("Cllr Bright proposed that the lamp be sold, seconded by Cllr Dent.", []),
    ],
)
def test_only_a_motion_that_was_carried_decides(words: str, decided: list[str]) -> None:
    assert _issued(_minutes(f"1. Lamps\n\n{words}\n")) == decided


@pytest.mark.parametrize(
    "words",
    [
        "The Council agreed with the Civic Society.",
        "It was agreed that it had been a hard year.",
        "The Finance Committee approved the budget.",
        "The Council had previously approved the plan.",
        "The lamp was approved of by all.",
    ],
)
def test_narrative_and_the_acts_of_others_decide_nothing(words: str) -> None:
    assert _issued(_minutes(f"1. Lamps\n\n{words}\n")) == []


@pytest.mark.parametrize(
    ("paper", "opening", "asked"),
    [
        ("minutes-cabinet", "the Head of Leisure be authorised", {"Head of Leisure"}),
        ("minutes-cabinet", "To delegate authority", {"Director of Resources"}),
        ("minutes-scotland", "to instruct the Director", {"Director of Education and Leisure"}),
        ("minutes-scotland", "to remit the matter", {"Policy and Resources Committee"}),
        ("minutes-county-ireland", "refer the matter", {"Housing Strategic Policy Committee"}),
        ("minutes-integrated-care", "AGREED that the Finance", {"Finance Committee"}),
        ("minutes-parish", "that Cllr Dalby be the Council's", set()),
    ],
)
def test_who_is_instructed_delegated_to_or_referred_to_is_asked(paper: str, opening: str, asked: set[str]) -> None:
    assert _asked(_read(paper), opening) == asked


def test_a_decision_puts_people_on_bodies_in_the_chair_and_in_posts() -> None:
    cabinet, parish = _read("minutes-cabinet"), _read("minutes-parish")
    assert ("B. Brindle", "Harrowmere Harbour Trust") in _said(cabinet, "MEMBER_OF")
    assert ("D. Dunmore", "Joint Waste Committee") in _said(cabinet, "CHAIRS")
    assert ("Cabinet", "D. Dunmore") in _said(cabinet, "APPOINTED")
    assert {(p, "Finance Committee") for p in ("M. Benning", "P. Corrie", "S. Dalby")} <= _said(parish, "MEMBER_OF")
    assert ("Moira Cairns", "Education and Leisure Committee") in _said(_read("minutes-scotland"), "CHAIRS")
    assert ("Leo Grant", "Audit Committee") in _said(_read("minutes-integrated-care"), "CHAIRS")


def test_an_election_that_failed_puts_nobody_anywhere() -> None:
    assert not [s for s in _read("minutes-city-council").statements if "Fitch" in s.subject.name + s.object.name]


@pytest.mark.parametrize(
    ("paper", "opening", "asked"),
    [
        ("minutes-hospital", "CD/GF to circulate", {"Carol Denholm", "Grace Finley"}),
        ("minutes-integrated-care", "share the dashboard", {"Amir Sadiq"}),
        ("minutes-integrated-care", "review the calendar", {"Joanna Pike", "Tessa Lund"}),
        ("minutes-charity", "AB to write", {"Ann Blakeley"}),
        ("minutes-charity", "book the hall", {"George Hobday"}),
        ("minutes-working-group", "Carla to draft", {"Carla Sims"}),
        ("minutes-parish", "It was AGREED that the Clerk", {"Clerk"}),
    ],
)
def test_an_action_is_for_whom_its_initials_first_name_or_label_mean(paper: str, opening: str, asked: set[str]) -> None:
    assert _asked(_read(paper), opening) == asked


def test_initials_that_two_share_are_nobodys() -> None:
    extraction = read(
        "# Harrowmere Flood Board\n\nMinutes of the meeting held on 4 March 2014\n\nPresent: Anna Bell, Alan Brook\n\n"
        "Action: AB to buy sandbags.\n"
    )
    assert _said(extraction, "ADDRESSED_TO") == set()


def test_a_table_of_actions_in_minutes_is_the_meetings_and_an_empty_owner_is_nobody() -> None:
    board = _read("minutes-hospital")
    assert _asked(board, "Review the risk") == {"Grace Finley"}
    assert "Visit the stroke ward" in _issued(board)
    assert _asked(board, "Visit the stroke ward") == set()


def test_an_action_of_a_plan_is_asked_of_its_owner_and_recommended_by_nobody() -> None:
    plan = _read("action-plans")
    assert _asked(plan, "Buy a grants system") == {"Director of Resources"}
    assert "Buy a grants system" not in _issued(plan)
    assert "The Council should keep a register of grants." in _issued(plan)


def test_a_strand_without_an_owner_is_known_and_nobodys() -> None:
    board = load_path(FOLDER / "responsibility-table.md", "responsibility-table.md")
    assert "Early help" in {e.name for e in board.entities if e.label == "Function"}
    assert not [s for s in board.statements if "Early help" in (s.subject.name, s.object.name)]


def test_in_a_matrix_a_is_accountable_and_r_responsible_and_c_and_i_are_neither() -> None:
    plan = _read("action-plans")
    assert {w for w, task in _said(plan, "ACCOUNTABLE_FOR") if task == "Approve the policy"} == {"Chief Executive"}
    assert {w for w, task in _said(plan, "RESPONSIBLE_FOR") if task == "Approve the policy"} == {"Head of Finance"}
    assert ("Head of Finance", "Keep the register") in _said(plan, "ACCOUNTABLE_FOR")


def test_the_same_words_in_summary_and_body_are_one_recommendation() -> None:
    review = _read("recommendations-twice")
    assert len({s.object.id for s in review.statements if s.predicate == "ISSUED"}) == 3
    assert len(_issued(review)) == 6


def test_a_heading_says_for_whom_recommendations_are_until_the_next() -> None:
    review = _read("recommendations-announced")
    assert _asked(review, "The Students' Union should") == {"Students' Union"}
    assert _asked(review, "Senate should be reduced") == set()
    assert _asked(review, "The University Secretary must") == {"University Secretary"}


def test_a_report_of_an_officer_is_issued_by_the_post_and_asks_the_meeting() -> None:
    report = _read("recommendations-officer")
    assert ("Director of Finance", "approve the Annual Governance Statement; and") in _said(report, "ISSUED")
    assert _asked(report, "approve the Annual") == {"Audit and Governance Committee"}


def test_a_charter_says_by_titles_and_usual_sentences_where_its_body_stands() -> None:
    charter, own = _read("charter"), "Harrowmere Data Standards Steering Committee"
    assert {(own, "Harrowmere Standards Council"), (own, "Board of Trustees")} <= _said(charter, "REPORTS_TO")
    assert ("Director of Data", own) in _said(charter, "CHAIRS")
    assert ("Metadata Working Group", own) in _said(charter, "PART_OF")


def test_what_draft_terms_say_is_proposed() -> None:
    assert {s.modality for s in _read("terms-draft").statements} == {"proposed"}


def test_nesting_says_part_of_or_reports_to_by_the_title_above_and_else_nothing() -> None:
    college, hospice = _read("keyed-list"), _read("structure")
    assert ("Estates Sub-Committee", "Finance and General Purposes Committee") in _said(college, "PART_OF")
    assert ("Counter Fraud Group", "Audit Committee") in _said(hospice, "REPORTS_TO")
    assert not [s for s in college.statements if s.subject.name == "Westmarch Police"]


def test_a_key_over_names_says_their_office_in_the_body_named_above() -> None:
    college = _read("keyed-list")
    assert {("Jane Doebury", "Storage Group"), ("Ravi Menonson", "Storage Group")} <= _said(college, "CHAIRS")


def test_a_vote_to_elect_puts_someone_in_a_post_and_is_a_decision() -> None:
    extraction = _minutes("1. Officers\n\nVOTED 5-2 by roll call, to elect Councillor Dent as Treasurer.\n")
    assert _issued(extraction) == ["elect Councillor Dent as Treasurer."]
    assert ("C. Dent", "Treasurer") in _said(extraction, "HOLDS_POST")


def test_who_was_duly_elected_holds_the_office_of_the_title_above() -> None:
    extraction = _minutes("## Election of Chairman\n\nWith no other nominations Cllr Dent was duly elected.\n")
    assert ("C. Dent", "Harrowmere Town Council") in _said(extraction, "CHAIRS")


def test_a_list_that_runs_in_a_sentence_is_one_recommendation_an_item() -> None:
    extraction = read(
        "# Audit of grants\n\nHarrowmere Borough Council, March 2014\n\nWestmarch Police were visited.\n\n"
        "We recommended that Westmarch Police (1) keep a register of grants and (2) publish it every year.\n"
    )
    assert _asked(extraction, "keep a register of grants") == {"Westmarch Police"}
    assert _asked(extraction, "publish it every year") == {"Westmarch Police"}


def test_the_only_committee_of_a_paper_is_the_one_that_recommends() -> None:
    extraction = read(
        "# List of Recommendations\n\n## Recommendation 1\n\nThe Committee recommends that Westmarch Police:\n"
        "publish the plan\n\nThe Harrowmere Audit Committee will report in May.\n"
    )
    assert {w for w, _ in _said(extraction, "ISSUED")} == {"Harrowmere Audit Committee"}
    assert _asked(extraction, "The Committee recommends") == {"Westmarch Police"}
