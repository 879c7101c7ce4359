"""The use cases: record, revise, withdraw and restore an objection, and what is given back for it."""

import hashlib
from collections.abc import Mapping
from dataclasses import dataclass, replace
from datetime import datetime, timedelta
from typing import Any, Final

from rapidfuzz import fuzz, process
from sqlalchemy import Connection

from commands.context import Actor, Services
from commands.objection.parse import (
    ObjectionFields,
    RecordObjection,
    ReviseObjection,
    SearchObjections,
    ShowMine,
    ShowTop,
)
from commands.once import once
from domain.names import fold, name_key
from domain.taxonomy import Ask, Theme
from domain.telling import Owner, Told, tell_marketing
from storage import accounts, audit, notices, objections, people
from storage.database import UnitOfWork
from storage.ids import WorkspaceId, new_id
from storage.search import index_text
from storage.tables import Objection

#: The same text by the same person within this time is the same objection.
SAME_TEXT_WINDOW: Final = timedelta(seconds=60)
SUBJECT: Final = "objection"
TELL: Final = "objection_logged"
TELL_CHANGE: Final = "objection_changed"
LIST_LIMIT: Final = 10
TOP_PERIOD: Final = timedelta(days=30)
_ALIKE_NAME: Final = 80
_SUGGESTIONS: Final = 3


class NotTheAuthorError(Exception):
    """Only who logged an objection may change it."""


@dataclass(frozen=True, slots=True)
class Receipt:
    """Everything that the answer to a capture shows.

    ``told`` is who hears of it; ``told_name`` their Slack id. ``alike`` are accounts with a name like the unknown one
    that was typed. ``repeated``: it was stored before, nothing was added now.
    """

    objection: Objection
    account_name: str | None
    alike: tuple[tuple[int, str], ...]
    arguments: tuple[objections.PastArgument, ...]
    told: Told | None
    told_slack_id: str | None
    nobody_set: bool
    removed: int = 0
    repeated: bool = False


@dataclass(frozen=True, slots=True)
class FoundByWords:
    """Objections that have all the words of ``query``."""

    query: str
    found: tuple[objections.FoundObjection, ...]


@dataclass(frozen=True, slots=True)
class LoggedByMe:
    """What the asker logged, newest first."""

    found: tuple[objections.FoundObjection, ...]


@dataclass(frozen=True, slots=True)
class HeardMost:
    """Themes of the last `TOP_PERIOD`: code, count, count in the period before; most first."""

    themes: tuple[tuple[str | None, int, int], ...]


LookedUp = FoundByWords | LoggedByMe | HeardMost


def record(services: Services, actor: Actor, intent: RecordObjection, key: str) -> Receipt:
    """Store an objection once for the payload ``key``, plan who hears of it, and gather what to give back."""
    now = services.now()
    digest = _text_hash(intent.fields)

    def act(work: UnitOfWork) -> dict[str, Any]:
        same = objections.same_text_since(work, actor.workspace_id, actor.member_id, digest, now - SAME_TEXT_WINDOW)
        if same is not None:
            return {"objection": same, "repeated": True}
        objection_id = new_id()
        account_id, hint = _account_in(work.connection, actor.workspace_id, intent.fields.account_name)
        values = {
            **_columns(intent.fields, account_id, hint),
            "workspace_id": actor.workspace_id,
            "id": objection_id,
            "logged_by_id": actor.member_id,
            "logged_at": now,
            "theme_confirmed": intent.chosen and intent.fields.theme is not None,
            "source_channel": intent.source_channel,
            "text_hash": digest,
            "updated_at": now,
            "version": 1,
        }
        objections.add_objection(work, values)
        told = _plan(work, actor.workspace_id, account_id, intent.fields.ask, actor.member_id, now)
        _tell(work, actor.workspace_id, objection_id, told, now)
        _audit(work, actor, "objection_logged", objection_id, now)
        return {"objection": objection_id}

    outcome, _replayed = once(services, actor, key, act)
    receipt = receipt_of(services, actor, int(outcome["objection"]))
    return replace(receipt, removed=intent.removed, repeated=bool(outcome.get("repeated")))


