"""The network page opened from a folder, without a network: it draws, it finds a body, and a hostile name stays text."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from graph.model import Subgraph
from tests.hostile import HOSTILE
from tests.unit.viz.boroughs import body, harrowmere
from viz.network import network_page

if TYPE_CHECKING:
    from playwright.sync_api import Browser

pytestmark = pytest.mark.browser


def test_it_works_from_a_file_with_the_network_off(browser: Browser, tmp_path: Path) -> None:
    view = harrowmere()
    file = tmp_path / "network.html"
    file.write_text(network_page(Subgraph((*view.nodes, body(HOSTILE)), view.relationships), HOSTILE), encoding="utf-8")
    page = browser.new_page()
    complaints: list[str] = []
    requests: list[str] = []
    page.on("pageerror", lambda error: complaints.append(str(error)))
    page.on("console", lambda message: complaints.append(message.text))
    page.on("request", lambda request: requests.append(request.url))
    page.context.set_offline(True)

    page.goto(file.as_uri())
    page.wait_for_selector("canvas")
    page.get_by_label("Find").fill("silver")
    page.keyboard.press("Enter")

    assert page.get_by_role("status").inner_text() == (
        "Silver Group, operational group. Chair: Det. Supt (post). 11 members"
    )
    page.get_by_label("Find").fill("Panel <img")
    page.keyboard.press("Enter")
    assert page.get_by_role("status").inner_text().startswith("Panel <img src=x onerror=")
    assert page.title() == " ".join(HOSTILE.split())
    assert complaints == []
    assert requests == [file.as_uri()]
    page.close()
