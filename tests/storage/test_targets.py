"""Which list of target accounts counts at a moment: read from rows, so that a week is told the same months later."""

from datetime import UTC, datetime

from domain.target_list import Place, Quarter
from storage import target_places, targets
from storage.database import Database
from tests.storage.rows import Team

Q3, Q4 = Quarter(2026, 3), Quarter(2026, 4)


def at(month: int, day: int) -> datetime:
    """A day of 2026."""
    return datetime(2026, month, day, 12, tzinfo=UTC)


def test_the_list_that_counts_is_the_quarters_own_or_the_one_before(database: Database) -> None:
    team, other = Team.new(database), Team.new(database, "T2")
    me = team.member()
    acme, beta, off = (team.account(name, name.lower()) for name in ("Acme", "Beta", "Off"))
    with database.write() as work:
        third = targets.add_list(work, team.id, Q3, me, at(7, 1))
        targets.add_entries(work, third, [acme, beta], me, at(7, 1))
        targets.put_on(work, third, at(7, 2))
        targets.change_list(work, third, {"published_at": at(7, 2)})
        targets.drop(work, targets.get_list(work.connection, team.id, third.id), [beta], me, at(8, 1), "sold")
        fourth = targets.add_list(work, team.id, Q4, me, at(9, 20), like=third)
        targets.add_entries(work, fourth, [acme, off], me, at(9, 20), is_carried=True)
        targets.put_on(work, fourth, at(10, 10))
        targets.change_list(work, fourth, {"published_at": at(10, 10)})
        work.commit()

    with database.read() as connection:

        def listed(quarter: Quarter, moment: datetime) -> frozenset[int] | None:
            return target_places.on_list(connection, team.id, quarter, moment)

        assert listed(Q3, at(7, 1)) is None  # nobody is off a list that there is not
        assert listed(Q3, at(7, 20)) == frozenset({acme, beta})
        assert listed(Q3, at(8, 2)) == frozenset({acme})
        assert listed(Q4, at(10, 5)) == frozenset({acme})
        assert listed(Q4, at(10, 12)) == frozenset({acme, off})
        assert listed(Q4.shift(2), at(10, 12)) is None
        assert target_places.on_list(connection, other.id, Q4, at(10, 12)) is None
        places = [target_places.place_of(connection, team.id, account, Q4, at(11, 1)) for account in (acme, beta)]
    assert places == [(Place.ON, Q4), (Place.OFF, Q4)]
