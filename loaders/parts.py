"""The papers that a pack holds: where each begins, whose it is, what kind it is and its date.

A part begins where a head stands (`loaders.heads`), at an annex, or at terms of reference under the name of a body.
An annex belongs to the paper that it follows, unless its title says whose it is.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from itertools import pairwise

from graph.model import Block, Part, slug
from loaders.dates import date_in_name, only_date
from loaders.heads import (
    ANNEX,
    TERMS,
    TITLE,
    front_date,
    head_date,
    head_start,
    label_of,
    short,
    titled,
    value_of,
)
from loaders.names import bodies
from loaders.titles import readable

_REPORT_OF = re.compile(r"\W*(?:joint )?report (?:of|by|to|from)\b", re.IGNORECASE)
_KIND_WORDS = (
    ("agenda", r"\bA\s?G\s?E\s?N\s?D\s?A\b|\bnotice of (?:a |the )?meeting\b|\bto be held\b"),
    (
        "minutes",
        r"\bminutes of\b|^\W*(?:members )?present\W*[:-]|^\W*present\W*$|\bheld (?:on|at|in|their meeting)\b|"
        r"\battendees\b|\b(?:minutes|meeting notes|notes of the meeting)\b",
    ),
    ("terms of reference", r"\bterms of reference\b|\bconstitution\b|\bbyelaws\b|\bbylaws\b"),
    ("review", r"\breview\b|\binquiry\b|\benquiry\b|\binspection\b"),
    ("report", r"\breport\b|\bupdate\b"),
    ("plan", r"\bplan\b|\bstrategy\b|\bframework\b"),
)
_BARE_TITLE = re.compile(
    r"(?:(?:draft|public|private|annual|quarterly|final|confirmed|unconfirmed|approved|progress|the|full|part|open) )*"
    r"(?:minutes|agenda|terms of reference|report|meeting|meeting notes|minutes of (?:the )?meeting|notice of meeting|"
    r"constitution|notes|action notes|public document pack|agenda pack|membership)",
    re.IGNORECASE,
)
_BARE_COUNCIL = re.compile(
    r"\b(?:(?:Town|City|County|Parish|Community|Borough|District|Village|Common|Municipal)\s+Council(?!\s+(?:Chamber|Hous|"
    r"Offic|Tax|Room|Plan))|TOWN COUNCIL|CITY COUNCIL|COUNTY COUNCIL|PARISH COUNCIL|(?:The )?Executive(?=\s*$)|"
    r"(?:THE )?EXECUTIVE(?=\s*$))",
    re.MULTILINE,
)
_INITIALS_MEET = re.compile(
    r"(?:^|\b(?:of|from|for|the)\s+)(?P<name>(?:[A-Z][a-z]+\s|[A-Z]\w*\d\w*\s)?(?!AGM|EGM|SGM|IRC|TBC|DRAFT|NOTES?|MINUTES)[A-Z]{3,8})\s+"
    r"(?:(?:[Mm]onthly|[Ww]eekly|[Qq]uarterly|[Aa]nnual|[Gg]eneral|[Rr]egular|[Ss]pecial|[Oo]rdinary|[Tt]eam|[Cc]ommittee)\s+)*"
    r"(?:[Mm]eeting|[Mm]inutes|[Tt]eleconference|[Tt]elecon|AGM|EGM)\b",
    re.MULTILINE,
)
_WHOLES = frozenset(
    ("council", "trust", "agency", "department", "force", "school", "charity", "company", "partnership")
)
"""Kinds of bodies below whose name in a head their committee or board has a line to itself."""
_PARTS_OF_THEM = frozenset(("cabinet", "committee", "commission", "board", "panel", "forum", "group", "sub-group"))
_BOARDS = frozenset(("board", "forum", "commission"))
_PARTS_OF_BOARDS = frozenset(("panel", "group", "sub-group"))
_OWN_FIELDS = ("meeting", "committee", "body", "report to", "meeting name", "to")


def divide(text: str, blocks: Sequence[Block], name: str = "") -> tuple[Part, ...]:
    """The parts of a paper in order, without a gap; the whole paper is one part where no head is found.

    The name of its file dates a paper that says no date itself.
    """
    if not blocks:
        return ()
    starts = _starts(text, blocks)
    parts: list[Part] = []
    host: Part | None = None
    ordered = sorted(starts)
    for k, index in enumerate(ordered):
        head_end, date = starts[index]
        stop = ordered[k + 1] if k + 1 < len(ordered) else len(blocks)
        end = blocks[stop].start if stop < len(blocks) else len(text)
        if k == 1 and all(short(text, b) for b in blocks[ordered[0] : index]):
            parts.pop()
            host = None
        start = 0 if not parts else blocks[index].start
        part = _part(text, blocks[index:stop], head_end - index + 1, date, start, end, host, parts)
        if not ANNEX.search(text[blocks[index].start : blocks[index].end]):
            host = part
        parts.append(part)
    if parts[0].date is None and (named := date_in_name(name)):
        undated = next((k for k, p in enumerate(parts) if p.date is not None), len(parts))
        parts[:undated] = [_dated(p, named) for p in parts[:undated]]
    return tuple(parts)


def _dated(part: Part, date: str) -> Part:
    return Part(part.start, part.end, part.kind, part.title, part.body, date)


def _starts(text: str, blocks: Sequence[Block]) -> dict[int, tuple[int, str | None]]:
    """Index of the block that opens a part → index of the last block of its head, and the date that it gives."""
    starts: dict[int, tuple[int, str | None]] = {}
    for i, block in enumerate(blocks):
        date = head_date(text, block, i)
        if date is not None:
            first = head_start(text, blocks, i)
            if first is not None:
                starts.setdefault(first, (i, date))
        elif block.kind == "heading" and block.end - block.start < 160:
            if ANNEX.search(text[block.start : block.end]):
                starts.setdefault(i, (i, None))
            elif (first := _terms_start(text, blocks, i)) is not None:
                starts.setdefault(first, (i, None))
    ordered = sorted(starts)
    for first, second in reversed(list(pairwise(ordered))):
        bare = second - first < 4 and all(b.kind == "heading" for b in blocks[first:second])
        if bare and starts[first][1] is None and starts[second][1] is not None:
            starts[first] = starts.pop(second)  # "Appendix B" above the head of the paper that it is
    if 0 not in starts and (not starts or _matters(text, blocks, min(starts))):
        starts[0] = (0, front_date(text, blocks))
    elif 0 not in starts:
        first = min(starts)
        starts[0] = starts.pop(first)
    return starts


def _terms_start(text: str, blocks: Sequence[Block], i: int) -> int | None:
    """Where terms of reference begin that stand in a pack under the name of their body; None where they don't."""
    block = blocks[i]
    if i < 8 or block.number or not TERMS.search(text, block.start, block.end):
        return None
    if next(bodies.find(text, block.start, block.end), None) is not None:
        return i if block.level in (None, 1) else None
    above = blocks[i - 1]
    named = above.kind == "heading" and not above.number and above.level in (None, 1)
    return i - 1 if named and next(bodies.find(text, above.start, above.end), None) is not None else None


