"""Files that nobody here wrote: all are read, and no entry is lost."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

import refconv

# Counted without a parser: what begins like an entry at a line's start.
BEGINNING = {
    "bibtex": re.compile(
        rb"^[ \t]*@[ \t]*(?!comment|string|preamble|(?:set|xdata|control)\b)"
        rb"[a-z][\w-]*[ \t]*[{(][ \t]*[^\s,=]*[ \t]*,",
        re.MULTILINE | re.IGNORECASE,
    ),
    "ris": re.compile(rb"^(?:\xef\xbb\xbf)?TY  - ?", re.MULTILINE),
    "enw": re.compile(rb"^%0", re.MULTILINE),
    "endnote-xml": re.compile(rb"<record>"),
    "nbib": re.compile(rb"^(?:PMID|PMC |PMCR)-(?! *PMC)(?! \d{4}/)", re.MULTILINE),
}
# Entries that are none: inside a comment, or inside another entry's value.
NO_ENTRIES: dict[str, int] = {
    # Eight types right behind another one, which are no records of their own.
    "jabref__jablib_src_test_resources_org_jabref_logic_importer_fileformat_"
    "RisImporterTest1.ris": 8,
}


def files(data_folder: Path, name: str) -> list[Path]:
    patterns = {
        "bibtex": ("files/bibtex/*.bib", "zotero-import/*.bib"),
        "ris": ("files/ris/*.ris",),
        "enw": ("files/enw/*",),
        "endnote-xml": ("files/endnotexml/*.xml",),
        "nbib": ("files/nbib/*",),
    }
    return [path for pattern in patterns[name] for path in sorted(data_folder.glob(pattern))]


@pytest.mark.parametrize("name", BEGINNING)
def test_no_entry_is_lost(data_folder: Path, name: str) -> None:
    lost = {}
    for path in files(data_folder, name):
        data = path.read_bytes().replace(b"\r\n", b"\n").replace(b"\r", b"\n")
        begun = len(BEGINNING[name].findall(data)) - NO_ENTRIES.get(path.name, 0)
        read = len(refconv.load(path, name))
        if read < begun:
            lost[path.name] = (begun, read)

    assert lost == {}


@pytest.mark.parametrize("name", [n for n in BEGINNING if refconv.FORMATS[n].join is not None])
def test_a_real_file_survives_the_round_trip(data_folder: Path, name: str) -> None:
    changed = []
    for path in files(data_folder, name):
        read = refconv.load(path, name)
        written = refconv.write(read, name, blocks=read.blocks)
        expected = refconv.apply(refconv.assign_ids(read), written.losses)
        if refconv.read(written.text, name).references != expected:
            changed.append(path.name)

    assert changed == []


@pytest.mark.parametrize("name", ["enw", "endnote-xml"])
def test_files_of_endnote_are_written_without_a_loss(data_folder: Path, name: str) -> None:
    read = [refconv.load(path, name) for path in files(data_folder, name)]

    assert [refconv.write(one, name).losses for one in read] == [()] * len(read)
