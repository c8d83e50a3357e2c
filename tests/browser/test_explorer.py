"""The explorer in a real Chromium, over the example papers: what a person does with a keyboard, a finger or a link.

The fixture `page` also asserts, after each test, that no request left the server and that the browser had nothing to
complain about (a refused script, style or request among that).
"""

from __future__ import annotations

import re

import pytest
from playwright.sync_api import Page, expect

from tests.browser.conftest import Watched
from tests.hostile import HOSTILE

pytestmark = pytest.mark.browser

SUB_GROUP = "Exploitation Sub Group"
PHONE = pytest.mark.parametrize("page", [(400, 800)], indirect=True)


def opened(page: Page, address: str, query: str = "") -> Page:
    """The explorer at `query`, once everything that it shows at first is there."""
    page.goto(f"{address}/{query}")
    expect(page.locator("#chart svg")).to_be_visible()
    expect(page.locator("#findings-title")).to_have_text(re.compile(r"Findings \(\d+\)"))
    return page


def active(page: Page) -> str:
    """The text of the element that has the focus."""
    return str(page.evaluate("document.activeElement.textContent"))


def card(page: Page, name: str):  # type: ignore[no-untyped-def]
    return page.locator(f'#chart .card[aria-label^="{name}"]')


def test_with_the_keyboard_alone_from_a_name_to_the_words_in_the_paper(page: Page, address: str) -> None:
    opened(page, address)

    page.keyboard.press("/")
    page.keyboard.type("exploitation sub")
    expect(page.locator(".result").first).to_be_visible()
    page.keyboard.press("ArrowDown")
    assert SUB_GROUP in active(page)
    page.keyboard.press("Enter")

    panel = page.locator("#panel")
    expect(panel.locator("h2")).to_have_text(SUB_GROUP)
    expect(panel.locator("h2")).to_be_focused()
    reports_to = panel.locator('[data-predicate="REPORTS_TO"][data-direction="out"]')
    expect(reports_to).to_contain_text("Safeguarding Children Board")
    quote = reports_to.locator("blockquote").first.inner_text()
    for _ in range(40):
        page.keyboard.press("Tab")
        if active(page) == "open paper" and reports_to.locator("a:focus").count():
            break
    page.keyboard.press("Enter")

    mark = panel.locator("mark.is-chosen").first
    expect(mark).to_be_in_viewport()
    expect(mark).to_be_focused()
    words = " ".join(" ".join(panel.locator("mark.is-chosen").all_inner_texts()).split())
    assert words == quote
    page.keyboard.press("Escape")
    expect(panel.locator("h2")).to_have_text(SUB_GROUP)
    page.keyboard.press("Escape")
    expect(panel).to_be_hidden()


def test_arrows_follow_the_lines_of_the_chart(page: Page, address: str) -> None:
    opened(page, address)
    card(page, "Silver Group").focus()

    page.keyboard.press("ArrowUp")
    expect(card(page, SUB_GROUP)).to_be_focused()
    page.keyboard.press("ArrowUp")
    expect(card(page, SUB_GROUP)).not_to_be_focused()
    page.keyboard.press("ArrowDown")
    expect(card(page, SUB_GROUP)).to_be_focused()
    page.keyboard.press("ArrowDown")
    expect(card(page, "Silver Group")).to_be_focused()
    page.keyboard.press("Enter")
    expect(page.locator("#panel h2")).to_have_text("Silver Group")
    expect(card(page, "Silver Group")).to_have_attribute("aria-current", "true")
    page.keyboard.press("Escape")
    expect(card(page, "Silver Group")).to_be_focused()


def test_a_body_without_a_line_upward_says_so_when_one_goes_up(page: Page, address: str) -> None:
    opened(page, address)
    card(page, "Missing Children Panel").focus()

    page.keyboard.press("ArrowUp")

    expect(page.locator("#said")).to_have_text("No line upward is stated.")


