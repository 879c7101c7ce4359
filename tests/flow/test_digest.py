"""The digest through the whole pipe: real Bolt, Socket Mode, a real database, a local Slack on the other side."""

import copy
from collections.abc import Iterator
from contextlib import ExitStack
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from typing import Any
from zoneinfo import ZoneInfo

import pytest
from slack_bolt.adapter.socket_mode import SocketModeHandler
from sqlalchemy import text

from bot.clock import Clock
from bot.jobs.digests import run_due_digests
from bot.manifest import build_manifest
from bot.settings import Settings
from bot.socket_line import hang_up
from bot.wiring import Running, build
from commands.i18n import Texts
from playground.blockkit import view_refusal
from playground.local_slack import LocalSlack
from storage.database import Database
from storage.ids import WorkspaceId
from tests.digest_rows import DigestRows

MADRID = ZoneInfo("Europe/Madrid")
MONDAY = datetime(2018, 3, 5, 9, 30, tzinfo=MADRID)
REVIEW = "revenue-review"


class FixedClock(Clock):
    """Business time stands where the test puts it; the real one goes on."""

    def __init__(self, at: datetime) -> None:
        super().__init__()
        self.at = at

    def business_now(self) -> datetime:
        """Where the test put it."""
        return self.at.astimezone(UTC)


@dataclass(frozen=True)
class House:
    """A bot at work in a local Slack, and its database."""

    slack: LocalSlack
    running: Running
    clock: FixedClock
    database: Database

    def tick(self) -> int:
        """What the clock does every few seconds."""
        return run_due_digests(self.database, Texts(), self.clock.business_now(), self.clock.system_now())

    def deliver(self) -> None:
        """What the pulse does."""
        self.running.deliverer.run(patience=30)

    def posts(self, conversation: str = REVIEW) -> list[Any]:
        """The bot's messages in a channel."""
        bot = self.slack.bot_user_id
        return [message for message in self.slack.messages(conversation) if message.user == bot]

    def count(self, table: str) -> int:
        """How many rows a table has."""
        with self.database.read() as connection:
            return int(connection.execute(text(f"SELECT COUNT(*) FROM {table}")).scalar_one())


@pytest.fixture
def house(database: Database, database_url: str, monkeypatch: pytest.MonkeyPatch) -> Iterator[House]:
    clock = FixedClock(MONDAY)
    with ExitStack() as stack:
        slack = stack.enter_context(LocalSlack.start(build_manifest(Texts(), "both")))
        monkeypatch.setenv("SLACK_BOT_TOKEN", slack.bot_token)
        monkeypatch.setenv("SLACK_APP_TOKEN", slack.app_token)
        monkeypatch.setenv("SLACK_API_URL", slack.api_url)
        monkeypatch.setenv("DATABASE_URL", database_url)
        running = build(Settings(_env_file=None), database, clock)
        handler = SocketModeHandler(running.app, slack.app_token, concurrency=4)
        handler.connect()  # type: ignore[no-untyped-call]
        stack.callback(running.deliverer.close)
        stack.callback(hang_up, handler.client)
        slack.wait_until_connected()
        yield House(slack, running, clock, database)


def rows_of(house: House) -> DigestRows:
    """A handle on the workspace that the bot made at its start."""
    with house.database.read() as connection:
        workspace_id = connection.execute(text("SELECT id FROM workspaces")).scalar_one()
    return DigestRows.in_workspace(house.database, WorkspaceId(workspace_id))


def shown(answer: Any) -> str:  # noqa: ANN401 - an ack body
    """The text of an answer and its blocks."""
    assert answer is not None
    return str(answer["text"]) + str(answer.get("blocks", ""))


def test_preview_is_ephemeral_and_equals_what_is_posted(house: House) -> None:
    rows = rows_of(house)
    rows.objection(MONDAY - timedelta(days=4), quote="HubSpot is cheaper")
    rows.lead(MONDAY - timedelta(days=3), "paid_search")
    preview = house.slack.command("ana", REVIEW, "/digest", "vista previa")
    assert preview.ok
    assert preview.response is not None
    assert house.posts() == []
    assert house.slack.command("ana", REVIEW, "/digest", "now").ok
    house.deliver()
    (message,) = house.posts()
    assert message.text == preview.response["text"]
    assert without_ids(message.blocks) == without_ids(preview.response["blocks"])
    # A channel's is in the channel's language; between Lazo and Ana there is only hers.
    assert "Weekly digest" in shown(preview.response)
    alone = house.slack.command("ana", house.slack.dm_with_app("ana"), "/digest", "vista previa").response
    assert "Resumen semanal" in shown(alone)
    assert "Weekly digest" not in shown(alone)