def revise(services: Services, actor: Actor, intent: ReviseObjection, key: str) -> Receipt:
    """Write a changed form. Raises `NotTheAuthorError`; StaleVersionError when it changed since it was opened."""
    now = services.now()

    def act(work: UnitOfWork) -> dict[str, Any]:
        before = _mine(work.connection, actor, intent.objection_id)
        account_id, hint = _account_in(work.connection, actor.workspace_id, intent.fields.account_name)
        fields = intent.fields if intent.fields.quote else replace(intent.fields, quote=before.quote)
        changes = {**_columns(fields, account_id, hint), "theme_confirmed": fields.theme is not None}
        _change(work, actor, before, intent.version, changes, "objection_revised", now)
        return {"objection": before.id}

    once(services, actor, key, act)
    return receipt_of(services, actor, intent.objection_id)


def set_theme(services: Services, actor: Actor, objection_id: int, theme: Theme, key: str) -> Receipt:
    """Say what an objection is about, from the menu on its receipt."""
    return _set(services, actor, objection_id, key, {"theme": theme.value, "theme_confirmed": True}, "objection_themed")


def set_account(services: Services, actor: Actor, objection_id: int, account_id: int, key: str) -> Receipt:
    """Link an objection to a known account."""
    return _set(
        services, actor, objection_id, key, {"account_id": account_id, "account_hint": None}, "objection_linked"
    )


def create_account(services: Services, actor: Actor, objection_id: int, key: str) -> Receipt:
    """Make an account of the unknown name that was typed, and link the objection to it."""
    now = services.now()

    def act(work: UnitOfWork) -> dict[str, Any]:
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


def receipt_of(services: Services, actor: Actor, objection_id: int) -> Receipt:
    """What the answer about an objection shows at this moment."""
    now = services.now()
    with services.database.read() as connection:
        objection = objections.get_objection(connection, actor.workspace_id, objection_id)
        account_name = None
        if objection.account_id is not None:
            account_name = accounts.names_by_id(connection, actor.workspace_id, {objection.account_id}).get(
                objection.account_id
            )
        told = _plan_on(
            connection, actor.workspace_id, objection.account_id, Ask(objection.ask), objection.logged_by_id, now
        )
        told_slack_id = None
        if told is not None and told.member_id is not None:
            told_slack_id = people.names_of(connection, actor.workspace_id, {told.member_id}).get(told.member_id)
        past: list[objections.PastArgument] = []
        if objection.theme is not None:
            past = objections.arguments_on(connection, actor.workspace_id, objection.theme, but=objection.id)
        alike = _alike(connection, actor.workspace_id, objection.account_hint)
        # Nobody is told either because nobody is set, or because the author is the one who would be.
        nobody_set = told is None and not _has_owner(connection, actor.workspace_id, objection.account_id)
    return Receipt(objection, account_name, alike, tuple(past), told, told_slack_id, nobody_set)


def look_up(services: Services, actor: Actor, intent: SearchObjections | ShowMine | ShowTop) -> LookedUp:
    """Answer a question about what was logged. Reads only."""
    workspace_id, now = actor.workspace_id, services.now()
    with services.database.read() as connection:
        match intent:
            case SearchObjections(query):
                found = objections.search_objections(connection, workspace_id, query, limit=LIST_LIMIT)
                return FoundByWords(query, tuple(found))
            case ShowMine():
                return LoggedByMe(
                    tuple(objections.list_mine(connection, workspace_id, actor.member_id, limit=LIST_LIMIT))
                )
            case ShowTop():
                before = objections.theme_counts(connection, workspace_id, now - 2 * TOP_PERIOD, now - TOP_PERIOD)
                current = objections.theme_counts(connection, workspace_id, now - TOP_PERIOD, now)
                ranked = sorted(current.items(), key=lambda item: (-item[1], item[0] or ""))
                return HeardMost(tuple((theme, count, before.get(theme, 0)) for theme, count in ranked))


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
    objections.change_objection(
        work, actor.workspace_id, before.id, changes, expected_version=expected_version, now=now
    )
    _tell_of_change(work, actor, before, changes, now)
    changed = {name: _plain(getattr(before, name)) for name, value in changes.items() if getattr(before, name) != value}
    _audit(work, actor, action, before.id, now, {"before": changed})


