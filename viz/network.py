"""The network as one page that needs nothing but a browser: it can be mailed, kept, and opened without a network.

pyvis makes the data and brings the drawing library (vis-network); the page around them is ours, since that of pyvis
asks another host for style sheets and puts names into HTML as they are. Here names are JSON or escaped text, and the
page's own policy lets only the two scripts in it run, by their hashes, and nothing be fetched.
"""

from __future__ import annotations

import base64
import hashlib
import json
from collections.abc import Mapping
from html import escape
from importlib import resources
from string import Template

from graph.model import Subgraph
from viz.cards import card_of, name_of
from viz.linework import LEGEND, OTHER, STROKES, VERMILION, Stroke, label_of, lines_of, sentence, stroke_of
from viz.typeface import printable

_LIBRARY = "templates/lib/vis-9.1.2/vis-network.min.js"
_OPTIONS = {
    "nodes": {"scaling": {"label": {"drawThreshold": 1}}, "font": {"face": "Liberation Sans, Arial", "size": 15}},
    "layout": {"randomSeed": 7, "improvedLayout": False},
    "physics": {
        "barnesHut": {
            "gravitationalConstant": -7000,
            "centralGravity": 0.9,
            "springLength": 120,
            "springConstant": 0.06,
            "avoidOverlap": 0.6,
        },
        "stabilization": {"iterations": 600},
    },
    "interaction": {"hover": True, "tooltipDelay": 150, "keyboard": {"enabled": True, "bindToWindow": False}},
}


def network_page(view: Subgraph, title: str) -> str:
    """The self-contained page of `view`, UTF-8: a network to pull about, a search, a legend, and all of it as text."""
    from pyvis.network import Network

    names = {node.id: name_of(node) for node in view.nodes}
    lines = lines_of(view)
    network = Network(directed=True)
    network.options = _OPTIONS
    for node in sorted(view.nodes, key=lambda node: (names[node.id], node.id)):
        card = card_of(node)
        network.add_node(
            node.id,
            label=names[node.id],
            title=card.description,
            shape="box",
            color={"background": "#FFFFFF", "border": VERMILION if card.findings or card.orphan else "#8592A3"},
            borderWidth=2 if card.findings or card.orphan else 1,
            shapeProperties={"borderDashes": [5, 3] if card.orphan else False, "borderRadius": 8},
            widthConstraint={"maximum": 170},
            margin=8,
        )
    for line in lines:
        stroke = stroke_of(line)
        network.add_edge(
            line.start,
            line.end,
            id=line.id,
            label=printable(label_of(line)),
            title=printable(sentence(line, names)),
            color=stroke.colour,
            dashes=list(stroke.dash) or False,
            font={"size": 11, "align": "horizontal", "background": "#FFFFFF"},
            width=1.5,
        )
    nodes, edges, *_, options = network.get_network_data()
    data = json.dumps({"nodes": nodes, "edges": edges, "options": json.loads(options)}, ensure_ascii=False)
    library = _script(resources.files("pyvis").joinpath(_LIBRARY).read_text(encoding="utf-8"))
    script = _script(resources.files("viz").joinpath("network.js").read_text(encoding="utf-8"))
    strokes = [*LEGEND, *([OTHER] if any(line.type not in STROKES for line in lines) else [])]
    page = Template(resources.files("viz").joinpath("network.html").read_text(encoding="utf-8"))
    return page.substitute(
        policy=policy(library, script),
        title=escape(printable(title)),
        names="".join(f'<option value="{escape(name)}">' for name in sorted(set(names.values()))),
        described=escape(f"{printable(title)}: {len(names)} bodies and {len(lines)} lines, also below as text"),
        legend="".join(_legend_entry(stroke) for stroke in strokes),
        sentences=_sentences(view, names),
        network=data.replace("<", "\\u003c"),
        library=library,
        script=script,
    )


def _sentences(view: Subgraph, names: Mapping[str, str]) -> str:
    said = [card_of(node).description for node in sorted(view.nodes, key=lambda node: (names[node.id], node.id))]
    said += [printable(sentence(line, names)) for line in lines_of(view)]
    return "".join(f"<li>{escape(words)}</li>" for words in said)


def _legend_entry(stroke: Stroke) -> str:
    look = f'stroke="{stroke.colour}" stroke-width="2" stroke-dasharray="{stroke.dashes or "none"}"'
    sample = f'<svg width="36" height="8" aria-hidden="true"><path d="M0 4H36" {look}/></svg>'
    return f"<li>{sample}{escape(stroke.words)}</li>"


def _script(source: str) -> str:
    """`source` without the pointer to its source map, which a browser's tools would fetch."""
    return "\n".join(row for row in source.split("\n") if not row.startswith("//# sourceMappingURL="))


def policy(*scripts: str) -> str:
    """A Content-Security-Policy under which a page runs just `scripts` and fetches nothing."""
    hashes = (base64.b64encode(hashlib.sha256(script.encode()).digest()).decode() for script in scripts)
    allowed = " ".join(f"'sha256-{digest}'" for digest in hashes)
    return f"default-src 'none'; script-src {allowed}; style-src 'unsafe-inline'; img-src data:; base-uri 'none'"
