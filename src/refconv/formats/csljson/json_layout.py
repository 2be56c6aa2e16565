"""CSL-JSON in a user's style: other indents, and escapes in place of characters beyond ASCII."""

from __future__ import annotations

import json

from attrs import evolve

from refconv.core import csl
from refconv.core.fields import Record
from refconv.formats.base import Join
from refconv.formats.csljson import json_lines, syntax
from refconv.formats.style import Style, spaces

CHOICES = frozenset({"characters", "indent", "line_ends"})
"""The choices of CSL-JSON."""
CHOICES_OF_LINES = frozenset({"characters"})
"""Those where each item is a line."""


def join_in(style: Style) -> Join:
    r"""Return how items are written in a style.

    >>> print(join_in(Style(indent=0))([Record("book", "a", ()), Record("book", "é", ())]), end="")
    [
    {"id": "a", "type": "book"},
    {"id": "é", "type": "book"}
    ]
    >>> print(join_in(Style(indent=1, characters="ascii"))([Record("book", "é", ())]), end="")
    [
     {
      "id": "\u00e9",
      "type": "book"
     }
    ]
    """
    encode = json.JSONEncoder(ensure_ascii=style.characters == "ascii").encode
    indent = spaces(style.indent)

    def entry(record: Record) -> str:
        item = _item(record)
        lines = [f"{2 * indent}{encode(key)}: {encode(value)}" for key, value in item.items()]
        body = ",\n".join(lines)
        return f"{indent}{{\n{body}\n{indent}}}"

    def line(record: Record) -> str:
        return encode(_item(record))

    return evolve(syntax.JOIN, entry=line if style.indent == 0 else entry)


def lines_in(style: Style) -> Join:
    """Return how items are written one a line."""
    encode = json.JSONEncoder(ensure_ascii=style.characters == "ascii").encode
    return evolve(json_lines.JOIN, entry=lambda record: f"{encode(_item(record))}\n")


def _item(record: Record) -> dict[str, object]:
    return csl.pack([("id", record.id), ("type", record.type), *record.fields])
