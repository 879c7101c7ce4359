"""The use cases that write: record, revise, withdraw and restore a review."""

import hashlib
from collections.abc import Mapping
from dataclasses import replace
from datetime import datetime, timedelta
from typing import Any, Final

from sqlalchemy import Connection

from commands.context import Actor, Services
from commands.members import only_members
from commands.once import once
from commands.win_loss import asking
from commands.win_loss.answers import Receipt, receipt_of
from commands.win_loss.parse import RecordReview, ReviewFields, ReviseReview
from commands.win_loss.subject import Subject, subject_of
from commands.win_loss.telling import SUBJECT, plan_notice, tell_of_change
from domain.names import fold
from domain.taxonomy import DealOutcome, Perspective
from storage import accounts, audit, kept_forms, people, reviews
from storage.database import UnitOfWork
from storage.ids import new_id
from storage.search import index_text
from storage.tables import WinLossReview

#: The same text by the same person within this time is the same review.
SAME_TEXT_WINDOW: Final = timedelta(seconds=60)
_TEXTS: Final = ("swung_it", "buyer_words", "helpful_content", "lesson")


class NotTheAuthorError(Exception):
    """Only who gave a view may change it."""


def record_review(services: Services, actor: Actor, intent: RecordReview, key: str) -> Receipt:
    """Store a view of a deal once for the payload ``key``, plan who hears of it, and gather what to give back.

    Who has given their view of this closing from the same side already is told so (`Receipt.given`), and nothing is
    stored: it is theirs to change.
    """
    now = services.now()

    def act(work: UnitOfWork) -> dict[str, Any]:
        fields = _with_kept_text(work.connection, actor, intent)
        text_hash = _text_hash(fields)
        same = reviews.same_text(
            work.connection, actor.workspace_id, actor.member_id, text_hash, now - SAME_TEXT_WINDOW
        )
        if same is not None:
            return {"review": same, "repeated": True}
        subject = subject_of(work.connection, actor.workspace_id, fields)
        perspective = fields.perspective or usual_perspective(work.connection, actor)
        if subject.deal is not None:
            given = reviews.own_view(
                work.connection,
                actor.workspace_id,
                actor.member_id,
                subject.deal.id,
                subject.deal.closing,
                perspective.value,
            )
            if given is not None:
                return {"review": given, "given": True}
        values = {
            **_columns(fields, subject),
            "workspace_id": actor.workspace_id,
            "id": new_id(),
            "logged_by_id": actor.member_id,
            "logged_at": now,
            "perspective": perspective.value,
            "typed": fields.typed,
            "source_channel": intent.origin.channel,
            "source_link": intent.origin.link,
            "source_author": intent.origin.author,
            "text_hash": text_hash,
            "withdrawn_at": None,
            "updated_at": now,
            "version": 1,
        }
        reviews.add_review(work, values)
        audit.record(
            work,
            actor.workspace_id,
            action="review_logged",
            subject=(SUBJECT, values["id"]),
            actor_id=actor.member_id,
            now=now,
        )
        plan_notice(work, actor.workspace_id, values["id"], subject.account_id, actor.member_id, now)
        asking.views_changed(work, actor.workspace_id, values["deal_id"], values["closing"], actor.member_id, now)
        return {"review": values["id"]}

    outcome, _replayed = once(services, actor, key, act)
    receipt = receipt_of(services, actor, int(outcome["review"]))
    return replace(
        receipt,
        removed=intent.removed,
        repeated=bool(outcome.get("repeated")),
        given=bool(outcome.get("given")),
    )


def revise(services: Services, actor: Actor, intent: ReviseReview, key: str) -> Receipt:
    """Write a changed form. Raises `NotTheAuthorError`; StaleVersionError when it changed since it was opened."""
    now = services.now()

    def act(work: UnitOfWork) -> dict[str, Any]:
        before = _mine(work.connection, actor, intent.review_id)
        kept = {name: getattr(before, name) for name in intent.keeps if getattr(intent.fields, name) is None}
        fields = replace(intent.fields, **kept)
        subject = subject_of(work.connection, actor.workspace_id, fields)
        changes = {**_columns(fields, subject), "text_hash": _text_hash(fields)}
        if before.deal_id is not None and changes["deal_id"] == before.deal_id:
            # The view is of the closing that it was given on, whatever became of the deal since.
            changes |= {"closing": before.closing, "deal_closed_at": before.deal_closed_at}
        if fields.perspective is not None:
            changes["perspective"] = fields.perspective.value
        _change(work, actor, before, intent.version, changes, "review_revised", now)
        return {"review": before.id}

    once(services, actor, key, act)
    return receipt_of(services, actor, intent.review_id)


def set_account(services: Services, actor: Actor, review_id: int, account_id: int, key: str) -> Receipt:
    """Link a review to a known account."""
    now = services.now()

    def act(work: UnitOfWork) -> dict[str, Any]:
        before = _mine(work.connection, actor, review_id)
        if before.account_id != account_id:
            account = accounts.get_account(work.connection, actor.workspace_id, account_id)
            changes = _linked(work.connection, actor, before, account.id, account.name)
            _change(work, actor, before, before.version, changes, "review_linked", now)
        return {"review": before.id}

    once(services, actor, key, act)
    return receipt_of(services, actor, review_id)


