"""The syntax: rows of a table ↔ records.

A cell that begins like a formula is written with an apostrophe in front, since spreadsheets compute
formulas, and may run programs for them (OWASP, *CSV Injection*); reading takes it away again. The
file begins with a byte order mark, without which Excel takes UTF-8 for another encoding.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from typing import Any, NamedTuple

from attrs import define

from refconv.core.codes import Code
from refconv.core.diagnostics import Diagnostic, problem
from refconv.core.fields import Record
from refconv.core.model import ItemType
from refconv.core.report import Block
from refconv.formats.base import Chunk, Chunking, Join, Split
from refconv.formats.delimited.exported_cells import clean_cell, fields_of_cell
from refconv.formats.delimited.headers import Column, Header, find_header
from refconv.formats.delimited.table import KEYS, OTHER_FIELDS, WRITTEN
from refconv.formats.delimited.type_names import type_of
from refconv.formats.delimited_rows import cut_rows, row_text, rows
from refconv.values.identifiers import bare_doi
from refconv.values.text import one_line

# ── cells ─────────────────────────────────────────────────────────────────────────────────────────


def normal_cell(text: str) -> str:
    r"""Return a cell without control characters, and without white space around its lines.

    >>> normal_cell(" A line \r\n another\t")
    'A line\nanother'
    """
    if text.isprintable():
        return text.strip()
    lines = text.replace("\r\n", "\n").replace("\r", "\n").split("\n")
    return "\n".join(map(one_line, lines)).strip()


_FORMULA = re.compile("'*[=+\\-@\uff1d\uff0b\uff0d\uff20]")
_NOTHING = frozenset({"n/a", "na", "nan", "null", "none", "-", "--", "nil", "#n/a"})
_MAY_SAY_NOTHING = frozenset(
    """Date Year Month Day Volume Issue Number Pages Edition ISBN ISSN DOI PMID PMCID URL Accessed
    Available Authors Editors Keywords Abstract Publisher Place""".split()
) | {"Start Page", "End Page", "Number of Pages", "Authors by Commas", "Publication Title"}
_ON_ONE_LINE = KEYS - {"Abstract", "Note", "Authors", "Editors", "Translators", "Keywords"}


def guarded(cell: str) -> str:
    """Return a cell that no spreadsheet takes for a formula.

    >>> guarded("=1+1"), unguarded(guarded("=1+1"))
    ("'=1+1", '=1+1')
    """
    return f"'{cell}" if _FORMULA.match(cell) else cell


def unguarded(cell: str) -> str:
    """Return a cell without the apostrophe before a formula."""
    return cell[1:] if cell[:1] == "'" and _FORMULA.match(cell) else cell


def _value(key: str, cell: str) -> str:
    """Return the value of a cell under a key; empty if the cell says that there is none."""
    text = one_line(cell) if key in _ON_ONE_LINE else normal_cell(cell)
    return "" if key in _MAY_SAY_NOTHING and text.casefold() in _NOTHING else text


# ── text → records ────────────────────────────────────────────────────────────────────────────────


def split(chunk: Chunk, header: Header | None) -> Split:
    """Cut a chunk into records, one for each row below the header."""
    if header is None:
        return Split()
    reader = _Reader(header, [], [], [])
    if not any(column.column for column in header.columns):
        if chunk.number == 0:
            reader.refuse(chunk.text, chunk.line)
        return Split(diagnostics=tuple(reader.diagnostics))
    place, line = 0, chunk.line
    if chunk.number == 0:
        place = header.end
        reader.heading(chunk.text[:place], line)
    done = 0
    for start, row in rows(chunk.text, header.delimiter, place):
        line += chunk.text.count("\n", done, start)
        done = start
        reader.row(line, row.cells, is_odd=row.is_odd)
    if not reader.records and chunk.number == chunk.following == 0:
        reader.diagnostics.append(problem(Code.NO_REFERENCES, "csv-no-rows").at(chunk.line))
    return Split(tuple(reader.records), tuple(reader.diagnostics), tuple(reader.blocks))


@define
class _Reader:
    """Reads the rows of a chunk."""

    header: Header
    records: list[Record]
    diagnostics: list[Diagnostic]
    blocks: list[Block]

    def heading(self, text: str, line: int) -> None:
        """Keep what stands above the header, and headings that are not known."""
        start = self.header.start
        others = " ".join(one.name for one in self.header.columns if not one.column)
        if others := one_line(others):
            self.blocks.append(Block("header", others, line + text.count("\n", 0, start)))
        for number, above in enumerate(text[:start].split("\n"), line):
            if above.strip():
                self.blocks.append(Block("header", above.strip(), number))

    def refuse(self, text: str, line: int) -> None:
        """Report a table none of whose columns is known."""
        names = ", ".join(column.name for column in self.header.columns[:6])
        found = problem(Code.SYNTAX, "csv-header", names=names[:80])
        self.diagnostics.append(found.at(line + text.count("\n", 0, self.header.start)))

    def row(self, line: int, cells: Sequence[str], *, is_odd: bool) -> None:
        """Read a row; an empty one, or the header again, is none."""
        columns = self.header.columns
        if not any(cell.strip() for cell in cells):
            return
        if [cell.strip() for cell in cells[: len(columns)]] == [one.name for one in columns]:
            return
        count, given = len(columns), len(cells)
        while given > count and not cells[given - 1].strip():
            given -= 1
        if is_odd and self.header.delimiter != "\t":
            self.diagnostics.append(problem(Code.SYNTAX, "csv-quote").at(line))
        if given > count:
            found = problem(Code.SYNTAX, "csv-more-cells", cells=given, columns=count)
            self.diagnostics.append(found.at(line))
        elif len(cells) < count:
            found = problem(Code.SYNTAX, "csv-fewer-cells", cells=len(cells), columns=count)
            self.diagnostics.append(found.at(line))
        self.records.append(_record(self.header, cells[:given], line))


class _Filled(NamedTuple):
    """A cell that is not empty, with its column and the key under which it is read."""

    column: Column
    key: str
    text: str


def _filled(header: Header, cells: Sequence[str]) -> Iterator[_Filled]:
    """Yield the cells that are not empty; those beyond the header have a number for a name."""
    for place, given in enumerate(cells):
        cell = unguarded(given)
        if not cell:
            continue
        if place < len(header.columns):
            column = header.columns[place]
        else:
            column = Column(f"Column {place + 1}", "")
        key = _key(header, column, cell)
        if header.exporter != "refconv":
            cell = clean_cell(header.exporter, key, cell)
        is_index = not column.folded and place == 0 and cell.isdecimal()
        if (text := _value(key, cell)) and not is_index:
            yield _Filled(column, key, text)


def _key(header: Header, column: Column, cell: str) -> str:
    """Return the key of a cell, empty if its column is none that is known."""
    key = column.column
    if key == "Authors" and header.is_by_commas:
        return "Authors by Commas"
    if key == "ISBN" and column.folded in ("isbnissn", "issnisbn"):
        return "ISBN" if len(re.sub(r"\D", "", cell)) > 8 else "ISSN"
    if key == "DOI" and bare_doi(cell) is None and cell.lstrip().lower().startswith("http"):
        return "URL"
    return key


_JOINED = frozenset({"Keywords", "ISSN", "ISBN", "Note", "Type"})
"""Keys whose values in several columns are all taken."""


def _record(header: Header, cells: Sequence[str], line: int) -> Record:
    filled = [*_filled(header, cells)]
    best: dict[str, _Filled] = {}
    for one in filled:
        if one.key and (one.key not in best or one.column.rank < best[one.key].column.rank):
            best[one.key] = one
    pairs: list[tuple[str, str]] = []
    others: list[tuple[str, str]] = []
    for one in filled:
        if one.key in _JOINED or best.get(one.key) is one:
            pairs.append((one.key, one.text))
        elif not one.key or not _says_same(one, best[one.key]):
            name = one_line(one.column.name) or "Column"
            others.append((name if _is_key(name) else f"Column {name}".rstrip(": "), one.text))
    if header.exporter == "refconv":
        return _own_record(pairs, others, line)
    expanded = [pair for key, text in pairs for pair in fields_of_cell(key, text)]
    return _foreign_record(header, filled, expanded, others, line)


def _says_same(one: _Filled, other: _Filled) -> bool:
    """Return whether a cell says nothing beside another one of its key."""
    if one.key == "DOI":
        return (bare_doi(one.text) or "").casefold() == (bare_doi(other.text) or "-").casefold()
    return one.text == other.text


def _own_record(
    pairs: Sequence[tuple[str, str]], others: Sequence[tuple[str, str]], line: int
) -> Record:
    """Return the record of a table that this format wrote."""
    fields = [pair for pair in pairs if pair[0] not in ("ID", "Type", OTHER_FIELDS)]
    known = dict(pairs)
    fields += [*others, *_other_fields(known.get(OTHER_FIELDS, ""))]
    kind = known.get("Type", "")
    if kind not in _KINDS:
        kind = str(type_of([kind], (), [key for key, _ in fields]).kind)
    return _made(kind, known.get("ID", ""), fields, line)


_KINDS = frozenset(str(kind) for kind in ItemType)


def _foreign_record(
    header: Header,
    filled: Sequence[_Filled],
    pairs: list[tuple[str, str]],
    others: Sequence[tuple[str, str]],
    line: int,
) -> Record:
    """Return the record of a table of another program, or made by hand."""
    types = sorted((one for one in filled if one.key == "Type"), key=lambda one: one.column.rank)
    names = [one.text for one in types] or [header.kind]
    keys = [key for key, _ in pairs]
    kind, genre = type_of(names, [one.column.folded for one in filled], keys)
    known = dict(pairs)
    if kind is ItemType.BOOK and _is_title(known, "Publication Title"):
        # A book is its own container for some databases.
        pairs = [pair for pair in pairs if pair[0] != "Publication Title"]
    if genre and "Genre" not in known:
        pairs.append(("Genre", genre))
    fields = [pair for pair in pairs if pair[0] not in ("ID", "Type")]
    return _made(str(kind), known.get("ID", ""), [*fields, *others], line)


def _is_title(known: Mapping[str, str], key: str) -> bool:
    return known.get(key, "").casefold() == known.get("Title", "").casefold()


def _made(kind: str, key: str, fields: Sequence[tuple[str, str]], line: int) -> Record:
    return Record(kind, one_line(key), tuple(fields), line, (line,) * len(fields))


# ── records → text ────────────────────────────────────────────────────────────────────────────────

_PLACES = {key: place for place, key in enumerate(WRITTEN)}
_LAST = len(WRITTEN) - 1


def _entry(record: Record) -> str:
    """Write a row.

    Fields stand in the columns as long as they come in the order of the columns. What has no
    column stands among the other fields, and so does all that follows it, so that the fields are
    read in the order in which they were.
    """
    cells = ["" for _ in WRITTEN]
    cells[0], cells[1] = record.id, record.type
    last = 1
    others: list[str] = []
    for key, raw in record.fields:
        place = _PLACES.get(key, 0)
        if last < place < _LAST and not others:
            cells[place], last = raw, place
        else:
            others.append(f"{key}: {_escaped(raw)}")
    cells[_LAST] = "\n".join(others)
    return row_text([guarded(cell) for cell in cells])


def _escaped(text: str) -> str:
    return text.replace("\\", "\\\\").replace("\n", "\\n")


_ESCAPE = re.compile(r"\\([\\n])")


def _other_fields(text: str) -> Iterator[tuple[str, str]]:
    for line in text.split("\n"):
        key, colon, value = line.partition(": ")
        if colon and _is_key(key):
            text = _ESCAPE.sub(lambda match: "\n" if match[1] == "n" else "\\", value)
            yield key, text
        elif line:
            yield "Other", line


def _is_key(key: str) -> bool:
    """Return whether a key can stand before a value among the other fields."""
    is_line = bool(key) and key == normal_cell(key) and "\n" not in key and ": " not in key
    return is_line and not key.endswith(":") and key not in ("ID", "Type", OTHER_FIELDS)


def carry(key: str, raw: Any) -> str | None:
    """Return a value as reading returns it; ``None`` if it cannot be written."""
    if not isinstance(raw, str) or not _is_key(key):
        return None
    return _value(key, raw) or None


JOIN = Join(_entry, start="\ufeff" + row_text(WRITTEN))


def _delimiter_of(text: str) -> str:
    header = find_header(text)
    return "," if header is None else header.delimiter


def _index(chunks: Callable[[], Iterable[Chunk]]) -> Header | None:
    first = next(iter(chunks()), None)
    return None if first is None else find_header(first.text)


CHUNKING = Chunking(cut_rows(_delimiter_of), split, index=_index)
