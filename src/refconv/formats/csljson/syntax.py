"""CSL-JSON's syntax: an array of items, read as far as it is one, and written a line a variable."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator, Sequence
from typing import Any

from refconv import csl
from refconv.fields import Raw, Record
from refconv.formats.base import Split
from refconv.formats.csljson.values import as_text
from refconv.model import BY_NAME
from refconv.report import Block, Code, Diagnostic

OLDER_NAMES = {
    "journalAbbreviation": "container-title-short",
    "shortTitle": "title-short",
    "event": "event-title",
}
"""Names that the schema still has for older files, and today's."""

_DECODER = json.JSONDecoder()
_BETWEEN = re.compile(r"[\s,]*")
_NEXT_ITEM = re.compile(r"\}\s*,\s*(?=\{)")
_WRAPPERS = ("items", "references")
_SURROGATES = re.compile("[\ud800-\udfff]")


def _elements(text: str) -> Iterator[tuple[int, Any] | Diagnostic]:
    """Give the items of an array with their places; broken ones as diagnostics, and go on."""
    place = len(text) - len(text.lstrip())
    if text.startswith("[", place):
        place += 1
    while True:
        between = _BETWEEN.match(text, place)
        place = between.end() if between else place
        if place >= len(text) or text[place] == "]":
            return
        try:
            item, end = _DECODER.raw_decode(text, place)
        except (ValueError, RecursionError) as error:
            at = getattr(error, "pos", place)
            line, column = _position(text, at)
            reason = getattr(error, "msg", "nested too deeply")
            following = _NEXT_ITEM.search(text, max(at - 1, place))
            done = "the item is left out" + ("" if following else ", nothing follows it")
            yield Diagnostic(Code.SYNTAX, f"{reason}; {done}", line, column)
            if following is None:
                return
            place = following.end()
        else:
            yield place, item
            place = end


def _position(text: str, place: int) -> tuple[int, int]:
    """Give line and column, counted from 1."""
    return text.count("\n", 0, place) + 1, place - text.rfind("\n", 0, place)


def _unwrapped(item: Any) -> list[Any]:
    """Take the items out of a wrapper object, as pandoc's ``references`` or Zotero's ``items``."""
    if isinstance(item, dict) and "type" not in item:
        for name in _WRAPPERS:
            if isinstance(item.get(name), list):
                return list(item[name])
    return [item]


def split(text: str) -> Split:
    """Cut a CSL-JSON text into records, one an item."""
    records: list[Record] = []
    diagnostics: list[Diagnostic] = []
    line, counted = 1, 0
    for element in _elements(text):
        if isinstance(element, Diagnostic):
            diagnostics.append(element)
            continue
        place, value = element
        line, counted = line + text.count("\n", counted, place), place
        for item in _unwrapped(value):
            if isinstance(item, dict):
                records.append(_record(item, line, diagnostics))
            else:
                message = f"{json.dumps(item)[:60]} is no item, left out"
                diagnostics.append(Diagnostic(Code.STRAY_TEXT, message, line))
    return Split(tuple(records), tuple(diagnostics))


def _record(item: dict[str, Any], line: int, diagnostics: list[Diagnostic]) -> Record:
    flat = list(csl.unpack(item, _KNOWN))
    head = {key: value for key, value in flat if key in ("id", "type")}
    kind, name = as_text(head.get("type")) or "", as_text(head.get("id")) or ""
    if not kind:
        diagnostics.append(Diagnostic(Code.MISSING_TYPE, "no type, read as document", line))
    return Record(kind or "document", name, tuple(p for p in flat if p[0] not in head), line)


_KNOWN = frozenset({"id", "type", *BY_NAME, *OLDER_NAMES})


def join(records: Sequence[Record], blocks: Sequence[Block] = ()) -> str:  # noqa: ARG001
    """Write records as a JSON array, one variable a line; CSL-JSON has no room for blocks."""
    items = (csl.pack([("id", r.id), ("type", r.type), *r.fields]) for r in records)
    encode = json.JSONEncoder(ensure_ascii=False).encode
    # The standard library's own indenting is ten times slower, and gives a date six lines.
    texts = (
        "  {\n" + ",\n".join(f"    {encode(k)}: {encode(v)}" for k, v in item.items()) + "\n  }"
        for item in items
    )
    return "[\n" + ",\n".join(texts) + "\n]\n"


def carry(key: str, raw: Raw) -> Raw | None:  # noqa: ARG001
    """Give a value as JSON gives it back; ``None`` for what JSON cannot hold."""
    if isinstance(raw, str):
        return _SURROGATES.sub("\ufffd", raw) if raw and not raw.isascii() else raw
    try:
        text = json.dumps(raw, allow_nan=False, ensure_ascii=False)
        return json.loads(_SURROGATES.sub("\ufffd", text))
    except (TypeError, ValueError, RecursionError):
        return None


def legal_id(key: str) -> str:
    """Give the nearest id that the format can hold."""
    return _SURROGATES.sub("\ufffd", key)
