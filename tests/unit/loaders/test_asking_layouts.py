"""Recommendations, resolutions, tables of responsibility, terms of reference and heads of reports say who is asked.

The papers are in tests/golden/layouts; each test states what one shape of layout gives and what it must not give.
"""

from __future__ import annotations

from pathlib import Path

import pytest

from graph.model import Extraction, Statement
from loaders.pipeline import load_path

FOLDER = Path(__file__).parents[2] / "golden" / "layouts"


def _read(name: str) -> Extraction:
    return load_path(FOLDER / name, name)


def _pairs(extraction: Extraction, predicate: str, rule: str) -> set[tuple[str, str]]:
    return {(s.subject.name, s.object.name) for s in _of(extraction, predicate, rule)}


def _of(extraction: Extraction, predicate: str, rule: str) -> list[Statement]:
    return [s for s in extraction.statements if s.predicate == predicate and s.rule == f"layout:{rule}"]


@pytest.fixture(scope="module")
def recommendations() -> Extraction:
    return _read("recommendations.md")


@pytest.fixture(scope="module")
def resolutions() -> Extraction:
    return _read("resolutions.md")


def _asked(extraction: Extraction, opening: str) -> set[str]:
    return {
        s.object.name
        for s in extraction.statements
        if s.predicate == "ADDRESSED_TO" and s.subject.name.startswith(opening)
    }


def test_a_body_beside_the_subject_is_asked_too_and_one_through_which_it_acts_is_not(
    recommendations: Extraction,
) -> None:
    assert _asked(recommendations, "The Council, together") == {"Harrowmere Borough Council", "Westmarch Police"}
    assert _asked(recommendations, "The Carers Panel, through") == {"Carers Panel"}


@pytest.mark.parametrize("opening", ["There should be", "The role and membership", "Managers should", "Every school"])
def test_impersonal_passive_and_generic_recommendations_ask_nobody(recommendations: Extraction, opening: str) -> None:
    assert any(e.name.startswith(opening) for e in recommendations.entities)
    assert _asked(recommendations, opening) == set()


def test_the_agent_of_a_passive_is_asked(recommendations: Extraction) -> None:
    assert _asked(recommendations, "The plan should be considered") == {"Harrowmere Safeguarding Adults Board"}


def test_recommend_to_names_who_is_asked(recommendations: Extraction) -> None:
    assert _asked(recommendations, "We recommend to the Department") == {"Department for Education"}


def test_the_words_before_a_list_name_who_is_asked_and_an_item_may_name_another(recommendations: Extraction) -> None:
    assert _asked(recommendations, "Note the second year") == {"Cabinet"}
    assert _asked(recommendations, "Ask Westmarch Police") == {"Cabinet", "Westmarch Police"}


def test_a_heading_of_time_is_the_timescale_of_what_follows(recommendations: Extraction) -> None:
    timescales = {
        s.object.name: s.qualifiers.get("timescale") for s in _of(recommendations, "ADDRESSED_TO", "recommendations")
    }
    assert timescales["Carers Panel"] == "within three months"
    assert timescales["Cabinet"] is None


def test_each_part_issues_its_own_recommendations(recommendations: Extraction) -> None:
    issued = {s.object.name[:22]: s.subject.name for s in _of(recommendations, "ISSUED", "recommendations")}
    assert issued["There should be one te"] == "Review of support for carers in Harrowmere"
    assert issued["Note the second year o"] == "Resources Directorate"
    assert issued["Every school must keep"] == "Harrowmere Inspection Report"


def test_neither_the_conclusion_nor_a_later_list_is_a_recommendation(recommendations: Extraction) -> None:
    names = [e.name for e in recommendations.entities if e.label == "Recommendation"]
    assert not [n for n in names if "proud" in n or "agreed in 2012" in n]


def test_a_resolution_has_the_number_of_its_minute_and_its_own(resolutions: Extraction) -> None:
    numbers = {s.object.name: s.qualifiers.get("number") for s in _of(resolutions, "ISSUED", "resolutions")}
    assert numbers["That the minutes be approved."] == "51"
    assert numbers["That the report be received."] == "52(1)"
    assert numbers["That a survey be made of the roof."] == "52(4)"


