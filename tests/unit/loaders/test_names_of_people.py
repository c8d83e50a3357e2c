"""What is a person's name, from everywhere and however it is written, and what only looks like one."""

from __future__ import annotations

import pytest

from loaders.names import people
from tests.unit.loaders.reading import said


def _whole(text: str) -> str | None:
    found = people.whole(text, 0, len(text))
    return found.name if found else None


@pytest.mark.parametrize(
    ("written", "name"),
    [
        ("Dr Alan West", "Alan West"),
        ("Revd Canon Huw ap Rhys", "Huw ap Rhys"),
        ("Prof. Zoë van Dijk", "Zoë van Dijk"),
        ("Dr Omar al-Rashid", "Omar al-Rashid"),
        ("Ms Nguyễn Thị Lan", "Nguyễn Thị Lan"),
        ("Mrs Siobhán Ní Bhriain JP", "Siobhán Ní Bhriain"),
        ("Sir Kwame Mensah-Boateng KBE", "Kwame Mensah-Boateng"),
        ("Dame Ruth Ablett, DBE", "Ruth Ablett"),
        ("Rt Hon. Fay May MP", "Fay May"),
        ("Ms C. O'Neill", "C. O'Neill"),
        ("Mr K McAvoy", "K. McAvoy"),
        ("JP Smith", "JP Smith"),
        ("R. Mensah", "R. Mensah"),
        ("Jin-ho Lee", "Jin-ho Lee"),
        ("Mei-Ling Chu", "Mei-Ling Chu"),
        ("Councilor DuMont", "Councilor DuMont"),
        ("ALMA REYES", "Alma Reyes"),
        ("FERGUS MCBRIDE", "Fergus McBride"),
        ("Kofi Mensah (@kmensah)", "Kofi Mensah"),
        ("Jane Dole ([@jdole](https://example.org/jdole))", "Jane Dole"),
    ],
)
def test_a_name_is_read_without_title_honours_and_handle(written: str, name: str) -> None:
    assert _whole(written) == name


@pytest.mark.parametrize(
    "words",
    ["Action Plan", "Next Steps", "Town Hall", "High Street", "Victoria Park", "Lord Street", "Annual Report",
     "Lead Officer", "Town Councillor Training", "Lantern Project", "Co-opted Member"],
)  # fmt: skip
def test_what_only_has_capitals_is_nobody(words: str) -> None:
    assert _whole(words) is None


@pytest.mark.parametrize("name", ["Councillor Trust", "Cllr P Group", "Councillor Ada Forum", "Mrs Board"])
def test_a_surname_may_be_the_head_of_a_body(name: str) -> None:
    assert _whole(name) is not None


def test_a_councillor_called_like_a_body_is_a_person_and_no_body() -> None:
    stated = said("Present: Councillor Ada Forum, Cllr P Group and Councillor J. Board\n")
    assert {s for s, p, _, _ in stated if p == "ATTENDED"} == {"Ada Forum", "P. Group", "J. Board"}
    assert not {o for _, _, o, _ in stated} & {"Ada Forum", "P Group", "J. Board"}


def test_the_leaders_of_a_group_of_councillors_are_no_councillor_group() -> None:
    text = "Councillor Group Leaders met."
    assert not list(people.titled(text, 0, len(text)))


@pytest.mark.parametrize(
    ("cell", "name"),
    [
        ("Astbury, Joan", "Joan Astbury"),
        ("O'NEILL, Declan (Treasurer)", "Declan O'Neill"),
        ("VAN DIJK, Zoë", "Zoë van Dijk"),
        ("Smith, Mr J.", "J. Smith"),
    ],
)
def test_a_cell_may_give_the_surname_first(cell: str, name: str) -> None:
    found = people.inverted(cell, 0, len(cell))
    assert found is not None
    assert found.name == name


def test_a_list_of_two_things_is_no_surname_and_forename() -> None:
    assert people.inverted("Planning, Housing", 0, 17) is None


def test_one_bracket_tells_namesakes_apart_and_another_is_only_initials() -> None:
    text = "Cllrs Davies (P), Davies (R) and Dame Judith Harker (JH)"
    assert [n.name for n in people.titled(text, 0, len(text))][:2] == ["Davies (P)", "Davies (R)"]
    assert _whole("Dame Judith Harker (JH)") == "Judith Harker"


def test_three_blanks_part_the_columns_of_a_name_and_an_organisation() -> None:
    text = "Cllr Hugh Trent        Westmarch County Council"
    assert [n.name for n in people.titled(text, 0, len(text))] == ["Hugh Trent"]
