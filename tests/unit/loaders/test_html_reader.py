"""Web pages become blocks of what they say, without what leads round the site."""

from __future__ import annotations

import pytest

from graph.errors import DocumentError
from loaders.readers import html


def kinds(page: str | bytes) -> list[tuple[str, str | None, str]]:
    text, blocks = html.read(page if isinstance(page, bytes) else page.encode(), "paper.html")
    return [(b.kind, b.number, text[b.start : b.end]) for b in blocks]


def words(page: str | bytes) -> list[str]:
    return [w for _, _, w in kinds(page)]


def cells(page: str) -> list[list[str]]:
    text, blocks = html.read(page.encode(), "paper.html")
    return [[text[a:b] for a, b in block.cells] for block in blocks if block.cells]


def test_headings_keep_their_level_and_number() -> None:
    text, blocks = html.read(b"<h1>Terms</h1><h3>2. Purpose</h3><p>The Board meets.</p>", "x.html")
    assert [(b.level, b.number, text[b.start : b.end]) for b in blocks][:2] == [
        (1, None, "Terms"),
        (3, "2.", "Purpose"),
    ]


def test_what_leads_round_the_site_is_left_out() -> None:
    page = """<header><a>Home</a></header><nav>Menu</nav><div class="cookie-banner">Cookies</div>
    <div id="breadcrumbTrail">You are here</div><ul class="pagination"><li>2</li></ul><aside>See also</aside>
    <div class="related-links">Other</div><p hidden>Not shown</p><p style="display: none">Nor this</p><script>x()</script>
    <a class="skip-link">Skip</a><p>The Board meets.</p><footer>Contact us</footer>"""
    assert words(page) == ["The Board meets."]


def test_what_only_sounds_like_a_menu_is_kept() -> None:
    page = """<div class="no-sidebar social-care"><p>The Board meets.</p></div>
    <div class="has-navigation"><p>It is quorate.</p></div><div class="page-menu-wrapper"><h1>Terms</h1></div>"""
    assert words(page) == ["The Board meets.", "It is quorate.", "Terms"]


def test_the_main_part_of_a_page_is_read_where_it_says_enough() -> None:
    long = "<p>The Board reports to the Council at each of its meetings and the Clerk keeps a list of all that it says there.</p>"
    around = "<div>Opening hours</div>{}<div>Find your bins</div>"
    assert len(words(around.format(f"<main>{long}</main>"))) == 1
    assert len(words(around.format(f'<div id="content">{long}</div>'))) == 1
    assert len(words(around.format("<main><p>Search</p></main>"))) == 3


def test_a_header_inside_an_article_is_of_the_text() -> None:
    assert words("<article><header><h1>Terms</h1></header><p>The Board meets.</p></article>") == [
        "Terms",
        "The Board meets.",
    ]


def test_a_page_without_any_heading_has_its_title() -> None:
    assert words("<title>Audit Panel | Harrowmere</title><p>The Panel meets.</p>")[0] == "Audit Panel | Harrowmere"
    assert words("<title>Site</title><h2>Audit Panel</h2><p>The Panel meets.</p>")[0] == "Audit Panel"


def test_a_body_that_only_the_title_of_a_page_names_is_not_lost() -> None:
    page = "<title>Audit Panel | Thornacre Borough Council</title><h2>Audit Panel</h2><p>The Panel meets.</p>"
    assert words(page)[-1] == "Page title: Thornacre Borough Council"
    assert "Page title" not in " ".join(words(page.replace("The Panel", "Thornacre Borough Council: the Panel")))


def test_lists_count_as_the_page_tells_them_to() -> None:
    page = """<ol start="3"><li>The Clerk will write.</li><li value="9">The Chair will call.</li></ol>
    <ol type="a"><li>The Board will meet.<ol type="i"><li>In May, it will vote.</li></ol></li></ol>
    <ol reversed start="2"><li>Second of all.</li><li>First of all.</li></ol><ul><li>Any other.</li></ul>"""
    assert [n for _, n, _ in kinds(page)] == ["3.", "9.", "a.", "i.", "2.", "1.", None]


