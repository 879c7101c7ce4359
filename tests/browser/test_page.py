"""The local Slack's page does what people expect of Slack."""

from __future__ import annotations

import re
from collections.abc import Callable
from typing import TYPE_CHECKING

import pytest
from playwright.sync_api import Locator, Page, expect

from bot.socket_line import hang_up
from playground.local_slack import LocalSlack
from tests.browser import tiny_bot
from tests.browser.tiny_bot import TinyBot, plain

if TYPE_CHECKING:
    from pathlib import Path

    from playground.model import Conversation

pytestmark = pytest.mark.browser
OpenPage = Callable[..., Page]


def type_in(page: Page, text: str) -> None:
    page.get_by_test_id("composer").fill(text)
    page.get_by_test_id("composer").press("Enter")


def command(page: Page, text: str) -> None:
    """Type a command and send it, whatever the completion offers."""
    page.get_by_test_id("composer").fill(f"{text} ")
    page.get_by_test_id("composer").press("Enter")


def choose(page: Page, form: Locator, label: str, typed: str, name: str) -> None:
    form.get_by_role("combobox", name=label, exact=True).click()
    page.keyboard.type(typed)
    page.get_by_role("option", name=name).first.click()


def test_every_module_of_the_page_is_fetched_at_once(project_dir: Path) -> None:
    page = project_dir / "playground" / "page"
    named = set(re.findall(r'"/static/([^"]+[.]js)"', (page / "index.html").read_text(encoding="utf-8")))
    assert named == {path.relative_to(page).as_posix() for path in page.rglob("*.js")}


def test_commands_are_completed_from_the_manifest(bot: TinyBot, see: OpenPage) -> None:
    page = see()
    composer = page.get_by_test_id("composer")
    composer.fill("/")
    menu = page.get_by_test_id("completion")
    expect(menu.get_by_role("option")).to_have_count(5)
    expect(menu).to_contain_text("Answer only me")
    composer.press_sequentially("for")
    expect(menu.get_by_role("option")).to_have_count(2)
    composer.press("ArrowDown")
    expect(menu.get_by_role("option", selected=True)).to_contain_text("/format")
    composer.press("ArrowUp")
    composer.press("Tab")
    expect(composer).to_have_value("/form ")
    expect(menu).to_have_count(0)
    composer.press_sequentially("Hello")
    composer.press("Enter")
    expect(page.get_by_role("dialog", name="Hello")).to_be_visible()
    expect(composer).to_have_value("")


HURRIED_KEYS = """async (box) => {
  const picture = () => new Promise((done) => requestAnimationFrame(() => setTimeout(done, 0)));
  box.focus();
  box.value = "/for";
  box.dispatchEvent(new InputEvent("input", { bubbles: true }));
  await Promise.resolve().then(() => {}).then(() => {});
  box.dispatchEvent(new KeyboardEvent("keydown", { key: "ArrowDown", bubbles: true, cancelable: true }));
  await picture();
  await picture();
}"""


def test_an_arrow_pressed_before_the_next_picture_counts(bot: TinyBot, see: OpenPage) -> None:
    """Nothing that happens after the drawing may take a choice back: quick hands are between the two."""
    page = see()
    page.get_by_test_id("composer").evaluate(HURRIED_KEYS)
    chosen = page.get_by_test_id("completion").get_by_role("option", selected=True)
    expect(chosen).to_contain_text("/format")


def test_a_scroll_told_after_its_room_was_left_is_nothing(bot: TinyBot, see: OpenPage) -> None:
    """Browsers tell of a scroll at the next picture, when the list may be gone; an error would fail the test."""
    page = see()
    left = page.get_by_test_id("messages").element_handle()
    page.get_by_test_id("conv-tiny").click()
    page.get_by_test_id("tab-home").click()
    expect(page.get_by_test_id("home")).to_be_visible()
    left.evaluate("(list) => list.dispatchEvent(new Event('scroll'))")


