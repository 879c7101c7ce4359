"""The text assistant: what was asked of it and what that cost, who does not want it, and what it wrote for digests."""

from datetime import datetime

from sqlalchemy import BigInteger, Index, Text
from sqlmodel import Field

from storage.tables.keys import points_to
from storage.tables.row import Row


class MindCall(Row, table=True):
    """One question to a mind, written before it is asked: until ``state`` is final it counts with what it may use.

    ``state`` is ``begun``, ``answered`` or a `commands.minds.Reason`. ``cost_micros`` is in millionths of the budget's
    money. ``sent`` and ``received`` (JSON) are what left the machine, masked, and what came back; they are forgotten
    earlier than the row. ``prompt`` reads ``narrative@1``; ``member_id`` is absent when no person asked.
    """

    __tablename__ = "mind_calls"
    __table_args__ = (
        points_to("members", "member_id"),
        Index("ix_mind_calls_month", "workspace_id", "at", "tokens_in", "tokens_out", "cost_micros"),
        Index("ix_mind_calls_at", "at"),
    )

    workspace_id: int = Field(primary_key=True, foreign_key="workspaces.id")
    id: int = Field(primary_key=True, sa_type=BigInteger)
    at: datetime
    purpose: str
    mind: str
    model: str
    prompt: str
    channel: str | None = None
    member_id: int | None = Field(default=None, sa_type=BigInteger)
    state: str
    detail: str = ""
    tokens_in: int = 0
    tokens_out: int = 0
    cost_micros: int = Field(default=0, sa_type=BigInteger)
    milliseconds: int = 0
    masked: int = 0
    sent: str | None = Field(default=None, sa_type=Text)
    received: str | None = Field(default=None, sa_type=Text)


class MindChoice(Row, table=True):
    """What a workspace decided of the text assistant; no row means: on, in every channel, up to the operator's budget.

    ``off_channels`` (JSON) are Slack's ids of channels where nothing is sent from. ``monthly_tokens`` may only lower
    the operator's budget.
    """

    __tablename__ = "mind_choices"
    __table_args__ = (points_to("members", "set_by_id"),)

    workspace_id: int = Field(primary_key=True, foreign_key="workspaces.id")
    is_off: bool = False
    off_channels: str = Field(default="[]", sa_type=Text)
    monthly_tokens: int | None = Field(default=None, sa_type=BigInteger)
    set_by_id: int | None = Field(default=None, sa_type=BigInteger)
    set_at: datetime
    version: int = 1


class Narrative(Row, table=True):
    """What a machine wrote above one channel's digest of one ISO week: asked for once, absent until it is there.

    ``sentences`` (JSON) has each sentence that was supported with its claims and their records; ``asked_at`` without
    ``made_at`` means that it was asked for and did not come, or not yet.
    """

    __tablename__ = "narratives"

    workspace_id: int = Field(primary_key=True, foreign_key="workspaces.id")
    channel: str = Field(primary_key=True)
    iso_year: int = Field(primary_key=True)
    iso_week: int = Field(primary_key=True)
    locale: str
    model: str = ""
    prompt: str = ""
    sentences: str = Field(default="[]", sa_type=Text)
    dropped: int = 0
    asked_at: datetime
    made_at: datetime | None = None
