"""The digest as a message: the same facts with charts, and once more with a table for workspaces without charts."""

from collections.abc import Callable, Mapping, Sequence
from datetime import timedelta
from typing import Final

from commands import blocks
from commands.blocks import Json
from commands.digest.account_section import account_rows, rest_row
from commands.digest.decisions_section import confirmed_row, decision_rows
from commands.digest.fitting import fitted
from commands.digest.icp_section import icp_rows
from commands.digest.insights_section import insight_rows
from commands.digest.mqls_section import mql_rows, mql_table
from commands.digest.naming import accounts_name
from commands.digest.objections_section import objection_rows
from commands.digest.pipeline_section import pipeline_rows
from commands.digest.quality_section import quality_rows
from commands.digest.scorecard_section import scorecard_rows, scorecard_table
from commands.digest.trends import stretch_of, trend_said
from commands.digest.wins_section import win_loss_rows
from commands.i18n import Say
from commands.own_themes import naming
from domain.digest import Lateness, WeeklyDigest
from domain.digest_plan import Moved
from domain.digest_scope import Section
from domain.metrics import Trend
from domain.values import frozen

#: Sections that are cut where all together are too long, as they follow each other; the counts stand after the first.
_ORDER: Final = (
    Section.ACCOUNTS,
    Section.OBJECTIONS,
    Section.MQLS,
    Section.QUALITY,
    Section.WINS,
    Section.DECISIONS,
)
_NAME_LENGTH: Final = 60
_HOUR: Final = timedelta(hours=1)
_DAY: Final = timedelta(days=1)


@frozen
class DigestMessage:
    """What is posted, and what is posted instead where charts are refused (nothing when there is no chart)."""

    body: Json
    fallback: Json | None


def digest_message(digest: WeeklyDigest, say: Say, narrative: Sequence[Json] = ()) -> DigestMessage:
    """The digest in one language. The same digest always gives the same message.

    ``narrative`` are the rows of what a machine wrote above it, if that came in time; the digest is complete without.
    """
    say = naming(say, digest.insights.names)
    text, plain = _notification(digest, say), _sections_without_charts(digest, say)
    body = blocks.message(text, _blocks(digest, say, narrative, plain, charts=True))
    if digest.is_empty:
        return DigestMessage(body, None)
    return DigestMessage(body, blocks.message(text, _blocks(digest, say, narrative, plain, charts=False)))


def review_rows(digest: WeeklyDigest, say: Say) -> list[Json]:
    """All that the digest has to say, each account included, for people outside Slack: none of its limits holds."""
    say = naming(say, digest.insights.names)
    return _blocks(digest, say, (), _sections_without_charts(digest, say, whole=True), charts=True, whole=True)


def _sections_without_charts(digest: WeeklyDigest, say: Say, *, whole: bool = False) -> dict[Section, list[Json]]:
    """Those that are the same whether Slack takes charts or not."""
    made: dict[Section, Callable[[], list[Json]]] = {
        Section.ACCOUNTS: lambda: _accounts(digest, say, whole=whole),
        Section.QUALITY: lambda: quality_rows(digest, say),
        Section.WINS: lambda: win_loss_rows(digest, say),
        Section.DECISIONS: lambda: decision_rows(digest, say, whole=whole),
    }
    return {section: rows() for section, rows in made.items() if section in digest.sections and not digest.is_empty}


def _blocks(
    digest: WeeklyDigest,
    say: Say,
    narrative: Sequence[Json],
    plain: Mapping[Section, list[Json]],
    *,
    charts: bool,
    whole: bool = False,
) -> list[Json]:
    made = _head(digest, say)
    if digest.is_empty:
        return [*made, blocks.section(_empty(digest, say))]
    if summary := _summary(digest, say):
        made.append(blocks.section(summary))
    made += narrative
    counted = scorecard_rows(digest, say, whole=whole) + pipeline_rows(digest, say)
    # Slack takes one table a message, and draws it below everything else.
    below = [] if whole else scorecard_table(digest, say)
    needs_table = not charts and not below and digest.has(Section.MQLS)
    below = [mql_table(digest, say)] if needs_table else below
    compared = blocks.context(say("digest-compared", stretch=stretch_of(digest.window)))
    end = [*icp_rows(digest, say, whole=whole), compared, *below]
    drawn: dict[Section, Callable[[], list[Json]]] = {
        Section.OBJECTIONS: lambda: objection_rows(digest, say, charts=charts, whole=whole) + insight_rows(digest, say),
        Section.MQLS: lambda: mql_rows(digest, say, charts=charts, below=needs_table, whole=whole),
    }
    rows_of = {**plain, **{section: rows() for section, rows in drawn.items() if section in digest.sections}}
    sections = [(section, rows_of.get(section, [])) for section in _ORDER]
    first, *others = [rows for _, rows in sections] if whole else fitted(sections, [*made, *counted, *end], say)
    return [*made, *first, *counted, *(row for section in others for row in section), *end]


