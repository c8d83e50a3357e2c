"""People set in columns in a text or in the cells of a table: each attended, each with the post on the same line."""

from __future__ import annotations

from pathlib import Path

import pytest

from loaders.pipeline import load_path

OFFICERS = (
    ("Gwen Ibbotson", "Director of Communities"),
    ("Simon Oldroyd", "Head of Environmental Health"),
    ("Leonie Farrant", "Democratic Services Officer"),
)
TITLES = ("Harrowmere Borough Council", "Public Protection Committee", "Minutes of the meeting held on 14 May 2024")


def said(path: Path, predicate: str) -> set[tuple[str, str]]:
    return {(s.subject.name, s.object.name) for s in load_path(path).statements if s.predicate == predicate}


def text(lines: list[str], folder: Path) -> Path:
    path = folder / "minutes.txt"
    head = "\n".join(TITLES)
    path.write_text("\n\n".join((head, "Present:", "\n".join(lines), "1. BUSINESS\nThe report was noted.\n")))
    return path


def page(rows: str, folder: Path) -> Path:
    path = folder / "minutes.html"
    head = "".join(f"<h2>{title}</h2>" for title in TITLES[:2]) + f"<p>{TITLES[2]}</p>"
    path.write_text(f"{head}<h3>Present:</h3><table>{rows}</table><h3>1. BUSINESS</h3><p>The report was noted.</p>")
    return path


@pytest.mark.parametrize("count", [2, 3])
@pytest.mark.parametrize("gap", ["two spaces", "ten spaces", "a tab"])
def test_a_post_in_the_second_column_of_a_text_ends_with_its_line(count: int, gap: str, tmp_path: Path) -> None:
    width = max(len(name) for name, _ in OFFICERS) + (2 if gap == "two spaces" else 10)
    lines = [f"{a}\t{b}" if gap == "a tab" else a.ljust(width) + b for a, b in OFFICERS[:count]]
    path = text(lines, tmp_path)
    assert said(path, "HOLDS_POST") == set(OFFICERS[:count])
    assert len(said(path, "ATTENDED")) == count


def test_persons_in_each_cell_of_a_table_all_attended(tmp_path: Path) -> None:
    cell = "<td>Councillor {}<br>Councillor {}</td>"
    rows = f"<tr>{cell.format('Ada Brook', 'Sam Tolliver')}{cell.format('Jo Marsh', 'Una Reyes')}</tr>"
    path = page(rows, tmp_path)
    assert {name for name, _ in said(path, "ATTENDED")} == {"Ada Brook", "Sam Tolliver", "Jo Marsh", "Una Reyes"}
    assert not said(path, "HOLDS_POST")


def test_a_cell_of_names_and_one_of_posts_are_read_line_by_line(tmp_path: Path) -> None:
    names, posts = ("<br>".join(column) for column in zip(*OFFICERS, strict=True))
    path = page(f"<tr><td>{names}</td><td>{posts}</td></tr>", tmp_path)
    assert said(path, "HOLDS_POST") == set(OFFICERS)


def test_titled_persons_in_a_cell_are_no_post_of_whom_the_row_names(tmp_path: Path) -> None:
    rows = "<tr><td>Councillor Ada Brook</td><td>Councillor Jo Marsh<br>Councillor Una Reyes</td></tr>"
    assert not said(page(f"{rows}<tr><td>Guests</td><td></td></tr>", tmp_path), "HOLDS_POST")
