"""Tests mirror the package: ``tests/values/test_dates.py`` tests ``values/dates.py``."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from fnmatch import fnmatch
from pathlib import Path

import refconv

SOURCE = Path(refconv.__file__).parent
TESTS = Path(__file__).parents[1]

UNTESTED: Mapping[str, str] = {
    "core/codes.py": "core/messages/test_every_message.py: the form of every message",
    "core/messages/*.py": "core/messages/test_every_message.py: every row",
    "tag/forms/*.py": "tag/test_fixed_forms.py: rows for each form",
    "formats/*/fast.py": "core/test_fast.py compares every fast path with its codec",
    "formats/bibtex/latex/pylatexenc_symbols.py": "data; words/symbols.txt has what is made of it",
    "page/*": "going to be built anew",
}
"""Modules without a test module of their name, and why."""

ACROSS: Mapping[str, str] = {
    "core/messages/test_every_message.py": "the messages of all modules, row by row",
    "documents/test_golden_documents.py": "all documents in text, case by case",
    "formats/bibtex/test_biblatex.py": "both dialects of BibTeX, file by file",
    "formats/*/test_of_zotero.py": "formats as Zotero writes them",
    "formats/test_damaged.py": "all formats: damaged files",
    "formats/test_dates_of_all_formats.py": "all formats: the same dates",
    "formats/test_odd_dates.py": "all formats: texts that are no dates",
    "formats/test_rows.py": "all tables, row by row",
    "formats/test_words.py": "all tables of words",
    "page/*": "going to be built anew",
    "tag/test_disciplines.py": "the tagger with its model, by discipline",
    "web/test_colours.py": "the style sheet",
}
"""Test modules without a module of their name, and why."""


def modules() -> set[str]:
    """Return the modules of the package, but for those that only import others."""
    paths = (path.relative_to(SOURCE) for path in SOURCE.rglob("*.py"))
    return {path.as_posix() for path in paths if not path.stem.startswith("__")}


def mirrors() -> set[str]:
    """Return the test modules beside and below the folders that mirror a package."""
    folders = [path.parent.name for path in SOURCE.glob("*/__init__.py")]
    found = [*TESTS.glob("test_*.py")]
    for folder in folders:
        found += (TESTS / folder).rglob("test_*.py")
    return {path.relative_to(TESTS).as_posix() for path in found}


def mirror_of(module: str) -> str:
    """Return the test module of a module."""
    folder, _, name = module.rpartition("/")
    return f"{folder}/test_{name}".removeprefix("/")


def without(names: Iterable[str], exceptions: Mapping[str, str]) -> list[str]:
    """Return the names that no exception matches."""
    return sorted(
        name for name in names if not any(fnmatch(name, pattern) for pattern in exceptions)
    )


def unused(names: Iterable[str], exceptions: Mapping[str, str]) -> list[str]:
    """Return the exceptions that match no name."""
    known = [*names]
    return [pattern for pattern in exceptions if not any(fnmatch(one, pattern) for one in known)]


def test_every_module_has_its_test_module() -> None:
    untested = {module for module in modules() if mirror_of(module) not in mirrors()}

    assert without(untested, UNTESTED) == []
    assert unused(modules(), UNTESTED) == []


def test_every_test_module_has_its_module() -> None:
    across = mirrors() - {mirror_of(module) for module in modules()}

    assert without(across, ACROSS) == []
    assert unused(mirrors(), ACROSS) == []
