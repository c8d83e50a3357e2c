"""Cold start of `answerable ask`, as a ratio to a bare Python start in the same run."""

from __future__ import annotations

import statistics
import subprocess
import sys
import tempfile
import time
from pathlib import Path

from tests.unit.papers import paper

RUNS = 7


def main() -> None:
    """Print the median of each and their ratio; whole processes, alternated."""
    from graph.corpus import Corpus
    from graph.stores import open_store

    with tempfile.TemporaryDirectory() as folder:
        store = Path(folder) / "store"
        with open_store(str(store)) as opened:
            Corpus(opened).load(paper("a.txt", "2013", "p:Ruth Mensah | CHAIRS | Exploitation Sub Group"))
        question = ["ask", "who chairs the Exploitation Sub Group?", "--store", str(store)]
        commands = {"python -c pass": ["-c", "pass"], "answerable ask": ["-m", "api.cli", *question]}
        seconds: dict[str, list[float]] = {name: [] for name in commands}
        for _ in range(RUNS):
            for name, arguments in commands.items():
                started = time.perf_counter()
                subprocess.run([sys.executable, *arguments], check=True, capture_output=True)
                seconds[name].append(time.perf_counter() - started)
    medians = {name: statistics.median(values) for name, values in seconds.items()}
    for name, median in medians.items():
        print(f"{name:16} median {median:.3f} s of {RUNS}")
    print(f"ratio {medians['answerable ask'] / medians['python -c pass']:.1f}")


if __name__ == "__main__":
    main()
