"""What sources, stages, agreements and their times are called in the reader's language, as plain text."""

from collections.abc import Mapping
from datetime import timedelta
from typing import Final

from commands import blocks
from commands.i18n import Say
from domain.durations import Duration, DurationUnit
from domain.stages import LOST, WON, SalesStage
from domain.taxonomy import DealOutcome
from domain.weeks import MINUTES_IN_DAY

#: So long may be what a team writes of the support in a stage.
SUPPORT_SHOWN: Final = 300
_SHOWN: Final = 60
_MINUTES_IN_HOUR: Final = 60


def source_label(say: Say, source: str) -> str:
    """A source (by its key) as people call it; one that we have no word for with blanks."""
    key = f"source-{source}"
    return say(key) if source and say.has(key) else blocks.one_line(source.replace("_", " "), _SHOWN)


def kind_of_end(say: Say, outcome: str) -> str:
    """How a deal ended, beside the other kinds to choose from or to count: a plain "lost" would be all of them."""
    return say("review-lost-otherwise") if outcome == DealOutcome.LOST_OTHER else say(f"outcome-{outcome}")


def stage_label(say: Say, stage: str, names: Mapping[str, str]) -> str:
    """A stage, or how a deal ended; ``names`` are what this workspace calls its own (`domain.stages.Process.names`).

    One that is nobody's any more is shown as it was written.
    """
    if stage in names:
        return blocks.one_line(names[stage], _SHOWN)
    key = f"ended-{stage}" if stage in {WON, LOST} else f"stage-{stage}"
    return say(key) if say.has(key) else blocks.one_line(stage, _SHOWN)


def support_label(say: Say, stage: SalesStage) -> str:
    """What marketing gives an account in ``stage``: in the team's own words, else as it comes with the product."""
    own = stage.support_text
    return blocks.one_line(own, SUPPORT_SHOWN) if own else say(f"support-{stage.support.value}")


def policy_label(say: Say, name: str) -> str:
    """What an agreement is called: those that come with the product in the reader's language."""
    key = f"policyname-{name}"
    return say(key) if say.has(key) else blocks.one_line(name, _SHOWN)


def time_label(say: Say, duration: Duration) -> str:
    """A time as it was agreed: "4 working hours", "1 working day", "48 hours on the clock"."""
    if duration.unit is DurationUnit.BUSINESS_DAYS:
        days, rest = divmod(duration.minutes, MINUTES_IN_DAY)
        return say("limit-days", count=duration.minutes / MINUTES_IN_DAY if rest else days)
    if duration.unit is DurationUnit.CALENDAR:
        return say("limit-clock", span=say.span(timedelta(minutes=duration.minutes)))
    if duration.minutes % _MINUTES_IN_HOUR == 0:
        return say("limit-hours", count=duration.minutes // _MINUTES_IN_HOUR)
    if duration.minutes < _MINUTES_IN_HOUR:
        return say("limit-minutes", count=duration.minutes)
    return say("limit-mixed", span=say.span(timedelta(minutes=duration.minutes)))
