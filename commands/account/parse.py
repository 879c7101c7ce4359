"""From `/account`, its buttons and its form to what the person wants, or to why it cannot be."""

import json
import re
from collections.abc import Mapping
from typing import Any, Final
from urllib.parse import urlsplit

from commands.blocks import state_value
from commands.ids import BlockId
from commands.subwords import SubWords, split_word
from domain.names import fold, name_key
from domain.target_list import Quarter
from domain.text import clean
from domain.values import frozen

WORDS: Final = SubWords(
    {
        "duplicates": ("duplicates", "duplicate", "duplicados", "duplicadas", "repetidas", "repetidos"),
        "merges": ("merges", "merged", "uniones", "fusiones", "fusionadas"),
        "merge": ("merge", "unir", "fusionar", "combinar"),
        "list": ("list", "all", "lista", "todas"),
        "targets": ("targets", "target-list", "objetivos", "objetivo", "lista-objetivo"),
        "stages": ("stages", "stage", "fases", "fase", "etapas", "etapa"),
        "export": ("export", "exportar", "descargar", "csv"),
        "help": ("help", "ayuda"),
    }
)

#: A company's name, or what somebody pasted? Names longer than this are not taken.
LONGEST_NAME: Final = 100
_LONGEST_LINK: Final = 2000


@frozen
class ListAccounts:
    """Which accounts there are."""


@frozen
class ShowHelp:
    """What the command can do."""


@frozen
class ShowDuplicates:
    """Which accounts are probably one company."""


@frozen
class ShowStages:
    """Which stages a deal goes through."""


@frozen
class ShowMerges:
    """Which accounts were merged, to take one back."""


@frozen
class ShowTargets:
    """The quarter's list of target accounts; ``which`` is what was said of the quarter."""

    which: str


@frozen
class ExportAccounts:
    """All accounts as a file."""


@frozen
class MergeNames:
    """Make one of two: every way to read the line as (the one to merge, the one to keep)."""

    splits: tuple[tuple[str, str], ...]


@frozen
class MergeAccounts:
    """Merge one account into another, both as they were when the preview was made."""

    kept_id: int
    kept_version: int
    merged_id: int
    merged_version: int


@frozen
class OpenAccount:
    """The account that goes by ``name``."""

    name: str


@frozen
class NotAName:
    """What was typed cannot be a company's name: too long, or without a letter or digit."""

    typed: str
    too_long: bool


@frozen
class NameOwners:
    """Who is to answer for an account, as Slack user ids, and its page in the CRM. ``None`` is nobody, no page."""

    account_id: int
    version: int
    sales_owner: str | None
    marketing_owner: str | None
    crm_url: str | None


@frozen
class FormProblems:
    """What is wrong with a form: a text key for each block. Slack keeps the form open with all that was typed."""

    errors: Mapping[BlockId, str]


CommandIntent = (
    ListAccounts
    | ShowHelp
    | ShowDuplicates
    | ShowMerges
    | ShowStages
    | ShowTargets
    | ExportAccounts
    | MergeNames
    | OpenAccount
    | NotAName
)

#: What may stand between two names: "merge ACME Inc. into Acme", "unir ACME con Acme".
_BETWEEN: Final = re.compile(r"\s+(?:into|with|and|in|en|con|y|=|=>|->|→|\|)\s+", re.IGNORECASE)


def parse_command(text: str) -> CommandIntent:
    """What ``/account <text>`` asks for. A word that is no sub-word is an account's name."""
    typed = clean(text).value
    if not typed:
        return ListAccounts()
    word, rest = split_word(typed)
    meaning = WORDS.meaning(word)
    if not rest and meaning is not None:
        return _ALONE[meaning]
    if meaning == "merge" and (splits := _splits(rest)):
        return MergeNames(splits)
    if meaning == "targets" and _names_a_quarter(rest):
        return ShowTargets(rest)
    return parse_name(typed)


#: What a sub-word alone means. *Merge* without names shows what was merged, and how to say which.
_ALONE: Final[Mapping[str, CommandIntent]] = {
    "list": ListAccounts(),
    "help": ShowHelp(),
    "duplicates": ShowDuplicates(),
    "merges": ShowMerges(),
    "merge": ShowDuplicates(),
    "targets": ShowTargets(""),
    "stages": ShowStages(),
    "export": ExportAccounts(),
}
#: Quarters by their relation to this one, as `commands.targets` reads them too.
_NEAR: Final = frozenset({"next", "siguiente", "proximo", "previous", "last", "anterior", "pasado"})


def _names_a_quarter(text: str) -> bool:
    """Whether this is a quarter, and not the rest of a company's name."""
    return fold(text) in _NEAR or Quarter.is_named_by(text)


def _splits(text: str) -> tuple[tuple[str, str], ...]:
    """Every way to read two names in ``text``: a name may have one of the words between in it."""
    read = ((text[: found.start()], text[found.end() :]) for found in _BETWEEN.finditer(text))
    return tuple((one, other) for one, other in read if name_key(one) and name_key(other))


def parse_name(typed: str) -> OpenAccount | NotAName:
    """Take ``typed`` for a company's name, if it can be one."""
    name = " ".join(clean(typed).value.split())
    if len(name) > LONGEST_NAME:
        return NotAName(name, too_long=True)
    return OpenAccount(name) if name_key(name) else NotAName(name, too_long=False)


def parse_form(view: Mapping[str, Any]) -> NameOwners | FormProblems:
    """What the submitted form says."""
    values = view["state"]["values"]
    opened = json.loads(view["private_metadata"])
    link = clean(state_value(values, BlockId.CRM_LINK) or "").value or None
    if link is not None and not _is_link(link):
        return FormProblems({BlockId.CRM_LINK: "account-error-link"})
    return NameOwners(
        account_id=int(opened["id"]),
        version=int(opened["version"]),
        sales_owner=state_value(values, BlockId.SALES_OWNER),
        marketing_owner=state_value(values, BlockId.MARKETING_OWNER),
        crm_url=link,
    )


def parse_pair(value: str) -> tuple[int, int]:
    """The account to keep and the one to merge, as `pair_value` wrote them."""
    kept_id, _, merged_id = value.partition(":")
    return int(kept_id), int(merged_id)


def pair_value(kept_id: int, merged_id: int) -> str:
    """For a button's value."""
    return f"{kept_id}:{merged_id}"


def parse_merge(view: Mapping[str, Any]) -> MergeAccounts:
    """What the confirmed preview showed."""
    return MergeAccounts(*(int(each) for each in json.loads(view["private_metadata"])))


def merge_opened_on(shown: MergeAccounts) -> str:
    """What the preview remembers: both accounts and the versions it shows."""
    return json.dumps([shown.kept_id, shown.kept_version, shown.merged_id, shown.merged_version])


def opened_on(account_id: int, version: int) -> str:
    """What the form remembers: the account and the version it shows."""
    return json.dumps({"id": account_id, "version": version})


def _is_link(text: str) -> bool:
    """Whether Slack will take ``text`` as a button's address: one web address, nothing else."""
    if len(text) > _LONGEST_LINK or any(char.isspace() or char in '<>"|' for char in text):
        return False
    try:
        parts = urlsplit(text)
    except ValueError:
        return False
    return parts.scheme in {"http", "https"} and "." in (parts.hostname or "")
