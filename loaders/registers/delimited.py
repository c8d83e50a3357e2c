"""Delimited text (CSV) → rows of cells that know where they stand in the text.

The standard reader gives values without offsets; evidence needs the offsets, so the grammar of RFC 4180 is read here.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache

DELIMITERS = ",;\t"


@dataclass(frozen=True, slots=True)
class Cell:
    """A cell: what it says, and where in the text its content stands (without the quotation marks around it)."""

    value: str
    start: int
    end: int


@dataclass(frozen=True, slots=True)
class Row:
    """A row as a spreadsheet numbers it (the header is row 1): text[start:end] is the row without its line end.

    `problem` says why its cells can't be trusted, where that is so.
    """

    number: int
    start: int
    end: int
    cells: tuple[Cell, ...]
    problem: str | None = None


def rows(text: str) -> Iterator[Row]:
    """The rows of `text`, blank ones left out but counted. The delimiter is the commonest of comma, semicolon, tab
    in the first line. A broken row ends at its line end, so that the rows after it can still be read.
    """
    start = 1 if text.startswith("\ufeff") else 0
    first_line = re.split(r"[\r\n]", text[start:], maxsplit=1)[0]
    delimiter = max(DELIMITERS, key=first_line.count)
    number = 0
    while start < len(text):
        number += 1
        row, start = _row(text, start, number, delimiter)
        if row.problem or any(c.value for c in row.cells):
            yield row


def _row(text: str, start: int, number: int, delimiter: str) -> tuple[Row, int]:
    """The row that starts at `start`, and where the next one starts."""
    cells: list[Cell] = []
    position, cell = start, _cell_pattern(delimiter)
    while found := cell.match(text, position):
        inner = "quoted" if found["quoted"] is not None else "plain"
        value = found[inner].replace('""', '"') if inner == "quoted" else found[inner]
        cells.append(Cell(value.strip(), *found.span(inner)))
        position = found.end()
        if found["after"] != delimiter:
            return Row(number, start, found.start("after"), tuple(cells)), position
    line_end = _LINE_END.search(text, position)
    end = line_end.start() if line_end else len(text)
    problem = "a quotation mark is opened and not closed, or text stands after a closing one"
    return Row(number, start, end, tuple(cells), problem), line_end.end() if line_end else end


_LINE_END = re.compile(r"\r\n|\n|\r")


@cache
def _cell_pattern(delimiter: str) -> re.Pattern[str]:
    mark = re.escape(delimiter)
    content = rf'[ ]*"(?P<quoted>[^"]*(?:""[^"]*)*)"[ ]*|(?P<plain>(?![ ]*")[^{mark}\r\n]*)'
    return re.compile(rf"(?:{content})(?P<after>{mark}|\r\n|\n|\r|\Z)")
