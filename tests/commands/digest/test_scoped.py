"""A channel's digest with what it wants of it: sections, accounts, months; three hundred accounts in one message."""

import json
from dataclasses import replace
from datetime import date, timedelta

import pytest

from commands.blocks import section
from commands.digest.fitting import fitted
from commands.digest.message import digest_message
from commands.digest.schedule_views import schedule_modal, scheduled_modal
from commands.digest.scheduling import Schedule, Standing
from commands.i18n import LOCALES, Texts
from domain.account_review import AccountReview, Decision, Movement, NextStep, OpenStep
from domain.account_review import Standing as Stands
from domain.account_week import AccountWeek, ReviewedAccount
from domain.digest import DigestFacts, WeeklyDigest, digest_window, weekly_digest
from domain.digest_plan import Moved, Plan
from domain.digest_scope import AccountChoice, Scope, Section
from domain.metrics import Trend
from domain.pipeline import Pipeline
from domain.scorecard import Kept
from domain.scorecard_counts import Closed, Counts
from domain.weekly_words import WeeklyWords
from domain.weeks import IsoWeek, Month, PeriodKind, WeeklySlot
from playground.blockkit import message_refusal, view_refusal
from tests.commands.digest.test_message import AT, HOSTILE, longest, texts_in

TEXTS = Texts()
WINDOW = digest_window(IsoWeek(2018, 9), "Europe/Madrid")
COUNTS = Counts(12, Kept(9, 10), Kept(8, 11), Kept(20, 25), Kept(3, 4), Closed(2, 5))


def crowded(about: IsoWeek | Month) -> WeeklyDigest:
    """The longest digest there is, with three hundred accounts that stand still, move, or have a step due."""

    def account(number: int, movement: Movement) -> ReviewedAccount:
        step = NextStep(number, HOSTILE * 3, 1, date(2018, 3, 6), AT)
        review = AccountReview(number, movement, (), Stands("proposal", 40, 10, 3, 10, 2), (OpenStep(step, 2, 1),), ())
        return ReviewedAccount(f"{number} {HOSTILE}", 1 + number % 3, review)

    stalled = tuple(account(number, Movement.QUIET) for number in range(200))
    due = tuple(account(number, Movement.STEADY) for number in range(100))
    week = AccountWeek(stalled=stalled, due=due, without_owner=300, total=300, people={1: HOSTILE})
    pipeline = Pipeline(
        *(Trend(99_999, (9, 9, 9, 9)),) * 3,
        standing=99_999,
        standing_amounts=dict.fromkeys(("EUR", "MXN", "USD"), 10**13),
        won_amounts=dict.fromkeys(("EUR", "MXN", "USD"), 10**13),
    )
    return replace(
        longest(),
        window=digest_window(about, "America/Argentina/ComodRivadavia"),
        accounts=week,
        scorecard=(COUNTS,) * 5,
        pipeline=pipeline,
        reviewed=AccountChoice((1, 2)),
        moved=Moved(date(2018, 3, 5), HOSTILE, date(2018, 3, 6)),
    )


@pytest.mark.parametrize("locale", LOCALES)
@pytest.mark.parametrize("period", [IsoWeek(2018, 9), Month(2018, 2)])
def test_three_hundred_accounts_and_all_sections_are_one_message_that_says_what_it_left_out(
    locale: str, period: IsoWeek | Month
) -> None:
    say = TEXTS.into(locale)
    message = digest_message(crowded(period), say)
    assert message.fallback is not None
    for body, charts in ((message.body, True), (message.fallback, False)):
        blocks = body["blocks"]
        assert message_refusal(blocks, charts_allowed=charts) is None
        assert len(json.dumps(blocks, ensure_ascii=False)) < 13_200
        seen = texts_in(blocks)
        assert say("digest-cut-accounts") in seen
        assert say("digest-cut-wins") not in seen  # nothing of it was cut: there was none
        assert sum(block["type"] == "table" for block in blocks) == 1
        assert seen.index("0 *bold*") < seen.index(say("digest-scorecard-promises", sales="20", marketing="3")[:9])


def test_only_what_was_cut_is_named_as_cut() -> None:
    say = TEXTS.into("en")
    long, short = [section("x" * 2_900)] * 6, [section("y")] * 3
    *rows, told = fitted([(Section.WINS, long), (Section.QUALITY, short)], [], say)
    assert [len(each) for each in rows] == [4, 3]
    assert texts_in(told) == say("digest-cut", rest=say("digest-cut-wins"))
    assert fitted([(Section.WINS, short)], [], say) == [short]


def test_sections_that_a_channel_leaves_out_are_gone_and_the_rest_stays() -> None:
    whole = crowded(WINDOW.period)
    only = replace(whole, sections=frozenset({Section.SCORECARD}), late=None, moved=None)
    seen = texts_in(digest_message(only, TEXTS.into("en")).body["blocks"])
    assert seen.splitlines()[2:7] == [
        "*Scorecard of the week*, beside the four before in the table at the end",
        "• Handed over: 12 · accepted: 9 of 10 · first attempt in time: 8 of 11",
        "• Promises kept in time · sales: 20 of 25 · marketing’s answers: 3 of 4",
        "• Deals closed: 2 won, 5 lost",
        "“A week” is the average of the four weeks before this one.",
    ]
    assert digest_message(only, TEXTS.into("en")).body["text"] == "Weekly digest · week 9 of 2018"
    without = replace(whole, sections=frozenset(Section) - {Section.ACCOUNTS})
    assert "bold" not in texts_in(digest_message(without, TEXTS.into("en")).body["blocks"][3:6])


