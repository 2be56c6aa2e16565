"""The rows of EndNote XML for Zotero are what their script makes."""

from tools import zotero_endnote_rows


def test_the_table_is_what_the_script_writes() -> None:
    assert zotero_endnote_rows.TARGET.read_text("utf-8") == zotero_endnote_rows.text()
