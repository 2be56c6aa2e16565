"""Tables: CSV, TSV and other files of rows, whose first one says what the columns hold.

In: the exports of databases and tools, and tables made by hand; out: records, and back a table with
the columns of :data:`~refconv.formats.delimited.table.WRITTEN`.
Reading order: headers (where the header is, and what its columns are), type_names, citations
and exported_cells (several fields in a cell), syntax (rows ↔ records), cell_codecs, table.
"""

from __future__ import annotations

from refconv.formats.base import Format, whole
from refconv.formats.delimited.syntax import CHUNKING, JOIN, carry
from refconv.formats.delimited.table import TABLE
from refconv.values.text import one_line

FORMAT = Format(
    name="csv",
    title="Table (CSV, TSV)",
    table=TABLE,
    split=whole(CHUNKING),
    chunking=CHUNKING,
    join=JOIN,
    carry=carry,
    legal_id=one_line,
    choices=frozenset({"bom"}),
)
