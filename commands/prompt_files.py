"""What minds are told, as versioned files in `prompts/`: ``<name>.<version>.md``, in English.

A file that was in use is never edited: a changed instruction is a new version, so that what is kept of a call or a
label says what was asked.
"""

from functools import lru_cache
from importlib.resources import files
from typing import Final

from commands.minds import Prompt

_FOLDER: Final = "prompts"


@lru_cache
def prompt(name: str, version: int) -> Prompt:
    """The instruction ``name`` in that version. Raises FileNotFoundError when there is none."""
    text = files("commands").joinpath(_FOLDER, f"{name}.{version}.md").read_text("utf-8")
    return Prompt(name, str(version), text.strip())
