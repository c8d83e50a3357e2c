"""A line that is complete ends what stands in it; a line that is full goes on in the next."""

from __future__ import annotations

from loaders.lines import broken, wraps
from tests.unit.loaders.reading import said

PROSE = (
    "The Board heard that the new arrangements had been in place since the spring and that Councillor Ann\n"
    "Street, who leads on them, would report again in the autumn when the figures of the year were known to\n"
    "everyone concerned.\n"
)
LISTED = "Mr K. Jellicoe, Chief Executive\nMs S. Orde, Director\nDr A. Wray, Head of Planning\n"


def test_running_text_goes_on_over_the_ends_of_its_full_lines() -> None:
    ends = [i for i, c in enumerate(PROSE) if c == "\n"]
    assert [wraps(PROSE, at) for at in ends[:2]] == [True, True]


def test_the_lines_of_a_list_are_complete() -> None:
    ends = [i for i, c in enumerate(LISTED) if c == "\n"]
    assert [wraps(LISTED, at) for at in ends[:2]] == [False, False]
    assert broken(LISTED, 0, len(LISTED)) == LISTED.index("\n")


def test_a_line_that_begins_small_hangs_on_the_one_before() -> None:
    text = "Ms S. Orde, Director\nof Housing\n"
    assert wraps(text, text.index("\n"))


def test_nobody_gets_the_post_that_ends_the_line_above() -> None:
    held = {(s, o) for s, p, o, _ in said(f"Present:\n\n{LISTED}") if p == "HOLDS_POST"}
    assert ("S. Orde", "Chief Executive") not in held
    assert {("K. Jellicoe", "Chief Executive"), ("S. Orde", "Director"), ("A. Wray", "Head of Planning")} <= held


def test_a_name_that_running_text_cuts_is_one_name() -> None:
    text = PROSE.replace("Street, who leads on them,", "Street, Cabinet Member for Parks,")
    assert ("Ann Street", "HOLDS_POST", "Cabinet Member for Parks", "asserted") in said(text)
