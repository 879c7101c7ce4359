"""Menus of accounts, deals, leads and competitors that are searched as one types, with *Create "…"*.

A choice travels in its option's value: ``id:<id>`` is a record, ``new:<name>`` one to be made, anything else a name as
somebody said it. Whoever answers the typing is registered once, by the slice `picking`.
"""

import re
from collections.abc import Mapping, Sequence
from typing import Any, Final

from commands.blocks import Json, clip, one_line, option, plain, state_value
from commands.i18n import Say
from commands.ids import ActionId, BlockId
from domain.text import clean
from domain.values import frozen

#: What an option's value can hold beside its mark.
LONGEST_NAME: Final = 140
_SHOWN: Final = 70


@frozen
class Named:
    """What was chosen: a record by ``id`` (``name`` is its label then), or a ``name``; ``create``: make a record."""

    name: str
    id: int | None = None
    create: bool = False

    @property
    def value(self) -> str:
        """As an option holds it."""
        if self.id is not None:
            return f"id:{self.id}"
        return f"new:{self.name}" if self.create else self.name


def account_menu(say: Say, chosen: Named | None = None, *, proposal: str = "") -> Json:
    """Accounts. Another ``proposal`` than before shows ``chosen`` in place of what somebody chose."""
    return _menu(ActionId.ACCOUNT_PICK, say("pick-account"), chosen, proposal)


def accounts_menu(say: Say, *, most: int) -> Json:
    """Several accounts, at most ``most``."""
    return {**_menu(ActionId.ACCOUNT_PICK, say("pick-account"), None, ""), **_several(most)}


def deal_menu(say: Say, chosen: Named | None = None, *, proposal: str = "") -> Json:
    """Deals. In a block `BlockId.DEAL` that dispatches, a chosen deal fills the menu of accounts."""
    return _menu(ActionId.DEAL_PICK, say("pick-deal"), chosen, proposal)


def lead_menu(say: Say, chosen: Named | None = None, *, proposal: str = "") -> Json:
    """Leads."""
    return _menu(ActionId.LEAD_PICK, say("pick-lead"), chosen, proposal)


def competitor_menu(say: Say, chosen: Named | None = None) -> Json:
    """Competitors: those that somebody named before, and any other name."""
    return _menu(ActionId.COMPETITOR_PICK, say("pick-competitor"), chosen, "")


def pattern_of(action_id: ActionId) -> re.Pattern[str]:
    """The action ids of one of these menus, with and without a proposal."""
    return re.compile(rf"^{action_id.value}(:\w+)?$")


def named_in(values: Mapping[str, Any], block_id: BlockId) -> Named | None:
    """What the menu in ``block_id`` of a view holds; nothing when it is empty."""
    block = values.get(block_id.value)
    if not isinstance(block, Mapping) or not block:
        return None
    chosen = next(iter(block.values())).get("selected_option")
    if not chosen:
        return read_named(state_value(values, block_id) or "", "")
    return read_named(str(chosen.get("value") or ""), str((chosen.get("text") or {}).get("text") or ""))


def all_named_in(values: Mapping[str, Any], block_id: BlockId) -> tuple[Named, ...]:
    """What a menu of several in ``block_id`` of a view holds."""
    elements: Mapping[str, Any] = values.get(block_id.value) or {}
    options = [each for element in elements.values() for each in element.get("selected_options") or ()]
    read = (
        read_named(str(each.get("value") or ""), str((each.get("text") or {}).get("text") or "")) for each in options
    )
    return tuple(named for named in read if named is not None)


def read_named(value: str, label: str) -> Named | None:
    """What an option says; nothing when no name is left of it."""
    mark, _, rest = value.partition(":")
    if mark == "id" and rest.isdecimal():
        return Named(clean(label).value, id=int(rest))
    create = mark == "new"
    name = " ".join(clean(rest if create else value).value.split())
    if create and not _can_be_made(name):
        return None
    return Named(name, create=create) if name else None


def named_or_none(name: str | None, record_id: int | None = None) -> Named | None:
    """A choice that is there already: a record with its name, or a name alone."""
    return Named(name, id=record_id) if name else None


def options_for(say: Say, found: Sequence[Named], typed: str, *, create: bool) -> Json:
    """The answer to somebody typing: what was found, and *Create "…"* for a name that is not among it."""
    options = [option(one_line(each.name, _SHOWN), each.value) for each in found]
    name = clip(" ".join(clean(typed).value.split()), LONGEST_NAME)
    if create and _can_be_made(name):
        label = say("pick-create", name=one_line(name, _SHOWN - len(say("pick-create", name=""))))
        options.append(option(label, Named(name, create=True).value))
    return {"options": options}


def _can_be_made(name: str) -> bool:
    """Whether a record can go by it: "—" says that there is none."""
    return any(char.isalnum() for char in name)


def _several(most: int) -> Json:
    return {"type": "multi_external_select", "max_selected_items": most}


def _menu(action_id: ActionId, placeholder: str, chosen: Named | None, proposal: str) -> Json:
    name = f"{action_id.value}:{proposal}" if proposal else action_id.value
    menu: Json = {
        "type": "external_select",
        "action_id": name,
        "min_query_length": 1,
        "placeholder": plain(placeholder, 150),
    }
    if chosen is None or not chosen.name:
        return menu
    kept = Named(clip(chosen.name, LONGEST_NAME), chosen.id, chosen.create)
    return {**menu, "initial_option": option(one_line(kept.name, _SHOWN), kept.value)}
