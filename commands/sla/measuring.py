"""The use case that sets what promises took against what was agreed."""

from collections.abc import Mapping
from datetime import timedelta
from typing import Final

from commands.context import Actor, Services
from commands.sla import actions
from commands.sla.actions import PolicyCard
from commands.sla.parse import FIELDS
from domain.calendars import Week
from domain.durations import DurationUnit
from domain.measured import Measured, Taken, measure
from domain.policy import Limit, TimerKind
from domain.values import frozen
from storage import hours, measured

#: What is older says little about how both teams work today.
PERIOD: Final = timedelta(days=90)


@frozen
class PolicyMeasured:
    """An agreement and what was measured of each of its promises."""

    card: PolicyCard
    promises: Mapping[TimerKind, Measured]

    @property
    def suggested(self) -> Mapping[TimerKind, Limit]:
        """The limits to use instead, for the promises that enough is known of."""
        return {kind: each.suggested for kind, each in self.promises.items() if each.suggested is not None}


@frozen
class Report:
    """Every agreement in force with what was measured; ``day_minutes`` is the length of a working day in it."""

    policies: tuple[PolicyMeasured, ...]
    day_minutes: int
    may: bool


def report(services: Services, actor: Actor) -> Report:
    """What promises of the last 90 days took, in the shadow or not."""
    now = services.now()
    standing = actions.standing(services, actor)
    with services.database.read() as connection:
        taken = measured.taken_since(connection, actor.workspace_id, now - PERIOD, now)
        company = hours.company_hours(connection, actor.workspace_id)
    spec = hours.spec_in(company, actor.tz)
    day_minutes = day_length(spec.weekly)
    return Report(
        tuple(
            PolicyMeasured(
                card,
                {
                    kind: measure(
                        taken.get((card.id, kind, limit.limit.unit is DurationUnit.CALENDAR), Taken()),
                        limit.limit,
                        day_minutes,
                    )
                    for kind, limit in card.spec.timers.items()
                    if kind in FIELDS
                },
            )
            for card in standing.policies
            if card.is_active
        ),
        day_minutes,
        standing.may,
    )


def suggested_limits(services: Services, actor: Actor, policy_id: int) -> Mapping[TimerKind, Limit]:
    """The limits to use instead, by what was measured of one agreement."""
    found = (each for each in report(services, actor).policies if each.card.id == policy_id)
    return next((each.suggested for each in found), {})


def day_length(week: Week) -> int:
    """Minutes of work on a day of the week that has any, on average."""
    days = [sum(block.end_minute - block.start_minute for block in day) for day in week if day]
    return round(sum(days) / len(days))
