"""Attendance, membership and role lists say who was there, who has a seat and who holds which office.

The papers are in tests/golden/layouts; each test states what one shape of layout gives and what it must not give.
"""

from __future__ import annotations

from pathlib import Path

import pytest

from graph.model import Extraction, Statement
from loaders.pipeline import load_path

FOLDER = Path(__file__).parents[2] / "golden" / "layouts"

COMMISSION, SUB_GROUP = "Children's Scrutiny Commission", "Exploitation Sub Group"
BOARD = "Harrowmere Safeguarding Children Board"


@pytest.fixture(scope="module")
def attendance() -> Extraction:
    return load_path(FOLDER / "attendance.md", "attendance.md")


@pytest.fixture(scope="module")
def membership() -> Extraction:
    return load_path(FOLDER / "membership.md", "membership.md")


@pytest.fixture(scope="module")
def roles() -> Extraction:
    return load_path(FOLDER / "roles.md", "roles.md")


def _said(extraction: Extraction, predicate: str, body: str | None = None) -> dict[str, Statement]:
    """What layouts of people state with `predicate` of `body`, by the subject's name."""
    return {
        s.subject.name.removeprefix("Councillor "): s
        for s in extraction.statements
        if s.predicate == predicate
        and s.rule in ("layout:attendance", "layout:membership-table", "layout:membership-list", "layout:role-list")
        and body in (None, s.object.name)
    }


def _posts(extraction: Extraction) -> dict[str, str]:
    return {person: s.object.name for person, s in _said(extraction, "HOLDS_POST").items()}


# Attendance


def test_each_of_a_surname_list_attended_the_meeting_of_its_date(attendance: Extraction) -> None:
    attended = _said(attendance, "ATTENDED", COMMISSION)
    assert {"P. Whitlow", "Ibbotson", "Jellicoe", "D. Lomas", "V. Sandiford"} <= set(attended)
    assert {s.qualifiers["on"] for s in attended.values()} == {"2014-10-16"}


def test_a_list_below_its_label_holds_people_and_posts_but_not_the_public(attendance: Extraction) -> None:
    attended = _said(attendance, "ATTENDED", COMMISSION)
    assert {"C. Penhallow", "Sarah Orchard"} <= set(attended)
    assert any(name.startswith("Superintendent") for name in attended)
    assert not any("public" in name for name in attended)


def test_a_list_ends_where_the_minutes_begin(attendance: Extraction) -> None:
    named = {*_said(attendance, "ATTENDED"), *_said(attendance, "APOLOGIES")}
    assert not named & {"Naismith", "D. Tolland", "L. Farrant"}


def test_apologies_are_read_from_a_label_and_from_a_sentence_but_not_from_a_denial(attendance: Extraction) -> None:
    assert set(_said(attendance, "APOLOGIES", COMMISSION)) == {"Kirkbright", "Oldroyd", "R. Mensah", "Marchbanks"}
    assert not _said(attendance, "APOLOGIES", SUB_GROUP)


def test_who_is_in_the_chair_chairs_the_body_and_another_bodys_chair_chairs_that_one(attendance: Extraction) -> None:
    chairs = {(s.subject.name, s.object.name) for s in _said(attendance, "CHAIRS").values()}
    assert chairs == {("P. Whitlow", COMMISSION), ("R. Mensah", BOARD)}


def test_each_part_of_a_pack_has_a_meeting_of_its_own_and_a_table_is_a_list_too(attendance: Extraction) -> None:
    attended = _said(attendance, "ATTENDED", SUB_GROUP)
    assert set(attended) == {"Jo Pargeter", "Sam Tolliver", "T. Amory", "O. Tressell"}
    assert {s.qualifiers["on"] for s in attended.values()} == {"2015-03-04"}


def test_posts_stand_after_a_name_or_before_one_in_brackets(attendance: Extraction) -> None:
    posts = _posts(attendance)
    assert posts["T. Amory"] == "Chief Officer"
    assert posts["Jo Pargeter"] == "Head of Safeguarding"
    assert posts["C. Penhallow"].startswith("Director of Children's Services")


def test_initials_in_brackets_are_no_organisation_but_a_name_is(attendance: Extraction) -> None:
    affiliations = {
        (s.subject.name, s.object.name) for s in _said(attendance, "MEMBER_OF").values() if s.qualifiers.get("role")
    }
    assert ("V. Sandiford", "Lantern Project") in affiliations
    assert "JP" not in {o for _, o in affiliations}


# Membership


