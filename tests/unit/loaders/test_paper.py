"""Within one paper many forms of a name are one entity, and references mean who they must mean, or nobody."""

from __future__ import annotations

import pytest

from graph.errors import VocabularyError
from graph.model import Entity
from loaders.paper import Paper
from tests.unit.loaders.reading import NAMES, paper, read


def entity(text: str, name: str) -> Entity:
    found = [e for e in read(text).entities if name in (e.name, *e.aliases)]
    assert len(found) == 1, [e.name for e in read(text).entities]
    return found[0]


def names(text: str, label: str) -> set[str]:
    return {e.name for e in read(text).entities if e.label == label}


def refer(text: str, words: str) -> str | None:
    """Whom the last occurrence of `words` means."""
    reading: Paper = paper(text)
    start = text.rindex(words)
    named = reading.refer(start, start + len(words))
    return named.name if named else None


def test_initials_word_order_apostrophes_and_place_are_one_body() -> None:
    text = (
        "The Harrowmere Local Safeguarding Children Board (HLSCB) met. The Harrowmere Safeguarding Children's Board and "
        "Harrowmere's Local Safeguarding Children Board were thanked. The LSCB agreed. The HLSCB noted it.\n\n"
        "Harrowmere Borough Council was there.\n"
    )
    board = entity(text, "HLSCB")
    assert board.name == "Harrowmere Local Safeguarding Children Board"
    assert {"LSCB", "Harrowmere Safeguarding Children's Board"} <= set(board.aliases)
    assert board.attributes["place"] == "harrowmere"


def test_bare_heads_are_never_aliases() -> None:
    text = f"{NAMES}The Board met. The Council agreed. The Sub Group reported."
    for found in read(text).entities:
        assert not {"the Board", "Board", "Council", "Sub Group", "Group"} & {found.name, *found.aliases}


def test_a_definite_short_form_is_the_only_fuller_name_and_none_where_two_could_be_meant() -> None:
    one = "The Exploitation Silver Group met. The Silver Group agreed. The Silver Group closed."
    assert names(one, "Body") == {"Exploitation Silver Group"}
    two = f"The Missing Silver Group met. {one}"
    assert "Silver Group" in names(two, "Body")


def test_names_that_differ_in_a_word_that_distinguishes_stay_apart() -> None:
    text = (
        "The Harrowmere Improvement Board, the Corporate Improvement Board and the Children's Improvement Board met. "
        "The Improvement Board agreed. Harrowmere Borough Council was there."
    )
    assert len({n for n in names(text, "Body") if "Improvement" in n}) == 3


def test_a_body_of_another_place_keeps_its_place() -> None:
    text = "Harrowmere Borough Council wrote to Rotherham Council. Harrowmere Council waited."
    assert {(e.name, e.attributes["place"]) for e in read(text).entities if e.label == "Body"} == {
        ("Harrowmere Borough Council", "harrowmere"),
        ("Rotherham Council", "rotherham"),
    }


def test_national_bodies_belong_to_no_place() -> None:
    assert entity(f"{NAMES}OFSTED inspected it, and Ofsted wrote.", "Ofsted").attributes["place"] == "uk"


def test_a_name_after_its_owner_says_whose_it_is() -> None:
    text = f"{NAMES}Harrowmere Borough Council's Youth Justice Service and the HSCB Learning Sub Group met."
    assert entity(text, "Youth Justice Service").attributes["parent"] == "Harrowmere Borough Council"


def test_a_bodiless_post_of_a_council_belongs_to_the_council_and_a_bare_chair_to_nobody() -> None:
    text = f"{NAMES}The Strategic Director for Housing spoke. The Chief Executive of Westmarch Police replied."
    assert entity(text, "Strategic Director for Housing").attributes["body"] == "Harrowmere Borough Council"


def test_a_child_in_a_case_example_a_bare_first_name_and_a_member_of_the_public_are_no_persons() -> None:
    text = (
        f"{NAMES}Case Example (the name has been changed)\n\nGemma is 13. Gemma Smith lived with her father, Mr Smith, "
        "and her social worker visited Gemma. Mr and Mrs Davies applied for a garage. Jordan Lee, aged 12, ran away.\n"
    )
    assert names(text, "Person") == set()


def test_someone_with_a_title_of_office_or_beside_a_post_is_a_person_everywhere() -> None:
    text = f"{NAMES}Phil Howe, Director of Housing, spoke. Councillor Osei thanked Phil Howe. Mr Howe agreed."
    assert names(text, "Person") == {"Phil Howe", "Councillor Osei"}


def test_the_board_is_first_of_all_the_body_whose_paper_it_is() -> None:
    text = f"{NAMES}The work of the Health and Wellbeing Board is known.\n\nThe Board agreed."
    assert refer(text, "The Board") == "Harrowmere Safeguarding Children Board"


def test_a_reference_means_the_topic_of_its_section() -> None:
    text = f"{NAMES}## The Exploitation Sub Group\n\nThe Learning Sub Group helps.\n\nThe Sub Group meets monthly."
    assert refer(text, "The Sub Group") == "Exploitation Sub Group"


def test_what_was_just_introduced_is_meant_and_of_two_candidates_nobody() -> None:
    introduced = f"{NAMES}The Leader set up a Harrowmere Improvement Board and the Board met."
    assert refer(introduced, "the Board") == "Harrowmere Improvement Board"
    unsure = f"{NAMES}The Harrowmere Improvement Board wrote, and the Board met."
    assert refer(unsure, "the Board") is None


