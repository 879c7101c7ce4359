"""Who is what in the team, when they work and when they are away: by command, form and button."""

import json
from datetime import datetime, timedelta
from zoneinfo import ZoneInfo

import pytest
from sqlalchemy import select
from sqlmodel import col

from playground.local_slack import LocalSlack
from storage import calendars, people
from storage.tables import AuditEvent, Calendar, Handoff, Member, TimeOff
from tests.flow.acts import (
    MADRID,
    TUESDAY,
    answer,
    direct,
    form,
    heard,
    known_account,
    met,
    move_to,
    quiet,
    receipt,
    rows,
    says,
    the_workspace,
    words,
)
from tests.flow.conftest import RunningBot


def test_i_say_what_i_am(slack: LocalSlack, bot: RunningBot) -> None:
    met(slack, bot, "tom")
    tom, joe = slack.person("tom"), slack.person("joe")
    answered(slack, "ana", "me")
    seen = form(slack, "ana")
    assert "Europe/Madrid" in words(seen)
    values = {"team": "sales", "manager": joe.id, "backup": tom.id, "open_cap": "12", "time": "08:30"}
    saved = slack.submit(seen, "ana", values)
    assert saved.view is not None
    assert says(words(saved.view), "es", "people-saved")
    ana = member(slack, bot, "ana")
    assert (ana.team, ana.open_cap, ana.daily_at) == ("sales", 12, 8 * 60 + 30)
    assert (ana.manager_id, ana.backup_id) == (met(slack, bot, "joe"), met(slack, bot, "tom"))
    with bot.database.read() as connection:
        data = connection.execute(
            select(col(AuditEvent.data)).where(col(AuditEvent.action) == "person_changed")
        ).scalar_one()
    assert json.loads(data)["after"]["team"] == "sales"


def test_once_named_a_manager_is_not_mine_to_change(slack: LocalSlack, bot: RunningBot) -> None:
    for person in ("tom", "joe"):
        met(slack, bot, person)
    answered(slack, "ana", "me")
    slack.submit(form(slack, "ana"), "ana", {"manager": slack.person("joe").id})
    close_all(slack, "ana")
    answered(slack, "ana", "me")
    again = form(slack, "ana")
    assert says(words(again), "es", "people-manager-set")
    assert "manager" not in json.dumps(again.source["blocks"])  # there is no field for it


def test_a_stolen_form_changes_nobody(slack: LocalSlack, bot: RunningBot) -> None:
    """A form that names somebody else's id is refused: the right is asked of the rows, not of the form."""
    tom = met(slack, bot, "tom")
    answered(slack, "ana", "me")
    seen = form(slack, "ana")
    seen.source["private_metadata"] = json.dumps({"member": tom, "version": 1})
    refused = slack.submit(seen, "ana", {"team": "marketing"})
    assert says(words(refused.view), "es", "people-not-allowed")
    assert member(slack, bot, "tom").team == ""


def test_admins_give_roles_to_others(slack: LocalSlack, bot: RunningBot) -> None:
    met(slack, bot, "ana")
    listed = slack.command("joe", "sales", "/lazo", "people")
    assert listed.ok
    assert slack.press("joe", "person_pick", message=receipt(slack, "joe"), value=slack.person("ana").id).ok
    seen = form(slack, "joe")
    assert slack.submit(seen, "joe", {"team": "sales", "manages_team": ["yes"]}).ok
    ana = member(slack, bot, "ana")
    assert (ana.team, ana.is_manager) == ("sales", True)
    assert slack.person("ana").id in answer(slack, "tom", "sales", "team", "/lazo")


def test_others_see_a_card_without_fields(slack: LocalSlack, bot: RunningBot) -> None:
    met(slack, bot, "ana")
    slack.command("tom", "sales", "/lazo", "people")
    slack.press("tom", "person_pick", message=receipt(slack, "tom"), value=slack.person("ana").id)
    seen = form(slack, "tom")
    assert not [block for block in seen.blocks if block["type"] == "input"]
    assert "submit" not in seen.source


@pytest.mark.parametrize(("field", "who"), [("backup", "greg"), ("backup", "ana"), ("manager", "olga")])
def test_who_cannot_be_named(slack: LocalSlack, bot: RunningBot, field: str, who: str) -> None:
    met(slack, bot, who)
    answered(slack, "ana", "me")
    refused = slack.submit(form(slack, "ana"), "ana", {field: slack.person(who).id})
    assert set(refused.errors) == {field}


def test_managers_make_no_circle(slack: LocalSlack, bot: RunningBot) -> None:
    met(slack, bot, "tom")
    answered(slack, "ana", "me")
    slack.submit(form(slack, "ana"), "ana", {"manager": slack.person("tom").id})
    answered(slack, "tom", "me")
    refused = slack.submit(form(slack, "tom"), "tom", {"manager": slack.person("ana").id})
    assert set(refused.errors) == {"manager"}


