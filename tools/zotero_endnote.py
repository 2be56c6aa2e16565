"""The tables of what Zotero reads in EndNote XML; :mod:`tools.zotero_tables` writes them."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator
from pathlib import Path

from refconv.clients.zotero import schema
from tools.zotero_measurements import Row, rows, shortest

NO_FIELD = "The following values have no corresponding Zotero field:"


def endnote_types(data: Path) -> Iterator[Row]:
    """Yield the item types of EndNote's reference types, by name and by number.

    ``-`` is for those with which the import fails.
    """
    yield "ref-type", "type"
    own = {kind for kind, *_ in rows(data / "ways_in.tsv")}
    found: dict[str, str] = {}
    for native, element, _, kind, *_ in rows(data / "reads_endnotexml.tsv"):
        if element == "titles/title":
            number, _, name = native.partition(" ")
            found[number if name == "(no name)" else name] = kind if kind in own else "-"
    yield from sorted((native, kind) for native, kind in found.items() if "Zq" not in native)


def endnote_elements(data: Path) -> Iterator[Row]:
    """Yield where an element is stored, by item type; ``-`` for those that are dropped.

    All others go into a note.
    """
    found: dict[tuple[str, str], set[str]] = defaultdict(set)
    kinds: set[str] = set()
    for _, element, value, kind, stored, text in rows(data / "reads_endnotexml.tsv"):
        path, paren, _ = element.partition(" (")
        if kind not in schema.item_types() or paren or " " in path or value.startswith("PMC"):
            continue
        kinds.add(kind)
        what = stored.partition(" ")[0]
        if what in ("field", "creator", "tag", "attachment"):
            found[path, stored].add(kind)
        elif stored == "note" and not text.startswith(NO_FIELD):
            found[path, "note"].add(kind)
        elif stored == "nothing":
            found[path, "-"].add(kind)
    yield "element", "place", "types"
    for (path, place), where in sorted(found.items()):
        if place != "-" or not any((path, "field accessDate") == one for one in found):
            yield path, place, shortest(where, kinds)
