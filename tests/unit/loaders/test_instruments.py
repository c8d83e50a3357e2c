"""The names of plans and strategies are noun phrases: the verbs of the task that names them stay outside."""

from __future__ import annotations

import pytest

from loaders.names import instruments


def names(text: str) -> list[str]:
    return [found.name for found in instruments.find(text, 0, len(text))]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("To Agree and Keep Under Review the Harrowmere Beach Plan and the Flood Strategy.",
         ["Harrowmere Beach Plan", "Flood Strategy"]),
        ("Develop Flood Response Plan with partners.", ["Flood Response Plan"]),
        ("Update Training Strategy.", ["Training Strategy"]),
        ("The Commissioning Strategy is late.", ["Commissioning Strategy"]),
        ("Volunteers like the Keep Harrowmere Tidy Strategy.", ["Keep Harrowmere Tidy Strategy"]),
    ],
)  # fmt: skip
def test_a_name_begins_behind_the_verbs_of_its_task(text: str, expected: list[str]) -> None:
    assert names(text) == expected


@pytest.mark.parametrize(
    "text",
    [
        "Provide guidance to all teams.",
        "The panel will agree and keep under review the work.",
        "To Agree and Keep Under Review.",
        "Prepare and submit a plan.",
        "Consider Policy.",
    ],
)
def test_a_task_is_no_name(text: str) -> None:
    assert names(text) == []
