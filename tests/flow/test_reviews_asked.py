"""A deal closes in Slack or in a file: its owner is asked, reminded on one day, answers, and is left alone."""

from datetime import timedelta
from functools import partial

from sqlalchemy import update
from sqlmodel import col

from playground.form import find
from playground.local_slack import LocalSlack
from playground.model import Message
from storage import timer_rows
from storage.ids import new_id
from storage.tables import Account, Deal, Member, ReviewRequest, WinLossReview
from tests.flow.acts import (
    MONDAY,
    WEDNESDAY,
    answer,
    direct,
    form,
    heard,
    known_account,
    met,
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
from tests.flow.test_import_dropped import dropped, press


def deal_of(slack: LocalSlack, bot: RunningBot, owner: str, name: str = "Renovación") -> int:
    """Acme, whose sales owner this is, with an open deal."""
    account = known_account(slack, bot)
    deal_id, workspace_id, now = new_id(), the_workspace(slack, bot), bot.clock.business_now()
    owner_id = met(slack, bot, owner)
    with bot.database.write() as work:
        work.connection.execute(
            update(Account)
            .where(col(Account.workspace_id) == workspace_id, col(Account.id) == account.id)
            .values(sales_owner_id=owner_id)
        )
        work.session.add(
            Deal(
                workspace_id=workspace_id,
                id=deal_id,
                external_id="D1",
                name=name,
                account_id=account.id,
                created_at=now,
                updated_at=now,
            )
        )
        work.commit()
    return deal_id


def leads_sales(slack: LocalSlack, bot: RunningBot, person: str) -> None:
    workspace_id, member_id = the_workspace(slack, bot), met(slack, bot, person)
    with bot.database.write() as work:
        work.connection.execute(
            update(Member)
            .where(col(Member.workspace_id) == workspace_id, col(Member.id) == member_id)
            .values(team="sales", is_manager=True)
        )
        work.commit()


def said_to(slack: LocalSlack, person: str) -> Message:
    return direct(slack, person)[-1]


def test_a_deal_is_closed_by_its_manager_and_reviewed_by_its_owner(slack: LocalSlack, bot: RunningBot) -> None:
    winloss = partial(answer, slack, command="/winloss")
    deal_id = deal_of(slack, bot, "ana")
    leads_sales(slack, bot, "tom")
    move_to(slack, bot, WEDNESDAY, "10:00")

    seen = winloss("marta", "marketing", "cerrar Acme ganada")
    assert says(seen, "es", "deal-not-yours")
    seen = winloss("tom", "sales", "close Acm won")  # the beginning of a name: nothing closes by a guess
    assert says(seen, "en", "deal-close-choose")
    assert only_row(bot, Deal).outcome == "open"
    seen = winloss("tom", "sales", "close Acme")
    assert says(seen, "en", "deal-close-choose")
    assert slack.press("tom", "deal_close", message=receipt(slack, "tom"), value=f"{deal_id}:lost_competitor").ok
    assert says(words(receipt(slack, "tom")), "en", "deal-closed-asked", asked=f"<@{slack.person('ana').id}>")

    (asked,) = heard(slack, bot, "ana")
    assert says(words(asked), "es", "review-wanted-one")
    assert "Renovación" in words(asked)
    assert says(winloss("ana", "sales", "pendientes"), "es", "review-due-title", count=1)
    slack.open_home("ana")
    slack.wait_for(lambda: (home := slack.home("ana")) and "review_add" in str(home.source), what="it on Home")
    # Who leads sees how many wait and since when.
    assert says(winloss("tom", "sales", "due"), "en", "review-due-team", count=1)

    assert slack.press("ana", "review_add", message=asked).ok
    opened = form(slack, "ana")
    outcome = find(opened.blocks or [], "review_outcome:0")
    assert outcome is None or outcome[1]["initial_option"]["value"] == "lost_competitor"
    assert slack.submit(opened, "ana", {"loss_reason": "price", "competitor": "HubSpot", "swung_it": "el precio"}).ok
    quiet(slack, bot)
    view = only_row(bot, WinLossReview)
    assert (view.perspective, view.closing, view.outcome) == ("rep", 1, "lost_competitor")
    assert says(words(said_to(slack, "ana")), "es", "review-wanted-answered")
    assert len(direct(slack, "ana")) == 1
    assert says(winloss("ana", "sales", "pendientes"), "es", "review-due-none")

    seen = winloss("tom", "sales", "reopen Acme")
    assert says(seen, "en", "deal-reopened")
    seen = winloss("tom", "sales", "close Acme won")
    assert says(seen, "en", "deal-closed")
    heard(slack, bot, "ana", 2)
    assert [(each.closing, each.state) for each in rows(bot, ReviewRequest)] == [(1, "answered"), (2, "open")]


def test_a_file_brings_the_close_and_the_due_day_one_word(slack: LocalSlack, bot: RunningBot) -> None:
    deal_of(slack, bot, "ana")
    set_workspace(slack, bot, locale="es")
    now = move_to(slack, bot, WEDNESDAY, "10:00")
    day = now.date().isoformat()
    old = (now - timedelta(days=100)).date().isoformat()
    content = f"deal id,deal name,company,status,close date\nD1,Renovación,Acme,lost,{day}\nD9,Old,Acme,won,{old}\n"
    dropped(slack, bot, "tom", "deals.csv", content.encode())
    press(slack, bot, "tom", "import_start")
    done = words(said_to(slack, "tom"))
    assert says(done, "en", "import-done-reviews", count=1, days=14)
    assert says(done, "en", "import-done-closed-before", count=1, days=14)
    assert direct(slack, "ana") == []  # what a file asks of her is gathered first
    slack.advance(360)
    heard(slack, bot, "ana")

    move_to(slack, bot, MONDAY, "08:55")
    quiet(slack, bot)
    slack.advance(360)
    slack.wait_for(lambda: len(direct(slack, "ana")) == 2, what="the word of the due day")
    assert says(words(said_to(slack, "ana")), "es", "review-due-today")
    for weekday in (MONDAY + 1, MONDAY + 2, MONDAY + 4):
        move_to(slack, bot, weekday, "11:00")
        slack.wait_for(lambda: not _steps_ahead(bot), what="the clock to have looked")
    quiet(slack, bot)
    assert len(direct(slack, "ana")) == 2


def _steps_ahead(bot: RunningBot) -> list[object]:
    """Promises whose step has come and was not taken."""
    with bot.database.read() as connection:
        return list(timer_rows.list_due(connection, bot.clock.business_now()))
