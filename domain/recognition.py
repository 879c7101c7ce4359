"""What one typed line says: account, theme, competitor, and what is asked of marketing.

Plain word lists in English and Spanish, no model. Every guess is shown to the person, who may change it; nothing is
guessed from a single weak word. The theme with most words found wins; a tie is no theme.
"""

import re
from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Final

from domain.names import fold
from domain.taxonomy import Ask, Theme

#: Longest name before the colon that is still taken for a company: "Acme: too expensive".
ACCOUNT_NAME_LIMIT: Final = 60

_THEME_WORDS: Final[Mapping[Theme, tuple[str, ...]]] = {
    Theme.PRICE: (
        r"expensive",
        r"cheap(?:er)?",
        r"pric(?:e|es|ey|ing)",
        r"overpriced",
        r"discount",
        r"costs? (?:too|more)",
        r"too much money",
        r"car[oa]s?",
        r"carisim[oa]",
        r"precios?",
        r"barat[oa]s?",
        r"descuento",
        r"cuesta (?:mucho|demasiado|mas)",
        r"sale mas caro",
    ),
    Theme.BUDGET: (
        r"budgets?",
        r"no money",
        r"out of money",
        r"funds?",
        r"spending freeze",
        r"presupuest\w*",
        r"sin dinero",
        r"no hay dinero",
        r"partida",
    ),
    Theme.AUTHORITY: (
        r"not my (?:call|decision)",
        r"my boss",
        r"the board",
        r"needs? approval",
        r"sign[- ]?off",
        r"decision maker",
        r"procurement decides",
        r"no decido",
        r"no depende de mi",
        r"mi jef[ea]",
        r"direccion lo (?:tiene|decide)",
        r"el comite",
        r"la junta",
        r"tiene que aprobar\w*",
    ),
    Theme.NEED: (
        r"(?:do not|don'?t|no) need",
        r"no use for",
        r"not relevant",
        r"no problem to solve",
        r"no lo necesit\w+",
        r"no necesit\w+",
        r"no nos hace falta",
        r"no les hace falta",
        r"no le ve\w* utilidad",
    ),
    Theme.TIMING: (
        r"not now",
        r"next (?:quarter|year|month)",
        r"too early",
        r"bad tim\w+",
        r"later this year",
        r"call (?:us|me) (?:back )?in",
        r"ahora no",
        r"no es el momento",
        r"(?:el )?(?:proximo|siguiente) (?:trimestre|ano|mes)",
        r"mas adelante",
        r"el ano que viene",
    ),
    Theme.STATUS_QUO: (
        r"happy with",
        r"works? fine",
        r"good enough",
        r"as (?:we|they) are",
        r"already have",
        r"why change",
        r"spreadsheets?",
        r"excel",
        r"est(?:an|amos|a) bien (?:asi|como)",
        r"ya ten(?:emos|ian|en)",
        r"nos vale",
        r"les vale",
        r"para que cambiar",
        r"contentos con",
    ),
    Theme.COMPETITOR: (
        r"competitors?",
        r"compared? (?:to|with)",
        r"switch(?:ing)? to",
        r"went with",
        r"going with",
        r"chose",
        r"rather have",
        r"competencia",
        r"competidor\w*",
        r"comparad\w+ con",
        r"se van? con",
        r"eligieron",
        r"prefieren a",
    ),
    Theme.PRODUCT_GAP: (
        r"miss(?:ing|es)",
        r"lacks?",
        r"does(?: not|n'?t) (?:support|have|do)",
        r"no (?:api|integration|mobile|sso) ?",
        r"features?",
        r"roadmap",
        r"falta(?:n)?(?: una)? (?:funcion\w*|integracion|api)",
        r"no (?:soporta|tiene|hace|permite)",
        r"funcionalidad\w*",
    ),
    Theme.TRUST: (
        r"never heard",
        r"who else",
        r"references?",
        r"case stud\w+",
        r"proof",
        r"trust",
        r"too small",
        r"risky",
        r"startup",
        r"track record",
        r"no (?:os|nos|los|les) conoc\w+",
        r"referencias",
        r"casos? de exito",
        r"pruebas",
        r"confianza",
        r"no se fian?",
        r"riesgo\w*",
    ),
    Theme.IMPLEMENTATION: (
        r"implement\w*",
        r"onboarding",
        r"migrat\w+",
        r"integrat\w+",
        r"rollout",
        r"too (?:hard|long|complex) to (?:set|roll|install)",
        r"implanta\w*",
        r"implementa\w*",
        r"migra(?:r|cion\w*)",
        r"integra(?:r|cion\w*)",
        r"puesta en marcha",
    ),
    Theme.SECURITY_LEGAL: (
        r"security",
        r"gdpr",
        r"soc ?2",
        r"iso ?27001",
        r"legal",
        r"compliance",
        r"data (?:protection|residency)",
        r"dpa",
        r"seguridad",
        r"rgpd",
        r"lopd\w*",
        r"cumplimiento",
        r"proteccion de datos",
        r"abogad\w+",
        r"juridic\w+",
    ),
    Theme.BRUSH_OFF: (
        r"send (?:me|us) (?:an? )?(?:e-?mail|info\w*)",
        r"not interested",
        r"no time (?:for|to)",
        r"busy",
        r"ghost\w*",
        r"hung up",
        r"mandame (?:un correo|info\w*)",
        r"enviame (?:un correo|info\w*)",
        r"no (?:me|nos|les) interesa",
        r"no tiene[n]? tiempo",
        r"no contesta\w*",
    ),
}
_THEMES: Final = {theme: re.compile(rf"\b(?:{'|'.join(words)})\b") for theme, words in _THEME_WORDS.items()}

