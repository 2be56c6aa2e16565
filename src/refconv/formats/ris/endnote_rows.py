"""The rows of RIS for EndNote, which reads some tags otherwise than Zotero does.

Source: *RIS Format Specifications*, 2011, by reference type (:mod:`refconv.clients.endnote`). It
has not been tried in a running EndNote.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

from attrs import evolve

from refconv.core.fields import Field, types
from refconv.core.model import ItemType
from refconv.formats.reference_managers import CONFERENCE, PATENT, THESIS
from refconv.formats.ris.tag_codecs import GENRE
from refconv.formats.ris.tags import tag_of
from refconv.values.line_codecs import DATE, TEXT

_WEB = types("webpage", "post-weblog")

_OF_ENDNOTE = (
    Field(("M1",), "accessed", DATE, types("webpage")),
    Field(("M1",), "issue", TEXT, CONFERENCE | types("article-magazine")),
    Field(("C2",), "issue", TEXT, types("article-newspaper")),
    Field(("M3",), "genre", GENRE, types("software")),
)
"""Rows with the tags that EndNote has for a variable in some types."""

_OTHER_FIELDS: Mapping[str, frozenset[ItemType]] = {
    # the degree of a thesis, the year of access to a page, the edition of a program, a rule
    "volume": THESIS | PATENT | _WEB | types("software", "standard"),
    # the date of the electronic publication, a class of patents
    "edition": PATENT | types("article-journal"),
    # the first page, a date of release, the number of a patent or a message
    "section": PATENT | types("article-magazine", "dataset", "post-weblog"),
    # how often a serial appears, a class of patents, a session
    "number-of-volumes": PATENT | types("article-magazine", "article-newspaper", "standard"),
    # an issue, years and dates, units, a field for anything
    "PMCID": PATENT | CONFERENCE | types("article-newspaper", "dataset", "document", "webpage"),
    # contents, the history of versions
    "original-title": _WEB | types("dataset", "report", "software"),
    # the title of a patent abroad, a department, the number of a paper, an institution
    "collection-title": PATENT | types("article", "standard", "post-weblog"),
    "collection-editor": PATENT | types("post-weblog"),
    # a department
    "translator": types("report"),
    # the area that data are about
    "reviewed-title": types("dataset"),
}
"""Types in which EndNote has a tag's value in a field that means something else."""


def rows_for_endnote(rows: Sequence[Field]) -> Iterator[Field]:
    """Yield the rows that EndNote reads as they are meant, its own first."""
    yield from _OF_ENDNOTE
    for row in rows:
        if tag_of(row.keys[0]) == "M2" or (row.variable, row.keys) == _NUMBER_OF_APPLICATION:
            continue
        other = _OTHER_FIELDS.get(row.variable)
        if other is None:
            yield row
            continue
        kinds = (row.types or _left_for(row, rows)) - other
        if kinds:
            yield evolve(row, types=kinds)


def _left_for(row: Field, rows: Sequence[Field]) -> frozenset[ItemType]:
    """Return the types of a row for all others: those in which no other row takes its key."""
    others = (one.types for one in rows if one.keys[0] == row.keys[0] and one.types is not None)
    return frozenset(ItemType).difference(*others)


_NUMBER_OF_APPLICATION = ("call-number", ("M1",))
"""Zotero has the number of a patent's application there; EndNote has CN for call numbers."""
