"""Imports run one way, and importing the package is light."""

from __future__ import annotations

import ast
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

import refconv

SOURCE = Path(refconv.__file__).parent
# From the top down: a module imports only what stands in a later row, or in its own package.
LAYERS = (
    ("__main__",),
    ("cli",),
    ("web", "spark"),
    ("overview", "strategies", "terminal", "losses_file"),
    ("pipeline",),
    ("streaming",),
    ("workers",),
    ("reading", "writing"),
    ("source",),
    ("text",),
    ("formats",),
    ("losses", "keys", "encoding", "identifiers"),
    ("codecs", "lens"),
    ("fields",),
    ("report", "progress"),
    ("model",),
    ("csl", "dates", "months", "collector"),
)
RANK = {name: rank for rank, names in enumerate(LAYERS) for name in names}
HEAVY = (
    "bibtexparser",
    "click",
    "hypothesis",
    "numpy",
    "pylatexenc",
    "rispy",
    "anyascii",
    "starlette",
    "stdnum",
    "uvicorn",
)


def layer(path: Path) -> str:
    return path.relative_to(SOURCE).parts[0].removesuffix(".py")


def modules() -> Iterator[Path]:
    return (path for path in sorted(SOURCE.rglob("*.py")) if layer(path) != "__init__")


def imported(path: Path) -> Iterator[str]:
    """Give the modules of the package that a file imports at run time."""
    tree = ast.parse(path.read_text("utf-8"))
    typing_only = {
        inner
        for node in ast.walk(tree)
        if isinstance(node, ast.If) and ast.unparse(node.test) == "TYPE_CHECKING"
        for inner in ast.walk(node)
    }
    for node in ast.walk(tree):
        if isinstance(node, ast.ImportFrom) and node not in typing_only and node.module:
            names = [f"{node.module}.{alias.name}" for alias in node.names]
            yield from (name.split(".")[1] for name in names if name.startswith("refconv."))


@pytest.mark.parametrize("path", [*modules()], ids=lambda path: str(path.relative_to(SOURCE)))
def test_imports_run_one_way(path: Path) -> None:
    own = layer(path)
    wrong = [
        name for name in imported(path) if name != own and name in RANK and RANK[name] <= RANK[own]
    ]

    assert wrong == []


def test_every_module_has_its_layer() -> None:
    assert {layer(path) for path in modules()} == {*RANK}


def test_importing_is_light() -> None:
    code = f"import sys, refconv; print([m for m in {HEAVY!r} if m in sys.modules])"
    done = subprocess.run(
        [sys.executable, "-c", code], capture_output=True, text=True, check=True, cwd=SOURCE.parent
    )

    assert done.stdout.strip() == "[]"
