"""Inherited fields: what an entry takes over by ``crossref`` and ``xdata``.

Source: biblatex manual 2.4.1 (cross-references) and appendix B (which field becomes which on the
way from parent to child).
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from attrs import define, field, frozen

# biblatex manual, appendix B; the second part are fields that programs keep for themselves.
_NEVER = frozenset(
    """ids crossref xref xdata entryset entrysubtype execute label options presort related
    relatedoptions relatedstring relatedtype shorthand shorthandintro sortkey key

    timestamp date-added date-modified added-at owner groups interhash intrahash""".split()
)
_SHORT = frozenset({"shorttitle", "sorttitle", "indextitle", "indexsorttitle"})
_DATE = ("date", "year", "month", "day")
_PARTS = frozenset(
    """inbook bookinbook suppbook incollection suppcollection inproceedings conference
    inreference""".split()
)
_MULTIVOLUME = frozenset({"mvbook", "mvcollection", "mvreference", "mvproceedings"})
_IN_BOOK = frozenset({"inbook", "bookinbook", "suppbook"})
_DEEPEST = 8
_REFERRING = frozenset({"crossref", "xdata"})


def _renamed(parent: str, child: str) -> Mapping[str, tuple[str, ...]]:
    """Return what a parent's fields are called in a child, where not the same."""
    if parent in _MULTIVOLUME:
        target = "main"
    elif child in _PARTS:
        target = "book"
    elif parent == "periodical":
        target = "journal"
    else:
        return {}
    names: dict[str, tuple[str, ...]] = {
        f"{part}": (f"{target}{part}",) for part in ("title", "subtitle", "titleaddon")
    }
    if parent in ("book", "mvbook") and child in _IN_BOOK:
        names["author"] = ("author", "bookauthor")
    return names


@frozen
class RawEntry:
    """An entry before its names and its LaTeX are read: each field's name, value and line."""

    type: str
    key: str
    fields: tuple[tuple[str, str, int], ...]
    line: int = 0


def parent_keys(entry: RawEntry) -> list[tuple[str, int, bool]]:
    """Return the keys that an entry inherits from, their lines, and whether as ``xdata``."""
    keys: list[tuple[str, int, bool]] = []
    for name, value, line in entry.fields:
        folded = name.lower()
        if folded in _REFERRING:
            listed = value.split(",") if folded == "xdata" else [value]
            keys += ((key.strip(), line, folded == "xdata") for key in listed if key.strip())
    return keys


@define
class CrossReferences:
    """Resolves the references from entries to others; ``entries`` are those referred to, by key."""

    entries: dict[str, RawEntry]
    done: dict[str, RawEntry] = field(factory=dict)

    def resolve(self, entry: RawEntry, depth: int = 0) -> tuple[RawEntry, list[tuple[str, int]]]:
        """Return an entry with what it inherits, and the keys of no entry, with their lines."""
        missing: list[tuple[str, int]] = []
        referring = parent_keys(entry)
        if not referring:
            return entry, missing
        fields = list(entry.fields)
        own = {name.lower() for name, value, _ in entry.fields if value.strip()}
        for key, line, as_data in referring:
            parent = self.entries.get(key.lower())
            if parent is None:
                missing.append((key, line))
            elif parent != entry and depth < _DEEPEST:
                parent = self._resolved(key.lower(), parent, depth)
                fields += _inherited(parent, entry, own, as_data)
                own |= {field[0].lower() for field in fields[len(entry.fields) :]}
        if len(fields) == len(entry.fields):
            return entry, missing
        return RawEntry(entry.type, entry.key, tuple(fields), entry.line), missing

    def _resolved(self, key: str, parent: RawEntry, depth: int) -> RawEntry:
        if key not in self.done:
            # Set first, so that entries that refer to each other come to an end.
            self.done[key] = parent
            self.done[key] = self.resolve(parent, depth + 1)[0]
        return self.done[key]


def _inherited(
    parent: RawEntry, child: RawEntry, own: set[str], as_data: bool
) -> Iterable[tuple[str, str, int]]:
    names = {} if as_data else _renamed(parent.type, child.type)
    has_date = any(name in own for name in _DATE)
    # In classic BibTeX a month may take its year from the parent.
    has_year = "date" in own or "year" in own
    # A renamed field wins over one that has the name already.
    first = sorted(parent.fields, key=lambda entry: entry[0].lower() not in names)
    taken = set(own)
    for name, value, _ in first:
        folded = name.lower()
        if folded in _NEVER or (names and folded in _SHORT):
            continue
        if folded == "type" and not as_data:
            # It says what the parent is: a dataset, a bill.
            continue
        if folded in _DATE and (has_year if folded == "year" else has_date):
            continue
        for target in names.get(folded, (name,)):
            if target.lower() not in taken and value.strip():
                taken.add(target.lower())
                yield target, value, child.line
