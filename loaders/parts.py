"""The papers that a pack holds: where each begins, whose it is, what kind it is and its date.

A part begins where a head stands: lines that give a title or a body and then a date ("Meeting: … Date: …", minutes,
a title page), or an annex. A name, a post and a date that close a text are a signature, not a head.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from graph.model import Block, Part
from loaders.dates import first_date, only_date
from loaders.names import bodies, posts

_KIND_WORDS = (
    ("agenda", r"\bA\s?G\s?E\s?N\s?D\s?A\b"),
    (
        "minutes",
        r"\bminutes of\b|^\W*(?:members )?present\W*[:-]|^\W*present\W*$|\bheld (?:on|at|in|their meeting)\b|"
        r"\battendees\b",
    ),
    ("terms of reference", r"\bterms of reference\b|\bconstitution\b|\bbyelaws\b|\bbylaws\b"),
    ("review", r"\breview\b|\binquiry\b|\benquiry\b|\binspection\b"),
    ("report", r"\breport\b|\bupdate\b"),
    ("plan", r"\bplan\b|\bstrategy\b|\bframework\b"),
)
_TERMS = re.compile(r"\bterms of reference\b", re.IGNORECASE)
_TITLE = re.compile(
    r"\b(?:report|review|minutes|agenda|terms of reference|framework|meeting|inquiry|strategy|plan)\b", re.IGNORECASE
)
_ANNEX = re.compile(r"(?:^|[-–—]\s*|\bDRAFT\s+)(?:annex|appendix|schedule)\s+(?:[A-Z]|\d{1,2})\b(?!\w)", re.IGNORECASE)
_LABELS = re.compile(
    r"(?:meeting|date|title|subject|venue|time|body|committee|directorate|report (?:of|to)|agency\S*.*)", re.IGNORECASE
)
_HELD = re.compile(r"\b(?:meeting|minutes)\b.*\bheld\b|\bheld\b.*\bmeeting\b", re.IGNORECASE | re.DOTALL)
_OTHER_MEETING = re.compile(
    r"\b(?:previous|last|next|following|future)\s+meeting|\bminute no|\bwill be\b|\bconsidered\b", re.IGNORECASE
)
_ADOPTED = re.compile(
    r"\W*(?:(?:correct |position )?as (?:at|of)|(?:last )?(?:agreed|approved|adopted|ratified|dated|issued|published|"
    r"revised|"
    r"updated|reviewed|amended)|effective|version|produced|prepared)\b(?!.*\bnext\b)",
    re.IGNORECASE,
)
"""How the front of a paper that is not of a meeting gives its date."""


def divide(text: str, blocks: Sequence[Block]) -> tuple[Part, ...]:
    """The parts of a paper in order, without a gap; the whole paper is one part where no head is found."""
    starts: dict[int, tuple[int, str | None]] = {}
    for i, block in enumerate(blocks):
        date = _head_date(text, block, i)
        if date is not None:
            first = _head_start(text, blocks, i)
            if first is not None:
                starts.setdefault(first, (i, date))
        elif block.kind == "heading" and _ANNEX.search(text[block.start : block.end]) and block.end - block.start < 160:
            starts.setdefault(i, (i, None))
    if not blocks:
        return ()
    if 0 not in starts and (not starts or _matters(text, blocks, min(starts))):
        starts[0] = (0, next((d for b in blocks[:12] if (d := _front_date(text, b))), None))
    elif 0 not in starts:
        first = min(starts)
        starts[0] = starts.pop(first)
    parts: list[Part] = []
    ordered = sorted(starts)
    for k, index in enumerate(ordered):
        head_end, date = starts[index]
        stop = ordered[k + 1] if k + 1 < len(ordered) else len(blocks)
        end = blocks[stop].start if stop < len(blocks) else len(text)
        if k == 1 and all(_short(text, b) for b in blocks[ordered[0] : index]):
            parts.pop()
        parts.append(
            _part(
                text,
                blocks[index:stop],
                head_end - index + 1,
                date,
                0 if not parts else blocks[index].start,
                end,
                parts,
            )
        )
    return tuple(parts)


def _matters(text: str, blocks: Sequence[Block], first: int) -> bool:
    """Whether what stands before the first head is more than a link or front matter."""
    running = [b for b in blocks[:first] if b.level != 0 and not re.match(r"\W*\[|https?:", text[b.start : b.end])]
    return sum(b.end - b.start for b in running) > 120


def _front_date(text: str, block: Block) -> str | None:
    """The date at the front of a paper that is no meeting's: front matter, or "Agreed by the Board on …"."""
    if block.kind == "field" and block.level == 0 and text[block.cells[0][0] : block.cells[0][1]].lower() == "date":
        return first_date(text, *block.cells[1])
    content = text[block.start : block.end]
    if block.kind in ("heading", "paragraph", "field") and len(content) < 120 and _ADOPTED.match(content):
        return first_date(text, block.start, block.end)
    return None


