"""Names, dates, lists and quotations read as they would be said."""

from __future__ import annotations

import pytest

from queries import wording
from queries.spoken_dates import spoken_date


@pytest.mark.parametrize(
    ("name", "label", "said"),
    [
        ("CSE Sub Group", "Body", "the CSE Sub Group"),
        ("Ofsted", "Body", "Ofsted"),
        ("South Yorkshire Police", "Body", "South Yorkshire Police"),
        ("Barnardo's Practice Review", "Review", "Barnardo's Practice Review"),
        ("Children’s Improvement Board", "Body", "the Children’s Improvement Board"),
        ("The Children's Trust", "Body", "the Children's Trust"),
        ("no single manager", "Post", "no single manager"),
        ("Director of Children's Services", "Post", "the Director of Children's Services"),
        ("detective inspector, Public Protection Unit", "Post", "the detective inspector, Public Protection Unit"),
        ("Ruth Mensah", "Person", "Ruth Mensah"),
        ("Cabinet (RMBC)", "Body", "the Cabinet"),
        ("Improve the tool", "Recommendation", "“Improve the tool”"),
    ],
)
def test_a_name_stands_in_a_sentence_as_people_say_it(name: str, label: str, said: str) -> None:
    assert wording.named({"name": name, "label": label}) == said


@pytest.mark.parametrize(
    ("date", "said"), [("2013-09-01", "1 September 2013"), ("2013-09", "September 2013"), ("2013", "2013")]
)
def test_a_date_is_said_as_precisely_as_it_is_known(date: str, said: str) -> None:
    assert spoken_date(date) == said


def test_a_list_with_commas_within_is_parted_by_semicolons() -> None:
    assert wording.listed(["a", "b", "c"]) == "a, b and c"
    assert wording.listed(["a, b", "c", "d"]) == "a, b; c and d"
    assert wording.listed([]) == ""


def test_a_long_quotation_is_cut_at_a_word_and_shows_it() -> None:
    said = wording.quoted("word " * 100)

    assert said.endswith("word …”")
    assert len(said) < 260


def test_a_quotation_is_one_line() -> None:
    assert wording.quoted("two\n  lines") == "“two lines”"


def test_a_bracketed_part_is_left_out_where_it_has_nothing_to_say() -> None:
    template = "{a} reports[; to {b}]."

    assert wording.completed(template, {"a": "x", "b": []}, {}) == "X reports."
    assert wording.completed(template, {"a": "x", "b": ["y", "z"]}, {"y": "the y"}) == "X reports; to the y and z."


def test_two_rhythms_are_said_to_differ() -> None:
    assert wording.often(["quarterly"]) == "quarterly"
    assert wording.often(["quarterly", "monthly"]) == "the papers differ on how often: monthly and quarterly"
    assert wording.often(None) == ""
