"""The scorecard in words: n beside everything, no rate of few, and all of it within Slack's limits."""

from collections.abc import Hashable
from datetime import UTC, datetime

import pytest

from commands.blocks import Json
from commands.i18n import LOCALES, Say, Texts
from commands.scorecard import parse, views
from commands.scorecard.actions import SMALL_TEAMS, Named, Scorecard, Shown
from commands.scorecard.parse import By, ShowScorecard
from domain.scorecard import Figures, FirstOutcome, Kept, Spread, figures
from domain.taxonomy import ReturnReason
from domain.weeks import IsoWeek, Span
from playground.blockkit import message_refusal, view_refusal
from tests.flow.acts import texts

PERIOD = Span(datetime(2026, 5, 3, 22, tzinfo=UTC), datetime(2026, 5, 31, 22, tzinfo=UTC))


def of(met: int, due: int) -> Figures:
    """As many leads as there were promises."""
    return Figures(
        offered=due,
        outcomes={FirstOutcome.ACCEPTED: met, FirstOutcome.RETURNED: due - met},
        promises={"accept": Kept(met, due)},
        accepted=Kept(met, due),
        returns={reason.value: 99_999 for reason in ReturnReason} if due > 9999 else {},
        request_to_offer=Spread(due, 123_456.7, 999_999),
        request_to_offer_worked=Spread(due, 30, 90),
        offer_to_attempt=Spread(due, 123_456.7, 999_999),
        offer_to_attempt_worked=Spread(due, 123_456.7, 999_999),
    )


def shown(by: By, groups: dict[Hashable, Figures], whole: Figures) -> Shown:
    people = {number: Named(f"U{number:010}", "Ñ&<!channel>" * 40) for number in range(60)}
    return Shown(ShowScorecard(by, 52), Scorecard(whole, groups), PERIOD, "America/Argentina/ComodRivadavia", people)


def read(body: Json) -> str:
    return "\n".join(texts(body["blocks"]))


@pytest.fixture(params=LOCALES)
def say(request: pytest.FixtureRequest) -> Say:
    return Texts().into(request.param)


def test_slack_takes_all_of_it(say: Say) -> None:
    many = of(9_999_999, 99_999_999)
    sources: dict[Hashable, Figures] = {f"{number}_<!channel>" + "ñ" * 200: many for number in range(60)}
    weeks: dict[Hashable, Figures] = {IsoWeek(2026, 1).shift(number): many for number in range(52)}
    people: dict[Hashable, Figures] = dict.fromkeys(range(60), many)
    teams: dict[Hashable, Figures] = {**people, None: many, SMALL_TEAMS: many}
    for by, groups in ((By.SOURCE, sources), (By.WEEK, weeks), (By.PERSON, people), (By.TEAM, teams)):
        made = shown(by, groups, many)
        for charts in (True, False):
            assert message_refusal(views.scorecard_message(say, made, charts=charts)["blocks"]) is None
        assert message_refusal(views.scorecard_message(say, made, charts=False)["blocks"], charts_allowed=False) is None
        for view in (views.scorecard_modal(say, made), views.why_modal(say, made), views.refusal_modal(say)):
            view["blocks"] = [{**row, "block_id": f"b{place}"} for place, row in enumerate(view["blocks"])]
            assert view_refusal(view) is None
    assert "<!channel>" not in str(views.scorecard_modal(say, shown(By.SOURCE, sources, many)))
    unclear = parse.UnclearWord("`<!channel>" * 300, "<!channel>" * 30, "source")
    assert message_refusal(views.unclear_message(say, unclear)["blocks"]) is None


def test_of_few_there_is_no_rate_and_always_n() -> None:
    say = Texts().into("en")
    few = read(views.scorecard_modal(say, shown(By.SOURCE, {"ads": of(18, 19)}, of(18, 19))))
    assert "18 of 19" in few
    assert "%" not in few
    assert "median 30 minutes, nine in ten within 1 hour 30 minutes (n = 19)" in few
    enough = read(views.scorecard_modal(say, shown(By.SOURCE, {"ads": of(18, 20)}, of(18, 20))))
    assert "90% (18 of 20)" in enough


def test_nothing_yet_says_so() -> None:
    say = Texts().into("es")
    message = views.scorecard_message(say, shown(By.WEEK, {}, figures([])), charts=True)
    assert "todavía no hay nada que contar" in read(message)
    assert "%" not in str(message)


def test_nobody_is_ranked() -> None:
    """People and teams stand by name, not by how they did."""
    groups: dict[Hashable, Figures] = {2: of(1, 30), 1: of(30, 30), 0: of(15, 30)}
    found = shown(By.PERSON, groups, of(46, 90))
    named = {0: Named("U0", "Carla"), 1: Named("U1", "Ana"), 2: Named("U2", "Bea")}
    message = views.scorecard_message(
        Texts().into("en"), Shown(found.wanted, found.scorecard, PERIOD, "UTC", named), charts=True
    )
    (table,) = (row for row in message["blocks"] if row["type"] == "table")
    assert [line[0]["text"] for line in table["rows"]] == ["By person", "Ana", "Bea", "Carla"]
