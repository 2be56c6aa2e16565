"""Write the tables of what Zotero stores: ``python -m tools.zotero_tables DATA``.

``DATA`` is a folder with measurements of what Zotero stores of one-line records (``zotero`` in the
data folder). The tables stand in ``src/refconv/clients/zotero/tables``, in TSV with one header
line that names the source. Rows that say the same for several types are one row.

Each function with a name in ``TABLES`` returns the rows of one table, with its column names first.
"""

from __future__ import annotations

import sys
from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Mapping
from pathlib import Path
from typing import NamedTuple

from refconv.clients.zotero import schema
from refconv.clients.zotero.extra import bare_label
from tools import zotero_bibtex, zotero_csl_json, zotero_endnote, zotero_ris
from tools.zotero_measurements import Row, rows, shortest

TARGET = Path(schema.__file__).with_name("tables")

Table = Callable[[Path], Iterable[Row]]


# ── what all formats share ────────────────────────────────────────────────────────────────────────


def item_types(data: Path) -> Iterator[Row]:
    """Yield Zotero's item types with their fields and roles, the primary role first."""
    fields: dict[str, list[str]] = defaultdict(list)
    roles: dict[str, list[str]] = defaultdict(list)
    for kind, place, *_ in rows(data / "ways_in.tsv"):
        what, _, name = place.partition(" ")
        {"field": fields, "creator": roles}[what][kind].append(name)
    yield "type", "fields", "roles"
    for kind, names in fields.items():
        yield kind, " ".join(names), " ".join(roles[kind])


def csl_variables(data: Path) -> Iterator[Row]:
    """Yield the Zotero fields and roles that are a CSL variable in some type."""
    yield "variable", "fields and roles"
    for variable, places, *_ in rows(data / "csl_variables.tsv"):
        if not places.startswith("("):
            yield variable, places.replace(",", "")


def csl_places(data: Path) -> Iterator[Row]:
    """Yield the fields and roles of a type that are a CSL variable.

    A field is the variable that Zotero writes it as; it may be read from others too.
    """
    variables = {name: places.split() for name, places in [*csl_variables(data)][1:]}
    found: dict[tuple[str, str], set[str]] = defaultdict(set)
    for kind, place, _, format_name, written, *_ in rows(data / "writes_zotero.tsv"):
        what, _, role = place.partition(" ")
        name = role if what == "creator" else place
        known = name in schema.item_types()[kind].fields or what == "creator"
        if format_name == "CSL JSON" and known and written not in ("nothing", "id"):
            found[written, name].add(kind)
    for variable, places in variables.items():
        for kind, its in schema.item_types().items():
            for name in {*places} & {*its.fields, *its.roles}:
                found[variable, name].add(kind)
    yield "variable", "place", "types"
    for (variable, name), kinds in sorted(found.items()):
        if name != "extra":
            yield variable, name, shortest(kinds, schema.item_types())


def csl_types_of_items(data: Path) -> Iterator[Row]:
    """Yield the CSL types that Zotero's item types are written as."""
    yield "type", "CSL type"
    for kind, place, _, format_name, _, written, *_ in rows(data / "writes_zotero.tsv"):
        if place == "(item type)" and format_name == "CSL JSON":
            yield kind, written


_NO_TYPE = frozenset({"programmingLanguage"})
"""Fields that are CSL's ``genre`` and have no general name."""


def general_names(data: Path) -> Iterator[Row]:
    """Yield general names of fields with the own name that they have in some types.

    A line of Extra with a general name sets that field, which the type does not have: it is lost.
    So these lines show which names are general; the field is that of the same CSL variable.
    """
    variables = {name: frozenset(places.split()) for name, places in [*csl_variables(data)][1:]}
    types = {kind: fields.split() for kind, fields, _ in [*item_types(data)][1:]}
    found: dict[tuple[str, str], set[str]] = defaultdict(set)
    for line in _measured_lines(data):
        if line.becomes != "LOST" or line.name in types[line.kind]:
            continue
        for places in variables.values():
            own = [name for name in types[line.kind] if name in places]
            if line.name in places and own:
                found[line.name, own[0]].add(line.kind)
    # A line with the key "type" changes the item type, so that it cannot show that name.
    for kind, names in types.items():
        for name in names:
            if name in variables["genre"] - _NO_TYPE and name != "type":
                found["type", name].add(kind)
    yield "general", "own", "types"
    for (general, specific), where in sorted(found.items()):
        yield general, specific, " ".join(sorted(where))


