"""Which mind is which module: only the chosen one is imported, so that without one nothing is.

Each module has ``make(settings, database)``, which gives a `commands.minds.Mind` and asks nobody anything.
"""

from collections.abc import Mapping
from importlib import import_module
from types import MappingProxyType
from typing import Final, cast

from bot.settings import MindSettings
from commands.minds import Mind
from storage.database import Database

MODULES: Final[Mapping[str, str]] = MappingProxyType({"openai": "bot.minds.openai_mind", "local": "bot.minds.local"})


class MindMissingError(Exception):
    """The chosen mind cannot be made here. The text says what to install."""


def make_mind(settings: MindSettings, database: Database | None) -> Mind | None:
    """The mind that ``settings`` choose; nothing for none. Without a ``database`` it knows no workspace's own labels.

    Raises `MindMissingError`.
    """
    if settings.mind == "none":
        return None
    try:
        module = import_module(MODULES[settings.mind])
    except ModuleNotFoundError as error:
        raise MindMissingError(
            f"LAZO_MIND={settings.mind} needs {error.name}, which is not installed: pip install 'lazo-slack[local]' "
            "brings what the local mind needs."
            if settings.mind == "local"
            else f"LAZO_MIND={settings.mind} needs {error.name}, which is not installed: install Lazo anew."
        ) from None
    return cast("Mind", module.make(settings, database))
