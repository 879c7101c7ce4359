"""Marketing hears: who, when, in which language, and what becomes of it when the note changes."""

import re
from collections.abc import Sequence
from concurrent.futures import ThreadPoolExecutor
from threading import Event

import pytest
from sqlalchemy import Connection, update
from sqlmodel import col

from bot.jobs.notices import run_release
from commands.i18n import Texts
from commands.objection.notices import composers
from commands.objection.telling import TELL
from commands.telling import Audience, Composed, Composers
from playground.local_slack import LocalSlack
from playground.model import Json
from storage.tables import Member, Notice, OutboxMessage
from tests.flow.acts import (
    FRIDAY,
    MONDAY,
    SATURDAY,
    WEDNESDAY,
    answer,
    direct,
    form,
    heard,
    known_account,
    met,
    move_to,
    only,
    quiet,
    receipt,
    rows,
    says,
    set_workspace,
    words,
)
from tests.flow.conftest import RunningBot
from tests.storage.test_group_commit import waiting_for


def test_the_owner_is_told_at_once_when_something_is_asked(slack: LocalSlack, bot: RunningBot) -> None:
    known_account(slack, bot, marketing="marta")
    move_to(slack, bot, WEDNESDAY, "10:00")
    seen = answer(slack, "tom", "sales", "Acme: too expensive, I need a case study")
    assert says(seen, "en", "objection-told-owner-now", owner=f"<@{slack.person('marta').id}>")

    (told,) = heard(slack, bot, "marta")
    said = words(told)
    assert says(said, "es", "objection-notice-ask", ask="proof")  # her language, not his
    assert "*Acme*" in said
    assert "too expensive, I need a case study" in said
    assert told.pings == (f"@{slack.person('tom').id}",) * 2  # who wrote it is named; once more in the notification
    assert told.metadata is not None
    assert slack.messages("sales") == []


def test_on_saturday_it_is_held_till_monday_nine(slack: LocalSlack, bot: RunningBot) -> None:
    known_account(slack, bot, marketing="marta")
    move_to(slack, bot, SATURDAY, "11:00")
    seen = answer(slack, "ana", "sales", "Acme: muy caro, necesito una comparativa")
    assert says(seen, "es", "objection-told-owner-at")
    assert re.search(r"lun\b.*09:00", seen)
    move_to(slack, bot, MONDAY, "08:58")
    quiet(slack, bot)
    assert direct(slack, "marta") == []

    slack.advance(180)
    bot.parts.heart.quicken()
    (told,) = heard(slack, bot, "marta")
    assert says(words(told), "es", "objection-notice-ask", ask="content")


def test_a_note_that_asks_nothing_waits_for_one_daily_list(slack: LocalSlack, bot: RunningBot) -> None:
    known_account(slack, bot, marketing="joe")
    move_to(slack, bot, FRIDAY, "17:00", "America/New_York")
    assert says(answer(slack, "tom", "sales", "Acme: too expensive"), "en", "objection-told-owner-daily")
    answer(slack, "ana", "sales", "Acme: <!channel> no lo necesitan")
    answer(slack, "lucia", "sales", "Acme: ya tienen otra cosa")
    slack.press("lucia", "objection_undo", message=receipt(slack, "lucia"))
    move_to(slack, bot, SATURDAY, "12:00", "America/New_York")
    quiet(slack, bot)
    assert direct(slack, "joe") == []

    move_to(slack, bot, MONDAY, "09:00", "America/New_York")
    (told,) = heard(slack, bot, "joe")
    said = words(told)
    assert says(said, "en", "objection-notice-list", count=2)
    assert "too expensive" in said
    assert "<!channel> no lo necesitan" in said
    assert "ya tienen otra cosa" not in said  # withdrawn before: never told
    assert set(told.pings) == {f"@{slack.person(name).id}" for name in ("tom", "ana")}
    slack.advance(24 * 3600)
    bot.parts.heart.quicken()
    heard(slack, bot, "joe", 1)  # and the next day nothing new


