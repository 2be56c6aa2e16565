"""The layout of entries: indent, alignment, width, commas, and macros for journals."""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import cached_property

from attrs import frozen

from refconv.core.fields import Record
from refconv.core.model import Reference
from refconv.core.rules import RecordRule
from refconv.formats.bibtex.latex.encode import Encode
from refconv.formats.bibtex.latex.field_styles import TEXT
from refconv.formats.bibtex.latex.white_space import clean, tidy
from refconv.formats.style import Style, spaces

JOURNALS = frozenset({"journal", "journaltitle", "shortjournal"})
"""The keys whose values are written as macros."""

WrittenField = tuple[str, str, bool]
"""A key, its written value, and whether that consists of macros, without braces."""


@frozen(slots=False)
class Layout:
    """How entries are laid out, as :class:`~refconv.formats.style.Style` has it.

    ``macros`` are the names of journals' macros, each with its text as LaTeX.
    """

    indent: str = "  "
    align: bool = False
    width: int | None = None
    trailing_comma: bool = True
    macros: tuple[tuple[str, str], ...] = ()

    @cached_property
    def _names(self) -> dict[str, str]:
        """The name of the first macro of each text."""
        return {source: name for name, source in reversed(self.macros)}

    def definitions(self) -> dict[str, str]:
        """Return the definition of each macro, by its name in lower case."""
        return {name.lower(): f"@string{{{name} = {{{source}}}}}" for name, source in self.macros}

    def entry(
        self, kind: str, key: str, fields: Sequence[WrittenField], is_latex: Sequence[bool]
    ) -> str:
        """Write an entry.

        Args:
            kind: The entry type.
            key: The citation key.
            fields: The fields.
            is_latex: For each field, whether its value is LaTeX, in which line ends are spaces.
        """
        longest = max((len(name) for name, _, _ in fields), default=0) if self.align else 0
        lines: list[str] = []
        for (name, value, is_bare), may_break in zip(fields, is_latex, strict=True):
            head = f"{self.indent}{name:{longest}} = "
            macro = self._names.get(value) if name.lower() in JOURNALS else None
            if macro is not None or is_bare:
                lines.append(f"{head}{macro or value}")
                continue
            if self.width is not None and may_break:
                value = wrapped(value, self.width - 2, len(head) + 1, 2 * self.indent)  # noqa: PLW2901
            lines.append(f"{head}{{{value}}}")
        comma = "," if self.trailing_comma or not lines else ""
        return ",\n".join([f"@{kind}{{{key}", *lines]) + f"{comma}\n}}\n"


PLAIN_LAYOUT = Layout()
"""The layout of entries without any choice."""


def layout_of(style: Style, encode: Encode) -> Layout:
    """Return the layout that a style describes; ``encode`` writes the texts of its macros."""
    macros = tuple((name, encode(tidy(clean(text)), TEXT)) for name, text in style.strings)
    indent = spaces(style.indent)
    return Layout(indent, style.align, style.width, style.trailing_comma, macros)


_BREAK = re.compile(r"(?<=[^\s\\]) (?=[^\s@])")
"""A space that may become a line end: no line begins like an entry."""
_COMMENT = re.compile(r"(?<!\\)%")


def wrapped(value: str, width: int, first: int, indent: str) -> str:
    r"""Break the lines of a value at spaces.

    Args:
        value: The value.
        width: The most columns of a line, where there is a space to break at.
        first: The columns that stand before the value.
        indent: Goes before each line but the first.

    >>> wrapped("one two three", 12, 5, "    ")
    'one two\n    three'
    """
    if first + len(value) <= width or _COMMENT.search(value) is not None:
        return value
    lines: list[str] = []
    used = first
    for number, line in enumerate(value.split("\n")):
        used = used if number == 0 else len(indent)
        parts: list[str] = []
        for word in _BREAK.split(line):
            if parts and used + 1 + len(word) > width:
                lines.append(" ".join(parts))
                parts, used = [], len(indent)
            used += len(word) + bool(parts)
            parts.append(word)
        lines.append(" ".join(parts))
    return f"\n{indent}".join(lines).replace(f"\n{indent}\n", "\n\n")


def order_rule(order: Sequence[str]) -> RecordRule:
    """Return a rule that moves some keys to the front, in their order."""
    ranks = {key: rank for rank, key in enumerate(order)}

    def in_order(record: Record, _: Reference) -> Record:
        fields = sorted(record.fields, key=lambda one: ranks.get(one[0].lower(), len(ranks)))
        return Record(record.type, record.id, tuple(fields))

    return RecordRule("order of the fields", encode=in_order)
