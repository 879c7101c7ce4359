"""The pages of the user guide as tests read them beside the product."""

import re
from collections.abc import Mapping

from playwright.sync_api import Page, expect

from docs.guide_pages import GUIDE
from playground.people import default_people
from tests.browser.demo import PEOPLE

NAMES = {person.name: person.real_name for person in default_people()}


def words_of(page: str, locale: str) -> Mapping[str, str]:
    """The product's words on a page of the guide, by their keys; what a command does, by its name."""
    text = (GUIDE / locale / f"{page}.md").read_text("utf-8")
    marked = {key: words for words, key in re.findall(r"\*\*([^*\n]+)\*\*<!-- ([\w-]+)", text)}
    return marked | dict(re.findall(r"^\| `(/\w+)` \| [^|]+ \| ([^|]+) \|", text, re.MULTILINE))


def as_person(page: Page, address: str, name: str, place: str = "sales") -> None:
    """Show ``page`` as a person (by handle) in a channel, and wait until it is theirs."""
    page.goto(f"{address}/#as={PEOPLE[name]}")
    expect(page.get_by_test_id("person-switcher")).to_contain_text(NAMES[name])
    page.get_by_test_id(f"conv-{place}").click()
    expect(page.get_by_test_id(f"conv-{place}")).to_have_attribute("aria-current", "page")


def send(page: Page, line: str) -> None:
    """Type a line and send it, as it stands: the blank behind it leaves nothing to be completed."""
    composer = page.get_by_test_id("composer")
    composer.fill(f"{line} ")
    composer.press("Enter")
