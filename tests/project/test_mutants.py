"""The mutation check leaves no table out."""

from __future__ import annotations

import ast
import builtins
from collections.abc import Collection, Iterator, Mapping
from importlib import import_module
from pathlib import Path
from types import ModuleType

import pytest

import refconv
from tools.mutants.tables import NO_TABLES, TABLES
from tools.mutants.without import defined

SOURCE = Path(refconv.__file__).parent
# What reads free text is measured by its scores.
OTHERS = ("page", "tag", "assemble", "review", "web")
PRINTED = ("dates", "et_al", "name_pieces", "name_words", "names", "printed_identifiers")


def modules() -> Iterator[Path]:
    paths = (path for path in sorted(SOURCE.rglob("*.py")) if path.stem != "__main__")
    for path in paths:
        package, *names = path.relative_to(SOURCE).with_suffix("").parts
        if package not in OTHERS and not (package == "values" and {*names} <= {*PRINTED}):
            yield path


def name_of(path: Path) -> str:
    parts = path.relative_to(SOURCE.parent).with_suffix("").parts
    return ".".join(parts).removesuffix(".__init__")


def is_collection(value: object) -> bool:
    is_record = isinstance(value, tuple) and hasattr(value, "_fields")
    return isinstance(value, Collection) and not isinstance(value, str | bytes) and not is_record


def names_in(node: ast.AST) -> Iterator[str]:
    return (inner.id for inner in ast.walk(node) if isinstance(inner, ast.Name))


def is_made_of_another(
    module: ModuleType, value: ast.expr | None, statements: Mapping[str, ast.stmt]
) -> bool:
    """Tell a collection whose rows come from a collection with a name, or from a class."""
    assert value is not None
    called = (statements.get(name) for name in names_in(value))
    parts = (value, *(part for part in called if isinstance(part, ast.FunctionDef)))
    nodes = [node for part in parts for node in ast.walk(part)]
    iterated = [node.iter for node in nodes if isinstance(node, ast.comprehension | ast.For)]
    mentioned = (node.id for node in nodes if isinstance(node, ast.Name) and node.id.isupper())
    return any(not hasattr(builtins, name) for it in iterated for name in names_in(it)) or any(
        is_collection(getattr(module, name, None)) for name in mentioned
    )


def unchecked(path: Path) -> Iterator[str]:
    """Give the tables of a module that are neither checked nor belong to one that is."""
    module = import_module(name_of(path))
    listed = {name.removesuffix("[]") for name in TABLES.get(module.__name__, "").split()}
    statements = {
        name: statement
        for statement in ast.parse(path.read_text("utf-8")).body
        for name in defined(statement)
    }
    for name, statement in statements.items():
        if not name.isupper() or name in listed or not is_collection(getattr(module, name)):
            continue
        assert isinstance(statement, ast.Assign | ast.AnnAssign)
        users = {user for user, other in statements.items() if name in names_in(other)} - {name}
        if not is_made_of_another(module, statement.value, statements) and not (
            users and users <= listed
        ):
            yield name


@pytest.mark.parametrize("module", TABLES)
def test_each_table_that_is_listed_is_there(module: str) -> None:
    found = vars(import_module(module))

    assert [name for name in TABLES[module].split() if name.removesuffix("[]") not in found] == []


@pytest.mark.parametrize("path", [*modules()], ids=lambda path: str(path.relative_to(SOURCE)))
def test_each_table_is_checked_or_made_of_one_that_is(path: Path) -> None:
    assert [*unchecked(path)] == NO_TABLES.get(name_of(path), "").split()
