"""Writing the example workspace: the rows that a team would have after some weeks of use."""

from collections.abc import Iterable, Mapping
from datetime import datetime, timedelta
from typing import Final

from bot.demo.example import (
    ACCOUNTS,
    TEAM,
    TZ,
    ExampleObjection,
    example_deals,
    example_leads,
    example_objections,
    week_of_demo,
)
from bot.demo.example_facts import seed_facts
from bot.demo.example_icp import seed_icp
from bot.demo.example_progress import seed_progress
from bot.demo.example_reviews import play_reviews
from bot.demo.history import Stage, play
from bot.demo.tour import NOTES_CHANNEL, REVIEW_CHANNEL
from commands import blocks
from commands.i18n import Texts, locale_of
from domain.calendars import Block, CalendarSpec
from domain.set_up import SetUp, Step, set_up_text
from domain.taxonomy import Ask, MemberKind
from domain.weeks import WeeklySlot, local_moment
from playground.local_slack import LocalSlack
from playground.model import Person
from playground.people import TEAM_NAME
from storage import accounts, digests, hours, imports, outbox, people, roles, time_off
from storage.database import Database, UnitOfWork
from storage.ids import WorkspaceId, new_id
from storage.imports import RecordKind
from storage.people import Profile
from storage.search import index_text
from storage.tables import Objection, Workspace

_MARKETING: Final = "marketing"
_HANDOFFS: Final = "handoffs"
_CALLER: Final = "carmen"
_CRM: Final = "https://crm.example.com/companies/"
#: When the week's digest comes.
DIGEST_SLOT: Final = WeeklySlot(0, 9 * 60, TZ)


def seed(database: Database, slack: LocalSlack, now: datetime) -> WorkspaceId:
    """Fill an empty database with the example workspace of ``slack``, in one transaction. ``now`` is the demo's."""
    with database.write() as work:
        workspace_id = _workspace(work, slack, now)
        members = {
            person.name: people.save_profile(work, workspace_id, _profile(person, slack), now)
            for person in slack.store.people.values()
            if not person.is_bot
        }
        account_ids = _accounts(work, workspace_id, members, now)
        for each in example_objections(now):
            _objection(work, workspace_id, each, members, account_ids)
        _leads_and_deals(work, workspace_id, now)
        seed_progress(work, workspace_id, members, account_ids, now)
        seed_facts(work, workspace_id, members, account_ids, now)
        seed_icp(work, workspace_id, members, now)
        planned = digests.PlannedDigest(slack.conversation(REVIEW_CHANNEL).id, DIGEST_SLOT, "en")
        digests.save_schedule(work, workspace_id, planned, set_by_id=members["carmen"], now=now)
        _roles(work, workspace_id, members, now)
        work.commit()
    return workspace_id


def seed_history(database: Database, slack: LocalSlack, workspace_id: WorkspaceId, now: datetime) -> None:
    """What became of deals, and of the leads handed over, in the eight weeks up to ``now``."""
    leads = example_leads(now)
    with database.read() as connection:
        known = imports.get_known_leads(connection, workspace_id, _ids(leads))
        met = {
            person.name: people.find_member(connection, workspace_id, person.id)
            for person in slack.store.people.values()
        }
        account_ids = {each.name: accounts.account_id_of(connection, workspace_id, each.name) for each in ACCOUNTS}
    team = {name: member for name, member in met.items() if member is not None}
    stage = Stage(database, workspace_id, team, now)
    play_reviews(stage, {name: found for name, found in account_ids.items() if found is not None}, now)
    play(stage, [{**lead, "id": known[lead["external_id"]].id} for lead in leads], now)


def introduce(
    database: Database, slack: LocalSlack, workspace_id: WorkspaceId, texts: Texts, system_now: datetime
) -> None:
    """Let the bot say, in the review channel, that all this is made up, and what to try."""
    say, say_es = texts.into("en"), texts.into("es")
    body = blocks.message(
        f"{say('demo-intro-title')} {say('demo-intro-example')}",
        [
            blocks.section(f":wave: *{say('demo-intro-title')}* {say('demo-intro-example')}"),
            blocks.section(say("demo-intro-steps")),
            blocks.context(say_es("demo-intro-example")),
            blocks.context(say_es("demo-intro-steps")),
        ],
    )
    with database.write() as work:
        message = outbox.Outgoing("note", f"demo-intro:{new_id()}", slack.conversation(REVIEW_CHANNEL).id, body)
        outbox.enqueue(work, workspace_id, message, system_now)
        work.commit()


def post_call_notes(slack: LocalSlack, texts: Texts) -> dict[str, str]:
    """A thread a language in which the sales director tells what a buyer said: what the tour begins with.

    Gives the ``ts`` of each, by language.
    """
    notes = {}
    for language in ("es", "en"):
        say = texts.into(language)
        root = slack.post_as(_CALLER, NOTES_CHANNEL, say("demo-call-root"))
        slack.post_as(_CALLER, NOTES_CHANNEL, say("demo-call-note"), root.ts)
        notes[language] = root.ts
    return notes


