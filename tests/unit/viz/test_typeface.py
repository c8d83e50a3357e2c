"""Text is measured without a font: close to what a browser draws, never cut without saying so."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from viz.typeface import printable, shorten, width, wrap


def test_a_letter_is_as_wide_as_in_liberation_sans() -> None:
    assert width("iiii", 10) == pytest.approx(8.88)
    assert width("MMMM", 10) == pytest.approx(33.32)
    assert width("MMMM", 10, bold=True) == pytest.approx(33.32)
    assert width("abc", 10, bold=True) > width("abc", 10)


def test_accents_take_no_room_and_other_scripts_take_enough() -> None:
    assert width("é", 10) == width("e", 10)
    assert width("e\u0301", 10) == width("e", 10)
    assert width("\u6f22", 10) == 10
    assert width("\u0416", 10) > 5


def test_what_does_not_fit_ends_in_dots_and_what_fits_does_not() -> None:
    assert shorten("Board", 10, 100) == "Board"
    assert shorten("Safeguarding Children Board", 10, 60) == "Safeguardi…"


def test_a_name_too_long_for_its_lines_says_so() -> None:
    assert wrap("one two three four", 10, 30, lines=2) == ["one", "two…"]


@given(st.text(max_size=60), st.integers(20, 200))
def test_no_line_is_wider_than_its_room_and_none_of_the_text_is_lost(text: str, room: int) -> None:
    rows = wrap(text, 10, room, lines=99)

    assert all(width(row, 10) <= room or len(row) == 1 for row in rows)
    assert "".join("".join(rows).split()) == "".join(printable(text).split())
