"""Closed deals reviewed: from the line or the form to the receipt, the lists, the deal's page and who hears of it."""

from datetime import timedelta
from typing import Any

from playground.local_slack import LocalSlack
from playground.model import View
from storage.ids import new_id
from storage.tables import Account, AuditEvent, Deal, WinLossReview
from tests.flow.acts import (
    FRIDAY,
    MONDAY,
    answer,
    direct,
    form,
    heard,
    known_account,
    move_to,
    only_row,
    quiet,
    receipt,
    rows,
    says,
    set_workspace,
    the_workspace,
    words,
)
from tests.flow.conftest import RunningBot

WINLOSS = "/winloss"
LONG = " ".join(f"and then they said thing number {number}," for number in range(300))


def test_a_line_is_read_stored_told_taken_back_and_found(slack: LocalSlack, bot: RunningBot) -> None:
    """From one typed line to the account's marketing owner, who reads of it in Monday's list."""
    move_to(slack, bot, FRIDAY, "16:00")
    account = known_account(slack, bot, "Acme", marketing="marta")
    deal = a_deal(slack, bot, account, "Acme platform", "lost_other")
    line = "ACME, Inc.: lost to HubSpot, price; the champion left in March. Lesson: bring legal in earlier"

    seen = answer(slack, "tom", "sales", line, WINLOSS)
    assert "*Saved*" in seen
    assert says(seen, "en", "review-lost-to", competitor="HubSpot")
    assert says(seen, "en", "review-primary", reason="Price")
    assert says(seen, "en", "review-also", reasons="No champion")
    assert "bring legal in earlier" in seen
    assert "Acme platform" in seen  # the deal that it is about
    assert says(seen, "en", "objection-told-owner-daily", owner=f"<@{slack.person('marta').id}>")
    stored = only_row(bot, WinLossReview)
    assert (stored.outcome, stored.primary_reason, stored.contributing) == ("lost_competitor", "price", "no_champion")
    assert (stored.competitor, stored.account_id, stored.deal_id) == ("HubSpot", account.id, deal.id)
    assert (stored.closing, stored.deal_closed_at, stored.perspective) == (1, deal.closed_at, "rep")
    assert stored.typed == line
    assert slack.messages("sales") == []  # only who asked sees the answer

    assert says(answer(slack, "tom", "sales", line, WINLOSS), "en", "review-saved-again")  # the same within a minute
    assert len(rows(bot, WinLossReview)) == 1
    slack.press("tom", "review_undo", message=receipt(slack, "tom"))
    assert says(words(receipt(slack, "tom")), "en", "review-withdrawn")
    assert says(answer(slack, "joe", "sales", "list", WINLOSS), "en", "review-list-none")
    slack.press("tom", "review_restore", message=receipt(slack, "tom"))
    assert only_row(bot, WinLossReview).withdrawn_at is None

    found = answer(slack, "joe", "sales", "list lost hubspot this month", WINLOSS)
    assert says(found, "en", "review-list-title", count=1)
    assert "*Acme*" in found
    assert says(answer(slack, "joe", "sales", "list won", WINLOSS), "en", "review-list-none")
    assert says(answer(slack, "joe", "sales", "mine", WINLOSS), "en", "review-list-none")
    assert says(answer(slack, "ana", "sales", "lista perdidas campeones marzo", "/cierre"), "es", "review-list-none")
    assert says(answer(slack, "ana", "sales", "lista perdidas hubspot", "/cierre"), "es", "review-list-title", count=1)

    quiet(slack, bot)
    assert direct(slack, "marta") == []  # nothing is asked of her, so it waits for her list
    move_to(slack, bot, MONDAY, "09:30")
    (told,) = heard(slack, bot, "marta")
    assert says(words(told), "es", "review-notice-list", count=1)
    assert "HubSpot" in words(told)
    assert f"<@{slack.person('tom').id}>" in words(told)
    assert [event.action for event in rows(bot, AuditEvent) if event.action.startswith("review_")] == [
        "review_logged",
        "review_withdrawn",
        "review_restored",
    ]