def test_a_modal_takes_every_kind_of_input(bot: TinyBot, see: OpenPage, slack: LocalSlack) -> None:
    page = see()
    command(page, "/form")
    form = page.get_by_test_id("modal")
    expect(form.get_by_label("Quote")).to_be_focused()
    page.get_by_test_id("modal-submit").click()
    expect(form.get_by_test_id("input-error").first).to_have_text("Please complete this required field.")
    assert bot.submitted == []

    form.get_by_label("Quote").fill("Too dear, says <b>Ana</b>")
    choose(page, form, "Theme", "comp", "Competitor")
    choose(page, form, "Account", "acme m", "Acme México")
    form.get_by_role("combobox", name="Tags").click()
    page.get_by_role("option", name="Price").click()
    page.get_by_role("option", name="Trust").click()
    page.keyboard.press("Escape")
    choose(page, form, "Owner", "lucia", "Lucía Hernández")
    form.get_by_role("combobox", name="Team").click()
    page.get_by_role("option", name="Tom Baker").click()
    page.keyboard.press("Escape")
    choose(page, form, "Place", "reven", "revenue-review")
    choose(page, form, "Channel", "mark", "marketing")
    form.get_by_label("Yes").check()
    form.get_by_label("Proof").check()
    form.get_by_label("Day").fill("2026-11-30")
    form.get_by_label("Hour").fill("09:30")
    form.get_by_label("Moment").fill("2026-11-30T10:00")
    form.get_by_label("Mail").fill("nobody")
    form.get_by_label("Link").fill("https://crm.example/1")
    form.get_by_label("Amount").fill("12.5")
    page.get_by_test_id("modal-submit").click()
    expect(form.get_by_test_id("input-error")).to_have_text("Please enter a valid email address.")
    form.get_by_label("Mail").fill("ana@norte.example")
    form.get_by_label("Mail").press("Control+Enter")
    expect(form).to_have_count(0)
    bot.wait(lambda: bot.submitted)

    kept = {block: next(iter(values.values())) for block, values in bot.submitted[0].items()}
    assert kept["quote"]["value"] == "Too dear, says <b>Ana</b>"
    assert kept["theme"]["selected_option"]["value"] == "competitor"
    assert kept["account"]["selected_option"]["value"] == "acme méxico"
    assert [o["value"] for o in kept["tags"]["selected_options"]] == ["price", "trust"]
    assert kept["owner"]["selected_user"] == slack.person("lucia").id
    assert kept["team"]["selected_users"] == [slack.person("tom").id]
    assert kept["place"]["selected_conversation"] == slack.conversation("revenue-review").id
    assert kept["channel"]["selected_channel"] == slack.conversation("marketing").id
    assert kept["worked"]["selected_option"]["value"] == "yes"
    assert [o["value"] for o in kept["needs"]["selected_options"]] == ["proof"]
    assert (kept["day"]["selected_date"], kept["hour"]["selected_time"]) == ("2026-11-30", "09:30")
    assert kept["moment"]["selected_date_time"] == 1796032800  # 10:00 in London, which is 10:00 UTC
    assert kept["mail"]["value"] == "ana@norte.example"
    assert kept["amount"]["value"] == "12.5"


def small(page: Page) -> Locator:
    """The modal of two steps."""
    command(page, "/steps")
    return page.get_by_test_id("modal")


def test_typed_values_survive_an_update_a_push_and_the_way_back(bot: TinyBot, see: OpenPage) -> None:
    page = see()
    form = small(page)
    form.get_by_label("Kept").fill("stays")
    form.get_by_role("button", name="Swap").click()
    expect(page.get_by_role("dialog", name="Step 2")).to_be_visible()
    expect(form.get_by_label("Kept")).to_have_value("stays")
    page.get_by_test_id("modal-submit").click()
    expect(page.get_by_role("dialog", name="Second")).to_be_visible()
    page.get_by_test_id("modal-back").click()
    expect(form.get_by_label("Kept")).to_have_value("stays")


