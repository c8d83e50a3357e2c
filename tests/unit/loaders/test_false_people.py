"""What a paper says of people must not be stated the wrong way round: who was away, who has left, who is nobody.

Each test is a shape of paper that looks like attendance, membership or office and denies it, beside one that does not.
"""

from __future__ import annotations

import pytest

from graph.model import Statement
from tests.unit.loaders.reading import read

MINUTES = "# Audit Panel\n\nMinutes of the meeting of 3 March 2024\n\n"


def _of(text: str, *predicates: str) -> dict[str, Statement]:
    """The statements with one of `predicates`, by the subject's name."""
    return {s.subject.name: s for s in read(text).statements if s.predicate in predicates}


def _term(said: Statement) -> tuple[str, object, object]:
    return said.modality, said.qualifiers.get("since"), said.qualifiers.get("until")


# Who was there


@pytest.mark.parametrize("note", ["absent", "not a member", "did not attend", "on leave"])
def test_a_note_that_somebody_was_away_denies_that_they_came(note: str) -> None:
    assert set(_of(f"{MINUTES}Present: Peter Wills ({note}), Jane Dobson, Asha Rana\n", "ATTENDED", "APOLOGIES")) == {
        "Jane Dobson",
        "Asha Rana",
    }


def test_apologies_beside_a_name_are_apologies() -> None:
    text = f"{MINUTES}Present:\n\n- Peter Wills (apologies)\n- Jane Dobson\n- Mary Lunt - apologies\n"
    assert set(_of(text, "ATTENDED")) == {"Jane Dobson"}
    assert set(_of(text, "APOLOGIES")) == {"Peter Wills", "Mary Lunt"}


def test_who_was_away_for_one_item_came() -> None:
    assert "Jane Dobson" in _of(f"{MINUTES}Present: Jane Dobson (absent for item 4), Asha Rana\n", "ATTENDED")


@pytest.mark.parametrize("mark", ["A", "-", "Absent", "✗"])
def test_a_row_of_marks_of_absence_is_no_attendance(mark: str) -> None:
    text = (
        "# Audit Panel\n\n## Attendance\n\n| Member | Jan | Feb |\n|---|---|---|\n"
        f"| Jane Dobson | {mark} | {mark} |\n| Asha Rana | ✓ | ✓ |\n"
    )
    assert set(_of(text, "ATTENDED")) == {"Asha Rana"}


@pytest.mark.parametrize("label", ["Not invited", "Not present", "Winners of the essay prize"])
@pytest.mark.parametrize("gap", ["\n\n", "\n\n- "])
def test_a_label_over_others_ends_those_present(label: str, gap: str) -> None:
    text = f"{MINUTES}Present{gap}Jane Dobson{gap}Peter Wills\n\n{label}{gap}Asha Rana{gap}Tom Orde\n"
    assert set(_of(text, "ATTENDED")) == {"Jane Dobson", "Peter Wills"}


def test_a_label_inside_a_paragraph_ends_those_present() -> None:
    text = f"{MINUTES}Present\nJane Dobson\nPeter Wills\nNot invited\nAsha Rana\nTom Orde\n"
    assert set(_of(text, "ATTENDED")) == {"Jane Dobson", "Peter Wills"}


# Whose time is over


@pytest.mark.parametrize(
    ("note", "since", "until"),
    [
        ("resigned 3 March 2024", None, "2024-03-03"),
        ("resigned", None, None),
        ("until 2012", None, "2012"),
        ("2011-2014", "2011", "2014"),
        ("2011-14", "2011", "2014"),
        ("from May 2011 to June 2014", "2011-05", "2014-06"),
        ("in the 1970s", None, None),
        ("stepped down in April 2015", None, "2015-04"),
    ],
)
def test_a_chair_whose_time_is_over_was_one(note: str, since: str | None, until: str | None) -> None:
    for text in (
        f"# Audit Panel\n\nChair: Jane Dobson ({note})\n",
        f"# Audit Panel\n\n## Membership\n\n- Chair: Jane Dobson ({note})\n- Tom Orde\n",
        "# Council\n\n| Committee | Chair | Clerk |\n|---|---|---|\n"
        f"| Audit Committee | Jane Dobson ({note}) | Peter Wills |\n",
        f"# Audit Panel\n\nJane Dobson, Chair of the Audit Panel {note}, spoke.\n",
    ):
        assert _term(_of(text, "CHAIRS")["Jane Dobson"]) == ("historical", since, until), text


@pytest.mark.parametrize("note", ["2019-present", "since 2019", "from 2019"])
def test_a_chair_since_some_year_is_one(note: str) -> None:
    assert _term(_of(f"# Audit Panel\n\nChair: Jane Dobson ({note})\n", "CHAIRS")["Jane Dobson"]) == (
        "asserted",
        "2019",
        None,
    )


def test_a_term_that_ends_after_the_paper_is_not_over() -> None:
    text = f"{MINUTES}Chair: Jane Dobson (until May 2026)\n"
    assert _term(_of(text, "CHAIRS")["Jane Dobson"]) == ("asserted", None, "2026-05")


def test_chairs_after_each_other_are_no_co_chairs() -> None:
    said = _of("# Audit Panel\n\nChair: Jane Dobson (2011-2014); Peter Wills (2014-2016)\n", "CHAIRS")
    assert {k: (s.modality, s.qualifiers["role"]) for k, s in said.items()} == {
        "Jane Dobson": ("historical", "chair"),
        "Peter Wills": ("historical", "chair"),
    }


def test_chairs_at_the_same_time_are_co_chairs() -> None:
    said = _of("# Audit Panel\n\nChair: Jane Dobson; Peter Wills\n", "CHAIRS")
    assert {s.qualifiers["role"] for s in said.values()} == {"co-chair"}