def test_the_form_begins_with_the_deal_and_its_reasons_follow_the_outcome(slack: LocalSlack, bot: RunningBot) -> None:
    """Typed `/winloss Acme`: outcome and competitor are there, so a reason and *Save* are all that is left to give."""
    account = known_account(slack, bot, "Acme")
    deal = a_deal(slack, bot, account, "Acme platform", "lost_competitor")
    slack.command("tom", "sales", "/objection", "Acme: they say HubSpot is cheaper")

    slack.command("tom", "sales", WINLOSS, "acme")
    shown = form(slack, "tom")
    seen = words(shown)
    assert "Acme platform" in seen
    assert "HubSpot is cheaper" in seen  # what was heard on it, to remember by
    assert chosen(shown, "outcome") == "lost_competitor"
    assert chosen(shown, "competitor") == "HubSpot"
    assert "price" in offered(shown, "loss_reason")
    assert "win_reason" not in block_ids(shown)

    refused = slack.submit(shown, "tom")
    assert set(refused.errors) == {"loss_reason"}
    slack.press("tom", shown_action(shown, "outcome"), view=shown, value="lost_no_decision")
    assert "competitor" not in offered(form(slack, "tom"), "loss_reason")  # that would be another end
    typed = {"lesson": "Ask first"}
    slack.press("tom", shown_action(shown, "outcome"), view=form(slack, "tom"), value="won", state=typed)
    shown = form(slack, "tom")
    assert "loss_reason" not in block_ids(shown)
    assert "value" in offered(shown, "win_reason")
    slack.press("tom", shown_action(shown, "outcome"), view=shown, value="unknown", state=typed)
    assert not {"win_reason", "loss_reason"} & block_ids(form(slack, "tom"))
    slack.press("tom", shown_action(shown, "outcome"), view=form(slack, "tom"), value="won", state=typed)

    given = {"win_reason": "value", "win_contributing": ["trust", "content"], "lesson": "Ask first"}
    refused = slack.submit(form(slack, "tom"), "tom", {**given, "win_contributing": ["value"]})
    assert says(refused.errors["win_contributing"], "en", "review-error-same-twice")
    done = slack.submit(form(slack, "tom"), "tom", {**given, "buyer_words": "it *paid* for itself"})
    assert done.ok, done.detail
    assert "it *paid* for itself" in words(done.view)
    stored = only_row(bot, WinLossReview)
    assert (stored.outcome, stored.primary_reason, stored.contributing) == ("won", "value", "trust content")
    assert (stored.deal_id, stored.buyer_words, stored.lesson) == (deal.id, "it *paid* for itself", "Ask first")

    # His view of this closing stands: the form comes back with it, and nothing is stored twice.
    slack.command("tom", "sales", WINLOSS, "Acme: lost to Salesforce, price")
    again = form(slack, "tom")
    assert says(words(again), "en", "review-given-before")
    assert chosen(again, "outcome") == "lost_competitor"
    assert slack.submit(again, "tom").ok
    stored = only_row(bot, WinLossReview)
    assert (stored.outcome, stored.competitor, stored.version) == ("lost_competitor", "Salesforce", 2)
    assert stored.buyer_words == "it *paid* for itself"


def test_a_deal_closed_as_lost_is_asked_how(slack: LocalSlack, bot: RunningBot) -> None:
    """A file or a hurried hand says "lost": that is no kind of loss, and none is made up; its count stays."""
    deal = a_deal(slack, bot, known_account(slack, bot, "Acme"), "Acme platform", "lost_other")
    slack.command("tom", "sales", WINLOSS, "acme")
    shown = form(slack, "tom")
    assert chosen(shown, "outcome") is None
    assert says(words(shown), "en", "review-form-lost-how")
    assert "Lost, another way" in words(shown)
    assert "outcome" in slack.submit(shown, "tom").errors
    slack.press("tom", shown_action(shown, "outcome"), view=shown, value="lost_no_decision")
    shown = form(slack, "tom")
    assert not says(words(shown), "en", "review-form-lost-how")
    assert slack.submit(shown, "tom", {"loss_reason": "timing"}).ok
    assert only_row(bot, WinLossReview).outcome == "lost_no_decision"
    assert only_row(bot, Deal).outcome == deal.outcome
    seen = answer(slack, "ana", "sales", "oportunidad Acme", "/cierre")
    assert "*Perdida, " in seen


