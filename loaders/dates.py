"""Dates as papers write them, as ISO text with the precision given: "1st September 2013" → "2013-09-01"."""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date
from functools import lru_cache
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
_UNTIL = rf"(?:\s?(?:[-–—&]|to|and)\s?\d{{1,2}}{_ORDINAL})?"
"""The last day of a meeting of several: "4–6 November 2014" is dated by its first."""
_DATE = re.compile(
    rf"\b(?:(?P<day>\d{{1,2}}){_ORDINAL}{_UNTIL}\s+(?:day\s+of\s+|of\s+)?{_MONTH}[,\s]+(?P<year>(?:19|20)\d\d)\b"
    rf"|{_MONTH.replace('month', 'month2')}\s+(?P<day2>\d{{1,2}}){_ORDINAL}{_UNTIL},?\s+(?P<year2>(?:19|20)\d\d)\b"
    rf"|(?P<iso>(?:19|20)\d\d-\d{{1,2}}-\d{{1,2}})"
    rf"|(?<![\d./])(?P<day3>\d{{1,2}})(?P<mark>[/.-])(?P<month3>\d{{1,2}})(?P=mark)(?P<year3>(?:19|20)?\d\d)(?![\d/-]|\.\d)"
    rf"|(?P<day6>\d{{1,2}}){_ORDINAL}[\s-]{_MONTH.replace('month', 'month6')}(?:-(?P<year6>(?:(?:19|20)?\d\d))"
    rf"|,?\s[’']?(?P<year7>[0-4]\d))(?![\w:/]|\.\d|\s*(?:hrs|hours|[ap]\.?m))"
    rf"|(?:(?P<part>early|mid|late)[\s-]+)?{_MONTH.replace('month', 'month4')},?\s+(?P<year4>(?:19|20)\d\d)\b"
    rf"|(?<!\S)(?:(?:early|mid|late)[\s-]+)?(?P<year5>(?:19|20)\d\d)(?![\d/–-]))",
    re.IGNORECASE,
)
_ASIDE = re.compile(
    r"\b(?:(?:mon|tues?|wed(?:s|nes)?|thu(?:rs?)?|fri|sat(?:ur)?|sun)(?:day)?|dated?|meeting|held|time|at|on|from|to|until|"
    r"the|this|of|and|commencing|starting|hrs|hours|noon|midday|(?:\d{1,2}(?:[.:]\d\d)?\s*(?:[ap]\.?\s?m\b\.?)|"
    r"\d{1,2}[.:]\d\d|\d{4}(?=\s*(?:hrs|hours))))(?![\w/])",
    re.IGNORECASE,
)
"""What may stand beside a date that a line consists of: weekday, hour and the small words between them."""
_IN_NAME = re.compile(
    rf"(?<!\d)(?:(?P<y>(?:19|20)\d\d)(?P<s>[-_. ]?)(?P<m>0[1-9]|1[0-2])(?P=s)(?P<d>[0-2]\d|3[01])"
    rf"|(?P<d2>[0-2]?\d|3[01])(?P<s2>[-_. ])(?P<m2>0?[1-9]|1[0-2])(?P=s2)(?P<y2>(?:19|20)\d\d)"
    rf"|(?P<d3>[0-3]?\d)(?:st|nd|rd|th)?[-_. ]?{_MONTH.replace('month', 'month3')}[-_. ]?(?P<y3>(?:19|20)\d\d)"
    rf"|(?P<y4>(?:19|20)\d\d)[-_](?P<m4>0[1-9]|1[0-2])(?![-_.]?\d)"
    rf"|(?<![a-z]){_MONTH.replace('month', 'month5')}[-_ ]?(?P<y5>(?:19|20)\d\d))(?!\d)",
    re.IGNORECASE,
)
_MONTH_FIRST = re.compile(rf"\b{_MONTH}\s\d{{1,2}}(?:st|nd|rd|th)?,\s+(?:19|20)\d\d\b", re.IGNORECASE)
_DAY_FIRST = re.compile(rf"\b\d{{1,2}}{_ORDINAL}\s+(?:of\s+)?{_MONTH}[,\s]+(?:19|20)\d\d\b", re.IGNORECASE)
_SLASHES = re.compile(r"(?<![\d/])(\d{1,2})/(\d{1,2})/(?:19|20)?\d\d(?![\d/])")


