"""What people have begun to talk about: words that many notes share lately and few did before, with those notes.

Works by words alone, in English and Spanish. A group stands out from what was said before it, so there are none until
there is a past. It is offered to a person and becomes nothing by itself.
"""

import re
from collections import Counter, defaultdict
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from datetime import datetime, timedelta
from typing import Final

from domain.metrics import Trend
from domain.names import fold
from domain.values import frozen
from domain.weeks import Span

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
_SHORTEST: Final = 3
_WORD: Final = re.compile(r"[^\W_]+")

#: Words that stand in any sentence, or in any sentence about selling; folded, in their singular.
_LITTLE: Final = """
about after again ahora algo alguien all also always and another any are asked ask asi aun aunque back because been
before being bien both but buyer buying cada call casi client cliente como con contra could cosa cuando customer
cual dan decir del demasiado desde despues dice dicen did does doing don done donde dos each ella ello ellos email
empresa entre era eran eso esta estan estar estas este esto estos even every fue fueron get gets give going got gran
had hacen hacer has hasta have hay here his how igual into its just know las les like llamada los luego make many
mas mejor meeting mes might mismo more most mucha mucho muy nada nadie need needed ningun not now nos nosotros note
nuestra nuestro nunca off once one only other otra otro our out over para parece pero person poco por porque puede
pueden que quien quiere quieren really reunion said same say saying see sea segun ser sido siempre since sin sobre
solo some something son sus still such take tal tambien tan tanto than that the their them then there these they
thing think this those three tiene tienen time toda todavia todo told too two una uno unos until use used user usan
usar usuario using very want was way well were what when where which who will with without would ya year you your
"""
_SAYS_LITTLE: Final = frozenset(_LITTLE.split())


@frozen
class Note:
    """Something that was said, and by whom: ``account`` by name, if known, and our id of who wrote it down."""

    id: int
    text: str
    said_at: datetime
    account: str | None
    by: int


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
    """What a week's digest says of this: what stands out, and themes that somebody took up, the most heard first."""

    groups: tuple[Group, ...] = ()
    followed: tuple[Followed, ...] = ()

    @property
    def is_empty(self) -> bool:
        """Whether there is nothing to say."""
        return not self.groups and not self.followed


def emerging(notes: Sequence[Note], now: datetime, *, dismissed: Collection[str] = ()) -> tuple[Group, ...]:
    """What stands out at ``now``, the largest first; nothing of ``dismissed`` terms. Later notes are not looked at."""
    recent = sorted((each for each in notes if now - RECENT <= each.said_at < now), key=lambda each: each.said_at)
    past = [each for each in notes if now - RECENT - BEFORE <= each.said_at < now - RECENT]
    if len(recent) < _ENOUGH_NOTES or len(past) < _ENOUGH_PAST:
        return ()
    known = Counter(term for each in past for term in terms_of(each.text))
    with_term: dict[str, list[Note]] = defaultdict(list)
    for each in reversed(recent):
        for term in terms_of(each.text):
            with_term[term].append(each)
    found: list[Group] = []
    # Of as many notes, two words that stand together say more than one of them.
    for term, said in sorted(with_term.items(), key=lambda each: (-len(each[1]), -each[0].count(" "), each[0])):
        if len(said) < _ENOUGH_NOTES or term in dismissed:
            continue
        rise = (len(said) / len(recent)) / ((known[term] + 1) / (len(past) + 1))
        if rise < _RISE:
            continue
        # Compared note by note, so asked of words alone that do stand out.
        apart = _told_once(said)
        voices = {each.account or each.by for each in apart}
        if len(apart) < _ENOUGH_NOTES or len(voices) < _ENOUGH_VOICES:
            continue
        ids = {each.id for each in said}
        if any(len(ids.intersection(group.notes)) >= _SAME_GROUP * len(ids) for group in found):
            continue
        accounts = tuple(dict.fromkeys(each.account for each in said if each.account))
        found.append(Group(term, _as_written(term, said), tuple(each.id for each in said), known[term], accounts))
        if len(found) == _MOST_GROUPS:
            break
    return tuple(found)


def heard_by_week(
    terms: Collection[str], said: Iterable[tuple[str, datetime]], weeks: Sequence[Span]
) -> dict[str, list[int]]:
    """How often each of ``terms`` was said in each of ``weeks``; ``said`` are texts and their moments."""
    counts = {term: [0] * len(weeks) for term in terms}
    parts = {term: term.split() for term in terms}
    for text, at in said:
        folded = fold(text)
        # A word of a term begins the word as it is written; only what may be about one is taken apart, and that once.
        likely = [term for term, words in parts.items() if all(word in folded for word in words)]
        if not likely:
            continue
        found = terms_of(text)
        for term in likely:
            if term in found:
                for back, week in enumerate(weeks):
                    counts[term][back] += at in week
    return counts


def says(term: str, text: str) -> bool:
    """Whether ``text`` is about ``term`` of a `Group`."""
    return term in terms_of(text)


def terms_of(text: str) -> frozenset[str]:
    """Telling words of ``text`` in their singular, and pairs of them that stand together."""
    made = set()
    before: str | None = None
    for word in _words(text):
        telling = len(word) >= _SHORTEST and word not in _SAYS_LITTLE and not word.isdecimal()
        if telling:
            made.add(word)
            if before is not None:
                made.add(f"{before} {word}")
        before = word if telling else None
    return frozenset(made)


def _told_once(said: Sequence[Note]) -> list[Note]:
    """One of each that one account or person said in nearly the same words."""
    kept: list[Note] = []
    words: Mapping[int, frozenset[str]] = {each.id: frozenset(_words(each.text)) for each in said}
    for each in said:
        voice = each.account or each.by
        if not any(
            voice == (other.account or other.by) and _is_near(words[each.id], words[other.id]) for other in kept
        ):
            kept.append(each)
    return kept


def _is_near(one: frozenset[str], other: frozenset[str]) -> bool:
    return bool(one) and len(one & other) >= _NEAR * len(one | other)


def _words(text: str) -> Iterator[str]:
    return (_singular(word) for word in _WORD.findall(fold(text)))


def _singular(word: str) -> str:
    # Both languages, roughly: "licences" and "licencias" need not become one word, "integraciones" and its singular do.
    if len(word) > len("nes") + _SHORTEST and word.endswith("ones"):
        return word[:-2]
    return word[:-1] if len(word) > _SHORTEST and word.endswith("s") and not word.endswith("ss") else word


def _as_written(term: str, said: Sequence[Note]) -> str:
    """How most people write it: "SSO", not "sso"."""
    length = term.count(" ") + 1
    written: Counter[str] = Counter()
    for each in said:
        words = _WORD.findall(each.text)
        singular = [_singular(fold(word)) for word in words]
        for at in range(len(words) - length + 1):
            if " ".join(singular[at : at + length]) == term:
                written[" ".join(words[at : at + length])] += 1
    return written.most_common(1)[0][0] if written else term
