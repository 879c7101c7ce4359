"""What was proposed from a text, and what the person made of it: labels to judge and improve a mind by."""

from datetime import datetime

from sqlalchemy import BigInteger, Index, Text, text
from sqlmodel import Field

from storage.tables.keys import points_to
from storage.tables.row import Row

_WAITING = text("confirmed_at IS NULL")


class MindLabel(Row, table=True):
    """One field that ``mind`` proposed to fill in for ``member_id``, who then submitted the form or did not.

    ``form`` is the form's callback id, ``field`` its block's; ``quote`` the words of the text that the proposal came
    from, ``text_hash`` of the whole text. ``proposed`` and ``confirmed`` are codes where the field has codes;
    ``confirmed`` is absent until ``confirmed_at``, and stays so when the person emptied the field. Times are system
    time.
    """

    __tablename__ = "mind_labels"
    __table_args__ = (
        points_to("members", "member_id"),
        Index(
            "ix_mind_labels_waiting",
            "workspace_id",
            "view_id",
            sqlite_where=_WAITING,
            postgresql_where=_WAITING,
        ),
        Index("ix_mind_labels_field", "workspace_id", "field", "confirmed_at"),
        Index("ix_mind_labels_proposed", "proposed_at"),
    )

    workspace_id: int = Field(primary_key=True, foreign_key="workspaces.id")
    id: int = Field(primary_key=True, sa_type=BigInteger)
    member_id: int = Field(sa_type=BigInteger)
    view_id: str
    form: str
    field: str
    text_hash: str
    quote: str = Field(sa_type=Text)
    proposed: str = Field(sa_type=Text)
    confirmed: str | None = Field(default=None, sa_type=Text)
    mind: str
    prompt: str
    proposed_at: datetime
    confirmed_at: datetime | None = None
