"""From `/digest`, its form and its button to what the person wants."""

import json
from collections.abc import Collection, Mapping
from dataclasses import field
from typing import Any, Final

from commands.blocks import state_value
from commands.i18n import LOCALES
from commands.ids import BlockId
from commands.pickers import chosen_options
from commands.subwords import SubWords, split_word
from domain.digest_scope import AccountChoice, Scope, Section, sections_read
from domain.places import find_zone
from domain.text import clean
from domain.values import frozen
from domain.weekly_words import WeeklyWords, parse_weekly
from domain.weeks import Period, PeriodKind, WeeklySlot, period

WORDS: Final = SubWords(
    {
        "preview": ("preview", "show", "vista", "previsualizar", "ver", "muestra"),
        "now": ("now", "post", "ahora", "ya", "publicar", "publica"),
        "schedule": ("schedule", "plan", "programar", "programa", "horario"),
        "resend": ("resend", "repost", "reenviar", "reenvia", "republicar"),
        "stop": ("stop", "off", "parar", "para", "desactivar", "cancelar", "quitar"),
        "help": ("help", "status", "ayuda", "estado"),
    }
)
_OFF: Final = SubWords({"off": ("off", "stop", "none", "no", "nunca", "parar", "desactivar", "cancelar", "quitar")})
_MONTH: Final = SubWords({"month": ("month", "monthly", "mes", "mensual")})
_TAILS: Final = {"preview": {"previa"}, "now": {"mismo"}}
#: What may be asked of a month as well as of a week.
_OF_A_MONTH: Final = frozenset({"preview", "now", "resend"})


@frozen
class ShowStanding:
    """Say what is scheduled and what the command can do."""


@frozen
class PreviewDigest:
    """Show me alone what would be posted."""

    kind: PeriodKind = PeriodKind.WEEKLY


@frozen
class OpenScheduleForm:
    """Ask when the digests are to come; ``wanted`` is what was typed of it already."""

    wanted: WeeklyWords = field(default_factory=WeeklyWords)


@frozen
class PostDigest:
    """Post a digest to ``channel``. With ``period`` and ``attempt`` it is that week's or month's posted anew."""

    channel: str
    kind: PeriodKind = PeriodKind.WEEKLY
    period: Period | None = None
    attempt: int | None = None


@frozen
class ResendDigest:
    """Post the last digest of ``channel`` again, if it is gone from there."""

    channel: str
    kind: PeriodKind = PeriodKind.WEEKLY


@frozen
class StopDigest:
    """No more digests in ``channel``."""

    channel: str


@frozen
class ScheduleDigest:
    """Digests of ``kinds`` come to ``channel`` at ``slot``, in the language ``locale``, about what ``scope`` says.

    ``seen_version`` is that of the channel's schedule that the person was shown, 0 when they were shown none.
    """

    channel: str
    slot: WeeklySlot
    locale: str
    scope: Scope = field(default_factory=Scope)
    kinds: frozenset[PeriodKind] = frozenset({PeriodKind.WEEKLY})
    seen_version: int = 0


@frozen
class UnclearWord:
    """What was typed, and the known word most like it."""

    typed: str
    nearest: str | None


CommandIntent = ShowStanding | PreviewDigest | OpenScheduleForm | PostDigest | ResendDigest | StopDigest | UnclearWord


@frozen
class Problem:
    """Why a field cannot be taken: a text key and what goes into the text."""

    key: str
    args: Mapping[str, str]


@frozen
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
    kind = _kind(meaning, rest)
    if meaning is None or kind is None:
        return UnclearWord(typed, WORDS.nearest(word) if meaning is None else word)
    intents: Mapping[str, CommandIntent] = {
        "preview": PreviewDigest(kind),
        "now": PostDigest(channel, kind),
        "resend": ResendDigest(channel, kind),
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
    kinds = frozenset(PeriodKind(kind) for kind in chosen_options(values, BlockId.DIGEST_KINDS))
    sections = sections_read(" ".join(chosen_options(values, BlockId.SECTIONS)))
    if not kinds:
        errors[BlockId.DIGEST_KINDS] = Problem("digest-error-no-kind", {})
    if not (sections - {Section.PIPELINE} if PeriodKind.WEEKLY in kinds else sections):
        errors[BlockId.SECTIONS] = Problem("digest-error-no-section", {})
    if errors or channel is None or weekday is None or minute is None or locale is None or guess.zone is None:
        return FormProblems(errors)
    scope = Scope(frozenset(Section) - sections, AccountChoice.read(state_value(values, BlockId.ACCOUNTS) or ""))
    slot = WeeklySlot(int(weekday), minute, guess.zone)
    return ScheduleDigest(channel, slot, locale, scope, kinds, _seen(view.get("private_metadata"), channel))


def shown_value(channel: str, version: int) -> str:
    """What the form keeps to itself: of which channel's schedule it shows which version."""
    return json.dumps({"channel": channel, "version": version})


def again_value(channel: str, about: Period, attempt: int) -> str:
    """What the button *Post again* carries."""
    which = {"kind": about.kind.value, "year": about.year, "number": about.number}
    return json.dumps({"channel": channel, **which, "attempt": attempt})


def parse_again(value: str) -> PostDigest:
    """What a pressed *Post again* asks for: that attempt and no other, so that a double press posts once."""
    asked = json.loads(value)
    # One that was posted before months could be asked for says the week alone.
    kind = PeriodKind(asked.get("kind", PeriodKind.WEEKLY))
    about = period(kind, int(asked["year"]), int(asked["number"] if "number" in asked else asked["week"]))
    return PostDigest(str(asked["channel"]), kind, about, int(asked["attempt"]))


_NO_ZONE: Final = Problem("digest-error-zone", {})


def _kind(meaning: str | None, rest: str) -> PeriodKind | None:
    """Which digest the words after a sub-word ask for; nothing when they mean nothing there."""
    words = [word for word in rest.split() if word.casefold() not in _TAILS.get(meaning or "", ())]
    if not words:
        return PeriodKind.WEEKLY
    is_month = len(words) == 1 and meaning in _OF_A_MONTH and _MONTH.meaning(words[0]) == "month"
    return PeriodKind.MONTHLY if is_month else None


def _seen(metadata: str | None, channel: str) -> int:
    shown = json.loads(metadata or "{}")
    return int(shown["version"]) if shown.get("channel") == channel else 0


def _minute(time: str) -> int | None:
    hours, colon, minutes = time.partition(":")
    if not (colon and hours.isdigit() and minutes.isdigit()):
        return None
    minute = int(hours) * 60 + int(minutes)
    return minute if minute < 24 * 60 else None