def test_the_council_is_that_of_the_place() -> None:
    text = f"{NAMES}Rotherham Council helped. The Local Authority was grateful."
    assert refer(text, "The Local Authority") == "Harrowmere Borough Council"


def test_the_plan_is_the_last_one_named_with_these_words() -> None:
    text = f"{NAMES}The Early Help Strategy and the Exploitation Action Plan exist. The action plan is long."
    assert refer(text, "The action plan") == "Exploitation Action Plan"
    assert refer(text.replace("The action plan is", "The protocol is"), "The protocol") is None


@pytest.mark.parametrize("words", ["the committee", "the widget", "their own board of governors"])
def test_what_is_not_named_is_not_guessed(words: str) -> None:
    assert refer(f"{NAMES}It was said that {words} met.", words) is None


def test_whoever_fills_a_cell_is_a_post_a_person_or_a_body() -> None:
    text = (
        f"{NAMES}| Service Manager, Westmarch Police | Ruth Mensah | HSCB | Victim Support | 12 |\n|--|--|--|--|--|\n"
    )
    reading = paper(text)
    row = next(b for b in reading.blocks if b.kind == "row")
    parties = [reading.party_at(*c) for c in row.cells]
    assert [(p.label, p.body.name if p.body else p.name) if p else None for p in parties] == [
        ("Post", "Westmarch Police"),
        ("Person", "Ruth Mensah"),
        ("Body", "Harrowmere Safeguarding Children Board"),
        ("Body", "Victim Support"),
        None,
    ]


def test_a_statement_that_breaks_the_vocabulary_names_its_rule() -> None:
    reading = paper(NAMES)
    board = reading.owner_at(100)
    reading.state(board, "CHAIRS", reading.entities.function("early help"), 0, 10, "cue:wrong")
    with pytest.raises(VocabularyError, match="cue:wrong"):
        reading.finish()


def test_a_statement_with_an_unknown_end_or_with_itself_is_not_made() -> None:
    reading = paper(NAMES)
    board = reading.owner_at(100)
    reading.state(board, "PART_OF", None, 0, 10, "cue:x")
    reading.state(board, "PART_OF", board, 0, 10, "cue:x")
    assert reading.finish().statements == ()


def test_entities_of_a_paper_have_ids_of_their_own_and_reading_twice_gives_the_same() -> None:
    text = f"{NAMES}The Chair of the Silver Group met the Chair of the Learning Sub Group. Councillor Osei was there."
    first, second = read(text), read(text)
    assert len({e.id for e in first.entities}) == len(first.entities)
    assert first == second


def test_a_body_of_a_body_is_not_its_fuller_name() -> None:
    found = paper(
        "# Byelaws\n\nThe Executive Board of the Harbour Forum meets monthly. The Harbour Forum elects it. The Harbour "
        "Forum meets yearly.\n"
    )
    assert {n.name for n in found.entities if n.label == "Body"} >= {
        "Harbour Forum",
        "Executive Board of the Harbour Forum",
    }


def test_a_council_of_something_gives_no_place() -> None:
    found = paper("# Minutes\n\nThe Executive Council met. The Executive Council appoints the Audit Committee.\n")
    assert found.entities.place is None
    assert paper("# Minutes of the SU Council\n\nThe Steering Council met.\n").entities.place is None
    assert paper("# Minutes of Elder Coast Regional Council\n\nIt met.\n").entities.place == "elder-coast"


def test_initials_may_leave_out_whose_a_body_is_unless_two_could_be_meant() -> None:
    one = "The Larkspur Technical Steering Committee met. The TSC agreed the release."
    assert names(one, "Body") == {"Larkspur Technical Steering Committee"}
    assert "TSC" in entity(one, "Larkspur Technical Steering Committee").aliases
    two = f"{one} So did the Heron Technical Steering Committee."
    assert "TSC" not in entity(two, "Larkspur Technical Steering Committee").aliases


def test_under_its_own_heading_a_committee_is_meant_in_a_structure_but_not_in_minutes() -> None:
    text = "{title}\n\n## Finance Committee\n\nWhat it does is for the Committee to say."
    assert refer(text.format(title="# Audit Committee Terms of Reference"), "the Committee") == "Finance Committee"
    minutes = "# Minutes of the Audit Committee held on 3 May 2014"
    assert refer(text.format(title=minutes), "the Committee") == "Audit Committee"


def test_an_organisation_without_a_kind_in_its_name_is_the_foundation_of_its_papers() -> None:
    assert (
        refer("# Minutes of HLUG meeting, 3 May 2014\n\nIt is for the Foundation to say.", "the Foundation") == "HLUG"
    )


def test_bullets_of_symbol_fonts_in_a_sentence_are_nobody() -> None:
    extraction = read(f"{NAMES}The Silver Group \uf0b7 reports to \ue000 the HSCB.\n")
    assert all(s.span.quote for s in extraction.statements)


@pytest.mark.parametrize("text", ["|", "| |\n", "#", "---\n---\n", "- \n- \n", "\ue000"])
def test_a_paper_of_nothing_but_marks_says_nothing(text: str) -> None:
    assert read(text).statements == ()


def test_the_committee_beside_its_sub_committee_is_the_committee() -> None:
    extraction = read(
        "# Licensing Committee\n\nMinutes of the meeting held on 4 March 2014\n\n"
        "The Hearings Sub-Committee reports to the Committee quarterly.\n"
    )
    said = {(s.subject.name, s.predicate, s.object.name) for s in extraction.statements}
    assert ("Hearings Sub-Committee", "REPORTS_TO", "Licensing Committee") in said
