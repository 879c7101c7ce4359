"""The use cases that write: record, revise, withdraw and restore an objection."""

from collections.abc import Mapping
from dataclasses import replace
from datetime import datetime, timedelta
from typing import Any, Final

from sqlalchemy import Connection

from commands.acts import note_act
from commands.alike import alike_accounts
from commands.context import Actor, Services
from commands.hearing import owner_here
from commands.members import only_members
from commands.objection import answering
from commands.objection.answers import Noted, Receipt, receipt_of
from commands.objection.columns import columns, text_hash_of
from commands.objection.naming import settled
from commands.objection.parse import ObjectionFields, RecordObjection, ReviseObjection
from commands.objection.telling import SUBJECT, planned_notice, tell_of_change
from commands.once import once
from domain.names import name_key
from domain.own_themes import NO_THEMES, is_own
from domain.taxonomy import Ask
from domain.telling import Owner, tell_marketing
from storage import accounts, audit, capture, notices, objections
from storage.capture import CaptureFacts, MarketingOwner
from storage.database import UnitOfWork
from storage.ids import WorkspaceId, new_id
from storage.objections import PastArgument, arguments_on
from storage.own_themes import own_themes
from storage.search import index_text
from storage.tables import Objection

#: The same text by the same person within this time is the same objection.
SAME_TEXT_WINDOW: Final = timedelta(seconds=60)


class NotTheAuthorError(Exception):
    """Only who logged an objection may change it."""


def record(services: Services, actor: Actor, intent: RecordObjection, key: str) -> Receipt:
    """Store an objection once for the payload ``key``, plan who hears of it, and gather what to give back."""
    now = services.now()
    fields = settled(services, actor, intent.fields, key, intent.kept_text)
    text_hash = text_hash_of(fields)
    fresh: Receipt | None = None
    facts: CaptureFacts | None = None

    def seen(work: UnitOfWork) -> dict[str, Any] | None:
        nonlocal facts
        facts = capture.facts_for(
            work,
            actor.workspace_id,
            key=key,
            member_id=actor.member_id,
            text_hash=text_hash,
            since=now - SAME_TEXT_WINDOW,
            account_key=name_key(fields.account_name or ""),
        )
        return facts.outcome

    def act(work: UnitOfWork) -> dict[str, Any]:
        nonlocal fresh
        assert facts is not None
        if facts.same_id is not None:
            return {"objection": facts.same_id, "repeated": True}
        fresh = _store(work, actor, replace(intent, fields=fields), facts, text_hash, now)
        return {"objection": fresh.objection.id}

    outcome, replayed = once(services, actor, key, act, seen=seen)
    if fresh is not None and not replayed:
        return fresh
    receipt = receipt_of(services, actor, int(outcome["objection"]))
    differs = intent.chosen and _says_otherwise(services, actor, receipt.objection.id, fields)
    repeated = bool(outcome.get("repeated"))
    return replace(receipt, removed=intent.removed, repeated=repeated, replayed=replayed, differs=differs)


def _says_otherwise(services: Services, actor: Actor, objection_id: int, fields: ObjectionFields) -> bool:
    """Whether a form that was stored before says something else now: gone on with twice, or changed and sent again."""
    with services.database.read() as connection:
        stands = objections.get_objection(connection, actor.workspace_id, objection_id)
        said = columns(fields, *_account_in(connection, actor.workspace_id, fields.account_name))
    return any(getattr(stands, name) != value for name, value in said.items() if name != "search_text")


