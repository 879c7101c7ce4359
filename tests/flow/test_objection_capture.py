"""`/objection` from typing to the receipt: what the person sees, and what is stored."""

import copy
from datetime import datetime

import pytest

from commands.i18n import Texts
from playground.local_slack import LocalSlack
from playground.model import Json
from storage import people
from storage.ids import WorkspaceId, new_id
from storage.search import index_text
from storage.tables import Account, AuditEvent, Objection, Workspace
from tests.flow.acts import answer, form, heard, known_account, only, receipt, rows, says, the_workspace, words
from tests.flow.conftest import RunningBot


def test_one_line_is_stored_as_typed_and_read_back(slack: LocalSlack, bot: RunningBot) -> None:
    account = known_account(slack, bot, "Acme")
    seen = answer(slack, "tom", "sales", "ACME, Inc.: they say HubSpot is cheaper")

    assert "*Saved*" in seen
    assert "*Acme*" in seen
    assert "Price / value" in seen
    assert "vs HubSpot" in seen
    assert "they say HubSpot is cheaper" in seen
    stored = only(bot)
    assert (stored.quote, stored.theme, stored.competitor) == ("they say HubSpot is cheaper", "price", "HubSpot")
    assert (stored.account_id, stored.account_hint, stored.theme_confirmed) == (account.id, None, False)
    assert stored.source_channel == slack.conversation("sales").id
    assert slack.messages("sales") == []  # only she who asked sees the answer
    assert [event.action for event in rows(bot, AuditEvent)][-1:] == ["objection_logged"]


def test_an_unknown_account_is_kept_offered_used_and_created(slack: LocalSlack, bot: RunningBot) -> None:
    known = known_account(slack, bot, "Logística Miramar")
    seen = answer(slack, "ana", "sales", "Logistica Mirramar: es carísimo")
    assert "«Logistica Mirramar»" in seen
    assert says(seen, "es", "objection-use-account", name="Logística Miramar")
    assert only(bot).account_hint == "Logistica Mirramar"
    assert [account.name for account in rows(bot, Account)] == ["Logística Miramar"]  # no account is made by itself

    slack.press("ana", "objection_account:0", message=receipt(slack, "ana"))
    seen = words(receipt(slack, "ana"))
    assert "*Logística Miramar*" in seen
    assert not says(seen, "es", "objection-use-account")
    assert (only(bot).account_id, only(bot).account_hint) == (known.id, None)

    answer(slack, "ana", "marketing", "Ferretería Sol: no tienen presupuesto")
    before = copy.deepcopy(receipt(slack, "ana", "marketing"))
    for _ in range(2):  # pressed twice before the receipt could change
        slack.press("ana", "objection_new_account", message=before)
    made = rows(bot, Account)[-1]
    assert (made.name, len(rows(bot, Account))) == ("Ferretería Sol", 2)
    assert rows(bot, Objection)[-1].account_id == made.id


def test_a_theme_is_set_on_the_receipt(slack: LocalSlack, bot: RunningBot) -> None:
    seen = answer(slack, "tom", "sales", "Acme: they want to think about it some more")
    assert "No theme yet" in seen
    offered = [option["value"] for option in theme_menu(receipt(slack, "tom").blocks or [])["options"]]
    assert "timing" in offered
    assert "other" not in offered  # it needs a note, so the form asks for it

    slack.press("tom", "objection_theme", message=receipt(slack, "tom"), value="timing")
    assert "Not now" in words(receipt(slack, "tom"))
    assert (only(bot).theme, only(bot).theme_confirmed) == ("timing", True)

    answer(slack, "ana", "sales", "Globex: they want to think about this some more")
    mine = receipt(slack, "ana")
    slack.press("ana", "objection_said_before", message=mine)
    told = words(receipt(slack, "ana"))  # below the receipt, which stays
    assert says(told, "es", "objection-before-title", count=1)
    assert "they want to think about it some more" in told
    assert receipt(slack, "ana").ts != mine.ts


