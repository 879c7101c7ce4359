"""The digest in words: what it says, what it leaves out, and Slack's limits with the longest data."""

import json
from datetime import UTC, datetime, timedelta
from typing import Any

import pytest
from slack_sdk.models.blocks import Block

from commands.blocks import Json
from commands.charts import bar_chart, distinct
from commands.digest.message import DigestMessage, digest_message
from commands.digest.mqls_section import source_label
from commands.i18n import LOCALES, Texts
from domain.digest import (
    DigestFacts,
    Lateness,
    Saying,
    SourceConversion,
    SourceCount,
    ThemeCount,
    WeeklyDigest,
    digest_window,
    weekly_digest,
)
from domain.lead_quality import QualityCount, QualityFacts, ReturnCount, Spread
from domain.metrics import Conversion, Trend
from domain.taxonomy import ReturnReason, Theme
from domain.weeks import IsoWeek
from playground.blockkit import message_refusal

WINDOW = digest_window(IsoWeek(2018, 9), "Europe/Madrid")
AT = datetime(2018, 2, 28, 12, tzinfo=UTC)
TEXTS = Texts()
HOSTILE = "*bold* _it_ ~no~ `code` <!channel> <@U1> <https://x.example|here> & \U0001f4a9 ñandú"


def digest_of(
    themes: dict[str | None, Trend] | None = None,
    sources: dict[str, Trend] | None = None,
    cohort: dict[str, Conversion] | None = None,
    quotes: tuple[Saying, ...] = (),
    arguments: tuple[Saying, ...] = (),
    late: Lateness | None = None,
    quality: QualityFacts | None = None,
) -> WeeklyDigest:
    facts = DigestFacts(
        WINDOW,
        tuple(ThemeCount(theme, trend) for theme, trend in (themes or {}).items()),
        tuple(SourceCount(source, trend) for source, trend in (sources or {}).items()),
        tuple(SourceConversion(source, conversion) for source, conversion in (cohort or {}).items()),
        quotes,
        arguments,
        quality=quality or QualityFacts(),
    )
    return weekly_digest(facts, late)


def longest() -> WeeklyDigest:
    """More of everything than anybody has, each as long as it comes."""
    many = Trend(123_456, (9_999_999, 1, 2, 3))
    sources = {f"{number:03d}_" + "ñ" * 90: many for number in range(300)}
    return digest_of(
        {None: many, **dict.fromkeys((theme.value for theme in Theme), many)},
        sources,
        dict.fromkeys(sources, Conversion(12_345, 1_234_567)),
        tuple(Saying(theme.value, HOSTILE * 60, HOSTILE * 10, AT) for theme in Theme),
        tuple(Saying(theme.value, HOSTILE * 60, HOSTILE * 10, AT) for theme in Theme),
        Lateness(AT, timedelta(days=400)),
        most_rated(list(sources)),
    )


def most_rated(names: list[str]) -> QualityFacts:
    """Every source and campaign rated, and come back for every reason."""
    spread = Spread(123_456, 123_456, 123_456)
    counts = tuple(QualityCount(name, spread, spread) for name in names)
    returns = tuple(ReturnCount(name, reason, 12_345) for name in names for reason in ReturnReason)
    return QualityFacts(counts, counts, returns, returns)


def texts_in(blocks: Any) -> str:  # noqa: ANN401 - any tree of JSON
    """All that a reader sees, in order."""
    if isinstance(blocks, list):
        return "\n".join(filter(None, (texts_in(block) for block in blocks)))
    if isinstance(blocks, dict):
        found = [texts_in(value) for value in blocks.values() if isinstance(value, dict | list)]
        own = blocks.get("text")
        return "\n".join(filter(None, [own if isinstance(own, str) else "", *found]))
    return ""


def bodies(message: DigestMessage) -> list[Json]:
    return [message.body, *([message.fallback] if message.fallback else [])]


@pytest.mark.parametrize("locale", LOCALES)
def test_the_longest_digest_is_within_slacks_limits(locale: str) -> None:
    message = digest_message(longest(), TEXTS.into(locale))
    for body, charts in zip(bodies(message), (True, False), strict=True):
        blocks = body["blocks"]
        assert message_refusal(blocks, charts_allowed=charts) is None
        assert len(blocks) <= 50
        assert len(json.dumps(blocks, ensure_ascii=False)) < 13_200
        assert len(body["text"]) <= 4000
        for block in blocks:
            if block["type"] not in {"data_visualization", "table"}:
                parsed = Block.parse(block)
                assert parsed is not None
                parsed.validate_json()
                assert parsed.to_dict() == block


@pytest.mark.parametrize("locale", LOCALES)
def test_others_are_summed_in_one_line(locale: str) -> None:
    one = Trend(1, (1, 0, 0, 0))
    digest = digest_of(sources=dict.fromkeys((f"s{number:02d}" for number in range(20)), one))
    message = digest_message(digest, TEXTS.into(locale))
    line = next(line for line in texts_in(message.body["blocks"]).splitlines() if "8 m" in line)
    assert ": 8 ·" in line


