"""What a reference of a type needs: the required fields of BibTeX and biblatex, as CSL variables.

Sources: *BibTeXing* (Patashnik 1988), §3.1; *The biblatex Package*, §2.1.1. Where the two differ,
the fewer fields are required: a book without a publisher is sound for biblatex. What either
requires of no type is required of none.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from refconv.core.model import BY_NAME, Reference

_WHO = "author|editor|translator|compiler|director|composer|performer|collection-editor"
_DATE = "issued|available-date|original-date|submitted|event-date"

REQUIRED: Mapping[str, tuple[str, ...]] = {
    "article-journal": (_WHO, "title", "container-title|container-title-short|archive", _DATE),
    "book": (f"{_WHO}|publisher", "title", _DATE),
    "chapter": (_WHO, "title", "container-title", _DATE),
    "paper-conference": (_WHO, "title", "container-title|event-title|collection-title", _DATE),
    "thesis": ("author", "title", "publisher|publisher-place|archive", _DATE),
    "report": (f"{_WHO}|publisher|authority", "title", "publisher|authority|number", _DATE),
    "patent": ("author|authority|publisher", "title|number", _DATE),
    "webpage": ("title|container-title", "URL|DOI|archive_location"),
}
"""The required variables by type; of those between bars one is enough.

A webpage often has neither a person nor a date, so that none is asked for, although biblatex's
``@online`` names them.
"""


def missing_variables(reference: Reference) -> Iterator[str]:
    """Yield what a reference lacks, in words of BibTeX.

    >>> [*missing_variables(Reference(type="book", title="On ice", publisher="Crane"))]
    ['year']
    """
    for needed in REQUIRED.get(reference.type, ()):
        names = needed.split("|")
        attributes = (BY_NAME[name].attribute for name in names)
        if not any(getattr(reference, attribute) for attribute in attributes):
            yield _word(needed, reference.type)


def _word(needed: str, kind: str) -> str:
    if needed.startswith(_WHO):
        return "author or editor"
    first = needed.partition("|")[0]
    if needed == _DATE:
        return "year"
    if first == "container-title":
        return "journal" if kind == "article-journal" else "title of the book or the proceedings"
    return {"publisher": "school" if kind == "thesis" else "institution"}.get(first, first)
