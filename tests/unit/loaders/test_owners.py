"""Whose a paper is, where its head names no body by the grammar of names."""

from __future__ import annotations

import pytest

from tests.unit.loaders.reading import paper


@pytest.mark.parametrize(
    ("head", "owner"),
    [
        ("# HLUG Annual General Meeting 2023 Minutes\n", "HLUG"),
        ("# Minutes from HLUG meeting held 01 June 2022\n", "HLUG"),
        ("---\nbody: Directors\ntitle: Minutes\n---\n", "Directors"),
        ("# Minutes of Directors' meeting\n", "Directors"),
        ("# Approved Town Council Mtg Minutes\n\nThe Elderby Town Council met in the hall.\n", "Elderby Town Council"),
        ("OPEN MINUTES\n\nMinutes of a meeting of Council held in the Council Chambers on 3 May 2014\n", "Council"),
        ("# Ordinary Meeting of Council\n", "Council"),
        ("# LOCAL GOVERNMENT MEETING\n", None),
        ("# Special Selectboard Meeting Minutes\n", "Selectboard"),
        ("Board of Selectmen\nTown Hall Conference Room\n3 May 2014\nMinutes\n", "Board of Selectmen"),
        ("Minutes of the 9th Annual General Meeting held at the Pavilion, Elder College\n", None),
        ("MINUTES OF THE ANNUAL PAROCHIAL MEETING OF ST ANN’S PARISH CHURCH, ELDERBY\n", None),
        ("# Notes of the meeting\n", None),
        ("# Meeting at Committee Room\n", None),
        ("# Summer Fair Meeting\n", None),
    ],
)
def test_the_title_of_a_meeting_tells_whose_it_is(head: str, owner: str | None) -> None:
    found = paper(f"{head}\nPresent: A Byrne, C Dale\n\nThe accounts were noted.\n")
    named = found.owner_at(len(head))
    assert (named.name if named else None) == owner


def test_terms_of_reference_are_those_of_the_body_they_speak_of_most() -> None:
    found = paper(
        "# Management Terms of Reference\n\nThe Harbour Executive set up the Harbour Management Group. The Harbour "
        "Management Group meets monthly. The Harbour Management Group has a chair.\n"
    )
    named = found.owner_at(0)
    assert named is not None
    assert named.name == "Harbour Management Group"


def test_terms_of_reference_below_their_title_say_whose_they_are() -> None:
    found = paper("# Terms of Reference\n\n## Harbour Programme Board\n\nThe Harbour Executive Group set it up.\n")
    named = found.owner_at(0)
    assert named is not None
    assert named.name == "Harbour Programme Board"


def test_a_charter_is_that_of_the_body_in_its_title() -> None:
    found = paper("# Harbour Group Charter\n\nThe group keeps the harbour.\n\n## Scope\n\nThe Harbour Group meets.\n")
    named = found.owner_at(0)
    assert named is not None
    assert named.name == "Harbour Group"


def test_a_neighbour_named_once_does_not_own_the_minutes() -> None:
    body = "The lamps were mended. " * 30
    found = paper(f"# Parish Council Meeting\n\nPresent: A Byrne\n\n{body}\n\nStoke Parish Council sent a letter.\n")
    named = found.owner_at(0)
    assert named is None or "Stoke" not in named.name


@pytest.mark.parametrize(
    "head",
    [
        "# Minutes of Monthly Meeting of the Municipal District of Castlederrig, held on Monday, 11th September 2017\n",
        "# Elderby County Council\n\nMinutes of the Meeting of the Municipal District of Castlederrig held on 4 May 2017\n",
        "MINUTES OF PROCEEDINGS AT MEETING OF THE MUNICIPAL DISTRICT\nOF CASTLEDERRIG HELD ON FRIDAY, 20TH JUNE, 2014\n",
    ],
)
def test_minutes_are_those_of_whose_meeting_they_say_they_are(head: str) -> None:
    found = paper(f"{head}\nPresent: Councillor A Byrne, Councillor C Dale\n\nThe accounts were noted.\n")
    named = found.owner_at(len(head))
    assert named is not None
    assert named.name == "Municipal District of Castlederrig"
