"""The grammars of bodies, posts, people and instruments find whole names and leave descriptions alone."""

from __future__ import annotations

import pytest

from loaders.names import bodies, instruments, people, posts, uncapitalised
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
        ("Board of Selectmen\nTown Hall Conference Room\nMinutes", ["Board of Selectmen"]),
        ("Elder School Governing Body committees are", ["Elder School Governing Body"]),
        ("the Executive Committee of the Society and the Registered Office of the Society", ["Executive Committee"]),
        ("the Current Affairs Committee and the Chief Executives Board", ["Current Affairs Committee", "Chief Executives Board"]),
        ("Harbour School District and Elderby Running Club", ["Harbour School District", "Elderby Running Club"]),
        ("The Quality of Teaching Committee meets", ["Quality of Teaching Committee"]),
        ("Election working group\nQuality subcommittee meets", ["Election working group", "Quality subcommittee"]),
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
    ("text", "names"),
    [
        ("HARROWMERE TOWN COUNCIL\nCABINET", ["HARROWMERE TOWN COUNCIL", "CABINET"]),
        ("Harrowmere Town Council\nAudit and Governance Committee\nMinutes", ["Harrowmere Town Council", "Audit and Governance Committee"]),
        ("HARROWMERE BOROUGH COUNCIL\nOVERVIEW AND SCRUTINY COMMITTEE\nFLOOD SUB-COMMITTEE", ["HARROWMERE BOROUGH COUNCIL", "OVERVIEW AND SCRUTINY COMMITTEE", "FLOOD SUB-COMMITTEE"]),
        ("Children and Young People's Overview\nand Scrutiny Committee", ["Children and Young People's Overview and Scrutiny Committee"]),
        ("Harrowmere Local Safeguarding Children\nBoard", ["Harrowmere Local Safeguarding Children Board"]),
        ("The report was then taken to the Harrowmere Health and\nWellbeing Board for comment.", ["Harrowmere Health and Wellbeing Board"]),
        ("Members agreed that the matter be sent to the Harrowmere Safeguarding\nChildren Board without delay.", ["Harrowmere Safeguarding Children Board"]),
        ("Public Document Pack\nAudit Committee", ["Audit Committee"]),
        ("Guildhall\nAudit Committee", ["Audit Committee"]),
        ("the Committee on Standards and the Board of Trustees met", ["Committee on Standards", "Board of Trustees"]),
        ("the Office of the Police Ombudsman", ["Office of the Police Ombudsman"]),
        ("the Board of Education; the Board of Governors; the Board of Directors", ["Board of Education", "Board of Governors", "Board of Directors"]),
        ("the Audit and Planning Committees met", ["Audit Committee", "Planning Committee"]),
        ("the Audit Committee and the Planning Committee met", ["Audit Committee", "Planning Committee"]),
        ("Audit Committee and Planning Committee", ["Audit Committee", "Planning Committee"]),
        ("the Audit and Planning Committee", ["Audit and Planning Committee"]),
        ("the Digital Task and Finish Group", ["Digital Task and Finish Group"]),
        ("the Homelessness Task & Finish Group", ["Homelessness Task & Finish Group"]),
        ("the Climate Working Party and the Allotments Working Group", ["Climate Working Party", "Allotments Working Group"]),
        ("the Flood Steering Group, the Flood Advisory Group and the Data Reference Group", ["Flood Steering Group", "Flood Advisory Group", "Data Reference Group"]),
        ("SIG Auth and the Storage WG", ["SIG Auth", "Storage WG"]),
        ("the Technical Steering Committee", ["Technical Steering Committee"]),
        ("Harrowmere Police, Westmarch Constabulary and Harrowmere Fire and Rescue Service", ["Harrowmere Police", "Westmarch Constabulary", "Harrowmere Fire and Rescue Service"]),
        ("Westmarch Fire & Rescue Authority", ["Westmarch Fire & Rescue Authority"]),
        ("Harrowmere NHS Foundation Trust and Harrowmere Hospitals NHS Trust", ["Harrowmere NHS Foundation Trust", "Harrowmere Hospitals NHS Trust"]),
        ("the Academic Senate, the Faculty of Arts and the University Court", ["Academic Senate", "Faculty of Arts", "University Court"]),
        ("Harrowmere Crown Court", ["Harrowmere Crown Court"]),
        ("the Members' Task Force on Housing", ["Members' Task Force on Housing"]),
        ("the Harrowmere Combined Authority", ["Harrowmere Combined Authority"]),
        ("the Harrowmere City Commission and the Planning and Zoning Commission", ["Harrowmere City Commission", "Planning and Zoning Commission"]),
        ("the Harrowmere Planning Board", ["Harrowmere Planning Board"]),
        ("Harrowmere Unified School District Board of Trustees", ["Harrowmere Unified School District Board of Trustees"]),
        ("the Integrated Care Board and Integrated Care Partnership", ["Integrated Care Board", "Integrated Care Partnership"]),
        ("Harrowmere Place Board (EPB)", ["Harrowmere Place Board"]),
        ("Children's Services Improvement Board", ["Children's Services Improvement Board"]),
        ("the Council's Children's Services Directorate", ["Children's Services Directorate"]),
        ("the Harrowmere Council Cabinet", ["Harrowmere Council Cabinet"]),
        ("Committee of the Whole", ["Committee of the Whole"]),
        ("the Finance & General Purposes Committee", ["Finance & General Purposes Committee"]),
        ("the Personnel, Finance and Policy Committee", ["Personnel, Finance and Policy Committee"]),
        ("the Housing, Health and Care Scrutiny Panel", ["Housing, Health and Care Scrutiny Panel"]),
        ("the Audit, Risk and Assurance Committee (ARAC)", ["Audit, Risk and Assurance Committee"]),
        ("Strategic Planning, Environment and Transport Committee", ["Strategic Planning, Environment and Transport Committee"]),
        ("the Board's Audit Committee", ["Audit Committee"]),
        ("University Hospitals Harrowmere NHS Foundation Trust Board", ["University Hospitals Harrowmere NHS Foundation Trust Board"]),
        ("Harrowmere Community Safety Partnership", ["Harrowmere Community Safety Partnership"]),
        ("Harrowmere Parish Council Planning Committee", ["Harrowmere Parish Council Planning Committee"]),
        ("the City of Harrowmere Council", ["City of Harrowmere Council"]),
        ("the Housing, Health and Planning Committees", ["Housing Committee", "Health Committee", "Planning Committee"]),
        ("the Office of the Police and Crime Commissioner met", ["Office of the Police and Crime Commissioner"]),
        ("the Office of Budget Circular A-50", ["Office of Budget"]),
        ("the Chief Officers' Public Protection Group", ["Chief Officers' Public Protection Group"]),
        ("the Code of Conduct Committee", ["Code of Conduct Committee"]),
        ("the Committee on Academic Standards", ["Committee on Academic Standards"]),
        ("the Multi-Agency Risk Assessment Conference", ["Multi-Agency Risk Assessment Conference"]),
        ("the Climate and Housing Working Parties", ["Climate Working Party", "Housing Working Party"]),
    ],
)  # fmt: skip
def test_names_end_at_a_line_unless_it_wraps_and_shared_heads_make_several(text: str, names: list[str]) -> None:
    assert bodies_in(text) == names