_ASKS: Final = {
    Ask.PROOF: re.compile(
        r"\b(?:needs?|want|necesit\w+|quier\w+|hace falta|pide[n]?|asks? for)\b.{0,40}\b"
        r"(?:proof|references?|case stud\w+|testimonials?|pruebas?|referencias?|casos? de exito|testimonios?)\b"
    ),
    Ask.CONTENT: re.compile(
        r"\b(?:needs?|want|necesit\w+|quier\w+|hace falta|pide[n]?|asks? for)\b.{0,40}\b"
        r"(?:one[- ]?pager|deck|content|comparison|datasheet|whitepaper|video"
        r"|contenido|comparativa|ficha|presentacion|material)\b"
    ),
    Ask.ARGUMENT: re.compile(
        r"\b(?:needs?|want|necesit\w+|hace falta)\b.{0,40}\b(?:arguments?|answer|reply|argumentos?|respuesta)\b"
        r"|\bwhat (?:do|should|can) (?:i|we) (?:say|answer)\b|\bque (?:les |le )?(?:digo|decimos|contesto|respondo)\b"
    ),
}

# A capitalised word is only taken for a competitor next to a word that compares.
_NAME = r"(?P<name>[A-ZÁÉÍÓÚÑ][\w&.'’-]*(?:\s[A-ZÁÉÍÓÚÑ][\w&.'’-]*)?)"
_COMPETITORS: Final = (
    re.compile(
        rf"\b(?:than|vs\.?|versus|(?:switch(?:ing)?|moved?|going|went|compared) (?:to|with)|chose|already (?:use|have)|"
        rf"(?:más|menos) \w+ que|frente a|se van? con|eligieron|prefieren a|ya (?:usan|tienen))\s+{_NAME}"
    ),
    re.compile(
        rf"{_NAME}\s+(?:is|are|was|costs?|es|son|les sale|sale|cuesta)\s+"
        r"(?:half|way|much|a lot|far|mucho|bastante|más|menos|la mitad|cheaper|better|less|simpler|faster|mejor)"
    ),
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


@dataclass(frozen=True, slots=True)
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
    return name, rest_trimmed


def theme_of(quote: str) -> Theme | None:
    """The theme that most words point to; nothing when none or two lead."""
    folded = fold(quote)
    found = Counter({theme: len(pattern.findall(folded)) for theme, pattern in _THEMES.items()})
    (first, most), (_second, next_most) = found.most_common(2)
    if most == 0:
        return None
    if most == next_most:
        # "HubSpot is cheaper": price is what is said, the competitor is only who it is said of.
        tied = {theme for theme, count in found.items() if count == most}
        tied.discard(Theme.COMPETITOR)
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
    folded = fold(quote)
    return next((ask for ask, pattern in _ASKS.items() if pattern.search(folded)), Ask.NONE)
