"""Governance phrases say who stands how to whom, and nothing more than the words say."""

from __future__ import annotations

import pytest

from graph.vocabulary import PREDICATES
from loaders.cues import cues
from tests.unit.loaders.reading import NAMES, read, said

HSCB = "Harrowmere Safeguarding Children Board"
COUNCIL = "Harrowmere Borough Council"
SUB = "Exploitation Sub Group"

SAYS: dict[str, tuple[str, set[tuple[str, str, str]]]] = {
    "chaired-by": ("The Exploitation Sub Group is chaired by Councillor D. Osei.", {("D. Osei", "CHAIRS", SUB)}),
    "chairs": ("Councillor D. Osei chairs the Silver Group.", {("D. Osei", "CHAIRS", "Silver Group")}),
    "became-chair": (
        "Councillor D. Osei became the chair of the Learning Sub Group on 1st May 2014.",
        {("D. Osei", "CHAIRS", "Learning Sub Group")},
    ),
    "reports-to": ("The Silver Group reports in to the Exploitation Sub Group.", {("Silver Group", "REPORTS_TO", SUB)}),
    "progress-reported-to": (
        "Progress on the Exploitation Action Plan is reported to the Cabinet.",
        {("Exploitation Action Plan", "REPORTS_TO", "Cabinet")},
    ),
    "its-report-considered-by": (
        "The HSCB Annual Report is considered by Harrowmere Borough Council.",
        {(HSCB, "REPORTS_TO", COUNCIL)},
    ),
    "there-is-reporting-to": (
        "There is regular reporting to Harrowmere Borough Council.",
        {(HSCB, "REPORTS_TO", COUNCIL)},
    ),
    "reports-of-provided-to": (
        "Reports of Silver Group meetings are sent to the HSCB.",
        {("Silver Group", "REPORTS_TO", HSCB)},
    ),
    "provides-with-reports": (
        "The Learning Sub Group provides the HSCB with quarterly updates.",
        {("Learning Sub Group", "REPORTS_TO", HSCB)},
    ),
    "provides-with-listed-reports": (
        "Westmarch Police provide the HSCB with:\n\n- figures on referrals\n- a monthly position statement",
        {("Westmarch Police", "REPORTS_TO", HSCB)},
    ),
    "report-submitted-to": (
        "The Silver Group is producing a weekly performance report which is submitted to the HSCB.",
        {("Silver Group", "REPORTS_TO", HSCB)},
    ),
    "submit-report-to": (
        "The Silver Group will submit a report on its work to the HSCB.",
        {("Silver Group", "REPORTS_TO", HSCB)},
    ),
    "part-of": ("The Learning Sub Group is part of the HSCB.", {("Learning Sub Group", "PART_OF", HSCB)}),
    "team-of": (
        "Bright Futures was a Harrowmere Borough Council team.",
        {("Bright Futures", "PART_OF", COUNCIL)},
    ),
    "dash": ("HSCB – Exploitation Sub Group\n\nMembers met.", {(SUB, "PART_OF", HSCB)}),
    "sub-group-of": ("Members met the Learning Sub Group of the HSCB.", {("Learning Sub Group", "PART_OF", HSCB)}),
    "which-includes": (
        "It works with Family Support Services, which includes the Contact Team and the Duty Team.",
        {("Contact Team", "PART_OF", "Family Support Services"), ("Duty Team", "PART_OF", "Family Support Services")},
    ),
    "owned-by": (
        "The Exploitation Action Plan is owned by the Exploitation Sub Group.",
        {(SUB, "ACCOUNTABLE_FOR", "Exploitation Action Plan")},
    ),
    "led-by": ("The Early Help Strategy is led by the HSCB.", {(HSCB, "ACCOUNTABLE_FOR", "Early Help Strategy")}),
    "leads": (
        "The Silver Group leads the Missing Protocol.",
        {("Silver Group", "ACCOUNTABLE_FOR", "Missing Protocol")},
    ),
    "lead-body": (
        "The HSCB has been identified as the lead partnership body to refresh the Early Help Strategy.",
        {(HSCB, "ACCOUNTABLE_FOR", "Early Help Strategy")},
    ),
    "lead-agency": (
        "Harrowmere Borough Council is the lead agency for early help.",
        {(COUNCIL, "ACCOUNTABLE_FOR", "early help")},
    ),
    "leads-topic": (
        "The HSCB takes the lead on missing children.",
        {(HSCB, "ACCOUNTABLE_FOR", "missing children")},
    ),
    "corporate-parent": (
        "Harrowmere Borough Council, as corporate parent for children in care, has read it.",
        {(COUNCIL, "ACCOUNTABLE_FOR", "children in care")},
    ),
    "under-the-leadership-of": (
        "Work goes on with the Early Help Strategy, under the leadership of the HSCB.",
        {(HSCB, "ACCOUNTABLE_FOR", "Early Help Strategy")},
    ),
    "responsibility-lies-with": (
        "Responsibility for the Early Help Strategy rests with the HSCB.",
        {(HSCB, "ACCOUNTABLE_FOR", "Early Help Strategy")},
    ),
    "accountable-for": (
        "The HSCB is accountable for the Early Help Strategy.",
        {(HSCB, "ACCOUNTABLE_FOR", "Early Help Strategy")},
    ),
    "responsible-for": (
        "The Silver Group is responsible for the delivery of the Exploitation Action Plan.",
        {("Silver Group", "RESPONSIBLE_FOR", "Exploitation Action Plan")},
    ),
    "responsible-for-topic": (
        "The Learning Sub Group is responsible for the training of front line staff.",
        {("Learning Sub Group", "RESPONSIBLE_FOR", "training of front line staff")},
    ),
    "supported-by": (
        "The Exploitation Sub Group is supported by the Silver Group.",
        {("Silver Group", "SUPPORTS", SUB)},
    ),
    "operational-arm": (
        "Members met the Silver Group, which is the operational arm of the Exploitation Sub Group.",
        {("Silver Group", "SUPPORTS", SUB)},
    ),
    "with-the-support-of": (
        "Learning is shared by the Learning Sub Group with the support of the HSCB.",
        {(HSCB, "SUPPORTS", "Learning Sub Group")},
    ),
    "secretariat": (
        "Harrowmere Borough Council provides the secretariat for the HSCB.",
        {(COUNCIL, "SUPPORTS", HSCB)},
    ),
    "secretariat-by": (
        "Secretariat for the HSCB is provided by Harrowmere Borough Council.",
        {(COUNCIL, "SUPPORTS", HSCB)},
    ),
    "supports": ("The Silver Group supports the work of the HSCB.", {("Silver Group", "SUPPORTS", HSCB)}),
    "established-by": (
        "The Silver Group was established by the HSCB in October 2012.",
        {("Silver Group", "ESTABLISHED_BY", HSCB)},
    ),
    "established": ("The HSCB has set up a Voice Forum.", {("Voice Forum", "ESTABLISHED_BY", HSCB)}),
    "commissioned-by": (
        "The Mensah Review was commissioned by the HSCB.",
        {(HSCB, "COMMISSIONED", "Mensah Review")},
    ),
    "commissioned": ("The HSCB commissioned the Mensah Review.", {(HSCB, "COMMISSIONED", "Mensah Review")}),
    "took-the-chair": ("Councillor D. Osei took the Chair.", {("D. Osei", "CHAIRS", HSCB)}),
    "appointed-by": (
        "The Independent Chair of the HSCB is appointed by Harrowmere Borough Council.",
        {(COUNCIL, "APPOINTED", "Independent Chair of the HSCB")},
    ),
    "appoints-its-chair": (
        "The Learning Sub Group shall appoint a chair from among its members.",
        {("Learning Sub Group", "APPOINTED", "Chair")},
    ),
    "challenge-to": (
        "The HSCB offers support and challenge to Westmarch Police.",
        {(HSCB, "OVERSEES", "Westmarch Police")},
    ),
    "appointed": (
        "Harrowmere Borough Council appointed Councillor D. Osei.",
        {(COUNCIL, "APPOINTED", "D. Osei")},
    ),
    "developed-from": (
        "The Exploitation Sub Group developed out of the Gold Group.",
        {("Gold Group", "SUCCEEDED_BY", SUB)},
    ),
    "developed-into": (
        "The Gold Group was replaced by the Silver Group.",
        {("Gold Group", "SUCCEEDED_BY", "Silver Group")},
    ),
    "replaced": ("The Silver Group replaced the Gold Group.", {("Gold Group", "SUCCEEDED_BY", "Silver Group")}),
    "managed-by": (
        "The Duty Team is managed by a detective inspector from Westmarch Police.",
        {("detective inspector from Westmarch Police", "MANAGES", "Duty Team")},
    ),
    "manages": (
        "The youth work manager and the detective sergeant jointly manage the Duty Team.",
        {("youth work manager", "MANAGES", "Duty Team"), ("detective sergeant", "MANAGES", "Duty Team")},
    ),
    "post-to-manage": (
        "Partners want a dedicated senior manager to run the Duty Team.",
        {("dedicated senior manager", "MANAGES", "Duty Team")},
    ),
    "no-single-manager": (
        "There is no single manager overseeing the Duty Team.",
        {("single manager", "MANAGES", "Duty Team")},
    ),
    "oversees": ("The HSCB holds Westmarch Police to account.", {(HSCB, "OVERSEES", "Westmarch Police")}),
    "oversight-of-body": (
        "The HSCB provides oversight of the Council's improvement.",
        {(HSCB, "OVERSEES", COUNCIL)},
    ),
    "oversees-topic": (
        "The HSCB is responsible for overseeing the quality of practice.",
        {(HSCB, "OVERSEES", "quality of practice")},
    ),
    "under-the-auspices-of": (
        "The Silver Group works under the auspices of the HSCB.",
        {(HSCB, "OVERSEES", "Silver Group")},
    ),
    "inspection-of": (
        "Ofsted recently completed an inspection of Harrowmere Borough Council.",
        {("Ofsted", "OVERSEES", COUNCIL)},
    ),
    "consists-of": (
        "The Silver Group consists of the Borough Commander and the Director of Public Health.",
        {
            ("Borough Commander", "MEMBER_OF", "Silver Group"),
            ("Director of Public Health", "MEMBER_OF", "Silver Group"),
        },
    ),
    "sits-on": ("Councillor D. Osei sits on the Learning Sub Group.", {("D. Osei", "MEMBER_OF", "Learning Sub Group")}),
    "funded-by": ("The Silver Group is funded by Westmarch Police.", {("Westmarch Police", "FUNDS", "Silver Group")}),
}


