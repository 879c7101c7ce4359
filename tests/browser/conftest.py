"""A real Chromium for the tests of this folder."""

from __future__ import annotations

import os
import shutil
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from playwright.sync_api import Browser, Page, expect, sync_playwright

from bot.socket_line import hang_up
from playground.local_slack import LocalSlack
from tests.browser import tiny_bot

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from playground.model import Conversation
    from tests.browser.tiny_bot import TinyBot

    OpenPage = Callable[..., Page]

ARGUMENTS = (
    "--no-sandbox",
    "--disable-gpu",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
)
#: How long a page may take to show what is to come: generous, since it costs nothing when it comes.
PATIENCE_MS = 60_000
NAMES = ("chromium", "chromium-browser", "google-chrome", "google-chrome-stable")


def chromium_path() -> str | None:
    """Where Chromium is: ``LAZO_CHROMIUM``, the usual place on Linux, or on the PATH; None when nowhere."""
    wanted = os.environ.get("LAZO_CHROMIUM")
    usual = [wanted] if wanted else ["/usr/bin/chromium", *(shutil.which(name) for name in NAMES)]
    return next((path for path in usual if path and Path(path).exists()), None)


# Not for the whole session: Playwright leaves its event loop running in this thread, where other folders'
# tests may want to run their own.
@pytest.fixture(scope="package")
def browser() -> Iterator[Browser]:
    """One Chromium for all tests here; each page gets a profile of its own."""
    path = chromium_path()
    if path is None:
        pytest.skip("needs Chromium: install the package `chromium`, or name the program in LAZO_CHROMIUM")
    expect.set_options(timeout=PATIENCE_MS)
    with sync_playwright() as playwright:
        started = playwright.chromium.launch(executable_path=path, args=list(ARGUMENTS))
        yield started
        started.close()


@pytest.fixture
def new_page(browser: Browser) -> Iterator[Callable[..., Page]]:
    """Opens windows, each its own profile; a script error in any of them fails the test."""
    errors: list[str] = []
    contexts = []

    def opened(address: str, *, width: int = 1280, height: int = 800) -> Page:
        context = browser.new_context(viewport={"width": width, "height": height}, locale="en-GB")
        contexts.append(context)
        context.set_default_timeout(PATIENCE_MS)
        page = context.new_page()
        page.on("pageerror", lambda error: errors.append(str(error)))
        page.goto(address)
        return page

    yield opened
    for context in contexts:
        context.close()
    assert errors == []


@pytest.fixture
def page(new_page: Callable[..., Page]) -> Page:
    """One empty window."""
    return new_page("about:blank")


@pytest.fixture(scope="module")
def running() -> Iterator[tuple[LocalSlack, TinyBot]]:
    """One workspace with the bot in it for all tests; each has a channel of its own."""
    with LocalSlack.start(tiny_bot.MANIFEST) as slack:
        bot, handler = tiny_bot.start(slack)
        yield slack, bot
        hang_up(handler.client)


@pytest.fixture
def slack(running: tuple[LocalSlack, TinyBot]) -> Iterator[LocalSlack]:
    slack, bot = running
    patience = slack.delivery.ack_seconds
    bot.forget()
    yield slack
    slack.delivery.ack_seconds = patience
    for person in slack.store.people.values():
        for view in reversed(slack.views(person.id)):
            slack.close_view(view, person.id)


@pytest.fixture
def bot(running: tuple[LocalSlack, TinyBot], slack: LocalSlack) -> TinyBot:
    return running[1]


@pytest.fixture
def place(slack: LocalSlack) -> Conversation:
    """A channel that only this test uses."""
    members = ["ana", "tom", "marta", "joe"]
    return slack.add_channel(f"place-{len(slack.store.conversations)}", members)


@pytest.fixture
def see(slack: LocalSlack, place: Conversation, new_page: OpenPage) -> Callable[..., Page]:
    """Opens the page as a person, in the test's channel."""

    def opened(person: str = "tom", **size: int) -> Page:
        page = new_page(f"{slack.base_url}/#as={slack.person(person).id}&c={place.id}", **size)
        expect(page.get_by_test_id("composer")).to_be_visible()
        return page

    return opened
