"""Word files become the blocks that a reader of the printed paper sees."""

from __future__ import annotations

import pytest
from docx import Document

from graph.model import Block
from loaders.readers import docx
from loaders.readers.numbering import roman, written
from tests.unit.loaders.word_files import bare, listed, lists, p, saved, with_body


def read(data: bytes) -> tuple[str, tuple[Block, ...]]:
    return docx.read(data, "paper.docx")


def kinds(data: bytes) -> list[tuple[str, str | None, str]]:
    text, blocks = read(data)
    return [(b.kind, b.number, text[b.start : b.end]) for b in blocks]


def rows(data: bytes) -> list[list[str]]:
    text, blocks = read(data)
    return [[text[a:b] for a, b in block.cells] for block in blocks if block.kind == "row"]


def words(data: bytes) -> list[str]:
    text, blocks = read(data)
    return [text[b.start : b.end] for b in blocks]


def test_headings_come_from_styles_and_outline_levels_with_their_numbers() -> None:
    data = with_body(
        p("Constitution", '<w:pStyle w:val="Title"/>')
        + p("2. Purpose", '<w:pStyle w:val="Heading2"/>')
        + p("Chair", '<w:outlineLvl w:val="2"/>')
        + p("The Board meets in public.")
    )
    text, blocks = read(data)
    assert [(b.kind, b.level, b.number, text[b.start : b.end]) for b in blocks] == [
        ("heading", 1, None, "Constitution"),
        ("heading", 2, "2.", "Purpose"),
        ("heading", 3, None, "Chair"),
        ("paragraph", None, None, "The Board meets in public."),
    ]


def test_a_short_line_all_in_bold_is_a_heading_and_one_in_part_is_not() -> None:
    bold = "<w:p><w:r><w:rPr><w:b/></w:rPr><w:t>Present</w:t></w:r>{}</w:p>"
    data = bare(bold.format("") + bold.format("<w:r><w:t> were the members of the old board, and others.</w:t></w:r>"))
    assert [kind for kind, _, _ in kinds(data)] == ["heading", "paragraph"]


def test_a_heading_style_on_a_whole_paragraph_makes_no_heading() -> None:
    data = with_body(p("The Board agreed the plan and " * 12 + "closed.", '<w:pStyle w:val="Heading1"/>') + p("Next."))
    assert kinds(data)[0][0] == "paragraph"


def test_numbers_are_counted_through_levels_in_words_own_formats() -> None:
    numbering = lists(
        {1: [("decimal", "%1."), ("decimal", "%1.%2"), ("lowerLetter", "(%3)"), ("lowerRoman", "%4.")]},
        {7: (1, "")},
    )
    body = "".join(
        listed(f"The Board will do thing {i}.", 7, level) for i, level in enumerate((0, 1, 1, 2, 2, 3, 3, 1, 2, 0, 1))
    )
    assert [n for _, n, _ in kinds(bare(body, numbering=numbering))] == [
        *("1.", "1.1", "1.2", "(a)", "(b)", "i.", "ii.", "1.3", "(a)", "2.", "2.1")
    ]


def test_two_lists_of_one_definition_count_on_and_an_override_starts_again() -> None:
    start = '<w:lvlOverride w:ilvl="0"><w:startOverride w:val="{}"/></w:lvlOverride>'
    numbering = lists(
        {1: [("decimal", "%1.")]}, {1: (1, ""), 2: (1, ""), 3: (1, start.format(5)), 4: (1, start.format(1))}
    )
    body = "".join(listed("The Board will act.", i) for i in (1, 1, 2, 3, 3, 4, 4))
    assert [n for _, n, _ in kinds(bare(body, numbering=numbering))] == ["1.", "2.", "3.", "5.", "6.", "1.", "2."]


def test_bullets_have_no_number_and_a_number_that_is_words_is_part_of_the_paper() -> None:
    numbering = lists({1: [("bullet", "\uf0b7")], 2: [("decimal", "Recommendation %1:")]}, {1: (1, ""), 2: (2, "")})
    body = listed("Head of Safeguarding", 1) + listed("The Council should act.", 2) + listed("And soon.", 2)
    assert kinds(bare(body, numbering=numbering)) == [
        ("item", None, "Head of Safeguarding"),
        ("field", None, "Recommendation 1: The Council should act."),
        ("field", None, "Recommendation 2: And soon."),
    ]


