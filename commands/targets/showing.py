"""A quarter's list as it stands: what is on it, what waits for whom, and what the person who looks may do."""

from datetime import datetime

from sqlalchemy import Connection

from commands.context import Actor, Services
from commands.members import may_decide
from domain.target_list import Load, Place, Quarter, Side
from domain.values import frozen
from storage import people, target_places, targets
from storage.ids import WorkspaceId
from storage.tables import Member, TargetList
from storage.targets import Entry


@frozen
class Line:
    """An account of the list; its owners as Slack user ids."""

    account_id: int
    name: str
    tier: int | None
    sales: str | None
    marketing: str | None
    is_carried: bool


@frozen
class ListOwner:
    """Who answers for one side of the list: Slack's id, whether they are still here, when they agreed."""

    slack_user_id: str
    is_here: bool
    agreed_at: datetime | None


@frozen
class Objection:
    """Why an owner did not agree, as long as it is not settled."""

    slack_user_id: str
    reason: str
    at: datetime


@frozen
class ShownList:
    """A list; ``version`` 0 while there is none. ``before`` tells how many accounts the quarter before could give.

    ``mine`` is the side that the person who looks owns; ``may_name`` whether they may say who owns it.
    """

    quarter: Quarter
    current: Quarter
    version: int
    published_at: datetime | None
    owners: dict[Side, ListOwner]
    minutes: int
    on: tuple[Line, ...]
    waiting: tuple[Line, ...]
    objection: Objection | None
    mine: Side | None
    may_name: bool
    before: int

    @property
    def load(self) -> Load:
        """How long its review takes with all that is proposed."""
        return Load(len(self.on) + len(self.waiting), self.minutes)

    @property
    def is_open(self) -> bool:
        """Whether it may still be changed: a past quarter's may not."""
        return self.quarter >= self.current


@frozen
class Told:
    """One thing that happened to a list; ``who`` is a Slack user id.

    ``kind``: ``agreed``, ``objected``, ``published``, ``dropped``, ``not_kept`` (of the one before), ``taken_back``.
    """

    at: datetime
    kind: str
    who: str | None = None
    side: str = ""
    name: str = ""
    reason: str | None = None


def current_quarter(connection: Connection, workspace_id: WorkspaceId, now: datetime) -> Quarter:
    """The quarter that it is where the workspace is."""
    return Quarter.at(now, people.get_workspace(connection, workspace_id).tz)


def show(services: Services, actor: Actor, quarter: Quarter | None = None) -> ShownList:
    """The list of a quarter (of this one without), as ``actor`` sees it."""
    with services.database.read() as connection:
        return shown_in(connection, actor, quarter, services.now())


def shown_in(connection: Connection, actor: Actor, quarter: Quarter | None, now: datetime) -> ShownList:
    """The same, within a transaction."""
    workspace_id = actor.workspace_id
    current = current_quarter(connection, workspace_id, now)
    quarter = quarter or current
    before = targets.find_list(connection, workspace_id, quarter.shift(-1))
    gives = _standing(connection, before) if before is not None and before.published_at is not None else []
    leads = may_decide(connection, actor)
    found = targets.find_list(connection, workspace_id, quarter)
    if found is None:
        minutes = before.minutes if before is not None else 2
        return ShownList(quarter, current, 0, None, {}, minutes, (), (), None, None, leads, len(gives))
    entries = targets.entries(connection, workspace_id, found.id)
    ids = {owner for entry in entries for owner in (entry.sales_owner_id, entry.marketing_owner_id) if owner}
    names = people.names_of(connection, workspace_id, ids)
    owners = _owners(connection, found)
    mine = next((side for side, member in owners.items() if member.id == actor.member_id), None)
    agreed = {Side.SALES: found.sales_agreed_at, Side.MARKETING: found.marketing_agreed_at}
    return ShownList(
        quarter,
        current,
        found.version,
        found.published_at,
        {side: ListOwner(each.slack_user_id, each.is_active, agreed[side]) for side, each in owners.items()},
        found.minutes,
        tuple(_line(entry, names) for entry in entries if entry.on_at is not None),
        tuple(_line(entry, names) for entry in entries if entry.on_at is None),
        objection_of(connection, found) if any(entry.on_at is None for entry in entries) else None,
        mine,
        leads or mine is not None or not owners,
        len(gives),
    )


