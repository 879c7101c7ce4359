"""Time off as people say it, in both languages."""

from datetime import UTC, date, datetime, timedelta
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given
from hypothesis import strategies as st

from domain.absence import LONGEST, AbsenceFault, Away, absence_in

MADRID = "Europe/Madrid"
TUESDAY = datetime(2026, 11, 24, 10, 0, tzinfo=UTC)  # 11:00 in Madrid
NOW = "2026-11-24 11:00"


@pytest.mark.parametrize(
    ("said", "start", "end"),
    [
        ("until friday", NOW, "2026-11-27 00:00"),
        ("I'm out until Friday", NOW, "2026-11-27 00:00"),
        ("hasta el viernes", NOW, "2026-11-27 00:00"),
        ("until friday 14:00", NOW, "2026-11-27 14:00"),
        ("hasta el viernes a las 14", NOW, "2026-11-27 14:00"),
        ("until tomorrow at 10am", NOW, "2026-11-25 10:00"),
        ("through friday", NOW, "2026-11-28 00:00"),
        ("hasta el viernes incluido", NOW, "2026-11-28 00:00"),
        ("until 14:30", NOW, "2026-11-24 14:30"),
        ("hasta las 14", NOW, "2026-11-24 14:00"),
        ("today", NOW, "2026-11-25 00:00"),
        ("el resto del día", NOW, "2026-11-25 00:00"),
        ("mañana", "2026-11-25 00:00", "2026-11-26 00:00"),
        ("pasado mañana", "2026-11-26 00:00", "2026-11-27 00:00"),
        ("on friday", "2026-11-27 00:00", "2026-11-28 00:00"),
        ("from monday to friday", "2026-11-30 00:00", "2026-12-05 00:00"),
        ("monday - friday", "2026-11-30 00:00", "2026-12-05 00:00"),
        ("del lunes al viernes", "2026-11-30 00:00", "2026-12-05 00:00"),
        ("next week", "2026-11-30 00:00", "2026-12-07 00:00"),
        ("la semana que viene", "2026-11-30 00:00", "2026-12-07 00:00"),
        ("until next monday", NOW, "2026-11-30 00:00"),
        ("3 days", NOW, "2026-11-27 00:00"),
        ("una semana", NOW, "2026-12-01 00:00"),
        ("for 2 hours", NOW, "2026-11-24 13:00"),
        ("2h", NOW, "2026-11-24 13:00"),
        ("2pm to 4pm", "2026-11-24 14:00", "2026-11-24 16:00"),
        ("tomorrow from 10 to 12", "2026-11-25 10:00", "2026-11-25 12:00"),
        ("mañana de 10 a 12", "2026-11-25 10:00", "2026-11-25 12:00"),
        ("from friday 14:00 to monday 10:00", "2026-11-27 14:00", "2026-11-30 10:00"),
        ("12 to 26 August", "2027-08-12 00:00", "2027-08-27 00:00"),
        ("del 12 al 26 de agosto", "2027-08-12 00:00", "2027-08-27 00:00"),
        ("del 24 de diciembre al 6 de enero", "2026-12-24 00:00", "2027-01-07 00:00"),
        ("2026-12-24 - 2027-01-06", "2026-12-24 00:00", "2027-01-07 00:00"),
        ("until the 12th", NOW, "2026-12-12 00:00"),
        ("until 13/12", NOW, "2026-12-13 00:00"),
        ("monday 30 november", "2026-11-30 00:00", "2026-12-01 00:00"),
    ],
)
def test_what_is_said(said: str, start: str, end: str) -> None:
    found = absence_in(said, TUESDAY, MADRID)
    assert isinstance(found, Away)
    assert (local(found.start), local(found.end)) == (start, end)


@pytest.mark.parametrize(
    ("said", "note"),
    [
        ("until dec 1st: conference", "conference"),
        ("hasta el 1 de diciembre: feria de Bilbao", "feria de Bilbao"),
        ("mañana de 10 a 12 (dentista)", "dentista"),
        ("until friday - holiday", "holiday"),
    ],
)
def test_a_note_is_kept(said: str, note: str) -> None:
    found = absence_in(said, TUESDAY, MADRID)
    assert isinstance(found, Away)
    assert found.note == note


def test_until_a_day_may_have_meant_that_day_too() -> None:
    for said, until in (("until friday", date(2026, 11, 27)), ("through friday", None), ("until friday 10:00", None)):
        found = absence_in(said, TUESDAY, MADRID)
        assert isinstance(found, Away)
        assert found.until_day == until


@pytest.mark.parametrize(
    ("said", "fault"),
    [
        ("", AbsenceFault.UNREADABLE),
        ("friday afternoon", AbsenceFault.UNREADABLE),
        ("until yesterday", AbsenceFault.UNREADABLE),
        ("until 3/4", AbsenceFault.AMBIGUOUS),
        ("until 9:00", AbsenceFault.PAST),
        ("from 2026-12-24 to 2026-12-20", AbsenceFault.INVERTED),
        ("until 2062-12-24", AbsenceFault.TOO_LONG),
        ("9999 weeks", AbsenceFault.TOO_LONG),
        ("9999-12-31", AbsenceFault.TOO_LONG),
    ],
)
def test_what_is_no_time_off(said: str, fault: AbsenceFault) -> None:
    assert absence_in(said, TUESDAY, MADRID) == fault


def test_days_come_first_where_they_do() -> None:
    spanish = absence_in("hasta el 3/4", TUESDAY, MADRID, day_first=True)
    american = absence_in("until 3/4", TUESDAY, MADRID, day_first=False)
    assert isinstance(spanish, Away)
    assert isinstance(american, Away)
    assert (local(spanish.end), local(american.end)) == ("2027-04-03 00:00", "2027-03-04 00:00")


def test_midnight_is_the_persons_own() -> None:
    found = absence_in("tomorrow", TUESDAY, "America/Mexico_City")
    assert isinstance(found, Away)
    assert found.start == datetime(2026, 11, 25, 6, tzinfo=UTC)


@given(st.text(max_size=200))
def test_whatever_is_typed_is_answered(said: str) -> None:
    found = absence_in(said, TUESDAY, MADRID)
    if isinstance(found, Away):
        assert TUESDAY <= found.start < found.end <= TUESDAY + LONGEST + timedelta(days=401)


def local(moment: datetime) -> str:
    return f"{moment.astimezone(ZoneInfo(MADRID)):%Y-%m-%d %H:%M}"