def test_the_receipt_gives_back_what_was_argued_before(slack: LocalSlack, bot: RunningBot) -> None:
    for number, (argument, worked) in enumerate(
        [("We showed the ROI sheet", "no"), ("A pilot at half price", "yes"), ("Three-year total cost", None)]
    ):
        slack.command("tom", "sales", "/objection")
        values = {"quote": f"too expensive {number}", "theme": "price", "argument": argument, "account": "Acme"}
        slack.submit(form(slack, "tom"), "tom", {**values, **({"worked": worked} if worked else {})})
        slack.close_view(form(slack, "tom"), "tom")

    seen = answer(slack, "ana", "sales", "Otra: es carísimo").splitlines()

    assert says("\n".join(seen), "es", "objection-argued-before")
    say = Texts().into("es")
    assert [line for line in seen if " — " in line] == [
        f"A pilot at half price — {say('objection-argument-worked')}",
        f"Three-year total cost — {say('objection-argument-open')}",
        f"We showed the ROI sheet — {say('objection-argument-failed')}",
    ]


def test_edit_comes_filled_in_and_replaces_the_receipt(slack: LocalSlack, bot: RunningBot) -> None:
    answer(slack, "tom", "sales", "Acme: they say HubSpot is cheaper")
    slack.press("tom", "objection_edit", message=receipt(slack, "tom"))
    filled = words(form(slack, "tom"))
    for part in (
        Texts().into("en")("objection-form-title-edit"),
        "they say HubSpot is cheaper",
        "Acme",
        "HubSpot",
        "Price / value",
    ):
        assert part in filled

    given = {"argument": "Total cost over three years", "worked": "yes", "stage": "proposal", "ask": "proof"}
    done = slack.submit(form(slack, "tom"), "tom", {**given, "quote": "HubSpot is *half* the price"})
    assert done.ok
    assert slack.views("tom") == []
    assert len(slack.ephemerals("tom", "sales")) == 1  # replaced, not added
    seen = words(receipt(slack, "tom"))
    assert says(seen, "en", "objection-updated")
    assert "HubSpot is *half* the price" in seen
    assert "Asks marketing for proof" in seen
    stored = only(bot)
    assert (stored.version, stored.argument, stored.worked) == (2, "Total cost over three years", "yes")
    assert (stored.stage, stored.ask, stored.theme_confirmed) == ("proposal", "proof", True)


def test_undo_and_bring_it_back(slack: LocalSlack, bot: RunningBot) -> None:
    answer(slack, "tom", "sales", "Acme: too expensive")
    slack.press("tom", "objection_undo", message=receipt(slack, "tom"))
    seen = words(receipt(slack, "tom"))
    assert says(seen, "en", "objection-withdrawn")
    assert "too expensive" in seen
    assert only(bot).withdrawn_at is not None
    assert says(answer(slack, "joe", "sales", "search expensive"), "en", "objection-search-none")
    assert "logged any yet" in answer(slack, "tom", "sales", "mine")

    slack.press("tom", "objection_restore", message=slack.ephemerals("tom", "sales")[0])
    seen = words(slack.ephemerals("tom", "sales")[0])
    assert says(seen, "en", "objection-restored")
    assert "too expensive" in seen
    assert only(bot).withdrawn_at is None
    assert says(answer(slack, "joe", "sales", "search expensive"), "en", "objection-search-title", count=1)
    assert [event.action for event in rows(bot, AuditEvent)] == [
        "objection_logged",
        "objection_withdrawn",
        "objection_restored",
    ]


def test_a_stale_window_is_refused_and_loses_nothing(slack: LocalSlack, bot: RunningBot) -> None:
    answer(slack, "tom", "sales", "Acme: too expensive")
    for _ in range(2):
        slack.press("tom", "objection_edit", message=receipt(slack, "tom"))
    first, second = slack.views("tom")
    assert slack.submit(second, "tom", {"quote": "second window", "note": "kept"}).ok
    refused = slack.submit(first, "tom", {"quote": "first window"})

    seen = words(refused.view)
    assert says(seen, "en", "objection-stale")
    assert "second window" in seen  # what stands
    assert "first window" in seen  # what was typed is still there
    assert (only(bot).quote, only(bot).note, only(bot).version) == ("second window", "kept", 2)

    # Saving once more is now a decision, made with both in sight.
    assert slack.submit(slack.views("tom")[-1], "tom").ok
    assert (only(bot).quote, only(bot).version) == ("first window", 3)


