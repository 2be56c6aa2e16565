"""Find the tables to check, and the tests that check them; list what is no table, and why.

A table is a collection that a module of :mod:`refconv` binds to an upper-case name and whose rows
are written there, or a function that builds fields or aliases of a format. A new module, or a new
name, needs no entry here.
"""

from __future__ import annotations

import ast
from collections.abc import Collection, Iterable, Iterator, Mapping
from functools import cache
from importlib import import_module
from pathlib import Path

ROOT = Path(__file__).parents[2]
SOURCE = ROOT / "src" / "refconv"

_SCORES = "what reads free text is measured by its scores, and has a test for each rule"
NO_MODULES: Mapping[str, str] = {
    "refconv.page": _SCORES,
    "refconv.tag": _SCORES,
    "refconv.assemble": _SCORES,
    "refconv.review": _SCORES,
    "refconv.web": "the browser's tests check it",
    "refconv.__main__": "it runs the command",
    "refconv.formats.bibtex.latex.pylatexenc_symbols": "vendored, and compared as a whole",
}
"""Modules and packages whose tables are not checked, and why.

Nor are those of :mod:`refconv.values` checked that no format imports: free text uses them alone.
"""

NO_TABLES: Mapping[str, str] = {
    "refconv.strategies:_AWKWARD": "what is drawn from it is no behaviour",
    "refconv.formats.bibtex.types:FALLBACK": "a pair: the types for what is unknown",
    "refconv.formats.endnote.types:FALLBACK": "a pair: the types for what is unknown",
    "refconv.formats.pubmed.table:FALLBACK": "a pair: the types for what is unknown",
    "refconv.formats.ris.types:FALLBACK": "a pair: the types for what is unknown",
}
"""Collections that are no tables, and why."""

COMPUTED: Mapping[str, str] = {
    "refconv.core.edtf:_SEASON_MONTHS": "numbers behind the last month",
    "refconv.core.model:VARIABLES": "the attributes of a reference",
    "refconv.formats.bibtex.table:ROWS": "a list of rows, and a row for each variable without one",
    "refconv.formats.csljson.table:ROWS": "a row for each variable",
    "refconv.formats.endnote.types:NUMBERS": "two columns of a table of three",
}
"""Computed tables whose rows are checked one by one, and what they are computed from."""

_ROW_TYPES = ("Field", "Alias")


# ── tables ────────────────────────────────────────────────────────────────────────────────────────


def modules() -> Iterator[str]:
    """Yield the names of the modules whose tables are checked."""
    used = _used_by_formats()
    for path in sorted(SOURCE.rglob("*.py")):
        parts = path.relative_to(SOURCE.parent).with_suffix("").parts
        name = ".".join(parts).removesuffix(".__init__")
        is_left_out = any(_is_within(name, excluded) for excluded in NO_MODULES)
        if not is_left_out and (name in used or not name.startswith("refconv.values.")):
            yield name


@cache
def _used_by_formats() -> frozenset[str]:
    """Return the names that formats import: modules, and what is in them."""
    found: set[str] = set()
    for path in SOURCE.glob("formats/**/*.py"):
        for node in ast.walk(ast.parse(path.read_text("utf-8"))):
            if isinstance(node, ast.ImportFrom) and node.module:
                found |= {node.module, *(f"{node.module}.{alias.name}" for alias in node.names)}
    return frozenset(found)


def _is_within(module: str, package: str) -> bool:
    return module == package or module.startswith(f"{package}.")


@cache
def candidates(module: str) -> tuple[str, ...]:
    """Return the names of a module that may be tables: what they are is known once it is imported.

    They are upper-case and not computed from others, or functions that build several rows.
    """
    path = SOURCE.parent.joinpath(*module.split("."))
    path = path / "__init__.py" if path.is_dir() else path.with_suffix(".py")
    body = ast.parse(path.read_text("utf-8")).body
    return tuple(
        name
        for statement in body
        for name in defined(statement)
        if f"{module}:{name}" in COMPUTED
        or (f"{module}:{name}" not in NO_TABLES and _may_be_table(name, statement))
    )


def defined(statement: ast.stmt) -> Iterator[str]:
    """Yield the names that a statement of a module defines."""
    match statement:
        case ast.Assign(targets=[ast.Name(id=name)]) | ast.AnnAssign(target=ast.Name(id=name)):
            yield name
        case ast.Assign(targets=[ast.Tuple(elts=targets)]):
            yield from (target.id for target in targets if isinstance(target, ast.Name))
        case ast.FunctionDef(name=name):
            yield name


