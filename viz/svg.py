"""The few SVG elements that drawings here are made of. Text goes in as text: nothing a paper says can become markup."""

from __future__ import annotations

import math
from collections.abc import Sequence
from xml.etree import ElementTree

from viz.geometry import Point, Rectangle, split
from viz.linework import Stroke

Element = ElementTree.Element

_HEAD = 8.0
_CORNER = 5.0


def add(parent: Element, tag: str, text: str | None = None, **attributes: str) -> Element:
    """A new last child of `parent`; an underscore ending an attribute's name is dropped, other ones become hyphens."""
    element = ElementTree.SubElement(parent, tag, {k.rstrip("_").replace("_", "-"): v for k, v in attributes.items()})
    element.text = text
    return element


def add_text(
    parent: Element, words: str, at: Point, size: float, role: str, colour: str, *, bold: bool = False
) -> Element:
    """One line of text that begins `at` its baseline."""
    weight = {"font_weight": "bold"} if bold else {}
    x, y = at
    return add(
        parent, "text", words, class_=role, fill=colour, x=number(x), y=number(y), font_size=number(size), **weight
    )


def add_rectangle(parent: Element, place: Rectangle, *, rounding: float = 0, **attributes: str) -> Element:
    """A rectangle, its corners rounded by `rounding`."""
    sides = {"x": place.left, "y": place.top, "width": place.width, "height": place.height}
    corners = {"rx": number(rounding)} if rounding else {}
    return add(parent, "rect", **{k: number(v) for k, v in sides.items()}, **corners, **attributes)


def add_line(parent: Element, path: Sequence[Point], stroke: Stroke, *, join: Point | None = None) -> None:
    """The line with its arrowhead, and under it a wide one that can't be seen, easier to point at.

    From `join`, where it runs with another line, it is drawn but hidden (class "shared"), since two lines upon one
    another look like one that is thicker.
    """
    (x0, y0), (x, y) = path[-2:]
    length = math.dist((x0, y0), (x, y)) or 1.0
    head = min(_HEAD, length * 0.9)
    dx, dy = (x - x0) / length * head, (y - y0) / length * head
    neck = (x - dx, y - dy)
    shaft = [*path[:-1], neck]
    own, shared = split(shaft, join) if join else (shaft, [])
    area = {"d": _rounded(shaft), "fill": "none", "stroke": "none", "stroke_width": "12", "pointer_events": "stroke"}
    add(parent, "path", class_="hit", **area)
    look = {"fill": "none", "stroke": stroke.colour, "stroke_width": "1.5", **dashes(stroke.dash)}
    if stroke.dotted:
        look |= {"stroke_width": "2.4", "stroke_linecap": "round", "stroke_dasharray": "0.1 4.9"}
    add(parent, "path", class_="stroke", d=_rounded(own), **look)
    if shared:
        add(parent, "path", class_="stroke shared", d=_rounded(shared), stroke_opacity="0", **look)
    corners = [(x, y), (neck[0] - dy * 0.42, neck[1] + dx * 0.42), (neck[0] + dy * 0.42, neck[1] - dx * 0.42)]
    points = " ".join(f"{number(a)},{number(b)}" for a, b in corners)
    add(parent, "polygon", class_="head", points=points, fill=stroke.colour)


def dashes(lengths: Sequence[float]) -> dict[str, str]:
    """The attribute that breaks a line into these lengths of on and off; none for a solid line."""
    return {"stroke_dasharray": " ".join(number(n) for n in lengths)} if lengths else {}


def number(value: float) -> str:
    """Two decimals at most: enough for any screen."""
    return f"{value:.2f}".rstrip("0").rstrip(".")


def _rounded(path: Sequence[Point]) -> str:
    """The path with its corners rounded, as SVG path data."""
    data = [f"M{_pair(path[0])}"]
    for before, corner, after in zip(path, path[1:], path[2:], strict=False):
        cut = min(_CORNER, math.dist(before, corner) / 2, math.dist(corner, after) / 2)
        data.append(f"L{_pair(_toward(corner, before, cut))}Q{_pair(corner)} {_pair(_toward(corner, after, cut))}")
    return "".join([*data, f"L{_pair(path[-1])}"])


def _toward(start: Point, goal: Point, far: float) -> Point:
    length = math.dist(start, goal) or 1.0
    return (start[0] + (goal[0] - start[0]) * far / length, start[1] + (goal[1] - start[1]) * far / length)


def _pair(point: Point) -> str:
    return f"{number(point[0])} {number(point[1])}"
