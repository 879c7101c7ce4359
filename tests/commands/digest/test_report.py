"""The review as a page: the channel's words and figures, every account, safe to open and to print."""

import html
import re
from dataclasses import replace
from datetime import UTC, datetime
from html.parser import HTMLParser

import pytest

from commands.charts import CHART_TYPE
from commands.digest.message import digest_message
from commands.digest.report import report_page
from commands.i18n import LOCALES, Texts
from domain.account_review import AccountReview, Decision, Movement, Standing
from domain.account_week import ReviewedAccount, account_week
from domain.digest import Saying, Unreviewed, WeeklyDigest
from domain.metrics import Trend
from domain.weeks import IsoWeek
from tests.commands.digest.test_message import HOSTILE, digest_of, longest, most_rated, texts_in
from tests.commands.digest.test_scoped import COUNTS, crowded

MADE = datetime(2018, 3, 5, 8, tzinfo=UTC)
TEXTS = Texts()


class Reader(HTMLParser):
    """What a page shows, and what it would fetch or run."""

    def __init__(self) -> None:
        super().__init__()
        self.shown: list[str] = []
        self.elements: list[tuple[str, dict[str, str | None]]] = []
        self._style = False

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.elements.append((tag, dict(attrs)))
        self._style = tag == "style"

    def handle_endtag(self, tag: str) -> None:
        self._style = False

    def handle_data(self, data: str) -> None:
        if not self._style:
            self.shown.append(data)

    @property
    def text(self) -> str:
        """All that is shown, on one line."""
        return " ".join(" ".join(self.shown).split())


def read(digest: WeeklyDigest, locale: str = "en", workspace: str = "Norte") -> Reader:
    reader = Reader()
    reader.feed(report_page(digest, TEXTS.into(locale), workspace=workspace, made_at=MADE))
    return reader


def standing_still(count: int) -> WeeklyDigest:
    standing = Standing("proposal", 30, 14, 0, 14, None)
    accounts = [
        ReviewedAccount(f"Company {n:03d}", 1, AccountReview(n, Movement.QUIET, (), standing, (), ()))
        for n in range(count)
    ]
    return replace(longest(), accounts=account_week(accounts, IsoWeek(2018, 9), {}))


def words(text: str) -> list[str]:
    """``text`` as a reader's eye takes it: neither marks nor spaces."""
    return re.findall(r"[\w%.,:]+", html.unescape(text))


@pytest.mark.parametrize("locale", LOCALES)
def test_what_the_channel_reads_stands_on_the_page_in_the_same_order(locale: str) -> None:
    said = (Saying(None, "they say HubSpot is cheaper", "Acme", MADE),)
    digest = digest_of({None: Trend(5, (1, 2, 0, 1))}, {"webinar": Trend(7, (1, 0, 0, 0))}, {}, said, said)
    digest = replace(digest, accounts=standing_still(3).accounts)
    rest = iter(words(read(digest, locale).text))
    for row in digest_message(digest, TEXTS.into(locale)).body["blocks"]:
        if row["type"] == CHART_TYPE:
            data = [
                TEXTS.into(locale).number(point["value"]) for line in row["chart"]["series"] for point in line["data"]
            ]
            shown = [*words(row["title"]), *data]
        else:
            shown = words(texts_in(row))
        assert [word for word in shown if word not in rest] == [], row


def test_every_account_is_named_where_the_channel_counts_the_others() -> None:
    digest = standing_still(300)
    names = [f"Company {n:03d}" for n in range(300)]
    posted = texts_in(digest_message(digest, TEXTS.into("en")).body["blocks"])
    assert [name for name in names if name in posted] == names[:8]
    assert TEXTS.into("en")("digest-accounts-rest", place="thread") in posted
    text = read(digest).text
    assert [name for name in names if name in text] == names


