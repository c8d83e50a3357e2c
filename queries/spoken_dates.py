"""Dates as people say them: "1 September 2013" for "2013-09-01", and the other way round."""

from __future__ import annotations

import re

_MONTHS = (
    "January", "February", "March", "April", "May", "June",
    "July", "August", "September", "October", "November", "December",
)  # fmt: skip
_MONTH = "|".join(f"{m[:3]}(?:{m[3:]})?" for m in _MONTHS) + "|Sept"
_DATE = (
    r"(?:(?P<iso>\d{4}-\d{2}(?:-\d{2})?)"
    rf"|(?P<day>\d{{1,2}})(?:st|nd|rd|th)?(?: of)? (?P<month>{_MONTH}),? (?P<year>\d{{4}})"
    rf"|(?P<month2>{_MONTH}) (?P<day2>\d{{1,2}})(?:st|nd|rd|th)?,? (?P<year2>\d{{4}})"
    rf"|(?P<month3>{_MONTH}),? (?P<year3>\d{{4}})"
    r"|(?P<day4>\d{1,2})/(?P<month4>\d{1,2})/(?P<year4>\d{4})"
    r"|(?P<year5>\d{4}))"
)
_AT_THE_END = rf"(?P<rest>.+?),? (?:as at|as of|as on|on|at|in|during|back in|by|at the end of) {_DATE}"
_AT_THE_START = rf"(?:as at|as of|on|at|in|during) {_DATE},? (?P<rest>.+)"


def spoken_date(partial: str) -> str:
    """ "2013-09-01" → "1 September 2013", "2013-09" → "September 2013", "2013" → "2013"."""
    year, *rest = partial.split("-")
    if not rest:
        return year
    month = _MONTHS[int(rest[0]) - 1]
    return f"{int(rest[1])} {month} {year}" if len(rest) > 1 else f"{month} {year}"


def without_date(text: str) -> tuple[str, str | None]:
    """`text` without the date at its start or end, and that date as ISO text: "… in August 2013" → "2013-08"."""
    found = re.fullmatch(_AT_THE_START, text, re.IGNORECASE) or re.fullmatch(_AT_THE_END, text, re.IGNORECASE)
    return (found["rest"], _iso(found)) if found else (text, None)


def _iso(found: re.Match[str]) -> str:
    if found["iso"]:
        return found["iso"]
    year = next(found[group] for group in ("year", "year2", "year3", "year4", "year5") if found[group])
    name = found["month"] or found["month2"] or found["month3"]
    month = int(found["month4"]) if found["month4"] else _month(name) if name else None
    day = found["day"] or found["day2"] or found["day4"]
    return year + (f"-{month:02}" if month else "") + (f"-{int(day):02}" if day else "")


def _month(name: str) -> int:
    return next(number for number, month in enumerate(_MONTHS, 1) if month.lower().startswith(name[:3].lower()))