def test_a_table_is_read_whatever_the_order_of_its_columns(membership: Extraction) -> None:
    members = _said(membership, "MEMBER_OF", BOARD)
    assert members["Carla Penhallow"].qualifiers["status"] == "member"
    assert members["Grant Stannard"].qualifiers["status"] == members["Helen Orde"].qualifiers["status"] == "adviser"


def test_a_vacancy_is_nobody(membership: Extraction) -> None:
    assert not {n for s in membership.statements for n in (s.subject.name, s.object.name) if "acan" in n}


def test_two_rows_of_lay_members_are_two_seats(membership: Extraction) -> None:
    assert {n for n in _said(membership, "MEMBER_OF", BOARD) if n.startswith("Lay Member")} == {
        "Lay Member",
        "Lay Member (2)",
    }


def test_a_status_of_chair_makes_the_seat_the_chair(membership: Extraction) -> None:
    assert set(_said(membership, "CHAIRS", BOARD)) == {"Independent Chair"}
    assert "Independent Chair" not in _said(membership, "MEMBER_OF", BOARD)


def test_another_groups_chair_may_have_a_seat_on_a_condition(membership: Extraction) -> None:
    assert "Chair of the Silver Group" in _said(membership, "MEMBER_OF", BOARD)


def test_posts_under_an_organisations_name_are_its_own(membership: Extraction) -> None:
    members = _said(membership, "MEMBER_OF", "Learning Sub Group")
    assert set(members) == {"Training Manager", "Detective Inspector", "Lantern Project", "Designated Nurse"}
    assert members["Training Manager"].subject.attributes["body"] == "Westmarch Police"
    assert _said(membership, "CHAIRS", "Learning Sub Group")["Designated Nurse"].qualifiers["role"] == "vice-chair"


def test_a_list_that_should_be_is_proposed_and_duties_are_no_members(membership: Extraction) -> None:
    members = _said(membership, "MEMBER_OF", "Silver Group")
    assert set(members) == {"Training Manager", "Two lay members"}
    assert {s.modality for s in members.values()} == {"proposed"}


def test_a_list_of_persons_trusts_a_rarer_name_and_past_members_are_history(membership: Extraction) -> None:
    members = _said(membership, "MEMBER_OF", "Case Audit Sub Group")
    assert {n: s.modality for n, s in members.items()} == {
        "Ruth Ablett": "asserted",
        "Clare Dunnock": "asserted",
        "Bexton Farrow": "asserted",
        "Paul Quillan": "historical",
    }
    assert members["Paul Quillan"].qualifiers["until"] == "2013"


def test_what_members_are_asked_to_do_is_no_list_of_members(membership: Extraction) -> None:
    assert not any(n.startswith("Note") for n in _said(membership, "MEMBER_OF"))


# Roles


def test_a_label_that_is_an_office_says_who_holds_it(roles: Extraction) -> None:
    chairs = _said(roles, "CHAIRS", "Harrowmere Voluntary Forum")
    assert {n: s.qualifiers["role"] for n, s in chairs.items()} == {"P. Whitlow": "chair", "V. Sandiford": "vice-chair"}
    assert _posts(roles)["Helen Marsh"] == "Secretary"


def test_a_contact_a_report_and_an_open_office_are_no_posts_held(roles: Extraction) -> None:
    assert not {"Peter Grange", "D. Tolland", "To be confirmed"} & set(_posts(roles))


def test_names_under_a_committee_among_chairs_chair_it(roles: Extraction) -> None:
    assert set(_said(roles, "CHAIRS", "Grants Committee")) == {"Joyce Hadley", "Bexton Farrow"}
    assert not _said(roles, "CHAIRS", "Premises Committee")


def test_offices_in_the_plural_have_one_holder_for_each_part(roles: Extraction) -> None:
    assert _posts(roles)["Sunniva Lund"] == "Regional Secretary, North"


def test_items_under_an_office_in_the_plural_hold_it_and_a_meeting_does_not(roles: Extraction) -> None:
    held = {n: p for n, p in _posts(roles).items() if "Lead" in p}
    assert held == {"Robert Ansley": "Technical Lead", "Tove Lindahl": "Technical Lead"}


def test_past_holders_are_history_with_their_years(roles: Extraction) -> None:
    held = _said(roles, "HOLDS_POST")["Gilbert Wray"]
    assert (held.modality, held.qualifiers["since"], held.qualifiers["until"]) == ("historical", "2001", "2005")


def test_every_quote_is_the_text_at_its_place(
    attendance: Extraction, membership: Extraction, roles: Extraction
) -> None:
    for extraction in (attendance, membership, roles):
        for s in extraction.statements:
            assert extraction.document.text[s.span.start : s.span.end] == s.span.quote
