"""Mermaid, DOT and GraphML: what a line is stays readable, and no name becomes syntax."""

from __future__ import annotations

import re
from xml.etree import ElementTree

import networkx as nx
import pygraphviz

from graph.model import Subgraph
from tests.hostile import HOSTILE
from tests.unit.viz.boroughs import body, harrowmere, line
from viz.text import dot, graphml, mermaid

TRICKY = 'end"]; click n0 "x" %% `code` # <b>&amp;</b> | subgraph'


def test_mermaid_draws_every_body_once_and_every_line() -> None:
    view = harrowmere()

    chart = mermaid(view)

    assert chart.startswith("flowchart BT\n")
    assert len(re.findall(r"^ +n\d+\[", chart, re.M)) == len(view.nodes)
    assert len(re.findall(r"^ +n\d+ -", chart, re.M)) == len(view.relationships)


def test_mermaid_says_in_words_and_dashes_what_is_no_plain_reporting_line() -> None:
    low, high = body("A Low"), body("B High")

    chart = mermaid(Subgraph((low, high), (line(low, high, cadence="quarterly", modality="proposed"),)))

    assert 'n0 -.->|"quarterly, proposed"| n1' in chart
    assert "linkStyle 0 stroke:#0072B2,stroke-dasharray:7 4" in chart


def test_mermaid_marks_findings_and_frames_bodies_without_a_line_upward() -> None:
    chart = mermaid(harrowmere())

    assert re.search(r'subgraph orphans\["No line upward stated"\]\n +n10\["Missing Children Panel', chart)
    assert "class n1,n4,n5,n7,n8,n10 finding" in chart


def test_mermaid_never_takes_a_name_for_syntax() -> None:
    for name in (TRICKY, HOSTILE, "line\nbreak"):
        chart = mermaid(Subgraph((body(name),)))

        (label,) = re.findall(r'^ +n0\["(.*)"\]$', chart, re.M)
        assert not re.search(r'["<>&`|\[\]{}]', label.replace("<br/>", ""))


def test_dot_is_a_graph_that_graphviz_reads() -> None:
    view = harrowmere()

    graph = pygraphviz.AGraph(string=dot(view))

    assert sorted(graph.nodes()) == sorted(node.id for node in view.nodes)
    assert len(graph.edges()) == len(view.relationships)


def test_dot_never_takes_a_name_for_syntax() -> None:
    for name in (TRICKY, HOSTILE, "back\\slash\\"):
        graph = pygraphviz.AGraph(string=dot(Subgraph((body(name),))))

        (node,) = graph.nodes()
        assert node.attr["label"].replace("\\\\", "\\").startswith(name)


def test_graphml_keeps_every_property_and_every_line() -> None:
    view = harrowmere()

    graph = nx.parse_graphml(graphml(view), force_multigraph=True)

    assert graph.number_of_nodes() == 12
    assert graph.number_of_edges() == len(view.relationships)
    assert graph.nodes["body:case-audit-sub-group"]["badges"] == "no chair"
    assert graph.nodes["body:missing-children-panel"]["orphan"] is True
    assert "members" not in graph.nodes["body:missing-children-panel"]


def test_graphml_never_takes_a_name_for_markup() -> None:
    ElementTree.fromstring(graphml(Subgraph((body(HOSTILE), body("null\x00 byte")))))
