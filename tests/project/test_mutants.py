"""The mutation check finds every table by itself, and its few exceptions are there."""

from __future__ import annotations

import ast
from importlib import import_module
from pathlib import Path

import pytest

import refconv
from refconv.formats.registry import PLACES
from tools.mutants import tables
from tools.mutants.tables import COMPUTED, MORE_TESTS, NO_MODULES, NO_TABLES, ROOT
from tools.mutants.without import mutants

MODULES = [*tables.modules()]


def written(value: str) -> bool:
    """Return whether a statement with this value defines a table."""
    (statement,) = ast.parse(f"TABLE = {value}").body
    return tables._may_be_table("TABLE", statement)


TABLES = [
    ("(1, 2)", True),
    ("{*A, 3}", True),
    ("{1: 2, **A}", True),
    ("[(name, 1) for name in ('a', 'b')]", True),
    ("{a: b for a, b in {'x': 'y'}.items()}", True),
    ("tuple(line.split() for line in TEXT.split())", True),
    ("frozenset('a b'.split())", True),
    ("types('book')", True),
    ("A | types('book')", True),
    # what goes through other tables
    ("(*A, *B)", False),
    ("{**A}", False),
    ("{a: b for b, a in A.items()}", False),
    ("frozenset(A)", False),
    ("A | B", False),
    ("len", False),
]


@pytest.mark.parametrize(("value", "expected"), TABLES)
def test_tables_are_collections_whose_rows_are_written(value: str, expected: bool) -> None:
    assert written(value) is expected


FUNCTIONS = [
    ("def rows(): return (Field(1), Field(2), Field(3))", True),
    ("def aliases(): return (Alias(1), Alias(2), Alias(3))", True),
    ("def one(): return Field(1)", False),
    ("def other(): return (1, 2, 3)", False),
]


@pytest.mark.parametrize(("function", "expected"), FUNCTIONS)
def test_functions_that_build_rows_are_tables(function: str, expected: bool) -> None:
    (statement,) = ast.parse(function).body

    assert tables._may_be_table("rows", statement) is expected


@pytest.mark.parametrize("name", ["bibtex", "ris", "csl-json", "enw", "nbib", "mods"])
def test_the_tables_of_every_format_are_found(name: str) -> None:
    package = PLACES[name].module
    found = [name for name in MODULES if name.startswith(package) and tables.candidates(name)]

    assert found


@pytest.mark.parametrize("excluded", NO_MODULES)
def test_modules_that_are_left_out_exist(excluded: str) -> None:
    path = ROOT.joinpath("src", *excluded.split("."))

    assert path.is_dir() or path.with_suffix(".py").is_file()
    assert excluded not in MODULES


@pytest.mark.parametrize("excluded", NO_TABLES)
def test_collections_that_are_left_out_exist(excluded: str) -> None:
    module, name = excluded.split(":")

    assert tables.is_collection(getattr(import_module(module), name))
    assert name not in tables.candidates(module)


@pytest.mark.parametrize("computed", COMPUTED)
def test_computed_tables_exist_and_would_not_be_found(computed: str) -> None:
    module, name = computed.split(":")
    value = getattr(import_module(module), name)

    assert name in tables.candidates(module)
    assert len([*mutants(module, name, value)]) >= len(value)


@pytest.mark.parametrize("module", MODULES)
def test_every_module_with_a_table_has_tests(module: str) -> None:
    formats, patterns = tables.tests_of(module)

    assert formats
    assert [path for pattern in patterns[:2] for path in ROOT.glob(pattern)] or (
        not tables.candidates(module)
    )


@pytest.mark.parametrize("package", MORE_TESTS)
def test_further_tests_exist(package: str) -> None:
    for pattern in MORE_TESTS[package].split():
        assert [*ROOT.glob(pattern)], pattern
    assert import_module(package)


@pytest.mark.parametrize(
    ("module", "formats", "pattern"),
    [
        ("refconv.formats.ris.logical_lines", ("ris",), "tests/formats/ris/**/test_*.py"),
        ("refconv.formats.endnote", ("enw", "endnote-xml"), "tests/formats/endnote/**/test_*.py"),
        ("refconv.spark", (*refconv.FORMATS,), "tests/test_spark.py"),
        ("refconv.io.encoding", (*refconv.FORMATS,), "tests/io/**/test_encoding*.py"),
    ],
)
def test_tests_mirror_the_package(module: str, formats: tuple[str, ...], pattern: str) -> None:
    found, patterns = tables.tests_of(module)

    assert found == formats
    assert pattern in patterns


def test_paths_are_those_of_this_package() -> None:
    assert Path(refconv.__file__).parent == tables.SOURCE
