"""What Zotero stores of a text, by the format of the text."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import TypeAlias

from refconv.clients.zotero.bibtex_reader import read_bibtex
from refconv.clients.zotero.csl_json_reader import read_csl_json
from refconv.clients.zotero.endnote_reader import read_endnote_xml
from refconv.clients.zotero.item import ZoteroItem
from refconv.clients.zotero.ris_reader import read_ris

ZoteroReader: TypeAlias = Callable[[str], tuple[ZoteroItem, ...]]

READERS: Mapping[str, ZoteroReader] = {
    "biblatex": read_bibtex,
    "bibtex": read_bibtex,
    "csl-json": read_csl_json,
    "endnote-xml": read_endnote_xml,
    "ris": read_ris,
}
"""The readers by the names of the formats."""


def stored(text: str, format_name: str) -> tuple[ZoteroItem, ...]:
    """Return what Zotero stores of a text.

    Args:
        text: A file that Zotero imports.
        format_name: One of ``READERS``.

    >>> [item.fields["title"] for item in stored("@book{k, title = {A {B}}}", "bibtex")]
    ['A B']
    """
    return READERS[format_name](text)
