"""The words that may follow a command, in both languages, and what to say about one that is none."""

from collections.abc import Iterable, Mapping
from typing import Final

from rapidfuzz import fuzz, process

from domain.names import fold
from domain.values import frozen

#: How alike (0–100) a word must be to a known one before we ask "did you mean …?".
_ALIKE: Final = 70


@frozen
class SubWords:
    """The sub-words of one command: ``{"search": ("search", "buscar")}`` by meaning, folded on the way in."""

    meanings: Mapping[str, tuple[str, ...]]

    def meaning(self, word: str) -> str | None:
        """What ``word`` means, in either language; nothing when it is no sub-word."""
        folded = fold(word)
        return next((meaning for meaning, words in self.meanings.items() if folded in words), None)

    def nearest(self, word: str) -> str | None:
        """The known word most like ``word``, or nothing when none comes near."""
        found = process.extractOne(fold(word), self._all(), scorer=fuzz.ratio, score_cutoff=_ALIKE)
        return None if found is None else str(found[0])

    def _all(self) -> Iterable[str]:
        return [word for words in self.meanings.values() for word in words]


def split_word(text: str) -> tuple[str, str]:
    """The first word of ``text`` and the rest."""
    word, _, rest = text.strip().partition(" ")
    return word, rest.strip()
