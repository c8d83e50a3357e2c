"""A text composed of the pieces that a structured file gives (DOCX, HTML), with blocks that point into it.

What a file marks (headings, tables, automatic numbers) is taken as marked; the words of a plain paragraph are read as
a line of text is read, so that the same paper gives the same blocks in every format.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from graph.errors import DocumentError
from graph.model import Block
from loaders.readers.mending import mend
from loaders.readers.text import NUMBER, region, titled

LONGEST = 20_000_000
"""Characters; more is hardly one paper."""

_CLEAN = str.maketrans(
    {
        **dict.fromkeys(
            map(chr, (*range(9), *range(14, 32), 0x7F, 0xAD, 0x200B, 0x200C, 0x200D, 0x2060, 0xFEFF)), None
        ),
        **dict.fromkeys("\x0b\x0c\r\x85\u2028\u2029", "\n"),
        **dict.fromkeys("\xa0\u2002\u2003\u2007\u2009\u202f\u3000", " "),
        **{"ﬀ": "ff", "ﬁ": "fi", "ﬂ": "fl", "ﬃ": "ffi", "ﬄ": "ffl", "ﬅ": "st", "ﬆ": "st", "\u2011": "-"},
    }
)
_LABEL_TABS = re.compile(r"^([^\t\n]{1,60}:)[\t ]*\t[\t ]*", re.MULTILINE)
_IN_WORDS = re.compile(r"[^\W\d_]{3,}")
_ROMAN = re.compile(r"\(?[ivxlcdm]+[.)]*", re.IGNORECASE)
_SHORT_TITLE = 90
"""Characters of the longest paragraph in bold type that is a title."""
_LONGEST_TITLE = 40
"""Words of the longest title; more, in the style of a heading, is a paragraph that someone styled so."""

_INDENT, _DEEPEST = "  ", 8


def clean(words: str) -> str:
    """`words` without soft hyphens, ligatures and control characters, each line trimmed."""
    return re.sub(r"[ \t]*\n[ \t]*", "\n", words.translate(_CLEAN)).strip()


class Composition:
    """The text and blocks of the paper `name` while they are put together, in reading order."""

    def __init__(self, name: str) -> None:
        self.page: int | None = None
        """The page of what is added next, where the file has pages."""
        self._name = name
        self._pieces: list[str] = []
        self._length = 0
        self._blocks: list[Block] = []
        self._waiting: str | None = None
        self._in_table = False

    def heading(self, words: str, level: int | None, number: str | None = None) -> None:
        """Add a title; `number` is the one that the file counts for it, else the one it is typed with."""
        words = " ".join(clean(words).split())
        if not words:
            return
        if len(words.split()) > _LONGEST_TITLE:
            self.item(words, number) if number else self.paragraph(words)
            return
        number = number or self._take_waiting()
        if number and in_words(number):
            words, number = f"{number} {words}", None
        if number:
            start = self._add(f"{number} {words}")
            begin = start + len(number) + 1
            self._blocks.append(Block("heading", begin, begin + len(words), self.page, level, number))
        else:
            block = titled(words, 0, len(words), None, level)
            if block is not None:
                self._keep([block], self._add(words))

    def paragraph(self, words: str, bold: bool = False) -> None:
        """Add running text; all in bold type and short, it is a title. Typed bullets, numbers and labels are read."""
        words = _LABEL_TABS.sub(r"\1\t", clean(words))
        if not words:
            return
        alone = NUMBER.match(words)
        if alone and alone.end() == len(words) and not self._waiting:
            self._waiting = alone.group("n")
            return
        if self._waiting:
            self.item(words, self._take_waiting())
            return
        found = region(words, 0, len(words), None)
        if bold and [b.kind for b in found] == ["paragraph"] and len(words) < _SHORT_TITLE and words[-1] != ".":
            found = [replace(found[0], kind="heading")]
        self._keep(found, self._add(words))

    def item(self, words: str, number: str | None = None, depth: int = 0) -> None:
        """Add an item of a list, with the number that the file counts for it; None is a bullet.

        `depth` is how many lists the item's list stands in; the text shows it as a typist would, by an indent.
        """
        words = _LABEL_TABS.sub(r"\1\t", clean(words))
        if not words:
            return
        if number and in_words(number):
            self.paragraph(f"{number} {words}")
            return
        line = f"{number or '•'}{' ' if number is None or not number[-1].isalnum() else chr(9)}{words}"
        typed = NUMBER.match(line)
        indent = _INDENT * min(depth, _DEEPEST)
        start = self._add(indent + line) + len(indent)
        if number is None or (typed and typed.group("n") == number and typed.end() == len(line) - len(words)):
            self._keep(region(line, 0, len(line), None), start)
        else:
            end = start + len(line)
            self._blocks.append(Block("item", end - len(words), end, self.page, number=number))

    def row(self, cells: Sequence[str]) -> None:
        """Add a row of a table; "Label:" beside a value is a field."""
        cleaned = [clean(c).replace("\t", " ") for c in cells]
        told = [c for c in cleaned if c]
        if not told:
            return
        number = told[0] if len(told) == 3 and NUMBER.fullmatch(told[0]) else None
        label = told[1 if number else 0]
        if label.endswith(":") and len(told) == (3 if number else 2) and len(cleaned) < 4 and len(label) < 80:
            self.field(label, told[-1], number)
            return
        start = self._add("\t".join(cleaned), row=True)
        spans = []
        at = start
        for cell in cleaned:
            spans.append((at, at + len(cell)))
            at += len(cell) + 1
        first = next(a for a, b in spans if a < b)
        last = next(b for a, b in reversed(spans) if a < b)
        within = tuple((min(max(a, first), last), min(max(b, first), last)) for a, b in spans)
        self._blocks.append(Block("row", first, last, self.page, cells=within))

    def field(self, label: str, value: str, number: str | None = None) -> None:
        """Add what the file marks as a label and its value."""
        label, value = clean(label).rstrip(" :"), clean(value)
        if not label or not value:
            self.paragraph(label or value)
            return
        start = self._add(f"{number} {label}: {value}" if number else f"{label}: {value}", row=True)
        at = start + (len(number) + 1 if number else 0)
        end = at + len(label) + 2 + len(value)
        cells = ((at, at + len(label)), (end - len(value), end))
        self._blocks.append(Block("field", at, end, self.page, number=number, cells=cells))

    def finish(self) -> tuple[str, tuple[Block, ...]]:
        """The text and its blocks. Raises DocumentError where there is nothing to read."""
        if self._waiting:
            self._add(self._waiting)
        text = "".join(self._pieces)
        if not self._blocks:
            raise DocumentError(
                self._name, "no words were found in it", "If its pages are pictures, have their text recognised (OCR)"
            )
        return text, tuple(mend(text, [b for b in self._blocks if b.start < b.end]))

    def _take_waiting(self) -> str | None:
        waiting, self._waiting = self._waiting, None
        return waiting

    def _add(self, words: str, row: bool = False) -> int:
        """Append `words` on a line of their own and give the offset where they begin."""
        gap = "" if not self._pieces else "\n" if row and self._in_table else "\n\n"
        self._in_table = row
        self._pieces += (gap, words)
        self._length += len(gap)
        start = self._length
        self._length += len(words)
        if self._length > LONGEST:
            raise DocumentError(
                self._name, f"it has more than {LONGEST:,} characters of text", "Split it into its papers"
            )
        return start

    def _keep(self, found: Sequence[Block], start: int) -> None:
        """Note blocks of a piece that was added at `start`."""
        for b in found:
            cells = tuple((x + start, y + start) for x, y in b.cells)
            self._blocks.append(replace(b, start=b.start + start, end=b.end + start, page=self.page, cells=cells))


def in_words(number: str) -> bool:
    """Whether an automatic number is words of the paper: "Recommendation 3:", and not "(viii)"."""
    return bool(_IN_WORDS.search(number)) and not _ROMAN.fullmatch(number)
