"""Tables of words, word by word: what each is read as or written as.

``words/<table>.txt``, in the folder of a format or of another part, has a line for each: the word,
and the result. The function ``<table>`` of ``word_tables.py`` beside that folder makes it.

``pytest tests/formats/test_words.py --update-golden`` rewrites the results: look at
the difference before you commit it.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from importlib import import_module
from pathlib import Path

import pytest

TESTS = Path(__file__).parents[1]


def tables() -> Mapping[str, Path]:
    """Return the files of all tables by their names, as ``formats/ris/dates``."""
    return {
        f"{path.parents[1].relative_to(TESTS)}/{path.stem}": path
        for path in sorted(TESTS.rglob("words/*.txt"))
    }


TABLES = tables()


def maker(path: Path) -> Callable[[str], str]:
    """Return the function that makes a table."""
    package = ".".join(path.parents[1].relative_to(TESTS.parent).parts)
    made: Callable[[str], str] = getattr(import_module(f"{package}.word_tables"), path.stem)
    return made


def given_and_expected(name: str) -> tuple[str, str]:
    """Return a table's file as it is, and as it should be."""
    path = TABLES[name]
    given = path.read_text("utf-8")
    make = maker(path)
    head, _, lines = given.partition("\n\n")
    words = [line.partition(" → ")[0] for line in lines.splitlines()]
    return given, f"{head}\n\n" + "".join(f"{word} → {make(word)}\n" for word in words)


@pytest.mark.parametrize("name", TABLES)
def test_words(name: str, pytestconfig: pytest.Config) -> None:
    given, expected = given_and_expected(name)

    if pytestconfig.getoption("--update-golden"):
        TABLES[name].write_text(expected, "utf-8")
        given = expected
    assert given == expected


def test_there_are_tables() -> None:
    assert len(TABLES) > 20
