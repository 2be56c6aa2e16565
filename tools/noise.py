"""Count what refconv reports on real files, by kind: ``python -m tools.noise DATA``.

A report about something legal is noise. The table shows where it comes from: each line has a count,
a kind and one example, the most frequent first, and the sum of each group comes before its lines.

``reading SEVERITY``
    diagnostics, by code, reason and the format that was read
``to FORMAT``
    losses of writing everything in a format, by the format that was read and by what is lost,
    changed or added

Files are read as refconv recognises them. ``--from FORMAT`` counts those of one format only.
"""

from __future__ import annotations

import argparse
import re
from collections import Counter
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import NamedTuple

import refconv
from refconv.core.codes import Severity
from refconv.core.diagnostics import Diagnostic
from refconv.core.report import Loss

TARGETS = ("bibtex", "ris", "csl-json")
LEFT_OUT = frozenset({".json", ".md", ".gz"})
"""Suffixes of what stands beside the files: expected results and notes."""


class Kind(NamedTuple):
    """What reports have in common."""

    group: str
    name: str


def kinds(path: Path, only: str | None = None) -> Iterator[tuple[Kind, str]]:
    """Yield the kind and the text of each report on a file."""
    read = refconv.load(path)
    if only not in (None, read.format):
        return
    for diagnostic in read.diagnostics:
        yield kind_of_diagnostic(diagnostic, read.format), str(diagnostic)
    for target in TARGETS:
        for loss in refconv.write(read, target, blocks=read.blocks).losses:
            yield kind_of_loss(loss, read.format, target), f"{path.name}: {loss.message}"


def kind_of_diagnostic(found: Diagnostic, format_: str) -> Kind:
    """Return the kind of a diagnostic: code, reason, and the variable if it is about one."""
    about = found.data.get("variable") or found.data.get("kind") or ""
    return Kind(f"reading {found.severity}", f"{format_}: {found.code}/{found.reason} {about}")


def kind_of_loss(loss: Loss, format_: str, target: str) -> Kind:
    """Return the kind of a loss: its path without indices, and what happened to the value."""
    path = re.sub(r"\[\d+\]", "[]", loss.path)
    if path == "custom[]":
        path = f"custom {loss.value[0]}"
    change = "lost" if loss.kept is None else "changed" if loss.value else "added"
    return Kind(f"to {target}", f"{format_}: {path} {change}")


def files(folders: Iterable[Path]) -> list[Path]:
    """Return the files of some folders, in order."""
    found = (path for folder in folders for path in sorted(folder.rglob("*")) if path.is_file())
    return [path for path in found if path.suffix.lower() not in LEFT_OUT]


def table(folders: Iterable[Path], only: str | None = None) -> Iterator[str]:
    """Yield the lines of the table."""
    counts: Counter[Kind] = Counter()
    examples: dict[Kind, str] = {}
    for path in files(folders):
        for kind, text in kinds(path, only):
            counts[kind] += 1
            examples.setdefault(kind, text)
    groups = sorted({kind.group for kind in counts}, key=_order)
    for group in groups:
        of_group = [(count, kind) for kind, count in counts.most_common() if kind.group == group]
        yield f"{sum(count for count, _ in of_group):>7,} {group}"
        for count, kind in of_group:
            yield f"{count:>7,}   {kind.name:<60} {examples[kind][:150]}"


def _order(group: str) -> tuple[bool, str]:
    severities = [f"reading {one}" for one in (Severity.ERROR, Severity.WARNING, Severity.NOTE)]
    return (False, str(severities.index(group))) if group in severities else (True, group)


if __name__ == "__main__":
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("folders", metavar="DATA", type=Path, nargs="+")
    parser.add_argument("--from", dest="only", metavar="FORMAT", help="count files of one format")
    given = parser.parse_args()
    for line in table(given.folders, given.only):
        print(line)