def test_my_hours_with_two_blocks_a_day(slack: LocalSlack, bot: RunningBot) -> None:
    answered(slack, "ana", "horario")
    typed = {"hours": "L-J 9-14, 16-19; V 8-15", "dated_hours": "1 jul - 31 ago: L-V 8-15"}
    saved = slack.submit(form(slack, "ana"), "ana", typed)
    assert "lun–jue 09:00–14:00, 16:00–19:00; vie 08:00–15:00" in words(saved.view)
    with bot.database.read() as connection:
        spec = calendars.calendar_of(connection, the_workspace(slack, bot), met(slack, bot, "ana"))
    assert spec.tz == MADRID
    assert len(spec.weekly[0]) == 2
    assert len(spec.dated) == 1
    close_all(slack, "ana")
    answered(slack, "ana", "horario")
    slack.submit(form(slack, "ana"), "ana", {"hours": "", "dated_hours": ""})
    assert rows(bot, Calendar) == []


def test_hours_that_make_no_sense_are_told_below_their_field(slack: LocalSlack, bot: RunningBot) -> None:
    answered(slack, "tom", "hours")
    refused = slack.submit(form(slack, "tom"), "tom", {"hours": "9-6", "dated_hours": "sometime"})
    assert set(refused.errors) == {"hours", "dated_hours"}
    assert "9 - 6" in refused.errors["hours"]


def test_a_country_of_my_own_offers_its_regions(slack: LocalSlack, bot: RunningBot) -> None:
    answered(slack, "lucia", "horario")
    seen = form(slack, "lucia")
    slack.press("lucia", "own_hours_country", view=seen, value="ES")
    slack.wait_for(lambda: "region:ES" in json.dumps(slack.views("lucia")[-1].source), what="the regions")
    saved = slack.submit(
        slack.views("lucia")[-1], "lucia", {"hours": "9-18", "own_hours_country": "ES", "region:ES": "MD"}
    )
    assert saved.ok, saved.errors
    with bot.database.read() as connection:
        spec = calendars.calendar_of(connection, the_workspace(slack, bot), met(slack, bot, "lucia"))
    assert any("2 de Mayo" in name or "Madrid" in name for name in spec.holidays.values())


def test_out_in_one_line_and_the_day_that_was_meant_too(slack: LocalSlack, bot: RunningBot) -> None:
    move_to(slack, bot, TUESDAY, "11:00")
    said = answer(slack, "ana", "sales", "fuera hasta el viernes: feria", "/lazo")
    assert says(said, "es", "time-off-saved-own")
    assert "feria" in said
    (absence,) = rows(bot, TimeOff)
    assert local(absence.ends_at).strftime("%a %H:%M") == "Fri 00:00"
    assert slack.press("ana", "time_off_extend", message=receipt(slack, "ana")).ok
    (absence,) = rows(bot, TimeOff)
    assert local(absence.ends_at).strftime("%a %H:%M") == "Sat 00:00"


def test_back_early(slack: LocalSlack, bot: RunningBot) -> None:
    move_to(slack, bot, TUESDAY, "11:00")
    answer(slack, "tom", "sales", "out until friday", "/lazo")
    slack.advance(3600)
    assert says(answer(slack, "tom", "sales", "back", "/lazo"), "en", "time-off-back-own")
    (absence,) = rows(bot, TimeOff)
    assert absence.ends_at - absence.starts_at < timedelta(hours=2)
    assert says(answer(slack, "tom", "sales", "back", "/lazo"), "en", "time-off-none-ahead")


def test_what_is_not_understood_opens_the_form_with_what_was_typed(slack: LocalSlack, bot: RunningBot) -> None:
    move_to(slack, bot, TUESDAY, "11:00")
    answered(slack, "tom", "out friday afternoon-ish")
    seen = form(slack, "tom")
    assert "friday afternoon-ish" in words(seen)
    today = local(bot.clock.business_now(), "Europe/London").date()
    days = {"first_day": (today + timedelta(days=3)).isoformat(), "first_time": "12:00"}
    refused = slack.submit(seen, "tom", {**days, "back_day": today.isoformat()})
    assert set(refused.errors) == {"back_day"}
    saved = slack.submit(seen, "tom", {**days, "back_day": (today + timedelta(days=6)).isoformat()})
    assert says(words(saved.view), "en", "time-off-saved-own")
    (absence,) = rows(bot, TimeOff)
    assert local(absence.starts_at, "Europe/London").hour == 12


