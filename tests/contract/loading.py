"""A process that loads one change after another until it is killed: `python -m tests.contract.loading`.

It reads its store from the environment, prints the number of each change once it is written, and starts at the
number that it is given. Each change is GROUP bodies and the lines that join them in a chain.
"""

from __future__ import annotations

import os
import subprocess
import sys
import time
from collections.abc import Mapping
from itertools import count, pairwise
from pathlib import Path

from graph.stores import Change, Store, open_store
from tests.contract.graphs import adding, body, reports_to

GROUP = 40


def group(number: int) -> Change:
    bodies = [body(f"{number}-{place}", kind=str(number)) for place in range(GROUP)]
    return adding(*bodies, *(reports_to(f"{lower.id}>", lower, upper) for lower, upper in pairwise(bodies)))


def killed_while_loading(environment: Mapping[str, str], first: int, patience: float) -> list[int]:
    """The numbers that a loading process reported before SIGKILL ended it, `patience` seconds after its third."""
    with subprocess.Popen(
        [sys.executable, "-m", "tests.contract.loading", str(first)],
        env={**os.environ, **environment},
        cwd=Path(__file__).parents[2],
        stdout=subprocess.PIPE,
        text=True,
    ) as process:
        assert process.stdout is not None
        reported = [int(process.stdout.readline()) for _ in range(3)]
        time.sleep(patience)
        process.kill()
        return reported + [int(line) for line in process.stdout.read().split("\n")[:-1]]


def check_whole_or_absent(store: Store, reported: list[int]) -> int:
    """Assert that each group is there with its lines or not at all, and those reported are; return the next."""
    counted = "MATCH (b:Body) RETURN b.kind AS kind, count(b) AS bodies ORDER BY kind"
    joined = "MATCH (b:Body)-[r:REPORTS_TO]->(:Body) RETURN b.kind AS kind, count(r) AS lines ORDER BY kind"
    bodies = {int(row["kind"]): row["bodies"] for row in store.read(counted)}
    lines = {int(row["kind"]): row["lines"] for row in store.read(joined)}
    assert set(bodies.values()) == {GROUP}
    assert lines == dict.fromkeys(bodies, GROUP - 1)
    assert set(reported) <= set(bodies)
    return max(bodies) + 1


if __name__ == "__main__":
    with open_store(os.environ["ANSWERABLE_STORE"], password=os.environ.get("ANSWERABLE_NEO4J_PASSWORD")) as opened:
        for place in count(int(sys.argv[1])):
            opened.write(group(place))
            print(place, flush=True)
