"""Write the page of what Zotero keeps: ``python -m tools.zotero_page``.

``docs/what-zotero-keeps.md`` is made by writing one value of each variable for Zotero, in each
format, and looking up with the measured tables (:mod:`refconv.clients.zotero`) where Zotero stores
it. ``--check`` writes nothing and fails if the page is not up to date.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path

import refconv
from refconv.clients.zotero.item import ZoteroItem
from refconv.clients.zotero.schema import field_for, item_types, label
from refconv.clients.zotero.stored import stored
from refconv.core.model import VARIABLES, Date, ItemType, Name, Reference, Variable
from refconv.values.date_fields import read_date
from tools.written_page import write_or_check

PAGE = Path(__file__).parent.parent / "docs" / "what-zotero-keeps.md"

FORMATS = {
    "ris": "RIS",
    "bibtex": "BibTeX",
    "biblatex": "biblatex",
    "csl-json": "CSL-JSON",
    "endnote-xml": "EndNote XML",
}

HEAD = """\
# What Zotero keeps

`--for zotero` writes a file in the way in which Zotero's importer keeps the most of it. This page
says, for each item type and format, what arrives in a field of its own, what Zotero shows in its
field *Extra* or in a note, and what it drops. refconv reports the latter two as losses when it
writes: *changed* (with the place) and *lost*.

**RIS is the best choice.** Use another format only if you need it for something else as well.

Zotero reads a line of Extra, such as `Original Date: 1851` or `Illustrator: Okoro || Una`, when it
cites an item. So a value there is not lost: it is printed where a style asks for it.

The page is made by `python -m tools.zotero_page` from tables that were measured with Zotero's own
code (August 2026). Older versions, such as Zotero 7, have fewer fields: there the same file leaves
some of these values as lines of Extra.

## Item types

A type in *italics* is another one than CSL's.
"""

OTHERS = """\
## What no field is for

Variables without a field in an item type, by format: where Zotero puts them, in most types. Those
that all formats drop are not listed.
"""

_SKIPPED = frozenset(
    """title citation-key id keyword note annote categories received revised accepted""".split()
)
"""Variables that are kept by all formats alike, or that are not one value."""

_VALUES: Mapping[str, str] = {
    "DOI": "10.1234/zq.doi",
    "ISBN": "978-3-16-148410-0",
    "ISSN": "1234-5679",
    "PMCID": "PMC1234567",
    "PMID": "12345678",
    "URL": "https://example.org/zq",
    "edition": "5",
    "issue": "31",
    "language": "en",
    "number-of-pages": "345",
    "number-of-volumes": "47",
    "page": "101-109",
    "page-first": "101",
    "volume": "12",
}

FIELD, EXTRA, NOTE, LOST = "its field", "Extra", "a note", "dropped"
ELSEWHERE = "another field"


def variables() -> list[Variable]:
    """Return the variables that the page is about."""
    return [one for one in VARIABLES if one.name not in _SKIPPED and one.kind != "list"]


def example(kind: ItemType, variable: Variable) -> Reference:
    """Return a reference with a title and a value of the variable."""
    value: object = _VALUES.get(variable.name, f"Zq {variable.name}")
    if variable.kind == "names":
        value = (Name(family="Zimmerli", given="Quentin"),)
    elif variable.kind == "date":
        value = Date.of("2019-03-05")
    plain = Reference(kind, title="Some words", id="k")
    return plain.changed(**{variable.attribute: value})


def _letters(text: str) -> str:
    return "".join(filter(str.isalnum, text)).casefold()


def place(item: ZoteroItem, reference: Reference, variable: Variable) -> str:
    """Return where Zotero has the value of a variable."""
    wanted = field_for(variable.name, item.type)
    if variable.name == "author" and wanted is None:
        wanted = item_types()[item.type].roles[0]
    value = getattr(reference, variable.attribute)
    said = "zimmerli" if variable.kind == "names" else _letters(_text(value))
    fields = [name for name, text in item.fields.items() if said in _said(text)]
    fields += [one.role for one in item.creators if said in _letters(" ".join(filter(None, one)))]
    if wanted in fields:
        return FIELD
    if fields:
        return ELSEWHERE
    if any(said in _said(line) for line in item.extra):
        return EXTRA
    return NOTE if any(said in _letters(note) for note in item.notes) else LOST


def _text(value: object) -> str:
    return value.edtf() if isinstance(value, Date) else str(value)


def _said(text: str) -> str:
    found = read_date(text[:40])
    return _letters(text if found is None else f"{text} {found.date.edtf()}")


Places = Mapping[str, Mapping[str, str]]
"""By format and variable."""


def places(kind: ItemType) -> tuple[dict[str, str], Places]:
    """Return the item type in each format, and where the variables are."""
    kinds: dict[str, str] = {}
    found: dict[str, dict[str, str]] = {}
    for format in FORMATS:
        found[format] = {}
        types: Counter[str] = Counter()
        for variable in variables():
            reference = example(kind, variable)
            items = stored(refconv.write(reference, format, for_="zotero").text, format)
            if not items:
                found[format][variable.name] = LOST
                continue
            types[items[0].type] += 1
            found[format][variable.name] = place(items[0], reference, variable)
        kinds[format] = types.most_common(1)[0][0] if types else ""
    return kinds, found


def page() -> str:
    """Return the page."""
    all_types = {kind: places(kind) for kind in ItemType}
    lines = [HEAD, *_type_table({kind: kinds for kind, (kinds, _) in all_types.items()})]
    for kind, (kinds, found) in all_types.items():
        lines += _section(kind, kinds, found)
    lines += [OTHERS, *_other_table(all_types)]
    return "\n".join(lines).rstrip() + "\n"


def _type_table(kinds: Mapping[ItemType, Mapping[str, str]]) -> Iterator[str]:
    yield f"| CSL type | {' | '.join(FORMATS.values())} |"
    yield f"|{'---|' * (len(FORMATS) + 1)}"
    for kind, by_format in kinds.items():
        cells = (_shown_type(kind, by_format[format]) for format in FORMATS)
        yield f"| {kind} | {' | '.join(cells)} |"
    yield ""


def _shown_type(kind: ItemType, zotero: str) -> str:
    if not zotero:
        return "not imported"
    shown = label(zotero)
    return shown if zotero in SAME.get(kind, ()) else f"*{shown}*"


SAME: Mapping[str, tuple[str, ...]] = {
    kind: tuple(names.split())
    for kind, names in {
        "article": "preprint",
        "article-journal": "journalArticle",
        "article-magazine": "magazineArticle",
        "article-newspaper": "newspaperArticle",
        "bill": "bill",
        "book": "book",
        "broadcast": "podcast radioBroadcast tvBroadcast",
        "chapter": "bookSection",
        "dataset": "dataset",
        "document": "document",
        "entry-dictionary": "dictionaryEntry",
        "entry-encyclopedia": "encyclopediaArticle",
        "graphic": "artwork",
        "hearing": "hearing",
        "interview": "interview",
        "legal_case": "case",
        "legislation": "statute",
        "manuscript": "manuscript",
        "map": "map",
        "motion_picture": "film videoRecording",
        "paper-conference": "conferencePaper",
        "patent": "patent",
        "personal_communication": "letter email instantMessage",
        "post": "forumPost",
        "post-weblog": "blogPost",
        "report": "report",
        "software": "computerProgram",
        "song": "audioRecording",
        "speech": "presentation",
        "standard": "standard",
        "thesis": "thesis",
        "webpage": "webpage",
    }.items()
}
"""Zotero's item types for those of CSL that it has."""


