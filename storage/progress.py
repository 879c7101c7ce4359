"""How accounts get on: written as it happens, and read for a week's review in a constant number of queries."""

from collections import defaultdict
from collections.abc import Collection, Mapping, Sequence
from datetime import date, datetime, timedelta
from typing import Any, Final

from sqlalchemy import CompoundSelect, Connection, Select, insert, select, union_all, update
from sqlmodel import Session, col

from domain.account_review import AccountFacts, NextStep, Stage, TouchKind
from domain.stages import DealChange, account_changes
from domain.weeks import Span
from storage import review_threads
from storage.among import among
from storage.database import UnitOfWork
from storage.errors import StaleVersionError
from storage.ids import WorkspaceId, new_id
from storage.question import Given, Question
from storage.stage_history import STAGES_KEPT, changes_of_accounts
from storage.tables import AccountStep, AccountTouch, Attempt, Deal, Handoff
from storage.tables import StageChange as StageRow
from storage.under_review import UnderReview

#: The kind of subject that audit events about a next step have.
STEP: Final = "step"

#: How far back a review looks for who was at an account: longer than any stage should last.
TOUCHES_KEPT: Final = timedelta(days=120)


def add_stage(
    work: UnitOfWork, workspace_id: WorkspaceId, deal: Deal, stage: str, at: datetime, by_id: int | None
) -> None:
    """Note that a deal of an account came into ``stage`` (a code of `domain.stages`), or closed."""
    row = {"workspace_id": workspace_id, "id": new_id(), "account_id": deal.account_id, "deal_id": deal.id}
    work.connection.execute(insert(StageRow), {**row, "stage": stage, "at": at, "by_id": by_id})
    if deal.account_id is not None:
        review_threads.touched(work, workspace_id, {deal.account_id})


def stage_of_deal(connection: Connection, workspace_id: WorkspaceId, deal_id: int) -> str | None:
    """Where a deal stands, if anybody ever said."""
    return connection.execute(
        select(col(StageRow.stage))
        .where(col(StageRow.workspace_id) == workspace_id, col(StageRow.deal_id) == deal_id)
        .order_by(col(StageRow.at).desc(), col(StageRow.id).desc())
        .limit(1)
    ).scalar()


def open_deals(connection: Connection, workspace_id: WorkspaceId, account_id: int) -> list[Deal]:
    """The account's deals that are not closed, the oldest first."""
    with Session(connection) as session:
        found = session.scalars(
            select(Deal).where(
                col(Deal.workspace_id) == workspace_id, col(Deal.account_id) == account_id, col(Deal.outcome) == "open"
            )
        )
        # Asked for them in this order, SQLite reads all deals by their ids.
        return sorted(found, key=lambda deal: deal.id)


def add_step(
    work: UnitOfWork,
    workspace_id: WorkspaceId,
    account_id: int,
    *,
    what: str,
    owner_id: int,
    due_on: date,
    by_id: int,
    now: datetime,
) -> int:
    """Store a next step of an account and give its id."""
    step_id = new_id()
    row = {"workspace_id": workspace_id, "id": step_id, "account_id": account_id, "what": what, "owner_id": owner_id}
    work.connection.execute(
        insert(AccountStep), {**row, "due_on": due_on, "added_at": now, "added_by_id": by_id, "version": 1}
    )
    review_threads.touched(work, workspace_id, {account_id})
    return step_id


def get_step(connection: Connection, workspace_id: WorkspaceId, step_id: int) -> AccountStep:
    """A next step by id. Raises NoResultFound."""
    with Session(connection) as session:
        return session.get_one(AccountStep, (workspace_id, step_id))


def change_step(work: UnitOfWork, workspace_id: WorkspaceId, before: AccountStep, changes: Mapping[str, Any]) -> None:
    """Write ``changes`` over ``before``. Raises `StaleVersionError` when it changed since."""
    done = work.connection.execute(
        update(AccountStep)
        .where(
            col(AccountStep.workspace_id) == workspace_id,
            col(AccountStep.id) == before.id,
            col(AccountStep.version) == before.version,
        )
        .values({**changes, "version": before.version + 1})
    )
    if done.rowcount != 1:
        raise StaleVersionError(STEP, before.id)
    review_threads.touched(work, workspace_id, {before.account_id})


def open_steps(connection: Connection, workspace_id: WorkspaceId, account_id: int) -> list[AccountStep]:
    """What is promised for an account, what is due first."""
    with Session(connection) as session:
        found = session.scalars(
            select(AccountStep)
            .where(
                col(AccountStep.workspace_id) == workspace_id,
                col(AccountStep.account_id) == account_id,
                col(AccountStep.ended_at).is_(None),
            )
            .order_by(col(AccountStep.due_on), col(AccountStep.id))
        )
        return list(found)


def deal_changes(connection: Connection, workspace_id: WorkspaceId, account_id: int) -> list[DealChange]:
    """All that was ever said of where an account's deals stand."""
    return changes_of_accounts(connection, workspace_id, [account_id])[account_id]


