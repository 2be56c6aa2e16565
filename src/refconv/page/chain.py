"""Label the units of a text in sequence: a linear-chain conditional random field.

``B`` begins a reference, ``I`` goes on with it, ``H`` is a heading, ``F`` is furniture or link
text between references, ``O`` is anything else. The weights are learned by
``tools/finder/train.py``; here they are only evaluated, with NumPy.
"""

from __future__ import annotations

import json
import zlib
from collections.abc import Sequence
from functools import cache
from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

from refconv.page.line_signals import Signals
from refconv.tag.models import models_folder

Floats = NDArray[np.float32]
LABELS = "BIHFO"
PLACES = (-2, -1, 0, 1, 2)
"""From where a wide signal is seen, in units."""
MAGIC = b"refconv-chain-1\n"
STEP = 1 / 16
"""Weights are kept as multiples of this."""


class Chain(NamedTuple):
    """The weights.

    ``wide`` has for each name a row of weights, place by place (places × labels); ``own`` a row by
    label. Row 0 is of unknown names.
    """

    names: dict[str, int]
    wide: Floats
    own_names: dict[str, int]
    own: Floats
    transitions: Floats


def scores_of(weights: Chain, signals: Signals) -> Floats:
    """Return the score of each label of each unit (units, labels)."""
    size, width = len(signals.own), len(LABELS)
    total = _summed(signals.own, weights.own_names, weights.own)
    wide = _summed(signals.wide, weights.names, weights.wide).reshape(size, len(PLACES), width)
    for column, place in enumerate(PLACES):
        # A unit at ``t`` is seen from ``t - place``.
        if place >= 0:
            total[: size - place] += wide[place:, column]
        else:
            total[-place:] += wide[: size + place, column]
    return total


def _summed(names: Sequence[Sequence[str]], rows: dict[str, int], table: Floats) -> Floats:
    get = rows.get
    found = [get(name, 0) for some in names for name in some]
    counts = np.fromiter(map(len, names), np.int64, len(names))
    starts = np.cumsum(counts) - counts
    if not found:
        return np.zeros((len(names), table.shape[1]), np.float32)
    taken = table.take(np.array(found, np.int64), axis=0)
    sums = np.zeros((len(names), table.shape[1]), np.float32)
    filled = counts > 0
    sums[filled] = np.add.reduceat(taken, starts[filled], axis=0)
    return sums


WINDOW, OVERLAP = 96, 24
"""Long texts are decoded in windows, side by side; what stands outside of one hardly matters."""


def marginals(scores: Floats, weights: Chain) -> Floats:
    """Return the probability of each label of each unit, given all (forward-backward)."""
    size, width = scores.shape
    count = -(-size // WINDOW)
    overlap = OVERLAP if count > 1 else 0
    longest = min(size, WINDOW) + 2 * overlap
    padded = np.zeros((count * WINDOW + 2 * overlap, width), np.float32)
    padded[overlap : overlap + size] = scores - scores.max(axis=1, keepdims=True)
    starts = np.arange(count) * WINDOW
    local = np.exp(padded[np.arange(longest)[:, None] + starts])
    moves = np.exp(weights.transitions)
    forward, back = np.empty_like(local), np.ones_like(local)
    end = overlap + size - 1 - (count - 1) * WINDOW
    forward[0] = local[0]
    for t in range(1, longest):
        current = (forward[t - 1] @ moves) * local[t]
        if t == overlap:
            current[0] = local[t, 0]  # the text begins here
        current /= current.sum(axis=1, keepdims=True)
        forward[t] = current
    for t in range(longest - 2, -1, -1):
        current = (back[t + 1] * local[t + 1]) @ moves.T
        if t == end:
            current[-1] = 1  # the text ends here
        back[t] = current / current.sum(axis=1, keepdims=True)
    both = (forward * back)[overlap : longest - overlap].transpose(1, 0, 2).reshape(-1, width)
    result: Floats = (both / both.sum(axis=1, keepdims=True))[:size]
    return result


def labels_of(chances: Floats) -> str:
    """Return the likeliest label of each unit."""
    return bytes(_CODES[chances.argmax(axis=1)]).decode()


_CODES = np.frombuffer(LABELS.encode(), np.uint8)


# ---- the file -----------------------------------------------------------------------------------


def dumps(chain: Chain) -> bytes:
    """Write a model file; weights are kept in steps of :data:`STEP`."""
    parts: list[bytes] = []
    tables: list[list[str]] = []
    for names, table in ((chain.names, chain.wide), (chain.own_names, chain.own)):
        steps = np.clip(np.rint(table / STEP), -127, 127).astype(np.int8)
        kept = [name for name in sorted(names) if steps[names[name]].any()]
        parts.append(steps[[names[name] for name in kept]].tobytes())
        tables.append(kept)
    head = {"wide": tables[0], "own": tables[1],
            "transitions": np.round(chain.transitions, 3).tolist()}  # fmt: skip
    text = json.dumps(head, ensure_ascii=False, separators=(",", ":")).encode()
    return MAGIC + zlib.compress(len(text).to_bytes(4, "big") + text + b"".join(parts), 9)


def loads(data: bytes) -> Chain:
    """Read a model file.

    Raises:
        ValueError: It is none.
    """
    if not data.startswith(MAGIC):
        msg = "not a model file of refconv's chain"
        raise ValueError(msg)
    raw = zlib.decompress(data[len(MAGIC) :])
    end = 4 + int.from_bytes(raw[:4], "big")
    head = json.loads(raw[4:end])
    rows: list[dict[str, int]] = []
    tables: list[Floats] = []
    for names, width in ((head["wide"], len(PLACES) * len(LABELS)), (head["own"], len(LABELS))):
        steps = np.frombuffer(raw, np.int8, len(names) * width, end).reshape(-1, width)
        end += len(names) * width
        table = np.zeros((len(names) + 1, width), np.float32)
        table[1:] = steps * np.float32(STEP)
        rows.append({name: row for row, name in enumerate(names, start=1)})
        tables.append(table)
    moves = np.array(head["transitions"], np.float32)
    return Chain(rows[0], tables[0], rows[1], tables[1], moves)


@cache
def chain_in_use() -> Chain:
    """Return the chain of ``chain.bin``: see :mod:`refconv.tag.models`."""
    return loads(models_folder().joinpath("chain.bin").read_bytes())
