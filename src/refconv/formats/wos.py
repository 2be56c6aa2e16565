"""Web of Science plain text: ``.ciw`` files, and exports as "plain text".

::

    PT J
    AU Moreno, AC
       Lee, SH
    TI A title, which may be wrapped
       at a margin
    ER

A line begins with a tag of two characters; a line that begins with three spaces continues the field
before it. A list (:data:`LISTS`) has one value a line.

Source: Clarivate, *Web of Science Core Collection Field Tags*. rispy's ``WokParser`` cuts
well-formed records into the same values, as a test shows; it is not used, because it knows no lines
to report and drops what it does not understand.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from typing import Any

from attrs import Factory, define, evolve

from refconv.core.codes import Code
from refconv.core.diagnostics import Diagnostic, problem
from refconv.core.edtf import Date
from refconv.core.fields import Codec, Decoded, Field, FieldMap, NameList, Raws, Record, types
from refconv.core.model import ItemType, Name, Reference
from refconv.core.report import Block
from refconv.core.rules import Rule
from refconv.formats.base import Chunk, Chunking, Format, Join, Split, whole
from refconv.formats.chunks import cut_before
from refconv.formats.tagged import physical_lines
from refconv.values.combinators import first_of, idempotent
from refconv.values.date_fields import PY_AND_DA, decode_one, encode_date
from refconv.values.identifiers import bare_doi
from refconv.values.inverted_names import NAMES, encode_name
from refconv.values.line_codecs import TEXT
from refconv.values.markup import plain
from refconv.values.pages import ARTICLE_NUMBER, normal_pages, with_article_number
from refconv.values.standard_numbers import (
    JOINT,
    decode_numbers,
    encode_numbers,
    misplaced_numbers,
    number_codec,
)
from refconv.values.text import one_line

# ── syntax: text → records ────────────────────────────────────────────────────────────────────────

LISTS = frozenset({"AU", "AF", "BA", "BF", "CA", "GP", "CR", "C1", "C3", "RI"})
"""Tags with one value a line. The lines of any other tag are one value."""

SHORT_NAMES = {"AU": "AF", "BA": "BF"}
"""Tags of abbreviated names (``Moreno, AC``), with the tag of the same names in full."""

KINDS = ("Book Chapter", "Book Review", "Data Paper", "Proceedings Paper", "Software Review")
"""Document types (DT) that are part of a record's type here, because PT tells too little."""

_FIELD = re.compile(r"(?P<tag>[A-Z][A-Z0-9])(?: (?P<value>.*))?")
_FILE_TAGS = frozenset({"FN", "VR", "EF"})


@define
class _Reader:
    """Reads lines; ``fields`` are those of the open record: line, tag, and lines of the value."""

    records: list[Record] = Factory(list)
    diagnostics: list[Diagnostic] = Factory(list)
    blocks: list[Block] = Factory(list)
    fields: list[tuple[int, str, list[str]]] = Factory(list)

    def line(self, number: int, line: str) -> None:
        """Read one line: a tag with its value, or the continuation of a value."""
        match = _FIELD.fullmatch(line.rstrip())
        tag = match["tag"] if match is not None else ""
        if tag == "ER":
            self.end_record()
        elif tag in _FILE_TAGS:
            self.end_record(before=number)
            if tag != "EF" or line.rstrip() != tag:
                self.blocks.append(Block("header", line.strip(), number))
        elif tag == "PT":
            self.end_record(before=number)
            self.fields.append((number, tag, [line[3:].strip()]))
        elif match is not None and self.fields:
            self.fields.append((number, tag, [line[3:].strip()]))
        elif line.startswith("   ") and line.strip() and self.fields:
            self.fields[-1][2].append(line.strip())
        elif line.strip():
            reason = "field" if self.fields else "record"
            found = problem(Code.STRAY_TEXT, reason, text=line.strip()[:40])
            self.diagnostics.append(found.at(number))
            self.blocks.append(Block("comment", line.strip(), number))

    def end_record(self, *, before: int | None = None) -> None:
        """Make a record of the fields; without ER it ends before a line, or with the text (0)."""
        if not self.fields:
            return
        if before is not None:
            found = problem(Code.MISSING_END, "line" if before else "text")
            self.diagnostics.append(found.at(self.fields[0][0]))
        self.records.append(_record(self.fields))
        self.fields = []


def split(chunk: Chunk, _index: object) -> Split:
    """Cut a chunk into records, one from each PT to its ER."""
    reader = _Reader()
    for number, line in enumerate(physical_lines(chunk.text), chunk.line):
        reader.line(number, line)
    reader.end_record(before=chunk.following)
    return Split(tuple(reader.records), tuple(reader.diagnostics), tuple(reader.blocks))