def test_a_digest_reads_like_this() -> None:
    digest = digest_of(
        {"price": Trend(5, (3, 4, 3, 3)), "trust": Trend(1, (0, 0, 0, 0)), None: Trend(2, (4, 4, 3, 3))},
        {"paid_search": Trend(9, (9, 9, 9, 9)), "": Trend(1, (0, 0, 0, 0)), "unknown": Trend(4, (6, 6, 6, 6))},
        {"paid_search": Conversion(3, 24), "": Conversion(1, 7)},
        (Saying("price", "HubSpot is cheaper", "Acme", AT), Saying(None, "Call me in May", None, AT)),
        (Saying("price", "Count the hours saved", "Globex", AT - timedelta(days=20)),),
    )
    message = digest_message(digest, TEXTS.into("en"))
    assert message.body["text"] == "Weekly digest, week 9 of 2018: 8 objections, 14 MQLs"
    assert texts_in(message.body["blocks"]).splitlines() == [
        "Weekly digest · week 9 of 2018",
        "Feb 26 – Mar 4, 2018 · Europe/Madrid time",
        "*8 objections* · ↑ up from 6.75 a week",
        "*14 MQLs* · ↓ down from 15 a week",
        "• *Price / value*: 5 · ↑ up from 3.25 a week",
        "• *No theme yet*: 2 · ↓ down from 3.5 a week",
        "• *Trust / proof*: 1 · ★ new: none in the four weeks before",
        "Price / value",
        " heard at Acme, Feb 28:",
        "HubSpot is cheaper",
        "What worked:",
        " at Globex, Feb 8",
        "Count the hours saved",
        "No theme yet",
        " heard on Feb 28:",
        "Call me in May",
        "• *paid search*: 9 · → about the same (9 a week before)",
        "• *unknown*: 4 · ↓ down from 6 a week",
        "• *(no source)*: 1 · ★ new: none in the four weeks before",
        "*Conversion by source*: MQLs that were customers by the end of this week",
        "Cohort of Sep 6, 2017 – Dec 4, 2017, the latest with 90 days or more to close",
        "• *paid search*: 12.5% (3 of 24)",
        "• *(no source)*: n = 7, too few for a rate",
        "• *All sources*: 12.9% (4 of 31)",
        "This week’s 14 MQLs are an immature cohort: no rate before Jun 2, 2018.",
        "“A week” is the average of the four weeks before this one.",
    ]


def test_no_rate_is_shown_below_twenty() -> None:
    digest = digest_of(sources={"social": Trend(1, (0, 0, 0, 0))}, cohort={"social": Conversion(19, 19)})
    for body in bodies(digest_message(digest, TEXTS.into("en"))):
        assert "%" not in texts_in(body["blocks"])


@pytest.mark.parametrize(("locale", "line"), [("en", "A quiet week"), ("es", "Semana tranquila")])
def test_an_empty_week_says_so_in_one_line(locale: str, line: str) -> None:
    digest = digest_of({"price": Trend(0, (1, 1, 0, 0))}, cohort={"social": Conversion(9, 90)})
    message = digest_message(digest, TEXTS.into(locale))
    assert message.fallback is None
    assert [block["type"] for block in message.body["blocks"]] == ["header", "context", "section"]
    assert message.body["blocks"][-1]["text"]["text"].startswith(line)


@pytest.mark.parametrize(("locale", "span"), [("en", "Dec 28, 2020 – Jan 3, 2021"), ("es", "28 dic 2020 – 3 ene 2021")])
def test_week_53_says_in_which_years_its_days_are(locale: str, span: str) -> None:
    digest = weekly_digest(DigestFacts(digest_window(IsoWeek(2020, 53), "Europe/Madrid"), (), (), ()))
    seen = texts_in(digest_message(digest, TEXTS.into(locale)).body["blocks"]).splitlines()
    assert "53" in seen[0]
    assert "2020" in seen[0]
    assert seen[1].startswith(f"{span} · ")


def test_an_empty_section_is_left_out() -> None:
    only_leads = digest_message(digest_of(sources={"social": Trend(1, (0, 0, 0, 0))}), TEXTS.into("en"))
    assert "Objections by theme" not in json.dumps(only_leads.body["blocks"])
    assert "Conversion" not in json.dumps(only_leads.body["blocks"])
    only_objections = digest_message(digest_of({"price": Trend(1, (0, 0, 0, 0))}), TEXTS.into("en"))
    assert "MQLs by source" not in json.dumps(only_objections.body["blocks"])


def test_what_people_typed_is_never_markup() -> None:
    saying = Saying("price", HOSTILE, HOSTILE, AT)
    digest = digest_of({"price": Trend(1, (0, 0, 0, 0))}, {HOSTILE: Trend(1, (0, 0, 0, 0))}, {}, (saying,), (saying,))
    for body in bodies(digest_message(digest, TEXTS.into("en"))):
        shown = [block for block in body["blocks"] if block["type"] in {"section", "context", "header"}]
        assert "<" not in texts_in(shown) + body["text"]
        assert "~no~" not in texts_in(shown)