def test_views_stand_side_by_side_and_say_where_they_part(slack: LocalSlack, bot: RunningBot) -> None:
    """Rep, manager and buyer of one deal, on its page: none corrects another."""
    account = known_account(slack, bot, "Acme")
    deal = a_deal(slack, bot, account, "Acme platform", "lost_competitor", crm_url="https://crm.example.com/d/7")
    answer(slack, "tom", "sales", "Acme: lost to HubSpot, price", WINLOSS)
    slack.command("ana", "sales", "/cierre", "Acme")
    manager = {"loss_reason": "sales_process", "competitor": "Hubspot Inc.", "perspective": "manager"}
    seen = slack.submit(form(slack, "ana"), "ana", manager)
    assert says(words(seen.view), "es", "review-views-differ")
    slack.command("ana", "sales", "/cierre", "Acme")
    buyer = {"loss_reason": "price", "competitor": "HubSpot", "perspective": "buyer", "buyer_words": "twice the price"}
    assert slack.submit(form(slack, "ana"), "ana", buyer).ok
    assert len(rows(bot, WinLossReview)) == 3

    done = slack.command("joe", "sales", WINLOSS, "deal acme")
    page = words(done.response)
    assert says(page, "en", "review-page-views", count=3)
    assert says(page, "en", "review-views-differ")
    assert not says(page, "en", "review-views-all-name")  # the manager names another thing
    differ = "Main reason: Sales rep “Price”; Manager “Our sales process”; Buyer “Price”"
    assert differ in page
    assert "“HubSpot”" not in page.partition(differ)[2].partition("\n")[0]  # one competitor in two spellings
    assert "twice the price" in page
    assert "https://crm.example.com/d/7" in page
    (table,) = [block for block in (done.response or {})["blocks"] if block["type"] == "table"]
    assert len(table["rows"][0]) == 4

    # The rep's view is his alone to change, whoever asks; another gives their own.
    slack.press("joe", "review_add", message=receipt(slack, "joe"))
    assert chosen(form(slack, "joe"), "deal") == f"deal:{deal.id}"
    told = answer(slack, "tom", "sales", "deal acme", WINLOSS)
    assert says(told, "en", "review-page-views", count=3)
    told = answer(slack, "tom", "sales", "deal acm", WINLOSS)  # a beginning: the deal is offered, none is guessed
    assert says(told, "en", "review-page-like", name="acm")
    assert "Acme platform" in told


def test_what_is_not_clear_opens_the_form_with_all_that_was_typed(slack: LocalSlack, bot: RunningBot) -> None:
    """A line that contradicts itself, one that lacks something, a company nobody knows, a paste without an end."""
    slack.command("tom", "sales", WINLOSS, "Acme: won, went silent on us in the end")
    shown = form(slack, "tom")
    assert says(words(shown), "en", "review-line-stranger", reason="Went silent", outcome="Won")
    assert "went silent on us in the end" in words(shown)
    assert chosen(shown, "deal") == "name:Acme"
    slack.command("tom", "sales", WINLOSS, "Acme: won; lost to HubSpot")
    assert says(words(form(slack, "tom")), "en", "review-line-two-ends")
    slack.command("tom", "sales", WINLOSS, "lost to HubSpot, price")
    shown = form(slack, "tom")
    assert says(words(shown), "en", "review-error-no-deal")
    assert (chosen(shown, "competitor"), chosen(shown, "loss_reason")) == ("HubSpot", "price")
    assert rows(bot, WinLossReview) == []

    found = slack.suggest("tom", "review_deal", "Glo", view=shown)
    assert [option["value"] for option in found.options] == ["name:Glo"]
    known_account(slack, bot, "Globex")
    (company, _typed) = slack.suggest("tom", "review_deal", "Glo", view=shown).options
    done = slack.submit(shown, "tom", {"deal": company})
    assert "*Globex*" in words(done.view)

    seen = answer(slack, "tom", "sales", "lits", WINLOSS)
    assert says(seen, "en", "review-unclear", word="lits", again="/winloss list")
    seen = answer(slack, "tom", "sales", f"Initech: {LONG}", WINLOSS)
    kept = rows(bot, WinLossReview)[-1]
    assert says(seen, "en", "review-unknown-yet")
    assert (kept.outcome, kept.account_hint, kept.typed) == ("unknown", "Initech", f"Initech: {LONG}".strip())
    assert "number 299" in (kept.swung_it or "")
    assert "number 299" not in seen  # kept whole, shown cut
    slack.press("tom", "review_edit", message=receipt(slack, "tom"))
    shown = form(slack, "tom")
    slack.press("tom", shown_action(shown, "outcome"), view=shown, value="lost_no_decision")
    assert slack.submit(form(slack, "tom"), "tom", {"loss_reason": "timing"}).ok
    kept = rows(bot, WinLossReview)[-1]
    assert (kept.outcome, kept.primary_reason) == ("lost_no_decision", "timing")
    assert "number 299" in (kept.swung_it or "")


