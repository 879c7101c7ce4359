"""Public holidays of a country and region as a proposal, and the company's own list made of it."""

from collections.abc import Iterable, Mapping
from datetime import date
from importlib import import_module
from types import ModuleType
from typing import Final

from domain.calendars import CalendarError, CalendarFault, Holidays

#: Our languages as the library calls them. Where it does not have one for a country, the country's own is used.
_LANGUAGES: Final = {"en": "en_US", "es": "es", "es-MX": "es"}


def propose(country: str, region: str | None, years: Iterable[int], language: str | None = None) -> Holidays:
    """The public holidays of those years, by ISO 3166 codes such as ES and MD, named in ``language``.

    A region's own name is understood too, where the library knows it. Raises `CalendarError`.
    """
    code = country.strip().upper()
    known = regions(code)
    place = _public().country_holidays(code)
    names = {name.casefold(): name for name in (*known, *place.subdivisions_aliases)}
    wanted = region.strip().casefold() if region else ""
    if wanted and wanted not in names:
        message = f"{code} has no region {region!r}" + (f"; known: {', '.join(known)}" if known else "; leave it out")
        raise CalendarError(CalendarFault.UNKNOWN_REGION, "region", message)
    speaks = _LANGUAGES.get(language or "")
    found = _public().country_holidays(
        code,
        subdiv=names.get(wanted),
        years=sorted(set(years)),
        # Named in any case: left to itself the library asks the machine for its language.
        language=speaks if speaks in place.supported_languages else place.default_language,
        expand=False,
    )
    return Holidays(dict(found))


def edited(proposed: Mapping[date, str], added: Mapping[date, str], removed: Iterable[date] = ()) -> Holidays:
    """The company's list: the proposal without the days on which it works, with its own days and names on top."""
    gone = frozenset(removed)
    return Holidays({day: name for day, name in proposed.items() if day not in gone} | dict(added))


def regions(country: str) -> tuple[str, ...]:
    """The regions of a country with holidays of their own, by code. Raises `CalendarError` for no known country."""
    countries = _public().list_supported_countries(include_aliases=False)
    if country not in countries:
        message = f"no holidays are known for {country!r}: give a country's two letters, such as ES or MX"
        raise CalendarError(CalendarFault.UNKNOWN_COUNTRY, "country", message)
    return tuple(countries[country])


def countries() -> tuple[str, ...]:
    """The countries whose public holidays are known, by ISO 3166 code."""
    return tuple(_public().list_supported_countries(include_aliases=False))


def region_names(country: str) -> dict[str, str]:
    """The regions of a country, by code, with a name where the library knows one. Raises `CalendarError`."""
    codes = regions(country)
    names = {code: name for name, code in _public().country_holidays(country).subdivisions_aliases.items()}
    return {code: names.get(code, code) for code in codes}


def _public() -> ModuleType:
    """The library, loaded when somebody asks for a proposal: few ever do, and every start would pay for it."""
    return import_module("holidays")
