"""One page of a PDF as pdfium sees it: runs of words with their place, ruled edges, pictures.

Places are points from the top left corner of the page, turned so that most of its letters stand upright.
"""

from __future__ import annotations

import ctypes
import math
import re
from bisect import bisect_left
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Any

from loaders.readers.pdf_rules import Edge, Placing, drawn_on
from loaders.readers.pdf_tags import Tag, tags_of

MOST_CHARS = 60_000
"""Characters of one page; the fullest printed page has a third of it."""

_WORD = re.compile(r"[^\s\x00-\x1f\xa0\ufffe]+\ufffe?")
_BOLD = re.compile(r"bold|black|heavy|demi|semib", re.IGNORECASE)
_QUARTER = math.pi / 2
_LIGATURES = str.maketrans(
    {"ﬀ": "ff", "ﬁ": "fi", "ﬂ": "fl", "ﬃ": "ffi", "ﬄ": "ffl", "ﬅ": "st", "ﬆ": "st", "\xad": "", "\u200b": ""}
)


@dataclass(slots=True)
class Run:
    """Words that stand close together on one line. `hyphen`: its last word goes on in the next line."""

    text: str
    x0: float
    x1: float
    y: float
    """Where the feet of the letters stand, from the top of the page."""
    size: float
    """Height of the font from its highest to its lowest letter."""
    bold: bool
    first: float
    """Width of the first word."""
    hyphen: bool = False
    tag: int = -1
    """Marked-content id, -1 where there is none."""


@dataclass(slots=True)
class Page:
    """What stands on one page: runs in the order in which the file draws them."""

    number: int
    width: float
    height: float
    runs: list[Run]
    edges: list[Edge]
    pictures: int
    overfull: bool = False
    tags: list[Tag] = field(default_factory=list)


def page_of(raw: Any, number: int, tagged: bool) -> Page:
    """The page behind the pdfium handle `raw`."""
    import pypdfium2.raw as pdfium

    textpage = pdfium.FPDFText_LoadPage(raw)
    try:
        count = pdfium.FPDFText_CountChars(textpage) if textpage else 0
        place = Placing(raw, _turn(textpage, min(count, MOST_CHARS)))
        page = Page(number, place.width, place.height, [], [], 0, overfull=count > MOST_CHARS)
        page.edges, page.pictures = drawn_on(raw, place)
        if 0 < count <= MOST_CHARS:
            page.tags = tags_of(raw) if tagged else []
            found = _runs(textpage, count, place, bool(page.tags), _Uprights(page.edges))
            page.runs = [r for r in found if -5 < r.y < page.height + 20]
    finally:
        if textpage:
            pdfium.FPDFText_ClosePage(textpage)
    return page


def _turn(textpage: Any, count: int) -> int:
    """Quarter turns, counter-clockwise, in which most letters of a page stand on it."""
    import pypdfium2.raw as pdfium

    step = max(1, count // 25)
    turns = Counter(-round(pdfium.FPDFText_GetCharAngle(textpage, i) / _QUARTER) % 4 for i in range(0, count, step))
    return turns.most_common(1)[0][0] if turns else 0


class _Uprights:
    """The upright rules of a page: words on two sides of one are never one run."""

    def __init__(self, edges: list[Edge]) -> None:
        self._found = sorted((e.x0, e.top, e.bottom) for e in edges if e.x0 == e.x1)

    def between(self, left: float, right: float, y: float) -> bool:
        """Whether a rule stands between two places on the level `y`."""
        if not self._found:
            return False
        at = bisect_left(self._found, (left - 1, 0.0, 0.0))
        while at < len(self._found) and self._found[at][0] <= right + 1:
            if self._found[at][1] <= y <= self._found[at][2]:
                return True
            at += 1
        return False


def _runs(textpage: Any, count: int, place: Placing, tagged: bool, uprights: _Uprights) -> Iterator[Run]:
    import pypdfium2.raw as pdfium

    units = (ctypes.c_ushort * (count * 2 + 2))()
    written = pdfium.FPDFText_GetText(textpage, 0, count, units)
    text = bytes(units)[: 2 * max(written - 1, 0)].decode("utf-16-le", "surrogatepass")
    exact = len(text) == count
    rect, x, y = pdfium.FS_RECTF(), ctypes.c_double(), ctypes.c_double()
    box_of = pdfium.FPDFText_GetLooseCharBox
    bold_fonts: dict[int, bool] = {}
    current: Run | None = None
    before = 0
    for found in _WORD.finditer(text):
        start, end = found.span()
        hyphen = text[end - 1] == "\ufffe"
        word = found.group()
        if not word.isascii():
            word = word.rstrip("\ufffe").translate(_LIGATURES)
        last = end - 1 - hyphen
        if last < start or not word:
            continue
        if not exact:
            start, last = (pdfium.FPDFText_GetCharIndexFromTextIndex(textpage, i) for i in (start, last))
            if start < 0 or last < 0:
                continue
        if not box_of(textpage, start, rect):
            continue
        x0, top, x1, bottom = place.box(rect.left, rect.bottom, rect.right, rect.top)
        if last > start and box_of(textpage, last, rect):
            _, top, x1, bottom = place.box(rect.left, rect.bottom, rect.right, rect.top)
        size = bottom - top
        if x1 < x0 or size <= 0:
            continue
        line_break = "\n" in text[before : found.start()] or (current is not None and current.hyphen)
        before = found.end()
        mark = -1
        if tagged:
            mark = pdfium.FPDFPageObj_GetMarkedContentID(pdfium.FPDFText_GetTextObject(textpage, start))
        joined = (
            current is not None
            and not line_break
            and current.tag == mark
            and -0.5 * size < x0 - current.x1 < 0.95 * size
            and abs(size - current.size) < 0.35 * size
            and not uprights.between(current.x1, x0, (top + bottom) / 2)
        )
        if joined and current is not None:
            current.text += ("" if x0 - current.x1 < 0.02 * size else " ") + word
            current.x1, current.hyphen = x1, hyphen
            continue
        if current is not None:
            yield current
            current = None
        lean = pdfium.FPDFText_GetCharAngle(textpage, start) + place.turned * _QUARTER
        if abs(math.sin(lean)) > 0.05 or math.cos(lean) < 0:
            continue  # a stamp or watermark across the page
        pdfium.FPDFText_GetCharOrigin(textpage, start, x, y)
        current = Run(
            word,
            x0,
            x1,
            place.point(x.value, y.value)[1],
            size,
            _bold(textpage, start, bold_fonts),
            x1 - x0,
            hyphen,
            mark,
        )
    if current is not None:
        yield current


def _bold(textpage: Any, index: int, known: dict[int, bool]) -> bool:
    import pypdfium2.raw as pdfium

    drawn = pdfium.FPDFText_GetTextObject(textpage, index)
    font = pdfium.FPDFTextObj_GetFont(drawn) if drawn else None
    if not font:
        return False
    address = ctypes.addressof(font.contents)
    if address not in known:
        name = ctypes.create_string_buffer(200)
        pdfium.FPDFFont_GetBaseFontName(font, name, 200)
        known[address] = pdfium.FPDFFont_GetWeight(font) >= 600 or bool(_BOLD.search(name.value.decode("latin-1")))
    return known[address]
