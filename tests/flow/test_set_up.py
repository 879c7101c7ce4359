"""Setting a workspace up in Slack: the checklist, its steps as forms, who may, and the first words to an admin."""

import json
from collections.abc import Iterator
from datetime import date
from pathlib import Path

import pytest

from domain.set_up import Step, set_up_from
from playground.local_slack import LocalSlack
from playground.model import View
from storage import calendars, policies
from storage.tables import AuditEvent, Calendar, DigestSchedule, Lead, Member, SlaPolicy, Workspace
from tests.flow.acts import answer, direct, form, known_account, met, only_row, rows, says, the_workspace, words
from tests.flow.conftest import RunningBot, running_bot


@pytest.fixture
def new_bot(slack: LocalSlack, database_url: str, clock_file: Path) -> Iterator[RunningBot]:
    """The bot on its first day in the workspace."""
    with running_bot(slack, database_url, clock_file, new=True) as running:
        yield running


def test_the_first_admin_is_written_to_once_in_their_language(slack: LocalSlack, new_bot: RunningBot) -> None:
    slack.wait_for(lambda: direct(slack, "carmen"), what="the first words")
    (welcome,) = direct(slack, "carmen")
    assert says(words(welcome), "es", "welcome-steps")
    workspace = only_row(new_bot, Workspace)
    assert (workspace.locale, workspace.tz) == ("es", "Europe/Madrid")
    assert direct(slack, "joe") == []
    assert slack.press("carmen", "set_up_step", message=welcome).ok
    assert says(words(form(slack, "carmen")), "es", "settings-language")


def test_a_restart_says_nothing_again(slack: LocalSlack, database_url: str, clock_file: Path) -> None:
    for _ in range(2):
        with running_bot(slack, database_url, clock_file, new=True) as bot:
            met(slack, bot, "carmen")
            slack.wait_for(lambda: direct(slack, "carmen"), what="the first words")
    assert len(direct(slack, "carmen")) == 1


def test_others_are_told_whom_to_ask(slack: LocalSlack, bot: RunningBot) -> None:
    met(slack, bot, "joe")
    assert slack.person("joe").id in answer(slack, "tom", "sales", "set-up", "/lazo")


def test_language_is_proposed_from_the_admins_own_profile(slack: LocalSlack, bot: RunningBot) -> None:
    seen = step(slack, "carmen", Step.LANGUAGE)
    assert "Europe/Madrid" in words(seen)
    done = slack.submit(seen, "carmen", {})
    assert says(words(done.view), "es", "set-up-next")
    workspace = only_row(bot, Workspace)
    assert (workspace.locale, workspace.tz) == ("es", "Europe/Madrid")
    assert set_up_from(workspace.set_up).done[Step.LANGUAGE].by == slack.person("carmen").id


