"""The quarter's target list as people work on it: begun, proposed, objected to, published by both, carried over."""

from datetime import UTC, date, datetime

from playground.local_slack import LocalSlack
from playground.model import View
from storage.tables import TargetEntry, TargetList
from tests.flow.acts import (
    THURSDAY,
    WEDNESDAY,
    form,
    heard,
    known_account,
    met,
    move_to,
    rows,
    says,
    words,
)
from tests.flow.conftest import RunningBot


def test_a_list_is_published_by_both_its_owners_and_carried_over(slack: LocalSlack, bot: RunningBot) -> None:
    for person in ("ana", "marta", "tom"):
        met(slack, bot, person)
    ids = {name: known_account(slack, bot, name).id for name in ("Acme", "Beta", "Gamma", "Other")}
    slack.advance(_day_in(slack, months=(2, 5, 8, 11)))
    move_to(slack, bot, WEDNESDAY, "10:00")

    begun(slack, bot, ids)
    objected(slack, bot, ids)
    assert {entry.account_id for entry in rows(bot, TargetEntry) if entry.on_at} == {ids["Acme"], ids["Beta"]}
    assert says(card(slack, "Acme"), "es", "targets-place-on")
    assert says(card(slack, "Other"), "es", "targets-place-off")
    grown_in_batches(slack, bot, ids)
    carried_over(slack, bot, ids)


def begun(slack: LocalSlack, bot: RunningBot, ids: dict[str, int]) -> None:
    # A mistyped year is given back above the list of this quarter; a quarter without its year is the nearest.
    assert slack.command("ana", "sales", "/account", "targets Q1 2150").ok
    assert "“Q1 2150”" in words(form(slack, "ana"))
    slack.close_view(form(slack, "ana"), "ana", is_cleared=True)
    assert slack.command("ana", "sales", "/account", "targets q1").ok
    assert "del T1 de" in words(form(slack, "ana"))

    # Begun by anybody; its first owners are one of sales and one of marketing, two people.
    press(slack, "ana", "targets_start", opened(slack, "ana"))
    owners = {"sales_owner": slack.person("ana").id, "marketing_owner": slack.person("ana").id}
    press(slack, "ana", "targets_owners", form(slack, "ana"))
    refused = slack.submit(form(slack, "ana"), "ana", owners)
    assert set(refused.errors) == {"marketing_owner"}
    submit(slack, "ana", {**owners, "marketing_owner": slack.person("marta").id})
    propose(slack, "ana", ids["Acme"], ids["Beta"])
    assert says(words(form(slack, "ana")), "es", "targets-done-proposed", count=2)

    # One alone publishes nothing, and what is added asks her again.
    press(slack, "ana", "targets_agree", form(slack, "ana"))
    assert says(words(form(slack, "ana")), "es", "targets-done-agreed")
    assert published(bot) is None
    tom = opened(slack, "tom")
    assert "targets_agree" not in actions_in(tom)
    propose(slack, "tom", ids["Gamma"])
    assert only(bot).sales_agreed_at is None


def objected(slack: LocalSlack, bot: RunningBot, ids: dict[str, int]) -> None:
    # Marta is asked with her daily list, once, and objects.
    move_to(slack, bot, THURSDAY, "09:30")
    asked = heard(slack, bot, "marta")[-1]
    assert says(words(asked), "es", "targets-tell-asked", count=3)
    assert slack.press("marta", "targets_open", message=asked).ok
    press(slack, "marta", "targets_object", form(slack, "marta"))
    submit(slack, "marta", {"reason": "Gamma is in liquidation"})
    seen_before = opened(slack, "ana")
    assert "Gamma is in liquidation" in words(seen_before)

    # Who proposed an account takes it back; whoever saw another proposal agrees to nothing.
    press(slack, "tom", "targets_drop", opened(slack, "tom"))
    refused = slack.submit(form(slack, "tom"), "tom", {"target_accounts": [str(ids["Acme"])], "reason": "mine now"})
    assert set(refused.errors) == {"target_accounts"}
    submit(slack, "tom", {"target_accounts": [str(ids["Gamma"])], "reason": "Liquidation"})
    press(slack, "ana", "targets_agree", seen_before)
    assert says(words(form(slack, "ana")), "es", "targets-stale")
    assert only(bot).sales_agreed_at is None
    press(slack, "ana", "targets_agree", form(slack, "ana"))
    press(slack, "marta", "targets_agree", opened(slack, "marta"))
    assert says(words(form(slack, "marta")), "es", "targets-done-published")


