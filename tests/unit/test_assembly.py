"""How statements add up to relationships, and what a later report replaces."""

from __future__ import annotations

import itertools
from typing import Any

from graph.assembly import Resolved, relationships

BOARD = "body:board"


def said(
    id: str,
    subject: str,
    predicate: str = "CHAIRS",
    object: str = BOARD,
    on: str | None = None,
    modality: str = "asserted",
    paper: str = "",
    **q: str,
) -> Resolved:
    return Resolved(f"statement:{id}", paper or f"paper:{id}", subject, predicate, object, modality, q, on)


def windows(*statements: Resolved) -> list[tuple[str, str, str]]:
    return sorted((r.properties["holds_from"], r.properties["holds_to"], r.start) for r in relationships(statements))


def only(*statements: Resolved) -> dict[str, Any]:
    [relationship] = relationships(statements)
    return dict(relationship.properties)


def test_two_papers_that_say_the_same_make_one_line_that_rests_on_both() -> None:
    line = only(
        said("1", "body:group", "REPORTS_TO", on="2013-05", cadence="quarterly"),
        said("2", "body:group", "REPORTS_TO", on="2014-02-03", cadence="six-monthly"),
    )
    assert line["statements"] == ["statement:1", "statement:2"]
    assert line["cadence"] == ["quarterly", "six-monthly"]
    assert (line["first_reported"], line["last_reported"]) == ("2013-05-01", "2014-02-03")


def test_what_is_proposed_and_what_is_asserted_are_two_lines() -> None:
    lines = relationships([said("1", "body:a", "REPORTS_TO"), said("2", "body:a", "REPORTS_TO", modality="proposed")])
    assert sorted(r.properties["modality"] for r in lines) == ["asserted", "proposed"]


def test_a_later_chair_supersedes_the_earlier_one_from_the_day_reported() -> None:
    assert windows(said("1", "person:a", on="2013-12-10"), said("2", "person:b", on="2015-03-05")) == [
        ("2013-12-10", "2015-03-04", "person:a"),
        ("2015-03-05", "9999-12-31", "person:b"),
    ]


def test_a_later_chair_supersedes_from_the_day_that_the_paper_says_it_began() -> None:
    assert windows(
        said("1", "person:a", on="2013-05-01"), said("2", "person:b", on="2013-12-10", since="2013-09-01")
    ) == [
        ("2013-05-01", "2013-08-31", "person:a"),
        ("2013-09-01", "9999-12-31", "person:b"),
    ]


def test_two_chairs_reported_on_one_day_both_hold_which_is_a_contest() -> None:
    assert windows(said("1", "person:a", on="2013-12-10"), said("2", "person:b", on="2013-12-10")) == [
        ("2013-12-10", "9999-12-31", "person:a"),
        ("2013-12-10", "9999-12-31", "person:b"),
    ]


def test_a_chair_who_comes_back_has_two_periods() -> None:
    assert windows(
        said("1", "person:a", on="2012"), said("2", "person:b", on="2013"), said("3", "person:a", on="2014")
    ) == [
        ("2012-01-01", "2012-12-31", "person:a"),
        ("2013-01-01", "2013-12-31", "person:b"),
        ("2014-01-01", "9999-12-31", "person:a"),
    ]


def test_a_vice_chair_does_not_replace_the_chair() -> None:
    assert [
        w[1]
        for w in windows(
            said("1", "person:a", on="2012", role="chair"), said("2", "person:b", on="2013", role="vice-chair")
        )
    ] == ["9999-12-31"] * 2


def test_a_post_that_one_paper_gives_to_two_people_is_shared() -> None:
    post = "post:councillor"
    statements = [
        said("1", "person:a", "HOLDS_POST", post, "2012", paper="paper:x"),
        said("2", "person:b", "HOLDS_POST", post, "2012", paper="paper:x"),
        said("3", "person:c", "HOLDS_POST", post, "2014"),
    ]
    assert {w[1] for w in windows(*statements)} == {"9999-12-31"}


def test_a_line_to_a_board_is_not_replaced_by_a_later_line_to_another() -> None:
    lines = [said("1", "body:a", "REPORTS_TO", "body:x", "2012"), said("2", "body:a", "REPORTS_TO", "body:y", "2014")]
    assert {w[1] for w in windows(*lines)} == {"9999-12-31"}


def test_what_has_ended_counts_until_its_last_day() -> None:
    assert windows(said("1", "body:a", "PART_OF", on="2012-06-01", until="2013")) == [
        ("2012-06-01", "2013-12-31", "body:a")
    ]


def test_what_a_paper_calls_past_counts_only_before_a_stated_end() -> None:
    never = only(said("1", "body:a", "PART_OF", on="2012", modality="historical"))
    ended = only(said("1", "body:a", "PART_OF", on="2012", modality="historical", until="2010-03"))
    assert never["holds_from"] > never["holds_to"]
    assert (ended["holds_from"], ended["holds_to"]) == ("0001-01-01", "2010-03-31")


def test_attendance_is_on_its_day() -> None:
    assert windows(said("1", "person:a", "ATTENDED", on="2014-09-30", **{})) == [
        ("2014-09-30", "2014-09-30", "person:a")
    ]


def test_relationships_are_the_same_in_any_order() -> None:
    statements = [
        said("1", "person:a", on="2012"),
        said("2", "person:b", on="2013"),
        said("3", "person:a", on="2014"),
        said("4", "person:c"),
    ]
    expected = relationships(statements)
    assert all(relationships(order) == expected for order in itertools.permutations(statements))


def test_one_whose_term_was_over_before_does_not_replace_who_sits() -> None:
    sitting = said("1", "person:bell", on="2013-06-01")
    before = said("2", "person:dove", on="2014-06-01", since="2010", until="2011")
    assert ("2013-06-01", "9999-12-31", "person:bell") in windows(sitting, before)
