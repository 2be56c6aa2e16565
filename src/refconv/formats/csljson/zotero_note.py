"""What Zotero's importer of CSL-JSON reads only in the note, as lines of it.

The note and the values before that stand in ``custom.refconv``, so that reading an unchanged item
returns them.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from functools import lru_cache
from typing import Any

from attrs import evolve

from refconv.clients.zotero.csl_json_reader import (
    csl_field_of,
    csl_fields,
    csl_roles,
    csl_types,
    item_type_of,
)
from refconv.clients.zotero.extra import label_of
from refconv.core.csl import DATE_TEXT
from refconv.core.fast import CACHE_SIZE
from refconv.core.fields import Raw, Record
from refconv.core.model import BY_NAME, Date, Reference
from refconv.core.rules import RecordRule
from refconv.formats.rules import is_video
from refconv.values.date_fields import whole_text

UNLISTED: Mapping[str, str] = {"software": "book"}
"""CSL types that Zotero's reader does not list, and what is written in their place.

Measured: an item of such a type makes it refuse the whole file.
"""

_ONCE_WRITTEN: Mapping[str, str] = {
    "classic": "book",
    "collection": "manuscript",
    "document": "article",
    "event": "article",
    "hearing": "report",
    "performance": "motion_picture",
    "periodical": "book",
    "regulation": "legislation",
    "standard": "report",
    **UNLISTED,
}
"""What was written once for types, since an older reader of Zotero did not list them."""

_KIND_BY_OTHERS = frozenset({"bill", "book", "song"})
"""CSL types that another variable would make a wrong item of, as ``version`` a program of a book.

Those of ``broadcast`` and ``motion_picture`` are of the same CSL type.
"""

_LABELS: Mapping[str, str] = {
    "container-title": "Publication Title",
    "container-title-short": "Journal Abbreviation",
    "journalAbbreviation": "Journal Abbreviation",
    "keyword": "Keywords",
    "number-of-pages": "Num Pages",
    "page": "Pages",
    "part": "Part Number",
}
_LABELS_OF_PATENTS: Mapping[str, str] = {"publisher": "Assignee", "jurisdiction": "Country"}
"""Zotero's labels of variables, where they are not their names."""

_NEWER = frozenset(
    "PMID PMCID original-date original-publisher original-publisher-place part-title".split()
)
"""Variables that Zotero 7 reads in lines alone, and later ones in lines, too."""

_RIGHTS = frozenset({"bibtex:copyright", "bibtex:rights"})
"""Keys of ``custom`` with the rights, which CSL has no variable for."""

_CSL = "csl:"
_DRAWER = "zotero/"
_NOTE, _TYPE = "zotero/note", "zotero/type"
_KEY = re.compile(r"[^\s:]+")
_LINE = re.compile(r"[A-Za-z][A-Za-z -]*: \S.*")


def fold(record: Record, reference: Reference) -> Record:
    """Write lines into the note for what Zotero reads only there."""
    if reference.custom:
        record = _with_own_names(record)
    record = _with_date_texts(record)
    values = dict(record.fields)
    note = values.get("note", "")
    if not isinstance(note, str):
        return record
    moved = _moved(record, reference)
    rest = {key: raw for key, raw in values.items() if key not in moved} if moved else values
    kind = _wanted_type(record, reference)
    lines = [f"type: {kind}"] if kind else []
    kind = kind or item_type_of({**rest, "type": record.type})
    lines += _lines(record, values, kind, moved)
    if not lines and not moved:
        return record
    gone = {*moved, "note"} if lines else moved
    fields = [pair for pair in record.fields if pair[0] not in gone]
    fields += [(f"{_DRAWER}{key}", raw) for key, raw in moved.items()]
    if lines:
        fields += [("note", "\n".join(filter(None, (note, *lines)))), (_NOTE, note)]
    if record.type != reference.type and UNLISTED.get(reference.type) == record.type:
        fields.append((_TYPE, str(reference.type)))
    return Record(record.type, record.id, tuple(fields))


def _with_own_names(record: Record) -> Record:
    """Write keys of ``custom`` as CSL's where Zotero reads more than refconv.

    It reads names that are not CSL's, as ``license``, and any text as a season.
    """
    own = {
        name: raw
        for key, raw in record.fields
        if key.startswith(_CSL) and (name := key.removeprefix(_CSL)) in csl_fields()
    }
    if not own:
        return record
    values = {key: raw for key, raw in record.fields if key.removeprefix(_CSL) not in own}
    return evolve(record, fields=(*values.items(), *own.items()))


def _with_date_texts(record: Record) -> Record:
    """Write a text of a date as ``raw``, with its date: Zotero shows nothing else of the two.

    A literal that might be read as a date it puts into quotes.
    """
    dates = {key: raw for key, raw in record.fields if raw.__class__ is dict}
    texts = {
        name: str(raw)
        for key, raw in record.fields
        if (name := key.removeprefix(DATE_TEXT)) in dates and name not in (key, _ACCESSED)
    }
    # Zotero shows no year of zeros, as it has written for a text.
    changed = {
        key: _as_raw(raw, texts.get(key, ""))
        for key, raw in dates.items()
        if (key in texts and raw != _YEAR_ZERO) or _is_literal(raw)
    }
    if not changed:
        return record
    gone = {f"{DATE_TEXT}{key}" for key in changed}
    fields = ((key, changed.get(key, raw)) for key, raw in record.fields if key not in gone)
    return evolve(record, fields=tuple(fields))


_ACCESSED = "accessed"
_YEAR_ZERO = {"date-parts": [[0]]}


