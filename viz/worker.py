"""Graphviz in a process of its own, so that a layout which takes too long can be killed.

The process is this module, run as a script: one JSON line in (graphs), one JSON line out (their layouts), until its
input ends. It is kept between calls, since starting it takes longer than most layouts. A plain subprocess rather than
`multiprocessing`: it never imports the caller's main module and never forks a server's threads.
"""

from __future__ import annotations

import atexit
import json
import os
import signal
import subprocess
import sys
import threading
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from viz.geometry import Point


@dataclass(frozen=True, slots=True)
class Vertex:
    """A box to be placed, in points. Those of one `column` are kept above one another."""

    width: float
    height: float
    column: str = ""


@dataclass(frozen=True, slots=True)
class Edge:
    """A line to be routed from vertex number `lower` up to vertex number `upper`.

    `ranked`: the layout keeps `lower` below `upper`. `visible`: false for a line that only keeps a column together.
    """

    lower: int
    upper: int
    ranked: bool = True
    visible: bool = True


@dataclass(frozen=True, slots=True)
class Graph:
    """What Graphviz is asked to lay out."""

    vertices: tuple[Vertex, ...]
    edges: tuple[Edge, ...]

    def as_json(self) -> dict[str, Any]:
        """The graph as the process reads it; `dataclasses.asdict` takes longer than the layout."""
        return {
            "vertices": [{"width": v.width, "height": v.height, "column": v.column} for v in self.vertices],
            "edges": [
                {"lower": e.lower, "upper": e.upper, "ranked": e.ranked, "visible": e.visible} for e in self.edges
            ],
        }


@dataclass(frozen=True, slots=True)
class Layout:
    """Where everything went, in points from the top left: centres of vertices, corners of edges from lower to upper."""

    width: float
    height: float
    centres: tuple[Point, ...]
    routes: tuple[tuple[Point, ...], ...]


class LayoutTimeoutError(Exception):
    """The layout took longer than it was given, and was killed."""


class LayoutCrashError(Exception):
    """Graphviz gave up or broke down on the graph."""


def lay_out(graphs: Sequence[Graph], timeout: float, splines: str) -> list[Layout]:
    """The layouts of `graphs`, in `timeout` seconds for all. Raises LayoutTimeoutError or LayoutCrashError.

    `splines` is Graphviz's: "ortho" for right angles, "polyline" for slanted lines, "false" for boxes only.
    """
    request = json.dumps({"splines": splines, "limit": timeout, "graphs": [graph.as_json() for graph in graphs]})
    with _places:
        worker = _take()
        answer = worker.ask(request, timeout)
        _give_back(worker)
    return [
        Layout(
            found["width"],
            found["height"],
            tuple((x, y) for x, y in found["centres"]),
            tuple(tuple((x, y) for x, y in route) for route in found["routes"]),
        )
        for found in json.loads(answer)
    ]


class _Worker:
    """One running process."""

    def __init__(self) -> None:
        home = str(Path(__file__).resolve().parent.parent)
        paths = [home, *filter(None, [os.environ.get("PYTHONPATH")])]
        self._process = subprocess.Popen(
            [sys.executable, "-P", "-m", "viz.worker"],
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            stderr=subprocess.DEVNULL,
            env={**os.environ, "PYTHONPATH": os.pathsep.join(paths)},
            encoding="ascii",
        )

    def ask(self, request: str, timeout: float) -> str:
        """The answer line; whatever goes wrong ends the process."""
        assert self._process.stdin is not None
        assert self._process.stdout is not None
        expired = threading.Event()
        timer = threading.Timer(timeout, self._expire, [expired])
        timer.daemon = True
        timer.start()
        try:
            self._process.stdin.write(request + "\n")
            self._process.stdin.flush()
            answer = self._process.stdout.readline()
        except OSError:
            answer = ""
        finally:
            timer.cancel()
        if answer.endswith("\n") and not expired.is_set():
            return answer
        self.close()
        raise LayoutTimeoutError if expired.is_set() else LayoutCrashError

    def _expire(self, expired: threading.Event) -> None:
        expired.set()
        self._process.kill()

    def alive(self) -> bool:
        """Whether the process still runs."""
        return self._process.poll() is None

    def close(self) -> None:
        """End the process and give back its pipes."""
        self._process.kill()
        self._process.communicate()


_places = threading.BoundedSemaphore(4)
_idle: list[_Worker] = []
_lock = threading.Lock()


def _take() -> _Worker:
    with _lock:
        while _idle:
            worker = _idle.pop()
            if worker.alive():
                return worker
            worker.close()
    return _Worker()


def _give_back(worker: _Worker) -> None:
    with _lock:
        if not _idle:
            _idle.append(worker)
            return
    worker.close()


@atexit.register
def _close_idle() -> None:
    with _lock:
        while _idle:
            _idle.pop().close()


def _serve() -> None:
    """Answer requests until the input ends."""
    for line in sys.stdin:
        request = json.loads(line)
        if hasattr(signal, "setitimer"):
            # Python can't stop Graphviz, but the system can: should the caller die first, its worker dies too.
            signal.setitimer(signal.ITIMER_REAL, request["limit"] + 5)
        layouts = [_graphviz(graph, request["splines"]) for graph in request["graphs"]]
        sys.stdout.write(json.dumps(layouts) + "\n")
        sys.stdout.flush()
        if hasattr(signal, "setitimer"):
            signal.setitimer(signal.ITIMER_REAL, 0)


def _graphviz(graph: dict[str, Any], splines: str) -> dict[str, Any]:
    """One layout as JSON. Graphviz measures in inches, answers in points, and counts upward from the bottom."""
    import pygraphviz

    drawing = pygraphviz.AGraph(
        directed=True, strict=False, rankdir="BT", splines=splines, newrank="true", nodesep="0.35", ranksep="0.62"
    )
    for number, vertex in enumerate(graph["vertices"]):
        size = {side: f"{vertex[side] / 72:.4f}" for side in ("width", "height")}
        drawing.add_node(number, label="", shape="box", fixedsize="true", group=vertex["column"], **size)
    for number, edge in enumerate(graph["edges"]):
        drawing.add_edge(
            edge["lower"],
            edge["upper"],
            id=number,
            dir="none",
            constraint="true" if edge["ranked"] else "false",
            **({} if edge["visible"] else {"style": "invis", "weight": "20"}),
        )
    found = json.loads(drawing.draw(format="json0", prog="dot"))
    _, _, width, height = (float(n) for n in found["bb"].split(","))
    centres: list[Point] = [(0, 0)] * len(graph["vertices"])
    for node in found.get("objects", ()):
        x, y = (float(n) for n in node["pos"].split(","))
        centres[int(node["name"])] = (x, height - y)
    routes: list[list[Point]] = [[]] * len(graph["edges"])
    for route in found.get("edges", ()):
        points = [tuple(float(n) for n in point.split(",")) for point in route.get("pos", "").split()]
        # A Bézier curve: every third point lies on the line, and the lines asked for are straight between them.
        routes[int(route["id"])] = [(x, height - y) for x, y in points[::3]]
    return {"width": width, "height": height, "centres": centres, "routes": routes}


if __name__ == "__main__":
    _serve()
