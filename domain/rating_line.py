"""What one typed line says of a lead's quality: which lead, fit and intent, a reason and a note.

``Norte S.A.: fit good, intent poor, no budget — they want it next year``, in English or Spanish. Plain patterns, no
model. Only a piece that is a grade or a reason and nothing else is taken out; all else stays in the note, word for
word, so that nothing typed is lost. A reason that is only part of a sentence is a guess, which is told apart.
"""

import re
import unicodedata
from functools import cache
from typing import Final

from domain.names import fold
from domain.patterns import late
from domain.taxonomy import Grade, ReturnReason
from domain.values import frozen

#: A lead's name is not longer than this; what is, is a note.
LONGEST_NAME: Final = 100

_GRADES: Final = {
    Grade.GOOD: r"(?:very good|good|strong|great|high|excellent|perfect|muy buen[oa]?|buen[oa]?|bien|alt[oa]|fuerte"
    r"|excelente|perfect[oa]|mucho)",
    Grade.PARTIAL: r"(?:partial|medium|fair|ok(?:ay)?|so-so|average|mixed|moderate|parcial|medi[oa]|regular|normal"
    r"|moderad[oa])",
    Grade.POOR: r"(?:very poor|poor|bad|weak|low|none|nil|mal[oa]?|baj[oa]|pobre|floj[oa]|debil|escas[oa]|poc[oa]"
    r"|nul[oa]|ningun[oa]?)",
}
_ANY_GRADE: Final = "|".join(f"(?P<{grade.value}>{words})" for grade, words in _GRADES.items())
_FIT: Final = r"(?:icp fit|fit|match|encaje|ajuste|perfil)"
_INTENT: Final = r"(?:buying intent|intent|interest|interes|intencion)"
#: "fits well", "encaja mal"; with a "no" before it, it is a reason for poor fit instead.
_FITS: Final = (
    r"(?<!\bno )(?<!\bnot )(?:fits?|encajan?) (?:muy |very |really )?"
    r"(?:(?P<good>well|perfectly|bien|perfectamente)|(?P<partial>partly|a medias)|(?P<poor>badly|poorly|mal|poco))"
)
_IS: Final = r"\s*(?:is|was|es|:|=|-)?\s*"
#: "fit good", "interés: bajo"; "good fit", "poco interés"; "no intent", "sin encaje"; "encaja bien".
_NAMED: Final = tuple(
    (dimension, late(rf"\b(?:{pattern})\b"))
    for dimension, words, *others in (("fit", _FIT, _FITS), ("intent", _INTENT))
    for pattern in (
        rf"{words}{_IS}(?:{_ANY_GRADE})",
        rf"(?:{_ANY_GRADE})\s+{words}",
        rf"(?P<poor>no|sin|without) {words}",
        *others,
    )
)
#: "good/poor": fit, then intent.
_BOTH: Final = late(
    r"(?P<first>[a-z-]+)\s*/\s*(?P<second>[a-z-]+)",
)
_ONE: Final = late(_ANY_GRADE)

