"""Registers go the way of papers: found in folders, read beside them, bad rows reported beside the good ones."""

from __future__ import annotations

from pathlib import Path

import pytest

from graph.errors import DocumentError
from graph.model import Extraction
from loaders.pipeline import extract_many, load_path, papers_in

HEADER = "subject,subject_label,predicate,object,object_label,source_title\n"
GOOD = "Sub Group,Body,REPORTS_TO,Board,Body,Terms of reference\n"
BAD = "Sub Group,Body,REPORTS,Board,Body,Terms of reference\n"


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    (tmp_path / "lines.csv").write_text(HEADER + GOOD + BAD)
    (tmp_path / "minutes.txt").write_text("AUDIT COMMITTEE\nWednesday, 12th March, 2014\n")
    (tmp_path / "README.md").write_text("The Board reports to the Council.\n")
    return tmp_path


def test_a_folder_gives_its_registers_and_papers_and_not_its_readme(folder: Path) -> None:
    assert [name for _, name in papers_in([folder])] == ["lines.csv", "minutes.txt"]
    assert [name for _, name in papers_in([folder / "README.md"])] == ["README.md"]


@pytest.mark.parametrize("workers", [1, 2])
def test_bad_rows_are_reported_beside_what_the_good_rows_say(folder: Path, workers: int) -> None:
    lines, error, minutes = extract_many(papers_in([folder]), workers=workers)
    assert isinstance(lines, Extraction)
    assert [s.object.name for s in lines.statements] == ["Board"]
    assert isinstance(error, DocumentError)
    assert error.problems[0].startswith("row 3, column predicate: 'REPORTS' is none of")
    assert isinstance(minutes, Extraction)


def test_a_register_alone_with_bad_rows_is_an_error(folder: Path) -> None:
    with pytest.raises(DocumentError, match="row 3"):
        load_path(folder / "lines.csv")
