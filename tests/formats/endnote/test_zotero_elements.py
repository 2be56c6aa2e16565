"""EndNote XML for Zotero: no element that Zotero would make a note of, or show elsewhere."""

import pytest

from refconv import Name, Reference, write
from refconv.clients.zotero.stored import stored

_UNA = (Name(family="Okoro", given="Una"),)


@pytest.mark.parametrize(
    ("reference", "field", "value"),
    [
        (Reference("book", source="Pond Library"), "libraryCatalog", "Pond Library"),
        (Reference("bill", number="7"), "billNumber", "7"),
        (Reference("patent", call_number="10/123"), "applicationNumber", "10/123"),
        (Reference("article-journal", accessed="2020-01-02"), "accessDate", "2020-01-02"),
        (Reference("article-journal", issued="2019-03-05"), "date", "2019-03-05"),
        (Reference("chapter", number_of_volumes="4"), "numberOfVolumes", "4"),
    ],
)
def test_a_value_is_in_its_field(reference: Reference, field: str, value: str) -> None:
    text = write(reference.changed(title="A"), "endnote-xml", for_="zotero").text

    assert stored(text, "endnote-xml")[0].fields[field].startswith(value)


@pytest.mark.parametrize(
    "reference",
    [
        Reference("article-journal", PMID="12345678", collection_title="Ponds"),
        Reference("thesis", translator=_UNA, collection_title="Ponds"),
        Reference("book", archive="Town archive", archive_location="Box 7"),
    ],
)
def test_what_has_no_field_is_left_out(reference: Reference) -> None:
    text = write(reference.changed(title="A"), "endnote-xml", for_="zotero").text
    item = stored(text, "endnote-xml")[0]

    assert item.notes == ()
    assert "libraryCatalog" not in item.fields
    assert item.creators == ()
