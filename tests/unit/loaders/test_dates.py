"""Dates keep the precision with which a paper gives them."""

from __future__ import annotations

import pytest

from loaders.dates import date_in_name, dates, is_american, only_date


@pytest.mark.parametrize(
    ("words", "iso"),
    [
        ("1st September 2013", "2013-09-01"),
        ("5 th March 2015", "2015-03-05"),
        ("Friday, 7th November, 2014", "2014-11-07"),
        ("28<sup>th</sup> November, 2014", "2014-11-28"),
        ("the 4th day of November 2014", "2014-11-04"),
        ("4th of November 2014", "2014-11-04"),
        ("4–6 November 2014", "2014-11-04"),
        ("March 12, 2014", "2014-03-12"),
        ("Nov. 4, 2014", "2014-11-04"),
        ("2013-12-10", "2013-12-10"),
        ("05/08/13", "2013-08-05"),
        ("4.11.14", "2014-11-04"),
        ("04-11-2014", "2014-11-04"),
        ("11/24/2014", "2014-11-24"),
        ("4 Nov 14", "2014-11-04"),
        ("4 Nov ’14", "2014-11-04"),
        ("4-Nov-2014", "2014-11-04"),
        ("December 2013", "2013-12"),
        ("in 1997 and", "1997"),
    ],
)
def test_dates_as_papers_write_them(words: str, iso: str) -> None:
    assert [d.iso for d in dates(words)] == [iso]


@pytest.mark.parametrize(
    "words",
    [
        "31st February 2014",
        "£2013.50m",
        "2013-16",
        "Minute 1997/4",
        "4 Nov 14:00",
        "4 Nov 10.30am",
        "paragraph 1.2.13.4",
        "13/13/2014",
        "telephone 020-12-1234567",
    ],
)
def test_what_is_no_date_gives_none(words: str) -> None:
    assert [d.iso for d in dates(words) if len(d.iso) > 4] == []


def test_a_month_stands_first_only_where_the_other_dates_of_the_text_say_so() -> None:
    assert [d.iso for d in dates("4/11/2014")] == ["2014-11-04"]
    assert [d.iso for d in dates("4/11/2014, after April 2, 2014")] == ["2014-04-11", "2014-04-02"]
    assert [d.iso for d in dates("4/11/2014, then 4/24/2014")] == ["2014-04-11", "2014-04-24"]
    assert not is_american("24/4/2014 and April 2, 2014")


@pytest.mark.parametrize(
    "line",
    [
        "Wednesday, 18th December, 2013",
        "Date: 18 December 2013 at 6.30pm",
        "18/12/2013 10:00 – 12:00",
        "on Wednesday the 18th day of December 2013, commencing at 7 p.m.",
        "Wed 18 Dec 2013 (1400 hrs)",
        "Date of meeting: 18.12.13",
    ],
)
def test_a_line_is_only_a_date_with_its_weekday_and_hour(line: str) -> None:
    assert only_date(line) == "2013-12-18"


@pytest.mark.parametrize(
    "line",
    [
        "Published 18th December, 2013 by the Board",
        "Date of next meeting: 18th December 2013",
        "18 December 2013 and 8 January 2014",
        "Approved 18 December 2013",
        "Deadline: 18 December 2013",
        "18 December 2013 4",
    ],
)
def test_a_line_that_says_anything_else_is_not_only_a_date(line: str) -> None:
    assert only_date(line) is None


@pytest.mark.parametrize(
    ("name", "iso"),
    [
        ("2014-11-04-minutes.md", "2014-11-04"),
        ("cabinet_20141104.txt", "2014-11-04"),
        ("minutes 04.11.2014.pdf", "2014-11-04"),
        ("Minutes-4th-Nov-2014.docx", "2014-11-04"),
        ("2014-11 board.txt", "2014-11"),
        ("board-November_2014.md", "2014-11"),
        ("minutes.md", None),
        ("report-20141399.txt", None),
        ("plan-2014-2017.txt", None),
        ("002_636044705732.txt", None),
    ],
)
def test_a_file_name_may_hold_a_date(name: str, iso: str | None) -> None:
    assert date_in_name(name) == iso
