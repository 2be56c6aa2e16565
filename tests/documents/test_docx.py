"""Word files: what is read from where."""

from __future__ import annotations

import refconv
from tests.documents.builders import docx

LIST = (
    "A thesis",
    "The rivers of the north are long.",
    "References",
    "Ng, A. (2001). Rivers of the north. Nature, 3, 4-5.",
    "Smith, B., & Roe, C. (2010). Lakes and seas. Journal of Water, 12(3), 44-59.",
)


def test_a_printed_list_is_found_by_its_paragraphs() -> None:
    read = refconv.read(docx(LIST))

    assert read.format == "docx"
    assert [(r.title, r.volume) for r in read] == [
        ("Rivers of the north", "3"),
        ("Lakes and seas", "12"),
    ]
    assert [(o.carrier, o.paragraph) for o in read.origins] == [("docx", 4), ("docx", 5)]
    assert read.diagnostics == ()
