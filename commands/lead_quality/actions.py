"""The use cases that write: rate a lead, take the rating back, bring it again."""

from dataclasses import field, replace
from datetime import date, datetime
from typing import Any, Final
from zoneinfo import ZoneInfo

from commands import new_leads
from commands.acts import note_act
from commands.context import Actor, Services
from commands.lead_quality import answers, telling
from commands.lead_quality.answers import Receipt
from commands.once import once
from commands.openers import Evidence
from commands.returning import HandoffDoor, Held, Outcome, WantedReturn, reasons_offered
from domain.lead_quality import Problem, Said, action_for, problems_of
from domain.values import frozen
from storage import kept_forms, lead_ratings, leads, notices
from storage.database import UnitOfWork
from storage.errors import StaleVersionError
from storage.ids import new_id
from storage.lead_ratings import LEAD, SUBJECT
from storage.tables import Lead, LeadRating

_COMPARED: Final = ("fit", "intent", "reason", "note")


@frozen
class RateLead:
    """What somebody thinks of a lead.

    ``version`` is that of the rating that a form showed; absent when none was shown. ``keeps_note``: the stored note
    stays, since it was too long for the form; ``kept_text`` holds all of a text that was. ``removed`` counts characters
    that cannot be kept. A lead that is not here yet has no id: it is made of ``new_lead``, its name. ``form`` is the
    view that a form began in, however many went on with it.
    """

    lead_id: int | None
    said: Said
    evidence: Evidence = field(default_factory=Evidence)
    version: int | None = None
    keeps_note: bool = False
    kept_text: int | None = None
    removed: int = 0
    new_lead: str | None = None
    form: str | None = None


class NotTheRaterError(Exception):
    """Only who rated a lead may change what they said."""


class SavedBeforeError(Exception):
    """The form was stored already and says something else now: ``rating_id`` stands as it is."""

    def __init__(self, rating_id: int) -> None:
        super().__init__(f"{SUBJECT} {rating_id} was stored by the same form")
        self.rating_id = rating_id


class ContradictionError(Exception):
    """What was said does not go together; ``problems`` name the fields."""

    def __init__(self, problems: tuple[Problem, ...]) -> None:
        super().__init__(", ".join(f"{each.field}: {each.code}" for each in problems))
        self.problems = problems


def rate(services: Services, actor: Actor, door: HandoffDoor, intent: RateLead, key: str) -> Receipt:
    """Store what ``actor`` thinks of a lead, once for the payload ``key``; rated before, it is changed.

    A reason is carried out on the lead's handoff, in the same transaction, when they may decide on it and it is open;
    else the rating stands beside it as their view. Raises `ContradictionError`; StaleVersionError when the rating
    changed since the form showed it; `SavedBeforeError` when the same form was stored in another view and says
    something else now; NotAMemberError when a guest names a lead that is not here yet.
    """
    now = services.now()

    def act(work: UnitOfWork) -> dict[str, Any]:
        lead_id = intent.lead_id
        if lead_id is None:
            lead_id = new_leads.lead_named(work, actor, intent.new_lead or "", now)
        lead = leads.get_lead(work.connection, actor.workspace_id, lead_id)
        before = lead_ratings.find_of(work.connection, actor.workspace_id, lead.id, actor.member_id)
        if before is not None and intent.version is not None and intent.version != before.version:
            raise StaleVersionError(SUBJECT, before.id)
        held = door.held(work.connection, actor, lead.id)
        said = _whole(work, actor, intent, before)
        if before is not None and not _is_same(before, held, said) and _went_on_unseen(work, actor, intent):
            raise SavedBeforeError(before.id)
        _check(held, said, now.astimezone(ZoneInfo(actor.tz)).date())
        outcome = _carry_out(work, actor, door, lead.id, said, now)
        if before is not None and outcome is not Outcome.CARRIED_OUT and _is_same(before, held, said):
            return {"rating": before.id, "outcome": outcome, "repeated": True}
        rating_id = _store(work, actor, lead, held, before, replace(intent, said=said), outcome, now)
        told = _tell(work, actor, lead, held, outcome, now)
        return {"rating": rating_id, "outcome": outcome, "edited": before is not None, "told": told}

    outcome, _replayed = once(services, actor, key, act)
    told = outcome.get("told")
    receipt = answers.receipt_of(services, actor, door, int(outcome["rating"]))
    return replace(
        receipt,
        outcome=Outcome(outcome["outcome"]) if outcome["outcome"] else None,
        edited=bool(outcome.get("edited")),
        repeated=bool(outcome.get("repeated")),
        told=(told["who"], datetime.fromisoformat(told["at"])) if told else None,
        removed=intent.removed,
    )


def withdraw(services: Services, actor: Actor, door: HandoffDoor, rating_id: int, key: str) -> Receipt:
    """*Undo*: hide a rating everywhere. A lead that it sent back stays with marketing. Raises `NotTheRaterError`."""
    return _hide(services, actor, door, rating_id, key, services.now(), "lead_rating_withdrawn")


def restore(services: Services, actor: Actor, door: HandoffDoor, rating_id: int, key: str) -> Receipt:
    """Undo the undo. Raises `NotTheRaterError`."""
    return _hide(services, actor, door, rating_id, key, None, "lead_rating_restored")


