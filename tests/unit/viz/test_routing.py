"""A line that Graphviz left broken finds a way round the boxes, beside the lines that are there, not upon them."""

from __future__ import annotations

import time
from itertools import pairwise

import pytest

from viz.geometry import Rectangle
from viz.routing import Router, mended
from viz.worker import Edge, Graph, Layout, LayoutTimeoutError, Vertex

LOW, WALL, HIGH = Rectangle(0, 300, 200, 80), Rectangle(-150, 150, 500, 80), Rectangle(0, 0, 200, 80)


def test_it_goes_straight_where_nothing_is_in_the_way() -> None:
    path = Router([LOW, HIGH], []).route(0, 1)

    assert path == ((100.0, 300), (100.0, 80))


def test_it_goes_round_what_is_in_the_way_at_right_angles() -> None:
    path = Router([LOW, HIGH, WALL], []).route(0, 1)

    assert LOW.touches(path[0])
    assert HIGH.touches(path[-1])
    assert all(a[0] == b[0] or a[1] == b[1] for a, b in pairwise(path))
    assert not any(WALL.overlap(Rectangle.between(a, b)) for a, b in pairwise(path))


def test_it_does_not_run_upon_a_line_that_is_there() -> None:
    router = Router([LOW, HIGH], [((100, 300), (100, 80))])

    first, second = router.route(0, 1), router.route(0, 1)

    assert len({100.0, first[0][0], second[0][0]}) == 3


def test_a_box_that_is_walled_in_has_no_way() -> None:
    shut = Rectangle(-40, 280, 280, 120)

    assert Router([LOW, HIGH, shut], []).route(0, 1) == ()


PLACES = Graph((Vertex(200, 80), Vertex(200, 80)), (Edge(0, 1), Edge(0, 1)))
CENTRES = ((100.0, 340.0), (100.0, 40.0))
STRAIGHT = ((100.0, 300.0), (100.0, 80.0))
NOWHERE = ((100.0, 200.0), (100.0, 80.0))


def test_a_line_that_begins_nowhere_gets_a_new_way_and_the_others_keep_theirs() -> None:
    layout = mended(PLACES, Layout(200, 380, CENTRES, (NOWHERE, STRAIGHT)), time.monotonic() + 9)

    assert LOW.touches(layout.routes[0][0])
    assert HIGH.touches(layout.routes[0][-1])
    assert layout.routes[1] == STRAIGHT


def test_lines_that_cannot_be_told_apart_are_taken_apart() -> None:
    layout = mended(PLACES, Layout(200, 380, CENTRES, (STRAIGHT, STRAIGHT)), time.monotonic() + 9)

    (first, *_), (second, *_) = layout.routes
    assert abs(first[0] - second[0]) > 10


def test_when_time_is_over_a_crowded_line_stays_and_a_broken_one_is_an_error() -> None:
    over = time.monotonic() - 1

    assert mended(PLACES, Layout(200, 380, CENTRES, (STRAIGHT, STRAIGHT)), over).routes == (STRAIGHT, STRAIGHT)
    with pytest.raises(LayoutTimeoutError):
        mended(PLACES, Layout(200, 380, CENTRES, (NOWHERE, STRAIGHT)), over)
