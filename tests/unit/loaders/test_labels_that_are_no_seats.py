"""A label over people is no office and no seat: "Officers:", "Voting members", "Duties"."""

from __future__ import annotations

import pytest

from tests.unit.loaders.reading import read


@pytest.mark.parametrize("label", ["Officers", "Project owners", "Executive sponsor", "Staff"])
def test_a_label_for_anybody_is_no_office(label: str) -> None:
    assert not [
        s for s in read(f"# Audit Board\n\n{label}: Ms Ada Ashgrove\n").statements if s.predicate == "HOLDS_POST"
    ]


def test_an_office_before_a_name_is_one() -> None:
    posts = [s.object.name for s in read("# Audit Board\n\nClerk: Ms Ada Ashgrove\n").statements]
    assert [p.partition(",")[0] for p in posts] == ["Clerk"]


def test_a_body_behind_an_office_does_not_hold_it() -> None:
    text = "# Resilience Forum\n\nChief Fire Officer: Westmarch Fire and Rescue Service\n"
    assert not [s for s in read(text).statements if s.predicate == "HOLDS_POST"]


def test_the_kind_of_member_stands_over_seats_and_is_none() -> None:
    text = (
        "# Pensions Committee\n\n## Composition\n\n**Voting members**\n\n- Two councillors, of whom one is Chair\n"
        "- County Treasurer\n\n**Non-voting members**\n\n- Head of Pensions\n- Investment Adviser\n"
    )
    seats = {s.subject.name: s.qualifiers.get("status") for s in read(text).statements if s.predicate == "MEMBER_OF"}
    assert "Voting members" not in seats
    assert seats.keys() >= {"County Treasurer", "Head of Pensions"}
    assert seats["Head of Pensions"] == "non-voting"


def test_the_next_section_of_terms_of_reference_is_no_member() -> None:
    text = "# Task Group: terms of reference\n\n**Members**\n\n- Head of Learning\n- Named Nurse\n\n**Duties**\n\n1. To audit.\n"
    assert "Duties" not in {s.subject.name for s in read(text).statements}