def without_ids(blocks: Any) -> Any:  # noqa: ANN401 - any tree of JSON
    """Blocks without the ids that Slack gives them."""
    if isinstance(blocks, list):
        return [without_ids(block) for block in blocks]
    if isinstance(blocks, dict):
        return {key: without_ids(value) for key, value in blocks.items() if key != "block_id"}
    return blocks


def test_a_workspace_without_charts_gets_the_table(house: House) -> None:
    rows_of(house).lead(MONDAY - timedelta(days=3), "paid_search")
    house.slack.charts_allowed = False
    assert house.slack.command("ana", REVIEW, "/digest", "now").ok
    house.deliver()
    house.deliver()
    (message,) = house.posts()
    assert message.blocks[-1]["type"] == "table"


def test_now_twice_posts_once_and_offers_to_post_again(house: House) -> None:
    assert "on its way" in shown(house.slack.command("joe", REVIEW, "/digest", "now").response)
    again = house.slack.command("joe", REVIEW, "/digest", "now")
    assert "already posted" in shown(again.response)
    assert MONDAY.astimezone(ZoneInfo("America/New_York")).strftime("%H:%M") in shown(again.response), "as Joe's clock"
    house.deliver()
    assert len(house.posts()) == 1
    (offer,) = [message for message in house.slack.ephemerals("joe", REVIEW) if "already" in str(message.text)]
    assert house.slack.press("joe", "digest_post_now", message=offer).ok
    house.deliver()
    assert len(house.posts()) == 2


def test_one_that_slack_refused_is_not_called_posted_and_can_be_posted_at_once(house: House) -> None:
    house.slack.command("joe", REVIEW, "/digest", "now")
    with house.database.write() as work:
        work.connection.execute(text("UPDATE outbox SET state = 'dead', last_error = 'invalid_blocks'"))
        work.commit()
    assert "Slack would not take it" in shown(house.slack.command("joe", REVIEW, "/digest", "now").response)
    (offer,) = [message for message in house.slack.ephemerals("joe", REVIEW) if "would not" in str(message.text)]
    assert house.slack.press("joe", "digest_post_now", message=offer).ok
    house.deliver()
    assert len(house.posts()) == 1


def test_a_double_press_posts_once(house: House) -> None:
    house.slack.command("joe", REVIEW, "/digest", "now")
    house.slack.command("joe", REVIEW, "/digest", "now")
    (offer,) = [message for message in house.slack.ephemerals("joe", REVIEW) if "already" in str(message.text)]
    as_seen = copy.deepcopy(offer)
    house.slack.press("joe", "digest_post_now", message=offer)
    assert house.slack.press("joe", "digest_post_now", message=as_seen).ok
    assert house.count("digest_ledger") == 2


def test_a_channel_without_the_bot_gets_told_what_to_do(house: House) -> None:
    house.slack.add_channel("lonely", ["joe"], with_app=False)
    answer = house.slack.command("joe", "lonely", "/digest", "now")
    assert "/invite @Lazo" in shown(answer.response)
    assert house.count("outbox") == 0


def test_a_channel_that_others_read_gets_no_digest(house: House) -> None:
    answer = house.slack.command("joe", "acme-shared", "/digest", "now")
    assert answer.ok
    assert answer.response is None
    assert house.count("digest_ledger") == 0


def test_a_schedule_is_stored_told_and_kept(house: House) -> None:
    opened = house.slack.command("ana", REVIEW, "/digest", "programar")
    assert opened.ok
    (form,) = house.slack.views("ana")
    submitted = house.slack.submit(form, "ana", {"weekday": "0", "time": "10:00", "zone": "madrid", "language": "es"})
    assert submitted.response_action == "update", submitted.errors
    receipt = shown({"text": "", "blocks": house.slack.views("ana")[0].blocks})
    assert "recibe su resumen a las 10:00 (Europe/Madrid), en español" in receipt
    assert "Semanal, cada lunes" in receipt
    assert "lun 5 mar a las 10:00" in receipt
    assert house.tick() == 0
    house.clock.at = datetime(2018, 3, 5, 10, 0, tzinfo=MADRID)
    assert house.tick() == 1
    assert house.tick() == 0
    house.deliver()
    (message,) = house.posts()
    assert message.text.startswith("Resumen semanal, semana 9 de 2018")
    standing = shown(house.slack.command("ana", REVIEW, "/digest").response)
    assert "lun 12 mar a las 10:00" in standing
    assert "ya no" in standing or "programar" in standing