def test_numbering_through_styles_is_counted_and_a_zero_takes_it_away() -> None:
    numbering = lists({1: [("decimal", "%1.")]}, {1: (1, "")})
    styles = (
        '<w:styles xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main">'
        '<w:style w:type="paragraph" w:styleId="Base"><w:name w:val="Base"/><w:pPr><w:numPr><w:numId w:val="1"/></w:numPr>'
        '</w:pPr></w:style><w:style w:type="paragraph" w:styleId="Own"><w:name w:val="Own"/><w:basedOn w:val="Base"/>'
        "</w:style></w:styles>"
    )
    own = '<w:pStyle w:val="Own"/>'
    body = (
        p("One thing is done.", own) + p("No thing.", f'{own}<w:numPr><w:numId w:val="0"/></w:numPr>') + p("Two.", own)
    )
    assert [n for _, n, _ in kinds(bare(body, numbering=numbering, styles=styles))] == ["1.", None, "2."]


@pytest.mark.parametrize(
    ("count", "kind", "shown"),
    [
        *(
            (27, "lowerLetter", "aa"),
            (28, "upperLetter", "BB"),
            (4, "lowerRoman", "iv"),
            (1994, "upperRoman", "MCMXCIV"),
        ),
        *((3, "ordinal", "3rd"), (12, "ordinal", "12th"), (7, "decimalZero", "07"), (0, "lowerLetter", "0")),
        *((10**9, "lowerRoman", "1000000000"), (5, "chineseCounting", "5")),
    ],
)
def test_numbers_are_written_as_word_writes_them(count: int, kind: str, shown: str) -> None:
    assert written(count, kind) == shown


def test_roman_numerals_add_up() -> None:
    assert [roman(n) for n in (1, 9, 40, 90, 400, 900)] == ["i", "ix", "xl", "xc", "cd", "cm"]


def test_a_cell_that_spans_rows_holds_in_each_and_one_that_spans_columns_stands_once() -> None:
    document = Document()
    table = document.add_table(4, 3)
    for i, cells in enumerate(
        (("Body", "Name", "Role"), ("NHS", "A. Osei", "Chair"), ("", "B. Roe", ""), ("Both", "", ""))
    ):
        for cell, content in zip(table.rows[i].cells, cells, strict=True):
            cell.text = content
    table.cell(1, 0).merge(table.cell(2, 0))
    table.cell(3, 0).merge(table.cell(3, 1))
    assert rows(saved(document)) == [
        ["Body", "Name", "Role"],
        ["NHS", "A. Osei", "Chair"],
        ["NHS", "B. Roe", ""],
        ["Both", "", ""],
    ]


def test_a_row_across_the_whole_table_on_top_is_its_title() -> None:
    document = Document()
    table = document.add_table(2, 2)
    table.cell(0, 0).merge(table.cell(0, 1)).text = "Voting members"
    table.cell(1, 0).text, table.cell(1, 1).text = "A. Osei", "Chair"
    assert [kind for kind, _, _ in kinds(saved(document))] == ["heading", "row"]


def test_labels_beside_values_are_fields_and_a_table_of_one_column_is_text() -> None:
    document = Document()
    table = document.add_table(2, 2)
    table.cell(0, 0).text, table.cell(0, 1).text = "Report to:", "Cabinet"
    table.cell(1, 0).text, table.cell(1, 1).text = "Date:", "4th June 2013"
    document.add_table(1, 1).cell(0, 0).text = "The Board is asked to note the report."
    assert [k for k, _, _ in kinds(saved(document))] == ["field", "field", "paragraph"]


def test_minutes_laid_out_as_a_table_are_read_as_text_with_their_numbers() -> None:
    document = Document()
    table = document.add_table(1, 3)
    number, discussion, action = table.rows[0].cells
    number.text, action.text = "4.", "Clerk"
    discussion.text = "Governance of the partnership"
    for _ in range(3):
        discussion.add_paragraph(
            "The Clerk reported that the work had gone well over the past three months of the year. " * 2
        )
    found = kinds(saved(document))
    assert found[0] == ("heading", "4.", "Governance of the partnership")
    assert [k for k, _, _ in found[1:4]] == ["paragraph"] * 3


def test_a_table_inside_a_cell_is_rows_of_its_own() -> None:
    document = Document()
    table = document.add_table(1, 2)
    table.cell(0, 0).text = "Members"
    inner = table.cell(0, 1).add_table(1, 2)
    inner.cell(0, 0).text, inner.cell(0, 1).text = "A. Osei", "Chair"
    assert rows(saved(document)) == [["Members", ""], ["A. Osei", "Chair"]]


