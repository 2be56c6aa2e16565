"""Score finding and splitting on pages whose references are known.

A reference counts as found if its letters and digits, case folded, have a similarity of at least
0.95 with those of a labelled one; each is matched once. DATA is the folder that holds ``pages/``::

    python -m tools.finder.score DATA
    python -m tools.finder.score DATA --part tune      # the documents that rules were tuned on
    python -m tools.finder.score DATA --show grobid-rs-c-001
    python -m tools.finder.score DATA --prose FOLDER   # false references in texts without any
"""

from __future__ import annotations

import argparse
import re
import time
import zlib
from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from difflib import SequenceMatcher
from pathlib import Path
from typing import Any

from attrs import define

from refconv.core.report import Found
from refconv.page.document import read_page
from refconv.page.link_text import strip_residue
from refconv.page.offset_text import Traced
from tools.finder.made import made_lists
from tools.finder.made_papers import made_papers
from tools.finder.marked_pages import document as marked_document
from tools.finder.note_pages import note_pages
from tools.tagger.data_folder import found as found_in
from tools.tagger.data_folder import rows

ALIKE = 0.95
MADE_SEED = 2
KINDS = ("grobid_lists", "grobid_docs", "grobid_docs_numbered", "scielo", "theses")
REGIONS, MARKED, MADE, PAPERS = "grobid_regions", "marked", "made", "made_papers"
NOTES, PROSE = "made_notes", "prose"
NOTE_PAGES, NOTES_SEED = 90, 5
PARTS = ("all", "tune", "held-out")
_SEPARATORS = re.compile(r"[\W_]+")


@define
class Count:
    """Matched, found and labelled references of a set, and the time that finding took."""

    right: int = 0
    found: int = 0
    known: int = 0
    whole: int = 0
    documents: int = 0
    characters: int = 0
    seconds: float = 0.0

    def add(self, other: Count) -> None:
        """Add the counts of another set."""
        self.right += other.right
        self.found += other.found
        self.known += other.known
        self.whole += other.whole
        self.documents += other.documents
        self.characters += other.characters
        self.seconds += other.seconds

    @property
    def f1(self) -> float:
        """Micro F1."""
        return 2 * self.right / max(1, self.found + self.known)

    def __str__(self) -> str:
        precision, recall = self.right / max(1, self.found), self.right / max(1, self.known)
        false = (self.found - self.right) / max(1, self.documents)
        speed = 1e8 * self.seconds / max(1, self.characters)
        return (
            f"{self.documents:5} {self.known:6} {self.f1:6.3f} {precision:6.3f} {recall:6.3f}"
            f" {self.whole:6} {false:9.2f} {speed:9.1f}"
        )


HEADER = (
    f"{'kind':24} {'docs':>5} {'known':>6} {'F1':>6} {'P':>6} {'R':>6} {'whole':>6}"
    f" {'false/doc':>9} {'ms/100kB':>9}"
)


def letters(text: str) -> str:
    """Return the letters and digits of a text, case folded."""
    return _SEPARATORS.sub("", text).casefold()


def match(found: Sequence[str], known: Sequence[str]) -> list[tuple[int, int]]:
    """Pair similar found and known strings, each at most once, as (found, known) indices."""
    pairs: list[tuple[int, int]] = []
    free: dict[str, list[int]] = defaultdict(list)
    for index, text in enumerate(known):
        free[letters(text)].append(index)
    left = []
    for index, text in enumerate(found):
        same = free.get(letters(text))
        if same:
            pairs.append((index, same.pop(0)))
        else:
            left.append(index)
    free_indices = sorted(index for indices in free.values() for index in indices)
    for index in left:
        mine = letters(found[index])
        best, at = max(
            ((alike(mine, letters(known[other])), other) for other in free_indices),
            default=(0.0, -1),
        )
        if best >= ALIKE:
            free_indices.remove(at)
            pairs.append((index, at))
    return pairs


def alike(one: str, other: str) -> float:
    """Return the similarity of two strings, 0 to 1; exact only from ``ALIKE`` on."""
    both = len(one) + len(other)
    if not both or 2 * min(len(one), len(other)) < ALIKE * both:
        return 0.0
    matcher = SequenceMatcher(None, one, other, autojunk=False)
    return matcher.ratio() if matcher.quick_ratio() >= ALIKE else 0.0


def entries(found: Iterable[Found]) -> list[str]:
    """Join the works of one number, for labels that only know numbers."""
    joined: list[list[str]] = []
    before: str | None = None
    for one in found:
        if joined and one.number is not None and one.number == before:
            joined[-1].append(one.text)
        else:
            joined.append([one.text])
        before = one.number
    return [" ".join(texts) for texts in joined]


