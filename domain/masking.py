"""Masks for what identifies people: names, mail addresses and phone numbers, put on before texts leave the machine.

A mask reads ``[NAME_1]``. The same person has the same mask in all texts of one call, so that they still make sense,
and masks in the answer become what they stood for again. Company names are not masked: without them nothing could be
said.

Names are recognised by who is known (colleagues and contacts), by common given names in English and Spanish, and by
titles. Somebody unknown with an uncommon name and no title is not: masking makes leaks rarer, not impossible.
"""

import re
import unicodedata
from collections.abc import Iterable, Iterator
from itertools import pairwise
from typing import Any, Final

from domain.given_names import GIVEN_NAMES, MONTHS, PERHAPS_NAMES
from domain.names import fold
from domain.patterns import late

_UPPER: Final = "A-ZÁÀÂÄÉÈÊËÍÌÎÏÓÒÔÖÚÙÛÜÑÇ"
_LOWER: Final = "a-záàâäéèêëíìîïóòôöúùûüñçß"
#: A word that may be (part of) a name: no capital inside, so that HubSpot is none.
_CAPITAL: Final = rf"[{_UPPER}][{_LOWER}]+(?:['’-][{_UPPER}]?[{_LOWER}]+)*"
_SURNAMES: Final = rf"(?:[ \t]+(?:de la|de los|de|del|van|von|y)[ \t]+{_CAPITAL}|[ \t]+{_CAPITAL}){{1,2}}"
_SURNAMES_AFTER: Final = late(_SURNAMES)

#: What somebody typed that looks like one of our masks: masked itself, or it would come back as somebody's name.
_LIKE_A_MASK: Final = late(r"\[(?:NAME|MAIL|PHONE|TEXT)_\d+\]", re.IGNORECASE)
_MASK: Final = late(r"\[(NAME|MAIL|PHONE|TEXT)_(\d+)\]")
_MAIL: Final = late(
    r"[\w.+'’-]+\s?(?:@|\(at\)|\[at\]|\(arroba\)|\[arroba\])\s?[\w-]+(?:\s?(?:\.|\(dot\)|\[dot\]|\(punto\))\s?[\w-]+)+",
    re.IGNORECASE,
)
_MENTION: Final = late(r"<@[UW][A-Z0-9]+(?:\|[^<>]*)?>")
_PHONE: Final = late(r"(?<![\w.,/-])(?:\+|00)?\(?\d[\d \t().\u00a0–-]{5,}\d(?![\w%€$])")
#: A phone number that hangs on a word or an address, and one parted by slashes: no date has nine digits.
_GLUED_PHONE: Final = late(
    r"(?P<before>\b(?:tel|tlf|tfno|tfn|fono|phone|mobile|m[oó]vil|mob|cell?|fax|whatsapp|wsp|wa)|\b(?:wa|t)\.me/)"
    r"(?P<number>(?:\+|00)?\d[\d \t().\u00a0–-]{5,}\d)(?![\w%€$])",
    re.IGNORECASE,
)
_SLASHED_PHONE: Final = late(r"(?<![\w.,/-])(?:(?:\+|00)\d{1,3}[ /])?\d{2,4}(?:/\d{2,6}){1,4}(?![\w/%€$])")
_DATE: Final = late(r"(?:19|20)\d\d[-/.]\d\d?(?:[-/.]\d\d?)?(?!\d)|\d\d?[-/.]\d\d?[-/.](?:19|20)\d\d(?!\d)")
_SHORT_PHONE: Final = late(r"\d{3}[-.]\d{4}|\d{4}[ -]\d{4}|\d{2}[ -]\d{2}[ -]\d{2}[ -]\d{2}")
_YEARS: Final = late(r"(?:19|20)\d\d(?:[ –/-]+(?:19|20)\d\d)+")
_TITLE: Final = late(
    rf"\b(?:[Mm]rs?|[Mm]s|[Mm]iss|[Dd]ra?|[Ss]r(?:ta|a)?|[Dd]oña|[Dd]on|Dña|[Pp]rof|[Ll]ic|[Ii]ng)\b\.?[ \t]+"
    rf"(?P<name>{_CAPITAL}(?:{_SURNAMES})?)"
)
_INTRODUCED: Final = late(
    r"\b(?:[Mm]y name is|[Mm]e llamo|[Mm]i nombre es|[Aa]sk for|[Pp]regunta por|[Cc]ontacto?:|[Aa]ttn:?)[ \t]+"
    rf"(?P<name>{_CAPITAL}(?:{_SURNAMES})?)"
)
_WORD: Final = late(r"[^\W\d_]+(?:['’-][^\W\d_]+)*")
_DIGITS: Final = range(9, 16)
_NAMES: Final = GIVEN_NAMES | PERHAPS_NAMES | MONTHS
#: What stands before a word that is not the first of its sentence.
_IN_MIDST: Final = late(r"[^\W\d_][,;]?[ \t]+\Z|[,;][ \t]+\Z")
_MOST_WORDS: Final = 4
_SHORTEST_PART: Final = 3