def _store(
    work: UnitOfWork, actor: Actor, intent: RecordObjection, facts: CaptureFacts, text_hash: str, now: datetime
) -> Receipt:
    fields, owner = intent.fields, facts.owner
    own = own_themes(work.glance, actor.workspace_id) if facts.has_own_themes else NO_THEMES
    if not intent.chosen and fields.theme is None:
        fields = replace(fields, theme=own.said_in(fields.quote))
    own.must_have(fields.theme)
    hint = fields.account_name if facts.account_id is None else None
    values: dict[str, Any] = {
        **columns(fields, facts.account_id, hint),
        "workspace_id": actor.workspace_id,
        "id": new_id(),
        "logged_by_id": actor.member_id,
        "logged_at": now,
        "theme_confirmed": intent.chosen and fields.theme is not None,
        "source_channel": intent.origin.channel,
        "source_link": intent.origin.link,
        "source_author": intent.origin.author,
        "text_hash": text_hash,
        "withdrawn_at": None,
        "updated_at": now,
        "version": 1,
    }
    reader, backup = _reader(work, actor, owner, now)
    told = tell_marketing(fields.ask, reader, facts.marketing_channel, facts.hours, actor.member_id, now)
    event = audit.event(actor.workspace_id, "objection_logged", (SUBJECT, values["id"]), actor.member_id, now)
    notice = None
    if told is not None:
        notice = notices.row_of(actor.workspace_id, planned_notice(told, values["id"]), now)
    past: list[PastArgument] = []
    if fields.theme is not None:
        past = arguments_on(work.glance, actor.workspace_id, str(fields.theme), but=values["id"])
    alike = alike_accounts(work.glance, actor.workspace_id, hint)
    capture.store(work, values, event, notice)
    if fields.ask is not Ask.NONE and owner is not None and owner.member_id != actor.member_id:
        answering.promise(work, actor.workspace_id, values["id"], owner.member_id, now)
    return Receipt(
        objection=Noted(
            id=values["id"],
            version=values["version"],
            quote=fields.quote,
            theme=values["theme"],
            account_hint=hint,
            competitor=fields.competitor,
            ask=values["ask"],
            withdrawn=False,
        ),
        account_name=facts.account_name,
        alike=alike,
        arguments=tuple(past),
        told=told,
        told_slack_id=(backup or owner.slack_user_id) if owner and told else None,
        nobody_set=told is None and owner is None,
        removed=intent.removed,
        own=own,
    )


def _reader(
    work: UnitOfWork, actor: Actor, owner: MarketingOwner | None, now: datetime
) -> tuple[Owner | None, str | None]:
    """Whom to tell, and their Slack id when it is not the owner. Absences are asked about only when there are any."""
    if owner is None:
        return None, None
    if not owner.may_be_away:
        return Owner(owner.member_id, owner.hours, owner.daily_at), None
    return owner_here(work.glance, actor.workspace_id, owner.member_id, owner.daily_at, actor.member_id, now)


def revise(services: Services, actor: Actor, intent: ReviseObjection, key: str) -> Receipt:
    """Write a changed form. Raises `NotTheAuthorError`; StaleVersionError when it changed since it was opened."""
    now, said = services.now(), settled(services, actor, intent.fields, key)

    def act(work: UnitOfWork) -> dict[str, Any]:
        before = _mine(work.connection, actor, intent.objection_id)
        account_id, hint = _account_in(work.connection, actor.workspace_id, said.account_name)
        fields = said if said.quote else replace(said, quote=before.quote)
        changes = {
            **columns(fields, account_id, hint),
            "theme_confirmed": fields.theme is not None,
            "text_hash": text_hash_of(fields),  # what was typed first is not stored any more: typed again, it is new
        }
        _change(work, actor, before, intent.version, changes, "objection_revised", now)
        return {"objection": before.id}

    once(services, actor, key, act)
    return receipt_of(services, actor, intent.objection_id)


def set_theme(services: Services, actor: Actor, objection_id: int, theme: str, key: str) -> Receipt:
    """Say what an objection is about, from the menu on its receipt."""
    return _set(services, actor, objection_id, key, {"theme": theme, "theme_confirmed": True}, "objection_themed")


