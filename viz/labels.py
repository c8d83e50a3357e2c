"""Where the words beside a line stand: near the body that it leaves, and on nothing else."""

from __future__ import annotations

import itertools
from collections.abc import Iterator, Mapping, Sequence

from viz.geometry import Point, Rectangle, Shelf

_CLEAR = 3.0
_CROSSING = 40.0


def place_labels(
    sizes: Mapping[str, tuple[float, float]],
    paths: Mapping[str, tuple[Point, ...]],
    starts: Mapping[str, Rectangle],
    boxes: Sequence[Rectangle],
) -> dict[str, Rectangle]:
    """A place for the label of each line: the first that covers no box, line or label, else the one that covers least.

    Greedy, one label after the other; `starts` has the box that each line leaves.
    """
    steps = Shelf(Rectangle.between(*ends).grown(0.8) for path in paths.values() for ends in itertools.pairwise(path))
    solid = Shelf(boxes)
    placed: dict[str, Rectangle] = {}
    for name, size in sizes.items():
        costs: list[tuple[float, int, Rectangle]] = []
        for order, spot in enumerate(_spots(paths[name], size, starts[name])):
            covered = sum(solid.overlapping(spot)) + _CROSSING * len(steps.overlapping(spot))
            costs.append((covered, order, spot))
            if not covered:
                break
        placed[name] = min(costs, key=lambda cost: cost[:2])[2]
        solid.add(placed[name])
    return placed


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
