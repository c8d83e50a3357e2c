"""A line that Graphviz left broken finds a way round the boxes, beside the lines that are there, not upon them."""

from __future__ import annotations

from itertools import pairwise

from viz.geometry import Rectangle
from viz.routing import Router

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
