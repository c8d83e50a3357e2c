"""The pattern language of the cues: what a clause must have, and what is malformed."""

from __future__ import annotations

import pytest

from graph.errors import VocabularyError
from loaders.clauses import FIRST_SLOT
from loaders.cues import cues
from loaders.phrases import Pattern, tail_of, word_of

X, Y = chr(FIRST_SLOT), chr(FIRST_SLOT + 1)


@pytest.mark.parametrize(
    ("pattern", "tail"),
    [
        ("{S} {be}(?:jointly )?chaired by {P}", "chaired by {P}"),
        ("{A},? (?:being )?led by {B}", "led by {B}"),
        ("{A} [\\w ]{0,30}?under {B}", "under {B}"),
        ("{S} (?:is|are) represented on {B}", "(?:is|are) represented on {B}"),
        ("{S} (?:now )+chairs {B}", "(?:now )+chairs {B}"),
        ("no one chairs {A}", None),
    ],
)
def test_what_a_pattern_needs_is_what_follows_its_first_party_and_can_not_be_left_out(
    pattern: str, tail: str | None
) -> None:
    assert tail_of(pattern) == tail


@pytest.mark.parametrize(
    ("pattern", "word"),
    [
        ("{S} {be}(?:jointly )?chaired by {P}", "chaired"),
        ("{S} {aux}belongs? to {B}", "belong"),
        ("{S} (?:funds|(?:pays|paid) for) {B}", ""),
        ("{A} with the [\\w ]{3,40}support of {B}", "support"),
        ("{A} is {B}\\b", "is"),
        ("{A} chairs{0,2} {B}", "chair"),
    ],
)
def test_the_word_of_a_pattern_is_in_all_its_matches(pattern: str, word: str) -> None:
    assert word_of(pattern) == word


@pytest.mark.parametrize(
    ("text", "matched"),
    [
        (f"However, {X} is also chaired by {Y}.", f"{X} is also chaired by {Y}"),
        (f"{X} met in May and is jointly chaired by {Y}.", f"{X} met in May and is jointly chaired by {Y}"),
        (f"{X} chaired the meeting.", None),
        (f"Chaired by {X}.", None),
    ],
)
def test_a_pattern_matches_what_its_whole_expression_matches(text: str, matched: str | None) -> None:
    pattern = Pattern("{S} {be}(?:jointly )?chaired by {P}")
    found = [m.group() for m in pattern.finditer(text, text.lower(), text.index(X))]
    assert found == [m.group() for m in pattern.full.finditer(text)] == ([matched] if matched else [])


def test_all_patterns_of_the_cues_are_well_formed() -> None:
    for cue in cues():
        for pattern in cue.patterns:
            assert pattern.full.groups >= 0


def test_a_malformed_pattern_is_told() -> None:
    with pytest.raises(VocabularyError, match=r"data/cues\.toml"):
        list(Pattern("{S} chairs (").finditer(f"{X} chairs {Y}", f"{X} chairs {Y}", 0))
