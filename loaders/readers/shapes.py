"""Small shapes of plain text that reading and mending share: labels, capitals, emphasis at the ends."""

from __future__ import annotations

import re
from functools import lru_cache

from graph.model import Block

_FIELD = re.compile(r"^\**(?P<label>(?!That\b|To\b)[A-Z][\w’' /&(),-]{1,60}?)\s*\**\s*:\s*-?\**(?:\s+|$)")
_MARKUP = re.compile(r"^(?:\*\*|__|<[^>]+>|&nbsp;|[\s\xa0\ufeff])+")


def trim(text: str, start: int, end: int) -> tuple[int, int]:
    """The span without white space at either end."""
    piece = text[start:end]
    stripped = piece.strip("\ufeff\xa0 \t\r\n\f")
    start += piece.find(stripped) if stripped else 0
    return start, start + len(stripped)


_MARKUP_BEHIND = re.compile(r"(?:\*|__|<[^>]+>|&nbsp;|\\|[\s\xa0])+$")


def _marks(sign: str) -> bool:
    """Whether markup can begin or end with a sign."""
    return sign in "*_<>&;\\\ufeff" or sign.isspace()


def unmark(text: str, start: int, end: int) -> tuple[int, int]:
    """The span without emphasis and tags at either end, unless it is emphasis inside a longer run of text."""
    while start < end and _marks(text[start]) and (match := _MARKUP.match(text[start:end])):
        start += match.end()
    while start < end and _marks(text[end - 1]) and (found := _MARKUP_BEHIND.search(text[start:end])):
        inner = text[start : start + found.start()]
        if found.group().strip() in ("**", "*") and inner.count(found.group().strip()) % 2:
            break
        end = start + found.start()
    return start, end


def closed(block: Block) -> bool:
    """Whether nothing can follow on: front matter, or a label whose value is in the blocks below."""
    return block.kind == "field" and (block.level == 0 or block.cells[1][0] >= block.cells[1][1])


@lru_cache(maxsize=1024)
def in_capitals(content: str) -> bool:
    """Whether words are printed in capitals as a title is, an ordinal's "th" aside."""
    if len(content) >= 120:
        return False
    letters = sum(map(str.isalpha, content))
    return letters >= 4 and sum(map(str.isupper, content)) >= 0.8 * letters


def label_of(content: str, numbered: bool = False) -> re.Match[str] | None:
    """The "Label:" that `content` begins with, if it is short enough to be one."""
    found = _FIELD.match(content)
    words = len(found.group("label").split()) if found else 0
    return found if found and words <= (8 if numbered or found.group("label").isupper() else 4) else None
