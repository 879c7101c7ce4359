"""Cards for tests of what is shown: the plainest, and the one with the longest data in every place."""

from datetime import UTC, datetime, timedelta
from typing import Any

from commands.handoff.cards import HandoffCard, Happening, LeadFacts, RoutedFacts, TimerFacts
from domain.calendars import STANDARD
from domain.handoff import HandoffState, Move
from domain.policy import Lane
from storage.account_talk import AccountTalk, Said
from storage.objections import PastArgument

NOW = datetime(2026, 11, 25, 9, 0, tzinfo=UTC)
HOURS = STANDARD("Europe/Madrid")
ID = 2**62
OWNER, MARKETER, BACKUP, MANAGER = "U0OWNER0000", "U0MARKETER0", "U0BACKUP000", "U0MANAGER00"


def timer(kind: str = "accept", **more: Any) -> TimerFacts:  # noqa: ANN401 - any field
    """A promise that is due in two hours."""
    values: dict[str, Any] = {
        "id": ID,
        "kind": kind,
        "started_at": NOW,
        "target_at": NOW + timedelta(minutes=5),
        "due_at": NOW + timedelta(hours=2),
        "state": "open",
        "outcome": None,
        "stopped_at": None,
        "breached_at": None,
        "used_minutes": None,
        "carried_minutes": 0,
        "is_shadow": False,
    }
    return TimerFacts(**{**values, **more})


def card(text: str = "Acme", **more: Any) -> HandoffCard:  # noqa: ANN401 - any field
    """A handoff that its owner looks at, with ``text`` wherever people type."""
    lead = LeadFacts(
        id=ID,
        name=text,
        company=text,
        email=text,
        phone=text,
        score=2**31,
        source=text,
        campaign=text,
        lead_type="demo_request",
        action=text,
        action_at=NOW - timedelta(hours=3),
        crm_url="https://crm.example.com/leads/" + "7" * 1900,
    )
    talk = AccountTalk(
        tuple(Said(text, "product_gap", NOW) for _ in range(3)),
        tuple(PastArgument(text, "yes", text) for _ in range(3)),
    )
    values: dict[str, Any] = {
        "id": ID,
        "version": 2**31,
        "state": HandoffState.OFFERED,
        "kind": "mql",
        "round": 3,
        "parent_id": ID,
        "next_round": None,
        "lead": lead,
        "account_id": ID,
        "account_name": text,
        "tier": 1,
        "lane": Lane.FAST,
        "why": text,
        "owner_id": ID,
        "owner": OWNER,
        "owner_has_left": False,
        "marketer_id": ID,
        "marketer": MARKETER,
        "backup": BACKUP,
        "manager": MANAGER,
        "requested_at": NOW - timedelta(hours=3),
        "offered_at": NOW,
        "accepted_at": None,
        "attempted_at": None,
        "contacted_at": None,
        "qualified_at": None,
        "closed_at": None,
        "return_reason": None,
        "return_note": None,
        "recycle_at": None,
        "snoozed_until": None,
        "paused": None,
        "paused_since": None,
        "timers": (timer(), timer("attempt")),
        "attempts": {"call": 2**20, "email": 1, "meeting": 3, "message": 4},
        "history": (Happening(NOW, "handoff_offered", MARKETER, {}),),
        "routed": RoutedFacts("rotation", "sales", ((BACKUP, "away"),)),
        "source_channel": "C0AAAAAAAAA",
        "source_link": "https://norte-software.slack.com/archives/C0AAAAAAAAA/p1795315623000000",
        "moves": frozenset(Move),
        "talk": talk,
    }
    return HandoffCard(**{**values, **more})
