"""An account's history as people read it: what was done, by whom and when. Reading it changes nothing."""

from collections.abc import Mapping, Sequence
from dataclasses import field
from datetime import date
from typing import Any, Final

from commands import blocks
from commands.blocks import Json
from commands.context import Actor, Services
from commands.i18n import Say
from commands.ids import CallbackId
from commands.labels import stage_label
from domain.taxonomy import BuyingRole
from domain.values import frozen
from storage import account_history, account_weeks, accounts, stages
from storage.account_history import Happened

#: So many acts are shown; a modal that holds years is read by nobody.
SHOWN: Final = 40
_LINES: Final = 8
_SHORT: Final = 60
#: Acts that say of columns of the account what was there and what is.
_OF_COLUMNS: Final = frozenset({"account_facts_changed", "account_owners_named", "account_imported"})
_OWNERS: Final = ("sales_owner_id", "marketing_owner_id")


@frozen
class History:
    """The latest acts on an account, the latest first; ``stage_names`` are the workspace's own (by code).

    ``people`` are the names of the owners whom the acts are about, by our id.
    """

    name: str
    acts: tuple[Happened, ...]
    stage_names: Mapping[str, str]
    people: Mapping[int, str] = field(default_factory=dict)


def history_of(services: Services, actor: Actor, account_id: int) -> History:
    """What was done to an account. Raises NoResultFound."""
    with services.database.read() as connection:
        account = accounts.get_account(connection, actor.workspace_id, account_id)
        acts = account_history.history_of(connection, actor.workspace_id, account.id, limit=SHOWN)
        names = stages.process_of(connection, actor.workspace_id).names
        owners = account_weeks.names_of(connection, actor.workspace_id, _owners_in(acts))
    return History(account.name, tuple(acts), names, owners)


def history_modal(say: Say, history: History, tz: str) -> Json:
    """A line an act; those that no sentence tells of are left out."""
    lines = [line for act in history.acts if (line := _line(say, act, history, tz)) is not None]
    rows = [blocks.header(history.name)]
    rows += [blocks.section("\n".join(lines[start : start + _LINES])) for start in range(0, len(lines), _LINES)]
    if not lines:
        rows.append(blocks.section(say("history-nothing")))
    elif len(history.acts) == SHOWN:
        rows.append(blocks.context(say("history-older", count=SHOWN)))
    return blocks.modal(say("history-title"), CallbackId.ACCOUNT_HISTORY, rows, close=say("done"))


def _owners_in(acts: Sequence[Happened]) -> set[int]:
    """Whom the acts made or unmade an owner."""
    told = (act.data[side] for act in acts if act.action in _OF_COLUMNS for side in ("before", "after"))
    return {side[column] for side in told for column in _OWNERS if side.get(column) is not None}


def _line(say: Say, act: Happened, history: History, tz: str) -> str | None:
    key = f"history-{act.action}"
    if not say.has(key):
        return None
    told = say(key, what=_what(say, act, history))
    who = f" · <@{act.person}>" if act.person else ""
    return f"• {say.moment(act.at, tz)}{who}: {told}"


def _what(say: Say, act: Happened, history: History) -> str:
    """What the sentence of an act is about, as mrkdwn."""
    if act.what is not None:
        return _short(act.what)
    data = act.data
    match act.action:
        case "stage_changed":
            return _arrow(
                *(
                    stage_label(say, data[side], history.stage_names) if data[side] else None
                    for side in ("before", "after")
                )
            )
        case "meeting_logged":
            return say.day_with_year(date.fromisoformat(data["on"]))
        case "account_merged":
            return _arrow(data["merged"], data["kept"])
        case action if action in _OF_COLUMNS:
            return ", ".join(
                f"{say(f'merge-field-{column}')}: {_arrow(*_values(say, column, data, history.people))}"
                for column in data["after"]
            )
        case _:
            return _fact(say, data)


def _fact(say: Say, data: Mapping[str, Any]) -> str:
    """A person or a signal: what it is called now, and its part in the decision where that was said."""
    said = {**data.get("before", {}), **data.get("after", {})}
    name = data.get("called") or said.get("name") or said.get("topic") or ""
    role = said.get("role")
    return f"{_short(name)} ({say(f'role-{role}')})" if role in set(BuyingRole) else _short(name)


def _values(say: Say, column: str, data: Mapping[str, Any], people: Mapping[int, str]) -> Sequence[str | None]:
    values = [data[side].get(column) for side in ("before", "after")]
    if column in _OWNERS:
        return [None if each is None else people.get(each, "?") for each in values]
    return [_value(say, column, each) for each in values]


def _value(say: Say, column: str, value: str | int | None) -> str | None:
    if value is None or isinstance(value, int):
        return None if value is None else str(value)
    if column == "relation":
        return say(f"relation-{value}")
    return say.day_with_year(date.fromisoformat(value)) if column == "renewal_on" else value


def _arrow(before: str | None, after: str | None) -> str:
    return f"{_short(before or '–')} → {_short(after or '–')}"


def _short(text: str) -> str:
    return blocks.escape(blocks.one_line(text, _SHORT))
