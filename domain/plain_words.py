"""The words in which a machine may speak of records: those that claim nothing, and forms of what the records say.

A sentence that has a right number may still say "because", "rose" or "unhappy". Such words are without end, so what may
be said is listed instead: any other word must be one of the record's own, or a form of it.
"""

from collections.abc import Collection, Iterable
from itertools import pairwise
from typing import Final

from domain.names import folded
from domain.numerals import is_numeral
from domain.patterns import late

#: Folded, in English and Spanish: joints of a sentence ("Acme's" has two words), that somebody said or noted something,
#: and when.
_LISTED: Final = """
a about account accounts among an and are as at been being buyer buyers by came come comes companies company counted
counts customer customers day days deal deals did do during for from had has have heard here hear hears in into is it
its itself lead leads listed log logged mention mentioned mentions month named names note noted notes objection
objections of on or people quote quoted quotes raise raised raises reason reasons record recorded records s said say
saying says show showed shows source sources speak spoke stand stands tell tells that the their them theme themes
there these they this those time times to told was week weeks were what when where which who with wrote write writes
written
al algo anotaron anoto anotada anotadas ante asi aparece aparecen aparecio aparecieron aqui cita citan cita citaron
cliente clientes como compradora compradores comprador con cual cuales cuando cuenta cuentan cuentas de del dia dias
dice dicen dicho dijeron dijo donde e el ella ellas ellos empresa empresas en entre era eran es esa esas escribieron
escribio escrito ese eso esos esta estaba estaban estan estas este esto estos fue fueron fuente fuentes ha habia habian
habla hablan hablaron hablo han hay hubo la las le lead leads les lo los mencion menciona mencionan mencionaron menciono
mes motivo motivos muestra muestran nombra nombran nombraron nombro nota notas o objecion objeciones oportunidad
oportunidades oye oyen oyeron oyo para quien quienes que registra registran registro registros registrada
registradas sale salen salieron salio se sobre son su sus te tema temas tiene tienen tenia tu u un una unas uno unos
vez veces y
"""
PLAIN: Final = frozenset(_LISTED.split())
#: Of two words together neither claims what it may alone: "up 12" is a trend, "came up 12 times" is none.
_TOGETHER: Final = late(r"\b(came|come|comes) (?:up|in)\b")
#: In Spanish what follows it is a cause: only what the record says may.
_BECAUSE_OF: Final = "por"

#: Beginnings of words that are forms of one another, in both languages.
_FAMILIES: Final = (
    ("object", "objet", "objec"),
    ("argu",),
    ("won", "win", "gan"),
    ("lost", "lose", "losi", "loss", "perd", "pierd"),
    ("return", "devol", "devuel", "devuelt"),
    ("keep", "kept"),
    ("cumpl",),
    ("rate", "rati", "valor"),
)
#: A form of a word begins with as many letters as it, and ends otherwise in no more than these.
_BEGINNING: Final = 4
_ENDING: Final = 3


def beyond(sentence: str, *own: str) -> frozenset[str]:
    """The words of ``sentence`` that claim something and are no forms of words in ``own``; numbers are no words."""
    there = frozenset(_words(own))
    words = _TOGETHER.sub(r"\1", " ".join(_words([sentence]))).split()
    found = {word for word in words if not (word in PLAIN or is_numeral(word) or word.isdecimal())}
    caused = {following for word, following in pairwise(words) if word == _BECAUSE_OF}
    if all(_stands(each, there) for each in caused):
        found.discard(_BECAUSE_OF)
    return frozenset(word for word in found if not _stands(word, there))


def _stands(word: str, there: Collection[str]) -> bool:
    if word in there:
        return True
    family = next((each for each in _FAMILIES if word.startswith(each)), None)
    return any(_are_forms(word, other) or (family is not None and other.startswith(family)) for other in there)


def _are_forms(one: str, other: str) -> bool:
    shared = 0
    for mine, theirs in zip(one, other, strict=False):
        if mine != theirs:
            break
        shared += 1
    return shared >= _BEGINNING and max(len(one), len(other)) - shared <= _ENDING


def _words(texts: Iterable[str]) -> Iterable[str]:
    for text in texts:
        yield from "".join(char if char.isalnum() else " " for char in folded(text)).split()