def test_errors_stand_under_their_field_and_a_lost_bot_keeps_what_was_typed(
    bot: TinyBot, see: OpenPage, slack: LocalSlack
) -> None:
    page = see()
    command(page, "/form")
    form = page.get_by_test_id("modal")
    form.get_by_label("Quote").fill("x" * 201)
    expect(form.get_by_text("-1", exact=True)).to_be_visible()
    page.keyboard.press("Escape")
    expect(form).to_have_count(0)
    bot.wait(lambda: bot.closed)

    small(page).get_by_label("Kept").fill("precious")
    slack.disconnect_sockets()
    slack.wait_for(lambda: slack.delivery.connected, what="the bot to come back")
    slack.delivery.ack_seconds = 0.0
    page.get_by_test_id("modal-submit").click()
    expect(page.get_by_test_id("modal-trouble")).to_have_text("We had some trouble connecting. Try again?")
    expect(form.get_by_label("Kept")).to_have_value("precious")


def test_a_refusal_by_the_bot_is_shown_at_its_field(bot: TinyBot, see: OpenPage) -> None:
    page = see()
    page.get_by_test_id("shortcuts").click()
    page.get_by_role("menuitem", name="Fill a form").click()
    form = page.get_by_role("dialog", name="From a shortcut")
    form.get_by_label("Name").fill("Acme")
    form.get_by_label("Mail").fill("who@nowhere.example")
    form.get_by_label("Mail").press("Enter")
    expect(form.get_by_test_id("input-error")).to_have_text("We know nobody there.")
    expect(form.get_by_label("Mail")).to_be_focused()
    expect(form.get_by_label("Name")).to_have_value("Acme")


def test_what_the_bot_says_to_one_person_only_that_person_sees(bot: TinyBot, see: OpenPage) -> None:
    ana, tom = see("ana"), see("tom")
    command(ana, "/whisper a secret")
    mine = ana.get_by_test_id("message").filter(has_text="you said: a secret")
    expect(mine).to_contain_text("Solo visible para ti")
    type_in(ana, "spoken aloud")
    expect(tom.get_by_test_id("message").filter(has_text="spoken aloud")).to_be_visible()
    expect(tom.get_by_text("a secret")).to_have_count(0)


def test_a_command_that_fails_says_so_and_gives_the_text_back(bot: TinyBot, see: OpenPage, slack: LocalSlack) -> None:
    page = see()
    slack.delivery.ack_seconds = 0.2
    command(page, "/silent what I typed")
    expect(page.get_by_test_id("message").filter(has_text="operation_timeout")).to_be_visible()
    expect(page.get_by_test_id("composer")).to_have_value(re.compile("/silent what I typed"))
    command(page, "/nonsense")
    expect(page.get_by_test_id("message").filter(has_text="is not a valid command")).to_be_visible()


def test_threads_reactions_and_message_shortcuts(bot: TinyBot, see: OpenPage) -> None:
    ana, tom = see("ana"), see("tom")
    type_in(ana, "they say it is too dear")
    message = tom.get_by_test_id("messages").get_by_test_id("message").filter(has_text="too dear")
    message.hover()
    message.get_by_test_id("reply").click()
    tom.get_by_test_id("also-send").check()
    tom.get_by_test_id("thread-composer").fill("/whisper a secret")
    tom.get_by_test_id("thread-composer").press("Enter")
    expect(tom.get_by_test_id("toast")).to_contain_text("cannot be used in threads")
    expect(tom.get_by_test_id("thread-composer")).to_have_value("/whisper a secret")
    expect(tom.get_by_test_id("also-send")).to_be_checked()  # nothing went, so nothing is taken back
    tom.get_by_test_id("also-send").uncheck()
    tom.get_by_test_id("thread-composer").fill("ask for the *reason*")
    tom.get_by_test_id("thread-composer").press("Enter")
    expect(tom.get_by_test_id("thread").get_by_text("reason")).to_be_visible()
    expect(ana.get_by_test_id("replies")).to_contain_text("1 respuesta")
    ana.get_by_test_id("replies").click()
    expect(ana.get_by_test_id("thread").get_by_text("reason")).to_be_visible()

    message.hover()
    message.get_by_role("button", name="React with eyes").click()
    expect(ana.get_by_test_id("messages").get_by_role("button", name="eyes, 1")).to_be_visible()
    message.get_by_test_id("message-menu").click()
    tom.get_by_role("menuitem", name="Keep this").click()
    bot.wait(lambda: bot.shortcuts)
    assert bot.shortcuts[0]["message"]["text"] == "they say it is too dear"


