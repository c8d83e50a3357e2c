"""From paths to extractions: folders, names, several processes, and papers that can't be read."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from graph.errors import DocumentError
from graph.model import Extraction
from loaders.jsonl import extraction_jsonl
from loaders.paper import Paper
from loaders.pipeline import explain, extract_many, load_path, papers_in, passed_over
from tests.unit.loaders.reading import NAMES

LINE = f"{NAMES}The Silver Group reports to the HSCB quarterly.\n"


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    (tmp_path / "2014").mkdir()
    (tmp_path / "2014" / "minutes.txt").write_text(LINE, encoding="utf-8")
    (tmp_path / "report.md").write_text(LINE, encoding="utf-8")
    (tmp_path / "broken.txt").write_bytes(b"\x00\x00")
    (tmp_path / "picture.png").write_bytes(b"\x89PNG")
    (tmp_path / ".hidden.txt").write_text(LINE, encoding="utf-8")
    return tmp_path


def test_a_folder_gives_its_papers_by_their_path_in_it(folder: Path) -> None:
    assert [name for _, name in papers_in([folder])] == ["2014/minutes.txt", "broken.txt", "report.md"]


def test_files_of_other_formats_in_a_folder_are_counted_and_hidden_ones_are_not(folder: Path) -> None:
    for name in ("a.xlsx", "b.XLSX", "notes", "~$report.docx", "README.doc"):
        (folder / name).write_bytes(b"x")
    assert passed_over([folder]) == {".xlsx": 2, ".png": 1, "no suffix": 1}
    assert passed_over([folder / "picture.png"]) == {}


def test_a_file_given_by_itself_is_listed_whatever_it_is(folder: Path) -> None:
    assert [name for _, name in papers_in([folder / "picture.png"])] == ["picture.png"]


@pytest.mark.parametrize("workers", [1, 2])
def test_one_bad_paper_never_stops_the_rest_and_order_is_kept(folder: Path, workers: int) -> None:
    seen: list[tuple[int, int, str]] = []
    results = list(extract_many(papers_in([folder]), workers, lambda *step: seen.append(step)))
    assert [type(r) for r in results] == [Extraction, DocumentError, Extraction]
    assert seen == [(1, 3, "2014/minutes.txt"), (2, 3, "broken.txt"), (3, 3, "report.md")]


def test_what_a_paper_says_does_not_depend_on_the_number_of_processes(folder: Path) -> None:
    listed = [p for p in papers_in([folder]) if p[1] != "broken.txt"]
    assert list(extract_many(listed, 1)) == list(extract_many(listed, 2))


def test_the_document_has_title_kind_date_and_parts(folder: Path) -> None:
    document = load_path(folder / "report.md", "report.md").document
    assert (document.date, document.name) == ("2015-03-05", "report.md")
    assert [p.body for p in document.parts] == ["Harrowmere Safeguarding Children Board"]


def test_every_statement_is_one_line_of_json_with_exact_evidence(folder: Path) -> None:
    extraction = load_path(folder / "report.md", "report.md")
    lines = [json.loads(line) for line in extraction_jsonl(extraction)]
    assert len(lines) == len(extraction.statements) > 0
    for line in lines:
        evidence = line["evidence"]
        assert LINE[evidence["start"] : evidence["end"]] == evidence["quote"]
        assert {"name", "kind", "aliases"} <= set(line["subject"])
        assert line["modality"] == "asserted"
    assert lines[0]["qualifiers"] == {"cadence": "quarterly"}
    assert lines[0]["object"]["aliases"] == ["HSCB"]


def test_an_explanation_has_the_same_statements_and_marks_every_name_and_reference(folder: Path) -> None:
    (folder / "report.md").write_text(f"{LINE}The Group is chaired by Councillor A Byrne.\n", encoding="utf-8")
    extraction, marks = explain(folder / "report.md", "report.md")
    assert extraction == load_path(folder / "report.md", "report.md")
    ids = {e.id for e in extraction.entities}
    text = extraction.document.text
    assert {m.kind for m in marks} == {"name", "reference"}
    assert all(set(m.entities) <= ids and text[m.start : m.end].strip() for m in marks)
    assert [m.start for m in marks] == sorted(m.start for m in marks)


def test_a_rule_that_breaks_the_vocabulary_fails_its_paper_and_not_the_batch(
    folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def broken(paper: Paper) -> None:
        if paper.document.name == "report.md":
            body = next(n for n in paper.entities if n.label == "Body")
            paper.state(body, "ATTENDED", paper.entities.function("a duty"), 0, 9, "layout:broken")

    monkeypatch.setattr("loaders.cues.read", broken)
    results = list(extract_many([p for p in papers_in([folder]) if p[1] != "broken.txt"]))
    assert [type(r) for r in results] == [Extraction, DocumentError]
    assert "fault of the program" in str(results[1])
