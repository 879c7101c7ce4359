"""Notices: due or not, for whom, settled once, and never another workspace's."""

from datetime import datetime, timedelta

from storage import notices
from storage.database import Database
from storage.notices import PlannedNotice, Recipient
from storage.tables import Notice
from tests.storage.rows import NOW, Team

HOUR = timedelta(hours=1)


def plan(team: Team, recipient: Recipient, *, at: datetime = NOW, subject: int = 1, lane: str = notices.NOW) -> None:
    with team.database.write() as work:
        notices.add_notices(work, team.id, [PlannedNotice("told", lane, recipient, "thing", subject, at)], NOW)
        work.commit()


def take(team: Team, recipient: Recipient, now: datetime = NOW) -> list[Notice]:
    with team.database.write() as work:
        return notices.take_due(work, team.id, recipient, now)


def test_what_is_due_is_found_by_recipient_oldest_first(database: Database) -> None:
    team = Team.new(database)
    me, channel = Recipient(team.member()), Recipient(None, "C1")
    plan(team, me, at=NOW + HOUR, subject=3)
    for subject in (1, 2):
        plan(team, me, subject=subject)
    plan(team, channel, at=NOW + 2 * HOUR)
    assert [notice.subject_id for notice in take(team, me)] == [1, 2]
    assert take(team, channel, NOW + HOUR) == []
    with database.read() as connection:
        assert notices.list_due(connection, NOW) == [(team.id, me)]
        assert notices.list_due(connection, NOW - HOUR) == []
        assert notices.list_due(connection, NOW + 2 * HOUR) == [(team.id, me), (team.id, channel)]
        assert notices.list_due(connection, NOW + 2 * HOUR, limit=1) == [(team.id, me)]


def test_settled_is_settled_and_known_as_told(database: Database) -> None:
    team = Team.new(database)
    me = Recipient(team.member())
    plan(team, me, subject=7, lane=notices.DAILY)
    plan(team, me, subject=7)
    (first, second) = take(team, me)
    with database.write() as work:
        notices.settle(work, team.id, [first.id], state="released")
        work.commit()
    with database.write() as work:
        assert notices.told_of(work, team.id, "thing", 7) == {(me, notices.DAILY)}
        notices.drop_pending(work, team.id, "thing", 7)
        work.commit()
    assert take(team, me) == []
    with database.write() as work:
        assert notices.told_of(work, team.id, "thing", 7) == {(me, notices.DAILY)}
        assert notices.forget_before(work, NOW + HOUR) == 2
        work.commit()
    assert second.id != first.id


def test_another_workspace_is_not_told(database: Database) -> None:
    one, two = Team.new(database, "T1"), Team.new(database, "T2")
    channel = Recipient(None, "C1")
    plan(one, channel)
    assert take(two, channel) == []
    with database.write() as work:
        notices.drop_pending(work, two.id, "thing", 1)
        assert notices.told_of(work, two.id, "thing", 1) == set()
        work.commit()
    assert len(take(one, channel)) == 1
