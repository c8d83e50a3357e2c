"""Where the cards of a structure stand and which way its lines run, found with Graphviz and fitted to a page.

Graphviz places the boxes and routes the lines of one connected piece. It is asked for several ways to stack a wide
one (`viz.ranking`); the one that needs least shrinking on a page is taken, and only then are lines routed. Pieces are
packed beside one another; boxes that no line touches stand in a grid, those without a line upward in a frame.
"""

from __future__ import annotations

import itertools
import time
from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace

from viz.geometry import Point, Rectangle, straightened
from viz.packing import Arrangement, Sizes, gridded, packed
from viz.ranking import Link, bands, columns, pieces, with_the_grain
from viz.routing import mended
from viz.worker import Edge, Graph, Layout, LayoutCrashError, LayoutTimeoutError, Vertex, lay_out

PAGE = (1120.0, 700.0)
"""What fits a landscape page, or a window, without being shrunk."""

STACKINGS = ((1, 1), *((depth, count) for count in (1, 2, 3) for depth in (2, 3, 4, 6, 9, 14)))
"""How deep leaves may hang and into how many bands branches may go; the plainest first."""

LARGE = 100
"""Of more boxes than this, only the plainest and the deep stackings are tried."""

LANE = 12.0

Way = tuple[int, int]


def arrange(sizes: Sizes, links: Sequence[Link], *, apart: Iterable[str], timeout: float) -> Arrangement:
    """The arrangement of boxes of these sizes, or taller ones: boxes of one row get the height of the tallest.

    Boxes in `apart` that no link touches stand in the frame. Raises LayoutTimeoutError or LayoutCrashError.
    """
    deadline = time.monotonic() + timeout
    touched = {end for link in links for end in (link.start, link.end)}
    loose = [name for name in apart if name not in touched]
    between = [link for link in links if link.start != link.end]
    ranked = with_the_grain(between)
    single = [name for name in sizes if name not in touched and name not in set(loose)]
    parts = pieces([name for name in sizes if name in touched], between)

    ways = STACKINGS if len(sizes) <= LARGE else tuple(way for way in STACKINGS if way[0] not in (2, 3, 4))
    plans = {way: [_plan(part, sizes, between, ranked, *way) for part in parts] for way in ways}
    try:
        rough = _placed(plans, timeout / 2)
    except LayoutTimeoutError:
        # So dense that one layout takes long: leave the rest of the time to the plainest.
        rough = _placed({way: plans[way] for way in STACKINGS[:1]}, deadline - time.monotonic())

    def drawn(chosen: Sequence[_Plan], layouts: Sequence[Layout]) -> Arrangement:
        read = [plan.read(layout) for plan, layout in zip(chosen, layouts, strict=True)]
        room = max([PAGE[0], *(part.width for part in read)])
        return packed([*read, *gridded(single, sizes, room), *gridded(loose, sizes, room, framed=True)], PAGE)

    best = min(rough, key=lambda way: _shrinking(drawn(plans[way], rough[way])) * (0.9 + 0.1 * way[1]))
    level = [plan.levelled(layout) for plan, layout in zip(plans[best], rough[best], strict=True)]
    drawing = drawn(level, _routed([plan.graph for plan in level], deadline))
    loops = {link.id: _loop(drawing.boxes[link.start]) for link in links if link.start == link.end}
    return replace(drawing, paths={**drawing.paths, **loops})


def _placed(plans: Mapping[Way, Sequence[_Plan]], timeout: float) -> dict[Way, list[Layout]]:
    """The layouts of `plans` without lines; of graphs that are the same, one is laid out."""
    numbers: dict[Graph, int] = {}
    wanted = {way: [numbers.setdefault(plan.graph, len(numbers)) for plan in plans[way]] for way in plans}
    layouts = lay_out(list(numbers), timeout, "false")
    return {way: [layouts[number] for number in wanted[way]] for way in plans}


def _routed(graphs: Sequence[Graph], deadline: float) -> list[Layout]:
    """The layouts of `graphs` with lines at right angles, or slanted ones where Graphviz's router for those fails."""
    try:
        layouts = lay_out(graphs, deadline - time.monotonic(), "ortho")
    except LayoutCrashError:
        return lay_out(graphs, deadline - time.monotonic(), "polyline")
    return [mended(graph, layout, deadline) for graph, layout in zip(graphs, layouts, strict=True)]


def _shrinking(drawing: Arrangement) -> float:
    return max(1.0, drawing.width / PAGE[0], drawing.height / PAGE[1])


