"""The digest as facts: what happened in one ISO week or calendar month, against the four before, by theme and source.

No word of it is language yet, and nothing in it is about one person's figures.
"""

from collections.abc import Sequence
from dataclasses import field
from datetime import date, datetime, timedelta
from typing import Final

from domain.account_week import AccountWeek
from domain.digest_plan import Moved
from domain.digest_scope import AccountChoice, Scope, Section
from domain.emerging import Insights
from domain.icp import IcpMonth
from domain.lead_quality import LeadQuality, QualityFacts, lead_quality
from domain.metrics import COHORT_DAYS, Conversion, Trend
from domain.pipeline import Pipeline
from domain.scorecard_counts import Counts
from domain.values import frozen
from domain.weeks import IsoWeek, Period, PeriodKind, Span, days_span
from domain.win_loss_week import WinLossFacts, WinLossWeek, win_loss_week

#: How many themes, from the most frequent down, come with a quote and the argument that worked.
HIGHLIGHTS: Final = 2

#: A digest that comes this long after its time says so.
LATE_AFTER: Final = timedelta(minutes=15)


@frozen
class DigestWindow:
    """What a digest of ``period`` looks at, in the zone ``tz``: which stretches of time, which days.

    ``weeks`` holds the week (or month) itself and the four before, latest first. ``cohort`` is the latest mature one:
    MQLs dated 90 days and more before the period's end, over 90 days. Days are local, ends included.
    """

    period: Period
    tz: str
    weeks: tuple[Span, Span, Span, Span, Span]
    arguments: Span
    cohort: Span
    cohort_first: date
    cohort_last: date

    @property
    def week(self) -> IsoWeek:
        """The week reported on; of a month its last one."""
        return IsoWeek.of_day(self.period.last)

    @property
    def is_month(self) -> bool:
        """Whether a calendar month is reported on."""
        return self.period.kind is PeriodKind.MONTHLY

    @property
    def matures_on(self) -> date:
        """The day from which the period's own MQLs are mature."""
        return self.period.last + timedelta(days=COHORT_DAYS)


@frozen
class ThemeCount:
    """Objections on one theme; no theme is one of its own."""

    theme: str | None
    trend: Trend


@frozen
class SourceCount:
    """MQLs of one source; "" stands for none given."""

    source: str
    trend: Trend


@frozen
class SourceConversion:
    """Won of the cohort's MQLs of one source."""

    source: str
    conversion: Conversion


@frozen
class Saying:
    """Something said on a theme, at which account if that is known, and when. Never by whom."""

    theme: str | None
    text: str
    account: str | None
    at: datetime


@frozen
class Unreviewed:
    """A closed deal whose review fell due in the week and is still missing: the names of the deal and its account."""

    account: str | None
    deal: str | None


@frozen
class DigestFacts:
    """What storage found for a window. Order does not matter; ``quotes`` and ``arguments`` hold one a theme."""

    window: DigestWindow
    themes: tuple[ThemeCount, ...]
    sources: tuple[SourceCount, ...]
    cohort: tuple[SourceConversion, ...]
    quotes: tuple[Saying, ...] = ()
    arguments: tuple[Saying, ...] = ()
    quality: QualityFacts = field(default_factory=QualityFacts)
    accounts: AccountWeek = field(default_factory=AccountWeek)
    unreviewed: tuple[Unreviewed, ...] = ()
    unanswered: tuple[str, ...] = ()
    win_loss: WinLossFacts = field(default_factory=WinLossFacts)
    scorecard: tuple[Counts, ...] = ()
    pipeline: Pipeline | None = None
    insights: Insights = field(default_factory=Insights)
    icp: IcpMonth = field(default_factory=IcpMonth)


@frozen
class Highlight:
    """One of the most frequent themes in its own words: the quote of the week and what worked against it."""

    theme: str | None
    quote: Saying
    argument: Saying | None


@frozen
class Lateness:
    """When the digest was due, and how long after that it came; ``kept``: since the channel could not be posted to."""

    due_at: datetime
    delay: timedelta
    kept: bool = False