def create_account(services: Services, actor: Actor, review_id: int, key: str) -> Receipt:
    """Make an account of the unknown name that was typed, and link the review to it. Raises NotAMemberError."""
    now = services.now()

    def act(work: UnitOfWork) -> dict[str, Any]:
        only_members(work.connection, actor)
        before = _mine(work.connection, actor, review_id)
        if before.account_hint:
            account = accounts.add_account(
                work, actor.workspace_id, before.account_hint, created_by_id=actor.member_id, now=now
            )
            changes = _linked(work.connection, actor, before, account.id, account.name)
            _change(work, actor, before, before.version, changes, "review_linked", now)
        return {"review": before.id}

    once(services, actor, key, act)
    return receipt_of(services, actor, review_id)


def withdraw(services: Services, actor: Actor, review_id: int, key: str) -> Receipt:
    """*Undo*: hide a review everywhere. It can be restored."""
    return _hide(services, actor, review_id, key, services.now())


def restore(services: Services, actor: Actor, review_id: int, key: str) -> Receipt:
    """Undo the undo."""
    return _hide(services, actor, review_id, key, None)


def usual_perspective(connection: Connection, actor: Actor) -> Perspective:
    """Whose view it is when nobody says: a manager's of those who lead a team, else the rep's."""
    member = people.get_member(connection, actor.workspace_id, actor.member_id)
    return Perspective.MANAGER if member.is_manager else Perspective.REP


def _hide(services: Services, actor: Actor, review_id: int, key: str, withdrawn_at: datetime | None) -> Receipt:
    now = services.now()
    action = "review_restored" if withdrawn_at is None else "review_withdrawn"

    def act(work: UnitOfWork) -> dict[str, Any]:
        before = _mine(work.connection, actor, review_id)
        if (before.withdrawn_at is None) != (withdrawn_at is None):
            _change(work, actor, before, before.version, {"withdrawn_at": withdrawn_at}, action, now)
        return {"review": before.id}

    once(services, actor, key, act)
    return receipt_of(services, actor, review_id)


def _mine(connection: Connection, actor: Actor, review_id: int) -> WinLossReview:
    review = reviews.get_review(connection, actor.workspace_id, review_id)
    if review.logged_by_id != actor.member_id:
        raise NotTheAuthorError
    return review


def _change(
    work: UnitOfWork,
    actor: Actor,
    before: WinLossReview,
    expected_version: int,
    changes: Mapping[str, Any],
    action: str,
    now: datetime,
) -> None:
    reviews.change_review(work, actor.workspace_id, before.id, changes, expected_version=expected_version, now=now)
    tell_of_change(work, actor.workspace_id, before, changes, now)
    closings = {
        (before.deal_id, before.closing),
        (changes.get("deal_id", before.deal_id), changes.get("closing", before.closing)),
    }
    for deal_id, closing in sorted(closings, key=str):
        asking.views_changed(work, actor.workspace_id, deal_id, closing, actor.member_id, now)
    changed = {name: _plain(getattr(before, name)) for name, value in changes.items() if getattr(before, name) != value}
    audit.record(
        work,
        actor.workspace_id,
        action=action,
        subject=(SUBJECT, before.id),
        actor_id=actor.member_id,
        now=now,
        data={"before": changed},
    )


def _linked(connection: Connection, actor: Actor, before: WinLossReview, account_id: int, name: str) -> dict[str, Any]:
    """The account, its name among the words, and the deal of it that fits."""
    wanted = ReviewFields(outcome=DealOutcome(before.outcome), account_id=account_id)
    subject = subject_of(connection, actor.workspace_id, wanted)
    stems = dict.fromkeys(f"{index_text(name)} {before.search_text}".split())
    return {**_about(subject), "search_text": " ".join(stems)}


def _with_kept_text(connection: Connection, actor: Actor, intent: RecordReview) -> ReviewFields:
    """The fields with the whole of a text that was too long for the form."""
    if intent.kept_text is None or intent.fields.buyer_words is not None:
        return intent.fields
    kept = kept_forms.text_of(connection, actor.workspace_id, intent.kept_text, actor.member_id)
    return intent.fields if kept is None else replace(intent.fields, buyer_words=kept)


def _columns(fields: ReviewFields, subject: Subject) -> dict[str, Any]:
    outcome = fields.outcome or DealOutcome.UNKNOWN
    said = {name: getattr(fields, name) for name in _TEXTS}
    deal_name = None if subject.deal is None else subject.deal.name
    return {
        **_about(subject),
        **said,
        "outcome": outcome.value,
        "primary_reason": fields.primary,
        "contributing": " ".join(fields.contributing),
        "competitor": fields.competitor,
        "search_text": index_text(subject.account_name, subject.hint, deal_name, fields.competitor, *said.values()),
    }


def _about(subject: Subject) -> dict[str, Any]:
    deal = subject.deal
    closing = None if deal is None else deal.closing
    return {
        "account_id": subject.account_id,
        "account_hint": subject.hint if subject.account_id is None else None,
        "deal_id": None if deal is None else deal.id,
        "closing": closing,
        "deal_closed_at": None if deal is None or closing is None else deal.closed_at,
    }


def _text_hash(fields: ReviewFields) -> str:
    said = (
        fields.typed,
        fields.deal_id,
        fields.account_id,
        fields.account_name,
        fields.outcome,
        fields.primary,
        *sorted(fields.contributing),
        fields.competitor,
        *(getattr(fields, name) for name in _TEXTS),
        fields.perspective,
    )
    text = "\n".join(" ".join(fold(str(each or "")).split()) for each in said)
    return hashlib.blake2b(text.encode(), digest_size=12).hexdigest()


def _plain(value: object) -> object:
    return value.isoformat() if isinstance(value, datetime) else value
