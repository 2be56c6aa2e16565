"""A learner for the chain: stochastic gradient of the likelihood, AdaGrad steps, L1 shrinkage.

Attributes are rows of one weight matrix. Every token has the same number of slots (a feature seen
at an offset, or a context feature), so that a corpus is a matrix of row numbers; row 0 stays zero
and stands for "none" and for what is too rare.
"""

from __future__ import annotations

import random
import time
from collections.abc import Callable, Sequence
from typing import Any, NamedTuple

import numpy as np
from numpy.typing import NDArray
from scipy import sparse

from refconv.text.features import CONTEXT_FEATURES, PADDING, TOKEN_FEATURES, class_of, view_of
from tools.tagger.labels import Labelled
from tools.tagger.states import STATES, allowed, states_of

FORBIDDEN = -1e4
Ints = NDArray[np.int32]
Floats = NDArray[np.float32]


class Corpus(NamedTuple):
    """Strings as matrices: rows of attributes, states, where each begins, how long it is."""

    slots: Ints
    states: NDArray[np.int16]
    starts: Ints
    lengths: Ints
    weights: Floats


class Attributes:
    """The names of the rows: token attributes by name, context attributes by (feature, value)."""

    def __init__(self) -> None:
        self.token: dict[str, int] = {}
        self.context: list[Ints] = []
        self.size = 1


TOKEN_SLOTS = [(feature, offset) for feature in TOKEN_FEATURES for offset in feature.offsets]


def corpus_of(items: Sequence[Labelled], weights: Sequence[float], rare: int = 2) -> tuple[
    Corpus, Attributes
]:  # fmt: skip
    """Lay out labelled strings for training; attributes met fewer than ``rare`` times are none."""
    number = {state: i for i, state in enumerate(STATES)}
    types: dict[tuple[str, str], int] = {("", ""): 0}
    all_types: list[Ints] = []
    all_states: list[NDArray[np.int16]] = []
    columns: list[list[Ints]] = [[] for _ in CONTEXT_FEATURES]
    starts, lengths, kept = [], [], []
    place = 0
    gap = [0] * PADDING
    for begin in range(0, len(items), 512):
        rows = [states_of(item) for item in items[begin : begin + 512]]
        chosen = [i for i, row in enumerate(rows) if 0 < len(row[0]) <= 400]
        rows = [rows[i] for i in chosen]
        kept += [weights[begin + i] for i in chosen]
        view = view_of([([class_of(*t) for t in tokens], glued) for tokens, glued, _ in rows])
        for feature, column in zip(CONTEXT_FEATURES, columns, strict=True):
            column.append(feature.of(view))
        ids, states = [*gap], [*gap]
        for tokens, _, names in rows:
            starts.append(place + len(ids))
            lengths.append(len(tokens))
            ids += [types.setdefault(token, len(types)) for token in tokens] + gap
            states += [number[name] for name in names] + gap
        all_types.append(np.array(ids, np.int32))
        all_states.append(np.array(states, np.int16))
        place += len(ids)
    token_types = np.concatenate(all_types)
    names = Attributes()
    slots = np.zeros((len(token_types), len(TOKEN_SLOTS) + len(columns)), np.int32)
    seen = np.bincount(token_types, minlength=len(types))
    for s, (feature, offset) in enumerate(TOKEN_SLOTS):
        values: dict[str, int] = {"": 0}
        of_type = np.array(
            [0, *(values.setdefault(feature.of(*t), len(values)) for t in list(types)[1:])]
        )
        often = np.bincount(of_type, weights=seen, minlength=len(values)) >= rare
        often[0] = False
        rows_of = np.where(often, np.cumsum(often) + names.size - 1, 0).astype(np.int32)
        for value, i in values.items():
            if often[i]:
                names.token[f"{feature.name}[{offset}]={value}"] = int(rows_of[i])
        names.size += int(often.sum())
        slots[:, s] = rows_of[of_type[np.roll(token_types, -offset)]]
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


class Weights(NamedTuple):
    """The trained numbers: a row of states for each attribute, and the transitions."""

    rows: Floats
    transitions: Floats


