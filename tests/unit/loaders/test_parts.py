"""A pack is divided into its papers, each with its own body, kind and date."""

from __future__ import annotations

import pytest

from graph.model import Part
from loaders.parts import divide
from loaders.readers.text import blocks
from tests.unit.loaders.reading import paper

BODY = "The matter was considered at length and the views of all who were there were heard in full.\n\n"


def parts(text: str) -> tuple[Part, ...]:
    return divide(text, blocks(text))


def test_a_paper_without_a_head_is_one_part() -> None:
    assert [(p.start, p.body, p.date) for p in parts(BODY * 3)] == [(0, None, None)]


def test_each_head_of_a_pack_opens_a_part_and_parts_leave_no_gap() -> None:
    text = (
        f"# SCRUTINY COMMISSION\n\nDate: Thursday, 20th November, 2014\n\n## AGENDA\n\n- 1. Apologies\n\n{BODY}"
        f"# SCRUTINY COMMISSION\n\nThursday, 16th October, 2014\n\nPresent:- Councillor Osei\n\n{BODY}"
        f"HARROWMERE COUNCIL – REPORT TO MEMBERS\n\n1.\tMeeting:\tScrutiny Commission\n2.\tDate:\t20 November 2014\n"
        f"3.\tTitle:\tEarly help\n\n{BODY}"
    )
    found = parts(text)
    assert [(p.kind, p.date) for p in found] == [
        ("agenda", "2014-11-20"),
        ("minutes", "2014-10-16"),
        ("report", "2014-11-20"),
    ]
    assert found[2].title == "Early help"
    assert [p.end for p in found[:-1]] == [p.start for p in found[1:]]
    assert (found[0].start, found[-1].end) == (0, len(text))


def test_the_body_of_a_report_is_the_meeting_it_goes_to() -> None:
    text = f"HARROWMERE COUNCIL\n\n1.\tMeeting:\tSafeguarding Board\n2.\tDate:\t5th March 2015\n\n{BODY}"
    assert [p.body for p in parts(text)] == ["Safeguarding Board"]


def test_a_title_page_is_a_head_and_a_signature_is_none() -> None:
    text = (
        f"{BODY}{BODY}Harrowmere Safeguarding Board\n\nA review of the response\n\nRuth Mensah\n\n"
        f"Independent Chair, Harrowmere Safeguarding Board\n\nDecember 2013\n\nContents\n\n{BODY}"
        f"Ruth Mensah\n\nIndependent Chair, Harrowmere Safeguarding Board\n\n10th December 2013\n\n1. Introduction\n\n{BODY}"
    )
    assert [(p.kind, p.date) for p in parts(text)[1:]] == [("review", "2013-12")]


def test_the_date_of_a_previous_or_next_meeting_opens_nothing() -> None:
    text = (
        f"HARROWMERE CABINET\n\n12 March 2014\n\nPresent: Councillor Osei\n\n{BODY}"
        f"39. MINUTES OF THE PREVIOUS MEETING HELD ON 6TH NOVEMBER, 2013.\n\n{BODY}"
        "The next meeting will be on Wednesday 12 June 2014\n\n"
    )
    assert [p.date for p in parts(text)] == ["2014-03-12"]


def test_an_annex_is_a_part_with_the_body_and_date_of_the_paper_it_hangs_on() -> None:
    text = f"HARROWMERE CABINET\n\n12 March 2014\n\n{BODY}# Annex B – The adviser's brief\n\n{BODY}"
    assert [(p.kind, p.date) for p in parts(text)][1:] == [("annex", "2014-03-12")]


@pytest.mark.parametrize(
    ("head", "date"),
    [
        ("A meeting of Harrowmere Parish Council was held in the old school on 8th January 2020.", "2020-01-08"),
        ("MINUTES OF SPECIAL MEETING OF HARROWMERE COUNCIL HELD ON FRIDAY, 20TH JUNE, 2014", "2014-06-20"),
        ("Minutes of the Harrowmere Cabinet meeting held on 2014-03-12", "2014-03-12"),
    ],
)
def test_minutes_say_their_date_in_a_sentence(head: str, date: str) -> None:
    assert [(p.kind, p.date) for p in parts(f"{head}\n\n{BODY}")] == [("minutes", date)]


def test_the_part_tells_whose_paper_it_is_by_the_name_that_the_paper_prefers() -> None:
    text = f"HARROWMERE SAFEGUARDING BOARD\n\n5 March 2015\n\nThe Harrowmere Safeguarding Board met.\n\n{BODY}"
    read = paper(text)
    owner = read.owner_at(len(text) - 5)
    assert owner is not None
    assert owner.label == "Body"
    assert read.date_at(len(text) - 5) == "2015-03-05"
