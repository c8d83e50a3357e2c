"""A new way at right angles for the few lines that Graphviz's router leaves broken or crowded.

The shortest path (A*: Hart, Nilsson and Raphael, 1968) over the lanes between boxes. It takes some hundredths of a
second a line where Graphviz takes a thousandth.
"""

from __future__ import annotations

import bisect
import heapq
import itertools
import math
import time
from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import replace
from functools import cache

from viz.geometry import Point, Rectangle, Shelf, straightened
from viz.worker import Graph, Layout, LayoutTimeoutError

_BEND = 45.0
_SHARED = 12.0
"""What a bend costs, and each point of running along another line, in points of length."""

_ABOVE, _BESIDE = (9.0, 16.0, 23.0), (9.0, 15.0)
_DOORS = (0.5, 0.25, 0.75)
_NEAR = 4.5
"""Lines nearer than this can't be told apart; where they only cross they share no more than _CROSSING."""

_CROSSING = 14.0
_ARROW = 9.0
_PATIENCE = 1.0

Door = tuple[Point, int]
"""Where a line may leave or reach a box, and the axis along which it does: 0 sideways, 1 up or down."""

Spans = list[tuple[float, float]]


def mended(graph: Graph, layout: Layout, deadline: float) -> Layout:
    """`layout` with a new way for lines that miss one of their boxes, run through a box, or can't be told apart.

    Graphviz 14 leaves some in crowded lanes, a few in a thousand. Those that are merely crowded are left so where a
    better way takes too long; for the others LayoutTimeoutError is raised at `deadline`, by `time.monotonic`.
    """
    boxes = [
        Rectangle(x - vertex.width / 2, y - vertex.height / 2, vertex.width, vertex.height)
        for vertex, (x, y) in zip(graph.vertices, layout.centres, strict=True)
    ]
    cores = Shelf(box.grown(-2) for box in boxes)
    ends = {number: (edge.lower, edge.upper) for number, edge in enumerate(graph.edges) if edge.visible}
    routes: dict[int, tuple[Point, ...]] = {}
    for number, (lower, upper) in ends.items():
        route = layout.routes[number]
        touching = route and boxes[lower].touches(route[0]) and boxes[upper].touches(route[-1])
        if touching and not any(map(cores.overlapping, map(Rectangle.between, route, route[1:]))):
            routes[number] = route
    for number in sorted(ends.keys() - routes.keys()):
        if time.monotonic() > deadline:
            raise LayoutTimeoutError
        routes[number] = Router(boxes, routes.values()).route(*ends[number])
    patience = min(deadline, time.monotonic() + _PATIENCE)
    crowding = _crowding(routes)
    for number in sorted(crowding, key=lambda number: -crowding[number]):
        if time.monotonic() > patience:
            break
        others = {other: route for other, route in routes.items() if other != number}
        changed = others | {number: Router(boxes, others.values()).route(*ends[number])}
        after = _crowding(changed)
        if changed[number] and sum(after.values()) < sum(crowding.values()):
            routes, crowding = changed, after
    return replace(layout, routes=tuple(routes.get(number, ()) for number in range(len(layout.routes))))


def _crowding(routes: Mapping[int, Sequence[Point]]) -> dict[int, float]:
    """How far each line runs so near to others that they look like one, or lacks room for its arrow, if it does."""
    steps = {
        number: [Rectangle.between(*step).grown(_NEAR / 2) for step in itertools.pairwise(route)]
        for number, route in routes.items()
    }
    shelf = Shelf(step for own in steps.values() for step in own)
    found: dict[int, float] = {}
    for number, own in steps.items():
        ends = (routes[number][:2], routes[number][-2:])
        stubs = _ARROW * sum(1 for end in ends if len(end) == 2 and math.dist(*end) < _ARROW)
        if stubs:
            found[number] = stubs
        for step in own:
            for other in shelf.overlapping(step):
                beside = min(step.right, other.right) - max(step.left, other.left)
                along = max(beside, min(step.bottom, other.bottom) - max(step.top, other.top))
                if along > _CROSSING and not any(other is one for one in own):
                    found[number] = found.get(number, 0.0) + along
    return found


