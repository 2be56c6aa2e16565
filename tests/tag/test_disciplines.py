"""References as each discipline and language writes them.

``strings/fields/KIND.txt`` holds a reference a line, with its values marked ``{name:value}``. A
tenth of each kind may be wrong: some are there because they are hard.
"""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from refconv.tag.tagger import segments

FOLDER = Path(__file__).parent / "strings" / "fields"
LABELS = {
    "date": "issued", "at": "publisher-place", "by": "publisher", "in": "container-title",
    "vol": "volume", "no": "issue", "pp": "page", "series": "collection-title", "url": "URL",
    "doi": "DOI",
}  # fmt: skip
COMPARED = frozenset(
    ["author", "editor", "title", "container-title", "issued", "volume", "issue", "page",
     "publisher", "publisher-place", "URL", "DOI", "arXiv"]
)  # fmt: skip
MARK = re.compile(r"\{([\w-]+):([^{}]*)\}")
Values = list[tuple[str, str]]


def bare(values: Values) -> Values:
    """Return the compared values, without the full stop of a last initial or an abbreviation."""
    return sorted((label, text.strip(" .)")) for label, text in values if label in COMPARED)


def read(kind: str) -> list[tuple[str, Values]]:
    lines = (FOLDER / f"{kind}.txt").read_text("utf-8").splitlines()
    marked = [[(LABELS.get(m[1], m[1]), m[2]) for m in MARK.finditer(line)] for line in lines]
    return [(MARK.sub(r"\2", line).strip(), bare(v)) for line, v in zip(lines, marked, strict=True)]


@pytest.mark.parametrize("kind", sorted(path.stem for path in FOLDER.glob("*.txt")))
def test_nine_in_ten_are_wholly_right(kind: str) -> None:
    rows = read(kind)
    found = segments([text for text, _ in rows])
    wrong = [
        (text, set(wanted) ^ set(got))
        for (text, wanted), tags in zip(rows, found, strict=True)
        if wanted != (got := bare([(tag.label, tag.text) for tag in tags]))
    ]
    assert len(wrong) <= len(rows) // 10, wrong