def _record(fields: Sequence[tuple[int, str, list[str]]]) -> Record:
    values = [(line, *pair) for line, tag, lines in fields for pair in _values(tag, lines)]
    values = _without_short_names(values)
    native = next(value for _, tag, value in values if tag == "PT")
    kinds = [kind for _, tag, value in values if tag == "DT" for kind in _kinds(value)]
    kept = [
        (line, tag, text)
        for line, tag, value in values
        if tag != "PT" and (text := _without_kinds(value) if tag == "DT" else value)
    ]
    return Record(
        " ".join((native, "; ".join(kinds))).rstrip(),
        "",
        tuple((tag, value) for _, tag, value in kept),
        fields[0][0],
        tuple(line for line, _, _ in kept),
    )


def _values(tag: str, lines: Sequence[str]) -> Iterator[tuple[str, str]]:
    values = lines if tag in LISTS else (" ".join(lines),)
    for value in values:
        if text := one_line(value):
            yield tag, text
        elif tag == "PT":
            yield tag, "J"


def _without_short_names(values: list[tuple[int, str, str]]) -> list[tuple[int, str, str]]:
    """Drop abbreviated names that stand in full too; otherwise take them for the full ones."""
    tags = [tag for _, tag, _ in values]
    renamed = {short: full for short, full in SHORT_NAMES.items() if full not in tags}
    dropped = {
        short for short, full in SHORT_NAMES.items() if tags.count(short) == tags.count(full)
    }
    return [
        (line, renamed.get(tag, tag), value) for line, tag, value in values if tag not in dropped
    ]


def _kinds(document_types: str) -> list[str]:
    return [part for part in document_types.split("; ") if part in KINDS]


def _without_kinds(document_types: str) -> str:
    return "; ".join(part for part in document_types.split("; ") if part not in KINDS)


# ── syntax: records → text ────────────────────────────────────────────────────────────────────────


def _entry(record: Record) -> str:
    """Write a record; abbreviated names are made of the full ones."""
    native, _, kinds = record.type.partition(" ")
    lines = [f"PT {native}"]
    fields = [*record.fields]
    if kinds and not any(tag == "DT" for tag, _ in fields):
        fields.append(("DT", ""))
    fields = [
        (tag, "; ".join(filter(None, (value, kinds))) if tag == "DT" else value)
        for tag, value in fields
    ]
    for short, full in SHORT_NAMES.items():
        names = [value for tag, value in fields if tag == full]
        lines += _field(short, [_abbreviated(name) for name in names])
    for tag in dict.fromkeys(tag for tag, _ in fields):
        values = [value for other, value in fields if other == tag]
        lines += _field(tag, values) if tag in LISTS else [f"{tag} {value}" for value in values]
    return "\n".join((*lines, "ER\n"))


def _field(tag: str, values: Sequence[str]) -> list[str]:
    return [f"{'  ' if place else tag} {value}" for place, value in enumerate(values)]


def _abbreviated(name: str) -> str:
    """Return a name as AU has it.

    >>> _abbreviated("Moreno, Ana-C. de")
    'Moreno, ACD'
    """
    family, comma, given = name.partition(", ")
    initials = "".join(word[0] for word in re.findall(r"[^\W\d_]+", given))
    return f"{family}{comma}{initials.upper()}"


def carry(key: str, raw: Any) -> str | None:
    """Return a value as reading returns it; ``None`` if it cannot be written."""
    if not re.fullmatch("[A-Z][A-Z0-9]", key) or key in {*SHORT_NAMES, *_FILE_TAGS, "PT", "ER"}:
        return None
    if not isinstance(raw, str):
        return None
    text = one_line(raw)
    return (_without_kinds(text) if key == "DT" else text) or None


# ── table ─────────────────────────────────────────────────────────────────────────────────────────

TYPES = (
    ("J", ItemType.ARTICLE_JOURNAL),
    ("B", ItemType.BOOK),
    ("B Book Chapter", ItemType.CHAPTER),
    ("C Proceedings Paper", ItemType.PAPER_CONFERENCE),
    ("P", ItemType.PATENT),
    ("J Book Review", ItemType.REVIEW_BOOK),
    ("S", ItemType.CHAPTER),
    ("S Book Chapter", ItemType.CHAPTER),
    ("C", ItemType.PAPER_CONFERENCE),
    ("B Proceedings Paper", ItemType.PAPER_CONFERENCE),
    ("S Proceedings Paper", ItemType.PAPER_CONFERENCE),
    ("B Proceedings Paper; Book Chapter", ItemType.PAPER_CONFERENCE),
    ("S Proceedings Paper; Book Chapter", ItemType.PAPER_CONFERENCE),
    # A conference's papers in a journal are articles.
    ("J Proceedings Paper", ItemType.ARTICLE_JOURNAL),
    ("J Data Paper", ItemType.ARTICLE_JOURNAL),
    ("J Software Review", ItemType.ARTICLE_JOURNAL),
    ("J Book Chapter", ItemType.ARTICLE_JOURNAL),
)
"""A publication type (PT), with the document types of :data:`KINDS`, and CSL's type."""

