"""A name finds its entity by any of its forms, and never one whose distinguishing words are others."""

from __future__ import annotations

import pytest

from graph.model import Entity
from queries.matching import ALIAS, NAME, PART, PLACELESS, WORDS, Match, Names, acronyms


def body(name: str, *aliases: str, place: str = "rotherham", label: str = "Body") -> Entity:
    attributes = {"place": place} if place else {}
    return Entity(f"{label.lower()}:{name}", label, name, aliases, None, attributes)


LSCB = body("Rotherham Local Safeguarding Children Board", "RLSCB")
SUB_GROUP = body("CSE Sub Group", "Child Sexual Exploitation Sub Group")
PLAN = body("Child Sexual Exploitation Action Plan", label="Instrument")
IMPROVEMENT = body("Improvement Board")
CORPORATE = body("Corporate Improvement Board")
CHILDRENS = body("Children's Improvement Board")
CHAIR = body("Chair, CSE Sub Group", label="Post")


def match(text: str, *entities: Entity, labels: tuple[str, ...] = ()) -> Match:
    return Names(entities).match(text, labels)


@pytest.mark.parametrize(
    ("text", "entity", "fit"),
    [
        ("CSE Sub Group", SUB_GROUP, NAME),
        ("the cse sub-group", SUB_GROUP, NAME),
        ("Child Sexual Exploitation Sub Group", SUB_GROUP, ALIAS),
        ("CSE subgroup", SUB_GROUP, NAME),
        ("Sub Group for CSE", SUB_GROUP, WORDS),
        ("CSE action plan", PLAN, WORDS),
        ("RLSCB", LSCB, ALIAS),
        ("LSCB", LSCB, PLACELESS),
        ("Local Safeguarding Children's Board", LSCB, PLACELESS),
        ("Rotherham LSCB", LSCB, WORDS),
        ("Safeguarding Children Board", LSCB, PLACELESS),
        ("exploitation action plan", PLAN, PART),
    ],
)
def test_a_name_is_found_by_name_alias_acronym_and_topic_words(text: str, entity: Entity, fit: int) -> None:
    found = match(text, LSCB, SUB_GROUP, PLAN, IMPROVEMENT, CHILDRENS)

    assert (found.entity, found.fit) == (entity, fit)


@pytest.mark.parametrize("board", [IMPROVEMENT, CORPORATE, CHILDRENS])
def test_confusable_names_are_told_apart(board: Entity) -> None:
    assert match(board.name, IMPROVEMENT, CORPORATE, CHILDRENS).entity == board


def test_a_distinguishing_word_that_a_name_lacks_is_never_dropped() -> None:
    found = match("Children's Improvement Board", IMPROVEMENT, CORPORATE)

    assert found.entity is None
    assert not found.equal
    assert IMPROVEMENT in found.candidates


def test_the_place_may_be_left_out_or_added() -> None:
    assert match("Rotherham Improvement Board", IMPROVEMENT, CHILDRENS).entity == IMPROVEMENT
    assert match("Doncaster Improvement Board", IMPROVEMENT, CHILDRENS).entity is None


def test_names_that_fit_equally_well_are_all_handed_back() -> None:
    doncaster = body("Doncaster Local Safeguarding Children Board", "DLSCB", place="doncaster")

    found = match("LSCB", LSCB, doncaster)

    assert (found.entity, found.equal) == (None, True)
    assert set(found.candidates) == {LSCB, doncaster}


def test_an_exact_name_wins_over_one_that_holds_more_words() -> None:
    assert match("Improvement Board", CORPORATE, IMPROVEMENT, CHILDRENS).entity == IMPROVEMENT


def test_some_words_of_several_names_decide_nothing() -> None:
    found = match("Improvement Board", CORPORATE, CHILDRENS)

    assert (found.entity, found.equal) == (None, True)


def test_a_post_named_after_a_body_does_not_rival_it() -> None:
    assert match("exploitation sub group", SUB_GROUP, CHAIR).entity == SUB_GROUP


def test_what_the_question_is_about_comes_first() -> None:
    person = body("Mensah", label="Person", place="")
    committee = body("Mensah Committee")

    assert match("Mensah", committee, person, labels=("Body",)).entity == committee
    assert match("Mensah", committee, person, labels=("Person",)).entity == person


def test_a_misspelt_word_is_read_as_the_only_one_like_it() -> None:
    assert match("Safegaurding Childrens Board", LSCB, IMPROVEMENT).entity == LSCB


def test_titles_of_people_do_not_count() -> None:
    person = body("Paul Lakin", label="Person", place="")

    assert match("Councillor Paul Lakin", person).entity == person


def test_near_misses_are_offered_best_first_and_strangers_are_not() -> None:
    found = match("Childrens Improvment Panel", IMPROVEMENT, CHILDRENS, PLAN)

    assert found.candidates[0] == CHILDRENS
    assert PLAN not in found.candidates


def test_an_acronym_is_learnt_from_an_alias_and_so_is_its_tail_without_the_place() -> None:
    learnt = acronyms([LSCB, SUB_GROUP])

    assert learnt["rlscb"] == ("rotherham", "local", "safeguarding", "children", "board")
    assert learnt["lscb"] == ("local", "safeguarding", "children", "board")
    assert learnt["cse"] == ("child", "sexual", "exploitation")


def test_an_acronym_of_two_meanings_stands_for_neither() -> None:
    other = body("CSE Customer Service Excellence", "CSE Award")

    assert "cse" not in acronyms([SUB_GROUP, other])


def test_search_finds_the_beginning_of_a_word_and_ranks_the_name_first() -> None:
    hits = [entity for _, entity in Names([CHAIR, SUB_GROUP, IMPROVEMENT]).search("cse su")]

    assert hits[0] == SUB_GROUP
    assert IMPROVEMENT not in hits
