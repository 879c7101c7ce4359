"""A form that was closed or could not be stored is offered again, as far as Slack told us of it."""

from collections.abc import Iterator
from contextlib import contextmanager
from datetime import timedelta

from sqlalchemy import text

from bot.jobs.retention import FORMS_KEPT, Kept, run_retention
from playground.local_slack import LocalSlack
from storage.tables import Account, Deal, KeptForm, LeadRating, Objection, WinLossReview
from tests.flow.acts import TUESDAY, direct, form, heard, move_to, only, only_row, quiet, rows, says, words
from tests.flow.conftest import RunningBot


@contextmanager
def broken(bot: RunningBot) -> Iterator[None]:
    """Objections cannot be stored for as long as the block lasts."""
    for old, new in (("objections", "objections_gone"), ("objections_gone", "objections")):
        with bot.database.write() as work:
            work.connection.execute(text(f"ALTER TABLE {old} RENAME TO {new}"))
            work.commit()
        if old == "objections":
            yield


def _kept(bot: RunningBot) -> list[str]:
    return [each.why for each in rows(bot, KeptForm)]


def test_a_closed_form_is_offered_with_what_slack_reported_of_it(slack: LocalSlack, bot: RunningBot) -> None:
    slack.command("ana", "sales", "/objection")
    opened = form(slack, "ana")
    typed = {"quote": "muy *caro* <!channel>", "argument": "el coste total"}
    slack.press("ana", "account_pick", view=opened, value="Acme", state=typed)
    slack.wait_for(lambda: _kept(bot) == ["reported"], what="the report to be kept")
    slack.close_view(opened, "ana")
    (offer,) = heard(slack, bot, "ana")
    assert says(words(offer), "es", "kept-closed")
    assert "muy *caro* <!channel>" in words(offer)

    slack.press("ana", "form_continue", message=offer)
    again = form(slack, "ana")
    values = {block["block_id"]: block["element"] for block in again.blocks if "element" in block}
    assert values["quote"]["initial_value"] == typed["quote"]
    assert values["argument"]["initial_value"] == typed["argument"]
    assert values["account"]["initial_option"]["value"] == "Acme"
    assert slack.submit(again, "ana").ok
    assert (only(bot).quote, only(bot).account_hint) == (typed["quote"], "Acme")

    slack.wait_for(lambda: _kept(bot) == [], what="what was kept to be forgotten")
    slack.press("ana", "form_continue", message=offer)
    place = slack.dm_with_app("ana")
    slack.wait_for(lambda: slack.ephemerals("ana", place), what="the answer")
    assert says(slack.ephemerals("ana", place)[-1].text, "es", "kept-gone")


def test_a_rating_that_was_closed_is_offered_with_its_grades_and_its_note(slack: LocalSlack, bot: RunningBot) -> None:
    """With each choice its form is shown anew, beginning with the note: that was typed all the same."""
    slack.command("ana", "sales", "/leadquality")
    note = "no decide nadie hasta *enero*"
    opened = form(slack, "ana")
    typed = {"note": note}
    assert slack.press("ana", "rating_grade", view=opened, block_id="fit", value="good", state=typed).ok
    quiet(slack, bot)
    shown = form(slack, "ana")
    assert slack.press("ana", "rating_grade", view=shown, block_id="intent", value="poor", state=typed).ok
    slack.wait_for(lambda: _kept(bot) == ["reported"], what="the report to be kept")
    slack.close_view(form(slack, "ana"), "ana")
    (offer,) = heard(slack, bot, "ana")
    assert note in words(offer)

    slack.press("ana", "form_continue", message=offer)
    again = form(slack, "ana")
    values = {block["block_id"]: block["element"] for block in again.blocks if "element" in block}
    assert values["note"]["initial_value"] == note
    assert {each: values[each]["initial_option"]["value"] for each in ("fit", "intent")} == {
        "fit": "good",
        "intent": "poor",
    }
    assert values["rated_lead"]["action_id"] == "lead_pick:rated"

    slack.press("ana", "form_continue", message=offer)  # a second time: what one view stored, the other shows first
    rated = {"rated_lead": "new:Norte", "intent": "good"}
    assert slack.submit(form(slack, "ana"), "ana", {**rated, "note": "con mucho detalle"}).ok
    other = slack.submit(again, "ana", rated)
    assert says(words(other.view), "es", "rating-saved-before")
    assert "con mucho detalle" in words(other.view)
    assert only_row(bot, LeadRating).note == "con mucho detalle"
    assert slack.submit(again, "ana").ok
    assert (only_row(bot, LeadRating).note, only_row(bot, LeadRating).version) == (note, 2)


