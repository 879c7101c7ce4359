"""Working hours as they are stored: the company's, people's own, and what one has of the other."""

from dataclasses import replace
from datetime import date, timedelta

import pytest

from domain.calendars import STANDARD, Block, CalendarSpec
from storage import calendars, hours, time_off
from storage.database import Database
from storage.errors import StaleVersionError
from storage.hours import Hours
from tests.storage.rows import NOW, Team

MADRID = "Europe/Madrid"
SHORT = replace(STANDARD(MADRID), weekly=((Block(8 * 60, 15 * 60),),) * 5 + ((), ()))
NEW_YEAR = {date(2027, 1, 1): "Año Nuevo"}


def test_each_has_their_own_or_the_companys(database: Database) -> None:
    team = Team.new(database)
    ana, tom = team.member("U1", tz=MADRID), team.member("U2", tz="Europe/London")
    with database.write() as work:
        company = Hours(STANDARD(MADRID).with_holidays(NEW_YEAR), "ES", None)
        hours.save_company_hours(work, team.id, company, expected_version=0, now=NOW)
        hours.save_own_hours(work, team.id, ana, Hours(SHORT), expected_version=0, now=NOW)
        work.commit()
    with database.read() as connection:
        found = calendars.calendars_of(connection, team.id, {ana, tom})
    assert found[ana].weekly == SHORT.weekly
    assert dict(found[ana].holidays) == NEW_YEAR
    assert (found[tom].tz, found[tom].weekly) == ("Europe/London", STANDARD(MADRID).weekly)
    with database.write() as work:
        hours.save_own_hours(work, team.id, ana, None, expected_version=1, now=NOW)
        work.commit()
    with database.read() as connection:
        assert hours.own_hours(connection, team.id, ana) is None
        assert calendars.calendar_of(connection, team.id, ana).weekly == STANDARD(MADRID).weekly


def test_who_only_has_other_holidays_follows_the_companys_hours(database: Database) -> None:
    team = Team.new(database)
    lucia, ana = team.member("U1", tz="America/Mexico_City"), team.member("U2", tz=MADRID)
    friday: CalendarSpec = replace(SHORT, weekly=(*SHORT.weekly[:4], (), (), ()))
    with database.write() as work:
        hours.save_company_hours(work, team.id, Hours(STANDARD(MADRID)), expected_version=0, now=NOW)
        other_days = Hours(STANDARD(MADRID).with_holidays(NEW_YEAR), "MX", None)
        hours.save_own_hours(work, team.id, lucia, other_days, expected_version=0, now=NOW)
        hours.save_own_hours(work, team.id, ana, Hours(friday), expected_version=0, now=NOW)
        hours.save_company_hours(work, team.id, Hours(SHORT), expected_version=1, now=NOW)
        work.commit()
    with database.read() as connection:
        found = calendars.calendars_of(connection, team.id, {lucia, ana})
    assert found[lucia].weekly == SHORT.weekly
    assert dict(found[lucia].holidays) == NEW_YEAR
    assert found[ana].weekly == friday.weekly


def test_hours_that_cross_are_refused(database: Database) -> None:
    team = Team.new(database)
    ana = team.member("U1")
    with database.write() as work:
        hours.save_company_hours(work, team.id, Hours(SHORT), expected_version=0, now=NOW)
        hours.save_own_hours(work, team.id, ana, Hours(SHORT), expected_version=0, now=NOW)
        work.commit()
    with database.write() as work, pytest.raises(StaleVersionError):
        hours.save_company_hours(work, team.id, Hours(SHORT), expected_version=0, now=NOW)
    with database.write() as work, pytest.raises(StaleVersionError):
        hours.save_own_hours(work, team.id, ana, None, expected_version=0, now=NOW)


def test_away_until_the_last_of_absences_that_follow_one_another(database: Database) -> None:
    team = Team.new(database)
    ana, tom = team.member("U1"), team.member("U2")
    day = timedelta(days=1)
    with database.write() as work:
        for start, end in ((-day, day), (day, 3 * day), (5 * day, 6 * day)):
            time_off.add_time_off(work, team.id, ana, NOW + start, NOW + end, note=None, now=NOW)
        gone = time_off.add_time_off(work, team.id, tom, NOW + day, NOW + 2 * day, note=None, now=NOW)
        time_off.cancel_time_off(work, team.id, time_off.get_time_off(work.connection, team.id, gone), NOW)
        work.commit()
    with database.read() as connection:
        assert time_off.away_until(connection, team.id, {ana, tom}, NOW) == {ana: NOW + 3 * day}
        assert len(time_off.list_ahead(connection, team.id, {ana, tom}, NOW)) == 3
