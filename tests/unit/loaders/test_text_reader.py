"""Text and Markdown become blocks that point into the unchanged text."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from graph.errors import DocumentError
from graph.model import Block
from loaders import readers
from loaders.readers.text import blocks


def kinds(text: str) -> list[tuple[str, str]]:
    return [(b.kind, text[b.start : b.end]) for b in blocks(text)]


def cells(text: str, block: Block) -> list[str]:
    return [text[a:b] for a, b in block.cells]


def test_headings_keep_their_level_and_number() -> None:
    text = "# One\n\nText that follows on.\n\n### 3.5 The Sub Group\n\nMore text stands here.\n"
    found = [(b.level, b.number, text[b.start : b.end]) for b in blocks(text) if b.kind == "heading"]
    assert found == [(1, None, "One"), (3, "3.5", "The Sub Group")]


def test_a_paragraph_broken_over_lines_is_one_block() -> None:
    text = "The Board met on Tuesday and\nagreed the plan for the\nyear.\n\nIt closed at noon.\n"
    assert [k for k, _ in kinds(text)] == ["paragraph", "paragraph"]


def test_a_sentence_that_a_page_break_cuts_is_one_block_on_its_first_page() -> None:
    text = "# Page 3\n\nThe work that had been done by Bright\n\n# Page 4\n\nFutures was praised.\n\nNext.\n"
    found = blocks(text)
    assert text[found[0].start : found[0].end].endswith("Futures was praised.")
    assert [b.page for b in found] == [3, 4]


def test_items_keep_their_numbers_even_out_of_order() -> None:
    text = "Aims\n\n- 1. First aim\n- 2. Second aim\n- 1. Third aim\n- 5. Fourth aim\n- a) Last aim\n"
    assert [b.number for b in blocks(text) if b.kind == "item"] == ["1.", "2.", "1.", "5.", "a)"]


def test_a_short_numbered_line_that_stands_apart_is_a_heading_and_one_among_others_an_item() -> None:
    text = "1. Introduction\n\nThe Board was set up.\n\n2. Background\n\nIt met.\n\n1. Apples\n2. Pears\n3. Plums\n"
    assert [k for k, _ in kinds(text)] == ["heading", "paragraph", "heading", "paragraph", "item", "item", "item"]


def test_tab_rows_pipe_tables_and_html_tables_have_cells_and_empty_ones_stay_empty() -> None:
    text = (
        "Strand\tLead\tDue\nOne\t\tMay\n\n| Name | Post |\n|---|---|\n| A. Osei | |\n\n"
        "<table><tr><td>1</td><td>NIST</td></tr></table>\n"
    )
    rows = [cells(text, b) for b in blocks(text) if b.kind == "row"]
    assert rows == [["Strand", "Lead", "Due"], ["One", "", "May"], ["Name", "Post"], ["A. Osei", ""], ["1", "NIST"]]


def test_an_empty_first_cell_and_a_number_keep_the_columns_of_a_tab_table() -> None:
    text = "No.\tBody\tLead\n1.\tAudit Panel\tHead of Audit\n\tSilver Group\tInspector\n2\tCabinet\tClerk\n"
    rows = [cells(text, b) for b in blocks(text) if b.kind == "row"]
    assert rows[1:] == [
        ["1.", "Audit Panel", "Head of Audit"],
        ["", "Silver Group", "Inspector"],
        ["2", "Cabinet", "Clerk"],
    ]


def test_a_pipe_that_is_escaped_parts_no_cells() -> None:
    text = "| Name | Post |\n|---|---|\n| A \\| B | Chair |\n"
    assert [cells(text, b) for b in blocks(text)][1] == ["A \\| B", "Chair"]


def test_underlined_lines_are_headings_and_a_rule_between_paragraphs_is_none() -> None:
    text = "Terms of the Panel\n=====\n\nPurpose, in short\n-----------------\n\nIt meets.\n\n---\n\nIt closes, then.\n"
    found = [(b.kind, b.level) for b in blocks(text)]
    assert found == [("heading", 1), ("heading", 2), ("paragraph", None), ("paragraph", None)]


def test_a_long_line_above_a_short_rule_is_no_heading() -> None:
    text = "The Panel agreed that the work would go on as it had before.\n---\n\nThe Clerk, who was there, agreed.\n"
    assert [b.kind for b in blocks(text)] == ["paragraph", "paragraph"]


def test_directions_to_a_printer_are_no_words() -> None:
    text = ".. _terms:\n\n.. note::\n\nThe Panel, set up in May, meets.\n"
    assert [w for _, w in kinds(text)] == ["The Panel, set up in May, meets."]


def test_a_ruled_table_of_columns_has_cells() -> None:
    text = "  ------------   -----\n  Body           Name\n  ------------   -----\n  Health Trust   Jo Roe\n  ------------\n"
    assert [cells(text, b) for b in blocks(text)] == [["Body", "Name"], ["Health Trust", "Jo Roe"]]


def test_labels_with_values_are_fields_in_any_of_their_spellings() -> None:
    text = "1.\tMeeting:\tSafeguarding Board\n\nVenue: Town Hall\n\n**2. Present**: Cllr Osei\n"
    fields = [cells(text, b) for b in blocks(text) if b.kind == "field"]
    assert fields == [["Meeting", "Safeguarding Board"], ["Venue", "Town Hall"], ["Present", "Cllr Osei"]]


def test_a_label_without_a_value_is_a_heading_of_what_follows() -> None:
    text = "APOLOGIES:\n\nCouncillor Osei\n"
    assert kinds(text) == [("heading", "APOLOGIES:"), ("paragraph", "Councillor Osei")]


def test_front_matter_is_fields_and_not_text() -> None:
    text = '---\ntitle: "Terms"\ndate: 2019-02-10\n---\n\nThe Board meets.\n'
    assert [cells(text, b) for b in blocks(text) if b.kind == "field"] == [["title", "Terms"], ["date", "2019-02-10"]]


def test_residue_of_conversions_is_not_content() -> None:
    text = "<p>That members:</p> <ol> 1. Note the work 2. Agree the plan\n\n**Recommendation:** *be bold*\n"
    assert kinds(text)[:3] == [("paragraph", "That members:"), ("item", "Note the work"), ("item", "Agree the plan")]


def test_a_running_header_is_left_out() -> None:
    page = "---\nMinutes of the Parish Council\n\nThe Council agreed the budget number {n}.\n\n"
    text = "".join(page.format(n=n) for n in range(4))
    assert not any("Minutes" in words for _, words in kinds(text))


def test_line_ends_of_windows_are_no_content_and_offsets_still_agree() -> None:
    text = "# Title\r\n\r\nOne line\r\nand its next.\r\n"
    assert kinds(text) == [("heading", "Title"), ("paragraph", "One line\r\nand its next.")]


@settings(max_examples=150, deadline=None)
@given(st.text(alphabet=st.sampled_from("Aa1 .,:;-*#|\t\n\r<>pol()•\ufeff\xa0_~`é"), max_size=200))
def test_blocks_of_any_text_lie_in_order_inside_it_and_cells_inside_blocks(text: str) -> None:
    position = 0
    for block in blocks(text):
        assert position <= block.start < block.end <= len(text)
        position = block.start
        for start, end in block.cells:
            assert block.start <= start <= end <= block.end


def read(folder: Path, data: bytes, name: str = "paper.txt") -> str:
    (folder / name).write_bytes(data)
    return readers.read(folder / name, name).text


def test_the_text_is_the_file_unchanged(tmp_path: Path) -> None:
    assert read(tmp_path, "\ufeffA – b\r\nc".encode()) == "\ufeffA – b\r\nc"


def test_windows_text_is_read_where_it_is_plausible(tmp_path: Path) -> None:
    assert read(tmp_path, "The Board’s plan – agreed".encode("cp1252")) == "The Board’s plan – agreed"


@pytest.mark.parametrize(
    ("name", "data", "problem"),
    [
        ("empty.txt", b" \n\n", "it is empty"),
        ("picture.txt", b"\x00\x01\x02", "binary"),
        ("odd.txt", bytes(range(0x80, 0x100)) * 4, "not UTF-8"),
        ("paper", b"text", "files without a suffix"),
    ],
)
def test_what_cannot_be_read_says_why_and_what_to_do(tmp_path: Path, name: str, data: bytes, problem: str) -> None:
    with pytest.raises(DocumentError, match=problem) as raised:
        read(tmp_path, data, name)
    assert raised.value.name == name
    assert raised.value.remedy


def test_a_missing_file_and_one_that_is_too_large_are_errors(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    with pytest.raises(DocumentError, match="there is no such file"):
        readers.read(tmp_path / "gone.txt", "gone.txt")
    monkeypatch.setattr(readers, "LARGEST", 10)
    with pytest.raises(DocumentError, match="more than the limit of 10"):
        read(tmp_path, b"more than ten bytes")


def test_a_line_too_long_to_be_wrapped_is_a_paragraph_below_the_lines_of_a_title() -> None:
    long = f"The meeting was called to order at seven {'and much was said ' * 8}of it."
    assert kinds(f"Harbour Board\nThe Old Hall\n{long}\n{long}\n") == [
        ("paragraph", "Harbour Board\nThe Old Hall"),
        ("paragraph", long),
        ("paragraph", long),
    ]
    assert len(kinds(f"Harbour Board and\n{long[0].lower()}{long[1:]}\n")) == 1
