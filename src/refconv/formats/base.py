"""What a format is: a syntax, a table, and the tables for the programs that read its files."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from functools import lru_cache
from typing import Any

from attrs import evolve, field, frozen

from refconv.clients import Client
from refconv.core.diagnostics import Diagnostic
from refconv.core.fields import FieldMap, Raw, Record
from refconv.core.model import Reference
from refconv.core.report import Block, Origin, SetAside
from refconv.formats.chunks import Window, reader, with_newlines
from refconv.formats.style import DEFAULT, Style


def no_parts(_blocks: Sequence[Block]) -> Sequence[str]:
    """Return no entries: the format has no room for blocks."""
    return ()


@frozen
class Join:
    """Writes records as a text of the format, all at once or one by one.

    The text is ``start``, the entries joined by ``separator``, and ``end``. ``entry`` writes a
    record; ``before`` and ``after`` write the blocks that the format can hold.
    """

    entry: Callable[[Record], str]
    start: str = ""
    separator: str = ""
    end: str = ""
    before: Callable[[Sequence[Block]], Sequence[str]] = no_parts
    after: Callable[[Sequence[Block]], Sequence[str]] = no_parts

    def __call__(self, records: Iterable[Record], blocks: Sequence[Block] = ()) -> str:
        """Return the text of ``records``, with the ``blocks`` that the format can hold."""
        return self.of_parts(map(self.entry, records), blocks)

    def of_parts(self, entries: Iterable[str], blocks: Sequence[Block] = ()) -> str:
        """Return the text of entries that are written, with the blocks."""
        parts = [*self.before(blocks), *entries, *self.after(blocks)]
        return self.start + self.separator.join(parts) + self.end


@frozen
class Split:
    """A text in the terms of its format: records, diagnostics and blocks.

    ``origins``, ``set_aside`` and ``page_record`` (the index of the page's own record) come from
    free text only.
    ``once`` holds, by name, diagnostics that are reported once a file, however many chunks have
    them. ``references`` are those of a document, whose records are of several formats: they are
    decoded already, and there are no ``records`` then.
    """

    records: tuple[Record, ...] = ()
    diagnostics: tuple[Diagnostic, ...] = ()
    blocks: tuple[Block, ...] = ()
    origins: tuple[Origin, ...] = ()
    page_record: int | None = None
    once: Mapping[str, Diagnostic] = field(factory=dict)
    set_aside: tuple[SetAside, ...] = ()
    references: tuple[Reference, ...] = ()


@frozen
class Chunk:
    """A part of a text that holds whole entries.

    Attributes:
        text: The characters.
        number: Its index among the chunks of the text, from 0.
        line: The line in which it begins, from 1.
        column: The column at which it begins, from 1.
        indent: White space at the beginning of that line, before ``column``.
        following: The line in which the next chunk begins; 0 if none follows.
        offset: Its first character in the text, from 0.
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
    """How a text is read in chunks, so that a large file needs little memory.

    Attributes:
        cut: Yields the texts of the chunks; each holds whole entries.
        split: Parses one chunk, given the index.
        index: Iterates over the chunks beforehand, as often as it needs, and returns what each
            must know of the others, as a value that can be pickled.
        ids: Returns the ids that the entries of a chunk may have, in little time.
        keeps_line_ends: Whether the text is read with the line ends it has.
        whole_lines: Whether every chunk begins at the beginning of a line.
    """

    cut: Callable[[Window], Iterator[str]]
    split: Callable[[Chunk, Any], Split]
    index: Callable[[Callable[[], Iterable[Chunk]]], Any] = lambda _chunks: None
    ids: Callable[[str], Iterable[str]] = lambda _text: ()
    keeps_line_ends: bool = False
    whole_lines: bool = False


def cut_into_chunks(chunking: Chunking, read: Callable[[int], str]) -> Iterator[Chunk]:
    """Yield the chunks of a text, which ``read`` returns some characters at a time."""
    number, line, column, indent, offset = 0, 1, 1, 0, 0
    texts = chunking.cut(Window(read))
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


def whole(chunking: Chunking) -> Callable[[str], Split]:
    """Return the ``split`` of a format that is read in chunks."""

    def split(text: str) -> Split:
        text = with_newlines(text)
        found = [*cut_into_chunks(chunking, reader(text))]
        index = chunking.index(lambda: found)
        splits = [chunking.split(chunk, index) for chunk in found]
        once: dict[str, Diagnostic] = {}
        for one in splits:
            once = {**one.once, **once}
        return Split(
            tuple(record for one in splits for record in one.records),
            (*once.values(), *(found for one in splits for found in one.diagnostics)),
            tuple(block for one in splits for block in one.blocks),
        )

    return split


@frozen(eq=False)
class Format:
    """A format: a syntax and a table.

    Attributes:
        name: The name by which users choose it.
        title: What it is, for users.
        table: Decodes records of any dialect, and encodes those for no program in particular.
        split: Parses a whole text; never raises.
        chunking: How large files are read; ``split`` is :func:`whole` of it.
        join: Writes records; ``None`` if the format can only be read.
        carry: Returns the raw value of a key as ``split`` will return it after ``join`` has written
            it; ``None`` if it cannot be written.
        legal_id: Returns the nearest id that can be written; empty if there is none.
        has_ids: Whether records have ids at all; if not, ids are reported as lost.
        dialects: The tables that encode for a program.
        joins: How records are written for a program, if other than by ``join``.
        carries: What the text holds of a raw value then, if ``join`` is another.
        line_end: Ends the lines that are written.
        choices: The attributes of :class:`~refconv.formats.style.Style` that it has a choice of.
        restyle: Returns the format that writes in a style; ``None`` if its choices are line ends
            and the byte order mark.
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
    joins: Mapping[Client, Join] = field(factory=dict)
    carries: Mapping[Client, Callable[[str, Raw], Raw | None]] = field(factory=dict)
    line_end: str = "\n"
    choices: frozenset[str] = frozenset()
    restyle: Callable[[Style], Format] | None = None

    def __repr__(self) -> str:
        uses = "read and written" if self.join else "read only"
        return f"<Format {self.name!r}: {self.title}, {uses}>"

    def table_for(self, client: Client | None) -> FieldMap:
        """Return the table that encodes for a program, or for none in particular."""
        return self.table if client is None else self.dialects.get(client, self.table)

    def join_for(self, client: Client | None) -> Join | None:
        """Return how records are written for a program, or for none in particular."""
        return self.join if client is None else self.joins.get(client, self.join)

    def carry_for(self, client: Client | None) -> Callable[[str, Raw], Raw | None]:
        """Return what the text for a program holds of a raw value."""
        return self.carry if client is None else self.carries.get(client, self.carry)

    def in_style(self, style: Style) -> Format:
        """Return the format that writes in a style, and reads as this one does."""
        chosen = style.only(self.choices)
        return self if chosen == DEFAULT else _styled(self, chosen)


@lru_cache(maxsize=64)
def _styled(format: Format, style: Style) -> Format:
    made = format if format.restyle is None else format.restyle(style)

    def ended(join: Join) -> Join:
        return _with_mark(_with_line_ends(join, format.line_end, style), style)

    joins = {client: ended(join) for client, join in made.joins.items()}
    return evolve(made, join=None if made.join is None else ended(made.join), joins=joins)


def _with_line_ends(join: Join, end: str, style: Style) -> Join:
    """Return how a text is written with the line ends of a style in place of ``end``."""
    wanted = {"lf": "\n", "crlf": "\r\n", None: end}[style.line_ends]
    if wanted == end:
        return join

    def ended(text: str) -> str:
        return text.replace(end, wanted)

    def all_ended(blocks: Callable[[Sequence[Block]], Sequence[str]]) -> Any:
        return blocks if blocks is no_parts else lambda given: [*map(ended, blocks(given))]

    return Join(
        lambda record: ended(join.entry(record)),
        ended(join.start),
        ended(join.separator),
        ended(join.end),
        all_ended(join.before),
        all_ended(join.after),
    )


def _with_mark(join: Join, style: Style) -> Join:
    """Return how a text is written with the byte order mark that a style wants, or without."""
    if style.bom is None:
        return join
    start = join.start.removeprefix("\ufeff")
    return evolve(join, start=f"\ufeff{start}" if style.bom else start)
