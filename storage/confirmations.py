"""Which owners were asked to confirm their accounts for a week's review, and what they confirmed."""

from collections.abc import Iterable
from datetime import datetime
from typing import Final

from sqlalchemy import Connection, Select, exists, insert, select, text, update
from sqlmodel import Session, col

from domain.account_week import Confirmations
from domain.values import frozen
from domain.weeks import IsoWeek
from storage import review_threads
from storage.ids import WorkspaceId, new_id
from storage.question import Given, Question
from storage.tables import Account, AccountConfirmation, ConfirmationAsk, PostedMessage
from storage.unit_of_work import UnitOfWork
from storage.upsert import upsert

#: The kind of subject that a message asking for confirmation is about.
SUBJECT: Final = review_threads.ASK_SUBJECT


@frozen
class Said:
    """Who (our ids) confirmed an account, and when."""

    member_id: int
    at: datetime


def of_week(connection: Connection, workspace_id: WorkspaceId, week: IsoWeek) -> Confirmations:
    """Who was asked for the review of ``week``, and who confirmed what: the first to confirm an account.

    Asked is whom the message reached: what was held beyond their hours and then dropped asked nobody.
    """
    asked = _asked.ask(connection, workspace_id=workspace_id, year=week.year, week=week.week)
    said = said_of(connection, workspace_id, week)
    return Confirmations(frozenset(asked.scalars()), {account: each.member_id for account, each in said.items()})


@Question
def _asked(given: Given) -> Select[int]:
    stands = exists().where(
        col(PostedMessage.workspace_id) == given.workspace_id,
        col(PostedMessage.subject_kind) == SUBJECT,
        col(PostedMessage.subject_id) == col(ConfirmationAsk.id),
    )
    return select(col(ConfirmationAsk.member_id)).where(
        col(ConfirmationAsk.workspace_id) == given.workspace_id,
        col(ConfirmationAsk.iso_year) == given.year,
        col(ConfirmationAsk.iso_week) == given.week,
        stands,
    )


def said_of(connection: Connection, workspace_id: WorkspaceId, week: IsoWeek) -> dict[int, Said]:
    """The same with its moment, by account."""
    found: dict[int, Said] = {}
    for account_id, member_id, at in _said.ask(connection, workspace_id=workspace_id, year=week.year, week=week.week):
        found.setdefault(account_id, Said(member_id, at))
    return found


@Question
def _said(given: Given) -> Select[int, int, datetime]:
    return (
        select(col(AccountConfirmation.account_id), col(AccountConfirmation.member_id), col(AccountConfirmation.at))
        .where(
            col(AccountConfirmation.workspace_id) == given.workspace_id,
            col(AccountConfirmation.iso_year) == given.year,
            col(AccountConfirmation.iso_week) == given.week,
        )
        .order_by(col(AccountConfirmation.id))
    )


def ask(
    work: UnitOfWork, workspace_id: WorkspaceId, week: IsoWeek, member_id: int, *, now: datetime, ends_at: datetime
) -> int | None:
    """Take the right to ask an owner, and give the id of what they are asked; nothing when they were asked before.

    What they were asked for other weeks does not change any more.
    """
    asked = work.connection.execute(
        upsert(work.connection, ConfirmationAsk)
        .values(
            workspace_id=workspace_id,
            iso_year=week.year,
            iso_week=week.week,
            member_id=member_id,
            id=new_id(),
            asked_at=now,
            ends_at=ends_at,
            is_current=True,
            version=1,
        )
        .on_conflict_do_nothing(index_elements=["workspace_id", "iso_year", "iso_week", "member_id"])
        .returning(col(ConfirmationAsk.id))
    )
    ask_id = asked.scalar()
    if ask_id is not None:
        work.connection.execute(
            update(ConfirmationAsk)
            .where(
                col(ConfirmationAsk.workspace_id) == workspace_id,
                col(ConfirmationAsk.member_id) == member_id,
                text("confirmation_asks.is_current"),
                col(ConfirmationAsk.id) != ask_id,
            )
            .values(is_current=False)
        )
    return ask_id


def get_ask(connection: Connection, workspace_id: WorkspaceId, ask_id: int) -> ConfirmationAsk:
    """What an owner was asked. Raises NoResultFound."""
    with Session(connection) as session:
        return session.scalars(
            select(ConfirmationAsk).where(
                col(ConfirmationAsk.workspace_id) == workspace_id, col(ConfirmationAsk.id) == ask_id
            )
        ).one()


def asked_already(connection: Connection, workspace_id: WorkspaceId, week: IsoWeek) -> set[int]:
    """The members whom the clock has taken in hand for the review of ``week``, told or not."""
    found = connection.execute(
        select(col(ConfirmationAsk.member_id)).where(
            col(ConfirmationAsk.workspace_id) == workspace_id,
            col(ConfirmationAsk.iso_year) == week.year,
            col(ConfirmationAsk.iso_week) == week.week,
        )
    )
    return set(found.scalars())


def accounts_of(connection: Connection, workspace_id: WorkspaceId, member_id: int) -> list[Account]:
    """The accounts that somebody answers for, by name."""
    with Session(connection) as session:
        found = session.scalars(
            select(Account)
            .where(
                col(Account.workspace_id) == workspace_id,
                col(Account.archived_at).is_(None),
                (col(Account.sales_owner_id) == member_id) | (col(Account.marketing_owner_id) == member_id),
            )
            .order_by(col(Account.name_key))
        )
        return list(found)


def confirm(
    work: UnitOfWork, workspace_id: WorkspaceId, week: IsoWeek, accounts: Iterable[int], member_id: int, now: datetime
) -> list[int]:
    """Note that somebody confirmed accounts; gives those that nobody had confirmed yet."""
    known = said_of(work.connection, workspace_id, week)
    fresh = [account for account in accounts if account not in known]
    if fresh:
        work.connection.execute(
            insert(AccountConfirmation),
            [
                {
                    "workspace_id": workspace_id,
                    "id": new_id(),
                    "iso_year": week.year,
                    "iso_week": week.week,
                    "account_id": account,
                    "member_id": member_id,
                    "at": now,
                }
                for account in fresh
            ],
        )
    return fresh