def last_touch(connection: Connection, workspace_id: WorkspaceId, account_id: int, now: datetime) -> datetime | None:
    """When somebody was last at an account within `TOUCHES_KEPT` before ``now``."""
    return max(_touches(connection, workspace_id, [account_id], now)[account_id], default=None)


def add_touch(
    work: UnitOfWork,
    workspace_id: WorkspaceId,
    account_id: int,
    *,
    kind: TouchKind,
    at: datetime,
    by_id: int | None,
    note: str | None = None,
) -> int:
    """Note that somebody was at an account; the touch's id."""
    touch_id = new_id()
    row = {"workspace_id": workspace_id, "id": touch_id, "account_id": account_id, "kind": kind.value}
    work.connection.execute(insert(AccountTouch), {**row, "at": at, "by_id": by_id, "note": note})
    return touch_id


def account_facts(
    connection: Connection,
    workspace_id: WorkspaceId,
    accounts: Sequence[UnderReview],
    week: Span,
    stages: Mapping[str, Stage],
    gone: Collection[int] = (),
) -> list[AccountFacts]:
    """What `domain.account_review` asks of each of ``accounts``: a few queries, however many they are.

    Owners in ``gone`` are none. Steps that ended before the week are left out, touches longer ago than `TOUCHES_KEPT`,
    and deals that closed longer ago than `STAGES_KEPT`.
    """
    wanted = [account.id for account in accounts]
    deals = changes_of_accounts(connection, workspace_id, wanted, since=week.end - STAGES_KEPT)
    steps = _steps(connection, workspace_id, wanted, week)
    touches = _touches(connection, workspace_id, wanted, week.end)
    return [
        AccountFacts(
            account.id,
            account_changes(deals[account.id], stages),
            touches[account.id],
            steps[account.id],
            has_owners=all(
                owner is not None and owner not in gone
                for owner in (account.sales_owner_id, account.marketing_owner_id)
            ),
        )
        for account in accounts
    ]


def _steps(
    connection: Connection, workspace_id: WorkspaceId, accounts: Collection[int], week: Span
) -> defaultdict[int, list[NextStep]]:
    rows = _standing_steps.ask(connection, workspace_id=workspace_id, accounts=accounts, start=week.start)
    found: defaultdict[int, list[NextStep]] = defaultdict(list)
    for account_id, step_id, what, owner_id, due_on, added_at, ended_at in rows.all():
        found[account_id].append(NextStep(step_id, what, owner_id, due_on, added_at, ended_at))
    return found


@Question
def _standing_steps(given: Given) -> Select[int, int, str, int, date, datetime, datetime | None]:
    return select(
        col(AccountStep.account_id),
        col(AccountStep.id),
        col(AccountStep.what),
        col(AccountStep.owner_id),
        col(AccountStep.due_on),
        col(AccountStep.added_at),
        col(AccountStep.ended_at),
    ).where(
        col(AccountStep.workspace_id) == given.workspace_id,
        among(col(AccountStep.account_id), given.accounts),
        col(AccountStep.ended_at).is_(None) | (col(AccountStep.ended_at) >= given.start),
    )


def _touches(
    connection: Connection, workspace_id: WorkspaceId, accounts: Collection[int], end: datetime
) -> defaultdict[int, list[datetime]]:
    rows = _at_accounts.ask(connection, workspace_id=workspace_id, accounts=accounts, since=end - TOUCHES_KEPT, end=end)
    found: defaultdict[int, list[datetime]] = defaultdict(list)
    for account_id, at in rows.all():
        found[account_id].append(at)
    return found


@Question
def _at_accounts(given: Given) -> CompoundSelect[*tuple[Any, ...]]:
    """When somebody was at an account: what was noted, attempts to reach a lead of it, and next steps done."""
    noted = select(col(AccountTouch.account_id), col(AccountTouch.at)).where(
        col(AccountTouch.workspace_id) == given.workspace_id,
        among(col(AccountTouch.account_id), given.accounts),
        col(AccountTouch.at) >= given.since,
        col(AccountTouch.at) < given.end,
    )
    theirs = select(col(Handoff.id)).where(
        col(Handoff.workspace_id) == given.workspace_id, among(col(Handoff.account_id), given.accounts)
    )
    attempts = (
        select(col(Handoff.account_id), col(Attempt.at))
        .join(Attempt, (col(Attempt.workspace_id) == given.workspace_id) & (col(Attempt.handoff_id) == col(Handoff.id)))
        .where(
            col(Handoff.workspace_id) == given.workspace_id,
            col(Handoff.account_id).is_not(None),
            among(col(Handoff.account_id), given.accounts),
            # Said twice: without it SQLite reads every attempt of the workspace.
            col(Attempt.handoff_id).in_(theirs),
            col(Attempt.at) >= given.since,
            col(Attempt.at) < given.end,
        )
    )
    done = select(col(AccountStep.account_id), col(AccountStep.ended_at)).where(
        col(AccountStep.workspace_id) == given.workspace_id,
        among(col(AccountStep.account_id), given.accounts),
        col(AccountStep.ending) == "done",
        col(AccountStep.ended_at) >= given.since,
        col(AccountStep.ended_at) < given.end,
    )
    return union_all(noted, attempts, done)
