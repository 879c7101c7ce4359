"""What one typed line says: account, theme, competitor, and what is asked of marketing.

Plain word lists in English and Spanish, no model. Every guess is shown to the person, who may change it; nothing is
guessed from a single weak word. The theme with most words found wins; a tie is no theme.
"""

import re
from collections.abc import Iterator
from functools import cache
from typing import Final

from domain.names import fold, words_of
from domain.patterns import late
from domain.taxonomy import Ask, Theme
from domain.theme_words import THEME_WORDS
from domain.values import frozen

#: Longest name before the colon that is still taken for a company: "Acme: too expensive".
ACCOUNT_NAME_LIMIT: Final = 60


@cache
def _pattern_of(theme: Theme) -> re.Pattern[str]:
    # On first use: all of them are a fifth of what this room takes to load.
    return late(rf"\b(?:{'|'.join(THEME_WORDS[theme])})\b")


def _begins(words: str) -> Iterator[str]:
    """The first three letters, or the first word, of all that a pattern of words finds."""
    if not words.startswith("(?:"):
        yield words[:3].rstrip()
        return
    choices, _, rest = words.removeprefix("(?:").partition(")")
    yield from (choice[:3].rstrip() for choice in choices.split("|"))
    if rest.startswith("?"):
        yield from _begins(rest[1:])


#: A pattern is tried only where a word begins as it may: few do, and trying them all is half of reading a line.
_BEGINNINGS: Final = {
    theme: frozenset(start for words in patterns for start in _begins(words)) for theme, patterns in THEME_WORDS.items()
}

# "Need", "want", "ask for", and what people write to a colleague: "send me", "mándame", "envíenme", "pásame".
_REQUEST: Final = (
    r"\b(?:needs?|want|asks? for|send|necesit\w+|quier\w+|hace falta|pide[n]?"
    r"|(?:mand|envi|pas)(?:a|e|ad|en)(?:me|nos))\b.{0,40}\b"
)
_ASKS: Final = {
    Ask.PROOF: late(
        rf"{_REQUEST}"
        r"(?:proof|references?|case stud\w+|testimonials?|pruebas?|referencias?|casos? de exito|testimonios?)\b"
    ),
    Ask.CONTENT: late(
        rf"{_REQUEST}"
        r"(?:one[- ]?pager|deck|content|comparison|datasheet|whitepaper|video"
        r"|contenido|comparativa|ficha|presentacion|material)\b"
    ),
    Ask.ARGUMENT: late(
        r"\b(?:needs?|want|necesit\w+|hace falta)\b.{0,40}\b(?:arguments?|answer|reply|argumentos?|respuesta)\b"
        r"|\bwhat (?:do|should|can) (?:i|we) (?:say|answer)\b|\bque (?:les |le )?(?:digo|decimos|contesto|respondo)\b"
    ),
}

# A capitalised word is only taken for a competitor next to a word that compares.
# Bounded and possessive: where no name begins and ends, a search that tries every cut of a long paste takes minutes.
_NAME = r"(?P<name>[A-ZÁÉÍÓÚÑ][\w&.'’-]{0,40}+(?:\s[A-ZÁÉÍÓÚÑ][\w&.'’-]{0,40}+)?)"
# "A third cheaper", "30 % cheaper", "un tercio más barato": how far apart two prices are, told before which is lower.
_BY_HOW_MUCH: Final = (
    r"(?:(?:about|almost|around|still|even|casi|como|aún|todavía)\s)?"
    r"(?:an? (?:third|quarter|fifth|tenth|bit|little|good deal)|slightly|twice as|\d{1,3} ?(?:%|per ?cent|por ciento)|"
    r"un (?:tercio|cuarto|quinto|poco|\d{1,3} ?(?:%|por ciento)))"
)
_COMPETITORS: Final = (
    late(
        r"\b(?:than|vs\.?|versus|"
        r"(?:switch(?:ing)?|moved?|going|went|compared|comparing(?: us)?|comparison) (?:to|with)|"
        r"comparativa con|chose|already (?:use|have)|"
        rf"(?:más|menos) \w+ que|frente a|se van? con|eligieron|prefieren a|ya (?:usan|tienen))\s+{_NAME}"
    ),
    late(
        rf"(?<!\w){_NAME}\s+(?:is|are|was|costs?|es|son|les sale|sale|cuesta)\s+"
        rf"(?:{_BY_HOW_MUCH}\s+)?"
        r"(?:half|way|much|a lot|far|mucho|bastante|más|menos|(?:a )?(?:la )?mitad|"
        r"cheaper|better|less|simpler|faster|mejor)"
    ),
)
#: "They said: …": the last word before the colon tells that no company is named.
_REPORTING: Final = frozenset(
    [
        "asked",
        "cita",
        "comenta",
        "comentan",
        "dice",
        "dicen",
        "dijeron",
        "dijo",
        "objecion",
        "objection",
        "quote",
        "said",
        "say",
        "says",
        "told",
    ]
)
_NOT_NAMES: Final = frozenset(
    [
        "they",
        "we",
        "it",
        "he",
        "she",
        "i",
        "the",
        "this",
        "that",
        "their",
        "our",
        "price",
        "precio",
        "ellos",
        "nosotros",
        "el",
        "la",
        "esto",
        "su",
        "nuestro",
    ]
)


