"""Who joins, leaves, or gains and loses a right: known as soon as Slack tells, and never undone by older news."""

from collections.abc import Callable

from commands.context import Actor, Services
from commands.handoff.intents import NewLead, OfferHandoff
from commands.handoff.offering import offer
from commands.i18n import Texts
from playground.local_slack import LocalSlack
from playground.people import person
from storage import people, timer_rows
from storage.calendars import calendar_of, key_of
from storage.ids import WorkspaceId
from storage.tables import Member
from tests.flow.acts import answer, form, met, says, the_workspace
from tests.flow.conftest import RunningBot


def test_a_demoted_admin_changes_nothing_any_more(slack: LocalSlack, bot: RunningBot) -> None:
    slack.command("joe", "sales", "/lazo", "settings")
    open_form = form(slack, "joe")
    change(slack, bot, "joe", lambda row: not row.is_admin, is_admin=False)
    refused = slack.submit(open_form, "joe", {"language": "es"})
    assert refused.errors
    slack.close_view(open_form, "joe")
    slack.command("joe", "sales", "/lazo", "settings")
    assert not slack.views("joe")


def test_who_left_or_became_a_guest_is_refused_at_once(slack: LocalSlack, bot: RunningBot) -> None:
    assert says(answer(slack, "tom", "sales", "Acme: too dear"), "en", "objection-saved")
    change(slack, bot, "tom", lambda row: row.kind == "guest", is_restricted=True)
    assert says(answer(slack, "tom", "sales", "Acme: far too dear"), "en", "error-outsider")
    assert says(answer(slack, "ana", "sales", "Acme: muy caro"), "es", "objection-saved")
    change(slack, bot, "ana", lambda row: not row.is_active, deleted=True)
    assert says(answer(slack, "ana", "sales", "Acme: carísimo"), "es", "error-outsider")


def test_a_new_language_and_zone_count_with_the_next_word(slack: LocalSlack, bot: RunningBot) -> None:
    assert says(answer(slack, "tom", "sales", "Acme: too dear"), "en", "objection-saved")
    change(slack, bot, "tom", lambda row: row.tz == "America/Mexico_City", tz="America/Mexico_City", locale="es-LA")
    assert says(answer(slack, "tom", "sales", "Acme: es caro"), "es-MX", "objection-saved")


def test_who_joins_is_known_before_their_first_command(slack: LocalSlack, bot: RunningBot) -> None:
    met(slack, bot, "ana")
    slack.faults.add(method="users.info", times=100, kind="error", code="internal_error")
    newcomer = slack.add_person(person("nadia", "Nadia Roy", locale="en-US", tz="Europe/London"))
    met(slack, bot, "nadia")
    place = slack.add_channel("newcomers", [newcomer.id])
    assert says(answer(slack, "nadia", place.id, "Acme: too dear"), "en", "objection-saved")


def test_old_news_is_asked_for_anew(slack: LocalSlack, bot: RunningBot) -> None:
    """Slack sends an event again after five minutes: by then she may be an admin once more."""
    change(slack, bot, "joe", lambda row: not row.is_admin, is_admin=False)
    change(slack, bot, "joe", lambda row: row.is_admin, is_admin=True)
    (demoted, _promoted) = [each for each in slack.events if each["event"]["type"] == "user_change"]
    demoted["event_time"] -= 300
    calls = len(slack.calls("users.info"))
    slack.redeliver(demoted["event_id"])
    slack.wait_for(lambda: len(slack.calls("users.info")) > calls, what="Slack to be asked")
    assert member(slack, bot, "joe").is_admin


def test_what_an_event_does_not_say_stays(slack: LocalSlack, bot: RunningBot) -> None:
    change(slack, bot, "ana", lambda row: row.tz == "Europe/Lisbon", tz="Europe/Lisbon")
    before, event = member(slack, bot, "ana"), slack.events[-1]
    without = {key: value for key, value in event["event"]["user"].items() if key not in {"locale", "tz"}}
    event["event"]["user"] = {**without, "real_name": "Ana G.", "profile": {"display_name": "Ana G."}}
    slack.redeliver(event["event_id"])
    slack.wait_for(lambda: member(slack, bot, "ana").display_name == "Ana G.", what="the name to be known")
    after = member(slack, bot, "ana")
    assert (after.locale, after.tz) == (before.locale, before.tz)


def test_a_status_is_not_worth_a_write(slack: LocalSlack, bot: RunningBot) -> None:
    met(slack, bot, "ana")
    before = member(slack, bot, "ana").refreshed_at
    slack.change_person("ana")
    slack.redeliver(slack.events[-1]["event_id"])  # comes back when it was answered
    assert member(slack, bot, "ana").refreshed_at == before


def change(slack: LocalSlack, bot: RunningBot, name: str, known: Callable[[Member], bool], **fields: object) -> None:
    """Slack's admin changes a profile, and the bot hears of it."""
    met(slack, bot, name)
    slack.change_person(name, **fields)
    slack.wait_for(lambda: known(member(slack, bot, name)), what=f"the change of {name} to be known")


def member(slack: LocalSlack, bot: RunningBot, name: str) -> Member:
    with bot.database.read() as connection:
        found = people.find_member(connection, the_workspace(slack, bot), slack.person(name).id)
    assert found is not None
    return found


def test_a_new_zone_moves_what_is_owed(slack: LocalSlack, bot: RunningBot) -> None:
    met(slack, bot, "tom")
    met(slack, bot, "ana")
    tom, ana = member(slack, bot, "tom"), member(slack, bot, "ana")
    workspace = WorkspaceId(tom.workspace_id)
    services = Services(bot.database, Texts(), bot.clock.business_now, bot.clock.system_now, lambda _ws, _user: None)
    actor = Actor(workspace, ana.id, ana.slack_user_id, ana.locale, ana.tz)
    card = offer(services, actor, OfferHandoff(NewLead("Acme"), tom.id), "offered")
    change(slack, bot, "tom", lambda row: row.tz == "Asia/Tokyo", tz="Asia/Tokyo")
    with bot.database.read() as connection:
        timers = timer_rows.timers_of(connection, workspace, ("handoff", card.id))
        hours = calendar_of(connection, workspace, tom.id)
    assert hours.tz == "Asia/Tokyo"
    assert {timer_rows.calendar_key_of(timer) for timer in timers} == {key_of(hours)}
    assert [timer.epoch for timer in timers] == [1, 1]