@dataclass(frozen=True, slots=True)
class _Plan:
    """One way to lay out one piece: what Graphviz is asked, and how to read its answer."""

    graph: Graph
    names: tuple[str, ...]
    links: tuple[Link, ...]
    columns: tuple[tuple[Link, ...], ...]

    def read(self, layout: Layout) -> Arrangement:
        boxes = {}
        for name, vertex, (x, y) in zip(self.names, self.graph.vertices, layout.centres, strict=True):
            width = vertex.width - (2 * LANE if vertex.column else 0)
            boxes[name] = Rectangle(x - width / 2, y - vertex.height / 2, width, vertex.height)
        upward = {
            link.id: _anchored(straightened(route), boxes[link.lower])
            for link, route in zip(self.links, layout.routes, strict=False)
            if route
        }
        joins = {}
        for column in self.columns:
            for above, link in itertools.pairwise(column):
                if above.id in upward:
                    own = _lane(boxes[link.lower], boxes[above.lower], upward[above.id])
                    joins[link.id] = own[-1]
                    upward[link.id] = straightened([*own, *upward[above.id][1:]])
        ends = {link.id: link for link in (*self.links, *(link for column in self.columns for link in column))}
        paths = {k: path if ends[k].upper == ends[k].end else path[::-1] for k, path in upward.items()}
        return Arrangement(layout.width, layout.height, boxes, paths, joins)

    def levelled(self, layout: Layout) -> _Plan:
        """The same plan with boxes as high as the highest in their row: the lanes between rows are clear then."""
        rows: dict[int, float] = defaultdict(float)
        for vertex, (_, y) in zip(self.graph.vertices, layout.centres, strict=True):
            rows[round(y)] = max(rows[round(y)], vertex.height)
        vertices = tuple(
            replace(vertex, height=rows[round(y)])
            for vertex, (_, y) in zip(self.graph.vertices, layout.centres, strict=True)
        )
        return replace(self, graph=replace(self.graph, vertices=vertices))


def _plan(
    part: tuple[str, ...], sizes: Sizes, links: Sequence[Link], ranked: set[str], depth: int, count: int
) -> _Plan:
    """The plan in which leaves of `part` hang `depth` deep and its branches go into `count` bands."""
    members = set(part)
    inside = [link for link in links if link.start in members]
    hanging = columns(inside, ranked, depth)
    below = {link.id for column in hanging for link in column[1:]}
    column_of = {link.lower: str(number) for number, column in enumerate(hanging) for link in column}
    number_of = {name: number for number, name in enumerate(part)}
    vertices = (
        Vertex(sizes[name][0] + 2 * LANE * (name in column_of), sizes[name][1], column_of.get(name, ""))
        for name in part
    )
    routed = tuple(link for link in inside if link.id not in below)
    edges = [Edge(number_of[link.lower], number_of[link.upper], link.id in ranked) for link in routed]
    stacked = [(link.lower, above.lower) for column in hanging for above, link in itertools.pairwise(column)]
    stacked += bands(inside, ranked, hanging, count) if count > 1 else []
    edges += [Edge(number_of[lower], number_of[upper], visible=False) for lower, upper in stacked]
    return _Plan(Graph(tuple(vertices), tuple(edges)), part, routed, tuple(hanging))


def _anchored(path: tuple[Point, ...], box: Rectangle) -> tuple[Point, ...]:
    """`path` begun at the box, where Graphviz began it at the edge of the lane that was reserved beside the box."""
    x, y = path[0]
    if box.left <= x <= box.right:
        return path
    level = y if box.top < y < box.bottom else box.top + box.height / 2
    return straightened([(box.left if x < box.left else box.right, level), (x, level), *path])


def _lane(box: Rectangle, above: Rectangle, path: tuple[Point, ...]) -> tuple[Point, ...]:
    """The way of a hanging box up to where it joins the path of the box above it, on the side where that path runs."""
    to_the_right = path[0][0] >= above.right - 0.6
    reach = LANE * 0.75
    edge, beside = (box.right, box.right + reach) if to_the_right else (box.left, box.left - reach)
    lane = above.right + reach if to_the_right else above.left - reach
    (x, y), (next_x, next_y) = path[:2]
    middle = box.top + box.height / 2
    start = [(edge, middle), (beside, middle)]
    if abs(beside - lane) > 1:
        # Graphviz could not keep the column straight: change lanes in the gap between the rows.
        start += [(beside, box.top - reach), (lane, box.top - reach)]
    if above.top + 0.6 < y < above.bottom - 0.6:
        # The path leaves by the side: meet it where it crosses the lane, or where it turns before the lane.
        if abs(next_x - x) < reach and len(start) == 2:
            return ((edge, middle), (next_x, middle), (next_x, y))
        return (*start, (lane, y))
    join = max(next_y, y - reach) if next_y < y else y
    return (*start, (lane, join), (x, join))


def _loop(box: Rectangle) -> tuple[Point, ...]:
    """The way of a line from a box to itself, around its upper right corner."""
    x, y, out = box.right, box.top, 14.0
    return ((x, y + 28), (x + out, y + 28), (x + out, y - out), (x - 28, y - out), (x - 28, y))
