"""Open items on Monday: once a person and week, in their hours, with whatever else their list of that day has."""

import json
from datetime import date, datetime, timedelta
from typing import NoReturn

import pytest

from bot.jobs.monday_lists import PlannedFirst, run_monday_lists
from bot.jobs.notices import run_release
from commands.digest import monday
from commands.i18n import Texts
from commands.telling import Audience, Composed
from domain.weeks import WeeklySlot
from storage import digests, notices, progress
from storage.database import Database
from storage.notices import PlannedNotice, Recipient
from storage.outbox import Outgoing
from storage.tables import Notice, OutboxMessage
from tests.commands.promises.desk import Desk, at

#: The desk's clock stands on a Wednesday; this is the Sunday and Monday after it.
SUNDAY, NINE = at("2026-06-07 12:00"), at("2026-06-08 09:00")


@pytest.fixture
def desk(database: Database) -> Desk:
    made = Desk(database)
    schedule(made, made.now)
    return made


def schedule(desk: Desk, now: datetime) -> None:
    with desk.database.write() as work:
        planned = digests.PlannedDigest("C01", WeeklySlot(0, 540, "Europe/Madrid"), "en")
        digests.save_schedule(work, desk.id, planned, set_by_id=None, now=now)
        work.commit()


def lists(desk: Desk) -> list[tuple[str, str]]:
    """Who got a list, and what is in it."""
    return [
        (row["channel"], json.dumps(json.loads(row["body"]), ensure_ascii=False))
        for row in desk.rows(OutboxMessage)
        if row["kind"] in {monday.KIND, "daily_list"}
    ]


def other_kind(_connection: object, audience: Audience, due: object) -> Composed:
    """What another slice has to say."""
    assert isinstance(due, list)
    message = Outgoing("other", f"other:{audience.channel}", audience.channel, {"text": "Something else"})
    return Composed((message,), frozenset(notice.id for notice in due))


def test_nobodys_turn_to_write_is_taken_where_nothing_is_to_be_planned(
    desk: Desk, monkeypatch: pytest.MonkeyPatch
) -> None:
    assert run_monday_lists(desk.database, SUNDAY) > 0

    def write() -> NoReturn:
        pytest.fail("its turn to write was taken")

    monkeypatch.setattr(desk.database, "write", write)
    assert run_monday_lists(desk.database, SUNDAY) == 0


def test_the_first_list_is_that_of_the_first_monday_after_a_digest_is_scheduled(database: Database) -> None:
    """Its hour had passed when nobody got digests yet, or no more: it is not late, and comes on no Tuesday."""
    desk, ten, week = Desk(database), NINE + timedelta(hours=1), timedelta(days=7)
    schedule(desk, ten)
    assert run_monday_lists(database, ten + timedelta(minutes=1)) == 0
    assert run_monday_lists(database, SUNDAY + week) > 0
    with database.write() as work:
        digests.stop_schedule(work, desk.id, "C01")
        work.commit()
    schedule(desk, ten + 2 * week)
    assert run_monday_lists(database, ten + 2 * week + timedelta(minutes=1)) == 0
    assert run_monday_lists(database, NINE + 3 * week + timedelta(minutes=1)) > 0, "one that was missed is late"


def test_who_owes_something_is_told_once_with_all_else_of_the_day(desk: Desk) -> None:
    desk.offer()
    account = desk.team.account("Globex", "globex")
    with desk.database.write() as work:
        for what, due_on in (("Send <the> offer", date(2026, 6, 9)), ("Ask for the budget", date(2026, 6, 5))):
            progress.add_step(
                work,
                desk.id,
                account,
                what=what,
                owner_id=desk.owner.member_id,
                due_on=due_on,
                by_id=desk.manager.member_id,
                now=desk.now,
            )
        theirs = PlannedNotice("other", notices.DAILY, Recipient(desk.owner.member_id), "test", 1, NINE)
        notices.add_notices(work, desk.id, [theirs], desk.now)
        work.commit()
    assert run_monday_lists(desk.database, desk.now) == 0, "this week's is past"
    assert run_monday_lists(desk.database, SUNDAY) > 0
    assert run_monday_lists(desk.database, SUNDAY) == 0, "each week is planned once"
    composers = {monday.KIND: monday.compose_list, "other": other_kind}

    def release() -> None:
        # What else the handoff plans is left aside: its kinds have no composer here.
        with desk.database.write() as work:
            due = [row["id"] for row in desk.rows(Notice) if row["kind"] not in composers]
            notices.settle(work, desk.id, due, state="dropped")
            work.commit()
        run_release(desk.database, Texts(), composers, desk.now, desk.now)

    desk.now = NINE - timedelta(minutes=1)
    release()
    assert lists(desk) == []
    desk.now = NINE
    release()
    ((reader, told),) = lists(desk)
    assert reader == desk.owner.slack_user_id
    assert "Your open items this week: 3" in told
    assert "Acme" in told
    assert "Globex: Send &lt;the&gt; offer (Jun 9)" in told
    assert "Globex: Ask for the budget (*late*, was due Jun 5)" in told
    assert "Something else" in told
    assert run_monday_lists(desk.database, NINE) == 0
    desk.now = NINE + timedelta(hours=5)
    release()
    assert len(lists(desk)) == 1


def test_a_clock_that_jumps_over_its_moment_takes_nothing_from_the_days_list(
    desk: Desk, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The machine slept from Friday to Monday at ten; what else was due by then is no reason to wait for Tuesday."""
    friday, ten = at("2026-06-05 18:00"), NINE + timedelta(hours=1)
    desk.offer()
    with desk.database.write() as work:
        theirs = PlannedNotice("other", notices.DAILY, Recipient(desk.owner.member_id), "test", 1, NINE)
        notices.add_notices(work, desk.id, [theirs], friday)
        due = [row["id"] for row in desk.rows(Notice) if row["kind"] not in {monday.KIND, "other"}]
        notices.settle(work, desk.id, due, state="dropped")
        work.commit()
    composers = {monday.KIND: monday.compose_list, "other": other_kind}
    releasing = PlannedFirst(desk.database, lambda now: run_release(desk.database, Texts(), composers, now, now))
    releasing.run(friday)
    assert lists(desk) == []

    releasing.run(ten)
    ((reader, told),) = lists(desk)
    assert reader == desk.owner.slack_user_id
    assert "Your open items this week: one" in told
    assert "Something else" in told
    releasing.run(ten + timedelta(days=1))
    assert len(lists(desk)) == 1

    def fails(*_: object) -> NoReturn:
        raise TimeoutError

    moments: list[datetime] = []
    monkeypatch.setattr("bot.jobs.monday_lists.lists_to_plan", fails)
    for second in (0, 30, 60, 90):  # while the clock goes on as it should, a tick plans: what is due waits for no plan
        releasing.run(ten + timedelta(days=1, seconds=second))
    with pytest.raises(TimeoutError):
        PlannedFirst(desk.database, moments.append).run(ten)
    assert moments == [ten], "a plan that fails holds nothing up"
