"""Entry types of BibTeX and biblatex, and CSL's types."""

from __future__ import annotations

import pytest

import refconv
from refconv.core.model import ItemType, Reference
from refconv.formats.bibtex.types import (
    BIBLATEX_TYPES,
    FALLBACK,
    READ_AS,
    TYPES,
    is_below_doctor,
    is_known_to_zotero,
    plain_type,
)

WRITTEN_AS = {kind: native for native, kind in reversed(TYPES)}
WRITTEN_IN_BIBLATEX = {kind: native for native, kind in reversed(BIBLATEX_TYPES)}

# (entry type, type of CSL, what that is written as, and in biblatex)
KINDS = [
    ("article", "article-journal", "article", "article"),
    ("suppperiodical", "article-journal", "article", "article"),
    ("book", "book", "book", "book"),
    ("proceedings", "book", "book", "book"),
    ("incollection", "chapter", "incollection", "incollection"),
    ("conference", "paper-conference", "inproceedings", "inproceedings"),
    ("mastersthesis", "thesis", "phdthesis", "thesis"),
    ("techreport", "report", "techreport", "report"),
    ("dataset", "dataset", "misc", "dataset"),
    ("online", "webpage", "online", "online"),
    ("periodical", "periodical", "article", "periodical"),
    ("misc", "document", "misc", "misc"),
    ("talk", "speech", "misc", "misc"),
]


@pytest.mark.parametrize(("native", "kind", "written", "in_biblatex"), KINDS)
def test_types(native: str, kind: str, written: str, in_biblatex: str) -> None:
    assert READ_AS[native] == kind
    assert WRITTEN_AS[ItemType(kind)] == written
    assert WRITTEN_IN_BIBLATEX[ItemType(kind)] == in_biblatex


@pytest.mark.parametrize("kind", ItemType)
def test_every_type_of_csl_is_written(kind: ItemType) -> None:
    assert kind in WRITTEN_AS or kind == FALLBACK[1]


@pytest.mark.parametrize(
    ("native", "known"), [("report", True), ("video", True), ("audio", False), ("data", False)]
)
def test_types_that_zotero_reads(native: str, known: bool) -> None:
    assert is_known_to_zotero(native) is known


# *BibTeXing* 3.1.
PLAIN = frozenset(
    """article book booklet conference inbook incollection inproceedings manual mastersthesis misc
    phdthesis proceedings techreport unpublished""".split()
)


@pytest.mark.parametrize("native", sorted(READ_AS))
def test_plain_bibtex_has_only_the_types_that_its_styles_know(native: str) -> None:
    read = refconv.read(f"@{native}{{a, title = {{A title}}, url = {{http://x.org}}}}", "bibtex")

    written = refconv.write(read, "bibtex")

    assert written.text[1:].partition("{")[0] in PLAIN
    assert refconv.read(written.text, "bibtex").references[0].type == read.references[0].type


GENRES = [
    ("Master's thesis", "mastersthesis"),
    ("M.Sc. thesis", "mastersthesis"),
    ("MA thesis", "mastersthesis"),
    ("Diplomarbeit", "mastersthesis"),
    ("Tesis de licenciatura", "mastersthesis"),
    ("PhD thesis", "phdthesis"),
    ("Habilitation", "phdthesis"),
    ("", "phdthesis"),
]


@pytest.mark.parametrize(("genre", "native"), GENRES)
def test_a_thesis_is_written_by_its_genre(genre: str, native: str) -> None:
    assert plain_type(Reference("thesis", genre=genre), "phdthesis") == native
    assert is_below_doctor(genre) is (native == "mastersthesis")


@pytest.mark.parametrize(
    ("entry", "genre", "plain"),
    [
        ("@thesis{a, type = {mathesis}}", "Master's thesis", "@mastersthesis{a,\n}\n"),
        ("@thesis{a, type = {phdthesis}}", "PhD thesis", "@phdthesis{a,\n}\n"),
        ("@mastersthesis{a}", "Master's thesis", "@mastersthesis{a,\n}\n"),
        (
            "@mastersthesis{a, type = {Diplomarbeit}}",
            "Diplomarbeit",
            "@mastersthesis{a,\n  type = {Diplomarbeit},\n}\n",
        ),
        (
            "@report{a, type = {techreport}}",
            "Technical report",
            "@techreport{a,\n  type = {Technical report},\n}\n",
        ),
    ],
)
def test_the_kinds_of_theses_and_reports(entry: str, genre: str, plain: str) -> None:
    read = refconv.read(entry, "biblatex")

    assert read.references[0].genre == genre
    assert refconv.write(read, "bibtex").text == plain
    assert refconv.read(plain, "bibtex").references[0].genre == genre


@pytest.mark.parametrize(
    "native", ["video", "image", "collection", "constitution", "softwareversion"]
)
def test_a_type_that_plain_bibtex_does_not_have_is_kept(native: str) -> None:
    read = refconv.read(f"@{native}{{a, title = {{A title}}}}", "bibtex")

    written = refconv.write(read, "bibtex")

    assert f"entrysubtype = {{@{native}}}" in written.text
    assert written.losses == ()
    assert refconv.read(written.text, "bibtex").references == read.references
    assert refconv.write(read, "biblatex").text.startswith(f"@{native}{{")
