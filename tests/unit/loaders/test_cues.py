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
    "elects": ("The Silver Group elected Councillor D. Osei.", {("Silver Group", "APPOINTED", "D. Osei")}),
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
    "sits-on": ("Councillor D. Osei sits on the Learning Sub Group.", {("D. Osei", "MEMBER_OF", "Learning Sub Group")}),
    "funded-by": ("The Silver Group is funded by Westmarch Police.", {("Westmarch Police", "FUNDS", "Silver Group")}),
    "co-chairs": ("Councillor D. Osei vice-chairs the Silver Group.", {("D. Osei", "CHAIRS", "Silver Group")}),
    "co-chaired-by": (
        "The Silver Group is co-chaired by Councillor D. Osei and the Director of Public Health.",
        {("D. Osei", "CHAIRS", "Silver Group"), ("Director of Public Health", "CHAIRS", "Silver Group")},
    ),
    "under-the-chairmanship-of": (
        "The Silver Group meets monthly, with Councillor D. Osei in the chair.",
        {("D. Osei", "CHAIRS", "Silver Group")},
    ),
    "chair-is": (
        "The Chair of the Silver Group is the Borough Commander.",
        {("Borough Commander", "CHAIRS", "Silver Group")},
    ),
    "the-chair-is": ("The chair is the Director of Public Health.", {("Director of Public Health", "CHAIRS", HSCB)}),
    "is-the-chair": (
        "The Borough Commander acts as Chair of the Silver Group.",
        {("Borough Commander", "CHAIRS", "Silver Group")},
    ),
    "post-becomes-chair": (
        "The Borough Commander is the chair of the Silver Group.",
        {("Borough Commander", "CHAIRS", "Silver Group")},
    ),
    "no-one-chairs": ("The Silver Group has no chair.", {("Chair", "CHAIRS", "Silver Group")}),
    "chair-vacant": (
        "The post of Chair of the Silver Group is vacant.",
        {("Chair of the Silver Group", "CHAIRS", "Silver Group")},
    ),
    "reports-not-there-but": (
        "The Learning Sub Group reports not to the town hall but to the HSCB.",
        {("Learning Sub Group", "REPORTS_TO", HSCB)},
    ),
    "reports-to-no-one": ("The Silver Group reports to no one.", {("Silver Group", "REPORTS_TO", "No one")}),
    "feeds-into": (
        "The Silver Group makes recommendations to the HSCB.",
        {("Silver Group", "REPORTS_TO", HSCB)},
    ),
    "escalates-to": (
        "The Silver Group escalates risks that it cannot resolve to the HSCB.",
        {("Silver Group", "REPORTS_TO", HSCB)},
    ),
    "receives-reports-from": (
        "The HSCB receives quarterly reports from the Silver Group.",
        {("Silver Group", "REPORTS_TO", HSCB)},
    ),
    "regular-report-by": (
        "An annual report is made to the HSCB by the Silver Group.",
        {("Silver Group", "REPORTS_TO", HSCB)},
    ),
    "owns": (
        "The HSCB owns the Exploitation Action Plan.",
        {(HSCB, "ACCOUNTABLE_FOR", "Exploitation Action Plan")},
    ),
    "owner-is": (
        "The senior responsible owner of the Early Help Strategy is the Director of Public Health.",
        {("Director of Public Health", "ACCOUNTABLE_FOR", "Early Help Strategy")},
    ),
    "is-the-one-for": (
        "The HSCB has been identified as the lead partnership body to refresh the Early Help Strategy.",
        {(HSCB, "ACCOUNTABLE_FOR", "Early Help Strategy")},
    ),
    "is-the-one-for-topic": (
        "Harrowmere Borough Council is the lead agency for early help.",
        {(COUNCIL, "ACCOUNTABLE_FOR", "early help")},
    ),
    "responsibility-for-topic-lies-with": (
        "Responsibility for post-abuse support sits with the Director of Public Health.",
        {("Director of Public Health", "ACCOUNTABLE_FOR", "post-abuse support")},
    ),
    "accountable-for-topic": (
        "The HSCB has overall responsibility for the safety of children in Harrowmere.",
        {(HSCB, "ACCOUNTABLE_FOR", "safety of children in Harrowmere")},
    ),
    "no-one-accountable": (
        "There is no named owner of the Early Help Strategy.",
        {("named owner", "ACCOUNTABLE_FOR", "Early Help Strategy")},
    ),
    "has-no-owner": ("The Early Help Strategy has no owner.", {("owner", "ACCOUNTABLE_FOR", "Early Help Strategy")}),
    "does": (
        "The Duty Team provides return interviews for missing children.",
        {("Duty Team", "RESPONSIBLE_FOR", "return interviews for missing children")},
    ),
    "there-for": (
        "The role of the Learning Sub Group is to share what was learnt from audits.",
        {("Learning Sub Group", "RESPONSIBLE_FOR", "share what was learnt from audits")},
    ),
    "for-its-purpose": ("The purpose of the Silver Group is to advise the HSCB.", {("Silver Group", "SUPPORTS", HSCB)}),
    "oversees-as-its-purpose": (
        "The role of the HSCB is to monitor the Early Help Strategy.",
        {(HSCB, "OVERSEES", "Early Help Strategy")},
    ),
    "provided-by": (
        "Training for new foster carers is provided by the Learning Sub Group.",
        {("Learning Sub Group", "RESPONSIBLE_FOR", "Training for new foster carers")},
    ),
    "delegated-to": (
        "Harrowmere Borough Council has delegated the commissioning of advocacy to the HSCB.",
        {(HSCB, "RESPONSIBLE_FOR", "commissioning of advocacy")},
    ),
    "coordinated-by": (
        "The Early Help Strategy was drafted by the Silver Group.",
        {("Silver Group", "RESPONSIBLE_FOR", "Early Help Strategy")},
    ),
    "delivers": (
        "The Silver Group delivers the Exploitation Action Plan.",
        {("Silver Group", "RESPONSIBLE_FOR", "Exploitation Action Plan")},
    ),
    "advised-by": ("The HSCB is advised by the Silver Group.", {("Silver Group", "SUPPORTS", HSCB)}),
    "hosts": ("Westmarch Police hosts the Silver Group.", {("Westmarch Police", "SUPPORTS", "Silver Group")}),
    "approves": (
        "The HSCB signs off the Early Help Strategy.",
        {(HSCB, "OVERSEES", "Early Help Strategy")},
    ),
    "post-is-office": (
        "The Chief Executive is the Accounting Officer of Westmarch Police and signs the accounts.",
        {("Chief Executive", "HOLDS_POST", "Accounting Officer of Westmarch Police")},
    ),
    "accountable-and-responsible-for-topic": (
        "The Director of Public Health has overall accountability and responsibility for the quality of records.",
        {("Director of Public Health", "RESPONSIBLE_FOR", "quality of records")},
    ),
    "overseen-by": (
        "The Early Help Strategy is monitored by the Silver Group.",
        {("Silver Group", "OVERSEES", "Early Help Strategy")},
    ),
    "oversight-rests-with": (
        "Oversight of the Early Help Strategy rests with the HSCB.",
        {(HSCB, "OVERSEES", "Early Help Strategy")},
    ),
    "no-one-oversees": ("No body oversees the Silver Group.", {("body", "OVERSEES", "Silver Group")}),
    "also-manages": (
        "The Director of Public Health sits in the Town Hall and manages the Duty Team.",
        {("Director of Public Health", "MANAGES", "Duty Team")},
    ),
    "line-manager-of": (
        "The Director of Public Health is responsible for the management of the Duty Team.",
        {("Director of Public Health", "MANAGES", "Duty Team")},
    ),
    "has-no-manager": ("The Duty Team has no permanent manager.", {("Permanent manager", "MANAGES", "Duty Team")}),
    "funds": ("Westmarch Police funds the Silver Group.", {("Westmarch Police", "FUNDS", "Silver Group")}),
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


