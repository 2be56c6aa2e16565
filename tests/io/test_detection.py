"""What is said of an input whose name or caller asks for another format than it is in."""

from __future__ import annotations

import pytest

import refconv
from refconv.core.codes import Severity

RIS, BIBTEX = "TY  - BOOK\nTI  - A title\nER  - \n", "@book{a, title = {A title}}\n"
MEDLINE = "PMID- 1\nOWN - NLM\nTI  - A title.\nPT  - Journal Article\n"
MISNAMED = [
    ("a.bib", RIS, "the name ends in .bib, but the content is ris (read as ris)"),
    ("a.enw", RIS, "the name ends in .enw, but the content is ris (read as ris)"),
    (
        "a.bib",
        "%0 Book\n%T A title\n",
        "the name ends in .bib, but the content is enw (read as enw)",
    ),
    ("a.ris", MEDLINE, "the name ends in .ris, but the content is nbib (read as nbib)"),
    ("a.RIS", BIBTEX, "the name ends in .ris, but the content is bibtex (read as bibtex)"),
]


@pytest.mark.parametrize(("name", "text", "message"), MISNAMED)
def test_a_misleading_suffix_is_reported_and_loses_nothing(
    name: str, text: str, message: str
) -> None:
    read = refconv.read(text, name=name)

    assert [reference.title for reference in read] == ["A title"]
    assert [str(d.message) for d in read.diagnostics if d.code == "format"] == [message]


def test_a_format_that_was_asked_for_does_not_beat_the_content() -> None:
    read = refconv.read(BIBTEX, "ris")

    assert read.format == "bibtex"
    assert [found.message for found in read.diagnostics] == [
        "this is not ris but bibtex (read as bibtex)"
    ]
    assert refconv.read(BIBTEX, "biblatex").diagnostics == ()


def test_a_structured_file_of_an_unknown_kind_is_refused() -> None:
    read = refconv.read('<?xml version="1.0"?><svg></svg>', name="a.xml")

    assert len(read) == 0
    assert [(d.message, d.severity) for d in read.diagnostics] == [
        (
            "this is a picture (SVG) (nothing was read; "
            "export the references in a format that refconv reads, or paste their text)",
            Severity.ERROR,
        )
    ]


@pytest.mark.parametrize("text", ["% a comment\n", '@string{a = "b"}\n'])
def test_a_file_without_references_says_so(text: str) -> None:
    read = refconv.read(text, "bibtex")

    assert [d.message for d in read.diagnostics] == [
        "no references in this bibtex (nothing was read)"
    ]


def test_a_note_does_not_say_that_nothing_was_read() -> None:
    read = refconv.read("Record #3 of 18\nProvider: A house\n", "ris")

    assert len(read) == 0
    assert "no references in this ris (nothing was read)" in [d.message for d in read.diagnostics]
