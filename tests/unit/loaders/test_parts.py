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
        (
            "Minutes Meeting of the Harrowmere Council on Friday 24th January 2014 at 2pm in room K21, East Wing",
            "2014-01-24",
        ),
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


@pytest.mark.parametrize(
    "head",
    [
        "HARROWMERE COUNCIL\nCABINET\nMinutes of the meeting held on\n12 March 2024\nat the Guildhall",
        "Harrowmere Council\nCabinet\nTuesday, 12th March, 2024\nCouncil Chamber, Guildhall\n\nMINUTES",
        "HARROWMERE COUNCIL\n\nCABINET\n\nTuesday 12 March 2024 at 6.30 pm",
        "MINUTES OF A MEETING OF THE\nAUDIT COMMITTEE\nHELD AT THE GUILDHALL ON\nTUESDAY, 12 MARCH 2024",
        "# Audit Committee\n\n**Date:** 12 March 2024\n**Time:** 10.00 am",
        "# Audit Committee\n\nDate of meeting: 12.03.24\nTime: 10.00",
        "Audit Committee\nMeeting date: 12/03/2024\nPresent: Cllr A Bell",
        "---\ntitle: Audit Committee minutes\ndate: 2024-03-12\n---\n\n# Minutes",
        "Audit Committee Minutes - 12 March 2024",
        "AUDIT COMMITTEE: 12 MARCH 2024",
        "# Steering group notes\n\n12th March 2024, 2pm, Teams",
        "Audit Committee\nMinutes of the meeting held on 12 March 2024 (approved 9 April 2024)",
        "CITY OF HARROWMERE\nREGULAR MEETING OF THE CITY COUNCIL\nMARCH 12, 2024 - 7:00 P.M.",
        "| Report to | Cabinet |\n|---|---|\n| Date | 12 March 2024 |\n| Title | Flood defences |",
        "Harrowmere Board\nMinutes of the Public Meeting\nThursday 12th March 2024\n09:30 – 12:30\nBoardroom",
        "Audit Committee Terms of Reference\n\nVersion 2.1, adopted 12 March 2024",
        "NOTICE OF MEETING\n\nYou are summoned to attend a meeting of Harrowmere Council on 12 March 2024 at 7pm.",
    ],
)
def test_a_head_gives_its_date_however_its_lines_are_cut(head: str) -> None:
    text = f"{head}\n\n{BODY}The deadline is 1 May 2024.\n\nDate of next meeting: 7 May 2024\n\n"
    assert [p.date for p in parts(text)] == ["2024-03-12"]


@pytest.mark.parametrize(
    "line",
    [
        "Next review date: 12 March 2025",
        "Date of next meeting: 12 March 2025",
        "Minutes of the previous meeting held on 12 March 2023 were agreed.",
        "Comments are wanted by 12 March 2024",
        "Deadline for questions: 12 March 2024",
    ],
)
def test_a_date_of_something_else_is_not_the_date_of_the_paper(line: str) -> None:
    assert [p.date for p in parts(f"Audit Committee\n\nTerms of Reference\n\n{line}\n\n{BODY}")] == [None]


def test_a_list_of_background_papers_opens_no_part() -> None:
    listed = "Background papers\nFlood Board Terms of Reference, June 2013\nFlood Action Plan 2013-2015"
    text = "HARROWMERE CABINET\n\n12 March 2014\n\n" + BODY * 8 + listed
    assert [p.date for p in parts(text)] == ["2014-03-12"]


def test_a_signature_at_the_end_opens_no_part() -> None:
    text = f"HARROWMERE CABINET\n\n12 March 2014\n\n{BODY}{BODY}Chair of the Cabinet\n\nDate: 9 April 2014\n\n"
    assert [p.date for p in parts(text)] == ["2014-03-12"]


def test_the_name_of_the_file_dates_a_paper_that_says_no_date() -> None:
    text = f"# Audit Committee minutes\n\nPresent: Councillor Osei\n\n{BODY}"
    assert [p.date for p in divide(text, blocks(text), "2014-11-04-minutes.md")] == ["2014-11-04"]
    dated = f"HARROWMERE CABINET\n\n12 March 2014\n\n{BODY}"
    assert [p.date for p in divide(dated, blocks(dated), "2015-01-01.md")] == ["2014-03-12"]


def test_annexes_belong_to_the_paper_they_follow_and_terms_of_reference_to_their_body() -> None:
    text = (
        f"Report to: Harrowmere Cabinet\nDate: 12 March 2014\nSubject: Flood report\n\n{BODY}"
        f"# Appendix A – Flood Board: Terms of Reference\n\n{BODY}# Appendix B: Costs\n\n{BODY}"
        f"# HARBOUR PANEL\n\n# TERMS OF REFERENCE\n\n{BODY}"
    )
    assert [(p.kind, p.body, p.date) for p in parts(text)] == [
        ("report", "Harrowmere Cabinet", "2014-03-12"),
        ("terms of reference", "Flood Board", "2014-03-12"),
        ("annex", "Harrowmere Cabinet", "2014-03-12"),
        ("terms of reference", "HARBOUR PANEL", "2014-03-12"),
    ]


def test_an_annex_that_is_a_paper_of_its_own_keeps_its_own_body_and_date() -> None:
    text = (
        f"Report to: Harrowmere Cabinet\nDate: 12 March 2014\nSubject: Flood report\n\n{BODY}"
        f"# Appendix A\n\n# FLOOD BOARD\n\nMinutes of the meeting held on 5 February 2014\n\n{BODY}"
    )
    assert [(p.kind, p.body, p.date) for p in parts(text)][1:] == [("minutes", "FLOOD BOARD", "2014-02-05")]


def test_a_title_in_capitals_is_shown_in_title_case_and_a_bare_one_with_its_body() -> None:
    text = f"HARROWMERE SAFEGUARDING CHILDREN BOARD\n\nMINUTES\n\n12 March 2014\n\n{BODY}"
    assert [p.title for p in parts(text)] == ["Harrowmere Safeguarding Children Board, Minutes"]


@pytest.mark.parametrize(
    ("head", "body"),
    [
        ("Town of Harrowmere\nTown Council Meeting\nMonday, December 3, 2018 8:00 p.m.", "Town Council"),
        ("Minutes from HPFA meeting held 01 June 2022", "HPFA"),
        ("# HLUG Annual General Meeting 2023 Minutes\n\n* Time: Tuesday 10th January 2023 at 7:00 PM", "HLUG"),
        ("---\nbody: Directors\ntitle: Minutes of meeting\ndate: 2019-02-15\n---\n\n## Business", "Directors"),
        ("Bracken NHS Trust\nBoard of Directors\nMinutes of the meeting on 3 May 2017", "Board of Directors"),
        ("NORTHSHIRE FIRE AUTHORITY\nPOLICY AND\nRESOURCES COMMITTEE\n7 June 2012", "POLICY AND RESOURCES COMMITTEE"),
        (
            "Minutes\nElm Court Tenants' Association\nCommittee Meeting - Weds 3rd May 2017, Hall",
            "Elm Court Tenants' Association",
        ),
        ("MINUTES OF STAFF MEETING\n\n3 May 2022", None),
        ("Minutes of the AGM\n\n3 May 2022", None),
    ],
)
def test_a_body_whose_name_says_no_kind_is_known_by_its_meeting(head: str, body: str | None) -> None:
    assert [(p.body, p.date is not None) for p in parts(f"{head}\n\n{BODY}")] == [(body, True)]