def test_without_an_owner_the_channel_hears_and_without_one_nobody(slack: LocalSlack, bot: RunningBot) -> None:
    move_to(slack, bot, WEDNESDAY, "10:00")
    seen = answer(slack, "tom", "sales", "Acme: too risky, I need references")
    assert says(seen, "en", "objection-told-nobody")
    assert rows(bot, Notice) == []

    set_workspace(slack, bot, marketing_channel=slack.conversation("marketing").id, locale="es", tz="Europe/Madrid")
    seen = answer(slack, "tom", "sales", "Acme: never heard of us, I need references")
    assert says(seen, "en", "objection-told-channel-now", channel=f"<#{slack.conversation('marketing').id}>")
    slack.wait_for(lambda: slack.messages("marketing"), what="the channel to hear")
    quiet(slack, bot)
    (told,) = slack.messages("marketing")
    assert says(words(told), "es", "objection-notice-ask", ask="proof", account="*Acme*")


def test_nobody_is_told_what_they_wrote_themselves(slack: LocalSlack, bot: RunningBot) -> None:
    known_account(slack, bot, marketing="marta")
    set_workspace(slack, bot, marketing_channel=slack.conversation("marketing").id)
    seen = answer(slack, "marta", "sales", "Acme: muy caro, necesito un caso de éxito")
    assert says(seen, "es", "objection-told-yourself")
    quiet(slack, bot)
    assert rows(bot, Notice) == []


def test_withdrawn_before_it_leaves_it_is_never_told(slack: LocalSlack, bot: RunningBot) -> None:
    known_account(slack, bot, marketing="marta")
    move_to(slack, bot, SATURDAY, "11:00")
    answer(slack, "tom", "sales", "Acme: too expensive, I need a case study")
    slack.press("tom", "objection_undo", message=receipt(slack, "tom"))
    move_to(slack, bot, MONDAY, "09:01")
    quiet(slack, bot)
    assert direct(slack, "marta") == []
    assert rows(bot, OutboxMessage) == []


def test_brought_back_before_it_leaves_it_is_told_once(slack: LocalSlack, bot: RunningBot) -> None:
    known_account(slack, bot, marketing="marta")
    move_to(slack, bot, SATURDAY, "11:00")
    answer(slack, "tom", "sales", "Acme: too expensive, I need a case study")
    slack.press("tom", "objection_undo", message=receipt(slack, "tom"))
    slack.press("tom", "objection_restore", message=receipt(slack, "tom"))
    move_to(slack, bot, MONDAY, "09:01")
    heard(slack, bot, "marta", 1)


def test_a_posted_note_follows_edits_withdrawal_and_return(slack: LocalSlack, bot: RunningBot) -> None:
    known_account(slack, bot, marketing="marta")
    move_to(slack, bot, WEDNESDAY, "10:00")
    answer(slack, "tom", "sales", "Acme: too expensive, I need a case study")
    (told,) = heard(slack, bot, "marta")

    for quote in ("second version", "third version"):
        slack.press("tom", "objection_edit", message=receipt(slack, "tom"))
        assert slack.submit(form(slack, "tom"), "tom", {"quote": quote}).ok
    slack.wait_for(lambda: "third version" in words(slack.message(told.conversation, told.ts)))
    slack.press("tom", "objection_undo", message=receipt(slack, "tom"))
    slack.wait_for(lambda: says(words(slack.message(told.conversation, told.ts)), "es", "objection-notice-withdrawn"))
    slack.press("tom", "objection_restore", message=receipt(slack, "tom"))
    slack.wait_for(lambda: "third version" in words(slack.message(told.conversation, told.ts)))
    heard(slack, bot, "marta", 1)  # one message all along


