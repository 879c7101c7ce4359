"""How good a mind is at codes: what it got right of what it answered, how often it would not say, what it mixes up."""

import math
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from enum import StrEnum
from types import MappingProxyType
from typing import Final

from domain.taxonomy import LossReason, ReturnReason, Theme, WinReason
from domain.values import frozen


class Kind(StrEnum):
    """What a sentence is about, which decides the codes that it may have."""

    OBJECTION = "objection"
    WIN = "win"
    LOSS = "loss"
    RETURN = "return"


CODES: Final[Mapping[Kind, type[StrEnum]]] = MappingProxyType(
    {Kind.OBJECTION: Theme, Kind.WIN: WinReason, Kind.LOSS: LossReason, Kind.RETURN: ReturnReason}
)

#: A line may name its code by one of these instead of kind and label.
_BY_FIELD: Final = {
    "theme": Kind.OBJECTION,
    "win_reason": Kind.WIN,
    "loss_reason": Kind.LOSS,
    "return_reason": Kind.RETURN,
}
#: Kinds of reasons: a line with a ``reason`` is of the one that has its code, and says ``kind`` where several have it.
_REASONS: Final = (Kind.WIN, Kind.LOSS, Kind.RETURN)
_LANGUAGES: Final = ("en", "es")
#: Of a normal distribution: the bounds hold 95 % of the time.
_Z: Final = 1.959963984540054


@frozen
class Example:
    """A sentence with the code that a careful colleague would choose. ``lang`` is ``en``, ``es`` or nothing."""

    text: str
    kind: Kind
    label: str
    lang: str = ""


@frozen
class Judged:
    """What was answered to an example: a code, or nothing when the mind would not say."""

    example: Example
    answer: str | None

    @property
    def is_right(self) -> bool:
        """Whether it is the colleague's code."""
        return self.answer == self.example.label


@frozen
class Figures:
    """``right`` of ``answered``, which are some of ``asked``."""

    asked: int
    answered: int
    right: int

    @property
    def accuracy(self) -> float | None:
        """The share right of those answered (0…1); nothing when none was."""
        return self.right / self.answered if self.answered else None

    @property
    def abstained(self) -> float:
        """The share (0…1) to which nothing was answered."""
        return 1 - self.answered / self.asked if self.asked else 0.0

    @property
    def bounds(self) -> tuple[float, float]:
        """Wilson's interval of the accuracy, at 95 %; all of 0…1 when nothing was answered."""
        return wilson(self.right, self.answered)


def wilson(right: int, n: int) -> tuple[float, float]:
    """Wilson's score interval of a share, at 95 %: honest for few cases and near 0 and 1."""
    if n == 0:
        return 0.0, 1.0
    share, spread = right / n, _Z * _Z / n
    middle = share + spread / 2
    half = _Z * math.sqrt(share * (1 - share) / n + spread / (4 * n))
    return max(0.0, (middle - half) / (1 + spread)), min(1.0, (middle + half) / (1 + spread))


def example_of(line: Mapping[str, object]) -> Example:
    """One line of a file of labelled sentences. Raises ValueError with what is wrong with it.

    The code is ``label`` beside ``kind``, or a field that names both (``theme``, ``loss_reason``…), or ``reason``: its
    kind is the only one that has this code. `budget`, `poor_fit` and `other` need ``kind`` beside them.
    """
    text, lang = line.get("text"), line.get("lang", "")
    if not isinstance(text, str) or not text.strip():
        raise ValueError("needs a text")
    if lang not in {"", *_LANGUAGES}:
        raise ValueError(f"has the language {lang!r}; known are en and es")
    kind_said, label = _said_in(line)
    try:
        kind = Kind(str(kind_said))
    except ValueError:
        raise ValueError(f"has the kind {kind_said!r}; known are " + ", ".join(Kind)) from None
    if label not in set(CODES[kind]):
        raise ValueError(f"has the label {label!r}, which no {kind} has")
    return Example(text.strip(), kind, str(label), str(lang))


def _said_in(line: Mapping[str, object]) -> tuple[object, object]:
    if "kind" in line:
        label = line.get("label")
        if label is None and line["kind"] in _REASONS:
            label = line.get("reason")
        return line["kind"], label
    fields = [field for field in (*_BY_FIELD, "reason") if field in line]
    if len(fields) != 1:
        raise ValueError("needs kind and label, or one of " + ", ".join((*_BY_FIELD, "reason")))
    label = line[fields[0]]
    if fields[0] in _BY_FIELD:
        return _BY_FIELD[fields[0]], label
    kinds = [kind for kind in _REASONS if label in set(CODES[kind])]
    if len(kinds) == 1:
        return kinds[0], label
    known = f"{' and '.join(kinds)} have: add the kind" if kinds else "nothing has"
    raise ValueError(f"has the reason {label!r}, which {known}")


def figures(judged: Iterable[Judged]) -> Figures:
    """What came out of all of ``judged``."""
    all_of_them = list(judged)
    answered = [each for each in all_of_them if each.answer is not None]
    return Figures(len(all_of_them), len(answered), sum(each.is_right for each in answered))


def by_kind_and_language(judged: Sequence[Judged]) -> list[tuple[str, str, Figures]]:
    """Figures of each kind and language that there are, of each language over all kinds, and of everything."""
    rows: list[tuple[str, str, Figures]] = []
    languages = sorted({each.example.lang for each in judged})
    for kind in (*Kind, None):
        for lang in (*languages, None):
            chosen = [
                each for each in judged if kind in {each.example.kind, None} and lang in {each.example.lang, None}
            ]
            if chosen and (lang is None or lang):
                rows.append((kind.value if kind else "all", lang or "all", figures(chosen)))
    return rows


def confusion(judged: Iterable[Judged]) -> list[tuple[str, str, str, int]]:
    """Kind, right code, code answered and how often, of what was answered wrongly: the most frequent first."""
    wrong = Counter(
        (each.example.kind.value, each.example.label, each.answer)
        for each in judged
        if each.answer is not None and not each.is_right
    )
    return sorted(((*pair, count) for pair, count in wrong.items()), key=lambda row: (-row[3], row[:3]))
