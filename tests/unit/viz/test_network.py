"""The network page: whole in itself, closed to everything else, and names in it are text."""

from __future__ import annotations

import base64
import hashlib
import json
import re
from html.parser import HTMLParser

from graph.model import Subgraph
from tests.hostile import HOSTILE
from tests.unit.viz.boroughs import body, harrowmere, line
from viz.network import network_page


class Page(HTMLParser):
    """The page as a browser takes it apart: elements with their attributes, scripts by their order, visible text."""

    def __init__(self, source: str) -> None:
        super().__init__()
        self.elements: list[tuple[str, dict[str, str | None]]] = []
        self.scripts: list[str] = []
        self.text: list[str] = []
        self._inside: str | None = None
        self.feed(source)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.elements.append((tag, dict(attrs)))
        self._inside = tag
        if tag == "script":
            self.scripts.append("")

    def handle_endtag(self, tag: str) -> None:
        self._inside = None

    def handle_data(self, data: str) -> None:
        if self._inside == "script":
            self.scripts[-1] += data
        elif self._inside != "style":
            self.text.append(data)


def test_it_asks_for_nothing() -> None:
    source = network_page(harrowmere(), "Harrowmere")

    for tag, attributes in Page(source).elements:
        assert tag not in ("link", "iframe", "object", "embed", "img", "base"), tag
        assert not {"src", "href", "srcset", "action"} & attributes.keys(), (tag, attributes)
    assert not re.search(r"bootstrap|cdnjs|jsdelivr|unpkg|@import|sourceMappingURL", source)
    assert not re.search(r"url\(\s*['\"]?(?!data:)\w+:", source)


def test_its_policy_lets_its_own_two_scripts_run_and_nothing_else() -> None:
    page = Page(network_page(harrowmere(), "Harrowmere"))

    (policy,) = [a["content"] for _, a in page.elements if a.get("http-equiv") == "Content-Security-Policy"]

    data, *scripts = page.scripts
    digests = [base64.b64encode(hashlib.sha256(script.encode()).digest()).decode() for script in scripts]
    assert json.loads(data)
    assert policy == (
        f"default-src 'none'; script-src 'sha256-{digests[0]}' 'sha256-{digests[1]}'; style-src 'unsafe-inline'; "
        "img-src data:; base-uri 'none'"
    )


def test_it_holds_every_body_and_line_as_data_and_as_text() -> None:
    view = harrowmere()

    page = Page(network_page(view, "Harrowmere"))

    data = json.loads(page.scripts[0])
    assert {node["id"] for node in data["nodes"]} == {node.id for node in view.nodes}
    assert {edge["id"] for edge in data["edges"]} == {relationship.id for relationship in view.relationships}
    said = "\n".join(page.text)
    assert "Harrowmere Borough Council reports to Improvement Board, progress, proposed" in said
    assert "Missing Children Panel, panel. Chair: not stated. Findings: no line upward" in said


def test_it_has_a_legend_and_a_labelled_search() -> None:
    page = Page(network_page(harrowmere(), "Harrowmere"))

    assert {"reports to", "part of, supports", "oversees, scrutinises", "Find"} <= {
        words.strip() for words in page.text
    }
    assert ("label", {"for": "sought"}) in page.elements


def test_markup_in_a_name_makes_no_element_and_ends_no_script() -> None:
    hostile, other = body(HOSTILE, HOSTILE, chair=HOSTILE), body("</script><!--<script>")
    plain = Page(network_page(Subgraph((body("A"), body("B")), (line(body("A"), body("B")),)), "C"))

    page = Page(network_page(Subgraph((hostile, other), (line(hostile, other, cadence=HOSTILE),)), HOSTILE))

    assert [tag for tag, _ in page.elements] == [tag for tag, _ in plain.elements]
    assert len(page.scripts) == 3
    assert {node["label"] for node in json.loads(page.scripts[0])["nodes"]} == {
        " ".join(HOSTILE.split()),
        "</script><!--<script>",
    }


def test_a_name_that_looks_like_a_place_in_the_template_stays_a_name() -> None:
    page = Page(network_page(Subgraph((body("$library $$ ${script}"),)), "$names"))

    assert "$names" in page.text
    assert json.loads(page.scripts[0])["nodes"][0]["label"] == "$library $$ ${script}"
