"""Records of EndNote XML that Zotero has written, and those that are written for it.

Zotero has its library catalogue where EndNote has the name of a database, preprints without a type,
and some values in two elements. Source: what Zotero was measured to write.
"""

from __future__ import annotations

from attrs import evolve

from refconv.core.fields import Raw, Record
from refconv.core.model import Reference
from refconv.core.rules import RecordRule
from refconv.formats.endnote.paths import NUMBER, TYPE
from refconv.formats.endnote.types import FALLBACK, NAMES
from refconv.values.preprints import is_preprint

PROGRAM, FOR_ZOTERO = "source-app@name", "refconv for Zotero"
"""The element that says which program has written a record, and what is written for Zotero."""

_AS_ZOTERO = frozenset({"Zotero", FOR_ZOTERO})
_OF_PROGRAM = frozenset({"database", "database@name", "source-app", PROGRAM})
"""What every record of Zotero's has alike."""

_CATALOGUE, _PROVIDER = "remote-database-name", "remote-database-provider"
_PREPRINT = (("work-type", "preprint"),)


def _decode(record: Record) -> Record:
    values = dict(record.fields)
    if values.get(PROGRAM) not in _AS_ZOTERO:
        return record
    title, day = values.get("titles/secondary-title"), values.get("dates/pub-dates/date")
    again: tuple[tuple[str, Raw], ...] = (
        ("number", values.get("custom3")),
        ("periodical/full-title", title or values.get("custom3")),
        ("custom2", day),
    )
    kept = [
        place
        for place, (key, raw) in enumerate(record.fields)
        if key not in _OF_PROGRAM and (key, raw) not in again
    ]
    fields = [record.fields[place] for place in kept]
    fields = [(_PROVIDER if key == _CATALOGUE else key, _whole(key, raw)) for key, raw in fields]
    native = record.type
    if native == "undefined":
        native = NAMES.get(str(values.get(NUMBER)), native)
        fields = [pair for pair in fields if pair[0] != NUMBER]
    names = (str(values.get("publisher", "")), str(values.get(_CATALOGUE, "")))
    doi = str(values.get("electronic-resource-num", ""))
    if native == FALLBACK[0] and title is None and is_preprint(doi, *names):
        native, fields = "Unpublished Work", [*fields, *_PREPRINT]
    if native == "Audiovisual Material":
        native, fields = "Film or Broadcast", [*fields, (TYPE, native)]
    elif native == "Conference Paper":
        native = "Presentation"
    elif native == "Conference Proceedings" and title is not None and "custom3" not in values:
        fields = [*fields, (TYPE, native)]
    has_lines = len(record.lines) == len(record.fields) and len(fields) == len(kept)
    lines = tuple(record.lines[place] for place in kept) if has_lines else ()
    return evolve(record, type=native, fields=tuple(fields), lines=lines)


def _whole(key: str, raw: Raw) -> Raw:
    """Return a name that Zotero has in one field as EndNote marks it: with a comma behind it.

    A name of one word needs none, and may be a family name alone.
    """
    is_name = key.startswith("contributors/") and isinstance(raw, str)
    is_whole = is_name and "," not in raw and " " in raw
    return f"{raw}," if is_whole else raw


OF_ZOTERO = RecordRule("records of Zotero's", decode=_decode)
"""One-way: EndNote's meanings of the elements are written."""


def _named(record: Record, _reference: Reference) -> Record:
    """Name the program that writes the record, in place of the one that has written it before."""
    fields = (pair for pair in record.fields if pair[0] not in _OF_PROGRAM)
    return evolve(record, fields=(*fields, (PROGRAM, FOR_ZOTERO)))


PROGRAM_NAME = RecordRule("the program that wrote the record", encode=_named)
"""What is written for Zotero is read as what Zotero writes. It leaves the element alone."""
