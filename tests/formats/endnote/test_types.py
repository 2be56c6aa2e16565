"""EndNote's reference types, their numbers and CSL's types."""

from __future__ import annotations

import pytest

from refconv.core.model import ItemType
from refconv.formats.endnote.types import FALLBACK, NAMES, NUMBERS, TYPES, native_type

READ_AS = dict(reversed(TYPES))
WRITTEN_AS = {kind: native for native, kind in reversed(TYPES)}

# (reference type, its number in XML, type of CSL, what that is written as)
KINDS = [
    ("Journal Article", "17", "article-journal", "Journal Article"),
    ("Electronic Article", "43", "article-journal", "Journal Article"),
    ("Unpublished Work", "34", "article", "Unpublished Work"),
    ("Edited Book", "28", "book", "Book"),
    ("Serial Publication", None, "periodical", "Serial"),
    ("Conference Paper", "47", "paper-conference", "Conference Proceedings"),
    ("Grant", "54", "document", "Generic"),
    # Types of newer versions and of other programs have no number.
    ("Interview", None, "interview", "Personal Communication"),
    ("Podcast", None, "broadcast", "Audiovisual Material"),
    ("Presentation", None, "speech", "Conference Paper"),
]


@pytest.mark.parametrize(("native", "number", "kind", "written"), KINDS)
def test_types_and_numbers(native: str, number: str | None, kind: str, written: str) -> None:
    assert NUMBERS.get(native) == number
    assert number is None or NAMES[number] == native
    assert READ_AS[native] == kind
    assert WRITTEN_AS[ItemType(kind)] == written


def test_numbers_are_of_one_type_each() -> None:
    assert len(NAMES) == len(NUMBERS)
    assert FALLBACK[0] in NUMBERS


@pytest.mark.parametrize(
    ("value", "native"),
    [
        ("journal article", "Journal Article"),
        ("BOOK", "Book"),
        ("Blue Book", "Blue Book"),
        ("", ""),
    ],
)
def test_native_type(value: str, native: str) -> None:
    assert native_type(value) == native
