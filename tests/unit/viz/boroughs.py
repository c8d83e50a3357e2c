"""Invented structures to draw: Harrowmere, a borough of twelve bodies, and a county of as many as a test asks for."""

from __future__ import annotations

from typing import Any

from graph.model import Node, Relationship, Subgraph, entity_id


def body(name: str, kind: str = "board", **properties: Any) -> Node:
    """A body as `queries.views` hands it out for drawing."""
    usual = {"chair": "Chair: not stated", "members": None, "badges": [], "orphan": False}
    return Node(entity_id("Body", name), ("Entity", "Body"), {"name": name, "kind": kind, **usual, **properties})


def line(start: Node, end: Node, type_: str = "REPORTS_TO", **properties: Any) -> Relationship:
    """A line as `queries.views` hands it out for drawing."""
    usual = {"modality": "asserted", "cadence": None, "statements": [], "finding": False}
    told = {**usual, **properties}
    return Relationship(f"{start.id} {type_} {end.id} {told['modality']}", type_, start.id, end.id, told)


def harrowmere() -> Subgraph:
    """Twelve bodies with a loop, a contested chair, a body without a chair and one without a line upward."""
    council = body("Harrowmere Borough Council", "council", chair="Leader: Cllr D. Osei", members=63)
    improvement = body("Improvement Board", chair="Independent chair: not stated", members=7, badges=["circular"])
    safeguarding = body(
        "Harrowmere Safeguarding Children Board",
        chair="Independent chair: R. Mensah",
        members=24,
        badges=["circular", "two lines upward"],
    )
    cabinet = body("Cabinet", "cabinet", chair="Chair: Leader of the Council", members=9)
    scrutiny = body("Children's Scrutiny Commission", "commission", chair="Chair: Cllr P. Whitlow", members=12)
    audit = body("Case Audit Sub Group", "sub-group", members=5, badges=["no chair"])
    learning = body("Learning Sub Group", "sub-group", chair="Chair: Head of Learning", members=8)
    exploitation = body(
        "Exploitation Sub Group", "sub-group", chair="Chair: contested (2)", members=16, badges=["contested"]
    )
    silver = body("Silver Group", "operational group", chair="Chair: Det. Supt (post)", members=11)
    team = body("Exploitation Team", "team", chair="Manager: stated as none", members=14, badges=["no manager"])
    panel = body("Missing Children Panel", "panel", badges=["no line upward"], orphan=True)
    trust = body("Children's Trust Partnership", "partnership", members=1, chair="Chair: Cllr D. Osei")
    return Subgraph(
        (
            *(council, improvement, safeguarding, cabinet, scrutiny, audit),
            *(learning, exploitation, silver, team, panel, trust),
        ),
        (
            line(improvement, council, finding=True, cadence="via Cabinet"),
            line(council, improvement, finding=True, modality="proposed", cadence="progress"),
            line(safeguarding, council, cadence="annually"),
            line(cabinet, council),
            line(cabinet, council, "PART_OF"),
            line(scrutiny, council),
            line(scrutiny, cabinet, "OVERSEES"),
            line(audit, safeguarding),
            line(learning, safeguarding),
            line(exploitation, safeguarding, cadence="quarterly"),
            line(exploitation, cabinet, cadence="six-monthly"),
            line(silver, exploitation, cadence="6-weekly"),
            line(team, silver),
            line(trust, safeguarding, "SUPPORTS"),
        ),
    )


TOPICS = (
    "Adults",
    "Children",
    "Health and Wellbeing",
    "Community Safety",
    "Highways",
    "Housing",
    "Schools",
    "Audit",
    "Fire",
)
TASKS = ("Performance and Quality Assurance", "Case Review", "Workforce", "Delivery")
KINDS = ("sub-group", "panel", "operational group", "team")


def county(size: int) -> Subgraph:
    """A council, nine boards and as many groups below them as make `size` bodies, every sixth without a line upward."""
    council = body("Wexmoor County Council", "council", chair="Leader: Cllr A. Thorne", members=74)
    chair = "Independent chair: J. Adeyemi-Fairweather"
    boards = [body(f"{topic} Partnership Board", chair=chair, members=18) for topic in TOPICS]
    lines = [line(board, council, cadence=("annually", None, "six-monthly")[i % 3]) for i, board in enumerate(boards)]
    groups: list[Node] = []
    for i in range(size - 1 - len(boards)):
        parent = groups[-2] if i % 8 == 7 else boards[(i * i + i // 4) % len(boards)]
        orphan = i % 6 == 5
        badges = ["no line upward"] * orphan + ["no chair"] * (i % 5 == 0)
        name = f"{str(parent.properties['name']).split(' Partnership')[0]} {TASKS[i % 4]} Group {i + 1}"
        group = body(name, KINDS[i % 4], members=i % 17 or None, badges=badges, orphan=orphan)
        groups.append(group)
        if not orphan:
            lines.append(line(group, parent, cadence=(None, "quarterly", None, "monthly")[i % 4]))
        if i % 11 == 3:
            type_ = ("SUPPORTS", "OVERSEES", "REPORTS_TO")[i % 3]
            modality = "proposed" if i % 2 else "asserted"
            lines.append(line(group, boards[(i + 4) % len(boards)], type_, modality=modality))
    return Subgraph((council, *boards, *groups), tuple(lines))
