"""Owners say before the review whether what is known of their accounts is right: the message, and what is pressed."""

from collections.abc import Sequence
from datetime import date, datetime
from typing import Any, Final
from zoneinfo import ZoneInfo

from sqlalchemy import Connection

from commands.acts import note_act
from commands.context import Actor, Services
from commands.digest import confirming_views
from commands.i18n import Say
from commands.once import once
from commands.telling import Audience, Composed, Composer
from domain.values import frozen
from domain.weeks import IsoWeek
from storage import account_weeks, confirmations, owner_reviews, review_threads, stages, under_review
from storage.database import UnitOfWork
from storage.ids import WorkspaceId
from storage.outbox import Outgoing
from storage.stage_history import STAGES_KEPT
from storage.standing import standing_of
from storage.tables import ConfirmationAsk, Notice

#: The kind of notice that asks.
ASK: Final = "confirm_accounts"


class NotTheirsError(Exception):
    """Somebody else answers for the account now, or was asked."""


@frozen
class Confirm:
    """What is pressed: accounts of those that an owner was asked about (``ask_id``), as they were shown."""

    ask_id: int
    account_ids: frozenset[int]


def compose_ask(connection: Connection, audience: Audience, due: Sequence[Notice]) -> Composed:
    """One message for each ask whose review is still to come; nobody hears of a review that has begun."""
    messages: list[Outgoing] = []
    told: set[int] = set()
    for notice in due:
        ask = confirmations.get_ask(connection, audience.workspace_id, notice.subject_id)
        if audience.now >= ask.ends_at or audience.channel[:1] not in {"U", "W"}:
            continue
        asked = asked_of(connection, audience.workspace_id, ask, audience.tz, audience.now)
        if asked.accounts:
            told.add(notice.id)
            body = confirming_views.ask_message(asked, audience.say)
            subject = (confirmations.SUBJECT, ask.id, ask.version)
            messages.append(Outgoing(ASK, f"confirm:{ask.id}", audience.channel, body, subject=subject))
    return Composed(tuple(messages), frozenset(told))


def _compose_changed(connection: Connection, audience: Audience, due: Sequence[Notice]) -> Composed:
    """What an owner is asked, as their accounts stand now; once the review is due it stays as it was."""
    messages: list[Outgoing] = []
    for ask_id in dict.fromkeys(notice.subject_id for notice in due):
        ask = confirmations.get_ask(connection, audience.workspace_id, ask_id)
        if audience.now >= ask.ends_at or audience.channel[:1] not in {"U", "W"}:
            continue
        asked = asked_of(connection, audience.workspace_id, ask, audience.tz, audience.now)
        body = confirming_views.ask_message(asked, audience.say)
        key = f"confirm:{ask.id}:v{ask.version}"
        subject = (confirmations.SUBJECT, ask.id, ask.version)
        messages.append(Outgoing(ASK, key, audience.channel, body, operation="update", subject=subject))
    return Composed(tuple(messages), frozenset(notice.id for notice in due))


def composers() -> dict[str, Composer]:
    """By kind of notice."""
    return {ASK: compose_ask, review_threads.ASK_CHANGED: _compose_changed}


def confirm(services: Services, actor: Actor, intent: Confirm, key: str) -> int:
    """Note that their owner finds accounts right; gives how many of them nobody had confirmed before.

    Raises `NotTheirsError`.
    """
    now = services.now()

    def act(work: UnitOfWork) -> dict[str, Any]:
        ask = confirmations.get_ask(work.connection, actor.workspace_id, intent.ask_id)
        if ask.member_id != actor.member_id:
            raise NotTheirsError
        theirs = _theirs(work.connection, actor.workspace_id, ask)
        wanted = [each for each in theirs if each in intent.account_ids]
        if not wanted:
            raise NotTheirsError
        fresh = confirmations.confirm(work, actor.workspace_id, week_of(ask), wanted, actor.member_id, now)
        review_threads.touched(work, actor.workspace_id, fresh)
        for account_id in fresh:
            note_act(work, actor, "account_confirmed", ("account", account_id), now, {"week": str(week_of(ask))})
        return {"confirmed": len(fresh)}

    return int(once(services, actor, key, act)[0]["confirmed"])


def message_of(services: Services, actor: Actor, ask_id: int, say: Say) -> dict[str, Any]:
    """The message as it is to stand now."""
    with services.database.read() as connection:
        ask = confirmations.get_ask(connection, actor.workspace_id, ask_id)
        asked = asked_of(connection, actor.workspace_id, ask, actor.tz, services.now())
    return confirming_views.ask_message(asked, say)


def week_of(ask: ConfirmationAsk) -> IsoWeek:
    """The week whose review somebody was asked for."""
    return IsoWeek(ask.iso_year, ask.iso_week)


def asked_of(
    connection: Connection, workspace_id: WorkspaceId, ask: ConfirmationAsk, tz: str, now: datetime
) -> confirming_views.Asked:
    """What an owner is asked, with how their accounts stand ``now``; days as in ``tz``."""
    theirs = _theirs(connection, workspace_id, ask)
    found = under_review.accounts_by_id(connection, workspace_id, theirs)
    process = stages.process_of(connection, workspace_id)
    stands = standing_of(connection, workspace_id, theirs, process.for_review, since=ask.asked_at - STAGES_KEPT)
    happened = review_threads.happened_since(connection, workspace_id, dict.fromkeys(theirs, ask.asked_at))
    said = confirmations.said_of(connection, workspace_id, week_of(ask))
    people = {each.member_id for each in said.values()}
    people.update(step.owner_id for each in happened.values() for step in each.open_steps)
    lines = []
    for account_id in theirs:
        standing = stands.get(account_id)
        lines.append(
            confirming_views.Line(
                found[account_id],
                standing.stage if standing else None,
                _day(standing.at, tz) if standing else None,
                happened[account_id].open_steps,
                said.get(account_id),
            )
        )
    names = account_weeks.names_of(connection, workspace_id, people)
    return confirming_views.Asked(ask.id, ask.ends_at, tz, tuple(lines), names, process.names, _day(now, tz))


def _theirs(connection: Connection, workspace_id: WorkspaceId, ask: ConfirmationAsk) -> list[int]:
    """The accounts that the owner who was asked answers for, by name."""
    upcoming = owner_reviews.upcoming_review(connection, workspace_id)
    if upcoming is not None and upcoming.week == week_of(ask):
        found = owner_reviews.accounts_of(connection, workspace_id, upcoming, {ask.member_id})
        return [each.id for each in found]
    # The review has begun: the channels' choice of accounts is about the next one now.
    return [each.id for each in confirmations.accounts_of(connection, workspace_id, ask.member_id)]


def _day(at: datetime, tz: str) -> date:
    return at.astimezone(ZoneInfo(tz)).date()
