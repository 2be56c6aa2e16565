"""Paragraphs → a document: items, places of records and problems, emphasis."""

from __future__ import annotations

from refconv.core.codes import Code
from refconv.core.diagnostics import problem
from refconv.documents.carrier import EmbeddedRecord, Item
from refconv.documents.office.collected_paragraphs import Paragraph, Paragraphs

ALL = Paragraphs(
    [
        Paragraph("One\ntwo"),
        Paragraph("References", is_item=True),
        Paragraph("Ng A. Rivers. 2001.", is_item=True, emphasis=[(6, 12, "i")], key="ng"),
    ]
)
PROBLEM = problem(Code.EMPTY, "empty")


def test_document() -> None:
    records = [EmbeddedRecord("ris", "", 2), EmbeddedRecord("ris", "", 9)]

    document = ALL.document(records, [(PROBLEM, 1)])

    assert document.text == "One\ntwo\nReferences\nNg A. Rivers. 2001."
    assert document.items == (Item(19, 38, key="ng"),)
    assert [one.offset for one in document.embedded] == [19, 19]
    assert document.emphasis == ((25, 31, "i"),)
    assert document.paragraphs == [0, 8, 19]
    assert [(d.line, d.column) for d in document.diagnostics] == [(3, 1)]


def test_nothing() -> None:
    document = Paragraphs().document([EmbeddedRecord("ris", "", 0)], [(PROBLEM, 0)])

    assert (document.text, document.items) == ("", ())
