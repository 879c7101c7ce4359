"""The use cases: begin a quarter's list, propose, agree, object, drop, and say who owns it."""

from collections.abc import Callable, Mapping
from datetime import datetime
from typing import Any, Final

from commands.acts import note_act
from commands.context import Actor, Services
from commands.ids import BlockId
from commands.members import may_decide, only_members
from commands.once import once
from commands.targets import telling
from commands.targets.parse import Carry, Drop, NameOwners, Object, Opened, Propose
from commands.targets.showing import current_quarter
from domain.target_list import Quarter, Side, both_agreed, room
from domain.taxonomy import MemberKind, Team
from storage import accounts, locks, targets
from storage.database import UnitOfWork
from storage.errors import StaleVersionError
from storage.ids import WorkspaceId
from storage.tables import TargetList
from storage.targets import Entry

SUBJECT: Final = telling.SUBJECT
_OWNERS: Final = {Side.SALES: "sales_owner_id", Side.MARKETING: "marketing_owner_id"}
_AGREED: Final = {Side.SALES: "sales_agreed_at", Side.MARKETING: "marketing_agreed_at"}
_BLOCKS: Final = {Side.SALES: BlockId.SALES_OWNER, Side.MARKETING: BlockId.MARKETING_OWNER}


class NotYoursError(Exception):
    """Only the list's owners say this, or a manager or an admin where that is allowed."""


class QuarterOverError(Exception):
    """A list of a quarter that is over is history."""


class BatchFullError(Exception):
    """A published list grows in small batches: ``room`` more may be proposed now."""

    def __init__(self, room: int) -> None:
        super().__init__(str(room))
        self.room = room


class NothingNewError(Exception):
    """All of it is on the list or proposed already."""


class UnfitOwnersError(Exception):
    """Somebody chosen cannot own the list: a text key for each field."""

    def __init__(self, errors: Mapping[BlockId, str]) -> None:
        super().__init__(", ".join(errors.values()))
        self.errors = errors


def start(services: Services, actor: Actor, intent: Carry, key: str) -> None:
    """Begin a quarter's list with what is kept of the one before. Raises like `propose`."""

    def act(work: UnitOfWork, now: datetime) -> dict[str, Any]:
        before = targets.find_list(work.connection, actor.workspace_id, intent.quarter.shift(-1))
        if targets.find_list(work.connection, actor.workspace_id, intent.quarter) is not None:
            return {}  # somebody was faster: theirs is shown
        found = targets.add_list(work, actor.workspace_id, intent.quarter, actor.member_id, now, like=before)
        stood = [
            entry.account_id
            for entry in (_entries(work, before) if before is not None and before.published_at is not None else [])
            if entry.on_at is not None
        ]
        kept = [each for each in stood if each not in intent.not_kept]
        gone = [each for each in stood if each in intent.not_kept]
        targets.add_entries(work, found, kept, actor.member_id, now, is_carried=True)
        targets.add_entries(work, found, gone, actor.member_id, now, is_carried=True, dropped_for=intent.reason)
        data: dict[str, object] = {"quarter": found.quarter, "kept": kept, "not_kept": gone}
        note_act(work, actor, "target_list_begun", (SUBJECT, found.id), now, data)
        if kept:
            telling.ask_owners(work, found, actor.member_id, now)
        return {"list": found.id}

    _once(services, actor, intent.quarter, key, act)


def propose(services: Services, actor: Actor, intent: Propose, key: str) -> int:
    """Propose accounts; gives how many were new. What was agreed to is asked again: it is another proposal now.

    Raises NotAMemberError for a guest, `QuarterOverError`, `BatchFullError` and `NothingNewError`.
    """

    def act(work: UnitOfWork, now: datetime) -> dict[str, Any]:
        found = _of_quarter(work, actor, intent.quarter, now)
        there = _entries(work, found)
        tiers = targets.tiers(work.connection, actor.workspace_id) if intent.tiers else {}
        wanted = [_account(work, actor, named.id, named.name, now) for named in intent.accounts]
        wanted += [account_id for tier in intent.tiers for account_id in tiers.get(tier, [])]
        known = {entry.account_id for entry in there}
        new = [account_id for account_id in dict.fromkeys(wanted) if account_id not in known]
        if not new:
            raise NothingNewError
        left = room(sum(entry.on_at is None for entry in there), is_published=found.published_at is not None)
        if left is not None and len(new) > left:
            raise BatchFullError(left)
        targets.add_entries(work, found, new, actor.member_id, now)
        _asked_anew(work, found)
        note_act(work, actor, "targets_proposed", (SUBJECT, found.id), now, {"accounts": new})
        telling.ask_owners(work, found, actor.member_id, now)
        return {"new": len(new)}

    return int(_once(services, actor, intent.quarter, key, act)["new"])


