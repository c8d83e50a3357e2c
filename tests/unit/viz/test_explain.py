"""The page that explains how a paper was read."""

from __future__ import annotations

import re
from html import unescape
from pathlib import Path

import pytest
from selectolax.lexbor import LexborHTMLParser

from loaders.pipeline import explain
from tests.unit.loaders.reading import NAMES
from viz.explain import explanation_page

PAPER = f"""{NAMES}
# The <b>structure</b> & its "lines"

The Silver Group reports to the HSCB quarterly. The Group is not chaired by anybody.

Name\tPost
Councillor A Byrne\tChair of the Silver Group
"""


@pytest.fixture
def page(tmp_path: Path) -> LexborHTMLParser:
    paper = tmp_path / "structure.md"
    paper.write_text(PAPER, encoding="utf-8")
    return LexborHTMLParser(explanation_page(*explain(paper, "<script>alert(1)</script>.md")))


def test_every_statement_is_listed_with_its_rule_and_its_words_are_marked(
    page: LexborHTMLParser, tmp_path: Path
) -> None:
    extraction, _ = explain(tmp_path / "structure.md")
    listed = page.css("#statements li")
    assert [li.attributes["data-rule"] for li in listed] == [s.rule for s in extraction.statements] != []
    for index, statement in enumerate(extraction.statements):
        pieces = [
            n.text() for n in page.css("#paper span[data-s]") if str(index) in (n.attributes["data-s"] or "").split()
        ]
        assert re.sub(r"\W", "", "".join(pieces)) == re.sub(r"\W", "", statement.span.quote)


def test_names_and_references_are_marked_with_what_they_mean_and_how_that_is_known(page: LexborHTMLParser) -> None:
    titles = [unescape(n.attributes["title"] or "") for n in page.css("#paper .name")]
    assert any("Body: " in title and "(name:" in title for title in titles)
    assert any("(reference)" in (n.attributes["title"] or "") for n in page.css("#paper .reference"))


def test_a_page_runs_its_own_script_only_and_shows_hostile_names_as_words(page: LexborHTMLParser) -> None:
    assert len(page.css("script")) == 1
    policy = page.css_first("meta[http-equiv]").attributes["content"] or ""
    assert policy.startswith("default-src 'none'; script-src 'sha256-")
    assert "<script>alert(1)</script>" in page.css_first("header p").text()
