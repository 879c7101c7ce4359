"""The machine: Python, the tables of time zones, holidays, and what is optional."""

import sys
from collections.abc import Iterable, Iterator
from datetime import UTC, datetime, timedelta
from importlib.metadata import PackageNotFoundError, version
from typing import Final
from zoneinfo import ZoneInfo, ZoneInfoNotFoundError, available_timezones

from bot.doctor.findings import Area, Finding

_AREA: Final = Area("machine")
_TZ_ADVICE: Final = "Bring the system's time zones up to date (Debian: apt install tzdata), or pip install -U tzdata."
#: Since October 2022 there is no summer time in most of Mexico: tables that know better are older.
_TELLING: Final = ("America/Mexico_City", datetime(2023, 7, 1, tzinfo=UTC), timedelta(hours=-6))


def check_machine(zones_in_use: Iterable[str]) -> Iterator[Finding]:
    """Findings about this machine; ``zones_in_use`` are the IANA names that rows of the database hold."""
    yield _AREA.ok("Python", ".".join(str(part) for part in sys.version_info[:3]))
    yield _zones(zones_in_use)
    yield _holidays()


def _zones(in_use: Iterable[str]) -> Finding:
    subject = "time zones"
    count = len(available_timezones())
    if not count:
        return _AREA.broken(subject, "this machine has no table of time zones", _TZ_ADVICE)
    lacking = sorted({name for name in in_use if not _is_zone(name)})
    if lacking:
        return _AREA.broken(subject, f"unknown here, but in the database: {', '.join(lacking)}", _TZ_ADVICE)
    name, moment, offset = _TELLING
    if not _is_zone(name) or moment.astimezone(ZoneInfo(name)).utcoffset() != offset:
        return _AREA.broken(subject, f"{count} zones, older than 2022: times in Mexico would be wrong", _TZ_ADVICE)
    return _AREA.ok(subject, f"{count} zones, with the rules since 2022")


def _holidays() -> Finding:
    try:
        installed = version("holidays")
    except PackageNotFoundError:
        return _AREA.look(
            "holidays",
            "the library `holidays` is not installed: none are proposed",
            "Install Lazo with its dependencies again.",
        )
    return _AREA.ok("holidays", f"library {installed}")


def _is_zone(name: str) -> bool:
    try:
        ZoneInfo(name)
    except (ZoneInfoNotFoundError, ValueError, OSError):
        return False
    return True