LEAVES: dict[str, str] = {
    "chaired-by": "The meeting of the Silver Group on chaired events by Councillor D. Osei was short.",
    "chairs": "Councillor D. Osei moved the chairs of the Silver Group into the hall.",
    "became-chair": "Councillor D. Osei was thanked by the chair of the Learning Sub Group.",
    "co-chairs": "Councillor D. Osei met the vice-chairs of the Silver Group.",
    "co-chaired-by": "The Silver Group met the body co-chaired by nobody, and Councillor D. Osei.",
    "under-the-chairmanship-of": "The Silver Group discussed chairmanship with Councillor D. Osei.",
    "chair-is": "The Chair of the Silver Group is a former colleague of the Borough Commander.",
    "the-chair-is": "The chair is grateful to the Director of Public Health.",
    "is-the-chair": "The Borough Commander is a friend of the Chair of the Silver Group.",
    "post-becomes-chair": "The Borough Commander is advised by the chair of the Silver Group.",
    "no-one-chairs": "The Silver Group has no chairs in its room.",
    "chair-vacant": "The Chair of the Silver Group is in a vacant office.",
    "progress-reported-to": "Progress on the Exploitation Action Plan pleased the Cabinet.",
    "its-report-considered-by": "The HSCB Annual Report is not about Harrowmere Borough Council.",
    "reports-to": "Members of the Silver Group report to their own managers and thank the HSCB.",
    "there-is-reporting-to": "There is regular press reporting to read about Harrowmere Borough Council.",
    "reports-of-provided-to": "Reports of Silver Group meetings are missing from the HSCB shelf.",
    "provides-with-reports": "The Learning Sub Group provides the HSCB with tea.",
    "provides-with-listed-reports": "Westmarch Police provide the HSCB with:\n\n- tea\n- biscuits",
    "submit-report-to": "The Silver Group read a report on its work by the HSCB.",
    "reports-not-there-but": "The Learning Sub Group likes not the town hall but the HSCB.",
    "reports-to-no-one": "The Silver Group speaks to no one at the HSCB.",
    "feeds-into": "The Silver Group feeds its visitors after the HSCB has met.",
    "escalates-to": "The Silver Group discussed how violence escalates with the HSCB.",
    "receives-reports-from": "The HSCB receives visitors from the Silver Group.",
    "regular-report-by": "An annual report to the HSCB mentions the Silver Group.",
    "part-of": "The Learning Sub Group took part in a day of the HSCB.",
    "team-of": "Bright Futures was a friend of a Harrowmere Borough Council team.",
    "dash": "HSCB – a note for the Exploitation Sub Group",
    "sub-group-of": "Members met the Learning Sub Group and the HSCB.",
    "which-includes": "It works with Family Support Services, which includes in its post the Contact Team.",
    "owned-by": "The Exploitation Action Plan is not known by the Exploitation Sub Group.",
    "post-is-office": "The Chief Executive is a member of the Cabinet.",
    "accountable-and-responsible-for-topic": "Accountability and responsibility for the quality of records are two things.",
    "owns": "The HSCB knows of its own accord the Exploitation Action Plan.",
    "owner-is": "The owner of a shop near the Early Help Strategy office is the Director of Public Health.",
    "is-the-one-for": "The HSCB found a lead role model for those who read the Early Help Strategy.",
    "is-the-one-for-topic": "Harrowmere Borough Council removed lead paint for early help.",
    "led-by": "The Early Help Strategy led the HSCB to think again.",
    "leads": "The Silver Group was misled by the Missing Protocol.",
    "leads-topic": "The HSCB follows leads from the public.",
    "corporate-parent": "Harrowmere Borough Council met corporate parents from other towns.",
    "under-the-leadership-of": "Leadership is a theme of the Early Help Strategy and of the HSCB.",
    "responsibility-lies-with": "Responsibility is a theme of the Early Help Strategy and of the HSCB.",
    "responsibility-for-topic-lies-with": "Responsibility for cleaning was discussed with the Director of Public Health.",
    "accountable-for": "The HSCB discussed accountability with the writers of the Early Help Strategy.",
    "accountable-for-topic": "The HSCB discussed responsibility for the roof.",
    "no-one-accountable": "There is no mention of the Early Help Strategy.",
    "has-no-owner": "The Early Help Strategy has no pictures of its owner.",
    "responsible-for": "The Silver Group thanked those responsible for the Exploitation Action Plan.",
    "responsible-for-topic": "The Learning Sub Group wrote to those responsible for roads.",
    "does": "The Duty Team should provide return interviews for missing children.",
    "there-for": "The role of the Learning Sub Group is unclear to those who read audits.",
    "for-its-purpose": "The purpose of the Silver Group is a secret to the HSCB.",
    "oversees-as-its-purpose": "The role of the HSCB is described in the Early Help Strategy.",
    "provided-by": "Training for new foster carers was once provided by the Learning Sub Group.",
    "delegated-to": "Two delegates of Harrowmere Borough Council travelled to the HSCB.",
    "coordinated-by": "The Early Help Strategy was praised by the Silver Group.",
    "delivers": "The Silver Group delivers letters about the Exploitation Action Plan.",
    "operational-arm": "The Silver Group has an operational arm; it met the Exploitation Sub Group.",
    "supported-by": "The Exploitation Sub Group is supported by evidence that the Silver Group read.",
    "with-the-support-of": "Support of families was discussed by the Learning Sub Group and the HSCB.",
    "secretariat": "Harrowmere Borough Council met the secretariat of the HSCB.",
    "secretariat-by": "Secretariat costs of the HSCB were seen by Harrowmere Borough Council.",
    "supports": "The Silver Group supports the view of the HSCB.",
    "advised-by": "The HSCB is advised by letter that the Silver Group met.",
    "hosts": "Westmarch Police hosts a dinner; the Silver Group was there.",
    "established-by": "The Silver Group was established in the town that the HSCB serves.",
    "established": "The HSCB established that a Voice Forum had met.",
    "commissioned-by": "The Mensah Review was read by those commissioned to help the HSCB.",
    "commissioned": "The HSCB was told by a commissioned officer of the Mensah Review.",
    "took-the-chair": "Councillor D. Osei mended the chair.",
    "appointed-by": "The Independent Chair of the HSCB was disappointed by Harrowmere Borough Council.",
    "appoints-its-chair": "The Learning Sub Group shall thank a chair.",
    "challenge-to": "The HSCB discussed the challenge of writing to Westmarch Police.",
    "appointed": "Harrowmere Borough Council disappointed Councillor D. Osei.",
    "elects": "Councillor A. Marsh nominated Councillor D. Osei.",
    "developed-from": "The Exploitation Sub Group developed a poster from the Gold Group.",
    "developed-into": "The Gold Group was visited by the Silver Group.",
    "replaced": "The Silver Group replaced a lamp of the Gold Group.",
    "managed-by": "The Duty Team managed a visit by a detective inspector from Westmarch Police.",
    "manages": "The Director of Public Health manages without the Duty Team.",
    "also-manages": "The Director of Public Health manages well and thanked the Duty Team.",
    "line-manager-of": "The Director of Public Health met the manager of the Duty Team.",
    "post-to-manage": "Partners met a senior manager who wished to visit the Duty Team.",
    "no-single-manager": "There is no single manager in sight of the Duty Team.",
    "has-no-manager": "The Duty Team has no room for a permanent manager.",
    "oversees": "The HSCB and Westmarch Police took account of the Silver Group.",
    "approves": "The HSCB approves of the Early Help Strategy being late.",
    "overseen-by": "The Early Help Strategy is liked by the Silver Group.",
    "oversight-rests-with": "By an oversight, the Early Help Strategy was left with the HSCB.",
    "no-one-oversees": "No body of water crosses the land of the Silver Group.",
    "oversight-of-body": "The HSCB provides an apology for an oversight of the post, not the Council's.",
    "oversees-topic": "The HSCB is responsible for a garden overseas.",
    "under-the-auspices-of": "The Silver Group sat under the tree of the HSCB.",
    "inspection-of": "Ofsted recently completed an office near Harrowmere Borough Council.",
    "sits-on": "Councillor D. Osei sits on a bench outside the Learning Sub Group.",
    "funded-by": "The Silver Group is refunded by a bank that Westmarch Police uses.",
    "funds": "Westmarch Police raises funds with the Silver Group.",
}


