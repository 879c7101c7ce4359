"""A lead that comes round again: what is said of it then is another word, also when it sounds the same."""

from datetime import timedelta

import pytest

from commands.handoff import offering, rated
from commands.handoff.intents import OfferHandoff
from commands.lead_quality import actions
from commands.lead_quality.actions import RateLead
from commands.lead_quality.answers import Receipt
from domain.lead_quality import Said
from domain.taxonomy import Grade, ReturnReason
from domain.weeks import Span
from storage.database import Database
from storage.lead_ratings import quality_facts
from storage.tables import Lead, LeadRating
from tests.commands.promises.desk import Desk


@pytest.fixture
def desk(database: Database) -> Desk:
    return Desk(database)


def say(desk: Desk, lead_id: int) -> Receipt:
    said = Said(Grade.GOOD, Grade.POOR)
    return actions.rate(desk.services, desk.owner, rated.door(), RateLead(lead_id, said), desk.key())


def counted(desk: Desk, days: int) -> int:
    """How many leads were rated in the last days."""
    with desk.database.read() as connection:
        facts = quality_facts(connection, desk.id, Span(desk.now - timedelta(days=days), desk.now + timedelta(hours=1)))
    return sum(each.fit.n for each in facts.sources)


def test_the_same_words_of_another_round_count_when_they_were_said(desk: Desk) -> None:
    card = desk.offer()
    (lead,) = desk.rows(Lead)
    assert not say(desk, lead["id"]).repeated
    assert say(desk, lead["id"]).repeated
    desk.attempt(card)
    desk.give_back(card, ReturnReason.NOT_READY)
    desk.pass_time(days=30)
    assert counted(desk, 7) == 0
    offering.offer(
        desk.services, desk.marketer, OfferHandoff(lead["id"], desk.owner.member_id, why="they ask again"), desk.key()
    )
    again = say(desk, lead["id"])
    assert (again.repeated, again.edited) == (False, True)
    (row,) = desk.rows(LeadRating)
    assert row["handoff_id"] != card.id
    assert (counted(desk, 7), counted(desk, 60)) == (1, 1)


def test_taken_back_and_said_anew_it_counts_when_it_was_said_anew(desk: Desk) -> None:
    desk.offer()
    (lead,) = desk.rows(Lead)
    first = say(desk, lead["id"])
    actions.withdraw(desk.services, desk.owner, rated.door(), first.rating.id, desk.key())
    desk.pass_time(days=30)
    say(desk, lead["id"])
    assert (counted(desk, 7), counted(desk, 60)) == (1, 1)
