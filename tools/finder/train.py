"""Learn the weights by which a list without labels is cut, and write them as a table.

Averaged structured perceptron over :mod:`refconv.text.style`'s features, on the labelled lists of
the half that rules are tuned on, with their printed numbers taken off, and on labelled reference
strings set as lists (wrapped at random widths, with hanging indents, blank lines, or neither)::

    python -m tools.finder.train DATA src/refconv/text/style_weights.py
"""

from __future__ import annotations

import argparse
import gzip
import json
import random
import re
import textwrap
import zlib
from collections import Counter, defaultdict
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import Any, NamedTuple

from refconv.text.lines import Line, split_lines, without
from refconv.text.style import Evidence, best_cut, evidence_of, features_of
from tools.finder.score import documents

_LABEL = re.compile(r"\s*(?:\[\d+\]|\(\d+\)|\d+[.)]|\d+(?=\s))\s*(?:\(?[a-z]\s?\))?\s*")


class Example(NamedTuple):
    """A list and the lines with which its references begin."""

    evidence: Evidence
    starts: list[int]


def labelled(folder: Path, half: str) -> Iterator[Example]:
    """Give the labelled lists of a half, without their printed numbers."""
    for kind in ("grobid_lists", "grobid_docs", "grobid_docs_numbered"):
        for document in documents(folder, kind, half):
            yield from _examples(document)


def _examples(document: dict[str, Any]) -> Iterator[Example]:
    text: str = document["text"]
    begins = set(_beginnings(text, document["references"]))
    if len(begins) < 0.9 * len(document["references"]):
        return
    lines: list[Line] = []
    starts: list[int] = []
    spans = document.get("ref_spans") or [(0, len(text))]
    for line in without(split_lines(text)):
        if not any(start <= line.start < end for start, end in spans):
            continue
        # A reference begins at a line's first word, or behind its label.
        label = _LABEL.match(line.text)
        at = line.start + label.end() if label and line.start + label.end() in begins else line.start
        if at in begins and at < line.end:
            starts.append(len(lines))
            line = line._replace(text=line.text[at - line.start :], start=at)
        if line.text and (starts or not lines):
            lines.append(line)
        if not starts:
            lines.clear()
    if len(starts) > 2:
        yield Example(evidence_of(lines), starts)


def _beginnings(text: str, references: Sequence[str]) -> Iterator[int]:
    """Find where in a text its references begin."""
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


def made(folder: Path, seed: int, half: str) -> Iterator[Example]:
    """Set labelled reference strings as lists."""
    chance = random.Random(seed)
    groups: dict[str, list[str]] = defaultdict(list)
    for name in ("anystyle-core", "grobid-citation"):
        with gzip.open(folder / "labelled" / f"{name}.jsonl.gz", "rt", encoding="utf-8") as rows:
            for index, row in enumerate(rows):
                string = json.loads(row)
                # Strings of one document share a style; AnyStyle's are mixed on purpose.
                group = string["doc"] if name == "grobid-citation" else f"core {index // 60}"
                if half == "all" or (zlib.crc32(group.encode()) % 2 == 1) == (half == "tune"):
                    groups[group].append(_marked(string))
    for strings in groups.values():
        chance.shuffle(strings)
        while strings:
            size = chance.randint(3, 40)
            part, strings = strings[:size], strings[size:]
            part = [text for text in part if 25 < len(text) < 900 and text[0].isalnum()]
            if len(part) > 2:
                if chance.random() < 0.6:
                    part.sort(key=str.casefold)
                    if chance.random() < 0.4:
                        part = _dashed(part, chance)
                yield _set(part, chance)


FIELD = "\x1f"


def _marked(string: dict[str, Any]) -> str:
    """Give a labelled string with a mark where a new field begins."""
    text = " ".join(string["text"].split())
    at = 0
    marked = ""
    for index, (_, segment) in enumerate(string["raw"]):
        place = text.find(" ".join(segment.split()), at)
        if place > 0 and index and text[place - 1] == " ":
            marked += text[at : place - 1] + FIELD
            at = place
    return marked + text[at:]