def test_every_cue_has_a_sentence_that_it_leaves_alone() -> None:
    assert set(LEAVES) == set(SAYS)


@pytest.mark.parametrize("cue", LEAVES)
def test_a_cue_leaves_alone_what_only_has_its_words(cue: str) -> None:
    assert {(s, p, o) for s, p, o, _ in said(LEAVES[cue], f"cue:{cue}")} == set()


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
        "If the Silver Group were to report to the HSCB, the Learning Sub Group would oversee the Duty Team.",
        "Should the Silver Group report to the HSCB, the lines will be longer.",
        "LSCBs should report to the Cabinet, and LSCBs oversee partnerships.",
        "For example, a board might report to the Cabinet.",
        "The 2010 report said that the Silver Group reported to the HSCB.",
        "The Mensah Review found that the Silver Group reports to the HSCB.",
        "According to residents, the Silver Group reports to the HSCB.",
        "A newspaper claimed that the HSCB oversees the Silver Group.",
        "Members asked whether the Silver Group supports the HSCB.",
        "The Silver Group appears to report to the HSCB.",
        "The Silver Group does not appear to report to the HSCB.",
        "The Silver Group fails to report to the HSCB.",
        "It is alleged that the Silver Group reports to the HSCB.",
        "The Silver Group reported to the HSCB that the work was late.",
        "Councillor D. Osei reported to the HSCB on a flood.",
        "“How the Silver Group reports to the HSCB” is a leaflet.",
        "The Silver Group wrote to the HSCB, to Westmarch Police and to Harrowmere Borough Council.",
        "Officers of Westmarch Police and of the HSCB visited the Silver Group.",
        "Unless the Silver Group reports to the HSCB nothing will change.",
        "The venue of the HSCB is next to that of the Silver Group.",
    ],
)
def test_names_that_share_a_sentence_questions_doubts_and_hearsay_state_no_line(text: str) -> None:
    lines = {"REPORTS_TO", "PART_OF", "SUCCEEDED_BY", "OVERSEES", "SUPPORTS"}
    assert {s for s in stated(text) if s[1] in lines} == set()


