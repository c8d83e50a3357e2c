"""Where the words beside a line stand: near the body that it leaves, and on nothing else."""

from __future__ import annotations

import itertools
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from viz.geometry import Point, Rectangle, Shelf
from viz.typeface import width, wrap

SIZE = 8.5
LEADING = 10.5

_ROOMS = (150.0, 76.0, 48.0)
_CLEAR = 3.0
_CROSSING = 40.0


@dataclass(frozen=True, slots=True)
class Label:
    """Words in one or more rows, and where they stand."""

    rows: tuple[str, ...]
    place: Rectangle


def place_labels(
    words: Mapping[str, str],
    paths: Mapping[str, tuple[Point, ...]],
    starts: Mapping[str, Rectangle],
    boxes: Sequence[Rectangle],
) -> dict[str, Label]:
    """The words of each line in a place that covers no box, line or label, else where they cover least.

    In one row where there is a place for it, else broken into several. Greedy, one label after the other; `starts` has
    the box that each line leaves.
    """
    steps = Shelf(Rectangle.between(*ends).grown(0.8) for path in paths.values() for ends in itertools.pairwise(path))
    solid = Shelf(boxes)
    placed: dict[str, Label] = {}
    for name, text in words.items():
        costs: list[tuple[float, int, Label]] = []
        for order, label in enumerate(_labels(text, paths[name], starts[name])):
            covered = sum(map(label.place.overlap, solid.overlapping(label.place)))
            covered += _CROSSING * len(steps.overlapping(label.place))
            costs.append((covered, order, label))
            if not covered:
                break
        placed[name] = min(costs, key=lambda cost: cost[:2])[2]
        solid.add(placed[name].place)
    return placed


def _labels(text: str, path: Sequence[Point], start: Rectangle) -> Iterator[Label]:
    shapes = dict.fromkeys(tuple(wrap(text, SIZE, room, lines=4)) for room in _ROOMS)
    for rows in shapes:
        size = (max(width(row, SIZE) for row in rows) + 4, LEADING * len(rows) + 0.5)
        yield from (Label(rows, place) for place in _spots(path, size, start))


def _spots(path: Sequence[Point], size: tuple[float, float], start: Rectangle) -> Iterator[Rectangle]:
    """Places in order of preference: beside the line from where it leaves, then on top of the box that it leaves."""
    wide, high = size
    on_top = [
        Rectangle(x, start.top - high - 1, wide, high) for x in (start.left + _CLEAR, start.right - wide - _CLEAR)
    ]
    if abs(path[0][1] - path[1][1]) < 1 and abs(path[0][0] - path[1][0]) < wide * 0.6:
        yield from on_top
    for (x0, y0), (x1, y1) in itertools.pairwise(path):
        left, top, length = min(x0, x1), min(y0, y1), abs(x1 - x0) + abs(y1 - y0)
        if abs(x1 - x0) < 1 and length >= high:
            slack = length - high
            for along in (min(slack, _CLEAR), slack / 2, slack):
                y = y0 - along - high if y1 < y0 else y0 + along
                yield Rectangle(x0 + _CLEAR, y, wide, high)
                yield Rectangle(x0 - _CLEAR - wide, y, wide, high)
        elif abs(y1 - y0) < 1 and length >= wide * 0.6:
            for x in (x0 + _CLEAR if x1 > x0 else x0 - _CLEAR - wide, left + (length - wide) / 2):
                yield Rectangle(x, top - high - 1, wide, high)
                yield Rectangle(x, top + 1, wide, high)
        else:
            yield Rectangle((x0 + x1 - wide) / 2, (y0 + y1 - high) / 2, wide, high)
    yield from on_top
