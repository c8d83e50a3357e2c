"""Running headers, footers and page numbers: what stands at the same place on page after page is not the paper."""

from __future__ import annotations

import re
from collections import defaultdict
from dataclasses import replace

from loaders.readers.pdf_lines import Line
from loaders.readers.pdf_page import Page, Run

_DEPTH = 3
"""Lines from the top or the bottom of a page that may be a header or footer."""
_PAGE_NUMBER = re.compile(
    r"(?:page\s+\d{1,4}(?:\s+of\s+\d{1,4})?|[-–—]\s*\d{1,4}\s*[-–—]|\d{1,4}\s+of\s+\d{1,4})", re.IGNORECASE
)
_STAMP = re.compile(r"(?:agenda\s+item|appendix|enclosure|item)(?:\s+no\.?)?:?\s+\w{1,4}", re.IGNORECASE)


def without_margins(pages: list[Page]) -> list[Page]:
    """`pages` without what is printed on every page, and without stamps that count pages and items."""
    edges = [_edge_lines(page) for page in pages]
    seen: dict[tuple[str, int], set[int]] = defaultdict(set)
    for i, lines in enumerate(edges):
        for line in lines:
            seen[_key(line, pages[i])].add(i)
    result = []
    for i, page in enumerate(pages):
        dropped = {
            id(run)
            for line in edges[i]
            if _stamped(line, page) or _repeated(seen[_key(line, page)], i, len(pages))
            for run in line.runs
        }
        kept = [run for run in page.runs if id(run) not in dropped] if dropped else page.runs
        result.append(replace(page, runs=kept))
    return result


def _edge_lines(page: Page) -> list[Line]:
    """The outermost lines of a page, each stretch of words for itself."""
    runs = sorted(page.runs, key=lambda r: r.y)
    levels: list[list[Run]] = []
    for run in runs:
        if levels and run.y - levels[-1][0].y < 0.45 * run.size:
            levels[-1].append(run)
        else:
            levels.append([run])
    outer = levels if len(levels) <= 2 * _DEPTH else [*levels[:_DEPTH], *levels[-_DEPTH:]]
    return [Line([run]) for level in outer for run in level]


def _key(line: Line, page: Page) -> tuple[str, int]:
    """What a header has in common on all pages: its words but for numbers, and its distance from top or bottom."""
    place = line.y if line.y < page.height / 2 else line.y - page.height
    return re.sub(r"\d+|\b[ivx]+\b", "#", line.text), round(place / 6)


def _repeated(pages: set[int], i: int, of: int) -> bool:
    """Whether it stands on most pages, or on this and two others close by."""
    if of < 3:
        return of == 2 and len(pages) == 2
    near = sum(1 for other in pages if other != i and abs(other - i) <= 4)
    return near >= 2


def _stamped(line: Line, page: Page) -> bool:
    """Whether it is a page number with its word, or "Agenda Item 4" in the top corner."""
    outer = line.y < 0.1 * page.height or line.y > 0.9 * page.height
    if not outer:
        return False
    if _PAGE_NUMBER.fullmatch(line.text):
        return True
    return line.y < 0.1 * page.height and line.x0 > 0.6 * page.width and bool(_STAMP.fullmatch(line.text))
