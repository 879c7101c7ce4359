"""What both teams agreed on: how long each promise has, and by which ladder it is kept."""

import json
from collections.abc import Iterable, Mapping
from enum import StrEnum
from fractions import Fraction
from functools import lru_cache
from types import MappingProxyType
from typing import Any, Final

from domain.durations import Duration, DurationUnit
from domain.ladder import FAST, GENTLE, STANDARD, Rung, RungRecipient
from domain.taxonomy import LeadType
from domain.values import frozen

_LONGEST_MINUTES: Final = 366 * 24 * 60
_MOST_RUNGS: Final = 12


class TimerKind(StrEnum):
    """A promise with a deadline."""

    ACCEPT = "accept"
    ATTEMPT = "attempt"
    QUALIFY = "qualify"
    REVIEW = "review"
    ANSWER = "answer"
    STEP = "step"
    STAGE = "stage"


#: Promises that are reminded of once, on the day on which they are due, and by nobody's telling after that.
GENTLE_KINDS: Final = frozenset({TimerKind.REVIEW, TimerKind.ANSWER, TimerKind.STEP})


class Lane(StrEnum):
    """How urgent a handoff is told: the fast lane is for requests of a demo or a price."""

    FAST = "fast"
    STANDARD = "standard"


class PolicyError(ValueError):
    """An agreement that makes no sense: ``code`` for programs, ``field`` says where."""

    def __init__(self, code: str, field: str) -> None:
        super().__init__(f"{field}: {code}")
        self.code: Final = code
        self.field: Final = field


@frozen
class Limit:
    """How long a promise has; the ladder runs on ``limit``, ``target`` is what both hope for."""

    target: Duration | None
    limit: Duration


@frozen
class PolicySpec:
    """One version of an agreement. ``reassigns``: unanswered leads of the round robin go to the next by themselves.

    ``is_shadow``: its timers run without telling anybody. Raises `PolicyError`.
    """

    lane: Lane
    timers: Mapping[TimerKind, Limit]
    ladder: tuple[Rung, ...]
    reassigns: bool = False
    is_shadow: bool = False

    def __post_init__(self) -> None:
        object.__setattr__(self, "timers", MappingProxyType(dict(self.timers)))
        for kind, limit in self.timers.items():
            if not 0 < limit.limit.minutes <= _LONGEST_MINUTES:
                raise PolicyError("bad_limit", f"timers.{kind}.limit")
            target = limit.target
            if target is not None and target.unit == limit.limit.unit and target.minutes > limit.limit.minutes:
                raise PolicyError("target_after_limit", f"timers.{kind}.target")
        if not {TimerKind.ACCEPT, TimerKind.ATTEMPT} & self.timers.keys():
            raise PolicyError("no_promise", "timers")
        _check_ladder(self.ladder)

    def __hash__(self) -> int:
        return hash((self.lane, tuple(sorted(self.timers.items(), key=lambda each: each[0])), self.ladder))

    def ladder_of(self, kind: TimerKind) -> tuple[Rung, ...]:
        """The steps for one promise: haste is for the first answer, not for qualifying in a fortnight."""
        if kind in GENTLE_KINDS:
            return GENTLE
        return self.ladder if kind in {TimerKind.ACCEPT, TimerKind.ATTEMPT} else STANDARD


@frozen
class Candidate:
    """A policy as far as choosing goes; absent conditions match anything."""

    policy_id: int
    position: int
    source: str | None
    lead_type: str | None
    tier: int | None


@frozen
class DefaultPolicy:
    """A policy that every workspace begins with."""

    name: str
    position: int
    spec: PolicySpec
    lead_type: LeadType | None = None
    tier: int | None = None


def choose(candidates: Iterable[Candidate], source: str, lead_type: str, tier: int | None) -> Candidate | None:
    """The most specific policy that matches; of equals the one with the lower position, then the older."""
    matching = [
        each
        for each in candidates
        if (each.source is None or each.source == source)
        and (each.lead_type is None or each.lead_type == lead_type)
        and (each.tier is None or each.tier == tier)
    ]
    return min(matching, key=lambda each: (-_specificity(each), each.position, each.policy_id), default=None)


def to_json(spec: PolicySpec) -> str:
    """The spec as `from_json` reads it, the same text for the same spec."""
    return json.dumps(
        {
            "lane": spec.lane,
            "timers": {
                kind: {"limit": _duration_json(limit.limit)}
                | ({"target": _duration_json(limit.target)} if limit.target else {})
                for kind, limit in sorted(spec.timers.items())
            },
            "ladder": [_rung_json(rung) for rung in spec.ladder],
            "reassigns": spec.reassigns,
            "is_shadow": spec.is_shadow,
        },
        ensure_ascii=False,
    )


