"""Which companies are probably one under several spellings, and why: conservative, for a person to confirm.

Found by blocks: names are compared only with those that share a key, so that a hundred thousand take a second or two.
What tells companies apart is left alone: numbers, and names too short to be sure of a slip.
"""

from collections import defaultdict
from collections.abc import Callable, Collection, Iterable, Iterator, Mapping, Sequence
from enum import StrEnum
from typing import Final, TypeVar

from domain.names import name_key
from domain.values import frozen

#: Words that say what kind of company it is, or nothing, beyond the legal forms that `name_key` drops.
_SAYS_LITTLE: Final = frozenset(
    {
        *("the", "los", "las", "and", "und", "et"),
        *("group", "grupo", "groupe", "gruppe", "holding", "holdings"),
        *("sociedad", "anonima", "limitada", "responsabilidad", "cia", "compania", "ltda", "pty", "kg", "rl"),
    }
)
_WEB: Final = frozenset(("com", "net", "org", "io"))
_ENDS: Final = frozenset(("s", "de", "y", "e"))
#: A shorter name with another letter is another name.
_LONG_ENOUGH: Final = 7
#: Blocks larger than this are compared along their sorted names only.
_LARGE: Final = 40
_NEIGHBOURS: Final = 4

T = TypeVar("T")
#: Whether two words are one slip apart: a letter more, less, another, or two swapped.
OneSlip = Callable[[str, str], bool]
#: Whether there is time to go on; asked now and then.
GoesOn = Callable[[], bool]
#: So many names or blocks of names are looked at between two questions for the time.
_A_WHILE: Final = 200


class Why(StrEnum):
    """What makes two names look like one company's."""

    FORMS = "forms"  # only legal forms, "group" and the like differ
    ORDER = "order"  # the same words in another order
    SPACES = "spaces"  # the same letters, written together or apart
    SLIP = "slip"  # one letter differs


@frozen
class Alike:
    """Two accounts, the older first, that are probably one."""

    first: int
    second: int
    why: Why


def core_words(key: str) -> tuple[str, ...]:
    """What is left of a company's name, given its `name_key`, without further legal forms and words that say little.

    "Acme, S. A. de C. V." and "Grupo Acme" are both ("acme",). A name of nothing else keeps all of it.
    """
    words = key.split()
    if len(words) > 1 and min(map(len, words)) == 1:
        words = name_key(" ".join(_joined(words))).split()
    kept = [word for word in words if word not in _SAYS_LITTLE]
    if len(kept) < len(words):  # a legal form may end the name only now
        kept = name_key(" ".join(kept)).split()
    while len(kept) > 1 and (kept[-1] in _ENDS or kept[-1] in _WEB):
        kept.pop()
    return tuple(kept or words)


def why_alike(one: str, other: str, one_slip: OneSlip) -> Why | None:
    """Why two names, given by their keys, are probably one company's, if they are."""
    first, second = core_words(one), core_words(other)
    if not first or not second:
        return None
    if first == second:
        return Why.FORMS
    together, apart = "".join(first), "".join(second)
    if together == apart:
        return Why.SPACES
    if sorted(first) == sorted(second):
        return Why.ORDER
    if min(len(together), len(apart)) < _LONG_ENOUGH or _digits(together) != _digits(apart):
        return None
    return Why.SLIP if one_slip(together, apart) else None


def likely_pairs(
    keys: Iterable[tuple[int, str]],
    one_slip: OneSlip,
    apart: Collection[tuple[int, int]] = frozenset(),
    *,
    limit: int,
    goes_on: GoesOn = lambda: True,
) -> list[Alike]:
    """Probable doubles among accounts (id and `name_key`), the surest first, at most ``limit``.

    ``apart`` are pairs (the lower id first) that a person said to be two companies. Once ``goes_on`` says no, those of
    the names looked at by then are given.
    """
    key_of = dict(keys)
    found: dict[tuple[int, int], Why] = {}
    for pair in _candidates(key_of, one_slip, goes_on):
        if pair not in found and pair not in apart:
            why = why_alike(key_of[pair[0]], key_of[pair[1]], one_slip)
            if why is not None:
                found[pair] = why
    surest = list(Why)
    ordered = sorted(found, key=lambda pair: (surest.index(found[pair]), key_of[pair[0]], pair))
    return [Alike(*pair, found[pair]) for pair in ordered[:limit]]


def _candidates(key_of: Mapping[int, str], one_slip: OneSlip, goes_on: GoesOn) -> Iterator[tuple[int, int]]:
    """Pairs that are alike by their letters, the lower id first. What those mean is looked at for these few alone."""
    same: dict[str, list[int]] = defaultdict(list)
    near: dict[str, dict[str, int]] = defaultdict(dict)
    for account_id, key in _in_time(key_of.items(), goes_on):
        words = core_words(key)
        if not words:
            continue
        together = "".join(words)
        same[together].append(account_id)
        if len(words) > 1 and (in_order := "".join(sorted(words))) != together:
            same[in_order].append(account_id)
        if len(together) >= _LONG_ENOUGH:
            # One slip leaves the first half or the second as it is; halves of lengths that differ by one meet as well.
            for half in {len(together) // 2, (len(together) - 1) // 2}:
                near[together[:half]].setdefault(together, account_id)
                near[">" + together[-half:]].setdefault(together, account_id)
    for block in same.values():
        if len(block) > 1:
            oldest = min(block)
            yield from ((oldest, each) for each in block if each != oldest)
    for close in _in_time(near.values(), goes_on):
        if len(close) > 1:
            yield from _within(sorted(close.items()), one_slip)


def _in_time(items: Iterable[T], goes_on: GoesOn) -> Iterator[T]:
    for place, item in enumerate(items):
        if not place % _A_WHILE and not goes_on():
            return
        yield item


def _within(block: Sequence[tuple[str, int]], one_slip: OneSlip) -> Iterator[tuple[int, int]]:
    reach = len(block) if len(block) <= _LARGE else _NEIGHBOURS
    for place, (text, account_id) in enumerate(block):
        for other_text, other in block[place + 1 : place + 1 + reach]:
            if abs(len(text) - len(other_text)) <= 1 and one_slip(text, other_text):
                yield (account_id, other) if account_id < other else (other, account_id)


def _joined(words: Sequence[str]) -> Iterator[str]:
    """Letters that stand alone are one abbreviation: "s", "a" is "sa"."""
    letters = ""
    for word in words:
        if len(word) == 1 and not word.isdigit():
            letters += word
            continue
        if letters:
            yield letters
            letters = ""
        yield word
    if letters:
        yield letters


def _digits(text: str) -> str:
    return "".join(char for char in text if char.isdigit())
