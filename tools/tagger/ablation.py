"""Measure what features bring: ``python -m tools.tagger.ablation [FEATURE …] [--data DATA]``.

Trains the conditional random field with all features and without each one that is named (without
each of the registry's if none is), and scores both on strings that neither has seen: the labelled
strings are divided by document into folds, and each fold is held out once, with a seed of its own;
all that several times, divided otherwise. The differences vary with fold and seed; the table shows
the standard error of their mean. A difference smaller than twice that says nothing.
"""

from __future__ import annotations

import argparse
import random
import statistics
import zlib
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import NamedTuple

from refconv.tag import lexicon, model_file, tagger
from refconv.tag.features import FEATURES, Features
from tools.tagger.crf_learner import Settings
from tools.tagger.journal_names import journal_file
from tools.tagger.labelled_data import read_labelled
from tools.tagger.labels import Labelled
from tools.tagger.noise import noised
from tools.tagger.score import score
from tools.tagger.train_crf import train

TOY = Path(__file__).parents[1] / "toy" / "data"


class Result(NamedTuple):
    """F1 and share of whole strings, in percent."""

    f1: float
    whole: float


def folds_of(items: Sequence[Labelled], count: int, repeat: int = 0) -> list[list[Labelled]]:
    """Divide strings into folds of whole documents; otherwise for each ``repeat``."""
    folds: list[list[Labelled]] = [[] for _ in range(count)]
    for item in items:
        # (The strings of the two mixed corpora have no document.)
        name = item.text if item.group in {"anystyle", "citations.xml"} else item.group
        folds[zlib.crc32(f"{repeat} {name}".encode()) % count].append(item)
    return [fold for fold in folds if fold]


def results(
    divisions: Sequence[Sequence[Sequence[Labelled]]], features: Features, epochs: int
) -> Iterator[Result]:
    """Train on all folds of a division but one and score on that, in turn."""
    held_out = [(folds, held) for folds in divisions for held in folds]
    for number, (folds, held) in enumerate(held_out):
        items = [item for fold in folds if fold is not held for item in fold]
        items += noised(random.Random(number), items)
        model = train(items, settings=Settings(epochs=epochs, seed=number), features=features)
        tagger.use(model_file.loads(model))
        found = score(held)
        yield Result(found.f1, found.whole_share)


def compared(all_results: Sequence[Result], without: Sequence[Result]) -> str:
    """Return the two means and the mean difference with its standard error, for both measures."""
    cells = []
    for with_it, without_it in zip(
        zip(*all_results, strict=True), zip(*without, strict=True), strict=True
    ):
        differences = [a - b for a, b in zip(with_it, without_it, strict=True)]
        error = statistics.stdev(differences) / len(differences) ** 0.5
        cells.append(
            f"{statistics.mean(without_it):7.2f} {statistics.mean(with_it):7.2f} "
            f"{statistics.mean(differences):+7.2f} ± {error:4.2f}"
        )
    return "   ".join(cells)


HEADER = (
    f"{'':18} {'F1':>7} {'':26} {'whole strings':>7}\n"
    f"{'feature':18} {'without':>7} {'with':>7} {'brings':>7} {'':9} "
    f"{'without':>7} {'with':>7} {'brings':>7}"
)


def main(arguments: Sequence[str] | None = None) -> None:
    """Print a row for each feature."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").partition("\n")[0])
    parser.add_argument("features", nargs="*", metavar="FEATURE", help="all if none is named")
    parser.add_argument("--data", type=Path, default=TOY, help="a data folder (the toy data)")
    parser.add_argument("--folds", type=int, default=5)
    parser.add_argument("--repeats", type=int, default=2, help="divisions into folds")
    parser.add_argument("--epochs", type=int, default=5)
    options = parser.parse_args(arguments)
    names = options.features or FEATURES.names
    for name in names:
        try:
            FEATURES.without([name])
        except ValueError as error:
            parser.error(str(error))
    lexicon.use_journals(journal_file(options.data))
    items = list(read_labelled(options.data))
    divisions = [folds_of(items, options.folds, repeat) for repeat in range(options.repeats)]
    if sum(map(len, divisions)) < 2:
        parser.error(f"one fold only (more than one document is needed in {options.data})")
    print(f"{len(items)} strings, {sum(map(len, divisions))} folds, {options.epochs} epochs")
    print(HEADER, flush=True)
    with_all = list(results(divisions, FEATURES, options.epochs))
    for name in names:
        without = list(results(divisions, FEATURES.without([name]), options.epochs))
        print(f"{name:18} {compared(with_all, without)}", flush=True)


if __name__ == "__main__":
    main()
