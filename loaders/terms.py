"""How long a seat or a post was somebody's, as words beside the name say: "(2011-2014)", "until 2012", "(resigned)".

Whose time was over when the paper was written held it once: no statement of the present may come of it.
"""

from __future__ import annotations

import re
from typing import NamedTuple

from graph.model import Modality
from loaders.dates import dates

_MONTH = r"(?:jan|feb|mar|apr|may|june?|july?|aug|sept?|oct|nov|dec)[a-z]*\.?"
_DATE = (
    rf"(?:(?:\d{{1,2}}(?:st|nd|rd|th)?\s+)?(?:{_MONTH},?\s+)?(?:19|20)\d\d|{_MONTH}\s+\d{{1,2}},\s+(?:19|20)\d\d|"
    r"\d{1,2}[/.]\d{1,2}[/.]\d{2,4})(?!\d)"
)
_GONE = (
    r"resign(?:ed|ation)|retired|(?:has |have )?(?:stepped|stood) down|left|died|deceased|removed|replaced|"
    r"suspended|disqualified|dismissed|withdrawn|withdrew|lapsed|expired|ended|term (?:ended|expired)|"
    r"no longer (?:an? )?(?:member|chair|serving)|inactive|"
    r"(?:now )?(?:former|formerly|past|previous|previously|outgoing|ex-?)(?:\s?(?:members?|chair\w*))?"
)
_TO_NOW = r"(?:present|now|date|today|current|ongoing)\b"
_TERM = re.compile(
    rf"(?:(?:from|between|in|served|in\s+office)\s+)?(?P<since>{_DATE})\s*(?:[-–—/]|\bto\b|\buntil\b|\btill\b|\band\b)\s*"
    rf"(?:{_TO_NOW}|(?P<until>{_DATE})|(?P<short>\d\d)(?!\w))"
    rf"|(?:served\s+)?(?:until|till|up\s+to)\s+(?P<till>{_DATE})"
    rf"|(?P<gone>{_GONE})(?=\s*(?:$|[)\],;.\n]|{_DATE}|(?:on|in|from|with\s+effect\s+from|as\s+of|at\s+the\s+end\s+of)\s+"
    rf"(?:the\s+)?(?:{_DATE}|\d|{_MONTH})))(?:[a-z\s]*?(?P<when>{_DATE}))?"
    r"|(?:in|during|throughout)\s+the\s+(?:early\s+|mid\s+|late\s+)?(?P<decade>(?:19|20)\d0)[’']?s\b"
    rf"|(?:from|since)\s+(?P<begun>{_DATE})",
    re.IGNORECASE,
)
_APART = re.compile(r"\s*[(\[,;–—-]\s*")
"""What leads from a name to a note on it."""


class Term(NamedTuple):
    """From when, until when, whether it was over; `end` is where the words that say so end."""

    modality: Modality
    since: str | None
    until: str | None
    end: int


def behind(text: str, start: int, stop: int, on: str | None = None) -> Term | None:
    """The term that stands right at `start`, behind a name or a post; `on` is the date of the paper."""
    gap = re.compile(r"\s*[(\[,–—-]?\s*").match(text, start, stop)
    return _read(_TERM.match(text, gap.end() if gap else start, stop), on)


def within(text: str, start: int, stop: int, on: str | None = None) -> Term | None:
    """The term that a note in text[start:stop] gives, in brackets or behind a comma or a dash."""
    for gap in _APART.finditer(text, start, stop):
        if (found := _read(_TERM.match(text, gap.end(), stop), on)) is not None:
            return found
    return None


def at_end(text: str, start: int, stop: int, on: str | None = None) -> tuple[int, Term] | None:
    """The years with which text[start:stop] ends and where they begin: "Head of Roads since 2019"."""
    for found in _TERM.finditer(text, start, stop):
        if (
            found["gone"] is None
            and found.start() > start
            and found.end() == stop
            and text[found.start() - 1].isspace()
        ):
            term = _read(found, on)
            return (found.start(), term) if term else None
    return None


def is_gone(words: str) -> bool:
    """Whether the words of a cell say that someone no longer is a member: "Resigned", "Former member"."""
    return re.match(rf"(?:{_GONE})\b", words, re.IGNORECASE) is not None


def _read(found: re.Match[str] | None, on: str | None) -> Term | None:
    if found is None:
        return None
    since = _iso(found["since"] or found["begun"])
    until = _iso(found["until"] or found["till"] or found["when"])
    if since and found["short"]:
        until = since[:2] + found["short"]
    over = bool(found["gone"] or found["decade"]) or (until is not None and (on is None or until < on[: len(until)]))
    return Term("historical" if over else "asserted", since, until, found.end())


def _iso(words: str | None) -> str | None:
    found = next(dates(words), None) if words else None
    return found.iso if found else None
