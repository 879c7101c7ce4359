"""A person's Monday list: their open leads, steps, reviews and answers, in the daily list of their first working day.

Planned for everybody, checked when it is told: who owes nothing then hears nothing.
"""

from collections.abc import Sequence
from datetime import datetime
from typing import Final
from zoneinfo import ZoneInfo

from sqlalchemy import Connection

from commands import and_more, blocks
from commands.blocks import Json
from commands.i18n import Say
from commands.telling import Audience, Composed, Composer
from domain.monday import list_moment, list_week
from domain.values import frozen
from domain.weeks import IsoWeek
from storage import calendars, handoff_lists, locks, notices, open_items, review_requests
from storage.database import UnitOfWork
from storage.handoff_lists import Listed
from storage.ids import WorkspaceId
from storage.notices import PlannedNotice, Recipient
from storage.open_items import AskedAnswer, PromisedStep
from storage.outbox import Outgoing
from storage.review_requests import WantedReview
from storage.tables import Notice

KIND: Final = "monday_list"
#: The kind of subject of such a notice: an ISO week, by its year and number.
SUBJECT: Final = "week"
#: Of each group; the others are counted.
_SHOWN: Final = 5
_NAME_LENGTH: Final = 60
_STEP_LENGTH: Final = 90


@frozen
class OpenItems:
    """What a person owes, of each kind the first few and how many there are."""

    leads: tuple[Listed, ...]
    lead_count: int
    steps: tuple[PromisedStep, ...]
    step_count: int
    reviews: tuple[WantedReview, ...]
    review_count: int
    answers: tuple[AskedAnswer, ...]
    answer_count: int

    @property
    def count(self) -> int:
        """All of them."""
        return self.lead_count + self.step_count + self.review_count + self.answer_count


def plan_lists(work: UnitOfWork, workspace_id: WorkspaceId, now: datetime) -> int:
    """Plan the list of the week that begins for whoever has none yet; gives how many. ``now`` is business time."""
    locks.one_releases(work)
    planned = lists_to_plan(work.connection, workspace_id, now)
    notices.add_notices(work, workspace_id, planned, now)
    return len(planned)


def lists_to_plan(connection: Connection, workspace_id: WorkspaceId, now: datetime) -> list[PlannedNotice]:
    """The lists that `plan_lists` would plan, for a look that holds nobody up."""
    weeks = {list_week(now, tz) for tz in ("Pacific/Kiritimati", "Etc/GMT+12")}  # the first and the last place on earth
    subjects = {_subject(week) for week in weeks}
    waiting = open_items.without_list(connection, workspace_id, KIND, SUBJECT, subjects)
    hours = calendars.calendars_of(connection, workspace_id, {member.id for member in waiting})
    planned = [
        PlannedNotice(KIND, notices.DAILY, Recipient(member.id), SUBJECT, _subject(list_week(now, member.tz)), moment)
        for member in waiting
        if (moment := list_moment(hours[member.id], member.daily_at, now)) is not None
    ]
    if all(each.not_before > now for each in planned):
        return planned
    # One that was missed is late. One whose hour had passed when the first digest was scheduled was nobody's to miss:
    # told now, or on Tuesday in the next daily list, it would come out of the blue.
    since = open_items.reviewed_since(connection, workspace_id)
    return [each for each in planned if since is None or each.not_before >= since]


def compose_list(connection: Connection, audience: Audience, due: Sequence[Notice]) -> Composed:
    """The list as it stands now; nothing for who owes nothing."""
    member_id = next((notice.member_id for notice in due if notice.member_id is not None), None)
    if member_id is None:
        return Composed((), frozenset())
    found = open_items_of(connection, audience.workspace_id, member_id, audience.now)
    if not found.count:
        return Composed((), frozenset())
    body = _message(audience.say, audience.tz, found, audience.now)
    week = max(notice.subject_id for notice in due)
    message = Outgoing(KIND, f"monday:{week}:{audience.channel}", audience.channel, body)
    return Composed((message,), frozenset(notice.id for notice in due))


def composers() -> dict[str, Composer]:
    """By kind of notice."""
    return {KIND: compose_list}


def open_items_of(connection: Connection, workspace_id: WorkspaceId, member_id: int, now: datetime) -> OpenItems:
    """What a member owes now."""
    whose = handoff_lists.Whose((member_id,))
    asked = review_requests.Whose((member_id,))
    return OpenItems(
        tuple(handoff_lists.list_open(connection, workspace_id, whose, limit=_SHOWN)),
        handoff_lists.count_open(connection, workspace_id, whose, now).open,
        *open_items.promised_steps(connection, workspace_id, member_id, _SHOWN),
        tuple(review_requests.list_open(connection, workspace_id, asked, limit=_SHOWN)),
        review_requests.count_open(connection, workspace_id, asked, now).open,
        *open_items.asked_answers(connection, workspace_id, member_id, _SHOWN),
    )


def _subject(week: IsoWeek) -> int:
    return week.year * 100 + week.number


def _message(say: Say, tz: str, found: OpenItems, now: datetime) -> Json:
    title = say("monday-title", n=found.count, count=say.number(found.count))
    groups = (
        ("monday-leads", [_lead(say, tz, each, now) for each in found.leads], found.lead_count),
        ("monday-steps", [_step(say, tz, each, now) for each in found.steps], found.step_count),
        ("monday-reviews", [_review(say, tz, each, now) for each in found.reviews], found.review_count),
        ("monday-answers", [_answer(say, tz, each, now) for each in found.answers], found.answer_count),
    )
    rows = [blocks.section(f"*{title}*")]
    for key, lines, count in groups:
        if lines:
            more = and_more.words(say, count - len(lines))
            rows.append(blocks.section("\n".join([say(key, n=count), *(f"• {line}" for line in lines), *more])))
    return blocks.message(title, rows)


def _by(say: Say, tz: str, name: str, due_at: datetime | None, now: datetime) -> str:
    shown = blocks.escape(blocks.one_line(name, _NAME_LENGTH)) or say("monday-unnamed")
    if due_at is None:
        return shown
    return say("monday-late" if due_at < now else "monday-due", name=shown, when=say.moment(due_at, tz))


def _lead(say: Say, tz: str, each: Listed, now: datetime) -> str:
    name = " · ".join(dict.fromkeys(part for part in (each.company, each.name) if part))
    return _by(say, tz, name, None if each.is_paused else each.due_at, now)


def _step(say: Say, tz: str, each: PromisedStep, now: datetime) -> str:
    what = blocks.escape(blocks.one_line(each.what, _STEP_LENGTH))
    is_late = each.due_on < now.astimezone(ZoneInfo(tz)).date()
    return say(
        "monday-step-late" if is_late else "monday-step",
        account=blocks.escape(blocks.one_line(each.account, _NAME_LENGTH)),
        what=what,
        day=say.day(each.due_on),
    )


def _review(say: Say, tz: str, each: WantedReview, now: datetime) -> str:
    name = " · ".join(dict.fromkeys(part for part in (each.account_name, each.deal_name) if part))
    return _by(say, tz, name, each.due_at, now)


def _answer(say: Say, tz: str, each: AskedAnswer, now: datetime) -> str:
    return _by(say, tz, each.account or "", each.due_at, now)