_ANY_DOI = first_of(lambda raw: bare_doi(raw) or raw)


def _decode_doi(raws: Raws) -> Decoded:
    """Return the first value without a resolver; keep and report one that is not a DOI."""
    decoded = _ANY_DOI.decode(raws)
    if bare_doi(decoded.value) is not None:
        return decoded
    found = problem(Code.BAD_IDENTIFIER, "invalid", kind="DOI", value=decoded.value)
    return decoded._replace(problem=found)


DOI = Codec(_decode_doi, _ANY_DOI.encode)


def _decode_authors(raws: Raws) -> Decoded:
    """Join persons, groups, and ORCIDs, which stand as ``name/ORCID; name/ORCID``."""
    persons, groups, orcids = raws
    decoded = NAMES.decode((persons,)).value if persons else None
    names = [*(decoded.names if decoded else ()), *(Name(literal=group) for group in groups)]
    if not names:
        return Decoded(None)
    unused = []
    for place, raw in enumerate(orcids):
        found = [_with_orcid(names, part) for part in raw.split(";")]
        if not all(found):
            unused.append((2, place))
    return Decoded(NameList(tuple(names)), tuple(unused))


def _with_orcid(names: list[Name], part: str) -> bool:
    """Add an ORCID to the author with this name; return whether there is one."""
    text, _, orcid = (word.strip() for word in part.rpartition("/"))
    for place, name in enumerate(names):
        if not name.orcid and _short_key(encode_name(name)) == _short_key(text):
            names[place] = evolve(name, orcid=orcid)
            return True
    return False


def _short_key(name: str) -> str:
    """Return a family name and the first initial, by which names are compared."""
    family, _, initials = _abbreviated(name).partition(", ")
    return f"{family.casefold()} {initials[:1]}"


def _encode_authors(value: NameList) -> Raws:
    persons = NameList(tuple(name for name in value.names if not name.literal))
    groups = [one_line(plain(name.literal)) for name in value.names if name.literal]
    orcids = [f"{encode_name(name)}/{name.orcid}" for name in value.names if name.orcid]
    return (*NAMES.encode(persons), tuple(groups), ("; ".join(orcids),) if orcids else ())


AUTHORS = idempotent(Codec(_decode_authors, _encode_authors))
EDITORS = idempotent(Codec(NAMES.decode, lambda value: (("; ".join(NAMES.encode(value)[0]),),)))

_SEASONS = {"SPR": "spring", "SUM": "summer", "FAL": "autumn", "WIN": "winter"}


def _encode_issued(date: Date) -> Raws:
    """Write ``PY 2019`` and ``PD MAR 15``, ``PD MAR-APR``, ``PD SPR``."""
    year, rest = PY_AND_DA.encode(date)
    point = date.points[0] if date.start is not None else None
    if point is None or date.literal or not rest:
        return year, rest
    if date.end is None and point.season is not None:
        return year, ([*_SEASONS][point.season - 1],)
    if date.end is None and point.month is not None:
        day = "" if point.day is None else f" {point.day}"
        return year, (f"{_MONTHS[point.month - 1]}{day}",)
    return year, tuple(text.upper() for text in rest)


_MONTHS = "JAN FEB MAR APR MAY JUN JUL AUG SEP OCT NOV DEC".split()

ISSUED = idempotent(
    Codec(
        lambda raws: PY_AND_DA.decode(
            (raws[0], tuple(_SEASONS.get(raw.upper(), raw) for raw in raws[1]))
        ),
        _encode_issued,
    )
)


def _encode_date(date: Date) -> Raws:
    """Write ``EA FEB 2019``, ``CY JUL 7-11, 2013``."""
    (year, *_), rest = _encode_issued(date)
    is_in_words = bool(rest) and rest[0][:3] in (*_MONTHS, *map(str.upper, _SEASONS))
    return ((f"{rest[0]} {year}" if is_in_words else encode_date(date),),)


DATE = idempotent(Codec(decode_one, _encode_date))


