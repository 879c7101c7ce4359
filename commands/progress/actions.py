"""The use cases: where an account stands, and who was at it. What is promised for it is in `steps`."""

from datetime import date, datetime
from typing import Any, Final
from zoneinfo import ZoneInfo

from sqlalchemy import Connection

from commands.acts import note_act
from commands.context import Actor, Services
from commands.progress import telling
from commands.progress.acting import once_by_members
from commands.progress.parse import ChangeStage, LogMeeting
from domain.account_review import TouchKind
from domain.stages import Process, account_changes
from domain.values import frozen
from domain.weeks import local_moment
from storage import accounts, deals, locks, people, progress, stages
from storage.database import UnitOfWork
from storage.tables import Account, AccountStep, Deal

#: How many open steps a card names; the others are counted.
STEPS_SHOWN: Final = 5
_NOON: Final = 12 * 60


class MayNotMoveError(Exception):
    """Whose account it is, their backup or a manager says where it stands; what others say stands beside it."""


class StageNotOfferedError(Exception):
    """The stage was retired meanwhile, or never was one."""


@frozen
class OpenStepShown:
    """A promise: its owner as a Slack user id."""

    id: int
    version: int
    what: str
    owner: str
    due_on: date
    is_late: bool


@frozen
class ProgressCard:
    """How an account stands now, ``days`` in its stage (of the reader's calendar).

    ``deals`` are its open ones, id and name; ``last_touch`` business time, UTC.
    """

    account_id: int
    name: str
    stage: str | None
    since: datetime | None
    steps: tuple[OpenStepShown, ...]
    more_steps: int
    last_touch: datetime | None
    deals: tuple[tuple[int, str | None], ...]
    process: Process
    days: int = 0


def card_of(services: Services, actor: Actor, account_id: int) -> ProgressCard:
    """How the account stands at this moment. Raises NoResultFound."""
    with services.database.read() as connection:
        return _card(connection, services, actor, account_id)


def named(services: Services, actor: Actor, account_id: int) -> tuple[int, str]:
    """An account's id and its name: of many equal buttons it is to be seen whose was pressed. Raises NoResultFound."""
    with services.database.read() as connection:
        return account_id, accounts.get_account(connection, actor.workspace_id, account_id).name


def change_stage(services: Services, actor: Actor, intent: ChangeStage, key: str) -> None:
    """Say where a deal of the account stands; an account without an open deal gets one of its name.

    The account's marketing owner hears where it stands now. Raises NotAMemberError for a guest, `MayNotMoveError` for
    who has no say about the account, `StageNotOfferedError`.
    """
    now = services.now()

    def act(work: UnitOfWork) -> dict[str, Any]:
        account = accounts.get_account(work.connection, actor.workspace_id, intent.account_id)
        if not _may_move(work.connection, actor, account):
            raise MayNotMoveError
        process = stages.process_of(work.connection, actor.workspace_id)
        if intent.stage not in {stage.code for stage in process.offered}:
            raise StageNotOfferedError
        deal = _deal(work, actor, account, intent.deal_id, now)
        stood = _standing(work.connection, actor, account.id, process)
        before = progress.stage_of_deal(work.connection, actor.workspace_id, deal.id)
        if before != intent.stage:
            progress.add_stage(work, actor.workspace_id, deal, intent.stage, now, actor.member_id)
            data = {"deal": deal.id, "before": before, "after": intent.stage}
            note_act(work, actor, "stage_changed", ("account", account.id), now, data)
        if intent.asks or stood != _standing(work.connection, actor, account.id, process):
            telling.plan(work, actor, account.id, now, is_asked=intent.asks)
        return {"deal": deal.id}

    once_by_members(services, actor, key, act)


