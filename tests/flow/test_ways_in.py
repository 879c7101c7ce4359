"""From a message, a reaction or Home into every kind of feedback: what was written, where, and by whom."""

import pytest

from playground.local_slack import LocalSlack
from playground.model import Json, View
from storage.tables import LeadRating, OutboxMessage, WinLossReview
from tests.flow.acts import direct, form, met, only, only_row, quiet, rows, says, set_workspace, words
from tests.flow.conftest import RunningBot

LINE = "Acme: they say HubSpot is cheaper"
MAIL = "We looked at your offer. " * 400 + "THE END"


def elements(view: View) -> dict[str, Json]:
    """The field of each block."""
    return {block["block_id"]: block["element"] for block in view.blocks if "element" in block}


def test_one_view_chooses_the_kind_and_carries_what_was_written(slack: LocalSlack, bot: RunningBot) -> None:
    root = slack.post_as("ana", "sales", "How did it go?")
    reply = slack.post_as("tom", "sales", LINE, root.ts)
    slack.shortcut("ana", "log_message", conversation="sales", ts=reply.ts)
    opened = form(slack, "ana")
    assert opened.source["callback_id"] == "objection_form"
    assert elements(opened)["quote"]["initial_value"] == LINE
    assert elements(opened)["account"]["initial_option"]["value"] == "Acme"

    slack.press("ana", "log_kind", view=opened, value="win_loss", state={"quote": f"{LINE} and faster"})
    review = form(slack, "ana")
    assert (review.id, review.source["callback_id"]) == (opened.id, "review_form")
    assert f"{LINE} and faster" in words(review)  # what was typed over goes along
    slack.press("ana", "log_kind", view=review, value="lead_rating")
    rating = form(slack, "ana")
    assert rating.source["callback_id"] == "rating_form"
    assert "and faster" in words(rating)
    slack.press("ana", "log_kind", view=rating, value="objection")
    assert slack.submit(form(slack, "ana"), "ana").ok

    stored = only(bot)
    assert stored.quote == f"{LINE} and faster"
    assert stored.source_author == slack.person("tom").id
    assert stored.logged_by_id == met(slack, bot, "ana")
    assert reply.ts.replace(".", "") in str(stored.source_link)
    assert rows(bot, LeadRating) == []


def test_a_pasted_mail_is_kept_whole_and_shown_cut(slack: LocalSlack, bot: RunningBot) -> None:
    message = slack.post_as("tom", "sales", f"Acme: {MAIL}")
    slack.shortcut("ana", "log_message", conversation="sales", ts=message.ts)
    opened = form(slack, "ana")
    assert "THE END" not in words(opened)
    slack.press("ana", "log_kind", view=opened, value="win_loss")
    slack.press("ana", "log_kind", view=form(slack, "ana"), value="objection")
    done = slack.submit(form(slack, "ana"), "ana")
    assert done.ok
    assert only(bot).quote.endswith("THE END")
    assert len(only(bot).quote) > 10_000

    for kind, given in (
        ("win_loss", {"deal": "name:Acme", "outcome": "unknown"}),
        ("lead_rating", {"rated_lead": "new:Acme", "fit": "good", "intent": "good"}),
    ):
        slack.shortcut("ana", "log_message", conversation="sales", ts=message.ts)
        slack.press("ana", "log_kind", view=form(slack, "ana"), value=kind)
        assert "THE END" not in words(form(slack, "ana"))
        done = slack.submit(form(slack, "ana"), "ana", given)
        assert done.ok, done.detail
        assert "THE END" not in words(done.view)
    assert str(only_row(bot, WinLossReview).buyer_words).endswith("THE END")
    assert str(only_row(bot, LeadRating).note).endswith("THE END")


def test_a_reaction_offers_to_log_privately_and_once(slack: LocalSlack, bot: RunningBot) -> None:
    root = slack.post_as("ana", "sales", "How did it go?")
    message = slack.post_as("tom", "sales", LINE, root.ts)
    slack.react("ana", "sales", message.ts, "eyes")
    slack.react("ana", "sales", message.ts, "loop")
    slack.wait_for(lambda: slack.ephemerals("ana", "sales"), what="the offer")
    slack.react("ana", "sales", message.ts, "loop", add=False)
    slack.react("ana", "sales", message.ts, "loop")
    slack.redeliver(slack.events[-1]["event_id"])
    slack.wait_for(lambda: not slack.undelivered, what="the events to be taken")
    quiet(slack, bot)
    (offer,) = slack.ephemerals("ana", "sales")
    assert says(words(offer), "es", "reaction-offer", emoji=":loop:")
    assert slack.ephemerals("tom", "sales") == []
    assert not any(each.is_app for each in slack.messages("sales"))

    slack.press("ana", "log_reacted", message=offer)
    slack.submit(form(slack, "ana"), "ana")
    stored = only(bot)
    assert (stored.quote, stored.account_hint, stored.source_author) == (LINE, "Acme", slack.person("tom").id)
    assert message.ts.replace(".", "") in str(stored.source_link)


