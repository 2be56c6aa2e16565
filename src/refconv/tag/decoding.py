"""The chain of states: marginals, and the best sequence, from the scores of a batch.

Forward and backward are matrix products over all strings of the batch at once. Only where the
marginals leave a doubt is the best sequence searched for, by a beam that knows what a reference may
hold only once.
"""

from __future__ import annotations

from collections.abc import Sequence
from operator import itemgetter
from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

from refconv.tag.batch import Flags, Floats
from refconv.tag.matmul import multiply

ONCE = ("title", "container-title", "volume", "issue", "page", "publisher", "publisher-place",
        "author", "edition", "collection-title")  # fmt: skip
"""What a reference holds at most once."""

_FORBIDDEN = -1e4
_SURE = 0.6
_TWICE = 6.0
_BEAM = 24
_TINY = np.float32(1e-30)

Lengths = NDArray[np.int64]


class Tagged(NamedTuple):
    """The best sequence of a string, and the chance of its state at each token."""

    states: list[int]
    chances: list[float]


_Path = tuple[float, int, int, "_Path | None"]
"""A way through the states: its score, its last state, what it holds, the way up to there."""


class Chain:
    """Which states follow which, and how readily.

    ``labels`` are the states' (empty outside of all values); ``letters`` is a table for
    ``bytes.translate`` of what a state is: B the first token of a value, I one more, others none.
    """

    def __init__(self, states: Sequence[str], transitions: Floats) -> None:
        self.states, self.transitions = tuple(states), transitions
        prefixes = "".join(state[0] for state in states)
        self.letters = prefixes.encode().ljust(256)
        self.labels = [state.split("-", 1)[1] if "-" in state else "" for state in states]
        self._moves = np.where(transitions > _FORBIDDEN / 2, np.exp(transitions), 0).astype("f4")
        self._moves_back = np.ascontiguousarray(self._moves.T)
        self._allowed: Flags = self._moves > 0
        # By the state that is moved to, then by the one before.
        self._into: list[list[float]] = transitions.T.tolist()
        self._once = {i: 1 << ONCE.index(label) for i, label in enumerate(self.labels)
                      if label in ONCE and prefixes[i] == "B"}  # fmt: skip
        self._ones = np.ones((len(self.states), 1), np.float32)
        self._first = np.array([p in {"B", "O"} for p in prefixes])

    def marginals(self, scores: Floats, lengths: Lengths) -> Floats:
        """Forward and backward: the chance of each state at each (place, string), 0 behind its end.

        ``lengths`` rise: at a place, the strings that have ended come first and are left out.
        """
        ended = np.searchsorted(lengths, np.arange(len(scores)), side="right").tolist()
        local: Floats = np.exp(scores - scores.max(axis=2, keepdims=True))
        forward = np.zeros_like(local)
        forward[0] = self._shares(local[0] * self._first)
        for t in range(1, len(scores)):
            n = ended[t]
            here = forward[t, n:]
            self._shares(
                np.multiply(multiply(forward[t - 1, n:], self._moves), local[t, n:], out=here)
            )
        back = np.ones_like(local[0])
        for t in range(len(scores) - 1, 0, -1):
            here = back[ended[t] :]
            forward[t, ended[t] :] *= here
            here *= local[t, ended[t] :]
            here[:] = self._shares(multiply(here, self._moves_back))
        forward[0] *= back
        return self._shares(forward)

    def _shares(self, values: Floats) -> Floats:
        """Scale rows to sums of one, in place."""
        # (Rows as short as these are summed by a product in a third of the time of ``sum``.)
        values /= values @ self._ones + _TINY
        return values

    def best(self, scores: Floats, lengths: Lengths, doubt: float = 0.0) -> list[Tagged]:
        """Find the best sequence of each string, given the scores at each (place, string).

        The strings come by rising length.
        Where a chance is below ``doubt`` it is not searched for: the likeliest states are given.
        """
        chances = self.marginals(scores, lengths)
        states = chances.argmax(axis=2)
        sure = np.take_along_axis(chances, states[:, :, None], axis=2)[:, :, 0]
        inside = np.arange(len(scores))[:, None] < lengths
        least = np.where(inside, sure, 1).min(axis=0)
        settled = (least >= _SURE) & self._are_sound(states, inside)
        columns = zip(states.T.tolist(), sure.T.tolist(), lengths.tolist(), strict=True)
        result = [Tagged(column[:n], chance[:n]) for column, chance, n in columns]
        for i in np.flatnonzero(~settled & (least >= doubt)):
            own = chances[: lengths[i], i]
            if found := self._search(scores[: lengths[i], i], own):
                result[i] = Tagged(found, own[np.arange(len(own)), found].tolist())
        return result

    def _are_sound(self, states: NDArray[np.intp], inside: Flags) -> Flags:
        """Whether each step is allowed and nothing comes twice that may come once."""
        sound: Flags = np.all(self._allowed[states[:-1], states[1:]] | ~inside[1:], axis=0)
        for state in self._once:
            sound &= ((states == state) & inside).sum(axis=0) < 2
        return sound

    def _search(self, scores: Floats, chances: Floats) -> list[int]:
        """Search the best sound sequence among the likely states, by a beam."""
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


def _states_of(path: _Path | None) -> list[int]:
    states: list[int] = []
    while path is not None:
        _, state, _, path = path
        states.append(state)
    return states[::-1]
