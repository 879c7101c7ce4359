"""What people have begun to talk about: words that many notes share lately and few did before, with those notes.

Works by words alone, in English and Spanish. A group stands out from what was said before it, so there are none until
there is a past. It is offered to a person and becomes nothing by itself.
"""

from collections import Counter, defaultdict
from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import field
from datetime import timedelta
from itertools import chain, compress, pairwise
from typing import Final

from domain.metrics import Trend
from domain.names import folded
from domain.telling_words import Words, plain_words, singular, written_words
from domain.values import frozen

#: What is lately, and what it is compared with: the days before those.
RECENT: Final = timedelta(days=30)
BEFORE: Final = timedelta(days=90)

#: Fewer notes, or from fewer accounts and people, are chance.
_ENOUGH_NOTES: Final = 4
_ENOUGH_VOICES: Final = 3
#: Without as many notes before, nothing can stand out from them.
_ENOUGH_PAST: Final = 20
#: How much more frequent a word must have become.
_RISE: Final = 3.0
_MOST_GROUPS: Final = 3
#: A group that shares more of its notes with a larger one is the same.
_SAME_GROUP: Final = 0.6
#: Notes that share as many of their words say the same thing, and count once for each who says it.
_NEAR: Final = 0.8
#: How a term is written is looked at in as many of its latest notes.
_MOST_WRITTEN: Final = 50


@frozen
class Note:
    """Something that was said, and by whom: ``account`` by name, if known, and our id of who wrote it down."""

    id: int
    text: str
    account: str | None
    by: int


@frozen
class Rising:
    """A word, or two that stand together, that far more notes have than before: lately those at ``places``."""

    term: str
    before: int
    places: Sequence[int]


@frozen
class Group:
    """Notes of the last `RECENT` that share ``term``, which people write as ``label``; the newest first.

    ``before`` is how many there were in `BEFORE` before that; ``accounts`` are those of the notes, by name.
    """

    term: str
    label: str
    notes: tuple[int, ...]
    before: int
    accounts: tuple[str, ...]


@frozen
class Followed:
    """A theme of the workspace's own, and how often it was heard."""

    label: str
    trend: Trend


@frozen
class Insights:
    """What a week's digest says of this: what stands out, and themes that somebody took up, the most heard first.

    ``names`` has what all themes are called that ever were taken up, by code (`domain.own_themes`).
    """

    groups: tuple[Group, ...] = ()
    followed: tuple[Followed, ...] = ()
    names: Mapping[str, str] = field(default_factory=dict)

    @property
    def is_empty(self) -> bool:
        """Whether there is nothing to say."""
        return not self.groups and not self.followed


def rising(recent: Sequence[Words], past: Sequence[Words], *, dismissed: Collection[str] = ()) -> list[Rising]:
    """What stands out in the words of ``recent`` notes from those of ``past`` ones: what most say first.

    Nothing of ``dismissed`` terms.
    """
    if len(recent) < _ENOUGH_NOTES or len(past) < _ENOUGH_PAST:
        return []
    candidates = _said_often(recent)
    known = _how_often(candidates, past)

    def stands_out(term: str, count: int) -> bool:
        return (count / len(recent)) / ((known[term] + 1) / (len(past) + 1)) >= _RISE

    places = where_said(
        [term for term, most in candidates.items() if stands_out(term, most) and term not in dismissed], recent
    )
    found = [
        Rising(term, known[term], said)
        for term, said in places.items()
        if len(said) >= _ENOUGH_NOTES and stands_out(term, len(said))
    ]
    return sorted(found, key=lambda each: (-len(each.places), -each.term.count(" "), each.term))


def groups_of(found: Iterable[Rising], notes: Mapping[int, Note]) -> tuple[Group, ...]:
    """What enough people say of what was ``found``, as many say it most: ``notes`` by their places, the newest first.

    No two of much the same notes.
    """
    groups: list[Group] = []
    for each in found:
        said = [notes[place] for place in each.places]
        if not _is_said_by_enough(said):
            continue
        ids = {note.id for note in said}
        if any(len(ids.intersection(group.notes)) >= _SAME_GROUP * len(ids) for group in groups):
            continue
        accounts = tuple(dict.fromkeys(note.account for note in said if note.account))
        label = _as_written(each.term, said)
        groups.append(Group(each.term, label, tuple(note.id for note in said), each.before, accounts))
        if len(groups) == _MOST_GROUPS:
            break
    return tuple(groups)


