"""The use cases of companies that are one: find them, look at a merge before, do it, take it back, set apart."""

from collections.abc import Iterable, Mapping
from datetime import datetime
from typing import Any, Final

from rapidfuzz.distance import OSA
from sqlalchemy import Connection

from commands import budget
from commands.account.parse import MergeAccounts
from commands.context import Actor, Services
from commands.members import only_deciders
from commands.once import once
from domain.duplicates import Why, likely_pairs
from domain.values import frozen
from storage import accounts, audit, merges, people
from storage.database import UnitOfWork
from storage.errors import StaleVersionError
from storage.merges import MergeRow
from storage.tables import Account

SUBJECT: Final = "account"
#: So many suggestions and past merges are listed.
LISTED: Final = 10
#: Seconds of a request that comparing names leaves to all that comes after it.
_FOR_THE_REST: Final = 1.0
#: What the kept account takes from the other where it has nothing itself; what belongs together is taken together.
FILLED: Final = (
    ("sales_owner_id",),
    ("marketing_owner_id",),
    ("tier",),
    ("territory",),
    ("segment",),
    ("relation",),
    ("renewal_on",),
    ("crm_id", "crm_url"),
)
_OWNERS: Final = frozenset({"sales_owner_id", "marketing_owner_id"})


class MergeRefusedError(Exception):
    """It cannot be, for a reason that has a text: its key, and the names to put in."""

    def __init__(self, key: str, **names: str) -> None:
        super().__init__(key)
        self.key = key
        self.names = names


@frozen
class Side:
    """One of the two, as it stands."""

    id: int
    version: int
    name: str


@frozen
class Value:
    """A field that either has: both values (owners as Slack ids), and whether the merged one's is taken."""

    column: str
    kept: str | None
    merged: str | None
    is_taken: bool


@frozen
class Preview:
    """What a merge would do: whose name stays, which values win, how many records move, by where they point from."""

    kept: Side
    merged: Side
    values: tuple[Value, ...]
    moving: Mapping[str, int]


@frozen
class Suggestion:
    """Two accounts that are probably one, the older first, and why."""

    first_id: int
    first: str
    second_id: int
    second: str
    why: Why


@frozen
class Merged:
    """What was done: ``moved`` counts records."""

    merge_id: int
    kept: str
    merged: str
    moved: int


@frozen
class Undone:
    """What was taken back; ``stayed`` are columns that somebody changed since."""

    kept: str
    merged: str
    back: int
    stayed: tuple[str, ...]


@frozen
class Suggestions:
    """The surest pairs; ``is_all``: every account was compared, else as many as there was time for."""

    pairs: tuple[Suggestion, ...]
    is_all: bool = True


def one_slip(one: str, other: str) -> bool:
    """Whether two words are a letter apart: one more, less, another, or two swapped."""
    return OSA.distance(one, other, score_cutoff=1) <= 1


def suggestions(services: Services, actor: Actor) -> Suggestions:
    """Companies that are probably one, the surest first, as far as the request's time goes. Raises NotADeciderError."""
    with services.database.read() as connection:
        only_deciders(connection, actor)
        keys = merges.list_keys(connection, actor.workspace_id)
        apart = merges.pairs_apart(connection, actor.workspace_id)
    # Seconds of work for a hundred thousand accounts: the transaction is not held meanwhile, and Slack does not wait.
    # Where the time is not enough for all, each minute begins with others.
    begin = len(keys) * services.system_now().minute // 60
    is_all = True

    def goes_on() -> bool:
        nonlocal is_all
        is_all = is_all and budget.seconds_left(_FOR_THE_REST * 2) > _FOR_THE_REST
        return is_all

    found = likely_pairs([*keys[begin:], *keys[:begin]], one_slip, apart, limit=LISTED, goes_on=goes_on)
    ids = {each for pair in found for each in (pair.first, pair.second)}
    with services.database.read() as connection:
        names = accounts.names_by_id(connection, actor.workspace_id, ids)
    pairs = (
        Suggestion(pair.first, names[pair.first], pair.second, names[pair.second], pair.why)
        for pair in found
        if pair.first in names and pair.second in names
    )
    return Suggestions(tuple(pairs), is_all)


def recent(services: Services, actor: Actor) -> tuple[MergeRow, ...]:
    """Merges that stand, the latest first. Raises NotADeciderError."""
    with services.database.read() as connection:
        only_deciders(connection, actor)
        return tuple(merges.list_merges(connection, actor.workspace_id, limit=LISTED))


def named(services: Services, actor: Actor, splits: Iterable[tuple[str, str]]) -> tuple[int, int]:
    """The ids of whom a line means: the account to keep and the one to merge into it.

    Raises NotADeciderError, `MergeRefusedError` when a name is not known or both are one company already.
    """
    unknown = ""
    with services.database.read() as connection:
        only_deciders(connection, actor)
        for merged_name, kept_name in splits:
            merged = accounts.find_account(connection, actor.workspace_id, merged_name)
            kept = accounts.find_account(connection, actor.workspace_id, kept_name)
            if merged is not None and kept is not None:
                if merged.id == kept.id:
                    key = "merge-same"
                    raise MergeRefusedError(key, first=merged_name, second=kept_name, name=kept.name)
                return kept.id, merged.id
            unknown = unknown or (merged_name if merged is None else kept_name)
    key = "merge-unknown"
    raise MergeRefusedError(key, name=unknown)


