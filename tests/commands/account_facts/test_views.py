"""An account's card with the longest data, in every language: Slack takes all of it, and so does each form."""

from datetime import UTC, date, datetime, timedelta

import pytest

from commands.account.actions import AccountCard
from commands.account.views import owners_modal
from commands.account_facts import views
from commands.account_facts.actions import Buyer, FactsCard, Signal
from commands.account_facts.history import History, history_modal
from commands.account_facts.parse import (
    FactKind,
    Problems,
    fact_opened_on,
    facts_opened_on,
    parse_buyer,
    parse_facts,
    parse_signal,
)
from commands.i18n import LOCALES, Say, Texts
from commands.ids import BlockId
from commands.progress.actions import OpenStepShown, ProgressCard
from commands.progress.views import card_rows, stage_modal
from domain.buying_group import gaps
from domain.stages import MOST_STAGES, Process, SalesStage, Support
from domain.taxonomy import BuyingRole, Relation
from playground.blockkit import view_refusal
from storage.account_history import Happened

TODAY = date(2026, 11, 20)
NOW = datetime(2026, 11, 20, 9, tzinfo=UTC)
_LONG = "<!channel> *W* & " * 6
ROLES = tuple(BuyingRole)


@pytest.fixture(params=LOCALES)
def say(request: pytest.FixtureRequest) -> Say:
    return Texts().into(request.param)


def known(text: str, many: int, renewal_on: date | None) -> FactsCard:
    """An account of which ``many`` people and signals are known."""
    people = tuple(Buyer(2**60 + n, 9, text[:100], text[:100], ROLES[n % len(ROLES)]) for n in range(many))
    signals = tuple(Signal(2**60 + n, 9, text[:100], text[:100], TODAY) for n in range(many))
    missing = gaps(person.role for person in people)
    return FactsCard(
        2**60, 3, text, 1, Relation.CUSTOMER, None, text[:60], text[:60], renewal_on, people, missing, signals
    )


def busy(text: str) -> ProgressCard:
    """An account in one of the most stages there can be, with the most steps shown."""
    stages = tuple(
        SalesStage(f"own_{n}", f"{n} {text}"[:40], 14, Support.LATE, f"{n} {text * 3}"[:300])
        for n in range(MOST_STAGES)
    )
    steps = tuple(OpenStepShown(n, 1, text * 3, "U0AAAAAAAAA", TODAY, is_late=True) for n in range(5))
    deals = ((1, text), (2, None))
    return ProgressCard(2**60, text, "own_7", NOW, steps, 90, NOW, deals, Process(stages))


@pytest.mark.parametrize(("text", "many"), [("A", 0), (_LONG, 40), ("&" * 100, 60)])
def test_slack_takes_the_whole_card_and_every_form(say: Say, text: str, many: int) -> None:
    facts, progress = known(text, many, TODAY + timedelta(days=9)), busy(text)
    top = [*card_rows(say, progress, "UTC", "facts-saved"), *views.card_rows(say, facts, TODAY)]
    account = AccountCard(2**60, 3, text * 3, "U0AAAAAAAAA", None, "https://x.example/" + "x" * 1900, (text,) * 20)
    person = facts.people[0] if facts.people else None
    signal = facts.signals[0] if facts.signals else None
    for made in (
        owners_modal(say, account, top=top),
        stage_modal(say, progress),
        views.facts_modal(say, facts),
        views.list_modal(say, facts, FactKind.BUYER, "facts-saved"),
        views.list_modal(say, facts, FactKind.SIGNAL, "facts-saved"),
        views.buyer_modal(say, 2**60, person),
        views.signal_modal(say, 2**60, signal, TODAY),
    ):
        assert view_refusal(made) is None
        read = [block["text"]["text"] for block in made["blocks"] if block.get("text", {}).get("type") == "mrkdwn"]
        assert not any("<!channel>" in each for each in read)