class _Line(NamedTuple):
    kind: str
    name: str
    key: str
    value: str
    becomes: str


def _measured_lines(data: Path) -> Iterator[_Line]:
    """Yield the lines of Extra (RIS M2, CSL note) that were measured, per item type."""
    for route, kind, line, becomes, *_ in rows(data / "extra_lines_all.tsv"):
        key, colon, value = line.partition(":")
        if colon and not line.startswith("{") and route.startswith(("RIS M2", "CSL note")):
            yield _Line(kind, key, bare_label(key), value.strip(), becomes)


def extra_keys(data: Path) -> Iterator[Row]:
    """Yield what becomes of a line of Extra by its key: a field, or nothing (``-``)."""
    types = {kind: fields.split() for kind, fields, _ in [*item_types(data)][1:]}
    found: dict[tuple[str, str], set[str]] = defaultdict(set)
    for line in _measured_lines(data):
        # A type line is another table; an access date is read or dropped by its value.
        if line.becomes.startswith("field ") and line.key not in ("type", "itemtype"):
            found[line.key, line.becomes.removeprefix("field ")].add(line.kind)
        elif ":" in line.value and line.name in types[line.kind]:
            # The colon hid the key, so that nothing was measured.
            found[line.key, line.name].add(line.kind)
        elif line.becomes == "LOST" and line.key not in ("type", "accessed", "accessdate"):
            found[line.key, "-"].add(line.kind)
    yield "key", "field", "types"
    kinds = {line.kind for line in _measured_lines(data)}
    for (key, name), where in sorted(found.items()):
        yield key, name, shortest(where, kinds)


def extra_types(data: Path) -> Iterator[Row]:
    """Yield what a line ``type: …`` makes of an item."""
    found: dict[str, str] = {}
    own = {kind for kind, *_ in rows(data / "ways_in.tsv")}
    for route, kind, line, becomes, value in rows(data / "extra_lines_all.tsv"):
        if route.startswith("RIS M2") and line.startswith("type: "):
            name = line.removeprefix("type: ")
            if becomes == "ITEM TYPE":
                found[name] = value
            elif becomes == "LOST":
                found[name] = kind
    yield "value", "type"
    for name, kind in sorted(found.items()):
        if kind in own:
            yield name, kind


TABLES: Mapping[str, tuple[Table, str]] = {
    "item_types": (item_types, "ways_in.tsv"),
    "csl_variables": (csl_variables, "csl_variables.tsv"),
    "csl_places": (csl_places, "writes_zotero.tsv"),
    "csl_types_of_items": (csl_types_of_items, "writes_zotero.tsv"),
    "general_names": (general_names, "extra_lines_all.tsv"),
    "extra_keys": (extra_keys, "extra_lines_all.tsv"),
    "extra_types": (extra_types, "extra_lines_all.tsv"),
    "bibtex_types": (zotero_bibtex.bibtex_types, "reads_bibtex.tsv"),
    "bibtex_fields": (zotero_bibtex.bibtex_fields, "reads_bibtex.tsv"),
    "tex_text": (zotero_bibtex.tex_text, "tex_reading.tsv"),
    "csl_types": (zotero_csl_json.csl_types, "reads_csl.tsv"),
    "csl_fields": (zotero_csl_json.csl_fields, "reads_csl.tsv"),
    "csl_roles": (zotero_csl_json.csl_roles, "reads_csl.tsv"),
    "ris_types": (zotero_ris.ris_types, "reads_ris.tsv"),
    "ris_tags": (zotero_ris.ris_tags, "reads_ris.tsv"),
    "endnote_types": (zotero_endnote.endnote_types, "reads_endnotexml.tsv"),
    "endnote_elements": (zotero_endnote.endnote_elements, "reads_endnotexml.tsv"),
}
"""The tables by name: the function that makes one, and the measurement it is made from."""


def text_of(name: str, data: Path) -> str:
    """Return the text of a table."""
    table, source = TABLES[name]
    made = "made by python -m tools.zotero_tables; do not edit"
    lines = [f"# From {source}, measured with Zotero's own code (August 2026, schema 41); {made}"]
    lines += ["\t".join(map(schema.escaped, row)) for row in table(data)]
    return "\n".join(lines) + "\n"


def main(arguments: list[str]) -> None:
    """Write all tables from the folder that the arguments name."""
    data = Path(arguments[0])
    for name in TABLES:
        (TARGET / f"{name}.tsv").write_text(text_of(name, data), "utf-8")


if __name__ == "__main__":
    main(sys.argv[1:])