def set_account(services: Services, actor: Actor, objection_id: int, account_id: int, key: str) -> Receipt:
    """Link an objection to a known account; it is found by that account's name too from now on."""
    now = services.now()

    def act(work: UnitOfWork) -> dict[str, Any]:
        before = _mine(work.connection, actor, objection_id)
        if before.account_id != account_id:
            account = accounts.get_account(work.connection, actor.workspace_id, account_id)
            stems = dict.fromkeys(f"{index_text(account.name)} {before.search_text}".split())
            changes = {"account_id": account.id, "account_hint": None, "search_text": " ".join(stems)}
            _change(work, actor, before, before.version, changes, "objection_linked", now)
        return {"objection": before.id}

    once(services, actor, key, act)
    return receipt_of(services, actor, objection_id)


def create_account(services: Services, actor: Actor, objection_id: int, key: str) -> Receipt:
    """Make an account of the unknown name that was typed, and link the objection to it. Raises NotAMemberError."""
    now = services.now()

    def act(work: UnitOfWork) -> dict[str, Any]:
        only_members(work.connection, actor)
        before = _mine(work.connection, actor, objection_id)
        if before.account_hint:
            account = accounts.add_account(
                work, actor.workspace_id, before.account_hint, created_by_id=actor.member_id, now=now
            )
            changes = {"account_id": account.id, "account_hint": None}
            _change(work, actor, before, before.version, changes, "objection_linked", now)
        return {"objection": before.id}

    once(services, actor, key, act)
    return receipt_of(services, actor, objection_id)


def withdraw(services: Services, actor: Actor, objection_id: int, key: str) -> Receipt:
    """*Undo*: hide an objection everywhere; whoever was told sees it withdrawn. It can be restored."""
    return _set(services, actor, objection_id, key, {"withdrawn_at": services.now()}, "objection_withdrawn")


def restore(services: Services, actor: Actor, objection_id: int, key: str) -> Receipt:
    """Undo the undo."""
    return _set(services, actor, objection_id, key, {"withdrawn_at": None}, "objection_restored")


def _set(
    services: Services, actor: Actor, objection_id: int, key: str, changes: Mapping[str, Any], action: str
) -> Receipt:
    now = services.now()

    def act(work: UnitOfWork) -> dict[str, Any]:
        before = _mine(work.connection, actor, objection_id)
        if any(getattr(before, column) != value for column, value in changes.items() if column != "withdrawn_at") or (
            "withdrawn_at" in changes and (before.withdrawn_at is None) != (changes["withdrawn_at"] is None)
        ):
            _change(work, actor, before, before.version, changes, action, now)
        return {"objection": before.id}

    once(services, actor, key, act)
    return receipt_of(services, actor, objection_id)


def _mine(connection: Connection, actor: Actor, objection_id: int) -> Objection:
    objection = objections.get_objection(connection, actor.workspace_id, objection_id)
    if objection.logged_by_id != actor.member_id:
        raise NotTheAuthorError
    return objection


def _change(
    work: UnitOfWork,
    actor: Actor,
    before: Objection,
    expected_version: int,
    changes: Mapping[str, Any],
    action: str,
    now: datetime,
) -> None:
    if is_own(changes.get("theme")):
        own_themes(work.connection, actor.workspace_id).must_have(changes["theme"])
    objections.change_objection(
        work, actor.workspace_id, before.id, changes, expected_version=expected_version, now=now
    )
    tell_of_change(work, actor.workspace_id, before, changes, now)
    answering.keep_promise(work, actor.workspace_id, before.id, actor.member_id, now)
    changed = {name: _plain(getattr(before, name)) for name, value in changes.items() if getattr(before, name) != value}
    note_act(work, actor, action, (SUBJECT, before.id), now, {"before": changed})


def _account_in(connection: Connection, workspace_id: WorkspaceId, typed: str | None) -> tuple[int | None, str | None]:
    """The account that ``typed`` names, or ``typed`` itself as a hint: nothing typed is lost, no account is made."""
    if typed is None:
        return None, None
    known = accounts.account_id_of(connection, workspace_id, typed)
    return (known, None) if known is not None else (None, typed)


def _plain(value: object) -> object:
    return value.isoformat() if isinstance(value, datetime) else value
