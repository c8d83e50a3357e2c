"""Heads: the lines with which a paper begins, and the date that they give it.

A paper's own date is that of its meeting or report; the dates of other meetings, of approval and of reviews to come
are not. A name, a post and a date that close a text are a signature, not a head.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from graph.model import Block
from loaders.dates import dates, first_date, only_date
from loaders.names import bodies, posts

TITLE = re.compile(
    r"\b(?:report|review|minutes|agenda|terms of reference|framework|meeting|inquiry|strategy|plan)\b", re.IGNORECASE
)
TERMS = re.compile(r"\bterms of reference\b", re.IGNORECASE)
ANNEX = re.compile(
    r"(?:^|[-–—]\s*|\bDRAFT\s+)(?:annexe?|appendix|schedule|enclosure|attachment|addendum)\s+(?:[A-Z]|\d{1,2}|[ivx]{1,4})"
    r"\b(?!\w|['’])",
    re.IGNORECASE,
)
_LABELS = re.compile(
    r"(?:meeting(?: name| title)?|.*\bdate\b.*|title|subject|venue|location|place|time|start time|body|committee|"
    r"directorate|department|service|ward|portfolio|lead officer|contact officer|report (?:of|to|by|from|author)|"
    r"author|from|to|classification|status|agenda item(?: no\.?)?|item(?: no\.?)?|agency\S*.*)",
    re.IGNORECASE,
)
_LABELLED_ITEM = re.compile(r"[*_]*([A-Za-z][\w &/]{2,24}?)[*_]*:[*_]*\s")
_DATE_LABEL = re.compile(
    r"(?:date[ds]?|(?:date|day)(?: (?:and|&) (?:time|venue|place)| ?/ ?time| of (?:(?:the|this) )?(?:meeting|report|"
    r"committee|cabinet|board|council|paper|minutes)| (?:held|issued|published|prepared|written|produced))?|"
    r"(?:meeting|report|committee|cabinet|board|council|paper|issue|publication) date(?: (?:and|&) time)?|"
    r"(?:time|venue)(?: (?:and|&)|,| ?/) ?(?:venue|date).*|venue|time|when|held(?: on)?|"
    r"meeting(?: held)?(?: on)?)",
    re.IGNORECASE,
)
_HELD = re.compile(
    r"\b(?:meeting|minutes)\b.*\bheld\b|\bheld\b.*\bmeeting\b|\b(?:summoned|invited|requested) to (?:a|attend)\b",
    re.IGNORECASE | re.DOTALL,
)
_DIGIT = re.compile(r"\d")
_HELD_ALONE = re.compile(r"\W*(?:to be )?held\b", re.IGNORECASE)
_MINUTES_OF = re.compile(r"(?:draft |approved |confirmed )?(?:minutes|notes) of\b", re.IGNORECASE)
_OTHER_MEETING = re.compile(
    r"\b(?:previous|last|next|following|future|forthcoming)\s+(?:\w+\s+)?meetings?|\bminute no|\bconsidered\b",
    re.IGNORECASE,
)
_TO_COME = re.compile(r"\bwill be\b", re.IGNORECASE)
_ADOPTED = re.compile(
    r"\W*(?:(?:correct |position )?as (?:at|of)|(?:last )?(?:agreed|approved|adopted|ratified|dated|issued|published|"
    r"revised|updated|reviewed|amended)|effective|version|produced|prepared|dated)\b(?!.*\bnext\b)",
    re.IGNORECASE,
)
"""How the front of a paper that is not of a meeting gives its date."""
_OPENS_MINUTES = re.compile(
    r"\W*(?:(?:draft|approved|confirmed|unconfirmed|final|public|open) )*(?:minutes|notes|record|meeting|agenda)\b",
    re.IGNORECASE,
)
_SIGNED = re.compile(
    r"\W*(?:signed|signature|chair(?:man|person|woman)?\b(?!['’])|clerk\b|secretary\b|yours|proper officer|mayor\b)",
    re.IGNORECASE,
)
_OF_ANOTHER = re.compile(
    r"\b(?:review|due|deadline|until|since|next|previous|last|approved|agreed|by|from|signed|expires?|closing)\b",
    re.IGNORECASE,
)
_APART_BEFORE = re.compile(
    r"(?:^\W*|[-–—|:,(;]\s*|\bon\s+)(?:(?:mon|tue|wed|thu|fri|sat|sun)[a-z]{0,6}\.?,?\s+)?(?:the\s+)?$", re.IGNORECASE
)
_APART_AFTER = re.compile(r"\s*(?:$|\n|[-–—|:,).;]|at\b|in\b|\d{1,2}(?:[.:]\d\d|\s?[ap]\.?m))", re.IGNORECASE)
_AT_OR_DAY = re.compile(r"(?:\W*at\b|.*\b(?:mon|tues|wednes|thurs|fri|satur|sun)day\b)", re.IGNORECASE | re.DOTALL)
_MARKUP = re.compile(r"<[^>]+>|[*_#]+")
_FRONT = 8
"""So many blocks from the start are the front of a paper."""


def label_of(text: str, block: Block) -> str | None:
    """The label of a field, of a table row of two cells or of an item "Date: …", in lower case; None without one."""
    if block.kind == "field" or (block.kind == "row" and sum(a < b for a, b in block.cells) == 2):
        return text[slice(*block.cells[0])].strip("*_ :").lower()
    if block.kind == "item" and (found := _LABELLED_ITEM.match(text, block.start, block.end)):
        label = found.group(1).strip().lower()
        return label if _LABELS.fullmatch(label) else None
    return None


def value_of(text: str, block: Block) -> tuple[int, int]:
    """Where the value stands of a block that has a label."""
    if block.kind == "item":
        return text.index(":", block.start) + 1, block.end
    return next((c for c in block.cells[1:] if c[0] < c[1]), block.cells[-1])


def front_date(text: str, blocks: Sequence[Block]) -> str | None:
    """The date at the front of a paper that opens with no head: front matter, a field, "Agreed by the Board on …"."""
    for i, block in enumerate(blocks[:12]):
        label = label_of(text, block)
        if block.kind == "item" and label is None:
            continue
        if label is not None and _DATE_LABEL.fullmatch(label):
            found = first_date(text, *value_of(text, block))
        elif block.kind != "row" and block.end - block.start < 120 and _ADOPTED.match(text, block.start, block.end):
            found = first_date(text, block.start, block.end)
        else:
            found = head_date(text, block, i)
        if found:
            return found
    return None


def head_date(text: str, block: Block, index: int) -> str | None:
    """The date that a block of a head gives, or None where it is no such block."""
    content = text[block.start : block.end]
    if len(content) > 400 or not _DIGIT.search(content):
        return None
    label = label_of(text, block)
    if label is not None:
        if _DATE_LABEL.fullmatch(label) or (label == "title" and block.kind == "field" and block.level == 0):
            return first_date(text, *value_of(text, block)) if len(content) < 200 else None
        named = index < _FRONT and block.kind == "field" and next(bodies.find(text, *block.cells[0]), None) is not None
        return (
            first_date(text, *value_of(text, block))
            if named and only_date(text[slice(*value_of(text, block))])
            else None
        )
    if block.kind not in ("heading", "paragraph"):
        return None
    if len(content) < 80 and only_date(content):
        return first_date(text, block.start, block.end)
    if _OTHER_MEETING.search(content) or (index >= _FRONT and _TO_COME.search(content)):
        return None
    held = _HELD.search(content) or _HELD_ALONE.match(content)
    if held and (index < _FRONT or _MINUTES_OF.match(content)):
        return first_date(text, block.start, block.end)
    if len(content.split()) <= 14 and _AT_OR_DAY.match(content):
        return first_date(text, block.start, block.end)
    return _line_date(text, block, index) or (
        _title_date(text, block, index) if block.end - block.start < 160 else None
    )


def _line_date(text: str, block: Block, index: int) -> str | None:
    """The date that has a line to itself, or opens one, among the short lines of a title."""
    lines = [
        (m.start(), m.end()) for m in re.compile(r"[^\n]+").finditer(text, block.start, block.end) if m.group().strip()
    ]
    if not 1 < len(lines) <= 9 or any(len(text[a:b].split()) > 12 for a, b in lines):
        return None
    for a, b in lines:
        if _SIGNED.match(text, a, b):
            return None
        front = index < _FRONT or block.kind == "heading"  # elsewhere it may be in a list of papers
        opens = only_date(text[a:b]) or only_date(re.split(r",|\bat\b|\bin\b", text[a:b])[0])
        if opens or (front and _set_apart(text, a, b)):
            return first_date(text, a, b)
    return None


def _set_apart(text: str, start: int, end: int) -> bool:
    """Whether the only date of a line stands apart in it, as in "Committee meeting - Wed 3 May 2017, Guildhall"."""
    found = [d for d in dates(text, start, end) if len(d.iso) > 4]
    if len(found) != 1 or _OF_ANOTHER.search(text, start, end):
        return False
    return bool(_APART_BEFORE.search(text[start : found[0].start]) and _APART_AFTER.match(text, found[0].end, end))


def _title_date(text: str, block: Block, index: int) -> str | None:
    """The date with which a title closes or opens: "AUDIT COMMITTEE: 12 MARCH 2014", "12 March 2014, on Teams"."""
    content = _MARKUP.sub("", text[block.start : block.end])
    title = block.kind == "heading" and (block.level == 1 or re.search(r"\b(?:minutes|agenda|notes)\b", content, re.I))
    length = 26 if index < 6 and _OPENS_MINUTES.match(content) else 14
    if block.number or len(content.split()) > length or not (index < 6 or title) or content.rstrip().endswith("."):
        return None
    if _ADOPTED.match(content) or _SIGNED.match(content) or _OF_ANOTHER.search(content):
        return None
    apart = _ends_with_date(content) or _set_apart(text, block.start, block.end)
    return first_date(text, block.start, block.end) if apart else None


def _ends_with_date(content: str) -> bool:
    words = content.split()
    return any(only_date(" ".join(words[-k:]).strip("() ")) for k in range(1, min(8, len(words))))


def short(text: str, block: Block) -> bool:
    """Whether a block can stand in a head: a title, a labelled field, no running text."""
    content = text[block.start : block.end]
    if (label := label_of(text, block)) is not None:
        return (block.kind == "field" and block.level == 0) or bool(_LABELS.fullmatch(label))
    return (
        block.kind in ("heading", "paragraph")
        and len(content.split()) <= 30
        and not (content.endswith(".") and len(content.split()) > 8)
        and "@" not in content
    )


def titled(text: str, block: Block) -> bool:
    """Whether a block can open a part: it names a body or a kind of paper, and is no post or signature."""
    label = label_of(text, block)
    if label is not None:
        return (block.kind == "field" and block.level != 0) or label in ("title", "meeting", "report to", "committee")
    content = text[block.start : block.end]
    if not TITLE.search(content):
        post = posts.ROLE_WORD.search(content)
        if post and (re.search(r",|\s[–-]\s|\(x?\d", content) or _SIGNED.match(content)):
            return False
    if block.number and block.kind == "heading" and not re.match(r"[A-Z]\d", block.number or ""):
        return False
    return bool(TITLE.search(content)) or next(bodies.find(text, block.start, block.end), None) is not None


_SAID = re.compile(
    r"\s(?:declared|noted|agreed|reported|asked|thanked|closed|received|gave|said|resolved|was|were)\s[^.]*\.\W*$"
)
"""What a sentence of minutes has and a title has not."""


def _above_the_head(text: str, before: Block, block: Block) -> bool:
    """Whether a block ends the paper before: a sentence, or anything but a heading above one of the first level."""
    if block.level == 1 and block.kind == "heading":
        return not (before.kind == "heading" and before.level == 1)
    return before.kind == "paragraph" and bool(_SAID.search(text, before.start, before.end))


def head_start(text: str, blocks: Sequence[Block], i: int) -> int | None:
    """The index of the block with which the head that gives its date in block i begins; None where it is no head."""
    first = i
    while (
        first > 0
        and i - first < 9
        and short(text, blocks[first - 1])
        and not _above_the_head(text, blocks[first - 1], blocks[first])
        and head_date(text, blocks[first - 1], first - 1) is None
    ):
        first -= 1
    run = range(first, i + 1)
    labelled = label_of(text, blocks[i]) is not None
    if not labelled and not any(titled(text, blocks[k]) for k in run):
        return None
    opening = next((k for k in run if titled(text, blocks[k])), None)
    if opening is None:
        return None
    if labelled and opening == i and i > 0 and not TITLE.search(text[blocks[i].start : blocks[i].end]):
        return None
    return opening
