"""What an objection asks of marketing is answered: the promise, the answer, and the clock's one reminder."""

from collections.abc import Collection, Mapping
from datetime import datetime
from typing import Any, Final

from commands.acts import note_act
from commands.context import Actor, Services
from commands.ladder_steps import Debt, take_gentle_steps
from commands.members import only_members
from commands.objection.telling import SUBJECT, TELL_CHANGE
from commands.once import once
from commands.stand_ins import StandIns
from domain.policy import TimerKind
from domain.taxonomy import Ask
from domain.telling import in_hours
from storage import accounts, answers, calendars, notices, objections, policies, timer_rows, timers
from storage.database import UnitOfWork
from storage.ids import WorkspaceId
from storage.notices import PlannedNotice, Recipient
from storage.pauses import Subject
from storage.tables import Objection

#: The author hears what was answered.
ANSWERED: Final = "objection_answered"
#: Marketing hears that an answer is due today.
DUE: Final = "answer_due"
#: The kind of subject that notices about an answer have.
ANSWER: Final = "answer"
_KINDS: Final = frozenset({TimerKind.ANSWER})


class NothingAskedError(Exception):
    """The author took it back, or asks for nothing any more."""


def promise(work: UnitOfWork, workspace_id: WorkspaceId, objection_id: int, owner_id: int, start: datetime) -> None:
    """Marketing's owner owes an answer to what was asked at ``start``, by the agreement for everything."""
    policy = policies.choose_policy(work, workspace_id, "", "", None, start)
    if policy is not None:
        agreed = (policy.policy_id, policy.version, policy.spec)
        timers.start_timers(work, workspace_id, [(SUBJECT, objection_id)], owner_id, agreed, _KINDS, start)


def keep_promise(work: UnitOfWork, workspace_id: WorkspaceId, objection_id: int, actor_id: int, now: datetime) -> None:
    """An objection changed: begin, hand on or drop the promise of an answer as it asks now."""
    subject = (SUBJECT, objection_id)
    objection = objections.get_objection(work.connection, workspace_id, objection_id)
    known = [each for each in timer_rows.timers_of(work.connection, workspace_id, subject) if each.kind in _KINDS]
    running = [each for each in known if each.state != timer_rows.STOPPED]
    owner_id = _owner_of(work, workspace_id, objection) if _asks(work, workspace_id, objection) else None
    if owner_id is None:
        if running:
            timers.cancel_timers(work, workspace_id, subject, _KINDS, now)
    elif not running:
        # Taken back and brought back, it is the promise that was made.
        promise(work, workspace_id, objection_id, owner_id, known[-1].started_at if known else now)
    elif running[0].owner_id != owner_id:
        timers.reassign_timers(work, workspace_id, [subject], owner_id, actor_id, now)


def answer(services: Services, actor: Actor, objection_id: int, text: str, key: str) -> int:
    """Store an answer and tell the author, in their hours; gives its id. Anybody of the team may know one.

    Raises `NothingAskedError`, NotAMemberError, NoResultFound.
    """
    now = services.now()

    def act(work: UnitOfWork) -> dict[str, Any]:
        only_members(work.connection, actor)
        objection = answers.lock_objection(work, actor.workspace_id, objection_id)
        if objection.withdrawn_at is not None or objection.ask == Ask.NONE:
            raise NothingAskedError
        answer_id = answers.add_answer(work, actor.workspace_id, objection_id, actor.member_id, text, now)
        timers.stop_timers(work, actor.workspace_id, (SUBJECT, objection_id), _KINDS, now)
        notices.drop_pending(work, actor.workspace_id, SUBJECT, objection_id, kind=DUE)
        # A new version: what stands in Slack of it is brought up to that.
        objections.change_objection(
            work, actor.workspace_id, objection_id, {}, expected_version=objection.version, now=now
        )
        _tell(work, actor, objection, answer_id, now)
        note_act(work, actor, "objection_answered", (SUBJECT, objection_id), now, {"answer": answer_id})
        return {"answer": answer_id}

    outcome, _replayed = once(services, actor, key, act)
    return int(outcome["answer"])


def take_steps(work: UnitOfWork, workspace_id: WorkspaceId, due: Mapping[int, Subject], now: datetime) -> int:
    """Take every step that has come for the timers ``due`` of answers; gives how many timers moved on."""
    return take_gentle_steps(work, workspace_id, _Asks(), due, now)


class _Asks:
    """The book of what was asked of marketing: the account's present owner owes it."""

    def take(self, work: UnitOfWork, workspace_id: WorkspaceId, ids: Collection[int]) -> Mapping[int, Debt]:
        found = answers.take_objections(work, workspace_id, ids)
        by_account = answers.owners_of(
            work.connection, workspace_id, {each.account_id for each in found if each.account_id}
        )
        owners = {each.id: by_account.get(each.account_id or 0) for each in found}
        stand_ins = StandIns(work, workspace_id, set(owners.values()))
        reminded = answers.reminded_of(work.connection, workspace_id, SUBJECT, list(owners))
        answered = answers.latest_answers(work.connection, workspace_id, list(owners))
        return {
            each.id: Debt(
                stand_ins.asked_for(owners[each.id])
                if each.withdrawn_at is None and each.ask != Ask.NONE and each.id not in answered
                else None,
                each.id in reminded,
            )
            for each in found
        }

    def remind(self, work: UnitOfWork, workspace_id: WorkspaceId, debtors: Mapping[int, int], now: datetime) -> None:
        planned = [
            PlannedNotice(DUE, notices.NOW, Recipient(who), SUBJECT, each, _hours(work, workspace_id, who, now))
            for each, who in debtors.items()
        ]
        notices.add_notices(work, workspace_id, planned, now)


def _asks(work: UnitOfWork, workspace_id: WorkspaceId, objection: Objection) -> bool:
    if objection.withdrawn_at is not None or objection.ask == Ask.NONE:
        return False
    return not answers.latest_answers(work.connection, workspace_id, [objection.id])


def _owner_of(work: UnitOfWork, workspace_id: WorkspaceId, objection: Objection) -> int | None:
    """The account's marketing owner; nobody owes an answer to what they wrote themselves."""
    if objection.account_id is None:
        return None
    owner = accounts.marketing_owner(work.connection, workspace_id, objection.account_id)
    return None if owner is None or owner[0] == objection.logged_by_id else owner[0]


def _tell(work: UnitOfWork, actor: Actor, objection: Objection, answer_id: int, now: datetime) -> None:
    planned = [
        PlannedNotice(TELL_CHANGE, notices.IN_PLACE, recipient, SUBJECT, objection.id, now)
        for recipient, lane in notices.told_of(work, actor.workspace_id, SUBJECT, objection.id)
        if lane == notices.NOW
    ]
    author_id = objection.logged_by_id
    if author_id != actor.member_id:
        when = _hours(work, actor.workspace_id, author_id, now)
        planned.append(PlannedNotice(ANSWERED, notices.NOW, Recipient(author_id), ANSWER, answer_id, when))
    notices.add_notices(work, actor.workspace_id, planned, now)


def _hours(work: UnitOfWork, workspace_id: WorkspaceId, member_id: int, now: datetime) -> datetime:
    return in_hours(calendars.calendar_of(work.connection, workspace_id, member_id), now)
