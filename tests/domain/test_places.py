"""Time zones as people write them."""

from zoneinfo import available_timezones

import pytest

from domain.places import find_zone

ZONES = frozenset(available_timezones())


@pytest.mark.parametrize(
    ("typed", "zone"),
    [
        ("Europe/Madrid", "Europe/Madrid"),
        (" europe/madrid ", "Europe/Madrid"),
        ("madrid", "Europe/Madrid"),
        ("Mexico City", "America/Mexico_City"),
        ("Ciudad Juarez", "America/Ciudad_Juarez"),
        ("Bogotá", "America/Bogota"),
        ("UTC", "UTC"),
        ("Ciudad de México", "America/Mexico_City"),
        ("CDMX", "America/Mexico_City"),
        ("Londres", "Europe/London"),
        ("Barcelona", "Europe/Madrid"),
    ],
)
def test_a_zone_is_known_by_its_name_or_its_city(typed: str, zone: str) -> None:
    assert find_zone(typed, ZONES).zone == zone


def test_a_wrong_letter_gives_the_nearest() -> None:
    guess = find_zone("Europe/Madird", ZONES)
    assert guess.zone is None
    assert "Europe/Madrid" in guess.nearest


@pytest.mark.parametrize("typed", ["", "   ", "qqqqqq", "/", "\U0001f4a9"])
def test_nonsense_is_no_zone(typed: str) -> None:
    assert find_zone(typed, ZONES) == find_zone("", ZONES)
