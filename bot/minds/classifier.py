"""A logistic classifier over a few hundred sentences, in numpy: trained in about a second, read in a millisecond.

There are far fewer sentences than features, so it is solved among the sentences: with the kernel's square root in the
features' place the regularised optimum is the same.
"""

from collections.abc import Sequence
from typing import Final

import numpy as np
from numpy.typing import NDArray

from bot.minds.features import Matrix, Rarity, on_one_core
from domain.values import frozen

#: How far the classifier may trust its sentences against a flat guess: chosen by what it got right of seen.jsonl.
STRENGTH: Final = 10.0
_MOST_STEPS: Final = 400
_SETTLED: Final = 1e-4

Wide = NDArray[np.float64]


@frozen
class Classifier:
    """What was learnt: a weight for each feature and code."""

    codes: tuple[str, ...]
    rarity: Rarity
    weights: Matrix
    biases: Matrix

    def likely(self, text: str) -> list[tuple[str, float]]:
        """Each code with its probability, the likeliest first; they sum to one."""
        with on_one_core():
            scores = (self.rarity.features([text]) @ self.weights + self.biases)[0]
        shares = np.exp(scores - scores.max())
        shares /= shares.sum()
        return [(self.codes[at], float(shares[at])) for at in np.argsort(-shares)]


def learnt(examples: Sequence[tuple[str, str]]) -> Classifier:
    """A classifier of ``examples``, which are texts with their codes. Rare codes count as much as common ones."""
    with on_one_core():
        return _learnt(examples)


def _learnt(examples: Sequence[tuple[str, str]]) -> Classifier:
    codes = tuple(sorted({code for _text, code in examples}))
    rarity = Rarity([text for text, _code in examples])
    features = rarity.features([text for text, _code in examples])
    wanted = np.zeros((len(examples), len(codes)))
    wanted[np.arange(len(examples)), [codes.index(code) for _text, code in examples]] = 1
    worth = STRENGTH * (wanted * (len(examples) / (len(codes) * wanted.sum(axis=0)))).sum(axis=1)
    # The 1 is the bias: a feature that each text has.
    values, vectors = np.linalg.eigh((features @ features.T).astype(np.float64) + 1)
    roots = np.sqrt(np.maximum(values, 0))
    solved = _solve(vectors * roots, wanted, worth)
    per_text = vectors @ (solved / np.maximum(roots, 1e-6)[:, None])
    weights: Matrix = (features.T @ per_text).astype(np.float32)
    return Classifier(codes, rarity, weights, per_text.sum(axis=0).astype(np.float32))


def _solve(features: Wide, wanted: Wide, worth: Wide) -> Wide:
    """Minimise the weighted log loss and half the squared weights: Nesterov's steps, begun anew when they overshoot."""
    steepest = 0.5 * np.linalg.norm(features * np.sqrt(worth)[:, None], 2) ** 2 + 1
    at = np.zeros((features.shape[1], wanted.shape[1]))
    ahead, speed = at, 1.0
    for _step in range(_MOST_STEPS):
        scores = features @ ahead
        shares = np.exp(scores - scores.max(axis=1, keepdims=True))
        shares /= shares.sum(axis=1, keepdims=True)
        slope = features.T @ ((shares - wanted) * worth[:, None]) + ahead
        following = ahead - slope / steepest
        if np.sum(slope * (following - at)) > 0:
            speed = 1.0
        faster = (1 + np.sqrt(1 + 4 * speed * speed)) / 2
        moved = following - at
        ahead, at, speed = following + (speed - 1) / faster * moved, following, faster
        if np.abs(moved).max() < _SETTLED:
            break
    return at
