"""The process that lays out: kept between calls, killed when it takes too long, replaced when it died."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
import threading
import time

import pytest

from viz import worker
from viz.worker import Edge, Graph, Layout, LayoutCrashError, LayoutTimeoutError, Vertex, lay_out

PAIR = Graph((Vertex(200, 80), Vertex(200, 80)), (Edge(0, 1),))
HUNDRED = tuple(Vertex(200, 80) for _ in range(100))
DENSE = Graph(HUNDRED, tuple(Edge(a, b) for a in range(100) for b in range(a + 1, 100) if (a * b) % 5 == 0))


def laid_out() -> tuple[Layout, int]:
    """A small layout, and the number of the process that did it."""
    (layout,) = lay_out([PAIR], 20, "ortho")
    return layout, worker._idle[0]._process.pid


def test_the_lower_box_stands_below_the_upper_and_the_line_goes_up() -> None:
    layout, _ = laid_out()

    (_, lower), (_, upper) = layout.centres
    (_, start), *_, (_, end) = layout.routes[0]
    assert upper < end < start < lower


def test_one_process_serves_call_after_call() -> None:
    assert laid_out()[1] == laid_out()[1]


def test_a_layout_that_takes_too_long_is_killed_in_time_and_the_next_one_works() -> None:
    _, slow = laid_out()
    began = time.monotonic()

    with pytest.raises(LayoutTimeoutError):
        lay_out([DENSE], 0.5, "false")

    assert time.monotonic() - began < 5
    with pytest.raises(ProcessLookupError):
        os.kill(slow, 0)
    assert laid_out()[1] != slow


def test_a_process_that_died_between_calls_is_replaced() -> None:
    _, first = laid_out()
    worker._idle[0]._process.kill()
    worker._idle[0]._process.wait()

    assert laid_out()[1] != first


def test_a_process_that_dies_at_work_is_a_crash_not_a_wait() -> None:
    _, doomed = laid_out()
    threading.Timer(0.3, os.kill, (doomed, signal.SIGKILL)).start()

    with pytest.raises(LayoutCrashError):
        lay_out([DENSE], 60, "false")


def test_many_threads_may_ask_at_once() -> None:
    layouts: list[Layout] = []
    threads = [threading.Thread(target=lambda: layouts.extend(lay_out([PAIR], 60, "ortho"))) for _ in range(6)]

    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()

    assert len(layouts) == 6
    assert len(set(layouts)) == 1


def test_it_needs_no_font_says_nothing_and_leaves_no_process_behind(tmp_path: object) -> None:
    program = (
        "from viz import worker; from viz.worker import *; "
        "lay_out([Graph((Vertex(9, 9), Vertex(9, 9)), (Edge(0, 1),))], 30, 'ortho'); print(worker._idle[0]._process.pid)"
    )
    fontless = {**os.environ, "FONTCONFIG_FILE": "nowhere.conf", "FONTCONFIG_PATH": str(tmp_path)}

    ran = subprocess.run(
        [sys.executable, "-W", "error", "-"], input=program, capture_output=True, text=True, env=fontless, check=True
    )

    assert ran.stderr == ""
    with pytest.raises(ProcessLookupError):
        os.kill(int(ran.stdout), 0)
