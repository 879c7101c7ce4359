"""From `/leadquality …` and its form to what the person wants, or to why it cannot be, with what they typed kept."""

import json
from collections.abc import Mapping
from dataclasses import asdict, field, replace
from typing import Any, Final, Literal

from commands.blocks import state_value
from commands.ids import BlockId
from commands.named import Named, named_in
from commands.openers import Evidence
from commands.pickers import chosen_day
from commands.subwords import SubWords, split_word
from domain.lead_quality import Said
from domain.rating_line import RatingLine, read_line
from domain.taxonomy import Grade, ReturnReason
from domain.text import clean
from domain.values import frozen

WORDS: Final = SubWords(
    {
        "sources": ("sources", "source", "origenes", "origen", "fuentes", "fuente"),
        "campaigns": ("campaigns", "campaign", "campanas", "campana"),
        "mine": ("mine", "mias", "mis"),
        "list": ("list", "lista", "listado"),
        "help": ("help", "ayuda"),
        "rate": ("rate", "new", "valorar", "evaluar", "calificar", "nueva"),
    }
)

By = Literal["sources", "campaigns"]
#: "sorces" alone is a mistyped word; with more words behind it, it is a lead.
_FEW: Final = 2


@frozen
class Fields:
    """What stands in the form so far; ``None`` is not said. ``goes_back``: a reason is asked for without a poor grade.

    ``keeps_note``: the note is too long for a field, and stays as it is stored.
    """

    lead: Named | None = None
    fit: Grade | None = None
    intent: Grade | None = None
    reason: ReturnReason | None = None
    note: str | None = None
    recycle_on: str | None = None
    goes_back: bool = False


@frozen
class Opened:
    """What the form remembers: where it was opened, what it was logged from, the rating that it changes.

    ``kept_text`` is the id of a stored text that is too long for the note's field; ``keeps_note`` that the note of the
    rating is. ``lead_id`` is set where the lead cannot be chosen; ``began_in`` where it goes on with another view.
    """

    evidence: Evidence = field(default_factory=Evidence)
    lead_id: int | None = None
    rating_id: int | None = None
    version: int | None = None
    response_url: str | None = None
    kept_text: int | None = None
    keeps_note: bool = False
    goes_back: bool = False
    began_in: str | None = None

    def packed(self) -> str:
        """For ``private_metadata``."""
        return json.dumps({key: value for key, value in asdict(self).items() if value})


@frozen
class OpenForm:
    """Show the form, with what was typed already."""

    line: RatingLine = field(default_factory=RatingLine)
    removed: int = 0


@frozen
class RateLine:
    """Store what one line says. ``removed``: characters that no database takes, left out."""

    line: RatingLine
    removed: int = 0


@frozen
class ShowQuality:
    """Quality by source or by campaign."""

    by: By


@frozen
class ShowMine:
    """What I rated."""


@frozen
class ShowList:
    """The latest ratings; of the leads that go by ``name``, when one was typed."""

    name: str | None = None


@frozen
class ShowHelp:
    """What the command can do."""


@frozen
class UnclearWord:
    """What was typed is near a sub-word, and says nothing of a lead."""

    typed: str
    nearest: str


CommandIntent = OpenForm | RateLine | ShowQuality | ShowMine | ShowList | ShowHelp | UnclearWord


@frozen
class SubmittedRating:
    """A form that can be taken: the lead is there or named, and both grades."""

    lead_id: int | None
    said: Said
    opened: Opened
    removed: int = 0
    new_lead: str | None = None


@frozen
class FormProblems:
    """What is wrong with a form: a text key for each block. Slack keeps the form open with all that was typed."""

    errors: Mapping[BlockId, str]


