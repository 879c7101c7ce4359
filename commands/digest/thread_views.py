"""The replies below a digest: one for each account that needs a word, and one list of all the others."""

from collections.abc import Mapping, Sequence
from datetime import date
from typing import Final

from commands import blocks
from commands.account_buttons import review_buttons, step_buttons
from commands.blocks import Json
from commands.digest.account_section import called, how_moved, who_is, why_stalled
from commands.i18n import Say
from commands.labels import stage_label
from domain.account_review import Decision, Movement
from domain.account_week import AccountWeek, ReviewedAccount
from domain.stages import LOST, WON
from domain.values import frozen
from storage.review_threads import Happened
from storage.tables import AccountStep

_STEPS_SHOWN: Final = 3
_COMMENTS_SHOWN: Final = 3
_STEP_LENGTH: Final = 150
_NAME_LENGTH: Final = 60
_COMMENT_LENGTH: Final = 300
#: Accounts a section of the list, so that none is cut; sections, so that the message fits.
_LINES: Final = 12
_SECTIONS: Final = 8
#: Where nothing comes next any more.
_OVER: Final = frozenset({WON, LOST})


@frozen
class Shown:
    """What a reply says: the account's week, where it stands now, what happened since, who confirmed it (our id).

    ``people`` and ``stage_names`` are what people and stages are called, ``gone`` are those who have left; ``today`` is
    the channel's day.
    """

    account: ReviewedAccount
    stage: str | None
    happened: Happened
    confirmed_by: int | None
    people: Mapping[int, str]
    stage_names: Mapping[str, str]
    today: date
    gone: frozenset[int] = frozenset()


def reply_message(shown: Shown, say: Say) -> Json:
    """One account: why it is here, who answers for it, what is next, and what has been done about it since."""
    words = AccountWeek(people=shown.people, stage_names=shown.stage_names)
    name, how = called(shown.account, say), _how(shown.account, words, say)
    title = say("review-reply", account=name, why=how) if how else name
    asked = [say(f"review-decide-{each.value}") for each in _still_asked(shown)]
    decide = [say("review-decide", what="; ".join(asked))] if asked else []
    rows = [blocks.section("\n".join([title, *decide, _owners(shown, say)]))]
    steps = shown.happened.open_steps
    for step in steps[:_STEPS_SHOWN]:
        rows += [_step(step, shown, say), step_buttons(say, step.id, step.version)]
    if len(steps) > _STEPS_SHOWN:
        rows.append(blocks.context(say("digest-account-more-steps", n=len(steps) - _STEPS_SHOWN)))
    if not steps and shown.stage not in _OVER:
        rows.append(blocks.section(say("review-no-step")))
    since = _since(shown, say)
    if since:
        rows.append(blocks.context("\n".join(since)))
    rows += _comments(shown, say)
    rows.append(review_buttons(say, shown.account.review.account_id))
    return blocks.message(title, rows)


def merged_message(name: str, shown: Shown, say: Say) -> Json:
    """In place of a reply whose account, called ``name`` then, was merged into another that has a reply of its own."""
    merged = f"*{blocks.escape(blocks.one_line(name, _NAME_LENGTH))}*"
    text = say("review-merged", account=merged, into=called(shown.account, say))
    return blocks.message(text, [blocks.context(text)])


def rest_message(rest: Sequence[ReviewedAccount], week: AccountWeek, say: Say) -> Json:
    """All that have no reply of their own, a line each, and how many more there are."""
    title = say("review-rest", n=len(rest))
    listed = rest[: _LINES * _SECTIONS]
    lines = [f"• {called(account, say)}: {_in_short(account, week, say)}" for account in listed]
    hidden = len(rest) - len(lines)
    parts = ["\n".join(lines[start : start + _LINES]) for start in range(0, len(lines), _LINES)]
    rows: list[Json] = [blocks.section(f"*{title}*")]
    for place, part in enumerate(parts):
        if sum(len(row["text"]["text"]) for row in rows) + len(part) > blocks.MESSAGE_BLOCKS_TEXT - blocks.SECTION_TEXT:
            hidden += sum(len(left.splitlines()) for left in parts[place:])
            break
        rows.append(blocks.section(part))
    if hidden:
        rows.append(blocks.context(say("review-rest-more", n=hidden)))
    return blocks.message(title, rows)


def _still_asked(shown: Shown) -> tuple[Decision, ...]:
    """What the week asked to decide, without what has been decided since."""
    steps = shown.happened.open_steps
    settled = set()
    if steps:
        settled.add(Decision.STALLED_WITHOUT_STEP)
    if not any(step.due_on < shown.today for step in steps):
        settled.add(Decision.STEP_OVERDUE)
    return tuple(each for each in shown.account.review.decisions if each not in settled)


def _how(account: ReviewedAccount, words: AccountWeek, say: Say) -> str:
    """How it moved or for how long it has not; nothing of one that only asks for a decision."""
    if account.review.movement.is_stalled:
        return " · ".join(why_stalled(account, words, say))
    return how_moved(account, words, say) if account.review.movement is Movement.MOVED else ""


def _in_short(account: ReviewedAccount, words: AccountWeek, say: Say) -> str:
    said = _how(account, words, say)
    return said or "; ".join(say(f"review-decide-{each.value}") for each in account.review.decisions[:1])


def _owners(shown: Shown, say: Say) -> str:
    owners = say(
        "review-owners",
        sales=who_is(shown.account.sales_owner_id, shown.people, say),
        marketing=who_is(shown.account.marketing_owner_id, shown.people, say),
    )
    if shown.confirmed_by is None:
        return owners
    return f"{owners} · {say('review-confirmed-by', who=who_is(shown.confirmed_by, shown.people, say))}"


def _step(step: AccountStep, shown: Shown, say: Say) -> Json:
    said = say(
        "review-step-late" if step.due_on < shown.today else "review-step",
        what=blocks.escape(blocks.one_line(step.what, _STEP_LENGTH)),
        who=who_is(step.owner_id, shown.people, say, shown.gone),
        day=say.day(step.due_on),
    )
    return blocks.section(said)


def _since(shown: Shown, say: Say) -> list[str]:
    """What has changed since the digest: where the account stands now, and the steps that ended."""
    said = []
    if shown.stage is not None and shown.stage != shown.account.review.standing.stage:
        if shown.stage in _OVER:
            said.append(say(f"review-now-{shown.stage}"))
        else:
            said.append(say("review-now-in", stage=blocks.escape(stage_label(say, shown.stage, shown.stage_names))))
    for step in shown.happened.ended[-_STEPS_SHOWN:]:
        what = blocks.escape(blocks.one_line(step.what, _STEP_LENGTH))
        who = who_is(step.ended_by_id, shown.people, say)
        said.append(say(f"review-step-{step.ending or 'done'}", what=what, who=who))
    return said


def _comments(shown: Shown, say: Say) -> list[Json]:
    comments = shown.happened.comments
    rows = [
        blocks.plain_context(
            say(
                "review-comment-said",
                who=blocks.one_line(shown.people.get(each.by_id, say("account-nobody"))),
                text=blocks.one_line(each.text, _COMMENT_LENGTH),
            )
        )
        for each in comments[-_COMMENTS_SHOWN:]
    ]
    if len(comments) > _COMMENTS_SHOWN:
        rows.insert(0, blocks.context(say("review-comments-before", n=len(comments) - _COMMENTS_SHOWN)))
    return rows