def test_a_reaction_says_nothing_to_outsiders_nor_in_shared_channels(slack: LocalSlack, bot: RunningBot) -> None:
    shared = slack.post_as("olga", "acme-shared", LINE)
    ours = slack.post_as("marta", "marketing", LINE)
    slack.react("olga", "acme-shared", shared.ts, "loop")
    slack.react("greg", "marketing", ours.ts, "loop")
    slack.react("ana", "acme-shared", shared.ts, "loop::skin-tone-2")
    slack.wait_for(lambda: direct(slack, "ana"), what="the offer by DM")
    quiet(slack, bot)
    assert all(slack.ephemerals(who, "acme-shared") == [] for who in ("olga", "ana"))
    assert slack.ephemerals("greg", "marketing") == []
    assert len(slack.messages("acme-shared")) == 1
    (offer,) = direct(slack, "ana")
    slack.press("ana", "log_reacted", message=offer)
    assert elements(form(slack, "ana"))["quote"]["initial_value"] == LINE
    assert [each.kind for each in rows(bot, OutboxMessage) if each.kind == "reaction_offer"] == ["reaction_offer"]


def test_which_emoji_is_the_admins_to_say(slack: LocalSlack, bot: RunningBot) -> None:
    slack.command("carmen", "sales", "/lazo", "settings")
    settings = form(slack, "carmen")
    refused = slack.submit(settings, "carmen", {"reaction": "<!channel> x"})
    assert says(refused.errors["reaction"], "es", "settings-error-reaction")
    done = slack.submit(settings, "carmen", {"reaction": ":Memo:"})
    assert ":loop: → *:memo:*" in words(done.view)

    message = slack.post_as("tom", "sales", LINE)
    slack.react("ana", "sales", message.ts, "loop")
    slack.react("ana", "sales", message.ts, "memo")
    slack.wait_for(lambda: slack.ephemerals("ana", "sales"), what="the offer")
    set_workspace(slack, bot, reaction="")
    slack.react("tom", "sales", message.ts, "memo")
    slack.wait_for(lambda: not slack.undelivered, what="the events to be taken")
    quiet(slack, bot)
    assert len(slack.ephemerals("ana", "sales")) == 1
    assert slack.ephemerals("tom", "sales") == []


def test_a_message_that_is_gone_leaves_its_evidence(slack: LocalSlack, bot: RunningBot) -> None:
    message = slack.post_as("tom", "sales", LINE)
    slack.react("ana", "sales", message.ts, "loop")
    slack.wait_for(lambda: slack.ephemerals("ana", "sales"), what="the offer")
    slack.faults.add("conversations.replies", code="thread_not_found")
    slack.press("ana", "log_reacted", message=slack.ephemerals("ana", "sales")[-1])
    assert "initial_value" not in elements(form(slack, "ana"))["quote"]
    slack.submit(form(slack, "ana"), "ana", {"quote": "demasiado caro"})
    assert only(bot).source_author == slack.person("tom").id


@pytest.mark.parametrize("way", ["shortcut", "home"])
def test_each_kind_opens_from_anywhere(slack: LocalSlack, bot: RunningBot, way: str) -> None:
    kinds = {"log_objection": "objection_form", "log_review": "review_form", "log_rating": "rating_form"}
    if way == "home":
        slack.open_home("tom")
        slack.wait_for(lambda: slack.home("tom"), what="Home")
    for place, (callback, made) in enumerate(kinds.items()):
        if way == "shortcut":
            slack.shortcut("tom", callback)
        else:
            slack.press("tom", "home_log" if place == 0 else f"home_log:{place}", view=slack.home("tom"))
        opened = form(slack, "tom")
        assert opened.source["callback_id"] == made
        slack.close_view(opened, "tom")
