"""The registry of features: what the models know of a token and its surroundings.

Both models, their training and their files take the features from here, in this order. To add one,
write its function in :mod:`~refconv.tag.token_features` or :mod:`~refconv.tag.context_features` and
add a row below. A model file names the features that it was trained with and uses no others, so
that models trained before still load. A feature whose values change their meaning needs a new name.

Token features are functions of a token's characters, seen from several places. Context features
are functions of the whole string. The conditional random field has a weight for each value of
each feature; the recurrent network has an embedding, of fewer values.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import NamedTuple, TypeVar

import numpy as np

from refconv.tag import context_features as context
from refconv.tag.batch import CHUNK_KINDS, Batch, Ints, N
from refconv.tag.context_features import Measure
from refconv.tag.token_features import TokenType


class TokenFeature(NamedTuple):
    """A function of a token's characters.

    Attributes:
        name: Its name in model files.
        measures: What it measures.
        of: Returns its value, ``""`` where it does not apply.
        places: From where the conditional random field sees it: the offsets of the tokens that a
            token sees it at, or their named places (:meth:`refconv.tag.batch.Batch.places`).
        buckets: How many embeddings the network has for its values, which are hashed; 0 if the
            network does not use it.
    """

    name: str
    measures: str
    of: Callable[[TokenType], str]
    places: tuple[int | str, ...] = (0,)
    buckets: int = 0


class ContextFeature(NamedTuple):
    """A function of the string around a token.

    Attributes:
        name: Its name in model files.
        measures: What it measures.
        of: Returns a whole number for each token of a batch.
        size: How many values it has: they lie in ``range(size)``.
        embedded: For the network ``(divisor, count)``: it has an embedding for each value of
            ``value // divisor % count``. (That removes the class, which it embeds anyway.) ``None``
            if the network does not use the feature.
    """

    name: str
    measures: str
    of: Measure
    size: int
    embedded: tuple[int, int] | None = None


class Features(NamedTuple):
    """Some features, in the registry's order: the whole registry, or those of one model."""

    token: tuple[TokenFeature, ...]
    context: tuple[ContextFeature, ...]

    @property
    def places(self) -> tuple[int | str, ...]:
        """All places that token features are seen from."""
        return tuple(dict.fromkeys(place for one in self.token for place in one.places))

    @property
    def names(self) -> tuple[str, ...]:
        """The names, token features first."""
        return (*(one.name for one in self.token), *(one.name for one in self.context))

    def without(self, names: Sequence[str]) -> Features:
        """Return all but some features.

        Raises:
            ValueError: A name is not among them.
        """
        for name in names:
            if name not in self.names:
                raise unknown_feature(name)
        token = tuple(one for one in self.token if one.name not in names)
        return Features(token, tuple(one for one in self.context if one.name not in names))

    def token_feature(self, name: str) -> TokenFeature:
        """Return a token feature by name, or raise a ValueError that names it."""
        return _found(name, self.token)

    def context_feature(self, name: str) -> ContextFeature:
        """Return a context feature by name, or raise a ValueError that names it."""
        return _found(name, self.context)


_Feature = TypeVar("_Feature", TokenFeature, ContextFeature)


def _found(name: str, features: Sequence[_Feature]) -> _Feature:
    for feature in features:
        if feature.name == name:
            return feature
    raise unknown_feature(name)


def unknown_feature(name: str) -> ValueError:
    """Return the error for a feature that is not registered."""
    return ValueError(f"unknown feature {name!r} (the features are listed in refconv.tag.features)")


def measured(features: Sequence[ContextFeature], batch: Batch) -> Ints:
    """Return the values (features, tokens) of some features for the tokens of a batch."""
    values = np.empty((len(features), len(batch.classes)), np.int32)
    for row, feature in zip(values, features, strict=True):
        row[:] = feature.of(batch)
    return values


