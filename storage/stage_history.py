"""What was said of where deals stand, and how they ended: read for many accounts, as far back as it still tells."""

from collections import defaultdict
from collections.abc import Collection, Iterator
from datetime import UTC, datetime, timedelta
from typing import Any, Final

from sqlalchemy import ColumnElement, Connection, Select, exists, func, or_, select
from sqlmodel import col

from domain.account_review import StageChange
from domain.stages import LONGEST_LIMIT_DAYS, LOST, WON, DealChange
from domain.taxonomy import DealOutcome
from storage.among import among
from storage.ids import WorkspaceId
from storage.question import Given, Question
from storage.tables import Deal
from storage.tables import StageChange as StageRow

#: A review looks back no further for deals that closed: as long as the longest limit of a stage.
STAGES_KEPT: Final = timedelta(days=LONGEST_LIMIT_DAYS)

#: Since before anything was said.
_EVER: Final = datetime(1970, 1, 1, tzinfo=UTC)


def changes_of_accounts(
    connection: Connection, workspace_id: WorkspaceId, accounts: Collection[int], *, since: datetime | None = None
) -> defaultdict[int, list[DealChange]]:
    """All that was said of the deals of accounts, by account; two questions, three with ``since``.

    How those ended that closed since is part of it, also of deals of which no stage was ever said: whoever closes one,
    or a file, says none. Deals that closed before ``since`` are left out, but for the last of an account of which
    nothing else is known from before: what it stands in follows from what had happened by then, whenever that is read.
    """
    rows = _said.ask(connection, workspace_id=workspace_id, accounts=accounts, since=since or _EVER)
    found: defaultdict[int, list[DealChange]] = defaultdict(list)
    ended: dict[tuple[int, int], StageChange] = {}
    for account_id, deal_id, stage, at, row_id, outcome, closed_at in rows.all():
        found[account_id].append(DealChange(deal_id, StageChange(at, stage, row_id)))
        if outcome != DealOutcome.OPEN:
            # A file knows the day alone, which may be before the moment of what was said last.
            ended[account_id, deal_id] = StageChange(max(at, closed_at), _ending(outcome), row_id + 1)
    for account_id, deal_id, outcome, closed_at in _ends(_closed, connection, workspace_id, accounts, since or _EVER):
        if (account_id, deal_id) not in ended:
            ended[account_id, deal_id] = StageChange(closed_at, _ending(outcome), deal_id)
    for (account_id, deal_id), change in ended.items():
        found[account_id].append(DealChange(deal_id, change))
    if since is not None:
        new = [account for account in accounts if all(each.change.at >= since for each in found.get(account, ()))]
        for account_id, deal_id, outcome, closed_at in _ends(_last_closed, connection, workspace_id, new, since):
            found[account_id].append(DealChange(deal_id, StageChange(closed_at, _ending(outcome), deal_id)))
    return found


def _ending(outcome: str) -> str:
    return WON if outcome == DealOutcome.WON else LOST


def _ends(
    question: Question[int | None, int, str, datetime | None],
    connection: Connection,
    workspace_id: WorkspaceId,
    accounts: Collection[int],
    since: datetime,
) -> Iterator[tuple[int, int, str, datetime]]:
    """Account, deal, how it ended and when, of those of which that is known."""
    rows = question.ask(connection, workspace_id=workspace_id, accounts=accounts, since=since)
    for account_id, deal_id, outcome, ended_at in rows:
        if account_id is not None and ended_at is not None:
            yield account_id, deal_id, outcome, ended_at


@Question
def _said(given: Given) -> Select[*tuple[Any, ...]]:
    """What was said of deals that are open or ended ``since``."""
    return (
        select(
            col(StageRow.account_id),
            col(StageRow.deal_id),
            col(StageRow.stage),
            col(StageRow.at),
            col(StageRow.id),
            col(Deal.outcome),
            _ended_at(),
        )
        .join(Deal, (col(Deal.workspace_id) == given.workspace_id) & (col(Deal.id) == col(StageRow.deal_id)))
        .where(
            col(StageRow.workspace_id) == given.workspace_id,
            among(col(StageRow.account_id), given.accounts),
            or_(col(Deal.outcome) == DealOutcome.OPEN.value, _ended_at() >= given.since),
        )
        .order_by(col(StageRow.account_id), col(StageRow.at), col(StageRow.id))
    )


@Question
def _closed(given: Given) -> Select[int | None, int, str, datetime | None]:
    """Deals that closed ``since``."""
    return select(col(Deal.account_id), col(Deal.id), col(Deal.outcome), col(Deal.closed_at)).where(
        *_closed_of(given), col(Deal.closed_at) >= given.since
    )


@Question
def _last_closed(given: Given) -> Select[int | None, int, str, datetime | None]:
    """Each account's last deal of those that closed before ``since``."""
    # A file may name no day: then it is known by what was said of its stages, and ended when that was written.
    was_said = exists().where(col(StageRow.workspace_id) == given.workspace_id, col(StageRow.deal_id) == col(Deal.id))
    order = (_ended_at().desc(), col(Deal.id).desc())
    ranked = (
        select(
            col(Deal.account_id),
            col(Deal.id),
            col(Deal.outcome),
            _ended_at().label("ended_at"),
            func.row_number().over(partition_by=col(Deal.account_id), order_by=order).label("place"),
        )
        .where(*_closed_of(given), _ended_at() < given.since, or_(col(Deal.closed_at).is_not(None), was_said))
        .subquery()
    )
    return select(ranked.c.account_id, ranked.c.id, ranked.c.outcome, ranked.c.ended_at).where(ranked.c.place == 1)


def _ended_at() -> ColumnElement[datetime]:
    return func.coalesce(col(Deal.closed_at), col(Deal.updated_at))


def _closed_of(given: Given) -> tuple[ColumnElement[bool], ...]:
    return (
        col(Deal.workspace_id) == given.workspace_id,
        col(Deal.account_id).is_not(None),
        among(col(Deal.account_id), given.accounts),
        col(Deal.outcome) != DealOutcome.OPEN.value,
    )
