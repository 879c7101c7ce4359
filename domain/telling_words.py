"""Texts as the words that tell something, folded and in their singular: for counting over thousands of them.

English and Spanish, roughly; who reads them is never shown these words, but how people wrote them.
"""

import codecs
import re
from collections.abc import Sequence
from functools import cache, lru_cache
from typing import Final, TypeAlias

from domain.names import folded

_SHORTEST: Final = 3
#: Words that are remembered: more than people use.
_MOST_WORDS: Final = 50_000
_LONGEST_WORD: Final = 40
_WORD: Final = re.compile(r"[^\W_]+")
#: Stand in no words: the one for what has to be looked at as a whole text, the other between two texts.
_ODD: Final = "\x02"
_BETWEEN: Final = "\x03"

#: Words that stand in any sentence, or in any sentence about selling; folded, in their singular.
_LITTLE: Final = """
about after again ahora algo alguien all also always and another any are asked ask asi aun aunque back because been
before being bien both but buyer buying cada call casi client cliente como con contra could cosa cuando customer
cual dan decir del demasiado desde despues dice dicen did does doing don done donde dos each ella ello ellos email
empresa entre era eran eso esta estan estar estas este esto estos even every fue fueron get gets give going got gran
had hacen hacer has hasta have hay here his how igual into its just know las les like llamada los luego make many
mas mejor meeting mes might mismo more most mucha mucho muy nada nadie need needed ningun not now nos nosotros note
nuestra nuestro nunca off once one only other otra otro our out over para parece pero person poco por porque puede
pueden que quien quiere quieren really reunion said same say saying see sea segun ser sido siempre since sin sobre
solo some something son sus still such take tal tambien tan tanto than that the their them then there these they
thing think this those three tiene tienen time toda todavia todo told too two una uno unos until use used user usan
usar usuario using very want was way well were what when where which who will with without would ya year you your
"""
_SAYS_LITTLE: Final = frozenset(_LITTLE.split())

#: Words of one text in their order, each folded and in its singular; "" in the place of one that says little.
Words: TypeAlias = Sequence[str]


def words_of(texts: Sequence[str]) -> list[Words]:
    """The telling words of each of ``texts``, folded and in their singular."""
    # No loop of ours over words: there are thousands of texts, and somebody waits for the digest.
    telling = _VOCABULARY.__getitem__
    return [list(map(telling, plain.split())) for plain in _plain(texts)]


def written_words(text: str) -> list[str]:
    """The words of ``text`` as they are written."""
    return _WORD.findall(text)


def plain_words(text: str) -> list[str]:
    """All words of ``text``, folded and in their singular, also those that say little."""
    return [singular(word) for word in _WORD.findall(folded(text))]


def singular(word: str) -> str:
    """A folded word in its singular, as far as its ending tells."""
    # Both languages, roughly: "licences" and "licencias" need not become one word, "integraciones" and its singular do.
    if len(word) > len("nes") + _SHORTEST and word.endswith("ones"):
        return word[:-2]
    return word[:-1] if len(word) > _SHORTEST and word.endswith("s") and not word.endswith("ss") else word


class _Vocabulary(dict[str, str]):
    """Folded words, each with its singular if it is telling, else "". Each is judged once, until there are too many.

    What is too long for a word is a paste, and not remembered.
    """

    def __missing__(self, word: str) -> str:
        if len(self) >= _MOST_WORDS:
            self.clear()
        one = singular(word)
        is_telling = len(one) >= _SHORTEST and one not in _SAYS_LITTLE and not one.isdecimal()
        telling = one if is_telling else ""
        if len(word) <= _LONGEST_WORD:
            self[word] = telling
        return telling


_VOCABULARY: Final = _Vocabulary()


def _plain(texts: Sequence[str]) -> list[str]:
    """The words of each of ``texts``, folded, with blanks between them."""
    if not texts:
        return []
    joined = _BETWEEN.join(texts)
    if joined.count(_BETWEEN) >= len(texts):
        joined = _BETWEEN.join(text.replace(_BETWEEN, " ") for text in texts)
    written = joined.encode("latin-1", _AS_LATIN).translate(_letters()).decode("latin-1")
    plain = written.split(_BETWEEN)
    if _ODD not in written:
        return plain
    return [_plain_one(text) if _ODD in each else each for text, each in zip(texts, plain, strict=True)]


def _plain_one(text: str) -> str:
    return " ".join(_WORD.findall(folded(text)))


@cache
def _letters() -> bytes:
    """What becomes of each byte of Latin-1: its letter or digit, folded; a blank; or `_ODD` if it becomes others."""
    table = [_letter(chr(code)) for code in range(256)]
    table[ord(_ODD)], table[ord(_BETWEEN)] = _ODD, _BETWEEN
    return "".join(table).encode("latin-1")


@lru_cache(maxsize=2048)
def _letter(char: str) -> str:
    """The letter or digit that ``char`` is alone, folded; a blank if it is none; `_ODD` if that needs its text."""
    made = folded(char)
    if len(made) == 1 and made <= "\xff" and _WORD.fullmatch(made):
        return made
    return " " if made and not _WORD.search(made) else _ODD


def _as_latin(error: UnicodeError) -> tuple[str, int]:
    # Quotation marks as people type them, dashes, emoji: for them alone no text is taken apart letter by letter.
    assert isinstance(error, UnicodeEncodeError)
    return "".join(map(_letter, error.object[error.start : error.end])), error.end


_AS_LATIN: Final = "lazo.as_latin"
codecs.register_error(_AS_LATIN, _as_latin)
