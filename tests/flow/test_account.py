"""`/account` as people use it: form, list, unknown names, refusals, edits that cross."""

import copy
import json

import pytest
from sqlalchemy import select, update
from sqlmodel import col

from playground.local_slack import LocalSlack
from playground.model import Json, View
from storage import accounts
from storage.ids import WorkspaceId
from storage.tables import Account, AuditEvent, Member, Workspace
from tests.flow.conftest import RunningBot


def test_an_unknown_name_is_offered_created_and_gets_its_owners(slack: LocalSlack, bot: RunningBot) -> None:
    offered = slack.command("ana", "sales", "/account", "Acme, Inc.")
    assert offered.response is not None
    assert "Acme, Inc." in words(offered.response)

    message = slack.ephemerals("ana", "sales")[-1]
    assert slack.press("ana", "account_create", message=message).ok
    form = top_view(slack, "ana")
    saved = slack.submit(
        form, "ana", {"sales_owner": slack.person("ana").id, "marketing_owner": slack.person("marta").id}
    )

    assert saved.view is not None
    assert slack.person("marta").id in json.dumps(saved.view)
    account = only_account(bot)
    assert account.name == "Acme, Inc."
    assert slack_id(bot, account.sales_owner_id) == slack.person("ana").id
    assert slack_id(bot, account.marketing_owner_id) == slack.person("marta").id
    assert audited(bot) == ["account_created", "account_owners_named"]


def test_a_known_account_opens_with_who_is_set(slack: LocalSlack, bot: RunningBot) -> None:
    make_account(slack, "Acme", marketing="marta", link="https://crm.example.com/1")
    assert slack.command("joe", "sales", "/lazo", "account ACME").ok
    form = json.dumps(top_view(slack, "joe").blocks)
    assert slack.person("marta").id in form
    assert "https://crm.example.com/1" in form

    # Somebody who left answers for nothing, and keeps nobody from saving the rest of the form.
    slack.close_view(top_view(slack, "joe"), "joe", is_cleared=True)
    with bot.database.write() as work:
        work.connection.execute(
            update(Member).where(col(Member.id) == only_account(bot).marketing_owner_id).values(is_active=False)
        )
        work.commit()
    slack.command("joe", "sales", "/lazo", "account ACME")
    shown = top_view(slack, "joe")
    form = json.dumps(shown.blocks)
    assert f"<@{slack.person('marta').id}> is no longer on the team" in form
    assert "initial_user" not in form
    assert slack.submit(shown, "joe", {"crm_link": "https://crm.example.com/2"}).view
    assert (only_account(bot).crm_url, only_account(bot).marketing_owner_id) == ("https://crm.example.com/2", None)


def test_a_name_that_comes_near_is_a_button(slack: LocalSlack, bot: RunningBot) -> None:
    make_account(slack, "Logística Miramar")
    slack.command("tom", "sales", "/account", "Logistica Mirramar")
    message = slack.ephemerals("tom", "sales")[-1]
    assert slack.press("tom", "account_open:0", message=message).ok
    assert "Logística Miramar" in json.dumps(top_view(slack, "tom").blocks, ensure_ascii=False)


def test_a_double_press_makes_one_account(slack: LocalSlack, bot: RunningBot) -> None:
    slack.command("ana", "sales", "/account", "Acme")
    message = slack.ephemerals("ana", "sales")[-1]
    as_it_was = copy.deepcopy(message)
    slack.press("ana", "account_create", message=message)
    slack.press("ana", "account_create", message=as_it_was)
    assert only_account(bot).name == "Acme"
    assert audited(bot) == ["account_created"]


@pytest.mark.parametrize("who", ["greg", "olga"])
def test_guests_and_outsiders_cannot_own(slack: LocalSlack, bot: RunningBot, who: str) -> None:
    form = open_form(slack, "Acme")
    refused = slack.submit(
        form, "ana", {"marketing_owner": slack.person(who).id, "sales_owner": slack.person("tom").id}
    )
    assert set(refused.errors) == {"marketing_owner"}
    assert only_account(bot).sales_owner_id is None


def test_what_is_no_web_address_is_said_below_the_field(slack: LocalSlack, bot: RunningBot) -> None:
    refused = slack.submit(open_form(slack, "Acme"), "ana", {"crm_link": "javascript:alert(1)"})
    assert set(refused.errors) == {"crm_link"}