@pytest.mark.parametrize(("count", "left"), [(40, 0), (300, 210)])
def test_the_page_names_far_more_accounts_than_a_message_within_a_sentence(count: int, left: int) -> None:
    digest = standing_still(count)
    decisions = (Decision.STALLED_WITHOUT_STEP,)
    stalled = tuple(replace(each, review=replace(each.review, decisions=decisions)) for each in digest.accounts.stalled)
    asked = replace(digest.accounts, stalled=stalled, unconfirmed=stalled)
    text = read(replace(digest, accounts=asked)).text
    assert text.count(f"Company {count - left - 1:03d}") == 3, "standing still, not confirmed, to be decided"
    assert text.count(f"and {left} more") == (2 if left else 0)


@pytest.mark.parametrize("locale", LOCALES)
def test_the_page_needs_nothing_and_runs_nothing(locale: str) -> None:
    page = read(longest(), locale)
    assert {tag for tag, _ in page.elements} & {"script", "img", "link", "iframe", "form", "object"} == set()
    for tag, attributes in page.elements:
        assert not {name for name in attributes if name.startswith("on") or name in {"src", "srcset"}}, tag
    assert dict(page.elements)["html"]["lang"] == locale


def test_what_people_typed_is_text_and_never_markup() -> None:
    evil = '<script>alert(1)</script>"><img src=x onerror=alert(1)>'
    standing = Standing(evil, 30, 14, 0, 14, None)
    account = ReviewedAccount(evil, 1, AccountReview(1, Movement.QUIET, (), standing, (), ()))
    digest = replace(longest(), accounts=account_week([account], IsoWeek(2018, 9), {}))
    page = read(digest, workspace=evil + HOSTILE)
    assert {tag for tag, _ in page.elements} & {"script", "img"} == set()
    assert "<script>alert(1)</script>" in page.text
    assert [attributes for tag, attributes in page.elements if tag == "a"] == []


def test_it_says_when_it_was_made_in_the_digests_zone() -> None:
    assert "09:00 (Europe/Madrid)" in read(longest()).text


@pytest.mark.parametrize("locale", LOCALES)
def test_people_outside_are_told_nothing_to_type_and_see_names_whole(locale: str) -> None:
    say = TEXTS.into(locale)
    week = replace(crowded(IsoWeek(2018, 9)).accounts, stalled=standing_still(300).accounts.stalled)
    quality = most_rated(["Webinar"])
    digest = digest_of({"implementation": Trend(5, (1, 2, 0, 1))}, {"webinar": Trend(7, (1, 0, 0, 0))}, quality=quality)
    late = (Unreviewed("Acme", "Renewal"),)
    digest = replace(digest, accounts=week, scorecard=(COUNTS,) * 5, unreviewed=late, unanswered=("Acme",))
    posted = texts_in(digest_message(digest, say).body["blocks"])
    page = read(digest, locale)
    assert [text for text in (posted, page.text) if re.search(r"/[a-z]+ ", text)] == [posted]
    assert say("theme-implementation") in [shown.strip() for shown in page.shown]
    headings = [tag for tag, _ in page.elements if tag in {"h2", "table"}]
    assert headings.index("table") < len(headings) - 1, "the table stands in its section"


def test_of_themes_without_end_the_message_says_how_many_more_and_the_page_names_all() -> None:
    heard: dict[str | None, Trend] = {f"own_{number:02d}": Trend(100 - number, (1, 1, 1, 1)) for number in range(60)}
    silent: dict[str | None, Trend] = {f"own_{number}": Trend(0, (1, 1, 1, 1)) for number in range(60, 90)}
    digest = digest_of(heard | silent)
    sent = texts_in(digest_message(digest, TEXTS.into("en")).body["blocks"])
    assert "theme-own_17" in sent
    assert "theme-own_18" not in sent
    assert "and 42 more\nHeard in the four weeks before, not this week" in sent
    assert "theme-own_78, and 11 more" in sent
    shown = read(digest).text
    assert [code for code in heard | silent if f"theme-{code}" not in shown] == []
    assert "more" not in re.findall(r"\w+", shown)
