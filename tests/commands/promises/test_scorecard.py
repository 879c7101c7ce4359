"""The scorecard: each offer once, every promise met or due, the same from rows and from the audit."""

import random
from datetime import timedelta
from typing import Any

import pytest

from bot.jobs.timers import run_due_timers
from commands.handoff import moves, recycled
from commands.members import NotAMemberError
from commands.scorecard.actions import scorecard_of, show
from commands.scorecard.parse import By, ShowScorecard
from domain.handoff import HandoffState
from domain.scorecard import Figures, FirstOutcome, Kept, Spread, figures
from domain.taxonomy import LeadType, ReturnReason
from domain.weeks import IsoWeek, Span
from storage.database import Database
from storage.tables import AuditEvent
from tests.commands.promises.audit_books import books, offers_in
from tests.commands.promises.desk import MORNING, Desk, at

EVER = Span(MORNING - timedelta(days=1), MORNING + timedelta(days=365))


@pytest.fixture
def desk(database: Database) -> Desk:
    return Desk(database)


def figures_now(desk: Desk, by: By = By.SOURCE, actor: str = "manager") -> tuple[Figures, dict[Any, Figures]]:
    with desk.database.read() as connection:
        found = scorecard_of(connection, getattr(desk, actor), EVER, by, desk.now)
    return found.whole, dict(found.groups)


def test_met_of_due_and_both_parts_of_speed_to_lead(desk: Desk) -> None:
    asked = at("2026-06-03 09:30")
    quick = desk.offer(lead_type=LeadType.DEMO_REQUEST, action_at=asked)
    slow = desk.offer(lead_type=LeadType.DEMO_REQUEST, action_at=asked)
    running = desk.offer(lead_type=LeadType.DEMO_REQUEST, action_at=asked)
    desk.pass_time(minutes=10)
    desk.attempt(quick)
    desk.now = at("2026-06-04 09:30")
    desk.attempt(slow)
    whole, _groups = figures_now(desk)
    assert whole.promises["attempt"] == Kept(1, 3)
    assert whole.attainment.rate() is None
    assert whole.attainment.rate(minimum=3) == pytest.approx(1 / 3)
    assert whole.accepted == Kept(2, 2)
    assert whole.outcomes == {FirstOutcome.ACCEPTED: 2, FirstOutcome.PENDING: 1}
    assert whole.request_to_offer_worked == Spread(3, 30, 30)
    assert (whole.offer_to_attempt_worked.n, whole.offer_to_attempt_worked.median) == (2, (10 + 8 * 60 + 30) / 2)
    assert whole.offer_to_attempt.p90 == pytest.approx(10 + 0.9 * (23.5 * 60 - 10))
    assert desk.card(running.id).state is HandoffState.OFFERED


def test_a_persons_figures_are_for_them_and_their_manager(desk: Desk) -> None:
    desk.attempt(desk.offer())
    desk.attempt(desk.offer(desk.backup), desk.backup)
    assert set(figures_now(desk, By.PERSON, "owner")[1]) == {desk.owner.member_id}
    assert set(figures_now(desk, By.PERSON, "manager")[1]) == {desk.owner.member_id}  # the backup names no manager
    assert set(figures_now(desk, By.PERSON, "stranger")[1]) == set()
    assert set(figures_now(desk, By.WEEK, "stranger")[1]) == {IsoWeek(2026, 23)}


def test_no_team_is_so_small_that_it_is_one_person(desk: Desk) -> None:
    """Whoever may not see somebody's figures gets them neither as a team of one nor by subtracting teams."""
    desk.offer()
    for name in ("UA", "UB"):
        desk.offer(desk.actor(name))
    assert figures_now(desk, By.TEAM, "stranger")[1]["small"].offered == 3  # hers with those of nobody's team
    assert set(figures_now(desk, By.TEAM, "owner")[1]) == {"small"}
    assert set(figures_now(desk, By.TEAM, "manager")[1]) == {desk.manager.member_id}  # the other two tell one another
    desk.offer(desk.actor("UC"))
    assert set(figures_now(desk, By.TEAM, "stranger")[1]) == {"small"}  # else four less three would be hers
    assert set(figures_now(desk, By.TEAM, "manager")[1]) == {desk.manager.member_id, None}
    for name in ("UD", "UE"):
        desk.offer(desk.actor(name, manager_id=desk.manager.member_id))
    assert set(figures_now(desk, By.TEAM, "stranger")[1]) == {desk.manager.member_id, None}


def test_only_the_present_manager_sees_them_and_no_guest(desk: Desk) -> None:
    """Not who was it before, not an admin, not who manages the manager; a guest sees nothing at all."""
    desk.attempt(desk.offer())
    above = desk.actor("UABOVE", is_admin=True, is_manager=True)
    desk.change_member(desk.manager.member_id, manager_id=above.member_id)
    by_person = ShowScorecard(By.PERSON, 4)
    assert set(show(desk.services, above, by_person).scorecard.groups) == set()
    assert set(show(desk.services, desk.manager, by_person).scorecard.groups) == {desk.owner.member_id}
    desk.change_member(desk.owner.member_id, manager_id=above.member_id)
    assert set(show(desk.services, desk.manager, by_person).scorecard.groups) == set()
    assert set(show(desk.services, above, by_person).scorecard.groups) == {desk.owner.member_id}
    desk.change_member(desk.stranger.member_id, kind="guest")
    with pytest.raises(NotAMemberError):
        show(desk.services, desk.stranger, by_person)


