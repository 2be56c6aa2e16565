"""A recurrent network that rescores doubtful strings.

A bidirectional recurrent network sees the whole string, which a linear-chain conditional random
field does not, and scores the same states. The two make different errors, so the mean of their
scores is decoded under the same constraints. Only NumPy is needed; ``tools/tagger`` trains the
weights.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from functools import cached_property
from typing import NamedTuple
from zlib import crc32

import numpy as np
from numpy.typing import NDArray

from refconv.tag.batch import Batch, Floats, Ints, N, grid
from refconv.tag.decoding import Decoder, StateSequence
from refconv.tag.features import FEATURES, ContextFeature, TokenFeature, measured
from refconv.tag.gru import BidirectionalGRU
from refconv.tag.length_groups import by_length
from refconv.tag.matmul import multiply
from refconv.tag.token_features import TokenType
from refconv.tag.tokens import Cut
from refconv.tag.vocabulary import CAPACITY, Vocabulary

THRESHOLD = 0.75
"""The marginal of a token below which its string is rescored. (Measured in tools/tagger/README.md:
0.9 doubles the strings to rescore and brings next to nothing.)"""
_BATCH_TOKENS = 6_000


_BLOCK_TOKENS = 128
"""Tokens whose embeddings are summed at once: so many stay in the processor's cache."""


class Scored(NamedTuple):
    """A string to be rescored.

    Attributes:
        string: Its tokens.
        scores: Its scores (tokens, states) by the conditional random field.
        contexts: The values (features, tokens) of the context features of :class:`Inputs`.
    """

    string: Cut
    scores: Floats
    contexts: Ints


class Inputs:
    """The features that a network has embeddings for, and where these stand in its two tables.

    Args:
        token: Token features, each with how many embeddings its values share.
        context: Context features, each with the divisor and the count of
            :attr:`~refconv.tag.features.ContextFeature.embedded`.
    """

    def __init__(
        self,
        token: Sequence[tuple[TokenFeature, int]],
        context: Sequence[tuple[ContextFeature, int, int]],
    ) -> None:
        self.token, self.context = tuple(token), tuple(context)
        # The first row of each feature is for no value. The token's class comes last.
        sizes = [*(buckets + 1 for _, buckets in self.token), N]
        self.token_starts: tuple[int, ...] = tuple(np.cumsum([0, *sizes]).tolist())
        sizes = [count + 1 for *_, count in self.context]
        self.context_starts: tuple[int, ...] = tuple(np.cumsum([0, *sizes]).tolist())

    @property
    def names(self) -> list[str]:
        """The features with their sizes, as network files name them."""
        return [f"{one.name}%{buckets}" for one, buckets in self.token] + [
            f"{one.name}/{divisor}%{count}" for one, divisor, count in self.context
        ]

    def token_rows(self, one: TokenType) -> list[int]:
        """Return the rows of a token type's embeddings: of each feature, and of its class."""
        rows = []
        for (feature, buckets), start in zip(self.token, self.token_starts, strict=False):
            value = feature.of(one)
            key = f"{feature.name}={value}".encode("utf-8", "replace")
            rows.append(start + (crc32(key) % buckets + 1 if value else 0))
        return [*rows, self.token_starts[-2] + one.class_number]

    def measured(
        self, batch: Batch, known: Sequence[ContextFeature] = (), values: Ints | None = None
    ) -> Ints:
        """Return the values (features, tokens) of the context features for a batch.

        Args:
            batch: The strings.
            known: Features that were measured before.
            values: Their values (known features, tokens).
        """
        features = [feature for feature, *_ in self.context]
        if values is None or not {*features} <= {*known}:
            return measured(features, batch)
        return values[[known.index(feature) for feature in features]]

    def rows_of(self, values: Ints) -> Ints:
        """Return the rows of the embeddings (features, tokens) of context features' values."""
        divisors, counts = np.array([one[1:] for one in self.context], np.int32).T[:, :, None]
        starts = np.array(self.context_starts[:-1], np.int32)[:, None]
        rows: Ints = values // divisors % counts + (starts + np.int32(1))
        return rows

    def context_rows(self, batch: Batch) -> Ints:
        """Return the rows (tokens, features) of the embeddings of each token's features."""
        return np.ascontiguousarray(self.rows_of(self.measured(batch)).T)


INPUTS = Inputs(
    [(one, one.buckets) for one in FEATURES.token if one.buckets],
    [(one, *one.embedded) for one in FEATURES.context if one.embedded],
)
"""What a network is trained with: the features of the registry that have embeddings."""


