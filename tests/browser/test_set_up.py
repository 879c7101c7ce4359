"""The first hour of a workspace, in a real browser: an admin opens Home, goes through steps, leaves and comes back."""

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Page, expect

from tests.browser.demo import BY_THE_CLOCK_MS, PEOPLE, picture
from tests.browser.test_page_access import serious
from tests.demo_process import Demo


@pytest.fixture
def address(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """A workspace that Lazo has just come to."""
    demo = Demo(tmp_path_factory.mktemp("empty"), "--port", "0", "--empty")
    try:
        yield f"http://127.0.0.1:{demo.until_ready()}"
    finally:
        demo.stop()


def home_of(page: Page) -> None:
    page.get_by_test_id("conv-lazo").click()
    page.get_by_test_id("tab-home").click()


def test_an_admin_sets_lazo_up_from_home_and_goes_on_later(
    address: str, new_page: Callable[..., Page], pytestconfig: pytest.Config, tmp_path: Path
) -> None:
    page = new_page(f"{address}/#as={PEOPLE['joe']}")
    home_of(page)
    home, dialog = page.get_by_test_id("home"), page.get_by_test_id("modal")
    expect(home).to_contain_text("0 of 7 steps done", timeout=BY_THE_CLOCK_MS)
    picture(page, "set-up.en.png", pytestconfig, tmp_path)
    assert serious(page) == [], "Home with the checklist"

    page.emulate_media(color_scheme="dark")  # what is opened from here on is drawn in it, with no colours on the way
    home.get_by_role("button", name="Set up").first.click()
    expect(dialog).to_contain_text("Time zone of shared messages")
    page.get_by_test_id("modal-submit").click()
    dialog.get_by_role("button", name="Next: Channels").click()
    # The channels that Lazo is in are there already, by their names.
    for name in ("marketing", "handoffs", "revenue-review"):
        expect(dialog).to_contain_text(name)
    assert serious(page) == [], "a step, in the dark"
    page.get_by_test_id("modal-submit").click()
    expect(dialog).to_contain_text("Channels: saved")
    page.keyboard.press("Escape")
    expect(dialog).to_have_count(0)
    expect(home).to_contain_text("2 of 7 steps done", timeout=BY_THE_CLOCK_MS)

    # Another admin goes on where the first one stopped, in their own language, on a phone.
    other = new_page(f"{address}/#as={PEOPLE['carmen']}", width=390, height=844)
    other.get_by_role("button", name="Conversaciones", exact=True).click()
    home_of(other)
    expect(other.get_by_test_id("home")).to_contain_text("2 de 7 pasos hechos", timeout=BY_THE_CLOCK_MS)
    picture(other, "set-up.es.png", pytestconfig, tmp_path)
    assert serious(other) == [], "Home on a phone"
    other.get_by_test_id("home").get_by_role("button", name="Preparar").first.click()
    expect(other.get_by_test_id("modal")).to_contain_text("Reciben leads por turno")
    assert serious(other) == [], "a step on a phone"
