"""Families of layouts of people beyond the common ones: each test states what one of them says and what it does not.

The papers are in tests/golden/layouts; short ones stand in the tests.
"""

from __future__ import annotations

from functools import cache
from pathlib import Path

import pytest

from graph.model import Extraction, Statement
from loaders.pipeline import load_path
from tests.unit.loaders.reading import read, said

FOLDER = Path(__file__).parents[2] / "golden" / "layouts"


@cache
def _paper(name: str) -> Extraction:
    return load_path(FOLDER / f"{name}.md", f"{name}.md")


def _said(name: str, predicate: str, body: str) -> dict[str, Statement]:
    found = [s for s in _paper(name).statements if s.predicate == predicate and s.object.name == body]
    return {s.subject.name.removeprefix("Councillor ").removeprefix("Cllr "): s for s in found}


# Attendance


def test_substitutes_attend_in_place_of_others_and_the_others_do_not() -> None:
    attended = _said("attendance-lists", "ATTENDED", "Harrowmere Parks Panel")
    assert attended["D. Street"].qualifiers["role"] == "substituting for Cllr J. May"
    assert attended["R. Ali"].qualifiers["role"] == "substitute for Cllr Kaye"
    assert not {"Kaye", "J. May"} & set(attended)
    assert set(_said("attendance-lists", "APOLOGIES", "Harrowmere Parks Panel")) == {"Kaye", "J. May"}


def test_people_under_an_organisations_name_come_from_it_and_it_does_not_attend_itself() -> None:
    attended = _said("attendance-lists", "ATTENDED", "Harrowmere Flood Forum")
    assert set(attended) == {"Carla Penhallow", "Joyce Hadley", "Frank Orde", "Lena Quill", "Sunniva Lund"}
    assert set(_said("attendance-lists", "MEMBER_OF", "Westmarch Police")) == {"Frank Orde", "Lena Quill"}
    assert all(
        s.qualifiers["role"] == "affiliation"
        for s in _said("attendance-lists", "MEMBER_OF", "Harrowmere Borough Council").values()
    )


def test_chair_and_members_before_those_in_attendance_are_who_met() -> None:
    attended = _said("attendance-lists", "ATTENDED", "Harrowmere Water Partnership")
    assert {"Ruth Ablett", "Clare Dunnock", "Bexton Farrow", "Priya van der Berg"} <= set(attended)
    assert set(_said("attendance-lists", "CHAIRS", "Harrowmere Water Partnership")) == {"Ruth Ablett"}


def test_a_part_begins_at_its_own_head_not_among_the_names_before_it() -> None:
    assert set(_said("attendance-lists", "APOLOGIES", "Harrowmere Housing Committee")) == {"McBride", "V. Sandiford"}


def test_a_column_says_who_came_and_who_sent_apologies() -> None:
    assert set(_said("attendance-tables", "ATTENDED", "Harrowmere Health Forum")) == {"Jo Marsh"}
    assert set(_said("attendance-tables", "APOLOGIES", "Harrowmere Health Forum")) == {"Sam Tolliver"}


def test_a_column_for_each_label_holds_names() -> None:
    assert set(_said("attendance-tables", "ATTENDED", "Harrowmere Transport Board")) == {"Ruth Ablett", "Bexton Farrow"}
    assert set(_said("attendance-tables", "APOLOGIES", "Harrowmere Transport Board")) == {"Clare Dunnock"}


def test_who_was_absent_neither_attended_nor_sent_apologies() -> None:
    absent = {"Dell Whitaker", "Otis Brannigan", "Helen Orde", "Greg Sandoval"}
    for name in ("attendance-tables", "attendance-elsewhere"):
        assert not [s for s in _paper(name).statements if s.subject.name in absent and s.predicate != "MEMBER_OF"]


def test_a_column_for_each_meeting_dates_the_attendance() -> None:
    table = "| Name | 5 May 2015 | 9 June 2015 |\n|---|---|---|\n| Jo Marsh | P | Apologies |\n| Sam Ogden | ✓ | x |\n"
    found = {
        (s.subject.name, s.predicate, s.qualifiers["on"])
        for s in read(f"# HARROWMERE PARKS BOARD\n\nMinutes of the meeting held on 1 July 2015\n\n{table}").statements
    }
    assert found == {
        ("Jo Marsh", "ATTENDED", "2015-05-05"),
        ("Jo Marsh", "APOLOGIES", "2015-06-09"),
        ("Sam Ogden", "ATTENDED", "2015-05-05"),
    }


def test_an_office_before_a_name_is_that_persons_own() -> None:
    held = {
        s.subject.name: s.object.name for s in _paper("attendance-elsewhere").statements if s.predicate == "HOLDS_POST"
    }
    assert held["Karen Lund"] == "Community Development Director"
    assert held["Joel Weiss"] == "City Planner"
    assert held["Rita Das"] == "City Attorney"


