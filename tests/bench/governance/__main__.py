"""Score Answerable, or the JSON Lines files given, on the benchmark's papers.

python -m tests.bench.governance [--families] [STATEMENTS.jsonl …]
"""

from __future__ import annotations

import json
import subprocess
import sys
from collections.abc import Iterator, Mapping
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

from loaders.jsonl import extraction_jsonl
from loaders.pipeline import load_path
from tests.bench.governance.score import Score, read_gold, read_statements, score

PAPERS = Path(__file__).parent / "papers"

FAMILIES = {
    "att": "attendance",
    "mem": "membership",
    "tor": "terms of reference",
    "role": "lists of officers and leads",
    "contact": "contact and author blocks",
    "head": "heads of reports",
    "rec": "recommendations",
    "res": "resolutions",
    "act": "action notes and logs",
    "resp": "tables of who leads on what",
    "struct": "structure lists",
    "list": "lists of chairs and owners kept by programs",
    "prose": "running text",
    "pack": "packs of several papers",
    "hard": "hard negatives",
}
"""What the first word of a paper's file name stands for."""


def annotated() -> Iterator[tuple[Path, Path]]:
    """Each paper of the benchmark with its annotation."""
    for gold in sorted(PAPERS.glob("*.gold")):
        yield next(p for p in sorted(PAPERS.glob(f"{gold.stem}.*")) if p.suffix != ".gold"), gold


def family(paper: Path) -> str:
    """The family of layouts to which a paper belongs, by its file name."""
    return FAMILIES[paper.stem.partition("-")[0]]


def extracted(paper: Path) -> list[Mapping[str, Any]]:
    """What Answerable says of a paper, in the form that is scored."""
    return [json.loads(line) for line in extraction_jsonl(load_path(paper, paper.name))]


def scores(given: list[Path]) -> Iterator[tuple[Path, Score]]:
    """Each paper's score: of the statement files given, whose stems are the papers', or else of Answerable."""
    by_stem = {path.stem: path for path in given}
    if strange := sorted(set(by_stem) - {paper.stem for paper, _ in annotated()}):
        raise SystemExit(f"No paper of the benchmark is called {', '.join(strange)}; a file is called PAPER-STEM.jsonl")
    for paper, gold in annotated():
        if not given:
            yield paper, score(read_gold(gold), extracted(paper))
        elif paper.stem in by_stem:
            yield paper, score(read_gold(gold), read_statements(by_stem[paper.stem]))


def line_of(said: Mapping[str, Any]) -> str:
    """A statement on one line, with its rule."""
    ends = f"{said['subject']['name']} {said['predicate']} {said['object']['name']}"
    return f"{ends} [{said['modality']}] {said.get('rule', '')}"


def print_papers(scored: Iterator[tuple[Path, Score]]) -> None:
    """Print a line a paper and the total; with missed and wrong statements below each paper."""
    total = Score()
    for paper, found in scored:
        total += found
        _print(paper.stem, found)
        for expected in found.missed:
            print(f"    missed  {expected}")
        for said in found.wrong:
            print(f"    wrong   {line_of(said)}")
    _print("all", total)


def print_families(scored: Iterator[tuple[Path, Score]]) -> None:
    """Print the table of README.md: a row a family of layouts, and the total."""
    rows = {name: (0, Score()) for name in FAMILIES.values()}
    for paper, found in scored:
        papers, so_far = rows[family(paper)]
        rows[family(paper)] = papers + 1, so_far + found
    rows["all"] = sum(n for n, _ in rows.values()), sum((s for _, s in rows.values()), Score())
    commit = subprocess.run(["git", "rev-parse", "--short", "HEAD"], capture_output=True, text=True, check=False).stdout
    print(f"{datetime.now(UTC):%Y-%m-%d}, commit {commit.strip() or 'unknown'}\n")
    print("| family | papers | to find | said | wrong | precision | recall | F1 |")
    print("|---|---:|---:|---:|---:|---:|---:|---:|")
    for name, (papers, s) in rows.items():
        rates = f"{s.precision:.2f} | {s.recall:.2f} | {s.f1:.2f}" if s.required else f"{s.precision:.2f} | | "
        print(f"| {name} | {papers} | {s.required} | {s.said} | {len(s.wrong)} | {rates} |")


def main(arguments: list[str]) -> None:
    """Score what the arguments name, paper by paper or by family."""
    scored = scores([Path(argument) for argument in arguments if argument != "--families"])
    (print_families if "--families" in arguments else print_papers)(scored)


def _print(name: str, found: Score) -> None:
    print(
        f"{name:32} precision {found.precision:.3f}  recall {found.recall:.3f}  F1 {found.f1:.3f}  "
        f"modality {found.modality / max(1, found.right):.3f}  ({found.required} to find, {found.said} said)"
    )


if __name__ == "__main__":
    main(sys.argv[1:])
