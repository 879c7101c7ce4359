"""How long the clock needs to find what is due among many promises, and to take the steps of it.

    python -m benchmarks.bench_sweep [sqlite|postgresql …]

Ten thousand, a hundred thousand and a million open timers, 200 of them due. Finding is what every tick costs; beside it
the same question without the index's help, and how long 200 promises take until every step is written.
"""

import statistics
import sys
from datetime import UTC, datetime, timedelta

from sqlalchemy import text

from benchmarks.databases import database_of, milliseconds, settle
from bot.jobs.timers import run_due_timers
from commands.context import Actor, Services
from commands.handoff.intents import NewLead, OfferHandoff
from commands.handoff.offering import offer
from commands.i18n import Texts
from storage import timer_rows
from storage.database import Database
from storage.ids import WorkspaceId
from storage.people import Profile, add_workspace, save_profile
from storage.tables import Workspace

SIZES = (10_000, 100_000, 1_000_000)
DUE = 200
LOOKS = 200
#: A Wednesday; the offers are made on the Monday before.
NOW = datetime(2026, 6, 3, 10, tzinfo=UTC)
OFFERED = NOW - timedelta(days=2)

NUMBERS = {
    "sqlite": "WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < :count) SELECT {} FROM n",
    "postgresql": "SELECT {} FROM generate_series(1, :count) AS n(i)",
}
LATER = {
    "sqlite": "strftime('%Y-%m-%d %H:%M:%S.000000', :now, '+' || (1 + i % 43200) || ' minutes')",
    "postgresql": "CAST(:now AS timestamptz) + (1 + i % 43200) * interval '1 minute'",
}


def main() -> None:
    """Print a line for each size and database."""
    print("database      open timers   find ms least   median     p99   without the index ms   steps of 200 ms")
    for kind in sys.argv[1:] or ("sqlite", "postgresql"):
        for size in SIZES:
            with database_of(kind) as database:
                _measure(kind, database, size)


def _measure(kind: str, database: Database, size: int) -> None:
    workspace_id, actor = _team(database)
    for number in range(DUE // 2):  # each has two promises
        services = Services(database, Texts(), lambda: OFFERED, lambda: OFFERED, lambda _ws, _user: None)
        offer(services, actor, OfferHandoff(NewLead(f"Company {number}"), actor.member_id), f"k{number}")
    _fill(kind, database, workspace_id, actor.member_id, size - DUE)

    def find() -> None:
        with database.read() as connection:
            assert len(timer_rows.list_due(connection, NOW)) == DUE

    def scan() -> None:
        with database.read() as connection:
            # What is asked of a column that no index helps with.
            asked = "SELECT count(*) FROM timers WHERE workspace_id = :ws AND state || '' = 'open' AND due_at < :now"
            connection.execute(text(asked), {"ws": workspace_id, "now": NOW.isoformat(sep=" ")}).scalar_one()

    found = milliseconds(find, LOOKS)
    whole = statistics.median(milliseconds(scan, 3))
    (steps,) = milliseconds(lambda: run_due_timers(database, NOW), 1)
    # The least is what it costs; whatever else runs on the machine is in the others too.
    p99 = sorted(found)[int(LOOKS * 0.99)]
    print(
        f"{kind:<12} {size:>12,} {min(found):>15.2f} {statistics.median(found):>8.2f} {p99:>7.2f}"
        f" {whole:>22.1f} {steps:>17.0f}",
        flush=True,
    )


def _team(database: Database) -> tuple[WorkspaceId, Actor]:
    with database.write() as work:
        workspace_id = add_workspace(work, Workspace(team_id="TBENCH", tz="Europe/Madrid", created_at=OFFERED))
        member_id = save_profile(
            work, workspace_id, Profile("U1", "Ana", "es", "Europe/Madrid", "full", is_admin=True), OFFERED
        )
        work.commit()
    return workspace_id, Actor(workspace_id, member_id, "U1", "es", "Europe/Madrid")


def _fill(kind: str, database: Database, workspace_id: WorkspaceId, member_id: int, count: int) -> None:
    """Copies of the first timer whose steps are all still ahead."""
    with database.read() as connection:
        columns = [row[0] for row in connection.execute(text("SELECT * FROM timers LIMIT 0")).cursor.description]
    values = {"id": "i", "subject_id": "i", "next_step_at": LATER[kind], "due_at": LATER[kind], "state": "'open'"}
    picked = ", ".join(f"{values[name]} AS {name}" if name in values else f"first.{name}" for name in columns)
    source = NUMBERS[kind].format("i")
    query = (
        # Columns and numbers are this file's own.
        f"INSERT INTO timers ({', '.join(columns)}) SELECT {picked} FROM ({source}) AS numbers,"  # noqa: S608
        " (SELECT * FROM timers WHERE workspace_id = :ws AND owner_id = :owner LIMIT 1) AS first"
    )
    given = {"ws": workspace_id, "owner": member_id, "count": count}
    with database.write() as work:
        work.connection.execute(text(query), {**given, "now": NOW.isoformat(sep=" ")})
        work.commit()
    settle(database)


if __name__ == "__main__":
    main()
