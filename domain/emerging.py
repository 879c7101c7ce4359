"""What people have begun to talk about: words that many notes share lately and few did before, with those notes.

Works by words alone, in English and Spanish. A group stands out from what was said before it, so there are none until
there is a past. It is offered to a person and becomes nothing by itself.
"""

import re
from collections import Counter, defaultdict
from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import field
from datetime import timedelta
from functools import cache
from itertools import chain, pairwise
from typing import Final, TypeAlias

from domain.metrics import Trend
from domain.names import folded
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
_SHORTEST: Final = 3
_WORD: Final = re.compile(r"[^\W_]+")
#: Is in no text that was taken apart into words.
_ODD: Final = b"\x02"

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


#: Words of one text in their order, each folded and in its singular; "" in the place of one that says little.
Words: TypeAlias = Sequence[str]


@frozen
class Note:
    """Something that was said, and by whom: ``account`` by name, if known, and our id of who wrote it down.

    ``words`` are what `words_of` makes of its ``text``.
    """

    id: int
    text: str
    account: str | None
    by: int
    words: Words


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


def words_of(texts: Iterable[str]) -> list[Words]:
    """The telling words of each of ``texts``, folded and in their singular."""
    # No loop of ours over words: there are thousands of texts, and somebody waits for the digest.
    telling = _Vocabulary().__getitem__
    return [list(map(telling, _plain(text).split())) for text in texts]


def emerging(recent: Sequence[Note], past: Sequence[Words], *, dismissed: Collection[str] = ()) -> tuple[Group, ...]:
    """What stands out in ``recent`` notes, the newest first, from the words of ``past``: the largest group first.

    Nothing of ``dismissed`` terms.
    """
    if len(recent) < _ENOUGH_NOTES or len(past) < _ENOUGH_PAST:
        return ()
    counts = _frequent([note.words for note in recent])
    known = _how_often(counts, past)
    found: list[Group] = []
    for term, count in sorted(counts.items(), key=lambda each: (-each[1], -each[0].count(" "), each[0])):
        rise = (count / len(recent)) / ((known[term] + 1) / (len(past) + 1))
        if rise < _RISE or term in dismissed:
            continue
        # Looked for, and asked who says it, of words alone that do stand out.
        about = saying(term, [note.words for note in recent])
        said = [note for note, is_about in zip(recent, about, strict=True) if is_about]
        if not _is_said_by_enough(said):
            continue
        ids = {each.id for each in said}
        if any(len(ids.intersection(group.notes)) >= _SAME_GROUP * len(ids) for group in found):
            continue
        accounts = tuple(dict.fromkeys(each.account for each in said if each.account))
        found.append(Group(term, _as_written(term, said), tuple(each.id for each in said), known[term], accounts))
        if len(found) == _MOST_GROUPS:
            break
    return tuple(found)


def heard_by_week(terms: Collection[str], weeks: Iterable[Sequence[Words]]) -> dict[str, list[int]]:
    """In how many texts of each week each of ``terms`` was said."""
    counts = [_how_often(terms, texts) for texts in weeks]
    return {term: [count[term] for count in counts] for term in terms}


def saying(term: str, texts: Iterable[Words]) -> list[bool]:
    """Of each of ``texts`` whether it is about ``term`` of a `Group`."""
    one, blank, other = term.partition(" ")
    if not blank:
        return [one in words for words in texts]
    return [one in words and (one, other) in pairwise(words) for words in texts]


class _Vocabulary(dict[str, str]):
    """Folded words, each with its singular if it is telling, else "". Each is judged once."""

    def __missing__(self, word: str) -> str:
        singular = _singular(word)
        is_telling = len(singular) >= _SHORTEST and singular not in _SAYS_LITTLE and not singular.isdecimal()
        self[word] = singular if is_telling else ""
        return self[word]


def _plain(text: str) -> str:
    """The words of ``text``, folded, with blanks between them."""
    try:
        written = text.encode("latin-1").translate(_letters())
    except UnicodeEncodeError:
        written = _ODD
    return " ".join(_WORD.findall(folded(text))) if _ODD in written else written.decode("latin-1")


@cache
def _letters() -> bytes:
    """What becomes of each byte of Latin-1: its letter or digit, folded; a blank; or `_ODD` if it becomes others."""
    table = bytearray()
    for code in range(256):
        plain = " ".join(_WORD.findall(folded(chr(code)))) or " "
        table += plain.encode("latin-1") if len(plain) == 1 and plain <= "\xff" else _ODD
    return bytes(table)


def _frequent(texts: Sequence[Words]) -> dict[str, int]:
    """How many have each term that enough have: telling words, and pairs of them that stand together."""
    counts = Counter(chain.from_iterable(map(set, texts)))
    words = {word: word for word, count in counts.items() if word and count >= _ENOUGH_NOTES}
    # A pair is no more frequent than its words: with nothing in the place of others, what is counted stays small.
    pairs = Counter(chain.from_iterable(map(set, map(pairwise, (map(words.get, text) for text in texts)))))
    shared = [(pair, count) for pair, count in pairs.items() if count >= _ENOUGH_NOTES and all(pair)]
    return {word: counts[word] for word in words} | {f"{one} {other}": count for (one, other), count in shared}


def _how_often(terms: Collection[str], texts: Sequence[Words]) -> Counter[str]:
    """In how many of ``texts`` each of ``terms`` is said."""
    words = {term for term in terms if " " not in term}
    pairs = {(one, other) for one, blank, other in (term.partition(" ") for term in terms) if blank}
    counts = Counter(chain.from_iterable(map(words.intersection, texts)))
    if pairs:
        together = Counter(chain.from_iterable(map(pairs.intersection, map(pairwise, texts))))
        counts.update({f"{one} {other}": count for (one, other), count in together.items()})
    return counts


def _is_said_by_enough(said: Iterable[Note]) -> bool:
    """Whether enough say it, and each of them only once what is nearly the same words."""
    kept: dict[str | int, list[set[str]]] = defaultdict(list)
    apart = 0
    for each in said:
        words = set(map(_singular, _WORD.findall(folded(each.text))))
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


def _singular(word: str) -> str:
    # Both languages, roughly: "licences" and "licencias" need not become one word, "integraciones" and its singular do.
    if len(word) > len("nes") + _SHORTEST and word.endswith("ones"):
        return word[:-2]
    return word[:-1] if len(word) > _SHORTEST and word.endswith("s") and not word.endswith("ss") else word


def _as_written(term: str, said: Sequence[Note]) -> str:
    """How most people write it lately: "SSO", not "sso"."""
    length = term.count(" ") + 1
    written: Counter[str] = Counter()
    for each in said[:_MOST_WRITTEN]:
        words = _WORD.findall(each.text)
        singular = [_singular(folded(word)) for word in words]
        for at in range(len(words) - length + 1):
            if " ".join(singular[at : at + length]) == term:
                written[" ".join(words[at : at + length])] += 1
    return written.most_common(1)[0][0] if written else term
