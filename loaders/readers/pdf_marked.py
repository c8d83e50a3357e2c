"""A page of a tagged PDF put together by its tags, where they can be trusted."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise

from loaders.readers.pdf_lines import Line, lines_of
from loaders.readers.pdf_page import Page, Run
from loaders.readers.pdf_tables import Cell, Table
from loaders.readers.pdf_tags import Tag

_TRUSTED = 0.95
"""Share of a page's letters that must be tagged; where less is, the tags belong to another version of the page."""


@dataclass(slots=True)
class Marked:
    """The lines of one tagged title (with its level, 0 when it has none) or paragraph (None), and an item's label."""

    lines: list[Line]
    level: int | None
    label: str = ""


def marked(page: Page, right: float) -> list[Marked | Table] | None:
    """The titles, texts and tables of `page` as tagged, or None where the tags don't tell enough to go by."""
    by_mark = {mark: tag for tag in page.tags for mark in tag.marks}
    runs: dict[int, list[Run]] = {id(tag): [] for tag in page.tags}
    strays = 0
    for run in page.runs:
        tag = by_mark.get(run.tag)
        if tag is not None:
            runs[id(tag)].append(run)
        else:
            strays += len(run.text)
    total = sum(len(run.text) for run in page.runs)
    tells = any(tag.kind != "text" or tag.cell is not None for tag in page.tags)
    if not tells or strays > (1 - _TRUSTED) * total:
        return None
    result: list[Marked | Table] = []
    labels: dict[int | None, str] = {}
    told = [tag for tag in page.tags if runs[id(tag)]]
    for table, tags in _by_table(told):
        if table is not None:
            result.append(_table(page, tags, runs, right))
            continue
        for tag in tags:
            lines = lines_of(runs[id(tag)])
            if tag.kind == "label":
                label = " ".join(line.text for line in lines)
                labels[tag.item] = label if any(c.isalnum() for c in label) and len(label) < 12 else "\u2022"
            elif tag.kind == "title":
                result.append(Marked(lines, tag.level or 0))
            elif tag.item is None or not lines[0].text[0].isalnum():
                result.append(Marked(lines, None))
                labels[tag.item] = ""
            else:
                result.append(Marked(lines, None, labels.get(tag.item, "\u2022")))
                labels[tag.item] = ""  # what else an item holds is no item of its own
    return result


def _by_table(tags: Sequence[Tag]) -> list[tuple[int | None, list[Tag]]]:
    """Tags in order, those of one table together."""
    result: list[tuple[int | None, list[Tag]]] = []
    for tag in tags:
        if result and result[-1][0] == tag.table:
            result[-1][1].append(tag)
        else:
            result.append((tag.table, [tag]))
    return result


def _table(page: Page, tags: list[Tag], runs: dict[int, list[Run]], right: float) -> Table:
    """The table whose cells are `tags`. pdfium leaves empty cells out: the others go where their words stand."""
    told: dict[int, dict[int, list[Line]]] = {}
    for tag in tags:
        cells = told.setdefault(-1 if tag.row is None else tag.row, {})
        cells.setdefault(-1 if tag.cell is None else tag.cell, []).extend(lines_of(runs[id(tag)]))
    rows = [list(cells.values()) for _, cells in sorted(told.items())]
    width = max(map(len, rows))
    starts = [min(line.x0 for row in rows if len(row) == width for line in row[k]) for k in range(width)]
    apart = all(a < b for a, b in pairwise(starts))
    rights = [starts[k + 1] - rows[0][0][0].size if apart and k + 1 < width else right for k in range(width)]
    placed: list[list[Cell]] = []
    for row in rows:
        filled = [Cell(place) for place in rights]
        for i, lines in enumerate(row):
            middle = min(line.x0 for line in lines) + lines[0].size / 2
            k = i if len(row) == width or not apart else max(bisect_right(starts, middle) - 1, 0)
            filled[k].lines += lines
        placed.append(filled)
    return Table(page.number, 0.0, 0.0, tuple(map(float, range(width))), placed)
