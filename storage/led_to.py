"""What became of what somebody logged, as far as rows tell: whom it reached, what worked since, which themes moved."""

from collections.abc import Collection, Mapping
from datetime import datetime
from typing import Final

from sqlalchemy import Connection, case, func, select
from sqlmodel import col

from domain.taxonomy import Worked
from domain.values import frozen
from storage.ids import WorkspaceId
from storage.named_accounts import account_name, its_account
from storage.tables import Account, Member, Notice, Objection, OutboxMessage

#: So many of somebody's latest notes are looked at.
_LATEST: Final = 50


@frozen
class MyNote:
    """An objection that somebody logged; ``account`` as it is called, or was typed."""

    id: int
    quote: str
    theme: str | None
    account: str | None
    logged_at: datetime


@frozen
class Reached:
    """A note stood in a message that Slack took at ``at``: to a person (``slack_id``) or a channel."""

    objection_id: int
    slack_id: str | None
    channel: str | None
    at: datetime


@frozen
class WorkedSince:
    """An argument that somebody else logged with success on a theme, after the note on it."""

    theme: str
    argument: str
    account: str | None


def my_notes(connection: Connection, workspace_id: WorkspaceId, member_id: int, since: datetime) -> list[MyNote]:
    """What somebody logged since then and did not take back, the latest first."""
    rows = connection.execute(
        select(
            col(Objection.id),
            col(Objection.quote),
            col(Objection.theme),
            account_name(Objection),
            col(Objection.logged_at),
        )
        .join(
            Account,
            its_account(Objection, workspace_id),
            isouter=True,
        )
        .where(
            col(Objection.workspace_id) == workspace_id,
            col(Objection.logged_by_id) == member_id,
            col(Objection.logged_at) >= since,
            col(Objection.withdrawn_at).is_(None),
        )
        .order_by(col(Objection.logged_at).desc(), col(Objection.id).desc())
        .limit(_LATEST)
    )
    return [MyNote(*row) for row in rows]


def reached(
    connection: Connection, workspace_id: WorkspaceId, subject_kind: str, kind: str, ids: Collection[int]
) -> list[Reached]:
    """Whom notes were told to, by messages that left; the latest first. Whether they were read, nobody knows."""
    rows = connection.execute(
        select(
            col(Notice.subject_id),
            col(Member.slack_user_id),
            col(Notice.channel),
            col(OutboxMessage.sent_at),
            col(Notice.not_before),
        )
        .join(
            OutboxMessage,
            (col(OutboxMessage.workspace_id) == workspace_id) & (col(OutboxMessage.id) == col(Notice.outbox_id)),
        )
        .join(
            Member,
            (col(Member.workspace_id) == workspace_id) & (col(Member.id) == col(Notice.member_id)),
            isouter=True,
        )
        .where(
            col(Notice.workspace_id) == workspace_id,
            col(Notice.subject_kind) == subject_kind,
            col(Notice.subject_id).in_(ids),
            col(Notice.kind) == kind,
            col(Notice.state) == "released",
            col(OutboxMessage.sent_at).is_not(None),
        )
        .order_by(col(OutboxMessage.sent_at).desc(), col(Notice.id).desc())
    )
    # Nothing leaves before its time; where business time is ahead of the system's, as in the demo, that is when it was.
    return [
        Reached(objection, slack_id, channel, max(sent_at, not_before))
        for objection, slack_id, channel, sent_at, not_before in rows
        if sent_at is not None
    ]


def themes_heard(
    connection: Connection, workspace_id: WorkspaceId, themes: Collection[str], before: datetime, since: datetime
) -> dict[str, tuple[int, int]]:
    """How often themes were heard by anybody since ``since``, and from ``before`` until then."""
    lately = func.sum(case((col(Objection.logged_at) >= since, 1), else_=0))
    rows = connection.execute(
        select(col(Objection.theme), lately, func.count())
        .where(
            col(Objection.workspace_id) == workspace_id,
            col(Objection.logged_at) >= before,
            col(Objection.theme).in_(themes),
            col(Objection.withdrawn_at).is_(None),
        )
        .group_by(col(Objection.theme))
    )
    return {row[0]: (int(row[1]), int(row[2]) - int(row[1])) for row in rows}


def worked_since(
    connection: Connection, workspace_id: WorkspaceId, member_id: int, noted: Mapping[str, datetime]
) -> list[WorkedSince]:
    """What others logged as having worked on these themes, each after the moment given for it; the latest of each."""
    if not noted:
        return []
    rows = connection.execute(
        select(col(Objection.theme), col(Objection.argument), col(Account.name), col(Objection.logged_at))
        .join(
            Account,
            its_account(Objection, workspace_id),
            isouter=True,
        )
        .where(
            col(Objection.workspace_id) == workspace_id,
            col(Objection.theme).in_(list(noted)),
            col(Objection.logged_at) > min(noted.values()),
            col(Objection.logged_by_id) != member_id,
            col(Objection.argument).is_not(None),
            col(Objection.worked) == Worked.YES.value,
            col(Objection.withdrawn_at).is_(None),
        )
        .order_by(col(Objection.logged_at).desc())
        .limit(_LATEST)
    )
    found: dict[str, WorkedSince] = {}
    for theme, argument, account, logged_at in rows:
        if theme is not None and argument is not None and logged_at > noted[theme]:
            found.setdefault(theme, WorkedSince(theme, argument, account))
    return list(found.values())
