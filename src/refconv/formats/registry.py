"""The formats by name: what is known of each before it is imported, and the import itself."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from importlib import import_module
from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from refconv.formats.base import Format


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
        ("text", "io.free_text_format", "TEXT", ".txt .text .md", False),
    )
}
"""By name, in the order in which they are listed."""

WRITTEN = tuple(name for name, place in PLACES.items() if place.is_written)
"""The names of those that are not only read."""


def of_suffix(suffix: str, names: Iterable[str] = PLACES) -> str | None:
    """Name the first of some formats whose files' names may end so."""
    return next((name for name in names if suffix.lower() in PLACES[name].suffixes), None)


class Registry(Mapping[str, "Format"]):
    """The formats by name, each imported when it is first asked for; ``places`` says where each is.

    Importing all of them takes longer than importing the rest of the package.
    """

    def __init__(self, places: Mapping[str, Place]) -> None:
        self.places = places

    def __getitem__(self, name: str) -> Format:
        place = self.places[name]
        format: Format = getattr(import_module(place.module), place.attribute)
        return format

    def __iter__(self) -> Iterator[str]:
        return iter(self.places)

    def __len__(self) -> int:
        return len(self.places)


FORMATS = Registry(PLACES)
"""Every format by name; ``text`` is only read."""

FILE_FORMATS = Registry({name: place for name, place in PLACES.items() if name != "text"})
"""The formats that have a syntax: all but free text."""