def stated(text: str) -> set[tuple[str, str, str]]:
    return {(s, p, o) for s, p, o, _ in said(text, "cue:")}


def test_every_cue_has_an_example_and_every_example_a_cue() -> None:
    assert {cue.id for cue in cues()} == set(SAYS)


@pytest.mark.parametrize("cue", SAYS)
def test_a_cue_says_what_its_example_says_and_names_itself_as_the_rule(cue: str) -> None:
    text, expected = SAYS[cue]
    assert {(s, p, o) for s, p, o, _ in said(text, f"cue:{cue}")} == expected


@pytest.mark.parametrize("cue", SAYS)
def test_an_example_says_nothing_else_of_the_same_predicates(cue: str) -> None:
    text, expected = SAYS[cue]
    predicates = {p for _, p, _ in expected}
    assert {(s, p, o) for s, p, o in stated(text) if p in predicates} == expected


def test_cues_use_predicates_and_labels_of_the_vocabulary() -> None:
    for cue in cues():
        assert cue.predicate in PREDICATES


@pytest.mark.parametrize(
    "text",
    [
        "The HSCB and Westmarch Police attended a conference with the Silver Group.",
        "The Silver Group met the HSCB and Harrowmere Borough Council on Tuesday.",
        "A report from Westmarch Police was discussed with the HSCB.",
        "Members of the Silver Group report to their own managers.",
        "The chair of the working party and friends report to nobody; the HSCB was thanked.",
        "The meeting of the Learning Sub Group was replaced by a workshop of the HSCB.",
        "Every Board reports to a council and all Sub Groups report to their Boards.",
        "Does the Silver Group report to the HSCB?",
        "It is unclear how the Silver Group reports to the HSCB.",
        "If the Silver Group reports to the HSCB the lines will be longer.",
    ],
)
def test_names_that_share_a_sentence_questions_and_doubts_state_no_line(text: str) -> None:
    lines = {"REPORTS_TO", "PART_OF", "SUCCEEDED_BY", "OVERSEES", "SUPPORTS"}
    assert {s for s in stated(text) if s[1] in lines} == set()


