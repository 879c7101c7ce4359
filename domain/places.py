"""Time zones as people write them: "Europe/Madrid", "madrid", "Ciudad de México"."""

from collections.abc import Iterable
from difflib import get_close_matches
from functools import cache
from typing import Final
from zoneinfo import available_timezones

from domain.names import fold
from domain.values import frozen

_SUGGESTIONS: Final = 3

#: Cities that have no zone of their own name: what they are called in Spanish, and large ones of Spain and Mexico.
_CITIES: Final = {
    "barcelona": "Europe/Madrid",
    "bilbao": "Europe/Madrid",
    "canarias": "Atlantic/Canary",
    "cdmx": "America/Mexico_City",
    "ciudad_de_mexico": "America/Mexico_City",
    "guadalajara": "America/Mexico_City",
    "las_palmas": "Atlantic/Canary",
    "lisboa": "Europe/Lisbon",
    "londres": "Europe/London",
    "nueva_york": "America/New_York",
    "puebla": "America/Mexico_City",
    "queretaro": "America/Mexico_City",
    "sevilla": "Europe/Madrid",
    "valencia": "Europe/Madrid",
}


@frozen
class ZoneGuess:
    """What somebody's text means: exactly one zone, or the few it may have meant."""

    zone: str | None
    nearest: tuple[str, ...] = ()


@cache
def known_zones() -> frozenset[str]:
    """The IANA names of all zones that this machine knows: read once, since that opens some hundred files."""
    return frozenset(available_timezones())


def find_zone(typed: str, known: Iterable[str]) -> ZoneGuess:
    """The zone of ``known`` (IANA names) that ``typed`` names, in full or by its city alone."""
    wanted = _key(typed)
    zones = {_key(zone): zone for zone in known}
    if not wanted:
        return ZoneGuess(None)
    if wanted in zones:
        return ZoneGuess(zones[wanted])
    called = _key(_CITIES.get(wanted, ""))
    if called in zones:
        return ZoneGuess(zones[called])
    cities: dict[str, list[str]] = {}
    for key, zone in zones.items():
        cities.setdefault(key.rpartition("/")[2], []).append(zone)
    same = cities.get(wanted, [])
    if len(same) == 1:
        return ZoneGuess(same[0])
    if same:
        return ZoneGuess(None, tuple(sorted(same)[:_SUGGESTIONS]))
    # A wrong region before a right city is still a good hint: compare cities with the city, names with the name.
    close = get_close_matches(wanted.rpartition("/")[2], cities, n=_SUGGESTIONS, cutoff=0.7)
    nearest = [zone for city in close for zone in cities[city]]
    return ZoneGuess(None, tuple(nearest[:_SUGGESTIONS]))


def _key(name: str) -> str:
    return "/".join("_".join(fold(part).replace("_", " ").split()) for part in name.split("/"))
