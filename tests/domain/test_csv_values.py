"""Dates and amounts as spreadsheets write them: read when there is one meaning, doubted when there are two."""

from datetime import UTC, datetime
from decimal import Decimal
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given
from hypothesis import strategies as st

from domain.csv_values import (
    Amount,
    DateOrder,
    Decimals,
    read_amount,
    read_currency,
    read_integer,
    read_moment,
)

MADRID = ZoneInfo("Europe/Madrid")


@pytest.mark.parametrize(
    ("text", "order", "expected"),
    [
        ("2018-02-01", DateOrder.ISO, datetime(2018, 2, 1, tzinfo=UTC)),
        ("2018-02-26 19:58:54", DateOrder.ISO, datetime(2018, 2, 26, 19, 58, 54, tzinfo=UTC)),
        ("2018-02-26T19:58:54+02:00", DateOrder.ISO, datetime(2018, 2, 26, 17, 58, 54, tzinfo=UTC)),
        ("2018-02-26 9:05", DateOrder.ISO, datetime(2018, 2, 26, 9, 5, tzinfo=UTC)),
        ("2018/02/26", DateOrder.ISO, datetime(2018, 2, 26, tzinfo=UTC)),
        ("01/02/2018", DateOrder.DAY_FIRST, datetime(2018, 2, 1, tzinfo=UTC)),
        ("01/02/2018", DateOrder.MONTH_FIRST, datetime(2018, 1, 2, tzinfo=UTC)),
        ("1/2/2018 7:05 PM", DateOrder.MONTH_FIRST, datetime(2018, 1, 2, 19, 5, tzinfo=UTC)),
        ("2018-02-26", DateOrder.DAY_FIRST, datetime(2018, 2, 26, tzinfo=UTC)),
    ],
)
def test_dates_with_one_meaning(text: str, order: DateOrder, expected: datetime) -> None:
    reading = read_moment(text, order, UTC)
    assert (reading.value, reading.doubt) == (expected, None)


@pytest.mark.parametrize(
    ("text", "doubt"),
    [
        ("01/02/2018", "date_needs_format"),
        ("25/12/2018", "date_needs_format"),
        ("2018-02-30", "date_unreadable"),
        ("20180201", "date_unreadable"),
        ("soon", "date_unreadable"),
        ("2018-02-01 13:00 PM", "date_unreadable"),
        ("0018-02-01", "date_out_of_range"),
        ("1970-01-01", "date_out_of_range"),
        ("9999-12-31 23:59:59-11:00", "date_out_of_range"),
    ],
)
def test_dates_without_a_meaning(text: str, doubt: str) -> None:
    reading = read_moment(text, DateOrder.ISO, UTC)
    assert (reading.value, reading.doubt) == (None, doubt)


def test_naive_times_are_in_the_zone() -> None:
    reading = read_moment("2018-07-01 10:00:00", DateOrder.ISO, MADRID)
    assert reading.value == datetime(2018, 7, 1, 8, tzinfo=UTC)


def test_times_that_the_clock_change_skips_or_repeats_are_doubtful() -> None:
    skipped = read_moment("2018-03-25 02:30:00", DateOrder.ISO, MADRID)
    twice = read_moment("2018-10-28 02:30:00", DateOrder.ISO, MADRID)
    assert (skipped.value, skipped.doubt) == (datetime(2018, 3, 25, 1, 30, tzinfo=UTC), "time_skipped")
    assert (twice.value, twice.doubt) == (datetime(2018, 10, 28, 0, 30, tzinfo=UTC), "time_twice")


def test_a_day_that_starts_after_midnight_starts_at_its_first_moment() -> None:
    reading = read_moment("2017-10-15", DateOrder.ISO, ZoneInfo("America/Sao_Paulo"))
    assert (reading.value, reading.doubt) == (datetime(2017, 10, 15, 3, tzinfo=UTC), None)


