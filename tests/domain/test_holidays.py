"""Public holidays as a proposal, and a company's edits of it."""

from datetime import date

import pytest

from domain.calendars import CalendarError, CalendarFault
from domain.holidays import edited, propose, regions


def test_spain_has_regions_with_holidays_of_their_own() -> None:
    madrid, catalonia = propose("ES", "MD", [2026]), propose("es", "Cataluña", [2026])
    assert madrid[date(2026, 5, 2)] == "Fiesta de la Comunidad de Madrid"
    assert date(2026, 5, 2) not in catalonia
    assert date(2026, 9, 11) in catalonia
    assert madrid[date(2026, 12, 25)] == "Natividad del Señor"
    assert {"MD", "CT"} <= set(regions("ES"))


def test_mexico_moves_some_to_mondays() -> None:
    assert date(2026, 2, 2) in propose("MX", None, [2026])


def test_the_machines_language_is_not_asked_for(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("LANGUAGE", "en_US")
    assert propose("ES", None, [2026])[date(2026, 12, 25)] == "Natividad del Señor"
    assert propose("AR", None, [2026], "xx")[date(2026, 12, 25)] == "Navidad"


def test_only_the_years_asked_for() -> None:
    assert {day.year for day in propose("ES", "MD", [2026, 2027])} == {2026, 2027}


def test_names_are_in_the_readers_language_where_there_is_one() -> None:
    christmas = date(2026, 12, 25)
    assert propose("ES", None, [2026], "en")[christmas] == "Christmas Day"
    assert propose("MX", None, [2026], "es-MX")[christmas] == "Navidad"
    assert propose("MX", None, [2026], "xx")[christmas] == "Navidad"


@pytest.mark.parametrize(
    ("country", "region", "code"),
    [("XX", None, CalendarFault.UNKNOWN_COUNTRY), ("ES", "ZZ", CalendarFault.UNKNOWN_REGION)],
)
def test_places_nobody_knows_are_refused(country: str, region: str | None, code: CalendarFault) -> None:
    with pytest.raises(CalendarError) as refused:
        propose(country, region, [2026])
    assert refused.value.code is code


def test_the_company_has_the_last_word() -> None:
    ours = edited(
        propose("ES", "MD", [2026]),
        added={date(2026, 5, 15): "San Isidro", date(2026, 12, 25): "Navidad"},
        removed=[date(2026, 12, 7), date(2026, 7, 7)],
    )
    assert ours[date(2026, 5, 15)] == "San Isidro"
    assert ours[date(2026, 12, 25)] == "Navidad"
    assert date(2026, 12, 7) not in ours
