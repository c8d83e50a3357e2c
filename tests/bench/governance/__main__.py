"""Score Answerable, or the JSON Lines files given, on the benchmark's papers."""

from __future__ import annotations

import json
import sys
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any

from loaders.jsonl import extraction_jsonl
from loaders.pipeline import load_path
from tests.bench.governance.score import Score, read_gold, read_statements, score

PAPERS = Path(__file__).parent / "papers"


def annotated() -> Iterator[tuple[Path, Path]]:
    """Each paper of the benchmark with its annotation."""
    for gold in sorted(PAPERS.glob("*.gold")):
        yield next(p for p in sorted(PAPERS.glob(f"{gold.stem}.*")) if p.suffix != ".gold"), gold


def extracted(paper: Path) -> list[Mapping[str, Any]]:
    """What Answerable says of a paper, in the form that is scored."""
    return [json.loads(line) for line in extraction_jsonl(load_path(paper, paper.name))]


def line_of(said: Mapping[str, Any]) -> str:
    """A statement on one line, with its rule."""
    ends = f"{said['subject']['name']} {said['predicate']} {said['object']['name']}"
    return f"{ends} [{said['modality']}] {said.get('rule', '')}"


def main(given: list[Path]) -> None:
    """Print a line a paper and the total; with missed and wrong statements below each paper."""
    total = Score()
    by_stem = {path.stem: path for path in given}
    for paper, gold in annotated():
        if given and paper.stem not in by_stem:
            continue
        found = score(read_gold(gold), read_statements(by_stem[paper.stem]) if given else extracted(paper))
        total += found
        _print(paper.stem, found)
        for expected in found.missed:
            print(f"    missed  {expected.subject} {expected.predicate} {expected.object}: {expected.words}")
        for said in found.wrong:
            print(f"    wrong   {line_of(said)}")
    _print("all", total)


def _print(name: str, found: Score) -> None:
    print(
        f"{name:32} precision {found.precision:.3f}  recall {found.recall:.3f}  F1 {found.f1:.3f}  "
        f"modality {found.modality / max(1, found.right):.3f}  ({found.required} to find, {found.said} said)"
    )


if __name__ == "__main__":
    main([Path(argument) for argument in sys.argv[1:]])