def test_another_person_cannot_change_it(slack: LocalSlack, bot: RunningBot) -> None:
    slack.command("tom", "acme-shared", "/objection", "Acme: too expensive")
    (posted,) = heard(slack, bot, "tom")  # others could read along there, so the answer came by DM
    for action in ("objection_undo", "objection_edit"):
        assert slack.press("ana", action, message=posted).ok
        assert slack.views("ana") == []
    slack.press("ana", "objection_theme", message=posted, value="need")

    assert (only(bot).withdrawn_at, only(bot).theme, only(bot).version) == (None, "price", 1)
    told = [message.text for message in slack.ephemerals("ana", posted.conversation)]
    assert told == ["Solo puede cambiarla quien la anotó, así que se queda como está."] * 3
    assert "too expensive" in words(slack.message(posted.conversation, posted.ts))  # his receipt stays as it was


def test_the_form_answers_in_itself_with_edit_and_undo(slack: LocalSlack, bot: RunningBot) -> None:
    slack.command("ana", "sales", "/objecion")
    shown = form(slack, "ana")
    refused = slack.submit(shown, "ana", {"quote": "\x00 ", "theme": "other", "account": "Acme"})
    assert set(refused.errors) == {"quote", "note"}
    assert says(refused.errors["note"], "es", "objection-error-other-needs-note")
    assert rows(bot, Objection) == []

    done = slack.submit(shown, "ana", {"quote": "No les encaja", "note": "Es otra cosa"})
    assert done.response_action == "update"
    assert "Guardado" in words(done.view)
    assert (only(bot).quote, only(bot).theme, only(bot).note) == ("No les encaja", "other", "Es otra cosa")
    assert only(bot).theme_confirmed

    slack.press("ana", "objection_edit", view=form(slack, "ana"))
    slack.wait_for(lambda: says(words(form(slack, "ana")), "es", "objection-form-title-edit"))
    done = slack.submit(form(slack, "ana"), "ana", {"quote": "No les encaja nada"})
    assert "No les encaja nada" in words(done.view)
    slack.press("ana", "objection_undo", view=form(slack, "ana"))
    slack.wait_for(lambda: says(words(form(slack, "ana")), "es", "objection-withdrawn"))
    slack.press("ana", "objection_restore", view=form(slack, "ana"))
    slack.wait_for(lambda: "No les encaja nada" in words(form(slack, "ana")))
    assert (only(bot).withdrawn_at, only(bot).quote, only(bot).version) == (None, "No les encaja nada", 4)


def test_a_quote_too_long_for_the_form_survives_an_edit(slack: LocalSlack, bot: RunningBot) -> None:
    long = " ".join(f"word{number}" for number in range(600)) + " the very end"
    assert len(long) > 3000
    answer(slack, "tom", "sales", f"Acme: {long}")
    assert only(bot).quote == long

    slack.press("tom", "objection_edit", message=receipt(slack, "tom"))
    assert says(words(form(slack, "tom")), "en", "objection-form-quote-kept")
    assert slack.submit(form(slack, "tom"), "tom", {"theme": "trust", "note": "short"}).ok
    assert (only(bot).quote, only(bot).theme, only(bot).note) == (long, "trust", "short")


