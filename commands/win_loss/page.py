"""A deal's page: how it closed, the views of it side by side, what was objected and what worked. Reads only."""

from datetime import datetime

from commands.context import Actor, Services
from commands.win_loss.comparing import view_of
from domain.values import frozen
from domain.win_loss import Difference, View, agreed_reasons, differences
from storage import account_talk, people, review_subjects, reviews
from storage.account_talk import AccountTalk
from storage.review_subjects import DealSubject
from storage.tables import Deal, WinLossReview


@frozen
class Closing:
    """The views of one closing of a deal, by side, and where they part. ``number`` is absent while it stood open."""

    number: int | None
    closed_at: datetime | None
    views: tuple[WinLossReview, ...]
    compared: tuple[View, ...]
    parts: tuple[Difference, ...]
    agreed: frozenset[str]


@frozen
class DealPage:
    """Everything that a deal's page shows: the views of how it stands, and ``before`` those of earlier closings.

    ``authors`` are Slack ids by member.
    """

    deal: Deal
    subject: DealSubject
    now: Closing
    before: tuple[Closing, ...]
    talk: AccountTalk
    authors: dict[int, str]


@frozen
class FoundDeals:
    """What a name stands for: the page of the deal, and the others that go by it."""

    name: str
    page: DealPage | None
    others: tuple[DealSubject, ...]


def page_named(services: Services, actor: Actor, name: str) -> FoundDeals:
    """The page of the latest deal that goes by ``name``, its own or its account's, and the other deals of that name.

    No page when none does: only deals that are called something like it.
    """
    with services.database.read() as connection:
        found = review_subjects.deals_named(connection, actor.workspace_id, name, limit=6)
        if not found:
            return FoundDeals(
                name, None, tuple(review_subjects.deals_like(connection, actor.workspace_id, name, limit=6))
            )
    return FoundDeals(name, page_of(services, actor, found[0].id), tuple(found[1:]))


def page_of(services: Services, actor: Actor, deal_id: int) -> DealPage:
    """A deal's page. Raises NoResultFound."""
    with services.database.read() as connection:
        deal = review_subjects.get_deal(connection, actor.workspace_id, deal_id)
        subject = review_subjects.deal_subject(connection, actor.workspace_id, deal_id)
        assert subject is not None  # the row that was just read
        views = reviews.views_of_deal(connection, actor.workspace_id, deal_id)
        talk = account_talk.talk_of_account(connection, actor.workspace_id, deal.account_id)
        authors = people.names_of(connection, actor.workspace_id, {view.logged_by_id for view in views})
    numbers = sorted({view.closing for view in views} - {subject.closing}, key=lambda each: each or 0, reverse=True)
    return DealPage(
        deal,
        subject,
        _closing(views, subject.closing, subject.closed_at if subject.closing else None),
        tuple(_closing(views, number, None) for number in numbers),
        talk,
        authors,
    )


def _closing(views: list[WinLossReview], number: int | None, closed_at: datetime | None) -> Closing:
    sides = ("rep", "manager", "buyer")
    own = sorted((view for view in views if view.closing == number), key=lambda each: sides.index(each.perspective))
    compared = tuple(view_of(view) for view in own)
    return Closing(
        number,
        closed_at or next((view.deal_closed_at for view in own if view.deal_closed_at), None),
        tuple(own),
        compared,
        differences(compared),
        agreed_reasons(compared),
    )
