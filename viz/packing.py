"""Pieces of a structure put together: packed on shelves, and boxes that no line touches in a grid."""

from __future__ import annotations

import math
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace

from viz.geometry import Point, Rectangle
from viz.ranking import ROW

GAP = 36.0
HEADING = 26.0

Sizes = Mapping[str, tuple[float, float]]


@dataclass(frozen=True, slots=True)
class Arrangement:
    """Where boxes stand and lines run, from start to end.

    `joins` has the points where a line joins another one, to run with it to the same box. `frame` is around the boxes
    without a line upward that no line touches, if there are any.
    """

    width: float
    height: float
    boxes: Mapping[str, Rectangle]
    paths: Mapping[str, tuple[Point, ...]]
    joins: Mapping[str, Point] = field(default_factory=dict)
    frame: Rectangle | None = None

    def moved(self, dx: float, dy: float) -> Arrangement:
        """The same, `dx` to the right and `dy` down."""
        return replace(
            self,
            boxes={k: box.moved(dx, dy) for k, box in self.boxes.items()},
            paths={k: tuple((x + dx, y + dy) for x, y in path) for k, path in self.paths.items()},
            joins={k: (x + dx, y + dy) for k, (x, y) in self.joins.items()},
            frame=self.frame.moved(dx, dy) if self.frame else None,
        )


def gridded(names: Sequence[str], sizes: Sizes, room: float, *, framed: bool = False) -> list[Arrangement]:
    """The boxes called `names`, if any, in even rows no wider than `room`; `framed` leaves space for a heading."""
    if not names:
        return []
    gap = GAP / 2
    edge, top = (gap, HEADING) if framed else (0.0, 0.0)
    wide = max(sizes[name][0] for name in names)
    fitting = max(1, int((room - 2 * edge + gap) // (wide + gap)))
    rows = math.ceil(len(names) / (fitting if len(names) > 2 * ROW else min(fitting, ROW)))
    across = math.ceil(len(names) / rows)
    boxes: dict[str, Rectangle] = {}
    y = top
    for first in range(0, len(names), across):
        row = names[first : first + across]
        high = max(sizes[name][1] for name in row)
        boxes |= {name: Rectangle(edge + i * (wide + gap), y, sizes[name][0], high) for i, name in enumerate(row)}
        y += high + gap
    whole = Rectangle(0, 0, across * (wide + gap) - gap + 2 * edge, y if framed else y - gap)
    return [Arrangement(whole.width, whole.height, boxes, {}, frame=whole if framed else None)]


def packed(parts: Sequence[Arrangement], page: tuple[float, float]) -> Arrangement:
    """`parts` on shelves, in their order: beside one another while the widest or a `page` has room, then below."""
    area = sum((part.width + GAP) * (part.height + GAP) for part in parts)
    room = max(page[0], *(part.width for part in parts), math.sqrt(area * page[0] / page[1])) if parts else 0.0
    x = y = shelf = width = 0.0
    boxes: dict[str, Rectangle] = {}
    paths: dict[str, tuple[Point, ...]] = {}
    joins: dict[str, Point] = {}
    frame = None
    for part in parts:
        if x and x + part.width > room:
            x, y = 0.0, y + shelf + GAP
            shelf = 0.0
        moved = part.moved(x, y)
        boxes |= moved.boxes
        paths |= moved.paths
        joins |= moved.joins
        frame = frame or moved.frame
        x += part.width + GAP
        width, shelf = max(width, x - GAP), max(shelf, part.height)
    return Arrangement(width, y + shelf, boxes, paths, joins, frame)