def parse_command(text: str) -> CommandIntent:
    """What ``/leadquality <text>`` asks for. Sub-words stand in front; any other line speaks of a lead."""
    cleaned = clean(text)
    typed = cleaned.value
    if not typed:
        return OpenForm()
    word, rest = split_word(typed)
    known = _sub_word(WORDS.meaning(word), rest)
    if known is not None:
        return known
    if WORDS.meaning(word) == "rate":
        typed = rest
    line = read_line(typed)
    if line.says_enough:
        return RateLine(line, cleaned.removed)
    nearest = WORDS.nearest(word)
    says_nothing = line.fit is None and line.intent is None and line.reason is None and line.note is None
    if nearest is not None and says_nothing and WORDS.meaning(word) is None and len(rest.split()) < _FEW:
        return UnclearWord(typed, nearest)
    return OpenForm(line, cleaned.removed)


def _sub_word(meaning: str | None, rest: str) -> CommandIntent | None:
    match meaning:
        case "sources" | "campaigns" if not rest:
            return ShowQuality(meaning)
        case "mine" if not rest:
            return ShowMine()
        case "list" if ":" not in rest:
            return ShowList(rest or None)
        case "help" if not rest:
            return ShowHelp()
        case "rate" if not rest:
            return OpenForm()
    return None


def parse_typed(text: str) -> RatingLine:
    """Take ``text`` for a lead, whatever it looks like."""
    return read_line(clean(text).value)


def parse_message(text: str) -> RatingLine:
    """What a message says of a lead: all of it is kept as the note, and a person looks over what was understood."""
    cleaned = clean(text).value
    return replace(read_line(cleaned), note=cleaned or None)


def parse_opened(view: Mapping[str, Any]) -> Opened:
    """What the form remembers."""
    kept = json.loads(view.get("private_metadata") or "{}")
    return Opened(**{**kept, "evidence": Evidence(**kept.get("evidence", {}))})


def parse_unfinished(view: Mapping[str, Any]) -> Fields:
    """What stands in a form that is still being filled in."""
    return _fields((view.get("state") or {}).get("values") or {}, parse_opened(view))[0]


def parse_form(view: Mapping[str, Any]) -> SubmittedRating | FormProblems:
    """What the submitted form says."""
    opened = parse_opened(view)
    fields, removed = _fields(view["state"]["values"], opened)
    errors: dict[BlockId, str] = {}
    lead_id = opened.lead_id or (fields.lead.id if fields.lead else None)
    new_lead = fields.lead.name if lead_id is None and fields.lead is not None else None
    if lead_id is None and new_lead is None:
        errors[BlockId.RATED_LEAD] = "rating-error-no-lead"
    if fields.fit is None:
        errors[BlockId.FIT] = "rating-error-no-grade"
    if fields.intent is None:
        errors[BlockId.INTENT] = "rating-error-no-grade"
    if errors or fields.fit is None or fields.intent is None:
        return FormProblems(errors)
    day = chosen_day(view["state"]["values"], BlockId.DAY)
    said = Said(fields.fit, fields.intent, fields.reason, fields.note, day)
    return SubmittedRating(lead_id, said, opened, removed, new_lead)


def parse_reference(value: str) -> tuple[int, int]:
    """The rating's id and version from a button's value, ``id:version``."""
    rating_id, _, version = value.partition(":")
    return int(rating_id), int(version or 0)


def _fields(values: Mapping[str, Any], opened: Opened) -> tuple[Fields, int]:
    note = clean(state_value(values, BlockId.NOTE) or "")
    fit, intent = state_value(values, BlockId.FIT), state_value(values, BlockId.INTENT)
    reason = state_value(values, BlockId.REASON)
    fields = Fields(
        lead=named_in(values, BlockId.RATED_LEAD),
        fit=Grade(fit) if fit else None,
        intent=Grade(intent) if intent else None,
        reason=ReturnReason(reason) if reason else None,
        note=note.value or None,
        recycle_on=state_value(values, BlockId.DAY),
        goes_back=opened.goes_back,
    )
    return fields, note.removed
