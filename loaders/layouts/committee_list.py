"""A directory of committees: under each committee's name nothing but a list of who is on it.

"Curriculum Committee" over "Diane Bailey (chair)", "Lecia Barker" …: every item is a person, most of them surely. Where
a heading above says that committees follow ("Committees", "Working groups"), a name under it needs no head word.
"""

from __future__ import annotations

import re

from graph.model import Block
from loaders.layouts import entries, offices, seats
from loaders.layouts.entries import Entry
from loaders.names import bodies, people, posts
from loaders.paper import Named, Paper

RULE = "layout:committee-list"

_COMMITTEES = re.compile(
    r"(?:\w+\s+){0,3}(?:committees|sub-?\s?committees|working groups|task groups|task forces|sub-?\s?groups|"
    r"groups|panels|"
    r"boards|teams|councils|commissions|bodies)(?:\s+and\s+(?:\w+\s+){0,2}\w+)?",
    re.IGNORECASE,
)
_OTHER = re.compile(
    r"\b(?:present|attend\w*|apolog\w*|absent|agenda|minutes|contacts?|authors?|speakers?|winners?|candidates?|chairs|past|"
    r"former|previous|staff|students?|thanks|acknowledg\w*|members?(?:hip)?|officers)\b",
    re.IGNORECASE,
)
_LINE = re.compile(r"[^\n]*\S[^\n]*")
_FIRST = re.compile(r"[^,;(\[\n]+?(?=\s*(?:[,;(\[\n]|\s[–—-]\s|\sand\s|$))|[^,;(\[\n]+")
_MEETS = frozenset(
    (
        "board",
        "committee",
        "commission",
        "cabinet",
        "partnership",
        "forum",
        "panel",
        "group",
        "sub-group",
        "team",
        "operational group",
    )
)
"""Kinds of bodies that people sit on; those under the name of a council or a company may be its contacts."""
_AIDE = re.compile(r"\bsecretary\b|\bclerk\b|\bminutes?\b|\bsupport\b|\bin attendance\b", re.IGNORECASE)


def read(paper: Paper) -> None:
    """State who is on which committee by the directories of committees in `paper`."""
    for i, block in enumerate(paper.blocks):
        if block.kind != "heading" or block.end - block.start > 90 or block.number:
            continue
        if paper.part_at(block.start).kind in ("minutes", "agenda"):
            continue
        if not _may_be(paper, i):
            continue
        items = _items(paper, i)
        if (
            (len(items) > 1 or (items and items[0].kind == "paragraph"))
            and (listed := _persons(paper, items))
            and (body := _body(paper, i)) is not None
        ):
            for entry in listed:
                _member(paper, entry, body)


def _may_be(paper: Paper, index: int) -> bool:
    """Whether a heading can be a committee's name, by its words or by a heading above that announces committees."""
    heading = paper.blocks[index]
    if bodies.kind_of(paper.text[heading.start : heading.end]) is not None:
        return True
    above = (paper.blocks[k] for k in paper.section_of(index))
    return any(_COMMITTEES.fullmatch(paper.words(b.start, b.end)) for b in above)


def _items(paper: Paper, index: int) -> list[Block]:
    """The items under a heading, of which a charge or purpose in a paragraph may come first."""
    found: list[Block] = []
    for block in paper.blocks[index + 1 : index + 60]:
        if block.kind == "item" or (block.kind == "paragraph" and not found and _lines_of_names(paper, block)):
            found.append(block)
            if block.kind == "paragraph":
                break
        elif found or block.kind not in ("paragraph", "field"):
            break
    return found


def _lines_of_names(paper: Paper, block: Block) -> bool:
    """Whether each line of a paragraph begins with what has the shape of a person's name."""
    lines = list(_LINE.finditer(paper.text, block.start, block.end))
    return len(lines) > 1 and all(
        len(line.group()) < 90 and _named_first(paper, line.start(), line.end()) for line in lines
    )


def _named_first(paper: Paper, start: int, end: int) -> bool:
    """Whether what stands first in text[start:end] has the shape of a person's name; nobody is made a person yet."""
    first = _FIRST.match(paper.text, start, end)
    return first is not None and people.whole(paper.text, start, first.end()) is not None


def _persons(paper: Paper, items: list[Block]) -> list[Entry]:
    """The persons of a list in which every item is one, and most are surely; else []."""
    if not all(_named_first(paper, item.start, item.end) for item in items):
        return []  # before anyone is made a person
    result: list[Entry] = []
    sure = 0
    for item in items:
        if item.kind == "item" and item.end - item.start > 120:
            return []
        listed = entries.entries(paper, item.start, item.end)
        if not listed or any(e.person is None for e in listed) or listed[0].start != item.start:
            return []
        sure += (
            paper.is_person(item.start, item.end)
            or next(entries.people_at(paper, item.start, item.end, False), None) is not None
        )
        result += listed
    return result if 3 * sure >= 2 * len(items) or any(e.title for e in result) else []


def _body(paper: Paper, index: int) -> Named | None:
    heading = paper.blocks[index]
    words = paper.words(heading.start, heading.end)
    if _OTHER.search(words) or _COMMITTEES.fullmatch(words) or posts.ROLE_WORD.search(words):
        return None
    named = paper.body_at(heading.start, heading.end)
    above = [paper.blocks[k] for k in paper.section_of(index)]
    announced = any(_COMMITTEES.fullmatch(paper.words(b.start, b.end)) for b in above)
    if named is not None or bodies.kind_of(words) is not None:
        return named if named is not None and (announced or named.kind in _MEETS) else None
    if announced and seats.organisation_like(words):
        return paper.entities.body(words)
    return None


def _member(paper: Paper, entry: Entry, body: Named) -> None:
    notes = [paper.words(*n) for n in entries.roles_of(paper, entry)]
    if any(_AIDE.search(n) for n in notes):
        offices.describe(paper, entry, body, RULE)
        return
    role = next((r for n in notes if (r := offices.chair_role(n)) and offices.CHAIR.fullmatch(n.strip())), None)
    if role:
        paper.state(entry.person, "CHAIRS", body, entry.start, entry.end, RULE, role=role)
        return
    paper.state(entry.person, "MEMBER_OF", body, entry.start, entry.end, RULE)
    offices.describe(paper, entry, body, RULE)
