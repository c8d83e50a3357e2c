"""How often each rule fires over annotated papers and how often it is right: `python -m tests.bench.rules [--wrong]`.

Over the benchmark's own papers, and over the annotation in ../shared where it is there.
"""

from __future__ import annotations

import importlib.util
import sys
from collections import Counter
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any

from tests.bench.governance import score as own
from tests.bench.governance.__main__ import annotated, extracted, line_of

SHARED = Path(__file__).parents[3] / "shared"


def judged() -> Iterator[tuple[str, list[Mapping[str, Any]], list[Mapping[str, Any]]]]:
    """Each annotated paper with the statements that are right and those that are wrong."""
    for paper, gold in annotated():
        said = extracted(paper)
        yield paper.stem, *_parted(said, own.score(own.read_gold(gold), said).wrong)
    if not SHARED.is_dir():
        return
    spec = importlib.util.spec_from_file_location("shared_score", SHARED / "tools" / "score.py")
    assert spec is not None
    assert spec.loader is not None
    scorer = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(scorer)
    for gold in sorted((SHARED / "gold").rglob("*.json")):
        found = [*(SHARED / "seeds").glob(f"{gold.stem}.*"), *(SHARED / "data" / "papers").glob(f"{gold.stem}.*")]
        for paper in found:
            said = extracted(paper)
            _, lists = scorer.score(scorer.Gold(gold), said, paper.read_bytes().decode())
            yield paper.stem, *_parted(said, lists["wrong"] + lists["polarity"])


def _parted(
    said: list[Mapping[str, Any]], wrong: list[Mapping[str, Any]]
) -> tuple[list[Mapping[str, Any]], list[Mapping[str, Any]]]:
    bad = {statement["id"] for statement in wrong}
    return [s for s in said if s["id"] not in bad], [s for s in said if s["id"] in bad]


def main(show_wrong: bool) -> None:
    """Print a line a rule: how often it fired, its precision, in how many papers; rules of one paper are marked."""
    right: Counter[str] = Counter()
    wrong: Counter[str] = Counter()
    papers: dict[str, set[str]] = {}
    for name, good, bad in judged():
        right.update(s["rule"] for s in good)
        wrong.update(s["rule"] for s in bad)
        for statement in (*good, *bad):
            papers.setdefault(statement["rule"], set()).add(name)
        if show_wrong:
            for statement in bad:
                print(f"wrong  {name}: {line_of(statement)}")
    print(f"{'fired':>6} {'precision':>9} {'papers':>6}  rule")
    for rule in sorted(papers, key=lambda r: (-right[r] - wrong[r], r)):
        fired = right[rule] + wrong[rule]
        print(f"{fired:6} {right[rule] / fired:9.3f} {len(papers[rule]):6}  {rule}")


if __name__ == "__main__":
    main("--wrong" in sys.argv[1:])
