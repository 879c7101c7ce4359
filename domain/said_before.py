"""Whether two notes say the same thing in nearly the same words; and how one is looked for among very many.

By words alone, whatever their order and endings. Who says "no" or "not" where the other does not says something else.
"""

from collections.abc import Sequence
from typing import Final

from domain.names import fold, words_of
from domain.values import frozen

#: Of all words of two notes, in tenths, those that both have: as many at least.
_SHARED: Final = 7
_OF: Final = 10
_DENIES: Final = frozenset(
    {
        *("no", "not", "nor", "never", "none", "nobody", "nothing", "without", "cannot", "don", "doesn", "didn", "isn"),
        *("ni", "nunca", "nadie", "nada", "sin", "tampoco", "ningun", "ninguno", "ninguna"),
    }
)

#: A word by its stems in each language: the same word when one of them is.
Word = tuple[str, ...]


@frozen
class Saying:
    """A note as it is compared: its telling words, each once, and whether it denies."""

    words: tuple[Word, ...]
    denies: bool

    @classmethod
    def of(cls, text: str, words: Sequence[Word]) -> "Saying":
        """``words`` are those of ``text`` by their stems."""
        return cls(tuple(dict.fromkeys(words)), not _DENIES.isdisjoint(words_of(fold(text))))

    def is_nearly(self, other: "Saying") -> bool:
        """Whether both have nearly the same words. Nothing is near to a note without words."""
        if not self.words or self.denies is not other.denies:
            return False
        shared = sum(any(not set(word).isdisjoint(their) for their in other.words) for word in self.words)
        return shared > 0 and _OF * shared >= _SHARED * (len(self.words) + len(other.words) - shared)

    def parts(self) -> list[tuple[Word, ...]]:
        """Its words in so few groups that each note which is nearly the same has all words of one of them.

        At most three words in ten may be missing there; one group more than those stays whole. A search for the groups
        finds all candidates by an index and few others.
        """
        groups = len(self.words) * (_OF - _SHARED) // _OF + 1
        return [self.words[start::groups] for start in range(groups)] if self.words else []
