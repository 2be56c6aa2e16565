"""What a format is: a syntax, a table, and the tables for the programs that read its files."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from typing import Any

from attrs import field, frozen

from refconv.clients import Client
from refconv.core.diagnostics import Diagnostic
from refconv.core.fields import FieldMap, Raw, Record
from refconv.core.report import Block, Origin
from refconv.formats.chunks import Window, reader, with_newlines
from refconv.formats.registry import PLACES


def no_parts(_blocks: Sequence[Block]) -> Sequence[str]:
    """Make no parts of a file's blocks."""
    return ()


@frozen
class Join:
    """Writes records as a text of the format, all at once or part by part.

    The text is ``start``, the parts with ``separator`` between them, and ``end``. ``entry`` writes
    the part of a record; ``before`` and ``after`` those of the blocks that a format has room for.
    """

    entry: Callable[[Record], str]
    start: str = ""
    separator: str = ""
    end: str = ""
    before: Callable[[Sequence[Block]], Sequence[str]] = no_parts
    after: Callable[[Sequence[Block]], Sequence[str]] = no_parts

    def __call__(self, records: Iterable[Record], blocks: Sequence[Block] = ()) -> str:
        """Write ``records``, and ``blocks`` where the format has room for them."""
        return self.of_parts(map(self.entry, records), blocks)

    def of_parts(self, entries: Iterable[str], blocks: Sequence[Block] = ()) -> str:
        """Put the parts of records together, with those of blocks."""
        parts = [*self.before(blocks), *entries, *self.after(blocks)]
        return self.start + self.separator.join(parts) + self.end


@frozen
class Split:
    """What a format's syntax makes of a text; ``origins`` are given by free text alone.

    ``once`` holds what is said once of a whole file, by a name for it, however many of its chunks
    would say it.
    """

    records: tuple[Record, ...] = ()
    diagnostics: tuple[Diagnostic, ...] = ()
    blocks: tuple[Block, ...] = ()
    origins: tuple[Origin, ...] = ()
    page_record: int | None = None
    once: Mapping[str, Diagnostic] = field(factory=dict)


@frozen
class Chunk:
    """A stretch of a text that holds whole entries.

    ``number`` counts the chunks of a text from 0; ``line`` and ``column`` are where it begins,
    ``following`` is the line in which the next one does (0 where none follows), ``offset`` its
    first character. ``indent`` counts the white space that its line begins with, before ``column``.
    """

    text: str
    number: int = 0
    line: int = 1
    column: int = 1
    indent: int = 0
    following: int = 0
    offset: int = 0


@frozen
class Chunking:
    """How a text is read chunk by chunk, so that any length of it needs little memory.

    ``cut`` takes whole entries off a text as it comes. ``index`` walks over the chunks beforehand,
    as often as it needs, and gives what each must know of the others (it pickles); ``split`` reads
    one chunk with that. ``ids`` names the keys that a chunk's entries may have, cheaply.
    ``keeps_line_ends`` tells that the text is to be read with the line ends it has,
    ``whole_lines`` that every chunk begins with a line.
    """

    cut: Callable[[Window], Iterator[str]]
    split: Callable[[Chunk, Any], Split]
    index: Callable[[Callable[[], Iterable[Chunk]]], Any] = lambda _pieces: None
    ids: Callable[[str], Iterable[str]] = lambda _text: ()
    keeps_line_ends: bool = False
    whole_lines: bool = False


def cut_into_chunks(chunks: Chunking, read: Callable[[int], str]) -> Iterator[Chunk]:
    """Cut a text, as ``read`` gives it, into its chunks."""
    number, line, column, indent, offset = 0, 1, 1, 0, 0
    texts = chunks.cut(Window(read))
    text = next(texts, None)
    while text is not None:
        after = next(texts, None)
        following = line + text.count("\n")
        next_line = 0 if after is None else following
        yield Chunk(text, number, line, column, indent, next_line, offset)
        ended = text.rfind("\n")
        tail = text[ended + 1 :]
        if ended >= 0:
            column, indent = 1, 0
        if indent == column - 1:
            indent += len(tail) - len(tail.lstrip())
        column += len(tail)
        number, line, offset, text = number + 1, following, offset + len(text), after


def whole(chunks: Chunking) -> Callable[[str], Split]:
    """Make the ``split`` of a format that is read chunk by chunk."""

    def split(text: str) -> Split:
        text = with_newlines(text)
        found = [*cut_into_chunks(chunks, reader(text))]
        index = chunks.index(lambda: found)
        splits = [chunks.split(chunk, index) for chunk in found]
        once: dict[str, Diagnostic] = {}
        for one in splits:
            once = {**one.once, **once}
        return Split(
            tuple(record for one in splits for record in one.records),
            (*once.values(), *(said for one in splits for said in one.diagnostics)),
            tuple(block for one in splits for block in one.blocks),
        )

    return split


@frozen
class Format:
    """A format.

    ``split`` reads a whole text and never raises; a format whose files may be large has ``chunks``
    too, and :func:`whole` of them as its ``split``. ``join`` is ``None`` for a format that is only
    read. ``carry`` gives a value of a key as ``split`` will give it back once ``join`` has written
    it (``None``: not at all), ``legal_id`` the nearest id that can be written (``""``: none).
    A format that has no ids at all is without ``has_ids``: they are reported as lost.
    ``dialects`` are the tables that write for a program; ``table`` reads what any of them wrote.
    ``line_end`` ends the lines that are written.
    """

    name: str
    title: str
    table: FieldMap
    split: Callable[[str], Split]
    chunking: Chunking | None = None
    join: Join | None = None
    carry: Callable[[str, Raw], Raw | None] = field(default=lambda _key, raw: raw)
    legal_id: Callable[[str], str] = field(default=lambda key: key)
    has_ids: bool = True
    dialects: Mapping[Client, FieldMap] = field(factory=dict)
    line_end: str = "\n"

    @property
    def suffixes(self) -> tuple[str, ...]:
        """File name endings, lower case."""
        return PLACES[self.name].suffixes

    def table_for(self, client: Client | None) -> FieldMap:
        """Give the table that writes for a program, or for nobody in particular."""
        return self.table if client is None else self.dialects.get(client, self.table)
