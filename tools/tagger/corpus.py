"""Labelled strings as matrices, for training.

A slot is a token feature seen from a place, or a context feature; every token has a value in each.
An attribute (a slot with a value) has a number; a corpus is a matrix of such numbers. Number 0
stands for "none" and for values that are too rare.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

from refconv.tag.batch import Batch, Ints, batch_of, concatenated
from refconv.tag.features import FEATURES, Features, TokenFeature
from refconv.tag.token_features import NO_TOKEN, TokenType, token_type
from tools.tagger.labels import Labelled
from tools.tagger.states import STATES, states_of

Floats = NDArray[np.float32]
_CHUNK = 512
_LONGEST = 400
"""Tokens of the longest string that is trained on."""


class Corpus(NamedTuple):
    """Strings as matrices.

    Attributes:
        slots: The attribute of each token (padding included) in each slot.
        states: The state of each token.
        starts: Where each string begins.
        lengths: How many tokens each string has.
        weights: How much each string counts.
        features: The features that make the slots.
    """

    slots: Ints
    states: NDArray[np.int16]
    starts: Ints
    lengths: Ints
    weights: Floats
    features: Features

    def slots_of(self, name: str) -> NDArray[np.intp]:
        """Return the slots of a feature: several where it is seen from several places."""
        names = [one.name for one, _ in token_slots(self.features)]
        names += [one.name for one in self.features.context]
        return np.flatnonzero(np.array(names) == name)


class Attributes:
    """The numbers of attributes: of tokens by ``feature=value`` and place, of contexts by value."""

    def __init__(self) -> None:
        self.token: dict[str, dict[int | str, int]] = {}
        self.context: list[Ints] = []
        self.size = 1

    def number(self, often: NDArray[np.bool_]) -> Ints:
        """Number the values that are not too rare; the others are 0."""
        numbers = np.where(often, np.cumsum(often) + self.size - 1, 0).astype(np.int32)
        self.size += int(often.sum())
        return numbers


class Types(dict[str, int]):
    """Token types, numbered from 1; 0 is padding."""

    def __init__(self) -> None:
        self.all = [NO_TOKEN]

    def __missing__(self, word: str) -> int:
        number = self[word] = len(self.all)
        self.all.append(token_type(word))
        return number


class Encoded(NamedTuple):
    """Some strings: the types and states of their tokens, their batch, their weights."""

    types: list[list[int]]
    states: list[list[int]]
    batch: Batch
    weights: list[float]


def encoded(items: Sequence[Labelled], weights: Sequence[float], types: Types) -> Iterator[Encoded]:
    """Encode labelled strings, a chunk at a time; strings without tokens are left out."""
    number = {state: i for i, state in enumerate(STATES)}
    for begin in range(0, len(items), _CHUNK):
        end = begin + _CHUNK
        pairs = zip(map(states_of, items[begin:end]), weights[begin:end], strict=True)
        rows = [(row, weight) for row, weight in pairs if 0 < len(row[0]) <= _LONGEST]
        numbers = [[types[word] for word in words] for (words, *_), _ in rows]
        batch = batch_of(
            (
                [types.all[i].class_number for i in own],
                glued,
                [types.all[i].hash_number for i in own],
            )
            for own, ((_, glued, _), _) in zip(numbers, rows, strict=True)
        )
        states = [[number[name] for name in names] for (*_, names), _ in rows]
        yield Encoded(numbers, states, batch, [weight for _, weight in rows])


def token_slots(features: Features) -> list[tuple[TokenFeature, int | str]]:
    """Return the slots of token features: each feature with each of its places."""
    return [(feature, place) for feature in features.token for place in feature.places]


def corpus_of(
    items: Sequence[Labelled],
    weights: Sequence[float],
    rare: int = 2,
    features: Features = FEATURES,
) -> tuple[Corpus, Attributes]:
    """Encode labelled strings; attributes met fewer than ``rare`` times are 0."""
    types = Types()
    chunks = list(encoded(items, weights, types))
    token_types = np.concatenate([concatenated(chunk.types) for chunk in chunks])
    names = Attributes()
    columns = [
        *_token_columns(chunks, token_types, types.all, features, names, rare),
        *_context_columns(chunks, features, names, rare),
    ]
    slots = np.stack(columns, axis=1)
    slots[token_types == 0] = 0
    offsets = _offsets(chunks)
    corpus = Corpus(
        slots,
        np.concatenate([concatenated(chunk.states).astype(np.int16) for chunk in chunks]),
        np.concatenate([c.batch.starts + o for c, o in zip(chunks, offsets, strict=True)]),
        np.concatenate([chunk.batch.lengths for chunk in chunks]),
        np.array([weight for chunk in chunks for weight in chunk.weights], np.float32),
        features,
    )
    return corpus, names


def _offsets(chunks: Sequence[Encoded]) -> Ints:
    """Return where each chunk begins among all tokens."""
    sizes = [len(chunk.batch.classes) for chunk in chunks]
    return (np.cumsum(sizes) - sizes).astype(np.int32)


def _token_columns(
    chunks: Sequence[Encoded],
    token_types: Ints,
    types: Sequence[TokenType],
    features: Features,
    names: Attributes,
    rare: int,
) -> Iterator[Ints]:
    """Yield the attributes of each token slot."""
    offsets = _offsets(chunks)
    neighbours = {
        place: np.concatenate(
            [c.batch.places(place) + o for c, o in zip(chunks, offsets, strict=True)]
        )
        for place in features.places
    }
    counts = np.bincount(token_types, minlength=len(types))
    for feature, place in token_slots(features):
        values: dict[str, int] = {"": 0}
        own = ["", *map(feature.of, types[1:])]
        of_type = np.array([values.setdefault(value, len(values)) for value in own])
        often = np.bincount(of_type, weights=counts, minlength=len(values)) >= rare
        often[0] = False
        numbers = names.number(often)
        for value, i in values.items():
            if often[i]:
                places = names.token.setdefault(f"{feature.name}={value}", {})
                places[place] = int(numbers[i])
        yield numbers[of_type[token_types[neighbours[place]]]]


def _context_columns(
    chunks: Sequence[Encoded], features: Features, names: Attributes, rare: int
) -> Iterator[Ints]:
    """Yield the attributes of each context slot."""
    for feature in features.context:
        values = np.concatenate([feature.of(chunk.batch) for chunk in chunks])
        found, inverse, count = np.unique(values, return_inverse=True, return_counts=True)
        often = count >= rare
        numbers = names.number(often)
        names.context.append(np.stack([found[often], numbers[often]]).astype(np.int32))
        yield numbers[inverse]
