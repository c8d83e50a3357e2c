"""Small shapes of plain text that reading and mending share: labels, capitals, emphasis at the ends."""

from __future__ import annotations

import re

from graph.model import Block

_FIELD = re.compile(r"^\**(?P<label>(?!That\b|To\b)[A-Z][\w’' /&(),-]{1,60}?)\s*\**\s*:\s*-?\**(?:\s+|$)")
_MARKUP = re.compile(r"^(?:\*\*|__|<[^>]+>|&nbsp;|[\s\xa0\ufeff])+")


def trim(text: str, start: int, end: int) -> tuple[int, int]:
    """The span without white space at either end."""
    piece = text[start:end]
    stripped = piece.strip("\ufeff\xa0 \t\r\n\f")
    start += piece.find(stripped) if stripped else 0
    return start, start + len(stripped)


def unmark(text: str, start: int, end: int) -> tuple[int, int]:
    """The span without emphasis and tags at either end, unless it is emphasis inside a longer run of text."""
    while (match := _MARKUP.match(text[start:end])) and match.end():
        start += match.end()
    while (found := re.search(r"(?:\*|__|<[^>]+>|&nbsp;|\\|[\s\xa0])+$", text[start:end])) and start < end:
        inner = text[start : start + found.start()]
        if found.group().strip() in ("**", "*") and inner.count(found.group().strip()) % 2:
            break
        end = start + found.start()
    return start, end


def closed(block: Block) -> bool:
    """Whether nothing can follow on: front matter, or a label whose value is in the blocks below."""
    return block.kind == "field" and (block.level == 0 or block.cells[1][0] >= block.cells[1][1])


def in_capitals(content: str) -> bool:
    """Whether words are printed in capitals as a title is, an ordinal's "th" aside."""
    if len(content) >= 120:
        return False
    letters = [c for c in content if c.isalpha()]
    return len(letters) >= 4 and sum(c.isupper() for c in letters) >= 0.8 * len(letters)


def label_of(content: str, numbered: bool = False) -> re.Match[str] | None:
    """The "Label:" that `content` begins with, if it is short enough to be one."""
    found = _FIELD.match(content)
    words = len(found.group("label").split()) if found else 0
    return found if found and words <= (8 if numbered or found.group("label").isupper() else 4) else None
