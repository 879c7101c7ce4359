"""How many actions lie between a thought and its being stored, counted in a real browser as a person does them.

An action is a line typed and sent, a field filled in, or one press of a button, menu or choice. The guides show the
counts: `LAZO_UPDATE_COUNTS=1` writes what was counted into docs/actions.json, of which `python -m docs.generate` makes
the table.
"""

import json
import os
from collections.abc import Callable, Iterator

import pytest
from playwright.sync_api import Locator, Page, expect

from docs.actions import COUNTS, MOST
from tests.browser.demo import PEOPLE, running_demo

QUOTE = "they say Pipewise is cheaper"


class Hands:
    """Does one thing at a time on the page, and counts."""

    def __init__(self, page: Page) -> None:
        self.page = page
        self.count = 0

    def send(self, line: str) -> None:
        """Type a line and send it."""
        self.count += 1
        composer = self.page.get_by_test_id("composer")
        composer.fill(f"{line} ")
        composer.press("Enter")

    def press(self, what: Locator) -> None:
        """Press, or choose."""
        self.count += 1
        what.click()

    def fill(self, what: Locator, text: str) -> None:
        """Fill a field in."""
        self.count += 1
        what.fill(text)

    def choose(self, menu: Locator, label: str) -> None:
        """Choose from a menu: opening it and picking are one choice."""
        self.count += 1
        menu.click()
        self.page.get_by_role("option", name=label).first.click()


@pytest.fixture(scope="module")
def address(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """A `lazo demo` of its own."""
    with running_demo(tmp_path_factory.mktemp("demo")) as found:
        yield found


def test_from_thought_to_stored(address: str, new_page: Callable[..., Page], pytestconfig: pytest.Config) -> None:
    page = new_page(f"{address}/#as={PEOPLE['tom']}")
    page.get_by_test_id("conv-sales").click()
    counted = {
        "objection-line": objection_in_a_line(page),
        "objection-message": objection_from_a_message(page),
        "review-form": review(page),
        "rating-line": rating(page),
    }
    assert counted.keys() == MOST.keys()
    assert {name: count for name, count in counted.items() if count > MOST[name]} == {}
    if os.environ.get("LAZO_UPDATE_COUNTS"):
        (pytestconfig.rootpath / "docs" / "actions.json").write_text(json.dumps(counted, indent=2) + "\n", "utf-8")
        return
    assert counted == COUNTS, "counted anew with LAZO_UPDATE_COUNTS=1, then `make docs`"


def objection_in_a_line(page: Page) -> int:
    hands = Hands(page)
    hands.send(f"/objection Harlow Freight: {QUOTE}")
    expect(page.get_by_test_id("message").filter(has_text="Saved").last).to_contain_text(QUOTE)
    return hands.count


def objection_from_a_message(page: Page) -> int:
    page.get_by_test_id("composer").fill("Harlow Freight: no budget before January, says their CFO")
    page.get_by_test_id("send").click()
    hands, note = Hands(page), page.get_by_test_id("message").filter(has_text="says their CFO").last
    note.hover()
    hands.press(note.get_by_test_id("message-menu"))
    hands.press(page.get_by_role("menuitem", name="Log to Lazo"))
    hands.press(page.get_by_test_id("modal-submit"))
    expect(page.get_by_test_id("modal")).to_contain_text("Saved")
    _shut(page)
    return hands.count


def review(page: Page) -> int:
    hands, modal = Hands(page), page.get_by_test_id("modal")
    hands.send("/winloss Harlow Freight")
    expect(modal).to_be_visible()
    hands.choose(_in(modal, "outcome").get_by_role("combobox").first, "Lost to a competitor")
    hands.choose(_in(modal, "loss_reason").get_by_role("combobox").first, "Price")
    hands.fill(_in(modal, "swung_it").get_by_role("textbox"), "Two months free")
    hands.press(page.get_by_test_id("modal-submit"))
    expect(modal).to_contain_text("Saved")
    _shut(page)
    return hands.count


def rating(page: Page) -> int:
    """Of a lead that was handed over a moment before."""
    Hands(page).send("/handoff Dale Foundry, Ruth Cole event: stayed until the end of the webinar @tom")
    expect(page.get_by_test_id("message").filter(has_text="Dale Foundry").last).to_be_visible()
    hands = Hands(page)
    hands.send("/leadquality Dale Foundry: fit good, intent good")
    expect(page.get_by_test_id("message").filter(has_text="fit good").last).to_contain_text("Saved")
    return hands.count


def _in(modal: Locator, block: str) -> Locator:
    return modal.locator(f"[data-block-id={block}]").first


def _shut(page: Page) -> None:
    page.keyboard.press("Escape")
    expect(page.get_by_test_id("modal")).to_have_count(0)
