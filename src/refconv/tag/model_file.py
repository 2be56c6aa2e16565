"""The file of a trained model: read, written, calibrated again."""

from __future__ import annotations

import io
import json
import zlib
from collections.abc import Sequence
from typing import Any

import numpy as np
from numpy.typing import NDArray

from refconv.tag.batch import Floats
from refconv.tag.context_features import CONTEXT_FEATURES
from refconv.tag.crf import Model, Table
from refconv.tag.token_features import TOKEN_FEATURES

MAGIC = b"refconv-tagger-2\n"


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
        counts = array("u2").astype(np.int64)
        starts = np.concatenate(([0], np.cumsum(counts))).astype(np.int32)
        return Table(starts, array("u2"), array("i1").astype(np.int16))

    if head["features"] != _features():
        msg = "this model was trained with other features"
        raise ValueError(msg)
    states = head["states"]
    transitions = array("f4").reshape(len(states), len(states)).astype(np.float32)
    names = array("u1").tobytes().decode().split("\n")
    token_table = table()
    context = [(array("i4"), table()) for _ in CONTEXT_FEATURES]
    rows = {name: row for row, name in enumerate(names)}
    return Model(states, transitions, rows, token_table, context, head["step"], head["calibration"])


def dumps(
    states: Sequence[str],
    transitions: Floats,
    token_weights: dict[str, dict[int, float]],
    context_weights: Sequence[dict[int, dict[int, float]]],
    calibration: Sequence[tuple[float, float]] = ((0.0, 0.0), (1.0, 1.0)),
) -> bytes:
    """Write a model file; weights are kept in steps of 1/16 within ±7.9.

    ``token_weights`` holds, by ``feature=value``, weights by place × state (see
    :func:`column_of`); ``context_weights`` for each context feature, by value, weights by state.
    """
    step = 1 / 16
    out = io.BytesIO()

    def array(values: NDArray[Any]) -> None:
        data = values.tobytes()
        out.write(len(data).to_bytes(4, "big") + data)

    def table(rows: Sequence[dict[int, float]]) -> None:
        array(np.array([len(row) for row in rows], np.uint16))
        array(np.array([column for row in rows for column in row], np.uint16))
        steps = np.array([weight / step for row in rows for weight in row.values()])
        array(np.clip(np.rint(steps), -127, 127).astype(np.int8))

    def rounded(row: dict[int, float]) -> dict[int, float]:
        return {c: w for c, w in sorted(row.items()) if abs(w) >= step / 2}

    head = json.dumps({"states": list(states), "step": step, "calibration": calibration,
                       "features": _features()}).encode()  # fmt: skip
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


def with_calibration(data: bytes, calibration: Sequence[tuple[float, float]]) -> bytes:
    """Write a model file again with another curve of confidence."""
    raw = zlib.decompress(data[len(MAGIC) :])
    size = int.from_bytes(raw[:4], "big")
    head = json.dumps({**json.loads(raw[4 : 4 + size]), "calibration": calibration}).encode()
    new = len(head).to_bytes(4, "big") + head + raw[4 + size :]
    return MAGIC + zlib.compress(new, 9)


def _features() -> list[str]:
    """The features by name: a model only fits the ones that it was trained with."""
    return [f"{f.name}{list(f.places)}" for f in TOKEN_FEATURES] + [
        f.name for f in CONTEXT_FEATURES
    ]