def test_edits_that_cross_are_refused_with_what_stands(slack: LocalSlack, bot: RunningBot) -> None:
    make_account(slack, "Acme")
    slack.command("ana", "sales", "/account", "Acme")
    slack.command("tom", "sales", "/account", "Acme")
    hers, his = top_view(slack, "ana"), top_view(slack, "tom")
    slack.submit(hers, "ana", {"marketing_owner": slack.person("marta").id})
    refused = slack.submit(his, "tom", {"marketing_owner": slack.person("joe").id})

    assert slack_id(bot, only_account(bot).marketing_owner_id) == slack.person("marta").id
    assert refused.view is not None
    shown = json.dumps(refused.view)
    assert f'"initial_user": "{slack.person("marta").id}"' in shown
    assert slack.person("joe").id in shown  # what he chose is not lost

    again = slack.submit(top_view(slack, "tom"), "tom", {"marketing_owner": slack.person("joe").id})
    assert again.ok
    assert slack_id(bot, only_account(bot).marketing_owner_id) == slack.person("joe").id


def test_the_list_has_twenty_and_counts_the_rest(slack: LocalSlack, bot: RunningBot) -> None:
    assert "/account Acme" in words(slack.command("tom", "sales", "/account").response)
    with bot.database.write() as work:
        (workspace_id,) = work.connection.execute(select(col(Workspace.id))).scalars()
        for number in range(23):
            now = bot.clock.business_now()
            accounts.add_account(
                work, WorkspaceId(workspace_id or 0), f"Company {number:02d}", created_by_id=None, now=now
            )
        work.commit()
    shown = words(slack.command("tom", "sales", "/account").response)
    assert "Company 19" in shown
    assert "Company 20" not in shown
    assert "and 3 more" in shown


@pytest.mark.parametrize("typed", ["!!!", "x" * 101])
def test_what_is_no_name_comes_back_with_an_example(slack: LocalSlack, bot: RunningBot, typed: str) -> None:
    shown = words(slack.command("tom", "sales", "/account", typed).response)
    assert typed in shown
    assert "/account Acme" in shown


def test_an_expired_trigger_keeps_a_way_in(slack: LocalSlack, bot: RunningBot) -> None:
    make_account(slack, "Acme")
    slack.faults.add("views.open", code="expired_trigger_id")
    shown = slack.command("tom", "sales", "/account", "Acme").response
    assert "Acme" in words(shown)
    assert slack.press("tom", "account_open:0", message=slack.ephemerals("tom", "sales")[-1]).ok
    assert top_view(slack, "tom").blocks


def make_account(slack: LocalSlack, name: str, marketing: str | None = None, link: str | None = None) -> None:
    form = open_form(slack, name)
    values = {"marketing_owner": slack.person(marketing).id} if marketing else {}
    assert slack.submit(form, "ana", {**values, **({"crm_link": link} if link else {})}).view
    for view in list(slack.views("ana")):
        slack.close_view(view, "ana", is_cleared=True)


def open_form(slack: LocalSlack, name: str) -> View:
    slack.command("ana", "sales", "/account", name)
    slack.press("ana", "account_create", message=slack.ephemerals("ana", "sales")[-1])
    return top_view(slack, "ana")


def top_view(slack: LocalSlack, person: str) -> View:
    slack.wait_for(lambda: slack.views(person), what="a modal")
    return slack.views(person)[-1]


def words(body: Json | None) -> str:
    assert body is not None
    return json.dumps(body, ensure_ascii=False)


def only_account(bot: RunningBot) -> Account:
    with bot.database.read() as connection:
        (row,) = connection.execute(select(Account)).mappings().all()
    return Account(**row)


def slack_id(bot: RunningBot, member_id: int | None) -> str | None:
    with bot.database.read() as connection:
        return connection.execute(select(col(Member.slack_user_id)).where(col(Member.id) == member_id)).scalar()


def audited(bot: RunningBot) -> list[str]:
    with bot.database.read() as connection:
        rows = connection.execute(select(col(AuditEvent.action)).order_by(col(AuditEvent.id)))
        return [row[0] for row in rows]
