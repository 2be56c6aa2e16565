"""Golden files: a text, what is read from it, and what is reported of it.

``tests/formats/*/golden/<format>/<case>.txt`` has three sections. ``input`` is a text of the
format; ``CSL-JSON`` is what it reads as; ``report`` holds the diagnostics, the losses of writing it
in the same format again, and the lines (``-`` read, ``+`` written) in which that differs from the
input. A folder ``<format>.<program>`` writes for that program.

``pytest tests/laws/test_golden.py --update-golden`` rewrites all sections but the first: look at
the difference before you commit it.
"""

from __future__ import annotations

import difflib
import re
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

import refconv

CASES = sorted(Path(__file__).parents[1].glob("formats/*/golden/*/*.txt"))
SECTIONS = ("input", "CSL-JSON", "report")
_HEADING = re.compile(r"^=== (.+)\n", re.MULTILINE)


@pytest.mark.parametrize("path", CASES, ids=lambda path: f"{path.parent.name}/{path.stem}")
def test_golden_files_are_read_and_written_the_same(
    path: Path, pytestconfig: pytest.Config
) -> None:
    given = path.read_text("utf-8")
    _, *parts = _HEADING.split(given)
    sections = dict(zip(parts[::2], parts[1::2], strict=True))
    text = sections["input"]

    expected = "".join(
        f"=== {name}\n{content}"
        for name, content in zip(SECTIONS, (text, *outcome(text, path.parent.name)), strict=True)
    )

    if pytestconfig.getoption("--update-golden"):
        path.write_text(expected, "utf-8")
        given = expected
    assert given == expected


def outcome(text: str, folder: str) -> tuple[str, str]:
    """Return what a text reads as, and the report."""
    name, _, client = folder.partition(".")
    read = refconv.read(text, name)
    as_csl = refconv.write(read, "csl-json")
    assert [loss for loss in as_csl.losses if loss.path != "id"] == []
    report = [str(diagnostic) for diagnostic in read.diagnostics]
    if refconv.FORMATS[name].join is not None:
        report += written_back(read, text, name, client or None)
    return as_csl.text, "".join(f"{line}\n" for line in report)


def written_back(read: refconv.Read, text: str, name: str, client: Any) -> Iterator[str]:
    """Yield what writing a text's references again loses, and where it differs from the text."""
    written = refconv.write(read, name, for_=client, blocks=read.blocks)
    yield from map(str, written.losses)
    lines = text.splitlines(), written.text.splitlines()
    for line in difflib.unified_diff(*lines, lineterm="", n=0):
        if not line.startswith(("---", "+++", "@@")):
            yield line


def test_every_golden_file_is_of_a_format() -> None:
    folders = {path.parent.name.partition(".")[0] for path in CASES}

    assert folders <= {*refconv.FORMATS}
