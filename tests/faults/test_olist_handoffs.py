"""Real leads handed to 22 owners while the clock runs on: every one comes to an end, everything is told once.

The short form takes the first leads of the file; `LAZO_FAULTS=long` all 8,000, `LAZO_LEADS` any number.
"""

import csv
import heapq
import itertools
import os
import random
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import datetime, timedelta
from pathlib import Path
from typing import Any

import pytest
from sqlalchemy import Engine, event, text

from bot.jobs.notices import run_release
from bot.jobs.recycling import run_recycling
from bot.jobs.timers import run_due_timers
from commands.context import Actor
from commands.handoff import moves, notices, offering, recycled, turns
from commands.handoff.errors import BadFieldError, MoveRefusedError
from commands.handoff.intents import LogAttempt, NewLead, OfferAgain, OfferHandoff, ReturnLead
from commands.telling import Composed
from domain.handoff import HandoffState
from domain.policy import TimerKind
from domain.scorecard import FirstOutcome, figures
from domain.taxonomy import AttemptChannel, LeadType, ReturnReason
from domain.weeks import Span
from storage import handoffs, policies
from storage.database import Database
from storage.policies import PolicyTerms
from storage.scorecard import offers_in
from storage.tables import AuditEvent, Handoff, LadderStep, Notice, Timer
from tests import scoping
from tests.commands.promises import audit_books
from tests.commands.promises.desk import Desk, at

LONG = os.environ.get("LAZO_FAULTS") == "long"
LEADS = int(os.environ.get("LAZO_LEADS", "8000" if LONG else "15"))
OWNERS = 22
#: So many come in an hour, by dice: of many more at once, so that the clock is not looked at for each.
AN_HOUR = (0, 40, 80, 120) if LONG else (0, 4, 8, 12)
ZONES = ("Europe/Madrid", "Atlantic/Canary", "America/Mexico_City", "America/Tijuana")
TICK = timedelta(hours=1)
FIRST = at("2026-01-05 09:00")
TYPES = {
    "paid_search": LeadType.DEMO_REQUEST,
    "organic_search": LeadType.CONTENT,
    "direct_traffic": LeadType.PRICING_REQUEST,
}
FINAL = {"won", "lost", "recycled", "rerouted", "disqualified", "expired", "withdrawn"}

SAID = {
    kind: lambda _connection, _audience, due: Composed((), frozenset(notice.id for notice in due))
    for kind in notices.composers()
}

pytestmark = pytest.mark.fault


@dataclass(frozen=True)
class Unread:
    """In place of the card that answers a press, as far as a refusal looks at it."""

    history: tuple[object, ...] = ()
    offered_at: datetime = FIRST
    removed: int = 0
    state: str = ""


