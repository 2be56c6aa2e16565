"""CSL-JSON's syntax: an array of items, written with a variable on each line."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from json.encoder import encode_basestring
from typing import Any

from refconv.core import csl
from refconv.core.codes import Code
from refconv.core.diagnostics import Diagnostic, problem
from refconv.core.fields import Raw, Record
from refconv.core.model import BY_NAME
from refconv.formats.base import Chunk, Chunking, Join, Split
from refconv.formats.csljson.csl_codecs import as_text, is_plain, without_surrogates
from refconv.formats.csljson.loose_items import CSL_TYPES, has_variables, is_regular, tidied
from refconv.formats.json.items import cut
from refconv.formats.json.kinds import csl_items
from refconv.formats.json.records import shown, values_of

OLDER_NAMES = {
    "journalAbbreviation": "container-title-short",
    "shortTitle": "title-short",
    "event": "event-title",
}
"""Names that the schema still has for older files, and today's."""


class ItemReader:
    """Makes records of items, and reports what is odd about them."""

    def __init__(self) -> None:
        self.records: list[Record] = []
        self.diagnostics: list[Diagnostic] = []

    def add(self, value: Any, line: int, column: int = 0) -> None:
        """Make a record of an item that begins at a place."""
        if isinstance(value, dict) and (not value or has_variables(value, _KNOWN)):
            self.records.append(self.record(value, line, column))
        else:
            found = problem(Code.STRAY_TEXT, "item", value=shown(value))
            self.diagnostics.append(found.at(line, column))

    def record(self, item: dict[str, Any], line: int = 0, column: int = 0) -> Record:
        """Return the record of an item; what is odd in it is added to the diagnostics."""
        if not is_regular(item, _KNOWN):
            item, found = tidied(item, _KNOWN)
            self.diagnostics += [one.at(line, column) for one in found.values()]
        flat = list(csl.unpack(item, _KNOWN))
        head = {key: value for key, value in flat if key in ("id", "type")}
        kind, name = as_text(head.get("type")) or "document", as_text(head.get("id")) or ""
        fields = tuple(pair for pair in flat if pair[0] not in head)
        return Record(kind, name, fields, line, (), column)

    def split(self) -> Split:
        """Return all records and diagnostics."""
        return Split(tuple(self.records), tuple(self.diagnostics))


def split(chunk: Chunk, _index: object) -> Split:
    """Split a chunk of a file into records, one for each item."""
    items = ItemReader()
    for value, line, column in values_of(chunk, items_of, items.diagnostics):
        items.add(value, line, column)
    return items.split()


def items_of(value: Any) -> list[Any] | None:
    """Return the items of a decoded value; most values are one, which its type shows."""
    is_item = isinstance(value, dict) and isinstance(value.get("type"), str)
    return [value] if is_item and value["type"] in CSL_TYPES else csl_items(value)


_ID = re.compile(r'"id"\s*:\s*"((?:[^"\\]|\\.)*)"')


def ids(text: str) -> Iterator[str]:
    """Yield the ids that a text's items may have, without decoding them."""
    return (match[1] for match in _ID.finditer(text))


CHUNKING = Chunking(cut, split, ids=ids)


_KNOWN = frozenset({"id", "type", *BY_NAME, *OLDER_NAMES})


_encode = json.JSONEncoder(ensure_ascii=False).encode


def encoded(value: Any, depth: int = 3) -> str:
    """Encode a value; texts, names and dates without the cost of making an encoder."""
    if isinstance(value, str):
        return encode_basestring(value)
    if type(value) is int:
        return str(value)
    if depth and type(value) is list:
        return f"[{', '.join([encoded(member, depth - 1) for member in value])}]"
    if depth and type(value) is dict and all(isinstance(key, str) for key in value):
        members = [f"{encode_basestring(k)}: {encoded(v, depth - 1)}" for k, v in value.items()]
        return f"{{{', '.join(members)}}}"
    return _encode(value)


def _entry(record: Record) -> str:
    """Write an item, one variable a line; CSL-JSON has no room for blocks."""
    item = csl.pack([("id", record.id), ("type", record.type), *record.fields])
    # The standard library's indenting is ten times slower, and spreads a date over six lines.
    lines = [f"    {encode_basestring(key)}: {encoded(value)}" for key, value in item.items()]
    body = ",\n".join(lines)
    return f"  {{\n{body}\n  }}"


JOIN = Join(_entry, start="[\n", separator=",\n", end="\n]\n")


def carry(key: str, raw: Raw) -> Raw | None:  # noqa: ARG001
    """Return a value as reading returns it; ``None`` for what JSON cannot hold."""
    if isinstance(raw, str):
        return without_surrogates(raw)
    if _stays(raw):
        return raw
    try:
        return json.loads(without_surrogates(_finite(raw)))
    except (TypeError, ValueError, RecursionError):
        return None


def _stays(raw: Raw, depth: int = 3) -> bool:
    """Return quickly whether reading returns a value as it is, such as names and dates."""
    if isinstance(raw, str):
        return is_plain(raw)
    if isinstance(raw, int):
        return abs(raw) < _LARGE
    if isinstance(raw, dict) and depth:
        raw = [*raw.values()] if all(isinstance(key, str) and is_plain(key) for key in raw) else ()
    if isinstance(raw, list) and depth:
        return all(_stays(value, depth - 1) for value in raw)
    return raw is None


_LARGE = 10**15
_finite = json.JSONEncoder(allow_nan=False, ensure_ascii=False).encode


def legal_id(key: str) -> str:
    """Return the nearest id that the format can hold."""
    return without_surrogates(key)
