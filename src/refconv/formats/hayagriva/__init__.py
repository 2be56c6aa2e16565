"""Hayagriva: the YAML of typst's bibliographies, where an entry names what it is part of.

In: a mapping of entries, each with parents; out: records with a key for each path, and the same way
back. Reading order: types (what an entry and its parent are together), hayagriva_codecs (values),
syntax (entries ↔ records), table.
"""

from __future__ import annotations

from refconv.formats.base import Format, whole
from refconv.formats.hayagriva.syntax import CHUNKING, JOIN, carry, legal_id
from refconv.formats.hayagriva.table import TABLE

FORMAT = Format(
    name="hayagriva",
    title="Hayagriva (typst)",
    table=TABLE,
    split=whole(CHUNKING),
    chunking=CHUNKING,
    join=JOIN,
    carry=carry,
    legal_id=legal_id,
)
