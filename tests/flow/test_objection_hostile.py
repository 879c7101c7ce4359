"""Bad input and bad days: a clear answer in the person's language, nothing lost, nothing done twice."""

import re
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from contextlib import contextmanager
from dataclasses import replace

import pytest
from sqlalchemy import create_engine, text
from structlog.testing import capture_logs

from playground.local_slack import LocalSlack
from playground.people import person
from storage.tables import Account, InboundReceipt, Member, Objection
from tests.flow.acts import (
    answer,
    deliver,
    direct,
    form,
    heard,
    known_account,
    only,
    quiet,
    receipt,
    rows,
    says,
    set_workspace,
    words,
)
from tests.flow.conftest import RunningBot


def test_characters_no_database_takes_are_left_out_and_told(slack: LocalSlack, bot: RunningBot) -> None:
    seen = answer(slack, "ana", "sales", "Acme\x00: muy \ud800caro 🙂\U0001f468‍👩‍👧 \x00fin")
    assert says(seen, "es", "objection-removed-characters", count=3)
    assert "muy caro 🙂" in seen
    assert (only(bot).quote, only(bot).account_hint) == ("muy caro 🙂\U0001f468‍👩‍👧 fin", "Acme")
    slack.command("tom", "sales", "/objection")
    done = slack.submit(form(slack, "tom"), "tom", {"quote": "too\x00 dear", "account": "\ud83d", "note": "\udc00"})
    assert says(words(done.view), "en", "objection-removed-characters", count=3)
    assert (rows(bot, Objection)[-1].quote, rows(bot, Objection)[-1].note) == ("too dear", None)
    assert "What are you looking for?" in answer(slack, "tom", "sales", "search \x00")


def test_very_long_text_is_stored_whole(slack: LocalSlack, bot: RunningBot) -> None:
    long = "muy caro 🙂 " * 1000 + "FIN"
    assert "muy caro" in answer(slack, "ana", "sales", f"{'Nombre larguísimo ' * 20}: {long}")
    assert only(bot).quote.endswith("FIN")
    assert only(bot).account_hint is None  # no company has a name of 360 letters
    answer(slack, "tom", "sales", "x" * 4000)  # one pasted "word"
    assert rows(bot, Objection)[-1].quote == "x" * 4000
    assert says(answer(slack, "tom", "sales", f"search {'caro ' * 400}"), "en", "objection-search-title", count=1)


def test_the_same_payload_twice_is_done_once_and_answered_alike(slack: LocalSlack, bot: RunningBot) -> None:
    known_account(slack, bot, marketing="marta")
    first = slack.command("tom", "sales", "/objection", "Acme: too expensive, I need a case study")
    again = deliver(slack, "slash_commands", first.payload)
    assert again.body is not None
    assert words(again.body) == words(first.response)

    payload = {**first.payload, "trigger_id": "1.2.concurrent", "text": "Beta: another one altogether"}
    with ThreadPoolExecutor(4) as pool:
        acks = list(pool.map(lambda _n: deliver(slack, "slash_commands", payload), range(4)))
    assert all(ack.ok and ack.body and "another one" in words(ack.body) for ack in acks)
    assert len(rows(bot, Objection)) == 2

    pressed = slack.press("tom", "objection_undo", message=slack.ephemerals("tom", "sales")[0])
    deliver(slack, "interactive", pressed.payload)
    assert rows(bot, Objection)[0].version == 2
    assert len(rows(bot, InboundReceipt)) == 3


def test_a_form_submitted_twice_is_stored_once(slack: LocalSlack, bot: RunningBot) -> None:
    slack.command("tom", "sales", "/objection")
    done = slack.submit(form(slack, "tom"), "tom", {"quote": "too expensive", "account": "Acme"})
    acks = [deliver(slack, "interactive", done.payload) for _ in range(2)]
    assert [ack.body["response_action"] for ack in acks if ack.body] == ["update", "update"]
    first = only(bot)
    slack.faults.add("views.push", code="expired_trigger_id")
    slack.press("tom", "objection_said_before", view=form(slack, "tom"))
    slack.wait_for(lambda: says(words(form(slack, "tom")), "en", "objection-before-lost"), what="that it did not open")

    slack.press("tom", "objection_edit", view=form(slack, "tom"))
    slack.wait_for(lambda: says(words(form(slack, "tom")), "en", "objection-form-title-edit"))
    edited = slack.submit(form(slack, "tom"), "tom", {"quote": "far too expensive"})
    deliver(slack, "interactive", edited.payload)
    assert (only(bot).id, only(bot).quote, only(bot).version) == (first.id, "far too expensive", 2)


