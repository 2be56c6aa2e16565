"""Measure what losses for Zotero cost: ``python -m benchmarks.client_losses``.

Prints the processor time that writing a made-up library takes for no program and for Zotero, in
microseconds a reference, and their ratio: the smallest of some pairs of runs.
"""

from __future__ import annotations

import sys
import time

import refconv
from benchmarks.entries import as_bibtex, entries
from refconv.clients.zotero.stored import READERS

_SIZE, _PAIRS = 3000, 5


def seconds(references: tuple[refconv.Reference, ...], name: str, client: str | None) -> float:
    """Return the processor time of writing references once."""
    start = time.process_time()
    refconv.write(references, name, for_=client)  # type: ignore[arg-type]
    return time.process_time() - start


def main() -> None:
    """Print the times of each format that Zotero reads."""
    references = refconv.read("".join(map(as_bibtex, entries(_SIZE))), "bibtex").references
    for name in sorted(READERS):
        pairs = [
            (seconds(references, name, None), seconds(references, name, "zotero"))
            for _ in range(_PAIRS)
        ]
        plain, judged = (min(times) / _SIZE * 1e6 for times in zip(*pairs, strict=True))
        sys.stdout.write(f"{name:12} {plain:6.0f} {judged:6.0f}  {judged / plain:.2f}\n")


if __name__ == "__main__":
    main()
