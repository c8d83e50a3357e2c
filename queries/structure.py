"""Questions about the whole graph of lines, read once as edges: its loops and its tops.

Near linear where a variable-length pattern would explode; networkx is imported only when asked.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    import networkx as nx

Edge = Mapping[str, Any]
"""A row of `circular-reporting`: id, from, from_name, to, to_name, modality, cadence, statements."""

_STARTS = 40
"""In a larger knot, loops are looked for through this many of its steps: one readable loop is wanted, not the best."""
_ONLY_PROPOSED = 1000
"""The length of a step that is only proposed: a loop that the papers state comes before one that they propose."""


def loops(edges: Iterable[Edge]) -> list[list[Edge]]:
    """The loops among `edges`: for each, its steps in order, beginning at the smallest id.

    In each strongly connected component (Tarjan, O(V + E)) the loop with the fewest proposed steps, then the fewest
    steps, then the smallest ids is reported; its steps are taken out and what is left is looked at again, so that
    every reported loop adds something. Two bodies joined in both directions are one loop.
    """
    import networkx as nx

    graph = _lines(edges)
    found = []
    knots = [graph.subgraph(c).copy() for c in nx.strongly_connected_components(graph) if len(c) > 1]
    while knots:
        knot = knots.pop()
        cycle = _shortest_loop(knot)
        found.append([knot.edges[step]["edge"] for step in zip(cycle, (*cycle[1:], cycle[0]), strict=True)])
        knot.remove_edges_from(list(zip(cycle, (*cycle[1:], cycle[0]), strict=True)))
        knots += [knot.subgraph(c).copy() for c in nx.strongly_connected_components(knot) if len(c) > 1]
    return sorted(found, key=lambda loop: [(step["from"], step["to"]) for step in loop])


def apexes(edges: Iterable[Edge]) -> list[str]:
    """The ids to which lines lead and from which none leads on, sorted. O(V + E)."""
    stated = [e for e in edges if e["modality"] == "asserted"]
    return sorted({e["to"] for e in stated} - {e["from"] for e in stated})


def _lines(edges: Iterable[Edge]) -> nx.DiGraph[str]:
    """One edge for each pair: an asserted one where there is one, and of equals the one with the smallest id."""
    import networkx as nx

    graph: nx.DiGraph[str] = nx.DiGraph()
    for edge in sorted(edges, key=lambda e: (e["from"], e["to"], e["modality"] != "asserted", e["id"])):
        if not graph.has_edge(edge["from"], edge["to"]):
            length = 1 if edge["modality"] == "asserted" else _ONLY_PROPOSED
            graph.add_edge(edge["from"], edge["to"], edge=edge, length=length)
    return graph


def _shortest_loop(knot: nx.DiGraph[str]) -> Sequence[str]:
    import networkx as nx

    best: tuple[int, list[str]] | None = None
    for lower, upper in sorted(knot.edges)[:_STARTS]:
        cycle = _from_smallest(nx.dijkstra_path(knot, upper, lower, weight="length"))
        length = sum(knot.edges[step]["length"] for step in zip(cycle, (*cycle[1:], cycle[0]), strict=True))
        if best is None or (length, cycle) < best:
            best = (length, cycle)
    assert best is not None
    return best[1]


def _from_smallest(cycle: list[str]) -> list[str]:
    at = cycle.index(min(cycle))
    return cycle[at:] + cycle[:at]
