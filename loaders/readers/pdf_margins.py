"""Running headers, footers and page numbers: what stands at the same place on page after page is not the paper."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass, replace

from loaders.readers.pdf_page import Page, Run

_LEVELS = 4
"""Lines from the top or the bottom of a page that may be a header or footer."""
_ZONE = 0.14
"""Share of the page's height at either end in which they stand."""
_APART = 1.4
"""Heights of a line that at least lie between a header and what it heads: the lines of a text are closer."""
_PAGE_NUMBER = re.compile(
    r"(?:page\s+\d{1,4}(?:\s+of\s+\d{1,4})?|[-–—]\s*\d{1,4}\s*[-–—]|\d{1,4}\s+of\s+\d{1,4})", re.IGNORECASE
)
_STAMP = re.compile(r"(?:agenda\s+item|appendix|enclosure|item)(?:\s+no\.?)?:?\s+\w{1,4}", re.IGNORECASE)
_NUMBERS = re.compile(r"\d+|\b[ivx]+\b")


@dataclass(slots=True)
class _Level:
    """What stands on one level at the end of a page: the runs that may be a header's, and how far the next level is."""

    runs: list[Run]
    apart: float


def without_margins(pages: Sequence[Page]) -> list[Page]:
    """`pages` without what is printed on page after page, and without stamps that count pages and items."""
    ends = [_ends(page) for page in pages]
    seen: dict[tuple[str, int], set[int]] = defaultdict(set)
    for i, page in enumerate(pages):
        for run in _runs(ends[i]):
            seen[_key(run, page)].add(i)
    result = []
    for i, page in enumerate(pages):
        repeated = {id(run) for run in _runs(ends[i]) if _repeated(seen[_key(run, page)], i, len(pages))}
        dropped = {id(run) for run in _runs(ends[i]) if _stamped(run, page)}
        for levels in ends[i]:
            dropped |= repeated & {id(run) for level in levels[: _depth(levels, repeated)] for run in level.runs}
        kept = [run for run in page.runs if id(run) not in dropped] if dropped else page.runs
        result.append(replace(page, runs=kept))
    return result


def _runs(ends: tuple[list[_Level], list[_Level]]) -> list[Run]:
    return [run for levels in ends for level in levels for run in level.runs]


def _ends(page: Page) -> tuple[list[_Level], list[_Level]]:
    """The lines at the top of a page, from the outermost inwards, and those at its bottom; no cells of a table."""
    rules = [e for e in page.edges if e.x0 == e.x1 and e.bottom - e.top < 0.85 * page.height]
    lines: list[list[Run]] = []
    for run in sorted(page.runs, key=lambda r: r.y):
        if lines and run.y - lines[-1][0].y < 0.45 * run.size:
            lines[-1].append(run)
        else:
            lines.append([run])
    ends: tuple[list[_Level], list[_Level]] = ([], [])
    for found, ordered in zip(ends, (lines, lines[::-1]), strict=True):
        for i, line in enumerate(ordered[:_LEVELS]):
            if (page.height - line[0].y if found is ends[1] else line[0].y) > _ZONE * page.height:
                break
            free = [r for r in line if not any(e.top <= r.y - r.size / 4 <= e.bottom for e in rules)]
            following = abs(ordered[i + 1][0].y - line[0].y) if i + 1 < len(ordered) else page.height
            found.append(_Level(free, following))
    return ends


def _depth(levels: list[_Level], repeated: set[int]) -> int:
    """How many of the outermost lines are a header: down to the last repeated one that stands apart from the text."""
    for depth in range(len(levels), 0, -1):
        lines = [run for run in levels[depth - 1].runs if id(run) in repeated]
        if lines and levels[depth - 1].apart >= _APART * lines[0].size:
            return depth
    return 0


def _key(run: Run, page: Page) -> tuple[str, int]:
    """What a header has in common on all pages: its words but for numbers, and its distance from top or bottom."""
    place = run.y if run.y < page.height / 2 else run.y - page.height
    return _NUMBERS.sub("#", run.text), round(place / 6)


def _repeated(pages: set[int], i: int, of: int) -> bool:
    """Whether it stands on this page and two others close by; of two pages, on both."""
    if of < 3:
        return of == 2 and len(pages) == 2
    return sum(1 for other in range(max(0, i - 4), i + 5) if other != i and other in pages) >= 2


def _stamped(run: Run, page: Page) -> bool:
    """Whether it is a page number with its word, or "Agenda Item 4" in the top corner."""
    if not (run.y < 0.1 * page.height or run.y > 0.9 * page.height):
        return False
    if _PAGE_NUMBER.fullmatch(run.text):
        return True
    return run.y < 0.1 * page.height and run.x0 > 0.6 * page.width and bool(_STAMP.fullmatch(run.text))