def test_who_called_the_meeting_to_order_as_its_chair_chairs() -> None:
    assert set(_said("attendance-elsewhere", "CHAIRS", "City of Harrowmere Planning Commission")) == {"Dana Whitfield"}


def test_aligned_columns_are_names_and_what_they_are() -> None:
    attended = _said("attendance-elsewhere", "ATTENDED", "Westmarch Local Access Forum")
    assert {"John Cartwright", "Hugh Trent", "Nick Oldale", "Mike Dunne"} <= set(attended)
    assert set(_said("attendance-elsewhere", "CHAIRS", "Westmarch Local Access Forum")) == {"John Cartwright"}
    assert "Hugh Trent" in _said("attendance-elsewhere", "MEMBER_OF", "Westmarch County Council")


def test_a_clerk_in_the_middle_of_a_list_attended_and_the_public_did_not() -> None:
    council = _said("attendance-elsewhere", "ATTENDED", "Little Harrow Parish Council")
    assert {"L. Tranter", "R. Bone", "S. Park"} <= set(council)
    assert "G. Lamb" not in council


def test_names_under_members_before_the_apologies_are_who_came_and_those_invited_came_too() -> None:
    head = "# HARROWMERE DATA BOARD\n\nMinutes of the meeting held on 15 November 2011\n\n"
    lists = "**Board Members**\n\nGrant Stannard\n\n**Apologies:**\n\nClare Dunnock\n\n**Officials (invited):**\n\nHelen Orde\n"
    found = {(s.subject.name, s.predicate) for s in read(head + lists).statements if s.predicate != "MEMBER_OF"}
    assert found == {("Grant Stannard", "ATTENDED"), ("Clare Dunnock", "APOLOGIES"), ("Helen Orde", "ATTENDED")}


# Membership


def test_posts_and_numbers_of_people_have_seats() -> None:
    members = set(_said("membership-lists", "MEMBER_OF", "Harrowmere Flood Board"))
    assert {"Director of Public Health", "Two lay members", "representative of Harrowmere College"} <= members
    assert "Chair of the Drainage Group" in members
    assert set(_said("membership-lists", "CHAIRS", "Harrowmere Flood Board")) == {"Director of Public Health"}


def test_the_items_of_a_legal_list_end_in_semicolons() -> None:
    assert set(_said("membership-lists", "MEMBER_OF", "Harrowmere Arts Panel")) == {
        "Leader of the Council",
        "Head of Culture",
        "one representative of each parish council",
        "two members of the public",
    }


def test_a_heading_over_members_gives_their_status() -> None:
    status = {
        n: s.qualifiers.get("status")
        for n, s in _said("membership-lists", "MEMBER_OF", "Harrowmere Skills Partnership").items()
    }
    assert status["Director of Skills"] == "voting"
    assert status["Clerk to the Partnership"] == "non-voting"
    assert status["Mayor of Harrowmere"] == "ex officio"


def test_a_post_before_a_colon_is_the_organisations_behind_it() -> None:
    members = _said("membership-lists", "MEMBER_OF", "Harrowmere Skills Partnership")
    assert members["Principal"].subject.attributes["body"] == "Harrowmere College"


def test_a_post_between_a_name_and_an_organisation_is_that_organisations() -> None:
    held = [
        s
        for s in _paper("membership-lists").statements
        if s.subject.name == "Ruth Ablett" and s.predicate == "HOLDS_POST"
    ]
    assert [(s.object.name, s.qualifiers["body"]) for s in held] == [
        ("Chief Executive", "Harrowmere Chamber of Commerce")
    ]


def test_a_sentence_lists_members_where_every_piece_is_a_seat() -> None:
    members = {s for s, p, _, _ in said("The Silver Group shall consist of the Mayor, the Clerk and Councillors Ali and Kaye.")
               if p == "MEMBER_OF"}  # fmt: skip
    assert members == {"Mayor", "Clerk", "Councillor Ali", "Councillor Kaye"}


@pytest.mark.parametrize(
    "sentence",
    [
        "The Silver Group consists of up to ten people drawn from local charities and the police.",
        "The Silver Group comprises three stages, each longer than the last, and a review.",
    ],
)
def test_a_sentence_about_how_many_or_what_lists_nobody(sentence: str) -> None:
    assert not {s for s, p, _, _ in said(sentence) if p == "MEMBER_OF"}


def test_one_line_may_label_the_chair_and_the_members() -> None:
    assert set(_said("membership-lists", "CHAIRS", "Harrowmere Green Team")) == {"Alma Reyes"}
    assert set(_said("membership-lists", "MEMBER_OF", "Harrowmere Green Team")) == {
        "Hiro Tanaka", "Dell Whitaker", "Mei-Ling Chu",
    }  # fmt: skip