def _head_date(text: str, block: Block, index: int) -> str | None:
    """The date that a block of a head gives, or None where it is no such block."""
    content = text[block.start : block.end]
    if block.kind == "field":
        label = text[block.cells[0][0] : block.cells[0][1]].lower()
        if block.level == 0 and label == "title":
            return first_date(text, *block.cells[1])
        if label.startswith("date") or label in ("venue", "held", "meeting"):
            return first_date(text, *block.cells[1]) if len(content) < 200 else None
        return None
    if block.kind not in ("heading", "paragraph") or len(content) > 300:
        return None
    if len(content) < 60 and (date := only_date(content)):
        return date
    if _OTHER_MEETING.search(content):
        return None
    if _HELD.search(content) and (index < 8 or re.match(r"(?:minutes|notes) of\b", content, re.IGNORECASE)):
        return first_date(text, block.start, block.end)
    if len(content.split()) <= 14 and re.match(
        r"(?:\W*at\b|.*\b(?:mon|tues|wednes|thurs|fri|satur|sun)day\b)", content, re.IGNORECASE | re.DOTALL
    ):
        return first_date(text, block.start, block.end)
    lines = [line for line in content.splitlines() if line.strip()]
    if any(len(line.split()) > 12 for line in lines):
        return None
    return next((d for line in lines[1:3] if (d := only_date(line))), None) if len(lines) <= 4 else None


def _short(text: str, block: Block) -> bool:
    content = text[block.start : block.end]
    if block.kind == "field":
        return block.level == 0 or bool(_LABELS.fullmatch(text[block.cells[0][0] : block.cells[0][1]].strip("* ")))
    return (
        block.kind in ("heading", "paragraph")
        and len(content.split()) <= 22
        and not (content.endswith(".") and len(content.split()) > 8)
        and "@" not in content
    )


def _titled(text: str, block: Block) -> bool:
    """Whether a block can open a part: it names a body or a kind of paper, and is no post or signature."""
    if block.kind == "field":
        return block.level != 0 or text[block.cells[0][0] : block.cells[0][1]].lower() == "title"
    content = text[block.start : block.end]
    post = posts.ROLE_WORD.search(content)
    if post and re.search(r",|\s[–-]\s|\(x?\d", content) and not _TITLE.search(content):
        return False
    if block.number and block.kind == "heading" and not re.match(r"[A-Z]\d", block.number or ""):
        return False
    return bool(_TITLE.search(content)) or next(bodies.find(text, block.start, block.end), None) is not None


def _head_start(text: str, blocks: Sequence[Block], i: int) -> int | None:
    """The index of the block with which the head that gives its date in block i begins; None where it is no head."""
    first = i
    while (
        first > 0
        and i - first < 9
        and _short(text, blocks[first - 1])
        and _head_date(text, blocks[first - 1], first - 1) is None
    ):
        first -= 1
    run = range(first, i + 1)
    if blocks[i].kind != "field" and not any(_titled(text, blocks[k]) for k in run):
        return None
    opening = next((k for k in run if _titled(text, blocks[k])), None)
    if opening is None:
        return None
    if (
        blocks[i].kind == "field"
        and opening == i
        and i > 0
        and not _TITLE.search(text[blocks[i].start : blocks[i].end])
    ):
        return None
    return opening


def _part(
    text: str, blocks: Sequence[Block], head: int, date: str | None, start: int, end: int, before: Sequence[Part]
) -> Part:
    annex = date is None and bool(_ANNEX.search(text[blocks[0].start : blocks[0].end]))
    fields = {
        text[b.cells[0][0] : b.cells[0][1]].lower().strip("* "): text[b.cells[1][0] : b.cells[1][1]].strip()
        for b in blocks[: head + 6]
        if b.kind == "field" and b.cells[1][0] < b.cells[1][1]
    }
    title_blocks = [b for b in blocks[: head + 3] if b.kind == "heading" or (b.kind == "paragraph" and _short(text, b))]
    body = next((fields[k] for k in ("meeting", "committee", "body") if k in fields), None)
    body = body if body and bodies.kind_of(body) else None
    if body is None:
        body = _subject_of_terms(text, blocks[: head + 4]) or _own_body(text, blocks[:head])
    title = fields.get("title") or fields.get("subject")
    if not title:
        named = [
            b for b in title_blocks if _TITLE.search(text[b.start : b.end]) and not only_date(text[b.start : b.end])
        ]
        chosen = (named or title_blocks or list(blocks[:1]))[0]
        title = text[chosen.start : chosen.end]
    title = re.sub(r"\s+", " ", re.sub(r"<[^>]+>|[*#_]", "", title)).strip()[:200]
    opening = "\n".join(text[b.start : b.end] for b in blocks[: head + 4])[:1200]
    kind = "annex" if annex else _kind(title) or _kind(opening) or "paper"
    if annex:
        date, body = (before[-1].date, before[-1].body) if before else (None, None)
    if date is None and before:
        date = before[-1].date
    return Part(start, end, kind, title, body, date)


def _subject_of_terms(text: str, opening: Sequence[Block]) -> str | None:
    """The body whose terms of reference a paper is, where its title says so."""
    for block in opening:
        if block.kind == "heading" and _TERMS.search(text[block.start : block.end]):
            return next((n.name for n in bodies.find(text, block.start, block.end)), None)
    return None


def _own_body(text: str, head: Sequence[Block]) -> str | None:
    """The body that a head names first; below the name of its council the body that has a line to itself."""
    named = [(b, n) for b in head if _titled(text, b) for n in bodies.find(text, b.start, b.end)]
    if not named:
        return None
    if named[0][1].kind == "council":
        alone = [n.name for b, n in named[1:] if n.kind != "council" and n.end - n.start > b.end - b.start - 5]
        return alone[0] if alone else named[0][1].name
    return named[0][1].name


def _kind(words: str) -> str | None:
    return next((k for k, pattern in _KIND_WORDS if re.search(pattern, words, re.IGNORECASE | re.MULTILINE)), None)
