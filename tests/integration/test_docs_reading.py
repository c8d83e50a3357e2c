"""docs/how-it-reads-papers.md is true: its sentences are read as it says, and it names the formats that are read."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from graph.model import Statement
from loaders.pipeline import load_path
from loaders.readers import READERS
from loaders.registers import REGISTERS

TEXT = (Path(__file__).parents[2] / "docs" / "how-it-reads-papers.md").read_text(encoding="utf-8")
ROW = re.compile(r"^\| ([A-Z].+?\.) \| (.+) \|$", re.MULTILINE)
READ = ROW.findall(TEXT.split("## Sentences that it reads")[1].split("\n## ")[0])
LEFT_ALONE = ROW.findall(TEXT.split("## Sentences that it leaves alone")[1].split("\n## ")[0])


def statements(folder: Path, sentence: str) -> tuple[Statement, ...]:
    path = folder / "paper.txt"
    path.write_text(f"HARROWMERE BOROUGH COUNCIL\n\nNote on bodies\n\n5th March 2015\n\n{sentence}\n", encoding="utf-8")
    return load_path(path).statements


@pytest.mark.parametrize(("sentence", "said"), READ, ids=[said for _, said in READ])
def test_a_sentence_is_read_as_the_page_says(tmp_path: Path, sentence: str, said: str) -> None:
    found = statements(tmp_path, sentence)
    assert [f"{s.subject.name} {s.predicate} {s.object.name}, {s.modality}" for s in found] == [said]
    assert all(s.span.quote in sentence for s in found)


@pytest.mark.parametrize(("sentence", "why"), LEFT_ALONE, ids=[why for _, why in LEFT_ALONE])
def test_a_sentence_is_left_alone_as_the_page_says(tmp_path: Path, sentence: str, why: str) -> None:
    assert statements(tmp_path, sentence) == ()


def test_the_page_has_sentences_of_both_kinds() -> None:
    assert len(READ) >= 6
    assert len(LEFT_ALONE) >= 3


def test_every_format_that_is_read_is_named() -> None:
    (line,) = re.findall(r"\*\*Blocks\.\*\* (.+?)\n\d", TEXT, re.DOTALL)
    assert set(re.findall(r"`(\.\w+)`", line)) == {*READERS, *REGISTERS}
