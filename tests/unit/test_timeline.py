"""Partial dates cover from their first to their last day."""

import pytest

from graph.errors import AnswerableError
from graph.timeline import first_day, last_day


@pytest.mark.parametrize(
    ("partial", "first", "last"),
    [
        ("2013", "2013-01-01", "2013-12-31"),
        ("2013-09", "2013-09-01", "2013-09-30"),
        ("2012-02", "2012-02-01", "2012-02-29"),
        ("2013-09-01", "2013-09-01", "2013-09-01"),
    ],
)
def test_a_partial_date_covers_its_whole_period(partial: str, first: str, last: str) -> None:
    assert (first_day(partial), last_day(partial)) == (first, last)


@pytest.mark.parametrize("wrong", ["", "13", "2013-13", "2013-02-30", "last May", "2013-9-1", "0000"])
def test_what_is_no_date_is_refused_with_the_way_to_write_it(wrong: str) -> None:
    with pytest.raises(AnswerableError, match="Write it as"):
        first_day(wrong)