_REASONS: Final = {
    ReturnReason.NOT_READY: r"not ready(?: yet)?|not now|too early|no(?: estan?)? listos?|todavia no|aun no"
    r"|ahora no|no es el momento|mas adelante",
    ReturnReason.BUDGET: r"(?:no|without|lacks?) (?:any )?(?:budget|money)|budget"
    r"|(?:no (?:tienen?|hay) |sin )?presupuesto|sin dinero",
    ReturnReason.NO_RESPONSE: r"(?:no|never|without) (?:response|answer|reply)|(?:no|not) (?:responding|answering)"
    r"|unresponsive|never (?:answered|replied|responded)|(?:no|sin) (?:responden?|contestan?|respuesta)",
    ReturnReason.WRONG_CONTACT: r"wrong (?:contact|person)|not the (?:right|decision) (?:person|maker)"
    r"|(?:contacto|persona) (?:equivocad[oa]|incorrect[oa])|no es (?:la persona|el contacto)(?: adecuad[oa])?",
    ReturnReason.WRONG_TERRITORY: r"(?:wrong|other|another) (?:territory|region|country)|not my territory"
    r"|(?:otr[oa]|fuera de(?: mi)?) (?:territorio|zona|region|pais)|territorio equivocado",
    ReturnReason.EXISTING_CUSTOMER: r"(?:existing|already(?: an?| our)?|current) (?:customer|client)"
    r"|(?:ya (?:es|son) )?clientes?(?: nuestros?| actual(?:es)?)?",
    ReturnReason.DUPLICATE: r"duplicated?|duplicad[oa]|repetid[oa]",
    ReturnReason.POOR_FIT: r"poor fit|bad fit|not (?:a|our) (?:fit|icp)|does(?: not|n.t) fit"
    r"|no encajan?(?: con nosotros)?|fuera de(?:l)? (?:icp|perfil)",
    ReturnReason.NO_NEED: r"no need|(?:do|does)(?: not|n.t) need(?: it)?"
    r"|(?:no|sin) (?:la |lo )?(?:necesitan?|necesidad)",
    ReturnReason.IS_COMPETITOR: r"(?:is |it.s )?(?:a |our )?competitor|(?:es )?(?:un |de la )?compet(?:idor|encia)",
    ReturnReason.BAD_CONTACT_DATA: r"(?:bad|wrong|invalid|false) (?:contact )?(?:data|details|e-?mail|number|phone)"
    r"|bounced|(?:datos|telefono|correo|e-?mail) (?:de contacto )?(?:mal[oa]?s?|erroneos?|incorrectos?|fals[oa]s?)"
    r"|datos de contacto (?:malos|incorrectos|erroneos)",
    ReturnReason.STUDENT_JOB: r"students?|job ?seekers?|looking for a job|estudiantes?|busca(?:n)? (?:trabajo|empleo)",
    ReturnReason.SOLICITATION: r"solicitation|(?:wants|trying) to sell(?: us)?(?: something)?"
    r"|(?:nos )?quieren? vender(?:nos)?(?: algo)?|proveedor(?:a)?",
    ReturnReason.SPAM: r"spam|fake|bots?|falso",
    ReturnReason.NO_CONSENT: r"no consent|opted out|did(?: not|n.t) consent"
    r"|sin consentimiento|no (?:dio|da) consentimiento",
}
#: Words that only join what was taken out.
_JOINING: Final = frozenset(["and", "but", "with", "y", "e", "pero", "con"])
_SEPARATORS: Final = late(r"(\s[-–—]+\s|[—;\n]|[,.](?=\s|$))")
_NOTE_FROM: Final = late(r"\s[-–—]+\s|—|\n")
#: Where a line without a colon begins to speak of the lead.
_SPEAKS: Final = late(
    rf"\b(?:(?:{_ANY_GRADE})\s+(?:{_FIT}|{_INTENT})|(?:{_FIT}|{_INTENT}){_IS}(?:"
    + "|".join(_GRADES.values())
    + rf")|(?:no|sin) (?:{_FIT}|{_INTENT}))\b"
)


@frozen
class RatingLine:
    """What was understood. ``is_doubtful``: the reason stands inside a sentence, or two grades of one kind differ."""

    name: str | None = None
    fit: Grade | None = None
    intent: Grade | None = None
    reason: ReturnReason | None = None
    is_doubtful: bool = False
    note: str | None = None

    @property
    def says_enough(self) -> bool:
        """Whether it can be stored as it is: a lead, both grades, and no doubt."""
        return None not in {self.name, self.fit, self.intent} and not self.is_doubtful


def read_line(text: str) -> RatingLine:
    """Read one line. ``text`` is already clean (`domain.text`)."""
    name, said = _split(unicodedata.normalize("NFC", text))
    found = _Found()
    for piece, is_note in _pieces(said):
        found.take(piece, is_note=is_note)
    if name is not None and len(name) > LONGEST_NAME:
        found.kept.insert(0, name)
        name = None
    reason, doubtful = found.reason, found.doubtful
    note = _joined(found.kept)
    if reason is None and note is not None:
        reason = _reason_within(note)
        doubtful = doubtful or reason is not None
    return RatingLine(name or None, found.fit, found.intent, reason, doubtful, note)


