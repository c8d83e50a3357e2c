"""What the extractor says of each paper of ours is what its golden file says.

`make golden` writes the files in tests/golden/expected anew; read the difference before you commit it.
"""

from __future__ import annotations

from pathlib import Path

import pytest

from graph.model import Extraction
from loaders.pipeline import load_path

HERE = Path(__file__).parent
PAPERS = sorted((*(HERE / "cues").iterdir(), *(HERE / "layouts").iterdir()))


def reading(extraction: Extraction) -> str:
    """Everything an extraction says that a person can check: parts, entities, statements."""
    lines = [f"{extraction.document.title} | {extraction.document.kind} | {extraction.document.date or 'no date'}", ""]
    lines += [f"part: {p.kind} | {p.body or 'no body'} | {p.date or 'no date'}" for p in extraction.document.parts]
    lines.append("")
    for entity in sorted(extraction.entities, key=lambda e: (e.label, e.name, e.id)):
        if entity.label in ("Body", "Person"):
            place = entity.attributes.get("place", "")
            lines.append(f"{entity.label.lower()}: {entity.name} ({'; '.join(entity.aliases)}) {place}".rstrip())
    lines.append("")
    for s in extraction.statements:
        modality = "" if s.modality == "asserted" else f" [{s.modality}]"
        qualifiers = " ".join(f"{k}={v}" for k, v in sorted(s.qualifiers.items()))
        lines.append(f"{s.subject.name} — {s.predicate} → {s.object.name}{modality} {qualifiers}".rstrip())
        lines.append(f"    {s.rule}: {' '.join(s.span.quote.split())}")
    return "\n".join(lines) + "\n"


@pytest.mark.parametrize("paper", PAPERS, ids=lambda p: f"{p.parent.name}-{p.stem}")
def test_a_paper_reads_as_its_golden_file_says(paper: Path, write_golden: bool) -> None:
    expected = HERE / "expected" / f"{paper.parent.name}-{paper.stem}.txt"
    found = reading(load_path(paper, paper.name))
    if write_golden:
        expected.write_text(found, encoding="utf-8")
    assert found == expected.read_text(encoding="utf-8")


def test_every_golden_file_belongs_to_a_paper() -> None:
    assert {p.stem for p in (HERE / "expected").iterdir()} == {f"{p.parent.name}-{p.stem}" for p in PAPERS}


def test_golden_files_are_compared_not_written_unless_asked(request: pytest.FixtureRequest) -> None:
    asked = "--write-golden" in request.config.invocation_params.args
    assert bool(request.config.getoption("--write-golden")) == asked


@pytest.mark.parametrize("paper", PAPERS, ids=lambda p: p.stem)
def test_every_paper_says_on_top_that_it_is_invented(paper: Path) -> None:
    opening = paper.read_text(encoding="utf-8")[:400]
    assert "invented" in opening
    assert "Harrowmere" in opening
