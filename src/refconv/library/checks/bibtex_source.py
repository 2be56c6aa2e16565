r"""BibTeX as it is written: where each field stands, and how one is changed in the text.

Reading an entry loses how it was written: ``&`` and ``\&`` are the same character. What is wrong
with the writing, and a change of one field that leaves the rest of the file as it is, need the
text.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import NamedTuple

from refconv.formats.bibtex.syntax.entry_parser import without_comments
from refconv.formats.bibtex.syntax.scanner import CONTAINERS, SPECIAL, RawBlock, scan


class SourceField(NamedTuple):
    """A field: its name, where it begins and ends, and where its value does.

    ``texts`` are the parts of the value in braces or quotes, without these.
    """

    name: str
    start: int
    end: int
    value_start: int
    value_end: int
    texts: tuple[tuple[int, int], ...]


class SourceEntry(NamedTuple):
    """An entry: its key, where that stands, its fields, and its closing brace.

    ``is_whole`` is whether all of it could be taken apart. An entry without a key may lack the
    comma behind it too; then ``key_end`` is that comma, to be written with a key.
    """

    start: int
    key: str
    key_start: int
    fields: tuple[SourceField, ...]
    stop: int
    is_whole: bool
    key_end: str = ""

    def field(self, name: str) -> SourceField | None:
        """Return the only field of a name, in any case."""
        found = [one for one in self.fields if one.name.lower() == name]
        return found[0] if len(found) == 1 else None


class Edit(NamedTuple):
    """A change of a text: what stands between two places becomes another text."""

    start: int
    end: int
    text: str


_KEY = re.compile(r"\s*(?P<key>[^\s,={}\"]*)\s*(?:,|\Z)")
_NO_KEY = re.compile(r"(?P<key>)")
_NAME = re.compile(r"[\s,]*(?P<name>[^\s={},\"#\\]+)\s*=\s*")
_BARE = re.compile(r"[^\s={},\"#\\]+")
_JOIN = re.compile(r"\s*#\s*")
_END = re.compile(r"\s*(?:,|\Z)")
_BRACES = re.compile(r"\\[\\{}]|[{}\"]")


def source_entries(text: str) -> list[SourceEntry]:
    r"""Return the entries of a BibTeX file that are references, in their order.

    >>> entry = source_entries("@book{roe, title = {On ice}, year = 2020}")[0]
    >>> entry.key, [(one.name, one.value_start) for one in entry.fields]
    ('roe', [('title', 19), ('year', 36)])
    """
    found = []
    for block in scan(text):
        kind = block.type.lower()
        if kind and kind not in SPECIAL and kind not in CONTAINERS:
            found.append(_entry(text, block))
    return found


def _entry(text: str, block: RawBlock) -> SourceEntry:
    body, _ = without_comments(text[block.body : block.stop])
    has_no_key = _NAME.match(body) is not None and body.lstrip()[:1] != ","
    match = _NO_KEY.match(body) if has_no_key else _KEY.match(body)
    if match is None or not block.closed:
        return SourceEntry(block.start, "", block.body, (), block.stop, is_whole=False)
    fields: list[SourceField] = []
    place = match.end()
    while (name := _NAME.match(body, place)) is not None:
        field = _field(body, name, block)
        if field is None:
            break
        fields.append(field)
        place = field.end - block.body
    is_whole = not body[place:].strip(" \t\r\n,")
    key_start = block.body + match.start("key")
    key, comma = match["key"], "," if has_no_key else ""
    return SourceEntry(block.start, key, key_start, tuple(fields), block.stop, is_whole, comma)


def _field(body: str, name: re.Match[str], block: RawBlock) -> SourceField | None:
    """Return the field that begins with a name; ``None`` if its value cannot be taken apart."""
    place, base = name.end(), block.body
    texts: list[tuple[int, int]] = []
    while True:
        opener = body[place : place + 1]
        if opener in ("{", '"') and opener:
            stop = _closing(body, place, opener, escapes=block.escapes)
            if stop < 0:
                return None
            texts.append((base + place + 1, base + stop))
            place = stop + 1
        elif (bare := _BARE.match(body, place)) is not None:
            place = bare.end()
        else:
            return None
        joined = _JOIN.match(body, place)
        if joined is None:
            break
        place = joined.end()
    end = _END.match(body, place)
    if end is None:
        return None
    places = (name.start("name"), end.end(), name.end(), place)
    start, stop, value_start, value_end = (base + one for one in places)
    return SourceField(name["name"], start, stop, value_start, value_end, tuple(texts))


def _closing(body: str, place: int, opener: str, *, escapes: bool) -> int:
    """Return where a value in braces or quotes closes, -1 if it does not."""
    depth = 0
    for match in _BRACES.finditer(body, place + (opener == '"')):
        mark = match[0]
        if len(mark) == 2:
            if escapes or mark == "\\\\":
                continue
            mark = mark[1]
        if mark == "{":
            depth += 1
        elif mark == "}":
            depth -= 1
            if depth == 0 and opener == "{":
                return match.end() - 1
            if depth < 0:
                return -1
        elif opener == '"' and depth == 0:
            return match.start()
    return -1


# ── changes ───────────────────────────────────────────────────────────────────────────────────────


def changes_of_entry(text: str, entry: SourceEntry, before: str, after: str) -> list[Edit] | None:
    """Return what makes one entry of a file another one; ``None`` if that cannot be told.

    Args:
        text: The file.
        entry: The entry in it.
        before: The entry as refconv writes it.
        after: The changed entry as refconv writes it.

    >>> text = "@book{a, TITLE={On Ice}, year=2020}"
    >>> edits = changes_of_entry(
    ...     text, source_entries(text)[0], "@book{a, title={On Ice}}", "@book{b, title={Off}}"
    ... )
    >>> edited(text, edits)
    '@book{b, TITLE={Off}, year=2020}'
    """
    old, new = source_entries(before), source_entries(after)
    if not (entry.is_whole and len(old) == len(new) == 1):
        return None
    values = [
        {one.name.lower(): source[one.value_start : one.value_end] for one in written.fields}
        for written, source in ((old[0], before), (new[0], after))
    ]
    edits: list[Edit] = []
    if old[0].key != new[0].key:
        end = entry.key_start + len(entry.key)
        edits.append(Edit(entry.key_start, end, new[0].key + entry.key_end))
    for name in dict.fromkeys([*values[0], *values[1]]):
        was, is_ = values[0].get(name), values[1].get(name)
        if was == is_:
            continue
        field = entry.field(name)
        if was is None and field is None and is_ is not None:
            edits.append(_added(text, entry, name, is_))
        elif field is not None and is_ is not None:
            edits.append(Edit(field.value_start, field.value_end, is_))
        elif field is not None:
            later = [one.start for one in entry.fields if one.start >= field.end]
            edits.append(Edit(field.start, min(later, default=field.end), ""))
        else:
            return None
    return edits


def _added(text: str, entry: SourceEntry, name: str, value: str) -> Edit:
    """Return what adds a field behind the last one, laid out as that."""
    if not entry.fields:
        place = entry.key_start + len(entry.key)
        return Edit(place, place, f", {name} = {value}")
    last = entry.fields[-1]
    line = text.rfind("\n", entry.start, last.start)
    lead = text[line : last.start] if line >= 0 and not text[line : last.start].strip() else " "
    # A comma that follows the last field then follows the new one.
    return Edit(last.value_end, last.value_end, f",{lead}{name} = {value}")


def edited(text: str, edits: Sequence[Edit]) -> str:
    """Return a text with changes, which do not overlap."""
    parts, place = [], 0
    for start, end, new in sorted(edits):
        parts += [text[place:start], new]
        place = end
    return "".join([*parts, text[place:]])