def documents(folder: Path, kind: str, part: str) -> Iterator[dict[str, Any]]:
    """Yield the labelled documents of a kind that belong to a part."""
    if kind == MADE:
        lists = made_lists(folder, MADE_SEED, part, numbered=0.4)
        for index, made in enumerate(lists):
            name = f"made-{index:03}"
            yield {"id": name, "doc": name, "text": made.text, "references": made.references}
        return
    if kind == PAPERS:
        for index, paper in enumerate(made_papers(folder, MADE_SEED, part)):
            name = f"paper-{index:03}"
            yield {"id": name, "doc": name, "text": paper.text, "references": paper.references}
        return
    if kind == NOTES:
        seed_part = "held-out" if part == "held-out" else "tune"
        for index, page in enumerate(note_pages(folder, NOTES_SEED, seed_part, NOTE_PAGES)):
            name = f"notes-{index:03}"
            yield {"id": name, "doc": name, "text": page.text, "references": page.references}
        return
    pages = map(marked_document, sorted((folder / "pages").glob("*.txt")))
    for document in pages if kind == MARKED else rows(folder / "pages", f"{kind}.jsonl"):
        if part in {"all", part_of(document["doc"])}:
            yield document


def prose_in(folder: Path) -> Iterator[dict[str, Any]]:
    """Yield texts without references, as :mod:`tools.finder.collect_prose` writes them."""
    for path in sorted(folder.glob("*.txt")):
        text = path.read_text(encoding="utf-8")
        yield {"id": path.stem, "doc": path.stem, "text": text, "references": []}


def kinds_of(folder: Path) -> list[str]:
    """Return the kinds of labelled pages that a data folder holds."""
    kinds = [kind for kind in KINDS if found_in(folder / "pages", f"{kind}.jsonl")]
    return kinds + [MARKED] * any((folder / "pages").glob("*.txt"))


def part_of(document: str) -> str:
    """Return the part of a document: rules are tuned on three quarters, a quarter is held out."""
    return "tune" if zlib.crc32(document.encode()) % 4 else "held-out"


def score(document: dict[str, Any]) -> tuple[Count, list[str], list[str]]:
    """Score a document, and return the false and the missed strings too."""
    began = time.process_time()
    found = read_page(document["text"]).found
    seconds = time.process_time() - began
    by_number = document.get("boundaries", "").startswith("region annotated")
    texts = entries(found) if by_number else [one.text for one in found]
    # Labels include link text ("CrossRef Medline"), which is no part of a reference.
    known = [strip_residue(Traced(text, [0] * len(text))).text for text in document["references"]]
    pairs = match(texts, known)
    hit, got = {a for a, _ in pairs}, {b for _, b in pairs}
    whole = int(len(pairs) == len(known) == len(texts))
    count = Count(len(pairs), len(texts), len(known), whole, 1, len(document["text"]), seconds)
    false = [text for index, text in enumerate(texts) if index not in hit]
    missed = [text for index, text in enumerate(known) if index not in got]
    return count, false, missed


ALL = (*KINDS, MARKED, MADE, PAPERS, NOTES, REGIONS, PROSE)


def main(arguments: Sequence[str] | None = None) -> None:
    """Print the scores of each kind of document."""
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("data", type=Path, help="the folder that holds pages/")
    parser.add_argument("--part", choices=PARTS, default="held-out")
    parser.add_argument("--kind", action="append", choices=ALL)
    parser.add_argument("--prose", type=Path, help="a folder of texts without references")
    parser.add_argument(
        "--show",
        help="print the false and missed references of the document with this id, or of 'all'",
    )
    given = parser.parse_args(arguments)
    print(HEADER)
    regions = [REGIONS] * bool(found_in(given.data / "pages", f"{REGIONS}.jsonl"))
    prose = [PROSE] * (given.prose is not None)
    for kind in given.kind or (*kinds_of(given.data), MADE, PAPERS, NOTES, *regions, *prose):
        if kind == REGIONS:
            print(f"{kind:24} {_regions(given.data, given.part, given.show)}")
            continue
        total = Count()
        some = prose_in(given.prose) if kind == PROSE else documents(given.data, kind, given.part)
        for document in some:
            count, false, missed = score(document)
            total.add(count)
            if given.show in {"all", document["id"]}:
                print(f"## {document['id']} {document['doc']} F1 {count.f1:.2f}")
                print(*(f"  + {text}" for text in false), sep="\n")
                print(*(f"  - {text}" for text in missed), sep="\n")
        print(f"{kind:24} {total}")


def _regions(folder: Path, part: str, show: str | None) -> str:
    """Return the share of the lists of whole papers that was found, and what was found outside."""
    seen = many = outside = covered = length = 0
    for document in documents(folder, REGIONS, part):
        found = read_page(document["text"]).found
        spans = document["ref_spans"]
        size = sum(end - start for start, end in spans)
        wrong = sum(
            not any(start < one.end and one.start < end for start, end in spans) for one in found
        )
        right = sum(
            max(0, min(end, one.end) - max(start, one.start))
            for start, end in spans
            for one in found
        )
        seen, many, outside = seen + 1, many + len(found), outside + wrong
        covered, length = covered + right, length + size
        if show in {"all", document["id"]} and (wrong > 1 or right < 0.85 * size):
            print(f"## {document['id']} outside {wrong} of {len(found)}, covered {right}/{size}")
    return (
        f"{seen:5} found {many}, outside the lists {outside / max(1, seen):.2f} a document, "
        f"lists covered {covered / max(1, length):.3f}"
    )


if __name__ == "__main__":
    main()