@pytest.mark.parametrize("code", ["expired_trigger_id", "timeout"])
def test_a_form_that_cannot_open_says_so_and_shows_another_way(slack: LocalSlack, bot: RunningBot, code: str) -> None:
    refused = {"kind": "drop_before"} if code == "timeout" else {"code": code}
    slack.faults.add("views.open", times=2, **refused)  # type: ignore[arg-type]
    assert "/objection Acme: dicen" in answer(slack, "ana", "sales", "")
    answer(slack, "ana", "sales", "Acme: muy caro")
    before = words(receipt(slack, "ana"))
    slack.press("ana", "objection_edit", message=receipt(slack, "ana"))
    slack.wait_for(lambda: "no ha abierto el formulario" in slack.ephemerals("ana", "sales")[-1].text)
    assert words(slack.ephemerals("ana", "sales")[-2]) == before
    assert slack.views("ana") == []


def test_guests_and_outsiders_get_a_sentence_and_nothing_else(slack: LocalSlack, bot: RunningBot) -> None:
    for who, place in (("greg", "marketing"), ("olga", "acme-shared")):
        for typed in ("Acme: too expensive", "", "search price", "mine"):
            seen = answer(slack, who, place, typed)
            assert says(seen, "en", "error-outsider")
            assert not typed or typed in seen  # what was typed comes back
    assert rows(bot, Objection) == []
    assert slack.views("greg") == slack.views("olga") == []
    assert direct(slack, "greg") == direct(slack, "olga") == []

    set_workspace(slack, bot, guests_allowed=True)
    assert says(answer(slack, "olga", "acme-shared", "Acme: too expensive"), "en", "error-outsider")
    assert "*Saved*" in answer(slack, "greg", "marketing", "Acme: too expensive")
    assert len(rows(bot, Objection)) == 1


def test_in_a_channel_shared_with_others_the_answer_comes_by_dm(slack: LocalSlack, bot: RunningBot) -> None:
    done = slack.command("ana", "acme-shared", "/objecion", "Acme: muy caro")
    assert done.ok
    assert done.response is None
    deliver(slack, "slash_commands", done.payload)  # and once more, as after a lost ack
    (told,) = heard(slack, bot, "ana")
    assert "*Guardado*" in words(told)
    assert slack.messages("acme-shared") == slack.ephemerals("ana", "acme-shared") == []
    assert len(rows(bot, Objection)) == 1

    slack.press("ana", "objection_undo", message=told)
    slack.wait_for(lambda: says(words(slack.message(told.conversation, told.ts)), "es", "objection-withdrawn"))
    slack.command("ana", "acme-shared", "/objecion", "serch")
    assert "«serch»" in words(heard(slack, bot, "ana", 2)[-1])
    slack.faults.add("views.open", code="expired_trigger_id")
    slack.command("ana", "acme-shared", "/objecion", "")
    assert "Slack no ha abierto el formulario" in heard(slack, bot, "ana", 3)[-1].text
    assert slack.messages("acme-shared") == slack.ephemerals("ana", "acme-shared") == []


def test_somebody_never_seen_before_is_met_on_the_way(slack: LocalSlack, bot: RunningBot) -> None:
    slack.wait_for(lambda: len(rows(bot, Member)) >= 8, what="the members to be read")
    newcomer = replace(person("nuria", "Nuria Sanz"), locale="es-ES", tz="Europe/Madrid")
    slack.store.add_person(newcomer)  # without the event that tells of it
    slack.faults.add("users.info", times=1, code="internal_error")
    seen = answer(slack, "nuria", "sales", "Acme: muy caro")
    assert says(seen, "en", "error-unknown-person")
    assert re.search(r"E-[0-9A-F]{6}", seen)
    assert "Acme: muy caro" in seen
    assert rows(bot, Objection) == []

    assert "*Guardado*" in answer(slack, "nuria", "sales", "Acme: muy caro")
    assert only(bot).logged_by_id == rows(bot, Member)[-1].id


