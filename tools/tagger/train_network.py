"""Train the recurrent network: ``python -m tools.tagger.train_network DATA [RENDERED]``.

Trains (:mod:`tools.tagger.network_learner`) on the strings of the conditional random field,
calibrates, scores both models together, and writes ``network.bin`` and ``network.json`` into the
folder of ``model.bin``. Everything random is drawn from one seed.
"""

from __future__ import annotations

import json
import time
from collections.abc import Sequence
from pathlib import Path

import numpy as np

from refconv.tag import lexicon, model_file, network_file, tagger
from refconv.tag.network import INPUTS, THRESHOLD, Network
from refconv.tag.tokens import cut
from tools.tagger.calibrate import calibration, expected_error
from tools.tagger.labels import Labelled
from tools.tagger.network_learner import Settings, grown, learn, strings_of
from tools.tagger.score import Score, report, scores_of
from tools.tagger.sets import MADE, SEED, Sources, held_out, training_set
from tools.tagger.train_crf import SOURCES, digest, files_of, install, options_of

SETTINGS = Settings(seed=SEED)
NO_CURVE = ((0.0, 0.0), (1.0, 1.0))


def calibrated(network: Network, model: bytes, held: Sequence[Labelled]) -> bytes:
    """Return the network file, with the curve that brings its marginals to the model's scale."""
    bare = model_file.loads(model_file.with_calibration(model, NO_CURVE))
    rescorer = network_file.loads(network_file.dumps(network))
    found = bare.tag([cut(item.text) for item in held])
    doubtful = [item for item, tags in zip(held, found, strict=True) if rescorer.is_doubtful(tags)]
    bare.rescorer = rescorer
    tagger.use(bare)
    own = model_file.loads(model)
    marginals = np.linspace(0, 1, 1001)
    shares = [own.calibrated(float(marginal)) for marginal in marginals]
    curve = [
        (marginal, round(float(np.interp(share, shares, marginals)), 4))
        for marginal, share in (calibration(doubtful) if doubtful else NO_CURVE)
    ]
    return network_file.dumps(network, curve)


def card(
    sources: Sources,
    settings: Settings,
    network: bytes,
    model: bytes,
    kinds: dict[str, Score],
    error: float,
    origin: dict[str, str],
) -> str:
    """Return the card: what the network is made of, how, and how well both models do together."""
    content = {
        "model": "hashed embeddings, a window of three tokens, bidirectional gated recurrent "
        "units; read by refconv.tag.network",
        "command": "python -m tools.tagger.train_network DATA RENDERED"
        + (f" --made {sources.made}" if sources.made != MADE else "")
        + (f" --epochs {settings.epochs}" if settings.epochs != SETTINGS.epochs else "")
        + (" --start FOLDER" if origin else ""),
        "trained further from": origin,
        "features": INPUTS.names,
        "learning": {**settings._asdict(), "made": sources.made},
        "threshold": THRESHOLD,
        "sources": {
            name: {"licence": SOURCES.get(name, "made up"), "sha256": digest(path.read_bytes())}
            for name, path in files_of(sources).items()
        },
        "sha256": digest(network),
        "bytes": len(network),
        "rescores": {"model.bin": digest(model)},
        "scores": {kind: s.figures() for kind, s in kinds.items()},
        "expected calibration error": round(error, 4),
    }
    return json.dumps(content, ensure_ascii=False, indent=1) + "\n"


def main(arguments: Sequence[str] | None = None) -> None:
    """Train on the data folder and write the files."""
    parser = options_of((__doc__ or "").partition("\n")[0], SETTINGS.epochs)
    parser.add_argument(
        "--start",
        type=Path,
        help="a folder with a network to train further, at a third of the rate; with --epochs 0 "
        "it only gets weights for the labels that it does not know",
    )
    parser.add_argument("--size", type=int, default=SETTINGS.memory, help="hidden units")
    options = parser.parse_args(arguments)
    sources = Sources(options.data, options.rendered, options.made)
    settings = SETTINGS._replace(
        epochs=options.epochs, memory=options.size, width=min(options.size, SETTINGS.width)
    )
    started = time.monotonic()
    lexicon.use_journals((options.out / "journals.bin").read_bytes())
    start: Network | None = None
    origin: dict[str, str] = {}
    if options.start is not None:
        data = (options.start / "network.bin").read_bytes()
        known = model_file.loads((options.start / "model.bin").read_bytes()).decoder.states
        start = grown(network_file.loads(data).network, known)
        settings = settings._replace(rate=settings.rate / 3)
        origin = {"network.bin": digest(data)}
    if start is not None and not settings.epochs:
        network = start
    else:
        strings = strings_of(*training_set(sources))
        print(
            f"{len(strings.lengths)} strings after {time.monotonic() - started:.0f} s", flush=True
        )
        network = learn(strings, settings, lambda line: print(line, flush=True), start)
    finish(network, sources, settings, options.out, origin)
    print(f"{time.monotonic() - started:.0f} s")


def finish(
    network: Network, sources: Sources, settings: Settings, out: Path, origin: dict[str, str]
) -> None:
    """Calibrate, score and write a network for the model in ``out``.

    ``origin`` is the hash of the network that was trained further, by its name.
    """
    model = (out / "model.bin").read_bytes()
    kinds = held_out(sources)
    held = [item for part in kinds.values() for item in part]
    data = calibrated(network, model, held[::2])
    both = model_file.loads(model)
    both.rescorer = network_file.loads(data)
    tagger.use(both)
    scores = scores_of(kinds)
    error = expected_error(held[1::2])
    install("network.bin", data, out)
    text = card(sources, settings, data, model, scores, error, origin)
    install("network.json", text.encode(), out)
    print(report(scores))
    print(f"calibration error {error:.4f}, {len(data) / 1e6:.2f} MB")


if __name__ == "__main__":
    main()
