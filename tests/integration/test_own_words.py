"""Nothing in the repository is copied from a real paper: no tracked file shares a run of words with one."""

from __future__ import annotations

import re
import subprocess
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]
RUN = 12
"""So many words in a row that stand in a real paper too are a copy."""


def runs(words: str) -> set[tuple[str, ...]]:
    """Every run of RUN words of a text."""
    listed = re.findall(r"[a-z0-9]+", re.sub(r"[‘’']", "", words.lower()))
    return {tuple(listed[i : i + RUN]) for i in range(len(listed) - RUN + 1)}


def tracked() -> list[Path]:
    """Every file under version control that is text."""
    listed = subprocess.run(["git", "ls-files", "-z"], cwd=ROOT, capture_output=True, text=True)
    if listed.returncode != 0:
        pytest.skip("this is no working copy of the repository")
    return [ROOT / name for name in listed.stdout.split("\0") if name and (ROOT / name).is_file()]


def text_of(path: Path) -> str:
    """The text of a file, "" of one that is not text."""
    try:
        return path.read_text(encoding="utf-8")
    except UnicodeDecodeError:
        return ""


def test_a_copied_run_of_words_is_found_whatever_marks_stand_in_it() -> None:
    copied = "The old mill by the river was sold in May to a man from the north"
    assert runs(copied) & runs("He said: ‘the old ’MILL’ – by the river – was\nsold, in May, to a man!’")
    assert not runs(copied) & runs("The old mill by the river was bought in May by a man from the north")


@pytest.mark.shared
def test_no_tracked_file_shares_a_run_of_words_with_a_real_paper(shared: Path) -> None:
    real = {run for folder in ("seeds", "data/papers") for p in (shared / folder).iterdir() for run in runs(text_of(p))}
    assert real
    copied = {
        str(path.relative_to(ROOT)): " ".join(min(found)) for path in tracked() if (found := runs(text_of(path)) & real)
    }
    assert copied == {}
