"""`serve`, as a process of its own: it listens where it was told, and gives the store back when it is stopped."""

from __future__ import annotations

import json
import re
import signal
import subprocess
import sys
import urllib.request
from pathlib import Path

from graph.stores import open_store

ROOT = Path(__file__).parents[3]
PROGRAM = "import sys; from api.app import serve; from api.settings import Settings; serve(Settings(store=sys.argv[1], port=0))"


def test_it_listens_on_loopback_and_frees_the_store_when_it_is_stopped(tmp_path: Path) -> None:
    folder = str(tmp_path / "store")
    process = subprocess.Popen(
        [sys.executable, "-c", PROGRAM, folder], cwd=ROOT, stderr=subprocess.PIPE, stdout=subprocess.DEVNULL, text=True
    )
    assert process.stderr
    try:
        said = ""
        while not (running := re.search(r"running on (http://127\.0\.0\.1:\d+)", said)):
            line = process.stderr.readline()
            assert line, said
            said += line
        with urllib.request.urlopen(f"{running[1]}/api/v1/summary", timeout=10) as answer:
            assert json.load(answer)["papers"] == 0
            assert "server" not in answer.headers
    finally:
        process.send_signal(signal.SIGINT)
        process.communicate(timeout=20)

    with open_store(folder) as store:
        assert store.read("RETURN 1 AS one ORDER BY one") == [{"one": 1}]