def test_from_the_first_step_to_the_last(slack: LocalSlack, bot: RunningBot) -> None:
    """Each step's *Next* leads to the following one, in the same window; at the end Home has no checklist."""
    for person in ("ana", "tom", "marta"):
        met(slack, bot, person)
    known_account(slack, bot)
    filled: dict[Step, dict[str, object]] = {
        Step.LANGUAGE: {},
        Step.CHANNELS: {
            "channel": slack.conversation("marketing").id,
            "handoff_channel": slack.conversation("sales").id,
            "digest_channel": slack.conversation("revenue-review").id,
        },
        Step.TEAMS: {
            "sales_people": [slack.person("ana").id, slack.person("tom").id],
            "marketing_people": [slack.person("marta").id],
            "team_managers": [slack.person("ana").id],
        },
        Step.HOURS: {"hours": "L-J 9-14, 15-18; V 8-15", "region:ES": "MD"},
        Step.HOLIDAYS: {},
        Step.OWNERS: {},
        Step.SOURCES: {},
    }
    step(slack, "carmen", Step.LANGUAGE)
    for each in Step:
        done = slack.submit(slack.views("carmen")[-1], "carmen", filled[each])
        assert done.ok, (each, done.errors)
        assert done.view is not None, each
        if each is not Step.SOURCES:
            assert slack.press("carmen", "set_up_step", view=slack.views("carmen")[-1]).ok
            slack.wait_for(lambda: "private_metadata" in slack.views("carmen")[-1].source, what="the next step")
        if each is Step.LANGUAGE:
            proposed = [slack.conversation(name).id for name in ("marketing", "handoffs", "revenue-review")]
            assert all(
                f"'initial_conversation': '{channel}'" in str(slack.views("carmen")[-1].source) for channel in proposed
            )
    workspace = only_row(bot, Workspace)
    assert set_up_from(workspace.set_up).is_complete
    assert workspace.marketing_channel == slack.conversation("marketing").id
    assert workspace.handoff_channel == slack.conversation("sales").id
    assert (workspace.country, workspace.region) == ("ES", "MD")
    assert only_row(bot, DigestSchedule).channel == slack.conversation("revenue-review").id
    teams = {member.slack_user_id: (member.team, member.is_manager) for member in rows(bot, Member)}
    assert teams[slack.person("ana").id] == ("sales", True)
    assert teams[slack.person("marta").id] == ("marketing", False)
    with bot.database.read() as connection:
        spec = calendars.calendar_of(connection, the_workspace(slack, bot), met(slack, bot, "ana"))
    assert len(spec.weekly[0]) == 2
    year = bot.clock.business_now().year
    assert date(year, 5, 2) in spec.holidays or date(year + 1, 5, 2) in spec.holidays  # Madrid's own day
    slack.open_home("carmen")
    slack.wait_for(lambda: slack.home("carmen"), what="Home")
    assert not says(words(slack.home("carmen")), "es", "set-up-title")


def test_home_shows_the_checklist_to_admins_and_what_is_done(slack: LocalSlack, bot: RunningBot) -> None:
    slack.open_home("joe")
    slack.wait_for(lambda: slack.home("joe"), what="Home")
    home = slack.home("joe")
    assert home is not None
    assert says(words(home), "en", "set-up-progress", done=0)
    slack.press("joe", "set_up_step", view=home)
    slack.submit(form(slack, "joe"), "joe", {})
    slack.wait_for(lambda: says(words(slack.home("joe")), "en", "set-up-progress", done=1), what="Home to follow")
    slack.open_home("tom")
    slack.wait_for(lambda: slack.home("tom"), what="Home")
    assert not says(words(slack.home("tom")), "en", "set-up-title")


def test_holidays_are_edited_line_by_line(slack: LocalSlack, bot: RunningBot) -> None:
    saved_hours(slack, "ES")
    seen = step(slack, "joe", Step.HOLIDAYS)
    year = bot.clock.business_now().year
    lines = f"Jan 1: New Year\nDec 24: Half of Christmas\nDec 25: Christmas, {year}"
    wrong = slack.submit(seen, "joe", {"holidays_this_year": "Feb 30: never"})
    assert set(wrong.errors) == {"holidays_this_year"}
    assert slack.submit(seen, "joe", {"holidays_this_year": lines}).ok
    with bot.database.read() as connection:
        spec = calendars.company_calendar(connection, the_workspace(slack, bot))
    this_year = {day: name for day, name in spec.holidays.items() if day.year == year}
    assert this_year == {
        date(year, 1, 1): "New Year",
        date(year, 12, 24): "Half of Christmas",
        date(year, 12, 25): f"Christmas, {year}",
    }
    assert any(day.year == year + 1 for day in spec.holidays)
    again = step(slack, "joe", Step.HOLIDAYS)
    slack.press("joe", "set_up_propose", view=again)
    slack.wait_for(lambda: says(words(slack.views("joe")[-1]), "en", "set-up-holidays-proposed"), what="the proposal")
    assert "Half of Christmas" not in words(slack.views("joe")[-1])


def test_two_admins_who_edit_the_same_step(slack: LocalSlack, bot: RunningBot) -> None:
    hers, his = step(slack, "carmen", Step.HOURS), step(slack, "joe", Step.HOURS)
    assert slack.submit(hers, "carmen", {"hours": "L-V 8-15"}).ok
    refused = slack.submit(his, "joe", {"hours": "Mon-Fri 10-19"})
    assert says(words(refused.view), "en", "set-up-stale")
    assert "08:00–15:00" in words(refused.view)
    assert only_row(bot, Calendar).version == 1


