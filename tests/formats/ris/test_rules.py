"""The two-way rules of RIS, in their order; each is tested beside those of all formats."""

from __future__ import annotations

import pytest

from refconv.core.model import Name, Reference
from refconv.formats.ris import FORMAT
from refconv.formats.ris.rules import RULES
from refconv.io.api import read, write

ROE = (Name(family="Roe", given="Kim"),)


def test_the_table_has_the_rules_in_their_order() -> None:
    names = [rule.name for rule in RULES]

    assert [rule.name for rule in FORMAT.table.rules][-len(names) :] == names


# (a reference, lines that are written of it)
LINES = [
    (Reference("article-journal", "a", page="e12"), ["SP  - e12", "C7  - e12"]),
    (Reference("book", "a", citation_key="a"), ["ID  - a"]),
    (Reference("book", "a", citation_key="b"), ["ID  - a", "LB  - b"]),
    (Reference("motion_picture", "a", author=ROE), ["AU  - Roe, Kim"]),
    (
        Reference("book", "a", editor=ROE, custom=(("ris:TY", "EDBOOK"),)),
        ["TY  - EDBOOK", "AU  - Roe, Kim"],
    ),
]


@pytest.mark.parametrize(("reference", "lines"), LINES)
def test_what_the_rules_write(reference: Reference, lines: list[str]) -> None:
    text = write(reference, "ris").text

    assert [line for line in lines if line not in text.splitlines()] == []


# (lines of a record, variable, value)
READ = [
    ("TY  - JOUR\nAN  - 12345678", "PMID", "12345678"),
    ("TY  - JOUR\nAN  - 12345678\nDB  - Scopus", "PMID", ""),
    ("TY  - JOUR\nJ2  - J. A.", "container_title", "J. A."),
    ("TY  - BOOK\nID  - a\nM2  - citation key: a", "citation_key", ""),
    ("TY  - EDBOOK\nAU  - Roe, Kim", "editor", ROE),
]


@pytest.mark.parametrize(("lines", "variable", "value"), READ)
def test_what_the_rules_read(lines: str, variable: str, value: object) -> None:
    (reference,) = read(f"{lines}\nER  - \n", "ris")

    assert getattr(reference, variable) == value
