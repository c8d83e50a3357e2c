"""The structure chart: bodies as cards, lines of accountability between them, one SVG for screen and paper.

Graphviz says where cards and lines go (`viz.arrangement`); the drawing is ours, so that every card and line is an
element that a style sheet, a keyboard and a screen reader can address. Colours are attributes, which any program
that shows SVG understands; where a browser knows custom properties, a page may set its own: --chart-paper,
--chart-ink, --chart-quiet, --chart-card, --chart-edge, --chart-finding. A page that lights up a line gives it the
class is-traced or is-found.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import date
from xml.etree import ElementTree

from graph.errors import AnswerableError
from graph.model import Relationship, Subgraph
from viz.arrangement import arrange
from viz.cards import PAD, WIDTH, Card, card_of, name_of
from viz.geometry import Rectangle
from viz.labels import LEADING, SIZE, place_labels
from viz.linework import (
    LEGEND,
    OTHER,
    STROKES,
    VERMILION,
    Stroke,
    is_finding,
    label_of,
    lines_of,
    modality,
    sentence,
    stroke_of,
)
from viz.packing import Arrangement
from viz.ranking import Link
from viz.svg import Element, add, add_line, add_rectangle, add_text, dashes, number
from viz.typeface import FAMILY, printable, width, wrap
from viz.worker import LayoutCrashError, LayoutTimeoutError

MOST = 300
"""The most bodies that one chart shows: more can't be read."""

ORPHANS = "No line upward stated"

UPWARD = ("REPORTS_TO", "PART_OF", "SUPPORTS", "MEMBER_OF")
"""The lines whose end stands above their start, the surest first. Of others the start does, if nothing else says."""

WHITE = "#FFFFFF"
INK = "#1A202C"
QUIET = "#566071"
EDGE = "#AEB8C6"
ALARM = "#A63C00"
INKS = {"badge": ALARM, "kind": QUIET, "count": QUIET}

DASH = (5.0, 3.0)
MARGIN = 24.0
FRAME_SIDE = 8.0
FRAME_TOP = 22.0

MONTHS = (
    "January", "February", "March", "April", "May", "June",
    "July", "August", "September", "October", "November", "December",
)  # fmt: skip

STYLE = f"""
@supports (fill: var(--any)) {{
  .structure-chart .paper, .structure-chart .halo {{ fill: var(--chart-paper, {WHITE}) }}
  .structure-chart .face {{ fill: var(--chart-card, {WHITE}) }}
  .structure-chart .card:not(.finding):not(.orphan) .face {{ stroke: var(--chart-edge, {EDGE}) }}
  .structure-chart .heading, .structure-chart .name, .structure-chart .chair {{ fill: var(--chart-ink, {INK}) }}
  .structure-chart .quiet, .structure-chart .kind, .structure-chart .count {{ fill: var(--chart-quiet, {QUIET}) }}
  .structure-chart .badge, .structure-chart .alarm {{ fill: var(--chart-finding, {ALARM}) }}
}}
.structure-chart .card, .structure-chart .line {{ cursor: pointer }}
.structure-chart .card:focus {{ outline: none }}
.structure-chart .card:focus .face, .structure-chart .card:hover .face, .structure-chart .line:hover .stroke {{
  stroke-width: 3
}}
.structure-chart .line:hover .shared, .structure-chart .is-traced .shared, .structure-chart .is-found .shared {{
  stroke-opacity: 1
}}
"""


