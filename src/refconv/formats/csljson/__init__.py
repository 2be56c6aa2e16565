"""CSL-JSON and CSL-YAML: the variables of CSL, which are those of the model.

In: a JSON array of items; out: references, and the same way back. What CSL has no variable for
stands in ``custom.refconv`` (:mod:`refconv.core.csl`).
Reading order: items (an array to items, one at a time), syntax (items ↔ records), table (a field
for each variable), csl_codecs (values), zotero_note (lines of the note for Zotero's importer),
json_lines (an item a line: the format ``jsonl``), json_layout (a user's style), csl_yaml (what
differs in YAML).
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from attrs import evolve

from refconv.core.lens import decode_record
from refconv.core.model import Reference
from refconv.formats.base import Format, whole
from refconv.formats.csljson import csl_yaml, json_layout, json_lines
from refconv.formats.csljson.syntax import CHUNKING, JOIN, ItemReader, carry, legal_id
from refconv.formats.csljson.table import TABLE, ZOTERO
from refconv.formats.style import Style


def _restyled(style: Style) -> Format:
    return evolve(FORMAT, join=json_layout.join_in(style))


def _lines_restyled(style: Style) -> Format:
    return evolve(LINES, join=json_layout.lines_in(style))


FORMAT: Format = Format(
    name="csl-json",
    title="CSL-JSON",
    table=TABLE,
    split=whole(CHUNKING),
    chunking=CHUNKING,
    join=JOIN,
    carry=carry,
    legal_id=legal_id,
    dialects={"zotero": ZOTERO},
    choices=json_layout.CHOICES,
    restyle=_restyled,
)

LINES: Format = Format(
    name="jsonl",
    title="CSL-JSON, an item a line",
    table=TABLE,
    split=whole(json_lines.CHUNKING),
    chunking=json_lines.CHUNKING,
    join=json_lines.JOIN,
    carry=carry,
    legal_id=legal_id,
    choices=json_layout.CHOICES_OF_LINES,
    restyle=_lines_restyled,
)

YAML = Format(
    name="csl-yaml",
    title="CSL-YAML",
    table=csl_yaml.YAML_TABLE,
    split=whole(csl_yaml.CHUNKING),
    chunking=csl_yaml.CHUNKING,
    join=csl_yaml.JOIN,
    carry=csl_yaml.carry,
    legal_id=csl_yaml.legal_id,
)


def read_item(item: Mapping[str, Any]) -> Reference:
    """Return the reference of a CSL-JSON item.

    >>> read_item({"type": "book", "publisher": "OUP"}).publisher
    'OUP'
    """
    return decode_record(TABLE, ItemReader().record(dict(item)))[0]
