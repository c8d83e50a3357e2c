"""What stands on a card, in rows of text that fit it."""

from __future__ import annotations

from dataclasses import dataclass

from graph.model import Node
from viz.typeface import printable, shorten, width, wrap

WIDTH = 204.0
PAD = 10.0
NAME_SIZE = 12.5
CHAIR_SIZE = 10.0
COUNT_SIZE = 9.0
SMALL_SIZE = 8.5


@dataclass(frozen=True, slots=True)
class Row:
    """One line of text; `baseline` is from the top of the card. A badge stands at the right."""

    text: str
    role: str
    size: float
    baseline: float
    bold: bool = False
    right: bool = False


@dataclass(frozen=True, slots=True)
class Card:
    """A body as it is drawn; `description` says all of it in words, also what had no room."""

    id: str
    kind: str
    rows: tuple[Row, ...]
    width: float
    height: float
    orphan: bool
    findings: bool
    description: str


def name_of(node: Node) -> str:
    """The node's name, or its id where it has none."""
    return printable(str(node.properties.get("name") or "")) or node.id


def card_of(node: Node, wide: float = WIDTH) -> Card:
    """The card of a body, `wide`, as the contract of views fills it: name, kind, chair, members, badges, orphan."""
    properties = node.properties
    labels = [label for label in node.labels if label != "Entity"]
    kind = printable(str(properties.get("kind") or (labels[0] if labels else "")))
    badges = [printable(str(badge)) for badge in properties.get("badges") or ()]
    chair = printable(str(properties.get("chair") or ""))
    count = members_of(node)
    name = name_of(node)
    room = wide - 2 * PAD

    badge = _badge(badges, room - width(kind.upper(), SMALL_SIZE) - 8)
    rows = [Row(badge, "badge", SMALL_SIZE, 17, bold=True, right=True)] if badge else []
    left = room - (width(badge, SMALL_SIZE, bold=True) + 8 if badge else 0)
    rows.append(Row(shorten(kind.upper(), SMALL_SIZE, left), "kind", SMALL_SIZE, 17))
    baseline = 19.0
    for line in wrap(name, NAME_SIZE, room, bold=True, lines=4):
        baseline += 14.5
        rows.append(Row(line, "name", NAME_SIZE, baseline, bold=True))
    baseline += 3
    for line in wrap(chair, CHAIR_SIZE, room, lines=2) if chair else ():
        baseline += 13
        rows.append(Row(line, "chair", CHAIR_SIZE, baseline))
    if count:
        baseline += 14
        rows.append(Row(count, "count", COUNT_SIZE, baseline))
    said = [f"{name}, {kind}" if kind else name, chair, count, f"Findings: {', '.join(badges)}" if badges else ""]
    return Card(
        id=node.id,
        kind=kind,
        rows=tuple(rows),
        width=wide,
        height=baseline + PAD,
        orphan=bool(properties.get("orphan")),
        findings=bool(badges),
        description=". ".join(part for part in said if part),
    )


def members_of(node: Node) -> str:
    """ "16 members", or nothing where the papers don't give a number."""
    members = node.properties.get("members")
    return "" if members is None else f"{members} member{'' if members == 1 else 's'}"


def _badge(badges: list[str], room: float) -> str:
    """The findings in words where they have room, else how many there are."""
    words = " · ".join(badges)
    if len(badges) > 1 and width(words, SMALL_SIZE, bold=True) > room:
        return f"{len(badges)} findings"
    return shorten(words, SMALL_SIZE, max(room, WIDTH / 3), bold=True) if len(badges) == 1 else words
