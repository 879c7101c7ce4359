"""Who may do what to the ideal customer profile, whatever a payload claims, and that a workspace sees only its own."""

import json
from concurrent.futures import ThreadPoolExecutor
from dataclasses import replace
from datetime import timedelta

import pytest

from commands.context import Actor, Services
from commands.i18n import LOCALES, Texts
from commands.icp import actions
from commands.icp.parse import Decide, Propose
from commands.icp.views import decided_message, profile_modal, proposal_modal
from commands.members import NotADeciderError, NotAMemberError
from domain.icp import LONGEST_REASON, LONGEST_TEXT, MOST_WAITING, Change, Outcome, Part, Profile
from playground.blockkit import message_refusal, view_refusal
from storage import notices
from storage.database import Database
from storage.errors import StaleVersionError
from tests.storage.rows import NOW, Team

INTENT = Propose(Part.SIZE, "50 to 500 people", "smaller ones leave")


def services_on(database: Database) -> Services:
    return Services(database, Texts(), lambda: NOW, lambda: NOW, lambda _workspace, _user: None)


def acting(team: Team, slack_id: str, **changes: object) -> Actor:
    return Actor(team.id, team.member(slack_id, **changes), slack_id, "en", "UTC")


def test_a_guest_reads_and_proposes_nothing(database: Database) -> None:
    services, team = services_on(database), Team.new(database)
    guest = acting(team, "U2", kind="guest")
    with pytest.raises(NotAMemberError):
        actions.propose(services, guest, INTENT, "k")
    shown = actions.standing(services, guest)
    assert (shown.profile.waiting, shown.may_propose) == ((), False)
    drawn = json.dumps(profile_modal(services.say(guest), shown, "UTC"))
    assert "icp_propose" not in drawn


def test_who_did_not_propose_it_takes_nothing_back_and_who_leads_nothing_decides_nothing(database: Database) -> None:
    services, team = services_on(database), Team.new(database)
    author, other = acting(team, "U1"), acting(team, "U2")
    actions.propose(services, author, INTENT, "k")
    (waiting,) = actions.standing(services, author).profile.waiting
    with pytest.raises(actions.NotTheirsError):
        actions.decide(services, other, Decide(waiting.id, Outcome.WITHDRAWN, 0), "a")
    for who in (author, other):
        with pytest.raises(NotADeciderError):
            actions.decide(services, who, Decide(waiting.id, Outcome.ACCEPTED, 0), "b")
    assert actions.standing(services, other).profile.waiting == (waiting,)


def test_an_admin_elsewhere_sees_and_decides_nothing(database: Database) -> None:
    services, team, elsewhere = services_on(database), Team.new(database), Team.new(database, "T2")
    author, admin = acting(team, "U1"), acting(elsewhere, "U9", is_admin=True)
    actions.propose(services, author, INTENT, "k")
    actions.propose(services, author, INTENT, "k")  # Slack sent it twice
    (waiting,) = actions.standing(services, author).profile.waiting
    assert actions.standing(services, admin).profile.waiting == ()
    with pytest.raises(StaleVersionError):
        actions.decide(services, admin, Decide(waiting.id, Outcome.ACCEPTED, 0), "a")
    assert actions.standing(services, author).profile.waiting == (waiting,)


def test_nobody_undoes_unseen_what_another_accepted(database: Database) -> None:
    """Two changes of one part wait; whoever accepts the second has to have seen the first stand."""
    services, team = services_on(database), Team.new(database)
    author, one, two = acting(team, "U1"), acting(team, "U2", is_admin=True), acting(team, "U3", is_admin=True)
    for number in (1, 2):
        actions.propose(services, author, replace(INTENT, text=f"{number} people"), f"k{number}")
    first, second = actions.standing(services, one).profile.waiting

    def accept(pair: tuple[Actor, int]) -> bool:
        try:
            actions.decide(services, pair[0], Decide(pair[1], Outcome.ACCEPTED, 0), f"a{pair[1]}")
        except actions.PartChangedError:
            return False
        return True

    with ThreadPoolExecutor(2) as pool:
        done = list(pool.map(accept, [(one, first.id), (two, second.id)]))
    assert sorted(done) == [False, True]
    profile = actions.standing(services, one).profile
    assert len(profile.waiting) == 1
    # The same moment by the clock, and accepted later all the same.
    actions.decide(services, two, Decide(profile.waiting[0].id, Outcome.ACCEPTED, profile.standing_id(Part.SIZE)), "b")
    after = actions.standing(services, one)
    assert {each.text for each in after.decided} == {"1 people", "2 people"}, "what it said before can be read"
    assert after.profile.standing[Part.SIZE].id == profile.waiting[0].id


def test_what_was_accepted_later_stands_whatever_the_clock_says(database: Database) -> None:
    """Two acceptances within one moment of the clock, or of two machines' clocks."""
    services, team = services_on(database), Team.new(database)
    author, admin = acting(team, "U1"), acting(team, "U2", is_admin=True)
    for number in (1, 2):
        actions.propose(services, author, replace(INTENT, text=f"{number} people"), f"k{number}")
    first, second = actions.standing(services, admin).profile.waiting
    actions.decide(services, admin, Decide(second.id, Outcome.ACCEPTED, 0), "a")
    actions.decide(services, admin, Decide(first.id, Outcome.ACCEPTED, second.id), "b")
    assert actions.standing(services, admin).profile.standing[Part.SIZE].id == first.id


def test_who_is_a_guest_by_now_is_told_nothing(database: Database) -> None:
    services, team = services_on(database), Team.new(database)
    author, admin = acting(team, "U1"), acting(team, "U2", is_admin=True)
    actions.propose(services, author, INTENT, "k")
    (waiting,) = actions.standing(services, author).profile.waiting
    team.member("U1", kind="guest")
    actions.decide(services, admin, Decide(waiting.id, Outcome.DECLINED, 0), "a")
    with database.read() as connection:
        assert notices.list_due(connection, NOW + timedelta(days=30)) == []


@pytest.mark.parametrize("locale", LOCALES)
def test_slack_takes_all_that_may_wait_and_all_that_was_decided_whatever_was_typed(locale: str) -> None:
    say = Texts().into(locale)
    worst = Change(1, Part.NOT_US, "&" * LONGEST_TEXT, "<" * LONGEST_REASON, 1, NOW)
    decided = replace(worst, outcome=Outcome.ACCEPTED, decided_by_id=2, decided_at=NOW)
    profile = Profile(dict.fromkeys(Part, decided), tuple(replace(worst, id=each) for each in range(MOST_WAITING)))
    shown = actions.Standing(profile, (decided,) * 8, {1: "U1", 2: "U2"}, may_propose=True, may_decide=True, reader=1)
    drawn = profile_modal(say, shown, "Europe/Madrid", top="done")
    assert view_refusal(drawn) is None
    assert "&am\u2026" not in json.dumps(drawn, ensure_ascii=False), "nothing is cut within what escaping made"
    assert view_refusal(proposal_modal(say, profile)) is None
    assert message_refusal(decided_message(say, [decided] * 60, {2: "U2"})["blocks"]) is None
