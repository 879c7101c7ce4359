"""What is known of an account, on its card: who decides there, what it looks into, when it renews."""

import json
from datetime import timedelta

from playground.local_slack import LocalSlack
from playground.model import View
from storage.tables import AuditEvent, BuyingGroupPerson, IntentSignal
from tests.flow.acts import MONDAY, answer, form, known_account, met, move_to, only_row, rows, set_workspace, words
from tests.flow.conftest import RunningBot


def test_from_the_card_to_the_review(slack: LocalSlack, bot: RunningBot) -> None:
    """People, a signal and a renewal are noted, changed and removed; the digest names the renewal."""
    set_workspace(slack, bot, locale="en")
    met(slack, bot, "joe")
    known_account(slack, bot, "Acme")
    card = opened(slack, "joe", "Acme")
    assert "nobody known yet" in words(card)

    lola = {"buyer_name": "Lola <!channel> Ruiz", "buyer_title": "CFO", "buying_role": "economic_buyer"}
    slack.press("joe", "facts_list", view=card, block_id="facts:buyer")
    assert set(slack.submit(form(slack, "joe"), "joe", {**lola, "buyer_name": "x" * 10_000}).errors) == {"buyer_name"}
    assert not slack.submit(form(slack, "joe"), "joe", lola).errors
    seen = words(form(slack, "joe"))
    assert "• *Economic buyer:* Lola &lt;!channel&gt; Ruiz, CFO" in seen
    assert "no champion known · no technical evaluator known" in seen

    person = only_row(bot, BuyingGroupPerson)
    listed = people(slack, "joe")
    slack.press("joe", "facts_new", view=listed)
    assert set(slack.submit(form(slack, "joe"), "joe", {**lola, "buyer_name": "LOLA <!channel> RUÍZ"}).errors) == {
        "buyer_name"
    }
    slack.close_view(form(slack, "joe"), "joe")
    chosen(slack, "joe", "edit", person)
    theirs = form(slack, "joe")
    opened(slack, "tom", "Acme")
    people(slack, "tom")
    chosen(slack, "tom", "remove", person)
    assert "Removed" in words(form(slack, "tom"))
    assert "so yours was not saved" in slack.submit(theirs, "joe", lola).errors["buyer_name"]
    assert only_row(bot, BuyingGroupPerson).removed_at is not None

    today = slack.clock.now().date()
    slack.press("tom", "facts_list", view=opened(slack, "tom", "Acme"), block_id="facts:signal")
    later = {"topic": "HubSpot migration", "day": (today + timedelta(days=2)).isoformat(), "source": "webinar"}
    assert set(slack.submit(form(slack, "tom"), "tom", later).errors) == {"day"}
    assert not slack.submit(form(slack, "tom"), "tom", {**later, "day": today.isoformat()}).errors
    assert "HubSpot migration" in words(form(slack, "tom"))
    assert only_row(bot, IntentSignal).source == "webinar"

    slack.press("tom", "facts_edit", view=form(slack, "tom"))
    passed = (today - timedelta(days=2)).isoformat()
    past = {"relation": "customer", "tier": "2", "segment": "Mid-market", "renewal": passed}
    assert set(slack.submit(form(slack, "tom"), "tom", past).errors) == {"renewal"}
    renewal = (today + timedelta(days=40)).isoformat()
    assert not slack.submit(form(slack, "tom"), "tom", {**past, "renewal": renewal}).errors
    assert "*Customer* · tier 2 · Segment: Mid-market · Region: – · renews on" in words(form(slack, "tom"))

    slack.press("tom", "account_history", view=form(slack, "tom"))
    seen = words(form(slack, "tom"))
    assert "buying group: Lola &lt;!channel&gt; Ruiz (Economic buyer) removed" in seen
    for said in ("Segment: – → Mid-market", "Tier: – → 2", "Prospect or customer: – → Customer"):
        assert said in seen

    move_to(slack, bot, MONDAY, "09:00")
    digest = answer(slack, "joe", "sales", "preview", "/digest")
    assert "*Renewals in the next 90 days* (1)\n• *Acme* (tier 2): renews on" in digest
    acts = [event for event in rows(bot, AuditEvent) if event.action.startswith(("buyer", "signal", "account_facts"))]
    assert [event.action for event in acts] == [
        "buyer_added",
        "buyer_removed",
        "signal_added",
        "account_facts_changed",
    ]
    assert json.loads(acts[1].data)["before"]["name"] == "Lola <!channel> Ruiz"


def opened(slack: LocalSlack, person: str, name: str) -> View:
    """The account's card in front of this person."""
    assert slack.command(person, "sales", "/account", name).ok
    return form(slack, person)


def people(slack: LocalSlack, person: str) -> View:
    """The list of an account's people in front of this person."""
    assert slack.press(person, "facts_list", view=form(slack, person), block_id="facts:buyer").ok
    return form(slack, person)


def chosen(slack: LocalSlack, person: str, act: str, fact: BuyingGroupPerson) -> None:
    """Choose from the menu of a person of the account."""
    value = f"{act}:buyer:{fact.id}:{fact.version}"
    shown = form(slack, person)
    assert slack.press(person, "facts_act", view=shown, block_id=f"fact:{fact.id}", value=value).ok
