"""Generated tables about settings, commands, scopes and words."""

from collections.abc import Iterable, Mapping, Sequence
from importlib import import_module
from pkgutil import iter_modules
from typing import Final

import commands
from bot.scopes import APP_SCOPES, EVENTS, SCOPES
from bot.settings import in_order
from commands.i18n import Say, Texts
from commands.specs import COMMANDS, CommandSpec
from commands.subwords import SubWords

_COMMAND_HEADS: Final = {
    "en": ("command", "with a Spanish manifest", "what it does", "words it knows"),
    "es": ("con un manifiesto en inglés", "comando", "qué hace", "palabras que entiende"),
}
_WORD_HEADS: Final = ("España", "México")


def markdown_table(head: Sequence[str], rows: Iterable[Sequence[str]]) -> str:
    """Rows as a Markdown table; a bar in a cell is escaped."""
    lines = [head, ["---"] * len(head), *rows]
    return "\n".join("| " + " | ".join(cell.replace("|", "\\|") for cell in line) + " |" for line in lines)


def settings_table() -> str:
    """Every variable with its default and its meaning."""
    rows = []
    for name, field in in_order().items():
        if field.is_required():
            default = "required"
        elif field.default is None:
            default = "not set"
        else:
            default = f"`{field.default}`"
        rows.append((f"`{name.upper()}`", default, field.description or ""))
    return markdown_table(("variable", "default", "meaning"), rows)


def commands_table(say: Say) -> str:
    """Every command by both names, what it does, and the sub-words of its slice in both languages."""
    rows = [
        (f"`{spec.slash}`", f"`{spec.slash_es}`", say(spec.description_key), _words(spec) or "–") for spec in COMMANDS
    ]
    return markdown_table(_COMMAND_HEADS["en" if say.locale == "en" else "es"], rows)


def command_names_table(say: Say) -> str:
    """The same at a glance: without the sub-words."""
    rows = [(f"`{spec.slash}`", f"`{spec.slash_es}`", say(spec.description_key)) for spec in COMMANDS]
    return markdown_table(_COMMAND_HEADS["en" if say.locale == "en" else "es"][:3], rows)


def scopes_table() -> str:
    """Every scope of the bot token, the methods that need it, and why; then those of the app-level token."""
    rows = [(f"`{need.scope}`", ", ".join(f"`{name}`" for name in need.methods) or "–", need.why) for need in SCOPES]
    rows += [(f"`{scope}` (app-level token)", "`apps.connections.open`", why) for scope, why in APP_SCOPES.items()]
    return markdown_table(("scope", "methods that need it", "why"), rows)


def events_table() -> str:
    """Every event that Slack is asked to send, the scope it needs, and why."""
    rows = [(f"`{need.event}`", f"`{need.scope}`" if need.scope else "–", need.why) for need in EVENTS]
    return markdown_table(("event", "scope", "why"), rows)


def mexican_words(words: Iterable[tuple[str, Mapping[str, str | int]]]) -> str:
    """Which of the product's words (key, arguments) are others in Mexico, each once."""
    spain, mexico = Texts().into("es"), Texts().into("es-MX")
    both = [(spain(key, **args).replace("*", ""), mexico(key, **args).replace("*", "")) for key, args in words]
    return markdown_table(_WORD_HEADS, dict.fromkeys((here, there) for here, there in both if here != there))


def _words(spec: CommandSpec) -> str:
    words = _subwords(spec)
    if words is None:
        return ""
    return " · ".join(", ".join(f"`{word}`" for word in alike) for alike in words.meanings.values())


def _subwords(spec: CommandSpec) -> SubWords | None:
    """The ``WORDS`` of the slice that the command belongs to: `commands/lead_quality` for ``/leadquality``."""
    for module in iter_modules(commands.__path__):
        if module.ispkg and module.name.replace("_", "") == spec.name:
            found = getattr(import_module(f"commands.{module.name}.parse"), "WORDS", None)
            return found if isinstance(found, SubWords) else None
    return None