def structure_svg(
    view: Subgraph, *, title: str, as_at: str | None, papers: int, hidden: int = 0, timeout: float = 10.0
) -> str:
    """The chart of `view` as a stand-alone SVG document.

    Args:
        view: bodies and lines, with the properties that `queries.views` gives them for drawing.
        title: the heading.
        as_at: the ISO date that the view was asked for, None for today.
        papers: how many papers are loaded.
        hidden: how many bodies the view leaves out, which the chart then says.
        timeout: seconds that the layout may take.

    Raises AnswerableError, with the remedy, for a view of more than MOST bodies or a layout that takes too long.
    """
    if len(view.nodes) > MOST:
        raise AnswerableError(
            f"{title}: {len(view.nodes)} bodies are more than one chart can show ({MOST}). "
            "Open one body and draw what is above and below it, or choose fewer kinds of body."
        )
    nodes = sorted(view.nodes, key=lambda node: (name_of(node), node.id))
    names = {node.id: name_of(node) for node in nodes}
    lines = sorted(lines_of(view), key=lambda line: (names[line.start], names[line.end], line.type, line.id))
    touched = {end for line in lines for end in (line.start, line.end)}
    framed = {node.id for node in nodes if node.properties.get("orphan") and node.id in touched}
    cards = {node.id: card_of(node, WIDTH - 2 * FRAME_SIDE if node.id in framed else WIDTH) for node in nodes}
    source = (
        f"As at {_in_words(as_at or date.today().isoformat())} · as loaded from {_count(papers, 'paper', 'papers')}"
    )
    if hidden:
        source += f" · {_count(hidden, 'more body is', 'more bodies are')} not shown"
    arrangement = _arranged(cards, lines, title, timeout)

    room = max(arrangement.width, 520.0)
    heading = wrap(title, 17, room, bold=True, lines=3)
    top = MARGIN + 21 * len(heading) + 32
    arrangement = arrangement.moved(MARGIN, top)
    root = Element("svg", {"xmlns": "http://www.w3.org/2000/svg", "class": "structure-chart", "role": "group"})
    root.set("aria-label", f"{printable(title)}. {source}")
    root.set("font-family", FAMILY)
    add(root, "title", printable(title))
    add(root, "desc", _described(cards, names, lines, source))
    add(root, "style", STYLE)
    paper = add(root, "rect", class_="paper", fill=WHITE)
    for row, words in enumerate(heading):
        add_text(root, words, (MARGIN, MARGIN + 17 + 21 * row), 17, "heading", INK, bold=True)
    add_text(root, source, (MARGIN, top - 17), 10.5, "quiet source", QUIET)
    if not cards:
        add_text(root, "No body to show: the papers loaded name none here.", (MARGIN, top + 12), 12, "quiet", QUIET)
    _draw_frames(root, cards, arrangement)
    _draw_lines(root, lines, names, arrangement)
    _draw_cards(root, cards, arrangement)
    strokes = [*LEGEND, *([OTHER] if any(line.type not in STROKES for line in lines) else [])]
    bottom = _draw_legend(root, strokes, room, top + arrangement.height + 34)
    size = {"width": number(room + 2 * MARGIN), "height": number(bottom + MARGIN)}
    for element in (root, paper):
        element.attrib |= size
    root.set("viewBox", f"0 0 {size['width']} {size['height']}")
    return ElementTree.tostring(root, encoding="unicode")


def _arranged(cards: Mapping[str, Card], lines: Sequence[Relationship], title: str, timeout: float) -> Arrangement:
    # A frame takes its room from the card, so that columns of framed and other cards are of one width.
    sizes = {
        card.id: (WIDTH, card.height + (FRAME_TOP + FRAME_SIDE if card.width < WIDTH else 0)) for card in cards.values()
    }
    orphans = [card.id for card in cards.values() if card.orphan]
    try:
        return arrange(sizes, [_link(line, cards) for line in lines], apart=orphans, timeout=timeout)
    except (LayoutTimeoutError, LayoutCrashError) as error:
        happened = f"took longer than {timeout:g} seconds" if isinstance(error, LayoutTimeoutError) else "failed"
        raise AnswerableError(
            f"{title}: the layout of {len(cards)} bodies and {len(lines)} lines {happened}. "
            "Open one body and draw what is above and below it, or choose fewer kinds of body."
        ) from None


def _link(line: Relationship, cards: Mapping[str, Card]) -> Link:
    """The line as the layout sees it: who stands above whom, and how sure that is. A council stands at the top."""
    doubt = (modality(line) != "asserted") + (cards[line.start].kind == "council")
    upward = line.type in UPWARD
    rank = 10 * doubt + (UPWARD.index(line.type) if upward else len(UPWARD))
    upper = line.end if upward else line.start
    return Link(line.id, line.start, line.end, upper, rank, f"{line.type} {modality(line)}", upward)


def _described(cards: Mapping[str, Card], names: dict[str, str], lines: Sequence[Relationship], source: str) -> str:
    """The chart in sentences, for those who can't see it."""
    orphans = [names[card.id] for card in cards.values() if card.orphan]
    said = [f"{_count(len(cards), 'body', 'bodies')} and {_count(len(lines), 'line', 'lines')}", source]
    said += [printable(sentence(line, names)) for line in lines]
    said += [f"{ORPHANS}: {', '.join(orphans)}"] if orphans else []
    return ". ".join(said) + "."


def _draw_frames(root: Element, cards: Mapping[str, Card], arrangement: Arrangement) -> None:
    """A dashed frame around bodies without a line upward: one for those that no line touches, one for each other."""
    boxes = [box for name, box in arrangement.boxes.items() if cards[name].width < box.width]
    for place in [*boxes, *([arrangement.frame] if arrangement.frame else [])]:
        group = add(root, "g", class_="orphans")
        add_rectangle(group, place, rounding=14, fill="none", stroke=VERMILION, stroke_opacity="0.6", **dashes((7, 4)))
        add_text(group, ORPHANS, (place.left + FRAME_SIDE + PAD, place.top + 15), 10, "alarm", ALARM)


