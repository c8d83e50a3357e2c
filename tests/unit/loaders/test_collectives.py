"""Bodies that have no name of their own: those who meet, and the board of a town."""

from __future__ import annotations

from tests.unit.loaders.reading import paper, read

TOWN = "# Town of North Elder\n\nMarch 16, 2020\n\n## Minutes\n\nThe town board met. {more}\n"


def named(text: str) -> set[str]:
    return {e.name for e in read(text).entities if e.label == "Body"}


def test_the_directors_are_a_body_where_a_paper_speaks_of_them_again_and_again() -> None:
    often = "The Directors met. The report of the Directors was read, and the Directors agreed it."
    assert named(often) == {"Directors"}
    assert named("The Directors met. The directors of housing and the Directors of Finance came.") == set()


def test_the_trustees_are_the_board_of_trustees_where_it_is_named() -> None:
    text = "The Board of Trustees met. The Trustees came, the Trustees spoke and the Trustees went."
    assert named(text) == {"Board of Trustees"}


def test_the_town_board_of_a_town_owns_its_minutes_and_has_its_name() -> None:
    reading = paper(TOWN.format(more="The Town Board adjourned."))
    owner = reading.owner_at(0)
    assert owner is not None
    assert owner.name == "North Elder Town Board"


def test_of_two_bodies_of_a_town_none_is_meant() -> None:
    reading = paper(TOWN.format(more="It wrote to the Town Council."))
    assert reading.owner_at(0) is None


def test_a_body_of_a_body_is_the_same_with_and_without_its_whole() -> None:
    text = "The Executive Committee of the Faculty Senate met. The Executive Committee and the Faculty Senate agreed."
    assert len(named(text)) == 2


def test_names_that_begin_with_a_small_letter_or_with_new_are_whole() -> None:
    assert named("The openELD Foundation met.") == {"openELD Foundation"}
    assert named("NEW ELDERBY RESIDENTS ASSOCIATION\n\nIt met.") == {"New Elderby Residents Association"}