class Router:
    """The lanes between `boxes`, and the lines that run there already."""

    def __init__(self, boxes: Sequence[Rectangle], taken: Iterable[Sequence[Point]]) -> None:
        self._cores = [box.grown(-1) for box in boxes]
        self._walls = [box.grown(2) for box in boxes]
        self._boxes = boxes
        self._taken: tuple[dict[int, Spans], dict[int, Spans]] = (defaultdict(list), defaultdict(list))
        for path in taken:
            self._take(path)

    def route(self, start: int, end: int) -> tuple[Point, ...]:
        """The way from box number `start` to box number `end`, which counts as taken from now on."""
        sources, goals = list(self._doors(start)), list(self._doors(end))
        doors = [point for point, _ in (*sources, *goals)]
        spans = ([(box.left, box.right) for box in self._boxes], [(box.top, box.bottom) for box in self._boxes])
        lanes = (
            _apart(_lanes(spans[0], _BESIDE, [x for x, _ in doors]), spans[0][end]),
            _apart(_lanes(spans[1], _ABOVE, [y for _, y in doors]), spans[1][end]),
        )
        path = straightened(_shortest(lanes, sources, dict(goals), self._step_price()))
        self._take(path)
        return path

    def _take(self, path: Sequence[Point]) -> None:
        for a, b in itertools.pairwise(path):
            for axis in (0, 1):
                if abs(a[1 - axis] - b[1 - axis]) < 1:
                    low, high = sorted((a[axis], b[axis]))
                    self._taken[axis][round(a[1 - axis])].append((low, high))

    def _doors(self, number: int) -> Iterator[Door]:
        box = self._boxes[number]
        for share in _DOORS:
            yield (box.left + box.width * share, box.top), 1
            yield (box.left + box.width * share, box.bottom), 1
            yield (box.left, box.top + box.height * share), 0
            yield (box.right, box.top + box.height * share), 0

    def _step_price(self) -> Callable[[Point, Point, int, bool], float | None]:
        """What a step along an axis costs, None where a box is in the way. The step at a door may touch its box."""

        @cache
        def walls(axis: int, place: float) -> Spans:
            if axis == 0:
                return [(wall.left, wall.right) for wall in self._walls if wall.top < place < wall.bottom]
            return [(wall.top, wall.bottom) for wall in self._walls if wall.left < place < wall.right]

        @cache
        def taken(axis: int, place: float) -> Spans:
            near = range(round(place - _NEAR), round(place + _NEAR) + 1)
            return [span for lane in near for span in self._taken[axis].get(lane, ())]

        def price(a: Point, b: Point, axis: int, at_door: bool) -> float | None:
            low, high = (a[axis], b[axis]) if a[axis] < b[axis] else (b[axis], a[axis])
            place = a[1 - axis]
            if at_door:
                step = Rectangle.between(a, b)
                if any(core.overlap(step) for core in self._cores):
                    return None
            elif any(start < high and low < end for start, end in walls(axis, place)):
                return None
            shared = (min(end, high) - max(start, low) for start, end in taken(axis, place))
            return high - low + _SHARED * sum(length for length in shared if length > 0)

        return price


def _lanes(spans: Iterable[tuple[float, float]], gaps: Sequence[float], doors: Iterable[float]) -> list[float]:
    """The coordinates on which a line may run: at `gaps` beside boxes, and through doors; no two nearly the same."""
    beside = {round(place) for low, high in spans for gap in gaps for place in (low - gap, high + gap)}
    kept = sorted(set(doors))
    for place in sorted(beside):
        number = bisect.bisect(kept, place)
        if all(abs(place - other) >= 2 for other in kept[max(0, number - 1) : number + 1]):
            kept.insert(number, place)
    return kept


def _apart(lanes: Iterable[float], goal: tuple[float, float]) -> list[float]:
    """The lanes from which an arrow has room before it reaches the box that spans `goal`, or that run upon it."""
    low, high = goal
    return [place for place in lanes if not (low - _ARROW < place < low or high < place < high + _ARROW)]


def _shortest(
    lanes: tuple[Sequence[float], Sequence[float]],
    sources: Iterable[Door],
    goals: dict[Point, int],
    price: Callable[[Point, Point, int, bool], float | None],
) -> list[Point]:
    """The cheapest way along `lanes` from a source to a goal; empty where there is none."""
    x, y = (sum(point[axis] for point in goals) / len(goals) for axis in (0, 1))
    reach = max(abs(point[0] - x) + abs(point[1] - y) for point in goals)
    came: dict[Door, Door | None] = {}
    known: dict[Door, float] = {}
    # The first four doors are in the middle of the sides: the others cost a little more.
    ahead: list[tuple[float, float, Door, Door | None]] = [
        (i // 4, i // 4, door, None) for i, door in enumerate(sources)
    ]
    heapq.heapify(ahead)
    while ahead:
        _, cost, place, before = heapq.heappop(ahead)
        if place in came:
            continue
        came[place] = before
        point, axis = place
        if goals.get(point) == axis:
            return _walked(came, place)
        for turned in (axis,) if before is None else (0, 1):
            for step in _beside(lanes[turned], point, turned):
                spent = price(point, step, turned, before is None or goals.get(step) == turned)
                if spent is None:
                    continue
                spent += cost + (_BEND if turned != axis else 0.0)
                if spent < known.get((step, turned), float("inf")):
                    known[step, turned] = spent
                    left = max(0.0, abs(step[0] - x) + abs(step[1] - y) - reach)
                    heapq.heappush(ahead, (spent + left, spent, (step, turned), place))
    return []


def _beside(lane: Sequence[float], point: Point, axis: int) -> Iterator[Point]:
    """The next points on the lanes either way along `axis`."""
    number = bisect.bisect_left(lane, point[axis])
    for other in (number - 1, number + 1):
        if 0 <= other < len(lane):
            yield (lane[other], point[1]) if axis == 0 else (point[0], lane[other])


def _walked(came: dict[Door, Door | None], place: Door | None) -> list[Point]:
    path = []
    while place is not None:
        path.append(place[0])
        place = came[place]
    return path[::-1]
