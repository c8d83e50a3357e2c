"""Where a line of a paper ends because it is full, and where because what stands in it is complete.

A block may be running text in lines of one width or a list with an entry a line. A name or a post goes on over the end
of a line only in running text: "Mr K, Chief Executive" above "Ms S, Director" gives Ms S no post of the line before.
"""

from __future__ import annotations

import re

_ENTRY = re.compile(
    r"[\s*_•▪-]*(?:(?:Councillors?|Cllrs?|Mrs?|Ms|Miss|Mx|Dr|Prof(?:essor)?|Rev(?:d|erend)?|Sir|Dame|Lord|Lady|Baroness|"
    r"Ald(?:erman)?|Hon)\b|(?:[A-Z]\.\s?){1,3}[A-Z])"
)
_COLUMN = re.compile(r"(?<=\S)(?:\t+| {2,})(?=[A-Z(])")
"""The gap before a column of a line: "Jo Marsh    Chief Officer"."""
_AROUND = 3
"""How many lines before and after tell what kind of lines they are."""


def broken(text: str, start: int, end: int) -> int | None:
    """Where text[start:end] crosses the end of a line that is complete in itself; None where it does not."""
    at = text.find("\n", start, end)
    while at >= 0:
        if not wraps(text, at):
            return at
        at = text.find("\n", at + 1, end)
    return None


def wraps(text: str, at: int) -> bool:
    """Whether the line that ends at the line feed `at` goes on in the next one."""
    before, after = _line_before(text, at), _line_after(text, at)
    if not before.strip() or not after.strip():
        return False
    if after.lstrip()[0].islower():
        return True
    if _ENTRY.match(before) and _ENTRY.match(after):
        return False
    if _in_columns(before, after):
        return False
    above, below = _neighbours(text, at)
    width = max(len(line) for line in (*above, before, after, *below))
    if width < 45 or len(before.rstrip()) + 1 + len(after.split()[0]) < 0.85 * width:
        return False
    if width > 60 and after.rstrip().endswith(".") and 2 * len(after) < width:
        return True  # the last, short line of a sentence
    listed = [*above, before, after, *below]
    return len(listed) < 3 or any(line.lstrip()[:1].islower() for line in listed) or _prose(before)


def _in_columns(before: str, after: str) -> bool:
    """Whether two lines are rows of the same columns, which begin at the same places or after a tab."""
    first, second = (
        ["\t" if "\t" in m.group() else m.end() for m in _COLUMN.finditer(line.rstrip())] for line in (before, after)
    )
    return bool(first) and first == second


def _prose(line: str) -> bool:
    """Whether a line is running text: nearly half of its words begin small."""
    words = re.findall(r"[^\W\d_]+", line)
    return len(words) > 7 and 5 * sum(w[0].islower() for w in words) >= 2 * len(words)


def _line_before(text: str, at: int) -> str:
    return text[text.rfind("\n", 0, at) + 1 : at]


def _line_after(text: str, at: int) -> str:
    stop = text.find("\n", at + 1)
    return text[at + 1 : stop if stop >= 0 else len(text)]


def _neighbours(text: str, at: int) -> tuple[list[str], list[str]]:
    """Up to three lines before the line that ends at `at` and after the next one, to the next blank line."""
    above: list[str] = []
    position = text.rfind("\n", 0, at)
    while position > 0 and len(above) < _AROUND and (line := _line_before(text, position)).strip():
        above.append(line)
        position = text.rfind("\n", 0, position)
    below: list[str] = []
    place = text.find("\n", at + 1)
    while place >= 0 and len(below) < _AROUND and (line := _line_after(text, place)).strip():
        below.append(line)
        place = text.find("\n", place + 1)
    return above, below
