"""How an account gets on, on its card and in the week's digest: stage, next steps, meetings."""

from datetime import timedelta

from playground.local_slack import LocalSlack
from playground.model import View
from storage.tables import AccountStep, AccountTouch, AuditEvent, Deal, StageChange
from tests.flow.acts import MONDAY, answer, form, known_account, move_to, only_row, rows, says, words
from tests.flow.conftest import RunningBot


def test_from_the_card_to_the_digest(slack: LocalSlack, bot: RunningBot) -> None:
    """A stage that nobody leaves, a promise that goes late, and what the digest says of both."""
    known_account(slack, bot, "Talleres Ibarra", marketing="marta")
    card = opened(slack, "marta", "Talleres Ibarra")
    assert "nadie la ha indicado" in words(card)

    assert slack.press("marta", "stage_change", view=card).ok
    assert says(words(form(slack, "marta")), "es", "progress-stage-new-deal", name="Talleres Ibarra")
    assert slack.submit(form(slack, "marta"), "marta", {"stage": "proposal"}).ok
    assert "Propuesta" in words(form(slack, "marta"))
    assert (only_row(bot, Deal).name, only_row(bot, StageChange).stage) == ("Talleres Ibarra", "proposal")

    due = (slack.clock.now() + timedelta(days=3)).date()
    slack.press("marta", "step_new", view=form(slack, "marta"))
    assert "Talleres Ibarra" in words(form(slack, "marta"))  # whose step it is
    slack.submit(
        form(slack, "marta"),
        "marta",
        {"next_step": "Send <!channel> the study", "day": due.isoformat(), "owner": slack.person("tom").id},
    )
    assert "Send &lt;!channel&gt; the study" in words(form(slack, "marta"))

    for _ in range(4):
        move_to(slack, bot, MONDAY, "09:00")
    digest = answer(slack, "tom", "sales", "preview", "/digest")
    assert "*Standing still* (1)" in digest
    assert "days in Proposal, limit 14" in digest
    assert "quiet: no contact on record" in digest
    assert "Send &lt;!channel&gt; the study (tom, " in digest
    assert "days late" in digest


def test_a_step_is_done_once_and_a_meeting_is_a_contact(slack: LocalSlack, bot: RunningBot) -> None:
    known_account(slack, bot)
    card = opened(slack, "ana", "Acme")
    slack.press("ana", "step_new", view=card)
    slack.submit(form(slack, "ana"), "ana", {"next_step": "Llamar"})
    step = only_row(bot, AccountStep)
    theirs = opened(slack, "tom", "Acme")
    assert slack.press("ana", f"step_end:{step.id}", view=form(slack, "ana")).ok
    assert "Paso hecho" in words(form(slack, "ana"))
    assert slack.press("tom", f"step_end:{step.id}", view=theirs).ok
    assert "Somebody changed this step before you" in words(form(slack, "tom"))
    assert only_row(bot, AccountStep).ending == "done"

    slack.press("tom", "meeting_log", view=form(slack, "tom"))
    today = slack.clock.now().date().isoformat()
    tomorrow = (slack.clock.now() + timedelta(days=2)).date()
    refused = slack.submit(form(slack, "tom"), "tom", {"day": tomorrow.isoformat()})
    assert set(refused.errors) == {"day"}
    assert slack.submit(form(slack, "tom"), "tom", {"day": today, "note": "They want a pilot"}).ok
    assert only_row(bot, AccountTouch).note == "They want a pilot"
    acts = [event.action for event in rows(bot, AuditEvent)]
    assert [act for act in acts if act.startswith(("step", "meeting"))] == ["step_added", "step_done", "meeting_logged"]


def test_a_step_is_moved_by_who_saw_it_last_and_dropped_without_being_a_contact(
    slack: LocalSlack, bot: RunningBot
) -> None:
    known_account(slack, bot)
    slack.press("ana", "step_new", view=opened(slack, "ana", "Acme"))
    past, day = ((slack.clock.now() + timedelta(days=ahead)).date().isoformat() for ahead in (-2, 2))
    refused = slack.submit(form(slack, "ana"), "ana", {"next_step": "Llamar", "day": past})
    assert "ya ha pasado" in refused.errors["day"]
    assert slack.submit(form(slack, "ana"), "ana", {"day": day}).ok
    step = only_row(bot, AccountStep)
    theirs = opened(slack, "tom", "Acme")
    later = (step.due_on + timedelta(days=30)).isoformat()

    assert slack.press("ana", f"step_change:{step.id}", view=form(slack, "ana")).ok
    assert slack.press("tom", f"step_change:{step.id}", view=theirs).ok
    slower = form(slack, "tom")
    assert "Llamar" in str(slower.source)  # as it was promised, to be changed
    assert slack.submit(form(slack, "ana"), "ana", {"day": later, "owner": slack.person("tom").id}).ok
    moved = only_row(bot, AccountStep)
    assert (moved.what, moved.due_on.isoformat(), moved.ended_at) == ("Llamar", later, None)
    assert moved.owner_id != step.owner_id
    assert set(slack.submit(slower, "tom", {"next_step": "Escribir"}).errors) == {"next_step"}

    assert slack.press("ana", f"step_drop:{step.id}", view=form(slack, "ana")).ok
    assert "Paso descartado" in words(form(slack, "ana"))
    assert "no consta ninguno" in words(form(slack, "ana"))
    assert only_row(bot, AccountStep).ending == "dropped"
    acts = [event.action for event in rows(bot, AuditEvent) if event.action.startswith("step")]
    assert acts == ["step_added", "step_changed", "step_dropped"]


def test_who_has_no_say_moves_no_account_and_loses_nothing(slack: LocalSlack, bot: RunningBot) -> None:
    known_account(slack, bot, marketing="marta")
    slack.press("tom", "stage_change", view=opened(slack, "tom", "Acme"))
    refused = slack.submit(form(slack, "tom"), "tom", {"stage": "demo"})
    assert set(refused.errors) == {"stage"}
    assert "so nothing was changed" in refused.errors["stage"]
    assert rows(bot, StageChange) == []
    assert rows(bot, Deal) == []


def opened(slack: LocalSlack, person: str, name: str) -> View:
    """The account's card in front of this person."""
    assert slack.command(person, "sales", "/account", name).ok
    return form(slack, person)