def test_items_further_in_belong_to_the_organisation_above_them() -> None:
    members = _said("membership-lists", "MEMBER_OF", "Harrowmere Care Board")
    assert set(members) == {
        "Director of Adult Care",
        "R. Mensah",
        "Medical Director",
        "Chief Nurse",
        "Healthwatch Harrowmere",
    }
    assert members["Chief Nurse"].subject.attributes["body"] == "Westmarch Hospitals NHS Trust"


def test_handles_are_no_organisations_and_emeritus_members_are_history() -> None:
    members = _said("membership-lists", "MEMBER_OF", "Harrowmere Data Group")
    assert {n: s.modality for n, s in members.items()} == {
        "Jane Dole": "asserted", "Kofi Mensah": "asserted", "Zoë van Dijk": "asserted", "Lars Holm": "historical",
    }  # fmt: skip


def test_a_column_of_terms_gives_the_years_and_a_vacancy_is_nobody() -> None:
    members = _said("membership-tables", "MEMBER_OF", "Harrowmere Audit Board")
    assert set(members) == {"Alma Reyes"}
    assert (members["Alma Reyes"].qualifiers["since"], members["Alma Reyes"].qualifiers["until"]) == ("2015", "2018")
    assert set(_said("membership-tables", "CHAIRS", "Harrowmere Audit Board")) == {"Hiro Tanaka"}


def test_surname_and_forename_may_have_columns_of_their_own_or_share_one() -> None:
    assert set(_said("membership-tables", "MEMBER_OF", "Harrowmere Sport Council")) == {
        "Declan O'Neill",
        "Zoë van Dijk",
    }
    assert set(_said("membership-tables", "MEMBER_OF", "Harrowmere Licensing Committee")) == {
        "Joan Astbury",
        "Farooq Ali",
    }
    assert set(_said("membership-tables", "CHAIRS", "Harrowmere Licensing Committee")) == {"Peter Kaye"}


def test_a_matrix_marks_who_sits_on_which_group() -> None:
    assert set(_said("membership-tables", "CHAIRS", "Steering Group")) == {"Alice Thorne"}
    assert set(_said("membership-tables", "MEMBER_OF", "Finance Group")) == {"Alice Thorne", "Cerys Vaughan"}


def test_a_directory_of_committees_needs_no_verb_and_a_list_of_titles_is_none() -> None:
    assert set(_said("committees", "MEMBER_OF", "Admissions and Awards")) == {
        "Carla Penhallow", "Glyn Harlow", "Phil Doyle", "Terry Giles",
    }  # fmt: skip
    assert set(_said("committees", "CHAIRS", "Curriculum")) == {"Diane Bailey"}
    assert not _said("committees", "CHAIRS", "Admissions and Awards")
    assert not [e for e in _paper("committees").entities if e.name in ("Peter Rabbit", "Annual Report")]


def test_a_portfolio_is_its_holders_post() -> None:
    held = {s.subject.name: s.object.name for s in _paper("committees").statements if s.predicate == "HOLDS_POST"}
    assert held["Sandra Webb"] == "Leader of the Council"
    assert held["Tess O'Rourke"] == "Cabinet Member for Children and Families"


# Sentences


def test_a_chair_may_be_named_behind_the_verb() -> None:
    assert ("R. Mensah", "CHAIRS", "Silver Group", "asserted") in said(
        "The Independent Chair of the Silver Group is R. Mensah."
    )
    chairs = said("The Vice-Chair is Mr P. Harlow.")
    assert ("P. Harlow", "CHAIRS", "Harrowmere Safeguarding Children Board", "asserted") in chairs


def test_whoever_was_appointed_as_something_holds_it_and_who_should_be_does_not() -> None:
    given = said("The Harrowmere Borough Council has appointed Ada Boyle as Director of Place.")
    assert ("Ada Boyle", "HOLDS_POST", "Director of Place", "asserted") in given
    wished = said("The Harrowmere Borough Council should have appointed Ada Boyle as Director of Place.")
    assert not {s for s, p, _, m in wished if p == "HOLDS_POST" and m == "asserted"}


def test_name_post_and_organisation_on_three_lines_are_a_signature() -> None:
    signed = said("Marina Fenn\nChief Executive\nHarrowmere Borough Council\n")
    assert ("Marina Fenn", "HOLDS_POST", "Chief Executive", "asserted") in signed


def test_nobody_in_a_case_example_is_a_person_even_beside_an_official() -> None:
    paper = _paper("names-of-people")
    assert not [e for e in paper.entities if e.name in ("Emily Parr", "Lisa Moon", "Michael Fields")]
