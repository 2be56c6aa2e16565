"""The formats by name: what is listed is there, and is imported only when it is asked for."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest

import refconv
from refconv.formats.registry import FILE_FORMATS, PLACES, WRITTEN, of_suffix
from refconv.io.input import input_of_data


def test_every_format_has_the_name_under_which_it_is_listed() -> None:
    assert [format.name for format in refconv.FORMATS.values()] == [*refconv.FORMATS]
    assert [*refconv.FORMATS] == [*FILE_FORMATS, "text"]


def test_those_that_are_written_are_listed() -> None:
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
    (".md", "text"),
    (".docx", None),
    ("", None),
]


@pytest.mark.parametrize(("suffix", "name"), SUFFIXES)
def test_suffixes_tell_formats(suffix: str, name: str | None) -> None:
    assert of_suffix(suffix) == name
    assert name is None or suffix.lower() in PLACES[name].suffixes


def test_a_suffix_of_files_that_are_only_read_tells_none_to_write() -> None:
    assert [of_suffix(suffix, WRITTEN) for suffix in (".nbib", ".txt", ".xml")] == [
        None, None, "endnote-xml",
    ]  # fmt: skip


NAMES = [
    *((f"a{suffix}", "ris") for suffix in (".json", ".txt", ".text", ".md", ".xml", ".RIS", "")),
    ("a.bib", "bibtex"),
    ("a.nbib", "nbib"),
]


@pytest.mark.parametrize(("name", "format"), NAMES)
def test_a_suffix_tells_the_format_unless_several_kinds_of_files_have_it(
    name: str, format: str
) -> None:
    assert input_of_data("TY  - BOOK\nER  - \n", None, name).format.name == format


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
