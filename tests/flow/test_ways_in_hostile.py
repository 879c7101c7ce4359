"""Bad input through the ways in: a sentence to whoever sent it, nothing lost, nothing of somebody else's shown."""

import copy
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from contextlib import contextmanager
from datetime import timedelta

from sqlalchemy import text
from structlog.testing import capture_logs

from bot.jobs.retention import FORMS_KEPT, Kept, run_retention
from playground.delivery import Ack
from playground.local_slack import LocalSlack
from playground.model import Json
from storage.tables import KeptForm, LeadRating, Objection, WinLossReview
from tests.flow.acts import deliver, direct, form, heard, known_account, only, quiet, rows, says, words
from tests.flow.conftest import RunningBot

LINE = "Acme: they say HubSpot is cheaper"
MAIL = "We looked at your offer. " * 400 + "THE END"


def sent(slack: LocalSlack, payload: Json, **view: object) -> Ack:
    """A payload once more, with other parts of its view."""
    forged = copy.deepcopy(payload)
    forged["view"] |= view
    return deliver(slack, "interactive", forged)


def test_a_long_text_that_was_forgotten_is_asked_for_and_nobody_elses_is_shown(
    slack: LocalSlack, bot: RunningBot
) -> None:
    message = slack.post_as("tom", "sales", "\u202e\u200b\u2066")
    slack.shortcut("lucia", "log_message", conversation="sales", ts=message.ts)
    assert "quote" in slack.submit(form(slack, "lucia"), "lucia").errors  # nobody could read it
    for person, said in (("tom", f"Acme: SECRET {MAIL}"), ("ana", f"Acme: {MAIL}")):
        message = slack.post_as("joe", "sales", said)
        slack.shortcut(person, "log_message", conversation="sales", ts=message.ts)
    theirs, mine = (each.id for each in rows(bot, KeptForm))
    chosen = slack.press("ana", "log_kind", view=form(slack, "ana"), value="win_loss")
    forged = copy.deepcopy(chosen.payload)
    forged["actions"][0]["block_id"] = forged["actions"][0]["block_id"].replace(str(mine), str(theirs))
    assert str(theirs) in forged["actions"][0]["block_id"]
    deliver(slack, "interactive", forged)
    assert "SECRET" not in words(form(slack, "ana"))
    slack.close_view(form(slack, "ana"), "ana")

    slack.shortcut("ana", "log_message", conversation="sales", ts=message.ts)
    assert "THE END" not in words(form(slack, "ana"))
    run_retention(bot.database, bot.clock.system_now() + FORMS_KEPT + timedelta(hours=1), Kept(timedelta(days=90)))
    gone = slack.submit(form(slack, "ana"), "ana", {"note": "from their mail"})
    assert says(words(gone.view), "es", "objection-quote-gone")
    assert rows(bot, Objection) == []
    assert slack.submit(form(slack, "ana"), "ana", {"quote": "muy caro"}).ok
    stored = only(bot)
    assert (stored.quote, stored.note) == ("muy caro", "from their mail")
    assert stored.source_author == slack.person("joe").id


