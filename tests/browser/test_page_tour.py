"""The guided tour on the page: numbered, ticked off as things happen, leading to where they happen."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from playwright.sync_api import expect

from playground.tour import TourPlace, TourStep

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Sequence

    from playwright.sync_api import Page

    from playground.local_slack import LocalSlack
    from playground.model import Conversation, Person
    from tests.browser.tiny_bot import TinyBot

pytestmark = pytest.mark.browser


@pytest.fixture
def tour(slack: LocalSlack, place: Conversation) -> Iterator[None]:
    """Two steps: Tom writes in the test's channel, then Ana opens the app's Home tab."""

    def steps(viewer: Person) -> Sequence[TourStep]:
        spanish = viewer.locale.startswith("es")
        said = any(message.text == "hello" for message in slack.messages(place.id))
        seen = slack.home("ana") is not None
        return [
            TourStep(
                "say",
                "Saluda" if spanish else "Say hello",
                "Write: hello",
                said,
                TourPlace("tom", place.id, draft="hello"),
            ),
            TourStep("look", "Mira" if spanish else "Look", "Open it.", seen, TourPlace("ana", "@app", "home")),
        ]

    slack.use_tour(steps)
    yield
    slack.use_tour(None)


@pytest.mark.usefixtures("tour")
def test_somebody_follows_the_tour_to_its_end(
    bot: TinyBot, see: Callable[..., Page], slack: LocalSlack, place: Conversation
) -> None:
    page = see("marta")
    panel = page.get_by_test_id("tour")
    expect(panel.get_by_test_id("tour-step")).to_have_count(2)
    expect(panel.get_by_test_id("tour-count")).to_have_text("0 de 2 hechos")
    composer = page.get_by_test_id("composer")
    composer.fill("medio pensamiento")
    panel.get_by_role("button", name="Ir allí como Tom Baker").click()
    expect(page.get_by_test_id("person-switcher")).to_contain_text("Tom Baker")
    expect(composer).to_have_value("hello ")
    expect(panel.get_by_test_id("tour-step").first).to_contain_text("Say hello")
    page.get_by_test_id("composer").fill("hello")
    page.get_by_test_id("composer").press("Enter")

    first, second = panel.get_by_test_id("tour-step").all()
    expect(first).to_have_attribute("data-done", "true")
    expect(first).to_contain_text("done")
    expect(panel.get_by_test_id("tour-count")).to_have_text("1 of 2 done")
    composer.fill("half a thought")
    second.get_by_test_id("tour-go").click()
    expect(page.get_by_test_id("person-switcher")).to_contain_text("Ana García")
    expect(page.get_by_test_id("home")).to_contain_text("Your open items")
    expect(page.get_by_test_id("tour-end")).to_be_visible()
    bot.wait(lambda: slack.home("ana"))

    # What somebody had not sent is there again when they are shown again.
    page.goto(f"{slack.base_url}/#as={slack.person('tom').id}&c={place.id}")
    expect(composer).to_have_value("half a thought")
    page.goto(f"{slack.base_url}/#as={slack.person('marta').id}&c={place.id}")
    expect(composer).to_have_value("medio pensamiento")


@pytest.mark.usefixtures("tour")
def test_the_tour_is_put_away_and_taken_out_again(bot: TinyBot, see: Callable[..., Page]) -> None:
    page, other = see("tom"), see("joe")
    page.get_by_test_id("tour-close").click()
    expect(page.get_by_test_id("tour")).to_have_count(0)
    expect(other.get_by_test_id("tour")).to_have_count(0)
    page.reload()
    expect(page.get_by_test_id("composer")).to_be_visible()
    expect(page.get_by_test_id("tour")).to_have_count(0)
    page.locator(".rail").get_by_test_id("tour-button").click()
    expect(page.get_by_test_id("tour")).to_be_visible()
    expect(other.get_by_test_id("tour")).to_be_visible()


@pytest.mark.usefixtures("tour")
def test_beside_an_open_thread_the_tour_shows_the_step_at_hand(
    bot: TinyBot, see: Callable[..., Page], slack: LocalSlack, place: Conversation
) -> None:
    message = slack.post_as("ana", place.id, "they say it is too dear")
    page = see("tom")
    shown = page.locator(f"[data-ts='{message.ts}']")
    shown.hover()
    shown.get_by_test_id("reply").click()
    expect(page.get_by_test_id("thread")).to_be_visible()
    expect(page.get_by_test_id("tour-step").first).to_be_visible()
    expect(page.get_by_test_id("tour-step").nth(1)).not_to_be_visible()

    composer = page.get_by_test_id("composer")
    composer.fill("half a thought")
    page.get_by_test_id("tour-go").first.click()
    expect(composer).to_be_focused()
    expect(composer).to_have_value("half a thought")
    composer.fill("")
    page.get_by_test_id("tour-go").first.click()
    expect(composer).to_have_value("hello ")


def test_without_steps_nothing_speaks_of_a_tour(bot: TinyBot, see: Callable[..., Page]) -> None:
    page = see("tom")
    expect(page.get_by_test_id("sidebar")).to_be_visible()
    expect(page.get_by_test_id("tour")).to_have_count(0)
    expect(page.get_by_test_id("tour-button")).to_have_count(0)
