"""Whatever is done to a paper, in any format: it is read, or refused with a reason; never a crash, never a hang.

`python -m tests.bench fuzz` does the same with as many cases as one likes.
"""

from __future__ import annotations

import os
import time
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from graph.corpus import Corpus
from graph.errors import DocumentError
from graph.stores import Store, read_subgraph
from loaders import readers
from loaders.pipeline import extract_many, load_path
from tests.mutation import FORMATS, mutated

CASES = int(os.environ.get("ANSWERABLE_FUZZ_CASES", "40"))
"""Of each format, read as a whole; the readers alone get three times as many."""
BUDGET = 10.0
"""Seconds of processor time for one paper of a few pages."""

SUFFIXES = sorted(FORMATS)
FIXED = settings(
    max_examples=CASES,
    deadline=None,
    derandomize=True,
    database=None,
    suppress_health_check=[HealthCheck.function_scoped_fixture, HealthCheck.too_slow],
)


@pytest.mark.parametrize("suffix", SUFFIXES)
@FIXED
@given(seed=st.integers(0, 2**32))
def test_a_damaged_paper_is_read_with_exact_evidence_or_refused_with_a_reason(
    tmp_path: Path, suffix: str, seed: int
) -> None:
    path = tmp_path / f"paper{suffix}"
    path.write_bytes(mutated(suffix, seed))
    started = time.process_time()
    (result,) = extract_many([(path, path.name)])
    if isinstance(result, DocumentError):
        assert result.problems
        assert result.remedy
    else:
        for statement in result.statements:
            span = statement.span
            assert result.document.text[span.start : span.end] == span.quote
    assert time.process_time() - started < BUDGET


@pytest.mark.parametrize("suffix", SUFFIXES)
@settings(FIXED, max_examples=CASES * 3)
@given(seed=st.integers(2**32, 2**33))
def test_the_blocks_of_a_damaged_paper_lie_in_order_inside_its_text(tmp_path: Path, suffix: str, seed: int) -> None:
    path = tmp_path / f"paper{suffix}"
    path.write_bytes(mutated(suffix, seed))
    try:
        document = readers.read(path, path.name)
    except DocumentError:
        return
    position = 0
    for block in document.blocks:
        assert position <= block.start < block.end <= len(document.text)
        position = block.start
        for start, end in block.cells:
            assert block.start <= start <= end <= block.end


def test_what_was_loaded_stays_as_it_was_whatever_damaged_papers_come_after(
    embedded_store: Store, tmp_path: Path
) -> None:
    corpus = Corpus(embedded_store)
    good = tmp_path / "good.md"
    good.write_bytes(FORMATS[".md"][0])
    corpus.load(load_path(good))
    before = read_subgraph(embedded_store).digest()
    damaged = []
    for suffix in SUFFIXES:
        for seed in range(6):
            damaged.append(tmp_path / f"damaged-{seed}{suffix}")
            damaged[-1].write_bytes(mutated(suffix, seed))
    loaded = []
    for result in extract_many([(path, path.name) for path in damaged]):
        if not isinstance(result, DocumentError):
            corpus.load(result)
            loaded.append(result.document.name)
    assert 0 < len(loaded) < len(damaged)
    for name in loaded:
        corpus.withdraw(name)
    assert read_subgraph(embedded_store).digest() == before
