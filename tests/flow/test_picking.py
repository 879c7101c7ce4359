"""Menus that are searched as one types, fields that depend on others, and a deal made on the way."""

from decimal import Decimal

import pytest

from commands.i18n import Texts
from playground.local_slack import LocalSlack
from playground.model import Json, View
from storage.tables import Account, Deal, Lead, LeadRating
from tests.flow.acts import form, known_account, only, only_row, rows, says, set_workspace, words
from tests.flow.conftest import RunningBot


def offered(slack: LocalSlack, person: str, action: str, typed: str, view: View) -> list[tuple[str, str]]:
    """Value and label of what a menu offers."""
    done = slack.suggest(person, action, typed, view=view)
    assert done.ok, done.error
    return [(each["value"], each["text"]["text"]) for each in done.options]


def element(view: View, block_id: str) -> Json:
    (found,) = (block["element"] for block in view.blocks if block.get("block_id") == block_id)
    return dict(found)


def test_an_account_is_found_or_created(slack: LocalSlack, bot: RunningBot) -> None:
    known = known_account(slack, bot, "Harlow Freight")
    slack.command("ana", "sales", "/objection")
    opened = form(slack, "ana")
    assert offered(slack, "ana", "account_pick", "frei", opened) == [
        (f"id:{known.id}", "Harlow Freight"),
        ("new:frei", "Crear «frei»"),
    ]
    assert offered(slack, "ana", "account_pick", "HARLOW freight, s.l.", opened) == [
        (f"id:{known.id}", "Harlow Freight")
    ]
    slack.submit(opened, "ana", {"quote": "caro", "account": f"id:{known.id}"})
    assert (only(bot).account_id, only(bot).account_hint) == (known.id, None)

    slack.command("ana", "sales", "/objection")
    slack.submit(form(slack, "ana"), "ana", {"quote": "muy caro", "account": "new:Nueva Empresa"})
    (_first, made) = rows(bot, Account)
    assert made.name == "Nueva Empresa"
    assert made.created_by_id is not None


@pytest.mark.parametrize("typed", ["<!channel> & *x*", "\x00\ud800🙂 emoji", "x" * 2000, "'; drop table accounts; --"])
def test_whatever_is_typed_comes_back_as_text(slack: LocalSlack, bot: RunningBot, typed: str) -> None:
    slack.command("tom", "sales", "/objection")
    opened = form(slack, "tom")
    for action in ("account_pick", "deal_pick", "competitor_pick"):
        (created,) = offered(slack, "tom", action, typed, opened)
        assert created[0].startswith("new:")
        assert len(created[0]) <= 150
        assert len(created[1]) <= 75


def test_a_deal_fills_its_account_and_a_new_one_is_asked_for_its_amount(slack: LocalSlack, bot: RunningBot) -> None:
    known_account(slack, bot, "Harlow Freight")
    slack.command("ana", "sales", "/objection")
    below = form(slack, "ana")
    slack.press("ana", "deal_pick", view=below, value="new:Renovación 2026", state={"quote": "caro"})
    made = form(slack, "ana")
    assert made.id != below.id
    account = offered(slack, "ana", "account_pick", "harlow", made)[0][0]
    asked = slack.submit(made, "ana", {"account": account, "amount": "1.500"})
    assert says(words(asked.view), "es", "deal-amount-which", typed="1.500")
    assert rows(bot, Deal) == []
    shown, money = words(asked.view), Texts().into("es").money
    # In Spain the first is the likelier.
    assert shown.index(money(Decimal(1500), "EUR")) < shown.index(money(Decimal("1.5"), "EUR"))
    again = slack.submit(form(slack, "ana"), "ana", {"amount_reading": "point:1.500"})
    assert again.ok
    deal = only_row(bot, Deal)
    assert (deal.name, deal.amount_minor, deal.currency, deal.outcome) == ("Renovación 2026", 150, "EUR", "open")

    (under,) = slack.views("ana")
    assert under.id == below.id
    assert element(under, "account")["initial_option"]["text"]["text"] == "Harlow Freight"
    slack.submit(under, "ana")
    assert (only(bot).deal_id, only(bot).account_id) == (deal.id, deal.account_id)
    assert only(bot).quote == "caro"

    slack.command("tom", "sales", "/objection")
    opened = form(slack, "tom")
    (value, label), *_ = offered(slack, "tom", "deal_pick", "renov", opened)
    assert label == "Renovación 2026 · Harlow Freight"
    slack.press("tom", "deal_pick", view=opened, value=value)
    filled = form(slack, "tom")
    assert element(filled, "account")["initial_option"]["text"]["text"] == "Harlow Freight"


