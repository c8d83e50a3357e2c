"""Whose a paper is, where its title names a council and its committee, or a committee and the day."""

from __future__ import annotations

import pytest

from tests.unit.loaders.reading import read

RESOLVED = "\n\nRESOLVED\n\n(i) that the Head of Catering be asked to put the lentil pie on the menu.\n"


@pytest.mark.parametrize(
    ("head", "owner"),
    [
        ("# HARROWMERE BOROUGH COUNCIL: CABINET\n\nMinutes, Monday 8th October, 2012", "Cabinet"),
        ("# Harrowmere Borough Council - Audit Committee\n\n8 October 2012", "Audit Committee"),
        ("# Harrowmere Health Board: Dementia Working Group\n\nNotes, 19 September 2013", "Dementia Working Group"),
        ("HARROWMERE BOROUGH COUNCIL\n\nAUDIT COMMITTEE                6 February 2008", "Audit Committee"),
        ("# Minutes of Harrowmere Borough Council: Cabinet Office\n\n8 October 2012", "Harrowmere Borough Council"),
        ("# Harrowmere Borough Council and the Audit Committee\n\n8 October 2012", "Harrowmere Borough Council"),
    ],
)
def test_the_body_below_its_whole_owns_the_paper(head: str, owner: str) -> None:
    (part,) = read(head + "\n\nThe lift was mended.\n").document.parts
    assert (part.body or "").lower() == owner.lower()


def test_a_dated_paper_with_resolved_on_a_line_is_the_record_of_a_meeting() -> None:
    head = "HARROWMERE BOROUGH COUNCIL\n\nAUDIT COMMITTEE                6 February 2008"
    issued = [s for s in read(head + RESOLVED).statements if s.predicate == "ISSUED"]
    assert [(s.subject.name.lower(), s.modality) for s in issued] == [("audit committee", "asserted")]
    assert not [s for s in read("# Audit Committee handbook" + RESOLVED).statements if s.predicate == "ISSUED"]


@pytest.mark.parametrize(
    ("text", "owner"),
    [
        (
            "Put on the web by the clerk.\n\n# Harrowmere Safeguarding Adults Board\n\n## Who sits on it\n\nTwelve people.",
            True,
        ),
        ("Put on the web by the clerk.\n\n# The Harrowmere Safeguarding Adults Board and its friends\n\nMany.", False),
        ("# How we work\n\nThe Harrowmere Safeguarding Adults Board met.", False),
    ],
)
def test_an_undated_paper_is_its_whose_name_is_its_title(text: str, owner: bool) -> None:
    (part,) = read(text + "\n").document.parts
    assert part.body == ("Harrowmere Safeguarding Adults Board" if owner else None)


def test_a_group_below_its_board_has_the_title_to_itself() -> None:
    (part,) = read("HARROWMERE RESILIENCE FORUM\nCOORDINATING GROUP\n\nIt meets in the hall.\n").document.parts
    assert (part.body or "").lower() == "coordinating group"


TABLE = """# Harrowmere Safeguarding Adults Board

## Who sits on the Board

| Organisation | Representative | Position | Status |
|---|---|---|---|
| Westmarch Police | Imogen Karlsbury | Head of Public Protection | Full member |
| Harrowmere Borough Council | Ansel Whitlock | Director of Adult Services | Full member |
"""


def test_representatives_beside_their_positions_are_persons() -> None:
    said = {(s.subject.name, s.predicate, s.object.name) for s in read(TABLE).statements}
    assert ("Imogen Karlsbury", "MEMBER_OF", "Harrowmere Safeguarding Adults Board") in said
    assert ("Ansel Whitlock", "HOLDS_POST", "Director of Adult Services") in said


@pytest.mark.parametrize(
    ("title", "parts"),
    [
        ("How our committees fit together", 1),
        ("Governance chart", 1),
        ("How to get to the committee rooms", 0),
    ],
)
def test_titles_under_which_nesting_means_being_part(title: str, parts: int) -> None:
    text = f"# {title}\n\n- Audit Committee\n  - Fraud Panel\n- Planning Committee\n"
    assert len([s for s in read(text).statements if s.predicate == "PART_OF"]) == parts
