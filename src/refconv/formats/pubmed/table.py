"""PubMed's table: which of MEDLINE's tags holds which variable.

Source: National Library of Medicine, *MEDLINE/PubMed Data Element (Field) Descriptions*. A tag that
means several things is told apart by its value: ``PHST:received``, ``LID:doi``.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from typing import TypeAlias

from refconv.core.fields import Field, FieldMap, Record, types
from refconv.core.model import ItemType, Reference
from refconv.core.rules import Rule
from refconv.formats.rules import ABBREVIATED_TITLE
from refconv.values import read_only as codecs
from refconv.values.pages import ARTICLE_NUMBER
from refconv.values.read_only import DATE, TEXT, TITLE
from refconv.values.standard_numbers import misplaced_numbers
from refconv.values.structured_names import NAMES, Person
from refconv.values.text import stands_for_nothing

_TYPES = """
article-journal    Journal Article
article            Preprint
book               Book
chapter            Book Chapter
chapter            Chapter
report             Technical Report
thesis             Academic Dissertation
dataset            Dataset
article-newspaper  Newspaper Article
paper-conference   Conference Paper
software           Software
webpage            Blog
motion_picture     Video-Audio Media
"""

TYPES = tuple(
    (native, ItemType(kind))
    for kind, native in (line.split(maxsplit=1) for line in _TYPES.strip().split("\n"))
)
"""Publication types that say what an item is; all others are articles."""

FALLBACK = ("Journal Article", ItemType.ARTICLE_JOURNAL)
KNOWN_TYPES = frozenset(native for native, _ in TYPES) - {FALLBACK[0]}
"""Publication types that make an item something else than an article."""

_BOOKS = types("book")
_CHAPTERS = types("chapter")

ROWS = (
    Field(("TI", "BTI"), "title", TITLE, _BOOKS),
    Field(("TI",), "title", TITLE),
    Field(("TT",), "original-title", TITLE),
    Field(("FAU",), "author", NAMES),
    Field(("FED",), "editor", NAMES),
    Field(("BTI",), "container-title", TITLE, _CHAPTERS),
    Field(("JT",), "container-title", TEXT),
    Field(("TA", "TA:iso"), "container-title-short", codecs.ONE),
    Field(("CTI",), "collection-title", TITLE),
    Field(("VTI",), "volume-title", TITLE),
    Field(("DP",), "issued", DATE),
    Field(("DEP",), "available-date", DATE),
    Field(("PHST:received",), "received", DATE),
    Field(("PHST:revised",), "revised", codecs.LAST_DATE),
    Field(("PHST:accepted",), "accepted", DATE),
    Field(("VI",), "volume", TEXT),
    Field(("IP",), "issue", TEXT),
    Field(("PG", "LID:pii"), "page", codecs.PAGES),
    Field(("EN",), "edition", TEXT),
    Field(("RPN",), "number", TEXT),
    Field(("PB",), "publisher", TEXT),
    Field(("PL",), "publisher-place", TEXT),
    Field(("PMID",), "PMID", codecs.PMID),
    Field(("PMC", "AID:pmc"), "PMCID", codecs.PMCID),
    Field(("LID:doi", "AID:doi"), "DOI", codecs.DOI),
    Field(("IS",), "ISSN", codecs.ISSN),
    Field(("ISBN",), "ISBN", codecs.ISBN),
    Field(("LA",), "language", codecs.LANGUAGE),
    Field(("AB",), "abstract", TEXT),
    Field(("OT", "MH"), "keyword", codecs.LIST),
    Field(("URL",), "URL", TEXT),
)

_KIND = re.compile(r".*\[(\w+)\]", re.DOTALL)
_KINDS = {
    "PHST": frozenset({"received", "revised", "accepted"}),
    "LID": frozenset({"doi", "pii"}),
    "AID": frozenset({"doi", "pmc"}),
}
_BARE_DOI = re.compile(r"(?:doi:\s*)?10\.\d{4,9}/\S+", re.IGNORECASE)


def key_of(tag: str, value: str) -> tuple[str, str]:
    """Return the key of a line, which is its tag and for some tags what the value says of itself.

    The value is given without what became part of the key.
    """
    kinds = _KINDS.get(tag)
    if kinds is None:
        return tag, value
    match = _KIND.fullmatch(value)
    if match is not None and match[1].lower() in kinds:
        return f"{tag}:{match[1].lower()}", value[: match.start(1) - 1].strip()
    if match is None and "doi" in kinds and _BARE_DOI.fullmatch(value):
        return f"{tag}:doi", value
    return tag, value


_LOCATED = re.compile(
    r"pii:\s{0,3}(?P<pii>\S{1,60}?)[.;]?(?:\s{1,3}doi:\s{0,3}(?P<doi>10\.\S{1,200}?)\.?)?",
    re.IGNORECASE,
)
_NUMBERS = frozenset({"VI", "IP", "PG", "IS", "EN"})


def pairs_of(tag: str, value: str) -> Iterator[tuple[str, str]]:
    """Yield the keys of a line, with the value of each: ``pii: E1392. doi: 10.3390/x1`` has two.

    A number that is not available is no value.

    >>> [*pairs_of("PG", "pii: E1392"), *pairs_of("VI", "n/a")]
    [('PG', 'E1392')]
    """
    if tag in _NUMBERS and stands_for_nothing(value):
        return
    match = _LOCATED.fullmatch(value) if tag in ("PG", "LID") else None
    if match is None:
        yield key_of(tag, value)
        return
    yield "PG" if tag == "PG" else "LID:pii", match["pii"]
    if match["doi"]:
        yield "LID:doi", match["doi"]


Pair: TypeAlias = tuple[int, str, str | Person]
"""A line of the file, a key, and its value."""


def record(pairs: Sequence[Pair], line: int) -> Record:
    """Return a record; its type is one of its publication types, or follows from its host."""
    keys = {key for _, key, _ in pairs}
    given = (str(value) for _, key, value in pairs if key == "PT")
    kind = next((value for value in given if value in KNOWN_TYPES), "")
    if "BTI" in keys and kind in ("", "Book"):
        kind = "Book Chapter" if "TI" in keys else "Book"
    fields = tuple((key, value) for _, key, value in pairs)
    return Record(kind or FALLBACK[0], "", fields, line, tuple(number for number, _, _ in pairs))


_NO_TITLE = frozenset({"", "not available", "[not available]", "[in process citation]"})


def _titled(reference: Reference) -> Reference:
    """Take the title in its own language if there is no English one."""
    if not reference.original_title or reference.title.casefold() not in _NO_TITLE:
        return reference
    return reference.changed(title=reference.original_title, original_title="")


ORIGINAL_TITLE = Rule(
    "title in its own language alone", decode=_titled, needs=frozenset({"original_title"})
)
"""PubMed's title is in English, or stands for one that there is not."""

PREPRINT = Rule(
    "genre of a preprint",
    decode=lambda reference: reference.changed(genre="preprint"),
    types=types("article"),
)
"""PubMed's publication type Preprint is a type and a genre in CSL."""


def table(prefix: str) -> FieldMap:
    """Return the table of a format of PubMed's, which marks its keys with a prefix."""
    return FieldMap(
        prefix=prefix,
        type_key="PT",
        types=TYPES,
        fallback=FALLBACK,
        fields=ROWS,
        rules=(
            PREPRINT,
            ORIGINAL_TITLE,
            ABBREVIATED_TITLE,
            ARTICLE_NUMBER,
            misplaced_numbers((f"{prefix}:IS", f"{prefix}:ISBN")),
        ),
    )
