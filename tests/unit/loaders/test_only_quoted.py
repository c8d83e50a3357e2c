"""What stands in quotation marks, in an exercise, in a rumour or under "imagine" is not what the paper says."""

from __future__ import annotations

import pytest

from tests.unit.loaders.reading import NAMES, said

LINE = {("Silver Group", "REPORTS_TO", "Exploitation Sub Group", "asserted")}


@pytest.mark.parametrize(
    "words",
    [
        'A resident wrote: "The Silver Group reports to the Exploitation Sub Group."',
        "“I had heard otherwise. The Silver Group reports to the Exploitation Sub Group,” said a neighbour.",
        "Exercise 2. Draw: the Silver Group reports to the Exploitation Sub Group.",
        "Imagine that the Silver Group reports to the Exploitation Sub Group.",
        "Say the Silver Group reports to the Exploitation Sub Group.",
        "It is not true that the Silver Group reports to the Exploitation Sub Group.",
        "Rumour has it that the Silver Group reports to the Exploitation Sub Group.",
        "It might be that the Silver Group reports to the Exploitation Sub Group.",
    ],
)
def test_somebody_elses_words_say_nothing(words: str) -> None:
    assert said(NAMES + words) == set()


@pytest.mark.parametrize(
    "words",
    [
        'The "Silver" group met. The Silver Group reports to the Exploitation Sub Group, known as "Sub".',
        "After “Exercise Tempest” the Silver Group reports to the Exploitation Sub Group.",
        "The plan is called “Safer”. The Silver Group reports to the Exploitation Sub Group.",
    ],
)
def test_quotation_marks_elsewhere_do_not_matter(words: str) -> None:
    assert said(NAMES + words) == LINE
