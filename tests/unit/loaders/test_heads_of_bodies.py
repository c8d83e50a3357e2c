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
