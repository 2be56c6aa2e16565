"""Golden files: a document, what is read from it, and where each reference comes from.

``tests/documents/golden/<carrier>/<case>.txt`` has three sections: ``input``, ``CSL-JSON`` (what it
reads as) and ``origins`` (line, field and number of each reference, and the diagnostics).

``pytest tests/documents/test_golden_documents.py --update-golden`` rewrites all sections but the
first: look at the difference before you commit it.
"""

from __future__ import annotations

import re
from pathlib import Path

import pytest

import refconv
from refconv.formats.registry import DOCUMENTS

CASES = sorted((Path(__file__).parent / "golden").glob("*/*.txt"))
_HEADING = re.compile(r"^=== (.+)\n", re.MULTILINE)


@pytest.mark.parametrize("path", CASES, ids=lambda path: f"{path.parent.name}/{path.stem}")
def test_golden_documents(path: Path, pytestconfig: pytest.Config) -> None:
    given = path.read_text("utf-8")
    text = _HEADING.split(given)[2]

    read = refconv.read(text)

    assert read.format == path.parent.name
    as_csl = refconv.write(read, "csl-json").text
    expected = f"=== input\n{text}=== CSL-JSON\n{as_csl}=== origins\n{origins(read)}"
    if pytestconfig.getoption("--update-golden"):
        path.write_text(expected, "utf-8")
        given = expected
    assert given == expected


def origins(read: refconv.Read) -> str:
    """Return a line for the origin of each reference, and for each diagnostic."""
    lines = []
    for reference, origin in zip(read.references, read.origins, strict=True):
        number = f" [{origin.found.number}]" if origin.found and origin.found.number else ""
        own = " (page record)" if reference is read.page_record else ""
        lines.append(f"line {origin.line}: {origin.field or 'printed'}{number}{own}")
    return "".join(f"{line}\n" for line in (*lines, *map(str, read.diagnostics)))


def test_every_golden_file_is_of_a_document() -> None:
    assert {path.parent.name for path in CASES} <= {*DOCUMENTS}
