"""The references of a list: records, strings, lines of the input."""

from __future__ import annotations

from refconv.documents.articles.listed_records import Listing
from refconv.documents.carrier import EmbeddedRecord, Item

RECORD = EmbeddedRecord("csl-json", "[]")


def test_document() -> None:
    listing = Listing()
    listing.add_page_record(RECORD)
    listing.add_record(RECORD, "", 3)
    listing.add_record(RECORD, "Ng A.\n Rivers.", 5, "2")
    listing.add_string("Roe B. Lakes.", 9, key="roe")

    document = listing.document()

    assert document.text == "\nNg A. Rivers.\nRoe B. Lakes."
    assert document.items == (Item(1, 14, "2"), Item(15, 28, key="roe"))
    assert [(one.item, one.offset) for one in document.embedded] == [(-1, 0), (0, 1)]
    assert document.page_record == RECORD
    assert document.lines == (3, 5, 9)


def test_of_several_page_records_each_is_a_reference() -> None:
    listing = Listing()
    listing.add_page_record(RECORD)
    listing.add_page_record(RECORD)

    assert (listing.document().page_record, len(listing.document().embedded)) == (None, 2)
