"""The same paper says the same, whether it is text, a Word file, a web page or a PDF."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Callable
from pathlib import Path

import pytest

from graph.model import Extraction
from loaders.pipeline import load_path
from tests.paper_formats import page, word
from tests.unit.loaders.printing import printed

ROOT = Path(__file__).parents[2]
PAPERS = sorted(p for p in (ROOT / "data" / "examples").iterdir() if p.stem != "README")
LAYOUTS = [
    ROOT / "tests" / "golden" / "layouts" / f"{name}.md"
    for name in (
        *("attendance", "membership", "recommendations", "report-header"),
        *("resolutions", "responsibility-table", "roles", "terms-of-reference"),
    )
]


def said(extraction: Extraction) -> Counter[tuple[str, ...]]:
    """Every statement with its words, apart from pages, offsets and the marks that each format has between them."""
    return Counter(
        (
            s.subject.name,
            s.predicate,
            s.object.name,
            s.modality,
            s.reported_on or "",
            *(f"{k}={v}" for k, v in sorted(s.qualifiers.items())),
            " ".join(re.findall(r"\w+", s.span.quote)),
        )
        for s in extraction.statements
    )


def difference(text: Counter[tuple[str, ...]], other: Counter[tuple[str, ...]]) -> str:
    """What one says and the other doesn't, a statement a line."""
    lost, added = text - other, other - text
    return "\n".join(
        ["", *(f"- {' | '.join(s)}" for s in sorted(lost)), *(f"+ {' | '.join(s)}" for s in sorted(added))]
    )


WRITERS: dict[str, Callable[[str], bytes]] = {".docx": word, ".html": page, ".pdf": printed}
CASES = [
    pytest.param(paper, suffix, id=f"{paper.stem}{suffix}")
    for paper in (*PAPERS, *LAYOUTS)
    for suffix in WRITERS
    # print makes one space of many, and with it the margin of the minutes in "resolutions" is gone
    if (paper.stem, suffix) != ("resolutions", ".pdf")
]


@pytest.mark.parametrize(("paper", "suffix"), CASES)
def test_a_paper_says_the_same_in_every_format(paper: Path, suffix: str, tmp_path: Path) -> None:
    copy = tmp_path / f"{paper.stem}{suffix}"
    copy.write_bytes(WRITERS[suffix](paper.read_text(encoding="utf-8")))
    text, other = load_path(paper), load_path(copy)
    assert text.statements
    assert said(other) == said(text), difference(said(text), said(other))
    for statement in other.statements:
        span = statement.span
        assert other.document.text[span.start : span.end] == span.quote
