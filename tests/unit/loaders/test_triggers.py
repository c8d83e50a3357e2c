"""Looking for a word first finds every stretch that the grammars read something in."""

from __future__ import annotations

import pytest

from loaders.names import bodies, instruments, people, posts
from loaders.triggers import Triggers, lowered


def test_a_stretch_is_kept_where_a_word_begins_in_it() -> None:
    text = "The Board met. Nobody came. Subgroups too"
    stretches = [(0, 14), (15, 27), (28, 41)]
    assert Triggers(["board", "group"]).having(lowered(text), stretches) == [(0, 14), (28, 41)]
    assert Triggers(["board"]).having(text, stretches) == []


def test_no_stretch_no_words_nothing() -> None:
    assert Triggers(["board"]).having("", []) == []


def test_small_letters_stand_where_their_capitals_do() -> None:
    assert lowered("İstanbul BOARD") == "İstanbul board"


@pytest.mark.parametrize(
    "name",
    ["Cllr D. Osei", "Town Councillor Osei", "Mrs Osei", "Rt Hon Dana Osei", "COUNCILLOR OSEI", "Senator Osei"],
)
def test_a_person_with_a_title_is_looked_for(name: str) -> None:
    assert list(people.titled(name, 0, len(name)))
    assert people.TRIGGERS.having(name, [(0, len(name))])


def test_words_that_begin_no_title_are_not_looked_for() -> None:
    text = "The Town met in the City Hall"
    assert people.TRIGGERS.having(text, [(0, len(text))]) == []


@pytest.mark.parametrize(
    "name",
    ["SIG Storage", "Harrowmere Working Parties", "the Climate and Housing Groups", "Harrowmere sub-committee"],
)
def test_a_body_is_looked_for(name: str) -> None:
    assert bodies.TRIGGERS.having(lowered(name), [(0, len(name))])


@pytest.mark.parametrize(
    "name", ["Section 151 Officer", "Attorney General", "Harrowmere GP", "Chief Executive", "Lead for Housing"]
)
def test_a_post_is_looked_for(name: str) -> None:
    assert [p.name for p in posts.find(name, 0, len(name))]
    assert posts.triggers().having(lowered(name), [(0, len(name))])


@pytest.mark.parametrize("name", ["Harrowmere Annual Report", "Housing Needs Assessment", "Operation Tempest"])
def test_an_instrument_is_looked_for(name: str) -> None:
    assert [i.name for i in instruments.find(name, 0, len(name))]
    assert instruments.TRIGGERS.having(lowered(name), [(0, len(name))])
