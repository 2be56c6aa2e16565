"""Learn the weights for splitting a list without numbers, and write them as a table.

An averaged structured perceptron over the features of :mod:`refconv.page.style`. It is trained on
labelled lists without their printed numbers, on lists made of labelled strings
(:mod:`tools.finder.made`), and on those of made-up papers (:mod:`tools.finder.made_papers`)::

    python -m tools.finder.train DATA src/refconv/page/style_weights.py
"""

from __future__ import annotations

import argparse
import json
import random
import re
from collections import Counter
from collections.abc import Iterator, Sequence
from itertools import pairwise
from pathlib import Path
from typing import Any, NamedTuple

from refconv.page.beginnings import beginning
from refconv.page.furniture import without
from refconv.page.lines import Line, split_lines
from refconv.page.style import Evidence, best_cut, evidence_of, features_of
from tools.finder.made import Made, made_lists
from tools.finder.made_papers import MadePaper, made_papers
from tools.finder.score import documents, kinds_of

# Real lists are few: they count several times.
REAL_TIMES = 8
FIRST_SEED = 10
HELD_OUT_SEED = 2


class Example(NamedTuple):
    """A list, and the lines that begin its references."""

    evidence: Evidence
    starts: list[int]


def labelled(folder: Path, part: str) -> Iterator[Example]:
    """Yield the labelled lists of a part, without their printed numbers."""
    for kind in kinds_of(folder):
        for document in documents(folder, kind, part):
            example = _labelled(document)
            if example:
                yield example


_LABEL = re.compile(r"\s*(?:\[\d+\]|\(\d+\)|\d+[.)]|\d+(?=\s))\s*(?:\(?[a-z]\s?\))?\s*")
# If fewer than this share of the references are found, the labels do not fit the text.
ALIGNED = 0.9


def _labelled(document: dict[str, Any]) -> Example | None:
    text: str = document["text"]
    begins = set(_beginnings(text, document["references"]))
    if len(begins) < ALIGNED * len(document["references"]):
        return None
    spans = document.get("ref_spans") or [(0, len(text))]
    lines: list[Line] = []
    starts: list[int] = []
    for line in without(split_lines(text)):
        if not any(start <= line.start < end for start, end in spans):
            continue
        # A reference begins at the first word of a line, or after its number.
        label = _LABEL.match(line.text)
        skip = label.end() if label and line.start + label.end() in begins else 0
        if line.start + skip in begins and skip < len(line.text):
            starts.append(len(lines))
        if starts:
            lines.append(line._replace(text=line.text[skip:], start=line.start + skip))
    # Some labels put the dash of a repeated author at the end of the reference before it.
    dashes = {index for index, line in enumerate(lines) if beginning(line.text).name == "dash"}
    if len(starts) < 3 or dashes - set(starts):
        return None
    return Example(evidence_of(lines), starts)


def _beginnings(text: str, references: Sequence[str]) -> Iterator[int]:
    """Yield the offsets at which the references of a text begin."""
    places = [index for index, character in enumerate(text) if character.isalnum()]
    bare = "".join(text[index] for index in places)
    done = 0
    for reference in references:
        letters = "".join(filter(str.isalnum, reference))
        for size in (len(letters), 40, 20):
            at = bare.find(letters[:size], done)
            if at >= 0:
                yield places[at]
                done = at + min(size, len(letters))
                break


def _made(made: Made) -> Example:
    lines = split_lines(made.text)
    begins = set(made.begins)
    starts = [index for index, line in enumerate(lines) if line.start in begins]
    return Example(evidence_of(lines), starts)


def _paper(paper: MadePaper) -> Example | None:
    start, end = paper.list_span
    document = {"text": paper.text[start:end], "references": paper.references}
    return _labelled(document) if end > start else None


def learn(examples: list[Example], epochs: int, seed: int) -> dict[str, float]:
    """Return the weights of an averaged perceptron, whose steps get shorter with each epoch."""
    weights: Counter[str] = Counter()
    sums: Counter[str] = Counter()
    step = 1
    chance = random.Random(seed)
    for epoch in range(epochs):
        chance.shuffle(examples)
        wrong = total = 0
        for example in examples:
            guess = best_cut(example.evidence, weights)
            total += len(example.starts)
            wrong += len(set(guess) ^ set(example.starts))
            if guess != example.starts:
                change = Counter(features_of(example.evidence, example.starts))
                change.subtract(features_of(example.evidence, guess))
                # Long lists must not drown short ones.
                rate = 1.0 / (1 + len(example.starts)) ** 0.5 / (1 + epoch / 4)
                for name, value in change.items():
                    if value:
                        weights[name] += rate * value
                        sums[name] += step * rate * value
            step += 1
        print(f"epoch {epoch + 1}: {wrong} wrong edges of {total}")
    return {name: weights[name] - sums[name] / step for name in weights}


def f1(examples: Sequence[Example], weights: dict[str, float]) -> float:
    """Return the F1 of whole references that are split correctly."""
    right = both = 0
    for example in examples:
        end = len(example.evidence.starts)
        mine = set(pairwise([*best_cut(example.evidence, weights), end]))
        theirs = set(pairwise([*example.starts, end]))
        right += len(mine & theirs)
        both += len(mine) + len(theirs)
    return 2 * right / max(1, both)


TABLE = '''"""Weights of :mod:`refconv.page.style`'s features.

Learned by ``tools/finder/train.py``:
``python -m tools.finder.train DATA src/refconv/page/style_weights.py``.
"""

WEIGHTS = {{
{rows}
}}
'''


def main(arguments: Sequence[str] | None = None) -> None:
    """Learn the weights, print their scores, and write the table."""
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("data", type=Path)
    parser.add_argument("table", type=Path, help="the table to write, *.py or *.json")
    parser.add_argument("--epochs", type=int, default=24)
    parser.add_argument("--seeds", type=int, default=4, help="how often lists are made")
    parser.add_argument("--papers", type=int, default=60, help="how many papers are made each time")
    given = parser.parse_args(arguments)
    examples = list(labelled(given.data, "tune")) * REAL_TIMES
    for seed in range(FIRST_SEED, FIRST_SEED + given.seeds):
        examples += map(_made, made_lists(given.data, seed, "tune"))
        papers = map(_paper, made_papers(given.data, seed, "tune", given.papers))
        examples += [paper for paper in papers if paper is not None]
    weights = learn(examples, given.epochs, seed=1)
    print(f"held-out lists: F1 {f1(list(labelled(given.data, 'held-out')), weights):.3f}")
    held = map(_made, made_lists(given.data, HELD_OUT_SEED, "held-out"))
    print(f"held-out made lists: F1 {f1(list(held), weights):.3f}")
    given.table.write_text(table(weights, given.table.suffix), encoding="utf-8")


def table(weights: dict[str, float], suffix: str) -> str:
    """Write the weights as a module (``.py``) or as JSON."""
    if suffix == ".json":
        rounded = {name: round(value, 2) for name, value in sorted(weights.items())}
        return json.dumps(rounded, ensure_ascii=False, indent=1) + "\n"
    rows = "\n".join(
        f"    {json.dumps(name, ensure_ascii=False)}: {value:.2f},"
        for name, value in sorted(weights.items())
    )
    return TABLE.format(rows=rows)


if __name__ == "__main__":
    main()