@pytest.mark.parametrize(
    ("text", "decimals", "minor"),
    [
        ("20.000,5", None, 2_000_050),
        ("20,000.5", None, 2_000_050),
        ("1.500", Decimals.COMMA, 150_000),
        ("1.500", Decimals.POINT, 150),
        ("1,500", Decimals.POINT, 150_000),
        ("1.500.000", None, 150_000_000),
        ("1500.000", None, 150_000),
        ("0.500", None, 50),
        ("1 500,50 €", None, 150_050),
        ("EUR 12", None, 1_200),
        ("0.0", None, 0),
    ],
)
def test_amounts_with_one_meaning(text: str, decimals: Decimals | None, minor: int) -> None:
    reading = read_amount(text, decimals, "EUR")
    assert (reading.value, reading.doubt) == (Amount(minor, "EUR"), None)


@pytest.mark.parametrize(
    ("text", "decimals", "currency", "doubt"),
    [
        ("1.500", None, "EUR", "amount_ambiguous"),
        ("1,500", None, "EUR", "amount_ambiguous"),
        ("20.000,5", Decimals.POINT, "EUR", "amount_contradicts"),
        ("1,50", Decimals.POINT, "EUR", "amount_contradicts"),
        ("€5", None, "USD", "amount_contradicts"),
        ("$5", None, None, "amount_without_currency"),
        ("$5", None, "EUR", "amount_contradicts"),
        ("$5 EUR", None, None, "amount_unreadable"),
        ("-5", None, "EUR", "amount_out_of_range"),
        ("99999999999999999999", None, "EUR", "amount_out_of_range"),
        ("about 5", None, "EUR", "amount_unreadable"),
        ("1.2.3,4", None, "EUR", "amount_unreadable"),
    ],
)
def test_amounts_without_a_meaning(text: str, decimals: Decimals | None, currency: str | None, doubt: str) -> None:
    reading = read_amount(text, decimals, currency)
    assert (reading.value, reading.doubt) == (None, doubt)


def test_a_dollar_sign_stands_for_dollars_and_pesos() -> None:
    for text, currency in (("$1500", "MXN"), ("$1500", "USD"), ("$1500 MXN", None), ("USD $1500", "USD")):
        meant = "USD" if "USD" in (currency, text[:3]) else "MXN"
        assert read_amount(text, None, currency).value == Amount(150_000, meant)


def test_minor_units_are_the_currencys() -> None:
    assert read_amount("1500", None, "JPY").value == Amount(1500, "JPY")
    assert read_amount("1,5", None, "KWD").value == Amount(1500, "KWD")
    rounded = read_amount("1.2345", Decimals.POINT, "EUR")
    assert (rounded.value, rounded.doubt) == (Amount(123, "EUR"), "amount_rounded")


@given(st.integers(min_value=0, max_value=2**53), st.sampled_from(Decimals))
def test_written_amounts_are_read_back(minor: int, decimals: Decimals) -> None:
    english = f"{Decimal(minor) / 100:,.2f}"
    written = english if decimals is Decimals.POINT else english.translate(str.maketrans(",.", ".,"))
    assert read_amount(written, decimals, "MXN").value == Amount(minor, "MXN")
    assert read_amount(written, None, "MXN").value == Amount(minor, "MXN")


@given(st.text(max_size=40), st.sampled_from([None, *Decimals]), st.sampled_from([None, "EUR"]))
def test_any_text_is_read_or_doubted(text: str, decimals: Decimals | None, currency: str | None) -> None:
    for reading in (
        read_amount(text, decimals, currency),
        read_moment(text, DateOrder.DAY_FIRST, MADRID),
        read_integer(text),
        read_currency(text),
    ):
        assert reading.value is not None or reading.doubt


def test_numbers_and_currencies() -> None:
    assert read_integer("85.0").value == 85
    assert read_integer("3000000000").doubt == "number_unreadable"
    assert read_currency("eur").value == "EUR"
    assert read_currency("£").value == "GBP"
    assert read_currency("$").doubt == "currency_unreadable"
