"""How a line looks and reads: one table for every picture. Colour, dash and words, never colour alone."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace

from graph.model import Relationship, Subgraph
from graph.vocabulary import PREDICATES

# The colours of Okabe and Ito, which people with any kind of colour vision tell apart (Color Universal Design, 2008).
BLUE = "#0072B2"
GREEN = "#009E73"
PURPLE = "#CC79A7"
VERMILION = "#D55E00"
GREY = "#6B7685"

DASHED = (7.0, 4.0)
DOTTED = (2.0, 4.0)


@dataclass(frozen=True, slots=True)
class Stroke:
    """How one kind of line is drawn and named; `dash` is the lengths of on and off, empty for solid."""

    words: str
    colour: str
    dash: tuple[float, ...] = ()

    @property
    def dotted(self) -> bool:
        """Whether it is drawn as dots."""
        return self.dash == DOTTED

    @property
    def dashes(self) -> str:
        """The lengths as SVG and Mermaid write them; empty for solid."""
        return " ".join(f"{length:g}" for length in self.dash)


STROKES = {
    "REPORTS_TO": Stroke("reports to", BLUE),
    "PART_OF": Stroke("part of", GREEN, DASHED),
    "SUPPORTS": Stroke("supports", GREEN, DASHED),
    "OVERSEES": Stroke("oversees", PURPLE, DOTTED),
}
"""The lines of a structure, by type, the most telling first. Any other type is grey and says what it is."""

LEGEND = (
    Stroke("reports to", BLUE),
    Stroke("part of, supports", GREEN, DASHED),
    Stroke("proposed, not in place", BLUE, DASHED),
    Stroke("oversees, scrutinises", PURPLE, DOTTED),
    Stroke("part of a finding", VERMILION),
)
OTHER = Stroke("other, named on the line", GREY)


def lines_of(view: Subgraph) -> tuple[Relationship, ...]:
    """The lines of `view` that a picture shows: between nodes of the view, and not ones that a paper denies."""
    ids = {node.id for node in view.nodes}
    return tuple(
        line
        for line in view.relationships
        if line.type in PREDICATES and modality(line) != "negated" and line.start in ids and line.end in ids
    )


def modality(line: Relationship) -> str:
    """ "asserted" unless the line says otherwise."""
    return str(line.properties.get("modality") or "asserted")


def is_finding(line: Relationship) -> bool:
    """Whether the line is part of a finding, a loop for example."""
    return bool(line.properties.get("finding"))


def stroke_of(line: Relationship) -> Stroke:
    """How `line` is drawn: dashed where it is only proposed or was, and in the colour of a finding where it is one."""
    stroke = _plain(line)
    if modality(line) != "asserted":
        stroke = replace(stroke, dash=stroke.dash or DASHED)
    return replace(stroke, colour=VERMILION) if is_finding(line) else stroke


def label_of(line: Relationship) -> str:
    """The words beside the line: what solid and blue do not say by themselves. Empty for a plain "reports to"."""
    return ", ".join([*([] if line.type == "REPORTS_TO" else [_plain(line).words]), *_details(line)])


def sentence(line: Relationship, names: Mapping[str, str]) -> str:
    """The line in words: "Silver Group reports to CSE Sub Group, quarterly, proposed"."""
    return ", ".join([f"{names[line.start]} {PREDICATES[line.type].reading} {names[line.end]}", *_details(line)])


def _plain(line: Relationship) -> Stroke:
    return STROKES.get(line.type) or Stroke(PREDICATES[line.type].reading, GREY)


def _details(line: Relationship) -> list[str]:
    """How often, and the modality unless the line is asserted."""
    cadence = str(line.properties.get("cadence") or "")
    return [word for word in (cadence, "" if modality(line) == "asserted" else modality(line)) if word]
