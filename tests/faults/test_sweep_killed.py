"""SIGKILL in the middle of a sweep, at each place where it could leave half of a step, and a new start after each.

Whatever the place, every step of every ladder happens once: in the ledger, in what is told, in who gets the lead next.
The long form (`LAZO_FAULTS=long`) comes to each place as often as there are pieces of work.
"""

import os
import subprocess
import sys
from collections import Counter
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import replace
from datetime import datetime
from pathlib import Path

import pytest

from commands.handoff.intents import NewLead, OfferHandoff
from commands.handoff.offering import offer
from domain.taxonomy import LeadType
from storage import policies
from storage.database import Database
from storage.policies import PolicyTerms
from storage.tables import AuditEvent, Handoff, LadderStep, Notice, Timer
from tests.commands.promises.desk import Desk, at
from tests.faults.running_bot import lazo_environment

LONG = os.environ.get("LAZO_FAULTS") == "long"
#: How often a place is come to before the kill.
TIMES = (1, 2, 3) if LONG else (1,)
#: In the long form more timers are due than one transaction takes.
EACH = 40 if LONG else 3
#: Each step of the ladders a minute after its moment, and where the sweep is cut off there.
STEPS = (
    ("2026-06-03 10:31", ("claimed",)),
    ("2026-06-03 10:49", ("timers_moved", "before_notices")),
    ("2026-06-03 11:01", ("breach_audited", "ledger_written")),
    ("2026-06-03 11:31", ("notices_written",)),
    ("2026-06-03 13:13", ("committed",)),
    ("2026-06-03 14:01", ("expired", "offered_on", "before_commit", "committed")),
)

pytestmark = [pytest.mark.fault, pytest.mark.timeout(900 if LONG else 400)]


class Sweeper:
    """The process that sweeps, as the test talks to it."""

    def __init__(self, process: subprocess.Popen[str]) -> None:
        self._process = process

    def sweep(self, now: datetime, point: str = "-", which: int = 1) -> str:
        """Sweep at ``now``: ``done``, or ``killed`` at ``point``."""
        asks, answers = self._process.stdin, self._process.stdout
        assert asks is not None
        assert answers is not None
        asks.write(f"{now.isoformat()} {point} {which}\n")
        asks.flush()
        return answers.readline().strip()


@contextmanager
def sweeper(url: str, folder: Path) -> Iterator[Sweeper]:
    with subprocess.Popen(
        [sys.executable, "-m", "tests.faults.sweeper", url],
        env=lazo_environment(folder), cwd=folder, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True,
    ) as process:  # fmt: skip
        yield Sweeper(process)
        assert process.stdin is not None
        process.stdin.close()
        process.wait(60)


def test_killed_anywhere_every_step_happens_once(database: Database, tmp_path: Path) -> None:
    desk = Desk(database)
    hand_over(desk)
    kills = 0
    with sweeper(database.url.render_as_string(hide_password=False), tmp_path) as process:
        for moment, points in STEPS:
            desk.now = at(moment)
            for which in TIMES:
                for point in points:
                    answer = process.sweep(desk.now, point, which)
                    assert answer == "killed" or (LONG and answer == "done"), f"{moment}, {point}: {answer}"
                    kills += answer == "killed"
            assert process.sweep(desk.now) == "done"
    check(desk)
    print(f"{kills} kills, {len(desk.rows(LadderStep))} steps, each once")


def hand_over(desk: Desk) -> None:
    """Requests for a demo and other leads to one owner, and leads of the round robin that go on by themselves."""
    with desk.database.write() as work:
        policies.ensure_defaults(work, desk.id, desk.now)
        for row, spec in policies.list_policies(work.connection, desk.id):
            terms = PolicyTerms(
                row.name, replace(spec, reassigns=True), row.position, row.source, row.lead_type, row.tier
            )
            policies.change_policy(work, desk.id, row.id, terms, expected_version=row.version, by_id=None, now=desk.now)
        work.commit()
    for number in range(EACH):
        for lead_type, owner in (
            (LeadType.DEMO_REQUEST, desk.owner.member_id),
            (LeadType.OTHER, desk.owner.member_id),
            (LeadType.OTHER, None),
        ):
            lead = NewLead(f"Acme {number}", lead_type=lead_type, source="ads")
            offer(desk.services, desk.marketer, OfferHandoff(lead, owner, why="asked"), desk.key())


def check(desk: Desk) -> None:
    """What the ledger, the notices, the audit and the handoffs say agrees, and is what the ladders promise."""
    timers = {row["id"]: row for row in desk.rows(Timer)}
    handoffs = {row["id"]: row for row in desk.rows(Handoff)}
    ledger = desk.rows(LadderStep)
    expected: Counter[tuple[str, str]] = Counter()
    for timer in timers.values():
        handoff = handoffs[timer["subject_id"]]
        if handoff["lane"] == "fast":
            expected.update(
                {("fast", "half"): 1, ("fast", "most"): 1, ("fast", "breach"): 2, ("fast", "escalation"): 2}
            )
        elif timer["kind"] == "accept" and handoff["round"] == 1:
            expected.update({("standard", "most"): 1, ("standard", "breach"): 1, ("standard", "escalation"): 1})
    found = Counter((handoffs[timers[row["timer_id"]]["subject_id"]]["lane"], row["rung"]) for row in ledger)
    assert found == expected

    told = Counter(
        (row["timer_id"], row["recipient"].removeprefix("member:")) for row in ledger if row["recipient"] != "-"
    )
    # A step that tells an owner and one that lists for a manager are each told by a notice of its own.
    said = Counter(
        (row["subject_id"], str(row["member_id"])) for row in desk.rows(Notice) if row["subject_kind"] == "timer"
    )
    assert said == told

    routed = [row for row in handoffs.values() if row["round"] == 1 and row["routed_by"] == "rotation"]
    assert len(routed) == EACH
    assert {row["state"] for row in routed} == {"expired"}
    again = Counter(row["parent_id"] for row in handoffs.values() if row["parent_id"] is not None)
    assert again == Counter({row["id"]: 1 for row in routed})
    expired = Counter(row["subject_id"] for row in desk.rows(AuditEvent) if row["action"] == "handoff_expired")
    assert expired == again
    broken = [row for row in timers.values() if row["breached_at"] is not None]
    audited = Counter(row["subject_id"] for row in desk.rows(AuditEvent) if row["action"] == "promise_broken")
    assert audited == Counter(row["subject_id"] for row in broken)
