"""How many actions each way of logging takes: counted by a browser test, shown in the guides."""

import json
from collections.abc import Mapping
from pathlib import Path
from typing import Final

from commands.i18n import Say
from docs.tables import markdown_table

#: The most that each may take.
MOST: Final[Mapping[str, int]] = {"objection-line": 1, "objection-message": 3, "review-form": 6, "rating-line": 3}
#: What was counted last.
COUNTS: Final[Mapping[str, int]] = json.loads((Path(__file__).parent / "actions.json").read_text("utf-8"))

_HEADS: Final = {
    "en": ("what you log", "actions", "which"),
    "es": ("qué anotas", "acciones", "cuáles"),
}
_TOLD: Final[Mapping[str, Mapping[str, tuple[str, str]]]] = {
    "en": {
        "objection-line": ("an objection, in one line", "the line"),
        "objection-message": ("an objection, from a message", "its menu, **Log to Lazo**, **Save**"),
        "review-form": ("a win/loss review", "the command, outcome, reason, what swung it, **Save**"),
        "rating-line": ("a lead’s quality, in one line", "the line"),
    },
    "es": {
        "objection-line": ("una objeción, en una línea", "la línea"),
        "objection-message": ("una objeción, desde un mensaje", "su menú, **Anotar en Lazo**, **Guardar**"),
        "review-form": ("una revisión de cierre", "el comando, resultado, motivo, qué inclinó la balanza, **Guardar**"),
        "rating-line": ("la calidad de un lead, en una línea", "la línea"),
    },
}


def actions_table(say: Say) -> str:
    """One row a way, with its count."""
    told = _TOLD[say.locale]
    return markdown_table(_HEADS[say.locale], ((told[way][0], str(COUNTS[way]), told[way][1]) for way in MOST))
