"""The thread below a digest, and what owners confirm before it: through real Bolt, a real database, a local Slack."""

import copy
from datetime import date, timedelta

from bot.jobs.confirmations import run_confirmations
from domain.taxonomy import DealStage
from domain.weeks import WeeklySlot
from playground.local_slack import LocalSlack
from playground.model import Message
from storage import accounts, deals, digests, progress
from storage.tables import AccountConfirmation, AccountStep, ConfirmationAsk, ReviewReply
from tests.flow.acts import (
    FRIDAY,
    MADRID,
    MONDAY,
    answer,
    direct,
    form,
    known_account,
    met,
    move_to,
    only_row,
    quiet,
    rows,
    the_workspace,
    words,
)
from tests.flow.conftest import RunningBot


def test_an_account_is_worked_on_below_the_digest(slack: LocalSlack, bot: RunningBot) -> None:
    """Done, next step, stage and comment, each seen where the reply stands; who is slower is told; then a new week."""
    move_to(slack, bot, MONDAY, "09:00")
    account_in_review(slack, bot, "Acme", days=21, sales="joe", marketing="marta")
    account_in_review(slack, bot, "Nova & Hijos", days=3)
    assert slack.command("ana", "sales", "/digest", "now").ok
    reply, other = thread(slack, bot)
    assert "20 days in Proposal, limit 14" in words(reply)
    assert "Sales: joe · Marketing: marta" in words(reply)
    assert "Send &lt;!channel&gt; the study · joe, was due" in words(reply)
    assert "*To decide:* keep, change or drop the late step" in words(reply)
    assert "Nova &amp; Hijos" in words(other)
    assert "*To decide:* who answers for it" in words(other)

    as_seen = copy.deepcopy(reply)
    step = only_row(bot, AccountStep)
    assert slack.press("joe", f"step_end:{step.id}", message=reply).ok
    assert "Send &lt;!channel&gt; the study · done by joe" in shown(slack, bot, reply)
    assert slack.press("ana", f"step_end:{step.id}", message=as_seen).ok
    assert "Alguien cambió este paso antes que tú" in words(slack.ephemerals("ana", "sales")[-1])

    slack.press("ana", "step_new", message=reply)
    assert slack.submit(form(slack, "ana"), "ana", {"next_step": "Call their CFO"}).ok
    assert "Next: Call their CFO · ana" in shown(slack, bot, reply)
    assert slack.press(
        "joe", f"step_change:{rows(bot, AccountStep)[-1].id}", message=slack.message("sales", reply.ts)
    ).ok
    assert slack.submit(form(slack, "joe"), "joe", {"next_step": "Ring their CFO"}).ok
    assert "Next: Ring their CFO · ana" in shown(slack, bot, reply)
    slack.press("tom", "stage_change", message=reply)
    assert set(slack.submit(form(slack, "tom"), "tom", {"stage": "negotiation"}).errors) == {"stage"}
    slack.press("marta", "stage_change", message=reply)
    assert slack.submit(form(slack, "marta"), "marta", {"stage": "negotiation"}).ok
    assert "Now in Negotiation" in shown(slack, bot, reply)
    slack.press("joe", "account_comment", message=reply)
    assert slack.submit(form(slack, "joe"), "joe", {"note": "*Legal* is the knot, <!here>"}).ok
    assert "joe: *Legal* is the knot, <!here>" in shown(slack, bot, reply)

    assert slack.command("ana", "sales", "/account", "Acme").ok  # the card is another door to the same step
    assert slack.press("ana", f"step_drop:{rows(bot, AccountStep)[-1].id}", view=form(slack, "ana")).ok
    assert "Paso descartado" in words(form(slack, "ana"))
    assert "Ring their CFO · dropped by ana" in shown(slack, bot, reply)
    assert len(thread(slack, bot)) == 2

    merged_into_one(slack, bot, reply, other)
    seen = shown(slack, bot, reply)

    move_to(slack, bot, MONDAY, "09:00")
    assert slack.command("ana", "sales", "/digest", "now").ok
    quiet(slack, bot)
    slack.press("joe", "account_comment", message=slack.message("sales", reply.ts))
    assert slack.submit(form(slack, "joe"), "joe", {"note": "of the week after"}).ok
    assert shown(slack, bot, reply) == seen
    assert [each.is_current for each in rows(bot, ReviewReply)][:2] == [False, False]


def merged_into_one(slack: LocalSlack, bot: RunningBot, reply: Message, other: Message) -> None:
    """The account of ``other`` becomes that of ``reply``: one reply goes on, the other says where."""
    assert slack.command("joe", "sales", "/account", "merge Nova & Hijos into Acme").ok
    assert slack.submit(form(slack, "joe"), "joe").ok
    gone = shown(slack, bot, other)
    assert gone.startswith("*Nova &amp; Hijos* is *Acme* now.")
    assert "step_new" not in str(slack.message("sales", other.ts).blocks)
    slack.press("joe", "account_comment", message=slack.message("sales", reply.ts))
    assert slack.submit(form(slack, "joe"), "joe", {"note": "one now"}).ok
    assert "joe: one now" in shown(slack, bot, reply)
    assert shown(slack, bot, other) == gone


