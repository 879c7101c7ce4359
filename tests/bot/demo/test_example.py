"""The example workspace: the same each time, nothing of it in the future, and a week worth a digest."""

from collections import Counter
from datetime import UTC, datetime, timedelta
from zoneinfo import ZoneInfo

from hypothesis import given
from hypothesis import strategies as st

from bot.demo.child import bot_environment
from bot.demo.example import ACCOUNTS, TZ, example_deals, example_leads, example_objections
from bot.demo.example_reviews import ENDS
from bot.demo.running import first_moment
from domain.taxonomy import Ask, BeliefSource, BuyingRole, DealStage, Theme, Worked
from domain.weeks import week_of
from domain.win_loss import Claims, problems
from playground.people import default_people

_MOMENTS = st.integers(0, 10 * 366 * 24 * 60).map(
    lambda minutes: datetime(2025, 1, 1, tzinfo=UTC) + timedelta(minutes=minutes)
)
_THURSDAY = datetime(2026, 3, 5, 15, 0, tzinfo=UTC)
_CODES = {
    "theme": Theme,
    "stage": DealStage,
    "role": BuyingRole,
    "belief": BeliefSource,
    "ask": Ask,
    "worked": Worked,
}


@given(_MOMENTS)
def test_the_clock_starts_when_the_whole_team_is_at_work(now: datetime) -> None:
    start = first_moment(now)
    assert now <= start <= now + timedelta(days=7)
    local = start.astimezone(ZoneInfo(TZ))
    assert local.weekday() in {3, 4}
    assert local.hour == 16
    for person in default_people():
        assert 8 <= start.astimezone(ZoneInfo(person.tz)).hour < 18


@given(_MOMENTS)
def test_nothing_is_in_the_future_and_the_week_is_full(now: datetime) -> None:
    start = first_moment(now)
    objections, leads = example_objections(start), example_leads(start)
    assert all(each.at < start for each in objections)
    assert all(lead["mql_at"] < start for lead in leads)
    week = week_of(start, TZ)
    assert sum(week_of(each.at, TZ) == week for each in objections) == 13
    assert sum(week_of(lead["mql_at"], TZ) == week for lead in leads) == 34
    assert all(deal["opened_at"] <= deal["closed_at"] < start for deal in example_deals(leads, start))


def test_the_same_moment_gives_the_same_data() -> None:
    first, second = (example_leads(_THURSDAY) for _ in range(2))
    assert first == second
    assert example_deals(first, _THURSDAY) == example_deals(second, _THURSDAY)


def test_the_objections_use_codes_accounts_and_people_that_exist() -> None:
    objections = example_objections(_THURSDAY)
    assert len(objections) > 50
    names, people = {account.name for account in ACCOUNTS}, {person.name for person in default_people()}
    for each in objections:
        assert each.account in names
        assert each.who in people
        assert each.values["quote"]
        for column, codes in _CODES.items():
            value = each.values[column]
            assert value is None or value in set(codes), (column, value)


def test_a_verdict_has_an_argument() -> None:
    assert all(
        (each.values["worked"] is None) == (each.values["argument"] is None) for each in example_objections(_THURSDAY)
    )


def test_the_reviews_stand_and_some_deals_wait_for_theirs() -> None:
    sides = set()
    for each in ENDS:
        for view in each.views:
            said = view.fields
            claims = Claims(each.outcome, said.primary, said.contributing, said.competitor, said.swung_it)
            assert problems(claims) == {}, (each.deal, view.who)
            sides.add(said.perspective or ("manager" if view.who == "carmen" else "rep"))
    assert sides == {"rep", "manager", "buyer"}
    assert {each.who for each in ENDS if not each.views} == {"tom", "ana"}


def test_leads_have_ids_of_their_own() -> None:
    ids = Counter(lead["external_id"] for lead in example_leads(_THURSDAY))
    assert max(ids.values()) == 1


def test_the_child_gets_no_proxy_and_no_settings_of_another_lazo() -> None:
    inherited = {"PATH": "/bin", "https_proxy": "x", "ALL_PROXY": "x", "LAZO_LOG_LEVEL": "debug", "OPENAI_API_KEY": "y"}
    assert bot_environment(inherited, {"SLACK_API_URL": "z"}) == {"PATH": "/bin", "SLACK_API_URL": "z"}
