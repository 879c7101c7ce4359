"""From `/digest`, its form and its button to what the person wants."""

import json
from collections.abc import Collection, Mapping
from dataclasses import dataclass, field
from typing import Any, Final

from commands.blocks import state_value
from commands.i18n import LOCALES
from commands.ids import BlockId
from commands.subwords import SubWords, split_word
from domain.places import find_zone
from domain.text import clean
from domain.weekly_words import WeeklyWords, parse_weekly
from domain.weeks import IsoWeek, WeeklySlot

WORDS: Final = SubWords(
    {
        "preview": ("preview", "show", "vista", "previsualizar", "ver", "muestra"),
        "now": ("now", "post", "ahora", "ya", "publicar", "publica"),
        "schedule": ("schedule", "plan", "programar", "programa", "horario"),
        "stop": ("stop", "off", "parar", "para", "desactivar", "cancelar", "quitar"),
        "help": ("help", "status", "ayuda", "estado"),
    }
)
_OFF: Final = SubWords({"off": ("off", "stop", "none", "no", "nunca", "parar", "desactivar", "cancelar", "quitar")})
_TAILS: Final = {"preview": {"", "previa"}, "now": {"", "mismo"}, "schedule": {""}, "stop": {""}, "help": {""}}


@dataclass(frozen=True, slots=True)
class ShowStanding:
    """Say what is scheduled and what the command can do."""


@dataclass(frozen=True, slots=True)
class PreviewDigest:
    """Show me alone what would be posted."""


@dataclass(frozen=True, slots=True)
class OpenScheduleForm:
    """Ask when the digest is to come; ``wanted`` is what was typed of it already."""

    wanted: WeeklyWords = field(default_factory=WeeklyWords)


@dataclass(frozen=True, slots=True)
class PostDigest:
    """Post the digest to ``channel``. With ``week`` and ``attempt`` it is that week's digest posted anew."""

    channel: str
    week: IsoWeek | None = None
    attempt: int | None = None


@dataclass(frozen=True, slots=True)
class StopDigest:
    """No more digests in ``channel``."""

    channel: str


@dataclass(frozen=True, slots=True)
class ScheduleDigest:
    """The digest comes to ``channel`` at ``slot``, in the language ``locale``."""

    channel: str
    slot: WeeklySlot
    locale: str


@dataclass(frozen=True, slots=True)
class UnclearWord:
    """What was typed, and the known word most like it."""

    typed: str
    nearest: str | None


CommandIntent = ShowStanding | PreviewDigest | OpenScheduleForm | PostDigest | StopDigest | UnclearWord


@dataclass(frozen=True, slots=True)
class Problem:
    """Why a field cannot be taken: a text key and what goes into the text."""

    key: str
    args: Mapping[str, str]


@dataclass(frozen=True, slots=True)
class FormProblems:
    """A problem for each block that has one. Slack keeps the form open with all that was typed."""

    errors: Mapping[BlockId, Problem]


def parse_command(text: str, channel: str) -> CommandIntent:
    """What ``/digest <text>`` asks for in ``channel``, in either language."""
    typed = clean(text).value
    if not typed:
        return ShowStanding()
    word, rest = split_word(typed)
    meaning = WORDS.meaning(word)
    if meaning == "schedule" and _OFF.meaning(rest) == "off":
        return StopDigest(channel)
    if meaning == "schedule" and rest:
        wanted = parse_weekly(rest)
        return UnclearWord(typed, word) if wanted is None else OpenScheduleForm(wanted)
    if meaning is None or rest.casefold() not in _TAILS[meaning]:
        return UnclearWord(typed, WORDS.nearest(word) if meaning is None else word)
    intents: Mapping[str, CommandIntent] = {
        "preview": PreviewDigest(),
        "now": PostDigest(channel),
        "schedule": OpenScheduleForm(),
        "stop": StopDigest(channel),
        "help": ShowStanding(),
    }
    return intents[meaning]


def parse_form(view: Mapping[str, Any], zones: Collection[str]) -> ScheduleDigest | FormProblems:
    """What a submitted schedule form says. ``zones`` are the IANA zones there are."""
    values = view["state"]["values"]
    errors: dict[BlockId, Problem] = {}
    channel, weekday = state_value(values, BlockId.CHANNEL), state_value(values, BlockId.WEEKDAY)
    minute = _minute(state_value(values, BlockId.TIME) or "")
    locale = state_value(values, BlockId.LANGUAGE)
    typed_zone = clean(state_value(values, BlockId.ZONE) or "").value
    guess = find_zone(typed_zone, zones)
    if channel is None:
        errors[BlockId.CHANNEL] = Problem("digest-error-no-channel", {})
    if weekday not in {str(day) for day in range(7)}:
        errors[BlockId.WEEKDAY] = Problem("digest-error-no-weekday", {})
    if minute is None:
        errors[BlockId.TIME] = Problem("digest-error-no-time", {})
    if locale not in LOCALES:
        errors[BlockId.LANGUAGE] = Problem("digest-error-no-language", {})
    if guess.zone is None:
        near = ", ".join(guess.nearest)
        errors[BlockId.ZONE] = Problem("digest-error-zone-near", {"near": near}) if near else _NO_ZONE
    if errors or channel is None or weekday is None or minute is None or locale is None or guess.zone is None:
        return FormProblems(errors)
    return ScheduleDigest(channel, WeeklySlot(int(weekday), minute, guess.zone), locale)


def again_value(channel: str, week: IsoWeek, attempt: int) -> str:
    """What the button *Post again* carries."""
    return json.dumps({"channel": channel, "year": week.year, "week": week.week, "attempt": attempt})


def parse_again(value: str) -> PostDigest:
    """What a pressed *Post again* asks for: that attempt and no other, so that a double press posts once."""
    asked = json.loads(value)
    return PostDigest(str(asked["channel"]), IsoWeek(int(asked["year"]), int(asked["week"])), int(asked["attempt"]))


_NO_ZONE: Final = Problem("digest-error-zone", {})


def _minute(time: str) -> int | None:
    hours, colon, minutes = time.partition(":")
    if not (colon and hours.isdigit() and minutes.isdigit()):
        return None
    minute = int(hours) * 60 + int(minutes)
    return minute if minute < 24 * 60 else None
