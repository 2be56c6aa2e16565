"""RefWorks tagged, which is only read: a tag, a space and a value on each line.

Source: RefWorks, *RefWorks Tagged Format* (help pages: tags, reference types). A record begins with
``RT``. A line that does not begin with a tag goes on with the value before it.
"""

from __future__ import annotations

import re

from attrs import Factory, define

from refconv.core.codes import Code
from refconv.core.diagnostics import Diagnostic, problem
from refconv.core.fields import Decoded, Field, FieldMap, Raws, Record, types
from refconv.core.model import ItemType
from refconv.core.report import Block
from refconv.formats.base import Chunk, Chunking, Format, Split, whole
from refconv.formats.chunks import cut_before
from refconv.formats.rules import ABBREVIATED_TITLE
from refconv.formats.tagged import physical_lines, unwrapped
from refconv.values import read_only as codecs
from refconv.values.inverted_names import NAMES as INVERTED_NAMES
from refconv.values.line_codecs import ISSUED as YEAR_AND_DATE
from refconv.values.line_codecs import KEYWORDS as SEMICOLONS
from refconv.values.pages import ARTICLE_NUMBER, normal_pages
from refconv.values.read_only import DATE, ONE, TEXT, reading

# ── syntax ────────────────────────────────────────────────────────────────────────────────────────

_TAGS = frozenset(
    """
    RT SR ID A1 A2 A3 A4 A5 A6 T1 T2 T3 JF JO YR FD VO IS SP OP K1 AB NO ED PB PP SN AV AD AN LA CL
    SF OT LK DO CN DB DS IP RD ST U1 U2 U3 U4 U5 U6 U7 U8 U9 U10 U11 U12 U13 U14 U15 UL UR SL LL CR
    WT WV WP OL NP PMID PMCID
    """.split()
)
_LINE = re.compile(r"([A-Z][A-Z0-9]{1,4})(?:[ \t]+(.*))?")


@define
class _TaggedValue:
    """A value of a record: its line, its tag, its lines."""

    line: int
    tag: str
    lines: list[str]


@define
class _Reader:
    records: list[Record] = Factory(list)
    diagnostics: list[Diagnostic] = Factory(list)
    blocks: list[Block] = Factory(list)
    fields: list[_TaggedValue] = Factory(list)

    def line(self, number: int, line: str) -> None:
        """Read a line: a field, more of one, or text outside the records."""
        match = _LINE.fullmatch(line.rstrip())
        if match is not None and match[1] in _TAGS and (self.fields or match[1] == "RT"):
            if match[1] == "RT":
                self.close()
            self.fields.append(_TaggedValue(number, match[1], [(match[2] or "").strip()]))
        elif not line.strip():
            return
        elif self.fields:
            self.fields[-1].lines.append(line.strip())
        else:
            found = problem(Code.STRAY_TEXT, "record", text=line.strip()[:40])
            self.diagnostics.append(found.at(number))
            self.blocks.append(Block("comment", line.strip(), number))

    def close(self) -> None:
        """End the record of the fields."""
        if not self.fields:
            return
        head, *fields = self.fields
        kept = [(one.line, one.tag, _value(one)) for one in fields]
        kept = [one for one in kept if one[2]]
        name = next((value for _, tag, value in kept if tag == "ID"), "")
        kept = [one for one in kept if one[1] != "ID" or one[2] != name]
        kind = " ".join(head.lines).strip()
        if not kind:
            found = problem(Code.MISSING_TYPE, "record", taken=str(ItemType.DOCUMENT))
            self.diagnostics.append(found.at(head.line))
        pairs = tuple((tag, value) for _, tag, value in kept)
        lines = tuple(line for line, _, _ in kept)
        self.records.append(Record(_kind(kind), name, pairs, head.line, lines))
        self.fields = []


_PROSE = frozenset({"AB", "NO"})


def _value(field: _TaggedValue) -> str:
    """Return a value; only prose has lines of its own."""
    lines = [line for line in field.lines if line]
    return unwrapped(lines, lambda _: False) if field.tag in _PROSE else " ".join(lines)


def _kind(text: str) -> str:
    """Return a type in one spelling: ``Book, Section`` and ``Book,Section`` are the same."""
    return re.sub(r"\s*([,/])\s*", r"\1 ", " ".join(text.split())).casefold() or "generic"


def split(chunk: Chunk, _index: object) -> Split:
    """Cut a chunk into records, each from its RT to the next."""
    reader = _Reader()
    for number, line in enumerate(physical_lines(chunk.text), chunk.line):
        reader.line(number, line)
    reader.close()
    return Split(tuple(reader.records), tuple(reader.diagnostics), tuple(reader.blocks))


CHUNKING = Chunking(cut_before(re.compile(r"^RT ", re.MULTILINE)), split, whole_lines=True)

