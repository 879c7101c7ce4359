"""Everybody can use the page: axe finds nothing serious, keys alone suffice, narrow screens and both languages work."""

from __future__ import annotations

import re
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from playwright.sync_api import Page, expect

from tests.browser import gallery

if TYPE_CHECKING:
    from collections.abc import Callable

    from playground.local_slack import LocalSlack
    from playground.model import Conversation
    from tests.browser.tiny_bot import TinyBot

pytestmark = pytest.mark.browser
AXE = Path(__file__).parent / "vendor" / "axe.min.js"
PHONE = {"width": 360, "height": 740}


def serious(page: Page) -> list[str]:
    """What axe calls serious or critical, with where it is."""
    page.add_script_tag(path=AXE)
    found = page.evaluate("axe.run(document, {resultTypes: ['violations']}).then(result => result.violations)")
    return [
        f"{problem['id']}: {node['html'][:200]} ({'; '.join(check['message'] for check in node['any'][:1])})"
        for problem in found
        if problem["impact"] in {"serious", "critical"}
        for node in problem["nodes"]
    ]


def command(page: Page, text: str) -> None:
    page.get_by_test_id("composer").fill(f"{text} ")
    page.get_by_test_id("composer").press("Enter")


@pytest.mark.parametrize("look", ["light", "dark"])
def test_axe_finds_nothing_serious(
    slack: LocalSlack, bot: TinyBot, place: Conversation, see: Callable[..., Page], look: str
) -> None:
    root = gallery.fill(slack, bot, place)
    page = see("tom")
    page.emulate_media(color_scheme="dark" if look == "dark" else "light")
    expect(page.get_by_test_id("chart")).to_have_count(4)
    assert serious(page) == [], "the channel"

    page.locator(f"[data-ts='{root.ts}']").get_by_test_id("replies").click()
    expect(page.get_by_test_id("thread").get_by_test_id("message")).to_have_count(2)
    assert serious(page) == [], "the thread"

    command(page, "/form")
    page.get_by_test_id("modal-submit").click()
    expect(page.get_by_test_id("input-error").first).to_be_visible()
    page.get_by_test_id("modal").get_by_label("Day").click()
    assert serious(page) == [], "the modal"
    page.keyboard.press("Escape")
    page.get_by_test_id("modal").get_by_role("combobox", name="Tags").click()
    assert serious(page) == [], "a list in the modal"
    page.keyboard.press("Escape")
    page.get_by_test_id("modal-x").click()

    page.keyboard.press("Control+k")
    assert serious(page) == [], "the switcher"
    page.keyboard.press("Escape")
    page.get_by_test_id("conv-tiny").click()
    page.get_by_test_id("tab-home").click()
    expect(page.get_by_test_id("home")).to_contain_text("Your open items")
    assert serious(page) == [], "home"


def test_axe_finds_nothing_serious_on_a_phone(
    slack: LocalSlack, bot: TinyBot, place: Conversation, see: Callable[..., Page]
) -> None:
    root = gallery.fill(slack, bot, place)
    page = see("tom", **PHONE)
    expect(page.get_by_test_id("chart")).to_have_count(4)
    assert serious(page) == []
    assert page.evaluate("document.documentElement.scrollWidth") == PHONE["width"]
    messages = page.get_by_test_id("messages")
    assert messages.evaluate("box => box.scrollWidth - box.clientWidth") == 0
    page.get_by_role("button", name="Conversations", exact=True).click()
    expect(page.get_by_test_id("sidebar")).to_be_in_viewport()
    assert serious(page) == [], "the drawer"
    page.keyboard.press("Escape")
    expect(page.get_by_test_id("sidebar")).not_to_be_in_viewport()
    command(page, "/form")
    expect(page.get_by_test_id("modal")).to_be_in_viewport()
    assert serious(page) == [], "the modal"
    page.get_by_test_id("modal-x").click()
    page.locator(f"[data-ts='{root.ts}']").get_by_test_id("replies").click()
    expect(page.get_by_test_id("thread").get_by_test_id("message")).to_have_count(2)
    assert serious(page) == [], "the thread"


