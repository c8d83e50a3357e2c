"""Loops and tops of a graph of lines."""

from __future__ import annotations

from typing import Any

from hypothesis import given
from hypothesis import strategies as st

from queries.structure import apexes, loops


def edges(*pairs: str) -> list[dict[str, Any]]:
    """Lines from "a>b", proposed from "a~b"."""
    found = []
    for i, pair in enumerate(pairs):
        lower, upper = pair.replace("~", ">").split(">")
        modality = "proposed" if "~" in pair else "asserted"
        found.append({"id": f"{i:03}", "from": lower, "to": upper, "modality": modality})
    return found


def found(*pairs: str) -> list[str]:
    return ["".join(step["from"] for step in loop) for loop in loops(edges(*pairs))]


def test_a_line_that_ends_is_no_loop() -> None:
    assert found("a>b", "b>c", "a>c") == []


def test_a_loop_is_reported_once_from_its_smallest_id() -> None:
    assert found("c>a", "a>b", "b>c") == ["abc"]


def test_two_loops_that_share_a_body_are_two() -> None:
    assert found("a>b", "b>a", "b>c", "c>b") == ["ab", "bc"]


def test_the_shortest_loop_of_a_knot_comes_first_and_what_it_leaves_is_looked_at_again() -> None:
    assert found("a>b", "b>c", "c>d", "d>a", "b>a") == ["ab"]
    assert found("a>b", "b>c", "c>a", "c>d", "d>c") == ["abc", "cd"]


def test_stated_steps_are_preferred_to_proposed_ones() -> None:
    assert found("a>b", "b~a", "b>c", "c>a") == ["abc"]


def test_a_step_stated_and_proposed_counts_as_stated() -> None:
    [loop] = loops(edges("a~b", "a>b", "b>a"))

    assert [step["modality"] for step in loop] == ["asserted", "asserted"]


def test_tops_are_where_stated_lines_end() -> None:
    assert apexes(edges("a>b", "b>c", "d>c", "c~e", "x>y")) == ["c", "y"]


PAIRS = st.lists(
    st.tuples(st.sampled_from("abcdef"), st.sampled_from("abcdef")).filter(lambda p: p[0] != p[1]), max_size=14
)


@given(PAIRS)
def test_every_loop_is_a_closed_walk_of_given_edges_and_order_does_not_matter(pairs: list[tuple[str, str]]) -> None:
    lines = sorted({f"{a}>{b}" for a, b in pairs})

    reported = loops(edges(*lines))

    for loop in reported:
        assert [step["to"] for step in loop] == [step["from"] for step in (*loop[1:], loop[0])]
        assert len({step["from"] for step in loop}) == len(loop)
    assert [[s["from"] for s in loop] for loop in loops(reversed(edges(*lines)))] == [
        [s["from"] for s in loop] for loop in reported
    ]


@given(PAIRS)
def test_without_the_reported_steps_no_loop_is_left(pairs: list[tuple[str, str]]) -> None:
    given_edges = edges(*sorted({f"{a}>{b}" for a, b in pairs}))

    gone = {step["id"] for loop in loops(given_edges) for step in loop}

    assert loops([e for e in given_edges if e["id"] not in gone]) == []
