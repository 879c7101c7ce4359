"""Forms that somebody may want to go on with: what Slack reported of them before they failed or were closed."""

from datetime import datetime

from sqlalchemy import BigInteger, Index, Text
from sqlmodel import Field

from storage.tables.keys import points_to
from storage.tables.row import Row


class KeptForm(Row, table=True):
    """One form of one person, as Slack last told us of it, or a text too long for a form's field.

    ``view_id`` is Slack's id of the view (for a text: one of our own making). ``why`` is ``reported`` (a choice in an
    open form told us of what was typed so far), ``failed`` (it was submitted and could not be stored), ``closed`` (it
    was closed after a report) or ``text``. ``body`` is JSON: the view with the values of its fields, or the text.
    ``kept_at`` is system time; retention forgets it a few days later.
    """

    __tablename__ = "kept_forms"
    __table_args__ = (
        points_to("members", "member_id"),
        Index("uq_kept_forms_view", "workspace_id", "view_id", unique=True),
        Index("ix_kept_forms_kept", "kept_at"),
    )

    workspace_id: int = Field(primary_key=True, foreign_key="workspaces.id")
    id: int = Field(primary_key=True, sa_type=BigInteger)
    member_id: int = Field(sa_type=BigInteger)
    view_id: str
    why: str
    body: str = Field(sa_type=Text)
    kept_at: datetime
