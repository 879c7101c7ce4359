"""How agreements are put into words: their names, for which leads they are, their times, and what changed."""

from typing import Final

from commands import blocks
from commands.i18n import Say
from commands.labels import policy_label, source_label, time_label
from commands.sla.actions import PolicyCard
from commands.sla.parse import FIELDS
from domain.durations import Duration, DurationUnit
from domain.policy import Limit, TimerKind
from domain.weeks import MINUTES_IN_DAY

_HOUR: Final = 60


def name_of(say: Say, name: str) -> str:
    """What an agreement is called, as mrkdwn."""
    return blocks.escape(policy_label(say, name))


def scope_of(say: Say, card: PolicyCard) -> str:
    """For which leads an agreement is, as mrkdwn."""
    parts = []
    if card.lead_type:
        parts.append(say(f"leadtype-{card.lead_type}"))
    if card.source:
        parts.append(say("sla-for-source", source=blocks.escape(source_label(say, card.source))))
    if card.tier:
        parts.append(say("sla-for-tier", tier=card.tier))
    return " · ".join(parts) or say("sla-for-all")


def typed_as(say: Say, duration: Duration | None) -> str:
    """A time as one types it, and as `domain.duration_words` reads it back."""
    if duration is None:
        return ""
    if duration.unit is DurationUnit.BUSINESS_DAYS:
        days = duration.minutes / MINUTES_IN_DAY
        return say("sla-typed-days", count=days, shown=say.number(days))
    hours, minutes = divmod(duration.minutes, _HOUR)
    span = " ".join([f"{hours} h"] * bool(hours) + [f"{minutes} min"] * bool(minutes))
    return say("sla-typed-clock", span=span) if duration.unit is DurationUnit.CALENDAR else span


def limit_of(say: Say, limit: Limit | None) -> str:
    """A promise in words: its limit, and its target if it has one."""
    if limit is None:
        return say("sla-none")
    if limit.target is None:
        return say("sla-limit", limit=time_label(say, limit.limit))
    return say("sla-limit-target", limit=time_label(say, limit.limit), target=time_label(say, limit.target))


def promise_lines(say: Say, card: PolicyCard) -> list[str]:
    """A line for each promise that the agreement has."""
    return [
        say("sla-promise", promise=say(f"promise-{kind}"), limit=limit_of(say, card.spec.timers[kind]))
        for kind in FIELDS
        if kind in card.spec.timers
    ]


def facts_of(say: Say, card: PolicyCard) -> dict[str, str]:
    """Everything that the form edits, in words, by what it is called."""
    return {
        say("sla-name"): name_of(say, card.name),
        say("sla-for"): scope_of(say, card),
        say("sla-lane"): say(f"lane-{card.spec.lane}"),
        **{say(f"promise-{kind}"): limit_of(say, card.spec.timers.get(kind)) for kind in FIELDS},
        say("sla-reassigns"): say("sla-yes" if card.spec.reassigns else "sla-no"),
        say("sla-shadow"): say("sla-yes" if card.spec.is_shadow else "sla-no"),
        say("sla-state"): say("sla-active" if card.is_active else "sla-stopped"),
    }


def changes_in(say: Say, before: PolicyCard, now: PolicyCard) -> list[str]:
    """What differs, a line for each thing."""
    was, is_ = facts_of(say, before), facts_of(say, now)
    return [say("sla-change", what=what, before=was[what], after=is_[what]) for what in is_ if was[what] != is_[what]]


def promise_of(say: Say, kind: TimerKind) -> str:
    """What a promise is called."""
    return say(f"promise-{kind}")
