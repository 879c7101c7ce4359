"""A newcomer's path through the product, in a real browser: one command, and from there only what can be seen."""

import os
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Locator, Page, ViewportSize, expect

from playground.people import default_people
from tests.demo_process import Demo

_PEOPLE = {person.name: person.id for person in default_people()}
#: So many of those that stand still a reader finds without scrolling.
STALLED_SEEN = 3
#: What most laptops show, the browser's own bars not counted.
LAPTOP: ViewportSize = {"width": 1366, "height": 768}
#: From the upper edge of the first letter of each text to the lower edge of its last, wherever its lines break.
WHERE_THE_WORDS_ARE = """(block, texts) => texts.map((text) => {
  const letters = [];
  const walk = document.createTreeWalker(block, NodeFilter.SHOW_TEXT);
  while (walk.nextNode()) {
    for (let at = 0; at < walk.currentNode.length; at += 1) letters.push([walk.currentNode, at]);
  }
  const from = letters.map(([node, at]) => node.data[at]).join("").indexOf(text);
  if (from < 0) throw new Error(`not shown: ${text}`);
  const range = document.createRange();
  range.setStart(...letters[from]);
  const [node, at] = letters[from + text.length - 1];
  range.setEnd(node, at + 1);
  const { top, bottom } = range.getBoundingClientRect();
  return { top, bottom };
})"""
_NOTE = "they say Pipewise is cheaper, I need an argument"


@pytest.fixture(scope="module")
def demo_port(tmp_path_factory: pytest.TempPathFactory) -> Iterator[int]:
    """The port of a running `lazo demo`."""
    demo = Demo(tmp_path_factory.mktemp("demo"), "--port", "0")
    try:
        yield demo.until_ready()
    finally:
        demo.stop()


def test_an_objection_is_heard_by_marketing_and_counted_in_the_weeks_digest(
    demo_port: int, new_page: Callable[..., Page], pytestconfig: pytest.Config, tmp_path: Path
) -> None:
    address = f"http://127.0.0.1:{demo_port}"
    ana = new_page(f"{address}/#as={_PEOPLE['ana']}")
    marta = new_page(f"{address}/#as={_PEOPLE['marta']}")

    ana.get_by_test_id("conv-sales").click()
    composer = ana.get_by_test_id("composer")
    composer.click()
    composer.press_sequentially("/obj")
    expect(ana.get_by_role("option").filter(has_text="/objection").first).to_be_visible()
    composer.fill(f"/objection Harlow Freight: {_NOTE}")
    composer.press("Enter")

    receipt = ana.get_by_test_id("message").filter(has_text="Guardado")
    expect(receipt).to_contain_text("Harlow Freight")
    expect(receipt).to_contain_text("Precio / valor")
    expect(receipt).to_contain_text("se entera ahora mismo")

    marta.get_by_test_id("conv-lazo").click()
    heard = marta.get_by_test_id("message").filter(has_text=_NOTE)
    expect(heard).to_contain_text("Ana García")
    expect(heard).to_contain_text("necesita un argumento")
    marta.get_by_test_id("conv-sales").click()
    expect(marta.get_by_text(_NOTE)).to_have_count(0)  # the receipt was Ana's alone

    ana.get_by_test_id("clock-monday").click()
    ana.get_by_test_id("conv-revenue-review").click()
    digest = ana.get_by_test_id("message").filter(has_text="Weekly digest")
    expect(digest).to_be_visible(timeout=60_000)
    expect(digest).to_contain_text(_NOTE)
    expect(digest.get_by_test_id("chart")).to_have_count(2)
    _who_stands_still_is_on_the_first_screen(ana, digest)
    # The README speaks English, and so does whoever its picture is of.
    tom = new_page(f"{address}/#as={_PEOPLE['tom']}")
    tom.get_by_test_id("conv-revenue-review").click()
    expect(tom.get_by_test_id("message").filter(has_text="Weekly digest")).to_be_visible()
    _picture(tom, pytestconfig, tmp_path)


def _who_stands_still_is_on_the_first_screen(page: Page, digest: Locator) -> None:
    """On a laptop, from the digest's title on: the three that stand still longest, each with what comes next.

    By where the letters are: every line of the three is between the list's upper edge and the composer.
    """
    page.set_viewport_size(LAPTOP)
    digest.get_by_role("heading").first.evaluate("(title) => title.scrollIntoView({ block: 'start' })")
    still = digest.locator(".mrkdwn", has_text="Standing still").first
    lines = [line for line in still.inner_text().splitlines() if line.startswith("•")]
    assert len(lines) >= STALLED_SEEN
    assert all("next" in line for line in lines[:STALLED_SEEN])
    first, last = still.evaluate(WHERE_THE_WORDS_ARE, [lines[0], lines[STALLED_SEEN - 1]])
    room = page.get_by_test_id("messages").bounding_box()
    assert room
    assert room["y"] < first["top"] < last["bottom"] <= room["y"] + room["height"] <= LAPTOP["height"]


def _picture(page: Page, config: pytest.Config, tmp_path: Path) -> None:
    """The README's picture; written into the project only when asked, so that a test leaves no trace."""
    asked = os.environ.get("LAZO_UPDATE_IMAGES")
    folder = config.rootpath / "docs" / "images" if asked else tmp_path
    folder.mkdir(exist_ok=True)
    page.set_viewport_size({"width": 1180, "height": 1500})
    digest = page.get_by_test_id("message").filter(has_text="Weekly digest")
    digest.get_by_role("heading").first.evaluate("(title) => title.scrollIntoView({ block: 'start' })")
    page.get_by_test_id("messages").evaluate("(list) => list.scrollBy(0, -64)")  # below the day that stays on top
    picture = page.screenshot(path=folder / "digest.png", animations="disabled")
    assert len(picture) > 20_000
