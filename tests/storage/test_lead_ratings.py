"""What ratings say of sources and campaigns: each lead once, in its period, withdrawn ones never; on both databases."""

from datetime import datetime, timedelta
from typing import Any

import pytest
from sqlalchemy.exc import IntegrityError

from domain.lead_quality import Spread, lead_quality
from domain.taxonomy import ReturnReason
from domain.weeks import Span
from storage import lead_ratings
from storage.database import Database
from storage.errors import StaleVersionError
from storage.ids import new_id
from storage.tables import Handoff, Lead, LeadRating
from tests.storage.rows import NOW, Team
from tests.storage.test_digest_facts import counted

DAY = timedelta(days=1)
PERIOD = Span(NOW - 90 * DAY, NOW)


class Desk(Team):
    """A workspace in which leads are rated."""

    def lead(self, source: str = "webinar", campaign: str | None = None) -> int:
        lead_id = new_id()
        lead = Lead(
            workspace_id=self.id,
            id=lead_id,
            external_id=str(lead_id),
            company="Acme",
            source=source,
            campaign=campaign,
            mql_at=NOW,
            created_at=NOW,
            updated_at=NOW,
        )
        with self.database.write() as work:
            work.session.add(lead)
            work.commit()
        return lead_id

    def rating(self, lead_id: int, by: int, grades: str, at: datetime = NOW - DAY, **more: Any) -> LeadRating:  # noqa: ANN401 - any column
        fit, intent = grades.split("/")
        rating = LeadRating(
            workspace_id=self.id,
            id=new_id(),
            lead_id=lead_id,
            rated_by_id=by,
            rated_at=at,
            fit=fit,
            intent=intent,
            updated_at=at,
            **more,
        )
        with self.database.write() as work:
            lead_ratings.add_rating(work, rating)
            work.commit()
        return rating

    def returned(self, lead_id: int, by: int, reason: str, at: datetime, source: str) -> int:
        handoff_id = new_id()
        handoff = Handoff(
            workspace_id=self.id,
            id=handoff_id,
            lead_id=lead_id,
            owner_id=by,
            marketer_id=by,
            routed_by="chosen",
            state="recycled",
            return_reason=reason,
            source=source,
            offered_at=at,
            closed_at=at,
            created_at=at,
            updated_at=at,
        )
        with self.database.write() as work:
            work.session.add(handoff)
            work.commit()
        return handoff_id

    def facts(self) -> Any:  # noqa: ANN401 - what the query gives
        with self.database.read() as connection:
            return lead_ratings.quality_facts(connection, self.id, PERIOD)


@pytest.fixture
def desk(database: Database) -> Desk:
    return Desk.new(database)


def test_a_lead_counts_once_as_who_decides_sees_it(desk: Desk) -> None:
    """The owner's view wins over a later one of somebody else; without one, the latest does."""
    tom, ana = desk.member("U1"), desk.member("U2")
    decided, talked_about = desk.lead("ads", "Autumn"), desk.lead("ads")
    desk.rating(decided, tom, "good/poor", NOW - 5 * DAY, decides=True)
    desk.rating(decided, ana, "poor/good", NOW - DAY)
    desk.rating(talked_about, tom, "partial/partial", NOW - 5 * DAY)
    desk.rating(talked_about, ana, "poor/poor", NOW - DAY)
    quality = lead_quality(desk.facts())
    (line,) = quality.sources
    assert (line.key, line.fit, line.intent) == ("ads", Spread(1, 0, 1), Spread(0, 0, 2))
    (campaign,) = quality.campaigns
    assert (campaign.key, campaign.n) == ("Autumn", 1)


def test_what_is_withdrawn_or_outside_or_elsewhere_is_not_counted(desk: Desk) -> None:
    tom = desk.member("U1")
    outside: tuple[tuple[datetime, dict[str, Any]], ...] = (
        (PERIOD.start - timedelta(seconds=1), {}),
        (PERIOD.end, {}),
        (NOW - DAY, {"withdrawn_at": NOW}),
    )
    for at, more in outside:
        desk.rating(desk.lead(), tom, "good/good", at, **more)
    desk.rating(desk.lead("first"), tom, "good/good", PERIOD.start)
    desk.returned(desk.lead(), tom, "budget", PERIOD.end, "fair")
    other = Desk.new(desk.database, "T2")
    stranger = other.member("U9")
    other.rating(other.lead("ads"), stranger, "good/good")
    other.returned(other.lead(), stranger, "budget", NOW - DAY, "ads")
    quality = lead_quality(desk.facts())
    assert [(line.key, line.n, line.returned) for line in quality.sources] == [("first", 1, 0)]


def test_returns_are_told_by_the_source_that_was_handed_over(desk: Desk) -> None:
    """With and without a rating; a handoff that said another source counts for that one."""
    tom = desk.member("U1")
    lead = desk.lead("webinar", "Autumn")
    handoff = desk.returned(lead, tom, "budget", NOW - DAY, "referral")
    desk.rating(lead, tom, "good/poor", handoff_id=handoff, decides=True)
    desk.returned(desk.lead(), tom, "spam", NOW - DAY, "ads")
    quality = lead_quality(desk.facts())
    assert [(line.key, line.n, line.reasons) for line in quality.sources] == [
        ("referral", 1, ((ReturnReason.BUDGET, 1),)),
        ("ads", 0, ((ReturnReason.SPAM, 1),)),
    ]
    assert [(line.key, line.n, line.returned) for line in quality.campaigns] == [("Autumn", 1, 1)]


def test_one_rating_a_person_and_lead_and_no_lost_change(desk: Desk) -> None:
    tom, lead = desk.member("U1"), desk.lead()
    rating = desk.rating(lead, tom, "good/good")
    with pytest.raises(IntegrityError):
        desk.rating(lead, tom, "poor/poor")
    with desk.database.write() as work:
        assert lead_ratings.change_rating(work, desk.id, rating, {"fit": "poor"}, NOW) == 2
        with pytest.raises(StaleVersionError):
            lead_ratings.change_rating(work, desk.id, rating, {"fit": "good"}, NOW)
        work.commit()
    with desk.database.read() as connection:
        (found,) = lead_ratings.list_mine(connection, desk.id, tom, limit=9)
        assert (found.fit.value, found.version) == ("poor", 2)
        assert lead_ratings.list_latest(connection, desk.id, limit=9) == [found]
        assert lead_ratings.ratings_of_leads(connection, desk.id, [lead, 7]) == {lead: [found]}
        assert lead_ratings.ratings_of_leads(connection, desk.id, []) == {}


def test_the_number_of_queries_does_not_grow(desk: Desk) -> None:
    tom = desk.member("U1")
    for place in range(12):
        desk.rating(desk.lead(f"s{place}", f"c{place}"), tom, "good/poor")
    with counted(desk.database) as seen:
        desk.facts()
    assert len(seen) == 2