def test_two_steps_at_once_are_both_kept(slack: LocalSlack, bot: RunningBot) -> None:
    hers, his = step(slack, "carmen", Step.LANGUAGE), step(slack, "joe", Step.OWNERS)
    assert slack.submit(hers, "carmen", {}).ok
    assert slack.submit(his, "joe", {}).ok
    assert set(set_up_from(only_row(bot, Workspace).set_up).done) == {Step.LANGUAGE, Step.OWNERS}


def test_what_cannot_be_is_told_below_its_field(slack: LocalSlack, bot: RunningBot) -> None:
    for person in ("ana", "greg"):
        met(slack, bot, person)
    lonely = slack.add_channel("lonely", ["joe"], with_app=False)
    refused = slack.submit(step(slack, "joe", Step.CHANNELS), "joe", {"handoff_channel": lonely.id})
    assert set(refused.errors) == {"handoff_channel"}
    close_all(slack)
    ana = slack.person("ana").id
    both = {"sales_people": [ana], "marketing_people": [ana]}
    assert set(slack.submit(step(slack, "joe", Step.TEAMS), "joe", both).errors) == {"marketing_people"}
    close_all(slack)
    guest = {"sales_people": [slack.person("greg").id]}
    assert slack.submit(step(slack, "joe", Step.TEAMS), "joe", guest).errors
    assert set_up_from(only_row(bot, Workspace).set_up).done == {}


def test_a_source_gets_an_agreement_of_its_own(slack: LocalSlack, bot: RunningBot) -> None:
    workspace_id, now = the_workspace(slack, bot), bot.clock.business_now()
    with bot.database.write() as work:
        for number in range(3):
            work.session.add(
                Lead(
                    workspace_id=workspace_id,
                    id=number + 1,
                    external_id=str(number),
                    source="webinar",
                    mql_at=now,
                    created_at=now,
                    updated_at=now,
                )
            )
        work.commit()
    seen = step(slack, "joe", Step.SOURCES)
    with bot.database.read() as connection:
        (demo,) = [row for row, _ in policies.list_policies(connection, workspace_id) if row.name == "demo_request"]
    assert slack.submit(seen, "joe", {"source:webinar": str(demo.id)}).ok
    (own,) = [row for row in rows(bot, SlaPolicy) if row.source == "webinar"]
    assert own.is_active
    with bot.database.write() as work:
        chosen = policies.choose_policy(work, workspace_id, "webinar", "content", None, now)
    assert chosen is not None
    assert chosen.policy_id == own.id
    assert slack.submit(step(slack, "joe", Step.SOURCES), "joe", {"source:webinar": "by-type"}).ok
    (own,) = [row for row in rows(bot, SlaPolicy) if row.source == "webinar"]
    assert not own.is_active
    audited = [event for event in rows(bot, AuditEvent) if event.subject_kind == "policy"]
    assert [(event.action, event.subject_id) for event in audited] == [
        ("policy_added", own.id),
        ("policy_changed", own.id),
    ]
    assert [json.loads(event.data)["after"]["is_active"] for event in audited] == [True, False]


def saved_hours(slack: LocalSlack, country: str) -> None:
    seen = step(slack, "joe", Step.HOURS)
    assert slack.submit(seen, "joe", {"set_up_country": country, "hours": "Mon-Fri 9-18"}).ok


def step(slack: LocalSlack, person: str, which: Step) -> View:
    """Open a step from the checklist that `/lazo set-up` shows."""
    close_all(slack, person)
    assert slack.command(person, "sales", "/lazo", "set-up").ok
    checklist = form(slack, person)
    buttons = [block["accessory"] for block in checklist.blocks if "accessory" in block]
    block_id = next(
        block["block_id"]
        for block in checklist.blocks
        if "accessory" in block and block["accessory"]["value"] == which.value
    )
    assert len(buttons) == len(Step)
    assert slack.press(person, "set_up_step", view=checklist, block_id=block_id).ok
    slack.wait_for(lambda: len(slack.views(person)) == 2, what=f"the form of {which}")
    return slack.views(person)[-1]


def close_all(slack: LocalSlack, person: str = "joe") -> None:
    while slack.views(person):
        slack.close_view(slack.views(person)[0], person, is_cleared=True)