def _matters(text: str, blocks: Sequence[Block], first: int) -> bool:
    """Whether what stands before the first head is more than a link or front matter."""
    running = [b for b in blocks[:first] if b.level != 0 and not re.match(r"\W*\[|https?:", text[b.start : b.end])]
    return sum(b.end - b.start for b in running) > 120


def _part(
    text: str,
    blocks: Sequence[Block],
    head: int,
    date: str | None,
    start: int,
    end: int,
    host: Part | None,
    before: Sequence[Part],
) -> Part:
    if date is None and not before:
        head = max(head, _titles(text, blocks))
    opening = blocks[: head + 4]
    annex = date is None and bool(ANNEX.search(text[blocks[0].start : blocks[0].end]))
    fields = {
        label: text[slice(*value_of(text, b))].strip()
        for b in blocks[: head + 6]
        if (label := label_of(text, b)) and value_of(text, b)[0] < value_of(text, b)[1]
    }
    title = fields.get("title") or fields.get("subject") or _title(text, blocks, head)
    own = _subject_of_terms(text, opening)
    if annex:
        body = own or (host.body if host else None)
        date = host.date if host else None
    else:
        body = next((_named_in(fields[k]) for k in _OWN_FIELDS if k in fields and bodies.kind_of(fields[k])), None)
        body = body or own or _own_body(text, blocks[:head]) or _front_body(text, opening)
    words = "\n".join(text[b.start : b.end] for b in opening)[:1200]
    kind = "annex" if annex and not own else _kind(title) or _kind(words) or "paper"
    if date is None and before:
        date = before[-1].date
    return Part(start, end, kind, _shown(title, body), body, date)


def _titles(text: str, blocks: Sequence[Block]) -> int:
    """The number of blocks up to a first heading that is a body's name alone, and the one below it; 0 without one."""
    first = next((i for i, b in enumerate(blocks[:4]) if b.kind == "heading" and b.number is None), None)
    if first is None or any(b.kind != "paragraph" or b.end - b.start > 200 for b in blocks[:first]):
        return 0
    title = blocks[first]
    if not any(_alone(text, name, title) for name in bodies.find(text, title.start, title.end)):
        return 0
    below = blocks[first + 1] if first + 1 < len(blocks) else title
    return first + (2 if below.kind == "heading" and below.number is None else 1)


def _named_in(words: str) -> str:
    """The body that the words of a field name: the first one, or all of them."""
    return next((n.name for n in bodies.find(words, 0, len(words))), words)


def _front_body(text: str, opening: Sequence[Block]) -> str | None:
    """The body that front matter gives, whatever its name looks like: "body: Directors"."""
    for block in opening:
        if block.kind == "field" and block.level == 0 and label_of(text, block) in ("body", "committee", "group"):
            words = text[slice(*value_of(text, block))].strip()
            return words if bodies.nameable(words) and len(words.split()) < 10 else None
    return None


