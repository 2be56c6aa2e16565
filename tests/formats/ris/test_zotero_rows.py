"""The table of rows for Zotero."""

from refconv.core.model import BY_NAME
from refconv.formats.ris.zotero_rows import labels, zotero_rows


def test_rows_are_of_variables_and_have_a_label_or_a_tag() -> None:
    assert len(zotero_rows()) > 50
    for row in zotero_rows():
        assert row.variable in BY_NAME
        assert (row.tag == "M2") == bool(row.label)


def test_labels_lead_to_variables() -> None:
    assert labels()["episodenumber"] == "number"
