"""Make the model again: ``python -m tools.tagger.train DATA``."""

from __future__ import annotations

import argparse
import hashlib
import random
import time
from collections.abc import Sequence
from pathlib import Path
from typing import Any

import numpy as np
from numpy.typing import NDArray

from refconv.text import crf
from tools.tagger.labels import Labelled, read_labelled
from tools.tagger.learner import Attributes, Weights, corpus_of, learn
from tools.tagger.states import STATES

SEED = 20
MODEL = Path(__file__).parents[2] / "src" / "refconv" / "text" / "data" / "model.bin"


def train(
    items: Sequence[Labelled], weights: Sequence[float] | None = None, **parameters: Any
) -> bytes:
    """Train on labelled strings; give the model file."""
    corpus, names = corpus_of(items, weights or [1.0] * len(items))
    return packed(learn(corpus, names.size, **parameters), names)


def packed(weights: Weights, names: Attributes) -> bytes:
    """Write the model file."""
    token = {name: _row(weights.rows[row]) for name, row in names.token.items()}
    context = [
        {int(value): _row(weights.rows[row]) for value, row in zip(*feature, strict=True)}
        for feature in names.context
    ]
    return crf.dumps(STATES, weights.transitions, token, context, ((0.0, 0.0), (1.0, 1.0)))


def _row(values: NDArray[np.float32]) -> dict[int, float]:
    return {int(i): float(values[i]) for i in np.flatnonzero(np.abs(values) > 0.03)}


def is_held_out(item: Labelled) -> bool:
    """A seventh of the documents (of AnyStyle's mixed set: of the strings) is for testing."""
    name = item.text if item.group in {"anystyle", "citations.xml"} else item.group
    return hashlib.sha256(name.encode()).digest()[0] < 256 // 7


def held_out(data: Path) -> dict[str, list[Labelled]]:
    """The strings that training never sees, by kind."""
    kinds: dict[str, list[Labelled]] = {}
    for item in read_labelled(data):
        if is_held_out(item):
            kinds.setdefault(item.source, []).append(item)
    return kinds


def main(arguments: Sequence[str] | None = None) -> None:
    """Train on the data folder and write the model."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("data", type=Path, help="the folder with labelled/, records.jsonl.gz …")
    parser.add_argument("--out", type=Path, default=MODEL)
    options = parser.parse_args(arguments)
    items = [item for item in read_labelled(options.data) if not is_held_out(item)]
    random.Random(SEED).shuffle(items)
    started = time.monotonic()
    model = train(items, say=print)
    options.out.write_bytes(model)
    print(f"{len(items)} strings, {len(model) / 1e6:.2f} MB, {time.monotonic() - started:.0f} s")


if __name__ == "__main__":
    main()