def test_slack_takes_the_longest_history(say: Say) -> None:
    """Whatever was done, with the longest texts; what no sentence tells of is left out."""
    done: list[tuple[str, dict[str, object]]] = [
        ("account_created", {"name": _LONG}),
        ("account_merged", {"kept": _LONG, "merged": _LONG}),
        (
            "account_facts_changed",
            {"before": {}, "after": {"segment": _LONG, "territory": _LONG, "relation": "customer"}},
        ),
        ("stage_changed", {"before": None, "after": _LONG}),
        ("meeting_logged", {"on": "2026-11-20"}),
        ("buyer_changed", {"before": {"role": "user"}, "after": {"role": "champion"}, "called": _LONG}),
        ("something_else", {}),
    ]
    for action in ("account_owners_named", "account_imported"):
        owners = {"before": {"sales_owner_id": None}, "after": {"sales_owner_id": 7, "crm_url": _LONG}}
        done.append((action, owners))
    acts = [Happened(NOW, "U0AAAAAAAAA", action, data) for action, data in done]
    acts.append(Happened(NOW, None, "step_done", {}, _LONG * 9))
    made = history_modal(say, History(_LONG * 9, tuple(acts * 5), {}, {7: "Ana"}), "UTC")
    assert view_refusal(made) is None
    read = "\n".join(block["text"]["text"] for block in made["blocks"] if block["type"] == "section")
    assert "<!channel>" not in read
    assert len(read.splitlines()) == 9 * 5
    assert read.count("– → Ana") == 2 * 5
    assert say("history-older", count=40) in str(history_modal(say, History("A", tuple(acts[:1] * 40), {}), "UTC"))
    assert say("history-nothing") in str(history_modal(say, History("A", (), {}), "UTC"))


@pytest.mark.parametrize(
    ("days", "shown"),
    [(None, "Renewal: –"), (0, "*renews today*"), (1, "*renews tomorrow*"), (40, "in 40 days"), (-3, "3 days ago")],
)
def test_a_renewal_says_how_soon_it_is(days: int | None, shown: str) -> None:
    facts = known("A", 0, None if days is None else TODAY + timedelta(days=days))
    assert shown in str(views.card_rows(Texts().into("en"), facts, TODAY))


def test_a_renewal_in_the_past_is_refused_unless_it_stood_there() -> None:
    passed = TODAY - timedelta(days=1)
    typed = {"renewal": {"value": {"selected_date": passed.isoformat()}}}
    fresh = {"private_metadata": facts_opened_on(1, 1, None), "state": {"values": typed}}
    assert parse_facts(fresh, TODAY) == Problems({BlockId.RENEWAL: "facts-error-past"})
    stood = {**fresh, "private_metadata": facts_opened_on(1, 1, passed)}
    assert getattr(parse_facts(stood, TODAY), "renewal_on", None) == passed
    far = {"renewal": {"value": {"selected_date": "9999-12-31"}}}
    assert parse_facts({**fresh, "state": {"values": far}}, TODAY) == Problems({BlockId.RENEWAL: "facts-error-far"})


@pytest.mark.parametrize(("day", "error"), [("2026-11-21", "future"), ("2024-01-01", "old")])
def test_a_signal_is_of_a_day_that_says_something(day: str, error: str) -> None:
    values = {"topic": {"value": {"value": "Prices"}}, "day": {"value": {"selected_date": day}}}
    view = {"private_metadata": fact_opened_on(1, None, 0), "state": {"values": values}}
    assert parse_signal(view, TODAY) == Problems({BlockId.DAY: f"facts-error-{error}"})


@pytest.mark.parametrize(("name", "error"), [("x" * 10_000, "long"), (" … ", "name"), ("\x00", "name")])
def test_a_name_is_one(name: str, error: str) -> None:
    values = {
        "buyer_name": {"value": {"value": name}},
        "buying_role": {"value": {"selected_option": {"value": "user"}}},
    }
    view = {"private_metadata": fact_opened_on(1, None, 0), "state": {"values": values}}
    assert parse_buyer(view) == Problems({BlockId.BUYER_NAME: f"facts-error-{error}"})
