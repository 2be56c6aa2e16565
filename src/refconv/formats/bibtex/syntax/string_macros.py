"""String macros: ``@string`` definitions, and values that ``#`` joins.

Source: *BibTeXing* 2.
"""

from __future__ import annotations

from collections.abc import Sequence

from attrs import define, field

from refconv.core.report import Code
from refconv.formats.bibtex.syntax.entry_parser import ValuePart

MONTH_MACROS = ("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec")
"""The macros every BibTeX style defines, January first."""

_LONGEST = 100_000
_SUM = 2_000_000
_SHARE = 10
"""How many times its own length a text's macros may come to, beside :data:`_SUM`."""


@define
class Macros:
    """The macros defined so far; ``left`` is how much text they may still make."""

    values: dict[str, str] = field(factory=lambda: {name: name for name in MONTH_MACROS})
    left: int = _SUM

    def allow(self, length: int) -> None:
        """Let a text of so many characters be expanded."""
        self.left = _SUM + _SHARE * length

    def define(self, name: str, value: str) -> None:
        """Define a macro; as in BibTeX, its name's case does not matter and the last one wins."""
        self.values[name.lower()] = value

    def join(self, pieces: Sequence[ValuePart]) -> tuple[str, tuple[tuple[Code, str], ...]]:
        """Put a value together; give it and what was wrong."""
        if len(pieces) == 1 and pieces[0].kind != "macro":
            return pieces[0].text, ()
        texts: list[str] = []
        problems: list[tuple[Code, str]] = []
        length = 0
        for piece in pieces:
            text = piece.text
            if piece.kind == "macro":
                text = self.values.get(text.lower(), "")
                self.left -= len(text)
                if piece.text.lower() not in self.values:
                    message = f"the macro {piece.text!r} is not defined, its name is kept"
                    problems.append((Code.UNDEFINED_MACRO, message))
                    text = piece.text
                elif length + len(text) > _LONGEST or self.left < 0:
                    message = f"the macro {piece.text!r} grows too long, its name is kept"
                    problems.append((Code.EXPANSION_LIMIT, message))
                    text = piece.text
            length += len(text)
            texts.append(text)
        return "".join(texts), tuple(problems)