def test_one_card_is_reached_by_tab_and_left_and_right_reach_them_all(page: Page, address: str) -> None:
    opened(page, address)
    cards = page.locator("#chart .card")
    expect(page.locator('#chart .card[tabindex="0"]')).to_have_count(1)

    page.locator('#chart .card[tabindex="0"]').focus()
    page.keyboard.press("Home")
    seen = {page.evaluate("document.activeElement.dataset.id")}
    for _ in range(cards.count() - 1):
        page.keyboard.press("ArrowRight")
        seen.add(page.evaluate("document.activeElement.dataset.id"))

    assert len(seen) == cards.count()


def test_a_question_is_answered_on_the_chart_with_its_evidence(page: Page, address: str) -> None:
    opened(page, address)

    page.get_by_label("Search by name, or ask a question").fill(
        "who is accountable for the Exploitation Action Plan as at 10 December 2013?"
    )
    page.keyboard.press("Enter")

    answer = page.locator("#answer")
    expect(answer).to_contain_text(f"he {SUB_GROUP} is accountable for the Exploitation Action Plan")
    expect(answer.locator(".pill")).to_have_text("stated")
    expect(page.locator(".as-at strong")).to_have_text("As at 10 December 2013")
    expect(card(page, SUB_GROUP)).to_have_class(re.compile("is-traced"))
    expect(card(page, "Missing Children Panel")).not_to_have_class(re.compile("is-traced"))
    assert page.locator("#chart .line.is-traced").count() >= 2
    answer.get_by_role("button", name=re.compile("Evidence")).click()
    expect(answer.locator("blockquote").first).to_be_visible()
    answer.get_by_role("link", name=re.compile("Open paper")).first.click()
    expect(page.locator("#panel mark.is-chosen").first).to_be_in_viewport()


def test_what_no_paper_states_is_said_so(page: Page, address: str) -> None:
    opened(page, address, "?q=who+does+the+Missing+Children+Panel+report+to%3F")

    expect(page.locator("#answer .pill")).to_have_text("not stated")
    expect(page.locator("#answer")).to_contain_text("The papers loaded do not state")


def test_a_question_that_can_not_be_read_is_explained(page: Page, address: str, watched: Watched) -> None:
    page.goto(f"{address}/?q=lovely+weather%3F")

    expect(page.locator("#answer")).to_contain_text("is not a question that Answerable can read")
    watched.complaints.clear()  # the browser notes the 422 of the API


def test_back_and_a_shared_address_show_the_same(page: Page, address: str) -> None:
    opened(page, address)
    card(page, "Silver Group").click()
    expect(page.locator("#panel h2")).to_have_text("Silver Group")
    page.locator("#panel").get_by_role("link", name=SUB_GROUP).first.click()
    expect(page.locator("#panel h2")).to_have_text(SUB_GROUP)
    shared = page.url

    page.go_back()
    expect(page.locator("#panel h2")).to_have_text("Silver Group")
    page.go_back()
    expect(page.locator("#panel")).to_be_hidden()
    page.go_forward()
    expect(page.locator("#panel h2")).to_have_text("Silver Group")
    page.goto(shared)
    expect(page.locator("#panel h2")).to_have_text(SUB_GROUP)


def test_the_date_moves_chart_findings_and_facts(page: Page, address: str) -> None:
    opened(page, address)

    page.get_by_label("Date", exact=True).fill("2013-06-30")

    expect(page).to_have_url(re.compile("as_at=2013-06-30"))
    expect(page.locator("#chart svg")).to_have_attribute("aria-label", re.compile("As at 30 June 2013"))
    expect(page.locator(".as-at strong")).to_have_text("As at 30 June 2013")
    slider = page.locator("#as-at-slider")
    expect(slider).to_have_attribute("aria-valuetext", "30 June 2013")
    slider.focus()
    page.keyboard.press("ArrowRight")
    expect(page.locator(".as-at strong")).not_to_have_text("As at 30 June 2013")
    page.get_by_role("button", name="Today").click()
    expect(page).not_to_have_url(re.compile("as_at"))


