"""A team that hands over leads: people with their parts, a clock that is moved, and the use cases called directly."""

import itertools
from datetime import UTC, datetime, timedelta
from typing import Any
from zoneinfo import ZoneInfo

from sqlalchemy import text
from sqlmodel import SQLModel

from commands.context import Actor, Services
from commands.handoff import clock_moves, moves, offering
from commands.handoff.cards import HandoffCard, TimerFacts, card_of
from commands.handoff.intents import LogAttempt, NewLead, OfferHandoff, ReturnLead
from commands.i18n import Texts
from domain.taxonomy import AttemptChannel, LeadType, ReturnReason
from storage.database import Database
from storage.ids import new_id
from storage.tables import AuditEvent, LadderStep, Notice, TimeOff
from tests.storage.rows import Team

MADRID = ZoneInfo("Europe/Madrid")


def at(text_: str) -> datetime:
    """A moment by the clocks of Madrid, in UTC."""
    return datetime.fromisoformat(text_).replace(tzinfo=MADRID).astimezone(UTC)


#: A Wednesday in the middle of the morning.
MORNING = at("2026-06-03 10:00")


class Desk:
    """One workspace with a marketer, an owner, her backup and her manager; all work Mon–Fri 09–18 in Madrid."""

    def __init__(self, database: Database, team_id: str = "T1") -> None:
        self.database = database
        self.team = Team.new(database, team_id)
        self.id = self.team.id
        self.now = MORNING
        self.services = Services(database, Texts(), lambda: self.now, lambda: self.now, lambda _ws, _user: None)
        self._keys = itertools.count()
        self.marketer = self.actor("UMARTA", team="marketing")
        self.manager = self.actor("UBOSS", team="sales", is_manager=True)
        self.backup = self.actor("UBRUNO", team="sales")
        self.owner = self.actor(
            "ULAURA", team="sales", backup_id=self.backup.member_id, manager_id=self.manager.member_id
        )
        self.stranger = self.actor("USTRANGER")
        self.settings(handoff_channel="CHANDOFF")

    def actor(self, slack_id: str, *, tz: str = "Europe/Madrid", **columns: Any) -> Actor:  # noqa: ANN401 - any column
        """A person, with further columns of their row."""
        member_id = self.team.member(slack_id, tz=tz)
        self.change_member(member_id, **columns)
        return Actor(self.id, member_id, slack_id, "en", tz)

    def change_member(self, member_id: int, **columns: Any) -> None:  # noqa: ANN401 - any column
        """Write columns of a member."""
        for name, value in columns.items():
            self._execute(
                f"UPDATE members SET {name} = :value WHERE workspace_id = :ws AND id = :id", value=value, id=member_id
            )

    def settings(self, **columns: Any) -> None:  # noqa: ANN401 - any column
        """Write columns of the workspace."""
        for name, value in columns.items():
            self._execute(f"UPDATE workspaces SET {name} = :value WHERE id = :ws", value=value)

    def key(self) -> str:
        """A payload never seen before."""
        return f"k{next(self._keys)}"

    def pass_time(self, **span: float) -> None:
        """Move the clock."""
        self.now += timedelta(**span)

    def offer(self, owner: Actor | None = None, lead_type: LeadType = LeadType.OTHER, **more: Any) -> HandoffCard:  # noqa: ANN401 - any field
        """Hand over a new lead, to the owner unless somebody else is named."""
        lead = NewLead("Acme", "Lola", lead_type=lead_type, source="Webinar", action_at=more.pop("action_at", None))
        intent = OfferHandoff(more.pop("lead", lead), (owner or self.owner).member_id, why="asked for prices", **more)
        return offering.offer(self.services, self.marketer, intent, self.key())

    def offer_routed(self, lead_type: LeadType = LeadType.OTHER) -> HandoffCard:
        """Hand over a new lead to whoever routing finds."""
        intent = OfferHandoff(NewLead("Globex", lead_type=lead_type, source="ads"), why="x")
        return offering.offer(self.services, self.marketer, intent, self.key())

    def accept(self, card: HandoffCard, actor: Actor | None = None) -> HandoffCard:
        """*Accept*."""
        return moves.accept(self.services, actor or self.owner, card.id, self.key())

    def attempt(
        self, card: HandoffCard, actor: Actor | None = None, *, answered: bool = False, when: datetime | None = None
    ) -> HandoffCard:
        """*Log attempt*: a call."""
        intent = LogAttempt(card.id, AttemptChannel.CALL, answered, at=when)
        return moves.log_attempt(self.services, actor or self.owner, intent, self.key())

    def give_back(
        self,
        card: HandoffCard,
        reason: ReturnReason,
        actor: Actor | None = None,
        **more: Any,  # noqa: ANN401 - any field
    ) -> HandoffCard:
        """*Return…*."""
        return moves.return_lead(self.services, actor or self.owner, ReturnLead(card.id, reason, **more), self.key())

    def take_over(self, card: HandoffCard, actor: Actor) -> HandoffCard:
        """*Take it*."""
        return clock_moves.take_over(self.services, actor, card.id, self.key())

    def take_time_off(self, actor: Actor, start: str, end: str) -> None:
        """Write that somebody is away by the clocks of Madrid, and nothing else."""
        self.away(actor, at(start), at(end))

    def away(self, actor: Actor, start: datetime, end: datetime) -> None:
        """Write that somebody is away, and nothing else."""
        with self.database.write() as work:
            work.session.add(
                TimeOff(
                    workspace_id=self.id,
                    id=new_id(),
                    member_id=actor.member_id,
                    starts_at=start,
                    ends_at=end,
                    created_at=self.now,
                )
            )
            work.commit()

    def card(self, handoff_id: int, viewer: Actor | None = None) -> HandoffCard:
        """The handoff now."""
        with self.database.read() as connection:
            return card_of(connection, self.id, handoff_id, viewer)

    def timer(self, card: HandoffCard, kind: str) -> TimerFacts:
        """The timer of that kind as it is now."""
        return next(each for each in self.card(card.id).timers if each.kind == kind)

    def rows(self, table: type[SQLModel]) -> list[Any]:
        """All rows of a table, in the order of their ids."""
        with self.database.read() as connection:
            order = "timer_id, due_at, rung, recipient" if table is LadderStep else "id"
            found = connection.execute(text(f"SELECT * FROM {table.__tablename__} ORDER BY {order}"))
            return list(found.mappings())

    def told(self, *kinds: str) -> list[tuple[str, int | str | None]]:
        """What is planned to be told at once or in lists: kind and reader, in order."""
        return [
            (row["kind"], row["member_id"] or row["channel"])
            for row in self.rows(Notice)
            if row["lane"] != "in_place" and row["state"] == "pending" and (not kinds or row["kind"] in kinds)
        ]

    def audit(self, action: str) -> list[dict[str, Any]]:
        """The audit events of that action."""
        return [dict(row) for row in self.rows(AuditEvent) if row["action"] == action]

    def _execute(self, statement: str, **values: Any) -> None:  # noqa: ANN401 - any value
        with self.database.write() as work:
            work.connection.execute(text(statement), {"ws": self.id, **values})
            work.commit()
