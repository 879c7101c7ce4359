"""Themes of a workspace's own: which there are, what they are called, and which one a sentence says.

Their codes say nothing and never change; a theme is retired, never deleted, since objections may stand under it.
"""

from collections.abc import Mapping
from typing import Final

from domain.emerging import heard_by_week
from domain.taxonomy import Theme
from domain.telling_words import words_of
from domain.values import frozen

_PREFIX: Final = "own_"
#: More are not offered at once: a menu in Slack takes a hundred choices, the product's own among them.
_MOST: Final = 60


@frozen
class OwnTheme:
    """One of them: its id, what people call it, and the ``term`` by which it is heard in what they write."""

    id: int
    label: str
    term: str
    is_retired: bool = False

    @property
    def code(self) -> str:
        """What an objection stores."""
        return own_code(self.id)


@frozen
class OwnThemes:
    """All of a workspace, the oldest first."""

    themes: tuple[OwnTheme, ...] = ()

    @property
    def offered(self) -> tuple[str, ...]:
        """Codes that can be chosen; the newest where there are too many for a menu."""
        return tuple(each.code for each in self.themes if not each.is_retired)[-_MOST:]

    @property
    def names(self) -> Mapping[str, str]:
        """What each code is called, retired ones too: what stands under them is still shown."""
        return {each.code: each.label for each in self.themes}

    def must_have(self, code: str | None) -> None:
        """Raises ValueError for the code of an own theme that is none of these: nothing would say what it is called."""
        if is_own(code) and code not in self.names:
            raise ValueError(code)

    def said_in(self, text: str) -> str | None:
        """The code of the one theme on offer that ``text`` says; of two, that of more words, and else of neither."""
        heard = heard_by_week({each.term for each in self.themes}, [words_of([text])]) if self.themes else {}
        found = [each for each in self.themes if not each.is_retired and any(heard[each.term])]
        most = max((each.term.count(" ") for each in found), default=0)
        longest = [each for each in found if each.term.count(" ") == most]
        return longest[0].code if len(longest) == 1 else None


#: Of a workspace that took up none.
NO_THEMES: Final = OwnThemes()


def own_code(theme_id: int) -> str:
    """The code of one of them: it never changes, whatever it is called."""
    return f"{_PREFIX}{theme_id}"


def is_own(code: str | None) -> bool:
    """Whether ``code`` is of a workspace's own theme."""
    return code is not None and code.startswith(_PREFIX)


def theme_code(value: str) -> str:
    """``value`` if it is a theme's code: one of the product's, or of the form of one's own. Raises ValueError."""
    if value.startswith(_PREFIX) and value.removeprefix(_PREFIX).isdecimal():
        return value
    return Theme(value).value