def _may_be_table(name: str, statement: ast.stmt) -> bool:
    if isinstance(statement, ast.Assign | ast.AnnAssign):
        return name.isupper() and statement.value is not None and _has_rows(statement.value)
    return _builds_rows(statement)


def _has_rows(value: ast.expr) -> bool:
    """Return whether an expression has rows of its own, and does not only go through others'."""
    match value:
        case ast.Tuple(elts=rows) | ast.List(elts=rows) | ast.Set(elts=rows):
            starred = [row.value for row in rows if isinstance(row, ast.Starred)]
            return len(starred) < len(rows) or any(map(_has_rows, starred))
        case ast.Dict(keys=keys, values=values):
            merged = [value for key, value in zip(keys, values, strict=True) if key is None]
            return len(merged) < len(keys) or any(map(_has_rows, merged))
        case ast.ListComp() | ast.SetComp() | ast.DictComp() | ast.GeneratorExp():
            return any(_has_rows(generator.iter) for generator in value.generators)
        case ast.BinOp(left=left, right=right):
            return _has_rows(left) or _has_rows(right)
        case ast.Call(func=ast.Attribute(attr="split" | "splitlines")):
            return True
        case ast.Call(func=ast.Attribute(value=mapping, attr="items")):
            return _has_rows(mapping)
        case ast.Call(args=arguments):
            return any(_is_text(argument) or _has_rows(argument) for argument in arguments)
    return False


def _is_text(node: ast.expr) -> bool:
    return isinstance(node, ast.Constant) and isinstance(node.value, str)


def _builds_rows(statement: ast.stmt) -> bool:
    """Return whether a function calls ``Field`` or ``Alias`` three times or more."""
    calls = (node for node in ast.walk(statement) if isinstance(node, ast.Call))
    names = [call.func.id for call in calls if isinstance(call.func, ast.Name)]
    is_function = isinstance(statement, ast.FunctionDef)
    return is_function and any(names.count(name) > 2 for name in _ROW_TYPES)


def is_collection(value: object) -> bool:
    """Return whether a value is a collection of rows: no text, and no record of named fields."""
    is_record = isinstance(value, tuple) and hasattr(value, "_fields")
    return isinstance(value, Collection) and not isinstance(value, str | bytes) and not is_record


# ── tests ─────────────────────────────────────────────────────────────────────────────────────────

MORE_TESTS: Mapping[str, str] = {
    "refconv": "tests/project/test_architecture.py",
    "refconv.formats.bibtex": "tests/laws/test_better_bibtex.py tests/laws/test_round_trips.py",
    "refconv.clients": "tests/formats/csljson/*.py tests/formats/test_registry.py",
    "refconv.core": "tests/core/*.py tests/values/*.py",
    "refconv.io": "tests/formats/test_registry.py",
    "refconv.values": "tests/core/*.py tests/formats/ris/*.py",
}
"""Tests outside the folder of a package that check its tables too."""

_LAST = "tests/formats/test_*.py tests/laws/test_golden.py"
"""Tests that take long, or that only see what comes out at the end."""


def tests_of(module: str) -> tuple[tuple[str, ...], tuple[str, ...]]:
    """Return the formats whose row tests check a module, and patterns of files of other tests.

    Tests mirror the package: those of ``refconv.formats.ris.tags`` are ``tests/formats/ris``.
    """
    return tuple(_formats_of(module)), tuple(dict.fromkeys(_patterns(module)))


def _formats_of(module: str) -> Iterable[str]:
    """Return the formats of a module's package, or all where it has none."""
    registry = import_module("refconv.formats.registry")
    places: Mapping[str, str] = {name: place.module for name, place in registry.PLACES.items()}
    return [name for name, package in places.items() if _is_within(module, package)] or places


def _patterns(module: str) -> Iterator[str]:
    _, *parts = module.split(".")
    path = SOURCE.joinpath(*parts)
    folder = "/".join(parts if path.is_dir() else parts[:-1])
    if not path.is_dir():
        yield f"tests/{folder}/**/test_{parts[-1]}*.py" if folder else f"tests/test_{parts[-1]}.py"
    if folder:
        yield f"tests/{folder}/**/test_*.py"
    for package, patterns in MORE_TESTS.items():
        if module == package or (package != "refconv" and _is_within(module, package)):
            yield from patterns.split()
    yield from _LAST.split()
