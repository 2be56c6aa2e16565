"""Flat Writer files, beside what ``test_odt.py`` tests of both."""

from __future__ import annotations

import refconv
from tests.documents.builders import LAKES, citation, fodt, reference_mark, writer_paragraph


def test_any_encoding() -> None:
    mark = reference_mark(f"ZOTERO_ITEM CSL_CITATION {citation({**LAKES, 'title': 'Öland'})}")
    text = fodt([writer_paragraph(mark)]).replace("UTF-8", "UTF-16")

    assert [reference.title for reference in refconv.read(text.encode("utf-16"))] == ["Öland"]


def test_a_file_that_breaks_off_is_reported() -> None:
    read = refconv.read(fodt(["Text."])[:-20])

    assert [found.reason for found in read.diagnostics if found.code == "document"] == ["xml"]
