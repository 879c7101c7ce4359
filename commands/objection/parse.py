"""From a payload to what the person wants, or to the reason why it cannot be, with what they typed kept."""

import json
from collections.abc import Mapping
from typing import Any, Final

from commands.blocks import state_value
from commands.form_shape import BEGAN_IN
from commands.ids import BlockId
from commands.named import named_in
from commands.subwords import SubWords, split_word
from domain import recognition
from domain.own_themes import theme_code
from domain.taxonomy import Ask, BeliefSource, BuyingRole, Theme, Worked
from domain.text import clean
from domain.values import frozen

WORDS: Final = SubWords(
    {
        "search": ("search", "find", "buscar", "busca"),
        "top": ("top", "ranking"),
        "mine": ("mine", "mias", "mis"),
        "themes": ("themes", "temas"),
        "help": ("help", "ayuda"),
        "log": ("log", "new", "nueva", "anotar", "registrar"),
    }
)


@frozen
class ObjectionFields:
    """All that a person may say of an objection. Codes are those of `domain.taxonomy`; ``None`` is not said.

    The theme may be one of the workspace's own. A form may name its account, deal and lead by id, or ask for them to
    be made: `commands.objection.naming` settles that.
    """

    quote: str
    account_name: str | None = None
    theme: str | None = None
    competitor: str | None = None
    ask: Ask = Ask.NONE
    argument: str | None = None
    worked: Worked | None = None
    stage: str | None = None
    buying_role: BuyingRole | None = None
    belief_source: BeliefSource | None = None
    note: str | None = None
    account_id: int | None = None
    account_is_new: bool = False
    deal_id: int | None = None
    new_deal: str | None = None
    lead_id: int | None = None
    new_lead: str | None = None


@frozen
class Origin:
    """Where it was logged: the channel and, from a message, its permalink and who wrote it (Slack ids).

    ``response_url`` takes answers to the command that opened the form, while Slack lets it.
    """

    channel: str | None = None
    link: str | None = None
    author: str | None = None
    response_url: str | None = None


@frozen
class RecordObjection:
    """Store this objection. ``removed``: characters no database takes, left out. ``chosen``: a person set the theme.

    ``kept_text`` holds all of a quote that the form showed cut.
    """

    fields: ObjectionFields
    chosen: bool
    removed: int = 0
    origin: Origin = Origin()
    kept_text: int | None = None


@frozen
class ReviseObjection:
    """Replace what was said. Without a quote in ``fields`` the stored one stays: it was too long for the form."""

    objection_id: int
    version: int
    fields: ObjectionFields
    response_url: str | None = None


@frozen
class OpenForm:
    """Show the form; ``account_name`` is there already when only ``Acme:`` was typed."""

    account_name: str | None = None


@frozen
class ShowHelp:
    """Say what the command can do."""


@frozen
class ShowMine:
    """List what I logged."""


@frozen
class ShowTop:
    """List the themes heard most."""


@frozen
class ShowThemes:
    """List the workspace's own themes."""


@frozen
class SearchObjections:
    """Find objections by words; an empty query asks for one."""

    query: str


@frozen
class UnclearWord:
    """A single word that is neither a sub-word nor says anything of an objection."""

    typed: str
    nearest: str | None


#: A single "word" longer than this is no mistyped sub-word but something pasted: it is kept as an objection.
_LONGEST_WORD: Final = 80
#: "serch price list" is a mistyped search; with more words behind it, it is a sentence.
_SEARCH_WORDS: Final = 2

CommandIntent = OpenForm | ShowHelp | ShowMine | ShowTop | ShowThemes | SearchObjections | UnclearWord | RecordObjection

_ALONE: Final[Mapping[str, CommandIntent]] = {
    "top": ShowTop(),
    "mine": ShowMine(),
    "themes": ShowThemes(),
    "help": ShowHelp(),
    "log": OpenForm(),
}


@frozen
class FormProblems:
    """What is wrong with a form: a text key for each block. Slack keeps the form open with all that was typed."""

    errors: Mapping[BlockId, str]


def parse_command(text: str, channel: str | None) -> CommandIntent:
    """What ``/objection <text>`` asks for. Any sentence is an objection; sub-words stand alone (but ``search``)."""
    cleaned = clean(text)
    if not cleaned.value:
        return OpenForm()
    if cleaned.value.endswith(":") and len(cleaned.value) <= recognition.ACCOUNT_NAME_LIMIT:
        return OpenForm(cleaned.value.rstrip(": ") or None)
    word, rest = split_word(cleaned.value)
    meaning = WORDS.meaning(word)
    if meaning == "search":
        return SearchObjections(rest)
    if meaning is not None and not rest:
        return _ALONE[meaning]
    found = recognition.recognise(cleaned.value)
    if len(cleaned.value) <= _LONGEST_WORD:
        if not rest and found.theme is None:
            return UnclearWord(cleaned.value, WORDS.nearest(word))
        if found.account_name is None and len(rest.split()) <= _SEARCH_WORDS:
            nearest = WORDS.nearest(word)
            if _is_mistyped_search(word, nearest):
                return UnclearWord(cleaned.value, nearest)
    return _record(found, channel, cleaned.removed)


