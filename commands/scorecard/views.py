"""The scorecard as people see it: a message with a chart and a table, the same in words, how each figure came about.

Pure: figures in, Block Kit out. A modal shows no charts and no tables, and a workspace may have no charts yet: for both
the words are made.
"""

from collections.abc import Hashable, Sequence
from datetime import timedelta
from typing import Final
from zoneinfo import ZoneInfo

from commands import and_more, blocks
from commands.blocks import Json
from commands.charts import CHART_POINTS, bar_chart, table
from commands.i18n import Say
from commands.ids import ActionId, CallbackId
from commands.labels import source_label
from commands.scorecard.actions import SMALL_TEAMS, Shown
from commands.scorecard.parse import By, ShowScorecard, UnclearWord, choice_value
from domain.metrics import MINIMUM_N
from domain.scorecard import Figures, FirstOutcome, Kept, Spread
from domain.weeks import IsoWeek

#: So many groups are shown; of sources those with most leads.
SHOWN: Final = 20
_NAME: Final = 60
_PERIODS: Final = (1, 4, 13, 26, 52)
#: Groups in one section of words: a line each, far below the limit of one text.
_LINES: Final = 5


def scorecard_message(say: Say, shown: Shown, *, charts: bool) -> Json:
    """All of it as an answer that only the asker sees; without ``charts`` in words and with the table alone."""
    rows = _head_rows(say, shown)
    if shown.scorecard.whole.offered:
        groups = _groups(shown)
        if charts and _is_drawn(groups):
            rows.append(_chart(say, shown, groups))
        rows += _hints(say, shown, groups)
        rows.append(_buttons(say, shown))
        if groups:  # Slack draws a table below everything else, so it is put where it will stand
            rows.append(_table(say, shown, groups))
    else:
        rows.append(_buttons(say, shown))
    return blocks.ephemeral(_summary(say, shown), rows)


def scorecard_modal(say: Say, shown: Shown) -> Json:
    """The same in words."""
    rows = _head_rows(say, shown)
    if shown.scorecard.whole.offered:
        groups = _groups(shown)
        lines = [_line(say, shown, key, each) for key, each in groups]
        rows += [blocks.divider(), *_sections(lines), *_hints(say, shown, groups)]
    rows.insert(1, _buttons(say, shown))
    return blocks.modal(say("scorecard-title"), CallbackId.SCORECARD, rows, close=say("done"))


def why_modal(say: Say, shown: Shown) -> Json:
    """What each figure means, and what it was made of."""
    whole = shown.scorecard.whole
    rows = [
        blocks.section(say("scorecard-why-period", period=_period(say, shown), tz=shown.tz)),
        blocks.section(say("scorecard-why-kept", minimum=MINIMUM_N)),
        blocks.section(say("scorecard-why-accepted")),
        blocks.section(say("scorecard-why-speed")),
        blocks.context(say("scorecard-why-left-out")),
        blocks.divider(),
        blocks.section(f"*{say('scorecard-why-inputs')}*\n{_inputs(say, whole)}"),
    ]
    lines = [f"*{_label(say, shown, key, mrkdwn=True)}*: {_inputs(say, each)}" for key, each in _groups(shown)]
    rows += _sections(lines)
    return blocks.modal(say("scorecard-why-title"), CallbackId.SCORECARD_WHY, rows, close=say("done"))


def unclear_message(say: Say, unclear: UnclearWord) -> Json:
    """The word that was not understood, the nearest known one, and examples."""
    word = blocks.escape(blocks.one_line(unclear.word, _NAME))
    key = "scorecard-unclear" if unclear.nearest is None else "scorecard-unclear-nearest"
    text = say(key, word=word, **({} if unclear.nearest is None else {"nearest": unclear.nearest}))
    rows = [blocks.section(text), blocks.section(say("scorecard-help")), blocks.quote(unclear.typed)]
    return blocks.ephemeral(text, rows)


def help_message(say: Say) -> Json:
    """What may follow the command."""
    return blocks.ephemeral(say("scorecard-help"), [blocks.section(say("scorecard-help"))])


def refusal_modal(say: Say) -> Json:
    """A guest sees no figures."""
    rows = [blocks.section(say("scorecard-members-only"))]
    return blocks.modal(say("scorecard-title"), CallbackId.SCORECARD, rows, close=say("done"))


