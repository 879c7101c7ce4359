"""The words, in English and Spanish, that point to how a deal ended and why: patterns on folded text (`names.fold`)."""

from collections.abc import Mapping
from typing import Final

from domain.taxonomy import DealOutcome, LossReason, Theme, WinReason
from domain.theme_words import THEME_WORDS

#: By how telling they are: the first that is found is taken. Where only "lost" is said, `LOST_WORDS` has it.
OUTCOME_WORDS: Final[Mapping[DealOutcome, tuple[str, ...]]] = {
    DealOutcome.UNKNOWN: (r"outcome unknown", r"unknown", r"no se sabe", r"desconocid[oa]"),
    DealOutcome.CHURNED: (
        r"churn(?:ed|s)?",
        r"cancel(?:l?ed|aron|o|ada|ado)",
        r"(?:did not|didn'?t|not) renew(?:ed|ing)?",
        r"(?:se (?:dio|dieron) de )?baja",
        r"no (?:renovo|renuevan?|renovaron)",
    ),
    DealOutcome.LOST_NO_DECISION: (
        r"no[- ]decision",
        r"(?:did not|didn'?t|never) decided?",
        r"stay(?:ed|ing)? (?:as they (?:are|were)|with (?:what they have|spreadsheets|excel))",
        r"status quo",
        r"sin decision",
        r"no (?:hubo decision|decidieron|decidio|deciden)",
        r"se (?:quedan|quedaron|quedo) como estaban?",
    ),
    DealOutcome.WON: (
        r"won",
        r"closed[- ]won",
        r"signed",
        r"ganad[oa]s?",
        r"ganamos",
        r"firmad[oa]s?",
        r"firmaron",
        r"firmo",
        r"cerrad[oa] ganad[oa]",
    ),
}

#: Lost, to whom or why is not said yet.
LOST_WORDS: Final = (
    r"lost",
    r"closed[- ]lost",
    r"perdid[oa]s?",
    r"perdimos",
    r"(?:went|going) with",
    r"chose",
    r"se (?:fueron|van|fue|va) con",
    r"eligieron",
    r"prefirieron",
)

LOSS_WORDS: Final[Mapping[LossReason, tuple[str, ...]]] = {
    LossReason.PRICE: THEME_WORDS[Theme.PRICE],
    LossReason.BUDGET: THEME_WORDS[Theme.BUDGET],
    LossReason.PRODUCT_GAP: (*THEME_WORDS[Theme.PRODUCT_GAP], r"product gap", r"gap", r"falta\w* (?:de )?producto"),
    LossReason.COMPETITOR: (r"the competition", r"better competitor", r"competitor", r"la competencia", r"competidor"),
    LossReason.INCUMBENT: (
        r"incumbent",
        r"(?:current|existing) (?:vendor|provider|supplier|tool|system)",
        r"stay(?:ed|ing)? with (?:their|the)",
        r"proveedor actual",
        r"(?:siguen|se quedan|se quedaron) con (?:su|lo|el)",
    ),
    LossReason.IN_HOUSE: (
        r"in[- ]house",
        r"buil[dt] (?:it|their own|our own)(?: themselves)?",
        r"desarrollo (?:propio|interno)",
        r"internamente",
        r"lo hacen ellos",
        r"lo (?:desarrollan|construyen) ellos",
    ),
    LossReason.PRIORITY: (r"priorit\w+", r"prioridad\w*", r"otras? urgencias?"),
    LossReason.TIMING: (
        *THEME_WORDS[Theme.TIMING],
        r"timing",
        r"mal momento",
        r"el momento",
        r"postponed",
        r"aplazad\w+",
    ),
    LossReason.NO_CHAMPION: (
        r"no (?:champion|sponsor)",
        r"(?:champion|sponsor) (?:left|moved|changed)",
        r"lost (?:our|the) (?:champion|sponsor)",
        r"sin (?:champion|sponsor|valedor|impulsor)",
        r"(?:el )?(?:champion|sponsor|impulsor) se (?:fue|marcho)",
    ),
    LossReason.RISK: (*THEME_WORDS[Theme.SECURITY_LEGAL], r"risk[sy]?", r"riesgos?"),
    LossReason.SALES_PROCESS: (
        r"sales process",
        r"(?:we were|too) (?:slow|late)",
        r"late (?:proposal|answer|quote)",
        r"bad demo",
        r"proceso de ventas?",
        r"(?:tardamos|llegamos tarde)",
    ),
    LossReason.UNRESPONSIVE: (
        r"went (?:dark|silent|quiet|cold)",
        r"ghost\w*",
        r"unresponsive",
        r"no (?:answer|reply|response)",
        r"stopped (?:answering|replying|responding)",
        r"dej\w+ de (?:responder|contestar)",
        r"no (?:respond\w+|contest\w+)",
        r"sin respuesta",
    ),
    LossReason.POOR_FIT: (
        r"(?:poor|bad|wrong|no|not a(?: good)?) fit",
        r"no encaj\w+",
        r"mal encaje",
        r"poco encaje",
    ),
    LossReason.OTHER: (r"other reasons?", r"otros? motivos?"),
}

WIN_WORDS: Final[Mapping[WinReason, tuple[str, ...]]] = {
    WinReason.PRODUCT_FIT: (r"product(?: fit)?", r"features?", r"fit", r"encaj\w+", r"producto", r"funcionalidad\w*"),
    WinReason.VALUE: (
        r"value",
        r"roi",
        r"worth",
        r"pric(?:e|ing)",
        r"cheaper",
        r"valor",
        r"precios?",
        r"barat[oa]s?",
        r"retorno",
        r"rentab\w+",
    ),
    WinReason.TRUST: (r"trust\w*", r"references?", r"proof", r"confianza", r"referencias?", r"fiab\w+", r"se fian"),
    WinReason.SALES_EXPERIENCE: (
        r"sales (?:experience|team|process)",
        r"(?:fast|quick) (?:answers?|responses?|replies)",
        r"responsive\w*",
        r"demo",
        r"experiencia de ventas?",
        r"equipo de ventas?",
        r"proceso de ventas?",
        r"(?:buen )?trato",
        r"rapidez",
        r"atencion",
    ),
    WinReason.IMPLEMENTATION: THEME_WORDS[Theme.IMPLEMENTATION],
    WinReason.RELATIONSHIP: (
        r"relationships?",
        r"knew us",
        r"champion",
        r"relacion\w*",
        r"nos conocian",
    ),
    WinReason.CONTENT: (
        r"content",
        r"webinars?",
        r"white ?papers?",
        r"one[- ]?pagers?",
        r"case stud\w+",
        r"contenidos?",
        r"guias?",
        r"comparativas?",
        r"casos? de exito",
    ),
    WinReason.OTHER: (r"other reasons?", r"otros? motivos?"),
}
