"""Themes of a workspace's own, which its notes suggested and a person took up or did not."""

from datetime import datetime

from sqlalchemy import BigInteger, Index
from sqlmodel import Field

from storage.tables.keys import points_to
from storage.tables.row import Row


class Topic(Row, table=True):
    """A group of notes that was offered as a theme at ``proposed_at``, when ``notes`` of a month shared its ``term``.

    ``label`` is how people write it. ``state`` is ``proposed``, ``followed``, ``dismissed`` or, once followed,
    ``retired``: only a person makes it one of the last three; ``decided_by_id`` is who took it up or dismissed it. A
    term is offered once. Once followed, objections have ``own_<id>`` for their theme, so its row is never deleted.
    Times are business time.
    """

    __tablename__ = "topics"
    __table_args__ = (
        points_to("members", "decided_by_id"),
        Index("uq_topics_term", "workspace_id", "term", unique=True),
    )

    workspace_id: int = Field(primary_key=True, foreign_key="workspaces.id")
    id: int = Field(primary_key=True, sa_type=BigInteger)
    term: str
    label: str
    state: str = "proposed"
    notes: int
    proposed_at: datetime
    decided_at: datetime | None = None
    decided_by_id: int | None = Field(default=None, sa_type=BigInteger)
