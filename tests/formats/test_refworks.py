"""RefWorks tagged: what the rows of its table do not show."""

from __future__ import annotations

import pytest

import refconv
from refconv import Name


def one(lines: str) -> refconv.Reference:
    (reference,) = refconv.read(f"RT Journal Article\n{lines}\n", "refworks").references
    return reference


TYPES = [
    ("Book, Section", "chapter"),
    ("Book,Section", "chapter"),
    ("Book, Edited", "book"),
    ("Journal, Electronic", "article-journal"),
    ("Dissertation/Thesis, Unpublished", "thesis"),
    ("Video/ DVD", "motion_picture"),
]


@pytest.mark.parametrize(("native", "kind"), TYPES)
def test_types_with_commas(native: str, kind: str) -> None:
    read = refconv.read(f"RT {native}\nT1 A\n")

    assert (read.format, read.references[0].type, read.diagnostics) == ("refworks", kind, ())


def test_a_value_goes_on_until_the_next_tag() -> None:
    assert one("T1 Wind\nover\nIT was\n\n  water\nVO 5").title == "Wind over IT was water"
    assert one("T1 Wind\nVO 5").volume == "5"


def test_names() -> None:
    assert one("A1 Hale,Nora\nA1 Lake Board").author == (
        Name(family="Hale", given="Nora"),
        Name(literal="Lake Board"),
    )


def test_lines_before_the_first_record() -> None:
    read = refconv.read("A header\nT1 not in a record\nRT Map\nT1 A\n", "refworks")

    assert [one.title for one in read] == ["A"]
    assert [(found.code, found.line) for found in read.diagnostics] == [
        ("stray-text", 1), ("stray-text", 2),
    ]  # fmt: skip


def test_a_record_without_a_type() -> None:
    read = refconv.read("RT\nID 4\nT1 A\n", "refworks")

    assert (read.references[0].type, read.references[0].id) == ("document", "4")
    assert [found.code for found in read.diagnostics] == ["missing-type"]