TOKEN_FEATURES = (
    TokenFeature(
        "word", "the word itself, case folded, without accents", lambda token: token.word,
        (-2, -1, 0, 1, 2, "head", "tail", "after", "before"), buckets=1 << 14,
    ),
    TokenFeature(
        "shape", "case and length; of numbers, how many digits", lambda token: token.shape,
        (-2, -1, 0, 1, 2, "head", "after"), buckets=1 << 9,
    ),
    TokenFeature("prefix", "first three letters", lambda token: token.prefix, buckets=1 << 12),
    TokenFeature(
        "suffix", "last three letters", lambda token: token.suffix,
        (-1, 0, 1, "tail"), buckets=1 << 12,
    ),
    TokenFeature(
        "ending", "last two letters, and the case of the first", lambda token: token.ending,
        buckets=1 << 11,
    ),
)  # fmt: skip
"""Features of single tokens, in order."""

CONTEXT_FEATURES = (
    ContextFeature("class(-1, 0)", "two token classes", context.classes(-1, 0), N**2),
    ContextFeature("class(0, 1)", "two token classes", context.classes(0, 1), N**2),
    ContextFeature("class(-1, 0, 1)", "three token classes", context.classes(-1, 0, 1), N**3),
    ContextFeature("class(-2, -1, 0)", "three token classes", context.classes(-2, -1, 0), N**3),
    ContextFeature("class(0, 1, 2)", "three token classes", context.classes(0, 1, 2), N**3),
    ContextFeature("spacing", "white space before and after", context.spacing, N * 4, (1, 4)),
    ContextFeature("from_start", "tokens before", context.from_start, N * 16, (1, 16)),
    ContextFeature("from_end", "tokens behind", context.from_end, N * 8, (1, 8)),
    ContextFeature("portion", "tenth of the string", context.portion, 44, (1, 44)),
    ContextFeature("years", "years before and behind", context.years, N * 9, (1, 9)),
    ContextFeature("quotes", "inside quotation marks", context.quotes, N * 8, (1, 8)),
    ContextFeature("quoted", "inside any pair of quotation marks", context.quoted, N * 4, (1, 4)),
    ContextFeature("roles", "behind 'in', around 'eds.'", context.roles, N * 8, (1, 8)),
    ContextFeature("kinds", "words typical of a kind of work", context.kinds, N * 16, (1, 16)),
    ContextFeature("brackets", "depth and number of brackets", context.brackets, N * 12, (1, 12)),
    ContextFeature("numbers", "numbers before and behind", context.numbers, N * 30, (1, 30)),
    ContextFeature(
        "year_place", "where the first year stands", context.year_place, 8 * N**2, (N**2, 8)
    ),
    ContextFeature(
        "opening", "how the string begins", context.opening, 216 * N**2, (N**2, 216)
    ),
    ContextFeature(
        "chunk", "kind, length and limits of the chunk", context.chunk, 13 * 9 * CHUNK_KINDS**2
    ),
    ContextFeature("chunk_start", "position in the chunk", context.chunk_start, 39 * N),
    ContextFeature(
        "chunks(-2, 0)", "kinds of two chunks", context.chunks(-2, 0), CHUNK_KINDS**2
    ),
    ContextFeature("chunks(0, 2)", "kinds of two chunks", context.chunks(0, 2), CHUNK_KINDS**2),
    ContextFeature(
        "chunks(-2, 0, 2)", "kinds of three chunks", context.chunks(-2, 0, 2), CHUNK_KINDS**3
    ),
    ContextFeature(
        "chunks(-1, 0, 1)", "kinds of three chunks", context.chunks(-1, 0, 1), CHUNK_KINDS**3
    ),
    ContextFeature("journals", "inside a known journal name", context.journals, 21 * N, (N, 21)),
    ContextFeature(
        "sentence", "sentences, and the chunk's kind", context.sentence, 6 * 7 * 13 * N, (N, 546)
    ),
    ContextFeature("sentence_place", "number of the sentence", context.sentence_place, 5 * N**2),
    ContextFeature("chunk_number", "number of the chunk", context.chunk_number, 12 * 13 * 8),
)  # fmt: skip
"""Features of the surroundings, in order."""

FEATURES = Features(TOKEN_FEATURES, CONTEXT_FEATURES)
"""All features."""
