"""What EndNote stores of a text in RIS."""

from __future__ import annotations

import re
from collections.abc import Iterator

from refconv.clients.endnote.endnote_fields import fields_of_tags
from refconv.clients.endnote.endnote_record import EndNoteRecord

_TAG = re.compile(r"(?P<tag>[A-Z][A-Z0-9]) {1,2}-(?: (?P<value>.*))?")


def read_ris_of_endnote(text: str) -> tuple[EndNoteRecord, ...]:
    r"""Return what EndNote stores of a text in RIS.

    >>> read_ris_of_endnote("TY  - CHAP\nT2  - Rivers\nEP  - 9\nER  - \n")
    (EndNoteRecord(type='CHAP', fields={'Book Title': ('Rivers',)}),)
    """
    return tuple(map(_record, _divided(text)))


def _divided(text: str) -> Iterator[list[tuple[str, str]]]:
    """Yield the tags and values of each record; lines without a tag continue the one before."""
    record: list[tuple[str, str]] = []
    lines = text.removeprefix("\ufeff").replace("\r\n", "\n").replace("\r", "\n").split("\n")
    for line in lines:
        match = _TAG.fullmatch(line)
        if match is None:
            if record:
                tag, value = record[-1]
                record[-1] = tag, f"{value}\n{line}"
            continue
        if match["tag"] in ("TY", "ER") and record:
            yield record
            record = []
        if match["tag"] == "TY" or record:
            record.append((match["tag"], match["value"] or ""))
        if match["tag"] == "ER":
            record = []
    if record:
        yield record


def _record(pairs: list[tuple[str, str]]) -> EndNoteRecord:
    native = pairs[0][1].strip()
    places, fields = fields_of_tags(native), dict[str, list[str]]()
    for tag, value in pairs[1:]:
        if tag in places:
            # A year may have a date behind it, which the field of years does not take.
            kept = value.partition("/")[0] if tag == "PY" else value
            fields.setdefault(places[tag], []).append(kept)
    return EndNoteRecord(native, fields)
