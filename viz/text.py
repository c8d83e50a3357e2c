"""A structure as text that other programs draw: Mermaid, DOT, GraphML."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping
from typing import Any

from graph.model import Node, Subgraph
from viz.cards import members_of, name_of
from viz.linework import VERMILION, Stroke, label_of, lines_of, stroke_of
from viz.typeface import printable

ORPHANS = "No line upward stated"


def mermaid(view: Subgraph) -> str:
    """The structure as a Mermaid flowchart, for a wiki or a README; bodies are n0, n1, … in the order of their ids."""
    nodes = _ordered(view)
    keys = {node.id: f"n{number}" for number, node in enumerate(nodes)}
    lines = sorted(lines_of(view), key=lambda line: line.id)
    chart = ["flowchart BT"]
    chart += [_mermaid_node(node, keys) for node in nodes if not node.properties.get("orphan")]
    orphans = [node for node in nodes if node.properties.get("orphan")]
    if orphans:
        chart += [f'  subgraph orphans["{ORPHANS}"]', *(f"  {_mermaid_node(node, keys)}" for node in orphans), "  end"]
    strokes: dict[Stroke, list[str]] = defaultdict(list)
    for number, line in enumerate(lines):
        stroke, label = stroke_of(line), _mermaid_text(label_of(line))
        arrow = "-.->" if stroke.dash else "-->"
        words = f'|"{label}"|' if label else ""
        chart.append(f"  {keys[line.start]} {arrow}{words} {keys[line.end]}")
        strokes[stroke].append(str(number))
    for stroke, numbers in strokes.items():
        dash = f",stroke-dasharray:{stroke.dashes}" if stroke.dash else ""
        chart.append(f"  linkStyle {','.join(numbers)} stroke:{stroke.colour}{dash}")
    chart += ["  classDef finding stroke:#D55E00,stroke-width:2px", "  classDef orphan stroke-dasharray:5 3"]
    for name, wanted in (("finding", "badges"), ("orphan", "orphan")):
        marked = [keys[node.id] for node in nodes if node.properties.get(wanted)]
        chart += [f"  class {','.join(marked)} {name}"] if marked else []
    return "\n".join(chart) + "\n"


def dot(view: Subgraph) -> str:
    """The structure in Graphviz's DOT language, with the ids of the graph."""
    chart = ["digraph structure {", "  rankdir=BT;", '  node [shape=box, style=rounded, fontname="Liberation Sans"];']
    for node in _ordered(view):
        look = f', color="{VERMILION}"' if node.properties.get("badges") else ""
        chart.append(f"  {_quoted(node.id)} [label={_quoted(*_card(node))}{look}];")
    for line in sorted(lines_of(view), key=lambda line: line.id):
        stroke = stroke_of(line)
        style = "dotted" if stroke.dotted else "dashed" if stroke.dash else "solid"
        look = f'color="{stroke.colour}", style={style}, xlabel={_quoted(label_of(line))}'
        chart.append(f"  {_quoted(line.start)} -> {_quoted(line.end)} [{look}];")
    return "\n".join([*chart, "}"]) + "\n"


def graphml(view: Subgraph) -> str:
    """The view with all its properties as GraphML, for Gephi, yEd or Cytoscape; lists are joined by "; "."""
    import networkx as nx

    graph: nx.MultiDiGraph[str] = nx.MultiDiGraph()
    for node in _ordered(view):
        graph.add_node(printable(node.id), labels="; ".join(node.labels), **_flat(node.properties))
    for line in sorted(view.relationships, key=lambda line: line.id):
        ends = (printable(line.start), printable(line.end))
        graph.add_edge(*ends, key=printable(line.id), type=line.type, **_flat(line.properties))
    return "\n".join(nx.generate_graphml(graph)) + "\n"


def _ordered(view: Subgraph) -> list[Node]:
    return sorted(view.nodes, key=lambda node: node.id)


def _card(node: Node) -> list[str]:
    """The rows that a body has in every text form: name, chair, members, findings."""
    badges = ", ".join(str(badge) for badge in node.properties.get("badges") or ())
    rows = [name_of(node), str(node.properties.get("chair") or ""), members_of(node), badges]
    return [printable(row) for row in rows if row]


def _mermaid_node(node: Node, keys: dict[str, str]) -> str:
    label = "<br/>".join(_mermaid_text(row) for row in _card(node))
    return f'  {keys[node.id]}["{label}"]'


def _mermaid_text(text: str) -> str:
    """`text` with every sign that Mermaid or HTML would read as its own written as a number."""
    return "".join(c if c.isalnum() or c in " ,.:()'-·/…" else f"#{ord(c)};" for c in printable(text))


def _quoted(*rows: str) -> str:
    escaped = [printable(row).replace("\\", "\\\\").replace('"', '\\"') for row in rows]
    return '"' + "\\n".join(escaped) + '"'


def _flat(properties: Mapping[str, Any]) -> dict[str, Any]:
    flat: dict[str, Any] = {}
    for key, value in properties.items():
        if isinstance(value, list | tuple):
            flat[key] = "; ".join(printable(str(one)) for one in value)
        elif value is not None:
            flat[key] = printable(value) if isinstance(value, str) else value
    return flat
