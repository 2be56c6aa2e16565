"""The file of the judge's weights: read and written."""

from __future__ import annotations

import io
import json
import zlib
from collections.abc import Sequence

import numpy as np

from refconv.tag.batch import Floats
from refconv.tag.network import BUCKETS, SURROUNDINGS, Judge, Network

MAGIC = b"refconv-judge-1\n"
TABLES = ("tokens", "contexts")
"""What is kept as whole numbers with a step for each row; the rest is kept in half precision."""


def loads(data: bytes) -> Judge:
    """Read the file of a judge."""
    if not data.startswith(MAGIC):
        msg = "this is no refconv judge"
        raise ValueError(msg)
    stream = io.BytesIO(zlib.decompress(data[len(MAGIC) :]))
    head = json.loads(stream.read(int.from_bytes(stream.read(4), "big")))
    if head["features"] != _features():
        msg = "this judge was trained with other features"
        raise ValueError(msg)

    def array(kind: str, *shape: int) -> Floats:
        size = int(np.prod(shape)) * np.dtype(kind).itemsize
        return np.frombuffer(stream.read(size), kind).reshape(shape).astype(np.float32)

    def part(name: str, shape: Sequence[int]) -> Floats:
        if name in TABLES:
            steps = array("f2", shape[0], 1)
            return array("i1", *shape) * steps
        return array("f2" if name != "moves" else "f4", *shape)

    network = Network(*(part(name, shape) for name, shape in head["shapes"].items()))
    return Judge(network, calibration=head["calibration"])


def dumps(
    network: Network, calibration: Sequence[tuple[float, float]] = ((0.0, 0.0), (1.0, 1.0))
) -> bytes:
    """Write the file of a judge; see :class:`Judge` for ``calibration``."""
    head = json.dumps({
        "shapes": {name: part.shape for name, part in network._asdict().items()},
        "features": _features(), "calibration": calibration,
    }).encode()  # fmt: skip
    out = io.BytesIO()
    out.write(len(head).to_bytes(4, "big") + head)
    for name, part in network._asdict().items():
        if name in TABLES:
            steps = (np.abs(part).max(axis=1, keepdims=True) / 127).astype("f2")
            steps[steps == 0] = 1
            out.write(steps.tobytes())
            out.write(np.clip(np.rint(part / steps.astype("f4")), -127, 127).astype("i1").tobytes())
        else:
            out.write(part.astype("f2" if name != "moves" else "f4").tobytes())
    return MAGIC + zlib.compress(out.getvalue(), 9)


def _features() -> list[str]:
    """What a judge looks at: it only fits what it was trained with."""
    return [f"{name}%{size}" for name, size in BUCKETS.items()] + [
        f"{name}/{divisor}%{size}" for name, (divisor, size) in SURROUNDINGS.items()
    ]
