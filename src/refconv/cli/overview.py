"""Describe each format: what it can hold, by its table, and what it loses, by writing samples."""

from __future__ import annotations

import textwrap
from collections.abc import Iterable, Iterator, Mapping
from typing import Any

from attrs import evolve

from refconv.core.model import VARIABLES, Date, ItemType, Name, Reference, Variable
from refconv.formats.base import Format
from refconv.formats.registry import DOCUMENT_PLACES, DOCUMENTS, FORMATS, PLACES
from refconv.io.api import write

_SAMPLES: Mapping[str, Any] = {
    "text": "text",
    "number": "12",
    "list": ("one", "two"),
    "date": Date.on(2024, 5, 17),
    "names": (Name(family="Family", given="Given"),),
}
# Variables whose value has a form of its own.
_SPECIAL: Mapping[str, Any] = {
    "DOI": "10.1000/182",
    "ISBN": "978-3-16-148410-0",
    "PMCID": "PMC3539183",
    "PMID": "24381239",
}
# Facts beside the variables that some format cannot hold of a journal article.
_FACTS: Mapping[str, Reference] = {
    "ORCIDs": Reference(author=(Name(family="Family", orcid="0000-0002-1825-0097"),)),
    "name particles": Reference(author=(Name(family="Berg", non_dropping_particle="van der"),)),
    "et al.": Reference(author=(Name(family="Family"),), et_al=frozenset({"author"})),
    "italics and the like": Reference(title="<i>In vivo</i> H<sub>2</sub>O"),
    "other formats' keys": Reference(custom=(("other:key", "value"),)),
}


_ALL: Mapping[str, Format] = {**FORMATS, **DOCUMENTS}
_ALL_PLACES = {**PLACES, **DOCUMENT_PLACES}
_NAMES = [(name, format.title) for name, format in _ALL.items()]


def sample(variable: Variable) -> Any:
    """Return a sample value of a variable."""
    return _SPECIAL.get(variable.name, _SAMPLES[variable.kind])


def not_carried(name: str, kind: ItemType) -> tuple[str, ...]:
    """Return the variables, and the facts beside them, that a format loses for a type."""
    lost = []
    for variable in VARIABLES:
        reference = evolve(Reference(), type=kind, id="x", **{variable.attribute: sample(variable)})
        # Only a loss of this variable counts.
        if variable.name in {loss.path for loss in write(reference, name).losses}:
            lost.append(variable.name)
    facts = (
        fact
        for fact, reference in _FACTS.items()
        if write(evolve(reference, type=kind, id="x"), name).losses
    )
    return (*lost, *facts)


def listed() -> Iterator[str]:
    """Yield a line for each format: its name, title, suffixes, and whether it is written too."""
    width, wide = (max(map(len, column)) for column in zip(*_NAMES, strict=True))
    for name, title in _NAMES:
        place = _ALL_PLACES[name]
        uses = "read, written" if place.is_written else "read"
        yield f"{name:{width}}  {title:{wide}}  {uses:13}  {' '.join(place.suffixes)}".rstrip()
    yield ""
    yield "'refconv formats NAME' describes one: its keys, its types, and what it cannot hold."


def described(names: Iterable[str]) -> Iterator[str]:
    """Yield the lines that describe some formats."""
    for format in map(_ALL.__getitem__, names):
        endings = _ALL_PLACES[format.name].suffixes
        suffixes = f" ({', '.join(endings)})" if endings else ""
        yield f"{format.name}: {format.title}{suffixes}"
        if format.join is None:
            yield "  read only"
        yield from _types(format)
        yield from _fields(format)
        if format.join is not None:
            lost = ", ".join(not_carried(format.name, ItemType.ARTICLE_JOURNAL)) or "nothing"
            yield from _wrapped("  lost of a journal article: ", lost)
        yield ""


def _types(format: Format) -> Iterator[str]:
    pairs = ", ".join(f"{native} = {kind}" for native, kind in format.table.types if native != kind)
    if pairs:
        yield from _wrapped("  types: ", pairs)


def _fields(format: Format) -> Iterator[str]:
    """Yield a line for each variable: the keys that hold it, and for which types."""
    named = [field for field in format.table.fields if field.keys[0] != field.variable]
    if not named:
        return
    width = max(len(field.variable) for field in named)
    for field in named:
        keys = "+".join(field.keys)
        kinds = "" if field.types is None else f"  ({', '.join(sorted(field.types))})"
        yield from _wrapped(f"  {field.variable:{width}} = ", keys + kinds)


def _wrapped(head: str, text: str) -> Iterator[str]:
    """Wrap a text at 100 characters with a hanging indent."""
    indent = " " * min(len(head), 6)
    yield from textwrap.wrap(head + text, 100, subsequent_indent=indent, break_on_hyphens=False)
