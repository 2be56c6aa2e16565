"""Make the judge of doubtful references: ``python -m tools.tagger.train_judge DATA RENDERED``.

Trains a network (:mod:`tools.tagger.network`) on the strings that the shipped model was trained on,
calibrates it beside that model, scores both together, and writes ``judge.bin`` and ``judge.json``
into the package. Everything drawn at random is drawn from one seed.
"""

from __future__ import annotations

import argparse
import hashlib
import json
import time
from collections.abc import Sequence
from pathlib import Path

import numpy as np

from refconv.tag import model_file, network_file, tagger
from refconv.tag.network import DOUBT, Network
from refconv.tag.tokens import cut
from tools.tagger.calibrate import calibration, expected_error
from tools.tagger.labels import Labelled
from tools.tagger.network import Settings, learn, strings_of
from tools.tagger.score import Score, report, score
from tools.tagger.sets import SEED, by_language, held_out, training_set
from tools.tagger.train import PACKAGE, SOURCES, install

SETTINGS = Settings(seed=SEED)
NO_CURVE = ((0.0, 0.0), (1.0, 1.0))


def calibrated(network: Network, model: bytes, held: Sequence[Labelled]) -> bytes:
    """Write the judge's file, with the curve that makes its chances as true as the model's own."""
    bare = model_file.loads(model_file.with_calibration(model, NO_CURVE))
    judge = network_file.loads(network_file.dumps(network))
    found = bare.tag([cut(item.text) for item in held])
    doubtful = [item for item, tags in zip(held, found, strict=True) if judge.doubts(tags)]
    bare.judge = judge
    tagger.use(bare)
    own = model_file.loads(model)
    chances = np.linspace(0, 1, 1001)
    shares = [own.calibrated(float(chance)) for chance in chances]
    curve = [
        (chance, round(float(np.interp(share, shares, chances)), 4))
        for chance, share in calibration(doubtful)
    ]
    return network_file.dumps(network, curve)


def card(judge: bytes, model: bytes, kinds: dict[str, Score], error: float) -> str:
    """Describe the judge: what it is made of, how, and how well both models do together."""
    content = {
        "model": "hashed embeddings, a window of three, gated recurrent units from both ends; "
        "read by refconv.tag.network",
        "command": "python -m tools.tagger.train_judge DATA RENDERED",
        "learning": SETTINGS._asdict(),
        "doubt": DOUBT,
        "sources": {name: f"{licence}; see card.json" for name, licence in SOURCES.items()},
        "sha256": hashlib.sha256(judge).hexdigest(),
        "bytes": len(judge),
        "beside": {"model.bin": hashlib.sha256(model).hexdigest()},
        "scores": {kind: s.figures() for kind, s in kinds.items()},
        "expected calibration error": round(error, 4),
    }
    return json.dumps(content, ensure_ascii=False, indent=1) + "\n"


def main(arguments: Sequence[str] | None = None) -> None:
    """Train on the data folder and write the judge's files of the package."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("data", type=Path, help="the folder with labelled/, records.jsonl.gz …")
    parser.add_argument("rendered", type=Path, help="the folder that tools.tagger.external wrote")
    parser.add_argument("--out", type=Path, default=PACKAGE, help="where the files go")
    options = parser.parse_args(arguments)
    started = time.monotonic()
    items, weights = training_set(options.data, options.rendered)
    strings = strings_of(items, weights)
    print(f"{len(items)} strings after {time.monotonic() - started:.0f} s", flush=True)
    network = learn(strings, SETTINGS, say=lambda line: print(line, flush=True))
    finish(network, options.data, options.rendered, options.out)
    print(f"{time.monotonic() - started:.0f} s")


def finish(network: Network, data: Path, rendered: Path, out: Path) -> None:
    """Calibrate, score and write."""
    model = (PACKAGE / "model.bin").read_bytes()
    kinds = held_out(data, rendered)
    held = [item for part in kinds.values() for item in part]
    judge = calibrated(network, model, held[::2])
    both = model_file.loads(model)
    both.judge = network_file.loads(judge)
    tagger.use(both)
    scores = {kind: score(part) for kind, part in {**kinds, **by_language(kinds)}.items()}
    error = expected_error(held[1::2])
    install("judge.bin", judge, out)
    install("judge.json", card(judge, model, scores, error).encode(), out)
    print(report(scores))
    print(f"calibration error {error:.4f}, {len(judge) / 1e6:.2f} MB")


if __name__ == "__main__":
    main()
