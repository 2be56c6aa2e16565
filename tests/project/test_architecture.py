"""Imports run one way, and importing the package is light."""

from __future__ import annotations

import ast
import re
import subprocess
import sys
from collections.abc import Iterator, Sequence
from importlib import import_module
from pathlib import Path

import pytest

import refconv

SOURCE = Path(refconv.__file__).parent
# From the top down: a module imports only what stands in a later row, or in its own package.
LAYERS = (
    ("__main__",),
    ("cli",),
    ("web", "spark", "hypothesis_plugin"),
    ("strategies",),
    ("io",),
    ("page",),
    ("review",),
    ("tag",),
    ("assemble", "documents", "library"),
    ("formats",),
    ("clients",),
    ("values",),
    ("core",),
)
RANK = {name: rank for rank, names in enumerate(LAYERS) for name in names}
# What takes long to import: packages, parts of the standard library, and most of this package.
HEAVY = (
    *("anyascii", "attr", "bibtexparser", "click", "hypothesis", "numpy", "pylatexenc", "rispy"),
    *("starlette", "uvicorn"),
    *("csv", "email", "http", "json", "multiprocessing", "socket", "tempfile", "unicodedata"),
    *("urllib", "xml"),
    *("refconv.core.model", "refconv.formats.base", "refconv.io.api", "refconv.tag.tagger"),
)


def layer(path: Path) -> str:
    return path.relative_to(SOURCE).parts[0].removesuffix(".py")


def modules() -> Iterator[Path]:
    return (path for path in sorted(SOURCE.rglob("*.py")) if layer(path) != "__init__")


def imported(path: Path) -> Iterator[str]:
    """Return the modules of the package that a file imports at run time."""
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


# Methods of the model that parse a text import the parser when they are called.
LAZY = {
    "core/edtf.py": ["values"],  # Date.parse
    "core/model.py": ["values", "formats"],  # Name.parse, Reference.from_csl
}


@pytest.mark.parametrize("path", [*modules()], ids=lambda path: str(path.relative_to(SOURCE)))
def test_imports_run_one_way(path: Path) -> None:
    own = layer(path)
    wrong = {
        name for name in imported(path) if name != own and name in RANK and RANK[name] <= RANK[own]
    }

    assert wrong == {*LAZY.get(str(path.relative_to(SOURCE)), [])}


@pytest.mark.parametrize(
    "path",
    [path for path in modules() if layer(path) in ("review", "web")],
    ids=lambda path: str(path.relative_to(SOURCE)),
)
def test_the_page_uses_formats_through_the_registry_only(path: Path) -> None:
    found = re.findall(r"^from (refconv\.formats\S*) import", path.read_text("utf-8"), re.MULTILINE)

    assert {*found} <= {"refconv.formats.registry"}


@pytest.mark.parametrize("name", ["review", "web"])
def test_a_package_is_read_in_the_order_of_its_imports(name: str) -> None:
    package = import_module(f"refconv.{name}")
    order = re.findall(rf"~refconv\.{name}\.(\w+)", package.__doc__ or "")
    paths = {path.stem: path for path in (SOURCE / name).glob("*.py") if path.stem != "__init__"}

    assert sorted(order) == sorted(paths)
    for place, module in enumerate(order):
        source = paths[module].read_text("utf-8")
        found = re.findall(rf"^from refconv\.{name}\.(\w+) import", source, re.MULTILINE)
        found += re.findall(rf"^from refconv\.{name} import (\w+)", source, re.MULTILINE)
        assert {*found} <= {*order[:place]}, module


FORMATS = SOURCE / "formats"
# What formats share. Other folders and files of ``formats`` are a format each.
SHARED = (
    "base",
    "chunks",
    "column_names",
    "delimited_rows",
    "json",
    "reference_managers",
    "registry",
    "rules",
    "sniff",
    "style",
    "tagged",
    "xml",
    "yaml",
)


def test_no_format_imports_another() -> None:
    wrong = [
        (str(path.relative_to(FORMATS)), name)
        for path in sorted(FORMATS.rglob("*.py"))
        for name in names_imported(path)
        if name.startswith("refconv.formats.")
        and name.split(".")[2] not in (*SHARED, format_of(path))
    ]

    assert wrong == []


@pytest.mark.parametrize("room", ["page", "tag", "assemble", "values", "clients"])
def test_free_text_and_values_import_from_no_format(room: str) -> None:
    wrong = [
        (str(path.relative_to(SOURCE)), name)
        for path in sorted((SOURCE / room).rglob("*.py"))
        for name in names_imported(path)
        if name.startswith("refconv.formats")
    ]

    assert wrong == []


