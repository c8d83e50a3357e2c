"""The gazetteer knows public bodies by any of their names, and takes additions of the user's own."""

from __future__ import annotations

from pathlib import Path

import pytest

from graph.errors import AnswerableError
from graph.vocabulary import BODY_KINDS
from loaders.names.gazetteer import compiled, gazetteer


def named(text: str) -> list[str]:
    return [k.name for _, _, k in gazetteer().find(text, 0, len(text))]


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("the CQC and Healthcare Improvement Scotland", ["Care Quality Commission", "Healthcare Improvement Scotland"]),
        ("HMICFRS, Estyn and the RQIA", ["His Majesty's Inspectorate of Constabulary and Fire & Rescue Services", "Estyn", "Regulation and Quality Improvement Authority"]),
        ("Department for\nEducation", ["Department for Education"]),
        ("Thames Valley Police and HIQA", ["Thames Valley Police", "Health Information and Quality Authority"]),
    ],
)  # fmt: skip
def test_known_bodies_are_found_by_name_and_initials(text: str, names: list[str]) -> None:
    assert named(text) == names


@pytest.mark.parametrize(
    "text",
    [
        "the Australian National Audit Office",
        "the National Archives of Australia",
        "the US Environment Agency",
        "Monitor the plan and relate it to the Refuge",
        "ICOs and the CQCs",
        "cqc@example.org",
    ],
)
def test_other_nations_plain_words_and_parts_of_words_are_not_known_bodies(text: str) -> None:
    assert named(text) == []


def test_a_known_body_says_its_nation_and_a_kind_of_the_vocabulary() -> None:
    known = gazetteer().bodies
    assert known["HIQA"].place == "ireland"
    assert known["Ofsted"].place == "uk"
    assert {k.kind for k in known.values()} <= {*BODY_KINDS, "association"}
    assert len({k.name for k in known.values()}) > 400


def test_a_file_of_the_users_own_adds_bodies_places_posts_and_initials(tmp_path: Path) -> None:
    own = tmp_path / "own.toml"
    own.write_text(
        '[bodies.board]\n"Westmarch Growth Board" = ["WGB"]\n'
        '"Harbour Board" = {aliases = ["HBB"], place = "Harrowmere"}\n'
        '[posts]\nstatutory = ["Harbour Master"]\n[places]\nlocal = "Harrowmere"\n[acronyms]\nHX = "Harbour Exchange"\n',
        encoding="utf-8",
    )
    known = compiled(own)
    assert known.bodies["WGB"].name == "Westmarch Growth Board"
    assert known.bodies["HBB"].place == "harrowmere"
    assert known.place_in("Harrowmere Council") == "harrowmere"
    assert "harbour master" in known.posts
    assert known.initials["HX"] == "Harbour Exchange"


def test_every_bad_entry_of_a_users_file_is_reported_with_its_line(tmp_path: Path) -> None:
    own = tmp_path / "own.toml"
    own.write_text(
        '[bodies.board]\n"Growth Board" = "WGB"\n[bodies.tribe]\n"X" = []\n[people]\na = 1\n', encoding="utf-8"
    )
    with pytest.raises(AnswerableError) as caught:
        compiled(own)
    message = str(caught.value)
    assert message.startswith(str(own))
    assert all(words in message for words in ('line 2: "Growth Board"', 'line 3: "tribe"', "line 5: no table"))


def test_a_users_file_that_is_no_toml_or_not_there_says_so(tmp_path: Path) -> None:
    own = tmp_path / "own.toml"
    own.write_text("[bodies.board\n", encoding="utf-8")
    with pytest.raises(AnswerableError, match="line 1"):
        compiled(own)
    with pytest.raises(AnswerableError, match="can't be read"):
        compiled(tmp_path / "nowhere.toml")
