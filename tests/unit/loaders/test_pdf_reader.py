"""A PDF says what its paper says: blocks in reading order, each with its page, the margins gone, and clear refusals."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Sequence
from pathlib import Path

import pytest
from reportlab.lib.pagesizes import A4, landscape
from reportlab.lib.pdfencrypt import StandardEncryption
from reportlab.pdfgen.canvas import Canvas
from reportlab.platypus import Paragraph

from graph.errors import DocumentError
from graph.model import Extraction
from loaders.pipeline import load_path
from loaders.readers import pdf
from tests.unit.loaders.printing import (
    BODY,
    HEADING,
    HEIGHT,
    TITLE,
    WIDTH,
    drawn,
    flowed,
    lines,
    picture,
    printed,
    table,
)

EXAMPLES = Path(__file__).parents[3] / "data" / "examples"
SENTENCE = (
    "The Board heard that the partners of the hub had agreed to share premises from the spring and that the costs would "
    "be met by each of them in equal parts. "
)


def read(data: bytes) -> list[tuple[str, str]]:
    """Kind and words of each block; the cells of rows and fields are parted by a bar."""
    text, blocks, _ = pdf.read(data, "paper.pdf")
    for block in blocks:
        assert all(block.start <= a <= b <= block.end for a, b in block.cells)
    return [(b.kind, " | ".join(text[x:y] for x, y in b.cells) if b.cells else text[b.start : b.end]) for b in blocks]


def refusal(data: bytes) -> str:
    with pytest.raises(DocumentError) as caught:
        pdf.read(data, "paper.pdf")
    return str(caught.value)


def statements(extraction: Extraction) -> Counter[tuple[str, str, str, str]]:
    return Counter((s.subject.name, s.predicate, s.object.name, s.modality) for s in extraction.statements)


@pytest.mark.parametrize("paper", sorted(p.name for p in EXAMPLES.glob("20*")))
def test_a_paper_says_in_print_what_it_says_as_text(paper: str, tmp_path: Path) -> None:
    source = EXAMPLES / paper
    (tmp_path / "paper.pdf").write_bytes(printed(source.read_text(encoding="utf-8"), head="Harrowmere papers"))
    assert statements(load_path(tmp_path / "paper.pdf")) == statements(load_path(source))


def test_every_statement_has_its_page_and_its_words(tmp_path: Path) -> None:
    data = printed((EXAMPLES / "2014-11-20-scrutiny-commission-pack.md").read_text(encoding="utf-8"))
    (tmp_path / "pack.pdf").write_bytes(data)
    extraction = load_path(tmp_path / "pack.pdf")
    assert {s.span.page for s in extraction.statements} == {1, 2, 3, 4, 5, 6}
    assert all(extraction.document.text[s.span.start : s.span.end] == s.span.quote for s in extraction.statements)


def test_larger_type_is_a_heading_with_its_level_and_number() -> None:
    flow = [Paragraph("Annual report", TITLE), Paragraph("3.2 Early help", HEADING), Paragraph(SENTENCE * 3, BODY)]
    text, blocks, _ = pdf.read(flowed(flow), "paper.pdf")
    found = [(b.kind, b.level, b.number, text[b.start : b.end]) for b in blocks]
    assert found[:2] == [("heading", 1, None, "Annual report"), ("heading", 2, "3.2", "Early help")]
    assert found[2][3] == (SENTENCE * 3).strip()


def test_running_heads_page_numbers_and_stamps_are_not_of_the_paper() -> None:
    flow = [Paragraph(f"{SENTENCE[i % 40 :]}", BODY) for i in range(60)]
    words = " ".join(w for _, w in read(flowed(flow, head="Cabinet - 12/03/14", foot="Page {page}")))
    assert "12/03/14" not in words
    assert "Page" not in words
    assert words.count("share premises") == 60

    def stamped(canvas: Canvas) -> None:
        canvas.drawRightString(WIDTH - 40, HEIGHT - 30, "Agenda Item 4")
        canvas.drawCentredString(WIDTH / 2, 30, "7")
        canvas.drawString(72, HEIGHT - 120, "The Board met.")
        canvas.translate(200, 300)
        canvas.rotate(45)
        canvas.setFont("Helvetica", 60)
        canvas.drawString(0, 0, "DRAFT")

    assert ("paragraph", "The Board met.") in read(drawn(stamped))
    assert not any("DRAFT" in w or "Agenda" in w for _, w in read(drawn(stamped)))


def test_a_sentence_that_a_page_break_cuts_is_one_paragraph_on_its_first_page() -> None:
    flow = [Paragraph(SENTENCE * 40, BODY), Paragraph("The end.", BODY)]
    text, blocks, _ = pdf.read(flowed(flow, foot="{page}"), "paper.pdf")
    assert [(b.page, text[b.start : b.end]) for b in blocks] == [(1, (SENTENCE * 40).strip()), (2, "The end.")]


def test_words_cut_at_the_end_of_a_line_are_whole_and_compounds_keep_their_hyphen() -> None:
    data = drawn(
        lines(
            [
                "The multi-",
                "agency hub met the safe-",
                "guarding lead. Safeguarding is its task, not",
                "multi-agency work.",
            ]
        )
    )
    words = " ".join(w for _, w in read(data))
    assert "The multi-agency hub met the safeguarding lead." in words


def test_items_hang_on_their_numbers_and_bullets_whatever_the_font() -> None:
    def page(canvas: Canvas) -> None:
        for i, (mark, words) in enumerate(
            (("1.", "Note the plan"), ("2.", "Ask the Board"), ("\u2022", "Tell schools"))
        ):
            canvas.setFont("Symbol" if mark == "\u2022" else "Helvetica", 11)
            canvas.drawString(72, 700 - 14 * i, mark)
            canvas.setFont("Helvetica", 11)
            canvas.drawString(108, 700 - 14 * i, words)

    text, blocks, _ = pdf.read(drawn(page), "paper.pdf")
    found = [(b.kind, b.number, text[b.start : b.end]) for b in blocks]
    assert found == [("item", "1.", "Note the plan"), ("item", "2.", "Ask the Board"), ("item", None, "Tell schools")]


def test_a_list_of_contents_loses_its_dots_and_page_numbers() -> None:
    data = drawn(lines(["Introduction " + "." * 60 + " 3", "Membership " + "." * 60 + " 12"]))
    assert read(data) == [("paragraph", "Introduction\nMembership")]


def test_a_label_keeps_the_list_beside_it_a_name_a_line() -> None:
    def page(canvas: Canvas) -> None:
        canvas.drawString(72, 700, "Present:")
        for i, name in enumerate(("Councillor P. Whitlow (Chair)", "Councillor R. Ibbotson", "Mrs V. Sandiford")):
            canvas.drawString(160, 700 - 14 * i, name)

    assert read(drawn(page)) == [
        ("field", "Present | Councillor P. Whitlow (Chair)\nCouncillor R. Ibbotson\nMrs V. Sandiford")
    ]


def test_three_lines_in_columns_are_rows_without_any_rule() -> None:
    rows = [("Name", "Organisation", "Role"), ("R. Mensah", "HSCB", "Chair"), ("T. Amory", "", "Officer")]

    def page(canvas: Canvas) -> None:
        for i, row in enumerate(rows):
            for x, words in zip((72, 200, 380), row, strict=True):
                canvas.drawString(x, 700 - 16 * i, words)

    assert read(drawn(page)) == [("row", " | ".join(row)) for row in rows]


def test_names_set_in_two_columns_are_one_list_and_nobody_is_beside_a_post() -> None:
    def page(canvas: Canvas) -> None:
        canvas.drawString(72, 714, "Present:")
        for i, (left, right) in enumerate(
            (("Councillor D. Osei (Chair)", "Mrs L. Farrant"), ("Cllr T. Brankin", "Dr N. Okafor"))
        ):
            canvas.drawString(72, 690 - 14 * i, left)
            canvas.drawString(320, 690 - 14 * i, right)

    assert read(drawn(page))[1:] == [
        ("paragraph", "Councillor D. Osei (Chair)\nCllr T. Brankin\nMrs L. Farrant\nDr N. Okafor")
    ]


COUNCILLORS = (
    ("Councillor Ada Brook (Chair)", "Councillor Jo Marsh", "Councillor Una Reyes"),
    ("Councillor Sam Tolliver (Vice-Chair)", "Councillor Ian Orde", "Councillor Ella Pike"),
    ("Councillor Ros Amory", "Councillor Tom Kaye", "Councillor Meg Lomas"),
)
OFFICERS = (
    ("Gwen Ibbotson", "Director of Communities"),
    ("Simon Oldroyd", "Head of Environmental Health"),
    ("Leonie Farrant", "Democratic Services Officer"),
)

Group = tuple[Sequence[float], Sequence[Sequence[str]]]
"""Where its columns begin, and its rows."""


def minutes(groups: Sequence[Group], leading: float, apart: float) -> Callable[[Canvas], None]:
    """Draws minutes with groups of rows in columns `leading` points apart, each group `apart` from the one before."""

    def draw(canvas: Canvas) -> None:
        level = HEIGHT - 80
        for title in ("Harrowmere Borough Council", "Public Protection Committee", "Minutes of 14 May 2024"):
            canvas.drawString(50, level, title)
            level -= 22
        for places, rows in groups:
            level -= apart - leading
            for row in rows:
                for x, words in zip(places, row, strict=False):
                    canvas.drawString(x, level, words)
                level -= leading
        canvas.drawString(50, level - 30, "1. BUSINESS")
        canvas.drawString(50, level - 50, "The report was noted.")

    return draw


def said_of(draw: Callable[[Canvas], None], predicate: str, folder: Path) -> set[tuple[str, str]]:
    (folder / "minutes.pdf").write_bytes(drawn(draw))
    found = load_path(folder / "minutes.pdf").statements
    return {(s.subject.name, s.object.name) for s in found if s.predicate == predicate}


@pytest.mark.parametrize("across", [2, 3])
@pytest.mark.parametrize(("leading", "apart"), [(13, 13), (15, 24), (15, 40), (22, 26), (28, 28)])
def test_councillors_in_columns_all_attended_and_none_is_the_post_of_another(
    across: int, leading: float, apart: float, tmp_path: Path
) -> None:
    groups: list[Group] = [
        ((50,), [("Present:",)]),
        ((50, 250, 400), [row[:across] for row in COUNCILLORS]),
        ((50,), [("Officers in attendance:",)]),
        ((50, 250), OFFICERS),  # the same columns as those above
    ]
    draw = minutes(groups, leading, apart)
    people = {" ".join(name.split()[1:3]) for row in COUNCILLORS for name in row[:across]} | {n for n, _ in OFFICERS}
    assert {person for person, _ in said_of(draw, "ATTENDED", tmp_path)} == people
    assert said_of(draw, "HOLDS_POST", tmp_path) == set(OFFICERS)


def test_names_without_titles_in_columns_all_attended(tmp_path: Path) -> None:
    rows = [[name.replace("Councillor ", "") for name in row[:2]] for row in COUNCILLORS]
    draw = minutes([((50,), [("Present:",)]), ((50, 300), rows)], 15, 24)
    assert len(said_of(draw, "ATTENDED", tmp_path)) == 6


@pytest.mark.parametrize("count", [1, 2, 3])
@pytest.mark.parametrize("header", [(), (("Name", "Post"),)])
@pytest.mark.parametrize(("leading", "apart"), [(15, 15), (15, 24), (22, 30)])
def test_names_and_posts_in_columns_are_a_row_a_line(
    count: int, header: tuple[tuple[str, str], ...], leading: float, apart: float, tmp_path: Path
) -> None:
    groups: list[Group] = [((50,), [("Officers in attendance:",)]), ((50, 300), [*header, *OFFICERS[:count]])]
    draw = minutes(groups, leading, apart)
    assert said_of(draw, "HOLDS_POST", tmp_path) == set(OFFICERS[:count])
    assert {person for person, _ in said_of(draw, "ATTENDED", tmp_path)} == {name for name, _ in OFFICERS[:count]}


def test_a_header_that_stands_off_makes_no_cell_of_the_lines_below_it() -> None:
    def page(canvas: Canvas) -> None:
        for level, row in zip((700, 670, 655, 640), [("Name", "Post"), *OFFICERS], strict=True):
            for x, words in zip((72, 300), row, strict=True):
                canvas.drawString(x, level, words)

    assert read(drawn(page)) == [("row", " | ".join(row)) for row in [("Name", "Post"), *OFFICERS]]


def test_a_cell_goes_on_where_the_other_columns_are_empty_and_rows_stand_apart() -> None:
    lines = [
        (700, "Gwen Ibbotson", "Director of Communities"),
        (686, "", "Harrowmere Borough Council"),
        (660, "Simon Oldroyd", "Head of Environmental Health"),
        (646, "", "Harrowmere Borough Council"),
        (620, "Leonie Farrant", "Clerk"),
    ]

    def page(canvas: Canvas) -> None:
        for level, name, post in lines:
            canvas.drawString(72, level, name)
            canvas.drawString(300, level, post)

    assert [words.split(" | ")[0] for _, words in read(drawn(page))] == [name for _, name, _ in lines if name]
    first = " ".join(read(drawn(page))[0][1].split())
    assert first == "Gwen Ibbotson | Director of Communities Harrowmere Borough Council"


def test_a_ruled_table_over_three_pages_is_one_with_one_header_and_whole_cells() -> None:
    rows = [
        ["Strand", "Lead", "Due"],
        *([f"{i}. Strand of work", "Head of Learning, Harrowmere Borough Council", ""] for i in range(60)),
    ]
    found = read(flowed([table(rows, [120, 160, 80])], foot="Page {page}"))
    assert found == [("row", " | ".join(row)) for row in rows]


def test_a_cell_that_a_page_break_cuts_is_one_cell() -> None:
    rows = [["Strand", "What was done"], ["Early help", (SENTENCE * 24).strip()]]
    found = read(flowed([table(rows, [100, 300])], foot="Page {page}"))
    assert " ".join(w for _, w in found).count("Early help") == 1
    assert "\n" not in found[-1][1]
    assert found[-1][1].endswith((SENTENCE * 24).strip())


def test_rules_drawn_as_thin_boxes_enclose_cells_and_empty_ones_stay_empty() -> None:
    def page(canvas: Canvas) -> None:
        for y in (610, 640, 680, 700):
            canvas.rect(72, y, 451, 0.5, stroke=0, fill=1)
        for x in (72, 200, 400, 523):
            canvas.rect(x, 610, 0.5, 90, stroke=0, fill=1)
        for x, y, words in (
            (77, 686, "Action"), (205, 686, "Owner"), (405, 686, "Due"), (77, 668, "Prepare a chart of the"),
            (77, 655, "groups"), (405, 668, "March 2014"), (77, 626, "Tell schools"), (205, 626, "Named Nurse"),
        ):  # fmt: skip
            canvas.drawString(x, y, words)

    assert read(drawn(page)) == [
        ("row", "Action | Owner | Due"),
        ("row", "Prepare a chart of the groups |  | March 2014"),
        ("row", "Tell schools | Named Nurse | "),
    ]


def test_a_table_that_lays_out_a_text_is_read_as_a_text() -> None:
    cells = "<br/>".join(f"{i}. {SENTENCE}" for i in range(1, 5))
    flow = table([["Item", "Minute"], ["Hub", "x"]], [60, 380])
    flow._cellvalues[1][1] = Paragraph(cells, BODY)  # type: ignore[attr-defined]
    assert [k for k, _ in read(flowed([flow]))] == ["row", "heading", "item", "item", "item", "item"]


def test_two_columns_of_text_are_read_one_after_the_other() -> None:
    def page(canvas: Canvas) -> None:
        canvas.setFont("Helvetica-Bold", 16)
        canvas.drawString(72, 780, "Newsletter of the Board")
        canvas.setFont("Helvetica", 11)
        for i in range(12):  # the file draws line by line, across both columns
            canvas.drawString(56, 700 - 14 * i, f"left words number {i} of the running text")
            canvas.drawString(310, 700 - 14 * i, f"right words number {i} of the running text")

    words = " ".join(w for _, w in read(drawn(page)))
    assert words.index("left words number 11") < words.index("right words number 0")
    assert words.startswith("Newsletter of the Board")


@pytest.mark.parametrize("turned", [90, 180, 270])
def test_a_page_that_lies_on_its_side_is_read_upright(turned: int) -> None:
    def page(canvas: Canvas) -> None:
        canvas.translate(*{90: (WIDTH, 0), 180: (WIDTH, HEIGHT), 270: (0, HEIGHT)}[turned])
        canvas.rotate(turned)
        for i, words in enumerate(("The Silver Group reports to the Sub Group", "and meets every six weeks.")):
            canvas.drawString(72, 400 - 14 * i, words)

    (found,) = read(drawn(page))
    assert found[1].replace("\n", " ") == "The Silver Group reports to the Sub Group and meets every six weeks."


def test_short_lines_of_a_wide_page_stay_apart() -> None:
    data = drawn(
        lambda c: [c.drawString(72, 500 - 14 * i, f"Councillor number {i}") for i in range(3)], size=landscape(A4)
    )
    assert read(data) == [("paragraph", "Councillor number 0\nCouncillor number 1\nCouncillor number 2")]


def test_pages_that_are_only_pictures_are_told(tmp_path: Path) -> None:
    words = lines(["The Board met."])
    (tmp_path / "paper.pdf").write_bytes(drawn(words, picture, words, picture, picture, lambda c: None))
    (notice,) = load_path(tmp_path / "paper.pdf").document.notices
    assert notice.startswith("pages 2, 4-5 are pictures without text")


def test_a_paper_without_any_text_is_refused_with_the_way_out() -> None:
    assert "none of its 2 pages has text: it looks scanned" in refusal(drawn(picture, picture))
    assert "OCR" in refusal(drawn(picture))


@pytest.mark.parametrize(
    ("data", "problem"),
    [
        (b"", "it is empty"),
        (b"Minutes of the Board", "it is no PDF"),
        (drawn(lines(["The Board met."]))[:400], "it is damaged or cut short"),
        (drawn(lines(["The Board met."]), encrypt=StandardEncryption("word", "owner")), "only with a password"),
        (drawn(*[lambda c: None] * 5001), "5,001 pages, more than the limit of 5,000"),
    ],
    ids=["empty", "mislabelled", "cut short", "locked", "too long"],
)
def test_what_cannot_be_read_says_why_and_what_to_do(data: bytes, problem: str) -> None:
    message = refusal(data)
    assert message.startswith("paper.pdf: ")
    assert problem in message


def test_a_paper_locked_against_printing_only_is_read() -> None:
    assert read(drawn(lines(["The Board met."]), encrypt=StandardEncryption("", "owner"))) == [
        ("paragraph", "The Board met.")
    ]


def test_a_page_with_far_too_many_letters_is_left_out_and_told() -> None:
    flood = drawn(
        lambda c: [c.drawString(10, 2 * i, f"{i} {'abcdefghij' * 20}") for i in range(400)], lines(["The Board met."])
    )
    text, _, notices = pdf.read(flood, "paper.pdf")
    assert text == "The Board met."
    assert notices == ("page 1 left out: more than 60,000 characters on one page",)
