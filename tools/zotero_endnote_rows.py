"""Write the rows of EndNote XML for Zotero: ``python -m tools.zotero_endnote_rows``.

For each item type and variable for which EndNote's own element does not do: the element that Zotero
stores in the variable's own field, or ``-`` where there is none. Zotero would make a note of an
element without a field, or show it in another one.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping
from pathlib import Path

from refconv.clients.zotero.endnote_reader import places_of_elements, type_of_reference
from refconv.clients.zotero.schema import field_for, item_types
from refconv.core.fast import plan
from refconv.core.fields import Record
from refconv.core.lens import decode_record
from refconv.core.model import BY_NAME, ItemType
from refconv.formats import endnote
from refconv.formats.endnote import zotero_elements
from refconv.formats.endnote.generic_fields import PATHS

TARGET = Path(endnote.__file__).with_name("zotero_elements.tsv")

_OWN_WAY = frozenset(
    """title issued accessed URL keyword note annote abstract DOI id citation-key
    container-title-short""".split()
)
_PMC_TYPES = frozenset({"book", "bookSection", "journalArticle"})
_WANTED: Mapping[tuple[str, str], str] = {
    ("audioRecording", "author"): "composer",
    ("audioRecording", "performer"): "performer",
    ("patent", "jurisdiction"): "country",
    ("patent", "publisher"): "assignee",
}
_NOT_FREE = frozenset({"label", "source-app", "database", "custom2", "custom3", "custom7"})


def elements(kind: ItemType) -> dict[str, str]:
    """Return the elements of the variables for which EndNote's own element does not do."""
    zotero = type_of_reference(endnote.XML.table.write_type(kind), "")
    places = {path: place.partition(" ")[2] for path, place in places_of_elements(zotero).items()}
    planned = plan(endnote.XML.table, kind).fields
    written = {one.field.variable: zotero_elements.element_of(one.field) for one in planned}
    found: dict[str, str] = {}
    left: list[str] = []
    taken: set[str] = set()
    for name, path in written.items():
        is_pmc = name == "PMCID" and zotero in _PMC_TYPES
        if name in _OWN_WAY or is_pmc or places.get(path) == _wanted(zotero, name):
            taken.add(path)
        else:
            left.append(name)
    others = [name for name in BY_NAME if name not in written and name not in _OWN_WAY]
    for name in (*left, *others):
        wanted = _wanted(zotero, name)
        free = [p for p in sorted(places) if p not in taken | _NOT_FREE and places[p] == wanted]
        path = next((p for p in free if wanted and is_read(kind, name, p)), "-")
        taken.add(path)
        if name in written or path != "-":
            found[name] = path
    return found


def is_read(kind: ItemType, name: str, path: str) -> bool:
    """Return whether refconv too reads an element as a variable of an item type.

    The library catalogue is told by the program that the file names.
    """
    if (name, path) == ("source", "remote-database-name"):
        return True
    native = endnote.XML.table.write_type(kind)
    record = Record(native, "", ((PATHS.key_of(path, "Zq, Words"), "Zq, Words"),))
    read, _ = decode_record(endnote.XML.table, record)
    return bool(getattr(read, BY_NAME[name].attribute)) and not read.custom


def _wanted(zotero: str, name: str) -> str | None:
    field = _WANTED.get((zotero, name)) or field_for(name, zotero)
    return item_types()[zotero].roles[0] if field is None and name == "author" else field


def text() -> str:
    """Return the text of the table."""
    found: Mapping[tuple[str, str], list[str]] = defaultdict(list)
    for kind in ItemType:
        if endnote.XML.table.read_type(endnote.XML.table.write_type(kind)) == kind:
            for name, path in elements(kind).items():
                found[name, path].append(str(kind))
    return "\n".join((*_lines(found), ""))


def _lines(found: Mapping[tuple[str, str], list[str]]) -> Iterator[str]:
    yield "# Made by python -m tools.zotero_endnote_rows from the tables of Zotero; do not edit"
    yield "variable\telement\ttypes"
    for (name, path), kinds in sorted(found.items()):
        yield f"{name}\t{path}\t{' '.join(kinds)}"


def main() -> None:
    """Write the table."""
    TARGET.write_text(text(), "utf-8")


if __name__ == "__main__":
    main()
