"""Tables of a PDF: cells drawn with rules, and words set in columns without any."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field
from itertools import pairwise
from typing import Any

from loaders.readers.pdf_lines import PERSON, Line, aligned, column_at, full, lines_of
from loaders.readers.pdf_page import Page, Run
from loaders.readers.pdf_rules import Edge

_NEAR = 3.0
_MOST_EDGES = 4000
_MOST_CROSSINGS = 1500
"""Places where rules cross; a page of print has fewer, and time grows with their square."""


@dataclass(slots=True)
class Cell:
    """The lines of one cell and the place where they must wrap."""

    right: float
    lines: list[Line] = field(default_factory=list)


@dataclass(slots=True)
class Table:
    """Rows that stand together, each with a cell for every column (an empty one where a cell spans several)."""

    page: int
    top: float
    bottom: float
    columns: tuple[float, ...]
    rows: list[list[Cell]]


def ruled(page: Page) -> tuple[list[Table], list[Run]]:
    """The tables that rules enclose on `page`, and the runs outside them.

    pdfplumber finds the cells, from edges that pdfium gave: it would need fifty times as long to read the page itself.
    A table has two columns and two rows, or it is a frame.
    """
    level = sum(e.top == e.bottom for e in page.edges)
    upright = len(page.edges) - level
    if level < 2 or upright < 3 or len(page.edges) > _MOST_EDGES:
        return [], page.runs
    tables = []
    outside = page.runs
    for boxes in _grids(page.edges):
        table, outside = _filled(page.number, boxes, outside)
        if table is not None:
            tables.append(table)
    return sorted(tables, key=lambda t: (t.top, t.columns)), outside


def _grids(edges: Sequence[Edge]) -> list[list[tuple[float, float, float, float]]]:
    from pdfplumber import table as plumber

    drawn: list[dict[str, Any]] = [
        {
            "x0": e.x0,
            "x1": e.x1,
            "top": e.top,
            "bottom": e.bottom,
            "width": e.x1 - e.x0,
            "height": e.bottom - e.top,
            "orientation": "h" if e.top == e.bottom else "v",
            "object_type": "line",
        }
        for e in dict.fromkeys((*edges, *_closing(edges)))
    ]
    merged = plumber.merge_edges(drawn, _NEAR, _NEAR, _NEAR, _NEAR)
    crossings = plumber.edges_to_intersections(merged, _NEAR, _NEAR)
    if len(crossings) > _MOST_CROSSINGS:
        return []
    return [
        [(float(a), float(b), float(c), float(d)) for a, b, c, d in boxes]
        for boxes in plumber.cells_to_tables(plumber.intersections_to_cells(crossings))
    ]


def _closing(edges: Sequence[Edge]) -> list[Edge]:
    """Level edges where three upright ones end together without any: a page break leaves a row open there."""
    level = {round(e.top / _NEAR) for e in edges if e.top == e.bottom}
    ends: dict[int, list[Edge]] = {}
    for edge in edges:
        if edge.x0 == edge.x1:
            for place in {round(edge.top / _NEAR), round(edge.bottom / _NEAR)}:
                ends.setdefault(place, []).append(edge)
    added = []
    for place, ending in sorted(ends.items()):
        starts = {round(e.x0) for e in ending}
        if len(starts) >= 3 and not level & {place - 1, place, place + 1}:
            level.add(place)
            y = place * _NEAR
            added.append(Edge(min(e.x0 for e in ending), max(e.x0 for e in ending), y, y))
    return added


def _filled(
    number: int, boxes: list[tuple[float, float, float, float]], runs: list[Run]
) -> tuple[Table | None, list[Run]]:
    """The table of `boxes` with its words, and the runs that are not in it; no table where it is but a frame."""
    columns = tuple(sorted({box[0] for box in boxes}))
    tops = sorted({box[1] for box in boxes})
    if len(columns) < 2:
        return None, runs
    inside: dict[tuple[float, float, float, float], list[Run]] = {box: [] for box in boxes}
    left, right = columns[0], max(box[2] for box in boxes)
    top, bottom = tops[0], max(box[3] for box in boxes)
    outside = []
    for run in runs:
        x, y = (run.x0 + run.x1) / 2, run.y - 0.25 * run.size
        box = None
        if left <= x <= right and top <= y <= bottom:
            box = next((b for b in boxes if b[0] <= x <= b[2] and b[1] <= y <= b[3]), None)
        if box is None:
            outside.append(run)
        else:
            inside[box].append(run)
    if sum(map(bool, inside.values())) < 2:
        return None, runs
    rows: list[list[Cell]] = []
    for row_top in tops:
        own = {box[0]: box for box in boxes if box[1] == row_top}
        cells = []
        for column in columns:
            lines = lines_of(inside[own[column]]) if column in own else []
            padding = max(min((line.x0 for line in lines), default=0.0) - column, 0.0)
            cells.append(Cell(own[column][2] - min(padding, 8.0) if column in own else column, lines))
        if any(cell.lines for cell in cells):
            rows.append(cells)
    return Table(number, top, bottom, columns, rows), outside


def unruled(lines: Sequence[Line], page: int, right: float) -> list[Line | Table]:
    """`lines` with those that are rows in columns put into tables."""
    result: list[Line | Table] = []
    i = 0
    while i < len(lines):
        end, starts = aligned(lines, i)
        if end == i:
            result.append(lines[i])
            i += 1
            continue
        result.append(_columned(lines[i:end], starts, page, right))
        i = end
    return result


def _columned(lines: Sequence[Line], starts: list[float], page: int, right: float) -> Table:
    rights = [*(s - lines[0].size / 2 for s in starts[1:]), right]
    placed = [[column_at(r.x0, starts, r.size) or 0 for r in line.runs] for line in lines]
    rows: list[list[Cell]] = []
    for begin, end in _rows(lines, placed, rights):
        rows.append([Cell(r) for r in rights])
        for line, columns in zip(lines[begin:end], placed[begin:end], strict=True):
            for run, k in zip(line.runs, columns, strict=True):
                rows[-1][k].lines.append(Line([run]))
    return Table(page, lines[0].y, lines[-1].y, tuple(starts), rows)


def _rows(lines: Sequence[Line], placed: Sequence[list[int]], rights: Sequence[float]) -> list[tuple[int, int]]:
    """Where the rows of a table without rules begin and end.

    A line that leaves the first column empty goes on with the row above, and so does one without a capital. Where rows
    stand apart, so do the lines close to the one above; lines that fill several columns only where they look wrapped,
    for short lines with even gaps are one row each, however far the title above them is.
    """
    gaps = [b.y - a.y for a, b in pairwise(lines)]
    least = min(gaps, default=0.0)
    stretches = _parted(gaps, 1.25 * least)
    wrapped = {
        i
        for begin, end in stretches
        for i in range(begin + 1, end)
        if len(stretches) > 1
        and (
            len(placed[i]) == 1 or _goes_on(lines, placed, rights, i) or _one_row(lines, placed, begin, end, stretches)
        )
    }
    several = [gaps[i - 1] for i in range(1, len(lines)) if i not in wrapped and len(placed[i]) > 1]
    even = min(several, default=2 * least + 1) < 1.1 * least
    rows: list[tuple[int, int]] = []
    for i, line in enumerate(lines):
        alone = len(placed[i]) == 1
        follows = i > 0 and (
            placed[i][0] != 0 or (alone and not line.text[0].isupper()) or (i in wrapped and not (alone and even))
        )
        rows[-1:] = [(rows[-1][0], i + 1)] if follows else [*rows[-1:], (i, i + 1)]
    return rows


def _parted(gaps: Sequence[float], wide: float) -> list[tuple[int, int]]:
    """The stretches of lines that gaps of more than `wide` part."""
    breaks = [0, *(i for i, gap in enumerate(gaps, 1) if gap >= wide), len(gaps) + 1]
    return list(pairwise(breaks))


def _goes_on(lines: Sequence[Line], placed: Sequence[list[int]], rights: Sequence[float], index: int) -> bool:
    """Whether every cell of a line goes on with the cell above, which had no room for its first word."""
    above = dict(zip(placed[index - 1], lines[index - 1].runs, strict=True))
    pairs = [(above.get(k), run, rights[k]) for k, run in zip(placed[index], lines[index].runs, strict=True)]
    return all(
        before is not None and (run.text[0].islower() or full(Line([before]), Line([run]), right))
        for before, run, right in pairs
    )


def _one_row(
    lines: Sequence[Line], placed: Sequence[list[int]], begin: int, end: int, stretches: Sequence[tuple[int, int]]
) -> bool:
    """Whether lines close together are one row of a table whose rows stand apart: some cell of them ends earlier."""
    if len(stretches) < 3 or end - begin > 4 or all(len(p) == len(placed[begin]) for p in placed[begin:end]):
        return False
    return not any(PERSON.match(run.text) for line in lines[begin + 1 : end] for run in line.runs)
