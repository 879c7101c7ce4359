"""From `/lazo …` to the command meant, or to the nearest one."""

from typing import Final

from commands.specs import ACCOUNT, COMMANDS, DIGEST, HANDOFF, HOUSE, LEAD_QUALITY, OBJECTION, WIN_LOSS
from commands.subwords import SubWords, split_word
from domain.text import clean
from domain.values import frozen

SETTINGS: Final = "settings"
_HELP: Final = "help"

#: The words after `/lazo`: every command by its names in both languages and by what people call it, and our own.
WORDS: Final = SubWords(
    {
        _HELP: ("help", "ayuda", "start", "empezar"),
        SETTINGS: ("settings", "setting", "ajustes", "ajuste", "configuracion", "configurar", "config"),
        "me": ("me", "profile", "yo", "perfil"),
        "people": ("people", "team", "personas", "equipo", "gente"),
        "hours": ("hours", "horario", "horarios"),
        "out": ("out", "away", "fuera", "ausente", "ausencia", "vacaciones"),
        "back": ("back", "vuelta", "vuelvo", "regreso", "regrese"),
        "set-up": ("set-up", "setup", "checklist", "preparar", "preparacion"),
        "sla": ("sla", "slas", "agreements", "policies", "plazos", "plazo", "acuerdos", "acuerdo"),
        "ask": ("ask", "question", "pregunta", "preguntar", "pregunto"),
        "mind": ("mind", "assistant", "ai", "asistente", "ia"),
        "scorecard": ("scorecard", "scorecards", "indicadores", "indicador", "cifras"),
        "stages": ("stages", "stage", "fases", "fase", "etapas", "etapa"),
        "icp": ("icp", "pci", "customer", "ideal-customer", "ideal", "cliente", "cliente-ideal", "perfil-ideal"),
        "routing": ("routing", "rotation", "rules", "reparto", "reglas", "turnos", "turno"),
        OBJECTION.name: (OBJECTION.name, "objections", OBJECTION.es, "objeciones"),
        LEAD_QUALITY.name: (
            LEAD_QUALITY.name,
            "lead-quality",
            "leads",
            "quality",
            LEAD_QUALITY.es,
            "calidad-lead",
            "calidad",
        ),
        WIN_LOSS.name: (
            WIN_LOSS.name,
            "win-loss",
            "review",
            "reviews",
            WIN_LOSS.es,
            "cierres",
            "revision",
            "revisiones",
        ),
        HANDOFF.name: (HANDOFF.name, "handoffs", HANDOFF.es, "traspasos"),
        DIGEST.name: (DIGEST.name, "digests", DIGEST.es, "resumenes"),
        ACCOUNT.name: (ACCOUNT.name, "accounts", ACCOUNT.es, "cuentas"),
    }
)


@frozen
class ShowHelp:
    """What there is."""


@frozen
class PassOn:
    """The command or own word called ``name`` gets ``rest``."""

    name: str
    rest: str


@frozen
class UnclearWord:
    """What was typed in full, the known word nearest to its first one, and what followed that."""

    typed: str
    nearest: str | None
    rest: str


CommandIntent = ShowHelp | PassOn | UnclearWord


def parse_command(text: str) -> CommandIntent:
    """What ``/lazo <text>`` asks for. The rest after a command's word is passed on as it was typed."""
    typed = clean(text).value
    if not typed:
        return ShowHelp()
    word, rest = split_word(typed)
    # "/lazo /digest now" is what people type who have read both names; the slash says nothing more.
    meaning = WORDS.meaning(word.removeprefix("/"))
    if meaning == _HELP:
        return ShowHelp()
    if meaning is None:
        return UnclearWord(typed, WORDS.nearest(word.removeprefix("/")), rest)
    return PassOn(meaning, rest)


def passed_on() -> set[str]:
    """What `/lazo` passes on, by name: every command, and words of its own that slices answer."""
    return {*(spec.name for spec in COMMANDS if spec != HOUSE), *WORDS.meanings} - {_HELP}
