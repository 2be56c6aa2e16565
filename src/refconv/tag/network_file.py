"""Network files: read and written.

A file names the features that the network has embeddings for, with their sizes. It loads as long
as all of them are in :mod:`refconv.tag.features`; features that it does not name are not used.
"""

from __future__ import annotations

import io
import json
import zlib
from collections.abc import Sequence
from typing import Any

import numpy as np

from refconv.core.lazy_pattern import lazy_pattern
from refconv.tag.batch import Floats
from refconv.tag.features import FEATURES, unknown_feature
from refconv.tag.network import INPUTS, Inputs, Network, Rescorer

MAGIC = b"refconv-judge-1\n"
EMBEDDINGS = ("tokens", "contexts")
"""Kept as whole numbers with a step for each row; the rest is kept in half precision."""


def loads(data: bytes) -> Rescorer:
    """Read a network file; its weights are read when a string is first rescored.

    Raises:
        ValueError: It is no network file, or names a feature that refconv does not have.
    """
    if not data.startswith(MAGIC):
        msg = "not a network file of refconv's tagger"
        raise ValueError(msg)
    head = _head_of(data)

    def network() -> Network:
        stream = io.BytesIO(zlib.decompress(data[len(MAGIC) :]))
        stream.seek(4 + int.from_bytes(stream.read(4), "big"))
        parts = (_part_of(stream, name, shape) for name, shape in head["shapes"].items())
        return Network(*parts)

    inputs = inputs_of(head["features"])
    return Rescorer(network, calibration=head["calibration"], inputs=inputs)


_FIRST_BYTES = 1 << 12


def _head_of(data: bytes) -> dict[str, Any]:
    """Return what a file says of its network, without reading all of it."""
    stream = zlib.decompressobj()
    start = stream.decompress(data[len(MAGIC) :], _FIRST_BYTES)
    missing = 4 + int.from_bytes(start[:4], "big") - len(start)
    if missing > 0:
        start += stream.decompress(stream.unconsumed_tail, missing)
    found: dict[str, Any] = json.loads(start[4 : 4 + int.from_bytes(start[:4], "big")])
    return found


def _part_of(stream: io.BytesIO, name: str, shape: Sequence[int]) -> Floats:
    """Read the next part of a network."""

    def array(kind: str, *shape: int) -> Floats:
        size = int(np.prod(shape)) * np.dtype(kind).itemsize
        return np.frombuffer(stream.read(size), kind).reshape(shape).astype(np.float32)

    if name in EMBEDDINGS:
        steps = array("f2", shape[0], 1)
        return array("i1", *shape) * steps
    return array("f2" if name != "moves" else "f4", *shape)


def dumps(
    network: Network,
    calibration: Sequence[tuple[float, float]] = ((0.0, 0.0), (1.0, 1.0)),
    inputs: Inputs = INPUTS,
) -> bytes:
    """Write a network file; see :class:`~refconv.tag.network.Rescorer` for the arguments."""
    head = json.dumps({
        "shapes": {name: part.shape for name, part in network._asdict().items()},
        "features": inputs.names, "calibration": calibration,
    }).encode()  # fmt: skip
    out = io.BytesIO()
    out.write(len(head).to_bytes(4, "big") + head)
    for name, part in network._asdict().items():
        if name in EMBEDDINGS:
            steps = (np.abs(part).max(axis=1, keepdims=True) / 127).astype("f2")
            steps[steps == 0] = 1
            out.write(steps.tobytes())
            out.write(np.clip(np.rint(part / steps.astype("f4")), -127, 127).astype("i1").tobytes())
        else:
            out.write(part.astype("f2" if name != "moves" else "f4").tobytes())
    return MAGIC + zlib.compress(out.getvalue(), 9)


def inputs_of(names: Sequence[str]) -> Inputs:
    """Return the inputs that :attr:`Inputs.names <refconv.tag.network.Inputs.names>` names.

    Raises:
        ValueError: A feature is not in the registry.
    """
    token, context = [], []
    for entry in names:
        match = _ENTRY.fullmatch(entry)
        if match is None:
            raise unknown_feature(entry)
        if match["divisor"] is None:
            token.append((FEATURES.token_feature(match["name"]), int(match["count"])))
        else:
            feature = FEATURES.context_feature(match["name"])
            context.append((feature, int(match["divisor"]), int(match["count"])))
    return Inputs(token, context)


_ENTRY = lazy_pattern(r"(?P<name>.*?)(?:/(?P<divisor>\d+))?%(?P<count>\d+)")