def test_the_period_is_in_the_weeks_of_the_workspace(desk: Desk) -> None:
    desk.now = at("2026-06-07 23:30")  # Sunday night in Madrid
    desk.offer()
    desk.now = at("2026-06-08 00:30")
    desk.offer()
    assert show(desk.services, desk.stranger, ShowScorecard(By.WEEK, 1)).scorecard.whole.offered == 1
    two = show(desk.services, desk.stranger, ShowScorecard(By.WEEK, 2))
    assert {key: each.offered for key, each in two.scorecard.groups.items()} == {
        IsoWeek(2026, 23): 1,
        IsoWeek(2026, 24): 1,
    }
    assert two.period == Span(at("2026-06-01 00:00"), at("2026-06-15 00:00"))


def test_what_was_done_later_is_not_in_the_figures_of_a_moment(desk: Desk) -> None:
    """So the report of a week, whenever it is written, says what the digest said when it came."""
    asked = at("2026-06-03 09:30")
    early, late, returned, waiting = (desk.offer(lead_type=LeadType.DEMO_REQUEST, action_at=asked) for _ in range(4))
    desk.pass_time(minutes=10)
    desk.attempt(early)
    desk.now = at("2026-06-04 09:30")
    run_due_timers(desk.database, desk.now)
    then, stood = desk.now, figures_now(desk)
    assert stood[0].outcomes == {FirstOutcome.ACCEPTED: 1, FirstOutcome.PENDING: 3}
    desk.pass_time(minutes=5)
    desk.attempt(late)
    desk.give_back(desk.card(returned.id), ReturnReason.SPAM, desk.manager)
    recycled.withdraw(desk.services, desk.marketer, waiting.id, desk.key())
    assert figures_now(desk) != stood
    desk.now = then
    assert figures_now(desk) == stood


def test_another_workspace_is_not_counted(desk: Desk) -> None:
    other = Desk(desk.database, "T2")
    other.offer()
    assert figures_now(desk)[0].offered == 0


def test_the_audit_events_give_the_same_figures(desk: Desk) -> None:
    chance = random.Random(7)
    cards = []
    for _ in range(40):
        desk.pass_time(minutes=chance.choice((5, 45, 200)))
        run_due_timers(desk.database, desk.now)
        requested = desk.now - timedelta(minutes=chance.randrange(1, 3000))
        lead_type = chance.choice((LeadType.DEMO_REQUEST, LeadType.CONTENT, LeadType.OTHER))
        cards.append(desk.offer(lead_type=lead_type, action_at=requested))
        card = desk.card(chance.choice(cards).id)
        act = chance.choice(("accept", "attempt", "answered", "return", "withdraw", "take", "qualify", "wait"))
        if card.state is HandoffState.OFFERED and act == "accept":
            desk.accept(card, desk.manager)
        elif card.state is HandoffState.OFFERED and act == "withdraw":
            recycled.withdraw(desk.services, desk.marketer, card.id, desk.key())
        elif card.running and act in {"attempt", "answered"}:
            ago = max(desk.now - timedelta(minutes=chance.choice((0, 30))), card.offered_at)
            desk.attempt(card, desk.manager, answered=act == "answered", when=ago)
        elif card.running and act == "return":
            desk.give_back(card, chance.choice((ReturnReason.POOR_FIT, ReturnReason.SPAM)), desk.manager)
        elif card.running and act == "take" and card.owner == "ULAURA":
            desk.take_over(card, desk.backup)
        elif card.state in {HandoffState.ACCEPTED, HandoffState.CONTACTED} and act == "qualify":
            moves.qualify(desk.services, desk.manager, card.id, desk.key())
    desk.pass_time(days=1)
    run_due_timers(desk.database, desk.now)

    from_events = offers_in(desk.rows(AuditEvent))
    whole, by_source = figures_now(desk)
    assert plain(whole) == books(from_events)
    assert {name: plain(each) for name, each in by_source.items()} == {
        name: books(each for each in from_events if each.source == name) for name in by_source
    }
    with desk.database.read() as connection:
        by_person = scorecard_of(connection, desk.owner, EVER, By.PERSON, desk.now).groups
    mine = [each for each in from_events if each.owner == desk.owner.member_id]
    assert plain(by_person[desk.owner.member_id]) == books(mine)
    assert sum(whole.outcomes.values()) == whole.offered == 40


def plain(found: Figures) -> dict[str, Any]:
    """The same figures as the books have them."""
    spreads = ("request_to_offer", "request_to_offer_worked", "offer_to_attempt", "offer_to_attempt_worked")
    return {
        "offered": found.offered,
        "outcomes": {name.value: count for name, count in found.outcomes.items()},
        "promises": {kind: (each.met, each.due) for kind, each in found.promises.items()},
        "returns": dict(found.returns),
        **{name: (getattr(found, name).n, getattr(found, name).median) for name in spreads},
    }


def test_nothing_has_figures_too() -> None:
    empty = figures([])
    assert (empty.attainment, empty.accepted.rate(), empty.offer_to_attempt) == (
        Kept(0, 0),
        None,
        Spread(0, None, None),
    )
