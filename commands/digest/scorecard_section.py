"""The digest's scorecard: the week's counts of both sides in a line, and in a table beside the four before."""

from commands import blocks
from commands.blocks import Json
from commands.charts import table
from commands.digest.trends import stretch_of
from commands.i18n import Say
from domain.digest import WeeklyDigest
from domain.digest_scope import Section
from domain.scorecard import Kept
from domain.weeks import Period, PeriodKind


def scorecard_rows(digest: WeeklyDigest, say: Say, *, whole: bool = False) -> list[Json]:
    """The section in words; the table stands at the message's end, where Slack draws it. ``whole`` has it in place."""
    if not _is_shown(digest):
        return []
    now = digest.scorecard[0]
    none = say("digest-scorecard-none")
    said = [
        say(
            "digest-scorecard-sales",
            offered=say.number(now.offered),
            accepted=_kept(now.accepted, say, none),
            attempted=_kept(now.attempted, say, none),
        ),
        say("digest-scorecard-promises", sales=_kept(now.sales, say, none), marketing=_kept(now.marketing, say, none)),
        say("digest-scorecard-closed", won=say.number(now.closed.won), lost=say.number(now.closed.lost)),
    ]
    title = say("digest-scorecard-here" if whole else "digest-scorecard", stretch=stretch_of(digest.window))
    rows = [blocks.divider(), blocks.section("\n".join([title, *(f"• {line}" for line in said)]))]
    return [*rows, *scorecard_table(digest, say)] if whole else rows


def scorecard_table(digest: WeeklyDigest, say: Say) -> list[Json]:
    """The counts of the week or month and of the four before, a column each; nothing when there is nothing to count."""
    if not _is_shown(digest):
        return []
    period, counts = digest.window.period, digest.scorecard
    before = [_column(period.shift(-back), say) for back in range(1, len(counts))]
    head = [say("digest-scorecard-column"), say("digest-series-week", stretch=stretch_of(digest.window)), *before]
    mqls = (digest.mqls.count, *digest.mqls.before)
    rows = [
        [say("digest-scorecard-mqls"), *(say.number(count) for count in mqls)],
        [say("digest-scorecard-offered"), *(say.number(each.offered) for each in counts)],
        [say("digest-scorecard-accepted"), *(_kept(each.accepted, say) for each in counts)],
        [say("digest-scorecard-attempted"), *(_kept(each.attempted, say) for each in counts)],
        [say("digest-scorecard-sales-kept"), *(_kept(each.sales, say) for each in counts)],
        [say("digest-scorecard-marketing-kept"), *(_kept(each.marketing, say) for each in counts)],
        [say("digest-scorecard-won"), *(say.number(each.closed.won) for each in counts)],
        [say("digest-scorecard-lost"), *(say.number(each.closed.lost) for each in counts)],
    ]
    return [table(head, rows)]


def _is_shown(digest: WeeklyDigest) -> bool:
    # MQLs alone have their own section.
    return Section.SCORECARD in digest.sections and any(not each.is_empty for each in digest.scorecard)


def _kept(kept: Kept, say: Say, none: str = "–") -> str:
    if not kept.due:
        return none
    return say("digest-scorecard-kept", met=say.number(kept.met), due=say.number(kept.due))


def _column(period: Period, say: Say) -> str:
    if period.kind is PeriodKind.MONTHLY:
        return say.short_month(period.first)
    return say("digest-scorecard-week", number=str(period.number))