class _Found:
    """What was taken out of the pieces so far, and what is kept."""

    def __init__(self) -> None:
        self.fit: Grade | None = None
        self.intent: Grade | None = None
        self.reason: ReturnReason | None = None
        self.doubtful = False
        self.kept: list[str] = []

    def take(self, piece: str, *, is_note: bool) -> None:
        """A grade, grades or the reason; what is neither stays."""
        words = fold(piece).strip(" ,;.:-–—")
        if not words:
            return
        if not is_note and (self._take_grades(words) or self._take_reason(words)):
            return
        self.kept.append(piece)

    def _take_grades(self, words: str) -> bool:
        both = _BOTH.fullmatch(words)
        if both is not None and self.fit is None and self.intent is None:
            first, second = _grade(_ONE.fullmatch(both["first"])), _grade(_ONE.fullmatch(both["second"]))
            if first is not None and second is not None:
                self.fit, self.intent = first, second
                return True
        fit, intent, left = self.fit, self.intent, words
        for dimension, pattern in _NAMED:
            known = fit if dimension == "fit" else intent
            found = pattern.search(left)
            if found is None:
                continue
            if known is not None:  # graded twice: which is meant, only the person knows
                self.doubtful = self.doubtful or known is not _grade(found)
                continue
            left = f"{left[: found.start()]} {left[found.end() :]}"
            if dimension == "fit":
                fit = _grade(found)
            else:
                intent = _grade(found)
        self.fit, self.intent = fit, intent
        # A sentence that grades stays in the note as it was typed.
        return left != words and all(word in _JOINING for word in re.findall(r"[^\W_]+", left))

    def _take_reason(self, words: str) -> bool:
        if self.reason is not None:
            return False
        code = words.removeprefix("reason").removeprefix("motivo").strip(" :=").replace(" ", "_")
        if code in set(ReturnReason):
            self.reason = ReturnReason(code)
            return True
        self.reason = next((reason for reason, piece in _reasons() if piece.fullmatch(words)), None)
        return self.reason is not None


def _split(text: str) -> tuple[str | None, str]:
    """The lead's name, and what is said of it: behind the first colon, or where the line begins to grade."""
    folded = fold(text)
    speaks = _SPEAKS.search(folded) if len(folded) == len(text) else None
    colon = re.search(r":(?=\s|$)", text)
    if colon is not None and (speaks is None or colon.start() < speaks.start()):
        return _name(text[: colon.start()]), text[colon.end() :].strip()
    if speaks is not None:
        return _name(text[: speaks.start()]), text[speaks.start() :].strip()
    return _name(text), ""


def _name(text: str) -> str | None:
    return " ".join(text.strip(" ,;–—-").split()) or None


def _pieces(said: str) -> list[tuple[str, bool]]:
    """What stands between separators. Behind a dash or a new line everything is one note."""
    begins = _NOTE_FROM.search(said)
    head, note = (said, "") if begins is None else (said[: begins.start()], said[begins.end() :])
    pieces = [(piece, False) for piece in _SEPARATORS.split(head) if not _SEPARATORS.fullmatch(piece)]
    if begins is None or not note.strip():
        return pieces
    return [*pieces, (note, True)]


def _joined(kept: list[str]) -> str | None:
    return ", ".join(piece.strip() for piece in kept if piece.strip()) or None


def _reason_within(note: str) -> ReturnReason | None:
    folded = fold(note)
    return next((reason for reason, within in _reasons_within() if within.search(folded)), None)


def _grade(found: re.Match[str] | None) -> Grade | None:
    if found is None:
        return None
    return next((grade for grade in Grade if found.groupdict().get(grade.value)), None)


# Compiled when the first line is read: so many patterns are felt at every start of the process.


@cache
def _reasons() -> tuple[tuple[ReturnReason, re.Pattern[str]], ...]:
    """Each reason with a pattern of a piece that is nothing else."""
    lead = r"(?:(?:reason|motivo|because|porque)\s*:?\s*)?"
    return tuple((reason, late(rf"{lead}(?:{words})")) for reason, words in _REASONS.items())


@cache
def _reasons_within() -> tuple[tuple[ReturnReason, re.Pattern[str]], ...]:
    """Each reason with a pattern of its words anywhere."""
    return tuple((reason, late(rf"\b(?:{words})\b")) for reason, words in _REASONS.items())
