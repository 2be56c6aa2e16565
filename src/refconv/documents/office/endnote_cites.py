"""The citations that EndNote stores in a Word file: ``<EndNote><Cite>…<record>…``."""

from __future__ import annotations

import re
from itertools import pairwise

from refconv.documents.carrier import EmbeddedRecord

_CITE = re.compile(r"<Cite\b[^>]{0,200}>")
_RECORD = re.compile(r"<record\b")
_NUMBER = re.compile(r"<(?:RecNum|rec-number)>\s*(\d{1,12})\s*<")
_DATABASE = re.compile(r"\bdb-id=[\"']([^\"']{1,80})[\"']")


def endnote_records(text: str, offset: int) -> tuple[list[EmbeddedRecord], int]:
    """Return the records of a field's citations, and how many citations have none.

    A record is EndNote XML without the frame of its files. Its work is told by the library and the
    number in it.
    """
    records: list[EmbeddedRecord] = []
    without = 0
    starts = [match.start() for match in _CITE.finditer(text)]
    for start, end in pairwise([*starts, len(text)]):
        cite = text[start:end]
        first = _RECORD.search(cite)
        if first is None:
            without += "<Author>" in cite or "<RecNum>" in cite
            continue
        last = cite.rfind("</record>")
        record = cite[first.start() : last + len("</record>") if last > 0 else len(cite)]
        number, database = _NUMBER.search(cite), _DATABASE.search(record)
        same: tuple[str, ...] = ()
        if number is not None and database is not None:
            same = (f"endnote:{database[1]}/{number[1]}",)
        records.append(
            EmbeddedRecord(
                "endnote-xml",
                f"<xml><records>{record}</records></xml>",
                offset,
                "EndNote field",
                same,
            )
        )
    return records, without
