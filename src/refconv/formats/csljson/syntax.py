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
from refconv.formats.chunks import Positions, Window, reader
from refconv.formats.csljson.csl_codecs import as_text, is_plain, without_surrogates
from refconv.formats.json.items import WRAPPERS, Items, cut

OLDER_NAMES = {
    "journalAbbreviation": "container-title-short",
    "shortTitle": "title-short",
    "event": "event-title",
}
"""Names that the schema still has for older files, and today's."""


def split(chunk: Chunk, _index: object) -> Split:
    """Split a chunk of a file into records, one for each item."""
    records: list[Record] = []
    diagnostics: list[Diagnostic] = []
    lines = Positions(chunk.text, chunk.line, chunk.column)
    for item in Items(Window(reader(chunk.text)), within=chunk.number > 0):
        line = lines.line(item.start)
        if item.problem is not None:
            diagnostics.append(item.problem.at(lines.line(item.at), lines.column(item.at)))
        if item.is_read:
            records += records_of(item.value, line, diagnostics)
    return Split(tuple(records), tuple(diagnostics))


def records_of(item: Any, line: int, diagnostics: list[Diagnostic]) -> Iterator[Record]:
    """Yield the record of an item, or those of the items that it wraps."""
    for value in _unwrapped(item):
        if isinstance(value, dict):
            yield _record(value, line, diagnostics)
        else:
            diagnostics.append(problem(Code.STRAY_TEXT, "item", value=_shown(value)).at(line))


_ID = re.compile(r'"id"\s*:\s*"((?:[^"\\]|\\.)*)"')


def ids(text: str) -> Iterator[str]:
    """Yield the ids that a text's items may have, without decoding them."""
    return (match[1] for match in _ID.finditer(text))


CHUNKING = Chunking(cut, split, ids=ids)


def _unwrapped(item: Any) -> list[Any]:
    """Return the items of a wrapper object whose first key is another one."""
    if isinstance(item, dict) and "type" not in item:
        for name in WRAPPERS:
            if isinstance(item.get(name), list):
                return list(item[name])
    return [item]


def _shown(value: Any) -> str:
    try:
        return json.dumps(value)[:60]
    except (ValueError, RecursionError):
        return str(type(value).__name__)


def _record(item: dict[str, Any], line: int, diagnostics: list[Diagnostic]) -> Record:
    flat = list(csl.unpack(item, _KNOWN))
    head = {key: value for key, value in flat if key in ("id", "type")}
    kind, name = as_text(head.get("type")) or "", as_text(head.get("id")) or ""
    if not kind:
        diagnostics.append(problem(Code.MISSING_TYPE, "item").at(line))
    return Record(kind or "document", name, tuple(p for p in flat if p[0] not in head), line)


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
