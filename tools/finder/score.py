"""Score finding and splitting against pages whose references are known.

A reference counts as found when its letters and digits, case folded, are at least 0.95 alike to
those of a labelled one; each is matched once. Run it with the folder that holds ``pages/``::

    python -m tools.finder.score DATA
    python -m tools.finder.score DATA --half tune      # the documents that rules were tuned on
    python -m tools.finder.score DATA --show grobid-rs-c-001
"""

from __future__ import annotations

import argparse
import gzip
import json
import re
import time
import zlib
from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from difflib import SequenceMatcher
from pathlib import Path
from typing import Any, NamedTuple

from refconv.report import Found
from refconv.text.document import read_page
from refconv.text.residue import Traced, strip_residue

ALIKE = 0.95
KINDS = ("grobid_lists", "grobid_docs", "grobid_docs_numbered")
_LETTERS = re.compile(r"[\W_]+")


class Count(NamedTuple):
    """Matched, found and labelled references, and what it took to find them."""

    right: int = 0
    found: int = 0
    known: int = 0
    whole: int = 0
    documents: int = 0
    characters: int = 0
    seconds: float = 0.0

    def __add__(self, other: tuple[Any, ...]) -> Count:  # type: ignore[override]
        return Count(*(a + b for a, b in zip(self, other, strict=True)))

    @property
    def f1(self) -> float:
        """Micro F1."""
        return 2 * self.right / max(1, self.found + self.known)


def letters(text: str) -> str:
    """Keep letters and digits, case folded."""
    return _LETTERS.sub("", text).casefold()


def match(found: Sequence[str], known: Sequence[str]) -> list[tuple[int, int]]:
    """Pair found with known strings that are alike, each at most once: (found, known) indices."""
    pairs: list[tuple[int, int]] = []
    free: dict[str, list[int]] = defaultdict(list)
    for index, text in enumerate(known):
        free[letters(text)].append(index)
    left = []
    for index, text in enumerate(found):
        if free.get(letters(text)):
            pairs.append((index, free[letters(text)].pop(0)))
        else:
            left.append(index)
    rest = sorted(index for indices in free.values() for index in indices)
    for index in left:
        mine = letters(found[index])
        best, at = ALIKE, -1
        for other in rest:
            theirs = letters(known[other])
            if not mine or not theirs or 2 * min(len(mine), len(theirs)) < ALIKE * (len(mine) + len(theirs)):
                continue
            matcher = SequenceMatcher(None, mine, theirs, autojunk=False)
            if matcher.quick_ratio() >= best and (ratio := matcher.ratio()) >= best:
                best, at = ratio, other
        if at >= 0:
            rest.remove(at)
            pairs.append((index, at))
    return pairs


def entries(found: Iterable[Found]) -> list[str]:
    """Put the works of one number back together, for labels that know numbers only."""
    joined: list[list[str]] = []
    before: str | None = None
    for one in found:
        if joined and one.number is not None and one.number == before:
            joined[-1].append(one.text)
        else:
            joined.append([one.text])
        before = one.number
    return [" ".join(texts) for texts in joined]


def documents(folder: Path, kind: str, half: str) -> Iterator[dict[str, Any]]:
    """Give the labelled documents of a kind that belong to a half (held out by document)."""
    with gzip.open(folder / "pages" / f"{kind}.jsonl.gz", "rt", encoding="utf-8") as rows:
        for row in rows:
            document = json.loads(row)
            if half == "all" or half == half_of(document["doc"]):
                yield document


def half_of(document: str) -> str:
    """Say in which part a document is: rules are tuned on three quarters, reported on the rest."""
    return "tune" if zlib.crc32(document.encode()) % 4 else "held-out"


def score(document: dict[str, Any]) -> tuple[Count, list[str], list[str]]:
    """Score one document; give the strings found in vain and those missed as well."""
    began = time.process_time()
    found = read_page(document["text"]).found
    seconds = time.process_time() - began
    by_number = str(document["boundaries"]).startswith("region annotated")
    mine = entries(found) if by_number else [one.text for one in found]
    # Labels keep what links leave behind ("CrossRef Medline"); it is no part of a reference.
    known = [strip_residue(Traced(text, [0] * len(text))).text for text in document["references"]]
    pairs = match(mine, known)
    hit, got = {a for a, _ in pairs}, {b for _, b in pairs}
    whole = int(len(pairs) == len(known) == len(mine))
    count = Count(len(pairs), len(mine), len(known), whole, 1, len(document["text"]), seconds)
    vain = [text for index, text in enumerate(mine) if index not in hit]
    missed = [text for index, text in enumerate(known) if index not in got]
    return count, vain, missed


def false_references(document: dict[str, Any]) -> tuple[int, int, int]:
    """Count (found, outside the labelled list, characters of the list that were found)."""
    found = read_page(document["text"]).found
    spans = document["ref_spans"]
    outside = sum(
        not any(start < one.end and one.start < end for start, end in spans) for one in found
    )
    covered = sum(max(0, min(end, one.end) - max(start, one.start)) for start, end in spans for one in found)
    return len(found), outside, covered


def main(arguments: Sequence[str] | None = None) -> None:
    """Print the table."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("data", type=Path, help="the folder that holds pages/")
    parser.add_argument("--half", choices=("all", "tune", "held-out"), default="held-out")
    parser.add_argument("--kind", action="append", choices=(*KINDS, "grobid_regions"))
    parser.add_argument("--show", help="print what went wrong in the document with this id, or in 'all'")
    given = parser.parse_args(arguments)
    print(f"{'kind':24} {'docs':>5} {'known':>6} {'F1':>6} {'P':>6} {'R':>6} {'whole':>6} {'false/doc':>9} {'ms/100kB':>9}")
    for kind in given.kind or (*KINDS, "grobid_regions"):
        if kind == "grobid_regions":
            _regions(given.data, given.half, given.show)
            continue
        total = Count()
        for document in documents(given.data, kind, given.half):
            count, vain, missed = score(document)
            total += count
            if given.show in {"all", document["id"]}:
                print(f"## {document['id']} {document['doc']} F1 {count.f1:.2f} {count[:3]}")
                print(*(f"  + {text}" for text in vain), *(f"  - {text}" for text in missed), sep="\n")
        print(
            f"{kind:24} {total.documents:5} {total.known:6} {total.f1:6.3f} {total.right / max(1, total.found):6.3f} "
            f"{total.right / max(1, total.known):6.3f} {total.whole:6} "
            f"{(total.found - total.right) / max(1, total.documents):9.2f} {1e8 * total.seconds / max(1, total.characters):9.1f}"
        )


def _regions(folder: Path, half: str, show: str | None) -> None:
    """Print how much of the lists was found in whole papers, and what outside them."""
    seen = found = outside = covered = length = 0
    for document in documents(folder, "grobid_regions", half):
        many, wrong, right = false_references(document)
        size = sum(end - start for start, end in document["ref_spans"])
        seen, found, outside = seen + 1, found + many, outside + wrong
        covered, length = covered + right, length + size
        if show in {"all", document["id"]} and (wrong > 1 or right < 0.85 * size):
            print(f"## {document['id']} {document['doc']} outside {wrong} of {many}, covered {right}/{size}")
    print(f"{'grobid_regions':24} {seen:5} found {found}, outside the list {outside / max(1, seen):.2f}/doc, list covered {covered / max(1, length):.3f}")


if __name__ == "__main__":
    main()
