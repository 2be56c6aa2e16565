"""CITATION.cff: what the rows of its table do not show."""

from __future__ import annotations

import refconv
from refconv import Name

TEXT = "cff-version: 1.2.0\nmessage: Cite it.\ntitle: Lake Tools\n"


def test_the_work_and_those_that_it_cites() -> None:
    text = (
        TEXT
        + "preferred-citation:\n  type: article\n  title: Tools\n"
        + "references:\n- type: book\n  title: Lakes\n- words\n"
    )
    read = refconv.read(text)

    assert read.format == "cff"
    assert [(one.type, one.title) for one in read] == [
        ("software", "Lake Tools"),
        ("article-journal", "Tools"),
        ("book", "Lakes"),
    ]
    assert [str(found) for found in read.diagnostics] == [
        '<input>:10:1: warning: "words" is not an item (left out) [stray-text]'
    ]
    assert [(block.kind, block.text) for block in read.blocks] == [
        ("header", "cff-version: 1.2.0"),
        ("header", "message: Cite it."),
    ]


def test_the_version_stays_the_text_that_it_is() -> None:
    assert refconv.read(TEXT + "version: 1.20\n").references[0].version == "1.20"


def test_persons_and_entities() -> None:
    people = (
        "authors:\n- {family-names: Bell, given-names: Ann, name-particle: van, name-suffix: Jr.,"
        " orcid: 'https://orcid.org/0000-0002-1825-0097'}\n- name: Lake Board\n- alias: moss\n"
    )
    (reference,) = refconv.read(TEXT + people).references

    assert reference.author == (
        Name(
            family="Bell",
            given="Ann",
            non_dropping_particle="van",
            suffix="Jr.",
            orcid="0000-0002-1825-0097",
        ),
        Name(literal="Lake Board"),
        Name(literal="moss"),
    )


def test_a_broken_file_is_read_up_to_the_error() -> None:
    read = refconv.read(TEXT + "doi: 10.1000/1\nkeywords: [a\nauthors:\n", "cff")

    assert [one.DOI for one in read] == ["10.1000/1"]
    assert [found.code for found in read.diagnostics] == ["syntax"]
