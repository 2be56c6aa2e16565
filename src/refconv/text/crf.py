"""A linear-chain conditional random field, read: scores, marginals and the best sequence.

The model is trained elsewhere (``tools/tagger``). Here it is only evaluated, over many strings at
once and with NumPy: the score of a token is a sum of table rows, the forward and the backward pass
are matrix products. Only where the marginals leave a doubt is the best sequence searched for, by a
beam that knows what a reference may hold only once.
"""

from __future__ import annotations

import io
import json
import zlib
from collections.abc import Sequence
from typing import TYPE_CHECKING, Any, NamedTuple

import numpy as np

from refconv.text.features import (
    CONTEXT_FEATURES,
    PADDING,
    TOKEN_FEATURES,
    View,
    class_of,
    view_of,
)

if TYPE_CHECKING:
    from numpy.typing import NDArray

    Floats = NDArray[np.float32]

MAGIC = b"refconv-tagger-1\n"
ONCE = ("title", "container-title", "volume", "issue", "page", "publisher", "publisher-place",
        "author", "edition", "collection-title")  # fmt: skip
"""What a reference holds at most once."""
_OFFSETS = tuple(sorted({offset for feature in TOKEN_FEATURES for offset in feature.offsets}))
_CACHE = 30_000
_BATCH_TOKENS = 6_000


class Tagged(NamedTuple):
    """The best sequence of a string: the state of each token, and the chance of each."""

    states: list[int]
    chances: Floats


class Table(NamedTuple):
    """Sparse rows of weights: row ``i`` holds ``starts[i]:starts[i + 1]`` of the other two."""

    starts: NDArray[np.int32]
    columns: NDArray[np.uint8]
    weights: Floats

    def dense(self, width: int) -> Floats:
        """Give the rows as a matrix."""
        matrix = np.zeros((len(self.starts) - 1, width), np.float32)
        rows = np.repeat(np.arange(len(self.starts) - 1), np.diff(self.starts))
        matrix[rows, self.columns] = self.weights
        return matrix


