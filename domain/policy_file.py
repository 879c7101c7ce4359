"""Agreements as a file that people edit: JSON, times written as people type them, every problem told with its place.

JSON because calendars are kept in it too, and because a time like "1:30" never means something else in it.
"""

import json
from collections.abc import Mapping, Sequence
from fractions import Fraction
from typing import Any, Final, TypeVar

from domain.duration_words import duration_in
from domain.durations import Duration, DurationUnit
from domain.ladder import FAST, STANDARD, Rung, RungRecipient
from domain.names import fold, source_key
from domain.policy import Lane, Limit, PolicyError, PolicySpec, TimerKind
from domain.taxonomy import LeadType
from domain.values import frozen
from domain.weeks import MINUTES_IN_DAY

_Code = TypeVar("_Code", LeadType, Lane, TimerKind, RungRecipient)
_LADDERS: Final[Mapping[Lane, tuple[Rung, ...]]] = {Lane.FAST: FAST, Lane.STANDARD: STANDARD}
_NAME_LENGTH: Final = 60
_TIERS: Final = (1, 2, 3)
_TIME: Final = 'write it like "30 min", "4 h", "2 working days" or "48 h on the clock"'
#: What is wrong with an agreement as a whole, and what to do.
_WRONG: Final[Mapping[str, str]] = {
    "bad_limit": "give it more than nothing and at most a year",
    "target_after_limit": "the target comes after the limit",
    "no_promise": "give accept or attempt a limit, or there is nothing to keep",
    "too_many_rungs": "a ladder has at most twelve steps",
    "no_step_at_the_limit": 'one step must be at "100%"',
    "rung_twice": "two steps have the same name",
    "reassigns_too_early": "only a step at the limit or after it may reassign",
}


@frozen
class FilePolicy:
    """An agreement as the file has it; ``position`` is its place in the file unless it says so."""

    name: str
    spec: PolicySpec
    position: int
    source: str | None = None
    lead_type: str | None = None
    tier: int | None = None
    is_active: bool = True


class PolicyFileError(ValueError):
    """The file cannot be taken: each problem with its place and what to do."""

    def __init__(self, problems: Sequence[str]) -> None:
        super().__init__("\n".join(problems))
        self.problems: Final = tuple(problems)


def write(policies: Sequence[FilePolicy]) -> str:
    """The file for these agreements, as `read` reads it."""
    return json.dumps({"policies": [_policy_json(each) for each in policies]}, ensure_ascii=False, indent=2) + "\n"


def read(text: str) -> tuple[FilePolicy, ...]:
    """What the file says. Raises `PolicyFileError` with everything that is wrong, not with the first alone."""
    reader = _Reader()
    try:
        whole = json.loads(text)
    except (json.JSONDecodeError, RecursionError) as error:
        raise PolicyFileError([f"the file: this is not JSON: {error}"]) from None
    given = reader.only(whole, "the file", "policies")
    found = [reader.policy(each, place) for place, each in enumerate(reader.list_of(given.get("policies"), "policies"))]
    names: dict[str, int] = {}
    for place, each in enumerate(found):
        if each is not None and names.setdefault(fold(each.name), place) != place:
            reader.problem(f"policies[{place}].name", f"policies[{names[fold(each.name)]}] has this name too")
    if reader.problems:
        raise PolicyFileError(reader.problems)
    return tuple(each for each in found if each is not None)