def test_the_open_facts_follow_the_date(page: Page, address: str) -> None:
    opened(page, address, "?as_at=2013-07-01")
    card(page, SUB_GROUP).click()
    chair = page.locator('#panel [data-predicate="CHAIRS"][data-direction="in"]')
    expect(chair.locator("h3 .pill")).to_have_text("not stated")

    page.get_by_label("Date", exact=True).fill("2016-02-02")

    expect(chair.locator("h3 .pill")).to_have_text("stated")
    expect(page.locator("#panel h2")).to_have_text(SUB_GROUP)


def test_findings_are_filtered_and_opened_with_their_words(page: Page, address: str) -> None:
    opened(page, address)

    page.get_by_label("Filter the findings").fill("circular")
    page.locator("#findings").get_by_role("link", name=re.compile("Circular")).first.click()

    panel = page.locator("#panel")
    expect(panel.locator("h2")).to_have_text(re.compile("Circular"))
    expect(panel.locator("blockquote").first).to_be_visible()
    expect(card(page, "Improvement Board")).to_have_class(re.compile("is-found"))
    expect(page.locator("#chart .line.is-found").first).to_be_attached()


def test_a_name_full_of_markup_is_shown_as_text(page: Page, address: str) -> None:
    opened(page, address)

    page.get_by_label("Search by name, or ask a question").fill("Panel <img")
    page.locator(".result", has_text="<script>").first.click()

    expect(page.locator("#panel h2")).to_have_text(HOSTILE)
    page.get_by_role("button", name="Table", exact=True).click()
    expect(page.locator("#table th", has_text="<script>")).to_be_visible()
    assert page.locator("#panel img, #panel script, #chart img, #chart script, #table img, #results img").count() == 0
    expect(page).to_have_title(f"{HOSTILE} – Answerable")


def test_the_table_says_what_the_chart_shows(page: Page, address: str) -> None:
    opened(page, address)
    cards = page.locator("#chart .card").count()

    page.get_by_role("button", name="Table", exact=True).click()

    expect(page.locator("#chart")).to_be_hidden()
    expect(page.locator("#table tbody tr")).to_have_count(cards)
    expect(page.locator("#table tr", has_text="Missing Children Panel")).to_contain_text("no line upward stated")


def test_every_paper_can_be_read_whole(page: Page, address: str) -> None:
    opened(page, address)

    page.get_by_role("button", name="Papers").click()
    expect(page.locator("#panel ul.papers li")).to_have_count(9)
    page.locator("#panel").get_by_role("link", name=re.compile("Terms of Reference")).first.click()

    expect(page.locator("#panel .paper-text")).to_contain_text("brings a written report to each ordinary meeting")
    assert page.locator("#panel mark").count() > 3


def test_a_line_opens_what_the_papers_say_of_it(page: Page, address: str) -> None:
    opened(page, address)
    line = page.locator(
        '#chart .line[data-type="REPORTS_TO"]', has=page.locator("title", has_text="Silver Group reports to")
    )

    line.first.locator(".hit").dispatch_event("click")

    expect(page.locator("#panel h2")).to_have_text("Silver Group")
    reports_to = page.locator('#panel [data-predicate="REPORTS_TO"][data-direction="out"]')
    expect(reports_to.get_by_role("link").first).to_be_focused()
    expect(reports_to.locator("blockquote").first).to_be_in_viewport()


def test_on_paper_nothing_is_folded_or_cut(page: Page, address: str) -> None:
    opened(page, address)
    card(page, SUB_GROUP).click()
    expect(page.locator("#panel h2")).to_have_text(SUB_GROUP)
    page.get_by_role("button", name="Zoom in").click()

    page.emulate_media(media="print")
    page.evaluate("dispatchEvent(new Event('beforeprint'))")

    expect(page.locator("#chart svg")).to_have_attribute("viewBox", re.compile(r"^0 0 \d"))
    assert page.locator("#panel .more").count() == 0
    expect(page.locator("#search")).to_be_hidden()
    expect(page.locator("#findings")).to_be_hidden()
    expect(page.locator("#panel blockquote").last).to_be_visible()


