"""Working hours as people write them, read and written back."""

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from domain.calendars import Block, Week
from domain.hours_words import HoursFault, HoursProblem, dated_in, week_in, week_text

EN = ("Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun")
ES = ("lun", "mar", "mié", "jue", "vie", "sáb", "dom")
TODAY = date(2026, 11, 24)


@pytest.mark.parametrize(
    ("said", "read"),
    [
        ("9-18", "Mon–Fri 09:00–18:00"),
        ("Mon-Fri 9-14, 16-19", "Mon–Fri 09:00–14:00, 16:00–19:00"),
        ("lunes a viernes de 9 a 14 y de 16 a 19", "Mon–Fri 09:00–14:00, 16:00–19:00"),
        ("Mon-Thu 9-18, Fri 9-15", "Mon–Thu 09:00–18:00; Fri 09:00–15:00"),
        ("L-J 9-18; V 8-15", "Mon–Thu 09:00–18:00; Fri 08:00–15:00"),
        ("L a J de 9:00 a 18:30 h, viernes de 8 a 15", "Mon–Thu 09:00–18:30; Fri 08:00–15:00"),
        ("Mon, Wed and Fri 9am-1pm", "Mon 09:00–13:00; Wed 09:00–13:00; Fri 09:00–13:00"),
        ("every day 0-24", "Mon–Sun 00:00–24:00"),
        ("lun-jue 9-18\nvie cerrado", "Mon–Thu 09:00–18:00"),
        ("sábado y domingo 22-24; lun 0-6", "Mon 00:00–06:00; Sat–Sun 22:00–24:00"),
    ],
)
def test_what_is_said(said: str, read: str) -> None:
    found = week_in(said)
    assert not isinstance(found, HoursProblem)
    assert week_text(found, EN) == read


@pytest.mark.parametrize(
    ("said", "fault"),
    [
        ("9-6", HoursFault.INVERTED),
        ("Mon", HoursFault.UNREADABLE),
        ("whenever", HoursFault.UNREADABLE),
        ("Mon closed", HoursFault.EMPTY),
        ("", HoursFault.EMPTY),
        ("Mon-Fri 9-14; Fri 13-15", HoursFault.OVERLAP),
        ("Mon 25-26", HoursFault.UNREADABLE),
    ],
)
def test_what_is_wrong(said: str, fault: HoursFault) -> None:
    found = week_in(said)
    assert isinstance(found, HoursProblem)
    assert found.fault is fault


@st.composite
def weeks(draw: st.DrawFn) -> Week:
    days = []
    for _ in range(7):
        edges = sorted(draw(st.lists(st.integers(0, 1440), max_size=6, unique=True)))
        days.append(tuple(Block(a, b) for a, b in zip(edges[::2], edges[1::2], strict=False)))
    return tuple(days)


@given(weeks().filter(any), st.sampled_from([EN, ES]))
def test_what_is_written_is_read_again(week: Week, names: tuple[str, ...]) -> None:
    assert week_in(week_text(week, names)) == week


@pytest.mark.parametrize(
    ("said", "first", "last", "hours"),
    [
        ("1 Jul - 31 Aug: Mon-Fri 8-15", date(2027, 7, 1), date(2027, 8, 31), "Mon–Fri 08:00–15:00"),
        ("del 1 de julio al 31 de agosto: 8-15", date(2027, 7, 1), date(2027, 8, 31), "Mon–Fri 08:00–15:00"),
        ("15 dic - 6 ene: 9-14", date(2026, 12, 15), date(2027, 1, 6), "Mon–Fri 09:00–14:00"),
        ("24 dic: 9-14", date(2026, 12, 24), date(2026, 12, 24), "Mon–Fri 09:00–14:00"),
    ],
)
def test_hours_between_dates(said: str, first: date, last: date, hours: str) -> None:
    found = dated_in(said, TODAY)
    assert not isinstance(found, HoursProblem)
    ((each),) = found
    assert (each.first, each.last, week_text(each.weekly, EN)) == (first, last, hours)


@pytest.mark.parametrize(
    ("said", "fault"),
    [
        ("8-15", HoursFault.DATES),
        ("1 Jul - 31 Aug: whenever", HoursFault.UNREADABLE),
        ("1 Jul - 31 Aug: 8-15\n15 Aug - 1 Sep: 9-12", HoursFault.OVERLAP),
        ("2026-12-31 - 2026-12-01: 9-12", HoursFault.INVERTED),
        ("2026-07-01 - 9999-12-31: 9-12", HoursFault.DATES),
        ("1 Jul 1926 - 31 Aug 1926: 9-12", HoursFault.DATES),
    ],
)
def test_dates_that_do_not_go(said: str, fault: HoursFault) -> None:
    found = dated_in(said, TODAY)
    assert isinstance(found, HoursProblem)
    assert found.fault is fault


@given(st.text(max_size=200))
def test_whatever_is_typed_is_answered(said: str) -> None:
    assert week_in(said) is not None
    assert dated_in(said, TODAY) is not None