def test_terms_with_definitions_and_headed_rows_of_two_columns_are_fields() -> None:
    page = """<dl><dt>Chair</dt><dd>Councillor Osei</dd><dt>Clerk<dd>Ms. Roe</dl>
    <table><tr><th>Body</th><td>Cabinet</td></tr><tr><th>Date</th><td>4 June 2013</td></tr></table>"""
    assert cells(page) == [
        ["Chair", "Councillor Osei"],
        ["Clerk", "Ms. Roe"],
        ["Body", "Cabinet"],
        ["Date", "4 June 2013"],
    ]


def test_cells_stand_in_their_columns_whatever_is_merged() -> None:
    page = """<table><thead><tr><th>Body<th>Name<th>Role</thead><tr><td rowspan="2">NHS<td>A. Osei<td>Chair
    <tr><td>B. Roe<td>Member<br>since May<tr><td colspan="2">Both<td>x</table>"""
    assert cells(page) == [
        ["Body", "Name", "Role"],
        ["NHS", "A. Osei", "Chair"],
        ["NHS", "B. Roe", "Member\nsince May"],
        ["Both", "", "x"],
    ]


def test_an_agenda_laid_out_as_a_table_is_text_with_its_numbers() -> None:
    page = """<div class="mgContent"><h1>Agenda</h1><table class="mgItemTable"><tr><td><p class="mgAiTitleTxt">12.</p></td>
    <td><p class="mgAiTitleTxt">Declarations of interest</p><div class="mgWordPara"><p>There were none.</p></div></td></tr>
    <tr><td><p>13.</p></td><td><p class="mgAiTitleTxt">Terms of the Panel</p><p>The Panel reports to the Cabinet.</p></td>
    </tr></table></div>"""
    assert kinds(page) == [
        ("heading", None, "Agenda"),
        ("heading", "12.", "Declarations of interest"),
        ("paragraph", None, "There were none."),
        ("heading", "13.", "Terms of the Panel"),
        ("paragraph", None, "The Panel reports to the Cabinet."),
    ]


def test_attendance_tables_of_committee_systems_are_rows() -> None:
    page = """<h2>Attendance details</h2><table class="mgInteractiveTable"><tr><th>Attendee</th><th>Role</th>
    <th>Attendance</th></tr><tr><td><a href="x">Councillor D. Osei</a></td><td>Chair</td><td>Present</td></tr></table>"""
    assert cells(page) == [["Attendee", "Role", "Attendance"], ["Councillor D. Osei", "Chair", "Present"]]


def test_white_space_is_as_a_browser_shows_it_and_marks_of_notes_are_not_words() -> None:
    page = "<p>The   <b>Safe</b>guarding\n Board<sup>1</sup> met on the 2<sup>nd</sup>\xa0May.<br>It closed &amp; left.</p><pre>a\n b</pre>"
    assert words(page) == ["The Safeguarding Board met on the 2nd May.\nIt closed & left.", "a\nb"]


def test_what_is_struck_out_is_not_said() -> None:
    assert words("<p>The Panel <del>reports</del><ins>answers</ins> to <s>nobody</s>the Board.</p>") == [
        "The Panel answers to the Board."
    ]


@pytest.mark.parametrize(
    ("declared", "encoding"),
    [
        *(("<meta charset=windows-1252>", "cp1252"), ("<meta charset='ISO-8859-1'>", "cp1252"), ("", "cp1252")),
        *(("", "utf-8"), ("<meta charset=utf-8>", "cp1252"), ("<meta charset=rot13>", "utf-8"), ("", "utf-16")),
    ],
)
def test_the_encoding_is_the_one_declared_or_told_by_the_bytes(declared: str, encoding: str) -> None:
    page = f"<html><head>{declared}</head><body><p>The Board’s plan – agreed by all of its members.</p></body></html>"
    assert words(page.encode(encoding)) == ["The Board’s plan – agreed by all of its members."]


def test_a_page_without_words_is_refused() -> None:
    with pytest.raises(DocumentError, match="no words"):
        html.read(b"<html><body><script>draw()</script></body></html>", "x.html")


@pytest.mark.parametrize(
    "tag", ["div", "table><tr><td", "ul><li", "ol><li", "b", "blockquote", "dl><dd", "article", "p"]
)
def test_pages_nested_without_end_are_read_all_the_same(tag: str) -> None:
    assert words(f"<{tag}>" * 10_000 + "The Board meets.") == ["The Board meets."]
