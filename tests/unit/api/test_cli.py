"""What the command line says when it can't answer: what is missing and what to do."""

from __future__ import annotations

import sys
from pathlib import Path

import pytest

from api.cli import main
from tests.unit.loaders.printing import drawn, lines, picture

ROOT = Path(__file__).parents[3]


def said(monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str], *words: str) -> tuple[int, str, str]:
    """Exit code, standard output and standard error of one command."""
    monkeypatch.setattr(sys, "argv", ["answerable", *words])
    with pytest.raises(SystemExit) as ended:
        main()
    printed = capsys.readouterr()
    return int(ended.value.code or 0), printed.out, printed.err


@pytest.mark.parametrize(
    "words", [("ask", "who chairs the Board?"), ("findings",), ("export",), ("query", "names")], ids=lambda w: w[0]
)
def test_an_empty_store_asks_to_load_papers_first(
    words: tuple[str, ...], tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    code, out, error = said(monkeypatch, capsys, *words, "--store", str(tmp_path / "store"))
    assert (code, out) == (1, "")
    assert "holds no papers yet" in error
    assert "answerable load" in error


def test_an_id_that_nothing_has_is_an_error_and_says_where_ids_are_found(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    store = str(tmp_path / "store")
    paper = next((ROOT / "data" / "examples").glob("*terms*"))
    said(monkeypatch, capsys, "load", str(paper), "--store", store)
    code, _, error = said(monkeypatch, capsys, "query", "who-chairs", "-p", "id=body:nobody", "--store", store)
    assert code == 1
    assert "body:nobody" in error
    assert "`names`" in error


def test_a_page_that_can_not_be_written_says_so(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    paper = next((ROOT / "data" / "examples").glob("*terms*"))
    code, _, error = said(monkeypatch, capsys, "explain", str(paper), "-o", str(tmp_path / "no" / "page.html"))
    assert code == 1
    assert "can't be written" in error


def test_pages_that_hold_only_a_picture_are_told_when_the_paper_is_loaded(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    (tmp_path / "paper.pdf").write_bytes(drawn(lines(["The Board met."]), picture))
    code, _, error = said(monkeypatch, capsys, "load", str(tmp_path / "paper.pdf"), "--store", str(tmp_path / "store"))
    assert code == 0
    assert "paper.pdf: page 2 is a picture without text" in error


def test_a_check_that_is_none_is_an_error_that_lists_the_checks(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    code, _, error = said(monkeypatch, capsys, "findings", "--check", "Body without a chair", "--store", str(tmp_path))
    assert code == 1
    assert "circular-reporting" in error


def test_a_paper_that_is_not_there_is_said_to_be_missing(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    code, _, error = said(monkeypatch, capsys, "load", str(tmp_path / "nowhere"), "--store", str(tmp_path / "store"))
    assert code == 1
    assert "there is no such file" in error
