"""A window that Slack does not open, change or bring up to date: whoever pressed is told, and nothing typed is lost."""

from playground.local_slack import LocalSlack
from storage.tables import AccountStep, OutboxMessage
from tests.flow.acts import direct, form, known_account, rows, says, words
from tests.flow.conftest import RunningBot


def told(slack: LocalSlack, user: str, so_far: int) -> str:
    """The next thing that somebody reads by DM."""
    slack.wait_for(lambda: len(direct(slack, user)) > so_far, what="the sentence by DM")
    return words(direct(slack, user)[so_far])


def test_who_chooses_or_presses_in_a_form_that_slack_does_not_change_is_told(
    slack: LocalSlack, bot: RunningBot
) -> None:
    slack.command("carmen", "sales", "/lazo", "set-up")
    slack.press("carmen", "set_up_step", view=form(slack, "carmen"), block_id=step_row(slack, "hours"))
    hours = form(slack, "carmen")
    slack.faults.add("views.update")
    slack.press("carmen", "set_up_country", view=hours, value="MX")
    assert says(told(slack, "carmen", 0), "es", "window-not-changed")
    # Chosen once more it is as ever; and who has closed the form meanwhile is told nothing.
    slack.press("carmen", "set_up_country", view=form(slack, "carmen"), value="MX")
    slack.faults.add("views.update", code="not_found")
    slack.press("carmen", "set_up_country", view=form(slack, "carmen"), value="ES")
    assert len(rows(bot, OutboxMessage)) == 1


def test_a_window_that_does_not_open_or_shows_what_stood_before_is_told(slack: LocalSlack, bot: RunningBot) -> None:
    known_account(slack, bot)
    slack.command("tom", "sales", "/account", "Acme")
    slack.faults.add("views.push")
    slack.press("tom", "step_new", view=form(slack, "tom"))
    assert says(told(slack, "tom", 0), "en", "window-not-opened")
    slack.press("tom", "step_new", view=form(slack, "tom"))
    slack.faults.add("views.update")
    assert slack.submit(form(slack, "tom"), "tom", {"next_step": "Send the proposal"}).ok
    assert says(told(slack, "tom", 1), "en", "window-not-refreshed")
    assert [step.what for step in rows(bot, AccountStep)] == ["Send the proposal"]


def step_row(slack: LocalSlack, step: str) -> str:
    """The row of a step on the checklist."""
    found = next(row for row in form(slack, "carmen").blocks if row.get("accessory", {}).get("value") == step)
    return str(found["block_id"])
