"""Formats by name, each imported when it is first asked for."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from importlib import import_module

from refconv.catalogue import Place
from refconv.formats.base import Format


class Registry(Mapping[str, Format]):
    """The formats by name; ``places`` says where each is.

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