def test_the_quick_switcher_goes_anywhere_by_keys(
    bot: TinyBot, see: Callable[..., Page], slack: LocalSlack, place: Conversation
) -> None:
    slack.post_as("ana", place.id, "Harlow wants a price")
    page = see("tom")
    page.keyboard.press("Control+k")
    expect(page.get_by_test_id("switcher").get_by_role("combobox")).to_be_focused()
    page.keyboard.type("reven")
    page.keyboard.press("Enter")
    expect(page.get_by_test_id("conversation-title")).to_contain_text("revenue-review")
    expect(page.get_by_test_id("switcher")).to_have_count(0)

    page.keyboard.press("Control+k")
    page.keyboard.type("lucia")
    page.keyboard.press("Enter")
    expect(page.get_by_test_id("conversation-title")).to_contain_text("Lucía Hernández")

    page.keyboard.press("Control+k")
    page.keyboard.type("harlow")
    found = page.get_by_role("option").filter(has_text="Harlow wants a price")
    expect(found).to_be_visible()
    page.keyboard.press("Enter")
    expect(page.get_by_test_id("conversation-title")).to_contain_text(place.name)
    expect(page.get_by_test_id("message").filter(has_text="Harlow")).to_be_in_viewport()

    # What was said comes late, or never: what is known at once can be chosen meanwhile.
    page.route("**/page/search?**", lambda _unanswered: None)
    page.keyboard.press("Control+k")
    page.keyboard.type("fill a")
    page.keyboard.press("Enter")
    expect(page.get_by_role("dialog", name="From a shortcut")).to_be_visible()
    page.keyboard.press("Escape")

    page.keyboard.press("Control+k")
    page.keyboard.type("/whis")
    page.keyboard.press("Enter")
    expect(page.get_by_test_id("composer")).to_have_value("/whisper ")
    expect(page.get_by_test_id("composer")).to_be_focused()


def test_the_focus_stays_in_a_modal_and_goes_back_where_it_was(bot: TinyBot, see: Callable[..., Page]) -> None:
    page = see("tom")
    page.get_by_test_id("shortcuts").focus()
    page.keyboard.press("Enter")
    expect(page.get_by_role("menuitem", name="Fill a form")).to_be_focused()
    page.keyboard.press("ArrowDown")
    page.keyboard.press("ArrowUp")
    page.keyboard.press("Enter")
    form = page.get_by_role("dialog", name="From a shortcut")
    expect(form.get_by_label("Name")).to_be_focused()
    for _ in range(12):
        page.keyboard.press("Tab")
        assert form.evaluate("box => box.contains(document.activeElement)")
    page.keyboard.press("Escape")
    expect(form).to_have_count(0)
    expect(page.get_by_test_id("shortcuts")).to_be_focused()


def test_a_day_and_an_hour_are_picked_by_mouse_and_by_keys(bot: TinyBot, see: Callable[..., Page]) -> None:
    page = see("tom")
    command(page, "/form")
    day = page.get_by_test_id("modal").get_by_label("Day")
    day.click()
    page.locator("[data-day$='-15']").first.click()
    expect(day).to_have_value(re.compile(r" 15 "))
    page.keyboard.press("ArrowDown")
    page.keyboard.press("ArrowRight")
    page.keyboard.press("Enter")
    expect(day).to_have_value(re.compile(r" 16 "))
    expect(day).to_be_focused()
    hour = page.get_by_test_id("modal").get_by_label("Hour")
    hour.fill("9 pm")
    hour.press("Tab")
    expect(hour).to_have_value("21:00")
    hour.click()
    page.get_by_role("option", name="21:30").click()
    expect(hour).to_have_value("21:30")
    page.keyboard.press("Escape")
    expect(page.get_by_test_id("modal")).to_have_count(0)


def test_the_page_speaks_the_persons_language(bot: TinyBot, see: Callable[..., Page]) -> None:
    ana = see("ana")
    expect(ana.locator("html")).to_have_attribute("lang", "es")
    expect(ana.get_by_test_id("sidebar")).to_contain_text("Mensajes directos")
    expect(ana.get_by_test_id("composer")).to_have_attribute("placeholder", re.compile("Mensaje para #"))
    tom = see("tom")
    expect(tom.locator("html")).to_have_attribute("lang", "en")
    expect(tom.get_by_test_id("sidebar")).to_contain_text("Direct messages")
