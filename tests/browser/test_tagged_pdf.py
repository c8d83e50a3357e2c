"""What Chromium prints as a tagged PDF is read by its tags: titles, lists, tables, and no header or footer."""

from __future__ import annotations

import pytest
from playwright.sync_api import Browser

from loaders.readers import pdf

pytestmark = pytest.mark.browser

PAPER = """<html lang="en"><body><h1>Harrowmere Safeguarding Children Board</h1>
<p>Thursday, 19th September, 2013</p><h2>1. Aims</h2>
<ol><li>agree the Exploitation Action Plan and keep it under review with all of its partners in every part of the borough
<li>test whether it works</ol><ul><li>share learning</ul>
<table><tr><th>Name<th>Post<th>Organisation</tr><tr><td>R. Mensah<td>Independent Chair<td>HSCB</tr>
<tr><td>S. Featherby<td>Lay Member<td></tr></table></body></html>"""


def test_a_page_printed_by_chromium_has_its_titles_lists_and_tables(browser: Browser) -> None:
    page = browser.new_page()
    page.set_content(PAPER)
    data = page.pdf(tagged=True, format="A4", display_header_footer=True)
    page.close()
    text, blocks, _ = pdf.read(data, "paper.pdf")
    found = [
        (b.kind, b.number, " | ".join(text[x:y] for x, y in b.cells) if b.cells else text[b.start : b.end])
        for b in blocks
    ]
    assert found == [
        ("heading", None, "Harrowmere Safeguarding Children Board"),
        ("paragraph", None, "Thursday, 19th September, 2013"),
        ("heading", "1.", "Aims"),
        (
            "item",
            "1.",
            "agree the Exploitation Action Plan and keep it under review with all of its partners in every part of the borough",
        ),
        ("item", "2.", "test whether it works"),
        ("item", None, "share learning"),
        ("row", None, "Name | Post | Organisation"),
        ("row", None, "R. Mensah | Independent Chair | HSCB"),
        ("row", None, "S. Featherby | Lay Member | "),
    ]
