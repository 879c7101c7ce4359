"""Names of companies and sources, folded so that two spellings of one thing meet.

``name_key`` is for equality in storage; nearness ("did you mean …") is judged elsewhere.
"""

import re
import unicodedata
from functools import lru_cache

_LEGAL_FORMS = frozenset(
    [
        "inc",
        "incorporated",
        "corp",
        "corporation",
        "co",
        "company",
        "ltd",
        "limited",
        "llc",
        "llp",
        "plc",
        "gmbh",
        "ag",
        "bv",
        "nv",
        "sarl",
        "sas",
        "spa",
        "srl",
        "sl",
        "slu",
        "sa",
        "sau",
        "sapi",
        "cv",
    ]
)
_WORDS = re.compile(r"[^\W_]+")
_BEYOND_ASCII = re.compile(r"[^\x00-\x7f]+")
#: No two companies' names differ only after this many characters, and an index takes no key without end.
_TELLING = 400


@lru_cache(maxsize=512)
def fold(text: str) -> str:
    """Lower-case ``text`` and drop accents, so that «Logística» and "logistica" are one."""
    return folded(text)


def folded(text: str) -> str:
    """What `fold` gives, for texts too long or too many to be remembered."""
    if text.isascii():
        return text.lower()
    # Decomposed first: a letter in mathematical bold is a capital only once it is plain.
    decomposed = unicodedata.normalize("NFKD", unicodedata.normalize("NFKD", text).casefold())
    return _BEYOND_ASCII.sub(_without_marks, decomposed)


def _without_marks(found: re.Match[str]) -> str:
    return "".join([char for char in found[0] if not unicodedata.combining(char)])


def name_key(name: str) -> str:
    """The key under which a company's name is unique: folded, without punctuation and trailing legal forms.

    "ACME, Inc." and "Acme" share a key. A name made only of legal forms keeps them ("SAS" stays "sas").
    Dotted forms ("S.A. de C.V.", "S.L.") are read as one word. Returns "" for text without letters or digits.
    """
    joined = re.sub(r"\b(\w)\.(?=\w\b)", r"\1", fold(name)[:_TELLING])
    words = _WORDS.findall(joined)
    kept = list(words)
    while len(kept) > 1 and (kept[-1] in _LEGAL_FORMS or (kept[-1] == "de" and len(kept) < len(words))):
        kept.pop()
    return " ".join(kept)


def words_of(folded: str) -> list[str]:
    """The words of a folded text, in order."""
    return _WORDS.findall(folded)


def source_key(source: str) -> str:
    """A lead source as it is stored: folded, with ``_`` for spaces; "" stands for a blank source."""
    return "_".join(_WORDS.findall(fold(source)))