def test_the_chart_zooms_pans_and_fits(page: Page, address: str) -> None:
    opened(page, address)
    chart = page.locator("#chart svg")
    whole = chart.get_attribute("viewBox")

    page.get_by_role("button", name="Zoom in").click()
    nearer = chart.get_attribute("viewBox")
    assert nearer != whole
    page.locator("#chart").hover()
    page.mouse.wheel(0, -200)
    expect(chart).not_to_have_attribute("viewBox", str(nearer))
    card(page, "Silver Group").focus()
    page.keyboard.press("0")
    expect(chart).to_have_attribute("viewBox", str(whole))


def test_a_drag_pans_and_opens_nothing(page: Page, address: str) -> None:
    opened(page, address)
    chart = page.locator("#chart svg")
    before = chart.get_attribute("viewBox")
    box = card(page, "Silver Group").bounding_box()
    assert box

    page.mouse.move(box["x"] + 20, box["y"] + 20)
    page.mouse.down()
    page.mouse.move(box["x"] + 90, box["y"] + 70, steps=4)
    page.mouse.up()

    expect(chart).not_to_have_attribute("viewBox", str(before))
    expect(page.locator("#panel")).to_be_hidden()


def test_skipping_to_the_chart_is_the_first_thing_tab_reaches(page: Page, address: str) -> None:
    opened(page, address)

    page.keyboard.press("Tab")
    assert active(page) == "Skip to the chart"
    page.keyboard.press("Enter")
    page.keyboard.press("Tab")

    assert page.evaluate("document.activeElement.classList.contains('card')")


def test_an_empty_store_says_which_command_to_run(page: Page, empty_address: str) -> None:
    page.goto(empty_address)

    expect(page.locator("#chart")).to_contain_text("Nothing is loaded yet")
    expect(page.locator("#chart code").first).to_have_text("answerable load PAPERS")


def test_a_server_that_stops_answering_is_reported(page: Page, address: str, watched: Watched) -> None:
    opened(page, address)
    page.route("**/api/v1/entities/**", lambda route: route.abort())

    card(page, "Silver Group").click()

    expect(page.locator("#panel")).to_contain_text("The server does not answer")
    watched.complaints.clear()  # the browser notes the request that failed


@PHONE
def test_on_a_phone_nothing_is_wider_than_the_screen(page: Page, address: str) -> None:
    opened(page, address)
    wide = "document.documentElement.scrollWidth"
    assert page.evaluate(wide) <= 400

    page.get_by_label("Search by name, or ask a question").fill("silver group")
    page.locator(".result").first.click()
    expect(page.locator("#panel h2")).to_be_in_viewport()
    page.locator("#panel").get_by_role("link", name=re.compile("Open paper")).first.click()
    expect(page.locator("#panel mark.is-chosen").first).to_be_in_viewport()
    assert page.evaluate(wide) <= 400
    page.get_by_role("button", name="Table", exact=True).click()
    expect(page.locator("#table")).to_be_visible()
    assert page.evaluate(wide) <= 400


@PHONE
def test_on_a_phone_the_answer_and_its_cards_can_be_read(page: Page, address: str) -> None:
    opened(page, address, "?q=who+chairs+the+Exploitation+Sub+Group%3F")

    expect(page.locator("#answer")).to_be_in_viewport()
    expect(card(page, SUB_GROUP)).to_have_class(re.compile("is-traced"))
    box = card(page, SUB_GROUP).bounding_box()
    assert box
    assert box["width"] > 150
    assert 0 <= box["x"] <= 400 - 100


def test_no_request_leaves_the_server(page: Page, address: str, watched: Watched) -> None:
    opened(page, address, "?q=who+chairs+the+Cabinet%3F")
    card(page, SUB_GROUP).click()
    expect(page.locator("#panel h2")).to_have_text(SUB_GROUP)
    page.locator("#panel").get_by_role("link", name=re.compile("Open paper")).first.click()
    expect(page.locator("#panel mark.is-chosen").first).to_be_visible()
    page.get_by_role("button", name="Table", exact=True).click()
    expect(page.locator("#table")).to_be_visible()

    assert len(watched.requests) > 10
    assert {url for url in watched.requests if not url.startswith(f"{address}/")} == set()
