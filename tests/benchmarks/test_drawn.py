"""The entries that benchmarks convert: drawn from real files, or made up."""

from __future__ import annotations

import doctest
from pathlib import Path

import pytest

import refconv
from benchmarks import drawn

BIB = """\
@string{me = "Me"}
@article{a, title = {Of a macro}}
"""
PARENTS = """\
% a comment
@inbook{child, crossref = {parent}, title = {Part}}
@book{parent, title = {Whole}, year = 1999}
@misc{, title = {Without a key}}
"""
RIS = "TY  - JOUR\r\nID  - 7\r\nTI  - One\r\nER  - \r\n\r\nTY  - BOOK\r\nTI  - Two\r\nER  - \r\n"


@pytest.fixture
def data(tmp_path: Path) -> Path:
    for name, text in (("bibtex/a.bib", BIB), ("bibtex/b.bib", PARENTS), ("ris/a.ris", RIS)):
        path = tmp_path / "files" / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(text.encode())
    return tmp_path


def test_the_examples_in_its_docstrings_hold() -> None:
    results = doctest.testmod(drawn)

    assert results.attempted
    assert not results.failed


def test_entries_of_files_with_macros_and_without_a_key_are_left_out(data: Path) -> None:
    entries = drawn.real("bibtex", data)

    assert sorted(entry.partition("{")[2][:8] for entry in entries) == ["childf1,", "parentf1"]
    assert entries == drawn.real("bibtex", data)


@pytest.mark.parametrize(("name", "count"), [("bibtex", 5), ("ris", 5)])
def test_entries_come_again_with_new_keys(data: Path, name: str, count: int) -> None:
    text = "".join(drawn.library(name, count, drawn.real(name, data)))
    read = refconv.read(text, name)

    assert len({reference.id for reference in read.references}) == count
    assert not read.diagnostics


def test_a_child_keeps_its_parent(data: Path) -> None:
    text = "".join(drawn.library("bibtex", 4, drawn.real("bibtex", data)))
    read = refconv.read(text, "bibtex")

    assert [one.container_title for one in read.references if one.title == "Part"] == ["Whole"] * 2


@pytest.mark.parametrize("name", ["bibtex", "ris"])
def test_without_data_entries_are_made_up(name: str) -> None:
    text = "".join(drawn.library(name, 300, []))
    read = refconv.read(text, name)

    assert len(read.references) == 300
    assert not read.diagnostics
    assert text == "".join(drawn.library(name, 300, []))
    types = [str(reference.type) for reference in read.references]
    assert 0.5 < types.count("article-journal") / 300 < 0.8
    abstracts = [reference for reference in read.references if reference.abstract]
    assert (10 if name == "bibtex" else 100) < len(abstracts) < 200
    assert sum(bool(reference.custom) for reference in read.references) > 100
