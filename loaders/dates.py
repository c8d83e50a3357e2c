"""Dates as papers write them, as ISO text with the precision given: "1st September 2013" → "2013-09-01"."""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date
from typing import NamedTuple

_MONTHS = [
    "january",
    "february",
    "march",
    "april",
    "may",
    "june",
    "july",
    "august",
    "september",
    "october",
    "november",
    "december",
]
_MONTH = (
    r"(?P<month>jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?|sept?(?:ember)?|"
    r"oct(?:ober)?|nov(?:ember)?|dec(?:ember)?)\.?"
)
_ORDINAL = r"(?:\s?(?:<sup>)?(?:st|nd|rd|th|[\"”™'])(?:</sup>)?)?"
_DATE = re.compile(
    rf"\b(?:(?P<day>\d{{1,2}}){_ORDINAL}\s+(?:day\s+of\s+|of\s+)?{_MONTH}[,\s]+(?P<year>(?:19|20)\d\d)"
    rf"|{_MONTH.replace('month', 'month2')}\s+(?P<day2>\d{{1,2}}){_ORDINAL},?\s+(?P<year2>(?:19|20)\d\d)"
    rf"|(?P<iso>(?:19|20)\d\d-\d{{1,2}}-\d{{1,2}})"
    rf"|(?P<day3>\d{{1,2}})[/.](?P<month3>\d{{1,2}})[/.](?P<year3>(?:19|20)?\d\d)"
    rf"|(?:(?P<part>early|mid|late)[\s-]+)?{_MONTH.replace('month', 'month4')},?\s+(?P<year4>(?:19|20)\d\d)"
    rf"|(?<!\S)(?:(?:early|mid|late)[\s-]+)?(?P<year5>(?:19|20)\d\d)(?![\d/–-]))",
    re.IGNORECASE,
)
_WEEKDAY = r"(?:(?:mon|tues|wednes|thurs|fri|satur|sun)day,?\s*(?:the\s+)?)?"
_ONLY = re.compile(
    rf"\W*(?:date[d:]*\s*)?{_WEEKDAY}(?:the\s+)?(?P<date>[^\n]{{6,40}}?)\W*(?:,?\s*(?:at\s+)?\d{{1,2}}[.:]\d\d\s*"
    rf"(?:[ap]\.?m\.?)?|at .{{1,20}})?\W*",
    re.IGNORECASE,
)


class Dated(NamedTuple):
    """A date in a text: where it stands and what day, month or year it is."""

    start: int
    end: int
    iso: str


def dates(text: str, start: int = 0, end: int | None = None) -> Iterator[Dated]:
    """The dates in text[start:end]. Days that don't exist are passed over."""
    for found in _DATE.finditer(text, start, len(text) if end is None else end):
        iso = _iso(found)
        if iso:
            yield Dated(found.start(), found.end(), iso)


def first_date(text: str, start: int = 0, end: int | None = None, precise: bool = True) -> str | None:
    """The first date in text[start:end]; with `precise`, the first that has at least a month."""
    return next((d.iso for d in dates(text, start, end) if not precise or len(d.iso) > 4), None)


def only_date(text: str) -> str | None:
    """The date that `text` consists of, weekday and time aside; None where it says anything else."""
    found = _ONLY.fullmatch(text)
    if not found:
        return None
    inner = next(dates(found.group("date")), None)
    rest = found.group("date")[: inner.start] + found.group("date")[inner.end :] if inner else "x"
    return inner.iso if inner and len(inner.iso) > 4 and not re.search(r"\w", rest) else None


def _iso(found: re.Match[str]) -> str | None:
    group = found.group
    if group("iso"):
        year, month, day = (int(x) for x in group("iso").split("-"))
    elif group("day3"):
        day, month, year = int(group("day3")), int(group("month3")), int(group("year3"))
        year += 2000 if year < 100 else 0
    else:
        name = group("month") or group("month2") or group("month4")
        year = int(group("year") or group("year2") or group("year4") or group("year5"))
        if not name:
            return f"{year:04d}"
        month = next(i for i, m in enumerate(_MONTHS, 1) if m.startswith(name[:3].lower()))
        if group("month4"):
            return f"{year:04d}-{month:02d}"
        day = int(group("day") or group("day2"))
    try:
        return date(year, month, day).isoformat()
    except ValueError:
        return None
