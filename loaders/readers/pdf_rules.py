"""What is drawn on a page of a PDF besides its words: straight rules, and how many pictures."""

from __future__ import annotations

import ctypes
from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

_MOST = 40_000
"""Objects and strokes of one page that are looked at; maps and drawings have more, and no table."""
_DEEPEST = 3
"""Forms within forms."""
_THIN = 4.0
_IMAGE, _PATH, _FORM = 3, 2, 5

Shift = tuple[float, float, float, float, float, float]
"""A matrix as PDF writes it."""


@dataclass(frozen=True, slots=True)
class Edge:
    """A ruled line, or one side of a ruled box; it lies level when top == bottom."""

    x0: float
    x1: float
    top: float
    bottom: float


class Placing:
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
        """(x, y) as shown."""
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


def drawn_on(raw: Any, place: Placing) -> tuple[list[Edge], int]:
    """The edges on the page behind the handle `raw`, none where there are too many, and its number of pictures."""
    import pypdfium2.raw as pdfium

    drawing = _Drawing(place)
    drawing.add(raw, pdfium.FPDFPage_CountObjects(raw), pdfium.FPDFPage_GetObject, None, 0)
    return (drawing.edges if drawing.left > 0 else []), drawing.pictures


class _Drawing:
    """The edges and pictures found so far, and how much more may be looked at."""

    def __init__(self, place: Placing) -> None:
        self.edges: list[Edge] = []
        self.pictures = 0
        self.left = _MOST
        self._place = place
        self._bounds = tuple(ctypes.c_float() for _ in range(4))

    def add(self, holder: Any, count: int, get: Callable[[Any, int], Any], shift: Shift | None, depth: int) -> None:
        """Add what a page or form holds; `shift` places a form on the page."""
        import pypdfium2.raw as pdfium

        for i in range(count):
            self.left -= 1
            if self.left <= 0:
                return
            drawn = get(holder, i)
            kind = pdfium.FPDFPageObj_GetType(drawn)
            if kind == _IMAGE:
                self.pictures += 1
            elif kind == _PATH:
                self._path(drawn, shift)
            elif kind == _FORM and depth < _DEEPEST:
                inner = pdfium.FPDFFormObj_CountObjects(drawn)
                self.add(drawn, inner, pdfium.FPDFFormObj_GetObject, _after(_matrix(drawn), shift), depth + 1)

    def _path(self, drawn: Any, shift: Shift | None) -> None:
        import pypdfium2.raw as pdfium

        if not pdfium.FPDFPageObj_GetBounds(drawn, *self._bounds):
            return
        a, b, c, d = (value.value for value in self._bounds)
        if shift is not None:
            (a, b), (c, d) = _shifted(shift, a, b), _shifted(shift, c, d)
        x0, y0, x1, y1 = self._place.box(min(a, c), min(b, d), max(a, c), max(b, d))
        if x1 - x0 < _THIN or y1 - y0 < _THIN:
            self.edges += _line(x0, y0, x1, y1)
        elif (x1 - x0) * (y1 - y0) < 0.9 * self._place.width * self._place.height:
            self.edges += self._sides(drawn, shift)

    def _sides(self, drawn: Any, shift: Shift | None) -> list[Edge]:
        """The straight level and upright strokes of a path; of one with curves, nothing."""
        import pypdfium2.raw as pdfium

        whole = _after(_matrix(drawn), shift)
        x, y = ctypes.c_float(), ctypes.c_float()
        edges: list[Edge] = []
        begin = last = (0.0, 0.0)
        for i in range(pdfium.FPDFPath_CountSegments(drawn)):
            self.left -= 1
            segment = pdfium.FPDFPath_GetPathSegment(drawn, i)
            kind = pdfium.FPDFPathSegment_GetType(segment)
            if kind == pdfium.FPDF_SEGMENT_BEZIERTO or self.left <= 0:
                return []
            pdfium.FPDFPathSegment_GetPoint(segment, x, y)
            here = self._place.point(*_shifted(whole, x.value, y.value))
            if kind == pdfium.FPDF_SEGMENT_MOVETO:
                begin = here
            else:
                edges += _stroke(last, here)
            last = here
            if pdfium.FPDFPathSegment_GetClose(segment):
                edges += _stroke(here, begin)
                last = begin
        return edges


def _matrix(drawn: Any) -> Shift:
    import pypdfium2.raw as pdfium

    matrix = pdfium.FS_MATRIX()
    pdfium.FPDFPageObj_GetMatrix(drawn, matrix)
    return matrix.a, matrix.b, matrix.c, matrix.d, matrix.e, matrix.f


def _after(own: Shift, shift: Shift | None) -> Shift:
    """The matrix that applies `own` and then `shift`."""
    if shift is None:
        return own
    a, b, c, d, e, f = own
    p, q, r, s, t, u = shift
    return (a * p + b * r, a * q + b * s, c * p + d * r, c * q + d * s, e * p + f * r + t, e * q + f * s + u)


def _shifted(shift: Shift, x: float, y: float) -> tuple[float, float]:
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


def _stroke(a: tuple[float, float], b: tuple[float, float]) -> list[Edge]:
    if abs(a[0] - b[0]) > 0.5 and abs(a[1] - b[1]) > 0.5:
        return []
    return _line(min(a[0], b[0]), min(a[1], b[1]), max(a[0], b[0]), max(a[1], b[1]))