def test_a_manager_notes_that_somebody_is_ill(slack: LocalSlack, bot: RunningBot) -> None:
    met(slack, bot, "ana")
    slack.command("joe", "sales", "/lazo", "people")
    slack.press("joe", "person_pick", message=receipt(slack, "joe"), value=slack.person("ana").id)
    slack.press("joe", "time_off_open", view=form(slack, "joe"))
    slack.wait_for(lambda: len(slack.views("joe")) == 2, what="the form on top")
    today = bot.clock.business_now().date()
    days = {"first_day": today.isoformat(), "back_day": (today + timedelta(days=2)).isoformat()}
    assert slack.submit(slack.views("joe")[-1], "joe", days).ok
    (absence,) = rows(bot, TimeOff)
    assert absence.member_id == met(slack, bot, "ana")


def test_somebody_elses_time_off_is_not_mine_to_cancel(slack: LocalSlack, bot: RunningBot) -> None:
    answer(slack, "ana", "sales", "fuera mañana", "/lazo")
    mine = receipt(slack, "ana")
    (absence,) = rows(bot, TimeOff)
    answer(slack, "tom", "sales", "out tomorrow", "/lazo")
    his = receipt(slack, "tom")
    for block in his.blocks or []:
        for element in block.get("elements", []):
            if element.get("action_id") == "time_off_cancel":
                element["value"] = str(absence.id)
    slack.press("tom", "time_off_cancel", message=his)
    assert [each.cancelled_at for each in rows(bot, TimeOff)] == [None, None]
    slack.press("ana", "time_off_cancel", message=mine)
    assert [each.cancelled_at is None for each in rows(bot, TimeOff)] == [False, True]


def test_while_the_owner_is_out_the_backup_is_told(slack: LocalSlack, bot: RunningBot) -> None:
    move_to(slack, bot, TUESDAY, "11:00")
    known_account(slack, bot, marketing="marta")
    met(slack, bot, "ana")
    answered(slack, "marta", "yo")
    slack.submit(form(slack, "marta"), "marta", {"backup": slack.person("ana").id})
    answer(slack, "marta", "marketing", "fuera hasta el viernes", "/lazo")
    said = answer(slack, "tom", "sales", "Acme: too dear, I need an argument")
    assert slack.person("ana").id in said
    heard(slack, bot, "ana")
    assert direct(slack, "marta") == []


def test_hours_of_ones_own_hold_notices(slack: LocalSlack, bot: RunningBot) -> None:
    known_account(slack, bot, marketing="marta")
    met(slack, bot, "marta")
    answered(slack, "marta", "horario")
    slack.submit(form(slack, "marta"), "marta", {"hours": "L-V 14-20"})
    move_to(slack, bot, TUESDAY, "11:00")
    assert "13:00" in answer(slack, "tom", "sales", "Acme: too dear, I need an argument")  # told in Tom's zone
    quiet(slack, bot)
    assert direct(slack, "marta") == []
    move_to(slack, bot, TUESDAY, "14:00")
    heard(slack, bot, "marta")


def test_before_a_holiday_all_that_is_open_can_be_passed_on(slack: LocalSlack, bot: RunningBot) -> None:
    move_to(slack, bot, TUESDAY, "11:00")
    for person in ("tom", "lucia"):
        met(slack, bot, person)
    answered(slack, "tom", "me")
    slack.submit(form(slack, "tom"), "tom", {"backup": slack.person("lucia").id})
    close_all(slack, "tom")
    line = "Acme, Laura laura@acme.example demo request: asked for prices @tom"
    assert slack.command("marta", "marketing", "/handoff", line).ok
    said = answer(slack, "tom", "sales", "out until friday", "/lazo")
    assert says(said, "en", "time-off-open-own", count=1)
    assert slack.press("tom", "handoff_transfer", message=receipt(slack, "tom")).ok
    transfer = form(slack, "tom")
    assert says(words(transfer), "en", "handoff-transfer-count", count=1)
    assert slack.submit(transfer, "tom", {}).ok
    (handoff,) = rows(bot, Handoff)
    assert handoff.owner_id == met(slack, bot, "lucia")


def answered(slack: LocalSlack, person: str, text: str) -> None:
    done = slack.command(person, "sales", "/lazo", text)
    assert done.ok, (done.error, done.detail)


def member(slack: LocalSlack, bot: RunningBot, name: str) -> Member:
    with bot.database.read() as connection:
        return people.get_member(connection, the_workspace(slack, bot), met(slack, bot, name))


def close_all(slack: LocalSlack, person: str) -> None:
    for view in list(slack.views(person)):
        slack.close_view(view, person, is_cleared=True)


def local(moment: datetime, tz: str = MADRID) -> datetime:
    return moment.astimezone(ZoneInfo(tz))
