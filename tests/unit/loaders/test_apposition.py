"""Names that stand with a post hold it; in a row of posts and names each gets its own."""

from __future__ import annotations

from tests.unit.loaders.reading import NAMES, paper, read, said

HSCB = "Harrowmere Safeguarding Children Board"


def held(text: str) -> set[tuple[str, str, str]]:
    return {(s, p, o) for s, p, o, _ in said(text) if p in ("HOLDS_POST", "CHAIRS")}


def test_a_post_before_or_after_a_name_is_that_persons() -> None:
    assert held("Phil Howe, Director of Housing, spoke.") == {("Phil Howe", "HOLDS_POST", "Director of Housing")}
    assert held("The Chief Executive Martin Roe spoke.") == {("Martin Roe", "HOLDS_POST", "Chief Executive")}


def test_in_a_row_each_name_gets_the_post_right_before_it() -> None:
    text = "Present were Lead Member Councillor Paul Roe, Chief Executive Martin Poe and Director of Housing Joyce Doe."
    assert held(text) == {
        ("Paul Roe", "HOLDS_POST", "Lead Member"),
        ("Martin Poe", "HOLDS_POST", "Chief Executive"),
        ("Joyce Doe", "HOLDS_POST", "Director of Housing"),
    }


def test_who_holds_a_bodys_chair_chairs_it() -> None:
    text = "Ruth Mensah, Independent Chair of the HSCB, welcomed members."
    assert held(text) == {("Ruth Mensah", "CHAIRS", HSCB)}


def test_a_chair_of_nothing_named_is_not_stated() -> None:
    assert held("Ruth Mensah, Independent Chairman, welcomed members.") == set()


def test_a_former_post_is_historical_and_an_interim_one_says_so() -> None:
    found = said("Phil Howe, former Director of Housing, left.")
    assert ("Phil Howe", "HOLDS_POST", "Director of Housing", "historical") in found
    statements = read(f"{NAMES}Jan Roe, Interim Chief Executive, spoke.").statements
    assert [s.qualifiers["status"] for s in statements] == ["interim"]


def test_a_post_in_ordinary_words_counts_before_a_name() -> None:
    text = "Members welcome the appointment of an interim strategic lead within social care - Lynn Roe."
    assert held(text) == {("Lynn Roe", "HOLDS_POST", "interim strategic lead within social care")}


def test_a_name_over_a_post_signs_and_speaks_as_i() -> None:
    text = (
        f"{NAMES}Ruth Mensah\n\nIndependent Chair, Harrowmere Safeguarding Children Board\n\n"
        "I became the independent chair of the HSCB on 1st September 2013.\n"
    )
    found = [(s.subject.name, s.predicate, s.qualifiers.get("since"), s.rule) for s in read(text).statements]
    assert found == [
        ("Ruth Mensah", "CHAIRS", None, "cue:signature"),
        ("Ruth Mensah", "CHAIRS", "2013-09-01", "cue:became-chair"),
    ]


def test_where_two_sign_nobody_is_i() -> None:
    text = (
        f"{NAMES}Ruth Mensah\n\nIndependent Chair, HSCB\n\nPhil Howe\n\nBusiness Manager, HSCB\n\n"
        "I became the chair of the Silver Group in May 2014.\n"
    )
    assert not [s for s in read(text).statements if s.object.name == "Silver Group"]
    assert paper(text).author_at(len(text) - 3) is None