def _title(text: str, blocks: Sequence[Block], head: int) -> str:
    """The words of the block of a head that says what paper it is."""
    listed = [b for b in blocks[: head + 3] if b.kind == "heading" or (b.kind == "paragraph" and short(text, b))]
    named = [b for b in listed if TITLE.search(text[b.start : b.end]) and not only_date(text[b.start : b.end])]
    apart = [b for b in named if not _REPORT_OF.match(text, b.start, b.end)]
    chosen = (apart or named or listed or list(blocks[:1]))[0]
    return text[chosen.start : chosen.end]


def _shown(title: str, body: str | None) -> str:
    """A title as one cites it: in title case, with the name of the body where it says but what kind of paper it is."""
    shown = readable(title)
    if body is None or slug(body) in slug(shown):
        return shown
    named = readable(body)
    if _BARE_TITLE.fullmatch(shown):
        return f"{named}, {shown}"
    return f"{shown}, {named}" if bodies.kind_of(shown) == "council" and len(shown.split()) < 6 else shown


def _subject_of_terms(text: str, opening: Sequence[Block]) -> str | None:
    """The body whose terms of reference a paper is, where its title says so."""
    for i, block in enumerate(opening):
        if block.kind != "heading" or not TERMS.search(text, block.start, block.end):
            continue
        inside = next((n.name for n in bodies.find(text, block.start, block.end)), None)
        if inside:
            return inside
        beside = [b for b in (*opening[max(0, i - 1) : i], *opening[i + 1 : i + 2]) if b.kind == "heading"]
        return next((n.name for b in beside for n in bodies.find(text, b.start, b.end) if n.kind != "council"), None)
    return None


_MEETING_OF = re.compile(
    r"\b(?:minutes?|notes?|meeting|proceedings)\s+of\s+(?:(?:an?|the)\s+)?(?:\w+\s+){0,2}?(?:meeting\s+of\s+)?(?:the\s+)?\Z",
    re.IGNORECASE,
)
"""What stands before the body whose meeting it was, whichever other body the head names."""


_VENUE = re.compile(
    r"\b(?:held|venue|location|(?:meeting|minutes|a\.?g\.?m\.?)\b[^\n]*\bat)\b"
    r"(?![^\n]*\b(?:by|of|for)\s+(?:the\s+)?\Z)[^\n]*\Z",
    re.IGNORECASE,
)
"""What stands before a name in a head that says where the meeting was: "held at the Pavilion, Elder College"."""


def _own_body(text: str, head: Sequence[Block]) -> str | None:
    """The body that a head names first; below the name of its council the body that has a line to itself."""
    named = [(b, n) for b in head if titled(text, b) for n in bodies.find(text, b.start, b.end)]
    named = [(b, n) for b, n in named if not _VENUE.search(text, b.start, n.start)]
    if not named:
        return next((found for b in head if (found := _meeting_of(text, b))), None)
    meeting = next((n.name for b, n in named if _MEETING_OF.search(text[b.start : n.start])), None)
    if meeting is not None:
        return meeting
    if len(named) > 1 and _below(text, named[0][1], named[1][1]):
        return named[1][1].name
    parts = _PARTS_OF_THEM if named[0][1].kind in _WHOLES else _PARTS_OF_BOARDS if named[0][1].kind in _BOARDS else ()
    alone = [n.name for b, n in named[1:] if n.kind in parts and _alone(text, n, b)]
    return alone[0] if alone else named[0][1].name


def _below(text: str, whole: bodies.BodyName, part: bodies.BodyName) -> bool:
    """Whether a title names a whole and then its part: "HARROWMERE BOROUGH COUNCIL: CABINET"."""
    between = text[whole.end : part.start]
    opens = not text[text.rfind("\n", 0, whole.start) + 1 : whole.start].strip("#*_ ")
    return part.kind in _PARTS_OF_THEM and opens and bool(_COLON_OR_DASH.fullmatch(between))


_COLON_OR_DASH = re.compile(r"\s*:\s+|\s+[–—-]\s+")


def _meeting_of(text: str, block: Block) -> str | None:
    """Whose meeting a title names by words that are else no name: "Town Council Meeting", "PFA meeting"."""
    if block.kind not in ("heading", "paragraph") or block.number:
        return None
    words = text[block.start : block.end]
    if found := _BARE_COUNCIL.search(words):
        return " ".join(found.group().split())
    if not words.isupper() and (found := _INITIALS_MEET.search(words)):
        return found.group("name")
    return None


def _alone(text: str, name: bodies.BodyName, block: Block) -> bool:
    """Whether a name has its line, or its block, to itself, or shares it with the date alone."""
    start = max(block.start, text.rfind("\n", block.start, name.start) + 1)
    stop = text.find("\n", name.end, block.end)
    behind = text[name.end : block.end if stop < 0 else stop]
    dated = only_date(behind.strip(" ,:–—-"))
    return name.start - start + (0 if dated else len(behind)) < 5


def _kind(words: str) -> str | None:
    return next((k for k, pattern in _KIND_WORDS if re.search(pattern, words, re.IGNORECASE | re.MULTILINE)), None)