def _section(kind: ItemType, kinds: Mapping[str, str], found: Places) -> Iterator[str]:
    """Yield the lines about an item type: the variables that have a field in it."""
    zotero = kinds["ris"]
    names = [one.name for one in variables() if _has_field(one.name, zotero)]
    yield from (f"## {kind}", "")
    everywhere = [name for name in names if all(found[f][name] == FIELD for f in FORMATS)]
    yield from (f"In a field of its own in all formats: {_listed(everywhere)}.", "")
    yield f"| | {' | '.join((FIELD, ELSEWHERE, EXTRA, NOTE, LOST))} |"
    yield f"|{'---|' * 6}"
    for format, title in FORMATS.items():
        cells = [
            _listed([n for n in names if n not in everywhere and found[format][n] == where])
            for where in (FIELD, ELSEWHERE, EXTRA, NOTE, LOST)
        ]
        yield f"| {title} | {' | '.join(cells)} |"
    yield ""


def _has_field(name: str, zotero: str) -> bool:
    return field_for(name, zotero) is not None or name == "author"


def _listed(names: Sequence[str]) -> str:
    return ", ".join(name.replace("_", " ").replace("-", " ") for name in names)


def _other_table(all_types: Mapping[ItemType, tuple[dict[str, str], Places]]) -> Iterator[str]:
    yield f"| variable | {' | '.join(FORMATS.values())} |"
    yield f"|{'---|' * (len(FORMATS) + 1)}"
    for variable in variables():
        counts: dict[str, Counter[str]] = {format: Counter() for format in FORMATS}
        for kinds, found in all_types.values():
            if _has_field(variable.name, kinds["ris"]):
                continue
            for format in FORMATS:
                counts[format][found[format][variable.name]] += 1
        most = [one.most_common(1)[0][0] if one else "" for one in counts.values()]
        if any(one not in (LOST, "") for one in most):
            yield f"| {_listed([variable.name])} | {' | '.join(most)} |"


if __name__ == "__main__":
    write_or_check(PAGE, page, "tools.zotero_page")
