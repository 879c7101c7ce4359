"""The smaller things that make the page Slack: files, copies for developers, new-message lines, profiles, its words."""

from __future__ import annotations

import json
import re
from typing import TYPE_CHECKING

import pytest
from playwright.sync_api import expect

from tests.browser import gallery
from tests.browser.guide import as_person
from tests.browser.tiny_bot import plain

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from playwright.sync_api import Page

    from playground.local_slack import LocalSlack
    from playground.model import Conversation
    from tests.browser.tiny_bot import TinyBot

pytestmark = pytest.mark.browser
ROWS = 'name;mail\nAda;ada@x.example\n"Roe; Jo";jo@x.example\n'
DROP = """([name, text]) => {
  const data = new DataTransfer();
  data.items.add(new File([text], name, {type: 'text/csv'}));
  const zone = document.querySelector('[data-testid=drop-zone]');
  for (const kind of ['dragenter', 'dragover', 'drop'])
    zone.dispatchEvent(new DragEvent(kind, {dataTransfer: data, bubbles: true, cancelable: true}));
}"""


def test_a_dropped_file_is_shown_with_its_first_rows_and_can_be_opened(
    bot: TinyBot, see: Callable[..., Page], tmp_path: Path
) -> None:
    page = see("tom")
    page.get_by_test_id("conv-tiny").click()
    expect(page.get_by_test_id("composer")).to_have_attribute("placeholder", "Message Tiny")
    page.evaluate(DROP, ["añadidos.csv", ROWS])
    card = page.get_by_test_id("file").last
    expect(card).to_contain_text("añadidos.csv")
    expect(card).to_contain_text(f"{len(ROWS.encode())} bytes")
    expect(card.get_by_role("columnheader")).to_have_text(["name", "mail"])
    expect(card.get_by_role("cell").nth(2)).to_have_text("Roe; Jo")
    with page.expect_download() as download:
        card.get_by_role("link").click()
    assert download.value.suggested_filename == "añadidos.csv"
    download.value.save_as(tmp_path / "got.csv")
    assert (tmp_path / "got.csv").read_text(encoding="utf-8") == ROWS


def test_a_message_is_copied_for_block_kit_and_shown_as_json(
    bot: TinyBot, see: Callable[..., Page], place: Conversation
) -> None:
    page = see("tom")
    page.context.grant_permissions(["clipboard-read", "clipboard-write"])
    blocks = [{"type": "section", "block_id": "one", "text": plain("Hello")}]
    bot.client.chat_postMessage(channel=place.id, text="Hello", blocks=blocks)
    message = page.get_by_test_id("message").last
    message.hover()
    message.get_by_test_id("message-menu").click()
    page.get_by_role("menuitem", name="Copy for Block Kit").click()
    expect(page.get_by_test_id("toast")).to_contain_text("Copied")
    copied = json.loads(page.evaluate("navigator.clipboard.readText()"))
    assert copied["blocks"][0]["text"]["text"] == "Hello"
    assert list(copied) == ["blocks"]

    message.get_by_test_id("message-menu").click()
    page.get_by_role("menuitem", name="View as JSON").click()
    expect(page.get_by_test_id("json-dialog")).to_contain_text('"block_id": "one"')
    page.keyboard.press("Escape")
    expect(page.get_by_test_id("json-dialog")).to_have_count(0)


def test_a_reaction_is_taken_back_by_a_second_press(
    bot: TinyBot, see: Callable[..., Page], place: Conversation
) -> None:
    page = see("tom")
    bot.client.chat_postMessage(channel=place.id, text="Shall we?")
    message = page.get_by_test_id("message").last
    message.hover()
    message.get_by_role("button", name="React with eyes").click()
    pressed = message.get_by_role("button", name="eyes, 1")
    expect(pressed).to_have_attribute("aria-pressed", "true")
    pressed.click()
    expect(pressed).to_have_count(0)