def _draw_lines(root: Element, lines: Sequence[Relationship], names: dict[str, str], arrangement: Arrangement) -> None:
    """The lines, those of a finding last, so that they lie on top where lines share a trunk."""
    words = {line.id: printable(label_of(line)) for line in lines}
    labels = place_labels(
        {name: text for name, text in words.items() if text},
        arrangement.paths,
        {line.id: arrangement.boxes[line.start] for line in lines},
        list(arrangement.boxes.values()),
    )
    layer = add(root, "g", class_="lines")
    for line in sorted(lines, key=is_finding):
        look = ["line", line.type.lower().replace("_", "-"), modality(line), *["finding"] * is_finding(line)]
        ends = {"data_id": line.id, "data_start": line.start, "data_end": line.end}
        group = add(layer, "g", class_=" ".join(look), data_type=line.type, data_modality=modality(line), **ends)
        add(group, "title", printable(sentence(line, names)))
        path, join = arrangement.paths[line.id], arrangement.joins.get(line.id)
        add_line(group, path, stroke_of(line), join=None if is_finding(line) else join)
        if line.id in labels:
            rows, place = labels[line.id].rows, labels[line.id].place
            add_rectangle(group, place, class_="halo", fill=WHITE, fill_opacity="0.85")
            for count, row in enumerate(rows, start=1):
                at = (place.left + 2, place.top + count * LEADING - 2)
                add_text(group, row, at, SIZE, "quiet label", QUIET)


def _draw_cards(root: Element, cards: Mapping[str, Card], arrangement: Arrangement) -> None:
    """The cards from the top left, the order in which the keyboard reaches them."""
    places = {name: _inside(cards[name], box) for name, box in arrangement.boxes.items()}
    layer = add(root, "g", class_="cards")
    for name in sorted(places, key=lambda k: (places[k].top, places[k].left)):
        card, place = cards[name], places[name]
        look = ["card", *["finding"] * card.findings, *["orphan"] * card.orphan]
        group = add(
            layer, "g", class_=" ".join(look), data_id=card.id, data_kind=card.kind, tabindex="0", role="button"
        )
        group.set("aria-label", card.description)
        add(group, "title", card.description)
        alarming = card.findings or card.orphan
        edge = {"stroke": VERMILION if alarming else EDGE, "stroke_width": "1.6" if alarming else "1.2"}
        dash = dashes(DASH if card.orphan else ())
        add_rectangle(group, place, rounding=10, class_="face", fill=WHITE, **edge, **dash)
        for row in card.rows:
            at = (place.right - PAD if row.right else place.left + PAD, place.top + row.baseline)
            text = add_text(group, row.text, at, row.size, row.role, INKS.get(row.role, INK), bold=row.bold)
            if row.right:
                text.set("text-anchor", "end")


def _inside(card: Card, box: Rectangle) -> Rectangle:
    """Where the card itself stands in its box: inside the frame, if it has one."""
    if card.width == box.width:
        return box
    return Rectangle(box.left + FRAME_SIDE, box.top + FRAME_TOP, card.width, box.height - FRAME_TOP - FRAME_SIDE)


def _draw_legend(root: Element, strokes: Sequence[Stroke], room: float, top: float) -> float:
    """The legend in rows from `top`; returns where it ends."""
    group = add(root, "g", class_="legend")
    x, y = MARGIN, top
    samples: list[Stroke | str] = [*strokes, "body with a finding", ORPHANS.lower()]
    for sample in samples:
        words = sample.words if isinstance(sample, Stroke) else sample
        wide = 44 + width(words, 9.5)
        if x > MARGIN and x + wide > MARGIN + room:
            x, y = MARGIN, y + 20
        if isinstance(sample, Stroke):
            add_line(group, ((x, y), (x + 36, y)), sample)
        else:
            dash = dashes(DASH if sample == ORPHANS.lower() else ())
            add_rectangle(group, Rectangle(x + 6, y - 6, 24, 12), rounding=4, fill=WHITE, stroke=VERMILION, **dash)
        add_text(group, words, (x + 44, y + 3.5), 9.5, "quiet", QUIET)
        x += wide + 22
    return y + 8


def _in_words(day: str) -> str:
    """ "10 December 2013", or a month or year where the date has no more."""
    year, *rest = day.split("-")
    return " ".join([*(str(int(part)) for part in rest[1:]), *(MONTHS[int(part) - 1] for part in rest[:1]), year])


def _count(number_of: int, one: str, many: str) -> str:
    return f"{number_of} {one if number_of == 1 else many}"
