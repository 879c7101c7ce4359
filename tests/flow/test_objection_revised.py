"""What follows from a change: the text typed first is new again, an account's name finds what was linked to it."""

from playground.local_slack import LocalSlack
from storage.tables import Account, AuditEvent, Objection
from tests.flow.acts import answer, form, known_account, only, receipt, rows, set_workspace, words
from tests.flow.conftest import RunningBot


def test_what_was_edited_away_and_is_typed_again_is_stored_again(slack: LocalSlack, bot: RunningBot) -> None:
    """Within the minute in which the same text twice is one: it is the same as nothing that stands."""
    answer(slack, "tom", "sales", "Acme: too expensive for them")
    slack.press("tom", "objection_edit", message=receipt(slack, "tom"))
    assert slack.submit(form(slack, "tom"), "tom", {"quote": "they have no time for a new tool"}).ok
    slack.wait_for(lambda: only(bot).version == 2, what="the edit")
    answer(slack, "tom", "sales", "Acme: too expensive for them")
    answer(slack, "tom", "sales", "Acme: they have no time for a new tool")
    quotes = [objection.quote for objection in rows(bot, Objection)]
    assert quotes == ["they have no time for a new tool", "too expensive for them"]


def test_an_objection_is_found_by_the_account_it_was_linked_to(slack: LocalSlack, bot: RunningBot) -> None:
    known_account(slack, bot, "Acme Industries")
    answer(slack, "tom", "sales", "Acme Ind: too expensive")
    slack.press("tom", "objection_account:0", message=receipt(slack, "tom"))
    slack.wait_for(lambda: only(bot).account_id is not None, what="the link")
    assert "too expensive" in answer(slack, "ana", "sales", "search industries")


def test_an_account_made_from_a_receipt_is_audited_once(slack: LocalSlack, bot: RunningBot) -> None:
    answer(slack, "tom", "sales", "Nova: too expensive")
    slack.press("tom", "objection_new_account", message=receipt(slack, "tom"))
    slack.wait_for(lambda: only(bot).account_id is not None, what="the account")
    (account,) = rows(bot, Account)
    events = [(event.action, event.subject_id) for event in rows(bot, AuditEvent)]
    assert events.count(("account_created", account.id)) == 1
    assert events[-1] == ("objection_linked", only(bot).id)


def test_a_guest_logs_and_makes_no_account(slack: LocalSlack, bot: RunningBot) -> None:
    """From the message and from the form: told why, and nothing typed is lost."""
    set_workspace(slack, bot, guests_allowed=True)
    answer(slack, "greg", "sales", "Nova: too expensive")
    slack.press("greg", "objection_new_account", message=receipt(slack, "greg"))
    slack.wait_for(lambda: "Guests" in words(receipt(slack, "greg")), what="the reason")
    slack.command("greg", "sales", "/objection")
    assert slack.submit(form(slack, "greg"), "greg", {"quote": "no budget", "account": "Sol"}).ok
    slack.press("greg", "objection_new_account", view=form(slack, "greg"))
    slack.wait_for(lambda: "Guests" in words(form(slack, "greg")), what="the reason")
    assert rows(bot, Account) == []
    assert [objection.account_hint for objection in rows(bot, Objection)] == ["Nova", "Sol"]