def _hide(
    services: Services,
    actor: Actor,
    door: HandoffDoor,
    rating_id: int,
    key: str,
    withdrawn_at: datetime | None,
    action: str,
) -> Receipt:
    now = services.now()

    def act(work: UnitOfWork) -> dict[str, Any]:
        before = lead_ratings.get_rating(work.connection, actor.workspace_id, rating_id)
        if before.rated_by_id != actor.member_id:
            raise NotTheRaterError
        if (before.withdrawn_at is None) != (withdrawn_at is None):
            lead_ratings.change_rating(work, actor.workspace_id, before, {"withdrawn_at": withdrawn_at}, now)
            note_act(work, actor, action, (SUBJECT, before.id), now, {"lead": before.lead_id})
            if withdrawn_at is None:
                lead = leads.get_lead(work.connection, actor.workspace_id, before.lead_id)
                held = door.held(work.connection, actor, lead.id)
                _tell(work, actor, lead, held, None, now)
        return {"rating": before.id}

    once(services, actor, key, act)
    return answers.receipt_of(services, actor, door, rating_id)


def _whole(work: UnitOfWork, actor: Actor, intent: RateLead, before: LeadRating | None) -> Said:
    """What was said, with the note that was too long for the form."""
    if before is not None and intent.keeps_note:
        return replace(intent.said, note=before.note)
    if intent.kept_text is None or intent.said.note is not None:
        return intent.said
    kept = kept_forms.text_of(work.connection, actor.workspace_id, intent.kept_text, actor.member_id)
    return intent.said if kept is None else replace(intent.said, note=kept)


def _went_on_unseen(work: UnitOfWork, actor: Actor, intent: RateLead) -> bool:
    """Whether the form was stored already, without showing here what of it."""
    if intent.form is None or intent.version is not None:
        return False
    return kept_forms.was_stored(work.connection, actor.workspace_id, intent.form)


def _check(held: Held | None, said: Said, today: date) -> None:
    offered = reasons_offered(held)
    problems = problems_of(said, offered, today)
    if problems:
        raise ContradictionError(problems)


def _carry_out(
    work: UnitOfWork, actor: Actor, door: HandoffDoor, lead_id: int, said: Said, now: datetime
) -> Outcome | None:
    if said.reason is None:
        return None
    return door.give_back(work, actor, WantedReturn(lead_id, said.reason, said.note, said.recycle_on), now)


def _store(
    work: UnitOfWork,
    actor: Actor,
    lead: Lead,
    held: Held | None,
    before: LeadRating | None,
    intent: RateLead,
    outcome: Outcome | None,
    now: datetime,
) -> int:
    said, carried = intent.said, outcome is Outcome.CARRIED_OUT
    values: dict[str, Any] = {
        "fit": said.fit.value,
        "intent": said.intent.value,
        "reason": said.reason and said.reason.value,
        "note": said.note,
        "handoff_id": held.handoff_id if held else None,
        "decides": held is not None and held.decides,
        "withdrawn_at": None,
    }
    # What stands in a form that somebody sent they chose; what was read from a line they only did not correct.
    data: dict[str, object] = {"lead": lead.id, "outcome": outcome, lead_ratings.CHOSEN: intent.form is not None}
    if before is None:
        rating = LeadRating(
            workspace_id=actor.workspace_id,
            id=new_id(),
            lead_id=lead.id,
            rated_by_id=actor.member_id,
            rated_at=now,
            action=_done(said) if carried else None,
            source_channel=intent.evidence.channel,
            source_link=intent.evidence.link,
            source_author=intent.evidence.author,
            updated_at=now,
            **values,
        )
        lead_ratings.add_rating(work, rating)
        note_act(work, actor, "lead_rated", (SUBJECT, rating.id), now, data)
        return rating.id
    # What was done for an earlier word about the same handoff stays done.
    of_the_same = before.handoff_id == values["handoff_id"]
    if not of_the_same or before.withdrawn_at is not None:
        values["rated_at"] = now  # another round, or said anew: it counts when it was said
    values["action"] = _done(said) if carried else before.action if of_the_same else None
    lead_ratings.change_rating(work, actor.workspace_id, before, values, now)
    changed = {name: getattr(before, name) for name in _COMPARED if getattr(before, name) != values[name]}
    note_act(work, actor, "lead_rating_revised", (SUBJECT, before.id), now, {**data, "before": changed})
    return before.id


def _done(said: Said) -> str | None:
    action = action_for(said.reason)
    return None if action is None else action.value


def _tell(
    work: UnitOfWork, actor: Actor, lead: Lead, held: Held | None, outcome: Outcome | None, now: datetime
) -> dict[str, str] | None:
    """Plan the line of the marketer's list. What was sent back is told by its handoff, with all that people think."""
    if outcome is Outcome.CARRIED_OUT or (held is not None and held.is_to_be_told):
        notices.drop_pending(work, actor.workspace_id, LEAD, lead.id, kind=telling.TELL)
        return None
    hearer = telling.hearer_of(work.connection, actor.workspace_id, lead, held, actor.member_id, now)
    if hearer is None:
        return None
    telling.plan(work, actor.workspace_id, lead.id, hearer, now)
    return {"who": hearer.slack_id, "at": hearer.at.isoformat()}


def _is_same(before: LeadRating, held: Held | None, said: Said) -> bool:
    """Whether it says what stands, of the same round: said of another handoff it is another word."""
    if before.handoff_id != (held.handoff_id if held else None):
        return False
    values = {"fit": said.fit.value, "intent": said.intent.value, "reason": said.reason and said.reason.value}
    return before.withdrawn_at is None and all(
        getattr(before, name) == value for name, value in {**values, "note": said.note}.items()
    )
