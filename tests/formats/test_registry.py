"""The formats by name, each imported when it is first used."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest

import refconv
from refconv.formats.registry import (
    ALIASES,
    FILE_FORMATS,
    FREE_TEXT,
    PLACES,
    WRITTEN,
    named,
    of_suffix,
)
from refconv.formats.registry import FORMATS as REGISTRY
from refconv.io.input import input_of_data


def test_every_format_has_the_name_in_the_registry() -> None:
    assert [format.name for format in refconv.FORMATS.values()] == [*refconv.FORMATS]
    assert [*refconv.FORMATS] == [*FILE_FORMATS, *FREE_TEXT]


def test_formats_that_are_written_are_listed() -> None:
    assert tuple(name for name, one in refconv.FORMATS.items() if one.join is not None) == WRITTEN


SUFFIXES = [
    (".bib", "bibtex"),
    (".BIB", "bibtex"),
    (".ris", "ris"),
    (".csljson", "csl-json"),
    (".enw", "enw"),
    (".xml", "endnote-xml"),
    (".nbib", "nbib"),
    (".mods", "mods"),
    (".md", None),
    (".docx", None),
    ("", None),
]


@pytest.mark.parametrize(("suffix", "name"), SUFFIXES)
def test_formats_by_suffix(suffix: str, name: str | None) -> None:
    assert of_suffix(suffix) == name
    assert name is None or suffix.lower() in PLACES[name].suffixes


def test_a_format_to_write_by_suffix() -> None:
    assert [of_suffix(suffix, WRITTEN) for suffix in (".nbib", ".txt", ".xml")] == [
        None, None, "endnote-xml",
    ]  # fmt: skip


ANY_SUFFIX = ("", ".json", ".txt", ".text", ".md", ".xml", ".RIS", ".bib", ".nbib", ".docx")


@pytest.mark.parametrize("suffix", ANY_SUFFIX)
def test_no_suffix_decides_the_format_of_a_text_with_a_mark(suffix: str) -> None:
    assert input_of_data("TY  - BOOK\nER  - \n", None, f"a{suffix}").format.name == "ris"


def test_reading_one_format_imports_no_other() -> None:
    code = (
        "import sys, refconv\n"
        "names = ('bibtex', 'csljson', 'endnote', 'pubmed', 'ris')\n"
        "loaded = lambda: [n for n in names if 'refconv.formats.' + n in sys.modules]\n"
        "before = loaded(); refconv.read('[]', name='a.csljson'); print(before, loaded())"
    )
    folder = Path(refconv.__file__).parent.parent
    done = subprocess.run(
        [sys.executable, "-c", code], capture_output=True, text=True, check=True, cwd=folder
    )
    assert done.stdout.strip() == "[] ['csljson']"


NAMED = [
    ("RIS", "ris"), ("bib", "bibtex"), (".bib", "bibtex"), ("json", "csl-json"),
    ("CSLJSON", "csl-json"), ("endnote", "endnote-xml"), ("pubmed", "nbib"), ("txt", "text"),
    ("nonsense", "nonsense"), ("", ""), (".xml", ".xml"),
]  # fmt: skip


@pytest.mark.parametrize(("given", "name"), NAMED)
def test_a_format_has_other_names_too(given: str, name: str) -> None:
    assert named(given) == name


def test_an_alias_is_no_name_of_another_format() -> None:
    assert not {*ALIASES} & {*REGISTRY}
    assert {*ALIASES.values()} <= {*REGISTRY}