def test_a_review_gone_on_with_asks_for_the_reasons_of_the_outcome_that_was_chosen_last(
    slack: LocalSlack, bot: RunningBot
) -> None:
    """Slack reports the form as it stood when the outcome was chosen, with the reasons of the one before."""
    slack.command("tom", "sales", "/winloss", "Acme")
    opened, typed = form(slack, "tom"), {"swung_it": "They signed on Friday"}
    assert slack.press("tom", "review_outcome:0", view=opened, value="lost_competitor", state=typed).ok
    quiet(slack, bot)
    assert slack.press("tom", "review_outcome:0", view=form(slack, "tom"), value="won", state=typed).ok
    slack.wait_for(lambda: _kept(bot) == ["reported"], what="the report to be kept")
    quiet(slack, bot)
    slack.close_view(form(slack, "tom"), "tom")
    (offer,) = heard(slack, bot, "tom")
    slack.press("tom", "form_continue", message=offer)
    again = form(slack, "tom")
    blocks = {block.get("block_id") for block in again.blocks}
    assert "win_reason" in blocks
    assert "loss_reason" not in blocks
    assert "They signed on Friday" in words(again)
    assert slack.submit(again, "tom", {"win_reason": "value"}).ok
    assert (only_row(bot, WinLossReview).outcome, only_row(bot, WinLossReview).primary_reason) == ("won", "value")


def test_gone_on_with_twice_a_note_is_stored_once_and_what_was_typed_into_the_other_is_not_lost(
    slack: LocalSlack, bot: RunningBot
) -> None:
    """More than a minute lies between the two: the same text alone would be a second note by then."""
    slack.command("ana", "sales", "/objection")
    slack.press("ana", "account_pick", view=form(slack, "ana"), value="Acme", state={"quote": "muy caro"})
    slack.wait_for(lambda: _kept(bot) == ["reported"], what="the report to be kept")
    slack.close_view(form(slack, "ana"), "ana")
    (offer,) = heard(slack, bot, "ana")
    opened = []
    for _each in range(3):
        slack.press("ana", "form_continue", message=offer)
        opened.append(form(slack, "ana"))
    first, second, third = opened
    assert slack.submit(third, "ana").ok
    slack.advance(timedelta(hours=1).total_seconds())
    assert says(words(slack.submit(second, "ana").view), "es", "objection-saved")
    another = slack.submit(first, "ana", {"argument": "el coste total"})
    assert says(words(another.view), "es", "objection-saved-before")
    assert (only(bot).quote, only(bot).argument) == ("muy caro", None)
    assert slack.submit(first, "ana").ok
    assert (only(bot).quote, only(bot).argument) == ("muy caro", "el coste total")


def test_what_slack_reported_nothing_of_is_not_spoken_of(slack: LocalSlack, bot: RunningBot) -> None:
    message = slack.post_as("tom", "sales", "Acme: too dear")
    slack.shortcut("ana", "log_message", conversation="sales", ts=message.ts)
    slack.close_view(form(slack, "ana"), "ana")
    slack.shortcut("ana", "log_message", conversation="sales", ts=message.ts)
    opened = form(slack, "ana")
    slack.press("ana", "account_pick", view=opened, value="Acme")  # chosen, but nothing written
    slack.wait_for(lambda: _kept(bot), what="the report to be kept")
    slack.close_view(opened, "ana")
    slack.shortcut("ana", "log_message", conversation="sales", ts=message.ts)
    slack.press("ana", "log_kind", view=form(slack, "ana"), value="win_loss")  # the message's own words, elsewhere
    slack.press("ana", "log_kind", view=form(slack, "ana"), value="lead_rating")
    slack.close_view(form(slack, "ana"), "ana")
    quiet(slack, bot)
    assert direct(slack, "ana") == []


