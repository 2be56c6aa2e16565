"""Lines of the note for Zotero: variables that its importer reads only there.

The note and the type before that stand in ``custom.refconv``, so that reading an unchanged item
returns them.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from typing import Any

from attrs import evolve

from refconv.clients.zotero.extra import label_of
from refconv.core.fields import Raw, Record
from refconv.core.model import BY_NAME, Date, Reference
from refconv.core.rules import RecordRule

# Measured: an item of a type that Zotero's reader does not list makes it refuse the whole file.
UNLISTED: Mapping[str, str] = {
    "classic": "book",
    "collection": "manuscript",
    "document": "article",
    "event": "article",
    "hearing": "report",
    "performance": "motion_picture",
    "periodical": "book",
    "regulation": "legislation",
    "software": "book",
    "standard": "report",
}
"""CSL types that Zotero's reader does not list, and what is written in their place."""

_FOLDED = """
    PMID PMCID status number available-date event-date original-date original-title
    original-publisher original-publisher-place part part-title printing supplement volume-title
    reviewed-genre reviewed-title division jurisdiction year-suffix archive_collection archive-place
""".split()
_NOTE, _TYPE = "zotero/note", "zotero/type"
_LINE = re.compile(r"[A-Za-z][A-Za-z -]*: \S.*")


def fold(record: Record, reference: Reference) -> Record:
    """Write lines into the note for what Zotero reads only there."""
    values = dict(record.fields)
    note = values.get("note", "")
    lines = [*_lines(record, values)]
    kept: list[tuple[str, Raw]] = []
    if record.type != reference.type and UNLISTED.get(reference.type) == record.type:
        lines.insert(0, f"type: {reference.type}")
        kept.append((_TYPE, str(reference.type)))
    if not lines or not isinstance(note, str):
        return record
    fields = [(key, raw) for key, raw in record.fields if key != "note"]
    folded = "\n".join(filter(None, (note, *lines)))
    return evolve(record, fields=(*fields, ("note", folded), (_NOTE, note), *kept))


def _lines(record: Record, values: Mapping[str, Raw]) -> Iterator[str]:
    values_by_name = {"citation-key": record.id}
    for name in _FOLDED:
        value = values.get(name)
        if BY_NAME[name].kind == "date" and isinstance(value, dict):
            value = str(Date.from_csl(value) or "")
        values_by_name[name] = value if isinstance(value, str) else ""
    if not record.type.startswith("article") or values_by_name["number"] == values.get("page"):
        # Zotero reads the number of all other types, and an article's only as its page.
        values_by_name["number"] = ""
    for name, value in values_by_name.items():
        if words := value.split():
            yield f"{label_of(name)}: {' '.join(words)}"


def unfold(record: Record) -> Record:
    """Remove the lines of :func:`fold` from the note; a note that was changed stays."""
    values: dict[str, Any] = dict(record.fields)
    note, folded, kind = values.get(_NOTE), values.get("note"), values.get(_TYPE)
    if not isinstance(note, str) or not isinstance(folded, str) or not folded.startswith(note):
        return record
    lines = folded[len(note) :].removeprefix("\n").split("\n")
    if not all(map(_LINE.fullmatch, lines)):
        return record
    is_known = isinstance(kind, str) and UNLISTED.get(kind) == record.type
    gone = {"note", _NOTE, *([_TYPE] if is_known else [])}
    fields = [(key, raw) for key, raw in record.fields if key not in gone]
    lines_of = record.lines if len(record.lines) == len(fields) else ()
    note_again = [("note", note)] if note else []
    return evolve(
        record,
        type=str(kind) if is_known else record.type,
        fields=(*fields, *note_again),
        lines=lines_of,
    )


NOTE_LINES = RecordRule("lines of the note", fold, unfold)
"""What Zotero's reader drops goes into lines of the note, and comes back if nobody changed them."""
