"""Whether what a machine wrote stands in what it was shown: its quotations, its figures, and nothing that leads away.

Nothing here trusts a text for what it says of itself: words are looked for in the source, figures in what our own
queries counted. What cannot be found there is not repeated to anybody.
"""

import re
import unicodedata
from collections.abc import Iterable, Sequence
from decimal import Decimal
from typing import Final

from domain.numerals import numerals_in
from domain.patterns import late
from domain.plain_words import beyond
from domain.values import frozen

#: A quotation shorter than this (in letters and digits) proves nothing: "a" stands in every text.
_FEWEST: Final = 2
_TOKEN: Final = late(r"\w+", re.UNICODE)
_NUMBER: Final = late(r"\d+(?:[.,'’\u00a0\u202f]\d+)*")
_GROUPED: Final = late(r"\d{1,3}(?:(?P<by>[.,'’\u00a0\u202f])\d{3})(?:(?P=by)\d{3})*")
_QUOTED: Final = late(r"“([^”]*)”|«([^»]*)»|\"([^\"]*)\"|„([^“]*)“")
#: An address, a mention or Slack's own markup of either, however it is dressed up.
_ADDRESS: Final = (
    r"\w{0,20}://\S*|\bwww\.\S*|\bmailto:\S*|[\w.+-]{1,64}@[\w.-]+|<[^<>\s][^<>]{0,2000}>"
    r"|!?\[[^\[\]]{0,500}\]\([^()]{0,2000}\)|@(?:channel|here|everyone)\b"
)
_ADDRESSES: Final = late(_ADDRESS, re.IGNORECASE)
#: The same, and what would be one with a scheme before it.
_LEADS_AWAY: Final = late(rf"{_ADDRESS}|[\w.-]{{0,80}}[\w-]\.(?!\d)[a-z]{{2,24}}\b(?:/\S*)?", re.IGNORECASE)
_UNSEEN: Final = frozenset({"Cc", "Cf", "Co", "Cn", "Cs"})
#: Names that belong to nobody: English writes "I" large, and the field its own short forms.
_EVERYBODYS: Final = frozenset({"i", "lazo", "mql", "mqls", "sal", "sals", "sql", "sqls", "sla", "slas", "icp", "crm"})
_NO_FIGURE: Final = frozenset({"No", "Nl"})
_PERCENT: Final = " percent porcentaje por ciento "


@frozen
class Source:
    """What one thing in the records says: ``text`` in our own words, ``said`` as people wrote it, ``names`` in it.

    ``about`` are words for what kind of thing it is. Figures are those of ``text`` alone: what people write about
    numbers counts nothing, and neither do ``times``, the dates and periods in it: "last 13 weeks" is not thirteen of
    anything.
    """

    text: str
    said: tuple[str, ...] = ()
    names: tuple[str, ...] = ()
    times: tuple[str, ...] = ()
    about: str = ""

    @property
    def figures(self) -> frozenset[Decimal]:
        """All that was counted. "Nobody" is no figure, and takes none of those beside it away."""
        readings = _readings(_without_phrases(self.text, (*self.names, *self.times)))
        return frozenset(number for reading in readings for number in reading or ())


def visible(text: str) -> str:
    """``text`` without what nobody sees: controls, zero-width characters, marks that turn the direction around."""
    shown = "".join(char for char in text if char in "\n\t" or unicodedata.category(char) not in _UNSEEN)
    return " ".join(shown.split())


def passage(words: str, text: str) -> str | None:
    """Where ``words`` stand in ``text``, as they stand there; nothing when they do not.

    Capitals, accents' encoding, punctuation and line breaks may differ; the words and their order may not.
    """
    wanted = [_folded(each[0]) for each in _TOKEN.finditer(visible(words))]
    if sum(len(each) for each in wanted) < _FEWEST:
        return None
    source = visible(text)
    there = list(_TOKEN.finditer(source))
    folded = [_folded(each[0]) for each in there]
    for start in range(len(folded) - len(wanted) + 1):
        if folded[start : start + len(wanted)] == wanted:
            return source[there[start].start() : there[start + len(wanted) - 1].end()]
    return None


def leads_away(text: str) -> bool:
    """Whether there is an address, a mail, a mention or markup in ``text``."""
    return _LEADS_AWAY.search(unicodedata.normalize("NFKC", text)) is not None


def without_links(text: str) -> str:
    """``text`` as it can be shown again: visible characters, and ``[…]`` in place of what leads away."""
    return _LEADS_AWAY.sub("[…]", visible(unicodedata.normalize("NFKC", text)))


def without_addresses(text: str) -> str:
    """The same for a name: a company may be called by its domain."""
    return _ADDRESSES.sub("[…]", visible(unicodedata.normalize("NFKC", text)))


def figures_in(text: str) -> frozenset[Decimal] | None:
    """All that the numbers of ``text`` may mean, in digits or words; ``None`` when one of them cannot be read."""
    if any(unicodedata.category(char) in _NO_FIGURE for char in text):
        return None
    found: set[Decimal] = set()
    for reading in _readings(text):
        if reading is None:
            return None
        found |= reading
    return frozenset(found)


