"""How long the week's digest takes to build, however much there is to remember.

    python -m benchmarks.bench_digest [--sizes 10000,100000,1000000] [sqlite|postgresql …]

One workspace with 300 accounts, and ten thousand, a hundred thousand and a million rows of feedback: objections,
reviews of deals and ratings of leads, evenly over the last 120 days, at most a thousand a week, the others older. Three
themes are followed and a fourth begins to be heard. Built is: facts read, counted, and put into blocks. Beside it the
processor's time of that, which says more where others use the machine; what goes to the words of the notes, what
reading alone costs, how many queries there are, and what it costs to count objections by theme without an index.
"""

import argparse
import statistics
import time
from collections.abc import Callable, Iterator
from datetime import UTC, date, datetime, timedelta
from itertools import islice
from typing import Any

from sqlalchemy import event, text
from sqlmodel import SQLModel

from benchmarks.databases import add_rows, as_the_process_does, database_of, milliseconds, settle, without_indexes
from commands.digest.composing import Target, compose
from commands.i18n import Texts
from domain.digest import digest_window
from domain.taxonomy import LossReason, Theme, WinReason
from domain.weeks import IsoWeek
from storage.database import Database
from storage.digest_facts import digest_facts
from storage.ids import WorkspaceId
from storage.people import Profile, add_workspace, save_profile
from storage.tables import (
    Account,
    AccountStep,
    AccountTouch,
    Deal,
    Lead,
    LeadRating,
    Objection,
    StageChange,
    Topic,
    WinLossReview,
    Workspace,
)
from storage.topics import insights_of

SIZES = (10_000, 100_000, 1_000_000)
ACCOUNTS = 300
WEEKLY = 1_000
DAYS = 120
ROUNDS = 20
CHUNK = 50_000
TZ = "Europe/Madrid"
WEEK = IsoWeek(2026, 23)
#: Monday morning after the week.
NOW = datetime(2026, 6, 8, 7, tzinfo=UTC)
STAGES = ("discovery", "demo", "proposal", "negotiation")
OPENINGS = ("They told us that", "El cliente dice que", "On the call we heard that", "Según su directora financiera,")
SAYINGS = (
    "the price of the licences is above what they pay today",
    "no tienen presupuesto hasta el próximo año fiscal",
    "the integration with their warehouse system is missing",
    "falta la integración con su facturación electrónica",
    "security wants an audit log before any pilot begins",
    "la migración desde hojas de cálculo les parece larga",
    "their board approves new vendors only twice a year",
    "prefieren esperar a que termine la fusión de las filiales",
)
ENDINGS = ("before summer", "y nadie decide", "for every team", "en las tres sedes", "as of now")
BEGINS = "they ask for single sign-on with Okta"
FOLLOWED = ("audit log", "integracion", "presupuesto")


def main() -> None:
    """Print a line for each size and database."""
    asked = argparse.ArgumentParser()
    asked.add_argument("kinds", nargs="*", default=["sqlite", "postgresql"])
    asked.add_argument("--sizes", default=",".join(map(str, SIZES)))
    given = asked.parse_args()
    print(
        "database        feedback   built ms: least median  max   processor: least median   notes reading queries  scan"
    )
    for kind in given.kinds:
        for size in map(int, given.sizes.split(",")):
            with database_of(kind) as database:
                _measure(kind, database, size)


def _measure(kind: str, database: Database, size: int) -> None:
    workspace_id = _fill(database, size)
    target = Target(workspace_id, "C1", TZ, "es")
    texts = Texts()

    def build() -> None:
        with database.read() as connection:
            compose(connection, texts, target, WEEK, as_of=NOW)

    def read() -> None:
        with database.read() as connection:
            digest_facts(connection, workspace_id, digest_window(WEEK, TZ), as_of=NOW)

    def notes() -> None:
        with database.read() as connection:
            insights_of(connection, workspace_id, digest_window(WEEK, TZ))

    def scan() -> None:
        with database.read() as connection:
            # What is asked of a column that no index helps with.
            asked = (
                "SELECT theme, count(*) FROM objections WHERE workspace_id = :ws AND theme || '' <> '' GROUP BY theme"
            )
            connection.execute(text(asked), {"ws": workspace_id}).all()

    build()
    as_the_process_does()
    built, busy = milliseconds(build, ROUNDS), milliseconds(build, ROUNDS, time.thread_time)
    reading, words, whole = (min(milliseconds(act, count)) for act, count in ((read, 9), (notes, 9), (scan, 3)))
    print(
        f"{kind:<12} {size:>11,} {min(built):>16.1f} {statistics.median(built):>6.1f} {max(built):>6.1f}"
        f" {min(busy):>17.1f} {statistics.median(busy):>6.1f} {words:>7.1f} {reading:>9.1f}"
        f" {_queries(database, build):>9} {whole:>6.1f}",
        flush=True,
    )


def _queries(database: Database, act: Callable[[], object]) -> int:
    """How many statements ``act`` sends."""
    seen: list[str] = []
    with database.read() as connection:
        engine = connection.engine

    def heard(_connection: object, _cursor: object, statement: str, *_rest: object) -> None:
        seen.append(statement)

    event.listen(engine, "before_cursor_execute", heard)
    act()
    event.remove(engine, "before_cursor_execute", heard)
    return len(seen)


