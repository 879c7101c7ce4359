"""What a month's digest says of the ideal customer profile: within Slack's limits, whatever was typed."""

from dataclasses import replace
from datetime import UTC, date, datetime

import pytest

from commands.digest.icp_section import icp_rows
from commands.digest.message import digest_message
from commands.i18n import LOCALES, Texts
from domain.digest import DigestFacts, WeeklyDigest, digest_window, weekly_digest
from domain.digest_scope import Scope, Section
from domain.icp import LONGEST_REASON, LONGEST_TEXT, MOST_WAITING, Change, IcpMonth, Outcome, Part
from domain.weeks import Month
from playground.blockkit import message_refusal
from tests.commands.digest.test_wins_section import HOSTILE, texts_in

WINDOW = digest_window(Month.of_day(date(2026, 5, 1)), "Europe/Madrid")
AT = datetime(2026, 5, 12, tzinfo=UTC)


def change(number: int, text: str = "Makers of things", reason: str = "They stay", part: Part = Part.NEED) -> Change:
    return Change(number, part, text, reason, 1, AT)


def agreed(number: int) -> Change:
    return replace(change(number), outcome=Outcome.ACCEPTED, decided_by_id=2, decided_at=AT)


def digest_of(month: IcpMonth) -> WeeklyDigest:
    return weekly_digest(replace(DigestFacts(WINDOW, (), (), ()), icp=month))


def test_it_reads_like_this() -> None:
    digest = digest_of(IcpMonth((change(1, part=Part.SIZE),), tuple(agreed(each) for each in range(6))))
    assert not digest.is_empty
    assert "\n".join(texts_in(icp_rows(digest, Texts().into("en")))).splitlines() == [
        "*Ideal customer profile*",
        "One proposed change waits to be decided:",
        "• Company size: “Makers of things” · Why: They stay",
        "6 changes were agreed this month:",
        *["• What they need us for: “Makers of things” · Why: They stay"] * 4,
        "and 2 more",
        "`/lazo icp` has the whole profile; admins and those who lead a team decide there.",
    ]


def test_the_report_has_all_of_it() -> None:
    long = replace(change(1), text="x" * LONGEST_TEXT, reason="y" * LONGEST_REASON)
    drawn = "".join(texts_in(icp_rows(digest_of(IcpMonth((long,) * 9)), Texts().into("en"), whole=True)))
    assert (drawn.count("x" * LONGEST_TEXT), drawn.count("y" * LONGEST_REASON)) == (9, 9)
    assert "/lazo" not in drawn


def test_a_month_that_has_only_this_is_no_empty_one_and_a_channel_may_leave_it_out() -> None:
    month = IcpMonth((change(1),))
    assert Section.DECISIONS in {section for section in Section if digest_of(month).has(section)}
    without = Scope(left_out=frozenset({Section.DECISIONS}))
    left_out = weekly_digest(replace(DigestFacts(WINDOW, (), (), ()), icp=month), None, without)
    assert left_out.is_empty
    assert icp_rows(left_out, Texts().into("en")) == []
    assert icp_rows(digest_of(IcpMonth()), Texts().into("es")) == []


@pytest.mark.parametrize("locale", LOCALES)
def test_slack_takes_as_much_as_may_wait_and_nothing_in_it_is_read_as_markup(locale: str) -> None:
    waiting = tuple(change(each, HOSTILE[:LONGEST_TEXT], HOSTILE[:LONGEST_REASON]) for each in range(MOST_WAITING))
    made = digest_message(digest_of(IcpMonth(waiting)), Texts().into(locale))
    assert message_refusal(made.body["blocks"]) is None
    marked = [text for block in made.body["blocks"] if block["type"] == "section" for text in texts_in(block)]
    assert not [text for text in marked if "<!channel>" in text]
    assert Texts().into(locale)("digest-icp") in "".join(marked)
