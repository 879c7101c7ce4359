"""What marketing answered to those who asked for something."""

from datetime import datetime

from sqlalchemy import BigInteger, Index, Text
from sqlmodel import Field

from storage.tables.keys import points_to
from storage.tables.row import Row


class ObjectionAnswer(Row, table=True):
    """An answer to what an objection asked of marketing, word for word, by ``answered_by_id`` at ``answered_at``."""

    __tablename__ = "objection_answers"
    __table_args__ = (
        points_to("objections", "objection_id"),
        points_to("members", "answered_by_id"),
        Index("ix_objection_answers_objection", "workspace_id", "objection_id", "answered_at"),
    )

    workspace_id: int = Field(primary_key=True, foreign_key="workspaces.id")
    id: int = Field(primary_key=True, sa_type=BigInteger)
    objection_id: int = Field(sa_type=BigInteger)
    answered_by_id: int = Field(sa_type=BigInteger)
    answered_at: datetime
    text: str = Field(sa_type=Text)