@frozen
class Recognised:
    """What was understood of a line. ``quote`` is what remains when the account's name in front is taken off."""

    quote: str
    account_name: str | None = None
    theme: Theme | None = None
    competitor: str | None = None
    ask: Ask = Ask.NONE


def recognise(text: str) -> Recognised:
    """Read one line such as ``Acme: they say HubSpot is cheaper``. ``text`` is already clean (`domain.text`)."""
    account_name, quote = split_account(text)
    return Recognised(
        quote=quote,
        account_name=account_name,
        theme=theme_of(quote),
        competitor=competitor_in(quote),
        ask=ask_in(quote),
    )


def split_account(text: str) -> tuple[str | None, str]:
    """Take a company's name off the front: at most `ACCOUNT_NAME_LIMIT` characters, then ``:`` and a blank.

    Links ("https://…") and times ("at 10:30") do not count; without a name the whole text is the quote.
    """
    name, colon, rest = text.partition(":")
    name, rest_trimmed = name.strip(), rest.strip()
    follows_blank = rest[:1].isspace() or rest_trimmed == rest == ""
    if not colon or not follows_blank or not name or not rest_trimmed:
        return None, text
    if len(name) > ACCOUNT_NAME_LIMIT or "\n" in name or not any(char.isalnum() for char in name):
        return None, text
    if fold(name).split()[-1] in _REPORTING:  # "They said: …" names nobody
        return None, rest_trimmed
    return name, rest_trimmed


def theme_of(quote: str) -> Theme | None:
    """The theme that most words point to; nothing when none or two lead."""
    folded = _folded(quote)
    beginnings = {word[:3] for word in words_of(folded)}
    possible = (theme for theme, begins in _BEGINNINGS.items() if not beginnings.isdisjoint(begins))
    found = {theme: count for theme in possible if (count := len(_pattern_of(theme).findall(folded)))}
    if not found:
        return None
    first, *others = sorted(found, key=lambda theme: found[theme], reverse=True)
    most, next_most = found[first], found[others[0]] if others else 0
    if most == next_most:
        # "HubSpot is cheaper": price is what is said, the competitor is only who it is said of.
        tied = {theme for theme, count in found.items() if count == most} - {Theme.COMPETITOR}
        if len(tied) > 1 and ask_in(quote) is Ask.PROOF:  # "no money, send me a case study"
            tied.discard(Theme.TRUST)
        if Theme.PRODUCT_GAP in tied:  # "no integration with SAP": it is missing, not hard to do
            tied.discard(Theme.IMPLEMENTATION)
        return tied.pop() if len(tied) == 1 else None
    return first


def competitor_in(quote: str) -> str | None:
    """The name that the buyer compares us with, if one stands where names are compared."""
    for pattern in _COMPETITORS:
        for match in pattern.finditer(quote):
            name = match["name"].rstrip(".'’-")
            if fold(name) not in _NOT_NAMES:
                return name
    return None


def ask_in(quote: str) -> Ask:
    """What the line asks marketing for, most demanding first."""
    folded = _folded(quote)
    return next((ask for ask, pattern in _ASKS.items() if pattern.search(folded)), Ask.NONE)


def _folded(quote: str) -> str:
    # Phones type a curly apostrophe: "don’t".
    return fold(quote).replace("’", "'")
