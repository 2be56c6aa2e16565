"""Marginals and the best sequence of states, from the scores of a batch of strings.

The marginals come from the forward–backward algorithm, as matrix products over all strings of the
batch at once. Where every token's likeliest state is likely enough, and the sequence of them is
allowed, that sequence is the answer. Elsewhere beam search finds the best one, with constraints
that Viterbi decoding cannot express: what a reference holds only once.
"""

from __future__ import annotations

from collections.abc import Sequence
from operator import itemgetter
from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

from refconv.tag.batch import Flags, Floats, reversed_places, taken
from refconv.tag.matmul import block_rows, multiply_each

ONCE = ("title", "container-title", "volume", "issue", "page", "publisher", "publisher-place",
        "author", "edition", "collection-title")  # fmt: skip
"""Labels that a reference holds at most once."""

_FORBIDDEN = -1e4
_LIKELY = 0.6
_TWICE = 6.0
_BEAM = 24
_TINY = np.float32(1e-30)

Lengths = NDArray[np.int64]


class StateSequence(NamedTuple):
    """The states of a string, and their marginals."""

    states: list[int]
    marginals: list[float]


_Path = tuple[float, int, int, "_Path | None"]
"""A path through the states: its score, its last state, a bit set of the labels of :data:`ONCE`
that it holds, and the path before."""


class Decoder:
    """States and the scores of their transitions.

    Attributes:
        states: Their names.
        transitions: Their scores (before, after).
        labels: The labels of the states; empty outside of all values.
        letters: A table for ``bytes.translate`` from a state to its first letter: B for the first
            token of a value, I for the following ones.
    """

    def __init__(self, states: Sequence[str], transitions: Floats) -> None:
        self.states, self.transitions = tuple(states), transitions
        prefixes = "".join(state[0] for state in states)
        self.letters = prefixes.encode().ljust(256)
        self.labels = [state.split("-", 1)[1] if "-" in state else "" for state in states]
        moves = np.where(transitions > _FORBIDDEN / 2, np.exp(transitions), 0).astype("f4")
        # Forwards and backwards.
        self._moves: Floats = np.stack((moves, moves.T))
        self._allowed: Flags = moves > 0
        # By the state that is moved to, then by the one before.
        self._into: list[list[float]] = transitions.T.tolist()
        self._once = {i: 1 << ONCE.index(label) for i, label in enumerate(self.labels)
                      if label in ONCE and prefixes[i] == "B"}  # fmt: skip
        self._ones = np.ones((len(self.states), 1), np.float32)
        self._first = np.array([p in {"B", "O"} for p in prefixes])
        self._others = bytes(i for i in range(len(self.states)) if i not in self._once)

    def marginals(self, scores: Floats, lengths: Lengths) -> Floats:
        """Return the marginal of each state at each (place, string), 0 behind its end.

        ``lengths`` rise: at a place, the strings that have ended come first and are left out.
        """
        places, strings, states = scores.shape
        ended = np.searchsorted(lengths, np.arange(places), side="right").tolist()
        inside = np.arange(places)[:, None] < lengths
        back = reversed_places(inside) * strings + np.arange(strings)
        local: Floats = np.exp(scores - scores.max(axis=2, keepdims=True))
        both = np.stack((local, taken(local, back)))
        both[0, 0] *= self._first
        # Forwards with the place's own score, backwards without.
        found = np.ones_like(both)
        found[0, 0] = self._normalised(both[0, 0])
        state = both[:, 0].copy()
        state[0] = found[0, 0]
        multiply_by = multiply_each if strings > block_rows(states * states) else _multiply
        for t in range(1, places):
            n = ended[t]
            here, own = found[:, t, n:], both[:, t, n:]
            multiply_by(state[:, n - ended[t - 1] :], self._moves, here)
            here[0] *= own[0]
            self._normalised(here)
            state = here.copy()
            state[1] *= own[1]
        forward: Floats = found[0]
        forward *= taken(found[1], back)
        return self._normalised(forward)

    def _normalised(self, values: Floats) -> Floats:
        """Scale rows to a sum of one, in place."""
        # (Rows as short as these are summed by a product in a third of the time of ``sum``.)
        total = values @ self._ones
        total += _TINY
        values /= total
        return values

    def decode(self, scores: Floats, lengths: Lengths, least: float = 0.0) -> list[StateSequence]:
        """Return the best sequence of each string.

        Args:
            scores: The scores (places, strings, states) of strings of rising length.
            lengths: How many tokens each has.
            least: Strings with a smaller marginal are not searched: their likeliest states are
                returned.
        """
        marginals = self.marginals(scores, lengths)
        states, likeliest = marginals.argmax(axis=2), marginals.max(axis=2)
        inside = np.arange(len(scores))[:, None] < lengths
        lowest = np.where(inside, likeliest, 1).min(axis=0)
        moved = np.all(self._allowed[states[:-1], states[1:]] | ~inside[1:], axis=0)
        columns = zip(states.T.tolist(), likeliest.T.tolist(), lengths.tolist(), strict=True)
        result = [StateSequence(column[:n], chances[:n]) for column, chances, n in columns]
        done = moved & (lowest >= _LIKELY)
        done &= [not self._comes_twice(one.states) for one in result]
        for i in np.flatnonzero(~done & (lowest >= least)):
            chances = marginals[: lengths[i], i]
            if found := self._search(scores[: lengths[i], i], chances):
                result[i] = StateSequence(found, chances[np.arange(len(chances)), found].tolist())
        return result

    def _comes_twice(self, states: Sequence[int]) -> bool:
        """Return whether a label of :data:`ONCE` begins more than once."""
        begun = bytes(states).translate(None, self._others)
        return len(begun) > len(set(begun))

    def _search(self, scores: Floats, chances: Floats) -> list[int]:
        """Find the best allowed sequence of likely states by beam search."""
        floor = np.minimum(0.002, chances.max(axis=1) * 0.5)
        places, candidates = np.nonzero(chances >= floor[:, None])
        likely: list[list[tuple[int, float]]] = [[] for _ in range(len(scores))]
        scored = scores[places, candidates].tolist()
        for t, s, score in zip(places.tolist(), candidates.tolist(), scored, strict=True):
            likely[t].append((s, score))
        once = self._once
        beam: list[_Path] = [(x, s, once.get(s, 0), None) for s, x in likely[0] if self._first[s]]
        for following in likely[1:]:
            by_state: dict[int, list[_Path]] = {}
            for path in beam:
                by_state.setdefault(path[1], []).append(path)
            beam = []
            for s, here in following:
                moves, bit = self._into[s], once.get(s, 0)
                best: dict[int, _Path] = {}  # by what a path holds
                for before, paths in by_state.items():
                    if (move := moves[before]) <= _FORBIDDEN / 2:
                        continue
                    for path in paths:
                        score, _, held, _ = path
                        value = score + move + here
                        if held & bit:
                            value -= _TWICE
                        held |= bit
                        if held not in best or best[held][0] < value:
                            best[held] = (value, s, held, path)
                beam += best.values()
            beam.sort(key=itemgetter(0), reverse=True)
            del beam[_BEAM:]
        return _states_of(max(beam, key=itemgetter(0))) if beam else []


def _multiply(rows: Floats, matrices: Floats, out: Floats) -> None:
    np.matmul(rows, matrices, out=out)


def _states_of(path: _Path | None) -> list[int]:
    states: list[int] = []
    while path is not None:
        _, state, _, path = path
        states.append(state)
    return states[::-1]