def agree(services: Services, actor: Actor, opened: Opened, key: str) -> bool:
    """An owner agrees to what is proposed as they saw it; whether both did, so that it is on the list now.

    Raises NotAMemberError for a guest, `NotYoursError`, `QuarterOverError`, and StaleVersionError when it changed.
    """

    def act(work: UnitOfWork, now: datetime) -> dict[str, Any]:
        found = _seen(work, actor, opened)
        side = _side(found, actor)
        agreed = {Side.SALES: found.sales_agreed_at, Side.MARKETING: found.marketing_agreed_at, side: now}
        targets.add_voice(work, found, actor.member_id, side, "agreed", now)
        done = both_agreed(agreed[Side.SALES], agreed[Side.MARKETING])
        if done:
            count = targets.put_on(work, found, now)
            published = {"published_at": found.published_at or now}
            targets.change_list(work, found, {**dict.fromkeys(_AGREED.values()), **published})
            note_act(work, actor, "targets_published", (SUBJECT, found.id), now, {"accounts": count})
        else:
            targets.change_list(work, found, {_AGREED[side]: now})
        note_act(work, actor, "targets_agreed", (SUBJECT, found.id), now, {"side": side.value})
        telling.tell_other(work, found, side.other, telling.PUBLISHED if done else telling.ASKED, actor.member_id, now)
        return {"done": done}

    return bool(_once(services, actor, opened.quarter, key, act)["done"])


def object_to(services: Services, actor: Actor, intent: Object, key: str) -> None:
    """An owner does not agree, and says why. Raises like `agree`."""

    def act(work: UnitOfWork, now: datetime) -> dict[str, Any]:
        found = _seen(work, actor, intent.opened)
        side = _side(found, actor)
        targets.add_voice(work, found, actor.member_id, side, "objected", now, intent.reason)
        targets.change_list(work, found, dict.fromkeys(_AGREED.values()))
        note_act(
            work, actor, "targets_objected", (SUBJECT, found.id), now, {"side": side.value, "reason": intent.reason}
        )
        telling.tell_other(work, found, side.other, telling.OBJECTED, actor.member_id, now)
        return {}

    _once(services, actor, intent.opened.quarter, key, act)


def drop(services: Services, actor: Actor, intent: Drop, key: str) -> int:
    """Take accounts off the list, or out of what is proposed; gives how many. Whoever proposed one may take it back.

    Raises NotAMemberError for a guest, `NotYoursError` and `QuarterOverError`.
    """

    def act(work: UnitOfWork, now: datetime) -> dict[str, Any]:
        found = _of_quarter(work, actor, intent.quarter, now)
        chosen = [entry for entry in _entries(work, found) if entry.account_id in intent.account_ids]
        is_leading = actor.member_id in _owner_ids(found) or may_decide(work.connection, actor)
        if not is_leading and any(entry.on_at or entry.proposed_by_id != actor.member_id for entry in chosen):
            raise NotYoursError
        ids = [entry.account_id for entry in chosen]
        targets.drop(work, found, ids, actor.member_id, now, intent.reason)
        if any(entry.on_at is None for entry in chosen):
            _asked_anew(work, found)
        else:
            targets.change_list(work, found, {})
        note_act(work, actor, "targets_dropped", (SUBJECT, found.id), now, {"accounts": ids, "reason": intent.reason})
        if any(entry.on_at is not None for entry in chosen):
            for side in Side:
                telling.tell_other(work, found, side, telling.DROPPED, actor.member_id, now)
        return {"dropped": len(ids)}

    return int(_once(services, actor, intent.quarter, key, act)["dropped"])