def test_a_member_who_left_was_one() -> None:
    said = _of("# Audit Panel\n\nChair: Ann Kaye\nMembers: Asha Rana (until 2012), Tom Orde\n", "MEMBER_OF")
    assert (said["Asha Rana"].modality, said["Tom Orde"].modality) == ("historical", "asserted")


@pytest.mark.parametrize(
    "sentence",
    [
        "Jane Dobson, Leader of Ambleford Council from 1988 to 1992, spoke.",
        "Councillor Jane Dobson was Leader of Ambleford Council from 1988 to 1992.",
        "Councillor Jane Dobson (Leader of Ambleford Council 1988-1992) came.",
    ],
)
def test_a_post_of_some_years_was_held(sentence: str) -> None:
    said = next(iter(_of(f"# Report\n\n{sentence}\n", "HOLDS_POST").values()))
    assert _term(said) == ("historical", "1988", "1992")


@pytest.mark.parametrize("status", ["Resigned", "Suspended", "Deceased", "Former", "Former member", "Left"])
def test_a_status_that_ended_is_history(status: str) -> None:
    text = (
        "# Finance Panel\n\n## Membership\n\n| Name | Status |\n|---|---|\n"
        f"| Jane Dobson | {status} |\n| Ann Kaye | Current |\n"
    )
    said = _of(text, "MEMBER_OF")
    assert {k: s.modality for k, s in said.items()} == {"Jane Dobson": "historical", "Ann Kaye": "asserted"}


def test_a_term_before_the_paper_is_over() -> None:
    text = (
        f"{MINUTES}## Membership\n\n| Name | Role | Term |\n|---|---|---|\n| Jane Dobson | Chair | 2011-2014 |\n"
        "| Peter Wills | Clerk | until 2012 |\n| Asha Rana | Treasurer | 2023-2026 |\n"
    )
    said = [s for s in read(text).statements if s.predicate in ("CHAIRS", "HOLDS_POST", "MEMBER_OF")]
    assert {(s.subject.name, s.modality) for s in said} == {
        ("Jane Dobson", "historical"),
        ("Peter Wills", "historical"),
        ("Asha Rana", "asserted"),
    }


def test_a_former_office_in_a_list_was_held() -> None:
    text = "# Audit Panel\n\n## Members\n\n- Asha Rana, former Mayor\n- Tom Orde, Head of Roads\n"
    said = _of(text, "HOLDS_POST")
    assert (said["Asha Rana"].modality, said["Asha Rana"].object.name) == ("historical", "Mayor")
    assert said["Tom Orde"].modality == "asserted"


def test_years_are_no_part_of_a_post() -> None:
    text = "# Audit Panel\n\n## Members\n\n- Tom Orde, Head of Roads since 2019\n- Ann Kaye, Head of Parks until 2012\n"
    said = _of(text, "HOLDS_POST")
    assert {(k, s.object.name, s.modality) for k, s in said.items()} == {
        ("Tom Orde", "Head of Roads", "asserted"),
        ("Ann Kaye", "Head of Parks", "historical"),
    }


# Who is nobody


@pytest.mark.parametrize("word", ["Email", "Contact", "Tel", "Signed", "From", "Cc", "Moved", "Seconded", "Dear"])
def test_a_word_of_address_is_no_part_of_a_name(word: str) -> None:
    assert set(_of(f"# Audit Panel\n\n{word} Jane Dobson, Clerk to the Council\n", "HOLDS_POST")) == {"Jane Dobson"}


@pytest.mark.parametrize("mark", ["'", "’"])
def test_somebody_elses_brother_is_nobodys_chair(mark: str) -> None:
    assert not _of(f"# Audit Panel\n\nThe Audit Panel is chaired by Jane Dobson{mark}s brother.\n", "CHAIRS")


@pytest.mark.parametrize("label", ["Suppliers", "**Suppliers**", "Winners of the essay prize", "Prize winners:"])
def test_a_line_over_others_ends_the_members(label: str) -> None:
    text = (
        f"# Audit Panel\n\n## Membership\n\n- Jane Dobson\n- Peter Wills\n\n{label}\n\n- Asha Rana\n"
        "- Oakdale Paper Ltd\n"
    )
    assert set(_of(text, "MEMBER_OF")) == {"Jane Dobson", "Peter Wills"}


def test_things_hold_no_chair() -> None:
    text = (
        "# Furniture\n\n| Committee | Chairs |\n|---|---|\n| Audit Committee | Oak chairs |\n"
        "| Planning Committee | Jane Dobson |\n| Roads Committee | Head of Roads |\n"
    )
    assert set(_of(text, "CHAIRS")) == {"Jane Dobson", "Head of Roads"}


@pytest.mark.parametrize("other", ["Asha Rana", "Yvanna Zorbel"])
@pytest.mark.parametrize(
    "shape", ["{0}, Head of Housing and {1}, Head of Roads, spoke.", "{0} is Head of Housing and {1} is Head of Roads."]
)
def test_a_post_does_not_reach_over_and_to_a_person(other: str, shape: str) -> None:
    text = f"# Report\n\n{shape.format('Jane Dobson', other)}\n"
    posts = {s.object.name for s in _of(text, "HOLDS_POST").values()}
    assert "Head of Housing" in posts
    assert posts <= {"Head of Housing", "Head of Roads"}


def test_a_post_of_two_things_keeps_both() -> None:
    text = "# Report\n\nJane Dobson, Director of Schools and Skills, spoke.\n"
    assert _of(text, "HOLDS_POST")["Jane Dobson"].object.name == "Director of Schools and Skills"