def _is_mistyped_search(word: str, nearest: str | None) -> bool:
    # The same first letter: "research" and "each" begin sentences.
    return nearest is not None and WORDS.meaning(nearest) == "search" and word[:1].casefold() == nearest[:1]


def record_line(text: str, channel: str | None) -> RecordObjection:
    """Take ``text``, already clean, for an objection, whatever it looks like."""
    return _record(recognition.recognise(text), channel, 0)


def parse_message(text: str) -> ObjectionFields:
    """What a message says, to begin a form with: all of it as the quote, and what it names.

    A person looks it over before anything is stored.
    """
    quote = clean(text).value
    found = recognition.recognise(quote)
    return ObjectionFields(
        quote=quote,
        account_name=found.account_name,
        theme=found.theme,
        competitor=found.competitor,
        ask=found.ask,
    )


def _record(found: recognition.Recognised, channel: str | None, removed: int) -> RecordObjection:
    fields = ObjectionFields(
        quote=found.quote,
        account_name=found.account_name,
        theme=found.theme,
        competitor=found.competitor,
        ask=found.ask,
    )
    return RecordObjection(fields, chosen=False, removed=removed, origin=Origin(channel))


def parse_form(view: Mapping[str, Any]) -> RecordObjection | ReviseObjection | FormProblems:
    """What a submitted form says: a new objection, or a revision when the form was opened by *Edit*."""
    values = view["state"]["values"]
    opened = json.loads(view.get("private_metadata") or "{}")
    removed = 0

    def typed(block: BlockId) -> str | None:
        nonlocal removed
        cleaned = clean(state_value(values, block) or "")
        removed += cleaned.removed
        return cleaned.value or None

    def code(block: BlockId) -> str | None:
        return state_value(values, block)

    account, deal, lead, competitor = (
        named_in(values, each) for each in (BlockId.ACCOUNT, BlockId.DEAL, BlockId.LEAD, BlockId.COMPETITOR)
    )
    typed(BlockId.ACCOUNT)  # for what is removed of it
    quote, note, theme = typed(BlockId.QUOTE), typed(BlockId.NOTE), code(BlockId.THEME)
    errors: dict[BlockId, str] = {}
    if quote is None and not opened.get("keeps_quote"):
        errors[BlockId.QUOTE] = "objection-error-no-quote"
    if theme == Theme.OTHER and note is None:
        errors[BlockId.NOTE] = "objection-error-other-needs-note"
    if errors:
        return FormProblems(errors)
    stage, role, worked, belief = (
        code(BlockId.STAGE),
        code(BlockId.BUYING_ROLE),
        code(BlockId.WORKED),
        code(BlockId.BELIEF_SOURCE),
    )
    fields = ObjectionFields(
        quote=quote or "",
        account_name=account.name if account is not None else None,
        theme=theme_code(theme) if theme else None,
        competitor=competitor.name if competitor is not None else None,
        ask=Ask(code(BlockId.ASK) or Ask.NONE),
        argument=typed(BlockId.ARGUMENT),
        worked=Worked(worked) if worked else None,
        stage=stage,
        buying_role=BuyingRole(role) if role else None,
        belief_source=BeliefSource(belief) if belief else None,
        note=note,
        account_id=account.id if account is not None else None,
        account_is_new=account is not None and account.create,
        deal_id=deal.id if deal is not None else None,
        new_deal=deal.name if deal is not None and deal.id is None else None,
        lead_id=lead.id if lead is not None else None,
        new_lead=lead.name if lead is not None and lead.id is None else None,
    )
    if "id" in opened:
        return ReviseObjection(int(opened["id"]), int(opened["version"]), fields, opened.get("response_url"))
    opened.pop("keeps_quote", None)
    opened.pop(BEGAN_IN, None)
    kept = opened.pop("kept_text", None)
    return RecordObjection(fields, chosen=True, removed=removed, origin=Origin(**opened), kept_text=kept)


def parse_reference(value: str) -> tuple[int, int]:
    """The record's id and version from a button's value, ``id:version``."""
    record_id, _, version = value.partition(":")
    return int(record_id), int(version)


def parse_suggested(value: str) -> tuple[int, str]:
    """The objection and the theme that was suggested for it, from the button's value, ``id:theme``."""
    objection_id, _, theme = value.partition(":")
    return int(objection_id), theme_code(theme)


def parse_theme_choice(action: Mapping[str, Any]) -> tuple[int, str]:
    """The objection and the theme that was chosen for it on its receipt."""
    earlier, _, theme = action["selected_option"]["value"].rpartition(":")
    # The id of the menu's block names the objection; on receipts of earlier versions each choice does.
    objection_id = earlier or action["block_id"].split(":")[1]
    return int(objection_id), theme_code(theme)
