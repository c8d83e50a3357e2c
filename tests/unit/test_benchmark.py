"""The governance benchmark: its papers are invented, its annotation stands in them, its scorer counts right, and Answerable
is never again worse on it than it has been."""

from __future__ import annotations

import re
from collections.abc import Mapping
from functools import cache
from pathlib import Path
from typing import Any

import pytest

from graph.vocabulary import MODALITIES, PREDICATES
from tests.bench.governance.__main__ import FAMILIES, annotated, extracted, family, line_of, scores
from tests.bench.governance.score import Gold, Score, read_gold, read_statements, score

PAIRS = dict(annotated())
HARD = [paper for paper in PAIRS if paper.stem.startswith("hard-")]
INVENTED = re.compile(
    r"Example paper written for Answerable's benchmark\. .*\binvented\b.* and nobody named here exists\."
)

PRECISION, RECALL = 0.90, 0.48
"""What the whole benchmark has reached, rounded down. A change may raise them, and then they are raised here; one that falls
below has lost something that was read before, or says something that no paper says."""

FORMS = """The Audit Board of Elm = Audit Board = the Board
R1 = That the roof of the town hall be mended
---
Ann Ash | CHAIRS | Audit Board | asserted | chaired by Ann Ash
Dr Bo Birch | CHAIRS/MANAGES | Works Team | asserted | led by Dr Bo Birch
Works Team | REPORTS_TO | Audit Board | negated | does not report to the Board
Works Team | RESPONSIBLE_FOR | ~lamps and drains in the old town | asserted | looks after lamps and drains
Audit Board | ISSUED | R1 | asserted | That the roof
? Works Team | PART_OF | Audit Board | proposed | ought to be part of the Board
"""


@cache
def found(paper: Path) -> Score:
    """How Answerable scores on one paper."""
    return score(read_gold(PAIRS[paper]), extracted(paper))


@pytest.fixture
def gold(tmp_path: Path) -> Gold:
    """The annotation of FORMS."""
    path = tmp_path / "forms.gold"
    path.write_text(FORMS, encoding="utf-8")
    return read_gold(path)


def says(subject: str, predicate: str, object_: str, modality: str = "asserted", *aliases: str) -> Mapping[str, Any]:
    """A statement in the form that is scored; `aliases` are the object's."""
    return {
        "subject": {"name": subject},
        "predicate": predicate,
        "object": {"name": object_, "aliases": list(aliases)},
        "modality": modality,
    }


def test_there_are_papers_of_every_family() -> None:
    assert {family(paper) for paper in PAIRS} == set(FAMILIES.values())
    assert len(PAIRS) >= 60
    assert len(HARD) >= 8


@pytest.mark.parametrize("paper", PAIRS, ids=lambda paper: paper.stem)
def test_every_paper_says_on_top_that_it_is_invented(paper: Path) -> None:
    first = paper.read_text(encoding="utf-8").partition("\n")[0].removeprefix("# ")
    assert INVENTED.fullmatch(first)


@pytest.mark.parametrize("paper", PAIRS, ids=lambda paper: paper.stem)
def test_annotation_is_in_the_words_of_the_vocabulary_and_of_the_paper(paper: Path) -> None:
    text = " ".join(paper.read_text(encoding="utf-8").split())
    for expected in read_gold(PAIRS[paper]).statements:
        assert set(expected.predicates) <= set(PREDICATES), expected
        assert expected.modality in MODALITIES, expected
        assert " ".join(expected.words.split()) in text, expected


@pytest.mark.parametrize("paper", PAIRS, ids=lambda paper: paper.stem)
def test_no_line_of_an_annotation_stands_twice(paper: Path) -> None:
    lines = [line.removeprefix("? ") for line in PAIRS[paper].read_text(encoding="utf-8").splitlines()]
    assert len(lines) == len(set(lines))


@pytest.mark.parametrize("paper", HARD, ids=lambda paper: paper.stem)
def test_hard_negatives_have_nothing_that_must_be_found(paper: Path) -> None:
    assert all(e.optional for e in read_gold(PAIRS[paper]).statements)


@pytest.mark.parametrize("paper", HARD, ids=lambda paper: paper.stem)
def test_nothing_wrong_is_said_of_a_hard_negative(paper: Path) -> None:
    assert [line_of(said) for said in found(paper).wrong] == []


def test_precision_and_recall_do_not_fall() -> None:
    total = sum(map(found, PAIRS), Score())
    assert total.precision >= PRECISION
    assert total.recall >= RECALL


