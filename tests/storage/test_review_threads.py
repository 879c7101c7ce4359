"""Replies below a channel's digests: which of them still change."""

from datetime import UTC, datetime, timedelta

from sqlalchemy import Connection, insert, select
from sqlmodel import col

from domain.weeks import IsoWeek
from storage import merged_replies, merges, review_threads
from storage.database import Database
from storage.tables import ConfirmationAsk
from tests.storage.rows import Team

NOW = datetime(2026, 6, 8, 7, tzinfo=UTC)
PLACE = ("C1", "Europe/Madrid", "en")


def test_an_old_week_posted_again_ends_no_later_thread(database: Database) -> None:
    """Only the same week or a later one takes the place of the thread at which people work."""
    team = Team.new(database)
    account = team.account("Acme", "acme", team.member("U1"))
    made = []
    with database.write() as work:
        for digest_id, week in enumerate((IsoWeek(2026, 22), IsoWeek(2026, 20), IsoWeek(2026, 22)), start=1):
            at = NOW + timedelta(hours=digest_id)
            made += review_threads.open_thread(work, team.id, digest_id, PLACE, week, [account], at)
            replies = review_threads.replies_of(work.connection, team.id, {each.id for each in made})
            current = [each.digest_id for each in replies if each.is_current]
            assert current == ([1], [1], [3])[digest_id - 1]
        work.commit()


def test_a_merge_and_its_undo_correct_what_stands_of_both_accounts(database: Database) -> None:
    """The replies about the two, and what the owner of either is asked: all in a new version each time."""
    team = Team.new(database)
    owner, other, asked_at = team.member("U1"), team.member("U2"), NOW - timedelta(days=3)
    kept_id, merged_id = team.account("Acme", "acme", owner), team.account("Grupo Acme", "grupo acme", other)
    with database.write() as work:
        week = IsoWeek(2026, 22)
        made = review_threads.open_thread(work, team.id, 1, PLACE, week, [kept_id, merged_id], NOW)
        for number, member in enumerate((owner, other), start=1):
            ask = {"workspace_id": team.id, "id": number, "iso_year": week.year, "iso_week": week.week}
            when = {"asked_at": asked_at, "ends_at": NOW, "is_current": True, "version": 1}
            work.connection.execute(insert(ConfirmationAsk), {**ask, **when, "member_id": member})
        work.commit()

    def versions(connection: Connection) -> list[tuple[int, int]]:
        replies = review_threads.replies_of(connection, team.id, {each.id for each in made})
        asks = select(col(ConfirmationAsk.version)).where(col(ConfirmationAsk.workspace_id) == team.id)
        asked = [(0, version) for version in connection.execute(asks).scalars()]
        return [(each.account_id, each.version) for each in replies] + asked

    with database.write() as work:
        both = merges.lock_accounts(work, team.id, (kept_id, merged_id))
        merge_id, _ = merges.merge(work, team.id, both[kept_id], both[merged_id], {}, owner, NOW)
        assert versions(work.connection) == [(kept_id, 2), (kept_id, 2), (0, 2), (0, 2)]
        ended = merged_replies.ended_by_merges(work.connection, team.id, 1, {kept_id})
        assert ended == {made[1].id: "Grupo Acme"}  # the kept one's own reply goes on
        merges.undo(work, merges.lock_merge(work, team.id, merge_id), owner, NOW)
        assert versions(work.connection) == [(kept_id, 3), (merged_id, 3), (0, 3), (0, 3)]
        assert merged_replies.ended_by_merges(work.connection, team.id, 1, {kept_id, merged_id}) == {}
        other_way, _ = merges.merge(work, team.id, both[merged_id], both[kept_id], {}, owner, NOW)
        assert merged_replies.ended_by_merges(work.connection, team.id, 1, {merged_id}) == {made[0].id: "Acme"}
        assert other_way != merge_id
        work.commit()
