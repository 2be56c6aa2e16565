"""Made-up reference styles: a small language, and schools of styles written in it.

A school is a file of ``grammar/``. Its ``[names]`` are ways to write a list of people: the form of
the first and of the others, what stands between two and before the last, and, where long lists are
cut, from how many on, how many are kept, and the words for the rest. In a form ``F`` is the family
name (``FF`` in capitals), ``G`` the given names, ``I`` the initials; the marks after ``I`` say how
they are written. The other sections are templates, by type of work: text with ``{field}``; ``⟦…⟧``
stands only where all its fields do; ``⟪a~b~c⟫`` is a choice made once for a whole list. A field's
value gets the label of :data:`FIELD_LABELS`; what stands around it gets none.
"""

from __future__ import annotations

import json
from pathlib import Path
from typing import NamedTuple

GRAMMAR = Path(__file__).parent / "grammar"

FIELD_LABELS = {
    "author": "author", "editor": "editor", "translator": "translator", "title": "title",
    "container": "container-title", "journal": "container-title", "event": "container-title",
    "short": "container-title", "proceedings": "container-title",
    "dictionary": "container-title", "abstracts": "container-title",
    "collection": "collection-title", "meeting": "event-title",
    "year": "issued", "date": "issued", "month": "issued", "daymonth": "issued",
    "yearmonth": "issued", "status": "issued",
    "volume": "volume", "seriesnumber": "volume", "issue": "issue", "supplement": "issue",
    "page": "page", "first": "page", "pages_total": "page",
    "publisher": "publisher", "school": "publisher", "place": "publisher-place",
    "body": "author", "self": "publisher", "supervisor": "", "sameyear": "",
    "edition": "edition", "genre": "genre", "number": "number", "note": "note",
    "DOI": "DOI", "URL": "URL", "ISBN": "ISBN", "ISSN": "ISSN", "PMID": "PMID", "PMCID": "PMCID",
    "arXiv": "arXiv", "accessed": "accessed",
    "case": "title", "reporter": "container-title", "court": "", "lawjournal": "container-title",
    "lawpublisher": "publisher", "pinpoint": "locator", "archive": "archive",
    "holding": "archive_location", "medium": "", "mediarole": "",
    "studio": "publisher", "site": "container-title", "version": "", "screen": "",
    **{f"{field}_{code}": label
       for code in ("he", "ar", "ja", "ko")
       for field, label in (("author", "author"), ("editor", "editor"), ("title", "title"),
                            ("journal", "container-title"), ("place", "publisher-place"),
                            ("publisher", "publisher"))},
}  # fmt: skip


class Names(NamedTuple):
    """The form of a list of people in a style."""

    first: str  # a name form, e.g. "F, I. " or "G F"
    rest: str
    between: str
    last: str
    most: int = 30  # from how many people on the list is cut
    kept: int = 1
    et_al: str = " et al."


class School(NamedTuple):
    """A family of styles: its names, its templates by type, the language of what it cites.

    ``habits`` are shares: how much of the whole it makes (``weight``), of lists with
    ``abbreviated`` journals (``undotted``: without full stops), of ``physics`` journals, of volumes
    in ``roman`` figures or with ``letters``, of ``old`` works, of ``classics`` journals,
    of titles of the ``humanities``.
    """

    names: tuple[Names, ...]
    templates: dict[str, tuple[str, ...]]
    language: str
    habits: dict[str, float]


def read_school(text: str) -> School:
    """Read a file of ``grammar/``."""
    head: dict[str, str] = {}
    sections: dict[str, list[str]] = {}
    section = ""
    for line in text.splitlines():
        if line.startswith("[") and line.endswith("]") and " " not in line:
            section = line[1:-1]
        elif not line.strip():
            continue
        elif section:
            sections.setdefault(section, []).append(line)
        else:
            key, _, value = line.partition("=")
            head[key.strip()] = value.strip()
    names = tuple(Names(*json.loads(f"[{line}]")) for line in sections.pop("names"))
    templates = {kind: tuple(lines) for kind, lines in sections.items()}
    language = head.pop("language", "")
    return School(names, templates, language, {key: float(value) for key, value in head.items()})


SCHOOLS: dict[str, School] = {
    path.stem: read_school(path.read_text("utf-8")) for path in sorted(GRAMMAR.glob("*.txt"))
}
"""The schools by name: what is held out together."""

MIX: dict[str, float] = {
    "article": 10, "book": 5, "chapter": 4, "conference": 2, "thesis": 1, "report": 1, "web": 1,
    "preprint": 0.7, "newspaper": 0.6, "patent": 0.15, "standard": 0.15,
    "case": 2, "film": 2, "archive": 1, "dataset": 1.5,
}  # fmt: skip
"""How often each type is drawn, where the school knows it."""