def _tell_of_change(
    work: UnitOfWork, actor: Actor, before: Objection, changes: Mapping[str, Any], now: datetime
) -> None:
    """Plan anew what is still untold; let those who were told see the change."""
    told_before = notices.told_of(work, actor.workspace_id, SUBJECT, before.id)
    notices.drop_pending(work, actor.workspace_id, SUBJECT, before.id)
    seen_at_once = {recipient for recipient, lane in told_before if lane == notices.NOW}
    notices.add_notices(
        work,
        actor.workspace_id,
        [
            notices.PlannedNotice(TELL_CHANGE, notices.NOW, recipient, SUBJECT, before.id, now)
            for recipient in seen_at_once
        ],
        now,
    )
    withdrawn = changes.get("withdrawn_at", before.withdrawn_at)
    if withdrawn is not None:
        return
    account_id = changes.get("account_id", before.account_id)
    ask = Ask(changes.get("ask", before.ask))
    told = _plan(work, actor.workspace_id, account_id, ask, before.logged_by_id, now)
    if told is None:
        return
    recipient = notices.Recipient(told.member_id, told.channel)
    heard = recipient in seen_at_once or any(recipient == known for known, _lane in told_before)
    if recipient in seen_at_once or (heard and not told.at_once):
        return
    _tell(work, actor.workspace_id, before.id, told, now)


def _plan(
    work: UnitOfWork, workspace_id: WorkspaceId, account_id: int | None, ask: Ask, author_id: int, now: datetime
) -> Told | None:
    return _plan_on(work.connection, workspace_id, account_id, ask, author_id, now)


def _plan_on(
    connection: Connection, workspace_id: WorkspaceId, account_id: int | None, ask: Ask, author_id: int, now: datetime
) -> Told | None:
    owner = None
    if account_id is not None:
        found = accounts.marketing_owner(connection, workspace_id, account_id)
        owner = None if found is None else Owner(found[0], found[1], found[2])
    if owner is not None:
        return tell_marketing(ask, owner, None, "UTC", author_id, now)
    channel, tz = people.marketing_channel(connection, workspace_id)
    return tell_marketing(ask, None, channel, tz, author_id, now)


def _has_owner(connection: Connection, workspace_id: WorkspaceId, account_id: int | None) -> bool:
    return account_id is not None and accounts.marketing_owner(connection, workspace_id, account_id) is not None


def _tell(work: UnitOfWork, workspace_id: WorkspaceId, objection_id: int, told: Told | None, now: datetime) -> None:
    if told is None:
        return
    lane = notices.NOW if told.at_once else notices.DAILY
    recipient = notices.Recipient(told.member_id, told.channel)
    planned = notices.PlannedNotice(TELL, lane, recipient, SUBJECT, objection_id, told.not_before)
    notices.add_notices(work, workspace_id, [planned], now)


def _audit(
    work: UnitOfWork,
    actor: Actor,
    action: str,
    objection_id: int,
    now: datetime,
    data: Mapping[str, object] | None = None,
) -> None:
    audit.record(
        work,
        actor.workspace_id,
        action=action,
        subject=(SUBJECT, objection_id),
        actor_id=actor.member_id,
        now=now,
        data=data,
    )


def _account_in(connection: Connection, workspace_id: WorkspaceId, typed: str | None) -> tuple[int | None, str | None]:
    """The account that ``typed`` names, or ``typed`` itself as a hint: nothing typed is lost, no account is made."""
    if typed is None:
        return None, None
    known = accounts.account_id_of(connection, workspace_id, typed)
    return (known, None) if known is not None else (None, typed)


def _alike(connection: Connection, workspace_id: WorkspaceId, hint: str | None) -> tuple[tuple[int, str], ...]:
    if not hint:
        return ()
    known = dict(accounts.list_account_names(connection, workspace_id))
    found = process.extract(
        name_key(hint), known, scorer=fuzz.WRatio, processor=fold, score_cutoff=_ALIKE_NAME, limit=_SUGGESTIONS
    )
    return tuple((account_id, name) for name, _score, account_id in found)


def _columns(fields: ObjectionFields, account_id: int | None, hint: str | None) -> dict[str, Any]:
    return {
        "quote": fields.quote,
        "theme": fields.theme and fields.theme.value,
        "account_id": account_id,
        "account_hint": hint,
        "competitor": fields.competitor,
        "ask": fields.ask.value,
        "argument": fields.argument,
        "worked": fields.worked and fields.worked.value,
        "stage": fields.stage and fields.stage.value,
        "buying_role": fields.buying_role and fields.buying_role.value,
        "belief_source": fields.belief_source and fields.belief_source.value,
        "note": fields.note,
        "search_text": index_text(fields.account_name, fields.quote, fields.competitor, fields.argument, fields.note),
    }


def _text_hash(fields: ObjectionFields) -> str:
    text = f"{fold(fields.account_name or '')}\n{' '.join(fold(fields.quote).split())}"
    return hashlib.blake2b(text.encode(), digest_size=12).hexdigest()


def _plain(value: object) -> object:
    return value.isoformat() if isinstance(value, datetime) else value