def test_a_line_stands_above_what_came_meanwhile(
    bot: TinyBot, see: Callable[..., Page], slack: LocalSlack, place: Conversation
) -> None:
    slack.post_as("ana", place.id, "read long ago")
    page = see("tom")
    expect(page.get_by_test_id("message")).to_have_count(1)
    page.get_by_test_id("conv-revenue-review").click()
    expect(page.get_by_test_id("conversation-title")).to_contain_text("revenue-review")
    slack.wait_for(
        lambda: slack.store.unread(slack.person("tom").id, place.id) == (0, 0), what="the mark to be cleared"
    )
    slack.post_as("ana", place.id, "new one")
    slack.post_as("ana", place.id, "new two")
    page.get_by_test_id(f"conv-{place.name}").click()
    line = page.get_by_test_id("fresh")
    expect(line).to_have_count(1)
    following = line.evaluate("line => line.nextElementSibling.textContent")
    assert "new one" in following


def test_who_only_passes_through_a_conversation_has_read_it(
    bot: TinyBot, see: Callable[..., Page], slack: LocalSlack, place: Conversation
) -> None:
    """However soon they go on: what is told to the server for one place is not lost for the next."""
    page = see("tom")
    page.get_by_test_id("conv-revenue-review").click()
    expect(page.get_by_test_id("conversation-title")).to_contain_text("revenue-review")
    slack.post_as("ana", place.id, "new one")
    expect(page.get_by_test_id(f"conv-{place.name}")).to_have_accessible_name(f"{place.name}, unread")
    page.evaluate(
        "names => names.forEach(name => document.querySelector(`[data-testid=conv-${name}]`).click())",
        [place.name, "revenue-review"],
    )
    slack.wait_for(
        lambda: slack.store.unread(slack.person("tom").id, place.id) == (0, 0), what="the mark to be cleared"
    )


def test_what_was_typed_outlives_a_reload_each_persons_own(
    bot: TinyBot, see: Callable[..., Page], slack: LocalSlack, place: Conversation
) -> None:
    page = see("tom")
    box = page.get_by_test_id("composer")
    box.fill("not sent yet")
    as_person(page, slack.base_url, "ana", place.name)
    expect(box).to_have_value("")
    box.fill("nor this")
    page.reload()
    expect(box).to_have_value("nor this")
    as_person(page, slack.base_url, "tom", place.name)
    expect(box).to_have_value("not sent yet")
    box.press("Enter")
    expect(box).to_have_value("")
    page.reload()
    expect(page.get_by_test_id("message").last).to_contain_text("not sent yet")
    expect(box).to_have_value("")


def test_names_lead_to_profiles_and_channels_to_their_members(
    bot: TinyBot, see: Callable[..., Page], slack: LocalSlack, place: Conversation
) -> None:
    slack.post_as("marta", place.id, "who am I?")
    page = see("tom")
    page.get_by_test_id("message").get_by_role("button", name="Marta Ruiz").click()
    card = page.get_by_role("dialog", name="Marta Ruiz")
    expect(card).to_contain_text("Demand generation")
    expect(card).to_contain_text("local time")
    card.get_by_role("button", name="Message").click()
    expect(page.get_by_test_id("conversation-title")).to_contain_text("Marta Ruiz")
    page.get_by_test_id(f"conv-{place.name}").click()
    page.get_by_test_id("members").click()
    expect(page.get_by_test_id("details")).to_contain_text("Joe Miller")
    page.keyboard.press("Escape")
    expect(page.get_by_test_id("members")).to_be_focused()