def test_the_person_switcher_and_the_unread_marks(bot: TinyBot, see: OpenPage, slack: LocalSlack) -> None:
    page = see("ana")
    slack.post_as("tom", "revenue-review", "hello @ana")
    badge = page.get_by_test_id("conv-revenue-review")
    expect(badge.get_by_test_id("badge")).to_have_text("1")
    badge.click()
    expect(page.get_by_test_id("message").filter(has_text="hello @Ana García")).to_be_visible()
    expect(badge.get_by_test_id("badge")).to_have_count(0)
    page.get_by_test_id("person-switcher").click()
    page.get_by_test_id(f"person-{slack.person('marta').id}").click()
    expect(page.get_by_test_id("person-switcher")).to_contain_text("Marta Ruiz")
    expect(page).to_have_url(re.compile(f"as={slack.person('marta').id}"))
    type_in(page, "I am Marta")
    expect(page.get_by_test_id("message").filter(has_text="I am Marta")).to_contain_text("Marta Ruiz")
    page.go_back()
    expect(page.get_by_test_id("person-switcher")).to_contain_text("Ana García")


HOSTILE = "<img src=x onerror=window.hacked=1> <script>hacked=1</script> <a href='javascript:alert(1)'>x</a> &amp;lt;"


def test_what_people_write_is_text_and_never_markup(
    bot: TinyBot, see: OpenPage, slack: LocalSlack, place: Conversation
) -> None:
    page = see()
    type_in(page, HOSTILE)
    expect(page.get_by_test_id("message").last).to_contain_text(HOSTILE)
    bot.client.chat_postMessage(
        channel=place.id,
        text="t",
        blocks=[
            {"type": "header", "text": plain(HOSTILE)},
            {"type": "section", "text": {"type": "mrkdwn", "text": "<javascript:window.hacked=1|press me> " + HOSTILE}},
            {
                "type": "rich_text",
                "elements": [{"type": "rich_text_section", "elements": [{"type": "text", "text": HOSTILE}]}],
            },
        ],
    )
    posted = page.get_by_test_id("message").last
    expect(posted).to_contain_text("press me")
    expect(posted.locator("script, img, a[href^=javascript]")).to_have_count(0)
    assert page.evaluate("window.hacked") is None


def test_many_categories_of_a_chart_can_all_be_read(
    bot: TinyBot, see: OpenPage, slack: LocalSlack, place: Conversation
) -> None:
    page = see()
    names = ["Price / value", "Competitor", "Security / legal", "No authority to decide", "Brush-off"]
    names += ["Implementation", "Missing feature", "Fine as they are", "Not now", "No budget", "Trust / proof"]
    labels = [name[:20] for name in names]
    points = [{"label": label, "value": value} for value, label in enumerate(labels)]
    chart = {"type": "bar", "series": [{"name": "Now", "data": points}], "axis_config": {"categories": labels}}
    bot.client.chat_postMessage(
        channel=place.id, text="chart", blocks=[{"type": "data_visualization", "title": "Themes", "chart": chart}]
    )
    drawn = page.locator("[data-chart=bar] svg")
    for label in labels:
        expect(drawn.locator("text.chart-text").filter(has_text=label)).to_be_visible()
    expect(drawn.locator("text.chart-text").filter(has_text="…")).to_have_count(0)
    first = drawn.locator("text.chart-text").filter(has_text=labels[0]).bounding_box()
    frame = drawn.bounding_box()
    assert first is not None
    assert frame is not None
    assert first["x"] >= frame["x"]


