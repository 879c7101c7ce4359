"""Replies below a channel's digests: which of them still change."""

from datetime import UTC, datetime, timedelta

from domain.weeks import IsoWeek
from storage import review_threads
from storage.database import Database
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
