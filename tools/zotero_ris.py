"""The tables of what Zotero reads in RIS; :mod:`tools.zotero_tables` writes them."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator
from pathlib import Path

from refconv.clients.zotero import schema
from tools.zotero_measurements import Row, rows, shortest


def ris_types(data: Path) -> Iterator[Row]:
    """Yield the item types of the RIS types."""
    found = {ty: kind for ty, tag, _, kind, *_ in rows(data / "reads_ris.tsv") if tag == "TI"}
    yield "TY", "type"
    yield from sorted((ty, kind) for ty, kind in found.items() if kind and ty.isalpha())


_TITLES = frozenset({"title", "caseName", "nameOfAct", "subject"})
_NO_PLACE = re.compile(r"10\.|PM:|PMID: ")
"""Values that are stored by what they say, whatever their tag."""


def ris_tags(data: Path) -> Iterator[Row]:
    """Yield where the value of a tag is stored, by item type, or by RIS type if they differ."""
    found: dict[tuple[str, str], dict[str, set[str]]] = defaultdict(lambda: defaultdict(set))
    for ty, tag, value, kind, stored, text in rows(data / "reads_ris.tsv"):
        is_late = tag.endswith(" (no TI)")
        if not kind or _NO_PLACE.match(value) or (is_late and tag[:2] not in ("BT", "CT", "T1")):
            continue
        place = _ris_place(tag[:2], value, stored, text)
        if place:
            found[tag[:2], place][kind].add(ty)
    kinds: dict[str, set[str]] = defaultdict(set)
    for ty, kind in [*ris_types(data)][1:]:
        kinds[kind].add(ty)
    yield "tag", "place", "types"
    for (tag, place), where in sorted(found.items()):
        named = (
            kind if tys >= kinds[kind] else " ".join(f"TY={ty}" for ty in sorted(tys))
            for kind, tys in sorted(where.items())
        )
        yield tag, place, shortest(" ".join(named).split(), kinds)


def _ris_place(tag: str, value: str, stored: str, text: str) -> str:
    """Return the place of a value before it is fitted to the item type; empty for nothing."""
    what, _, name = stored.partition(" ")
    if stored == "extra line":
        label, colon, _ = text.partition(": ")
        if not colon or text == value:
            return "extra"
        what, name = "field", _labels(name_of_label=label)
    if tag in ("J2", "JA", "JO") and name not in ("journalAbbreviation", "conferenceName"):
        # Where nothing else is the title of the publication, its abbreviation is.
        return ""
    if what == "field" and tag == "ST":
        return "field shortTitle"
    if what == "field" and tag == "CT" and name in _TITLES:
        return "field title"
    if what == "field" and tag == "JF":
        return "field publicationTitle"
    return "" if what == "nothing" else f"{what} {name}".strip()


def _labels(*, name_of_label: str) -> str:
    """Return the field with a label in Extra."""
    names = {
        schema.label(name): name for kind in schema.item_types().values() for name in kind.fields
    }
    return names[name_of_label]
