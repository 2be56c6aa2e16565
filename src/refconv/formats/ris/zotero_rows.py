"""The table ``zotero_rows.tsv``: how variables reach Zotero by item type, where RIS alone does not.

``python -m tools.zotero_ris_rows`` makes it from the measured tables of what Zotero stores.
"""

from __future__ import annotations

from collections.abc import Mapping
from functools import cache
from importlib import resources
from typing import NamedTuple

from refconv.clients.zotero.extra import bare_label
from refconv.core.model import ItemType


class ZoteroRow(NamedTuple):
    """A tag, or with ``M2`` the label of a line of Extra, for a variable of some item types."""

    variable: str
    tag: str
    label: str
    types: frozenset[ItemType]


@cache
def zotero_rows() -> tuple[ZoteroRow, ...]:
    """Return the rows of the table."""
    text = resources.files("refconv.formats.ris").joinpath("zotero_rows.tsv").read_text("utf-8")
    rows = (line.split("\t") for line in text.splitlines()[2:])
    return tuple(
        ZoteroRow(name, tag, label, frozenset(map(ItemType, kinds.split())))
        for name, tag, label, kinds in rows
    )


@cache
def labels() -> Mapping[str, str]:
    """Return the variables of the labels of lines, by the labels in small letters alone."""
    return {bare_label(row.label): row.variable for row in zotero_rows() if row.label}
