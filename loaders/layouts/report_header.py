"""The head of a report: which meeting it goes to, who presents it, and how often by its title.

"1. Meeting: …", "Report to …", "4. Agency presenting report: Board – Sub Group", "Title: … Quarterly Report". A body
that presents its regular report to a board reports to it; a directorate that writes a paper for members does not.
"""

from __future__ import annotations

import re

from graph.model import Part
from loaders.entities import Named
from loaders.names import posts
from loaders.paper import Paper

_TO = re.compile(r"(?:meeting|report to|to|committee|body|presented to|submitted to)", re.IGNORECASE)
_BY = re.compile(
    r"(?:agency|organisation|directorate|department|body|group|officer)?\S*\s*(?:presenting|submitting|"
    r"reporting)(?:\s+(?:the\s+)?(?:report|body|agency|group))?|"
    r"(?:report|paper)\s+(?:of|by|from)(?:\s+the)?|(?:(?:report|paper|item)\s+)?(?:presented|submitted|reported|"
    r"introduced) by|presenter|"
    r"(?:executive|exec|sponsoring|responsible|lead|reporting) (?:director|officer|sponsor|lead)",
    re.IGNORECASE,
)
_DIRECTORATE = re.compile(
    r"directorate|department|service(?: area)?|author|originating (?:body|department)", re.IGNORECASE
)
_DASH = re.compile(r"\s+[–—-]\s+")
_REPORT_OF = re.compile(r"\W*(?:joint\s+)?report\s+(?:of|by|from)\s*:?\s*(?:the\s+)?(?=[A-Z])", re.IGNORECASE)
_SEVERAL = re.compile(r"\s+and\s+(?:the\s+)?(?=[A-Z])|\s*[/;]\s*|\n")
_WARDS = re.compile(r"\s+(?:all\s+)?wards?\b.*$", re.IGNORECASE | re.DOTALL)
_CADENCE = re.compile(
    r"\b(?P<cadence>weekly|fortnightly|monthly|bi-?monthly|quarterly|termly|(?:six|6)[- ]month(?:ly)?|"
    r"half[- ]yearly|bi-?annual|annual|yearly)\b",
    re.IGNORECASE,
)
_REGULAR = re.compile(r"\b(?:report|update|review|return)\b", re.IGNORECASE)
_SUBORDINATE = ("sub-group", "group", "committee", "operational group", "team", "panel", "forum")


def read(paper: Paper) -> None:
    """State which body a presenting body is part of and, for a regular report, that it reports to the meeting."""
    for part in paper.parts:
        fields = _fields(paper, part)
        by = next((v for k, v in fields.items() if _BY.fullmatch(k)), None)
        to = next((v for k, v in fields.items() if _TO.fullmatch(k)), None)
        title = next((v for k, v in fields.items() if k in ("title", "subject", "report title")), None)
        if by is None:
            continue
        body = _body(paper, *by)
        dash = _DASH.search(paper.text, *by)
        if dash and body is not None and body.kind in _SUBORDINATE:
            paper.state(body, "PART_OF", paper.body_at(by[0], dash.start()), *by, "layout:report-header")
        if to is None or body is None or title is None:
            continue
        cadence = _CADENCE.search(paper.text, *title)
        if cadence and _REGULAR.search(paper.text, *title):
            paper.state(
                body,
                "REPORTS_TO",
                paper.body_at(*to),
                *title,
                "layout:report-header",
                cadence=_cadence(cadence["cadence"]),
            )


def presenter(paper: Paper, part: Part) -> Named | None:
    """Who makes the report that `part` is: who presents it, else its directorate; None if not stated."""
    fields = _fields(paper, part)
    for shape in (_BY, _DIRECTORATE):
        for label, (start, end) in fields.items():
            if shape.fullmatch(label):
                found = _post(paper, start, end) or _body(paper, start, end, directorate=shape is _DIRECTORATE)
                if found is not None:
                    return found
    first = paper.block_at(part.start)
    for block in paper.blocks[first : first + 14]:
        if block.start >= part.end:
            break
        title = _REPORT_OF.match(paper.text, block.start, block.end)
        if title and block.kind in ("heading", "paragraph") and len(paper.text[block.start : block.end].split()) < 20:
            return _post(paper, title.end(), block.end) or paper.body_at(title.end(), block.end)
    return None


def _post(paper: Paper, start: int, end: int) -> Named | None:
    """The post that makes a report: "Director of Place", the first of several."""
    if len(paper.text[start:end].split()) > 14 or not posts.ROLE_WORD.search(paper.text, start, end):
        return None
    several = next(
        (m for m in _SEVERAL.finditer(paper.text, start, end) if posts.ROLE_WORD.search(paper.text, m.end(), end)), None
    )
    return paper.post_at(start, several.start() if several else end)


def _fields(paper: Paper, part: Part) -> dict[str, tuple[int, int]]:
    """The labels of the head of a part, in small letters, and where their values stand."""
    first = paper.block_at(part.start)
    found: dict[str, tuple[int, int]] = {}
    for block in paper.blocks[first : first + 14]:
        if block.start >= part.end:
            break
        if block.kind == "field" and len(block.cells) == 2 and block.cells[1][0] < block.cells[1][1]:
            found.setdefault(paper.words(*block.cells[0]).strip(" :").lower(), block.cells[1])
    return found


def _body(paper: Paper, start: int, end: int, directorate: bool = False) -> Named | None:
    """The body that a value names: the last after dashes, without the wards that stand in the same cell.

    What stands as the directorate is one, whatever it is called: "Resources" is the Resources Directorate.
    """
    dashes = list(_DASH.finditer(paper.text, start, end))
    begin = dashes[-1].end() if dashes else start
    wards = _WARDS.search(paper.text, begin, end)
    stop = wards.start() if wards and wards.start() > begin else end
    found = paper.body_at(begin, stop)
    words = paper.words(begin, stop)
    if found is None and directorate and re.fullmatch(r"[A-Z][\w,&’' -]{2,60}", words):
        return paper.entities.body(f"{words} Directorate", "directorate")
    return found or paper.organisation_at(begin, stop)


def _cadence(words: str) -> str:
    low = words.lower().replace(" ", "-")
    return {"6-month": "six-monthly", "6-monthly": "six-monthly", "six-month": "six-monthly", "yearly": "annual"}.get(
        low, low
    )