@pytest.mark.parametrize(
    "text",
    [
        "a place and Council Chamber",
        "Building Trust in public life",
        "SIG",
        "the Annual Conference",
        "Council Chamber, Town Hall, Harrowmere",
        "Harrowmere Town Hall, Committee Room 2",
        "Board Room",
        "Committee Room 2, Civic Centre",
        "The Boardroom, Council House",
        "Council Tax",
        "Harrowmere Council Tax Reduction Scheme",
        "Service Level Agreement",
        "Trust Deed",
        "Group Leader",
        "Board Member",
        "Committee Clerk",
        "Council Leader",
        "Police Station",
        "Police Officers",
        "the Police Act",
        "Post Office",
        "Head Office",
        "Community Centre",
        "Harrowmere Community Centre",
        "Harrowmere Leisure Centre",
        "Local Government",
        "Central Government",
        "Local Planning Authority",
        "local councils",
        "LSCBs",
        "each Board",
        "Carol Service",
        "Memorial Service",
        "Civic Service",
        "Council Meeting",
        "Board Meeting",
        "Committee Meeting",
        "Annual Council Meeting",
        "Council Plan",
        "Committee Report",
        "Council Offices",
        "Council Motion",
        "Working Party",
        "Sub-Committee",
        "Working Group",
        "Cabinet Member",
        "Court House",
        "School Governors",
        "Executive Summary",
        "Executive Director",
        "Executive Report",
        "Non-Executive Director",
        "Network Rail Bridge",
        "Team Meeting",
        "Service Delivery",
        "Agency Workers",
        "Office Manager",
        "Office Hours",
        "Road Network",
        "Members of the Council",
        "Unit 4",
        "Social Network",
        "Members' Allowances Scheme",
        "Harrowmere North Division",
        "Partnership Working",
        "Age Group",
        "Ethnic Group",
        "Blood Service Day",
        "Group Accounts",
        "Peer Group",
        "Council Housing",
        "Health Service Executive Summary",
        "Public Court",
        "Full Council",
        "Annual Council",
        "Extraordinary Council",
        "Parish Councils",
        "Town and Parish Councils",
        "Committee Members present",
        "All Councils",
        "School Place Planning",
        "High School",
        "Primary School",
        "Village School",
        "Public Services",
        "Emergency Services",
        "Customer Service",
        "Local Authority",
        "Area Board Meetings",
        "Housing Association",
        "Tenants Association",
        "Residents Associations",
        "Bus Service",
        "Train Service",
        "Our Board",
        "Governing Bodies",
        "Top Level Projects and Top Level Working Groups",
        "Relevant Committee",
        "Cr Rick Moss Division 2",
        "Emergency Council",
        "Any Other Business",
        "Councillor Smith",
        "Cllr Jones Planning",
        "Mrs Board",
        "Present: Councillors A Board",
        "Meeting of the Board",
        "Scheme of Delegation",
        "Code of Conduct for Council Members",
    ],
)
def test_rooms_taxes_places_and_generic_words_are_no_bodies(text: str) -> None:
    assert bodies_in(text) == []