class _Reader:
    """Reads part by part and collects what is wrong."""

    def __init__(self) -> None:
        self.problems: list[str] = []

    def problem(self, place: str, what: str) -> None:
        self.problems.append(f"{place}: {what}")

    def policy(self, value: object, number: int) -> FilePolicy | None:
        place, before = f"policies[{number}]", len(self.problems)
        known = ("name", "for", "position", "active", "lane", "reassigns", "shadow", "promises", "ladder")
        given = self.only(value, place, *known)
        name = given.get("name")
        if not isinstance(name, str) or not name.strip() or len(name) > _NAME_LENGTH:
            self.problem(f"{place}.name", f"give it a name of at most {_NAME_LENGTH} characters")
        scope = self.only(given.get("for", {}), f"{place}.for", "source", "lead_type", "tier")
        source = scope.get("source")
        if source is not None and not (isinstance(source, str) and source_key(source)):
            self.problem(f"{place}.for.source", 'name the source, such as "webinar", or leave it out')
        lead_type = scope.get("lead_type")
        if lead_type is not None:
            lead_type = self.code(LeadType, lead_type, f"{place}.for.lead_type")
        tier = scope.get("tier")
        if tier is not None and (isinstance(tier, bool) or tier not in _TIERS):
            self.problem(f"{place}.for.tier", "write 1, 2 or 3, or leave it out")
        position = given.get("position", number)
        if isinstance(position, bool) or not isinstance(position, int) or not 0 <= position < 10**6:
            self.problem(f"{place}.position", "write a whole number, 0 or more: of two that match, the lower one holds")
        is_active = self.flag(given, "active", place, default=True)
        spec = self.spec(given, place)
        if spec is None or len(self.problems) > before:
            return None
        key = source_key(source) if source else None
        return FilePolicy(str(name).strip(), spec, int(position), key, lead_type, tier, is_active)

    def spec(self, given: Mapping[str, Any], place: str) -> PolicySpec | None:
        before = len(self.problems)
        lane = self.code(Lane, given.get("lane", Lane.STANDARD), f"{place}.lane")
        said = self.only(given.get("promises"), f"{place}.promises", *TimerKind)
        timers = {
            TimerKind(kind): self.limit(value, f"{place}.promises.{kind}")
            for kind, value in said.items()
            if kind in tuple(TimerKind)
        }
        ladder: Sequence[Rung | None] = _LADDERS[lane or Lane.STANDARD]
        if "ladder" in given:
            steps = self.list_of(given["ladder"], f"{place}.ladder")
            ladder = [self.rung(each, f"{place}.ladder[{number}]") for number, each in enumerate(steps)]
        reassigns = self.flag(given, "reassigns", place)
        is_shadow = self.flag(given, "shadow", place)
        if lane is None or len(self.problems) > before:
            return None
        limits = {kind: limit for kind, limit in timers.items() if limit is not None}
        try:
            return PolicySpec(lane, limits, tuple(each for each in ladder if each), reassigns, is_shadow)
        except PolicyError as error:
            field = error.field.replace("timers", "promises")
            self.problem(f"{place}.{field}", _WRONG.get(error.code, error.code))
            return None

    def limit(self, value: object, place: str) -> Limit | None:
        given = self.only(value, place, "target", "limit")
        limit = self.time(given.get("limit"), f"{place}.limit")
        target = self.time(given["target"], f"{place}.target") if given.get("target") is not None else None
        return None if limit is None else Limit(target, limit)

    def rung(self, value: object, place: str) -> Rung | None:
        before = len(self.problems)
        given = self.only(value, place, "name", "at", "after", "tell", "listed", "reassigns")
        name = given.get("name")
        if not isinstance(name, str) or not name.strip():
            self.problem(f"{place}.name", "name the step")
        if ("at" in given) == ("after" in given):
            self.problem(place, 'say either "at": "80%" of the limit, or "after": "30 min" past it')
        fraction = self.fraction(given["at"], f"{place}.at") if "at" in given else None
        after = self.time(given["after"], f"{place}.after") if "after" in given else None
        if after is not None and after.unit is not DurationUnit.BUSINESS:
            self.problem(f"{place}.after", 'write minutes or hours, such as "30 min"')
        told = [
            self.code(RungRecipient, each, f"{place}.tell[{number}]")
            for number, each in enumerate(self.list_of(given.get("tell"), f"{place}.tell"))
        ]
        listed, reassigns = self.flag(given, "listed", place), self.flag(given, "reassigns", place)
        if len(self.problems) > before:
            return None
        recipients = tuple(each for each in told if each is not None)
        return Rung(str(name), fraction, after.minutes if after else None, recipients, listed, reassigns)

    def time(self, value: object, place: str) -> Duration | None:
        found = duration_in(value) if isinstance(value, str) else None
        if found is None:
            self.problem(place, f"{_TIME}; it says {_short(value)}")
        return found

    def fraction(self, value: object, place: str) -> Fraction | None:
        text = value.removesuffix("%").strip() if isinstance(value, str) and value.endswith("%") else ""
        if not (text.isascii() and text.isdigit() and 0 < int(text) <= 100):  # noqa: PLR2004 - per cent
            self.problem(place, f'write a part of the limit like "80%", at most "100%"; it says {_short(value)}')
            return None
        return Fraction(int(text), 100)

    def code(self, codes: type[_Code], value: object, place: str) -> _Code | None:
        found = next((each for each in codes if each == value), None)
        if found is None:
            self.problem(place, f"{_short(value)} is none of {', '.join(codes)}")
        return found

    def flag(self, given: Mapping[str, Any], name: str, place: str, *, default: bool = False) -> bool:
        value = given.get(name, default)
        if not isinstance(value, bool):
            self.problem(f"{place}.{name}", "write true or false")
        return value is True

    def only(self, value: object, place: str, *known: str) -> Mapping[str, Any]:
        if not isinstance(value, Mapping):
            self.problem(place, "here an object {…} is expected")
            return {}
        for name in value:
            if name not in known:
                self.problem(f"{place}.{name}", f"there is no such field; known here: {', '.join(known)}")
        return value

    def list_of(self, value: object, place: str) -> list[Any]:
        if not isinstance(value, list):
            self.problem(place, "here a list […] is expected")
            return []
        return value