def test_without_charts_there_is_one_table_and_it_is_last() -> None:
    fallback = digest_message(longest(), TEXTS.into("en")).fallback
    assert fallback is not None
    kinds = [block["type"] for block in fallback["blocks"]]
    assert "data_visualization" not in kinds
    assert (kinds.count("table"), kinds[-1]) == (1, "table")


@pytest.mark.parametrize("locale", LOCALES)
def test_charts_and_table_hold_the_same_figures(locale: str) -> None:
    digest = digest_of(sources={"social": Trend(7, (1, 2, 3, 5)), "": Trend(2, (0, 0, 0, 1))})
    message = digest_message(digest, TEXTS.into(locale))
    assert message.fallback is not None
    (chart,) = (block["chart"] for block in message.body["blocks"] if block["type"] == "data_visualization")
    assert [[point["value"] for point in line["data"]] for line in chart["series"]] == [[7, 2], [2.75, 0.25]]
    rows = [[cell["text"] for cell in row] for row in message.fallback["blocks"][-1]["rows"]]
    assert [row[1] for row in rows[1:]] == ["7", "2", "9"]
    assert rows[1][0] == chart["axis_config"]["categories"][0]


@pytest.mark.parametrize("locale", LOCALES)
@pytest.mark.parametrize(
    ("delay", "said"),
    [
        (timedelta(minutes=16), "16 min"),
        (timedelta(hours=5, minutes=59), "5 hor"),
        (timedelta(hours=50), "2 d"),
    ],
)
def test_a_late_digest_says_by_how_much(locale: str, delay: timedelta, said: str) -> None:
    digest = digest_of({"price": Trend(1, (0, 0, 0, 0))}, late=Lateness(AT, delay))
    late = texts_in(digest_message(digest, TEXTS.into(locale)).body["blocks"][2])
    assert (said in late) or (said.replace("hor", "hour") in late)


def test_labels_cut_to_one_form_are_told_apart() -> None:
    names = distinct(["a" * 30, "a" * 31, "a" * 32, "", ""], 20)
    assert len(set(names)) == 5
    assert all(0 < len(name) <= 20 for name in names)
    chart = bar_chart("t" * 99, ["x" * 40] * 40, [("s" * 40, [1.0] * 40), ("s" * 41, [2.0] * 40)])
    assert message_refusal([chart]) is None


def test_a_source_is_named_in_the_readers_language_or_as_it_came() -> None:
    said = {locale: source_label("paid_search", TEXTS.into(locale)) for locale in LOCALES}
    assert said == {"en": "paid search", "es": "búsqueda de pago", "es-MX": "búsqueda pagada"}
    assert source_label("feria_de_león", TEXTS.into("en")) == "feria de leon"
    blank, unknown = source_label("", TEXTS.into("es")), source_label("unknown", TEXTS.into("es"))
    assert (blank, unknown) == ("(sin origen)", "desconocido")


@pytest.mark.parametrize("kind", ["full", "empty"])
@pytest.mark.parametrize("locale", LOCALES)
def test_every_text_there_is_in_every_language(locale: str, kind: str) -> None:
    digest = longest() if kind == "full" else digest_of()
    for body in bodies(digest_message(digest, TEXTS.into(locale))):
        assert "digest-" not in json.dumps(body), "a missing text shows its key"


def test_lead_quality_is_told_by_source_and_campaign_only_when_there_is_any() -> None:
    """With n, a share of twenty and more alone, and why leads came back; a week of nothing else is not empty."""
    facts = QualityFacts(
        (QualityCount("webinar", Spread(15, 2, 3), Spread(5, 5, 10)), QualityCount("ads", Spread(1), Spread(1))),
        (QualityCount("Autumn <!channel>", Spread(1), Spread(1)),),
        (ReturnCount("ads", ReturnReason.BUDGET, 2),),
    )
    digest = digest_of(quality=facts)
    assert not digest.is_empty
    seen = texts_in(digest_message(digest, TEXTS.into("en")).body["blocks"])
    assert "*Lead quality*: 21 leads rated this week; 2 came back: No budget now 2." in seen
    assert "• *webinar*: 20 leads rated · fit: 75% good (15 of 20) · intent: 25% good (5 of 20)" in seen
    assert "1 lead rated · fit: 1 good, 0 partial, 0 poor" in seen
    assert "Autumn &lt;!channel&gt;" in seen
    assert "<!channel>" not in seen
    returned = texts_in(
        digest_message(digest_of(quality=QualityFacts((), (), facts.returns)), TEXTS.into("es")).body["blocks"]
    )
    assert "ningún lead valorado esta semana; 2 devueltos" in returned
    without = texts_in(digest_message(digest_of({"price": Trend(1, (0, 0, 0, 0))}), TEXTS.into("en")).body["blocks"])
    assert "Lead quality" not in without