def test_owners_confirm_on_the_working_day_before(slack: LocalSlack, bot: RunningBot) -> None:
    """Joe is asked on Friday at noon, once; what he confirms and what he leaves is in the digest."""
    workspace_id = the_workspace(slack, bot)
    account_in_review(slack, bot, "Acme", days=20, sales="joe")
    account_in_review(slack, bot, "Nova", days=20, sales="joe")
    account_in_review(slack, bot, "Zeta", days=20, sales="joe")
    place = slack.conversation("sales").id
    move_to(slack, bot, FRIDAY, "11:00", joes_zone(slack))
    with bot.database.write() as work:
        planned = digests.PlannedDigest(place, WeeklySlot(0, 9 * 60, MADRID), "en")
        digests.save_schedule(work, workspace_id, planned, set_by_id=None, now=bot.clock.business_now())
        work.commit()
    assert run_confirmations(bot.database, bot.clock.business_now()) == 0
    slack.advance(3600)
    asked = [run_confirmations(bot.database, bot.clock.business_now()) for _ in range(2)]
    assert len(rows(bot, ConfirmationAsk)) == 1, asked
    slack.wait_for(lambda: direct(slack, "joe"), what="a message to joe")
    quiet(slack, bot)
    (question,) = direct(slack, "joe")
    assert "Your 3 accounts for the review of Mon" in words(question)
    assert "Proposal since" in words(question)

    stolen = copy.deepcopy(question)
    first, second, third = (block for block in question.blocks or () if len(block.get("elements", ())) == 2)
    assert slack.press("joe", "confirm_one", message=question, block_id=first["block_id"]).ok
    assert "Acme* · confirmed by joe" in words(direct(slack, "joe")[0])
    assert slack.press("joe", "confirm_fix", message=stolen, block_id=second["block_id"]).ok
    assert slack.press("joe", "stage_change", view=form(slack, "joe")).ok
    assert slack.submit(form(slack, "joe"), "joe", {"stage": "negotiation"}).ok
    quiet(slack, bot)
    assert "Negotiation since" in words(direct(slack, "joe")[0])  # what was put right is seen where it was asked
    assert slack.press("joe", "confirm_one", message=stolen, block_id=second["block_id"]).ok
    assert slack.press("joe", "confirm_one", message=stolen, block_id=second["block_id"]).ok
    assert len(rows(bot, AccountConfirmation)) == 2

    quiet(slack, bot)
    move_to(slack, bot, MONDAY, "09:00")
    shown_in_preview = answer(slack, "joe", "sales", "preview", "/digest")
    assert "Confirmed by their owners: 2 of 3 · not confirmed: *Zeta*" in shown_in_preview
    assert "*Decisions asked for*" in shown_in_preview
    quiet(slack, bot)
    slack.press("joe", "confirm_one", message=stolen, block_id=third["block_id"])
    assert "All confirmed" in words(direct(slack, "joe")[0])


def account_in_review(
    slack: LocalSlack, bot: RunningBot, name: str, *, days: int, sales: str | None = None, marketing: str | None = None
) -> int:
    """An account that came into its stage so many days ago; with owners a step of theirs is late."""
    account = known_account(slack, bot, name, marketing=marketing)
    workspace_id, now = the_workspace(slack, bot), bot.clock.business_now()
    owner = met(slack, bot, sales) if sales else None
    with bot.database.write() as work:
        accounts.change_account(
            work, workspace_id, account.id, {"sales_owner_id": owner}, expected_version=account.version
        )
        deals.add_deal(work, workspace_id, name, account.id, None, now - timedelta(days=days))
        (deal,) = progress.open_deals(work.connection, workspace_id, account.id)
        progress.add_stage(work, workspace_id, deal, DealStage.PROPOSAL.value, now - timedelta(days=days), None)
        if owner is not None and marketing is not None:
            due: date = (now - timedelta(days=5)).date()
            progress.add_step(
                work,
                workspace_id,
                account.id,
                what="Send <!channel> the study",
                owner_id=owner,
                due_on=due,
                by_id=owner,
                now=now - timedelta(days=9),
            )
        work.commit()
    return account.id


def joes_zone(slack: LocalSlack) -> str:
    """The zone that Joe lives in."""
    return slack.store.people[slack.person("joe").id].tz


def thread(slack: LocalSlack, bot: RunningBot) -> list[Message]:
    """The replies below the latest digest, oldest first, once all of them stand."""
    quiet(slack, bot)
    said = [message for message in slack.messages("sales") if message.is_app]
    root = [message for message in said if not message.thread_ts or message.thread_ts == message.ts][-1]
    return [message for message in said if message.thread_ts == root.ts and message.ts != root.ts]


def shown(slack: LocalSlack, bot: RunningBot, reply: Message) -> str:
    """What a reply says once nothing more is on its way."""
    quiet(slack, bot)
    return words(slack.message("sales", reply.ts))
