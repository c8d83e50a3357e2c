"""Where cards stand and lines run: nothing overlaps, no line is lost or runs through a card, loops don't break it."""

from __future__ import annotations

import random
from collections.abc import Sequence
from itertools import combinations

import pytest

from graph.model import Node, Relationship, Subgraph
from tests.unit.viz.boroughs import body, county, harrowmere, line
from tests.unit.viz.drawings import Element, card, drawn, groups, path, place, rectangle, steps
from tests.unit.viz.drawings import line as line_of
from viz import arrangement
from viz.worker import Graph, Layout, LayoutCrashError, lay_out


def tangle(seed: int) -> Subgraph:
    """Forty bodies with lines of all kinds at random, loops and lines to oneself among them."""
    chance = random.Random(seed)
    bodies = [body(f"Body {number} {'of Review ' * chance.randint(0, 5)}") for number in range(40)]
    lines = [line(one, bodies[int(chance.random() ** 2 * number)]) for number, one in enumerate(bodies)]
    for _ in range(14):
        types = ("PART_OF", "OVERSEES", "SUPPORTS", "REPORTS_TO")
        start, end = chance.choice(bodies), chance.choice(bodies)
        lines.append(line(start, end, chance.choice(types), modality="proposed", cadence="quarterly"))
    return Subgraph(tuple(bodies), tuple({one.id: one for one in lines}.values()))


VIEWS = {"harrowmere": harrowmere(), "county of 60": county(60), **{f"tangle {n}": tangle(n) for n in (2, 4, 29)}}


@pytest.fixture(scope="module", params=VIEWS)
def chart(request: pytest.FixtureRequest) -> Element:
    return drawn(VIEWS[request.param])


def test_no_two_cards_touch(chart: Element) -> None:
    for one, other in combinations(groups(chart, "card"), 2):
        assert not place(one).grown(5).overlap(place(other)), (one.get("data-id"), other.get("data-id"))


def test_every_line_begins_and_ends_at_its_bodies(chart: Element) -> None:
    frames = [rectangle(frame[0]) for frame in groups(chart, "orphans")]
    for element in groups(chart, "line"):
        corners = path(element)
        for end, point in (("start", corners[0]), ("end", corners[-1])):
            spot = place(card(chart, str(element.get(f"data-{end}"))))
            around = [frame for frame in frames if frame.overlap(spot)]
            assert any(outline.touches(point) for outline in (spot, *around)), (element.get("data-id"), end)


def test_no_line_runs_through_a_card(chart: Element) -> None:
    cores = {str(element.get("data-id")): place(element).grown(-2) for element in groups(chart, "card")}
    for element in groups(chart, "line"):
        crossed = [name for step in steps(element) for name, core in cores.items() if core.overlap(step)]
        assert crossed == [], element.get("data-id")


def test_the_words_beside_a_line_stand_on_no_card_and_on_no_other_words(chart: Element) -> None:
    spots = [rectangle(halo) for halo in groups(chart, "halo")]
    for spot in spots:
        assert not [1 for element in groups(chart, "card") if place(element).overlap(spot)]
    assert not [1 for one, other in combinations(spots, 2) if one.overlap(other) > 1]


def ring(size: int) -> tuple[list[Node], list[Relationship]]:
    bodies = [body(f"Ring {number}") for number in range(size)]
    return bodies, [line(one, bodies[(number + 1) % size], finding=True) for number, one in enumerate(bodies)]


@pytest.mark.parametrize("size", [1, 2, 3, 7])
def test_a_loop_is_laid_out_with_all_its_steps(size: int) -> None:
    bodies, lines = ring(size)

    chart = drawn(Subgraph(tuple(bodies), tuple(lines)))

    for one in lines:
        corners = path(line_of(chart, one.id))
        assert place(card(chart, one.start)).touches(corners[0])
        assert place(card(chart, one.end)).touches(corners[-1])


def test_a_proposed_line_does_not_turn_the_picture_upside_down() -> None:
    council, board = body("A Council", "council"), body("B Board")

    chart = drawn(Subgraph((council, board), (line(council, board, modality="proposed"), line(board, council))))

    assert place(card(chart, council.id)).bottom < place(card(chart, board.id)).top


def test_in_a_loop_that_is_all_in_place_the_council_stands_on_top() -> None:
    council, board = body("A Council", "council"), body("B Board")

    chart = drawn(Subgraph((council, board), (line(council, board), line(board, council))))

    assert place(card(chart, council.id)).bottom < place(card(chart, board.id)).top


def test_who_oversees_stands_above_where_nothing_else_is_known_and_beside_where_it_is() -> None:
    council, cabinet, scrutiny = body("Council", "council"), body("Cabinet"), body("Scrutiny")
    watched = line(scrutiny, cabinet, "OVERSEES")

    alone = drawn(Subgraph((cabinet, scrutiny), (watched,)))
    below = drawn(Subgraph((council, cabinet, scrutiny), (watched, line(cabinet, council), line(scrutiny, council))))

    assert place(card(alone, scrutiny.id)).bottom < place(card(alone, cabinet.id)).top
    assert place(card(below, scrutiny.id)).top == place(card(below, cabinet.id)).top


@pytest.mark.parametrize("leaves", [6, 11, 23])
def test_leaves_of_one_body_never_stand_more_than_five_in_a_row(leaves: int) -> None:
    top = body("Top Board")
    groups_below = [body(f"Group {number}") for number in range(leaves)]

    chart = drawn(Subgraph((top, *groups_below), tuple(line(one, top) for one in groups_below)))

    rows: dict[float, int] = {}
    for one in groups_below:
        rows[place(card(chart, one.id)).top] = rows.get(place(card(chart, one.id)).top, 0) + 1
    assert max(rows.values()) <= 5
    assert len(rows) > 1


def test_a_hanging_line_is_seen_once_where_it_runs_with_another_but_whole_when_it_is_traced() -> None:
    top = body("Top Board")
    below = [body(f"Group {number}") for number in range(10)]
    lines = [line(one, top) for one in below]

    chart = drawn(Subgraph((top, *below), tuple(lines)))

    shared = groups(chart, "shared")
    assert shared
    assert all(element.get("stroke-opacity") == "0" for element in shared)
    assert all(place(card(chart, top.id)).touches(path(line_of(chart, one.id))[-1]) for one in lines)


def test_a_line_of_a_finding_is_seen_all_the_way_also_where_it_runs_with_another() -> None:
    top = body("Top Board")
    below = [body(f"Group {number}") for number in range(10)]
    lines = [line(one, top, finding=True) for one in below]

    assert groups(drawn(Subgraph((top, *below), tuple(lines))), "shared") == []


def test_where_the_router_for_right_angles_breaks_down_lines_are_slanted_but_there(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    def breaking(graphs: Sequence[Graph], timeout: float, splines: str) -> list[Layout]:
        if splines == "ortho":
            raise LayoutCrashError
        return lay_out(graphs, timeout, splines)

    monkeypatch.setattr(arrangement, "lay_out", breaking)
    view = harrowmere()

    chart = drawn(view)

    for one in view.relationships:
        corners = path(line_of(chart, one.id))
        assert place(card(chart, one.start)).touches(corners[0])
        assert place(card(chart, one.end)).touches(corners[-1])


def test_sixty_bodies_are_no_wider_than_three_landscape_pages() -> None:
    chart = drawn(county(60))

    assert float(chart.get("width") or "0") < 3 * 1120
    assert 1 < float(chart.get("width") or "0") / float(chart.get("height") or "0") < 2