@pytest.mark.parametrize(
    ("person", "typed", "minor", "currency"),
    [
        ("lucia", "20,000.5", 2_000_050, "MXN"),
        ("ana", "20.000,5", 2_000_050, "EUR"),
        ("tom", "1500 USD", 150_000, "USD"),
    ],
)
def test_a_clear_amount_is_not_asked_about(
    slack: LocalSlack, bot: RunningBot, person: str, typed: str, minor: int, currency: str
) -> None:
    slack.command(person, "sales", "/objection")
    slack.press(person, "deal_pick", view=form(slack, person), value="new:Deal")
    for unclear in ("a lot", "$5 EUR"):
        assert slack.submit(form(slack, person), person, {"amount": unclear}).errors
    if currency == "EUR":  # what "$" is nobody said
        refused = slack.submit(form(slack, person), person, {"amount": "$20.000,5"})
        assert says(refused.errors["amount"], "es", "deal-error-amount-without-currency")
    assert slack.submit(form(slack, person), person, {"amount": typed}).ok
    assert (only_row(bot, Deal).amount_minor, only_row(bot, Deal).currency) == (minor, currency)


def test_a_mexican_reads_1_500_as_one_and_a_half_first(slack: LocalSlack, bot: RunningBot) -> None:
    slack.command("lucia", "sales", "/objection")
    slack.press("lucia", "deal_pick", view=form(slack, "lucia"), value="new:Deal")
    asked = words(slack.submit(form(slack, "lucia"), "lucia", {"amount": "1.500"}).view)
    assert asked.index("$1.50") < asked.index("$1,500")
    assert slack.submit(form(slack, "lucia"), "lucia").ok
    assert only_row(bot, Deal).amount_minor == 150


def test_a_lead_is_made_where_it_is_rated_and_chosen_where_it_objects(slack: LocalSlack, bot: RunningBot) -> None:
    account = known_account(slack, bot, "Norte")
    slack.shortcut("tom", "log_rating")
    opened = form(slack, "tom")
    assert offered(slack, "tom", "lead_pick:rated", "Norte, Laura", opened)[0][0] == "new:Norte, Laura"
    slack.press("tom", "lead_pick:rated", view=opened, value="new:Norte, Laura")
    grades = {"fit": "good", "intent": "poor"}
    assert slack.submit(form(slack, "tom"), "tom", {**grades, "rated_lead": "new:Norte, Laura"}).ok
    lead = only_row(bot, Lead)
    assert (lead.company, lead.name, lead.account_id, lead.source) == ("Norte", "Laura", account.id, "")
    assert only_row(bot, LeadRating).lead_id == lead.id

    slack.command("ana", "sales", "/objection")
    opened = form(slack, "ana")
    assert offered(slack, "ana", "lead_pick", "nort", opened)[0] == (f"id:{lead.id}", "Norte · Laura")
    slack.submit(opened, "ana", {"quote": "caro", "lead": "new:norte, laura"})  # made already: the same
    assert (only(bot).lead_id, only_row(bot, Lead).id, only(bot).account_id) == (lead.id, lead.id, account.id)
    slack.press("ana", "objection_edit", view=form(slack, "ana"))
    slack.wait_for(lambda: "objection_edit" not in str(form(slack, "ana").blocks), what="the form")
    assert element(form(slack, "ana"), "lead")["initial_option"]["text"]["text"] == "Norte · Laura"
    assert slack.submit(form(slack, "ana"), "ana").ok
    assert (only(bot).lead_id, only(bot).version) == (lead.id, 2)


def test_a_guest_makes_no_records_and_loses_no_words(slack: LocalSlack, bot: RunningBot) -> None:
    set_workspace(slack, bot, guests_allowed=True)
    slack.command("greg", "marketing", "/objection")
    opened = form(slack, "greg")
    named = {"account": "new:Acme", "deal": "new:Renewal", "lead": "new:Acme, Laura"}
    slack.submit(opened, "greg", {"quote": "too dear", **named})
    assert (only(bot).account_hint, only(bot).deal_id, only(bot).lead_id) == ("Acme", None, None)
    slack.shortcut("greg", "log_rating")
    refused = slack.submit(form(slack, "greg"), "greg", {"rated_lead": "new:Acme", "fit": "good", "intent": "good"})
    assert says(refused.errors["rated_lead"], "en", "rating-error-members-make-leads")
    assert not rows(bot, Account)
    assert not rows(bot, Deal)
    assert not rows(bot, Lead)