def test_charts_tables_and_buttons_in_a_message(
    bot: TinyBot, see: OpenPage, slack: LocalSlack, place: Conversation
) -> None:
    page = see()
    points = [{"label": week, "value": value} for week, value in (("W46", 4), ("W47", 9))]
    series = [{"name": "Price", "data": points}]
    axes = {"categories": ["W46", "W47"]}
    channel = place.id
    bot.client.chat_postMessage(
        channel=channel,
        text="charts",
        blocks=[
            {
                "type": "data_visualization",
                "title": "Objections",
                "chart": {"type": "bar", "series": series, "axis_config": axes},
            },
            {
                "type": "data_visualization",
                "title": "Reasons",
                "chart": {"type": "pie", "segments": [{"label": "Fit", "value": 3}, {"label": "Timing", "value": 1}]},
            },
            {
                "type": "table",
                "rows": [[{"type": "raw_text", "text": "Source"}], [{"type": "raw_text", "text": "search"}]],
            },
            {
                "type": "actions",
                "block_id": "b",
                "elements": [
                    {
                        "type": "button",
                        "action_id": "press",
                        "text": plain("Take it"),
                        "value": "7",
                        "confirm": {
                            "title": plain("Sure?"),
                            "text": plain("It becomes yours."),
                            "confirm": plain("Yes"),
                            "deny": plain("No"),
                        },
                    }
                ],
            },
        ],
    )
    bars = page.locator("[data-chart=bar]")
    expect(bars.locator("rect.chart-bar")).to_have_count(2)
    heights = [float(bar.get_attribute("height") or 0) for bar in bars.locator("rect.chart-bar").all()]
    assert heights[1] / heights[0] == pytest.approx(9 / 4, rel=0.05)
    bars.locator("svg").focus()
    page.keyboard.press("ArrowRight")
    expect(bars.get_by_role("tooltip")).to_contain_text("W46")
    expect(page.locator("[data-chart=pie] path")).to_have_count(2)
    expect(page.get_by_role("columnheader", name="Source")).to_be_visible()
    page.get_by_role("button", name="Take it").click()
    page.get_by_test_id("confirm").get_by_role("button", name="No").click()
    assert bot.actions == []
    page.get_by_role("button", name="Take it").click()
    page.get_by_test_id("confirm-yes").click()
    bot.wait(lambda: bot.actions)
    assert bot.actions[0]["actions"][0]["value"] == "7"


def test_a_block_that_cannot_be_drawn_is_a_card_and_the_rest_stays(
    bot: TinyBot, see: OpenPage, slack: LocalSlack, place: Conversation
) -> None:
    page = see()
    message = slack.post_as("ana", place.id, "seen")
    expect(page.get_by_test_id("message")).to_have_count(1)
    page.evaluate(
        """async ([ts, conversation]) => {
            const { putMessage } = await import('/static/store.js');
            putMessage({ts: ts + '1', conversation, user: 'U1', text: '', reactions: [], blocks: [
                {type: 'hologram'}, {type: 'header'},
                {type: 'section', text: {type: 'mrkdwn', text: 'still here'}}]}, true);
        }""",
        [message.ts, message.conversation],
    )
    shown = page.get_by_test_id("message").last
    expect(shown).to_contain_text("A block this page does not draw: hologram")
    expect(shown).to_contain_text("This block could not be drawn: header")
    expect(shown).to_contain_text("still here")


