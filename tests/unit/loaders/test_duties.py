"""A list under "The Board will:" says what the body is there for."""

from __future__ import annotations

import pytest

from tests.unit.loaders.reading import NAMES, read

HSCB = "Harrowmere Safeguarding Children Board"


def stated(text: str) -> set[tuple[str, str, str, str]]:
    return {(s.subject.name, s.predicate, s.object.name, s.modality) for s in read(NAMES + text).statements}


@pytest.mark.parametrize(
    "lead",
    [
        "The Silver Group will:",
        "The Silver Group is responsible for the following:",
        "The role of the Silver Group is to:",
        "The Silver Group's role is to:",
        "The main duties of the Silver Group shall include:",
        "The Silver Group is a group of the HSCB whose purpose is to:",
    ],
)
def test_each_item_is_a_duty_of_the_body_in_the_sentence_before(lead: str) -> None:
    found = stated(f"{lead}\n\n- share learning across agencies\n- keep the risk register, which is public\n")
    assert ("Silver Group", "RESPONSIBLE_FOR", "share learning across agencies", "asserted") in found
    assert ("Silver Group", "RESPONSIBLE_FOR", "keep the risk register", "asserted") in found


def test_duties_that_a_body_should_have_are_proposed() -> None:
    assert ("Silver Group", "RESPONSIBLE_FOR", "share learning", "proposed") in stated(
        "The Silver Group should:\n\n- share learning\n"
    )


def test_lines_in_duties_are_read_as_sentences() -> None:
    found = stated("The Silver Group will:\n\n- report to the HSCB quarterly\n- hold Westmarch Police to account\n")
    assert {
        ("Silver Group", "REPORTS_TO", HSCB, "asserted"),
        ("Silver Group", "OVERSEES", "Westmarch Police", "asserted"),
    } <= found


def test_the_list_ends_where_the_list_around_it_goes_on() -> None:
    text = (
        "1.  The Silver Group shall be a group whose purpose is to:\n\n    1.  share learning\n\n"
        "2.  The Silver Group shall meet monthly\n"
    )
    duties = {o for s, p, o, _ in stated(text) if p == "RESPONSIBLE_FOR"}
    assert duties == {"share learning"}


def test_members_and_times_in_a_list_are_no_duties() -> None:
    text = "The Silver Group will:\n\n- the Chair of the HSCB\n- on the first Monday\n- share learning\n"
    duties = {o for s, p, o, _ in stated(text) if p == "RESPONSIBLE_FOR"}
    assert duties == {"share learning"}


def test_a_quote_of_a_duty_is_the_item_itself() -> None:
    extraction = read(f"{NAMES}The Silver Group will:\n\n- report to the HSCB quarterly\n")
    for statement in extraction.statements:
        assert statement.span.quote.startswith("report to the HSCB")


def test_a_list_below_a_finished_sentence_is_no_list_of_its_duties() -> None:
    extraction = read(
        f"{NAMES}The Silver Group is responsible for the daily work.\n\n- Leads\n- Mailing list\n- Rota of the harbour\n"
    )
    assert not [s for s in extraction.statements if s.rule == "cue:duties"]