def test_tracked_changes_are_accepted() -> None:
    deleted = "<w:del><w:r><w:delText>does not report</w:delText></w:r></w:del>"
    inserted = "<w:ins><w:r><w:t>reports</w:t></w:r></w:ins>"
    moved = "<w:moveFrom><w:r><w:t> never</w:t></w:r></w:moveFrom><w:moveTo><w:r><w:t> now</w:t></w:r></w:moveTo>"
    start, end = "<w:r><w:t>The Group </w:t></w:r>", "<w:r><w:t> to the Board.</w:t></w:r>"
    body = f"<w:p>{start}{deleted}{inserted}{moved}{end}</w:p>"
    joined = "<w:p><w:pPr><w:rPr><w:del/></w:rPr></w:pPr><w:r><w:t>The Board </w:t></w:r></w:p>" + p("meets monthly.")
    row = "<w:tr>{}<w:tc>" + p("Gone") + "</w:tc><w:tc>" + p("Away") + "</w:tc></w:tr>"
    table = "<w:tbl>" + row.format("<w:trPr><w:del/></w:trPr>") + row.format("").replace("Gone", "Kept") + "</w:tbl>"
    assert words(bare(body + joined + table)) == [
        "The Group reports now to the Board.",
        "The Board meets monthly.",
        "Kept\tAway",
    ]


def test_a_text_box_is_read_once_and_after_its_paragraph() -> None:
    box = f"<w:txbxContent>{p('The Chair is Ms. Penhallow.')}</w:txbxContent>"
    drawing = f"<mc:AlternateContent><mc:Choice><w:drawing>{box}</w:drawing></mc:Choice>"
    drawing += f"<mc:Fallback><w:pict><v:textbox>{box}</v:textbox></w:pict></mc:Fallback></mc:AlternateContent>"
    data = bare(f"<w:p><w:r><w:t>The Board met.</w:t></w:r><w:r>{drawing}</w:r></w:p>" + p("It closed."))
    assert words(data) == ["The Board met.", "The Chair is Ms. Penhallow.", "It closed."]


def test_links_and_results_of_fields_are_words_and_codes_and_hidden_text_are_not() -> None:
    char = "<w:r><w:fldChar w:fldCharType='{}'/></w:r>"
    code = f"{char.format('begin')}<w:r><w:instrText>REF x</w:instrText></w:r><w:r><w:t>code</w:t></w:r>"
    field = f"{code}{char.format('separate')}<w:r><w:t>Audit Panel</w:t></w:r>{char.format('end')}"
    link = "<w:hyperlink><w:r><w:t xml:space='preserve'>The Board and the </w:t></w:r></w:hyperlink>"
    hidden = "<w:r><w:rPr><w:vanish/></w:rPr><w:t> (secret)</w:t></w:r>"
    assert words(bare(f"<w:p>{link}{field}{hidden}<w:r><w:t> met.</w:t></w:r></w:p>")) == [
        "The Board and the Audit Panel met."
    ]


def test_footnotes_stand_at_the_end_and_comments_headers_and_contents_are_left_out() -> None:
    notes = '<w:footnotes xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"><w:footnote w:id="2">'
    notes += f"{p('The Panel was set up in 2012.')}</w:footnote><w:footnote w:id='3'>{p('Unused.')}</w:footnote></w:footnotes>"
    reference = '<w:r><w:footnoteReference w:id="2"/></w:r><w:r><w:commentReference w:id="0"/></w:r>'
    contents = "<w:sdt><w:sdtPr><w:docPartObj><w:docPartGallery w:val='Table of Contents'/></w:docPartObj></w:sdtPr>"
    contents += f"<w:sdtContent>{p('1. Purpose 3')}</w:sdtContent></w:sdt>"
    data = bare(
        f"{contents}<w:p><w:r><w:t>The Panel met.</w:t></w:r>{reference}</w:p>" + p("It closed."), footnotes=notes
    )
    assert words(data) == ["The Panel met.", "It closed.", "Notes", "The Panel was set up in 2012."]
    document = Document()
    document.sections[0].header.paragraphs[0].text = "Draft"
    document.add_paragraph("The Board met.")
    assert words(saved(document)) == ["The Board met."]


def test_soft_hyphens_ligatures_and_hard_spaces_are_no_part_of_words() -> None:
    assert words(bare(p("The Safe\u00adguarding Of\ufb01ce\u00a0met."))) == ["The Safeguarding Office met."]


def test_the_strict_form_of_the_format_is_read_too() -> None:
    root = '<w:document xmlns:w="http://purl.oclc.org/ooxml/wordprocessingml/main"><w:body>{}</w:body></w:document>'
    assert words(bare(root=root.format(p("The Board met.")))) == ["The Board met."]


def test_blocks_have_no_page() -> None:
    assert {b.page for b in read(bare(p("One.") + '<w:p><w:r><w:br w:type="page"/></w:r></w:p>' + p("Two.")))[1]} == {
        None
    }