@pytest.mark.parametrize(
    ("text", "modality"),
    [
        ("The Silver Group reports to the HSCB.", "asserted"),
        ("The Silver Group should report to the HSCB.", "proposed"),
        ("The Silver Group will report to the HSCB.", "proposed"),
        ("It is proposed that the Silver Group reports to the HSCB.", "proposed"),
        ("The Silver Group reported to the HSCB.", "asserted"),
        ("The Silver Group was accountable to the HSCB.", "historical"),
        ("The Silver Group does not report to the HSCB.", "negated"),
        ("The Silver Group shall report to the HSCB.", "asserted"),
    ],
)
def test_the_clause_tells_how_a_line_is_meant(text: str, modality: str) -> None:
    found = {m for s, p, o, m in said(text, "cue:") if (s, p, o) == ("Silver Group", "REPORTS_TO", HSCB)}
    assert found == {modality}


def test_terms_of_reference_lay_down_what_will_be_but_a_draft_does_not() -> None:
    body = "The Silver Group will report to the HSCB quarterly.\n"
    for title, modality in (("Terms of Reference", "asserted"), ("Draft Terms of Reference", "proposed")):
        found = read(f"{NAMES}# Silver Group – {title}\n\n{body}").statements
        assert {s.modality for s in found if s.predicate == "REPORTS_TO"} == {modality}


