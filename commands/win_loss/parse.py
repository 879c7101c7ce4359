"""From a payload to what the person wants, or to the reason why it cannot be, with what they typed kept."""

import json
from collections.abc import Mapping
from dataclasses import asdict, replace
from typing import Any, Final, Literal

from commands.blocks import PLAIN_INPUT, clip
from commands.openers import Evidence
from commands.subwords import SubWords, split_word
from commands.win_loss.list_words import ShowList, read_list
from domain.recognition import ACCOUNT_NAME_LIMIT
from domain.review_line import ReviewLine, read_review
from domain.taxonomy import DealOutcome, Perspective
from domain.text import clean
from domain.values import frozen

WORDS: Final = SubWords(
    {
        "list": ("list", "lista", "listar"),
        "mine": ("mine", "mias", "mis"),
        "deal": ("deal", "oportunidad", "negocio"),
        "due": ("due", "pendientes", "pendiente"),
        "close": ("close", "cerrar", "cierra"),
        "reopen": ("reopen", "reabrir", "reabre"),
        "help": ("help", "ayuda"),
        "log": ("log", "new", "review", "nueva", "nuevo", "anotar", "registrar"),
    }
)
#: A word that is neither of ours nor says how a deal ended may be a company: longer ones are no mistyped sub-word.
_LONGEST_WORD: Final = 80


#: A review that was not logged from a message or channel.
NOWHERE: Final = Evidence()


@frozen
class ReviewFields:
    """All that a person may say of a deal's end. Codes are those of `domain.taxonomy`; ``None`` is not said.

    ``typed`` is the whole line that it came from. What it is about: a deal, else an account, else a name.
    """

    outcome: DealOutcome | None = None
    primary: str | None = None
    contributing: tuple[str, ...] = ()
    competitor: str | None = None
    swung_it: str | None = None
    buyer_words: str | None = None
    helpful_content: str | None = None
    lesson: str | None = None
    perspective: Perspective | None = None
    deal_id: int | None = None
    account_id: int | None = None
    account_name: str | None = None
    typed: str | None = None


@frozen
class Opened:
    """What a form remembers of how it was opened.

    With ``review_id`` it changes that review, seen at ``version``. ``keeps`` names long texts that stay as they are;
    ``turns`` counts how often the subject was chosen anew, so that what it proposes is shown. ``kept_text`` is the id
    of a kept text that was too long for the field of the buyer's words; ``began_in`` the view that it goes on with.
    """

    origin: Evidence = NOWHERE
    review_id: int | None = None
    version: int = 0
    response_url: str | None = None
    keeps: tuple[str, ...] = ()
    turns: int = 0
    kept_text: int | None = None
    began_in: str | None = None

    def packed(self) -> str:
        """As a view keeps it."""
        said = {name: value for name, value in asdict(self).items() if value}
        said["origin"] = {name: value for name, value in asdict(self.origin).items() if value}
        return json.dumps(said)

    @classmethod
    def unpacked(cls, text: str | None) -> "Opened":
        """As it was packed."""
        said = json.loads(text or "{}")
        origin = Evidence(**said.pop("origin", {}))
        return replace(cls(**{**said, "keeps": tuple(said.get("keeps", ()))}), origin=origin)


@frozen
class RecordReview:
    """Store this review. ``removed``: characters that no database takes, left out.

    ``kept_text`` is the id of a kept text that is the buyer's words: too long for a form.
    """

    fields: ReviewFields
    origin: Evidence = NOWHERE
    removed: int = 0
    kept_text: int | None = None


@frozen
class ReviseReview:
    """Replace what was said. The texts named in ``keeps`` stay: they were too long for the form."""

    review_id: int
    version: int
    fields: ReviewFields
    keeps: tuple[str, ...] = ()
    response_url: str | None = None


@frozen
class OpenForm:
    """Show the form, for ``name`` when one was typed."""

    name: str | None = None


@frozen
class UnderstoodLine:
    """A line that tells of a deal: stored at once when it says enough, else the form with all that was typed."""

    line: ReviewLine
    typed: str
    removed: int
    origin: Evidence


@frozen
class ShowDeal:
    """A deal's page; an empty name asks for one."""

    name: str


@frozen
class AboutRequests:
    """What reviews are due, or a deal that closed or opened again: ``rest`` is what followed the word."""

    word: Literal["due", "close", "reopen"]
    rest: str


@frozen
class ShowHelp:
    """Say what the command can do."""


@frozen
class UnclearWord:
    """One word alone that is like a known one (``nearest``), yet may be a company's name."""

    typed: str
    nearest: str


CommandIntent = OpenForm | UnderstoodLine | ShowList | ShowDeal | AboutRequests | ShowHelp | UnclearWord


def parse_command(text: str, channel: str | None) -> CommandIntent:
    """What ``/winloss <text>`` asks for. Any other sentence tells of a deal."""
    cleaned = clean(text)
    typed = cleaned.value
    if not typed:
        return OpenForm()
    word, rest = split_word(typed)
    match WORDS.meaning(word):
        case "list":
            return read_list(rest)
        case "deal" if rest or word == typed:
            return ShowDeal(rest)
        case "due" | "close" | "reopen" as meaning if meaning != "due" or not rest:
            return AboutRequests(meaning, rest)
        case "mine" if not rest:
            return ShowList(mine=True)
        case "help" if not rest:
            return ShowHelp()
        case "log" if not rest:
            return OpenForm()
    return _about_a_deal(typed, cleaned.removed, channel)


def _about_a_deal(typed: str, removed: int, channel: str | None) -> OpenForm | UnderstoodLine | UnclearWord:
    if typed.endswith(":") and len(typed) <= ACCOUNT_NAME_LIMIT:
        return OpenForm(typed.rstrip(": ") or None)
    line = read_review(typed)
    says_nothing = line.outcome is None and not line.contradicts and line.account_name is None
    if says_nothing and len(typed) <= ACCOUNT_NAME_LIMIT and "\n" not in typed:
        nearest = WORDS.nearest(typed) if " " not in typed and len(typed) <= _LONGEST_WORD else None
        return UnclearWord(typed, nearest) if nearest is not None else OpenForm(typed)
    return UnderstoodLine(line, typed, removed, Evidence(channel))


def parse_message(text: str) -> ReviewFields:
    """What a message says, to begin a form with: as the buyer's words, as far as a field takes them."""
    words = clean(text).value
    fields = fields_of(read_review(words))
    return replace(fields, buyer_words=clip(words, PLAIN_INPUT) or None, swung_it=None)


def fields_of(line: ReviewLine, typed: str | None = None) -> ReviewFields:
    """What was understood of a line, as the form and the record take it."""
    return ReviewFields(
        outcome=line.outcome,
        primary=line.primary and line.primary.value,
        contributing=tuple(reason.value for reason in line.contributing),
        competitor=line.competitor,
        swung_it=line.swung_it,
        buyer_words=line.buyer_words,
        helpful_content=line.helpful_content,
        lesson=line.lesson,
        account_name=line.account_name,
        typed=typed,
    )


def parse_reference(value: str) -> tuple[int, int]:
    """The record's id and version from a button's value, ``id:version``."""
    record_id, _, version = value.partition(":")
    return int(record_id), int(version or 0)


def value_of(payload: Mapping[str, Any]) -> str:
    """What a pressed button or a chosen option carries."""
    return str(payload.get("value") or (payload.get("selected_option") or {}).get("value") or "")
