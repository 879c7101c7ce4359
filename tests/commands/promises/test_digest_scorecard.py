"""The digest's scorecard has the figures of `/lazo scorecard`, week by week, and marketing's answers beside them."""

from datetime import timedelta

from sqlalchemy import update
from sqlmodel import col

from commands.scorecard.actions import scorecard_of
from commands.scorecard.parse import By
from domain.digest import digest_window
from domain.scorecard import Kept
from domain.scorecard_counts import Closed, counts_of
from domain.taxonomy import LeadType, ReturnReason
from domain.weeks import IsoWeek, Span
from storage.database import Database
from storage.scorecard_counts import scorecard_counts
from storage.tables import Timer
from tests.commands.promises.desk import Desk, at
from tests.digest_rows import DigestRows

THIS = IsoWeek(2026, 24)


def test_the_digest_counts_as_the_scorecard_does(database: Database) -> None:
    desk = Desk(database)
    quick, slow = desk.offer(lead_type=LeadType.DEMO_REQUEST), desk.offer()
    desk.pass_time(minutes=10)
    desk.attempt(quick)
    desk.now = at("2026-06-09 12:00")  # the week after
    desk.accept(slow)
    desk.give_back(desk.offer(), ReturnReason.POOR_FIT)
    late_answer = desk.offer()
    with database.write() as work:
        asked = {"kind": "answer", "subject_kind": "objection", "outcome": "late", "state": "stopped"}
        mine = col(Timer.workspace_id) == desk.id, col(Timer.subject_id) == late_answer.id, col(Timer.kind) == "attempt"
        work.connection.execute(update(Timer).where(*mine).values(asked))
        work.commit()
    rows = DigestRows.in_workspace(database, desk.id)
    for outcome, when in (
        ("won", "2026-06-08 00:00"),
        ("lost_other", "2026-06-14 23:59"),
        ("churned", "2026-06-10 09:00"),
    ):
        rows.deal(rows.lead(at("2026-05-01 09:00")), at(when), outcome)
    rows.deal(rows.lead(at("2026-05-01 09:00")), at("2026-06-07 23:59"))
    desk.now = at("2026-06-15 09:00")

    window = digest_window(THIS, "Europe/Madrid")
    whole = Span(window.weeks[-1].start, window.weeks[0].end + timedelta(days=1))
    with database.read() as connection:
        found = scorecard_counts(connection, desk.id, window.weeks, desk.now)
        groups = scorecard_of(connection, desk.manager, whole, By.WEEK, desk.now).groups
    assert found[0] == counts_of(groups[THIS], Kept(0, 1), Closed(1, 1))
    assert found[1] == counts_of(groups[THIS.shift(-1)], Kept(0, 0), Closed(1, 0))
    assert (found[0].offered, found[1].offered) == (2, 2)
    assert all(each.is_empty for each in found[2:])
    assert (found[1].attempted, found[1].accepted) == (Kept(1, 2), Kept(2, 2))