@pytest.mark.parametrize(
    ("text", "modality"),
    [
        ("The Silver Group reports to the HSCB.", "asserted"),
        ("The Silver Group should report to the HSCB.", "proposed"),
        ("The Silver Group will report to the HSCB.", "proposed"),
        ("It is proposed that the Silver Group reports to the HSCB.", "proposed"),
        ("The Silver Group reported to the HSCB.", "historical"),
        ("The Silver Group used to report to the HSCB.", "historical"),
        ("The Silver Group formerly reported to the HSCB.", "historical"),
        ("The Silver Group no longer reports to the HSCB.", "historical"),
        ("The Silver Group has ceased to report to the HSCB.", "historical"),
        ("The Silver Group has reported to the HSCB since 2012.", "asserted"),
        ("The Silver Group met in May and reports to the HSCB.", "asserted"),
        ("The Silver Group should meet monthly and report to the HSCB.", "proposed"),
        ("The Silver Group is to report to the HSCB.", "proposed"),
        ("It was recommended that the Silver Group should report to the HSCB.", "proposed"),
        ("The Silver Group is not accountable to the HSCB.", "negated"),
        ("Neither the Silver Group nor the Duty Team reports to the HSCB.", "negated"),
        ("The Silver Group never reports to the HSCB.", "negated"),
        ("The Silver Group, not the Duty Team, reports to the HSCB.", "asserted"),
        ("The Silver Group reports to the HSCB rather than the Duty Team.", "asserted"),
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


@pytest.mark.parametrize(
    "text",
    [
        "The HSCB, not Westmarch Police, oversees the Silver Group.",
        "The Silver Group is overseen by the HSCB rather than by Westmarch Police.",
        "The Silver Group is overseen by the HSCB, not by Westmarch Police.",
        "Westmarch Police met and the HSCB oversees the Silver Group.",
        "The Duty Team met Westmarch Police and the HSCB oversees the Silver Group.",
    ],
)
def test_the_one_passed_over_is_not_taken_for_the_one_meant(text: str) -> None:
    assert {s for s in stated(text) if s[1] == "OVERSEES"} == {(HSCB, "OVERSEES", "Silver Group")}


@pytest.mark.parametrize(
    "text",
    [
        "The Silver Group no longer reports to the Learning Sub Group; since 1 May 2014 it has reported to the HSCB.",
        "The Silver Group used to report to the Learning Sub Group. Since 1 May 2014 it reports to the HSCB.",
    ],
)
def test_an_old_line_and_the_new_one_that_took_its_place(text: str) -> None:
    found = {(s.object.name, s.modality, s.qualifiers.get("since")) for s in read(NAMES + text).statements}
    assert found == {("Learning Sub Group", "historical", None), (HSCB, "asserted", "2014-05-01")}


@pytest.mark.parametrize(
    ("text", "until"),
    [
        ("Until 2013 the Silver Group reported to the HSCB.", "2013"),
        ("The Silver Group reported to the HSCB until 2013, when it moved.", "2013"),
        ("The Silver Group ceased reporting to the HSCB in May 2014.", "2014-05"),
    ],
)
def test_the_end_of_an_old_line_is_kept(text: str, until: str) -> None:
    found = [(s.modality, s.qualifiers.get("until")) for s in read(NAMES + text).statements]
    assert found == [("historical", until)]


@pytest.mark.parametrize(
    "text",
    [
        "No one chairs the Silver Group.",
        "Nobody chairs the Silver Group.",
        "The Silver Group is without a chair.",
        "The Silver Group does not have a chair.",
        "The post of chair of the Silver Group is vacant.",
        "There is no chair of the Silver Group.",
        "There is no named owner of the Early Help Strategy.",
        "No single officer is responsible for the Early Help Strategy.",
        "No officer has been named as owner of the Early Help Strategy.",
        "The Duty Team has no manager.",
        "No body oversees the Silver Group.",
    ],
)
def test_that_nobody_does_it_is_a_denial_of_a_post(text: str) -> None:
    (statement,) = read(NAMES + text).statements
    assert (statement.subject.label, statement.modality) == ("Post", "negated")


def test_a_line_denied_to_one_body_denies_only_that_one() -> None:
    (statement,) = read(f"{NAMES}The Silver Group does not report to the HSCB.").statements
    assert (statement.object.name, statement.object.label, statement.modality) == (HSCB, "Body", "negated")


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


def test_who_and_which_speak_of_the_name_before_them() -> None:
    text = (
        "Thanks went to Councillor D. Osei, who chairs the Silver Group, and to the HSCB, which oversees the Duty Team."
    )
    assert {s for s in stated(text) if s[1] in ("CHAIRS", "OVERSEES")} == {
        ("D. Osei", "CHAIRS", "Silver Group"),
        (HSCB, "OVERSEES", "Duty Team"),
    }


def test_it_in_a_later_clause_means_the_subject_of_the_sentence() -> None:
    text = "Until March 2013 the Silver Group was chaired by Councillor D. Osei; it is now chaired by the Borough Commander."
    assert stated(text) >= {("D. Osei", "CHAIRS", "Silver Group"), ("Borough Commander", "CHAIRS", "Silver Group")}


def test_how_often_stands_with_its_own_verb() -> None:
    text = f"{NAMES}The Silver Group receives monthly letters and makes recommendations to the HSCB."
    assert [s.qualifiers.get("cadence") for s in read(text).statements if s.predicate == "REPORTS_TO"] == [None]


def test_both_groups_are_the_two_last_named() -> None:
    text = "The Learning Sub Group works with the Silver Group. Both Groups report to the HSCB."
    assert {s for s in stated(text) if s[1] == "REPORTS_TO"} == {
        ("Learning Sub Group", "REPORTS_TO", HSCB),
        ("Silver Group", "REPORTS_TO", HSCB),
    }


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
     ("every six weeks", "every six weeks"), ("in the Town Hall", None), ("at each meeting", "each meeting"),
     ("at least twice a year", "at least twice a year"), ("annually", "annually"), ("every six months", "every six months")],
)  # fmt: skip
def test_how_often_stands_with_the_line(words: str, cadence: str | None) -> None:
    found = read(f"{NAMES}The Silver Group meets monthly and reports to the HSCB {words}.").statements
    assert [s.qualifiers.get("cadence") for s in found if s.predicate == "REPORTS_TO"] == [cadence]


def test_the_way_of_a_report_is_kept() -> None:
    for text in (
        "The Silver Group reports to the HSCB via the Exploitation Sub Group.",
        "The Silver Group reports through the Exploitation Sub Group to the HSCB.",
        "The Silver Group is answerable, through the Exploitation Sub Group, to the HSCB.",
    ):
        found = read(NAMES + text).statements
        assert [(s.object.name, s.qualifiers.get("via")) for s in found if s.predicate == "REPORTS_TO"] == [(HSCB, SUB)]


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
