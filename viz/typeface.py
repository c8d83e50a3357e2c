"""How wide text is, and where it breaks, in the one typeface of the drawings.

Widths are those of Liberation Sans, which Arial and Helvetica share. So a card is the same size on a machine that
has no fonts, and a layout needs no font at all.
"""

from __future__ import annotations

import unicodedata

FAMILY = "Liberation Sans, Arial, Helvetica, sans-serif"

# Thousandths of the type size, for the characters from space to tilde.
_REGULAR = (
    "278 278 355 556 556 889 667 191 333 333 389 584 278 333 278 278 556 556 556 556 556 556 556 556 556 556 278 "
    "278 584 584 584 556 1015 667 667 722 722 667 611 778 722 278 500 667 556 833 722 778 667 778 722 667 611 "
    "722 667 944 667 667 611 278 278 278 469 556 333 556 556 500 556 556 278 556 556 222 222 500 222 833 556 556 "
    "556 556 333 500 278 556 500 722 500 500 500 334 260 334 584"
)
_BOLD = (
    "278 333 474 556 556 889 722 238 333 333 389 584 278 333 278 278 556 556 556 556 556 556 556 556 556 556 333 "
    "333 584 584 584 611 975 722 722 722 722 667 611 778 722 278 556 722 611 833 722 778 667 778 722 667 611 722 "
    "667 944 667 667 611 333 278 333 584 556 333 556 611 556 611 556 333 611 611 278 278 556 278 889 611 611 611 "
    "611 389 556 333 611 556 778 556 556 500 389 280 389 584"
)
_SIGNS = {"–": 556, "—": 1000, "‘": 278, "’": 278, "“": 500, "”": 500, "·": 333, "…": 1000, "£": 556}
_WIDTHS = {
    bold: {chr(32 + i): int(width) for i, width in enumerate(table.split())} | _SIGNS
    for bold, table in ((False, _REGULAR), (True, _BOLD))
}
_UNKNOWN = 700
_FULL_WIDTH = 1000


def printable(text: str) -> str:
    """`text` as one line that XML can hold: runs of space become one, controls and marks of direction are dropped."""
    if text.isprintable():
        return " ".join(text.split())
    kept = (" " if c.isspace() else c for c in text if c.isspace() or unicodedata.category(c) not in _UNPRINTABLE)
    return " ".join("".join(kept).split())


_UNPRINTABLE = ("Cc", "Cf", "Cn", "Co", "Cs")


def width(text: str, size: float, *, bold: bool = False) -> float:
    """How wide `text` is, in the unit of `size`; generous for characters outside the Latin alphabet."""
    table = _WIDTHS[bold]
    return sum(table.get(c) or _unlisted(c, table) for c in text) * size / 1000


def _unlisted(character: str, table: dict[str, int]) -> int:
    if unicodedata.combining(character):
        return 0
    if unicodedata.east_asian_width(character) in "WF":
        return _FULL_WIDTH
    return table.get(unicodedata.normalize("NFKD", character)[0], _UNKNOWN)


def wrap(text: str, size: float, room: float, *, bold: bool = False, lines: int) -> list[str]:
    """`text` in at most `lines` lines that fit `room`; a word that is too long is broken, what is left over is "…"."""
    words = printable(text).split(" ")
    done: list[str] = []
    line = ""
    while words:
        word = words.pop(0)
        joined = f"{line} {word}" if line else word
        if width(joined, size, bold=bold) <= room:
            line = joined
        elif line:
            done.append(line)
            line = ""
            words.insert(0, word)
        else:
            head = shorten(word, size, room, bold=bold, mark="")
            done.append(head)
            words.insert(0, word[len(head) :])
    done.append(line)
    if len(done) > lines:
        done = [*done[: lines - 1], shorten(" ".join(done[lines - 1 :]), size, room, bold=bold)]
    return done


def shorten(text: str, size: float, room: float, *, bold: bool = False, mark: str = "…") -> str:
    """`text` where it fits `room`, else as much of it as fits before `mark`; never less than one character."""
    if width(text, size, bold=bold) <= room:
        return text
    end = 1
    while end < len(text) and width(text[: end + 1] + mark, size, bold=bold) <= room:
        end += 1
    return text[:end].rstrip() + mark