# ── values ────────────────────────────────────────────────────────────────────────────────────────


def _decode_names(raws: Raws) -> Decoded:
    return INVERTED_NAMES.decode(raws)


def _decode_pages(raws: Raws) -> Decoded:
    """Read the first page and the other pages; what stands there beside them is kept."""
    (start, *_), (end, *_) = raws[0] or ("",), raws[1] or ("",)
    first, last = normal_pages(start), normal_pages(end)
    unused = tuple((p, i) for p in (0, 1) for i in range(1, len(raws[p])))
    if last == "+":
        return Decoded(f"{first}+" if first else None, unused)
    if "-" in first or not last or last == first:
        is_used = last in ("", first) or first.endswith(f"-{last}")
        return Decoded(first or last or None, unused if is_used else (*unused, (1, 0)))
    return Decoded("-".join(filter(None, (first, last.lstrip("-")))), unused)


NAMES, PAGES = reading(_decode_names), reading(_decode_pages)
ISSUED, KEYWORDS = reading(YEAR_AND_DATE.decode), reading(SEMICOLONS.decode)

# ── table ─────────────────────────────────────────────────────────────────────────────────────────

_TYPES = """
article-journal        journal article|journal, electronic|journal|abstract|electronic article
article-magazine       magazine article
article-newspaper      newspaper article
book                   book, whole|book, edited|book|monograph|book, translation|electronic book
chapter                book, section|book chapter|electronic book section
paper-conference       conference proceedings|conference paper
thesis                 dissertation/ thesis|dissertation/ thesis, unpublished|dissertation|thesis
report                 report|government document
webpage                web page
post-weblog            online discussion forum/ blogs|blog
software               computer program
dataset                dataset
patent                 patent
legal_case             case/ court decisions
legislation            laws/ statutes
bill                   bills/ resolutions
hearing                hearing
map                    map
graphic                artwork
motion_picture         motion picture|video/ dvd|video
song                   sound recording
musical_score          music score
personal_communication personal communication
manuscript             unpublished material
document               generic|grant
"""
TYPES = tuple(
    (native.strip(), ItemType(kind))
    for kind, natives in (row.split(maxsplit=1) for row in _TYPES.strip().split("\n"))
    for native in natives.split("|")
)
_SERIALS = types("article-journal", "article-magazine", "article-newspaper")
_WHOLE = types("book", "thesis", "report", "software", "map", "musical_score")

ROWS = (
    Field(("T1",), "title", TEXT),
    Field(("A1",), "author", NAMES),
    Field(("A2",), "editor", NAMES),
    Field(("A3",), "collection-editor", NAMES),
    Field(("A4",), "translator", NAMES),
    Field(("T2", "JF"), "collection-title", ONE, _WHOLE),
    Field(("JF", "T2", "WT"), "container-title", ONE),
    Field(("JO",), "container-title-short", TEXT),
    Field(("T3",), "collection-title", TEXT),
    Field(("YR", "FD"), "issued", ISSUED),
    Field(("VO",), "volume", TEXT),
    Field(("IS",), "issue", TEXT),
    Field(("SP", "OP"), "page", PAGES),
    Field(("ED",), "edition", TEXT),
    Field(("PB",), "publisher", TEXT),
    Field(("PP",), "publisher-place", TEXT),
    Field(("SN",), "ISSN", codecs.ISSN, _SERIALS),
    Field(("SN",), "ISBN", codecs.ISBN),
    Field(("DO",), "DOI", codecs.DOI),
    Field(("UL", "LK", "UR"), "URL", ONE),
    Field(("PMID",), "PMID", codecs.PMID),
    Field(("PMCID",), "PMCID", codecs.PMCID),
    Field(("K1",), "keyword", KEYWORDS),
    Field(("AB",), "abstract", codecs.PARAGRAPHS),
    Field(("NO",), "note", codecs.PARAGRAPHS),
    Field(("LA",), "language", codecs.LANGUAGE),
    Field(("CN",), "call-number", TEXT),
    Field(("DB", "DS", "SF"), "source", ONE),
    Field(("RD",), "accessed", DATE),
    Field(("WP",), "available-date", DATE),
    Field(("ST",), "title-short", TEXT),
    Field(("OT",), "original-title", TEXT),
    Field(("WV",), "version", TEXT),
)

TABLE = FieldMap(
    prefix="refworks",
    type_key="RT",
    types=TYPES,
    fallback=("generic", ItemType.DOCUMENT),
    fields=ROWS,
    rules=(ABBREVIATED_TITLE, ARTICLE_NUMBER),
    repeats=True,
)

FORMAT = Format(
    name="refworks",
    title="RefWorks tagged",
    table=TABLE,
    split=whole(CHUNKING),
    chunking=CHUNKING,
)
