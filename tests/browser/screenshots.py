"""Writes docs/explorer.png from the example papers: `make screenshots`. Look at it before you commit it."""

from __future__ import annotations

import sys
import tempfile
from pathlib import Path

from tests.browser.conftest import ARGUMENTS, chromium
from tests.browser.server import running
from tests.harrowmere import store_of_examples

DOCS = Path(__file__).parents[2] / "docs"
SUB_GROUP = "Exploitation Sub Group"
QUESTION = "who is accountable for the Exploitation Action Plan?"
AS_AT = "2013-12-10"


def main() -> None:
    """Take the picture: the question asked, the line lit up, the body that owns the plan open."""
    from playwright.sync_api import sync_playwright

    executable = chromium()
    if executable is None:
        sys.exit("No Chromium found. Install Debian's chromium, or name a browser in ANSWERABLE_CHROMIUM.")
    with tempfile.TemporaryDirectory() as folder, store_of_examples(Path(folder) / "store") as store:  # noqa: SIM117
        with running(store) as address, sync_playwright() as playwright:
            browser = playwright.chromium.launch(executable_path=executable, args=list(ARGUMENTS))
            page = browser.new_page(viewport={"width": 1440, "height": 900}, locale="en-GB")
            page.goto(f"{address}/?as_at={AS_AT}")
            page.locator("#chart .card").first.wait_for()
            page.get_by_label("Search by name, or ask a question").fill(QUESTION)
            page.keyboard.press("Enter")
            page.locator("#chart .card.is-traced").first.wait_for()
            page.locator(f'#chart .card[aria-label^="{SUB_GROUP}"]').click()
            page.locator("#panel h2", has_text=SUB_GROUP).wait_for()
            page.mouse.move(700, 860)
            page.evaluate("document.activeElement.blur()")
            page.wait_for_timeout(400)
            page.screenshot(path=DOCS / "explorer.png")
            browser.close()


if __name__ == "__main__":
    main()