def test_the_scorecard_is_a_table_of_the_week_and_the_four_before() -> None:
    facts = DigestFacts(WINDOW, (), (), ())
    before = Counts(offered=3, closed=Closed(1, 0))
    digest = weekly_digest(replace(facts, scorecard=(COUNTS, before, before, Counts(), Counts())))
    table = digest_message(digest, TEXTS.into("en")).body["blocks"][-1]
    rows = [[cell["text"] for cell in row] for row in table["rows"]]
    assert rows[0] == ["Scorecard", "This week", "Wk 8", "Wk 7", "Wk 6", "Wk 5"]
    assert rows[2] == ["Handed over", "12", "3", "3", "0", "0"]
    assert rows[5] == ["Sales kept", "20 of 25", "–", "–", "–", "–"]
    assert [row[0] for row in rows[-2:]] == ["Deals won", "Deals lost"]


def test_what_a_channel_does_not_want_makes_no_week_a_busy_one() -> None:
    facts = DigestFacts(WINDOW, (), (), (), scorecard=(COUNTS, Counts(), Counts(), Counts(), Counts()))
    assert not weekly_digest(facts).is_empty
    scope = Scope(frozenset({Section.SCORECARD, Section.OBJECTIONS}))
    quiet = weekly_digest(facts, scope=scope)
    assert quiet.is_empty
    assert texts_in(digest_message(quiet, TEXTS.into("en")).body["blocks"]).endswith(
        "A quiet week: nothing to tell in the sections that this channel gets."
    )


def test_one_account_to_decide_about_is_enough_for_a_digest_and_its_thread() -> None:
    """Also where the channel leaves the accounts' own section out; where it leaves both out there is neither."""
    review = AccountReview(1, Movement.STEADY, (), Stands("lead", 3, None, 0, 14, None), (), (Decision.NO_OWNER,))
    week = AccountWeek(asking=(ReviewedAccount("Acme", 1, review),), without_owner=1, total=1)
    facts = DigestFacts(WINDOW, (), (), (), accounts=week)
    digest = weekly_digest(facts, scope=Scope(frozenset(Section) - {Section.DECISIONS}))
    assert not digest.is_empty
    assert digest.speaks_of_accounts
    assert "Who answers for *Acme*" in texts_in(digest_message(digest, TEXTS.into("en")).body["blocks"])
    neither = weekly_digest(facts, scope=Scope(frozenset({Section.ACCOUNTS, Section.DECISIONS})))
    assert neither.is_empty
    assert not neither.speaks_of_accounts


def test_the_monthly_one_speaks_of_months_and_of_the_pipeline() -> None:
    window = digest_window(Month(2018, 2), "Europe/Madrid")
    pipeline = Pipeline(
        Trend(4, (2, 2, 2, 2)), Trend(2, (0, 0, 0, 0)), Trend(1, (1, 1, 1, 1)), 7, {"EUR": 1_234_500}, {"EUR": 50_000}
    )
    digest = weekly_digest(DigestFacts(window, (), (), (), pipeline=pipeline))
    assert texts_in(digest_message(digest, TEXTS.into("es")).body["blocks"]).splitlines() == [
        "Resumen mensual · febrero de 2018",
        "1 feb – 28 feb 2018 · hora de Europe/Madrid",
        "*0 objeciones* · nada tampoco en los cuatro meses anteriores",
        "*0 MQL* · nada tampoco en los cuatro meses anteriores",
        "*Pipeline*",
        "• Abiertas: 4 · ↑ sube: antes 2 por mes",
        "• Ganadas: 2 (500\u00a0€) · ★ novedad: nada en los cuatro meses anteriores",
        "• Perdidas: 1 · → más o menos igual (antes 1 por mes)",
        "• Tasa de éxito del mes: n = 3, muy pocos para dar un porcentaje",
        "• Siguen abiertas al final del mes: 7 (12.345\u00a0€)",
        "«Antes» es la media de los cuatro meses anteriores a este.",
    ]


@pytest.mark.parametrize("locale", LOCALES)
def test_the_form_and_what_stands_are_within_slacks_limits(locale: str) -> None:
    say = TEXTS.into(locale)
    plan = Plan(AT, AT + timedelta(days=1), Moved(date(2018, 3, 5), HOSTILE, date(2018, 3, 6)))
    slot = WeeklySlot(0, 540, "America/Argentina/ComodRivadavia")
    scope = Scope(frozenset(Section) - {Section.WINS}, AccountChoice(manager_id=7))
    schedule = Schedule("C01", slot, "es-MX", dict.fromkeys(PeriodKind, plan), scope, HOSTILE)
    teams = tuple((number, f"{number} {HOSTILE}") for number in range(90))
    standing = Standing("C01", schedule, (), teams)
    assert view_refusal(schedule_modal(say, standing, tz="UTC", wanted=WeeklyWords())) is None
    assert view_refusal(schedule_modal(say, Standing("D01", None, ()), tz="UTC", wanted=WeeklyWords())) is None
    shown = scheduled_modal(schedule, say)
    assert view_refusal(shown) is None
    assert "<!channel>" not in str(shown)
