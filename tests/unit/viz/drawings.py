"""Reading a chart back: its cards, lines, texts and where they stand."""

from __future__ import annotations

import re
from itertools import pairwise
from xml.etree import ElementTree

from graph.model import Subgraph
from viz.diagram import structure_svg
from viz.geometry import Point, Rectangle

Element = ElementTree.Element
SVG = "{http://www.w3.org/2000/svg}"


def drawn(view: Subgraph, **options: object) -> Element:
    """The chart of `view` as a parsed document."""
    told = {"title": "Harrowmere", "as_at": "2013-12-10", "papers": 4, **options}
    return ElementTree.fromstring(structure_svg(view, **told))  # type: ignore[arg-type]


def groups(chart: Element, name: str) -> list[Element]:
    """The elements that carry the class `name`, in document order."""
    return [element for element in chart.iter() if name in (element.get("class") or "").split()]


def card(chart: Element, identity: str) -> Element:
    """The one card with this id."""
    (found,) = [element for element in groups(chart, "card") if element.get("data-id") == identity]
    return found


def line(chart: Element, identity: str) -> Element:
    """The one line with this id."""
    (found,) = [element for element in groups(chart, "line") if element.get("data-id") == identity]
    return found


def texts(element: Element) -> list[str]:
    """The words that one sees, row by row."""
    return [text.text or "" for text in element.iter(f"{SVG}text")]


def place(card: Element) -> Rectangle:
    """Where a card stands."""
    (face,) = groups(card, "face")
    return rectangle(face)


def rectangle(element: Element) -> Rectangle:
    """Where a rectangle stands."""
    left, top, width, height = (float(element.get(side) or "0") for side in ("x", "y", "width", "height"))
    return Rectangle(left, top, width, height)


def path(line: Element) -> list[Point]:
    """The corners of a line from its start to the tip of its arrow."""
    (hit,) = groups(line, "hit")
    numbers = [float(number) for number in re.findall(r"-?[\d.]+", hit.get("d") or "")]
    (head,) = groups(line, "head")
    tip = (head.get("points") or "").split()[0].split(",")
    return [*zip(numbers[::2], numbers[1::2], strict=True), (float(tip[0]), float(tip[1]))]


def steps(line: Element) -> list[Rectangle]:
    """The straight pieces of a line."""
    return [Rectangle.between(a, b) for a, b in pairwise(path(line))]
