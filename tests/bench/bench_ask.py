"""How long `ask` and `find` take on an embedded store: p50 and p95, and how many bare reads that is.

The store holds an invented county: boroughs with a council, a board, groups and plans each. The ratio to one bare
read of a node by id, taken in the same run, is what can be compared between machines.
"""

from __future__ import annotations

import statistics
import tempfile
import time
from collections.abc import Callable
from pathlib import Path

from graph.model import Extraction
from tests.unit.queries.graphs import load, say

BOROUGHS = 60
RUNS = 200


def main() -> None:
    """Load the county, then print the times of each kind of question, of findings, and of a bare read."""
    from graph.stores import open_store
    from queries.answers import ask
    from queries.findings import find

    with tempfile.TemporaryDirectory() as folder, open_store(str(Path(folder) / "store")) as store:
        load(store, *(_paper(number) for number in range(BOROUGHS)))
        entities = store.read("MATCH (n:Entity) RETURN count(n) AS number ORDER BY number")[0]["number"]
        print(f"{BOROUGHS} papers, {entities} entities")
        questions = {
            "who chairs": "who chairs the Borough{n} Safeguarding Board?",
            "who is accountable": "who is accountable for the Borough{n} Action Plan?",
            "who sits on": "who sits on the Borough{n} Safeguarding Board?",
        }
        one = store.read("MATCH (n:Entity) RETURN n.id AS id ORDER BY id LIMIT 1")[0]
        read = _times(
            lambda _: store.read("MATCH (n:Entity) WHERE n.id = $id RETURN n.name AS name ORDER BY name", one)
        )
        _print("a bare read", read, read)
        for name, question in questions.items():
            _print(name, _times(lambda i, q=question: ask(store, q.format(n=i % BOROUGHS))), read)
        _print("all findings", _times(lambda _: find(store), runs=10), read)


def _paper(n: int) -> Extraction:
    lines = [
        f"Borough{n} Silver Group | REPORTS_TO | Borough{n} Sub Group | cadence=monthly",
        f"Borough{n} Sub Group | REPORTS_TO | Borough{n} Safeguarding Board | cadence=quarterly",
        f"Borough{n} Safeguarding Board | REPORTS_TO | Borough{n} Council | cadence=annually",
        f"Borough{n} Sub Group | ACCOUNTABLE_FOR | plan:Borough{n} Action Plan",
        f"p:Ruth {_letters(n)} | CHAIRS | Borough{n} Safeguarding Board",
        f"post:Superintendent{n} | CHAIRS | Borough{n} Sub Group",
        *(f"p:{_letters(m)} {_letters(n)} | MEMBER_OF | Borough{n} Safeguarding Board" for m in range(12)),
    ]
    return say(f"borough-{n:03}.txt", "2013-12-05", *lines, place=f"borough{n}")


def _letters(number: int) -> str:
    return "B" + "".join("abcdefghij"[int(digit)] for digit in str(number)) + "son"


def _times(run: Callable[[int], object], runs: int = RUNS) -> list[float]:
    run(0)
    seconds = []
    for i in range(runs):
        started = time.perf_counter()
        run(i)
        seconds.append(time.perf_counter() - started)
    return sorted(seconds)


def _print(name: str, seconds: list[float], read: list[float]) -> None:
    middle, high = statistics.median(seconds), seconds[int(len(seconds) * 0.95) - 1]
    ratio = middle / statistics.median(read)
    print(f"{name:20} p50 {middle * 1000:8.2f} ms   p95 {high * 1000:8.2f} ms   {ratio:8.1f} bare reads")


if __name__ == "__main__":
    main()