def _is_literal(raw: dict[str, Any]) -> bool:
    return raw.keys() == {"literal"} and any(map(str.isdigit, str(raw["literal"])))


def _as_raw(raw: dict[str, Any], text: str) -> Raw:
    date = Date.from_csl(raw)
    if not text or date is None:
        return {"raw": text or raw["literal"]}
    return {"raw": whole_text(evolve(date, literal=text))}


def _wanted_type(record: Record, reference: Reference) -> str:
    """Return the item type that a line must name; empty if the CSL type is enough."""
    if UNLISTED.get(reference.type) == record.type:
        return "computerProgram"
    return "videoRecording" if record.type == "motion_picture" and is_video(reference) else ""


def _moved(record: Record, reference: Reference) -> dict[str, Raw]:
    """Return the values that would make a wrong item, or say only what its type says."""
    is_other = record.type in _KIND_BY_OTHERS and reference.type == record.type
    gone = _NEWER | csl_types()[record.type].others.keys() if is_other else _NEWER
    moved = {key: raw for key, raw in record.fields if key in gone and _is_readable(raw)}
    if record.type == "article" and ("genre", "preprint") in record.fields:
        moved["genre"] = "preprint"
    return moved


def _is_readable(raw: Raw) -> bool:
    """Return whether the key of a line with the value ends before it: at the last colon."""
    return not (isinstance(raw, str) and ":" in raw)


def _lines(
    record: Record, values: Mapping[str, Raw], kind: str, moved: Mapping[str, Raw]
) -> Iterator[str]:
    # A key with a colon would not be read: the line's key ends at the last one.
    if _KEY.fullmatch(record.id) and "citation-key" not in values:
        yield f"Citation Key: {record.id}"
    for key, raw in record.fields:
        if key not in moved and not _may_need_line(key, kind):
            continue
        name = key.removeprefix("dates/")
        if key in _RIGHTS and isinstance(raw, str):
            yield f"Rights: {' '.join(raw.split())}"
        is_number_of_article = (
            key == "number" and raw == values.get("page") and csl_field_of("page", kind) is not None
        )
        if key == "note" or is_number_of_article or moved.get(key) == "preprint":
            continue
        if key not in moved and not _is_unread(name, kind):
            continue
        for text in _texts(name, raw):
            if words := text.split():
                yield f"{_label(name, kind)}: {' '.join(words)}"


@lru_cache(CACHE_SIZE)
def _may_need_line(key: str, kind: str) -> bool:
    """Return whether a key that is not moved may have a line in an item of a type."""
    return key in _RIGHTS or (key != "note" and _is_unread(key.removeprefix("dates/"), kind))


def _is_unread(name: str, kind: str) -> bool:
    """Return whether Zotero has a variable nowhere in an item of a type."""
    variable = BY_NAME.get("container-title-short" if name == "journalAbbreviation" else name)
    if variable is None:
        return False
    known = name in csl_roles() if variable.kind == "names" else csl_field_of(name, kind)
    return not known


def _label(name: str, kind: str) -> str:
    own = _LABELS_OF_PATENTS.get(name) if kind == "patent" else None
    return own or _LABELS.get(name) or label_of(name)


def _texts(name: str, raw: Raw) -> Iterator[str]:
    """Yield the texts of a value, each for a line; names as Zotero divides them in lines."""
    variable = BY_NAME.get(name)
    if isinstance(raw, str):
        yield raw
    elif variable is not None and variable.kind == "date" and isinstance(raw, dict):
        yield str(Date.from_csl(raw) or "")
    elif variable is not None and variable.kind == "names" and isinstance(raw, list | tuple):
        for one in raw:
            parts = (one.get("family"), one.get("given")) if isinstance(one, dict) else ()
            literal = one.get("literal") if isinstance(one, dict) else None
            yield str(literal) if literal else " || ".join(str(part) for part in parts if part)
    elif isinstance(raw, list | tuple):
        yield "; ".join(map(str, raw))


def unfold(record: Record) -> Record:
    """Remove the lines of :func:`fold` from the note; a note that was changed stays."""
    values: dict[str, Any] = dict(record.fields)
    note, folded, kind = values.get(_NOTE), values.get("note"), values.get(_TYPE)
    if note is not None and not _has_lines(note, folded):
        return record
    gone = {"note", _NOTE} if note is not None else set()
    restored: list[tuple[str, Raw]] = [("note", note)] if note else []
    for key, raw in record.fields:
        name = key.removeprefix(_DRAWER)
        if key.startswith(_DRAWER) and name in BY_NAME and key != _NOTE and name not in values:
            gone.add(key)
            restored.append((name, raw))
    is_known = isinstance(kind, str) and _ONCE_WRITTEN.get(kind) == record.type and bool(gone)
    gone |= {_TYPE} if is_known else set()
    if not gone:
        return record
    fields = [(key, raw) for key, raw in record.fields if key not in gone]
    return evolve(
        record,
        type=str(kind) if is_known else record.type,
        fields=(*fields, *restored),
        lines=record.lines if len(record.lines) == len(fields) else (),
    )


def _has_lines(note: Any, folded: Any) -> bool:
    """Return whether a note is another one with lines behind it."""
    if not (isinstance(note, str) and isinstance(folded, str) and folded.startswith(note)):
        return False
    lines = folded[len(note) :].removeprefix("\n").split("\n")
    return all(map(_LINE.fullmatch, lines))


NOTE_LINES = RecordRule("lines of the note", fold, unfold)
"""What Zotero's reader drops goes into lines of the note, and comes back if nobody changed them."""
