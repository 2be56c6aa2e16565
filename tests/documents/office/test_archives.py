"""Zip archives: parts by name, bounded, damaged ones in part."""

from __future__ import annotations

import pytest

from refconv.documents.office.archives import Archive, is_archive_of
from tests.documents.builders import zipped

DATA = zipped({"a.xml": "<a>one</a>", "b/c.xml": "<c>" + "two " * 2000 + "</c>"})


def test_parts_by_name() -> None:
    archive = Archive(DATA)

    assert (archive.names, archive.read("a.xml"), archive.read("x")) == (
        ["a.xml", "b/c.xml"],
        b"<a>one</a>",
        b"",
    )
    assert archive.diagnostics == []


def test_an_archive_without_its_end_is_read_from_its_beginning() -> None:
    archive = Archive(DATA[: DATA.index(b"PK\x01\x02")])

    assert (archive.names, archive.read("a.xml")) == (["a.xml", "b/c.xml"], b"<a>one</a>")
    assert [d.reason for d in archive.diagnostics] == ["archive"]


def test_a_part_is_read_up_to_where_it_is_damaged() -> None:
    place = DATA.index(b"b/c.xml") + 20

    archive = Archive(DATA[:place] + b"\xff\xff" + DATA[place + 2 :])

    assert b"</c>" not in archive.read("b/c.xml")
    assert [d.reason for d in archive.diagnostics] == ["part"]


@pytest.mark.parametrize("content", [b" " * 30_000_000, b"ab" * 10_000_000])
def test_a_part_that_is_far_larger_unpacked_is_not_read(content: bytes) -> None:
    archive = Archive(zipped({"a.xml": content}))

    assert archive.read("a.xml") == b""
    assert [d.reason for d in archive.diagnostics] == ["part-large"]


def test_what_an_archive_is_of() -> None:
    assert is_archive_of(DATA, b"b/c.xml")
    assert not is_archive_of(DATA, b"word/document")
    assert not is_archive_of(b"word/document", b"word/document")