def test_a_resolution_asks_whom_it_tells_to_act_and_passive_ones_ask_nobody(resolutions: Extraction) -> None:
    assert _asked(resolutions, "That the Town Clerk write") == {"Town Clerk"}
    assert _asked(resolutions, "That Westmarch Police be asked") == {"Westmarch Police"}
    assert _asked(resolutions, "That a survey be made") == set()


def test_decisions_in_prose_motions_carried_and_notes_in_the_margin_are_found(resolutions: Extraction) -> None:
    assert _asked(resolutions, "the Finance Committee should") == {"Finance Committee"}
    assert _asked(resolutions, "Town Clerk to report") == {"Town Clerk"}
    assert _asked(resolutions, "Town Clerk would send") == {"Town Clerk"}
    assert any(s.object.name.startswith("Cllr Ibbotson proposed") for s in _of(resolutions, "ISSUED", "resolutions"))


def test_initials_of_an_action_are_those_of_someone_present(resolutions: Extraction) -> None:
    (action,) = _of(resolutions, "ADDRESSED_TO", "actions")
    assert action.object.label == "Person"
    assert action.object.name.startswith("Paul Downey")


def test_narrative_in_minutes_decides_nothing(resolutions: Extraction) -> None:
    decided = [e.name for e in resolutions.entities if e.label == "Resolution"]
    assert not [n for n in decided if "cold" in n or "Two lamps" in n or "at length" in n]


def test_an_empty_owner_cell_gives_nobody_and_never_its_neighbour() -> None:
    extraction = _read("responsibility-table.md")

    assert _pairs(extraction, "ACCOUNTABLE_FOR", "responsibility-table") == {
        ("Chief Executive", "Leadership"),
        ("Westmarch Police", "Exploitation"),
        ("Licensing Board", "Exploitation"),
    }
    assert _asked(extraction, "Nobody has this one") == set()


def test_a_partner_in_coordination_is_not_the_responsible_party() -> None:
    extraction = _read("responsibility-table.md")

    assert _asked(extraction, "Send the figures") == {"OMB"}
    assert _asked(extraction, "Publish the plan") == {"DHS", "OMB"}


def test_labels_of_terms_of_reference_say_where_the_body_stands() -> None:
    extraction = _read("terms-of-reference.md")
    group, rule = "Harrowmere Flood Group", "terms-of-reference"

    assert _pairs(extraction, "REPORTS_TO", rule) == {(group, "Harrowmere Resilience Board")}
    assert [s.qualifiers.get("cadence") for s in _of(extraction, "REPORTS_TO", rule)] == ["quarterly"]
    assert _pairs(extraction, "CHAIRS", rule) == {("C. Penhallow", group)}
    assert _pairs(extraction, "ESTABLISHED_BY", rule) == {(group, "Harrowmere Borough Council")}
    assert _pairs(extraction, "PART_OF", rule) == {("Pumps Sub Group", group), ("Sandbags Sub Group", group)}


def test_a_body_that_presents_its_regular_report_reports_to_the_meeting() -> None:
    extraction = _read("report-header.md")
    panel, board = "Missing Children Panel", "Harrowmere Safeguarding Children Board"

    (line,) = _of(extraction, "REPORTS_TO", "report-header")
    assert (line.subject.name, line.object.name, line.qualifiers["cadence"]) == (panel, board, "six-monthly")
    assert _pairs(extraction, "PART_OF", "report-header") == {(panel, board)}


def test_a_directorate_that_writes_for_members_does_not_thereby_report_to_them(recommendations: Extraction) -> None:
    assert not _of(recommendations, "REPORTS_TO", "report-header")


def test_a_plan_that_is_referred_to_is_asked_for_nothing(tmp_path: Path) -> None:
    minutes = Path(__file__).parents[3] / "data" / "examples" / "2014-10-10-improvement-board-minutes.md"
    text = minutes.read_text(encoding="utf-8").replace("Plan be supported as a starting point.", "Plan be so.")
    (tmp_path / "minutes.md").write_text(text, encoding="utf-8")
    asked = _pairs(load_path(tmp_path / "minutes.md"), "ADDRESSED_TO", "resolutions")
    assert asked
    assert "Improvement Plan" not in {whom for _, whom in asked}