def learn(
    corpus: Corpus,
    size: int,
    *,
    epochs: int = 6,
    rate: float = 0.15,
    l1: float = 2e-6,
    drop: float = 0.0,
    seed: int = 20,
    say: Callable[[str], Any] = lambda _: None,
) -> Weights:
    """Train; the last third of the way is averaged.

    ``drop`` is the chance that a token's own words (see :func:`_word_slots`) are hidden.
    """
    width = len(STATES)
    rng = np.random.default_rng(seed)
    order_rng = random.Random(seed)
    may = np.array([[allowed(a, b) for b in STATES] for a in STATES])
    first = np.array([state == "O" or state.startswith("B-") for state in STATES])
    rows = np.zeros((size, width), np.float32)
    past = np.full((size, width), 1e-2, np.float32)
    moves = np.zeros((width, width), np.float32)
    past_moves = np.full((width, width), 1.0, np.float32)
    mean_rows = np.zeros_like(rows)
    mean_moves = np.zeros_like(moves)
    averaged = 0
    word_slots = _word_slots()
    batches = _batches(corpus.lengths, 9_000)
    steps = epochs * len(batches)
    step = 0
    for epoch in range(epochs):
        order_rng.shuffle(batches)
        began, loss, count = time.monotonic(), 0.0, 0
        for batch in batches:
            step += 1
            pace = rate * (1 - 0.8 * step / steps)
            lengths = corpus.lengths[batch]
            longest = int(lengths.max())
            grid = corpus.starts[batch][None, :] + np.arange(longest)[:, None]
            valid = np.arange(longest)[:, None] < lengths[None, :]
            tokens = grid[valid]
            slots = corpus.slots[tokens]
            if drop:
                hide = rng.random(len(tokens)) < drop
                slots = slots.copy()
                slots[np.ix_(hide, word_slots)] = 0
            used, inverse = np.unique(slots, return_inverse=True)
            inverse = inverse.reshape(slots.shape)
            incidence = sparse.csr_matrix(
                (np.ones(slots.size, np.float32), inverse.ravel().astype(np.int32),
                 np.arange(0, slots.size + 1, slots.shape[1])),
                shape=(len(tokens), len(used)),
            )  # fmt: skip
            local = rows[used]
            scores = np.zeros((longest, len(batch), width), np.float32)
            scores[valid] = incidence @ local
            weight = corpus.weights[batch]
            gold = np.zeros((longest, len(batch)), np.int16)
            gold[valid] = corpus.states[tokens]
            nll, chances, expected = _gradient(
                scores, lengths, gold, np.where(may, moves, FORBIDDEN), first, weight
            )
            loss += nll
            count += len(batch)
            slope = incidence.T @ chances[valid] / len(batch)
            slope[used == 0] = 0
            past[used] += slope * slope
            scale = pace / np.sqrt(past[used])
            local -= scale * slope
            if l1:
                local = np.sign(local) * np.maximum(np.abs(local) - scale * l1, 0)
            rows[used] = local
            expected /= len(batch)
            past_moves += expected * expected
            moves -= pace * expected / np.sqrt(past_moves)
            if step > steps * 2 // 3:
                averaged += 1
                mean_moves += moves
                if averaged % 8 == 1:
                    mean_rows += rows
        say(f"epoch {epoch + 1}: {loss / count:.3f} a string, {time.monotonic() - began:.0f} s")
    mean_rows /= (averaged + 7) // 8
    mean_moves /= averaged
    return Weights(mean_rows, np.where(may, mean_moves, FORBIDDEN).astype(np.float32))


def _word_slots() -> NDArray[np.int64]:
    lexical = {"word"}
    return np.array([s for s, (f, _) in enumerate(TOKEN_SLOTS) if f.name in lexical])


def _batches(lengths: Ints, tokens: int) -> list[NDArray[np.int64]]:
    """Strings of like length together, about so many tokens a batch."""
    order = np.argsort(lengths, kind="stable")
    result, begin = [], 0
    while begin < len(order):
        end = begin + 1
        while end < len(order) and (end - begin + 1) * lengths[order[end]] <= tokens:
            end += 1
        result.append(order[begin:end])
        begin = end
    return result


def _gradient(
    scores: Floats,
    lengths: Ints,
    gold: NDArray[np.int16],
    moves: Floats,
    first: NDArray[np.bool_],
    weight: Floats,
) -> tuple[float, Floats, Floats]:
    """The loss, and its slope by token scores and by transitions (expected minus seen)."""
    size, count, width = scores.shape
    top = scores.max(axis=2, keepdims=True)
    local = np.exp(scores - top)
    step = np.exp(moves).astype(np.float32)
    forward = np.empty_like(local)
    norm = np.ones((size, count), np.float32)
    current = local[0] * first
    for t in range(size):
        if t:
            current = (current @ step) * local[t]
        norm[t] = current.sum(axis=1) + 1e-30
        current /= norm[t][:, None]
        forward[t] = current
    place = np.arange(size)[:, None]
    valid = place < lengths[None, :]
    rows = np.arange(count)
    seen = np.take_along_axis(scores, gold[:, :, None].astype(np.int64), 2)[:, :, 0]
    gold_score = (seen * valid).sum(axis=0)
    follows = valid[1:]
    gold_score += (moves[gold[:-1], gold[1:]] * follows).sum(axis=0)
    log_z = ((np.log(norm) + top[:, :, 0]) * valid).sum(axis=0)
    loss = float(((log_z - gold_score) * weight).sum())
    back = np.ones((count, width), np.float32)
    expected = np.zeros((width, width), np.float32)
    for t in range(size - 1, -1, -1):
        back[lengths - 1 <= t] = 1
        alpha = forward[t].copy()
        forward[t] *= back
        forward[t] /= forward[t].sum(axis=1, keepdims=True) + 1e-30
        if t:
            inner = local[t] * back
            live = (lengths > t) * weight
            before = forward[t - 1]
            total = ((before @ step) * inner).sum(axis=1) + 1e-30
            expected += ((before * (live / total)[:, None]).T @ inner) * step
            back = inner @ step.T
            back /= back.max(axis=1, keepdims=True) + 1e-30
        del alpha
    np.subtract.at(expected, (gold[:-1][follows], gold[1:][follows]),
                   np.broadcast_to(weight, follows.shape)[follows])  # fmt: skip
    forward[place, rows, gold] -= 1
    forward *= (valid * weight)[:, :, None]
    return loss, forward, expected
