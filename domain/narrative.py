"""What a machine may say above a digest: a sentence whose one claim the week's records support, all of them.

A claim says how many records of a kind (and of one code of it) there were, and names them. It is supported when these
are exactly the records of that kind and code in the week: fewer would be another number, others would be made up. The
sentence may say that number, the accounts and, quoted, the words of those records. All other words claim nothing
(`domain.plain_words`): there are no comparisons, causes, people.
"""

import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import field
from decimal import Decimal
from enum import StrEnum
from typing import Final

from domain.grounding import Source, figures_in, is_supported, leads_away, names_stand
from domain.masking import Masks
from domain.names import fold, words_of
from domain.patterns import late
from domain.plain_words import beyond
from domain.values import frozen

#: Sentences in a narrative, and letters in each.
SENTENCES: Final = 3
LONGEST: Final = 280
#: Of a kind that happened more often in a week nothing is told: nobody could read so many records beside a sentence.
RECORDS: Final = 60
_QUOTED: Final = late(r"“[^”]*”|«[^»]*»|\"[^\"]*\"")
_ENDS: Final = late(r"[.!?…]+(?=\s+\S)")


class Kind(StrEnum):
    """What a claim counts."""

    OBJECTIONS = "objections"
    WINS = "wins"
    LOSSES = "losses"
    RETURNS = "returns"


@frozen
class Evidence:
    """One record of the week: ``record`` as it is cited (``objection:12``), what it says, and from which channel."""

    record: str
    kind: Kind
    code: str | None
    account: str | None = None
    said: tuple[str, ...] = ()
    channel: str | None = None


@frozen
class Claim:
    """So many records of ``kind`` (of ``code``, or of all codes), namely these."""

    kind: str
    code: str | None
    number: int
    records: tuple[str, ...]


@frozen
class Sentence:
    """A sentence and what it claims."""

    text: str
    claim: Claim


@frozen
class Words:
    """A language: beginnings of words for each kind, the name of each code, and who is not to be named.

    ``kinds`` are folded; of several words in a row each is one beginning.
    """

    kinds: Mapping[Kind, Sequence[str]]
    codes: Mapping[tuple[Kind, str], str]
    people: Sequence[str] = field(default=())


def records_of(evidence: Iterable[Evidence], kind: str, code: str | None) -> frozenset[str]:
    """All records of a kind, or of one code of it."""
    return frozenset(each.record for each in evidence if each.kind == kind and (code is None or each.code == code))


def tellable(evidence: Sequence[Evidence]) -> tuple[Evidence, ...]:
    """The evidence of those kinds of which there is not too much."""
    few = {kind for kind in Kind if len(records_of(evidence, kind, None)) <= RECORDS}
    return tuple(each for each in evidence if each.kind in few)


def supported(sentences: Iterable[Sentence], evidence: Sequence[Evidence], words: Words) -> tuple[Sentence, ...]:
    """The sentences that hold, three at most, none of them twice."""
    held: list[Sentence] = []
    names = Masks(words.people)
    for sentence in sentences:
        if _holds(sentence, evidence, words, names) and all(
            each.claim.records != sentence.claim.records for each in held
        ):
            held.append(sentence)
    return tuple(held[:SENTENCES])


def holds(sentence: Sentence, evidence: Sequence[Evidence], words: Words) -> bool:
    """Whether a sentence says what its records say and nothing more."""
    return _holds(sentence, evidence, words, Masks(words.people))


def _holds(sentence: Sentence, evidence: Sequence[Evidence], words: Words, names: Masks) -> bool:
    claim, text = sentence.claim, sentence.text
    cited = set(claim.records)
    if len(cited) != len(claim.records) or claim.number != len(cited) or not cited:
        return False
    if cited != records_of(evidence, claim.kind, claim.code):
        return False
    return (
        _reads_well(text)
        and _says_only(text, claim, [each for each in evidence if each.record in cited], words, names)
        and (_names_no_other(text, cited, evidence))
    )


def _reads_well(text: str) -> bool:
    plain = _QUOTED.sub(" ", text)
    return bool(text.strip()) and len(text) <= LONGEST and _ENDS.search(plain) is None and not leads_away(text)


def _says_only(text: str, claim: Claim, cited: Sequence[Evidence], words: Words, names: Masks) -> bool:
    accounts = [each.account for each in cited if each.account]
    name = words.codes.get((Kind(claim.kind), claim.code or ""), "")
    if name:  # the name of a code may stand in quotation marks, though nobody said it
        text = re.sub(rf"[“«\"]{re.escape(name)}[”»\"]", name, text, flags=re.IGNORECASE)
    plain = _without(_QUOTED.sub(" ", text), accounts)
    if figures_in(plain) != frozenset({Decimal(claim.number)}):
        return False
    said = Source(str(claim.number), tuple(part for each in cited for part in each.said), tuple(accounts))
    if not is_supported(text, [said]):
        return False
    # A name that none of its records has is made up, or was said where nothing may leave from.
    if not names_stand(text, [said, Source(" ".join([name, *words.kinds.get(Kind(claim.kind), ())]))], ""):
        return False
    folded = " ".join(words_of(fold(plain)))
    bare = folded.replace(" ".join(words_of(fold(name))), " ") if name else folded
    if beyond(plain, name, *words.kinds.get(Kind(claim.kind), ())):
        return False
    if {kind for kind, names in words.kinds.items() if any(_begins(bare, each) for each in names)} != {claim.kind}:
        return False
    named = {code for (kind, code), name in words.codes.items() if kind == claim.kind and _has(folded, name)}
    if named != ({claim.code} if claim.code else set()):
        return False
    return names.mask(plain) == plain


def _names_no_other(text: str, cited: set[str], evidence: Sequence[Evidence]) -> bool:
    own = {fold(each.account) for each in evidence if each.account and each.record in cited}
    others = {fold(each.account) for each in evidence if each.account} - own
    folded = " ".join(words_of(fold(_without(text, [each.account or "" for each in evidence if each.record in cited]))))
    return not any(_has(folded, other) for other in others)


def _without(text: str, names: Iterable[str]) -> str:
    for name in sorted(names, key=len, reverse=True):
        if name.strip():
            text = re.sub(re.escape(name), " ", text, flags=re.IGNORECASE)
    return text


def _begins(folded: str, beginning: str) -> bool:
    return re.search(rf"\b{re.escape(fold(beginning))}", folded) is not None


def _has(folded: str, name: str) -> bool:
    wanted = " ".join(words_of(fold(name)))
    return bool(wanted) and re.search(rf"\b{re.escape(wanted)}\b", folded) is not None
