"""The pieces that the pages of a PDF hold, in reading order: titles, paragraphs, rows; whole again over page breaks."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from loaders.readers.pdf_lines import (
    PERSON,
    Line,
    Style,
    columns_of,
    full,
    groups,
    joined,
    lines_of,
    rejoined,
    style_of,
)
from loaders.readers.pdf_marked import Marked, marked
from loaders.readers.pdf_page import Page, Run
from loaders.readers.pdf_tables import Cell, Table, ruled, unruled

_ENDS = re.compile(r"[.:;?!][\"'”’)]*$")
_LARGER, _LARGER_BOLD = 1.12, 1.05
"""Heights of running text from which letters are a title's."""
_PROSE_LINES, _PROSE_WORDS = 3, 60
"""Paragraphs and words of a cell that holds a text, not a value: the table is one in looks only."""
_LOWER = re.compile(r"[a-z(&]")


@dataclass(slots=True)
class Piece:
    """A title (with its size), a paragraph or a row (with its cells) and the page on which it begins."""

    page: int
    text: str = ""
    bold: bool = False
    size: float = 0.0
    """Height of a title's letters, 0.0 for what is no title."""
    cells: tuple[str, ...] = ()
    level: int | None = None
    """Level of what is tagged as a title, 0 where the tag has none."""
    wrapped: bool = False
    """Whether its last line is full, so that it may go on on the next page."""
    hyphen: bool = False


def pieces_of(pages: Sequence[Page]) -> list[Piece]:
    """All pieces of a paper in order."""
    widths: dict[int, list[Page]] = {}
    for page in pages:
        widths.setdefault(round(page.width / 20), []).append(page)
    styles = {width: style_of(same) for width, same in widths.items()}
    gathered = _Gathered(pages)
    for page in pages:
        if page.runs:
            gathered.add(page, styles[round(page.width / 20)])
    return gathered.pieces


class _Gathered:
    """The pieces of the pages so far, whole over page breaks."""

    def __init__(self, pages: Sequence[Page]) -> None:
        self.pieces: list[Piece] = []
        self._words = Counter(
            w.strip(".,;:()“”‘’'\"").lower() for page in pages for run in page.runs for w in run.text.split()
        )
        self._body = style_of(pages).size
        self._table: Table | None = None
        self._first = True

    def add(self, page: Page, style: Style) -> None:
        """Add what stands on `page`."""
        self._first = True
        tagged = marked(page, style.right) if page.tags else None
        for stretch, right in ((t, style.right) for t in tagged) if tagged else _stretches(page, style):
            if isinstance(stretch, Table):
                self._add_table(stretch, style)
                self._table, self._first = stretch, False
            elif isinstance(stretch, Marked):
                piece = self._piece(stretch.lines, page.number, right)
                piece.level = stretch.level
                if stretch.label:
                    piece.text = f"{stretch.label}{' ' if not stretch.label[-1].isalnum() else chr(9)}{piece.text}"
                self._add(piece)
            else:
                for group in groups(stretch, style, right):
                    self._add(self._piece(group, page.number, right))

    def _add(self, piece: Piece) -> None:
        before = self.pieces[-1] if self.pieces else None
        if self._first and before and _goes_on(before, piece):
            before.text = rejoined(before.text, piece.text, self._words, before.hyphen)
            before.wrapped = piece.wrapped
        else:
            self.pieces.append(piece)
        self._table, self._first = None, False

    def _piece(self, group: list[Line], page: int, right: float) -> Piece:
        text = joined(group, right, self._words)
        size = group[0].size
        last = group[-1]
        bold = all(line.bold for line in group)
        larger = size > (_LARGER_BOLD if bold else _LARGER) * self._body
        title = larger and len(group) <= 4 and len(text) < 200 and any(c.isalpha() for c in text)
        return Piece(
            page,
            text,
            bold=bold,
            size=size if title else 0.0,
            wrapped=last.x1 > right - 0.2 * (right - last.x0),
            hyphen=last.runs[-1].hyphen,
        )

    def _add_table(self, table: Table, style: Style) -> None:
        """Add the rows of a table. One that a page break cut off goes on: no header twice, no half rows."""
        rows = [[joined(cell.lines, cell.right, self._words) for cell in row] for row in table.rows]
        people = [text for column in zip(*rows, strict=True) for text in column if text]
        if len(table.columns) > 1 and all(PERSON.match(text) for text in people):
            self._add(Piece(table.page, "\n".join(people)))
            return
        before = self._table if self._first else None
        first = 0
        if before is not None and _same_columns(before, table):
            header = [joined(cell.lines, cell.right, self._words) for cell in before.rows[0]]
            if len(rows) > 1 and rows[0] == header:
                first = 1
            if self.pieces[-1].cells and first < len(rows) and _cut(before.rows[-1], table.rows[first]):
                cells = zip(self.pieces[-1].cells, rows[first], strict=True)
                self.pieces[-1].cells = tuple(
                    rejoined(a, b, self._words, False) if a and b else a or b for a, b in cells
                )
                first += 1
            table.rows[0] = before.rows[0]  # what the next page may repeat
        for row, texts in zip(table.rows[first:], rows[first:], strict=True):
            if any(t.count("\n") >= _PROSE_LINES - 1 and t.count(" ") >= _PROSE_WORDS for t in texts):
                for cell in row:
                    for group in groups(cell.lines, style, cell.right):
                        self.pieces.append(self._piece(group, table.page, cell.right))
            else:
                self.pieces.append(Piece(table.page, cells=tuple(texts)))


def _stretches(page: Page, style: Style) -> Iterator[tuple[list[Line] | Table, float]]:
    """The tables of a page and the lines between them, each with the place where its lines must wrap."""
    tables, outside = ruled(page)
    for table in [*tables, None]:
        above = outside if table is None else [r for r in outside if r.y < table.bottom]
        outside = [] if table is None else [r for r in outside if r.y >= table.bottom]
        columns = columns_of(above)
        for column in columns:
            right = style.right if len(columns) == 1 else _right(column)
            lines: list[Line] = []
            for found in unruled(lines_of(column), page.number, right):
                if isinstance(found, Table):
                    if lines:
                        yield lines, right
                    yield found, right
                    lines = []
                else:
                    lines.append(found)
            if lines:
                yield lines, right
        if table is not None:
            yield table, style.right


def _right(column: list[Run]) -> float:
    return max(r.x1 for r in column)


def _goes_on(before: Piece, piece: Piece) -> bool:
    """Whether a page break cut a sentence in two."""
    titles = before.size or piece.size or before.level is not None or piece.level is not None
    if before.cells or piece.cells or titles or before.bold != piece.bold:
        return False
    if re.search(r"\w-$", before.text) and piece.text[0].islower():
        return True
    return before.wrapped and not _ENDS.search(before.text) and bool(_LOWER.match(piece.text))


def _same_columns(before: Table, table: Table) -> bool:
    return len(before.columns) == len(table.columns) and all(
        abs(a - b) < 4 for a, b in zip(before.columns, table.columns, strict=True)
    )


def _cut(above: list[Cell], below: list[Cell]) -> bool:
    """Whether the first row of a page is the rest of the last one on the page before."""
    pairs = [(a, b) for a, b in zip(above, below, strict=True) if b.lines]
    if not all(a.lines and (b.lines[0].text[0].islower() or full(a.lines[-1], b.lines[0], a.right)) for a, b in pairs):
        return False
    return not below[0].lines or all(
        b.lines[0].text[0].islower() or not _ENDS.search(a.lines[-1].text) for a, b in pairs
    )
