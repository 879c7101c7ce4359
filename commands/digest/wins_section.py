"""The digest's section of wins and losses: counts with n, main reasons, a lesson, content that helped."""

from typing import Final
from zoneinfo import ZoneInfo

from commands import and_more, blocks
from commands.blocks import Json
from commands.i18n import Say
from commands.labels import kind_of_end
from domain.digest import WeeklyDigest
from domain.taxonomy import DealOutcome
from domain.win_loss_week import Learned, Side

#: Reasons named for each side; more tell little in a week.
_REASONS: Final = 5
_TEXT_LENGTH: Final = 300
_NAME_LENGTH: Final = 75


def win_loss_rows(digest: WeeklyDigest, say: Say) -> list[Json]:
    """The section; nothing in a week without reviews."""
    week = digest.win_loss
    if week.is_empty:
        return []
    ends = " · ".join(
        say("review-list-count", outcome=kind_of_end(say, outcome), count=say.number(count))
        for outcome, count in week.ends
    )
    lines = [
        say(key, n=say.number(side.n), reasons=_reasons(side, prefix, say))
        for key, prefix, side in (
            ("digest-won-for", "winreason", week.won),
            ("digest-not-won-for", "lossreason", week.not_won),
        )
        if side.reasons
    ]
    title = say("digest-win-loss", n=week.deals, count=say.number(week.deals))
    made = [blocks.divider(), blocks.section("\n".join([title, ends, *lines]))]
    for key, learned in (("digest-lesson", week.lesson), ("digest-helped", week.helped)):
        if learned is not None:
            made.append(_learned(key, learned, digest.window.tz, say))
    return made


def _reasons(side: Side, prefix: str, say: Say) -> str:
    named = [f"{say(f'{prefix}-{reason}')} {say.number(count)}" for reason, count in side.reasons[:_REASONS]]
    return ", ".join([*named, *and_more.words(say, len(side.reasons) - _REASONS)])


def _learned(key: str, learned: Learned, tz: str, say: Say) -> Json:
    """What people typed, as rich text: nothing in it is read as markup, nobody is pinged."""
    day = say.day(learned.at.astimezone(ZoneInfo(tz)).date())
    won = "won" if learned.outcome == DealOutcome.WON else "other"
    if learned.account:
        where = say("digest-learned-at", account=blocks.one_line(learned.account, _NAME_LENGTH), day=day, won=won)
    else:
        where = say("digest-learned-somewhere", day=day, won=won)
    return {
        "type": "rich_text",
        "elements": [
            {
                "type": "rich_text_section",
                "elements": [
                    {"type": "text", "text": say(key), "style": {"bold": True}},
                    {"type": "text", "text": f" {where}"},
                ],
            },
            {
                "type": "rich_text_quote",
                "elements": [{"type": "text", "text": blocks.one_line(learned.text, _TEXT_LENGTH) or " "}],
            },
        ],
    }
