"""The use cases: look an account up, create it, and name who answers for it."""

from collections.abc import Mapping
from typing import Any, Final

from rapidfuzz import fuzz, process
from sqlalchemy import Connection

from commands.account.parse import NameOwners
from commands.acts import note_act
from commands.context import Actor, Services
from commands.ids import BlockId
from commands.members import only_members
from commands.once import once
from domain.names import fold, name_key
from domain.taxonomy import MemberKind
from domain.values import frozen
from storage import accounts, merges, people
from storage.database import UnitOfWork
from storage.errors import StaleVersionError
from storage.ids import WorkspaceId

SUBJECT: Final = "account"
LIST_LIMIT: Final = 20
_ALIKE_NAME: Final = 80
_SUGGESTIONS: Final = 3


class UnfitOwnersError(Exception):
    """Somebody chosen cannot be an owner: a text key for each field."""

    def __init__(self, errors: Mapping[BlockId, str]) -> None:
        super().__init__(", ".join(errors.values()))
        self.errors = errors


@frozen
class AccountCard:
    """An account as it stands: its owners are Slack user ids, ``None`` where nobody is set.

    ``gone`` are those of them who can answer for nothing any more: who left, or is a guest now.
    """

    id: int
    version: int
    name: str
    sales_owner: str | None
    marketing_owner: str | None
    crm_url: str | None
    other_names: tuple[str, ...] = ()
    gone: frozenset[str] = frozenset()


@frozen
class UnknownAccount:
    """No account goes by ``name``; ``alike`` are those that come near: id and name."""

    name: str
    alike: tuple[tuple[int, str], ...]


@frozen
class AccountList:
    """The first `LIST_LIMIT` accounts (name, sales owner, marketing owner), and how many there are in all."""

    shown: tuple[tuple[str, str | None, str | None], ...]
    total: int


def find(services: Services, actor: Actor, name: str) -> AccountCard | UnknownAccount:
    """The account that goes by ``name``, or those that come near."""
    with services.database.read() as connection:
        account_id = accounts.account_id_of(connection, actor.workspace_id, name)
        if account_id is not None:
            return _card(connection, actor.workspace_id, account_id)
        # Names that begin alike: all names of a large workspace would be too many for a request.
        known = dict(accounts.list_names_beginning(connection, actor.workspace_id, name_key(name)[:2]))
    found = process.extract(
        name_key(name), known, scorer=fuzz.WRatio, processor=fold, score_cutoff=_ALIKE_NAME, limit=_SUGGESTIONS
    )
    return UnknownAccount(name, tuple((account_id, alike) for alike, _score, account_id in found))


def card_of(services: Services, actor: Actor, account_id: int) -> AccountCard:
    """An account as it stands at this moment."""
    with services.database.read() as connection:
        return _card(connection, actor.workspace_id, account_id)


def list_all(services: Services, actor: Actor) -> AccountList:
    """The accounts by name."""
    with services.database.read() as connection:
        shown, total = accounts.list_owned(connection, actor.workspace_id, limit=LIST_LIMIT)
    return AccountList(tuple(shown), total)


def create(services: Services, actor: Actor, name: str, key: str) -> AccountCard:
    """Make an account called ``name``, once; an account that has the name already is given as it is.

    Raises NotAMemberError for a guest.
    """
    now = services.now()

    def act(work: UnitOfWork) -> dict[str, Any]:
        only_members(work.connection, actor)
        account = accounts.add_account(work, actor.workspace_id, name, created_by_id=actor.member_id, now=now)
        return {"account": account.id}

    outcome, _replayed = once(services, actor, key, act)
    return card_of(services, actor, int(outcome["account"]))


def name_owners(services: Services, actor: Actor, intent: NameOwners, key: str) -> AccountCard:
    """Write who answers for an account. Objections logged from now on go to the new marketing owner.

    Raises NotAMemberError for a guest, `UnfitOwnersError` when somebody chosen cannot be an owner, and
    StaleVersionError when the account changed since the form was opened.
    """
    owners = _owners(services, actor, intent)
    now = services.now()

    def act(work: UnitOfWork) -> dict[str, Any]:
        only_members(work.connection, actor)
        before = accounts.get_account(work.connection, actor.workspace_id, intent.account_id)
        if before.id != intent.account_id:  # merged since: what the form shows is another account now
            kind = SUBJECT
            raise StaleVersionError(kind, intent.account_id)
        wanted: dict[str, object] = {**owners, "crm_url": intent.crm_url}
        changes = {column: value for column, value in wanted.items() if getattr(before, column) != value}
        if changes or before.version != intent.version:
            # An old form that changes nothing is refused too: what it shows is not what stands.
            accounts.change_account(work, actor.workspace_id, before.id, changes, expected_version=intent.version)
            note_act(
                work,
                actor,
                "account_owners_named",
                (SUBJECT, before.id),
                now,
                {"before": {column: getattr(before, column) for column in changes}, "after": changes},
            )
        return {"account": before.id}

    once(services, actor, key, act)
    return card_of(services, actor, intent.account_id)


def _owners(services: Services, actor: Actor, intent: NameOwners) -> dict[str, int | None]:
    """The member behind each chosen person. Asks Slack about those never met, so it runs before any transaction."""
    errors: dict[BlockId, str] = {}
    owners: dict[str, int | None] = {}
    for column, block, slack_user_id in (
        ("sales_owner_id", BlockId.SALES_OWNER, intent.sales_owner),
        ("marketing_owner_id", BlockId.MARKETING_OWNER, intent.marketing_owner),
    ):
        member = None if slack_user_id is None else services.find_person(actor.workspace_id, slack_user_id)
        if slack_user_id is not None and member is None:
            errors[block] = "account-error-unknown-person"
        elif member is not None and (member.kind != MemberKind.FULL or not member.is_active):
            errors[block] = "account-error-not-a-member"
        owners[column] = None if member is None else member.id
    if errors:
        raise UnfitOwnersError(errors)
    return owners


def _card(connection: Connection, workspace_id: WorkspaceId, account_id: int) -> AccountCard:
    account = accounts.get_account(connection, workspace_id, account_id)
    owners = {owner for owner in (account.sales_owner_id, account.marketing_owner_id) if owner is not None}
    slack_ids = people.names_of(connection, workspace_id, owners)
    return AccountCard(
        id=account.id,
        version=account.version,
        name=account.name,
        sales_owner=slack_ids.get(account.sales_owner_id or 0),
        marketing_owner=slack_ids.get(account.marketing_owner_id or 0),
        crm_url=account.crm_url,
        other_names=tuple(merges.other_names(connection, workspace_id, account.id)),
        gone=frozenset(slack_ids[each] for each in people.gone_of(connection, workspace_id, owners)),
    )
