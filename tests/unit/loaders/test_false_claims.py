"""What a sentence or a heading takes back, wonders about or only names is not stated as it is."""

from __future__ import annotations

import pytest

from tests.unit.loaders.reading import said

SUB, SILVER, LEARNING = "Exploitation Sub Group", "Silver Group", "Learning Sub Group"
HSCB = "Harrowmere Safeguarding Children Board"


def lines(text: str) -> set[tuple[str, str, str, str]]:
    """Chairs, oversight and reporting lines that a text states."""
    return {s for s in said(text) if s[1] in ("CHAIRS", "REPORTS_TO", "OVERSEES", "PART_OF", "MEMBER_OF")}


NOTHING = [
    # noun, not verb
    "The Silver Group report to the Cabinet was noted.",
    "The Silver Group’s report to the Cabinet was deferred.",
    "## Actions\n\n- Town Clerk to report to Westmarch Police",
    "## Actions\n\n- Westmarch Police to report to the Cabinet",
    "Members considered the Silver Group report to the Cabinet.",
    # seldom
    "The Silver Group rarely reports to the HSCB.",
    "The Silver Group seldom reports to the HSCB.",
    "The Silver Group hardly ever reports to the HSCB.",
    "The Silver Group scarcely oversees the Exploitation Action Plan.",
    # denied, doubted, reported as wrong
    "The Chief Executive denied that the Silver Group reports to the Cabinet.",
    "Nothing in this paper means that the Silver Group reports to the Cabinet.",
    "It is a myth that the Silver Group reports to the Cabinet.",
    "Many residents wrongly believe the Silver Group reports to the Cabinet.",
    "Some members mistakenly think that the Silver Group is chaired by Jane Dobson.",
    "It is not the case that the Silver Group reports to the Cabinet.",
    "It is wrong to say that the Silver Group reports to the Cabinet.",
    "The statement that the Silver Group reports to the Cabinet is false.",
    "The claim that Jane Dobson chairs the Silver Group was untrue.",
    "True or false: the Silver Group reports to the Cabinet.",
    "No one has said that the Silver Group reports to the Cabinet.",
    "It has been claimed that the Silver Group reports to the Cabinet; this is false.",
    "The Silver Group reports to the Cabinet. This is not true.",
    "The Committee voted against a motion that the Silver Group report to the Cabinet.",
    # options and what fell
    "One option is that the Silver Group reports to the Cabinet.",
    "Option A: the Silver Group reports to the Cabinet.",
    "Option 2 – the Silver Group is chaired by Jane Dobson.",
    "The proposal that the Silver Group report to the Cabinet was withdrawn.",
    "The proposal that the Silver Group reports to the Cabinet was rejected.",
    "The amendment, that the Silver Group be chaired by Jane Dobson, fell.",
    "The amendment, that the Silver Group be chaired by Jane Dobson, was lost.",
    # or
    "Jane Dobson or Councillor Peter Wills chairs the Silver Group.",
    "The Silver Group is chaired by Jane Dobson or Councillor Peter Wills.",
    "The Silver Group or the Learning Sub Group reports to the HSCB.",
    "The Silver Group reports to the Cabinet or the HSCB.",
    "Jane Dobson, or in her absence Councillor Peter Wills, chairs the Silver Group.",
    # headings
    "The following options were considered:\n\n- The Silver Group reports to the HSCB.",
    "## Alternatives rejected\n\n- The Silver Group reports to the Cabinet.",
    "## Options considered\n\nThe Silver Group reports to the Cabinet.",
    "## Options considered\n\n### Option 1\n\nThe Silver Group reports to the Cabinet.",
    "If the Mayor so decides:\n\n- the Silver Group reports to the Cabinet;\n- Jane Dobson chairs the Silver Group.",
]


@pytest.mark.parametrize("text", NOTHING)
def test_what_is_denied_doubted_or_only_considered_states_nothing(text: str) -> None:
    assert not {s for s in lines(text) if s[3] != "negated"}