def test_search_top_mine_and_help(slack: LocalSlack, bot: RunningBot) -> None:
    answer(slack, "tom", "sales", "Acme: the price is too high")
    answer(slack, "ana", "sales", "Beta: los precios son altos, carísimos")
    slack.command("tom", "sales", "/objection")
    given = {"quote": "they trust Zeta more", "theme": "trust", "argument": "Named references", "worked": "yes"}
    slack.submit(form(slack, "tom"), "tom", {**given, "competitor": "Zeta"})
    slack.close_view(form(slack, "tom"), "tom")

    for query, found in [
        ("prices", {"the price is too high", "los precios son altos, carísimos"}),  # both are on that theme
        ("precio alto", {"los precios son altos, carísimos"}),
        ("carísimo", {"los precios son altos, carísimos"}),
        ("ACME", {"the price is too high"}),
        ("zeta references", {"they trust Zeta more"}),
        ("price zeta", set()),
    ]:
        seen = answer(slack, "joe", "sales", f"search {query}").splitlines()
        quotes = {"the price is too high", "los precios son altos, carísimos", "they trust Zeta more"}
        assert quotes & set(seen) == found, query
    assert "Answered with: Named references (worked)" in answer(slack, "joe", "sales", "search references")
    assert says(answer(slack, "ana", "sales", "buscar zeta"), "es", "objection-search-title", count=1)

    mine = answer(slack, "tom", "sales", "mine")
    assert ("the price is too high" in mine, "los precios" in mine) == (True, False)
    slack.press("tom", "objection_edit", message=receipt(slack, "tom"), block_id=None)
    assert "they trust Zeta more" in words(form(slack, "tom"))  # the newest stands first

    top = answer(slack, "joe", "sales", "top").splitlines()
    assert top[1].split("\n")[0].startswith("*Price / value* · ")
    for typed, shown in [
        ("help", "saves at once"),
        ("ayuda", "saves at once"),
        ("search", "What are you looking for?"),
    ]:
        assert shown in answer(slack, "joe", "sales", typed)


def test_an_unknown_word_is_answered_with_the_nearest_and_can_be_saved(slack: LocalSlack, bot: RunningBot) -> None:
    seen = answer(slack, "ana", "sales", "serch")
    assert "«serch»" in seen
    assert "`/objection search`" in seen
    assert "`/objection Acme: dicen que HubSpot es más barato`" in seen  # the command that she typed, and has
    assert rows(bot, Objection) == []

    assert "price list" in answer(slack, "tom", "sales", "serach price list")
    assert rows(bot, Objection) == []
    slack.press("tom", "objection_save_anyway", message=receipt(slack, "tom"))
    assert only(bot).quote == "serach price list"
    assert "*Saved*" in words(receipt(slack, "tom"))


def test_the_same_said_twice_stands_once(slack: LocalSlack, bot: RunningBot) -> None:
    answer(slack, "tom", "sales", "Acme: too expensive")
    seen = answer(slack, "tom", "marketing", "  ACME: Too   expensive ")
    assert "already saved" in seen
    assert "too expensive" in seen
    first = only(bot)

    slack.advance(61)
    assert "*Saved*" in answer(slack, "tom", "sales", "Acme: too expensive")
    answer(slack, "ana", "sales", "Acme: too expensive")  # somebody else heard it too
    assert [each.quote for each in rows(bot, Objection)] == [first.quote] * 3


def test_what_one_workspace_says_another_never_finds(slack: LocalSlack, bot: RunningBot) -> None:
    mine, now = the_workspace(slack, bot), bot.clock.business_now()
    with bot.database.write() as work:
        other = people.add_workspace(work, Workspace(team_id="TOTHER", created_at=now))
        for workspace_id, quote in ((other, "secret price of others"), (mine, "our own price")):
            author = people.save_profile(
                work, workspace_id, people.Profile("UX", "X", "en", "UTC", kind="full", is_admin=False), now
            )
            work.session.add(an_objection(workspace_id, author, quote, now))
        work.commit()
    seen = answer(slack, "tom", "sales", "search price")
    assert ("our own price" in seen, "secret" in seen) == (True, False)
    assert says(answer(slack, "tom", "sales", "search secret price"), "en", "objection-search-none")
    assert "1 (0 in" in answer(slack, "tom", "sales", "top")


def an_objection(workspace_id: WorkspaceId, author: int, quote: str, now: datetime) -> Objection:
    return Objection(
        workspace_id=workspace_id,
        id=new_id(),
        logged_by_id=author,
        logged_at=now,
        quote=quote,
        theme="price",
        text_hash=quote,
        search_text=index_text(quote),
        updated_at=now,
    )


def theme_menu(blocks: list[Json]) -> Json:
    (menu,) = [
        element
        for block in blocks
        if block["type"] == "actions"
        for element in block["elements"]
        if element["type"] == "static_select"
    ]
    return dict(menu)


@pytest.mark.parametrize("command", ["/objection", "/objecion"])
def test_both_names_do_the_same(slack: LocalSlack, bot: RunningBot, command: str) -> None:
    answer(slack, "ana", "sales", "Acme: too expensive", command)
    assert only(bot).quote == "too expensive"