def test_what_is_asked_later_is_told_at_once_and_once(slack: LocalSlack, bot: RunningBot) -> None:
    known_account(slack, bot, marketing="marta")
    move_to(slack, bot, WEDNESDAY, "10:00")
    answer(slack, "tom", "sales", "Acme: too expensive")
    quiet(slack, bot)
    assert direct(slack, "marta") == []

    slack.press("tom", "objection_edit", message=receipt(slack, "tom"))
    slack.submit(form(slack, "tom"), "tom", {"ask": "argument"})
    (told,) = heard(slack, bot, "marta")
    assert says(words(told), "es", "objection-notice-ask", ask="argument")
    move_to(slack, bot, FRIDAY, "12:00")  # the daily list that had been planned says nothing of it any more
    heard(slack, bot, "marta", 1)


@pytest.mark.parametrize("heard_already", [False, True], ids=["before", "after"])
def test_an_account_named_later_brings_its_owner_in(slack: LocalSlack, bot: RunningBot, *, heard_already: bool) -> None:
    set_workspace(slack, bot, marketing_channel=slack.conversation("marketing").id, tz="Europe/Madrid")
    move_to(slack, bot, WEDNESDAY, "10:00")
    answer(slack, "tom", "sales", "Acmee: too expensive" + (", I need a case study" if heard_already else ""))
    if heard_already:
        slack.wait_for(lambda: slack.messages("marketing"))
        quiet(slack, bot)
    known_account(slack, bot, "Acme", marketing="marta")
    slack.press("tom", "objection_edit", message=receipt(slack, "tom"))
    slack.submit(form(slack, "tom"), "tom", {"account": "acme", "ask": "proof"})

    (told,) = heard(slack, bot, "marta")
    assert "*Acme*" in words(told)
    assert len(slack.messages("marketing")) == int(heard_already)
    assert only(bot).account_hint is None
    if heard_already:
        assert "*Acme*" in words(slack.messages("marketing")[0])


def test_an_owner_who_left_is_not_waited_for(slack: LocalSlack, bot: RunningBot) -> None:
    known_account(slack, bot, marketing="marta")
    set_workspace(slack, bot, marketing_channel=slack.conversation("marketing").id, tz="Europe/Madrid")
    leave(slack, bot, "marta")
    move_to(slack, bot, WEDNESDAY, "10:00")
    answer(slack, "tom", "sales", "Acme: too expensive, I need a case study")
    slack.wait_for(lambda: slack.messages("marketing"), what="the channel to hear instead")
    assert direct(slack, "marta") == []


def leave(slack: LocalSlack, bot: RunningBot, person: str) -> None:
    """Their account was switched off, and we have read so."""
    member_id = met(slack, bot, person)
    with bot.database.write() as work:
        work.connection.execute(update(Member).where(col(Member.id) == member_id).values(is_active=False))
        work.commit()


def test_what_people_typed_calls_nobody(slack: LocalSlack, bot: RunningBot) -> None:
    known_account(slack, bot, marketing="marta")
    set_workspace(slack, bot, marketing_channel=slack.conversation("marketing").id, tz="Europe/Madrid")
    move_to(slack, bot, WEDNESDAY, "10:00")
    joe = slack.person("joe").id
    nasty = f"<!channel> <@{joe}> <!here|x> *bold* _it_ <https://evil.example|click> & <b>"
    slack.command("tom", "sales", "/objection")
    fields = ("account", "competitor", "argument", "note")
    values = {"quote": nasty, **dict.fromkeys(fields, nasty), "ask": "proof", "worked": "no", "theme": "other"}
    assert slack.submit(form(slack, "tom"), "tom", values).ok
    slack.close_view(form(slack, "tom"), "tom")
    answer(slack, "tom", "sales", f"search {nasty}")
    answer(slack, "tom", "sales", "mine")
    answer(slack, "tom", "sales", f"{nasty[:50]}: {nasty}")
    slack.wait_for(lambda: slack.messages("marketing"))
    quiet(slack, bot)

    shown = [*slack.messages("marketing"), *slack.ephemerals("tom", "sales")]
    assert len(shown) == 4
    called = {ping for message in shown for ping in message.pings}
    assert called <= {f"@{slack.person('tom').id}"}
    (told,) = slack.messages("marketing")
    assert nasty in quotes(told.blocks or [])  # word for word, where nothing is read as markup


