"""Damaged files are read without an exception."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

import refconv
from tests.formats.endnote.test_endnote_xml import ARTICLE as RECORD
from tests.formats.endnote.test_endnote_xml import file, record
from tests.formats.endnote.test_enw import ARTICLE
from tests.formats.mods.records import MODS
from tests.formats.pubmed.records import BOOK, NBIB
from tests.formats.pubmed.records import XML as PUBMED

FILES = {
    "enw": (ARTICLE * 2).encode(),
    "endnote-xml": file(record(RECORD) * 2).encode(),
    "nbib": (NBIB * 2).encode(),
    "pubmed-xml": (PUBMED + BOOK).encode(),
    "mods": (MODS * 2).encode(),
}
# What breaks XML and tagged lines alike.
PIECES = [
    *(b"<", b">", b"</", b"&", b"&#0;", b"]]>", b"<![CDATA[", b"<!--", b"<!ENTITY a 'b'>", b'"'),
    *(
        b"\x00",
        b"\xff",
        b"\xc3",
        b"\xef\xbb\xbf",
        b"\r",
        b"\n\n",
        b"\n%0 ",
        b"\nPMID- ",
        b"<record>",
    ),
]


@pytest.mark.parametrize("name", FILES)
@given(data=st.data())
def test_bytes_that_are_changed_or_missing(name: str, data: st.DataObject) -> None:
    content = bytearray(FILES[name])
    for _ in range(data.draw(st.integers(1, 5))):
        start = data.draw(st.integers(0, len(content)))
        end = min(len(content), start + data.draw(st.integers(0, 40)))
        content[start:end] = data.draw(st.sampled_from(PIECES) | st.binary(max_size=5))

    read = refconv.read(bytes(content), name)

    assert len(read.references) == len(read.origins)
    assert all(found.message for found in read.diagnostics)


@pytest.mark.parametrize("name", FILES)
def test_a_file_that_ends_anywhere_has_its_first_record_or_a_diagnostic(name: str) -> None:
    content = FILES[name]
    first = len(content) // 2 + 20
    for end in range(1, len(content), 97):
        read = refconv.read(content[:end], name)

        assert len(read) >= (end > first) or read.diagnostics


@pytest.mark.parametrize("coding", ["utf-16", "utf-16-le", "utf-8-sig", "utf-32"])
@pytest.mark.parametrize("name", FILES)
def test_a_file_in_another_encoding_of_unicode(name: str, coding: str) -> None:
    text = FILES[name].decode()

    assert refconv.read(text.encode(coding), name).references == refconv.read(text, name).references
