"""Docstrings are written in the field's words: "Return …", not "Give …"."""

from __future__ import annotations

import ast
from collections.abc import Iterator
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]
FOLDERS = ("src", "tools", "tests", "benchmarks", "examples")
AVOIDED = frozenset("Give Gives Tell Tells Say Says Let Lets".split())
"""Words that a docstring does not begin with: they name no action of a function."""


def docstrings(path: Path) -> Iterator[tuple[str, str]]:
    """Yield the name and the docstring of a module's definitions, and of the module."""
    for node in ast.walk(ast.parse(path.read_text("utf-8"))):
        if isinstance(node, ast.Module | ast.ClassDef | ast.FunctionDef | ast.AsyncFunctionDef):
            text = ast.get_docstring(node)
            if text:
                yield getattr(node, "name", "module"), text


@pytest.mark.parametrize("folder", FOLDERS)
def test_docstrings_begin_with_what_is_done(folder: str) -> None:
    avoided = [
        f"{path.relative_to(ROOT)}: {name}"
        for path in sorted((ROOT / folder).rglob("*.py"))
        for name, text in docstrings(path)
        if text.split(maxsplit=1)[0] in AVOIDED
    ]

    assert avoided == []
