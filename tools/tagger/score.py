"""Score the tagger on held-out strings: ``python -m tools.tagger.score DATA [RENDERED]``.

A segment is right if label and normalised text are equal. A string is ``whole`` if its author,
title, container-title, issued, volume, issue and page are all right.
"""

from __future__ import annotations

import argparse
from collections import Counter
from collections.abc import Iterable, Sequence
from pathlib import Path
from typing import Any

from refconv.assemble.record import assemble
from refconv.core.report import Segment
from refconv.tag import tagger
from refconv.tag.tagger import segments
from tools.tagger.labels import Labelled, normal
from tools.tagger.sets import MADE, Sources, held_out, language

SCORED = frozenset(
    ["author", "title", "container-title", "issued", "volume", "issue", "page", "publisher", "DOI",
     "URL", "editor", "publisher-place"]
)  # fmt: skip
WHOLE = frozenset(["author", "title", "container-title", "issued", "volume", "issue", "page"])
Values = list[tuple[str, str]]


class Score:
    """Counts of right, wrong and missed segments, and of whole strings."""

    def __init__(self) -> None:
        self.right: Counter[str] = Counter()
        self.given: Counter[str] = Counter()
        self.wanted: Counter[str] = Counter()
        self.whole = 0
        self.count = 0
        self.confusions: Counter[tuple[str, str]] = Counter()

    def add(self, gold: Values, got: Values) -> bool:
        """Count one string; return whether it is whole."""
        gold = [(label, normal(value)) for label, value in gold if label in SCORED]
        got = [(label, normal(value)) for label, value in got if label in SCORED]
        wanted, given = Counter(gold), Counter(got)
        for (label, _), n in wanted.items():
            self.wanted[label] += n
        for (label, _), n in given.items():
            self.given[label] += n
        for (label, _), n in (wanted & given).items():
            self.right[label] += n
        missed, extra = list((wanted - given).elements()), list((given - wanted).elements())
        self._confuse(missed, extra)
        self.count += 1
        whole = not any(label in WHOLE for label, _ in missed + extra)
        self.whole += whole
        return whole

    def _confuse(self, missed: Values, extra: Values) -> None:
        for label, value in missed:
            found = next((name for name, other in extra if other == value), "")
            near = next((name for name, other in extra if name == label and
                         (other in value or value in other)), "")  # fmt: skip
            how = f"as {found}" if found else ("limits" if near else "missed")
            self.confusions[label, how] += 1
        for label, value in extra:
            if not any(other in value or value in other for _, other in missed):
                self.confusions[label, "extra"] += 1

    @staticmethod
    def _f1(right: int, given: int, wanted: int) -> float:
        return 200 * right / (given + wanted) if given + wanted else 0.0

    @property
    def f1(self) -> float:
        """Micro F1 over the scored labels, in percent."""
        return self._f1(self.right.total(), self.given.total(), self.wanted.total())

    @property
    def whole_share(self) -> float:
        """The share of whole strings, in percent."""
        return 100 * self.whole / max(self.count, 1)

    def figures(self) -> dict[str, Any]:
        """Return the figures as a model card has them."""
        return {
            "strings": self.count,
            "F1": round(self.f1, 2),
            "whole": round(self.whole_share, 2),
            "labels": {label: round(f1, 1) for label, (f1, _) in self.by_label().items()},
        }

    def by_label(self) -> dict[str, tuple[float, int]]:
        """Return F1 and number of wanted segments of each label."""
        return {
            label: (self._f1(self.right[label], self.given[label], n), n)
            for label, n in self.wanted.most_common()
        }


def score(items: Sequence[Labelled]) -> Score:
    """Label the strings and compare."""
    result = Score()
    for item, found in zip(items, segments([item.text for item in items]), strict=True):
        result.add(gold_values(item), tagged_values(found))
    return result


def scores_of(kinds: dict[str, list[Labelled]]) -> dict[str, Score]:
    """Label the strings and compare; return a score for each kind, item type and language."""
    kind_scores = {kind: Score() for kind in kinds}
    types: dict[str, Score] = {}
    languages: dict[str, Score] = {}
    for kind, items in kinds.items():
        for item, found in zip(items, segments([item.text for item in items]), strict=True):
            values = gold_values(item), tagged_values(found)
            kind_scores[kind].add(*values)
            types.setdefault(f"type: {type_of(item)}", Score()).add(*values)
            languages.setdefault(f"language: {language(item)}", Score()).add(*values)
    return {**kind_scores, **dict(sorted(types.items())), **dict(sorted(languages.items()))}


def type_of(item: Labelled) -> str:
    """Return the item type of a string, decided from its right values."""
    right = [Segment(label, item.text[a:b], a, b, 1.0) for label, a, b in item.spans]
    return assemble(item.text, right).record.type


def gold_values(item: Labelled) -> Values:
    """Return the labelled values of a string."""
    return [(label, item.text[start:end]) for label, start, end in item.spans]


def tagged_values(found: Iterable[Segment]) -> Values:
    """Return the values that the tagger found."""
    return [(segment.label, segment.text) for segment in found]


def report(kinds: dict[str, Score]) -> str:
    """Return the scores as a table, with the scores of labels and the commonest errors below."""
    lines = [f"{'kind':24} {'strings':>7} {'F1':>6} {'whole':>6}"]
    lines += [
        f"{name:24} {s.count:7} {s.f1:6.2f} {s.whole_share:6.2f}" for name, s in kinds.items()
    ]
    for name, s in kinds.items():
        fields = ", ".join(f"{label} {f1:.1f}" for label, (f1, _) in s.by_label().items())
        worst = ", ".join(f"{a} {b} {n}" for (a, b), n in s.confusions.most_common(10))
        lines += [f"{name}: {fields}", f"{name}: {worst}"]
    return "\n".join(lines)


def main(arguments: Sequence[str] | None = None) -> None:
    """Score the models in use on what training held out."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").partition("\n")[0])
    parser.add_argument("data", type=Path, help="the folder with labelled/, records.jsonl.gz …")
    parser.add_argument(
        "rendered", type=Path, nargs="?", help="the folder that tools.tagger.external wrote"
    )
    parser.add_argument("--alone", action="store_true", help="without the recurrent network")
    parser.add_argument("--made", type=int, default=MADE, help="as in training")
    options = parser.parse_args(arguments)
    if options.alone:
        tagger.model().rescorer = None
    kinds = held_out(Sources(options.data, options.rendered, options.made))
    print(report(scores_of(kinds)))


if __name__ == "__main__":
    main()
