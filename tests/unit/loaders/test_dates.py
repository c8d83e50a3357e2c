"""Dates keep the precision with which a paper gives them."""

from __future__ import annotations

import pytest

from loaders.dates import dates, only_date


@pytest.mark.parametrize(
    ("words", "iso"),
    [
        ("1st September 2013", "2013-09-01"),
        ("5 th March 2015", "2015-03-05"),
        ("Friday, 7th November, 2014", "2014-11-07"),
        ("28<sup>th</sup> November, 2014", "2014-11-28"),
        ("March 12, 2014", "2014-03-12"),
        ("2013-12-10", "2013-12-10"),
        ("05/08/13", "2013-08-05"),
        ("December 2013", "2013-12"),
        ("in 1997 and", "1997"),
    ],
)
def test_dates_as_papers_write_them(words: str, iso: str) -> None:
    assert [d.iso for d in dates(words)] == [iso]


@pytest.mark.parametrize("words", ["31st February 2014", "£2013.50m", "2013-16", "Minute 1997/4"])
def test_what_is_no_date_gives_none(words: str) -> None:
    assert [d.iso for d in dates(words) if len(d.iso) > 4] == []


def test_a_line_is_only_a_date_when_it_says_nothing_else() -> None:
    assert only_date("Wednesday, 18th December, 2013") == "2013-12-18"
    assert only_date("Published 18th December, 2013 by the Board") is None
