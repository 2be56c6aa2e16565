"""CITATION.cff, which is only read: a software or data set, and the works that it cites.

In: one mapping; out: a record for the work itself, one for its ``preferred-citation`` and one for
each of its ``references``. Source: *Citation File Format*, schema 1.2.0.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Any

from refconv.core.codes import Code
from refconv.core.diagnostics import problem
from refconv.core.edtf import Date
from refconv.core.fields import Codec, Decoded, Field, FieldMap, NameList, Raw, Raws, Record, types
from refconv.core.model import ItemType, Name
from refconv.core.report import Block
from refconv.formats.base import Chunk, Chunking, Format, Split, whole
from refconv.formats.chunks import Window, rest_of
from refconv.formats.yaml.nodes import Composer, YamlList, YamlMap, YamlNode
from refconv.formats.yaml.values import YamlValues, shown
from refconv.values import read_only as codecs
from refconv.values.identifiers import find_orcid
from refconv.values.inverted_names import decode_name
from refconv.values.pages import ARTICLE_NUMBER, normal_pages
from refconv.values.read_only import LIST, ONE, TEXT, read_date, reading

# ── reading ───────────────────────────────────────────────────────────────────────────────────────

_PEOPLE = frozenset("authors editors editors-series translators recipients senders contact".split())
_ENTITIES = frozenset("conference institution publisher location database-provider".split())
_LISTS = frozenset("keywords languages patent-states".split())
_WORKS = ("preferred-citation", "references")
_HEADER = frozenset({"cff-version", "message"})


class _Reader:
    """Reads the mapping of a file."""

    def __init__(self) -> None:
        self.composer = Composer()
        self.records: list[Record] = []
        self.blocks: list[Block] = []

    def read(self, chunk: Chunk) -> Split:
        """Return the records of a file."""
        diagnostics = self.composer.diagnostics
        for root in self.composer.compose(chunk.text, chunk.line):
            if isinstance(root, YamlMap):
                self.work(root, is_root=True)
            else:
                self.stray(root)
        if not (self.records or diagnostics or self.composer.once) and chunk.text.strip():
            diagnostics.append(problem(Code.NO_REFERENCES, "yaml").at(1, 1))
        return Split(
            tuple(self.records), tuple(diagnostics), tuple(self.blocks), once=self.composer.once
        )

    def stray(self, node: YamlNode) -> None:
        if value := YamlValues().value(node):
            found = problem(Code.STRAY_TEXT, "item", value=shown(value)).at(node.line)
            self.composer.diagnostics.append(found)

    def work(self, node: YamlMap, *, is_root: bool) -> None:
        """Read a work, and those within the root."""
        values = YamlValues(self.composer.diagnostics)
        fields: list[tuple[str, Raw]] = []
        lines: list[int] = []
        inner: list[YamlNode] = []
        kind = "software" if is_root else "generic"
        for key, child, line in values.pairs(node):
            if is_root and key in _WORKS:
                inner += child.items if isinstance(child, YamlList) else [child]
                continue
            value = values.value(child)
            if key == "type" and isinstance(value, str):
                kind = value.casefold()
            elif is_root and key in _HEADER:
                self.blocks.append(Block("header", f"{key}: {value or ''}", line))
            else:
                new = [*_fields(key, value)]
                fields += new
                lines += [line] * len(new)
        if fields or not is_root:
            self.records.append(Record(kind, "", tuple(fields), node.line, tuple(lines)))
        for one in inner:
            if isinstance(one, YamlMap):
                self.work(one, is_root=False)
            else:
                self.stray(one)


def _fields(key: str, value: Any) -> Iterator[tuple[str, Raw]]:
    """Yield a field of a work, a pair for each of its values."""
    if value in (None, "", [], {}):
        return
    if key in _PEOPLE or key in _LISTS:
        yield from ((key, one) for one in (value if isinstance(value, list) else [value]) if one)
    elif key == "identifiers" and isinstance(value, list):
        for one in value:
            if isinstance(one, dict) and isinstance(one.get("value"), str):
                yield f"identifier:{one.get('type') or 'other'}", one["value"]
            elif one:
                yield key, one
    elif key in _ENTITIES and isinstance(value, dict):
        for name, part in value.items():
            yield from [(key if name == "name" else f"{key}/{name}", part)] if part else []
    elif key == "pages" and isinstance(value, str) and _RANGE.search(value):
        # The number of pages, but many give the pages themselves.
        yield "page-range", normal_pages(value)
    else:
        yield key, value


_RANGE = re.compile(r"\d\s*[-\u2013]\s*\d")


def _cut(window: Window) -> Iterator[str]:
    if text := rest_of(window):
        yield text


CHUNKING = Chunking(_cut, lambda chunk, _: _Reader().read(chunk))

# ── values ────────────────────────────────────────────────────────────────────────────────────────

_NAME_KEYS = {"family-names", "given-names", "name-particle", "name-suffix", "name", "orcid"}


def _decode_names(raws: Raws) -> Decoded:
    """Read persons and entities; one of whom more is known is kept too."""
    places = [(p, i) for p, people in enumerate(raws) for i in range(len(people))]
    names = [_name(raws[p][i]) for p, i in places]
    found = tuple(name for name in names if name is not None)
    unused = tuple(
        place
        for place, name in zip(places, names, strict=True)
        if name is None or _has_more(raws[place[0]][place[1]])
    )
    return Decoded(NameList(found) if found else None, unused)


def _has_more(raw: Raw) -> bool:
    return isinstance(raw, dict) and not {key for key, value in raw.items() if value} <= _NAME_KEYS


def _name(raw: Raw) -> Name | None:
    if isinstance(raw, str):
        name = decode_name(raw) if raw.count(",") == 1 else None
        return name or (Name(literal=raw) if raw.strip() else None)
    if not isinstance(raw, dict):
        return None
    texts = {key: value for key, value in raw.items() if isinstance(value, str) and value.strip()}
    orcid = find_orcid(texts.get("orcid", ""))
    parts = {
        "family": texts.get("family-names", ""),
        "given": texts.get("given-names", ""),
        "non_dropping_particle": texts.get("name-particle", ""),
        "suffix": texts.get("name-suffix", ""),
    }
    if any(parts.values()):
        return Name(**parts, orcid=orcid)
    literal = texts.get("name") or texts.get("alias", "")
    return Name(literal=literal, orcid=orcid) if literal else None


NAMES = reading(_decode_names)


def _decode_issued(raws: Raws) -> Decoded:
    """Read a whole date, or one of a year and a month."""
    *dates, years, months = raws
    texts = [
        ((p, i), raw)
        for p, column in enumerate(dates)
        for i, raw in enumerate(column)
        if isinstance(raw, str)
    ]
    if texts:
        date = read_date(texts[0][1])
        year = str(date.year or "")
        others = tuple(place for place, raw in texts[1:] if read_date(raw) != date)
        others += tuple((len(dates), i) for i, raw in enumerate(years) if raw != year)
        return Decoded(date, others, _bad(date))
    year = next((raw for raw in years if isinstance(raw, str)), "")
    month = next((raw for raw in months if isinstance(raw, str)), "")
    if not year:
        return Decoded(None)
    date = read_date(f"{year}-{month.zfill(2)}" if month else year)
    return Decoded(date, (), _bad(date))


def _bad(date: Date) -> Any:
    return problem(Code.BAD_DATE, "invalid", value=date.literal) if date.start is None else None


def _decode_pages(raws: Raws) -> Decoded:
    start, end, pages = (next((raw for raw in one if isinstance(raw, str)), "") for one in raws)
    text = "-".join(filter(None, (start, end if end != start else "")))
    return Decoded(text or pages or None, ((2, 0),) if text and pages not in ("", text) else ())


def _decode_place(raws: Raws) -> Decoded:
    texts = [raw for column in raws for raw in column if isinstance(raw, str)]
    return Decoded(", ".join(dict.fromkeys(texts)) or None)


ISSUED, PAGES, PLACE = reading(_decode_issued), reading(_decode_pages), reading(_decode_place)


def _of_texts(codec: Codec) -> Codec:
    """Return a codec of texts that leaves lists and mappings alone."""

    def decode(raws: Raws) -> Decoded:
        places = [
            [(p, i) for i, raw in enumerate(column) if isinstance(raw, str)]
            for p, column in enumerate(raws)
        ]
        others = tuple(
            (p, i)
            for p, column in enumerate(raws)
            for i, raw in enumerate(column)
            if not isinstance(raw, str)
        )
        if not any(places):
            return Decoded(None)
        texts = tuple(tuple(raws[p][i] for p, i in column) for column in places)
        value, unused, found = codec.decode(texts)
        return Decoded(value, tuple(places[p][i] for p, i in unused) + others, found)

    return reading(decode)


# ── table ─────────────────────────────────────────────────────────────────────────────────────────

_TYPES = """
software               software;software-code;software-container;software-executable
software               software-virtual-machine
dataset                dataset;data;database
article-journal        article
article-magazine       magazine-article
article-newspaper      newspaper-article
book                   book;edited-work;proceedings;conference;dictionary;encyclopedia;catalogue
book                   manual
classic                historical-work;ancient-text
paper-conference       conference-paper
report                 report;government-document
thesis                 thesis
webpage                website
post-weblog            blog
document               generic;grant
graphic                art
motion_picture         film-broadcast;video;multimedia;audiovisual
song                   music;sound-recording
bill                   bill
hearing                hearing
legal_case             legal-case
legislation            statute;legal-rule
map                    map
pamphlet               pamphlet
patent                 patent
personal_communication personal-communication
periodical             serial
speech                 slides
standard               standard
manuscript             unpublished
"""
TYPES = tuple(
    (native, ItemType(kind))
    for kind, natives in (line.split() for line in _TYPES.strip().split("\n"))
    for native in natives.split(";")
)
_SERIES = types("book", "report", "thesis", "software", "dataset", "standard", "map")


def _place(entity: str) -> tuple[str, ...]:
    return tuple(f"{entity}/{part}" for part in ("city", "region", "country", "location"))


def _text(keys: str, variable: str, codec: Codec = ONE) -> Field:
    return Field(tuple(keys.split()), variable, _of_texts(codec))


ROWS = (
    Field(("collection-title",), "collection-title", _of_texts(TEXT), _SERIES),
    _text("title", "title", TEXT),
    Field(("authors",), "author", NAMES),
    Field(("editors",), "editor", NAMES),
    Field(("editors-series",), "collection-editor", NAMES),
    Field(("translators",), "translator", NAMES),
    Field(("recipients",), "recipient", NAMES),
    _text("journal collection-title", "container-title", TEXT),
    _text("abbreviation", "title-short", TEXT),
    Field(
        ("date-released", "date-published", "issue-date", "year", "month"),
        "issued",
        ISSUED,
    ),
    _text("volume", "volume", TEXT),
    _text("issue", "issue", TEXT),
    Field(("start", "end", "page-range"), "page", PAGES),
    _text("number", "number", TEXT),
    _text("doi identifier:doi", "DOI", codecs.DOI),
    _text("url identifier:url repository-code repository repository-artifact", "URL"),
    _text("version", "version", TEXT),
    _text("abstract", "abstract", TEXT),
    _text("edition", "edition", TEXT),
    _text("isbn", "ISBN", codecs.ISBN),
    _text("issn", "ISSN", codecs.ISSN),
    _text("pmcid", "PMCID", codecs.PMCID),
    _text("publisher institution", "publisher"),
    Field(_place("publisher") + _place("institution"), "publisher-place", PLACE),
    _text("conference", "event-title", TEXT),
    Field(_place("conference"), "event-place", PLACE),
    _text("conference/date-start", "event-date", codecs.DATE),
    _text("thesis-type", "genre", TEXT),
    _text("keywords", "keyword", LIST),
    _text("languages", "language", codecs.LANGUAGE),
    _text("notes", "note", codecs.PARAGRAPHS),
    _text("pages", "number-of-pages", TEXT),
    _text("number-volumes", "number-of-volumes", TEXT),
    _text("section", "section", TEXT),
    _text("status", "status", TEXT),
    _text("medium", "medium", TEXT),
    _text("database", "source", TEXT),
    _text("volume-title", "volume-title", TEXT),
    _text("date-accessed", "accessed", codecs.DATE),
    _text("year-original", "original-date", codecs.DATE),
)

TABLE = FieldMap(
    prefix="cff",
    type_key="type",
    types=TYPES,
    fallback=("generic", ItemType.DOCUMENT),
    fields=ROWS,
    rules=(ARTICLE_NUMBER,),
)

FORMAT = Format(
    name="cff",
    title="CITATION.cff",
    table=TABLE,
    split=whole(CHUNKING),
    chunking=CHUNKING,
    has_ids=False,
)
