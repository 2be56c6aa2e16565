"""The examples of each format, found by pattern, so that a new format needs no other list.

A format's folder below this one holds:

``example.py``
    ``EXAMPLES``: by the name of a format, its :class:`Example`
``golden/<format>/<case>.txt``
    texts and what they read as: ``tests/laws/test_golden.py``
``rows/<format>.txt``
    the rows of its table: ``tests/formats/test_rows.py``
``words/<table>.txt``
    a table of words, made by the function ``<table>`` of ``word_tables.py`` in the same folder:
    ``tests/formats/test_words.py``

The tests of all formats, the fuzzer and the mutations of the laws take what they need from here.
"""

from __future__ import annotations

import json
import re
from collections.abc import Callable, Iterable, Mapping
from functools import cache
from importlib import import_module
from pathlib import Path
from typing import Any

from attrs import frozen

import refconv

FOLDER = Path(__file__).parent
_HEADING = re.compile(r"^=== .+\n", re.MULTILINE)


def _no_entry(native: str, lines: str) -> str:
    raise NotImplementedError(native, lines)


def _no_fields(entry: str) -> list[str]:
    raise NotImplementedError(entry)


@frozen
class Example:
    """What the tests of all formats must know of one of them.

    Attributes:
        sample: A small file.
        tokens: A pattern: what stands for itself in the syntax, as a tag or a delimiter.
        entry: Makes the entry ``x`` of a type from lines, for ``rows/<format>.txt``.
        file: Makes a file from entries.
        fields_of: Returns the lines of a written entry beside its type and key, for a format that
            is written.
        words: What the fuzzer may put into a file.
        inputs: A pattern, from ``tests`` on: files whose first section is a text of the format.
    """

    sample: str
    tokens: str
    entry: Callable[[str, str], str] = _no_entry
    file: Callable[[Iterable[str]], str] = "".join
    fields_of: Callable[[str], list[str]] = _no_fields
    words: tuple[str, ...] = ()
    inputs: str = ""


@cache
def examples() -> Mapping[str, Example]:
    """Return the examples by the names of the formats, in the order of the registry."""
    found: dict[str, Example] = {}
    for path in sorted(FOLDER.glob("*/example.py")):
        found |= import_module(f"tests.formats.{path.parent.name}.example").EXAMPLES
    order = [*refconv.FORMATS]
    return {name: found[name] for name in sorted(found, key=order.index)}


def inputs_of(name: str) -> list[str]:
    """Return the texts of a format: the first sections of its golden files."""
    pattern = examples()[name].inputs or f"formats/*/golden/{name}/*.txt"
    paths = sorted(FOLDER.parent.glob(pattern))
    return [_HEADING.split(path.read_text("utf-8"))[1] for path in paths]


def csl_values(read: refconv.Read) -> str:
    """Return the values of the only reference as CSL-JSON has them, but for id, type and PMID."""
    (item,) = json.loads(refconv.write(read, "csl-json").text)
    values: list[Any] = [value for key, value in item.items() if key not in ("id", "type", "PMID")]
    texts = (v if isinstance(v, str) else json.dumps(v, ensure_ascii=False) for v in values)
    return ", ".join(text.replace("\n", "\\n") for text in texts)


TAGGED_TOKENS = r"^[ \t]*(?:[A-Z][A-Z0-9]{1,3} *-|%\S)|[;:,/.]|[\w-]+|\s"
"""The tokens of formats of tagged lines."""

JSON_TOKENS = r"[][{}:,]|\"(?:\\.|[^\"\\])*\"|-?\d+|\w+|\s"
"""The tokens of formats in JSON."""

XML_TOKENS = r"</?[\w:.-]+|/?>|<[?!][^>]*>|[\w:-]+=|\"[^\"]*\"|&#?\w+;|[^<>&\s]+|\s"
"""The tokens of formats in XML."""


def tagged_fields(entry: str) -> list[str]:
    """Return the tagged lines of an entry, but for those of its type, key and end."""
    lines = [line.strip() for line in entry.splitlines()]
    return [line for line in lines if line and not re.match("TY  -|ER  -|ID  -|%0 |%F ", line)]


def xml_file(entries: Iterable[str]) -> str:
    """Return a file of XML records."""
    return f"<list>{''.join(entries)}</list>"