def test_another_workspace_gets_a_sentence(slack: LocalSlack, bot: RunningBot) -> None:
    payload = slack.command("tom", "sales", "/objection", "mine").payload
    ack = deliver(slack, "slash_commands", {**payload, "team_id": "TOTHER", "trigger_id": "1.2.x", "text": "Acme: no"})
    assert ack.ok
    slack.wait_for(lambda: "not connected to this workspace" in slack.ephemerals("tom", "sales")[-1].text)
    assert rows(bot, Objection) == []


@pytest.mark.hurries("lazo")
def test_a_busy_database_says_not_saved_and_keeps_the_text(slack: LocalSlack, bot: RunningBot) -> None:
    answer(slack, "tom", "sales", "mine")  # they are known by now
    slack.command("tom", "sales", "/objection")
    opened = form(slack, "tom")
    with held(bot), capture_logs() as log:
        seen = answer(slack, "tom", "sales", "Acme: too <expensive>")
        refused = slack.submit(opened, "tom", {"quote": "kept in the form"})
    assert says(seen, "en", "error-busy")
    assert "Acme: too <expensive>" in seen.splitlines()
    (shown_id,) = re.findall(r"E-[0-9A-F]{6}", seen)
    assert shown_id in {entry.get("error_id") for entry in log}
    assert "not saved" in refused.errors["quote"]
    assert rows(bot, Objection) == []

    assert slack.submit(opened, "tom").ok  # the form was still open
    assert only(bot).quote == "kept in the form"


def test_an_unexpected_error_shows_an_id_that_the_log_has(slack: LocalSlack, bot: RunningBot) -> None:
    answer(slack, "ana", "sales", "Acme: muy caro")
    slack.command("ana", "sales", "/objecion")
    with bot.database.write() as work:
        work.connection.execute(text("ALTER TABLE objections RENAME TO objections_gone"))
        work.commit()
    long = "no lo necesitan " * 300
    with capture_logs() as log:
        seen = answer(slack, "ana", "sales", f"Beta: {long}")
    (shown_id,) = re.findall(r"E-[0-9A-F]{6}", seen)
    (entry,) = [entry for entry in log if entry.get("error_id") == shown_id]
    assert entry["exc_info"]
    assert "no lo necesitan" not in str(entry)  # what people typed stays out of the log
    assert "*no* se ha guardado" in seen
    assert f"Beta: {long}".strip() in seen.replace("\n", "")  # all of it, to be copied and sent again
    assert not any(word in seen for word in ("Traceback", "sqlalchemy", "objections_gone", "Error"))

    refused = slack.submit(form(slack, "ana"), "ana", {"quote": "sigue aquí"})
    assert re.search(r"E-[0-9A-F]{6}", refused.errors["quote"])
    assert "sigue aquí" in str(form(slack, "ana").state)
    slack.press("ana", "objection_undo", message=slack.ephemerals("ana", "sales")[0])
    slack.wait_for(lambda: "*no* se ha guardado" in slack.ephemerals("ana", "sales")[-1].text)


def test_many_at_once_are_all_stored_once(slack: LocalSlack, bot: RunningBot) -> None:
    people = ("ana", "tom", "lucia", "marta", "joe", "carmen")
    with ThreadPoolExecutor(6) as pool:
        done = list(
            pool.map(
                lambda n: slack.command(people[n % 6], "sales", "/objection", f"Acme: too expensive {n // 2}"),
                range(36),
            )
        )
    assert all(each.ok for each in done)
    assert len(rows(bot, Objection)) == 36
    assert rows(bot, Account) == []
    quiet(slack, bot)


@contextmanager
def held(bot: RunningBot) -> Iterator[None]:
    """Nobody can write to the bot's database for as long as the block lasts."""
    engine = create_engine(bot.database.url)
    with engine.connect() as connection:
        lock = "BEGIN IMMEDIATE" if bot.database.is_sqlite else "LOCK TABLE objections IN EXCLUSIVE MODE"
        connection.exec_driver_sql(lock)
        yield
        connection.rollback()
    engine.dispose()