def _accounts(digest: WeeklyDigest, say: Say, *, whole: bool) -> list[Json]:
    if not digest.has(Section.ACCOUNTS):
        return []
    rows = account_rows(digest.accounts, say, whole=whole)
    if not whole:
        rows += rest_row(digest.accounts, say, has_thread=not digest.window.is_month)
    # Owners confirm a week's accounts, not a month's.
    return rows if digest.window.is_month else [*rows, *confirmed_row(digest, say, whole=whole)]


def _reviewed(digest: WeeklyDigest, say: Say) -> list[str]:
    """Which accounts are reviewed, where that is not all of them."""
    if digest.reviewed.is_all or Section.ACCOUNTS not in digest.sections:
        return []
    manager = digest.accounts.people.get(digest.reviewed.manager_id or 0)
    named = accounts_name(digest.reviewed, blocks.one_line(manager or "", _NAME_LENGTH) or None, say)
    return [say("digest-reviewed", accounts=blocks.escape(named))]


def _head(digest: WeeklyDigest, say: Say) -> list[Json]:
    period = digest.window.period
    span = say(
        "digest-range" if period.first.year == period.last.year else "digest-range-years",
        first=say.day(period.first),
        first_year=str(period.first.year),
        last=say.day(period.last),
        year=str(period.last.year),
        tz=digest.window.tz,
    )
    made = [blocks.header(_title(digest, say)), blocks.context(span, *_reviewed(digest, say))]
    if digest.moved:
        made.append(blocks.section(_moved(digest.moved, say)))
    return [*made, blocks.section(_late(digest.late, digest.window.tz, say))] if digest.late else made


def _title(digest: WeeklyDigest, say: Say) -> str:
    period = digest.window.period
    if digest.window.is_month:
        return say("digest-title-month", month=say.month(period.first))
    return say("digest-title", week=str(period.number), year=str(period.year))


def _moved(moved: Moved, say: Say) -> str:
    name = blocks.escape(blocks.one_line(moved.name, _NAME_LENGTH))
    weekday = say.weekday_in_full(moved.holiday)
    return say("digest-moved", weekday=weekday, day=say.day(moved.holiday), name=name)


def _late(late: Lateness, tz: str, say: Say) -> str:
    if late.delay < 2 * _HOUR:
        delay = say("digest-delay-minutes", n=late.delay // timedelta(minutes=1))
    elif late.delay < 2 * _DAY:
        delay = say("digest-delay-hours", n=late.delay // _HOUR)
    else:
        delay = say("digest-delay-days", n=late.delay // _DAY)
    return say("digest-late-kept" if late.kept else "digest-late", due=say.moment(late.due_at, tz), delay=delay)


def _notification(digest: WeeklyDigest, say: Say) -> str:
    counts = ", ".join(_counted(kind, trend, say) for kind, trend in _told(digest))
    period = digest.window.period
    if not counts:
        return _title(digest, say)
    if digest.window.is_month:
        return say("digest-notification-month", month=say.month(period.first), counts=counts)
    return say("digest-notification", week=str(period.number), year=str(period.year), counts=counts)


def _told(digest: WeeklyDigest) -> list[tuple[str, Trend]]:
    """The counts that a reader sees first, of those whose section the channel wants."""
    counts = (("objections", Section.OBJECTIONS, digest.objections), ("mqls", Section.MQLS, digest.mqls))
    return [(kind, trend) for kind, section, trend in counts if section in digest.sections]


def _counted(kind: str, trend: Trend, say: Say) -> str:
    return say(f"digest-count-{kind}", n=trend.count, count=say.number(trend.count))


def _summary(digest: WeeklyDigest, say: Say) -> str:
    stretch = stretch_of(digest.window)
    return "\n".join(
        say("digest-summary-line", what=_counted(kind, trend, say), trend=trend_said(trend, stretch, say))
        for kind, trend in _told(digest)
    )


def _empty(digest: WeeklyDigest, say: Say) -> str:
    stretch = stretch_of(digest.window)
    if len(_told(digest)) < len((digest.objections, digest.mqls)):
        return say("digest-empty-scoped", stretch=stretch)
    return say(
        "digest-empty",
        stretch=stretch,
        objections=say.number(digest.objections.mean_before),
        mqls=say.number(digest.mqls.mean_before),
    )