def _short(value: object) -> str:
    text = json.dumps(value, ensure_ascii=False)
    return text if len(text) <= _NAME_LENGTH else f"{text[:_NAME_LENGTH]}…"


def _policy_json(policy: FilePolicy) -> dict[str, object]:
    scope = {"source": policy.source, "lead_type": policy.lead_type, "tier": policy.tier}
    return {
        "name": policy.name,
        "for": {key: value for key, value in scope.items() if value is not None},
        "position": policy.position,
        "active": policy.is_active,
        "lane": policy.spec.lane,
        "reassigns": policy.spec.reassigns,
        "shadow": policy.spec.is_shadow,
        "promises": {
            kind: ({"target": time_text(limit.target)} if limit.target else {}) | {"limit": time_text(limit.limit)}
            for kind in TimerKind
            if (limit := policy.spec.timers.get(kind)) is not None
        },
        "ladder": [_rung_json(rung) for rung in policy.spec.ladder],
    }


def _rung_json(rung: Rung) -> dict[str, object]:
    when = {"after": f"{rung.after_minutes} min"} if rung.fraction is None else {"at": percent_text(rung.fraction)}
    marks = {name: True for name, is_set in (("listed", rung.listed), ("reassigns", rung.reassigns)) if is_set}
    return {"name": rung.name, **when, "tell": list(rung.recipients), **marks}


def percent_text(fraction: Fraction) -> str:
    """A part of the limit in whole hundredths: "80%"."""
    return f"{round(fraction * 100)}%"


def time_text(duration: Duration) -> str:
    """A time as `domain.duration_words` reads it, in English."""
    if duration.unit is DurationUnit.BUSINESS_DAYS:
        days = duration.minutes / MINUTES_IN_DAY
        return f"{days:g} working day{'' if days == 1 else 's'}"
    hours, minutes = divmod(duration.minutes, 60)
    span = " ".join([f"{hours} h"] * bool(hours) + [f"{minutes} min"] * bool(minutes))
    return f"{span} on the clock" if duration.unit is DurationUnit.CALENDAR else span
