"""The two-way rules of EndNote's formats, in order; each is tested beside those of all formats."""

from __future__ import annotations

import pytest

import refconv
from refconv import Name, Reference
from refconv.core.rules import TypeRule
from refconv.formats.endnote.rules import (
    ELEMENT_ORDER,
    ENW_RULES,
    TYPE_NUMBER,
    XML_RULES,
    rules,
)
from refconv.formats.endnote.zotero_records import OF_ZOTERO

ROE = (Name(family="Roe", given="Kim"),)


def test_the_formats_share_their_rules() -> None:
    shared = [rule.name for rule in rules("enw:%0", "enw:%M:PMID", "enw:%@")]

    own = ["attached files", *shared, "further addresses"]

    assert [rule.name for rule in ENW_RULES] == own
    in_xml = [TYPE_NUMBER.name, *own, ELEMENT_ORDER.name, OF_ZOTERO.name]
    assert [rule.name for rule in XML_RULES] == in_xml


@pytest.mark.parametrize(
    ("native", "custom", "kept"),
    [
        ("Book", [("endnote-xml:ref-type", "6")], []),
        ("Book", [("endnote-xml:ref-type", "7")], [("endnote-xml:ref-type", "7")]),
        # A record has one number: the first, unless the type's name implies it.
        (
            "Book",
            [("endnote-xml:ref-type", "7"), ("endnote-xml:ref-type", "8")],
            [("endnote-xml:ref-type", "7")],
        ),
        ("Book", [("endnote-xml:caption", "a")], [("endnote-xml:caption", "a")]),
    ],
)
def test_the_number_of_a_type(
    native: str, custom: list[tuple[str, str]], kept: list[tuple[str, str]]
) -> None:
    assert isinstance(TYPE_NUMBER, TypeRule)
    assert TYPE_NUMBER.encode is not None

    assert TYPE_NUMBER.encode(Reference(custom=custom), native) == Reference(custom=kept)


@pytest.mark.parametrize(
    ("keys", "ordered"),
    [
        (["label", "database"], ["database", "label"]),
        (["misc1", "titles/others", "database"], ["database", "titles/others", "misc1"]),
        (["unheard", "label"], ["label", "unheard"]),
    ],
)
def test_the_order_of_the_elements(keys: list[str], ordered: list[str]) -> None:
    assert ELEMENT_ORDER.encode is not None
    before = Reference(custom=[(f"endnote-xml:{key}", "a") for key in keys])

    after = ELEMENT_ORDER.encode(before)

    assert [key.removeprefix("endnote-xml:") for key, _ in after.custom] == ordered


# (lines of the import format, variable, value)
READ = [
    ("%0 Edited Book\n%A Roe, Kim", "editor", ROE),
    ("%0 Film or Broadcast\n%A Roe, Kim", "director", ROE),
    ("%0 Journal Article\n%O J. A.", "container_title", "J. A."),
    ("%0 Journal Article\n%] e12", "page", "e12"),
    ("%0 Journal Article\n%M 12345678\n%~ Scopus", "PMID", ""),
    ("%0 Conference Paper\n%B Meeting", "container_title", "Meeting"),
]


@pytest.mark.parametrize(("lines", "variable", "value"), READ)
def test_what_the_rules_read(lines: str, variable: str, value: object) -> None:
    (reference,) = refconv.read(lines, "enw").references

    assert getattr(reference, variable) == value