@frozen
class WeeklyDigest:
    """One week's or month's digest. ``themes``, ``sources`` and ``cohort`` are sorted, the weightiest first.

    ``objections``, ``mqls`` and ``conversion`` are the totals of those three; ``quality`` is what was rated in
    the week, and what came back; ``accounts`` is the review of accounts; ``unreviewed`` are closed deals by name,
    ``unanswered`` accounts for which sales asked marketing for something, once for each time, not who they are of.
    ``scorecard`` has the counts of the period and the four before, latest first; ``pipeline`` and ``icp``, the
    ideal customer profile, are a month's alone.
    ``sections`` are those that the channel wants, ``reviewed`` which accounts.
    """

    window: DigestWindow
    objections: Trend
    themes: tuple[ThemeCount, ...]
    highlights: tuple[Highlight, ...]
    mqls: Trend
    sources: tuple[SourceCount, ...]
    conversion: Conversion
    cohort: tuple[SourceConversion, ...]
    quality: LeadQuality = field(default_factory=LeadQuality)
    accounts: AccountWeek = field(default_factory=AccountWeek)
    late: Lateness | None = None
    unreviewed: tuple[Unreviewed, ...] = ()
    unanswered: tuple[str, ...] = ()
    win_loss: WinLossWeek = field(default_factory=WinLossWeek)
    scorecard: tuple[Counts, ...] = ()
    pipeline: Pipeline | None = None
    sections: frozenset[Section] = frozenset(Section)
    insights: Insights = field(default_factory=Insights)
    reviewed: AccountChoice = field(default_factory=AccountChoice)
    moved: Moved | None = None
    icp: IcpMonth = field(default_factory=IcpMonth)

    def has(self, section: Section) -> bool:
        """Whether the channel wants that section and there is something to say in it."""
        happened = {
            Section.ACCOUNTS: not self.accounts.is_empty,
            Section.SCORECARD: bool(self.mqls.count) or not all(each.is_empty for each in self.scorecard[:1]),
            Section.PIPELINE: self.pipeline is not None and not self.pipeline.is_empty,
            Section.OBJECTIONS: bool(self.objections.count),
            Section.MQLS: bool(self.mqls.count),
            Section.QUALITY: not self.quality.is_empty,
            Section.WINS: not self.win_loss.is_empty,
            Section.DECISIONS: bool(self.unreviewed or self.unanswered) or self.accounts.asks or not self.icp.is_empty,
        }
        return section in self.sections and happened[section]

    @property
    def speaks_of_accounts(self) -> bool:
        """Whether accounts are named in it, those that stand in it or those to decide about: they get a thread."""
        return self.has(Section.ACCOUNTS) or (Section.DECISIONS in self.sections and self.accounts.asks)

    @property
    def is_empty(self) -> bool:
        """Whether nothing of what the channel wants to know happened."""
        return not any(self.has(section) for section in Section)


def digest_window(period: Period, tz: str) -> DigestWindow:
    """What the digest of ``period`` looks at in ``tz``; nothing else counts, so a late digest has the same figures."""
    cohort_last = period.last - timedelta(days=COHORT_DAYS)
    cohort_first = cohort_last - timedelta(days=COHORT_DAYS - 1)
    before = [period.shift(-back) for back in range(5)]
    this, one, two, three, four = (days_span(each.first, each.last, tz) for each in before)
    return DigestWindow(
        period,
        tz,
        (this, one, two, three, four),
        days_span(cohort_last + timedelta(days=1), period.last, tz),
        days_span(cohort_first, cohort_last, tz),
        cohort_first,
        cohort_last,
    )


def leading_themes(themes: Sequence[ThemeCount]) -> tuple[str | None, ...]:
    """The themes that come with a quote: the most frequent of the week."""
    return tuple(count.theme for count in _by_count(themes) if count.trend.count)[:HIGHLIGHTS]


def lateness(due_at: datetime, now: datetime) -> Lateness | None:
    """How late a digest due at ``due_at`` is; nothing while that is not worth a word."""
    delay = now - due_at
    return Lateness(due_at, delay) if delay > LATE_AFTER else None


def weekly_digest(
    facts: DigestFacts, late: Lateness | None = None, scope: Scope | None = None, moved: Moved | None = None
) -> WeeklyDigest:
    """The digest that follows from ``facts``: the same facts in any order give the same digest."""
    scope = scope or Scope()
    quotes = {saying.theme: saying for saying in facts.quotes}
    arguments = {saying.theme: saying for saying in facts.arguments}
    return WeeklyDigest(
        facts.window,
        Trend.total(count.trend for count in facts.themes),
        _by_count(facts.themes),
        tuple(
            Highlight(theme, quotes[theme], arguments.get(theme))
            for theme in leading_themes(facts.themes)
            if theme in quotes
        ),
        Trend.total(count.trend for count in facts.sources),
        tuple(sorted(facts.sources, key=lambda line: (-line.trend.count, -sum(line.trend.before), line.source))),
        Conversion.total(line.conversion for line in facts.cohort),
        tuple(sorted(facts.cohort, key=lambda line: (-line.conversion.n, line.source))),
        lead_quality(facts.quality),
        facts.accounts,
        late,
        unreviewed=tuple(sorted(facts.unreviewed, key=lambda each: (each.account or "", each.deal or ""))),
        unanswered=tuple(sorted(facts.unanswered)),
        win_loss=win_loss_week(facts.win_loss),
        scorecard=facts.scorecard,
        pipeline=facts.pipeline,
        insights=facts.insights,
        sections=scope.sections,
        reviewed=scope.accounts,
        moved=moved,
        icp=facts.icp,
    )


def _by_count(themes: Sequence[ThemeCount]) -> tuple[ThemeCount, ...]:
    # Objections without a theme come last among equals: they say least.
    return tuple(
        sorted(
            themes,
            key=lambda line: (
                -line.trend.count,
                -sum(line.trend.before),
                line.theme is None,
                line.theme or "",
            ),
        )
    )
