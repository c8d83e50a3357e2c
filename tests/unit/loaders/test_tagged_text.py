"""Text that is a web page's source, saved as text or Markdown."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from loaders.readers.tagged import FEWEST, untagged
from loaders.readers.text import read

PAGE = """<style>li { list-style: none; }</style>
<div class="left"><h1>COMMITTEES</h1>
<h2>Audit &amp; Risk</h2>
<p><em>Charge:</em> Oversees the accounts.</p>
<ul><li>Ruth Mensah <strong>(chair)</strong></li>
<li>Amir Byrne</li><li>Cara Dale</li></ul>
<!-- SECOND COLUMN -->
<h2>Harbour Panel</h2><p>Meets<br>monthly.</p><p>Open to all.</p></div>
"""


def test_a_page_is_read_by_its_tags_and_its_text_stays_as_it_is() -> None:
    text, blocks = read(PAGE.encode(), "page.md")
    assert text == PAGE
    shown = untagged(text)
    assert [(b.kind, b.level, " ".join(shown[b.start : b.end].split())) for b in blocks] == [
        ("heading", 1, "COMMITTEES"),
        ("heading", 2, "Audit & Risk"),
        ("field", None, "Charge: Oversees the accounts."),
        ("item", None, "Ruth Mensah **(chair)**"),
        ("item", None, "Amir Byrne"),
        ("item", None, "Cara Dale"),
        ("heading", 2, "Harbour Panel"),
        ("paragraph", None, "Meets monthly."),
        ("paragraph", None, "Open to all."),
    ]


def test_a_text_with_few_tags_is_left_as_it_is() -> None:
    residue = "<p>" * (FEWEST - 1) + "The Board meets."
    assert untagged(residue) == residue


@given(
    st.lists(
        st.sampled_from(
            ["<p>", "</p>", "<li>", "</h2>", "<h2>", "<br/>", "<b>", "&amp;", "<", ">", "a b", "\n", "<td x='"]
        )
    )
)
def test_every_character_keeps_its_place(pieces: list[str]) -> None:
    text = "<p>" * FEWEST + "".join(pieces)
    assert len(untagged(text)) == len(text)