def test_what_a_channel_wants_is_what_it_gets(house: House) -> None:
    """The form's sections, accounts and months; the month's preview is what is posted; what stands is told."""
    rows = rows_of(house)
    rows.objection(MONDAY - timedelta(days=4), quote="HubSpot is cheaper")
    rows.lead(MONDAY - timedelta(days=20), "paid_search", won_at=MONDAY - timedelta(days=10))
    house.slack.command("joe", REVIEW, "/digest", "schedule")
    form = house.slack.views("joe")[-1]
    wanted = {
        "digest_kinds": ["weekly", "monthly"],
        "sections": ["scorecard", "pipeline", "mqls"],
        "accounts": "tiers:12",
        "zone": "Europe/Madrid",
        "time": "10:00",
    }
    submitted = house.slack.submit(form, "joe", wanted)
    assert submitted.response_action == "update", submitted.errors
    receipt = shown({"text": "", "blocks": house.slack.views("joe")[0].blocks})
    assert "Monthly, on the first Monday of the month. Next: *Mon, Mar 5 at 10:00*" in receipt
    assert "Accounts reviewed: accounts of tiers 1, 2" in receipt
    assert "Left out: Accounts: moved, standing still, next, Objections" in receipt
    house.slack.command("joe", REVIEW, "/digest", "schedule")
    again = house.slack.views("joe")[-1]
    assert view_refusal(again.source) is None
    ticked = {block["block_id"]: block["element"].get("initial_options") for block in again.source["blocks"][1:]}
    assert [option["value"] for option in ticked["sections"]] == ["scorecard", "pipeline", "mqls"]

    house.clock.at = datetime(2018, 3, 5, 10, 0, tzinfo=MADRID)
    previews = [house.slack.command("joe", REVIEW, "/digest", f"preview {which}").response for which in ("", "month")]
    assert house.tick() == 2
    house.deliver()
    posts = house.posts()
    assert len(posts) == len(previews)
    for preview in previews:
        assert preview is not None
        (message,) = [post for post in posts if post.text == preview["text"]]
        assert without_ids(message.blocks) == without_ids(preview["blocks"])
        assert "HubSpot" not in shown(preview)
    assert "Won: 1" in shown(previews[1])


def test_a_schedule_that_leaves_last_week_out_says_so_until_it_was_posted(house: House) -> None:
    """Its hour is past: the next one is about this week, and nobody would hear of the last."""
    house.clock.at = datetime(2018, 3, 5, 12, 0, tzinfo=MADRID)

    def saved(at: str) -> str:
        house.slack.command("joe", REVIEW, "/digest", "schedule")
        house.slack.submit(house.slack.views("joe")[-1], "joe", {"zone": "Europe/Madrid", "time": at})
        return shown({"text": "", "blocks": house.slack.views("joe")[-1].blocks})

    assert "no digest there yet" not in saved("13:00"), "today's is about last week"
    assert "None of them is about last week, which has no digest there yet" in saved("10:00")
    house.slack.command("joe", REVIEW, "/digest", "now")
    assert "no digest there yet" not in saved("11:00")


def test_a_digest_that_was_deleted_is_posted_again_and_no_other(house: House) -> None:
    def resent() -> str:
        return shown(house.slack.command("joe", REVIEW, "/digest", "resend").response)

    assert "No digest was ever posted" in resent()
    house.slack.command("joe", REVIEW, "/digest", "now")
    assert "still on its way" in resent()
    house.deliver()
    assert "still stands" in resent()
    (message,) = house.posts()
    house.slack.faults.add(method="conversations.history", times=1, kind="error", code="internal_error")
    assert "Slack didn’t say" in resent()
    house.slack.faults.clear()
    house.running.client.chat_delete(channel=message.conversation, ts=message.ts)
    assert "on its way" in resent()
    house.deliver()
    (anew,) = house.posts()
    assert (anew.text, house.count("digest_ledger")) == (message.text, 2)

    with house.database.write() as work:  # as retention does
        work.connection.execute(text("DELETE FROM outbox"))
        work.commit()
    assert "so long ago" in resent(), "one that was forgotten may stand still"
    assert house.count("digest_ledger") == len((message, anew))


def test_a_wrong_zone_keeps_the_form_open_with_the_nearest(house: House) -> None:
    house.slack.command("joe", REVIEW, "/digest", "schedule")
    (form,) = house.slack.views("joe")
    submitted = house.slack.submit(form, "joe", {"zone": "Europe/Madird"})
    assert submitted.errors == {"zone": "I don’t know this time zone. Did you mean Europe/Madrid, Atlantic/Madeira?"}
    assert house.count("digest_schedules") == 0


def test_a_channel_where_the_bot_is_not_cannot_be_scheduled(house: House) -> None:
    lonely = house.slack.add_channel("lonely", ["joe"], with_app=False)
    house.slack.command("joe", REVIEW, "/digest", "schedule")
    (form,) = house.slack.views("joe")
    submitted = house.slack.submit(form, "joe", {"channel": lonely.id})
    assert "/invite @Lazo" in submitted.errors["channel"]