class Network(NamedTuple):
    """The weights, from the tokens to the states.

    With ``d`` numbers for a token, ``h`` hidden units and ``s`` states:

    Attributes:
        tokens: Embeddings of token features (rows, d); a token is the sum of its rows.
        contexts: Embeddings of context features (rows, d).
        window: Weights (3 d, h) of a token and its two neighbours.
        window_bias: (h).
        inner: Input weights (2, h, 3 h) of the gated recurrent units (Cho et al. 2014), by
            direction, with the gates in the order reset, update, new content.
        memory: Recurrent weights (2, h, 3 h).
        bias: Input and recurrent biases (2, 2, 3 h).
        out: Weights (2 h, s) of the states' scores.
        out_bias: (s).
        moves: Transition scores (s, s).
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


def window(network: Network, vectors: Floats, inside: NDArray[np.bool_]) -> Floats:
    """Return the hidden units (places, strings, h) of each token and its two neighbours."""
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


class Rescorer:
    """Scores doubtful strings by a network, and decodes them by the mean of both models' scores.

    Args:
        network: The weights, or what loads them when a string is first rescored.
        threshold: A string is rescored if a token's marginal is below it.
        calibration: A rising curve from the mean's marginals to those that the conditional random
            field has where it is as often right: one curve of confidence then serves both.
        inputs: The features that the network was trained with.
    """

    def __init__(
        self,
        network: Network | Callable[[], Network],
        threshold: float = THRESHOLD,
        calibration: Sequence[tuple[float, float]] = ((0.0, 0.0), (1.0, 1.0)),
        inputs: Inputs = INPUTS,
    ) -> None:
        self._given, self.inputs = network, inputs
        self.threshold = threshold
        self.calibration = np.asarray(calibration, np.float64).T
        self._vocabulary = Vocabulary(self._add)
        self._decoder: Decoder | None = None

    @cached_property
    def network(self) -> Network:
        """The weights."""
        return self._given() if callable(self._given) else self._given

    @cached_property
    def _gru(self) -> BidirectionalGRU:
        return BidirectionalGRU(self.network.inner, self.network.memory, self.network.bias)

    @cached_property
    def _vectors(self) -> Floats:
        """The vector of each token type. Memory that is never written to takes no space."""
        return np.zeros((CAPACITY, self.network.tokens.shape[1]), np.float32)

    def is_doubtful(self, decoded: StateSequence) -> bool:
        """Return whether a string is to be rescored."""
        return min(decoded.marginals) < self.threshold

    def _decoder_with(self, other: Decoder) -> Decoder:
        """Return the decoder of the mean of both models."""
        if self._decoder is None:
            self._decoder = Decoder(other.states, _mean(other.transitions, self.network.moves))
        return self._decoder

    def rescored(
        self, other: Decoder, strings: Sequence[Scored]
    ) -> Iterator[tuple[int, StateSequence]]:
        """Decode strings again.

        Args:
            other: The decoder of the conditional random field.
            strings: The strings, with their scores by that model.

        Yields:
            The index of a string, and the sequence of its states.
        """
        decoder = self._decoder_with(other)
        for group in by_length([len(one.string.words) for one in strings], _BATCH_TOKENS):
            contexts = np.concatenate([strings[i].contexts for i in group], axis=1)
            scores = self._scores([strings[i].string for i in group], contexts)
            for column, i in enumerate(group):
                theirs = strings[i].scores
                scores[: len(theirs), column] = _mean(scores[: len(theirs), column], theirs)
            lengths = np.array([len(strings[i].scores) for i in group])
            for i, found in zip(group, decoder.decode(scores, lengths), strict=True):
                marginals = np.interp(found.marginals, *self.calibration).tolist()
                yield i, StateSequence(found.states, marginals)

    def scores(self, strings: Sequence[Cut]) -> Floats:
        """Return the scores (places, strings, states) of strings of rising length."""
        _, batch = self._vocabulary.encode(strings)
        return self._scores(strings, self.inputs.measured(batch)[:, batch.real])

    def _scores(self, strings: Sequence[Cut], contexts: Ints) -> Floats:
        """Return the scores, given the values of the context features, without padding."""
        types = self._vocabulary.types(strings)
        rows = self.inputs.rows_of(contexts)
        vectors = self._vectors.take(types, axis=0)
        for start in range(0, len(types), _BLOCK_TOKENS):
            block = slice(start, start + _BLOCK_TOKENS)
            vectors[block] += self.network.contexts.take(rows[:, block], axis=0).sum(axis=0)
        lengths = np.array([len(string.words) for string in strings], np.int32)
        places, inside = grid(np.cumsum(lengths, dtype=np.int32) - lengths, lengths)
        hidden = self._gru.run(window(self.network, vectors.take(places, axis=0), inside), inside)
        scores = multiply(hidden.reshape(-1, hidden.shape[2]), self.network.out)
        return (scores + self.network.out_bias).reshape(*inside.shape, -1)

    def _add(self, added: Sequence[TokenType], first: int) -> None:
        """Sum the embeddings of new token types."""
        end = first + len(added)
        rows = np.array([self.inputs.token_rows(one) for one in added])
        self._vectors[first:end] = self.network.tokens[rows].sum(axis=1)