class Dated(NamedTuple):
    """A date in a text: where it stands and what day, month or year it is."""

    start: int
    end: int
    iso: str


def dates(text: str, start: int = 0, end: int | None = None, american: bool | None = None) -> Iterator[Dated]:
    """The dates in text[start:end]. Days that don't exist are passed over.

    Whether 4/11/2014 is in November or in April tells `american`; when None, the other dates of `text` do.
    """
    for found in _DATE.finditer(text, start, len(text) if end is None else end):
        iso = _iso(found, text, american)
        if iso:
            yield Dated(found.start(), found.end(), iso)


def first_date(text: str, start: int = 0, end: int | None = None, precise: bool = True) -> str | None:
    """The first date in text[start:end]; with `precise`, the first that has at least a month."""
    return next((d.iso for d in dates(text, start, end) if not precise or len(d.iso) > 4), None)


def only_date(text: str, american: bool | None = None) -> str | None:
    """The date that `text` consists of, weekday and time aside; None where it says anything else."""
    if len(text) > 120:
        return None
    found = [d for d in dates(text, american=american) if len(d.iso) > 4]
    if len(found) != 1:
        return None
    rest = f"{text[: found[0].start]} {text[found[0].end :]}"
    return None if re.search(r"\w", _ASIDE.sub("", rest)) else found[0].iso


def date_in_name(name: str) -> str | None:
    """The date in the name of a file: "2014-11-04-minutes.md", "Minutes 4 Nov 2014.docx"; None where it has none."""
    for found in _IN_NAME.finditer(name):
        group = found.groupdict()
        year = next(group[k] for k in ("y", "y2", "y3", "y4", "y5") if group[k])
        word = group["month3"] or group["month5"]
        month = str(_month(word)) if word else group["m"] or group["m2"] or group["m4"]
        day = group["d"] or group["d2"] or group["d3"]
        iso = _real(int(year), int(month), int(day)) if day else f"{int(year):04d}-{int(month):02d}"
        if iso:
            return iso
    return None


@lru_cache(maxsize=8)
def is_american(text: str) -> bool:
    """Whether a text clearly puts the month first in its dates: "November 4, 2014" or "11/24/2014", and no other."""
    slashes = [(int(a), int(b)) for a, b in _SLASHES.findall(text)]
    if any(a > 12 for a, _ in slashes) or _DAY_FIRST.search(text):
        return False
    return any(b > 12 for _, b in slashes) or bool(_MONTH_FIRST.search(text))


def _month(word: str) -> int:
    return next(i for i, m in enumerate(_MONTHS, 1) if m.startswith(word[:3].lower()))


def _real(year: int, month: int, day: int) -> str | None:
    try:
        return date(year, month, day).isoformat()
    except ValueError:
        return None


def _iso(found: re.Match[str], text: str, american: bool | None) -> str | None:
    group = found.group
    if group("iso"):
        year, month, day = (int(x) for x in group("iso").split("-"))
        return _real(year, month, day)
    if group("day3"):
        day, month, year = int(group("day3")), int(group("month3")), int(group("year3"))
        if group("mark") == "/" and (
            month > 12 or (day <= 12 and (is_american(text) if american is None else american))
        ):
            day, month = month, day
        return _real(year + (2000 if year < 100 else 0), month, day)
    name = group("month") or group("month2") or group("month4") or group("month6")
    year = int(group("year") or group("year2") or group("year4") or group("year5") or group("year6") or group("year7"))
    if not name:
        return f"{year:04d}"
    if group("month4"):
        return f"{year:04d}-{_month(name):02d}"
    return _real(year + (2000 if year < 100 else 0), _month(name), int(group("day") or group("day2") or group("day6")))
