"""What the chunks of a file must know of one another: macros, and the parents of entries."""

from __future__ import annotations

from attrs import define, field

from refconv.formats.bibtex.syntax.inheritance import RawEntry
from refconv.formats.bibtex.syntax.string_macros import Macros


@define
class ChunkIndex:
    """The definitions of a whole file.

    Attributes:
        macros: All ``@string`` definitions: the number of the chunk, the name and the value.
        parents: The entries that others inherit from, by their keys in lower case.
        may_refer: Whether any entry may inherit from another.
    """

    macros: list[tuple[int, str, str]] = field(factory=list)
    parents: dict[str, RawEntry] = field(factory=dict)
    may_refer: bool = True
    # The macros of the chunks so far, and how many definitions they come from.
    _known: Macros = field(factory=Macros)
    _count: int = 0

    def before(self, number: int) -> Macros:
        """Return the macros at the beginning of a chunk; fastest for chunks in their order."""
        if self._count and self.macros[self._count - 1][0] >= number:
            self._known, self._count = Macros(), 0
        while self._count < len(self.macros) and self.macros[self._count][0] < number:
            _, name, value = self.macros[self._count]
            self._known.define(name, value)
            self._count += 1
        return Macros(dict(self._known.values))
