"""A real Chromium before a real server over the example papers; every request that leaves the server fails its test."""

from __future__ import annotations

import os
import shutil
from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from tests.browser.server import running
from tests.harrowmere import store_of_examples
from tests.hostile import hostile_paper

if TYPE_CHECKING:
    from playwright.sync_api import Browser, Page

ARGUMENTS = (
    "--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run", "--disable-background-networking",
    "--disable-component-update", "--disable-sync", "--lang=en-GB",
)  # fmt: skip


def chromium() -> str | None:
    """The browser that the machine has: $ANSWERABLE_CHROMIUM, else chromium on the path."""
    named = os.environ.get("ANSWERABLE_CHROMIUM")
    if named:
        return named if Path(named).exists() else None
    return shutil.which("chromium") or shutil.which("chromium-browser")


def _missing(what: str) -> None:
    """Skip, or fail where a browser is required."""
    if os.environ.get("ANSWERABLE_REQUIRE_BROWSER") == "1":
        pytest.fail(f"{what}, and ANSWERABLE_REQUIRE_BROWSER=1 asks for the browser tests")
    pytest.skip(f"{what}. Install Debian's chromium and the extra `dev`, or name a browser in ANSWERABLE_CHROMIUM.")


@pytest.fixture(scope="session")
def browser() -> Iterator[Browser]:
    """One Chromium for all tests."""
    executable = chromium()
    if executable is None:
        _missing("no Chromium found")
    try:
        from playwright.sync_api import sync_playwright
    except ImportError:
        _missing("playwright is not installed")
    with sync_playwright() as playwright:
        started = playwright.chromium.launch(executable_path=executable, args=list(ARGUMENTS))
        yield started
        started.close()


@pytest.fixture(scope="session")
def address(browser: Browser, tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """Where the explorer is served: the example papers, and one paper that names a body with markup in its name."""
    folder = tmp_path_factory.mktemp("explorer")
    with store_of_examples(folder / "store", hostile_paper()) as store, running(store) as base:
        yield base


@pytest.fixture(scope="session")
def empty_address(browser: Browser, tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """Where an explorer without papers is served."""
    from graph.stores import open_store

    with open_store(str(tmp_path_factory.mktemp("empty") / "store")) as store, running(store) as base:
        yield base


class Watched:
    """What a page asked for and what it complained about while it was open."""

    def __init__(self, page: Page) -> None:
        self.requests: list[str] = []
        self.complaints: list[str] = []
        page.on("request", lambda request: self.requests.append(request.url))
        page.on("pageerror", lambda error: self.complaints.append(str(error)))
        page.on("console", lambda message: self.complaints.append(message.text) if message.type == "error" else None)


@pytest.fixture
def watched(page: Page) -> Watched:
    """The requests and errors of `page`."""
    return page.watched  # type: ignore[attr-defined, no-any-return]


@pytest.fixture
def page(browser: Browser, request: pytest.FixtureRequest) -> Iterator[Page]:
    """A page of 1440 × 900, or of `@pytest.mark.parametrize("page", [(400, 800)], indirect=True)`.

    Afterwards no request has left the server and nothing was written to the console as an error.
    """
    width, height = getattr(request, "param", (1440, 900))
    context = browser.new_context(viewport={"width": width, "height": height}, locale="en-GB")
    context.set_default_timeout(15_000)
    opened = context.new_page()
    watch = opened.watched = Watched(opened)  # type: ignore[attr-defined]
    yield opened
    elsewhere = [url for url in watch.requests if not url.startswith(("http://127.0.0.1:", "data:", "blob:"))]
    context.close()
    assert elsewhere == []
    assert watch.complaints == []
