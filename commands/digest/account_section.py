"""The digest's first section: which accounts moved, which stand still and why, and what is next."""

from collections.abc import Callable, Collection, Mapping, Sequence
from datetime import date
from typing import Final

from commands import and_more, blocks
from commands.blocks import Json
from commands.i18n import Say
from commands.labels import stage_label
from domain.account_review import Move, Movement, OpenStep, Way
from domain.account_week import RENEWAL_DAYS, AccountWeek, ReviewedAccount

#: Accounts named in each list; the others are counted. Three standing longest are seen without scrolling.
NAMED: Final = 8
#: Lines in one row: a heading, the accounts named and what tells of the others.
_LINES: Final = NAMED + 2
_NAME_LENGTH: Final = 60
_STEP_LENGTH: Final = 90


def account_rows(week: AccountWeek, say: Say, *, whole: bool = False) -> list[Json]:
    """The section; nothing where nobody moved, nobody stands still and nothing is promised.

    ``whole`` names every account, in as many rows as that takes, and speaks to people who are not in Slack.
    """
    if week.is_empty:
        return []

    def stalled(account: ReviewedAccount) -> str:
        return _stalled(account, week, say)

    def moved(account: ReviewedAccount) -> str:
        return _moved(account, week, say)

    def due(account: ReviewedAccount) -> str:
        return _named("digest-account-due", account, say, next=_next(account.review.steps, week, say))

    def renewed(account: ReviewedAccount) -> str:
        return _named("digest-account-renewal", account, say, day=say.day(account.renewal_on or date.max))

    rows: list[Json] = [blocks.divider()]
    for key, accounts, line in (
        ("digest-accounts-stalled", week.stalled, stalled),
        ("digest-accounts-moved", week.moved, moved),
        ("digest-accounts-due", week.due, due),
    ):
        rows += _list(say(key, n=len(accounts)), accounts, line, say, whole=whole)
    heading = say("digest-accounts-renewals", n=len(week.renewals), days=RENEWAL_DAYS)
    rows += _list(heading, week.renewals, renewed, say, whole=whole)
    if week.without_owner:
        without = say("digest-accounts-without-owner", n=week.without_owner, total=week.total)
        rows.append(blocks.context(without if whole else f"{without}: {say('digest-accounts-name-owners')}"))
    return rows


def rest_row(week: AccountWeek, say: Say, *, has_thread: bool) -> list[Json]:
    """Where the accounts are that the lists only count; nothing where all are named."""
    counted = any(len(each) > NAMED for each in (week.stalled, week.moved, week.due, week.renewals))
    return [blocks.context(say("digest-accounts-rest", place="thread" if has_thread else "card"))] if counted else []


def _list(
    heading: str, accounts: Sequence[ReviewedAccount], line: Callable[[ReviewedAccount], str], say: Say, *, whole: bool
) -> list[Json]:
    if not accounts:
        return []
    lines = [f"• {line(account)}" for account in (accounts if whole else accounts[:NAMED])]
    lines += and_more.words(say, len(accounts) - len(lines))
    lines.insert(0, heading)
    return [blocks.section("\n".join(lines[at : at + _LINES])) for at in range(0, len(lines), _LINES)]


def _standing(account: ReviewedAccount, week: AccountWeek, say: Say) -> str:
    standing = account.review.standing
    stage = blocks.escape(stage_label(say, standing.stage or "", week.stage_names))
    return say("digest-account-standing", n=standing.days, stage=stage, limit=standing.limit_days or 0)


def _stalled(account: ReviewedAccount, week: AccountWeek, say: Say) -> str:
    said = _next(account.review.steps, week, say)
    standing, why = why_stalled(account, week, say)
    return _named("digest-account-stalled", account, say, standing=standing, why=why, next=said)


def why_stalled(account: ReviewedAccount, week: AccountWeek, say: Say) -> tuple[str, str]:
    """For how long it stands beyond which limit, and whether anybody was at it."""
    standing = account.review.standing
    if account.review.movement is Movement.BUSY:
        why = say("digest-account-busy", n=standing.touches, days=standing.looked_back_days)
    elif standing.last_touch_days is None:
        why = say("digest-account-never-touched")
    else:
        why = say("digest-account-quiet", n=standing.last_touch_days)
    return _standing(account, week, say), why


def how_moved(account: ReviewedAccount, week: AccountWeek, say: Say) -> str:
    """From which stage to which, each of its moves."""
    return ", ".join(_move(move, week, say) for move in account.review.moves)


def _moved(account: ReviewedAccount, week: AccountWeek, say: Say) -> str:
    moves = how_moved(account, week, say)
    is_over = account.review.moves[-1].way in {Way.WON, Way.LOST}
    if is_over and not account.review.steps:
        return _named("digest-account-closed", account, say, moves=moves)
    return _named("digest-account-moved", account, say, moves=moves, next=_next(account.review.steps, week, say))


def _move(move: Move, week: AccountWeek, say: Say) -> str:
    before = blocks.escape(stage_label(say, move.before, week.stage_names)) if move.before else ""
    stage = blocks.escape(stage_label(say, move.stage, week.stage_names))
    return say(f"digest-move-{move.way.value}", before=before, stage=stage)


def _next(steps: Sequence[OpenStep], week: AccountWeek, say: Say) -> str:
    if not steps:
        return say("digest-account-no-step")
    first = steps[0]
    said = say(
        "digest-account-step-late" if first.days_late else "digest-account-step",
        what=blocks.escape(blocks.one_line(first.step.text, _STEP_LENGTH)),
        who=who_is(first.step.owner_id, week.people, say, week.gone),
        day=say.day(first.step.due_on),
        n=first.days_late,
    )
    return said if len(steps) == 1 else f"{said} {say('digest-account-more-steps', n=len(steps) - 1)}"


def who_is(member_id: int | None, people: Mapping[int, str], say: Say, gone: Collection[int] = ()) -> str:
    """Somebody by name, and whether they are in ``gone``: a mention would call everybody named here every Monday."""
    name = people.get(member_id) if member_id is not None else None
    if not name:
        return say("account-nobody")
    shown = blocks.escape(blocks.one_line(name, _NAME_LENGTH))
    return say("account-left", who=shown) if member_id in gone else shown


def called(account: ReviewedAccount, say: Say) -> str:
    """An account by name and tier."""
    name = blocks.escape(blocks.one_line(account.name, _NAME_LENGTH))
    shown = f"*{name}*" if account.tier is None else say("digest-account-tier", name=name, tier=account.tier)
    return f"{shown} _({say('digest-account-off-list')})_" if account.is_off_list else shown


def _named(key: str, account: ReviewedAccount, say: Say, **more: str) -> str:
    return say(key, account=called(account, say), **more)