def _decode_pages(raws: Raws) -> Decoded:
    """Join the first page (BP) and the last (EP), which is ``+`` if pages are not in a row."""
    (first, *others), last = raws[0] or ("",), raws[1]
    unused = tuple((0, place + 1) for place in range(len(others)))
    if last and first:
        joined = first + last[0] if last[0] == "+" else f"{first}-{last[0]}"
        first = first if first == last[0] else joined
    return Decoded(normal_pages(first or last[0]), unused)


def _encode_pages(pages: str) -> Raws:
    match = re.fullmatch(r"(\w+)-(\w+)|(\w+)(\+)", pages)
    first, last = (part for part in match.groups() if part) if match else (pages, "")
    return (first,), ((last,) if last else ())


PAGES = idempotent(Codec(_decode_pages, _encode_pages))


def _decode_list(raws: Raws) -> Decoded:
    parts = (part.strip() for values in raws for raw in values for part in raw.split(";"))
    return Decoded(tuple(part for part in parts if part) or None)


KEYWORDS = idempotent(Codec(_decode_list, lambda values: (("; ".join(map(plain, values)),), ())))


FIRST = first_of(encode=plain, keys=2, repeats=True)


def _encode_issn(value: str) -> Raws:
    """Write the number in print as SN, that of the electronic edition as EI."""
    first, *others = encode_numbers(value).split(JOINT)
    return ((first,), (others[0],)) if len(others) == 1 else ((encode_numbers(value),), ())


ISSN = idempotent(Codec(decode_numbers("ISSN"), _encode_issn))

FIELDS = (
    Field(("AF", "CA", "OI"), "author", AUTHORS),
    Field(("BF",), "container-author", NAMES),
    Field(("BE",), "editor", EDITORS),
    Field(("TI", "SO"), "title", FIRST, types("book")),
    Field(("TI",), "title", TEXT),
    Field(("SO",), "container-title", TEXT),
    Field(("SE",), "collection-title", TEXT),
    Field(("LA",), "language", TEXT),
    Field(("DT",), "genre", TEXT),
    Field(("CT",), "event-title", TEXT),
    Field(("CY",), "event-date", DATE),
    Field(("CL",), "event-place", TEXT),
    Field(("DE", "ID"), "keyword", KEYWORDS),
    Field(("AB",), "abstract", TEXT),
    Field(("PU",), "publisher", TEXT),
    Field(("PI",), "publisher-place", TEXT),
    Field(("SN", "EI"), "ISSN", ISSN),
    Field(("BN",), "ISBN", idempotent(number_codec("ISBN"))),
    Field(("JI", "J9"), "container-title-short", FIRST),
    Field(("PY", "PD"), "issued", ISSUED),
    Field(("VL",), "volume", TEXT),
    Field(("IS",), "issue", TEXT),
    Field(("PN",), "part", TEXT),
    Field(("SU",), "supplement", TEXT),
    Field(("BP", "EP"), "page", PAGES),
    Field(("AR",), "number", TEXT),
    Field(("DI",), "DOI", DOI),
    Field(("EA",), "available-date", DATE),
    Field(("PG",), "number-of-pages", TEXT),
    Field(("PM",), "PMID", TEXT),
)

_KIND = f"(?:{'|'.join(KINDS)})"
_TYPE = re.compile(rf"[A-Z](?: {_KIND}(?:; {_KIND})*)?")


def _page_once(reference: Reference) -> Reference:
    """Leave out the page that reading makes of an article number (AR)."""
    bare = reference.changed(page="")
    return bare if with_article_number(bare) == with_article_number(reference) else reference


PAGE_ONCE = Rule("article number in its own field alone", encode=_page_once)
"""Decoding it needs no rule but :data:`~refconv.values.pages.ARTICLE_NUMBER`."""

TABLE = FieldMap(
    prefix="wos",
    type_key="PT",
    types=TYPES,
    fallback=("J", ItemType.ARTICLE_JOURNAL),
    fields=FIELDS,
    rules=(ARTICLE_NUMBER, PAGE_ONCE, misplaced_numbers(("wos:SN", "wos:EI", "wos:BN"))),
    is_legal_type=lambda native: _TYPE.fullmatch(native) is not None,
)

CHUNKING = Chunking(cut_before(re.compile(r"^PT ", re.MULTILINE)), split, whole_lines=True)

FORMAT = Format(
    name="wos",
    title="Web of Science",
    table=TABLE,
    split=whole(CHUNKING),
    chunking=CHUNKING,
    join=Join(_entry, "FN Clarivate Analytics Web of Science\nVR 1.0\n", "\n", "\nEF\n"),
    carry=carry,
    has_ids=False,
)