def names_stand(sentence: str, cited: Sequence[Source], question: str, accounts: Iterable[str] = ()) -> bool:
    """Whether each name in ``sentence`` (a word written large within it) stands in what it cites.

    That the ``question`` has a name is no leave to tell another's record of it: its names are looked for also where the
    sentence begins. ``accounts``, those it asks about, must be what the record is of, not merely spoken of in it.
    """
    there = _words(*(text for source in cited for text in (source.text, *source.said, *source.names)))
    large = frozenset(_folded(word) for word in _TOKEN.findall(sentence) if word[0].isupper())
    told = _names_in(sentence) | (large & _names_in(question))
    own = _words(*(name for source in cited for name in source.names))
    return told <= there | _EVERYBODYS and large & _words(*accounts) <= own


def is_supported(sentence: str, cited: Sequence[Source]) -> bool:
    """Whether the quotations and figures of ``sentence`` stand in what it cites. Without a citation nothing does."""
    if not cited or leads_away(sentence) or visible(sentence) != " ".join(sentence.split()):
        return False
    said = [text for source in cited for text in (*source.said, *source.names)]
    for quoted in _QUOTED.finditer(sentence):
        words = next(group for group in quoted.groups() if group is not None)
        if not any(passage(words, text) for text in said):
            return False
    rest = _plain(sentence, cited)
    known = frozenset(number for source in cited for number in source.figures)
    if any(unicodedata.category(char) in _NO_FIGURE for char in rest):
        return False
    # A number that can be read in two ways is known when one of them is.
    return all(reading is not None and not reading.isdisjoint(known) for reading in _readings(rest))


def can_be_checked(sentence: str, cited: Sequence[Source]) -> bool:
    """Whether there is anything in ``sentence`` to look for: a figure, a quotation, or a name in what it cites."""
    said = _words(sentence)
    named = any(own and own <= said for source in cited for own in (_words(name) for name in source.names))
    return named or _QUOTED.search(sentence) is not None or any(True for _reading in _readings(_plain(sentence, cited)))


def goes_further(sentence: str, cited: Sequence[Source]) -> bool:
    """Whether ``sentence`` says anything that is neither quoted nor a word of what it cites, in some form.

    So it gives no causes, compares nothing, praises and blames nobody where our own words do not: what people wrote may
    be quoted, not told, but for the names in it, written large.
    """
    own = [part for source in cited for part in (source.text.replace("%", _PERCENT), source.about, *source.names)]
    # Of a note that is all in capitals every word would be a name: a sentence that tells it writes them small.
    named = frozenset(name for source in cited for text in source.said for name in _names_in(text))
    plain = _TOKEN.sub(
        lambda word: " " if word[0][0].isupper() and _folded(word[0]) in named else word[0], _plain(sentence, cited)
    )
    return bool(beyond(plain, *own, *_EVERYBODYS))


def _plain(sentence: str, cited: Sequence[Source]) -> str:
    """``sentence`` without its quotations, and without the names and times of what it cites."""
    apart = (phrase for source in cited for phrase in (*source.names, *source.times))
    return _without_phrases(_QUOTED.sub(" ", sentence), apart)


def _readings(text: str) -> Iterable[frozenset[Decimal] | None]:
    for number in _NUMBER.finditer(text):
        yield _meanings(number[0])
    yield from numerals_in(text)


def _meanings(number: str) -> frozenset[Decimal]:
    """``1.234`` is a thousand in Madrid and a little over one in Mexico City."""
    found = set()
    digits = re.split(r"[^\d]", number)
    if len(digits) == 1 or _GROUPED.fullmatch(number):
        found.add(Decimal("".join(digits)))
    if len(digits) > 1:
        whole, part = "".join(digits[:-1]), digits[-1]
        separators = re.findall(r"[^\d]", number)
        if separators[-1] in ".," and separators.count(separators[-1]) == 1:
            found.add(Decimal(f"{whole}.{part}"))
    return frozenset(found)


def _names_in(sentence: str) -> frozenset[str]:
    """Words written large where no sentence begins."""
    found = []
    for word in _TOKEN.finditer(sentence):
        before = sentence[: word.start()].rstrip(' “«"(¿¡*_')
        if word[0][0].isupper() and before and before[-1] not in ".!?:…":
            found.append(_folded(word[0]))
    return frozenset(found)


def _words(*texts: str) -> frozenset[str]:
    return frozenset(_folded(word) for text in texts for word in _TOKEN.findall(text))


def _without_phrases(text: str, phrases: Iterable[str]) -> str:
    """Whole words only: a company called "1" is not in "12"."""
    for phrase in sorted(phrases, key=len, reverse=True):
        if phrase.strip():
            text = re.sub(rf"(?<!\w){re.escape(phrase)}(?!\w)", " ", text, flags=re.IGNORECASE)
    return text


def _folded(word: str) -> str:
    plain = unicodedata.normalize("NFKD", word.casefold())
    return "".join(char for char in plain if not unicodedata.combining(char))
