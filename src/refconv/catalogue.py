"""The formats by name: what can be told of each before it is imported."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import Literal, NamedTuple, TypeAlias

Client: TypeAlias = Literal["zotero", "endnote"]
CLIENTS: tuple[Client, ...] = ("zotero", "endnote")
"""The programs that files can be written for."""


class Place(NamedTuple):
    """Where a format is, the endings of its files' names, and whether it is written too."""

    module: str
    attribute: str
    suffixes: tuple[str, ...]
    is_written: bool


PLACES: Mapping[str, Place] = {
    name: Place(f"refconv.{module}", attribute, tuple(suffixes.split()), is_written)
    for name, module, attribute, suffixes, is_written in (
        ("bibtex", "formats.bibtex", "FORMAT", ".bib .bibtex", True),
        ("biblatex", "formats.bibtex", "BIBLATEX", "", True),
        ("ris", "formats.ris", "FORMAT", ".ris", True),
        ("csl-json", "formats.csljson", "FORMAT", ".json .csljson", True),
        ("enw", "formats.endnote", "ENW", ".enw .refer .ref", True),
        ("endnote-xml", "formats.endnote", "XML", ".xml", True),
        ("nbib", "formats.pubmed", "NBIB", ".nbib .medline", False),
        ("pubmed-xml", "formats.pubmed", "XML", ".xml", False),
        ("mods", "formats.mods", "FORMAT", ".mods .xml", False),
        ("text", "text", "TEXT", ".txt .text .md", False),
    )
}
"""By name, in the order in which they are listed."""

WRITTEN = tuple(name for name, place in PLACES.items() if place.is_written)
"""The names of those that are not only read."""


def of_suffix(suffix: str, names: Iterable[str] = PLACES) -> str | None:
    """Name the first of some formats whose files' names may end so."""
    return next((name for name in names if suffix.lower() in PLACES[name].suffixes), None)