def heard_by_week(terms: Collection[str], weeks: Iterable[Sequence[Words]]) -> dict[str, list[int]]:
    """In how many texts of each week each of ``terms`` was said."""
    counts = [_how_often(terms, texts) if terms else Counter[str]() for texts in weeks]
    return {term: [count[term] for count in counts] for term in terms}


def where_said(terms: Collection[str], texts: Sequence[Words]) -> dict[str, list[int]]:
    """The places of those of ``texts`` in which each of ``terms`` is said."""
    words, pairs = _words_and_pairs(terms)
    begun = words | {one for one, _other in pairs}
    places: dict[str, list[int]] = {term: [] for term in terms}
    for place, text in enumerate(texts):
        if not begun.isdisjoint(text):
            for word in words.intersection(text):
                places[word].append(place)
            for pair in pairs.intersection(pairwise(text)):
                places[" ".join(pair)].append(place)
    return places


def _said_often(texts: Sequence[Words]) -> dict[str, int]:
    """How often each term is said that enough can have: telling words, and pairs of them that stand together."""
    # How often, not by how many: that is asked of the few terms that may stand out, and takes a look at each text.
    said = list(chain.from_iterable((*text, "") for text in texts))
    words = {word: count for word, count in Counter(said).items() if word and count >= _ENOUGH_NOTES}
    # A pair is said no more often than its words: with nothing in the place of others, what is counted stays small.
    often = list(map(dict(zip(words, words, strict=True)).get, said))
    pairs = Counter(compress(pairwise(often), often))
    return words | {f"{one} {other}": n for (one, other), n in pairs.items() if n >= _ENOUGH_NOTES and other}


def _how_often(terms: Collection[str], texts: Sequence[Words]) -> Counter[str]:
    """In how many of ``texts`` each of ``terms`` is said."""
    words, pairs = _words_and_pairs(terms)
    counts = Counter(chain.from_iterable(map(words.intersection, texts)))
    if pairs:
        first = {one for one, _other in pairs}
        close = (text for text in texts if not first.isdisjoint(text))
        together = Counter(chain.from_iterable(map(pairs.intersection, map(pairwise, close))))
        counts.update({" ".join(pair): count for pair, count in together.items()})
    return counts


def _words_and_pairs(terms: Iterable[str]) -> tuple[set[str], set[tuple[str, str]]]:
    apart = [term.partition(" ") for term in terms]
    return {one for one, blank, _ in apart if not blank}, {(one, other) for one, blank, other in apart if blank}


def _is_said_by_enough(said: Iterable[Note]) -> bool:
    """Whether enough say it, and each of them only once what is nearly the same words."""
    kept: dict[str | int, list[set[str]]] = defaultdict(list)
    apart = 0
    for each in said:
        words = set(plain_words(each.text))
        theirs = kept[each.account or each.by]
        if any(_is_near(words, other) for other in theirs):
            continue
        theirs.append(words)
        apart += 1
        if apart >= _ENOUGH_NOTES and len(kept) >= _ENOUGH_VOICES:
            return True
    return False


def _is_near(one: set[str], other: set[str]) -> bool:
    return bool(one) and len(one & other) >= _NEAR * len(one | other)


def _as_written(term: str, said: Sequence[Note]) -> str:
    """How most people write it lately: "SSO", not "sso"."""
    length = term.count(" ") + 1
    written: Counter[str] = Counter()
    for each in said[:_MOST_WRITTEN]:
        words = written_words(each.text)
        plain = [singular(folded(word)) for word in words]
        for at in range(len(words) - length + 1):
            if " ".join(plain[at : at + length]) == term:
                written[" ".join(words[at : at + length])] += 1
    return written.most_common(1)[0][0] if written else term
