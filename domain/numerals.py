"""Whole numbers as English and Spanish spell them: "two hundred and three", "doscientas tres", "veintitrés".

Read as the languages build them, so that no part of a longer number counts as a number of its own: who writes
"twenty-three" has said neither twenty nor three.
"""

import re
from collections.abc import Iterator
from decimal import Decimal
from typing import Final

from domain.names import fold

_TOKEN: Final = re.compile(r"\w+", re.UNICODE)
#: Words of both languages, folded. Those that have another meaning when they stand alone are in `_ARTICLES`.
_SPELLED: Final = {
    "one un uno una": 1, "two dos": 2, "three tres": 3, "four cuatro": 4, "five cinco": 5, "six seis": 6,
    "seven siete": 7, "eight ocho": 8, "nine nueve": 9, "ten diez": 10, "eleven once": 11, "twelve doce": 12,
    "thirteen trece": 13, "fourteen catorce": 14, "fifteen quince": 15, "sixteen dieciseis": 16,
    "seventeen diecisiete": 17, "eighteen dieciocho": 18, "nineteen diecinueve": 19, "twenty veinte": 20,
    "veintiun veintiuno veintiuna": 21, "veintidos": 22, "veintitres": 23, "veinticuatro": 24, "veinticinco": 25,
    "veintiseis": 26, "veintisiete": 27, "veintiocho": 28, "veintinueve": 29, "thirty treinta": 30,
    "forty cuarenta": 40, "fifty cincuenta": 50, "sixty sesenta": 60, "seventy setenta": 70, "eighty ochenta": 80,
    "ninety noventa": 90, "cien ciento": 100, "doscientos doscientas": 200, "trescientos trescientas": 300,
    "cuatrocientos cuatrocientas": 400, "quinientos quinientas": 500, "seiscientos seiscientas": 600,
    "setecientos setecientas": 700, "ochocientos ochocientas": 800, "novecientos novecientas": 900,
}  # fmt: skip
_ADDED: Final = {word: value for words, value in _SPELLED.items() for word in words.split()}
_ARTICLES: Final = frozenset({"one", "un", "uno", "una"})
_TEN, _TWENTY, _HUNDRED = 10, 20, 100
_THOUSAND: Final = frozenset({"thousand", "mil"})
_NUMERALS: Final = frozenset({*_ADDED, *_THOUSAND, "hundred"})
_JOINTS: Final = frozenset({"", "-", "\u2010", "\u2011"})
#: "once" is eleven in Madrid and one time in London.
_ELEVEN_OR_ONE: Final = "once"
#: Quantities that no query gives.
_VAGUE: Final = frozenset({
    "dozen", "dozens", "half", "double", "twice", "triple", "hundreds", "thousands", "million", "millions", "zero",
    "couple", "several", "third", "thirds", "nobody", "none", "docena", "docenas", "mitad", "doble", "cientos",
    "centenar", "centenares", "miles", "millar", "millares", "millon", "millones", "cero", "par", "varios", "varias",
    "tercio", "tercios", "nadie", "ningun", "ninguno", "ninguna",
})  # fmt: skip


class _Numeral:
    """One number while it is read, word after word."""

    def __init__(self) -> None:
        self.words: list[str] = []
        self._thousands = 0
        self._rest = 0
        #: What may still be added must be smaller.
        self._room = 1000

    @property
    def value(self) -> int:
        """What was read until now."""
        return self._thousands + self._rest

    def takes(self, word: str, joint: str) -> bool:
        """Read on; False when ``word``, which follows after ``joint``, begins another number."""
        if self.words and not self._joined(joint):
            return False
        if word in _THOUSAND:
            if self._thousands or joint not in _JOINTS:
                return False
            self._thousands, self._rest, self._room = (self._rest or 1) * 1000, 0, 1000
        elif word == "hundred":
            if self._rest >= _HUNDRED or (self._thousands and not self._rest) or joint not in _JOINTS:
                return False
            self._rest, self._room = (self._rest or 1) * _HUNDRED, _HUNDRED
        else:
            value = _ADDED[word]
            if value >= self._room:
                return False
            self._rest += value
            tens = value >= _TWENTY and value % _TEN == 0
            self._room = _HUNDRED if value >= _HUNDRED else _TEN if tens else 0
        self.words.append(word)
        return True

    def _joined(self, joint: str) -> bool:
        if joint == "and":
            return self.words[-1] == "hundred" or self.words[-1] in _THOUSAND
        return joint in _JOINTS or (joint == "y" and self._room == _TEN)


def is_numeral(word: str) -> bool:
    """Whether ``word``, folded, is a number or a part of one."""
    return word in _NUMERALS


def numerals_in(text: str) -> Iterator[frozenset[Decimal] | None]:
    """What each number spelled in ``text`` may mean; ``None`` for a quantity that is no number.

    "One" alone is no number: it is how both languages say "a".
    """
    numeral: _Numeral | None = None
    ended = 0
    for match in _TOKEN.finditer(text):
        word = fold(match[0])
        if word in _VAGUE:
            yield None
        if word not in _NUMERALS:
            continue
        joint = fold(text[ended : match.start()].strip())
        if numeral is not None and numeral.takes(word, joint):
            ended = match.end()
            continue
        if numeral is not None:
            yield from _meant(numeral)
        # "12 thousand" is not twelve, and nobody counted a thousand.
        if word in {*_THOUSAND, "hundred"} and text[: match.start()].rstrip()[-1:].isdigit():
            yield None
        numeral = _Numeral()
        numeral.takes(word, "")
        ended = match.end()
    if numeral is not None:
        yield from _meant(numeral)


def _meant(numeral: _Numeral) -> Iterator[frozenset[Decimal]]:
    if numeral.words == [_ELEVEN_OR_ONE]:
        yield frozenset({Decimal(1), Decimal(11)})
    elif len(numeral.words) > 1 or numeral.words[0] not in _ARTICLES:
        yield frozenset({Decimal(numeral.value)})
