"""The scorecard counted once more from the audit events alone, by code that shares nothing with the product's."""

import json
from collections.abc import Iterable, Mapping
from datetime import datetime
from statistics import median
from typing import Any

Event = Mapping[str, Any]


class Offer:
    """What the events of one offer add up to."""

    def __init__(self, event: Event, data: Mapping[str, Any]) -> None:
        self.at = moment(event["at"])
        self.source = data["source"]
        self.owner = data["owner"]
        self.requested = moment(data["requested_at"]) if data["requested_at"] else None
        self.waited = data["waited_minutes"]
        self.outcome = "pending"
        self.reason: str | None = None
        self.tried: datetime | None = None
        self.tried_minutes: int | None = None
        self.broken: dict[int, str] = {}
        self.ended: dict[int, tuple[str, str]] = {}

    def happened(self, event: Event, data: Mapping[str, Any]) -> None:
        """One event more."""
        action = event["action"]
        self.source = data.get("after", {}).get("source", self.source)
        if action == "promise_broken":
            self.broken[data["timer_id"]] = data["timer"]
        for each in data.get("stopped", ()):
            self.ended[each["timer_id"]] = (each["timer"], each["outcome"])
            if each["timer"] == "attempt" and action in {"handoff_attempted", "handoff_qualified"}:
                self.tried_minutes = each["used_minutes"]
        if action == "handoff_reassigned":
            self.owner = data["to"]
        if action in {"handoff_accepted", "handoff_attempted"} and self.outcome == "pending":
            self.outcome = "accepted"
        if action == "handoff_attempted":
            tried = moment(data["at"])
            self.tried = min(self.tried or tried, tried)
        if action == "handoff_qualified":
            self.tried = self.tried or moment(event["at"])
        if action in {"handoff_recycled", "handoff_rerouted", "handoff_disqualified"}:
            self.reason = data["reason"]
            self.outcome = "returned" if self.outcome == "pending" else self.outcome
        if action in {"handoff_expired", "handoff_withdrawn"} and self.outcome == "pending":
            self.outcome = action.removeprefix("handoff_")

    def promises(self) -> list[tuple[str, bool]]:
        """Kind of each promise that was kept or broken, and whether it was kept."""
        found = [(kind, outcome == "met") for kind, outcome in self.ended.values() if outcome != "cancelled"]
        return found + [(kind, False) for timer_id, kind in self.broken.items() if timer_id not in self.ended]


def moment(text: object) -> datetime:
    """A time as the database gives it, in UTC."""
    found = text if isinstance(text, datetime) else datetime.fromisoformat(str(text))
    return found if found.tzinfo else datetime.fromisoformat(f"{found.isoformat()}+00:00")


def offers_in(events: Iterable[Event]) -> list[Offer]:
    """All offers of these events, in order of their ids."""
    found: dict[int, Offer] = {}
    for event in events:
        if event["subject_kind"] != "handoff":
            continue
        data = json.loads(event["data"])
        if event["action"] == "handoff_offered":
            found[event["subject_id"]] = Offer(event, data)
        else:
            found[event["subject_id"]].happened(event, data)
    return list(found.values())


def books(offers: Iterable[Offer]) -> dict[str, Any]:
    """The figures of some offers."""
    offers = list(offers)
    kept: dict[str, list[bool]] = {}
    for offer in offers:
        for kind, was_met in offer.promises():
            kept.setdefault(kind, []).append(was_met)
    outcomes = [offer.outcome for offer in offers]
    reasons = [offer.reason for offer in offers if offer.reason]
    return {
        "offered": len(offers),
        "outcomes": {name: outcomes.count(name) for name in set(outcomes)},
        "promises": {kind: (sum(each), len(each)) for kind, each in kept.items()},
        "returns": {reason: reasons.count(reason) for reason in set(reasons)},
        "request_to_offer": middle(
            (offer.at - offer.requested).total_seconds() / 60 for offer in offers if offer.requested
        ),
        "request_to_offer_worked": middle(offer.waited for offer in offers if offer.waited is not None),
        "offer_to_attempt": middle((offer.tried - offer.at).total_seconds() / 60 for offer in offers if offer.tried),
        "offer_to_attempt_worked": middle(offer.tried_minutes for offer in offers if offer.tried_minutes is not None),
    }


def middle(values: Iterable[float]) -> tuple[int, float | None]:
    """How many, and the one in the middle."""
    ordered = list(values)
    return len(ordered), median(ordered) if ordered else None
