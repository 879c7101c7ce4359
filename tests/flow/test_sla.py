"""Agreements in Slack: read, changed, stopped, measured; and who may do so."""

from datetime import timedelta

import pytest
from sqlalchemy import update
from sqlmodel import col

from playground.local_slack import LocalSlack
from playground.model import View
from storage import policies
from storage.tables import AuditEvent, Handoff, Member, Notice, SlaPolicy, SlaPolicyVersion, Timer
from tests.flow.acts import WEDNESDAY, answer, form, met, move_to, quiet, rows, set_workspace, the_workspace, words
from tests.flow.conftest import RunningBot


@pytest.fixture
def team(slack: LocalSlack, bot: RunningBot) -> None:
    """Wednesday morning; Carmen leads sales (in Spanish), Tom sells, Marta markets, Joe is an admin."""
    for person in ("tom", "marta", "carmen", "joe"):
        met(slack, bot, person)
    change_member(slack, bot, "carmen", team="sales", is_manager=True, is_admin=False)
    change_member(slack, bot, "tom", team="sales", manager_id=met(slack, bot, "carmen"))
    set_workspace(slack, bot, handoff_channel=slack.conversation("sales").id, locale="en", tz="Europe/Madrid")
    move_to(slack, bot, WEDNESDAY, "10:00")


def change_member(slack: LocalSlack, bot: RunningBot, person: str, **changes: object) -> None:
    workspace_id, member_id = the_workspace(slack, bot), met(slack, bot, person)
    with bot.database.write() as work:
        work.connection.execute(
            update(Member)
            .where(col(Member.workspace_id) == workspace_id, col(Member.id) == member_id)
            .values(**changes)
        )
        work.commit()


def opened(slack: LocalSlack, person: str, text: str = "sla") -> View:
    """The view that the command opens."""
    assert slack.command(person, "sales", "/lazo", text).ok
    return form(slack, person)


def policy(bot: RunningBot, name: str) -> SlaPolicy:
    """An agreement by its name."""
    (found,) = (each for each in rows(bot, SlaPolicy) if each.name == name)
    return found


def press(slack: LocalSlack, person: str, action: str, view: View, of: SlaPolicy | None = None) -> View:
    """Press a button of a list, of one agreement or above them all; gives what is on top then."""
    slack.press(person, action, view=view, block_id=None if of is None else f"policy:{of.id}")
    return slack.views(person)[-1]


def edited(slack: LocalSlack, bot: RunningBot, person: str, name: str) -> View:
    """The form of an agreement, opened from the list."""
    return press(slack, person, "sla_edit", opened(slack, person), policy(bot, name))


@pytest.mark.usefixtures("team")
def test_everybody_reads_the_agreements_and_a_manager_changes_one(slack: LocalSlack, bot: RunningBot) -> None:
    """Tom reads without buttons; Carmen types times as she says them, and reads what changed."""
    read = opened(slack, "tom")
    assert "Accept: 4 working hours" in words(read)
    assert "sla_edit" not in str(read.source)
    view = edited(slack, bot, "carmen", "standard")
    saved = slack.submit(view, "carmen", {"accept_limit": "1,5 h", "attempt_limit": "48 h naturales"})
    assert saved.view is not None
    shown = words(saved.view)
    assert "1 hora 30 minutos de tiempo laborable" in shown
    assert "48 horas de reloj" in shown
    assert "conservan la versión 1" in shown
    changed = policy(bot, "standard")
    assert (changed.version, changed.name) == (2, "standard")
    assert "1 hora 30 minutos" in words(slack.views("carmen")[0])
    (audited,) = (each for each in rows(bot, AuditEvent) if each.action == "policy_changed")
    assert audited.actor_id == met(slack, bot, "carmen")


@pytest.mark.usefixtures("team")
def test_an_unclear_time_is_refused_below_its_field(slack: LocalSlack, bot: RunningBot) -> None:
    """Each with an example; nothing is saved, and what was typed stays in the form."""
    view = edited(slack, bot, "joe", "standard")
    refused = slack.submit(view, "joe", {"accept_limit": "soonish", "qualify_target": "20 days"})
    assert "1.5 h" in refused.errors["accept_limit"]
    assert "longer than the limit" in refused.errors["qualify_target"]
    nothing = slack.submit(view, "joe", {"accept_limit": None, "attempt_limit": None, "qualify_target": None})
    assert set(nothing.errors) == {"accept_limit"}
    assert policy(bot, "standard").version == 1


@pytest.mark.usefixtures("team")
def test_who_may_not_changes_nothing(slack: LocalSlack, bot: RunningBot) -> None:
    """Whoever lost the right while the form was open is refused by the use case; others never get a form."""
    view = edited(slack, bot, "carmen", "standard")
    change_member(slack, bot, "carmen", is_manager=False)
    refused = slack.submit(view, "carmen", {"accept_limit": "1 h"})
    assert refused.view is not None
    assert "Solo los admins" in words(refused.view)
    assert "Only admins" in words(opened(slack, "tom", "sla new"))
    assert policy(bot, "standard").version == 1