def test_a_schedule_that_was_not_seen_is_shown_before_it_is_replaced_and_can_be_ended(house: House) -> None:
    """Chosen in another channel's form, or set by somebody faster: nothing is saved until it is said again."""
    for person in ("joe", "tom"):
        house.slack.command(person, REVIEW, "/digest", "schedule")
    house.slack.submit(house.slack.views("joe")[0], "joe", {"time": "08:15"})
    house.slack.command("ana", "marketing", "/digest", "schedule friday 10:00")
    chosen = {"channel": house.slack.conversation(REVIEW).id}
    for person, more in (("tom", {"time": "17:30"}), ("ana", chosen)):
        (form,) = house.slack.views(person)
        assert house.slack.submit(form, person, more).response_action == "update"
        assert "08:15" in shown(house.slack.command("joe", REVIEW, "/digest").response)
        (form,) = house.slack.views(person)
        assert view_refusal(form.source) is None
        assert "08:15" in str(form.source["blocks"][0])
    house.slack.submit(house.slack.views("ana")[0], "ana", {})
    assert "every Friday" in shown(house.slack.command("joe", REVIEW, "/digest").response)
    house.slack.submit(house.slack.views("tom")[0], "tom", {})  # what he had been shown is gone as well
    assert "10:00" in str(house.slack.views("tom")[0].source["blocks"][0])
    house.slack.submit(house.slack.views("tom")[0], "tom", {})
    assert "17:30" in shown(house.slack.command("joe", REVIEW, "/digest").response)
    ended = house.slack.command("joe", REVIEW, "/digest", "schedule off")
    assert "no more digests" in shown(ended.response)
    assert "nothing to end" in shown(house.slack.command("joe", REVIEW, "/digest", "schedule off").response)
    house.clock.at = MONDAY + timedelta(days=7)
    assert house.tick() == 0


def test_guests_read_digests_and_decide_none(house: House) -> None:
    """No command and no form of theirs schedules, posts or ends one, not even a form opened while they were members."""
    rows_of(house)
    refused = "Only full members"
    house.slack.command("joe", "marketing", "/digest", "schedule")
    house.slack.submit(house.slack.views("joe")[0], "joe", {})
    with house.database.write() as work:
        work.connection.execute(text("UPDATE workspaces SET guests_allowed = TRUE"))
        work.commit()
    for typed in ("now", "schedule", "schedule off"):
        assert refused in shown(house.slack.command("greg", "marketing", "/digest", typed).response), typed
    assert house.slack.views("greg") == []
    assert "every Monday" in shown(house.slack.command("greg", "marketing", "/digest").response)
    assert "Weekly digest" in shown(house.slack.command("greg", "marketing", "/digest", "preview").response)

    house.slack.command("tom", REVIEW, "/digest", "schedule")
    (form,) = house.slack.views("tom")
    house.slack.command("tom", REVIEW, "/digest", "now")
    house.slack.command("tom", REVIEW, "/digest", "now")
    (offer,) = [message for message in house.slack.ephemerals("tom", REVIEW) if "already" in str(message.text)]
    with house.database.write() as work:
        work.connection.execute(
            text("UPDATE members SET kind = 'guest' WHERE slack_user_id = :id"), {"id": house.slack.person("tom").id}
        )
        work.commit()
    assert refused in str(house.slack.submit(form, "tom", {}).errors)
    house.slack.press("tom", "digest_post_now", message=offer)
    assert (house.count("digest_schedules"), house.count("digest_ledger")) == (1, 1)


def test_the_form_is_within_slacks_limits_in_every_language(house: House) -> None:
    for person in ("joe", "ana", "lucia"):
        house.slack.command(person, REVIEW, "/digest", "schedule")
        (form,) = house.slack.views(person)
        assert view_refusal(form.source) is None


def test_an_unknown_word_is_answered_with_an_example(house: House) -> None:
    for word in ("prevew", "<!channel>", "x" * 3500, "\U0001f4a9", "now; DROP TABLE leads"):
        answer = house.slack.command("joe", REVIEW, "/digest", word)
        assert answer.ok
        assert "`/digest " in shown(answer.response)
        assert "<!channel>" not in shown(answer.response)
    assert house.count("outbox") == 0


def test_it_is_reached_through_lazo_and_in_spanish(house: House) -> None:
    assert "Weekly digest" in shown(house.slack.command("joe", REVIEW, "/lazo", "digest preview").response)
    assert "Weekly digest" in shown(house.slack.command("ana", REVIEW, "/resumen", "vista previa").response)
