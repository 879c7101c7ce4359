"""What tests that start where a newcomer starts share: a running `lazo demo`, its clock, its people, and pictures."""

import os
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import datetime
from pathlib import Path

import pytest
from playwright.sync_api import FloatRect, Locator, Page

from playground.people import default_people
from tests.browser.small_png import small
from tests.demo_process import Demo

PEOPLE = {person.name: person.id for person in default_people()}
#: Longer than anything that the bot says by the clock takes on a busy machine: some of it is looked at once a minute.
BY_THE_CLOCK_MS = 150_000
#: No frame around a field; what hears the keys still does.
_NOTHING_CHOSEN = """
() => {
    const dialog = document.activeElement?.closest("[role=dialog]");
    document.activeElement?.blur();
    dialog?.focus({ preventScroll: true });
}
"""
#: Below the day that stays on top.
_FROM_ITS_BEGINNING = """
(message) => {
    message.scrollIntoView({ block: "start" });
    message.closest("[data-testid=messages]")?.scrollBy(0, -56);
}
"""


@contextmanager
def running_demo(folder: Path) -> Iterator[str]:
    """The address of a `lazo demo` of its own."""
    demo = Demo(folder, "--port", "0")
    try:
        yield f"http://127.0.0.1:{demo.until_ready()}"
    finally:
        demo.stop()


def now_of(page: Page, address: str) -> datetime:
    """What the demo's clock shows, UTC."""
    return datetime.fromisoformat(page.request.get(f"{address}/page/state").json()["clock"]["now"])


def set_clock(page: Page, address: str, moment: datetime) -> None:
    """Move the demo's clock to ``moment``."""
    assert page.request.post(f"{address}/page/clock", data={"to": moment.isoformat()}).json()["ok"]


def picture(
    shown: Page | Locator, name: str, config: pytest.Config, tmp_path: Path, *, tallest: float | None = None
) -> None:
    """A picture for the documents; written into the project only when asked, so that a test leaves no trace.

    Of what is longer than ``tallest`` (px), its beginning.
    """
    asked = taken_anew()
    folder = config.rootpath / "docs" / "images" if asked else tmp_path
    folder.mkdir(exist_ok=True)
    page = shown if isinstance(shown, Page) else shown.page
    page.mouse.move(0, 0)  # nothing is hovered
    page.evaluate(_NOTHING_CHOSEN)
    if tallest is None or isinstance(shown, Page):
        taken = shown.screenshot(animations="disabled", caret="hide")
    else:
        shown.evaluate(_FROM_ITS_BEGINNING)
        box = shown.bounding_box()
        assert box
        size = FloatRect(x=box["x"], y=box["y"], width=box["width"], height=min(box["height"], tallest))
        taken = page.screenshot(animations="disabled", caret="hide", clip=size)
    assert len(taken) > 5_000
    (folder / name).write_bytes(small(taken) if asked else taken)


def taken_anew() -> bool:
    """Whether the documents' pictures are to be taken (``LAZO_UPDATE_IMAGES=1``)."""
    return bool(os.environ.get("LAZO_UPDATE_IMAGES"))