def test_old_windows_others_guests_and_shared_channels(slack: LocalSlack, bot: RunningBot) -> None:
    """As with objections: nobody else's to change, nothing lost between two windows, no accounts made by guests."""
    set_workspace(slack, bot, guests_allowed=True)
    answer(slack, "greg", "sales", "Nova: won, trust", WINLOSS)
    slack.press("greg", "review_new_account", message=receipt(slack, "greg"))
    slack.wait_for(lambda: "Guests" in words(receipt(slack, "greg")), what="the reason")
    assert rows(bot, Account) == []

    slack.command("tom", "acme-shared", WINLOSS, "Acme: lost to HubSpot, price")
    (posted,) = heard(slack, bot, "tom")  # others could read along there, so the answer came by DM
    for action in ("review_undo", "review_edit"):
        assert slack.press("ana", action, message=posted).ok
    assert slack.views("ana") == []
    assert says(words(slack.ephemerals("ana", posted.conversation)[-1]), "es", "review-not-author")

    for _ in range(2):
        slack.press("tom", "review_edit", message=posted)
    first, second = slack.views("tom")
    assert slack.submit(second, "tom", {"lesson": "second window", "perspective": "buyer"}).ok
    refused = slack.submit(first, "tom", {"lesson": "first window"})
    assert says(words(refused.view), "en", "review-stale")
    assert "first window" in words(refused.view)
    stored = rows(bot, WinLossReview)[-1]
    assert (stored.lesson, stored.perspective, stored.version) == ("second window", "buyer", 2)
    assert slack.submit(slack.views("tom")[-1], "tom").ok
    assert rows(bot, WinLossReview)[-1].lesson == "first window"
    slack.press("tom", "review_new_account", message=posted)
    slack.wait_for(lambda: rows(bot, Account), what="the account")
    assert rows(bot, WinLossReview)[-1].account_id == only_row(bot, Account).id


def a_deal(slack: LocalSlack, bot: RunningBot, account: Account, name: str, outcome: str, **more: Any) -> Deal:  # noqa: ANN401 - columns
    """A deal of the account that closed the day before."""
    now = bot.clock.business_now()
    deal = Deal(
        **{
            "workspace_id": the_workspace(slack, bot),
            "id": new_id(),
            "external_id": f"D-{name}",
            "name": name,
            "account_id": account.id,
            "outcome": outcome,
            "closings": 1,
            "opened_at": now - timedelta(days=60),
            "closed_at": now - timedelta(days=1),
            "amount_minor": 1_200_000,
            "currency": "EUR",
            "created_at": now,
            "updated_at": now,
            **more,
        }
    )
    with bot.database.write() as work:
        work.session.add(deal)
        work.commit()
    return deal


def block_ids(view: View) -> set[str]:
    """The fields of a form."""
    return {str(block.get("block_id")) for block in view.blocks}


def element(view: View, block_id: str) -> dict[str, Any]:
    """A field's element."""
    (found,) = [block["element"] for block in view.blocks if block.get("block_id") == block_id]
    return dict(found)


def shown_action(view: View, block_id: str) -> str:
    """The id under which a field tells of a choice."""
    return str(element(view, block_id)["action_id"])


def chosen(view: View, block_id: str) -> str | None:
    """What a menu shows as chosen."""
    option = element(view, block_id).get("initial_option")
    return None if option is None else str(option["value"])


def offered(view: View, block_id: str) -> list[str]:
    """The values that a menu offers."""
    return [str(option["value"]) for option in element(view, block_id)["options"]]
