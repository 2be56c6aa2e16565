"""Files of the conditional random field: read, written, calibrated again.

A file names the features that its model was trained with. It loads as long as all of them are in
:mod:`refconv.tag.features`; features that it does not name are not used.
"""

from __future__ import annotations

import ast
import io
import json
import zlib
from collections.abc import Iterable, Sequence
from typing import Any

import numpy as np
from numpy.typing import NDArray

from refconv.tag.batch import Floats
from refconv.tag.crf import Model, Table
from refconv.tag.features import FEATURES, Features, unknown_feature

MAGIC = b"refconv-tagger-2\n"
STEP = 1 / 16
"""Weights are kept as multiples of this."""

TokenWeights = dict[str, dict[tuple[int | str, int], float]]
"""Weights by (place, state), by ``feature=value``."""
ContextWeights = Sequence[dict[int, dict[int, float]]]
"""For each context feature, by value, weights by state."""


def loads(data: bytes) -> Model:
    """Read a model file.

    Raises:
        ValueError: It is no model file, or names a feature that refconv does not have.
    """
    if not data.startswith(MAGIC):
        msg = "not a model file of refconv's tagger"
        raise ValueError(msg)
    stream = io.BytesIO(zlib.decompress(data[len(MAGIC) :]))
    head = json.loads(stream.read(int.from_bytes(stream.read(4), "big")))

    def array(kind: str) -> NDArray[Any]:
        size = int.from_bytes(stream.read(4), "big")
        return np.frombuffer(stream.read(size), kind)

    def table() -> Table:
        counts = array("u2").astype(np.int64)
        starts = np.concatenate(([0], np.cumsum(counts))).astype(np.int32)
        return Table(starts, array("u2"), array("i1").astype(np.int16))

    features = features_of(head["features"])
    states = head["states"]
    transitions = array("f4").reshape(len(states), len(states)).astype(np.float32)
    text = array("u1").tobytes().decode()
    names = text.split("\n") if text else []
    token_table = table()
    context = [(array("i4"), table()) for _ in features.context]
    rows = dict(zip(names, range(len(names)), strict=True))
    return Model(
        states, transitions, rows, token_table, context, head["step"], head["calibration"], features
    )


def dumps(
    states: Sequence[str],
    transitions: Floats,
    token_weights: TokenWeights,
    context_weights: ContextWeights,
    calibration: Sequence[tuple[float, float]] = ((0.0, 0.0), (1.0, 1.0)),
    features: Features = FEATURES,
) -> bytes:
    """Write a model file; weights are kept in steps of 1/16 within ±7.9.

    See :class:`~refconv.tag.crf.Model` for the arguments.
    """
    out = io.BytesIO()
    head = json.dumps({"states": list(states), "step": STEP, "calibration": calibration,
                       "features": names_of(features)}).encode()  # fmt: skip
    out.write(len(head).to_bytes(4, "big") + head)
    _write_array(out, transitions.astype(np.float32))
    places = {place: i for i, place in enumerate(features.places)}
    by_column = {
        name: {places[place] * len(states) + state: w for (place, state), w in row.items()}
        for name, row in token_weights.items()
    }
    kept = {name: row for name in sorted(by_column) if (row := _rounded(by_column[name]))}
    _write_array(out, np.frombuffer("\n".join(kept).encode(), np.uint8))
    _write_table(out, kept.values())
    for feature in context_weights:
        rows = {key: row for key in sorted(feature) if (row := _rounded(feature[key]))}
        _write_array(out, np.array(list(rows), np.int32))
        _write_table(out, rows.values())
    return MAGIC + zlib.compress(out.getvalue(), 9)


def _write_array(out: io.BytesIO, values: NDArray[Any]) -> None:
    data = values.tobytes()
    out.write(len(data).to_bytes(4, "big") + data)


def _write_table(out: io.BytesIO, rows: Iterable[dict[int, float]]) -> None:
    rows = list(rows)
    _write_array(out, np.array([len(row) for row in rows], np.uint16))
    _write_array(out, np.array([column for row in rows for column in row], np.uint16))
    steps = np.array([weight / STEP for row in rows for weight in row.values()])
    _write_array(out, np.clip(np.rint(steps), -127, 127).astype(np.int8))


def _rounded(row: dict[int, float]) -> dict[int, float]:
    """Return the weights of a row that do not round to 0, by column."""
    return {column: w for column, w in sorted(row.items()) if abs(w) >= STEP / 2}


def with_calibration(data: bytes, calibration: Sequence[tuple[float, float]]) -> bytes:
    """Return a model file with another calibration curve."""
    raw = zlib.decompress(data[len(MAGIC) :])
    size = int.from_bytes(raw[:4], "big")
    head = json.dumps({**json.loads(raw[4 : 4 + size]), "calibration": calibration}).encode()
    new = len(head).to_bytes(4, "big") + head + raw[4 + size :]
    return MAGIC + zlib.compress(new, 9)


def names_of(features: Features) -> list[str]:
    """Return features as a model file names them: token features with their places.

    >>> from refconv.tag.features import FEATURES
    >>> names_of(FEATURES)[3]
    "suffix[-1, 0, 1, 'tail']"
    """
    token = [f"{feature.name}{list(feature.places)}" for feature in features.token]
    return token + [feature.name for feature in features.context]


def features_of(names: Sequence[str]) -> Features:
    """Return the features that :func:`names_of` names.

    Raises:
        ValueError: A feature is not in the registry.
    """
    token, context = [], []
    for entry in names:
        if entry.endswith("]"):
            name, _, places = entry.partition("[")
            try:
                seen_from = tuple(ast.literal_eval(f"[{places}"))
            except (SyntaxError, ValueError):
                raise unknown_feature(entry) from None
            token.append(FEATURES.token_feature(name)._replace(places=seen_from))
        else:
            context.append(FEATURES.context_feature(entry))
    return Features(tuple(token), tuple(context))