def carried_from(services: Services, actor: Actor, quarter: Quarter) -> list[Entry]:
    """What stood on the published list of the quarter before."""
    with services.database.read() as connection:
        before = targets.find_list(connection, actor.workspace_id, quarter.shift(-1))
        return [] if before is None or before.published_at is None else _standing(connection, before)


def history(services: Services, actor: Actor, quarter: Quarter) -> list[Told]:
    """What happened to a list, the latest first."""
    with services.database.read() as connection:
        found = targets.find_list(connection, actor.workspace_id, quarter)
        if found is None:
            return []
        said = targets.voices(connection, actor.workspace_id, found.id)
        gone = targets.dropped(connection, actor.workspace_id, found.id)
        members = {voice.member_id for voice in said} | {each.by_id for each in gone if each.by_id is not None}
        names = people.names_of(connection, actor.workspace_id, members)
    # The word of the second owner publishes it, at that very moment: of two of one moment the first here is the later.
    told = [] if found.published_at is None else [Told(found.published_at, "published")]
    told += [
        Told(voice.at, voice.says, names.get(voice.member_id), side=voice.side, reason=voice.reason) for voice in said
    ]
    told += [
        Told(
            each.at,
            "dropped" if each.was_on else "not_kept" if each.was_carried else "taken_back",
            names.get(each.by_id or 0),
            name=each.name,
            reason=each.reason,
        )
        for each in gone
    ]
    return sorted(told, key=lambda each: each.at, reverse=True)


def place_of(services: Services, actor: Actor, account_id: int) -> tuple[Place, Quarter] | None:
    """Where an account stands with the list that counts now."""
    now = services.now()
    with services.database.read() as connection:
        quarter = current_quarter(connection, actor.workspace_id, now)
        return target_places.place_of(connection, actor.workspace_id, account_id, quarter, now)


def tier_sizes(services: Services, actor: Actor, quarter: Quarter) -> dict[int, int]:
    """How many accounts of each tier are neither on the list nor proposed for it."""
    with services.database.read() as connection:
        found = targets.find_list(connection, actor.workspace_id, quarter)
        there = targets.entries(connection, actor.workspace_id, found.id) if found is not None else []
        known = {entry.account_id for entry in there}
        tiers = targets.tiers(connection, actor.workspace_id)
    left = {tier: sum(each not in known for each in ids) for tier, ids in tiers.items()}
    return {tier: count for tier, count in left.items() if count}


def objection_of(connection: Connection, target: TargetList) -> Objection | None:
    """The latest word of its owners, if that was an objection."""
    said = targets.voices(connection, WorkspaceId(target.workspace_id), target.id)
    if not said or said[0].says != "objected":
        return None
    names = people.names_of(connection, WorkspaceId(target.workspace_id), {said[0].member_id})
    return Objection(names.get(said[0].member_id, ""), said[0].reason or "", said[0].at)


def _standing(connection: Connection, target: TargetList) -> list[Entry]:
    found = targets.entries(connection, WorkspaceId(target.workspace_id), target.id)
    return [entry for entry in found if entry.on_at is not None]


def _owners(connection: Connection, target: TargetList) -> dict[Side, Member]:
    ids = {Side.SALES: target.sales_owner_id, Side.MARKETING: target.marketing_owner_id}
    workspace_id = WorkspaceId(target.workspace_id)
    return {
        side: people.get_member(connection, workspace_id, member_id)
        for side, member_id in ids.items()
        if member_id is not None
    }


def _line(entry: Entry, names: dict[int, str]) -> Line:
    sales, marketing = names.get(entry.sales_owner_id or 0), names.get(entry.marketing_owner_id or 0)
    return Line(entry.account_id, entry.name, entry.tier, sales, marketing, entry.is_carried)