def _head_rows(say: Say, shown: Shown) -> list[Json]:
    whole = shown.scorecard.whole
    title = blocks.section(f"*{say('scorecard-title')}* · {_period(say, shown)}")
    if not whole.offered:
        return [title, blocks.section(say("scorecard-none"))]
    lines = [
        say("scorecard-offered", n=whole.offered, count=say.number(whole.offered)),
        say("scorecard-kept", kept=_kept(say, whole.attainment)),
        say("scorecard-accepted", kept=_kept(say, whole.accepted)),
        say("scorecard-request", spread=_spread(say, whole.request_to_offer_worked)),
        say("scorecard-attempt", spread=_spread(say, whole.offer_to_attempt_worked)),
    ]
    return [title, blocks.section("\n".join(f"• {line}" for line in lines))]


def _hints(say: Say, shown: Shown, groups: Sequence[tuple[Hashable, Figures]]) -> list[Json]:
    hints = and_more.words(say, len(shown.scorecard.groups) - len(groups))
    if shown.wanted.by is By.TEAM:
        hints.append(say("scorecard-small-teams"))
    if shown.wanted.by is By.PERSON:
        hints.append(say("scorecard-only-yours") if groups else say("scorecard-nothing-yours"))
    return [blocks.context(" ".join(hints))] if hints else []


def _buttons(say: Say, shown: Shown) -> Json:
    wanted = shown.wanted
    groupings = [(choice_value(ShowScorecard(by, wanted.weeks)), say(f"scorecard-by-{by}")) for by in By]
    weeks = sorted({*_PERIODS, wanted.weeks})
    periods = [(choice_value(ShowScorecard(wanted.by, each)), say("scorecard-weeks", weeks=each)) for each in weeks]
    chosen = choice_value(wanted)
    return blocks.actions(
        blocks.select(ActionId.SCORECARD_BY, groupings, chosen=chosen),
        blocks.select(ActionId.SCORECARD_WEEKS, periods, chosen=chosen),
        blocks.button(say("scorecard-why"), ActionId.SCORECARD_WHY, chosen),
    )


def _is_drawn(groups: Sequence[tuple[Hashable, Figures]]) -> bool:
    return any(each.attainment.due for _key, each in groups[-CHART_POINTS:])


def _chart(say: Say, shown: Shown, groups: Sequence[tuple[Hashable, Figures]]) -> Json:
    """Promises that were due and those that were kept, side by side: counts, which are true however few they are."""
    drawn = groups[-CHART_POINTS:] if shown.wanted.by is By.WEEK else groups[:CHART_POINTS]
    return bar_chart(
        say("scorecard-chart"),
        [_label(say, shown, key, mrkdwn=False) for key, _each in drawn],
        (
            (say("scorecard-series-due"), [each.attainment.due for _key, each in drawn]),
            (say("scorecard-series-met"), [each.attainment.met for _key, each in drawn]),
        ),
    )


def _table(say: Say, shown: Shown, groups: Sequence[tuple[Hashable, Figures]]) -> Json:
    head = [say(f"scorecard-by-{shown.wanted.by}")]
    head += [say(f"scorecard-column-{name}") for name in ("offered", "kept", "accepted", "request", "attempt")]
    lines = [
        [
            _label(say, shown, key, mrkdwn=False),
            say.number(each.offered),
            _kept(say, each.attainment),
            _kept(say, each.accepted),
            _short_spread(say, each.request_to_offer_worked),
            _short_spread(say, each.offer_to_attempt_worked),
        ]
        for key, each in groups
    ]
    return table(head, lines)


def group_lines(say: Say, shown: Shown) -> list[tuple[str, str]]:
    """The whole and then each group, by its name, with its figures in words: plain text."""
    groups = [(_label(say, shown, key, mrkdwn=False), _said(say, each)) for key, each in _groups(shown)]
    return [(say("lookup-all"), _said(say, shown.scorecard.whole)), *groups]


def _line(say: Say, shown: Shown, key: Hashable, each: Figures) -> str:
    return f"*{_label(say, shown, key, mrkdwn=True)}*: {_said(say, each)}"


def _said(say: Say, each: Figures) -> str:
    return say(
        "scorecard-line",
        count=say.number(each.offered),
        kept=_kept(say, each.attainment),
        accepted=_kept(say, each.accepted),
        request=_short_spread(say, each.request_to_offer_worked),
        attempt=_short_spread(say, each.offer_to_attempt_worked),
    )


