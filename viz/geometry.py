"""Points and rectangles on a drawing, in points from the top left, y downward."""

from __future__ import annotations

import itertools
import math
from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace

Point = tuple[float, float]


@dataclass(frozen=True, slots=True)
class Rectangle:
    """A place on the drawing."""

    left: float
    top: float
    width: float
    height: float

    @property
    def right(self) -> float:
        """The x of the right side."""
        return self.left + self.width

    @property
    def bottom(self) -> float:
        """The y of the bottom."""
        return self.top + self.height

    def moved(self, dx: float, dy: float) -> Rectangle:
        """The same, `dx` to the right and `dy` down."""
        return replace(self, left=self.left + dx, top=self.top + dy)

    def grown(self, by: float) -> Rectangle:
        """The same with every side moved outward."""
        return Rectangle(self.left - by, self.top - by, self.width + 2 * by, self.height + 2 * by)

    def touches(self, point: Point) -> bool:
        """Whether `point` lies on the outline, give or take what rounding costs."""
        x, y = point
        beyond = max(self.left - x, x - self.right, self.top - y, y - self.bottom)
        return abs(beyond) < 1.5

    @classmethod
    def between(cls, a: Point, b: Point) -> Rectangle:
        """The rectangle with `a` and `b` in opposite corners; that of a straight line has a hair's breadth."""
        wide, high = (max(abs(a[i] - b[i]), 0.1) for i in (0, 1))
        return cls(min(a[0], b[0]), min(a[1], b[1]), wide, high)

    def overlap(self, other: Rectangle) -> float:
        """The area that both cover."""
        wide = min(self.right, other.right) - max(self.left, other.left)
        high = min(self.bottom, other.bottom) - max(self.top, other.top)
        return wide * high if wide > 0 and high > 0 else 0.0


class Shelf:
    """Rectangles kept by where they are, so that those near a place are found without looking at all of them."""

    _CELL = 160.0

    def __init__(self, rectangles: Iterable[Rectangle]) -> None:
        self._cells: dict[tuple[int, int], list[Rectangle]] = defaultdict(list)
        for rectangle in rectangles:
            self.add(rectangle)

    def add(self, rectangle: Rectangle) -> None:
        """Keep one more."""
        for cell in self._cells_of(rectangle):
            self._cells[cell].append(rectangle)

    def overlapping(self, place: Rectangle) -> list[Rectangle]:
        """Those that `place` overlaps."""
        near = {id(one): one for cell in self._cells_of(place) for one in self._cells.get(cell, ())}
        return [one for one in near.values() if place.overlap(one)]

    def _cells_of(self, place: Rectangle) -> Iterator[tuple[int, int]]:
        for column in range(int(place.left // self._CELL), int(place.right // self._CELL) + 1):
            for row in range(int(place.top // self._CELL), int(place.bottom // self._CELL) + 1):
                yield column, row


def split(path: Sequence[Point], at: Point) -> tuple[list[Point], list[Point]]:
    """`path` up to the point `at`, which lies on it, and from there; all of it and nothing where it does not."""
    for number, (a, b) in enumerate(itertools.pairwise(path), start=1):
        if math.dist(a, at) + math.dist(at, b) - math.dist(a, b) < 0.5:
            return [*path[:number], at], [at, *path[number:]]
    return list(path), []


def straightened(route: Iterable[Point]) -> tuple[Point, ...]:
    """The corners of `route`: without repeated points and those on a straight stretch."""
    corners: list[Point] = []
    for x, y in route:
        if corners and math.dist(corners[-1], (x, y)) < 0.6:
            continue
        if len(corners) > 1:
            (x0, y0), (x1, y1) = corners[-2:]
            if abs((x1 - x0) * (y - y0) - (y1 - y0) * (x - x0)) < 0.6 * math.dist((x0, y0), (x, y)):
                corners.pop()
        corners.append((x, y))
    return tuple(corners)