def test_what_was_founded_in_the_past_is_asserted() -> None:
    assert ("Silver Group", "ESTABLISHED_BY", HSCB, "asserted") in said("The Silver Group was established by the HSCB.")


def test_each_of_several_subjects_and_objects_gets_its_own_statement() -> None:
    assert stated("The Silver Group and the Learning Sub Group report to the HSCB and Westmarch Police.") == {
        (s, "REPORTS_TO", o) for s in ("Silver Group", "Learning Sub Group") for o in (HSCB, "Westmarch Police")
    }


def test_a_second_clause_does_not_lend_its_subject_as_an_object() -> None:
    text = "The Silver Group reports to the HSCB and Westmarch Police provides its premises."
    assert stated(text) == {("Silver Group", "REPORTS_TO", HSCB)}


def test_a_second_verb_keeps_the_subject_of_the_sentence() -> None:
    text = "The Exploitation Action Plan is owned by the Exploitation Sub Group and reports directly to the HSCB."
    assert stated(text) == {
        (SUB, "ACCOUNTABLE_FOR", "Exploitation Action Plan"),
        ("Exploitation Action Plan", "REPORTS_TO", HSCB),
    }


def test_it_means_the_subject_of_the_sentence_before() -> None:
    text = "The Silver Group meets monthly. It reports to the HSCB."
    assert stated(text) == {("Silver Group", "REPORTS_TO", HSCB)}


def test_two_groups_are_the_two_last_named_in_the_section() -> None:
    text = "The Learning Sub Group works with the Silver Group. The two Groups report to the HSCB quarterly."
    found = {s for s in stated(text) if s[1] == "REPORTS_TO"}
    assert found == {("Learning Sub Group", "REPORTS_TO", HSCB), ("Silver Group", "REPORTS_TO", HSCB)}


def test_the_one_who_is_named_inside_a_longer_phrase_is_not_its_subject() -> None:
    assert stated("The manager of the Duty Team reports to the HSCB.") == set()
    assert stated("The Council's Duty Team reports to the HSCB.") == {("Duty Team", "REPORTS_TO", HSCB)}


@pytest.mark.parametrize(
    ("words", "cadence"),
    [("quarterly", "quarterly"), ("on a six monthly basis", "six monthly"), ("twice a year", "twice a year"),
     ("every six weeks", "every six weeks"), ("in the Town Hall", None)],
)  # fmt: skip
def test_how_often_stands_with_the_line(words: str, cadence: str | None) -> None:
    found = read(f"{NAMES}The Silver Group meets monthly and reports to the HSCB {words}.").statements
    assert [s.qualifiers.get("cadence") for s in found if s.predicate == "REPORTS_TO"] == [cadence]


def test_the_way_of_a_report_is_kept() -> None:
    found = read(f"{NAMES}The Silver Group reports to the HSCB via the Exploitation Sub Group.").statements
    assert [s.qualifiers.get("via") for s in found if s.predicate == "REPORTS_TO"] == [SUB]


def test_dates_that_the_words_give_become_since_and_until() -> None:
    text = f"{NAMES}Councillor D. Osei became the chair of the Silver Group on 1st May 2014.\n\nSince July 2013, "
    text += "the Learning Sub Group reports to the HSCB until March 2016."
    found = {(s.predicate, s.qualifiers.get("since"), s.qualifiers.get("until")) for s in read(text).statements}
    assert {("CHAIRS", "2014-05-01", None), ("REPORTS_TO", "2013-07", "2016-03")} <= found


def test_no_single_manager_is_a_denial_with_its_words() -> None:
    found = read(f"{NAMES}The team works with no single manager overseeing the Duty Team.").statements
    assert [(s.modality, s.span.quote) for s in found] == [("negated", "no single manager overseeing the Duty Team")]


def test_every_quote_is_the_text_at_its_offsets_whatever_marks_stand_in_it() -> None:
    text = f"{NAMES}The **Silver Group** reports\nto the ‘Learning’ Sub Group and the\r\nHSCB quarterly.\n"
    statements = read(text).statements
    assert statements
    for statement in statements:
        assert text[statement.span.start : statement.span.end] == statement.span.quote