@lru_cache(maxsize=512)
def from_json(text: str) -> PolicySpec:
    """The spec that ``text`` describes. Raises `PolicyError`."""
    try:
        given = json.loads(text)
        timers = {
            TimerKind(kind): Limit(
                _duration(said["target"]) if said.get("target") else None,
                _duration(said["limit"]),
            )
            for kind, said in given["timers"].items()
        }
        ladder = tuple(_rung(each) for each in given["ladder"])
        lane = Lane(given["lane"])
    except PolicyError:
        raise
    except (AttributeError, KeyError, TypeError, ValueError, ZeroDivisionError) as error:
        raise PolicyError("unreadable", str(error)) from None
    return PolicySpec(lane, timers, ladder, bool(given.get("reassigns")), bool(given.get("is_shadow")))


def _specificity(candidate: Candidate) -> int:
    return sum(each is not None for each in (candidate.source, candidate.lead_type, candidate.tier))


def _check_ladder(ladder: tuple[Rung, ...]) -> None:
    if len(ladder) > _MOST_RUNGS:
        raise PolicyError("too_many_rungs", "ladder")
    if not any(rung.fraction == 1 for rung in ladder):
        raise PolicyError("no_step_at_the_limit", "ladder")
    if len({rung.name for rung in ladder}) != len(ladder):
        raise PolicyError("rung_twice", "ladder")
    for place, rung in enumerate(ladder):
        field = f"ladder[{place}]"
        if (rung.fraction is None) == (rung.after_minutes is None):
            raise PolicyError("fraction_or_minutes", field)
        if rung.fraction is not None and not 0 < rung.fraction <= 1:
            raise PolicyError("bad_fraction", field)
        if rung.after_minutes is not None and not 0 <= rung.after_minutes <= _LONGEST_MINUTES:
            raise PolicyError("bad_minutes", field)
        if rung.reassigns and not rung.is_breach:
            raise PolicyError("reassigns_too_early", field)


def _duration(said: Mapping[str, Any]) -> Duration:
    return Duration(int(said["minutes"]), DurationUnit(said["unit"]))


def _duration_json(duration: Duration) -> dict[str, object]:
    return {"minutes": duration.minutes, "unit": duration.unit}


def _rung(said: Mapping[str, Any]) -> Rung:
    fraction, minutes = said.get("fraction"), said.get("after_minutes")
    return Rung(
        str(said["name"]),
        Fraction(fraction) if fraction is not None else None,
        int(minutes) if minutes is not None else None,
        tuple(RungRecipient(each) for each in said.get("recipients", ())),
        bool(said.get("listed")),
        bool(said.get("reassigns")),
    )


def _rung_json(rung: Rung) -> dict[str, object]:
    when: dict[str, object] = (
        {"after_minutes": rung.after_minutes} if rung.fraction is None else {"fraction": str(rung.fraction)}
    )
    return {
        "name": rung.name,
        **when,
        "recipients": list(rung.recipients),
        "listed": rung.listed,
        "reassigns": rung.reassigns,
    }


def _days(days: int) -> Limit:
    return Limit(None, Duration.business_days(days))


_QUALIFY: Final = {TimerKind.QUALIFY: _days(10)}
_REQUEST: Final = PolicySpec(
    Lane.FAST,
    {TimerKind.ATTEMPT: Limit(Duration.business(5), Duration.business(60)), **_QUALIFY},
    FAST,
)
_FOUR_HOURS: Final = Limit(None, Duration.business(4 * 60))
_STANDARD: Final = {TimerKind.ACCEPT: _FOUR_HOURS, TimerKind.ATTEMPT: _days(1), **_QUALIFY}
_CONTENT: Final = {TimerKind.ACCEPT: _days(1), TimerKind.ATTEMPT: _days(2), **_QUALIFY}
_EVERYWHERE: Final = {
    TimerKind.REVIEW: _days(3),
    TimerKind.ANSWER: _days(5),
    TimerKind.STAGE: Limit(None, Duration.calendar(14 * 24 * 60)),
}

#: What holds until a workspace says otherwise. The last is for everything that no other is for.
DEFAULTS: Final = (
    DefaultPolicy("demo_request", 0, _REQUEST, LeadType.DEMO_REQUEST),
    DefaultPolicy("pricing_request", 1, _REQUEST, LeadType.PRICING_REQUEST),
    DefaultPolicy("tier_1", 2, PolicySpec(Lane.STANDARD, _STANDARD, STANDARD), tier=1),
    DefaultPolicy("content", 3, PolicySpec(Lane.STANDARD, _CONTENT, STANDARD), LeadType.CONTENT),
    DefaultPolicy("standard", 9, PolicySpec(Lane.STANDARD, {**_STANDARD, **_EVERYWHERE}, STANDARD)),
)
