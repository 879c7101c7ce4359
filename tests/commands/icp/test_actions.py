"""Who may do what to the ideal customer profile, whatever a payload claims, and that a workspace sees only its own."""

import pytest

from commands.context import Actor, Services
from commands.i18n import Texts
from commands.icp import actions
from commands.icp.parse import Decide, Propose
from commands.members import NotADeciderError, NotAMemberError
from domain.icp import Outcome, Part
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
    assert actions.standing(services, guest).profile.waiting == ()


def test_who_did_not_propose_it_takes_nothing_back_and_who_leads_nothing_decides_nothing(database: Database) -> None:
    services, team = services_on(database), Team.new(database)
    author, other = acting(team, "U1"), acting(team, "U2")
    actions.propose(services, author, INTENT, "k")
    (waiting,) = actions.standing(services, author).profile.waiting
    with pytest.raises(actions.NotTheirsError):
        actions.decide(services, other, Decide(waiting.id, Outcome.WITHDRAWN), "a")
    for who in (author, other):
        with pytest.raises(NotADeciderError):
            actions.decide(services, who, Decide(waiting.id, Outcome.ACCEPTED), "b")
    assert actions.standing(services, other).profile.waiting == (waiting,)


def test_an_admin_elsewhere_sees_and_decides_nothing(database: Database) -> None:
    services, team, elsewhere = services_on(database), Team.new(database), Team.new(database, "T2")
    author, admin = acting(team, "U1"), acting(elsewhere, "U9", is_admin=True)
    actions.propose(services, author, INTENT, "k")
    actions.propose(services, author, INTENT, "k")  # Slack sent it twice
    (waiting,) = actions.standing(services, author).profile.waiting
    assert actions.standing(services, admin).profile.waiting == ()
    with pytest.raises(StaleVersionError):
        actions.decide(services, admin, Decide(waiting.id, Outcome.ACCEPTED), "a")
    assert actions.standing(services, author).profile.waiting == (waiting,)
