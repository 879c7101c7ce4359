"""Who gets leads, in Slack: rules in their order, who takes part, whose turn it is, and a preview that uses none."""

import pytest
from sqlalchemy import update
from sqlmodel import col

from playground.local_slack import LocalSlack
from playground.model import View
from storage.tables import Account, AuditEvent, Handoff, Member, RotationSeat, RoutingRule
from tests.flow.acts import (
    WEDNESDAY,
    answer,
    form,
    known_account,
    met,
    move_to,
    rows,
    says,
    set_workspace,
    the_workspace,
    words,
)
from tests.flow.conftest import RunningBot


@pytest.fixture
def team(slack: LocalSlack, bot: RunningBot) -> None:
    """Wednesday morning; Tom and Ana sell, Carmen leads them, Marta markets, Joe is an admin."""
    for person in ("tom", "ana", "marta", "carmen", "joe"):
        met(slack, bot, person)
    change_member(slack, bot, "carmen", team="sales", is_manager=True, is_admin=False)
    change_member(slack, bot, "tom", team="sales", tz="Europe/Madrid")
    change_member(slack, bot, "ana", team="sales", tz="Europe/Madrid")
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


def opened(slack: LocalSlack, person: str, text: str = "routing") -> View:
    """The view that the command opens."""
    assert slack.command(person, "sales", "/lazo", text).ok
    return form(slack, person)


def press(slack: LocalSlack, person: str, action: str, view: View) -> View:
    """Press a button; gives what is on top then."""
    slack.press(person, action, view=view)
    return slack.views(person)[-1]


def ruled(slack: LocalSlack, person: str = "joe", **typed: object) -> View:
    """A new rule, and the list as it stands then."""
    rule = press(slack, person, "routing_new", opened(slack, person))
    done = slack.submit(rule, person, typed)
    assert done.ok, done.errors
    return slack.views(person)[-1]


def choose(slack: LocalSlack, person: str, view: View, rule: RoutingRule, act: str) -> View:
    """Choose from a rule's menu; gives what is on top then."""
    value = f"{act}:{rule.id}:{rule.version}"
    slack.press(person, "routing_rule", view=view, block_id=f"rule:{rule.id}", value=value)
    return slack.views(person)[-1]


def in_order(bot: RunningBot) -> list[RoutingRule]:
    return sorted((rule for rule in rows(bot, RoutingRule) if rule.is_active), key=lambda rule: rule.position)


def handed_to(slack: LocalSlack, bot: RunningBot, company: str) -> int:
    """The owner whom routing finds for a lead."""
    known = {handoff.id for handoff in rows(bot, Handoff)}
    answer(slack, "marta", "marketing", f"{company}: looked at everything twice", "/handoff")
    slack.wait_for(lambda: len(rows(bot, Handoff)) > len(known), what="the handoff")
    (fresh,) = (handoff for handoff in rows(bot, Handoff) if handoff.id not in known)
    return fresh.owner_id


@pytest.mark.usefixtures("team")
def test_rules_are_added_ordered_and_removed(slack: LocalSlack, bot: RunningBot) -> None:
    """The first that matches wins: moved up, the other one does."""
    ruled(slack, source="webinar", owner=slack.person("tom").id)
    shown = ruled(slack, "carmen", territory="España", source="webinar", owner=slack.person("ana").id)
    assert "España" in words(shown)
    first, second = in_order(bot)
    tried = slack.submit(press(slack, "joe", "routing_try", opened(slack, "joe")), "joe", {"source": "Webinar"})
    assert slack.person("tom").id in words(tried.view)
    assert "Rule 1" in words(tried.view)
    choose(slack, "joe", opened(slack, "joe"), second, "up")
    assert [rule.id for rule in in_order(bot)] == [second.id, first.id]
    changed = choose(slack, "joe", opened(slack, "joe"), in_order(bot)[1], "edit")
    assert slack.submit(changed, "joe", {"source": "trade fair"}).ok
    assert in_order(bot)[1].source == "trade_fair"
    choose(slack, "joe", opened(slack, "joe"), in_order(bot)[0], "remove")
    assert [rule.id for rule in in_order(bot)] == [first.id]
    assert len([each for each in rows(bot, AuditEvent) if each.subject_kind == "routing_rule"]) == 5


@pytest.mark.usefixtures("team")
def test_a_rule_that_says_too_little_or_too_much_is_refused(slack: LocalSlack, bot: RunningBot) -> None:
    """Below the field that is wrong; guests can get no leads."""
    view = press(slack, "joe", "routing_new", opened(slack, "joe"))
    tom = slack.person("tom").id
    assert set(slack.submit(view, "joe", {"owner": tom}).errors) == {"territory"}
    assert set(slack.submit(view, "joe", {"source": "x", "owner": tom, "pool": "sales"}).errors) == {"pool"}
    assert set(slack.submit(view, "joe", {"source": "x", "owner": None, "pool": None}).errors) == {"owner"}
    assert not rows(bot, RoutingRule)


