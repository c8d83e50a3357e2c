"""The grammars of bodies, posts, people and instruments find whole names and leave descriptions alone."""

from __future__ import annotations

import pytest

from loaders.names import bodies, instruments, people, posts
from loaders.names.gazetteer import gazetteer


def bodies_in(text: str) -> list[str]:
    return [n.name for n in bodies.find(text, 0, len(text))]


def posts_in(text: str) -> list[str]:
    return [n.name for n in posts.find(text, 0, len(text))]


def people_in(text: str) -> list[str]:
    return [n.name for n in people.titled(text, 0, len(text))]


def instruments_in(text: str) -> list[str]:
    return [n.name for n in instruments.find(text, 0, len(text))]


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("the Improving Lives Select Commission met", ["Improving Lives Select Commission"]),
        ("the CSE sub group and the ‘Silver’ group", ["CSE sub group", "Silver group"]),
        ("The Child Sexual Exploitation (CSE) Sub Group met", ["Child Sexual Exploitation Sub Group"]),
        ("a letter to the Department for Education, Department of Health and others", ["Department for Education", "Department of Health"]),
        ("Children and Young People's Services and the Health & Wellbeing Board", ["Children and Young People's Services", "Health & Wellbeing Board"]),
        ("Children, Young People and Families Services", ["Children, Young People and Families Services"]),
        ("the CSE and Performance Sub Groups met", ["CSE Sub Group", "Performance Sub Group"]),
        ("Westmarch Police and Harrowmere's Local Safeguarding Board", ["Westmarch Police", "Harrowmere's Local Safeguarding Board"]),
        ("the Association of Directors Group of the University of Bradford", ["University of Bradford"]),
        ("the Council's Community Cohesion team", ["Community Cohesion team"]),
        ("MINUTES OF HARROWMERE\nCITY AND COUNTY COUNCIL HELD", ["HARROWMERE CITY AND COUNTY COUNCIL"]),
        ("the Stoke Parish Annual Council Meeting", ["Stoke Parish Council"]),
        ("the Early help Assessment Team", ["Early help Assessment Team"]),
        ("there is a Children's Improvement Panel", ["Children's Improvement Panel"]),
    ],
)  # fmt: skip
def test_bodies_are_named_by_capitals_and_a_governance_head(text: str, names: list[str]) -> None:
    assert bodies_in(text)[-len(names) :] == names


@pytest.mark.parametrize(
    "text",
    [
        "the Board and the Council met",
        "the Local Authority and the County Council",
        "Every Safeguarding Board must act, as must all 4 Safeguarding Boards",
        "LSCBs and Clinical Commissioning Groups nationally",
        "Effective partnership and various board members",
        "the Cabinet Member, a Service Manager and the Team Leader",
        "a Harrowmere Council team",
    ],
)
def test_references_plurals_and_descriptions_are_no_names(text: str) -> None:
    assert [n for n in bodies_in(text) if n not in ("Harrowmere Council",)] == []


@pytest.mark.parametrize(
    ("name", "kind"),
    [("Exploitation Sub-Group", "sub-group"), ("CSE Silver Group", "operational group"), ("Harrowmere Cabinet", "cabinet"),
     ("Westmarch Police", "force"), ("Audit Committee", "committee"), ("Bright Futures", None),
     ("Harrowmere Clinical Commissioning Group", "agency")],
)  # fmt: skip
def test_the_head_of_a_name_tells_the_kind(name: str, kind: str | None) -> None:
    assert bodies.kind_of(name) == kind


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("the Strategic Director of Children's Services said", ["Strategic Director of Children's Services"]),
        ("the Cabinet Member for Children, Young People and Families Services", ["Cabinet Member for Children, Young People and Families Services"]),
        ("The LSCB Independent Chair and the Chief Constable of Westmarch Police", ["LSCB Independent Chair", "Chief Constable of Westmarch Police"]),
        ("Louise Roe, a Director General at the CLG", ["Director General at the CLG"]),
    ],
)  # fmt: skip
def test_posts_are_found_with_what_they_are_for(text: str, names: list[str]) -> None:
    assert [n for n in posts_in(text) if " " in n] == names


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("Councillors Abbott, Norris, J. Fielding and Lund were there", ["Councillor Abbott", "Councillor Norris", "J. Fielding", "Councillor Lund"]),
        ("Cllr Mrs D Marlow, Borough Councillor C Drake", ["D. Marlow", "C. Drake"]),
        ("Mr. O. O'Marra and Cllr. Owen Pryce", ["O. O'Marra", "Owen Pryce"]),
        ("Councillors Barton (J), Barton (M)", ["Barton (J)", "Barton (M)"]),
        ("Councillors Holt and Pike and Co-opted members Mrs. A. Dunn", ["Councillor Holt", "Councillor Pike", "A. Dunn"]),
        ("Professor Lane's report", ["Professor Lane"]),
    ],
)  # fmt: skip
def test_people_are_found_by_titles_and_in_surname_lists(text: str, names: list[str]) -> None:
    assert people_in(text) == names


def test_two_spellings_are_one_person_only_when_initials_and_surname_agree() -> None:
    assert people.same(people.key("Steve Ashley"), people.key("Stephen Ashley"))
    assert people.same(people.key("Cllr K. Davies"), people.key("Kim Davies"))
    assert not people.same(people.key("Arwel Davies"), people.key("Kim Davies"))


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("the CSE action plan and the Early Help Strategy 2013-16", ["CSE action plan", "Early Help Strategy 2013-16"]),
        ("the Jay Report, the Corporate Governance Inspection", ["Jay Report", "Corporate Governance Inspection"]),
        ("the Improvement Plan; Operation Clover", ["Operation Clover", "Improvement Plan"]),
    ],
)
def test_plans_and_reviews_are_found_by_their_heads(text: str, names: list[str]) -> None:
    assert sorted(instruments_in(text)) == sorted(names)


@pytest.mark.parametrize(
    "text",
    [
        "the action plan and the strategy",
        "Annual review of the plan",
        "The Silver Group report to the Board",
        "an Independent Review",
        "the CSE Strategy Review group",
    ],
)
def test_references_verbs_and_names_of_bodies_are_no_plans(text: str) -> None:
    assert [n for n in instruments_in(text) if n != "CSE Strategy"] == []


def test_the_gazetteer_knows_national_bodies_by_any_name_and_places_by_the_longest() -> None:
    text = "OFSTED and Her Majesty’s Inspectorate of Constabulary, not Ofstedian"
    assert [k.name for _, _, k in gazetteer().find(text, 0, len(text))] == [
        "Ofsted",
        "Her Majesty's Inspectorate of Constabulary",
    ]
    assert gazetteer().place_in("South Yorkshire Police") == "south-yorkshire"
    assert gazetteer().place_in("Bath and North East Somerset Council") == "bath-and-north-east-somerset"
    assert gazetteer().place_in("Harrowmere Council") is None
