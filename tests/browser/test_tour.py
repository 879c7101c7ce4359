"""The guided tour, walked in a real browser by somebody who does what each step says and nothing else."""

import re
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Page, expect

from bot.demo.tour import NOTES_CHANNEL
from tests.browser.demo import BY_THE_CLOCK_MS, PEOPLE, picture, running_demo


@pytest.fixture
def address(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    with running_demo(tmp_path_factory.mktemp("tour")) as found:
        yield found


def test_six_steps_lead_once_around_the_loop(
    address: str, new_page: Callable[..., Page], pytestconfig: pytest.Config, tmp_path: Path
) -> None:
    page = new_page(address)
    count, go = page.get_by_test_id("tour-count"), page.get_by_test_id("tour-go")
    expect(count).to_have_text("0 of 6 done")

    go.click()
    note = page.get_by_test_id("thread").get_by_test_id("message").nth(1)
    note.hover()
    note.get_by_test_id("message-menu").click()
    page.get_by_text("Log to Lazo", exact=True).last.click()
    page.get_by_test_id("modal-submit").click()
    expect(page.get_by_test_id("modal")).to_contain_text("What was argued before")
    picture(page.get_by_test_id("modal"), "objection-from-message.en.png", pytestconfig, tmp_path)
    page.keyboard.press("Escape")
    expect(page.get_by_test_id("modal")).to_have_count(0)
    expect(count).to_have_text("1 of 6 done")

    typed = page.get_by_test_id("tour").locator("code").first.inner_text()
    go.click()
    composer = page.get_by_test_id("composer")
    composer.fill(f"{typed} ")
    composer.press("Enter")
    expect(count).to_have_text("2 of 6 done")

    go.click()
    offered = page.get_by_test_id("message").filter(has_text="hands you a lead").filter(has_text="Costa Freight")
    expect(offered).to_be_visible(timeout=BY_THE_CLOCK_MS)
    page.get_by_test_id("clock-plus-1h").click()
    expect(count).to_have_text("3 of 6 done", timeout=BY_THE_CLOCK_MS)
    late = page.get_by_test_id("message").filter(has_text="is late").filter(has_not_text="hands you a lead")
    expect(late).to_be_visible(timeout=BY_THE_CLOCK_MS)
    expect(offered).to_contain_text("is late", timeout=BY_THE_CLOCK_MS)  # its card says so too

    offered.get_by_role("button", name="Return…").click()
    dialog = page.get_by_test_id("modal")
    dialog.get_by_role("combobox").first.click()
    page.get_by_role("option").filter(has_text=re.compile("fit", re.IGNORECASE)).first.click()
    page.get_by_test_id("modal-submit").click()
    expect(dialog).to_have_count(0)
    expect(count).to_have_text("4 of 6 done")

    go.click()
    page.get_by_test_id("clock-monday").click()
    expect(page.get_by_test_id("message").filter(has_text="Weekly digest")).to_be_visible(timeout=BY_THE_CLOCK_MS)
    expect(count).to_have_text("5 of 6 done")

    go.click()
    page.get_by_role("button", name="Why this deadline?").first.click()
    expect(page.get_by_test_id("modal")).to_be_visible()
    expect(count).to_have_text("6 of 6 done")
    expect(page.get_by_test_id("tour-end")).to_be_visible()


def test_a_note_is_kept_from_a_message_in_spanish_and_another_from_home(
    address: str, new_page: Callable[..., Page], pytestconfig: pytest.Config, tmp_path: Path
) -> None:
    page = new_page(f"{address}/#as={PEOPLE['ana']}")
    page.get_by_test_id(f"conv-{NOTES_CHANNEL}").click()
    page.get_by_test_id("message").filter(has_text="Talleres Ibarra").get_by_test_id("replies").first.click()
    note = page.get_by_test_id("thread").get_by_test_id("message").nth(1)
    note.hover()
    note.get_by_test_id("message-menu").click()
    page.get_by_text("Log to Lazo", exact=True).last.click()
    page.get_by_test_id("modal-submit").click()
    expect(page.get_by_test_id("modal")).to_contain_text("Lo que ya se ha respondido")
    picture(page.get_by_test_id("modal"), "objection-from-message.es.png", pytestconfig, tmp_path)
    page.keyboard.press("Escape")
    expect(page.get_by_test_id("modal")).to_have_count(0)
    _home(page)


def _home(page: Page) -> None:
    """What waits is done from Home, and Home follows; its first button keeps one note more."""
    page.get_by_test_id("conv-lazo").click()
    page.get_by_test_id("tab-home").click()
    home = page.get_by_test_id("home")
    expect(home).to_contain_text("A qué llevó lo que anotaste")
    accept = home.get_by_role("button", name="Aceptar", exact=True)
    expect(accept).to_have_count(1)
    accept.click()
    modal = page.get_by_test_id("modal")
    expect(modal).to_be_visible()  # the handoff, as it stands now
    page.keyboard.press("Escape")
    expect(modal).to_have_count(0)
    expect(accept).to_have_count(0, timeout=BY_THE_CLOCK_MS)
    home.get_by_role("button", name="Anotar una objeción").click()
    modal.locator("[data-block-id=quote]").get_by_role("textbox").fill("Nos sale muy caro para lo que lo usamos")
    page.get_by_test_id("modal-submit").click()
    expect(modal).to_contain_text("Guardado")