def preview(services: Services, actor: Actor, kept_id: int, merged_id: int) -> Preview:
    """What merging one into the other would do. Raises NotADeciderError, `MergeRefusedError`."""
    with services.database.read() as connection:
        only_deciders(connection, actor)
        kept = accounts.get_account(connection, actor.workspace_id, kept_id)
        merged = accounts.get_account(connection, actor.workspace_id, merged_id)
        if kept.id == merged.id:
            key = "merge-done-already"
            raise MergeRefusedError(key, name=kept.name)
        moving = merges.count_pointing(connection, actor.workspace_id, merged.id)
        shown = tuple(_values(connection, actor, kept, merged))
    return Preview(Side(kept.id, kept.version, kept.name), Side(merged.id, merged.version, merged.name), shown, moving)


def merge(services: Services, actor: Actor, intent: MergeAccounts, key: str) -> Merged:
    """Make one of two, with all that belongs to either.

    Raises NotADeciderError, `MergeRefusedError`, StaleVersionError when one changed since the preview.
    """
    now = services.now()

    def act(work: UnitOfWork) -> dict[str, Any]:
        only_deciders(work.connection, actor)
        found = merges.lock_accounts(work, actor.workspace_id, {intent.kept_id, intent.merged_id})
        kept, merged = found[intent.kept_id], found[intent.merged_id]
        for each in (kept, merged):
            if each.merged_into_id is not None:
                into = accounts.get_account(work.connection, actor.workspace_id, each.id)
                refusal = "merge-went-elsewhere"
                raise MergeRefusedError(refusal, name=each.name, into=into.name)
        if (kept.version, merged.version) != (intent.kept_version, intent.merged_version):
            kind = SUBJECT
            raise StaleVersionError(kind, kept.id)
        filled = _filled(kept, merged)
        merge_id, moved = merges.merge(work, actor.workspace_id, kept, merged, filled, actor.member_id, now)
        done = {"kept": kept.name, "merged": merged.name, "moved": moved, "merge": merge_id}
        taken = {name: merges.plain(value) for name, value in filled.items()}
        _note(work, actor, "account_merged", (kept.id, merged.id), now, {**done, "filled": taken})
        return done

    outcome, _replayed = once(services, actor, key, act)
    return Merged(int(outcome["merge"]), outcome["kept"], outcome["merged"], int(outcome["moved"]))


def undo(services: Services, actor: Actor, merge_id: int, key: str) -> Undone:
    """Take a merge back, exactly: what was added since stays where it is.

    Raises NotADeciderError; `MergeRefusedError` when it was taken back already, or a later one is to be undone first.
    """
    now = services.now()

    def act(work: UnitOfWork) -> dict[str, Any]:
        only_deciders(work.connection, actor)
        found = merges.lock_merge(work, actor.workspace_id, merge_id)
        both = merges.lock_accounts(work, actor.workspace_id, {found.kept_id, found.merged_id})
        kept, merged = both[found.kept_id], both[found.merged_id]
        if found.state != merges.MERGED:
            refusal = "merge-undone-already"
            raise MergeRefusedError(refusal, kept=kept.name, merged=merged.name)
        later = merges.later_merge(work.connection, actor.workspace_id, found)
        if later is not None:
            names = accounts.names_by_id(work.connection, actor.workspace_id, {later.kept_id, later.merged_id})
            refusal = "merge-undo-later-first"
            raise MergeRefusedError(refusal, kept=names[later.kept_id], merged=names[later.merged_id])
        back, stayed = merges.undo(work, found, actor.member_id, now)
        done = {"kept": kept.name, "merged": merged.name, "back": back, "stayed": list(stayed)}
        _note(work, actor, "account_merge_undone", (kept.id, merged.id), now, {**done, "merge": merge_id})
        return done

    outcome, _replayed = once(services, actor, key, act)
    return Undone(outcome["kept"], outcome["merged"], int(outcome["back"]), tuple(outcome["stayed"]))


def set_apart(services: Services, actor: Actor, first_id: int, second_id: int, key: str) -> None:
    """*Not the same*: the two are suggested no more. Raises NotADeciderError."""
    now = services.now()

    def act(work: UnitOfWork) -> dict[str, Any]:
        only_deciders(work.connection, actor)
        pair = (min(first_id, second_id), max(first_id, second_id))
        if pair not in merges.pairs_apart(work.connection, actor.workspace_id):
            merges.say_apart(work, actor.workspace_id, *pair, actor.member_id, now)
            _note(work, actor, "accounts_set_apart", pair, now, {"pair": list(pair)})
        return {}

    once(services, actor, key, act)


def _filled(kept: Account, merged: Account) -> dict[str, object]:
    """What the kept account takes from the other."""
    filled: dict[str, object] = {}
    for group in FILLED:
        if all(getattr(kept, column) is None for column in group):
            filled |= {column: getattr(merged, column) for column in group if getattr(merged, column) is not None}
    return filled


def _values(connection: Connection, actor: Actor, kept: Account, merged: Account) -> Iterable[Value]:
    taken = _filled(kept, merged)
    owners = {getattr(each, column) for each in (kept, merged) for column in _OWNERS}
    slack_ids = people.names_of(connection, actor.workspace_id, owners - {None})
    for column in (each for group in FILLED for each in group):
        ours, theirs = getattr(kept, column), getattr(merged, column)
        if column in _OWNERS:
            ours, theirs = slack_ids.get(ours), slack_ids.get(theirs)
        if ours is not None or theirs is not None:
            shown = [None if each is None else str(each) for each in (ours, theirs)]
            yield Value(column, shown[0], shown[1], is_taken=column in taken)


def _note(
    work: UnitOfWork, actor: Actor, action: str, ids: tuple[int, int], now: datetime, data: Mapping[str, object]
) -> None:
    """In the history of both."""
    events = [
        audit.event(actor.workspace_id, action, (SUBJECT, each), actor.member_id, now, {**data, "pair": list(ids)})
        for each in ids
    ]
    audit.record_all(work, events)
