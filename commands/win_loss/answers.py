"""What is given back: the receipt of a review, lists, and what a form begins with. Reads only."""

from dataclasses import replace
from datetime import datetime
from typing import Final

from sqlalchemy import Connection

from commands.alike import alike_accounts
from commands.context import Actor, Services
from commands.hearing import plan_telling
from commands.win_loss.comparing import view_of
from commands.win_loss.list_words import ShowList
from commands.win_loss.parse import ReviewFields
from commands.win_loss.subject import Subject, subject_of
from domain.names import name_key
from domain.taxonomy import Ask, DealOutcome
from domain.telling import Told
from domain.values import frozen
from domain.win_loss import Difference, View, differences, said_end
from storage import account_talk, accounts, people, review_subjects, reviews
from storage.account_talk import AccountTalk
from storage.review_subjects import DealSubject
from storage.reviews import FoundReview, ReviewFilter
from storage.tables import WinLossReview

LIST_LIMIT: Final = 10


@frozen
class Receipt:
    """Everything that the answer to a review shows.

    ``told`` is who hears of it, ``told_slack_id`` their Slack id. ``alike`` are accounts with a name like the unknown
    one that was typed. ``views`` are all views of the same closing, ``parts`` where they differ. ``repeated``: the same
    text was stored a moment ago; ``given``: this person's view of the deal stands already. Nothing was added then.
    """

    review: WinLossReview
    account_name: str | None
    deal: DealSubject | None
    alike: tuple[tuple[int, str], ...]
    views: tuple[View, ...]
    parts: tuple[Difference, ...]
    told: Told | None
    told_slack_id: str | None
    nobody_set: bool
    removed: int = 0
    repeated: bool = False
    given: bool = False


@frozen
class Listed:
    """Reviews that were asked for, newest first, one over `LIST_LIMIT` when there are more; all of them by outcome."""

    wanted: ShowList
    found: tuple[FoundReview, ...]
    counts: dict[str, int]


@frozen
class Proposal:
    """What a form begins with: the subject, what is known of it, and what buyers of the account objected before."""

    fields: ReviewFields
    subject: Subject
    talk: AccountTalk

    @property
    def is_lost_somehow(self) -> bool:
        """Whether nothing is known of how the deal ended but that it was lost."""
        return self.subject.deal is not None and self.subject.deal.outcome == DealOutcome.LOST_OTHER


def receipt_of(services: Services, actor: Actor, review_id: int) -> Receipt:
    """What the answer about a review shows at this moment."""
    now = services.now()
    with services.database.read() as connection:
        review = reviews.get_review(connection, actor.workspace_id, review_id)
        account_ids = set() if review.account_id is None else {review.account_id}
        account_name = accounts.names_by_id(connection, actor.workspace_id, account_ids).get(review.account_id or 0)
        deal, views = None, []
        if review.deal_id is not None:
            deal = review_subjects.deal_subject(connection, actor.workspace_id, review.deal_id)
            standing = reviews.views_of_deal(connection, actor.workspace_id, review.deal_id)
            views = [each for each in standing if each.closing == review.closing]
        compared = [view_of(each) for each in views]
        told, told_slack_id = _told(connection, actor, review, now)
        owned = review.account_id is not None and accounts.marketing_owner(
            connection, actor.workspace_id, review.account_id
        )
        return Receipt(
            review,
            account_name,
            deal,
            alike_accounts(connection, actor.workspace_id, review.account_hint),
            tuple(compared),
            differences(compared),
            told,
            told_slack_id,
            # Nobody is told either because nobody is set, or because the author is the one who would be.
            told is None and not owned,
        )


def list_of(services: Services, actor: Actor, wanted: ShowList) -> Listed:
    """Reviews that were asked for."""
    asked = ReviewFilter(
        since=services.now() - wanted.period,
        outcomes=tuple(outcome.value for outcome in wanted.outcomes),
        member_id=actor.member_id if wanted.mine else None,
        words=wanted.words,
    )
    with services.database.read() as connection:
        found = reviews.list_reviews(connection, actor.workspace_id, asked, limit=LIST_LIMIT + 1)
        counts = reviews.count_reviews(connection, actor.workspace_id, asked)
    return Listed(wanted, tuple(found), counts)


def for_editing(services: Services, actor: Actor, review_id: int) -> tuple[WinLossReview, Subject]:
    """A review as its form shows it, and what it is about."""
    with services.database.read() as connection:
        review = reviews.get_review(connection, actor.workspace_id, review_id)
        deal = account_name = None
        if review.deal_id is not None:
            deal = review_subjects.deal_subject(connection, actor.workspace_id, review.deal_id)
        if review.account_id is not None:
            names = accounts.names_by_id(connection, actor.workspace_id, {review.account_id})
            account_name = names.get(review.account_id)
    return review, Subject(deal, review.account_id, account_name, review.account_hint)


def proposal_for(services: Services, actor: Actor, fields: ReviewFields) -> Proposal:
    """The fields with what is known of their subject: how it closed, the competitor of its objections."""
    with services.database.read() as connection:
        subject = subject_of(connection, actor.workspace_id, fields)
        deal, account_id = subject.deal, subject.account_id
        heard = review_subjects.HeardBefore((), 0)
        if account_id is not None:
            heard = review_subjects.heard_of_account(connection, actor.workspace_id, account_id)
        talk = account_talk.talk_of_account(connection, actor.workspace_id, account_id)
    outcome, competitor = fields.outcome, fields.competitor
    if outcome is None and deal is not None:
        outcome = said_end(DealOutcome(deal.outcome))
    if competitor is None and heard.competitors:
        competitor = heard.competitors[0]
    known = replace(
        fields,
        outcome=outcome,
        competitor=competitor,
        deal_id=None if deal is None else deal.id,
        account_id=account_id,
        account_name=subject.hint,
    )
    return Proposal(known, subject, talk)


def given_view(services: Services, actor: Actor, proposal: Proposal) -> int | None:
    """The view that this person has given of the proposed deal's closing from the same side."""
    deal, perspective = proposal.subject.deal, proposal.fields.perspective
    if deal is None or perspective is None:
        return None
    with services.database.read() as connection:
        return reviews.own_view(
            connection, actor.workspace_id, actor.member_id, deal.id, deal.closing, perspective.value
        )


def known_subject(services: Services, actor: Actor, name: str) -> bool:
    """Whether an account or a deal goes by that name."""
    with services.database.read() as connection:
        subject = subject_of(connection, actor.workspace_id, ReviewFields(account_name=name))
    return bool(name_key(name)) and (subject.account_id is not None or subject.deal is not None)


def _told(connection: Connection, actor: Actor, review: WinLossReview, now: datetime) -> tuple[Told | None, str | None]:
    told = plan_telling(connection, actor.workspace_id, review.account_id, Ask.NONE, review.logged_by_id, now)
    if told is None or told.member_id is None:
        return told, None
    return told, people.names_of(connection, actor.workspace_id, {told.member_id}).get(told.member_id)
