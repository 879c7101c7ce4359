"""What was agreed (policies), what runs because of it (timers), and which steps were taken (ladder)."""

from datetime import datetime

from sqlalchemy import BigInteger, Index, Text, text
from sqlmodel import Field

from storage.tables.keys import points_to
from storage.tables.row import Row

_RUNNING = text("state IN ('open', 'paused')")
_STEP_AHEAD = text("state = 'open' AND next_step_at IS NOT NULL")


class SlaPolicy(Row, table=True):
    """An agreement on response times; what it says stands in its versions, ``version`` is the one in force.

    ``source``, ``lead_type`` and ``tier`` say which handoffs it is for (absent: any); the most specific that matches
    wins, then the lower ``position``.
    """

    __tablename__ = "sla_policies"
    __table_args__ = (Index("uq_sla_policies_name", "workspace_id", "name", unique=True),)

    workspace_id: int = Field(primary_key=True, foreign_key="workspaces.id")
    id: int = Field(primary_key=True, sa_type=BigInteger)
    name: str
    position: int = 0
    source: str | None = None
    lead_type: str | None = None
    tier: int | None = None
    is_active: bool = True
    created_at: datetime
    version: int = 1


class SlaPolicyVersion(Row, table=True):
    """What a policy said from ``created_at`` on: ``spec`` is the JSON of `domain.policy.PolicySpec`. Never changed."""

    __tablename__ = "sla_policy_versions"
    __table_args__ = (points_to("sla_policies", "policy_id"), points_to("members", "created_by_id"))

    workspace_id: int = Field(primary_key=True, foreign_key="workspaces.id")
    policy_id: int = Field(primary_key=True, sa_type=BigInteger)
    version: int = Field(primary_key=True)
    spec: str = Field(sa_type=Text)
    created_by_id: int | None = Field(default=None, sa_type=BigInteger)
    created_at: datetime


class Timer(Row, table=True):
    """A promise with a deadline, about one record. Times are business time, UTC.

    ``kind`` is one of `domain.policy.TimerKind`; ``owner_id`` is whose calendar counts. ``legs`` (JSON) are the
    calendars by which it ran, each with the moment from which: the key of a `CalendarSnapshot`, and an ISO time.
    ``limit_minutes`` in ``limit_unit`` is what the policy gave, ``carried_minutes`` the working minutes that earlier
    owners had used. ``epoch`` counts how often the deadline was moved: the steps of the ladder begin anew with it. Step
    number ``next_step`` of those is due at
    ``next_step_at``; none is left when that is absent. ``state``: ``open`` ⇄ ``paused`` → ``stopped``, then
    ``outcome`` is ``met``, ``late`` or ``cancelled``. ``breached_at`` is the true moment of the breach, whenever it was
    told. ``is_shadow``: it runs without telling anybody.
    """

    __tablename__ = "timers"
    __table_args__ = (
        points_to("members", "owner_id"),
        Index("ix_timers_step", "next_step_at", "id", sqlite_where=_STEP_AHEAD, postgresql_where=_STEP_AHEAD),
        Index("ix_timers_owner", "workspace_id", "owner_id", sqlite_where=_RUNNING, postgresql_where=_RUNNING),
        Index("ix_timers_started", "workspace_id", "started_at"),
        Index("ix_timers_subject", "workspace_id", "subject_kind", "subject_id", "kind"),
    )

    workspace_id: int = Field(primary_key=True, foreign_key="workspaces.id")
    id: int = Field(primary_key=True, sa_type=BigInteger)
    subject_kind: str
    subject_id: int = Field(sa_type=BigInteger)
    kind: str
    owner_id: int = Field(sa_type=BigInteger)
    policy_id: int | None = Field(default=None, sa_type=BigInteger)
    policy_version: int | None = None
    started_at: datetime
    legs: str = Field(sa_type=Text)
    target_minutes: int | None = None
    target_unit: str | None = None
    limit_minutes: int
    limit_unit: str
    carried_minutes: int = 0
    target_at: datetime | None = None
    due_at: datetime
    epoch: int = 0
    next_step: int = 0
    next_step_at: datetime | None = None
    state: str = "open"
    outcome: str | None = None
    stopped_at: datetime | None = None
    used_minutes: int | None = None
    breached_at: datetime | None = None
    is_shadow: bool = False
    created_at: datetime
    version: int = 1


class LadderStep(Row, table=True):
    """One step of a ladder for one recipient; its primary key is what makes it happen once.

    ``recipient``: ``member:<id>`` or ``channel:<Slack id>`` (``-`` when there was nobody). ``due_at`` is when it
    should have been taken, ``taken_at`` when it was; ``action``: ``told``, ``reassigned``, ``listed``, ``nobody`` or
    ``shadow``.
    """

    __tablename__ = "ladder_ledger"
    __table_args__ = (points_to("timers", "timer_id"),)

    workspace_id: int = Field(primary_key=True, foreign_key="workspaces.id")
    timer_id: int = Field(primary_key=True, sa_type=BigInteger)
    epoch: int = Field(primary_key=True)
    rung: str = Field(primary_key=True)
    recipient: str = Field(primary_key=True)
    action: str
    due_at: datetime
    taken_at: datetime
