"""The hot path: everything that one captured objection asks and writes, in as few and as cheap statements as can be.

Statements are built once: building them anew costs more than running them (see `benchmarks/bench_capture.py`).
"""

import json
from collections.abc import Hashable, Mapping
from datetime import datetime
from typing import Any

from sqlalchemy import Select, bindparam, func, insert, select, text
from sqlalchemy.orm import aliased
from sqlmodel import col

from domain.calendars import CalendarSpec
from domain.values import frozen
from storage import inbound
from storage.calendars import spec_of
from storage.database import UnitOfWork
from storage.hours import COMPANY
from storage.ids import WorkspaceId
from storage.notices import NOW
from storage.prepared import Prepared
from storage.tables import (
    Account,
    AuditEvent,
    Calendar,
    InboundReceipt,
    Member,
    Notice,
    Objection,
    TimeOff,
    Topic,
    Workspace,
)


@frozen
class MarketingOwner:
    """Who answers for an account's marketing: our id, Slack's, their hours, and the minute of their daily list.

    ``may_be_away``: they have time off under way or ahead, which ``hours`` leave aside.
    """

    member_id: int
    slack_user_id: str
    hours: CalendarSpec
    daily_at: int
    may_be_away: bool


@frozen
class CaptureFacts:
    """What must be known before an objection is stored.

    ``outcome`` is that of an earlier delivery of the same payload, ``same_id`` the same text stored a moment ago;
    ``hours`` are the company's, which channels keep. ``has_own_themes``: the workspace took some up.
    """

    outcome: dict[str, Any] | None
    same_id: int | None
    account_id: int | None
    account_name: str | None
    owner: MarketingOwner | None
    marketing_channel: str | None
    hours: CalendarSpec
    has_own_themes: bool = False


def facts_for(
    work: UnitOfWork,
    workspace_id: WorkspaceId,
    *,
    key: str,
    member_id: int,
    text_hash: str,
    since: datetime,
    account_key: str,
) -> CaptureFacts:
    """Ask for all of it at once. ``account_key`` is "" when no account was named: then none is found."""
    work.look_for(inbound.key_of(workspace_id, key), _text(workspace_id, member_id, text_hash))
    row = _FACTS.first(
        work.glance,
        {
            "workspace": workspace_id,
            "key": key,
            "member": member_id,
            "text_hash": text_hash,
            "since": since,
            # An account made before names without letters were refused has that key.
            "account_key": account_key or None,
            "company": COMPANY,
        },
    )
    assert row is not None  # the workspace's own row
    seen_key, outcome, same_id, account_id, account_name = row[:5]
    owner_id, slack_id, owner_tz, daily_at, away, own_spec, own_tz, channel, tz, company_spec, company_tz = row[5:-1]
    company = None if company_spec is None else (company_spec, company_tz)
    owner = None
    if owner_id is not None:
        hours = spec_of(None if own_spec is None else (own_spec, own_tz), company, owner_tz)
        owner = MarketingOwner(owner_id, slack_id, hours, daily_at, may_be_away=away is not None)
    return CaptureFacts(
        outcome=None if seen_key is None else json.loads(outcome or "{}"),
        same_id=same_id,
        account_id=account_id,
        account_name=account_name,
        owner=owner,
        marketing_channel=channel,
        hours=spec_of(None, company, tz),
        has_own_themes=row[-1] is not None,
    )


def store(
    work: UnitOfWork,
    objection: Mapping[str, Any],
    audit_event: Mapping[str, Any],
    notice: Mapping[str, Any] | None,
) -> None:
    """Insert the rows of one capture; each mapping has all columns of its table."""
    key = _text(objection["workspace_id"], objection["logged_by_id"], objection["text_hash"])
    work.later(_INSERT_OBJECTION, objection, key=key)
    work.later(_INSERT_AUDIT_EVENT, audit_event)
    if notice is not None:
        work.later(_INSERT_NOTICE, notice)
        work.is_urgent = work.is_urgent or notice["lane"] == NOW


def _text(workspace_id: WorkspaceId, member_id: int, text_hash: str) -> Hashable:
    return "text", workspace_id, member_id, text_hash


def _facts() -> Select[*tuple[Any, ...]]:
    same = (
        select(col(Objection.id))
        .where(
            col(Objection.workspace_id) == bindparam("workspace"),
            col(Objection.logged_by_id) == bindparam("member"),
            col(Objection.logged_at) >= bindparam("since"),
            col(Objection.text_hash) == bindparam("text_hash"),
            col(Objection.withdrawn_at).is_(None),
        )
        .order_by(col(Objection.logged_at).desc())
        .limit(1)
        .scalar_subquery()
    )
    away = (
        select(col(TimeOff.id))
        .where(
            col(TimeOff.workspace_id) == bindparam("workspace"),
            col(TimeOff.member_id) == col(Member.id),
            col(TimeOff.ends_at) > bindparam("since"),
            col(TimeOff.cancelled_at).is_(None),
        )
        .limit(1)
        .scalar_subquery()
    )
    own_theme = (
        select(col(Topic.id))
        .where(
            col(Topic.workspace_id) == bindparam("workspace"),
            text("topics.state IN ('followed', 'retired')"),
        )
        .limit(1)
        .scalar_subquery()
    )
    own, company = aliased(Calendar), aliased(Calendar)
    typed = aliased(Account)  # the name of an account that was merged finds the one it is now
    return (
        select(
            col(InboundReceipt.key).label("seen_key"),
            col(InboundReceipt.outcome),
            same.label("same_id"),
            col(Account.id).label("account_id"),
            col(Account.name).label("account_name"),
            col(Member.id).label("owner_id"),
            col(Member.slack_user_id).label("owner_slack"),
            col(Member.tz).label("owner_tz"),
            col(Member.daily_at).label("owner_daily_at"),
            away.label("away"),
            col(own.spec).label("own_spec"),
            col(own.tz).label("own_tz"),
            col(Workspace.marketing_channel),
            col(Workspace.tz),
            col(company.spec).label("company_spec"),
            col(company.tz).label("company_tz"),
            own_theme.label("own_theme"),
        )
        .select_from(Workspace)
        .join(
            InboundReceipt,
            (col(InboundReceipt.workspace_id) == bindparam("workspace"))
            & (col(InboundReceipt.key) == bindparam("key")),
            isouter=True,
        )
        .join(
            typed,
            (col(typed.workspace_id) == bindparam("workspace")) & (col(typed.name_key) == bindparam("account_key")),
            isouter=True,
        )
        .join(
            Account,
            (col(Account.workspace_id) == bindparam("workspace"))
            & (col(Account.id) == func.coalesce(col(typed.merged_into_id), col(typed.id))),
            isouter=True,
        )
        .join(
            Member,
            (col(Member.workspace_id) == bindparam("workspace"))
            & (col(Member.id) == col(Account.marketing_owner_id))
            & col(Member.is_active),
            isouter=True,
        )
        .join(
            own,
            (col(own.workspace_id) == bindparam("workspace")) & (col(own.id) == col(Member.calendar_id)),
            isouter=True,
        )
        .join(
            company,
            (col(company.workspace_id) == bindparam("workspace")) & (col(company.name) == bindparam("company")),
            isouter=True,
        )
        .where(col(Workspace.id) == bindparam("workspace"))
    )


_FACTS = Prepared(_facts)
_INSERT_OBJECTION = Prepared(lambda: insert(Objection))
_INSERT_AUDIT_EVENT = Prepared(lambda: insert(AuditEvent))
_INSERT_NOTICE = Prepared(lambda: insert(Notice))
