"""Long and hostile papers: what is said stays findable by its place, and what never ends is read as it stands."""

from __future__ import annotations

from loaders.layouts.entries import entries
from loaders.paper import _PAGE_LINE, FARTHEST
from loaders.readers.tagged import untagged
from loaders.stretches import Stretches
from tests.unit.loaders.reading import paper


def test_a_stretch_is_found_wherever_it_shares_a_character() -> None:
    kept = Stretches()
    kept.add("chair", 4_000, 13_000)
    assert kept.overlaps("chair", 12_999, 13_005)
    assert kept.overlaps("chair", 0, 4_001)
    assert kept.overlaps("chair", 9_000, 9_001)
    assert not kept.overlaps("chair", 13_000, 13_005)
    assert not kept.overlaps("chair", 0, 4_000)
    assert not kept.overlaps("member", 9_000, 9_001)


def test_only_a_line_that_numbers_a_page_is_one_however_many_blanks_there_are() -> None:
    assert _PAGE_LINE.search(" " * 30_000 + "Page 3 of 9")
    assert _PAGE_LINE.search("  ## Page 3")
    assert not _PAGE_LINE.search(" " * 30_000 + "x")


def test_a_comment_that_is_closed_is_not_read_and_one_that_is_not_stays() -> None:
    source = "<p>The Board met.</p>" * 20
    closed = untagged(f"{source}<!-- <style> not shown --><p>Seen</p>")
    assert "not shown" not in closed
    assert "Seen" in closed
    unclosed = untagged(f"{source}{'<!-- <style>' * 2_000}<p>Seen</p>")
    assert "Seen" in unclosed
    assert unclosed.count("<!--") == 2_000


def test_every_name_of_a_long_line_is_an_entry() -> None:
    text = "Present: " + ", ".join(f"Cllr A. Mar{chr(97 + k % 26)}{chr(97 + k // 26)}n" for k in range(300))
    read = paper(f"# Minutes of the Harrowmere Council\n\n{text}\n")
    start = read.text.index("Cllr")
    assert len([e for e in entries(read, start, len(read.text)) if e.person]) == 300


def test_whom_a_reference_means_is_looked_for_only_so_far_back() -> None:
    named = "The Harrowmere Safeguarding Board met.\n\n"
    read = paper(named + "The Westmarch Housing Panel met.\n\n" * (FARTHEST + 5))
    before = list(read.named_before(len(read.text), 0, "Body"))
    assert len(before) == FARTHEST
    assert {n.name for n in before} == {"Westmarch Housing Panel"}