def test_a_statement_is_found_by_any_form_of_its_names(gold: Gold) -> None:
    result = score(gold, [says("Mrs Ann Ash", "CHAIRS", "Council board", "asserted", "The Audit Board")])
    assert (result.right, result.found, result.wrong) == (1, 1, [])


def test_what_is_not_said_is_missed_unless_optional_or_negated(gold: Gold) -> None:
    result = score(gold, [])
    assert [str(e).partition(":")[0] for e in result.missed] == [
        "Ann Ash CHAIRS Audit Board",
        "Dr Bo Birch CHAIRS/MANAGES Works Team",
        "Works Team RESPONSIBLE_FOR ~lamps and drains in the old town",
        "Audit Board ISSUED R1",
    ]
    assert (result.required, result.recall, result.precision) == (4, 0.0, 1.0)


def test_what_is_said_and_not_annotated_is_wrong(gold: Gold) -> None:
    backwards = says("Audit Board", "CHAIRS", "Ann Ash")
    assert score(gold, [backwards]).wrong == [backwards]
    assert score(gold, [says("Ann Ash", "MANAGES", "Audit Board")]).precision == 0.0


def test_a_denied_statement_is_wrong_when_asserted_and_right_when_denied(gold: Gold) -> None:
    assert score(gold, [says("Works Team", "REPORTS_TO", "the Board")]).right == 0
    assert score(gold, [says("Works Team", "REPORTS_TO", "the Board", "negated")]).right == 1
    assert score(gold, [says("Ann Ash", "CHAIRS", "Audit Board", "negated")]).right == 0


def test_either_of_two_predicates_is_right(gold: Gold) -> None:
    assert [score(gold, [says("Bo Birch", p, "Works Team")]).found for p in ("CHAIRS", "MANAGES", "OVERSEES")] == [
        1,
        1,
        0,
    ]


def test_a_matter_is_compared_by_its_words_and_a_name_is_not(gold: Gold) -> None:
    assert score(gold, [says("Works Team", "RESPONSIBLE_FOR", "the drains and lamps")]).found == 1
    assert score(gold, [says("Works Team", "RESPONSIBLE_FOR", "parks")]).found == 0
    assert score(gold, [says("Ann Ash", "CHAIRS", "Audit Board Working Group of Elm")]).found == 0


def test_the_wording_of_an_ask_may_be_cut_short(gold: Gold) -> None:
    assert score(gold, [says("Audit Board", "ISSUED", "That the roof of the town hall be mended by May")]).found == 1
    assert score(gold, [says("Audit Board", "ISSUED", "That the roof")]).found == 0


def test_modality_is_counted_beside_being_found(gold: Gold) -> None:
    result = score(gold, [says("Works Team", "PART_OF", "Audit Board")])
    assert (result.right, result.modality) == (1, 0)


@pytest.mark.parametrize(
    "line", ["a | CHAIRS | b | asserted", "a | CHAIRS | b | maybe | words", "a | CHAIRS | | asserted | w"]
)
def test_a_line_that_can_not_be_read_is_named(tmp_path: Path, line: str) -> None:
    path = tmp_path / "broken.gold"
    path.write_text(f"---\n{line}\n", encoding="utf-8")
    with pytest.raises(ValueError, match=re.escape(line)):
        read_gold(path)


def test_an_annotation_without_its_dividing_line_is_refused(tmp_path: Path) -> None:
    path = tmp_path / "broken.gold"
    path.write_text("a | CHAIRS | b | asserted | words\n", encoding="utf-8")
    with pytest.raises(ValueError, match="three hyphens"):
        read_gold(path)


@pytest.mark.parametrize(
    "row",
    ["{", "[]", '{"predicate": "CHAIRS"}', '{"subject": {}, "object": {}, "predicate": "X", "modality": "asserted"}'],
)
def test_a_statement_that_can_not_be_scored_is_named_by_file_and_line(row: str, tmp_path: Path) -> None:
    path = tmp_path / "said.jsonl"
    path.write_text(f"\n{row}\n", encoding="utf-8")
    with pytest.raises(ValueError, match=r"said\.jsonl, line 2"):
        read_statements(path)


def test_a_file_named_after_no_paper_is_refused(tmp_path: Path) -> None:
    with pytest.raises(SystemExit, match="nobody"):
        list(scores([tmp_path / "nobody.jsonl"]))
