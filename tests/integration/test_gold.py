"""Extraction measured on real papers against gold, by the program that others measure it with; skipped where absent."""

from __future__ import annotations

import json
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest

from loaders.jsonl import extraction_jsonl
from loaders.pipeline import load_path

SHARED = Path(__file__).parents[3] / "shared"
SEEDS = {path.stem[:3]: path for path in sorted((SHARED / "seeds").glob("*.txt"))}

pytestmark = [
    pytest.mark.shared,
    pytest.mark.skipif(
        not (SHARED / "tools" / "score.py").is_file(), reason="the real papers are not beside the repository"
    ),
]


def measured(gold: Path, paper: Path) -> dict[str, Any]:
    """What the scoring program says of a paper's extraction."""
    said = "\n".join(extraction_jsonl(load_path(paper)))
    command = [sys.executable, str(SHARED / "tools" / "score.py"), str(gold), "-", str(paper), "--json"]
    done = subprocess.run(command, input=said, capture_output=True, text=True, encoding="utf-8", check=True)
    result: dict[str, Any] = json.loads(done.stdout)
    return result


def pooled(results: list[dict[str, Any]]) -> tuple[float, float]:
    """Structural precision and recall over all papers together."""
    groups = [r["structural"] for r in results]
    predicted = sum(g["predicted"] for g in groups)
    required = sum(g["required"] for g in groups)
    right = sum(g["precision"] * g["predicted"] for g in groups)
    found = sum(g["recall"] * g["required"] for g in groups)
    return right / predicted, found / required


@pytest.fixture(scope="module")
def seeds() -> list[dict[str, Any]]:
    golds = sorted((SHARED / "gold").glob("00[23]_*.json"))
    return [measured(gold, SEEDS[gold.stem[:3]]) for gold in golds]


@pytest.fixture(scope="module")
def others() -> list[dict[str, Any]]:
    golds = sorted((SHARED / "gold" / "other").glob("*.json"))
    papers = {path.stem: path for path in (SHARED / "data" / "papers").iterdir()}
    return [measured(gold, papers[gold.stem]) for gold in golds]


def test_structure_is_read_precisely_and_mostly_found(seeds: list[dict[str, Any]]) -> None:
    precision, recall = pooled(seeds)
    assert precision >= 0.93
    assert recall >= 0.70
    assert 2 * precision * recall / (precision + recall) >= 0.80


def test_papers_of_other_places_and_layouts_are_read_as_well(others: list[dict[str, Any]]) -> None:
    precision, recall = pooled(others)
    assert precision >= 0.95
    assert recall >= 0.75


def test_every_quote_is_exact_and_nothing_denied_is_asserted(
    seeds: list[dict[str, Any]], others: list[dict[str, Any]]
) -> None:
    for result in seeds + others:
        assert result["evidence_exact"] == 1.0
        assert result["polarity_errors"] == 0
