"""String macros: ``@string`` definitions, and values that ``#`` joins.

Source: *BibTeXing* 2.
"""

from __future__ import annotations

from collections.abc import Sequence

from attrs import define, field

from refconv.core.codes import Code
from refconv.core.diagnostics import Problem, problem
from refconv.formats.bibtex.syntax.entry_parser import ValuePart

MONTH_MACROS = ("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec")
"""The macros every BibTeX style defines, January first."""

_LONGEST_VALUE = 100_000
"""Characters of a value that macros may make: more than any real one has."""

_LEAST_TOTAL = 2_000_000
_TOTAL_PER_CHARACTER = 10
"""Characters that the macros of a text may make, and more for each of its own characters.

They keep a file whose macros double each other from filling the memory.
"""


@define
class Macros:
    """The macros defined so far, by their names in lower case.

    ``left`` counts the characters that they may still make.
    """

    values: dict[str, str] = field(factory=lambda: {name: name for name in MONTH_MACROS})
    left: int = _LEAST_TOTAL

    def allow(self, length: int) -> None:
        """Allow as much expansion as a text of so many characters may need."""
        self.left = _LEAST_TOTAL + _TOTAL_PER_CHARACTER * length

    def define(self, name: str, value: str) -> None:
        """Define a macro, as BibTeX does: case does not matter, the last definition wins."""
        self.values[name.lower()] = value

    def join(self, parts: Sequence[ValuePart]) -> tuple[str, list[Problem]]:
        """Return the value that parts make, and what is wrong with their macros."""
        if len(parts) == 1 and parts[0].kind != "macro":
            return parts[0].text, []
        texts: list[str] = []
        problems: list[Problem] = []
        length = 0
        for part in parts:
            text = part.text
            if part.kind == "macro":
                text, code = self._expanded(text, length)
                if code is not None:
                    problems.append(problem(code, "macro", macro=text))
            length += len(text)
            texts.append(text)
        return "".join(texts), problems

    def _expanded(self, name: str, length: int) -> tuple[str, Code | None]:
        """Return the text of a macro behind so many characters of a value."""
        text = self.values.get(name.lower())
        if text is None:
            return name, Code.UNDEFINED_MACRO
        self.left -= len(text)
        if length + len(text) > _LONGEST_VALUE or self.left < 0:
            return name, Code.EXPANSION_LIMIT
        return text, None
