"""Initials that a paper explains stand for the body whose name they follow or precede."""

from __future__ import annotations

import pytest

from loaders.names import bodies
from loaders.names.definitions import definitions


def defined(text: str) -> dict[str, str]:
    return definitions(text, list(bodies.find(text, 0, len(text))))[1]


@pytest.mark.parametrize(
    "text",
    [
        "the Corporate Parenting Board (CPB) met",
        'the Corporate Parenting Board (the "CPB") met',
        "the Corporate Parenting Board (‘CPB’) met",
        "the Corporate Parenting Board (hereinafter the CPB) met",
        "the Corporate Parenting Board (hereafter referred to as “CPB”) met",
        "the Corporate Parenting Board, known as the CPB, met",
        "the CPB (Corporate Parenting Board) met",
        "the CPB (the Corporate Parenting Board) met",
    ],
)
def test_initials_are_defined_before_and_after_the_name(text: str) -> None:
    assert defined(text) == {"CPB": "Corporate Parenting Board"}


@pytest.mark.parametrize(
    "text",
    [
        "the Corporate Parenting Board (UKIP) met",
        "the Corporate Parenting Board (see CPB) met",
        "Anna Dale MP (Corporate Parenting Board)",
        "the Corporate Parenting Board and the CPB met",
    ],
)
def test_other_initials_beside_a_name_define_nothing(text: str) -> None:
    assert defined(text) == {}


def test_initials_of_words_that_name_no_body_are_kept_apart() -> None:
    text = "child sexual exploitation (CSE)"
    assert definitions(text, []) == ({"CSE": "child sexual exploitation"}, {})
