"""What a slice gives to the release of notices: the words for those that are still true."""

from collections.abc import Callable, Mapping, Sequence
from datetime import datetime

from sqlalchemy import Connection

from commands.i18n import Say
from domain.values import frozen
from storage.ids import WorkspaceId
from storage.outbox import Outgoing
from storage.tables import Notice


@frozen
class Composed:
    """The messages that tell some notices, and which notices they tell; the others are not true any more."""

    messages: tuple[Outgoing, ...]
    told: frozenset[int]


@frozen
class Audience:
    """Who is told: Slack's id to post to, their language and zone, and the moment (business time) of the telling."""

    workspace_id: WorkspaceId
    channel: str
    say: Say
    tz: str
    now: datetime


#: Checks notices for one recipient against the rows as they stand, merges them and puts them into words.
Composer = Callable[[Connection, Audience, Sequence[Notice]], Composed]

#: Which composer tells which kind of notice.
Composers = Mapping[str, Composer]
