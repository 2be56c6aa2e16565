"""Labelled strings as matrices, for training.

Every token has the same number of slots: a token feature seen from a place, or a context feature.
An attribute (a slot with a value) has a number; a corpus is a matrix of such numbers. Number 0
stands for "none" and for what is too rare.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

from refconv.tag.batch import PADDING, Ints, view_of
from refconv.tag.context_features import CONTEXT_FEATURES
from refconv.tag.token_features import TOKEN_FEATURES, Looks, looks
from tools.tagger.labels import Labelled
from tools.tagger.states import STATES, states_of

Floats = NDArray[np.float32]


class Corpus(NamedTuple):
    """Strings as matrices: rows of attributes, states, where each begins, how long it is."""

    slots: Ints
    states: NDArray[np.int16]
    starts: Ints
    lengths: Ints
    weights: Floats


class Attributes:
    """The rows' names: of tokens by ``feature=value`` and place, of contexts by their values."""

    def __init__(self) -> None:
        self.token: dict[str, dict[int | str, int]] = {}
        self.context: list[Ints] = []
        self.size = 1


class Types(dict[str, int]):
    """Words by type, numbered from 1, and what each looks like; 0 is no word at all."""

    def __init__(self) -> None:
        self.looks = [Looks("", "", "", "", "", 0, 0)]

    def __missing__(self, word: str) -> int:
        number = self[word] = len(self.looks)
        self.looks.append(looks(word))
        return number


TOKEN_SLOTS = [(feature, place) for feature in TOKEN_FEATURES for place in feature.places]


def corpus_of(items: Sequence[Labelled], weights: Sequence[float], rare: int = 2) -> tuple[
    Corpus, Attributes
]:  # fmt: skip
    """Lay out labelled strings for training; attributes met fewer than ``rare`` times are none."""
    number = {state: i for i, state in enumerate(STATES)}
    types = Types()
    all_types: list[Ints] = []
    all_states: list[NDArray[np.int16]] = []
    columns: list[list[Ints]] = [[] for _ in CONTEXT_FEATURES]
    near: dict[int | str, list[Ints]] = {place: [] for _, place in TOKEN_SLOTS}
    starts, lengths, kept = [], [], []
    place = 0
    gap = [0] * PADDING
    for begin in range(0, len(items), 512):
        all_rows = [states_of(item) for item in items[begin : begin + 512]]
        chosen = [i for i, row in enumerate(all_rows) if 0 < len(row[0]) <= 400]
        rows = [all_rows[i] for i in chosen]
        kept += [weights[begin + i] for i in chosen]
        numbers = [[types[word] for word in words] for words, _, _ in rows]
        view = view_of(
            [
                (
                    [types.looks[i].class_number for i in ids],
                    glued,
                    [types.looks[i].hash_number for i in ids],
                )
                for ids, (_, glued, _) in zip(numbers, rows, strict=True)
            ]
        )
        for feature, column in zip(CONTEXT_FEATURES, columns, strict=True):
            column.append(feature.of(view))
        for where, seen_from in near.items():
            seen_from.append(view.places(where) + np.int32(place))
        ids, states = [*gap], [*gap]
        for own, (_, _, names_of_states) in zip(numbers, rows, strict=True):
            starts.append(place + len(ids))
            lengths.append(len(own))
            ids += own + gap
            states += [number[name] for name in names_of_states] + gap
        all_types.append(np.array(ids, np.int32))
        all_states.append(np.array(states, np.int16))
        place += len(ids)
    token_types = np.concatenate(all_types)
    neighbours = {where: np.concatenate(seen_from) for where, seen_from in near.items()}
    names = Attributes()
    slots = np.zeros((len(token_types), len(TOKEN_SLOTS) + len(columns)), np.int32)
    often_seen = np.bincount(token_types, minlength=len(types.looks))
    for s, (token_feature, place_of) in enumerate(TOKEN_SLOTS):
        values: dict[str, int] = {"": 0}
        field = Looks._fields.index(token_feature.name)
        of_type = np.array(
            [values.setdefault(str(seen[field]), len(values)) for seen in types.looks]
        )
        often = np.bincount(of_type, weights=often_seen, minlength=len(values)) >= rare
        often[0] = False
        rows_of = np.where(often, np.cumsum(often) + names.size - 1, 0).astype(np.int32)
        for value, i in values.items():
            if often[i]:
                places = names.token.setdefault(f"{token_feature.name}={value}", {})
                places[place_of] = int(rows_of[i])
        names.size += int(often.sum())
        slots[:, s] = rows_of[of_type[token_types[neighbours[place_of]]]]
    for s, column in enumerate(columns):
        found, inverse, count = np.unique(
            np.concatenate(column), return_inverse=True, return_counts=True
        )
        often = count >= rare
        rows_of = np.where(often, np.cumsum(often) + names.size - 1, 0).astype(np.int32)
        names.context.append(np.stack([found[often], rows_of[often]]).astype(np.int32))
        names.size += int(often.sum())
        slots[:, len(TOKEN_SLOTS) + s] = rows_of[inverse]
    slots[token_types == 0] = 0
    corpus = Corpus(slots, np.concatenate(all_states), np.array(starts, np.int32),
                    np.array(lengths, np.int32), np.array(kept, np.float32))  # fmt: skip
    return corpus, names
