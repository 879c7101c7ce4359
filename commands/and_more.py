"""The end of a list that shows only some of what there is: how many more there are."""

from commands import blocks
from commands.blocks import Json
from commands.i18n import Say


def words(say: Say, left: int) -> list[str]:
    """*and 3 more*, for the end of a list of texts; nothing when none are ``left``."""
    return [say("list-and-more", count=left)] if left > 0 else []


def row(say: Say, left: int) -> list[Json]:
    """The same as a block of its own below the list."""
    return [blocks.context(each) for each in words(say, left)]
