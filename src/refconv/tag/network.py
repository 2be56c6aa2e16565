"""The judge of doubtful references: a small recurrent network beside the conditional random field.

It reads a string from both ends with a memory of what came before, which a linear model lacks, and
scores the same states. The two are wrong in different places, so the mean of their scores is
decoded by the same chain. Only NumPy is needed; the weights are trained by ``tools/tagger``.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import NamedTuple
from zlib import crc32

import numpy as np
from numpy.typing import NDArray

from refconv.tag.batch import Floats, Ints, N, View, grid
from refconv.tag.context_features import CONTEXT_FEATURES
from refconv.tag.decoding import Chain, Tagged
from refconv.tag.gru import Reader
from refconv.tag.length_groups import batches
from refconv.tag.matmul import multiply
from refconv.tag.token_features import TOKEN_FEATURES, Looks
from refconv.tag.tokens import Cut
from refconv.tag.vocabulary import ROOM, Vocabulary

BUCKETS = {
    "word": 1 << 14,
    "shape": 1 << 9,
    "prefix": 1 << 12,
    "suffix": 1 << 12,
    "ending": 1 << 11,
}
"""How many rows the values of each token feature share."""
FEATURES = tuple((feature.name, BUCKETS[feature.name]) for feature in TOKEN_FEATURES)
TOKEN_STARTS = tuple(np.cumsum([0, *(size + 1 for _, size in FEATURES), N]).tolist())
"""Where the rows of each token feature begin: the first of each is for no value."""

SURROUNDINGS = {
    "spacing": (1, 4), "from_start": (1, 16), "from_end": (1, 8), "portion": (1, 44),
    "years": (1, 9), "quotes": (1, 8), "quoted": (1, 4), "roles": (1, 8), "kinds": (1, 16),
    "brackets": (1, 12), "numbers": (1, 30), "year_place": (N * N, 8), "opening": (N * N, 216),
    "journals": (N, 21), "sentence": (N, 546),
}  # fmt: skip
"""The context features that are looked at, without the classes in them: by what their value is
divided, and how many there are."""
CONTEXT_STARTS = tuple(np.cumsum([0, *(size + 1 for _, size in SURROUNDINGS.values())]).tolist())
"""Where the rows of each context feature begin: the first of each is for none."""

DOUBT = 0.6
"""The chance of a token under which its string is judged, where nothing else is said."""
_BATCH_TOKENS = 6_000


class Network(NamedTuple):
    """The weights, from the tokens up to the states.

    A token has ``d`` numbers, sums of rows of ``tokens`` and ``contexts`` (rows, d); ``window``
    (3 d, h) looks at it and its neighbours; gated recurrent units (Cho et al. 2014) read from each
    end with ``inner``, ``memory`` (2, h, 3 h) and ``bias`` (2, 2, 3 h), in the order reset, keep,
    new content; then ``out`` (2 h, states), and ``moves`` (states, states) of the chain.
    """

    tokens: Floats
    contexts: Floats
    window: Floats
    window_bias: Floats
    inner: Floats
    memory: Floats
    bias: Floats
    out: Floats
    out_bias: Floats
    moves: Floats


def token_rows(seen: Looks) -> list[int]:
    """The rows of a word: one for each feature of its characters, and its class."""
    rows = []
    for (name, size), value, start in zip(FEATURES, seen, TOKEN_STARTS, strict=False):
        key = f"{name}={value}".encode("utf-8", "replace")
        rows.append(start + (crc32(key) % size + 1 if value else 0))
    return [*rows, TOKEN_STARTS[-2] + seen.class_number]


def context_rows(view: View) -> Ints:
    """The rows of what surrounds each token, one for each of :data:`SURROUNDINGS`."""
    by_name = {feature.name: feature for feature in CONTEXT_FEATURES}
    columns = [
        by_name[name].of(view) // divisor % size + np.int32(start + 1)
        for (name, (divisor, size)), start in zip(
            SURROUNDINGS.items(), CONTEXT_STARTS, strict=False
        )
    ]
    return np.stack(columns, axis=1)


def window(network: Network, vectors: Floats, inside: NDArray[np.bool_]) -> Floats:
    """What each token and its two neighbours say together."""
    vectors = vectors * inside[:, :, None]
    edge = np.zeros_like(vectors[:1])
    before = np.concatenate((edge, vectors[:-1]))
    after = np.concatenate((vectors[1:], edge))
    three = np.concatenate((before, vectors, after), axis=2)
    found = multiply(three.reshape(-1, three.shape[2]), network.window)
    result: Floats = np.maximum(found + network.window_bias, 0).reshape(*inside.shape, -1)
    return result * inside[:, :, None]


def _mean(some: Floats, others: Floats) -> Floats:
    return (some + others) * np.float32(0.5)


class Judge:
    """The network with the chain that its scores and the other model's are decoded by.

    ``doubt`` is the chance of a token's state under which its string is judged. ``calibration`` is
    a rising curve from the mean's chances to those that the other model gives where it is as often
    right: one curve of confidence then serves both.
    """

    def __init__(
        self,
        network: Network,
        doubt: float = DOUBT,
        calibration: Sequence[tuple[float, float]] = ((0.0, 0.0), (1.0, 1.0)),
    ) -> None:
        self.network = network
        self._reader = Reader(network.inner, network.memory, network.bias)
        self.doubt = doubt
        self.calibration = np.asarray(calibration, np.float64).T
        self._vocabulary = Vocabulary(self._learn)
        # Of each type. Room that is never touched takes no memory.
        self._vectors: Floats = np.zeros((ROOM, network.tokens.shape[1]), np.float32)
        self._chain: Chain | None = None

    def doubts(self, tagged: Tagged) -> bool:
        """Whether a string is to be judged."""
        return min(tagged.chances) < self.doubt

    def _together_with(self, other: Chain) -> Chain:
        """The chain of the mean of both models."""
        if self._chain is None:
            self._chain = Chain(other.states, _mean(other.transitions, self.network.moves))
        return self._chain

    def judged(
        self, other: Chain, strings: Sequence[tuple[Cut, Floats]]
    ) -> Iterator[tuple[int, Tagged]]:
        """Decode strings again, given their tokens and the other model's scores; by number."""
        chain = self._together_with(other)
        for batch in batches([len(cut.words) for cut, _ in strings], _BATCH_TOKENS):
            scores = self.scores([strings[i][0] for i in batch])
            for row, i in enumerate(batch):
                own = strings[i][1]
                scores[: len(own), row] = _mean(scores[: len(own), row], own)
            lengths = np.array([len(strings[i][1]) for i in batch])
            for i, found in zip(batch, chain.best(scores, lengths), strict=True):
                chances = np.interp(found.chances, *self.calibration).tolist()
                yield i, Tagged(found.states, chances)

    def scores(self, strings: Sequence[Cut]) -> Floats:
        """Score every state for every (place, string) of a batch."""
        types, view = self._vocabulary.laid_out(strings)
        places, inside = grid(view)
        around = np.zeros((len(view.classes), self._vectors.shape[1]), np.float32)
        for rows in context_rows(view).T:
            around += self.network.contexts.take(rows, axis=0)
        vectors = (self._vectors.take(types, axis=0) + around).take(places, axis=0)
        memory = self._reader.remembered(window(self.network, vectors, inside), inside)
        scores = multiply(memory.reshape(-1, memory.shape[2]), self.network.out)
        return (scores + self.network.out_bias).reshape(*inside.shape, -1)

    def _learn(self, seen: Sequence[Looks], first: int) -> None:
        """Sum the numbers of new types' features."""
        end = first + len(seen)
        rows = np.array([token_rows(one) for one in seen])
        self._vectors[first:end] = self.network.tokens[rows].sum(axis=1)
