"""The use cases of next steps: what is promised for an account, until it is done, dropped or changed."""

from collections.abc import Mapping
from datetime import date
from typing import Any, ClassVar
from zoneinfo import ZoneInfo

from commands.acts import note_act
from commands.context import Actor, Services
from commands.ids import BlockId
from commands.progress.acting import once_by_members
from commands.progress.parse import AddStep, ChangeStep, EndStep
from domain.taxonomy import MemberKind
from storage import accounts, people, progress
from storage.database import UnitOfWork
from storage.errors import StaleVersionError
from storage.tables import AccountStep


class UnfitOwnerError(Exception):
    """Whoever was chosen cannot promise a step: a text key for the field."""

    def __init__(self, key: str) -> None:
        super().__init__(key)
        self.errors = {BlockId.OWNER: key}


class PastDayError(Exception):
    """Nothing can be promised for a day that is over."""

    errors: ClassVar[Mapping[BlockId, str]] = {BlockId.DAY: "progress-error-past"}


class StepEndedError(Exception):
    """The step was done, dropped or changed meanwhile."""


def add_step(services: Services, actor: Actor, intent: AddStep, key: str) -> None:
    """Store what somebody promises to do. Raises NotAMemberError for a guest, `UnfitOwnerError`, `PastDayError`."""
    _still_to_come(services, actor, intent.due_on)
    owner_id, now = _owner(services, actor, intent.owner), services.now()

    def act(work: UnitOfWork) -> dict[str, Any]:
        # Merged since the form was opened, it is another account now.
        account = accounts.get_account(work.connection, actor.workspace_id, intent.account_id)
        step_id = progress.add_step(
            work,
            actor.workspace_id,
            account.id,
            what=intent.what,
            owner_id=owner_id,
            due_on=intent.due_on,
            by_id=actor.member_id,
            now=now,
        )
        data = {"account": account.id, "owner": owner_id, "due_on": intent.due_on.isoformat()}
        note_act(work, actor, "step_added", (progress.STEP, step_id), now, data)
        return {"step": step_id}

    once_by_members(services, actor, key, act)


def change_step(services: Services, actor: Actor, intent: ChangeStep, key: str) -> None:
    """Promise something else, by another day or by somebody else; it is the same step still.

    Raises NotAMemberError for a guest, `UnfitOwnerError`, `PastDayError` (a day that stands may be past), and
    `StepEndedError` when somebody was faster.
    """
    promised, owner = _step_of(services, actor, intent.step_id)
    if intent.due_on != promised.due_on:
        _still_to_come(services, actor, intent.due_on)
    # Who promised it may keep it, even if they could not be chosen now.
    owner_id = promised.owner_id if owner == intent.owner else _owner(services, actor, intent.owner)
    now = services.now()

    def act(work: UnitOfWork) -> dict[str, Any]:
        step = _as_seen(work, actor, intent.step_id, intent.version)
        after = {"what": intent.what, "owner_id": owner_id, "due_on": intent.due_on}
        changes = {name: value for name, value in after.items() if value != getattr(step, name)}
        if changes:
            before = {"owner": step.owner_id, "due_on": step.due_on.isoformat()}
            _change(work, actor, step, changes)
            data = {"account": step.account_id, "owner": owner_id, "due_on": intent.due_on.isoformat()}
            note_act(work, actor, "step_changed", (progress.STEP, step.id), now, {**data, "before": before})
        return {"step": step.id}

    once_by_members(services, actor, key, act)


def end_step(services: Services, actor: Actor, intent: EndStep, key: str) -> int:
    """A promise is kept or dropped; gives its account.

    Raises NotAMemberError for a guest, `StepEndedError` when somebody was faster.
    """
    now = services.now()

    def act(work: UnitOfWork) -> dict[str, Any]:
        step = _as_seen(work, actor, intent.step_id, intent.version)
        ending = "done" if intent.is_done else "dropped"
        _change(work, actor, step, {"ended_at": now, "ended_by_id": actor.member_id, "ending": ending})
        note_act(work, actor, f"step_{ending}", (progress.STEP, step.id), now, {"account": step.account_id})
        return {"account": step.account_id}

    return int(once_by_members(services, actor, key, act)["account"])


def step_to_change(services: Services, actor: Actor, step_id: int, version: int) -> tuple[AccountStep, str]:
    """A step as the person saw it, and its owner's Slack user id. Raises `StepEndedError`, NoResultFound."""
    step, owner = _step_of(services, actor, step_id)
    if step.ended_at is not None or step.version != version:
        raise StepEndedError
    return step, owner


def account_of_step(services: Services, actor: Actor, step_id: int) -> int:
    """Whose step it is. Raises NoResultFound."""
    return _step_of(services, actor, step_id)[0].account_id


def _step_of(services: Services, actor: Actor, step_id: int) -> tuple[AccountStep, str]:
    with services.database.read() as connection:
        step = progress.get_step(connection, actor.workspace_id, step_id)
        return step, people.get_member(connection, actor.workspace_id, step.owner_id).slack_user_id


def _owner(services: Services, actor: Actor, chosen: str) -> int:
    owner = services.find_person(actor.workspace_id, chosen)
    if owner is None or owner.kind != MemberKind.FULL or not owner.is_active:
        raise UnfitOwnerError("account-error-unknown-person" if owner is None else "account-error-not-a-member")
    return owner.id


def _as_seen(work: UnitOfWork, actor: Actor, step_id: int, version: int) -> AccountStep:
    step = progress.get_step(work.connection, actor.workspace_id, step_id)
    if step.ended_at is not None or step.version != version:
        raise StepEndedError
    return step


def _change(work: UnitOfWork, actor: Actor, step: AccountStep, changes: dict[str, Any]) -> None:
    try:
        progress.change_step(work, actor.workspace_id, step, changes)
    except StaleVersionError:  # another process changed it since we looked
        raise StepEndedError from None


def _still_to_come(services: Services, actor: Actor, due_on: date) -> None:
    if due_on < services.now().astimezone(ZoneInfo(actor.tz)).date():
        raise PastDayError