def test_the_clock_moves_forward_in_every_window(bot: TinyBot, see: OpenPage, slack: LocalSlack) -> None:
    tom, joe = see("tom"), see("joe")
    tom.get_by_test_id("clock-monday").click()
    expect(tom.get_by_test_id("clock-now")).to_contain_text(re.compile(r"^Mon .*09:00"))
    expect(joe.get_by_test_id("clock-now")).to_contain_text(re.compile(r"^Mon.* 4:00\sAM"))
    assert slack.clock.offset_seconds > 0
    # Each sees the hour where they are, and where that is.
    expect(tom.get_by_test_id("clock-place")).to_have_text("London")
    expect(joe.get_by_test_id("clock-place")).to_have_text("New York")
    tom.get_by_test_id("clock-face").click()
    tom.get_by_test_id("clock-to").fill("2020-01-01T09:00")
    expect(tom.get_by_test_id("clock-go")).to_be_disabled()


def test_the_home_tab(bot: TinyBot, see: OpenPage) -> None:
    page = see()
    page.get_by_test_id("conv-tiny").click()
    page.get_by_test_id("tab-home").click()
    expect(page.get_by_test_id("home")).to_contain_text("Your open items")
    page.get_by_test_id("home").get_by_role("button", name="Log").click()
    bot.wait(lambda: bot.actions)


def test_a_bot_that_is_away_is_told_and_the_notice_goes_when_it_is_back(new_page: OpenPage) -> None:
    with LocalSlack.start(tiny_bot.MANIFEST) as slack:
        page = new_page(f"{slack.base_url}/#as={slack.person('tom').id}")
        expect(page.get_by_test_id("bot-offline")).to_contain_text("Tiny is not connected")
        _, handler = tiny_bot.start(slack)
        expect(page.get_by_test_id("bot-offline")).to_have_count(0)
        hang_up(handler.client)
        expect(page.get_by_test_id("bot-offline")).to_be_visible()


def test_a_page_left_open_while_the_server_is_started_anew_shows_the_new_world_alone(new_page: OpenPage) -> None:
    with LocalSlack.start(tiny_bot.MANIFEST) as before:
        port = int(before.base_url.rpartition(":")[2])
        page = new_page(f"{before.base_url}/#as={before.person('tom').id}")
        type_in(page, "said before")
        expect(page.get_by_test_id("message").last).to_contain_text("said before")
    expect(page.get_by_test_id("offline")).to_be_visible()
    with LocalSlack.start(tiny_bot.MANIFEST, port) as after:
        after.post_as("ana", "sales", "said after")
        expect(page.get_by_test_id("message").filter(has_text="said after")).to_be_visible()
        expect(page.get_by_test_id("message").filter(has_text="said before")).to_have_count(0)


def test_a_long_conversation_is_paged_and_a_narrow_window_works(
    see: OpenPage, slack: LocalSlack, place: Conversation
) -> None:
    for number in range(450):
        slack.post_as("ana", place.id, f"message {number}\n> of\n> some\n> lines")
    page = see("tom", width=390, height=844)
    expect(page.get_by_test_id("message").last).to_contain_text("message 449")
    # Who comes back begins at the first that is new, and is one press away from the newest.
    expect(page.get_by_test_id("fresh")).to_be_in_viewport()
    page.get_by_role("button", name="450 new messages").click()
    shown = page.get_by_test_id("message")
    expect(shown.last).to_be_in_viewport()
    assert shown.count() < 450 / 2
    oldest = shown.first.get_attribute("data-ts")
    page.get_by_test_id("messages").evaluate("box => { box.scrollTop = 0; }")
    expect(shown.first).not_to_have_attribute("data-ts", oldest or "")
    # Whoever reads there keeps the place while older messages come in above.
    expect(page.locator(f"[data-ts='{oldest}']")).to_be_in_viewport()
    page.get_by_role("button", name="Conversations").click()
    page.get_by_test_id("conv-revenue-review").click()
    expect(page.get_by_test_id("conversation-title")).to_contain_text("revenue-review")
    expect(page.get_by_test_id("sidebar")).not_to_be_visible()
