"""`lazo sla`: when something is due by a calendar and why; and public holidays for such a calendar.

Needs neither database nor settings. Ends with 0, or with 2 and a sentence when a flag or the file is no use as it is.
"""

import json
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import datetime, timedelta
from enum import StrEnum
from pathlib import Path
from typing import Annotated, Any, Final, NoReturn
from zoneinfo import ZoneInfo

import typer

from bot.cli.sub_command import sub_command
from domain.calendar_json import from_json
from domain.calendars import CalendarError, CalendarSpec
from domain.durations import Duration, DurationUnit
from domain.holidays import edited, propose
from domain.sla_account import Counted, Explanation, Skipped, Why
from domain.sla_clock import explain
from domain.weeks import Span

_YEARS_MORE: Final = 3
_DAY_AND_TIME: Final = "%a %d %b %Y %H:%M"
_REASONS: Final = {
    Why.PAUSE: "paused",
    Why.TIME_OFF: "time off",
    Why.CLOSED: "no working hours on that day",
    Why.HOLIDAY: "holiday",
    Why.OUTSIDE_HOURS: "outside hours",
}


class Counting(StrEnum):
    """What of the passing time --minutes are of."""

    BUSINESS = "business"
    CALENDAR = "calendar"


app = sub_command(help="Say when something is due by a calendar, and why.", no_args_is_help=True)


@app.command()
def due(
    *,
    start: Annotated[
        str,
        typer.Option(metavar="2026-11-20T18:30", help="When it begins: in the calendar's zone, or with an offset."),
    ],
    calendar: Annotated[str, typer.Option(metavar="FILE.json", help="The calendar; - reads it from standard input.")],
    minutes: Annotated[int | None, typer.Option(metavar="N", help="How long: so many minutes.")] = None,
    days: Annotated[int | None, typer.Option(metavar="N", help="How long: so many business days.")] = None,
    unit: Annotated[
        Counting, typer.Option(help="Whether the minutes are of working time, or of all time.")
    ] = Counting.BUSINESS,
    pause: Annotated[
        list[str] | None,
        typer.Option(metavar="FROM/TO", help="A pause between two moments, written as the start is. May be repeated."),
    ] = None,
    country: Annotated[str | None, typer.Option(metavar="ES", help="Add that country's public holidays.")] = None,
    region: Annotated[str | None, typer.Option(metavar="MD", help="And those of that region of it.")] = None,
    as_json: Annotated[bool, typer.Option("--json", help="Print deadline and explanation as JSON.")] = False,
) -> None:
    """Say when something is due by a calendar, and what of the time counted."""
    with _refusing():
        spec = from_json(_text(calendar))
        began = _moment(start, spec.tz, "--start")
        duration = _duration(minutes, days, unit)
        pauses = [_pause(each, spec.tz) for each in pause or []]
        why = explain(spec, began, duration, pauses)
        if country:
            # They move the deadline too, though hardly into yet another year.
            public = propose(country, region, range(began.year - 1, why.due.year + _YEARS_MORE))
            spec = spec.with_holidays(edited(public, spec.holidays))
            why = explain(spec, began, duration, pauses)
    typer.echo(json.dumps(_as_json(spec, duration, why), ensure_ascii=False, indent=2) if as_json else _told(spec, why))


@app.command()
def holidays(
    *,
    country: Annotated[str, typer.Option(metavar="ES", help="The country's two letters.")],
    region: Annotated[str | None, typer.Option(metavar="MD", help="A region of it, by code or name.")] = None,
    year: Annotated[list[int], typer.Option(metavar="2026", help="The year. May be repeated.")],
    lang: Annotated[str | None, typer.Option("--lang", help="en or es. [default: the country's]")] = None,
) -> None:
    """Print a country's public holidays as the `holidays` of a calendar, to be edited."""
    with _refusing():
        found = propose(country, region, year, lang)
    typer.echo(json.dumps({day.isoformat(): name for day, name in found.items()}, ensure_ascii=False, indent=2))


