"""The people of a table row under an attendance label: one with a post beside the name, or one in each cell or line."""

from __future__ import annotations

import re
from collections.abc import Iterator

from loaders.layouts import entries
from loaders.layouts.entries import Entry, Stretch
from loaders.names import people
from loaders.paper import Paper


def listed(paper: Paper, index: int) -> list[Entry]:
    """The persons of the row at `index` with what the cells beside their names say of them.

    Where every cell of the table holds persons, a line each, all of those are listed. Cells of as many lines as there
    are persons in the first one are read line by line.
    """
    block = paper.blocks[index]
    cells = [c for c in block.cells if c[0] < c[1]]
    if len(cells) > 1 and all(_persons(paper, *c) for c in _cells_around(paper, index)):
        return [e for c in cells for a, b in _lines(paper, *c) for e in _alone(paper, a, b)]
    lines = [_lines(paper, *c) for c in cells]
    names = len(lines[0]) if lines else 0
    if names > 1 and len(lines) == 2 and len(lines[1]) == names and _persons(paper, *cells[0]):
        rows = zip(*lines, strict=True)
        return [_described(e, beside) for name, beside in rows for e in _alone(paper, *name)]
    for k, (start, end) in enumerate(cells[:2]):
        person = next(entries.people_at(paper, start, end, True), None)
        if person is None:
            continue
        rest = [c for c in cells[k + 1 : k + 3] if not _of_others(paper, *c)]
        described = [c for c in rest if len(paper.words(*c)) > 3]
        return [
            Entry(
                block.start,
                block.end,
                person[2],
                person[3],
                described[0] if described else None,
                tuple(described[1:]),
            )
        ]
    return []


def _cells_around(paper: Paper, index: int) -> Iterator[Stretch]:
    """The cells that hold words of the table to which the row at `index` belongs."""
    first = last = index
    while first and paper.blocks[first - 1].kind == "row":
        first -= 1
    while last + 1 < len(paper.blocks) and paper.blocks[last + 1].kind == "row":
        last += 1
    for block in paper.blocks[first : last + 1]:
        yield from (c for c in block.cells if c[0] < c[1])


def _lines(paper: Paper, start: int, end: int) -> list[Stretch]:
    found = re.finditer(r"[^\n]*\S[^\n]*", paper.text[start:end])
    return [(start + m.start(), start + m.end()) for m in found]


def _persons(paper: Paper, start: int, end: int) -> bool:
    """Whether each line of a cell names one person, whatever brackets follow, and nothing else."""
    return all(
        len(found := list(entries.people_at(paper, a, b, True))) == 1
        and not re.sub(r"\([^()]*\)", "", paper.text[found[0][1] : b]).strip()
        for a, b in _lines(paper, start, end)
    )


def _of_others(paper: Paper, start: int, end: int) -> bool:
    """Whether a cell names persons by their titles, a line each, and so is no post of anybody."""
    return all(people.TITLED.match(paper.text[a:b].lstrip()) for a, b in _lines(paper, start, end)) and _persons(
        paper, start, end
    )


def _alone(paper: Paper, start: int, end: int) -> list[Entry]:
    return [e for e in entries.entries(paper, start, end) if e.person is not None]


def _described(entry: Entry, beside: Stretch) -> Entry:
    return Entry(entry.start, beside[1], entry.person, entry.title, beside, entry.notes)
