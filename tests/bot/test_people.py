"""What Slack says of somebody, read with care: a profile that we cannot use must not stop whom it concerns."""

import pytest

from bot.people import profile_of


@pytest.mark.parametrize("said", ["Mars/Phobos", "Europe", "../etc/passwd", "", None])
def test_a_zone_that_is_none_here_gives_way_to_the_workspaces(said: str | None) -> None:
    """Deadlines and every time shown are made with it: an objection about their account could not be stored."""
    assert profile_of({"id": "U1", "tz": said}, "T1", "es-ES", "Europe/Madrid").tz == "Europe/Madrid"


def test_a_zone_that_is_one_stays() -> None:
    assert profile_of({"id": "U1", "tz": "America/Mexico_City"}, "T1", "es-ES", "UTC").tz == "America/Mexico_City"
