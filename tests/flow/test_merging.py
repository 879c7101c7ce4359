"""`/account merge`, `duplicates` and `merges` as a manager meets them."""

from playground.local_slack import LocalSlack
from storage.tables import Account, Objection
from tests.flow.acts import answer, form, known_account, met, receipt, rows, says, words
from tests.flow.conftest import RunningBot


def test_suggested_merged_found_by_its_old_name_and_undone(slack: LocalSlack, bot: RunningBot) -> None:
    """Joe is an admin; Tom is not, and reads why nothing was done."""
    met(slack, bot, "joe")
    known_account(slack, bot, "Acme")
    known_account(slack, bot, "Grupo ACME")
    answer(slack, "tom", "sales", "Grupo ACME: they say HubSpot is cheaper")
    assert says(answer(slack, "tom", "sales", "duplicates", "/account"), "en", "merge-deciders-only")
    assert says(answer(slack, "joe", "sales", "duplicates", "/account"), "en", "duplicates-why-forms")
    assert slack.press("joe", "merge_open", message=receipt(slack, "joe")).ok
    preview = form(slack, "joe")
    assert says(words(preview), "en", "merge-asks", kept="*Acme*", merged="*Grupo ACME*")
    assert slack.press("joe", "merge_swap", view=preview).ok
    preview = slack.views("joe")[-1]
    assert says(words(preview), "en", "merge-asks", kept="*Grupo ACME*", merged="*Acme*")
    done = slack.submit(preview, "joe")
    assert says(words(done.view), "en", "merge-done", kept="*Grupo ACME*", merged="*Acme*", count=0)

    answer(slack, "tom", "sales", "Acme: it is too expensive")
    assert len({each.account_id for each in rows(bot, Objection)}) == 1
    slack.command("tom", "sales", "/account", "acme inc")
    assert says(words(form(slack, "tom")), "en", "account-other-names", names="Acme")

    assert says(answer(slack, "joe", "sales", "merge Acme into Grupo ACME", "/account"), "en", "merge-same")
    assert says(answer(slack, "joe", "sales", "merge Nope into Acme", "/account"), "en", "merge-unknown", name="*Nope*")
    answer(slack, "joe", "sales", "merges", "/account")
    assert slack.press("joe", "merge_undo", message=receipt(slack, "joe")).ok
    assert says(words(receipt(slack, "joe")), "en", "merge-undone", kept="*Grupo ACME*", merged="*Acme*", count=0)
    assert [each.archived_at for each in rows(bot, Account)] == [None, None]

    answer(slack, "joe", "sales", "duplicados", "/account")
    assert slack.press("joe", "merge_apart", message=receipt(slack, "joe")).ok
    assert says(words(receipt(slack, "joe")), "en", "duplicates-none")


def test_a_line_opens_the_preview_and_a_stale_one_is_shown_anew(slack: LocalSlack, bot: RunningBot) -> None:
    """Named in Spanish; meanwhile somebody else changes one of the two."""
    met(slack, bot, "joe")
    known_account(slack, bot, "Acme con Queso")
    known_account(slack, bot, "Queso")
    answer(slack, "tom", "sales", "Queso: it is too expensive")
    assert slack.command("joe", "sales", "/cuenta", "unir Queso con Acme con Queso").ok
    preview = form(slack, "joe")
    slack.command("ana", "sales", "/account", "Queso")
    slack.submit(form(slack, "ana"), "ana", {"sales_owner": slack.person("ana").id})
    refused = slack.submit(preview, "joe")
    assert says(words(refused.view), "en", "merge-stale")
    assert slack.person("ana").id in words(refused.view)
    assert slack.submit(slack.views("joe")[-1], "joe").ok
    assert len([each for each in rows(bot, Account) if each.archived_at is None]) == 1
    # What moved is found by the name of the account that it is of now, and by the old one.
    assert all("too expensive" in answer(slack, "tom", "sales", f"search {name}") for name in ("acme", "queso"))
    assert slack.press("joe", "merge_undo", view=form(slack, "joe")).ok
    assert "too expensive" not in answer(slack, "tom", "sales", "search acme")
