"""What a format is: a syntax, a table, and the tables for the programs that read its files."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from typing import Literal, Protocol, TypeAlias

from attrs import field, frozen

from refconv.fields import FieldMap, Raw, Record
from refconv.report import Block, Diagnostic, Origin

Client: TypeAlias = Literal["zotero", "endnote"]


class Join(Protocol):
    """Writes records as a text of the format."""

    def __call__(self, records: Sequence[Record], blocks: Sequence[Block] = ()) -> str:
        """Write ``records``, and ``blocks`` where the format has room for them."""


@frozen
class Split:
    """What a format's syntax makes of a text; ``origins`` are given by free text alone."""

    records: tuple[Record, ...] = ()
    diagnostics: tuple[Diagnostic, ...] = ()
    blocks: tuple[Block, ...] = ()
    origins: tuple[Origin, ...] = ()
    source: int | None = None


@frozen
class Format:
    """A format.

    ``split`` never raises on any text. ``join`` is ``None`` for a format that is only read.
    ``carry`` gives a value of a key as ``split`` will give it back once ``join`` has written it
    (``None``: not at all), ``legal_id`` the nearest id that can be written (``""``: none).
    ``dialects`` are the tables that write for a program; ``table`` reads what any of them wrote.
    ``suffixes`` are file name endings, lower case; ``line_end`` ends the lines that are written.
    """

    name: str
    title: str
    suffixes: tuple[str, ...]
    table: FieldMap
    split: Callable[[str], Split]
    join: Join | None = None
    carry: Callable[[str, Raw], Raw | None] = field(default=lambda _key, raw: raw)
    legal_id: Callable[[str], str] = field(default=lambda key: key)
    dialects: Mapping[Client, FieldMap] = field(factory=dict)
    line_end: str = "\n"

    def table_for(self, client: Client | None) -> FieldMap:
        """Give the table that writes for a program, or for nobody in particular."""
        return self.table if client is None else self.dialects.get(client, self.table)