@pytest.mark.usefixtures("team")
def test_two_who_edit_at_once_lose_nothing(slack: LocalSlack, bot: RunningBot) -> None:
    """The second reads who changed what, with what stands now in the fields."""
    his, hers = edited(slack, bot, "joe", "standard"), edited(slack, bot, "carmen", "standard")
    slack.submit(hers, "carmen", {"accept_limit": "2 h"})
    refused = slack.submit(his, "joe", {"accept_limit": "3 h"})
    assert refused.view is not None
    shown = words(refused.view)
    assert slack.person("carmen").id in shown
    assert "4 working hours → *2 working hours*" in shown
    assert policy(bot, "standard").version == 2
    assert slack.submit(slack.views("joe")[-1], "joe", {"accept_limit": "3 h"}).ok
    assert policy(bot, "standard").version == 3


@pytest.mark.usefixtures("team")
def test_a_new_agreement_holds_for_its_leads_and_can_be_stopped(slack: LocalSlack, bot: RunningBot) -> None:
    """For a source; a name that is taken is refused; stopped, leads go by the general one again."""
    view = press(slack, "joe", "sla_new", opened(slack, "joe", "agreements"))
    typed = {"policy_name": "STANDARD", "source": "Trade fair", "accept_limit": "30 min", "lane": "fast"}
    assert "name" in slack.submit(view, "joe", typed).errors["policy_name"]
    added = slack.submit(view, "joe", {**typed, "policy_name": "Fairs <!channel>"})
    assert added.view is not None
    assert "&lt;!channel&gt;" in str(added.view)
    found = policy(bot, "Fairs <!channel>")
    assert found.source == "trade_fair"
    with bot.database.write() as work:
        now = bot.clock.business_now()
        workspace_id = the_workspace(slack, bot)
        chosen = policies.choose_policy(work, workspace_id, "trade_fair", "other", None, now)
        assert chosen is not None
        assert chosen.policy_id == found.id
    press(slack, "joe", "sla_switch", slack.views("joe")[0], found)
    assert not policy(bot, found.name).is_active


@pytest.mark.usefixtures("team")
def test_what_runs_keeps_the_version_it_was_made_under(slack: LocalSlack, bot: RunningBot) -> None:
    """A handoff under way, then a shorter limit: its deadline and version stay, the next one gets the new."""
    hand_over(slack, bot, "Acme")
    before = {timer.id: (timer.policy_version, timer.due_at) for timer in rows(bot, Timer)}
    view = edited(slack, bot, "joe", "standard")
    slack.submit(view, "joe", {"accept_limit": "30 min", "attempt_limit": "1 h"})
    hand_over(slack, bot, "Globex")
    after = {timer.id: (timer.policy_version, timer.due_at) for timer in rows(bot, Timer)}
    assert {key: after[key] for key in before} == before
    assert {version for key, (version, _due) in after.items() if key not in before} == {2}
    assert len(rows(bot, SlaPolicyVersion)) == 6


@pytest.mark.usefixtures("team")
def test_in_the_shadow_nobody_is_told_and_limits_are_suggested(slack: LocalSlack, bot: RunningBot) -> None:
    """Deadlines pass in silence; with twenty answered, the button fills the form with what was measured."""
    view = edited(slack, bot, "joe", "standard")
    assert "Nobody" not in words(slack.submit(view, "joe", {"shadow": ["yes"]}).view)
    hand_over(slack, bot, "Acme")
    slack.advance(timedelta(days=7).total_seconds())
    bot.parts.heart.quicken()
    slack.wait_for(lambda: any(timer.breached_at for timer in rows(bot, Timer)), what="the deadline to pass")
    quiet(slack, bot)
    assert not [notice for notice in rows(bot, Notice) if notice.kind.startswith("timer")]
    assert "20 more are needed" in words(opened(slack, "joe", "sla measured"))
    answered(bot, policy(bot, "standard"), [40] * 15 + [100] * 5)
    measured = opened(slack, "joe", "sla measured")
    assert "half within 40 minutes" in words(measured)
    filled = press(slack, "joe", "sla_use", measured, policy(bot, "standard"))
    assert "45 min" in words(filled)
    assert slack.submit(filled, "joe", {"shadow": []}).ok
    assert policy(bot, "standard").version == 3


def hand_over(slack: LocalSlack, bot: RunningBot, company: str) -> None:
    known = len(rows(bot, Handoff))
    answer(slack, "marta", "marketing", f"{company}: looked at everything twice @tom", "/handoff")
    slack.wait_for(lambda: len(rows(bot, Handoff)) > known, what="the handoff")


def answered(bot: RunningBot, of: SlaPolicy, minutes: list[int]) -> None:
    """Promises to accept that were kept in so many minutes."""
    like = next(timer for timer in rows(bot, Timer) if timer.kind == "accept")
    with bot.database.write() as work:
        for place, used in enumerate(minutes):
            another = {"id": like.id + 1000 + place, "subject_id": like.subject_id + 1000 + place, "policy_id": of.id}
            kept = {"state": "stopped", "outcome": "met", "used_minutes": used, "stopped_at": like.started_at}
            work.session.add(Timer(**{**like.model_dump(), **another, **kept, "next_step_at": None}))
        work.commit()