ONLY = [
    (
        "The Silver Group, chaired by Jane Dobson, and the Learning Sub Group, chaired by Councillor Councillor Peter Wills, met.",
        {("Jane Dobson", "CHAIRS", SILVER, "asserted")},
    ),
    (
        "The Silver Group, chaired by Jane Dobson, and the Learning Sub Group, met in May.",
        {("Jane Dobson", "CHAIRS", SILVER, "asserted")},
    ),
    (
        "The Silver Group is chaired by Jane Dobson and Councillor Peter Wills.",
        {("Jane Dobson", "CHAIRS", SILVER, "asserted"), ("Peter Wills", "CHAIRS", SILVER, "asserted")},
    ),
    (
        "The Silver Group reports to the HSCB and the Cabinet oversees the Exploitation Action Plan.",
        {
            (SILVER, "REPORTS_TO", HSCB, "asserted"),
            ("Cabinet", "OVERSEES", "Exploitation Action Plan", "asserted"),
        },
    ),
    (
        "The Silver Group reports to the HSCB and the Cabinet barely oversees the Exploitation Action Plan.",
        {(SILVER, "REPORTS_TO", HSCB, "asserted")},
    ),
    (
        "The Silver Group reports to the HSCB and the Cabinet.",
        {(SILVER, "REPORTS_TO", HSCB, "asserted"), (SILVER, "REPORTS_TO", "Cabinet", "asserted")},
    ),
    (
        "The Silver Group and the Learning Sub Group report to the HSCB.",
        {(SILVER, "REPORTS_TO", HSCB, "asserted"), (LEARNING, "REPORTS_TO", HSCB, "asserted")},
    ),
    (
        "It was agreed that the Silver Group be chaired by Jane Dobson.",
        {("Jane Dobson", "CHAIRS", SILVER, "proposed")},
    ),
    (
        "Members asked that the Silver Group report to the Cabinet.",
        {(SILVER, "REPORTS_TO", "Cabinet", "proposed")},
    ),
    (
        "## Structure in 2009 (superseded)\n\nThe Silver Group reports to the Cabinet.",
        {(SILVER, "REPORTS_TO", "Cabinet", "historical")},
    ),
    (
        "## Previous arrangements\n\nThe Silver Group reports to the Cabinet.",
        {(SILVER, "REPORTS_TO", "Cabinet", "historical")},
    ),
    (
        "## Previous arrangements\n\nAll met.\n\n## Arrangements now\n\nThe Silver Group reports to the Cabinet.",
        {(SILVER, "REPORTS_TO", "Cabinet", "asserted")},
    ),
    (
        "Until 2009 the arrangements were:\n\n- The Silver Group reports to the HSCB.",
        {(SILVER, "REPORTS_TO", HSCB, "historical")},
    ),
    (
        "## Preferred option\n\nThe Silver Group reports to the HSCB.",
        {(SILVER, "REPORTS_TO", HSCB, "proposed")},
    ),
    (
        "The Silver Group to report to the HSCB every quarter.",
        {(SILVER, "REPORTS_TO", HSCB, "proposed")},
    ),
    (
        "The Silver Group reports to the HSCB and Westmarch Police oversee the Exploitation Action Plan.",
        {
            (SILVER, "REPORTS_TO", HSCB, "asserted"),
            ("Westmarch Police", "OVERSEES", "Exploitation Action Plan", "asserted"),
        },
    ),
    (
        "All groups but the Learning Sub Group report to the HSCB.",
        set(),
    ),
    (
        "All groups except the Learning Sub Group report to the HSCB.",
        set(),
    ),
]


@pytest.mark.parametrize(("text", "stated"), ONLY)
def test_what_is_stated_reaches_no_further_than_the_words(text: str, stated: set[tuple[str, str, str, str]]) -> None:
    assert lines(text) == stated


ASKS_NOBODY = [
    "RESOLVED: not to approve that Westmarch Police be asked to report to the Cabinet.",
    "We rejected the following:\n\n1. Westmarch Police should report to the Cabinet every month.\n"
    "2. The Silver Group should meet weekly.",
    "We rejected the following: 1. Westmarch Police should report to the Cabinet. 2. Westmarch Police should meet.",
    "## Alternatives rejected\n\nWe recommend that Westmarch Police should report to the Cabinet every month.",
]


@pytest.mark.parametrize("text", ASKS_NOBODY)
def test_what_was_rejected_asks_nobody(text: str) -> None:
    head = "Minutes of the meeting of the Harrowmere Safeguarding Children Board held on 5th March 2015\n\n"
    found = said(head + text)
    assert not {s for s in found if s[1] in ("ADDRESSED_TO", "REPORTS_TO", "CHAIRS") and s[3] != "negated"}


@pytest.mark.parametrize(
    "belief",
    [
        "The Council believes that",
        "Members understood that",
        "Many staff think that",
        "The report wrongly stated that",
        "It was incorrectly reported that",
        "Officers had assumed that",
    ],
)
def test_what_is_only_believed_or_was_wrongly_said_is_no_fact(belief: str) -> None:
    assert said(f"{belief} the Silver Group reports to the HSCB.") == set()
