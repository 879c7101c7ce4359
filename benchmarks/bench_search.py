"""How long a menu waits for its choices while somebody types, among a thousand to a hundred thousand of each.

    python -m benchmarks.bench_search [sqlite|postgresql …]

So many accounts, with as many deals and leads. What is typed is the first one to nine letters of names, of their
second words, and of nothing that is there. Beside each the plain scan: every name asked whether it holds what was
typed. Slack waits three seconds for choices; people notice a tenth of one.
"""

import random
import statistics
import sys
import time
from collections.abc import Callable, Sequence
from datetime import UTC, datetime
from typing import Any

from sqlalchemy import Connection, insert, text

from benchmarks.databases import database_of, settle
from domain.names import name_key
from storage import leads, picking
from storage.database import Database
from storage.ids import WorkspaceId, new_id
from storage.people import Profile, add_workspace, save_profile
from storage.tables import Account, Deal, Lead, Objection, Workspace

SIZES = (1_000, 10_000, 100_000)
ASKED = 300
COMPETITORS = 200
NOW = datetime(2026, 6, 3, 10, tzinfo=UTC)
_FIRST = [
    "Harlow",
    "Northwind",
    "Álamo",
    "Ibérica",
    "Delta",
    "Sierra",
    "Quantum",
    "Nexo",
    "Vela",
    "Orion",
    "Cobalto",
    "Lumen",
    "Prisma",
    "Tesela",
    "Faro",
]
_SECOND = [
    "Freight",
    "Logística",
    "Foods",
    "Retail",
    "Energía",
    "Systems",
    "Capital",
    "Motors",
    "Health",
    "Textil",
    "Labs",
    "Partners",
    "Media",
    "Agro",
]

Search = Callable[[Connection, WorkspaceId, str], Sequence[object]]
SEARCHES: dict[str, tuple[Search, str]] = {
    "account": (
        picking.search_accounts,
        "SELECT count(*) FROM accounts WHERE workspace_id = :ws AND name_key LIKE :in",
    ),
    "deal": (picking.search_deals, "SELECT count(*) FROM deals WHERE workspace_id = :ws AND lower(name) LIKE :in"),
    "lead": (leads.search_leads, "SELECT count(*) FROM leads WHERE workspace_id = :ws AND lower(company) LIKE :in"),
    "competitor": (
        picking.search_competitors,
        "SELECT count(DISTINCT competitor) FROM objections WHERE workspace_id = :ws AND lower(competitor) LIKE :in",
    ),
}


def main() -> None:
    """Print a line for each menu, size and database; then how each grew from the smallest size to the largest."""
    print("database    menu             of  median ms    p99 ms   plain scan ms   scan ÷ median")
    for kind in sys.argv[1:] or ("sqlite", "postgresql"):
        grew: dict[str, list[float]] = {name: [] for name in SEARCHES}
        for size in SIZES:
            with database_of(kind) as database:
                workspace_id, names = _filled(database, size)
                for name in SEARCHES:
                    grew[name].append(_measure(kind, name, database, workspace_id, names, size))
        for name, medians in grew.items():
            times = medians[-1] / medians[0]
            print(f"{kind:<11} {name:<10} {SIZES[-1] // SIZES[0]} times as many: {times:.1f} times as long")


def _measure(
    kind: str, name: str, database: Database, workspace_id: WorkspaceId, names: Sequence[str], size: int
) -> float:
    search, scan = SEARCHES[name]
    pick = random.Random(7)
    typed = [_typed(pick, pick.choice(names)) for _ in range(ASKED)]
    with database.read() as connection:
        for each in typed[:20]:
            search(connection, workspace_id, each)
        taken = sorted(_ms(lambda each=each: search(connection, workspace_id, each)) for each in typed)  # type: ignore[misc]
        whole = statistics.median(
            _ms(
                lambda each=each: connection.execute(  # type: ignore[misc]
                    text(scan), {"ws": workspace_id, "in": f"%{name_key(each)}%"}
                ).scalar_one()
            )
            for each in typed[:9]
        )
    median, p99 = statistics.median(taken), taken[int(ASKED * 0.99)]
    print(f"{kind:<11} {name:<10} {size:>8,} {median:>10.2f} {p99:>9.2f} {whole:>15.2f} {whole / median:>15.1f}")
    return median


def _competitor(number: int) -> str:
    """One of `COMPETITORS` names."""
    place = number % COMPETITORS
    return f"{_FIRST[place % len(_FIRST)]} {place}"


def _typed(pick: random.Random, name: str) -> str:
    """What somebody types who looks for ``name``: its beginning, that of its second word, or a slip."""
    words = name.split()
    begun = pick.choice((name, name, words[1], f"{words[0]} {words[1]}", f"{name[:2]}xq"))
    return begun[: pick.randint(1, 9)]


def _ms(act: Callable[[], object]) -> float:
    started = time.perf_counter()
    act()
    return (time.perf_counter() - started) * 1000


def _filled(database: Database, size: int) -> tuple[WorkspaceId, list[str]]:
    """A workspace with ``size`` accounts, as many deals, leads and objections."""
    pick = random.Random(size)
    with database.write() as work:
        workspace_id = add_workspace(work, Workspace(team_id="TBENCH", tz="Europe/Madrid", created_at=NOW))
        member = save_profile(
            work, workspace_id, Profile("U1", "Ana", "es", "Europe/Madrid", "full", is_admin=True), NOW
        )
        work.commit()
    names = [f"{pick.choice(_FIRST)} {pick.choice(_SECOND)} {number}" for number in range(size)]
    base = {"workspace_id": workspace_id, "version": 1}
    made = {**base, "created_at": NOW, "updated_at": NOW}
    rows: dict[Any, list[dict[str, Any]]] = {Account: [], Deal: [], Lead: [], Objection: []}
    for number, name in enumerate(names):
        account_id = new_id()
        rows[Account].append({**base, "id": account_id, "name": name, "name_key": name_key(name), "created_at": NOW})
        rows[Deal].append(
            {**made, "id": new_id(), "external_id": f"d{number}", "name": f"{name} {pick.choice(('new', 'renewal'))}",
             "account_id": account_id, "deal_type": "new", "closings": 0,
             "outcome": pick.choice(("open", "won", "lost"))}
        )  # fmt: skip
        rows[Lead].append(
            {**made, "id": new_id(), "external_id": f"l{number}", "company": name, "name": f"Person {number}",
             "source": "ad", "mql_at": NOW, "account_id": account_id}
        )  # fmt: skip
        rows[Objection].append(
            {**base, "id": new_id(), "logged_by_id": member, "logged_at": NOW, "quote": "q", "ask": "none",
             "theme_confirmed": False, "text_hash": "h", "search_text": "", "updated_at": NOW,
             "competitor": _competitor(number)}
        )  # fmt: skip
    for table, each in rows.items():
        for start in range(0, size, 5_000):
            with database.write() as work:
                work.connection.execute(insert(table), each[start : start + 5_000])
                work.commit()
    settle(database)
    return workspace_id, names


if __name__ == "__main__":
    main()