@pytest.fixture(autouse=True)
def for_the_long_way(monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    """What the short form proves and would take a third of the long one is left out there: replies, and the watch."""
    if not LONG:
        yield
        return
    for module in (turns, offering):
        monkeypatch.setattr(module, "card_of", lambda *_: Unread())
    event.remove(Engine, "before_execute", scoping.refuse_unscoped)
    yield
    event.listen(Engine, "before_execute", scoping.refuse_unscoped)


class Floor:
    """The sales floor: who does what when, by dice that fall alike every time."""

    def __init__(self, database: Database) -> None:
        self.desk = Desk(database)
        self.desk.now = FIRST
        self.dice = random.Random(8000)
        manager = self.desk.manager.member_id
        for actor in (self.desk.owner, self.desk.backup):
            self.desk.change_member(actor.member_id, team="")
        self.owners = [
            self.desk.actor(f"US{number:02}", tz=ZONES[number % len(ZONES)], team="sales", manager_id=manager)
            for number in range(OWNERS)
        ]
        self.by_id = {actor.member_id: actor for actor in (*self.owners, self.desk.manager)}
        self._plans: list[tuple[datetime, int, int, str]] = []
        self._numbers = itertools.count()
        self._seen = 0
        with database.write() as work:
            policies.ensure_defaults(work, self.desk.id, FIRST)
            for row, spec in policies.list_policies(work.connection, self.desk.id):
                terms = PolicyTerms(
                    row.name, replace(spec, reassigns=True), row.position, row.source, row.lead_type, row.tier
                )
                policies.change_policy(
                    work, self.desk.id, row.id, terms, expected_version=row.version, by_id=None, now=FIRST
                )
            work.commit()

    def run(self, leads: Iterator[NewLead]) -> None:
        """Hand all of them over, and let the clock run until nothing is left to do."""
        while True:
            given = list(itertools.islice(leads, self.dice.choice(AN_HOUR)))
            for lead in given:
                chosen = self.dice.choice(self.owners).member_id if self.dice.random() < 0.3 else None
                intent = OfferHandoff(lead, chosen, why=lead.action or "")
                offering.offer(self.desk.services, self.desk.marketer, intent, self.desk.key())
            self._tick()
            if not given and not self._plans and not self._left():
                return

    def _tick(self) -> None:
        self._plan_new()
        while self._plans and self._plans[0][0] <= self.desk.now:
            _when, _number, handoff_id, act = heapq.heappop(self._plans)
            # What comes too late is refused, which is tested elsewhere; here it would be a third of all acts.
            if act not in {"again", "decide"} and self._is_over(handoff_id):
                continue
            try:
                self._act(handoff_id, act)
            except (MoveRefusedError, BadFieldError):
                continue
        run_due_timers(self.desk.database, self.desk.now)
        run_recycling(self.desk.database, self.desk.now)
        # What is due is told; how it is put into words is tested elsewhere, and would take most of the time.
        run_release(self.desk.database, self.desk.services.texts, SAID, self.desk.now, self.desk.now)
        self.desk.now = max(self.desk.now + TICK, self._next_moment())

    def _is_over(self, handoff_id: int) -> bool:
        return self._ask("SELECT state FROM handoffs WHERE workspace_id = :ws AND id = :id", id=handoff_id) in FINAL

    def _next_moment(self) -> datetime:
        """When something is due again: an act, a step of a ladder, a notice, a recycled lead's date."""
        waiting = [self._plans[0][0]] if self._plans else []
        for question in (
            "SELECT min(next_step_at) FROM timers WHERE state = 'open' AND next_step_at IS NOT NULL",
            "SELECT min(not_before) FROM notices WHERE state = 'pending'",
            "SELECT min(recycle_at) FROM handoffs WHERE state = 'recycled' AND recycle_asked_at IS NULL",
        ):
            found = self._ask(question)
            if found is not None:
                waiting.append(audit_books.moment(found))
        return min(waiting, default=self.desk.now)

    def _left(self) -> bool:
        """Whether an offer has no plan yet, a recycled lead's date is still to come, or something waits to be told."""
        asked = (
            "SELECT (SELECT count(*) FROM notices WHERE state = 'pending') + count(*) FROM handoffs "
            "WHERE workspace_id = :ws AND (id > :seen OR (state = 'recycled' "
            "AND recycle_at IS NOT NULL AND NOT EXISTS (SELECT 1 FROM handoffs AS again WHERE again.workspace_id = :ws "
            "AND again.lead_id = handoffs.lead_id AND again.parent_id = handoffs.id)))"
        )
        return bool(self._ask(asked, seen=self._seen))

    def _ask(self, question: str, **given: object) -> Any:  # noqa: ANN401 - any column
        with self.desk.database.read() as connection:
            return connection.execute(text(question), {"ws": self.desk.id, **given}).scalar()

    def _plan_new(self) -> None:
        with self.desk.database.read() as connection:
            asked = text("SELECT id FROM handoffs WHERE workspace_id = :ws AND id > :seen ORDER BY id")
            fresh = [row[0] for row in connection.execute(asked, {"ws": self.desk.id, "seen": self._seen})]
        for handoff_id in fresh:
            self._seen = handoff_id
            self._plan(handoff_id)

    def _plan(self, handoff_id: int) -> None:
        hours = self.dice.choice((0.25, 0.5, 1, 2, 5, 20, 50))
        story = self.dice.choice(("win", "lose", "recycle", "refuse", "not_mine", "silent", "accept_only"))
        acts = {
            "win": ("accept", "attempt", "answered", "qualify", "won"),
            "lose": ("attempt", "answered", "qualify", "lost"),
            "recycle": ("attempt", "recycle", "again"),
            "refuse": ("refuse",),
            "not_mine": ("not_mine",),
            "silent": (),
            "accept_only": ("accept",),
        }[story]
        for place, act in enumerate(acts, 1):
            self._at(hours * place, handoff_id, act)
        self._at(24 * 30, handoff_id, "give_up")

    def _at(self, hours: float, handoff_id: int, act: str) -> None:
        heapq.heappush(self._plans, (self.desk.now + timedelta(hours=hours), next(self._numbers), handoff_id, act))

    def _act(self, handoff_id: int, act: str) -> None:
        desk = self.desk
        owner: Actor = desk.manager if act in {"give_up", "won", "lost"} else self._owner(handoff_id)
        match act:
            case "accept":
                moves.accept(desk.services, owner, handoff_id, desk.key())
            case "attempt" | "answered":
                intent = LogAttempt(handoff_id, AttemptChannel.CALL, act == "answered")
                moves.log_attempt(desk.services, owner, intent, desk.key())
            case "qualify":
                moves.qualify(desk.services, owner, handoff_id, desk.key())
            case "won" | "lost":
                moves.close(desk.services, owner, handoff_id, desk.key(), won=act == "won")
            case "not_mine":
                moves.not_mine(desk.services, owner, handoff_id, None, desk.key())
            case "again":
                self._at(24 * 95, handoff_id, "decide")
            case "decide" if self.dice.random() < 0.5:
                recycled.drop(desk.services, desk.marketer, handoff_id, desk.key())
            case "decide":
                recycled.offer_again(desk.services, desk.marketer, OfferAgain(handoff_id, "new year"), desk.key())
            case _:
                reason = ReturnReason.NOT_READY if act == "recycle" else ReturnReason.POOR_FIT
                moves.return_lead(desk.services, owner, ReturnLead(handoff_id, reason), desk.key())

    def _owner(self, handoff_id: int) -> Actor:
        with self.desk.database.read() as connection:
            owner_id = handoffs.get_handoff(connection, self.desk.id, handoff_id).owner_id
        return self.by_id.get(owner_id, self.desk.manager)


def leads_of(folder: Path) -> Iterator[NewLead]:
    with (folder / "marketing_qualified_leads.csv").open(encoding="utf-8", newline="") as file:
        for row in itertools.islice(csv.DictReader(file), LEADS):
            source = row["origin"].replace(" ", "_")
            yield NewLead(row["mql_id"][:12], source=source, lead_type=TYPES.get(source, LeadType.OTHER), action="form")


@pytest.mark.timeout(6 * 3600 if LONG else 400)
def test_every_lead_comes_to_an_end_and_everything_is_told_once(database: Database, shared_dir: Path) -> None:
    floor = Floor(database)
    floor.run(leads_of(shared_dir / "data" / "olist"))
    desk = floor.desk
    rows = desk.rows(Handoff)

    assert len({row["lead_id"] for row in rows}) == LEADS
    assert {row["state"] for row in rows} <= FINAL
    last = {row["lead_id"]: row["state"] for row in rows}  # in the order of ids
    assert not {"expired", "rerouted"} & set(last.values()), "somebody was to get it next"
    assert {row["state"] for row in desk.rows(Timer)} == {"stopped"}
    for rounds in _by_lead(rows).values():
        assert rounds == list(range(1, len(rounds) + 1))

    once = Counter(
        (row["kind"], row["member_id"], row["channel"], row["subject_id"])
        for row in desk.rows(Notice)
        if row["lane"] != "in_place" and row["kind"] not in {"timer_warned", "handoff_offered"}
    )
    assert set(once.values()) == {1}
    assert not [row for row in desk.rows(Notice) if row["state"] == "pending"]
    told = Counter((row["timer_id"], row["rung"], row["recipient"]) for row in desk.rows(LadderStep))
    assert set(told.values()) == {1}
    warned = Counter(row["subject_id"] for row in desk.rows(Notice) if row["kind"] == "timer_warned")
    assert max(warned.values()) <= 2  # at half and at four fifths

    period = Span(FIRST, desk.now + TICK)
    with database.read() as connection:
        whole = figures(offers_in(connection, desk.id, period, desk.now))
    assert whole.offered == len(rows) == sum(whole.outcomes.values())
    assert whole.outcomes.get(FirstOutcome.PENDING, 0) == 0
    again = audit_books.books(audit_books.offers_in(desk.rows(AuditEvent)))
    assert again["outcomes"] == {name.value: count for name, count in whole.outcomes.items()}
    assert again["promises"] == {kind: (each.met, each.due) for kind, each in whole.promises.items()}
    assert again["offer_to_attempt_worked"][0] == whole.offer_to_attempt_worked.n
    shares = Counter(row["owner_id"] for row in rows if row["routed_by"] == "rotation")
    print(
        f"{LEADS} leads, {len(rows)} offers, {sum(whole.outcomes.values())} outcomes {dict(again['outcomes'])},"
        f" attainment {whole.attainment}, rotation {min(shares.values())} to {max(shares.values())} each"
    )
    assert TimerKind.ATTEMPT in whole.promises
    assert HandoffState.WON in last.values()


def _by_lead(rows: list[object]) -> dict[int, list[int]]:
    found: dict[int, list[int]] = {}
    for row in rows:
        found.setdefault(row["lead_id"], []).append(row["round"])  # type: ignore[index]
    return found