def _fill(database: Database, size: int) -> WorkspaceId:
    with database.write() as work:
        workspace_id = add_workspace(work, Workspace(team_id="TBENCH", tz=TZ, created_at=_ago(3000)))
        owners = [
            save_profile(work, workspace_id, Profile(f"U{n}", f"Person {n}", "es", TZ, "full", is_admin=False), NOW)
            for n in range(20)
        ]
        work.commit()
    base = {"workspace_id": workspace_id}
    days = [_day_of(number, size) for number in range(size)]
    ratings = range(0, size, 7)
    _add(database, Account, (_account(n, owners) for n in range(ACCOUNTS)), base)
    _add(database, Deal, (_deal(n) for n in range(ACCOUNTS)), base)
    _add(database, StageChange, (_change(n) for n in range(ACCOUNTS * 3)), base)
    _add(database, AccountTouch, (_touch(n) for n in range(ACCOUNTS * 6)), base)
    _add(database, AccountStep, (_step(n, owners) for n in range(ACCOUNTS * 2)), base)
    _add(database, Lead, (_lead(n, days[n]) for n in ratings), base)
    _add(database, LeadRating, (_rating(n, days[n], owners) for n in ratings), base)
    _add(database, WinLossReview, (_review(n, days[n], owners) for n in range(3, size, 7)), base)
    rest = (n for n in range(size) if n % 7 not in {0, 3})
    with without_indexes(database, "objections"):
        _add(database, Objection, (_objection(n, days[n], owners) for n in rest), base)
    _add(database, Topic, (_topic(term) for term in FOLLOWED), base)
    settle(database)
    return workspace_id


def _day_of(number: int, size: int) -> float:
    """How many days before the week's end a row is from: at most a thousand a week for 120 days, the others older."""
    lately = min(size, WEEKLY * DAYS // 7)
    if number < lately:
        return number * DAYS / lately
    return DAYS + (number - lately) * 1500 / (size - lately)


def _ago(days: float) -> datetime:
    return NOW - timedelta(hours=10) - timedelta(days=days)


def _add(database: Database, table: type[SQLModel], rows: Iterator[dict[str, Any]], base: dict[str, Any]) -> None:
    numbered = ({**base, "id": number + 1, **row} for number, row in enumerate(rows))
    while chunk := list(islice(numbered, CHUNK)):
        with database.write() as work:
            add_rows(work.connection, table, chunk)
            work.commit()


def _account(n: int, owners: list[int]) -> dict[str, Any]:
    name = f"Company {n}"
    mine = {"sales_owner_id": owners[n % 20], "marketing_owner_id": owners[(n + 7) % 20], "tier": 1 + n % 3}
    return {"name": name, "name_key": name.casefold(), "created_at": _ago(900), **mine}


def _deal(n: int) -> dict[str, Any]:
    entered = {"stage": STAGES[n % 4], "account_id": n + 1, "created_at": _ago(200), "updated_at": _ago(n % 60)}
    return {"external_id": f"D{n}", "deal_type": "new", **entered}


def _change(n: int) -> dict[str, Any]:
    account = n % ACCOUNTS
    stage = STAGES[(account + n // ACCOUNTS) % 4]
    return {"account_id": account + 1, "deal_id": account + 1, "stage": stage, "at": _ago(account % 60 + n // 10)}


def _touch(n: int) -> dict[str, Any]:
    return {"account_id": n % ACCOUNTS + 1, "kind": "meeting", "at": _ago(n % 90)}


def _step(n: int, owners: list[int]) -> dict[str, Any]:
    due = date(2026, 6, 1) + timedelta(days=n % 21)
    whose = {"owner_id": owners[n % 20], "added_by_id": owners[n % 20], "added_at": _ago(10)}
    return {"account_id": n % ACCOUNTS + 1, "what": "Send the comparison of costs", "due_on": due, **whose}


def _lead(n: int, days: float) -> dict[str, Any]:
    at = _ago(days)
    source = ("paid_search", "email", "webinar", "referral")[n % 4]
    return {"external_id": f"L{n}", "source": source, "mql_at": at, "created_at": at, "updated_at": at}


def _rating(n: int, days: float, owners: list[int]) -> dict[str, Any]:
    at = _ago(days)
    grades = {"fit": ("good", "partial", "poor")[n % 3], "intent": ("poor", "good")[n % 2]}
    return {"lead_id": n // 7 + 1, "rated_by_id": owners[n % 20], "rated_at": at, "updated_at": at, **grades}


def _review(n: int, days: float, owners: list[int]) -> dict[str, Any]:
    won = n % 2 == 0
    reasons: tuple[WinReason | LossReason, ...] = tuple(WinReason) if won else tuple(LossReason)
    at = _ago(days)
    end = {"outcome": "won" if won else "lost", "primary_reason": reasons[n % len(reasons)].value, "text_hash": str(n)}
    return {"logged_by_id": owners[n % 20], "logged_at": at, "updated_at": at, "account_id": n % ACCOUNTS + 1, **end}


def _objection(n: int, days: float, owners: list[int]) -> dict[str, Any]:
    theme, at = tuple(Theme)[n % len(Theme)].value, _ago(days)
    what = BEGINS if days < 20 and n % 11 == 0 else SAYINGS[n % 8]
    said: dict[str, Any] = {
        "quote": f"{OPENINGS[n // 8 % 4]} {what} {ENDINGS[n // 32 % 5]}",
        "theme": theme,
        "text_hash": str(n),
        "search_text": "dear",
    }
    if n % 5 == 0:
        said |= {"argument": "Count the hours saved", "worked": "yes"}
    else:
        said |= {"argument": None, "worked": None}
    return {"logged_by_id": owners[n % 20], "logged_at": at, "updated_at": at, "account_id": n % ACCOUNTS + 1, **said}


def _topic(term: str) -> dict[str, Any]:
    return {"term": term, "label": term, "state": "followed", "notes": 9, "proposed_at": _ago(60)}


if __name__ == "__main__":
    main()
