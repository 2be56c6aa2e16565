"""The tables of what Zotero stores of BibTeX, made from measurements."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator
from pathlib import Path

from refconv.clients.zotero.schema import general_name, item_types, label
from refconv.clients.zotero.tex_text import accented
from tools.zotero_measurements import Row, rows

READS = "reads_bibtex.tsv"


def bibtex_types(data: Path) -> Iterator[Row]:
    """Yield the entry types that Zotero reads, with the item types that they become."""
    yield "entry type", "item type"
    for entry, name, value, kind, where, _ in rows(data / READS):
        if name == "title" and value == "Zq Title" and where in ("field title", "field caseName"):
            yield entry, kind


_RULED = frozenset(
    "author day editor fjournal howpublished institution journal location month note number "
    "organization pages subtitle translator year".split()
)
"""Fields whose place depends on other fields or on the value: the reader has rules for them."""


def bibtex_fields(data: Path) -> Iterator[Row]:
    """Yield the BibTeX fields that are stored, with their place and its name.

    The name of a field is its general one: in the types that have no such field, the value is in a
    line of Extra with that label; where all types have it, the name is general.
    """
    found: dict[str, set[tuple[str, str]]] = defaultdict(set)
    names = {
        label(general_name(name, kind)): general_name(name, kind)
        for kind, schema in item_types().items()
        for name in schema.fields
    }
    for _, name, _, kind, where, stored in rows(data / READS):
        place, _, own = where.partition(" ")
        # A thesis has a kind by its entry type, which every row shows.
        if " + " in name or name in _RULED or (own == "thesisType" and name != "type"):
            continue
        if place == "field":
            found[name].add(("field", general_name(own, kind)))
        elif place == "extra":
            key = stored.partition(": ")[0]
            found[name].add(("field", names[key]) if key in names else ("line", key))
        elif place in ("note", "tag", "attachment"):
            found[name].add((place, ""))
    yield "BibTeX field", "place", "name"
    for name, places in sorted(found.items()):
        if not name.startswith("eprint"):
            ((place, own),) = places
            yield name, place, own


# ── text ──────────────────────────────────────────────────────────────────────────────────────────

_ACCENT = re.compile(r"\{?\\(?P<mark>.) ?\{?(?P<letter>[A-Za-z])\}?\}?")
_COMMAND = re.compile(r"x (?P<sign>[{$])\\(?P<name>[A-Za-z]+)[}$] y")


def tex_text(data: Path) -> Iterator[Row]:
    """Yield what the importer decodes: letters by accent, commands, other characters."""
    accents: dict[str, str] = defaultdict(str)
    others: dict[str, dict[str, str]] = {"command": {}, "math": {}, "plain": {}}
    for kind, spelling, _, stored, result in rows(data / "tex_reading.tsv"):
        accent, command = _ACCENT.fullmatch(spelling), _COMMAND.fullmatch(spelling)
        if kind == "accent" and accent and result == "ok":
            mark, letter = accent["mark"], accent["letter"]
            if stored == f"x{accented(mark, letter)}y" and letter not in accents[mark]:
                accents[mark] += letter
        elif kind == "command" and command and len(stored) == len("x ß y"):
            table = others["command" if command["sign"] == "{" else "math"]
            table.setdefault(command["name"], stored[2:-2])
        elif kind == "plain text" and " ".join(spelling.split()) != stored:
            others["plain"][spelling[2:-2]] = stored[2:-2]
    yield "kind", "spelling", "characters"
    for mark, letters in accents.items():
        yield "accent", mark, "".join(sorted(letters))
    # What a command does both in text and in math is a row of text alone.
    others["math"] = {
        name: char for name, char in others["math"].items() if name not in others["command"]
    }
    for kind, table in others.items():
        yield from ((kind, *row) for row in _in_order(kind, table))


def _in_order(kind: str, table: dict[str, str]) -> Iterator[tuple[str, str]]:
    """Yield spellings in the order of replacing: of commands the short ones, else the long ones."""
    sign = 1 if kind == "command" else -1
    for spelling in sorted(table, key=lambda one: (sign * len(one), one)):
        # A tie is a rule of its own.
        if spelling != "~":
            yield spelling, table[spelling]