@pytest.mark.usefixtures("team")
def test_who_may_not_changes_nothing(slack: LocalSlack, bot: RunningBot) -> None:
    """Tom reads rules and turns, no buttons and no counts; whoever lost the right is refused by the use case."""
    ruled(slack, source="webinar", owner=slack.person("tom").id)
    read = opened(slack, "tom")
    assert "routing_new" not in str(read.source)
    assert "Turns are those" not in words(read)
    view = press(slack, "carmen", "routing_new", opened(slack, "carmen"))
    change_member(slack, bot, "carmen", is_manager=False)
    refused = slack.submit(view, "carmen", {"source": "x", "owner": slack.person("ana").id})
    assert says(words(refused.view), "es", "routing-deciders-only")
    assert len(rows(bot, RoutingRule)) == 1


@pytest.mark.usefixtures("team")
def test_two_who_move_at_once_lose_nothing(slack: LocalSlack, bot: RunningBot) -> None:
    """The second is told, and sees how it stands."""
    ruled(slack, source="a", owner=slack.person("tom").id)
    ruled(slack, source="b", owner=slack.person("tom").id)
    his, hers = opened(slack, "joe"), opened(slack, "carmen")
    rule = in_order(bot)[1]
    choose(slack, "carmen", hers, rule, "remove")
    assert "nothing was changed" in words(choose(slack, "joe", his, rule, "up"))
    assert [each.source for each in in_order(bot)] == ["a"]


@pytest.mark.usefixtures("team")
def test_turns_are_taken_in_order_and_shown_to_be_fair(slack: LocalSlack, bot: RunningBot) -> None:
    """Two leads, two people; then one is taken out, gets none, and comes back with their turns."""
    tom, ana = met(slack, bot, "tom"), met(slack, bot, "ana")
    assert {handed_to(slack, bot, "Globex"), handed_to(slack, bot, "Initech")} == {tom, ana}
    shown = words(opened(slack, "joe"))
    assert shown.count("one turn") == 2
    assert "is next" in shown
    seat = press(slack, "joe", "routing_seat", slack.views("joe")[-1])
    assert slack.submit(seat, "joe", {"owner": slack.person("tom").id, "takes_part": []}).ok
    assert f"Not taking part: <@{slack.person('tom').id}>" in words(slack.views("joe")[-1])
    assert [handed_to(slack, bot, name) for name in ("Umbrella", "Hooli")] == [ana, ana]
    seat = press(slack, "joe", "routing_seat", opened(slack, "joe"))
    assert set(slack.submit(seat, "joe", {"owner": slack.person("tom").id, "open_cap": "many"}).errors) == {"open_cap"}
    assert slack.submit(seat, "joe", {"owner": slack.person("tom").id, "open_cap": "7"}).ok
    assert "1 of 7 open" in words(slack.views("joe")[-1])
    (kept,) = (each for each in rows(bot, RotationSeat) if each.member_id == tom)
    assert (kept.turns, kept.is_active) == (1, True)
    assert handed_to(slack, bot, "Stark") == tom


@pytest.mark.usefixtures("team")
def test_a_preview_uses_nobodys_turn_and_knows_the_accounts_owner(slack: LocalSlack, bot: RunningBot) -> None:
    """By command with a company's name."""
    account = known_account(slack, bot, "Acme")
    with bot.database.write() as work:
        work.connection.execute(
            update(Account)
            .where(col(Account.workspace_id) == account.workspace_id, col(Account.id) == account.id)
            .values(sales_owner_id=met(slack, bot, "carmen"))
        )
        work.commit()
    assert "own the account" in words(opened(slack, "joe", "routing Acme"))
    assert "it is their turn" in words(opened(slack, "joe", "rules Nobody Ltd"))
    assert not rows(bot, RotationSeat)


@pytest.mark.usefixtures("team")
def test_a_pool_of_its_own_takes_turns_among_its_people(slack: LocalSlack, bot: RunningBot) -> None:
    """A rule names it, then somebody is added; until then leads go on."""
    assert "Nobody takes part yet" in words(ruled(slack, source="webinar", pool="Iberia"))
    seat = press(slack, "joe", "routing_seat", opened(slack, "joe"))
    assert slack.submit(seat, "joe", {"pool": "iberia", "owner": slack.person("carmen").id}).ok
    tried = slack.submit(press(slack, "joe", "routing_try", opened(slack, "joe")), "joe", {"source": "webinar"})
    assert slack.person("carmen").id in words(tried.view)