def _groups(shown: Shown) -> list[tuple[Hashable, Figures]]:
    """In an order that ranks nobody: weeks as they passed, sources by how many leads they gave, people by name."""
    found = list(shown.scorecard.groups.items())
    match shown.wanted.by:
        case By.WEEK:
            return sorted(found, key=lambda pair: str(pair[0]))[-SHOWN:]
        case By.SOURCE:
            return sorted(found, key=lambda pair: (-pair[1].offered, str(pair[0])))[:SHOWN]
        case _:
            return sorted(found, key=lambda pair: _sorting_name(shown, pair[0]))[:SHOWN]


def _sorting_name(shown: Shown, key: Hashable) -> tuple[bool, str]:
    person = shown.people.get(key) if isinstance(key, int) else None
    return person is None, "" if person is None else person.name.casefold()


def _label(say: Say, shown: Shown, key: Hashable, *, mrkdwn: bool) -> str:
    """What a group is called, as plain text or, for ``mrkdwn``, with people as mentions and names disarmed."""
    if isinstance(key, IsoWeek):
        return say("scorecard-week", week=str(key.week), monday=say.day(key.monday))
    if shown.wanted.by is By.SOURCE:
        label = source_label(say, str(key)) or say("scorecard-no-source")
        return blocks.escape(label) if mrkdwn else label
    if key == SMALL_TEAMS:
        return say("scorecard-small")
    person = shown.people.get(key) if isinstance(key, int) else None
    if person is None:
        return say("scorecard-no-team")
    name = f"<@{person.slack_id}>" if mrkdwn else blocks.one_line(person.name, _NAME) or person.slack_id
    return say("scorecard-team-of", person=name) if shown.wanted.by is By.TEAM else name


def _inputs(say: Say, each: Figures) -> str:
    """What the figures of some leads were made of, as counts."""
    pieces = [say("scorecard-offered", n=each.offered, count=say.number(each.offered))]
    pieces += [
        say(f"scorecard-outcome-{outcome.value}", n=each.outcomes[outcome], count=say.number(each.outcomes[outcome]))
        for outcome in FirstOutcome
        if each.outcomes.get(outcome)
    ]
    pieces += [
        say("scorecard-promise", promise=say(f"owed-{kind}"), met=say.number(kept.met), due=say.number(kept.due))
        for kind, kept in each.promises.items()
    ]
    returned = sum(each.returns.values())
    if returned:
        reasons = ", ".join(
            f"{say(f'reason-{reason}')} {say.number(count)}" for reason, count in sorted(each.returns.items())
        )
        pieces.append(say("scorecard-returns", n=returned, count=say.number(returned), reasons=reasons))
    pieces += [
        say(f"scorecard-clock-{name}", spread=_spread(say, spread))
        for name, spread in (("request", each.request_to_offer), ("attempt", each.offer_to_attempt))
        if spread.n
    ]
    return " · ".join(pieces)


def _kept(say: Say, kept: Kept) -> str:
    if not kept.due:
        return say("scorecard-none-due")
    given = {"met": say.number(kept.met), "due": say.number(kept.due)}
    rate = kept.rate()
    return say("scorecard-count", **given) if rate is None else say("scorecard-rate", rate=say.percent(rate), **given)


def _spread(say: Say, spread: Spread) -> str:
    if spread.median is None or spread.p90 is None:
        return say("scorecard-none-yet")
    return say(
        "scorecard-spread",
        median=say.span(timedelta(minutes=spread.median)),
        p90=say.span(timedelta(minutes=spread.p90)),
        n=say.number(spread.n),
    )


def _short_spread(say: Say, spread: Spread) -> str:
    if spread.median is None or spread.p90 is None:
        return "–"
    return say(
        "scorecard-short-spread",
        median=say.short_span(timedelta(minutes=spread.median)),
        p90=say.short_span(timedelta(minutes=spread.p90)),
        n=say.number(spread.n),
    )


def _period(say: Say, shown: Shown) -> str:
    zone = ZoneInfo(shown.tz)
    first = shown.period.start.astimezone(zone).date()
    last = (shown.period.end - timedelta(microseconds=1)).astimezone(zone).date()
    return say(
        "scorecard-period", weeks=shown.wanted.weeks, first=say.day_with_year(first), last=say.day_with_year(last)
    )


def _summary(say: Say, shown: Shown) -> str:
    whole = shown.scorecard.whole
    if not whole.offered:
        return f"{say('scorecard-title')}: {say('scorecard-none')}"
    return f"{say('scorecard-title')}: {say('scorecard-kept', kept=_kept(say, whole.attainment))}"


def _sections(lines: Sequence[str]) -> list[Json]:
    return [blocks.section("\n".join(lines[start : start + _LINES])) for start in range(0, len(lines), _LINES)]
