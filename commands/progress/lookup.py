"""What `/lazo ask` may look up of accounts: how one stands, and which moved or stood still in the last whole week."""

from functools import partial
from typing import Final
from zoneinfo import ZoneInfo

from commands import blocks
from commands.context import Actor, Services
from commands.i18n import Say
from commands.labels import stage_label
from commands.lookups import Fact, Found, Lookup, Lookups, Wanted, day_times
from commands.progress import actions
from domain.account_week import AccountWeek, ReviewedAccount
from domain.digest import digest_window
from domain.weeks import week_of, week_span
from storage import accounts, handoffs
from storage.account_weeks import week_of_accounts
from storage.people import get_workspace

_NAME: Final = 60
_STEP: Final = 200
_LISTED: Final = 10


def lookups(services: Services) -> Lookups:
    """By name."""
    return {
        "account": Lookup(
            "How one account stands: tier, owners, stage, next steps, last contact. Needs account.",
            partial(_account, services),
        ),
        "accounts": Lookup(
            "Which accounts moved and which stood still in the last whole week, and for how long.",
            partial(_accounts, services),
        ),
    }


def _account(services: Services, actor: Actor, wanted: Wanted) -> Found:
    say = services.say(actor)
    with services.database.read() as connection:
        account_id = accounts.account_id_of(connection, actor.workspace_id, wanted.account or "")
        if account_id is None:
            return Found()
        account = accounts.get_account(connection, actor.workspace_id, account_id)
        owner_ids = (account.sales_owner_id, account.marketing_owner_id)
        members = handoffs.members_by_id(connection, actor.workspace_id, owner_ids)
    card = actions.card_of(services, actor, account.id)
    name = blocks.one_line(account.name, _NAME)
    sales, marketing = (
        blocks.one_line(members[each].display_name, _NAME) if each in members else say("lookup-nobody")
        for each in owner_ids
    )
    ref = f"account:{account.id}"
    facts = [
        Fact(
            ref,
            say(
                "lookup-account",
                account=name,
                tier=say.number(account.tier) if account.tier is not None else say("lookup-no-tier"),
                sales=sales,
                marketing=marketing,
            ),
            names=(name, sales, marketing),
        )
    ]
    if card.stage is not None and card.since is not None:
        stage = stage_label(say, card.stage, card.process.names)
        since = card.since.astimezone(ZoneInfo(actor.tz)).date()
        text = say("lookup-stage", account=name, stage=stage, day=say.day_with_year(since))
        facts.append(Fact(f"{ref}:stage", text, names=(name, stage), times=day_times(say, since)))
    if card.last_touch is not None:
        day = card.last_touch.astimezone(ZoneInfo(actor.tz)).date()
        text = say("lookup-contact", account=name, day=say.day_with_year(day))
        facts.append(Fact(f"{ref}:contact", text, names=(name,), times=day_times(say, day)))
    for step in card.steps:
        key = "lookup-step-late" if step.is_late else "lookup-step"
        text = say(key, account=name, day=say.day_with_year(step.due_on))
        said = (blocks.one_line(step.what, _STEP),)
        facts.append(Fact(f"step:{step.id}", text, said, (name,), times=day_times(say, step.due_on)))
    return Found(tuple(facts), say("lookup-account-meaning"))


def _accounts(services: Services, actor: Actor, wanted: Wanted) -> Found:
    del wanted
    say, now = services.say(actor), services.now()
    with services.database.read() as connection:
        tz = get_workspace(connection, actor.workspace_id).tz
        last = week_of(now, tz).shift(-1)
        week = week_of_accounts(connection, actor.workspace_id, digest_window(last, tz))
    if not week.total:
        return Found()
    counts = {"moved": say.number(len(week.moved)), "stalled": say.number(len(week.stalled))}
    text = say("lookup-accounts", total=say.number(week.total), n=week.total, **counts)
    facts = [Fact("accounts:week", text, times=(say("lookup-last-week"),))]
    facts += [_listed(say, week, each, "lookup-moved") for each in week.moved[:_LISTED]]
    facts += [_listed(say, week, each, "lookup-stalled") for each in week.stalled[:_LISTED]]
    span = week_span(last, tz)
    first = say.day_with_year(span.start.astimezone(ZoneInfo(tz)).date())
    return Found(tuple(facts), say("lookup-accounts-meaning", monday=first))


def _listed(say: Say, week: AccountWeek, account: ReviewedAccount, key: str) -> Fact:
    standing = account.review.standing
    name, stage = blocks.one_line(account.name, _NAME), stage_label(say, standing.stage or "", week.stage_names)
    text = say(key, account=name, stage=stage, days=standing.days, limit=standing.limit_days or 0)
    return Fact(
        f"account:{account.review.account_id}:week", text, names=(name, stage), times=(say("lookup-last-week"),)
    )