@contextmanager
def _refusing() -> Iterator[None]:
    try:
        yield
    except CalendarError as error:
        _refuse(str(error))


def _refuse(sentence: str) -> NoReturn:
    typer.echo(sentence, err=True)
    raise typer.Exit(2) from None


def _text(file: str) -> str:
    try:
        return sys.stdin.read() if file == "-" else Path(file).read_text("utf-8-sig")
    except OSError as error:
        _refuse(f"--calendar: {file} cannot be read: {error.strerror}")
    except UnicodeDecodeError:
        _refuse(f"--calendar: {file} is no text in UTF-8")


def _moment(typed: str, tz: str, flag: str) -> datetime:
    try:
        moment = datetime.fromisoformat(typed)
    except ValueError:
        _refuse(f"{flag}: {typed} is no date and time: write it like 2026-11-20T18:30, in {tz}, or with an offset")
    if moment.tzinfo is not None:
        return moment
    local = moment.replace(tzinfo=ZoneInfo(tz))
    if datetime.fromtimestamp(local.timestamp(), local.tzinfo).replace(tzinfo=None) != moment:
        _refuse(f"{flag}: the clocks in {tz} skip {typed}: write a time that they show, or add an offset")
    return local


def _pause(typed: str, tz: str) -> Span:
    first, slash, last = typed.partition("/")
    if not slash:
        _refuse(f"--pause: {typed} is no pause: write it like 2026-11-20T10:00/2026-11-20T12:00")
    span = Span(_moment(first, tz, "--pause"), _moment(last, tz, "--pause"))
    if span.end.timestamp() < span.start.timestamp():
        _refuse(f"--pause: {typed} ends before it begins")
    return span


def _duration(minutes: int | None, days: int | None, unit: Counting) -> Duration:
    if (minutes is None) == (days is None):
        _refuse("Give either --minutes or --days.")
    if days is not None:
        return Duration.business_days(days)
    return Duration(minutes or 0, DurationUnit(unit.value))


def _as_json(spec: CalendarSpec, duration: Duration, why: Explanation) -> dict[str, Any]:
    zone = ZoneInfo(spec.tz)

    def local(moment: datetime) -> str:
        return moment.astimezone(zone).isoformat()

    return {
        "due": local(why.due),
        "start": local(why.start),
        "tz": spec.tz,
        "duration": {"minutes": duration.minutes, "unit": duration.unit.value},
        "counted": [
            {"start": local(each.start), "end": local(each.end), "minutes": _number(each.minutes)}
            for each in why.counted
        ],
        "skipped": [
            {"start": local(each.start), "end": local(each.end), "why": each.why.value}
            | ({"name": each.name} if each.name else {})
            for each in why.skipped
        ],
    }


def _told(spec: CalendarSpec, why: Explanation) -> str:
    zone = ZoneInfo(spec.tz)
    worked = why.worked / timedelta(minutes=1)
    lines = [
        f"Due {why.due.astimezone(zone):{_DAY_AND_TIME}} ({spec.tz})",
        f"{_number(worked)} min counted since {why.start.astimezone(zone):{_DAY_AND_TIME}}",
        "",
    ]
    pieces: list[Counted | Skipped] = [*why.counted, *why.skipped]
    for piece in sorted(pieces, key=lambda each: each.start):
        first, last = piece.start.astimezone(zone), piece.end.astimezone(zone)
        end = f"{last:%H:%M}" if last.date() == first.date() else f"{last:{_DAY_AND_TIME}}"
        lines.append(f"{first:{_DAY_AND_TIME}} – {end:<21} {_piece(piece)}")
    return "\n".join(lines)


def _piece(piece: Counted | Skipped) -> str:
    if isinstance(piece, Counted):
        return f"{_number(piece.minutes)} min"
    return _REASONS[piece.why] + (f": {piece.name}" if piece.name else "")


def _number(minutes: float) -> int | float:
    return int(minutes) if minutes == int(minutes) else round(minutes, 3)