class Masks:
    """The masks of one call. ``known`` are full names of people, as they are written."""

    def __init__(self, known: Iterable[str] = ()) -> None:
        self._full: set[tuple[str, ...]] = set()
        self._parts: set[str] = set()
        self.know(known)
        self._masks: dict[tuple[str, str], str] = {}
        self._values: dict[str, str] = {}

    def know(self, names: Iterable[str]) -> None:
        """These are names of people too."""
        for name in names:
            parts = _folded(name)
            if parts:
                self._full.add(tuple(parts[:_MOST_WORDS]))
                self._parts.update(part for part in parts if len(part) >= _SHORTEST_PART)

    @property
    def count(self) -> int:
        """How many different things are masked."""
        return len(self._values)

    def mask(self, text: str) -> str:
        """``text`` with a mask for everything that identifies somebody, without the letters that nobody sees."""
        text = self._each(_LIKE_A_MASK, "TEXT", visible(text))
        text = self._each(_MENTION, "NAME", text)
        text = self._each(_MAIL, "MAIL", text)
        text = _GLUED_PHONE.sub(lambda found: found["before"] + self._phone(found["number"]), text)
        text = _SLASHED_PHONE.sub(lambda found: self._phone(found.group()), text)
        text = _PHONE.sub(lambda found: self._phone(found.group()), text)
        return self._names(text)

    def unmask(self, text: str) -> str:
        """``text`` with what each mask stands for; a mask that was never given stays as it is."""
        return _MASK.sub(lambda found: self._values.get(found.group(), found.group()), text)

    def unmask_all(self, value: Any) -> Any:  # noqa: ANN401 - any JSON
        """The same for every string in a JSON value."""
        if isinstance(value, str):
            return self.unmask(value)
        if isinstance(value, list):
            return [self.unmask_all(each) for each in value]
        if isinstance(value, dict):
            return {name: self.unmask_all(each) for name, each in value.items()}
        return value

    def _each(self, pattern: re.Pattern[str], kind: str, text: str) -> str:
        return pattern.sub(lambda found: self._for(kind, found.group()), text)

    def _for(self, kind: str, value: str) -> str:
        key = (kind, " ".join(fold(value).split()))
        if key not in self._masks:
            number = 1 + sum(1 for of_kind, _ in self._masks if of_kind == kind)
            self._masks[key] = mask = f"[{kind}_{number}]"
            self._values[mask] = value
        return self._masks[key]

    def _phone(self, found: str) -> str:
        if _DATE.match(found) or _YEARS.fullmatch(found.strip()):
            return found
        digits = sum(char.isdigit() for char in found)
        is_long = digits in _DIGITS or (found.startswith(("+", "00")) and digits in range(7, 16))
        return self._for("PHONE", found) if is_long or _SHORT_PHONE.fullmatch(found) else found

    def _names(self, text: str) -> str:
        spans: list[tuple[int, int]] = []
        for start, end in sorted((*_titled(text), *self._known(text), *_given(text)), key=_longest_first):
            if not spans or start >= spans[-1][1]:
                spans.append((start, end))
        made, at = "", 0
        for start, end in spans:
            made += text[at:start] + self._for("NAME", text[start:end])
            at = end
        return made + text[at:]

    def _known(self, text: str) -> Iterator[tuple[int, int]]:
        words = [(found, fold(found.group())) for found in _WORD.finditer(text) if not _in_a_mask(text, found)]
        for at, (first, folded) in enumerate(words):
            for length in range(min(_MOST_WORDS, len(words) - at), 0, -1):
                run = words[at : at + length]
                if tuple(word for _, word in run) in self._full and _is_one_run(text, [found for found, _ in run]):
                    yield first.start(), run[-1][0].end()
                    break
            else:
                # Of a name in two parts one is enough, with its capital.
                if folded in self._parts and first.group()[0].isupper():
                    yield first.span()


def candidates(text: str) -> frozenset[str]:
    """Runs of two to four words, each with a capital: what may be the full name of a contact."""
    text = visible(text)
    words = [found for found in _WORD.finditer(text) if found.group()[0].isupper()]
    runs = (words[at : at + length] for at in range(len(words)) for length in range(2, _MOST_WORDS + 1))
    return frozenset(text[run[0].start() : run[-1].end()] for run in runs if len(run) > 1 and _is_one_run(text, run))


def visible(text: str) -> str:
    """``text`` without characters of no width: one of them inside a name or a number would hide it from us."""
    return text if text.isascii() else "".join(each for each in text if unicodedata.category(each) != "Cf")


def _folded(name: str) -> list[str]:
    return [fold(found.group()) for found in _WORD.finditer(name)]


def _longest_first(span: tuple[int, int]) -> tuple[int, int]:
    return span[0], -span[1]


def _titled(text: str) -> Iterator[tuple[int, int]]:
    for pattern in (_TITLE, _INTRODUCED):
        for found in pattern.finditer(text):
            yield found.span("name")


def _given(text: str) -> Iterator[tuple[int, int]]:
    for found in _WORD.finditer(text):
        word = fold(found.group())
        if _in_a_mask(text, found) or word not in _NAMES:
            continue
        has_capital = found.group()[0].isupper()
        surnames = _SURNAMES_AFTER.match(text, found.end()) if has_capital else None
        if surnames is not None:
            yield found.start(), surnames.end()
        elif word in GIVEN_NAMES or (
            word in PERHAPS_NAMES and has_capital and _IN_MIDST.search(text, max(0, found.start() - 4), found.start())
        ):
            yield found.span()


def _is_one_run(text: str, words: list[re.Match[str]]) -> bool:
    pairs = pairwise(words)
    return all(not text[before.end() : after.start()].strip(" \t.,") for before, after in pairs)


def _in_a_mask(text: str, word: re.Match[str]) -> bool:
    return text[word.start() - 1 : word.start()] == "[" and _MASK.match(text, word.start() - 1) is not None