@pytest.mark.parametrize(
    "words",
    [
        "Council Chamber",
        "Harrowmere Town Hall, Committee Room 2",
        "Board Room",
        "Council Tax",
        "Service Level Agreement",
        "Trust Deed",
        "Group Leader",
        "Board Member",
        "Committee Clerk",
        "Police Station",
        "Post Office",
        "Community Centre",
        "Council Meeting",
        "Cabinet Report",
        "Executive Summary",
        "Team Meeting",
        "Service Delivery",
        "Office Manager",
        "Road Network",
        "Cabinet Member",
        "Harrowmere North Division",
        "Members' Allowances Scheme",
        "Bus Service",
        "Central Government",
    ],
)
def test_what_goes_on_after_a_head_has_no_kind(words: str) -> None:
    assert bodies.kind_of(words) is None


@pytest.mark.parametrize(
    ("name", "kind"),
    [("Exploitation Sub-Group", "sub-group"), ("CSE Silver Group", "operational group"), ("Harrowmere Cabinet", "cabinet"),
     ("Westmarch Police", "force"), ("Audit Committee", "committee"), ("Bright Futures", None),
     ("Harrowmere Clinical Commissioning Group", "agency"), ("Harrowmere Research Consortium (HRC)", "partnership"),
     ("Area Committee 3", "committee"), ("Committee on Community Services", "committee"), ("Housing Ombudsman", "office-holder"),
     ("Climate Working Party", "group"), ("Independent Group – Reform", "group"), ("Westmarch Fire Trust Ltd", "company")],
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
        ("the Portfolio Holder for Housing and the Senior Responsible Owner", ["Portfolio Holder for Housing", "Senior Responsible Owner"]),
        ("the Monitoring Officer and the Section 151 Officer", ["Monitoring Officer", "Section 151 Officer"]),
        ("the Assistant Director – Safeguarding and the Clerk to the Council", ["Assistant Director – Safeguarding", "Clerk to the Council"]),
        ("the City Manager and the Mayor Pro Tem", ["City Manager", "Mayor Pro Tem"]),
        ("the Attorney General and the Comptroller and Auditor General", ["Attorney General", "Comptroller and Auditor General"]),
        ("the Flood Plan The Director of Housing", ["Director of Housing"]),
        ("the monitoring officer, every chief constable and the section 151 officer", ["monitoring officer", "section 151 officer"]),
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


@pytest.mark.parametrize(
    "text",
    ["the Senior Officer Report", "Governor Training", "the Owner and the Holder", "Mayor's Charity", "Head Office"],
)
def test_papers_training_and_buildings_are_no_posts(text: str) -> None:
    assert posts_in(text) == []


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("The business goes to the board of trustees.", ["board of trustees"]),
        ("run by a board of directors (the board) that meets", ["board of directors"]),
        ("the finance and general purposes committee and our ethics working group", ["finance and general purposes committee", "ethics working group"]),
        ("a board of directors is elected", []),
        ("the relevant committee, any finance committee and the committee", []),
        ("the Finance Committee", []),
        ("the audit committee-room", []),
    ],
)  # fmt: skip
def test_bodies_in_small_letters_are_those_that_are_the_only_ones(text: str, names: list[str]) -> None:
    assert [n.name for n in uncapitalised.find(text, 0, len(text))] == names
