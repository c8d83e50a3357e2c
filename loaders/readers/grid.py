"""The cells of a table as they stand in its columns, whatever the file merges."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Generic, TypeVar

from loaders.readers.composition import Composition

Source = TypeVar("Source")

WIDEST = 64
"""Columns; what spans more is a mistake or mischief."""
_REPEATED = 120
"""Characters of the longest cell that is said again in every row that it spans."""
_PROSE_LINES, _PROSE_WORDS = 3, 60
"""A cell with at least as many paragraphs and words holds a text, not a value."""


@dataclass(slots=True)
class Cell(Generic[Source]):
    """A cell as the file has it: its lines, the element that it came from, and how far it reaches."""

    lines: list[str]
    source: Source
    across: int = 1
    down: int = 1
    continued: bool = False
    """Whether it is the lower part of the cell above (as Word marks it)."""

    @property
    def words(self) -> str:
        """The lines as one text."""
        return "\n".join(line for line in self.lines if line.strip())


def width(rows: Sequence[Sequence[Cell[Source]]]) -> int:
    """The number of columns of a table."""
    return min(WIDEST, max((sum(c.across for c in row) for row in rows), default=0))


def holds_text(row: Sequence[Cell[Source]]) -> bool:
    """Whether a row is a table in looks only, and is read as a text: minutes with number and actions beside them."""
    return any(
        len([line for line in c.lines if line.strip()]) >= _PROSE_LINES and len(c.words.split()) >= _PROSE_WORDS
        for c in row
    )


class Grid:
    """Rows of a table on their way into a text: a cell that spans rows is said in each, one that spans columns once."""

    def __init__(self, columns: int, into: Composition) -> None:
        self._columns = columns
        self._into = into
        self._above: dict[int, tuple[str, int]] = {}
        self._first = True

    def add(self, row: Sequence[Cell[Source]]) -> None:
        """Add one row."""
        cells = self._placed(row)
        if self._first and len(row) == 1 and row[0].across >= self._columns > 1:
            self._into.paragraph(row[0].words, bold=True)
        else:
            self._into.row(cells)
        self._first = self._first and not any(cells)

    def _placed(self, row: Sequence[Cell[Source]]) -> list[str]:
        placed: list[str] = []
        for cell in row:
            self._reach_down(placed)
            at = len(placed)
            if at >= WIDEST:
                break
            words = self._above.get(at, ("", 0))[0] if cell.continued else cell.words
            kept = words if len(words) <= _REPEATED else ""
            for k in range(min(cell.across, WIDEST - at)):
                self._above[at + k] = (kept if k == 0 else "", cell.down - 1)
                placed.append(words if k == 0 else "")
        self._reach_down(placed)
        return placed + [""] * (self._columns - len(placed))

    def _reach_down(self, placed: list[str]) -> None:
        """Fill the next places with what reaches down to them from the rows above."""
        while len(placed) < self._columns and self._above.get(len(placed), ("", 0))[1] > 0:
            words, left = self._above[len(placed)]
            self._above[len(placed)] = (words, left - 1)
            placed.append(words)
