"""Closing a deal and opening it again by hand: by its owner, their backup or manager, who leads sales, an admin."""

from enum import StrEnum
from typing import Any

from commands.acts import note_act
from commands.closings import ask_about, withdraw_requests
from commands.context import Actor, Services
from commands.members import only_members
from commands.once import once
from domain.closings import Turn, may_turn, turn
from domain.taxonomy import DealOutcome, Team
from domain.values import frozen
from storage import closings, people, review_requests, review_subjects
from storage.database import UnitOfWork
from storage.review_requests import WantedReview
from storage.review_subjects import DealSubject

#: So many deals of one name are offered to choose from.
FOUND_LIMIT = 8


class NotTheirDealError(Exception):
    """Others may give their view of a deal, not decide how it stands."""


class Done(StrEnum):
    """What came of it."""

    CLOSED = "closed"
    CORRECTED = "corrected"
    REOPENED = "reopened"
    UNCHANGED = "unchanged"


@frozen
class Turned:
    """A deal as it stands now, what was done, and the request for its review, if one is open."""

    deal: DealSubject
    done: Done
    wanted: WantedReview | None


def found_deals(services: Services, actor: Actor, name: str, *, to_close: bool) -> list[DealSubject]:
    """Deals that go by ``name``: their own, their account's or their number in the CRM; open ones first to close."""
    with services.database.read() as connection:
        return review_subjects.deals_named(connection, actor.workspace_id, name, limit=FOUND_LIMIT, open_first=to_close)


def deals_like(services: Services, actor: Actor, name: str, *, to_close: bool) -> list[DealSubject]:
    """Deals that are called something like ``name``: to choose from, never to be taken for the one that was meant."""
    with services.database.read() as connection:
        return review_subjects.deals_like(connection, actor.workspace_id, name, limit=FOUND_LIMIT, open_first=to_close)


def close(services: Services, actor: Actor, deal_id: int, outcome: DealOutcome, key: str) -> Turned:
    """Say how a deal ended; its owner is asked for a review. A closed deal's outcome is corrected.

    Raises `NotTheirDealError`, NotAMemberError, NoResultFound.
    """
    now = services.now()

    def act(work: UnitOfWork) -> dict[str, Any]:
        deal = closings.lock_deal(work, actor.workspace_id, deal_id)
        _only_theirs(work, actor, deal_id)
        if deal.outcome == outcome:
            return {"done": Done.UNCHANGED.value}
        closes = turn(deal.outcome, outcome) is Turn.CLOSED
        changes: dict[str, Any] = {"outcome": outcome.value}
        if closes:
            changes |= {"closed_at": now, "closings": deal.closings + 1}
        closings.change_deal(work, actor.workspace_id, deal, changes, now)
        _note(work, actor, deal_id, "deal_closed" if closes else "deal_corrected", deal.outcome, outcome, services)
        if closes:
            # A customer who left is another ending: what was still asked of the win is not asked any more.
            withdraw_requests(work, actor.workspace_id, [deal_id], actor.member_id, now)
            ask_about(work, actor.workspace_id, [deal_id], actor.member_id, now)
        return {"done": (Done.CLOSED if closes else Done.CORRECTED).value}

    outcome_of, _replayed = once(services, actor, key, act)
    return _turned(services, actor, deal_id, Done(outcome_of["done"]))


def reopen(services: Services, actor: Actor, deal_id: int, key: str) -> Turned:
    """A deal is open after all: nobody owes a review of that closing; views of it stay with it. Raises like `close`."""
    now = services.now()

    def act(work: UnitOfWork) -> dict[str, Any]:
        deal = closings.lock_deal(work, actor.workspace_id, deal_id)
        _only_theirs(work, actor, deal_id)
        if deal.outcome == DealOutcome.OPEN:
            return {"done": Done.UNCHANGED.value}
        closings.change_deal(
            work, actor.workspace_id, deal, {"outcome": DealOutcome.OPEN.value, "closed_at": None}, now
        )
        withdraw_requests(work, actor.workspace_id, [deal_id], actor.member_id, now)
        _note(work, actor, deal_id, "deal_reopened", deal.outcome, DealOutcome.OPEN, services)
        return {"done": Done.REOPENED.value}

    outcome_of, _replayed = once(services, actor, key, act)
    return _turned(services, actor, deal_id, Done(outcome_of["done"]))


def _only_theirs(work: UnitOfWork, actor: Actor, deal_id: int) -> None:
    only_members(work.connection, actor)
    member = people.get_member(work.connection, actor.workspace_id, actor.member_id)
    leads_sales = member.is_manager and member.team == Team.SALES
    standing = closings.standing_of(work.connection, actor.workspace_id, deal_id)
    if not may_turn(member.id, standing, is_admin=member.is_admin, is_sales_manager=leads_sales):
        raise NotTheirDealError


def _note(
    work: UnitOfWork, actor: Actor, deal_id: int, action: str, before: str, after: DealOutcome, services: Services
) -> None:
    note_act(work, actor, action, (closings.SUBJECT, deal_id), services.now(), {"from": before, "to": after.value})


def _turned(services: Services, actor: Actor, deal_id: int, done: Done) -> Turned:
    with services.database.read() as connection:
        deal = review_subjects.deal_subject(connection, actor.workspace_id, deal_id)
        wanted = review_requests.open_of_deal(connection, actor.workspace_id, deal_id)
    if deal is None:
        message = "deals are never deleted"
        raise LookupError(message)
    return Turned(deal, done, wanted)