def test_a_submission_that_failed_by_our_fault_is_offered_unless_it_was_stored_after_all(
    slack: LocalSlack, bot: RunningBot
) -> None:
    move_to(slack, bot, TUESDAY, "10:00", "Europe/London")
    typed = {
        "tom": {"quote": "too dear", "account": "new:Nueva"},
        "ana": {"quote": "muy caro", "account": "new:Otra", "deal": "new:Licencias"},
    }
    for person, values in typed.items():
        slack.command(person, "sales", "/objection")
        with broken(bot):
            assert slack.submit(form(slack, person), person, values).errors
    slack.wait_for(lambda: _kept(bot) == ["failed"] * 2, what="both to be kept")
    assert slack.submit(form(slack, "ana"), "ana", {"account": "new:Una más"}).ok  # the form was still open
    deal = only_row(bot, Deal)  # the one that the first try made
    slack.wait_for(lambda: len(_kept(bot)) == 1, what="hers to be forgotten")
    slack.advance(timedelta(minutes=3).total_seconds())
    bot.parts.heart.quicken()
    (offer,) = heard(slack, bot, "tom")
    assert says(words(offer), "en", "kept-failed")
    assert direct(slack, "ana") == []
    slack.close_view(form(slack, "tom"), "tom")
    quiet(slack, bot)
    assert len(direct(slack, "tom")) == 1  # offered once
    slack.press("tom", "form_continue", message=offer)
    assert slack.submit(form(slack, "tom"), "tom").ok
    named = {account.id: account.name for account in rows(bot, Account)}
    noted = [(each.quote, named[each.account_id or 0]) for each in rows(bot, Objection)]
    assert noted == [("muy caro", "Una más"), ("too dear", "Nueva")]
    assert sorted(named.values()) == ["Nueva", "Otra", "Una más"]
    assert (deal.name, named[deal.account_id or 0]) == ("Licencias", "Una más")


def test_one_that_failed_and_was_closed_is_offered_at_once(slack: LocalSlack, bot: RunningBot) -> None:
    """Also in the view where the note was stored before: there it is its *Edit* that failed."""
    slack.command("tom", "sales", "/objection")
    opened = form(slack, "tom")
    assert slack.submit(opened, "tom", {"quote": "dear"}).ok
    assert slack.press("tom", "objection_edit", view=form(slack, "tom")).ok
    opened = form(slack, "tom")
    with broken(bot):
        assert slack.submit(opened, "tom", {"quote": "too dear"}).errors
    slack.wait_for(lambda: _kept(bot) == ["failed"], what="it to be kept")
    slack.close_view(opened, "tom")
    (offer,) = heard(slack, bot, "tom")
    assert "too dear" in words(offer)
    assert all(mark not in words(offer) for mark in ("Traceback", "objections_gone"))


def test_what_was_kept_is_forgotten_after_three_days(slack: LocalSlack, bot: RunningBot) -> None:
    slack.command("tom", "sales", "/objection")
    slack.press("tom", "account_pick", view=form(slack, "tom"), value="Acme", state={"quote": "too dear"})
    slack.wait_for(lambda: _kept(bot), what="the report to be kept")
    now = bot.clock.system_now()
    run_retention(bot.database, now + FORMS_KEPT - timedelta(hours=1), Kept(timedelta(days=90)))
    assert _kept(bot)
    run_retention(bot.database, now + FORMS_KEPT + timedelta(hours=1), Kept(timedelta(days=90)))
    assert _kept(bot) == []
