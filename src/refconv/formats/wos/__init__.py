"""Web of Science: plain text, and its tab-delimited sibling, which is only read.

In: records of tags and values; out: references, and plain text back.
Reading order: syntax (plain text ↔ records), tab_delimited (rows → records), table (tags ↔
variables, and the codecs of their values).
"""

from __future__ import annotations

from refconv.formats.base import Format, whole
from refconv.formats.wos.syntax import JOIN, carry
from refconv.formats.wos.tab_delimited import CHUNKING
from refconv.formats.wos.table import TABLE

FORMAT = Format(
    name="wos",
    title="Web of Science",
    table=TABLE,
    split=whole(CHUNKING),
    chunking=CHUNKING,
    join=JOIN,
    carry=carry,
    has_ids=False,
)