def quotes(blocks: list[Json]) -> list[str]:
    return [block["elements"][0]["elements"][0]["text"] for block in blocks if block["type"] == "rich_text"]


def test_what_is_undone_while_it_is_being_told_is_shown_as_undone(slack: LocalSlack, bot: RunningBot) -> None:
    known_account(slack, bot, marketing="marta")
    answer(slack, "tom", "sales", "Acme: too expensive, I need a case study")
    bot.parts.heart.stop()
    move_to(slack, bot, WEDNESDAY, "10:00")
    being_told, may_go_on = Event(), Event()

    def compose(connection: Connection, audience: Audience, due: Sequence[Notice]) -> Composed:
        composed = composers()[TELL](connection, audience, due)
        being_told.set()
        assert may_go_on.wait(60)
        return composed

    def release(by_kind: Composers) -> int:
        return run_release(bot.database, Texts(), by_kind, bot.clock.business_now(), bot.clock.system_now())

    with ThreadPoolExecutor(2) as pool:
        releasing = pool.submit(release, {TELL: compose})
        assert being_told.wait(60)
        undoing = pool.submit(slack.press, "tom", "objection_undo", message=receipt(slack, "tom"))
        slack.wait_for(lambda: somebody_waits(bot), what="the undo to meet the release")
        may_go_on.set()
        assert releasing.result() == 1
        assert undoing.result().ok
    assert release(composers()) == 1
    bot.parts.deliverer.run()
    (told,) = direct(slack, "marta")
    assert says(words(told), "es-ES", "objection-notice-withdrawn", author=f"<@{slack.person('tom').id}>")


def somebody_waits(bot: RunningBot) -> bool:
    """Whether somebody waits for a row or for the turn to write."""
    if bot.database.is_sqlite:
        return waiting_for(bot.database) == 1
    with bot.database.read() as connection:
        return bool(connection.exec_driver_sql("SELECT count(*) FROM pg_locks WHERE NOT granted").scalar())


def test_marketing_answers_with_a_press_and_the_author_reads_it(slack: LocalSlack, bot: RunningBot) -> None:
    known_account(slack, bot, marketing="marta")
    move_to(slack, bot, WEDNESDAY, "10:00")
    answer(slack, "tom", "sales", "Acme: too expensive, I need a case study")
    (told,) = heard(slack, bot, "marta")
    assert slack.press("marta", "objection_answer", message=told).ok
    asked = form(slack, "marta")
    assert "too expensive, I need a case study" in words(asked)
    refused = slack.submit(asked, "marta", {"note": "   "})
    assert "note" in (refused.errors or {})
    assert slack.submit(asked, "marta", {"note": "El caso de Globex está en el drive, <!channel>"}).ok
    assert says(words(form(slack, "marta")), "es", "answer-sent")

    (heard_back,) = heard(slack, bot, "tom")
    said = words(heard_back)
    assert says(said, "en", "answer-told", by=f"<@{slack.person('marta').id}>", account="Acme", known="yes")
    assert "El caso de Globex está en el drive, <!channel>" in said  # her words, pinging nobody
    assert heard_back.pings == (f"@{slack.person('marta').id}",) * len(heard_back.pings)
    (shown,) = direct(slack, "marta")
    assert "El caso de Globex" in words(shown)
    assert says(
        answer(slack, "tom", "sales", "mine"),
        "en",
        "answer-said",
        text="El caso de Globex está en el drive, <!channel>",
    )
