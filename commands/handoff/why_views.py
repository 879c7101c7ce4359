"""Why a deadline is what it is, and why somebody would get a lead: in words and sums, for whoever asks."""

from collections.abc import Sequence
from dataclasses import replace
from datetime import datetime, timedelta
from typing import Final
from zoneinfo import ZoneInfo

from commands import and_more, blocks
from commands.blocks import Json
from commands.handoff.why import Why
from commands.handoff.words import Reader, mention
from commands.i18n import Say
from commands.labels import policy_label, time_label
from domain.durations import Duration, DurationUnit
from domain.sla_account import Counted, Explanation, Skipped
from domain.sla_account import Why as Reason

#: So many stretches at each end of a long list; what lies between is summed up.
_ENDS: Final = 6
_SKIPPED: Final = 12


def why_rows(reader: Reader, why: Why) -> list[Json]:
    """The agreement and its version, what counted and what did not, and the sum.

    What counted is told by the owner's clock: to whoever lives by another one each other moment says whose it is.
    """
    if any(leg.spec.tz != reader.tz for leg in why.timeline.legs):
        reader = replace(reader, shared=True)
    say, timer = reader.say, why.timer
    rows = [blocks.section(say(f"why-head-{timer.kind}", when=reader.moment(timer.due_at)))]
    limit = time_label(say, Duration(why.limit_minutes, DurationUnit(why.limit_unit)))
    if why.policy_name is None or why.policy_version is None:
        rows.append(blocks.section(say("why-agreed", limit=limit)))
    else:
        policy = blocks.escape(policy_label(say, why.policy_name))
        rows.append(blocks.section(say("why-agreed-in", limit=limit, policy=policy, version=why.policy_version)))
    if timer.carried_minutes:
        used = say.span(timedelta(minutes=timer.carried_minutes))
        rows.append(blocks.context(say("why-carried", used=used)))
    if why.paused_since is not None:
        rows.append(blocks.section(say("why-paused", when=reader.moment(why.paused_since))))
    if why.explanation is not None:
        rows += _explained(reader, why.explanation, why.limit_unit)
    if timer.breached_at is not None:
        rows.append(blocks.context(say("why-breached", when=reader.moment(timer.breached_at))))
    return rows


def skipped_person(say: Say, slack_id: str, because: str) -> str:
    """Somebody who was passed over, and why."""
    return say(f"route-skipped-{because}", person=mention(slack_id))


def _explained(reader: Reader, explanation: Explanation, unit: str) -> list[Json]:
    say = reader.say
    zones = sorted({each.tz for each in explanation.counted})
    counted = [_counted(reader, each) for each in explanation.counted]
    if len(counted) > 2 * _ENDS:
        between = explanation.counted[_ENDS:-_ENDS]
        worked = say.span(sum((each.span for each in between), timedelta()))
        counted = [*counted[:_ENDS], say("why-more-counted", count=len(between), span=worked), *counted[-_ENDS:]]
    key = "why-sum" if unit != DurationUnit.BUSINESS_DAYS else "why-sum-days"
    rows = [
        blocks.section(say("why-started", when=reader.moment(explanation.start))),
        blocks.section(say("why-counted", zones=", ".join(zones))),
        blocks.bullets(counted or [say("why-nothing-counted")]),
        blocks.section(say(key, span=say.span(explanation.worked), when=reader.moment(explanation.due))),
    ]
    skipped = _skipped(reader, explanation.skipped)
    if skipped:
        rows += [blocks.section(say("why-skipped")), blocks.bullets(skipped)]
    return rows


def _counted(reader: Reader, part: Counted) -> str:
    return reader.say("why-part", when=_stretch(reader, part.start, part.end, part.tz), span=reader.say.span(part.span))


def _skipped(reader: Reader, skipped: Sequence[Skipped]) -> list[str]:
    """Holidays, pauses and time off one by one; nights and lunch breaks are one line together."""
    say = reader.say
    telling = [each for each in skipped if each.why is not Reason.OUTSIDE_HOURS]
    lines = []
    for each in telling[:_SKIPPED]:
        when = _stretch(reader, each.start, each.end, each.tz)
        if each.why is Reason.HOLIDAY:
            lines.append(say("why-skipped-holiday", when=when, name=each.name))
        else:
            lines.append(say(f"why-skipped-{each.why}", when=when))
    lines += and_more.words(say, len(telling) - _SKIPPED)
    if len(telling) < len(skipped):
        lines.append(say("why-skipped-outside_hours"))
    return lines


def _stretch(reader: Reader, start: datetime, end: datetime, tz: str) -> str:
    """From when to when by the calendar's own clock: "Mon, Nov 23 at 09:00 – 14:00"."""
    zone = ZoneInfo(tz)
    first, last = start.astimezone(zone), (end - timedelta(microseconds=1)).astimezone(zone)
    say = reader.say
    finish = say.time(end, tz) if first.date() == last.date() else say.moment(end, tz)
    return f"{say.moment(start, tz)} – {finish}"