def test_ones_own_message_is_edited_and_deleted_and_nobody_elses(
    bot: TinyBot, see: Callable[..., Page], slack: LocalSlack, place: Conversation
) -> None:
    mine = slack.post_as("tom", place.id, "ask @ana about https://norte.example & more")
    slack.post_as("ana", place.id, "not his")
    page = see("tom")

    def menu(text: str) -> None:
        message = page.get_by_test_id("message").filter(has_text=text)
        message.hover()
        message.get_by_test_id("message-menu").click()

    menu("not his")
    expect(page.get_by_role("menuitem", name="Copy text")).to_be_visible()
    expect(page.get_by_role("menuitem", name="Edit message")).to_have_count(0)
    page.keyboard.press("Escape")
    menu("norte.example")
    page.get_by_role("menuitem", name="Edit message").click()
    box = page.get_by_test_id("edit-box")
    expect(box).to_have_value("ask @ana about https://norte.example & more")
    box.fill("ask @marta instead")
    box.press("Enter")
    edited = page.get_by_test_id("message").filter(has_text="instead")
    expect(edited).to_contain_text("ask @Marta Ruiz instead (edited)")
    assert slack.message(place.id, mine.ts).text == f"ask <@{slack.person('marta').id}> instead"
    refused = page.request.post(
        f"{slack.base_url}/page/message/delete",
        data={"as": slack.person("ana").id, "conversation": place.id, "ts": mine.ts},
    )
    assert refused.json()["error"] == "cant_update_message"
    menu("instead")
    page.get_by_role("menuitem", name="Delete message").click()
    page.get_by_test_id("confirm-yes").click()
    expect(edited).to_have_count(0)


def test_a_permalink_leads_to_its_message_as_the_person_one_is(
    bot: TinyBot, see: Callable[..., Page], slack: LocalSlack, place: Conversation
) -> None:
    far = slack.post_as("ana", place.id, "far away")
    for number in range(150):
        slack.post_as("ana", place.id, f"message {number}\n> with\n> more")
    link = bot.client.chat_getPermalink(channel=place.id, message_ts=far.ts)["permalink"]
    other = slack.conversation("revenue-review")
    bot.client.chat_postMessage(channel=other.id, text=f"<{link}|Where it was said>")
    page = see("marta")
    page.get_by_test_id("conv-revenue-review").click()
    page.get_by_role("link", name="Where it was said").last.click()
    expect(page.get_by_test_id("message").filter(has_text="far away")).to_be_in_viewport()
    expect(page.get_by_test_id("person-switcher")).to_contain_text("Marta Ruiz")
    page.goto(link)
    expect(page.get_by_test_id("message").filter(has_text="far away")).to_be_in_viewport()
    expect(page.get_by_test_id("person-switcher")).to_contain_text("Marta Ruiz")


def test_nothing_that_an_app_posts_is_shown_as_json(
    bot: TinyBot, see: Callable[..., Page], slack: LocalSlack, place: Conversation
) -> None:
    gallery.fill(slack, bot, place)
    page = see("tom")
    expect(page.get_by_test_id("chart")).to_have_count(4)
    expect(page.locator(".unknown-block")).to_have_count(0)
    expect(page.get_by_role("table").first).to_be_visible()
    expect(page.get_by_role("img", name=re.compile("Line chart. Sales: 70, 73"))).to_be_visible()


def test_the_pages_words_are_whole_in_both_languages(project_dir: Path) -> None:
    page = project_dir / "playground" / "page"
    source = (page / "words.js").read_text(encoding="utf-8")

    def words(name: str) -> dict[str, set[str]]:
        body = source.split(f"const {name} = {{", 1)[1].split("\n};", 1)[0]
        found = re.findall(r'(\w+): ("(?:[^"\\]|\\.)*"|\[[^\]]*\])', body)
        return {key: set(re.findall(r"\{(\w+)\}", text)) for key, text in found}

    english, spanish = words("EN"), words("ES")
    assert english == spanish
    mexican = words("MX")
    assert mexican == {key: spanish[key] for key in mexican}
    modules = "".join(
        path.read_text(encoding="utf-8")
        for path in page.rglob("*.js")
        if path.name != "words.js" and "vendor" not in path.parts
    )
    assert set(re.findall(r'\bt\(\s*"(\w+)"', modules)) <= set(english)
    assert [key for key in english if f'"{key}"' not in modules] == []
