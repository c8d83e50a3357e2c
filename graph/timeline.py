"""What held as at a date: comparing dates that papers give with year, month or day precision.

A partial date is ISO 8601 text: "2013", "2013-09" or "2013-09-01". As text, partial dates sort by their first day.
"""

from __future__ import annotations

import calendar
import re
from datetime import date

from graph.errors import AnswerableError

_PARTIAL = re.compile(r"(\d{4})(?:-(\d{2})(?:-(\d{2}))?)?$")


def _parse(partial: str) -> tuple[int, int | None, int | None]:
    match = _PARTIAL.fullmatch(partial)
    if not match:
        raise AnswerableError(f"{partial!r} is not a date. Write it as YYYY, YYYY-MM or YYYY-MM-DD")
    year, month, day = (int(g) if g else None for g in match.groups())
    assert year is not None
    try:
        date(year, month or 1, day or 1)
    except ValueError as error:
        raise AnswerableError(f"{partial!r} is not a date that exists ({error}). Write it as YYYY-MM-DD") from None
    return year, month, day


def first_day(partial: str) -> str:
    """The first day that `partial` covers: "2013-09" → "2013-09-01". Raises AnswerableError for what is no date."""
    year, month, day = _parse(partial)
    return date(year, month or 1, day or 1).isoformat()


def last_day(partial: str) -> str:
    """The last day that `partial` covers: "2013-09" → "2013-09-30". Raises AnswerableError for what is no date."""
    year, month, day = _parse(partial)
    month = month or 12
    return date(year, month, day or calendar.monthrange(year, month)[1]).isoformat()