_AUTHORS = re.compile(r"[^\W\d_][^\d(\"“]{4,60}?(?=[.,:]?[ \x1f]?\(?(?:1[89]|20)\d\d)")


def _dashed(references: Sequence[str], chance: random.Random) -> list[str]:
    """Repeat some authors as a dash, as sorted lists do."""
    dash = chance.choice(("—", "———", "---", "–", "______", "——"))
    dashed = []
    for index, reference in enumerate(references):
        dashed.append(reference)
        if index and chance.random() < 0.3 and _AUTHORS.match(reference):
            dashed[-1] = _AUTHORS.sub(dash, reference, count=1)
    return dashed


def _set(references: Sequence[str], chance: random.Random) -> Example:
    """Set references as one list of a random layout."""
    width = chance.choice((40, 48, 55, 60, 70, 80, 90, 100, 110, 0, 0, 0))
    hang = chance.choice((0, 0, 0, 2, 4, 6))
    first = chance.choice((0, 0, 0, 0, 3))
    blank = chance.random() < 0.15
    # Justified print breaks lines at fields; sites stack every field on a line of its own.
    broken = chance.choice((0.0, 0.0, 0.0, 0.0, 0.0, 0.0, 0.15, 1.0))
    text, starts = "", []
    for reference in references:
        fields = [""]
        for field in reference.split(FIELD):
            if fields[0] and chance.random() < broken:
                fields.append(field)
            else:
                fields[-1] += (" " if fields[-1] else "") + field
        pieces = []
        for field in fields:
            pieces += textwrap.wrap(
                field, width, initial_indent=" " * (hang if pieces else first),
                subsequent_indent=" " * hang if not first else "", break_on_hyphens=True,
            ) if width else [" " * (hang if pieces else 0) + field]  # fmt: skip
        starts.append(text.count("\n") if not blank else -1)
        text += "\n".join(pieces) + ("\n\n" if blank else "\n")
    lines = split_lines(text)
    if blank:
        starts = [index for index, line in enumerate(lines) if line.blanks or index == 0]
    return Example(evidence_of(lines), starts)


def learn(examples: list[Example], epochs: int, seed: int) -> dict[str, float]:
    """Learn weights: the averaged perceptron."""
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


def errors(examples: list[Example], weights: dict[str, float]) -> tuple[int, int, int]:
    """Count whole references cut right, cut, labelled."""
    right = cut = known = 0
    for example in examples:
        guess = best_cut(example.evidence, weights)
        end = len(example.evidence.starts)
        mine = set(zip(guess, [*guess[1:], end], strict=True))
        theirs = set(zip(example.starts, [*example.starts[1:], end], strict=True))
        right, cut, known = right + len(mine & theirs), cut + len(mine), known + len(theirs)
    return right, cut, known


def main(arguments: Sequence[str] | None = None) -> None:
    """Learn, measure, write."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("data", type=Path)
    parser.add_argument("table", type=Path)
    parser.add_argument("--epochs", type=int, default=24)
    given = parser.parse_args(arguments)
    real = list(labelled(given.data, "tune"))
    examples = real * 4 + [one for seed in range(10, 14) for one in made(given.data, seed, "tune")]
    weights = learn(examples, given.epochs, 1)
    for name, held in (("lists", list(labelled(given.data, "held-out"))), ("made", list(made(given.data, 2, "held-out")))):
        right, cut, known = errors(held, weights)
        print(f"held-out {name}: F1 {2 * right / (cut + known):.3f}")
    rows = "\n".join(f"    {json.dumps(name, ensure_ascii=False)}: {value:.2f}," for name, value in sorted(weights.items()))
    given.table.write_text(
        '"""Weights of :mod:`refconv.text.style`, learned by ``python -m tools.finder.train DATA THIS_FILE``."""\n\n'
        f"WEIGHTS = {{\n{rows}\n}}\n",
        encoding="utf-8",
    )


if __name__ == "__main__":
    main()