def test_what_formats_share_imports_none_of_them() -> None:
    shared = [path for path in FORMATS.rglob("*.py") if format_of(path) in SHARED]
    wrong = [
        (str(path.relative_to(FORMATS)), name)
        for path in shared
        for name in names_imported(path)
        if name.startswith("refconv.formats.") and name.split(".")[2] not in SHARED
    ]

    assert wrong == []


def format_of(path: Path) -> str:
    return path.relative_to(FORMATS).parts[0].removesuffix(".py")


def names_imported(path: Path) -> Iterator[str]:
    """Yield the full names that a file imports, at run time or for types."""
    for node in ast.walk(ast.parse(path.read_text("utf-8"))):
        if isinstance(node, ast.ImportFrom) and node.module:
            yield from (f"{node.module}.{alias.name}" for alias in node.names)


# Parts that every format or package has.
COMMON = frozenset({"__init__", "fast", "rules", "syntax", "table", "types"})


def test_a_name_is_that_of_one_module() -> None:
    names = [path.stem for path in modules() if path.stem not in COMMON]

    assert sorted({name for name in names if names.count(name) > 1}) == []


def test_a_name_is_that_of_one_class() -> None:
    names = [
        node.name
        for path in modules()
        for node in ast.walk(ast.parse(path.read_text("utf-8")))
        # page/ is going to be built anew.
        if isinstance(node, ast.ClassDef)
        and not node.name.startswith("_")
        and layer(path) != "page"
    ]

    assert sorted({name for name in names if names.count(name) > 1}) == []


def test_every_module_has_its_layer() -> None:
    assert {layer(path) for path in modules()} == {*RANK}


def loaded_by(code: str, modules: Sequence[str]) -> list[str]:
    """Name those of some modules that a fresh process has imported after it ran ``code``."""
    # Without ``site``, which imports what the files of an environment's folder say.
    lines = ["import sys", f"sys.path[:] = {sys.path!r}", code]
    lines.append(f"print(*(name for name in {[*modules]!r} if name in sys.modules), sep='\\n')")
    command = [sys.executable, "-S", "-c", "\n".join(lines)]
    done = subprocess.run(command, capture_output=True, text=True, check=True)
    return done.stdout.split()


def test_importing_the_package_loads_few_modules() -> None:
    assert loaded_by("import refconv", HEAVY) == []


def test_the_names_of_the_package_are_imported_when_they_are_asked_for() -> None:
    assert loaded_by("import refconv; refconv.Reference", HEAVY[-4:]) == ["refconv.core.model"]


def test_help_imports_none_of_the_conversion() -> None:
    heavy = [name for name in HEAVY if name not in ("click", "urllib")]  # paths need the latter
    code = "from refconv.cli.main import main\ntry: main(['--help'])\nexcept SystemExit: pass"

    shown = loaded_by(code, heavy)

    assert shown[:2] == ["Usage:", "refconv"]
    assert not {*shown} & {*heavy}


def test_reading_needs_no_worker_processes_and_no_files() -> None:
    code = "import refconv; refconv.read('[]', 'csl-json')"

    assert loaded_by(code, ("multiprocessing", "socket", "tempfile")) == []


def test_every_public_name_exists_for_the_interpreter_and_for_type_checkers() -> None:
    tree = ast.parse(Path(refconv.__file__).read_text("utf-8"))
    homes = {
        alias.name: node.module
        for node in ast.walk(tree)
        if isinstance(node, ast.ImportFrom) and node.module and node.module.startswith("refconv.")
        for alias in node.names
    }

    assert sorted(homes) == sorted(refconv.__all__)
    assert {*refconv.__all__} <= {*dir(refconv)}
    for name, home in homes.items():
        assert getattr(refconv, name) is getattr(import_module(home), name)
    with pytest.raises(AttributeError, match="'refconv' has no attribute 'nothing'"):
        _ = refconv.nothing  # type: ignore[attr-defined]


MOST_LINES = 40
LONG = {("formats/ris/table.py", "rows")}
"""Functions that are tables."""


@pytest.mark.parametrize("folder", ["src/refconv", "tools", "benchmarks"])
def test_functions_are_small(folder: str) -> None:
    root = SOURCE.parent.parent / folder
    long = {
        (str(path.relative_to(root)), node.name)
        for path in root.rglob("*.py")
        for node in ast.walk(ast.parse(path.read_text("utf-8")))
        if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef)
        and node.end_lineno is not None
        and node.end_lineno - node.lineno + 1 - docstring_lines(node) > MOST_LINES
    }

    # page/ is going to be built anew.
    assert {place for place in long if not place[0].startswith("page/")} - LONG == set()


def docstring_lines(node: ast.FunctionDef | ast.AsyncFunctionDef) -> int:
    return len((ast.get_docstring(node) or "").splitlines())