def log_meeting(services: Services, actor: Actor, intent: LogMeeting, key: str) -> None:
    """Note that the account was met. Raises NotAMemberError for a guest."""
    now = services.now()
    # A day without a time: noon where whoever logs it is, or this moment, which is earlier.
    at = min(local_moment(intent.on, _NOON, actor.tz), now)

    def act(work: UnitOfWork) -> dict[str, Any]:
        account = accounts.get_account(work.connection, actor.workspace_id, intent.account_id)
        touch_id = progress.add_touch(
            work,
            actor.workspace_id,
            account.id,
            kind=TouchKind.MEETING,
            at=at,
            by_id=actor.member_id,
            note=intent.note,
        )
        data = {"touch": touch_id, "on": intent.on.isoformat()}
        note_act(work, actor, "meeting_logged", ("account", account.id), now, data)
        return {"touch": touch_id}

    once_by_members(services, actor, key, act)


def today_of(services: Services, actor: Actor) -> date:
    """The day it is where the person is."""
    return services.now().astimezone(ZoneInfo(actor.tz)).date()


def _may_move(connection: Connection, actor: Actor, account: Account) -> bool:
    owners = {owner for owner in (account.sales_owner_id, account.marketing_owner_id) if owner is not None}
    me = people.get_member(connection, actor.workspace_id, actor.member_id)
    if not owners or me.is_admin or me.is_manager or actor.member_id in owners:
        return True
    if account.sales_owner_id is None:
        return False
    owner = people.get_member(connection, actor.workspace_id, account.sales_owner_id)
    return actor.member_id in {owner.backup_id, owner.manager_id}


def _standing(connection: Connection, actor: Actor, account_id: int, process: Process) -> str | None:
    changes = account_changes(progress.deal_changes(connection, actor.workspace_id, account_id), process.for_review)
    return changes[-1].stage if changes else None


def _deal(work: UnitOfWork, actor: Actor, account: Account, deal_id: int | None, now: datetime) -> Deal:
    still_open = progress.open_deals(work.connection, actor.workspace_id, account.id)
    chosen = next((deal for deal in still_open if deal.id == deal_id), None)
    if chosen is not None or still_open:
        return chosen or still_open[0]
    # Of two who say so at once, the other finds the deal that the first made.
    locks.one_of_a_name(work, actor.workspace_id, f"deal of {account.id}")
    made_meanwhile = progress.open_deals(work.connection, actor.workspace_id, account.id)
    if made_meanwhile:
        return made_meanwhile[0]
    deals.add_deal(work, actor.workspace_id, account.name, account.id, None, now)
    return progress.open_deals(work.connection, actor.workspace_id, account.id)[0]


def _card(connection: Connection, services: Services, actor: Actor, account_id: int) -> ProgressCard:
    account = accounts.get_account(connection, actor.workspace_id, account_id)
    account_id = account.id  # merged since, it is another one
    process = stages.process_of(connection, actor.workspace_id)
    changes = account_changes(progress.deal_changes(connection, actor.workspace_id, account_id), process.for_review)
    steps = progress.open_steps(connection, actor.workspace_id, account_id)
    owners = people.names_of(connection, actor.workspace_id, {step.owner_id for step in steps})
    today = today_of(services, actor)
    return ProgressCard(
        account.id,
        account.name,
        changes[-1].stage if changes else None,
        changes[-1].at if changes else None,
        tuple(_shown(step, owners, today) for step in steps[:STEPS_SHOWN]),
        max(0, len(steps) - STEPS_SHOWN),
        progress.last_touch(connection, actor.workspace_id, account_id, services.now()),
        tuple((deal.id, deal.name) for deal in progress.open_deals(connection, actor.workspace_id, account_id)),
        process,
        (today - changes[-1].at.astimezone(ZoneInfo(actor.tz)).date()).days if changes else 0,
    )


def _shown(step: AccountStep, owners: dict[int, str], today: date) -> OpenStepShown:
    return OpenStepShown(
        step.id, step.version, step.what, owners[step.owner_id], step.due_on, is_late=step.due_on < today
    )
