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

from loaders.readers.pdf_tags import Tag, tags_of

MOST_CHARS = 60_000
"""Characters of one page; the fullest printed page has a third of it."""
MOST_OBJECTS = 20_000
"""Objects of one page that are looked at for rules; maps and drawings have more."""

_WORD = re.compile(r"[^\s\x00-\x1f\xa0\ufffe]+\ufffe?")
_BOLD = re.compile(r"bold|black|heavy|demi|semib", re.IGNORECASE)
_THIN = 4.0
_QUARTER = math.pi / 2
_IMAGE, _PATH, _FORM = 3, 2, 5
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


@dataclass(frozen=True, slots=True)
class Edge:
    """A ruled line, or one side of a ruled box; it lies level when top == bottom."""

    x0: float
    x1: float
    top: float
    bottom: float


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
        place = _Placing(raw, _turn(textpage, min(count, MOST_CHARS)))
        page = Page(number, place.width, place.height, [], [], 0, overfull=count > MOST_CHARS)
        total = pdfium.FPDFPage_CountObjects(raw)
        if total <= MOST_OBJECTS:
            _drawn([pdfium.FPDFPage_GetObject(raw, i) for i in range(total)], place, page, 0)
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


class _Placing:
    """Turns the page's own coordinates (from the bottom left, before rotation) into places as shown."""

    def __init__(self, raw: Any, turned: int) -> None:
        import pypdfium2.raw as pdfium

        self.turned = turned
        box = pdfium.FS_RECTF()
        pdfium.FPDF_GetPageBoundingBox(raw, box)
        self.left, self.bottom = box.left, box.bottom
        self.width, self.height = box.right - box.left, box.top - box.bottom
        if turned % 2:
            self.width, self.height = self.height, self.width

    def point(self, x: float, y: float) -> tuple[float, float]:
        x, y = x - self.left, y - self.bottom
        if self.turned == 1:
            return y, x
        if self.turned == 2:
            return self.width - x, y
        if self.turned == 3:
            return self.width - y, self.height - x
        return x, self.height - y

    def box(self, left: float, bottom: float, right: float, top: float) -> tuple[float, float, float, float]:
        """(x0, top, x1, bottom) as shown."""
        if not self.turned:
            return (
                left - self.left,
                self.height + self.bottom - top,
                right - self.left,
                self.height + self.bottom - bottom,
            )
        xa, ya = self.point(left, bottom)
        xb, yb = self.point(right, top)
        return min(xa, xb), min(ya, yb), max(xa, xb), max(ya, yb)


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


def _runs(textpage: Any, count: int, place: _Placing, tagged: bool, uprights: _Uprights) -> Iterator[Run]:
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


def _drawn(objects: list[Any], place: _Placing, page: Page, depth: int, shift: Any = None) -> None:
    """Adds the edges and pictures among `objects` to `page`."""
    import pypdfium2.raw as pdfium

    left, bottom, right, top = (ctypes.c_float() for _ in range(4))
    for drawn in objects:
        kind = pdfium.FPDFPageObj_GetType(drawn)
        if kind == _IMAGE:
            page.pictures += 1
        elif kind == _FORM and depth < 3:
            count = pdfium.FPDFFormObj_CountObjects(drawn)
            if count < MOST_OBJECTS:
                matrix = pdfium.FS_MATRIX()
                pdfium.FPDFPageObj_GetMatrix(drawn, matrix)
                inner = [pdfium.FPDFFormObj_GetObject(drawn, i) for i in range(count)]
                _drawn(inner, place, page, depth + 1, _after(matrix, shift))
        elif kind == _PATH and len(page.edges) <= MOST_OBJECTS:
            if not pdfium.FPDFPageObj_GetBounds(drawn, left, bottom, right, top):
                continue
            a, b, c, d = left.value, bottom.value, right.value, top.value
            if shift is not None:
                (a, b), (c, d) = _shifted(shift, a, b), _shifted(shift, c, d)
            x0, y0, x1, y1 = place.box(a, b, c, d)
            if x1 - x0 < _THIN or y1 - y0 < _THIN:
                page.edges += _line(x0, y0, x1, y1)
            elif (x1 - x0) * (y1 - y0) < 0.9 * page.width * page.height:
                page.edges += _sides(drawn, place, shift, (x0, y0, x1, y1))


def _after(matrix: Any, shift: Any) -> tuple[float, ...]:
    own = (matrix.a, matrix.b, matrix.c, matrix.d, matrix.e, matrix.f)
    if shift is None:
        return own
    a, b, c, d, e, f = own
    p, q, r, s, t, u = shift
    return (a * p + b * r, a * q + b * s, c * p + d * r, c * q + d * s, e * p + f * r + t, e * q + f * s + u)


def _shifted(shift: tuple[float, ...], x: float, y: float) -> tuple[float, float]:
    a, b, c, d, e, f = shift
    return a * x + c * y + e, b * x + d * y + f


def _line(x0: float, top: float, x1: float, bottom: float) -> list[Edge]:
    """The one edge that a thin shape is, or none for a dot."""
    if max(x1 - x0, bottom - top) < _THIN:
        return []
    if x1 - x0 > bottom - top:
        middle = (top + bottom) / 2
        return [Edge(x0, x1, middle, middle)]
    middle = (x0 + x1) / 2
    return [Edge(middle, middle, top, bottom)]


def _sides(drawn: Any, place: _Placing, shift: Any, box: tuple[float, float, float, float]) -> list[Edge]:
    """The straight level and upright strokes of a path; of one with curves, nothing."""
    import pypdfium2.raw as pdfium

    count = pdfium.FPDFPath_CountSegments(drawn)
    if not 2 <= count <= 2000:
        return []
    matrix = pdfium.FS_MATRIX()
    pdfium.FPDFPageObj_GetMatrix(drawn, matrix)
    whole = _after(matrix, shift)
    x, y = ctypes.c_float(), ctypes.c_float()
    edges: list[Edge] = []
    begin = last = (0.0, 0.0)
    for i in range(count):
        segment = pdfium.FPDFPath_GetPathSegment(drawn, i)
        pdfium.FPDFPathSegment_GetPoint(segment, x, y)
        here = place.point(*_shifted(whole, x.value, y.value))
        kind = pdfium.FPDFPathSegment_GetType(segment)
        if kind == pdfium.FPDF_SEGMENT_BEZIERTO:
            return []
        if kind == pdfium.FPDF_SEGMENT_MOVETO:
            begin = here
        else:
            edges += _stroke(last, here)
        last = here
        if pdfium.FPDFPathSegment_GetClose(segment):
            edges += _stroke(here, begin)
            last = begin
    return edges


def _stroke(a: tuple[float, float], b: tuple[float, float]) -> list[Edge]:
    if abs(a[0] - b[0]) > 0.5 and abs(a[1] - b[1]) > 0.5:
        return []
    return _line(min(a[0], b[0]), min(a[1], b[1]), max(a[0], b[0]), max(a[1], b[1]))