def _workspace(work: UnitOfWork, slack: LocalSlack, now: datetime) -> WorkspaceId:
    done = SetUp(welcomed=slack.person(_CALLER).id)
    for step in Step:
        done = done.with_done(step, slack.person(_CALLER).id, now - timedelta(weeks=9))
    fresh = Workspace(
        set_up=set_up_text(done),
        team_id=slack.team_id,
        name=TEAM_NAME,
        tz=TZ,
        marketing_channel=slack.conversation(_MARKETING).id,
        handoff_channel=slack.conversation(_HANDOFFS).id,
        created_at=now,
    )
    return people.add_workspace(work, fresh)


def _roles(work: UnitOfWork, workspace_id: WorkspaceId, members: Mapping[str, int], now: datetime) -> None:
    """Who sells and who markets, whom they report to, who stands in; Ana works in two shifts, Tom is away soon."""
    for each in TEAM:
        changes = {
            "team": each.team.value,
            "is_manager": each.is_manager,
            "manager_id": members[each.manager] if each.manager else None,
            "backup_id": members[each.backup] if each.backup else None,
        }
        roles.change_member(work, workspace_id, members[each.name], changes, expected_version=1)
    day = (Block(9 * 60, 14 * 60), Block(16 * 60, 19 * 60))
    shifts = CalendarSpec(TZ, (day,) * 5 + ((), ()))
    hours.save_own_hours(work, workspace_id, members["ana"], hours.Hours(shifts), expected_version=0, now=now)
    away = week_of_demo(now).shift(2)
    time_off.add_time_off(
        work,
        workspace_id,
        members["tom"],
        local_moment(away.monday, 0, "Europe/London"),
        local_moment(away.sunday, 0, "Europe/London"),
        note=None,
        now=now,
    )


def _profile(person: Person, slack: LocalSlack) -> Profile:
    kind = MemberKind.FULL
    if person.team_id != slack.team_id:
        kind = MemberKind.EXTERNAL
    elif person.is_restricted or person.is_ultra_restricted:
        kind = MemberKind.GUEST
    return Profile(
        slack_user_id=person.id,
        display_name=person.real_name,
        locale=locale_of(person.locale),
        tz=person.tz,
        kind=kind.value,
        is_admin=person.is_admin,
        email=person.email,
    )


def _accounts(work: UnitOfWork, workspace_id: WorkspaceId, members: Mapping[str, int], now: datetime) -> dict[str, int]:
    made = {}
    for number, each in enumerate(ACCOUNTS, 1):
        account = accounts.add_account(work, workspace_id, each.name, created_by_id=members[each.sales], now=now)
        owners = {
            "sales_owner_id": members[each.sales],
            "marketing_owner_id": members[each.marketing] if each.marketing else None,
            "tier": each.tier,
            "territory": each.territory,
            "crm_id": f"{number:03d}",
            "crm_url": f"{_CRM}{number:03d}",
        }
        accounts.change_account(work, workspace_id, account.id, owners, expected_version=account.version)
        made[each.name] = account.id
    return made


def _objection(
    work: UnitOfWork,
    workspace_id: WorkspaceId,
    each: ExampleObjection,
    members: Mapping[str, int],
    account_ids: Mapping[str, int],
) -> None:
    said = each.values
    quote, objection_id = said["quote"] or "", new_id()
    work.session.add(
        Objection(
            workspace_id=workspace_id,
            id=objection_id,
            logged_by_id=members[each.who],
            logged_at=each.at,
            quote=quote,
            theme=said["theme"],
            theme_confirmed=True,
            account_id=account_ids[each.account],
            competitor=said["competitor"],
            stage=said["stage"],
            buying_role=said["role"],
            belief_source=said["belief"],
            ask=said["ask"] or Ask.NONE.value,
            argument=said["argument"],
            worked=said["worked"],
            text_hash=f"example-{objection_id}",
            search_text=index_text(each.account, quote, said["competitor"], said["argument"], None),
            updated_at=each.at,
        )
    )


def _leads_and_deals(work: UnitOfWork, workspace_id: WorkspaceId, now: datetime) -> None:
    leads = example_leads(now)
    imports.add_rows(work, workspace_id, RecordKind.LEADS, leads, now)
    known = imports.get_known_leads(work.connection, workspace_id, _ids(leads))
    deals = example_deals(leads, now)
    rows = []
    for deal in deals:
        lead = known[deal.pop("lead")]
        rows.append({**deal, "lead_id": lead.id})
    imports.add_rows(work, workspace_id, RecordKind.DEALS, rows, now)


def _ids(rows: Iterable[Mapping[str, object]]) -> list[str]:
    return [str(row["external_id"]) for row in rows]
