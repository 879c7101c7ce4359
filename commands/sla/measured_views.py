"""What was measured, set against what was agreed, with times that could be agreed on instead."""

import json
from datetime import timedelta
from typing import Final

from commands import blocks
from commands.blocks import Json
from commands.i18n import Say
from commands.ids import ActionId, CallbackId
from commands.labels import time_label
from commands.sla import words
from commands.sla.measuring import PERIOD, PolicyMeasured, Report
from domain.durations import DurationUnit
from domain.measured import Measured
from domain.policy import Limit

_SHOWN: Final = 30


def measured_modal(say: Say, report: Report, *, top: str | None = None) -> Json:
    """For each agreement and promise what it took, and how the figures came about."""
    rows: list[Json] = [blocks.section(top)] if top else []
    rows.append(blocks.context(say("measured-intro", days=PERIOD.days)))
    for each in report.policies[:_SHOWN]:
        rows += [blocks.divider(), blocks.section(_told(say, each))]
        if report.may and each.suggested:
            use = blocks.button(say("measured-use"), ActionId.SLA_USE, json.dumps(each.card.id))
            rows.append(blocks.actions(use, block_id=f"policy:{each.card.id}"))
    if len(report.policies) > _SHOWN:
        rows.append(blocks.context(say("sla-more", count=len(report.policies) - _SHOWN)))
    rows += [
        blocks.divider(),
        blocks.context(say("measured-why", day=say.span(timedelta(minutes=report.day_minutes)))),
    ]
    return blocks.modal(say("measured-title"), CallbackId.SLA_MEASURED, rows, close=say("done"))


def _told(say: Say, measured: PolicyMeasured) -> str:
    card = measured.card
    mark = f" · {say('sla-mark-shadow')}" if card.spec.is_shadow else ""
    lines = [f"*{words.name_of(say, card.name)}*{mark}"]
    for kind, each in measured.promises.items():
        lines += [f"*{words.promise_of(say, kind)}*: {_figures(say, each, card.spec.timers[kind])}"]
        if each.suggested is not None and each.suggested.target is not None:
            lines.append(
                say(
                    "measured-suggested",
                    target=time_label(say, each.suggested.target),
                    limit=time_label(say, each.suggested.limit),
                )
            )
    return "\n".join(lines)


def _figures(say: Say, each: Measured, limit: Limit) -> str:
    if each.missing:
        return say("measured-missing", n=each.n, missing=each.missing)
    on_the_clock = limit.limit.unit is DurationUnit.CALENDAR
    return say(
        "measured-line",
        n=each.n,
        median=_span(say, each.median, on_the_clock=on_the_clock),
        p90=_span(say, each.p90, on_the_clock=on_the_clock),
        share=say.percent(each.met / each.due),
        met=each.met,
        due=each.due,
        limit=time_label(say, limit.limit),
    )


def _span(say: Say, minutes: int | None, *, on_the_clock: bool) -> str:
    span = say.span(timedelta(minutes=minutes or 0))
    return say("limit-clock", span=span) if on_the_clock else span