class Model:
    """States, transitions and the weights of every feature."""

    def __init__(
        self,
        states: Sequence[str],
        transitions: Floats,
        token_rows: dict[str, int],
        token_table: Table,
        context: Sequence[tuple[NDArray[np.int32], Table]],
        calibration: Sequence[tuple[float, float]] = ((0.0, 0.0), (1.0, 1.0)),
    ) -> None:
        self.states = tuple(states)
        self.transitions = transitions
        self.token_rows = token_rows
        self.token_table = token_table
        self.context_keys = context
        self.calibration = np.asarray(calibration, np.float32).T
        self.prefixes = [state.split("-", 1)[0] for state in states]
        self.labels = [state.split("-", 1)[1] if "-" in state else "" for state in states]
        width = len(states)
        self._lookups: list[tuple[NDArray[np.int32], Floats]] = []
        for feature, (keys, table) in zip(CONTEXT_FEATURES, context, strict=True):
            index = np.zeros(feature.size, np.int32)
            index[keys] = np.arange(1, len(keys) + 1)
            self._lookups.append((index, np.vstack([np.zeros((1, width), np.float32),
                                                    table.dense(width)])))  # fmt: skip
        self._allowed = np.where(transitions > _FORBIDDEN / 2, np.exp(transitions), 0)
        self._once = {i: 1 << ONCE.index(label) for i, label in enumerate(self.labels)
                      if label in ONCE and self.prefixes[i] == "B"}  # fmt: skip
        self._first = np.array([p in {"B", "O"} for p in self.prefixes])
        self._forget()

    def _forget(self) -> None:
        self.types: dict[tuple[str, str], int] = {}
        self._classes: list[int] = [0]
        self._rows = np.zeros((1, len(_OFFSETS), len(self.states)), np.float32)

    # ── scores ──────────────────────────────────────────────────────────────────────────────────

    def numbers_of(self, tokens: Sequence[tuple[str, str]]) -> list[int]:
        """Number the tokens (text, kind) by type, learning types not met before."""
        types = self.types
        try:
            return [types[token] for token in tokens]
        except KeyError:
            fresh = [token for token in dict.fromkeys(tokens) if token not in types]
        for token in fresh:
            types[token] = len(self._classes)
            self._classes.append(class_of(*token))
        self._grow(fresh)
        return [types[token] for token in tokens]

    def _grow(self, fresh: list[tuple[str, str]]) -> None:
        """Sum the weights of new types' features, for each offset."""
        cells: list[int] = []
        rows: list[int] = []
        width = len(self.states)
        find = self.token_rows.get
        for i, token in enumerate(fresh):
            for feature in TOKEN_FEATURES:
                value = feature.of(*token)
                if value:
                    for offset in feature.offsets:
                        row = find(f"{feature.name}[{offset}]={value}")
                        if row is not None:
                            cells.append(i * len(_OFFSETS) + _OFFSETS.index(offset))
                            rows.append(row)
        table = self.token_table
        starts, ends = table.starts[rows], table.starts[np.asarray(rows, np.int64) + 1]
        counts = ends - starts
        inner = np.arange(counts.sum()) - np.repeat(np.cumsum(counts) - counts, counts)
        taken = np.repeat(starts, counts) + inner
        flat = np.repeat(np.asarray(cells, np.int64) * width, counts) + table.columns[taken]
        size = len(fresh) * len(_OFFSETS) * width
        new = np.bincount(flat, weights=table.weights[taken], minlength=size)
        needed = len(self._classes)
        if needed > len(self._rows):
            grown = np.zeros((max(needed, len(self._rows) * 3 // 2), *self._rows.shape[1:]),
                             np.float32)  # fmt: skip
            grown[: needed - len(fresh)] = self._rows[: needed - len(fresh)]
            self._rows = grown
        self._rows[needed - len(fresh) : needed] = new.reshape(len(fresh), len(_OFFSETS), width)

    def scores(self, strings: Sequence[tuple[list[int], list[int]]]) -> tuple[Floats, View]:
        """Score every state for every token of a batch of (type numbers, gluedness)."""
        classes = self._classes
        view = view_of([([classes[i] for i in ids], glued) for ids, glued in strings])
        gap = [0] * PADDING
        numbers = [*gap]
        for ids, _ in strings:
            numbers += ids + gap
        types = np.array(numbers)
        total = np.zeros((len(types), len(self.states)), np.float32)
        for slot, offset in enumerate(_OFFSETS):
            total += self._rows[np.roll(types, -offset), slot]
        for feature, (index, matrix) in zip(CONTEXT_FEATURES, self._lookups, strict=True):
            total += matrix[index[feature.of(view)]]
        return total, view

    # ── sequences ───────────────────────────────────────────────────────────────────────────────

    def tag(self, strings: Sequence[tuple[list[tuple[str, str]], list[int]]]) -> list[Tagged]:
        """Find the best sequence for strings given as ((text, kind) …, glued …), each not empty."""
        if len(self._classes) > _CACHE:
            self._forget()
        order = sorted(range(len(strings)), key=lambda i: len(strings[i][1]))
        result: list[Tagged] = [Tagged([], np.zeros((0, 0), np.float32))] * len(strings)
        batch: list[int] = []
        for i in order:
            if batch and (len(batch) + 1) * len(strings[i][1]) > _BATCH_TOKENS:
                self._tag_batch(strings, batch, result)
                batch = []
            batch.append(i)
        if batch:
            self._tag_batch(strings, batch, result)
        return result

    def _tag_batch(
        self,
        strings: Sequence[tuple[list[tuple[str, str]], list[int]]],
        batch: list[int],
        result: list[Tagged],
    ) -> None:
        numbered = [(self.numbers_of(strings[i][0]), strings[i][1]) for i in batch]
        total, _ = self.scores(numbered)
        lengths = [len(ids) for ids, _ in numbered]
        longest = max(lengths)
        padded = np.zeros((longest, len(batch), len(self.states)), np.float32)
        place = PADDING
        for row, length in enumerate(lengths):
            padded[:length, row] = total[place : place + length]
            place += length + PADDING
        chances = self.marginals(padded, np.array(lengths))
        best = chances.argmax(axis=2)
        sure = chances.max(axis=2)
        for row, i in enumerate(batch):
            length = lengths[row]
            states = best[:length, row].tolist()
            if float(sure[:length, row].min()) < 0.97 or not self._sound(states):
                states = self._search(padded[:length, row], chances[:length, row])
            result[i] = Tagged(states, chances[:length, row])

    def marginals(self, scores: Floats, lengths: NDArray[np.int64]) -> Floats:
        """Forward and backward: the chance of each state at each (place, string)."""
        size, count, width = scores.shape
        local = np.exp(scores - scores.max(axis=2, keepdims=True))
        forward = np.empty_like(local)
        current = local[0] * self._first
        current /= current.sum(axis=1, keepdims=True)
        forward[0] = current
        moves = self._allowed.astype(np.float32)
        for t in range(1, size):
            current = (current @ moves) * local[t]
            current /= current.sum(axis=1, keepdims=True) + 1e-30
            forward[t] = current
        back = np.ones((count, width), np.float32)
        backward_moves = np.ascontiguousarray(moves.T)
        for t in range(size - 1, -1, -1):
            ended = lengths - 1 <= t
            if ended.any():
                back[ended] = 1
            forward[t] *= back
            if t:
                back = (back * local[t]) @ backward_moves
                back /= back.max(axis=1, keepdims=True) + 1e-30
        forward /= forward.sum(axis=2, keepdims=True) + 1e-30
        return forward

    def _sound(self, states: list[int]) -> bool:
        """Whether each step is allowed and nothing comes twice that may come once."""
        allowed = self._allowed
        once = self._once
        seen = once.get(states[0], 0)
        for before, state in zip(states, states[1:], strict=False):
            if not allowed[before, state]:
                return False
            bit = once.get(state, 0)
            if seen & bit:
                return False
            seen |= bit
        return True

    def _search(self, scores: Floats, chances: Floats) -> list[int]:
        """Search the best sound sequence among the likely states, by a beam."""
        moves = self.transitions
        beam: list[tuple[float, int, int, Any]] = []  # score, state, labels seen, path behind
        floor = np.minimum(0.002, chances.max(axis=1) * 0.5)
        places, candidates = np.nonzero(chances >= floor[:, None])
        likely: list[list[int]] = [[] for _ in range(len(scores))]
        for t, s in zip(places.tolist(), candidates.tolist(), strict=True):
            likely[t].append(s)
        once = self._once
        for s in likely[0]:
            if self._first[s]:
                beam.append((float(scores[0, s]), s, once.get(s, 0), None))
        if not beam:
            return chances.argmax(axis=1).tolist()
        for t in range(1, len(scores)):
            best: dict[tuple[int, int], tuple[float, int, int, Any]] = {}
            for s in likely[t]:
                here = float(scores[t, s])
                bit = once.get(s, 0)
                for entry in beam:
                    score, before, seen, _ = entry
                    move = float(moves[before, s])
                    if move <= _FORBIDDEN / 2:
                        continue
                    value = score + move + here
                    if seen & bit:
                        value -= _TWICE
                    key = (s, seen | bit)
                    held = best.get(key)
                    if held is None or held[0] < value:
                        best[key] = (value, s, seen | bit, entry)
            if not best:
                return chances.argmax(axis=1).tolist()
            beam = sorted(best.values(), key=_score, reverse=True)[:_BEAM]
        node: Any = max(beam, key=_score)
        path: list[int] = []
        while node is not None:
            path.append(node[1])
            node = node[3]
        return path[::-1]


_FORBIDDEN = -1e4
_TWICE = 6.0
_BEAM = 24


def _score(entry: tuple[float, int, int, Any]) -> float:
    return entry[0]


# ── the file ────────────────────────────────────────────────────────────────────────────────────


def loads(data: bytes) -> Model:
    """Read a model file."""
    if not data.startswith(MAGIC):
        msg = "this is no refconv tagger model"
        raise ValueError(msg)
    raw = zlib.decompress(data[len(MAGIC) :])
    stream = io.BytesIO(raw)
    head = json.loads(stream.read(int.from_bytes(stream.read(4), "big")))

    def array(kind: str) -> NDArray[Any]:
        size = int.from_bytes(stream.read(4), "big")
        return np.frombuffer(stream.read(size), kind)

    def table() -> Table:
        counts = array("u1").astype(np.int64)
        starts = np.concatenate(([0], np.cumsum(counts))).astype(np.int32)
        return Table(starts, array("u1"), array("i1").astype(np.float32) * head["step"])

    states = head["states"]
    transitions = array("f4").reshape(len(states), len(states)).astype(np.float32)
    names = array("u1").tobytes().decode().split("\n")
    token_table = table()
    context = [(array("i4"), table()) for _ in CONTEXT_FEATURES]
    rows = {name: row for row, name in enumerate(names)}
    return Model(states, transitions, rows, token_table, context, head["calibration"])


def dumps(
    states: Sequence[str],
    transitions: Floats,
    token_weights: dict[str, dict[int, float]],
    context_weights: Sequence[dict[int, dict[int, float]]],
    calibration: Sequence[tuple[float, float]],
) -> bytes:
    """Write a model file; weights are kept in steps of 1/16 within ±7.9."""
    step = 1 / 16
    out = io.BytesIO()

    def array(values: NDArray[Any]) -> None:
        data = values.tobytes()
        out.write(len(data).to_bytes(4, "big") + data)

    def table(rows: Sequence[dict[int, float]]) -> None:
        array(np.array([len(row) for row in rows], np.uint8))
        array(np.array([column for row in rows for column in row], np.uint8))
        steps = np.array([weight / step for row in rows for weight in row.values()])
        array(np.clip(np.rint(steps), -127, 127).astype(np.int8))

    def rounded(row: dict[int, float]) -> dict[int, float]:
        return {c: w for c, w in sorted(row.items()) if abs(w) >= step / 2}

    head = json.dumps({"states": list(states), "step": step, "calibration": calibration}).encode()
    out.write(len(head).to_bytes(4, "big") + head)
    array(transitions.astype(np.float32))
    kept = {name: row for name in sorted(token_weights) if (row := rounded(token_weights[name]))}
    array(np.frombuffer("\n".join(kept).encode(), np.uint8))
    table(list(kept.values()))
    for feature in context_weights:
        rows = {key: row for key in sorted(feature) if (row := rounded(feature[key]))}
        array(np.array(list(rows), np.int32))
        table(list(rows.values()))
    return MAGIC + zlib.compress(out.getvalue(), 9)