def grown_in_batches(slack: LocalSlack, bot: RunningBot, ids: dict[str, int]) -> None:
    # A published list grows in small batches and loses accounts for a reason.
    more = [known_account(slack, bot, f"More {number}").id for number in range(6)]
    press(slack, "ana", "targets_propose", opened(slack, "ana"))
    menu = next(block for block in form(slack, "ana").blocks if block.get("block_id") == "target_accounts")
    assert menu["element"]["max_selected_items"] == 5
    press(slack, "tom", "targets_propose", opened(slack, "tom"))
    submit(slack, "ana", {"target_accounts": chosen(*more[:5])})
    refused = slack.submit(form(slack, "tom"), "tom", {"target_accounts": chosen(more[5])})
    assert set(refused.errors) == {"target_accounts"}
    press(slack, "tom", "targets_propose", opened(slack, "tom"))
    full = form(slack, "tom")
    assert says(words(full), "en", "targets-propose-full", most=5)
    assert [block["type"] for block in full.blocks] == ["section"], "no field to fill in vain"
    press(slack, "ana", "targets_drop", opened(slack, "ana"))
    submit(slack, "ana", {"target_accounts": [str(each) for each in (ids["Beta"], *more[:5])], "reason": "Merged"})
    press(slack, "ana", "targets_history", opened(slack, "ana"))
    seen = words(form(slack, "ana"))
    assert seen.index("publicada, con") < seen.index("dio su acuerdo por marketing"), "the latest comes first"
    assert "Gamma is in liquidation" in seen
    assert says(seen, "es", "targets-told-taken_back", person=f"<@{slack.person('tom').id}>", name="Gamma")
    assert "Beta" in seen


def carried_over(slack: LocalSlack, bot: RunningBot, ids: dict[str, int]) -> None:
    # The next quarter begins from this one: what is not kept says why.
    slack.advance(_day_in(slack, months=(1, 4, 7, 10)))
    shown = opened(slack, "ana")
    press(slack, "ana", "targets_start", shown)
    refused = slack.submit(form(slack, "ana"), "ana", {"not_kept": [str(ids["Acme"])]})
    assert set(refused.errors) == {"reason"}
    submit(slack, "ana", {"not_kept": [], "reason": ""})
    lists = rows(bot, TargetList)
    assert len(lists) == 2
    assert lists[1].sales_owner_id == lists[0].sales_owner_id
    carried = [entry for entry in rows(bot, TargetEntry) if entry.list_id == lists[1].id]
    assert [(entry.account_id, entry.is_carried, entry.on_at) for entry in carried] == [(ids["Acme"], True, None)]
    # Last quarter's list counts until this one is published.
    assert says(card(slack, "Acme"), "es", "targets-place-on")


def opened(slack: LocalSlack, person: str) -> View:
    """The list in front of somebody."""
    while slack.views(person):
        slack.close_view(slack.views(person)[-1], person, is_cleared=True)
    assert slack.command(person, "sales", "/account", "targets").ok
    return form(slack, person)


def press(slack: LocalSlack, person: str, action: str, view: View) -> None:
    done = slack.press(person, action, view=view)
    assert done.ok, (done.error, done.detail)


def submit(slack: LocalSlack, person: str, values: dict[str, object]) -> None:
    done = slack.submit(form(slack, person), person, values)
    assert done.ok, (done.error, done.errors)
    assert not done.errors


def propose(slack: LocalSlack, person: str, *account_ids: int) -> None:
    press(slack, person, "targets_propose", form(slack, person))
    submit(slack, person, {"target_accounts": chosen(*account_ids)})


def chosen(*account_ids: int) -> dict[str, object]:
    """What a menu that is searched holds."""
    options = [{"text": {"type": "plain_text", "text": str(each)}, "value": f"id:{each}"} for each in account_ids]
    return {"type": "multi_external_select", "selected_options": options}


def actions_in(view: View) -> set[str]:
    return {
        element["action_id"] for block in view.blocks for element in block.get("elements", []) if "action_id" in element
    }


def card(slack: LocalSlack, name: str) -> str:
    while slack.views("ana"):
        slack.close_view(slack.views("ana")[-1], "ana", is_cleared=True)
    assert slack.command("ana", "sales", "/account", name).ok
    return words(form(slack, "ana"))


def only(bot: RunningBot) -> TargetList:
    (found,) = rows(bot, TargetList)
    return found


def published(bot: RunningBot) -> object:
    return only(bot).published_at


def _day_in(slack: LocalSlack, months: tuple[int, ...]) -> float:
    """Seconds to the tenth day of the next of these months: the story crosses a quarter only where it says so."""
    now = slack.clock.now()
    days = (date(now.year + later, month, 10) for later in (0, 1) for month in months)
    wanted = next(day for day in days if day > now.date())
    return (datetime(wanted.year, wanted.month, wanted.day, 8, tzinfo=UTC) - now).total_seconds()