def name_owners(services: Services, actor: Actor, intent: NameOwners, key: str) -> None:
    """Say who owns the list, and how long the review of one account takes. A new owner has not agreed to anything.

    Raises NotAMemberError for a guest, `NotYoursError`, `QuarterOverError`, `UnfitOwnersError`, and StaleVersionError.
    """
    chosen = _people(services, actor, {Side.SALES: intent.sales, Side.MARKETING: intent.marketing})

    def act(work: UnitOfWork, now: datetime) -> dict[str, Any]:
        found = _seen(work, actor, intent.opened)
        owners = _owner_ids(found)
        # Somebody has to begin: a list without any owner takes the first that are named.
        if owners and actor.member_id not in owners and not may_decide(work.connection, actor):
            raise NotYoursError
        changes: dict[str, Any] = {"minutes": intent.minutes}
        for side, column in _OWNERS.items():
            changes[column] = chosen[side]
            if getattr(found, column) != chosen[side]:
                changes[_AGREED[side]] = None
        targets.change_list(work, found, changes)
        data = {name: value for name, value in changes.items() if not name.endswith("_at")}
        note_act(work, actor, "target_list_owners_named", (SUBJECT, found.id), now, data)
        if any(entry.on_at is None for entry in _entries(work, found)):
            named = targets.get_list(work.connection, actor.workspace_id, found.id)
            telling.ask_owners(work, named, actor.member_id, now)
        return {}

    _once(services, actor, intent.opened.quarter, key, act)


def _once(
    services: Services,
    actor: Actor,
    quarter: Quarter,
    key: str,
    act: Callable[[UnitOfWork, datetime], dict[str, Any]],
) -> dict[str, Any]:
    now = services.now()

    def allowed(work: UnitOfWork) -> dict[str, Any]:
        only_members(work.connection, actor)
        if quarter < current_quarter(work.connection, actor.workspace_id, now):
            raise QuarterOverError
        # Of two who change a list at once, the other sees what the first made of it.
        locks.one_of_a_name(work, actor.workspace_id, f"target list {quarter}")
        return act(work, now)

    return once(services, actor, key, allowed)[0]


def _of_quarter(work: UnitOfWork, actor: Actor, quarter: Quarter, now: datetime) -> TargetList:
    found = targets.find_list(work.connection, actor.workspace_id, quarter)
    return found or targets.add_list(work, actor.workspace_id, quarter, actor.member_id, now)


def _seen(work: UnitOfWork, actor: Actor, opened: Opened) -> TargetList:
    found = targets.find_list(work.connection, actor.workspace_id, opened.quarter)
    if found is None or found.version != opened.version:
        raise StaleVersionError(SUBJECT, 0 if found is None else found.id)
    return found


def _entries(work: UnitOfWork, target: TargetList) -> list[Entry]:
    return targets.entries(work.connection, WorkspaceId(target.workspace_id), target.id)


def _owner_ids(target: TargetList) -> set[int]:
    return {owner for owner in (target.sales_owner_id, target.marketing_owner_id) if owner is not None}


def _side(target: TargetList, actor: Actor) -> Side:
    for side, column in _OWNERS.items():
        if getattr(target, column) == actor.member_id:
            return side
    raise NotYoursError


def _asked_anew(work: UnitOfWork, target: TargetList) -> None:
    targets.change_list(work, target, dict.fromkeys(_AGREED.values()))


def _account(work: UnitOfWork, actor: Actor, account_id: int | None, name: str, now: datetime) -> int:
    if account_id is not None:  # merged since it was chosen, it is another account now
        return accounts.get_account(work.connection, actor.workspace_id, account_id).id
    made = accounts.add_account(work, actor.workspace_id, name, created_by_id=actor.member_id, now=now)
    return made.id


def _people(services: Services, actor: Actor, wanted: Mapping[Side, str | None]) -> dict[Side, int | None]:
    """The member behind each person. Asks Slack about those never met, so it runs before any transaction."""
    errors: dict[BlockId, str] = {}
    found: dict[Side, int | None] = {}
    for side, slack_user_id in wanted.items():
        member = None if slack_user_id is None else services.find_person(actor.workspace_id, slack_user_id)
        if slack_user_id is not None and member is None:
            errors[_BLOCKS[side]] = "account-error-unknown-person"
        elif member is not None and (member.kind != MemberKind.FULL or not member.is_active):
            errors[_BLOCKS[side]] = "account-error-not-a-member"
        elif member is not None and member.team == Team(side.other.value):
            errors[_BLOCKS[side]] = f"targets-error-not-{side.value}"
        found[side] = None if member is None else member.id
    if errors:
        raise UnfitOwnersError(errors)
    return found