def test_forged_forms_store_nothing_and_are_answered_with_an_id(slack: LocalSlack, bot: RunningBot) -> None:
    """Ids that no record of this workspace has are no records; a form that remembers nonsense is refused."""
    slack.command("tom", "sales", "/objection")
    foreign = {"account": "id:77", "deal": "id:78", "lead": "id:79"}
    done = slack.submit(form(slack, "tom"), "tom", {"quote": "too dear", **foreign})
    stored = only(bot)
    assert (stored.account_id, stored.deal_id, stored.lead_id) == (None, None, None)
    slack.shortcut("tom", "log_rating")
    graded = {"rated_lead": "new:Norte", "fit": "good", "intent": "good"}
    rated = slack.submit(form(slack, "tom"), "tom", graded)
    slack.shortcut("tom", "log_review")
    reviewed = slack.submit(form(slack, "tom"), "tom", {"deal": "name:Acme", "outcome": "unknown", "swung_it": "x"})
    assert [len(rows(bot, table)) for table in (Objection, LeadRating, WinLossReview)] == [1, 1, 1]
    remembered = ("{", "[]", '{"x": 1}', '{"id": 77, "version": 1}', '{"lead_id": 77, "rating_id": 77}')
    with capture_logs() as log:
        for payload in (done.payload, rated.payload, reviewed.payload):
            for meant in remembered:
                ack = sent(slack, payload, private_metadata=meant, id=f"V{meant}", hash=meant)
                assert ack.ok
                assert ack.body is not None
                assert ack.body["response_action"] == "errors"
                assert "E-" in str(ack.body["errors"])
        unknown = copy.deepcopy(done.payload["view"]["state"])
        (quote,), (theme,) = unknown["values"]["quote"].values(), unknown["values"]["theme"].values()
        quote["value"] = "not said before"
        theme["selected_option"] = {"text": {"type": "plain_text", "text": "Ours"}, "value": "own_77"}
        ack = sent(slack, done.payload, state=unknown, id="V77", hash="V77")  # a theme that nobody took up
        assert "E-" in str((ack.body or {})["errors"])
    assert len([each for each in log if each.get("event") == "request_failed"]) == 3 * len(remembered) + 1
    assert [len(rows(bot, table)) for table in (Objection, LeadRating, WinLossReview)] == [1, 1, 1]


def test_pressed_twice_and_at_once_it_is_one(slack: LocalSlack, bot: RunningBot) -> None:
    slack.shortcut("tom", "log_rating")
    done = slack.submit(form(slack, "tom"), "tom", {"rated_lead": "new:Norte", "fit": "good", "intent": "good"})
    with ThreadPoolExecutor(4) as pool:
        acks = list(pool.map(lambda place: sent(slack, done.payload, id=f"V{place // 2}", hash="x"), range(4)))
    assert all(ack.ok for ack in acks)
    with ThreadPoolExecutor(2) as pool:
        line = "Norte: partial fit, poor intent"
        list(pool.map(lambda person: slack.command(person, "sales", "/leadquality", line), ("ana", "tom")))
    assert [(each.fit, each.intent) for each in rows(bot, LeadRating)] == [("partial", "poor")] * 2

    slack.command("joe", "sales", "/objection")
    opened = form(slack, "joe")
    typed = {"quote": "caro\x00 \udc00", "note": "n" * 2900}
    slack.press("joe", "account_pick", view=opened, value="Acme", state=typed)
    slack.wait_for(lambda: rows(bot, KeptForm), what="the report to be kept")
    closed = slack.close_view(opened, "joe")
    deliver(slack, "interactive", closed.payload)
    (offer,) = heard(slack, bot, "joe")
    for _ in range(2):
        assert slack.press("joe", "form_continue", message=offer).ok
    for view in list(slack.views("joe")):
        assert slack.submit(view, "joe").ok
    assert (only(bot).quote, only(bot).note) == ("caro", "n" * 2900)
    quiet(slack, bot)
    assert len(direct(slack, "joe")) == 1


def test_where_nothing_else_can_answer_a_modal_does(slack: LocalSlack, bot: RunningBot) -> None:
    """A guest's global shortcut, and a choice in a form that fails."""
    slack.shortcut("greg", "log_objection")
    assert says(words(form(slack, "greg")), "en", "error-outsider")
    assert direct(slack, "greg") == []

    known_account(slack, bot, "Acme")
    message = slack.post_as("tom", "sales", LINE)
    slack.shortcut("ana", "log_message", conversation="sales", ts=message.ts)
    with broken(bot), capture_logs():
        slack.press("ana", "log_kind", view=form(slack, "ana"), value="win_loss")
        slack.wait_for(lambda: len(slack.views("ana")) == 2, what="the sentence on top")
    below, told = slack.views("ana")
    assert "E-" in words(told)
    slack.close_view(told, "ana")
    assert slack.submit(below, "ana").ok
    assert only(bot).quote == LINE


@contextmanager
def broken(bot: RunningBot) -> Iterator[None]:
    """Deals cannot be looked up for as long as the block lasts."""
    for old, new in (("deals", "deals_gone"), ("deals_gone", "deals")):
        with bot.database.write() as work:
            work.connection.execute(text(f"ALTER TABLE {old} RENAME TO {new}"))
            work.commit()
        if old == "deals":
            yield
