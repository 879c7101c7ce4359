"""The use cases that write: record, revise, withdraw and restore a review."""

from collections.abc import Mapping
from dataclasses import replace
from datetime import datetime, timedelta
from typing import Any, Final

from sqlalchemy import Connection

from commands.acts import note_act
from commands.context import Actor, Services
from commands.members import only_members
from commands.once import once
from commands.win_loss import asking
from commands.win_loss.answers import Receipt, receipt_of
from commands.win_loss.columns import about, columns, text_hash
from commands.win_loss.parse import RecordReview, ReviewFields, ReviseReview
from commands.win_loss.subject import subject_of
from commands.win_loss.telling import SUBJECT, plan_notice, tell_of_change
from domain.taxonomy import DealOutcome, Perspective
from storage import accounts, kept_forms, people, reviews
from storage.database import UnitOfWork
from storage.ids import new_id
from storage.search import index_text
from storage.tables import WinLossReview

#: The same text by the same person within this time is the same review.
SAME_TEXT_WINDOW: Final = timedelta(seconds=60)
#: What becomes of a deal by itself: nobody said it anew.
_OF_THE_SUBJECT: Final = frozenset({"search_text", "closing", "deal_closed_at"})


class NotTheAuthorError(Exception):
    """Only who gave a view may change it."""


class AlreadyGivenError(Exception):
    """Another view of theirs stands of that closing, from the same side."""


def record_review(services: Services, actor: Actor, intent: RecordReview, key: str) -> Receipt:
    """Store a view of a deal once for the payload ``key``, plan who hears of it, and gather what to give back.

    Who has given their view of this closing from the same side already is told so (`Receipt.given`), and nothing is
    stored: it is theirs to change.
    """
    now = services.now()

    def act(work: UnitOfWork) -> dict[str, Any]:
        fields = _with_kept_text(work.connection, actor, intent)
        same_hash = text_hash(fields)
        same = reviews.same_text(
            work.connection, actor.workspace_id, actor.member_id, same_hash, now - SAME_TEXT_WINDOW
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
            **columns(fields, subject),
            "workspace_id": actor.workspace_id,
            "id": new_id(),
            "logged_by_id": actor.member_id,
            "logged_at": now,
            "perspective": perspective.value,
            "typed": fields.typed,
            "source_channel": intent.origin.channel,
            "source_link": intent.origin.link,
            "source_author": intent.origin.author,
            "text_hash": same_hash,
            "withdrawn_at": None,
            "updated_at": now,
            "version": 1,
        }
        reviews.add_review(work, values)
        note_act(work, actor, "review_logged", (SUBJECT, values["id"]), now)
        plan_notice(work, actor.workspace_id, values["id"], subject.account_id, actor.member_id, now)
        asking.views_changed(work, actor.workspace_id, values["deal_id"], values["closing"], actor.member_id, now)
        return {"review": values["id"]}

    outcome, replayed = once(services, actor, key, act)
    receipt = receipt_of(services, actor, int(outcome["review"]))
    differs = replayed and intent.fields.typed is None and _says_otherwise(services, actor, receipt.review, intent)
    return replace(
        receipt,
        removed=intent.removed,
        repeated=bool(outcome.get("repeated")),
        given=bool(outcome.get("given")) or differs,
    )


def _says_otherwise(services: Services, actor: Actor, stands: WinLossReview, intent: RecordReview) -> bool:
    """Whether a form that was stored before says something else now: gone on with twice, or changed and sent again."""
    with services.database.read() as connection:
        fields = _with_kept_text(connection, actor, intent)
        said = columns(fields, subject_of(connection, actor.workspace_id, fields))
    if fields.perspective is not None:
        said["perspective"] = fields.perspective.value
    return any(getattr(stands, name) != value for name, value in said.items() if name not in _OF_THE_SUBJECT)


def revise(services: Services, actor: Actor, intent: ReviseReview, key: str) -> Receipt:
    """Write a changed form.

    Raises `NotTheAuthorError`, `AlreadyGivenError`; StaleVersionError when it changed since it was opened.
    """
    now = services.now()

    def act(work: UnitOfWork) -> dict[str, Any]:
        before = _mine(work.connection, actor, intent.review_id)
        kept = {name: getattr(before, name) for name in intent.keeps if getattr(intent.fields, name) is None}
        fields = replace(intent.fields, **kept)
        subject = subject_of(work.connection, actor.workspace_id, fields)
        changes = {**columns(fields, subject), "text_hash": text_hash(fields)}
        if before.deal_id is not None and changes["deal_id"] == before.deal_id:
            # The view is of the closing that it was given on, whatever became of the deal since.
            changes |= {"closing": before.closing, "deal_closed_at": before.deal_closed_at}
        if fields.perspective is not None:
            changes["perspective"] = fields.perspective.value
        if _stands_twice(work.connection, actor, before, changes):
            raise AlreadyGivenError
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
    """Undo the undo. Raises `AlreadyGivenError` when the view was given anew meanwhile."""
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
            if withdrawn_at is None and _stands_twice(work.connection, actor, before, {}):
                raise AlreadyGivenError
            _change(work, actor, before, before.version, {"withdrawn_at": withdrawn_at}, action, now)
        return {"review": before.id}

    once(services, actor, key, act)
    return receipt_of(services, actor, review_id)


def _stands_twice(connection: Connection, actor: Actor, before: WinLossReview, changes: Mapping[str, Any]) -> bool:
    """Whether, with ``changes``, two views of this person's would stand of one closing from one side."""
    deal_id = changes.get("deal_id", before.deal_id)
    if deal_id is None:
        return False
    closing, side = changes.get("closing", before.closing), changes.get("perspective", before.perspective)
    given = reviews.own_view(connection, actor.workspace_id, actor.member_id, deal_id, closing, side, but=before.id)
    return given is not None


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
    note_act(work, actor, action, (SUBJECT, before.id), now, {"before": changed})


def _linked(connection: Connection, actor: Actor, before: WinLossReview, account_id: int, name: str) -> dict[str, Any]:
    """The account, its name among the words, and the deal of it that fits."""
    wanted = ReviewFields(outcome=DealOutcome(before.outcome), account_id=account_id)
    subject = subject_of(connection, actor.workspace_id, wanted)
    stems = dict.fromkeys(f"{index_text(name)} {before.search_text}".split())
    linked = about(subject)
    if _stands_twice(connection, actor, before, linked):
        linked = about(replace(subject, deal=None))  # their view of that deal stands: this one is of the account
    return {**linked, "search_text": " ".join(stems)}


def _with_kept_text(connection: Connection, actor: Actor, intent: RecordReview) -> ReviewFields:
    """The fields with the whole of a text that was too long for the form."""
    if intent.kept_text is None or intent.fields.buyer_words is not None:
        return intent.fields
    kept = kept_forms.text_of(connection, actor.workspace_id, intent.kept_text, actor.member_id)
    return intent.fields if kept is None else replace(intent.fields, buyer_words=kept)


def _plain(value: object) -> object:
    return value.isoformat() if isinstance(value, datetime) else value
