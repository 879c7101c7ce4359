"""Words of notes as both databases index them: folded, stemmed in English and Spanish, workspace as a word.

Neither engine folds plurals of both languages alike, so the stems are made here and stored.
"""

import re
from functools import lru_cache
from typing import Final

import Stemmer

from domain.names import fold
from storage.ids import WorkspaceId

_WORD: Final = re.compile(r"[^\W_]+")
#: Words beyond this many are not indexed: the start of a long paste says what it is about.
INDEXED_WORDS: Final = 600
_QUERY_WORDS: Final = 12
_TINY: Final = frozenset(
    [
        "a",
        "al",
        "an",
        "and",
        "at",
        "de",
        "del",
        "do",
        "el",
        "en",
        "es",
        "in",
        "is",
        "it",
        "la",
        "las",
        "lo",
        "los",
        "no",
        "of",
        "on",
        "or",
        "que",
        "se",
        "sin",
        "the",
        "to",
        "un",
        "una",
        "y",
    ]
)


def index_text(*texts: str | None) -> str:
    """The stems of ``texts``, each once, in order: what is stored in ``search_text``."""
    stems: dict[str, None] = {}
    words = _WORD.findall(fold(" ".join(text for text in texts if text)))
    for word in words[:INDEXED_WORDS]:
        for stem in _stems(word):
            stems[stem] = None
    return " ".join(stems)


def sqlite_match(workspace_id: WorkspaceId, query: str) -> str | None:
    """``query`` for FTS5: every word in either language's stem, within the workspace. Nothing when it has no words."""
    groups = [" OR ".join(f'"{stem}"' for stem in stems) for stems in query_stems(query)]
    return f'"ws{workspace_id}" AND ' + " AND ".join(f"({group})" for group in groups) if groups else None


def postgresql_query(workspace_id: WorkspaceId, query: str) -> str | None:
    """The same for ``to_tsquery('simple', …)``."""
    groups = [" | ".join(stems) for stems in query_stems(query)]
    return f"ws{workspace_id} & " + " & ".join(f"({group})" for group in groups) if groups else None


def same_words(one: str, other: str) -> bool:
    """Whether both have the same telling words, in either language's forms: "prices" and "the price". Not if empty."""
    ours, theirs = query_stems(one), query_stems(other)
    return (
        bool(ours)
        and len(ours) == len(theirs)
        and all(any(set(word) & set(their) for their in theirs) for word in ours)
    )


def query_stems(query: str, most: int = _QUERY_WORDS) -> list[tuple[str, ...]]:
    """The first ``most`` telling words of ``query``, each in either language's stem."""
    words = _WORD.findall(fold(query))
    telling = [word for word in words if word not in _TINY] or words
    return [_stems(word) for word in telling[:most]]


@lru_cache(maxsize=20_000)
def _stems(word: str) -> tuple[str, ...]:
    english, spanish = _stemmer("english").stemWord(word), _stemmer("spanish").stemWord(word)
    return (english,) if english == spanish else (english, spanish)


@lru_cache(maxsize=2)
def _stemmer(language: str) -> Stemmer.Stemmer:
    return Stemmer.Stemmer(language)
