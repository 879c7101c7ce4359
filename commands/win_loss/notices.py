"""What others are told of reviews, checked and put into words at the moment it leaves."""

from collections.abc import Sequence

from sqlalchemy import Connection

from commands.telling import Audience, Composed, Composer
from commands.win_loss import notice_views
from commands.win_loss.telling import TELL
from storage import people, reviews
from storage.outbox import Outgoing
from storage.tables import Notice


def compose_logged(connection: Connection, audience: Audience, due: Sequence[Notice]) -> Composed:
    """All that is due as one list, a long one in parts. Withdrawn reviews are not told."""
    # All in one question: the writer waits meanwhile.
    found = reviews.found_reviews(connection, audience.workspace_id, {notice.subject_id for notice in due})
    standing = {each: of for each, of in found.items() if of.review.withdrawn_at is None}
    told = frozenset(notice.id for notice in due if notice.subject_id in standing)
    if not told:
        return Composed((), frozenset())
    authors = people.names_of(connection, audience.workspace_id, {of.review.logged_by_id for of in standing.values()})
    items = [
        (of.review, of.account_name, authors.get(of.review.logged_by_id, ""))
        for of in sorted(standing.values(), key=lambda each: (each.review.logged_at, each.review.id))
    ]
    lists = [items[start : start + notice_views.LISTED] for start in range(0, len(items), notice_views.LISTED)]
    messages = (
        Outgoing(
            TELL,
            f"reviews:{audience.channel}:{min(told)}:{place}",
            audience.channel,
            notice_views.notice_list(audience.say, part),
        )
        for place, part in enumerate(lists)
    )
    return Composed(tuple(messages), told)


def composers() -> dict[str, Composer]:
    """By kind of notice."""
    return {TELL: compose_logged}
