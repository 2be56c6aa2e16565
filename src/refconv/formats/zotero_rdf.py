"""Zotero RDF, which is only read: items, what contains them, and what belongs to them.

Source: Zotero's export translator "Zotero RDF" (vocabularies of Dublin Core, FOAF, PRISM, BIBO's
forerunner ``net/biblio`` and Zotero's own). An element refers to another by its ``rdf:about``, so a
file is read whole. Notes and attachments are kept with the item that they belong to, collections
become categories.
"""

from __future__ import annotations

import html
import re
from collections.abc import Iterator, Mapping

from attrs import Factory, define

from refconv.clients.zotero.extra import bare_label, lines_of
from refconv.core.codes import Code
from refconv.core.diagnostics import Diagnostic, problem
from refconv.core.fields import Decoded, Field, FieldMap, Raw, Raws, Record, types
from refconv.core.model import ItemType
from refconv.formats.base import Chunk, Chunking, Format, Split, whole
from refconv.formats.chunks import Window, rest_of
from refconv.formats.rules import ABBREVIATED_TITLE
from refconv.formats.xml.elements import Element, Names, Reader
from refconv.formats.xml.repair import repaired
from refconv.values import read_only as codecs
from refconv.values.identifiers import bare_doi
from refconv.values.pages import ARTICLE_NUMBER
from refconv.values.read_only import ISBN, ISSN, LIST, ONE, TEXT, read_date, reading
from refconv.values.structured_names import NAMES, Person

# ── types ─────────────────────────────────────────────────────────────────────────────────────────

_TYPES = """
article-journal        journalArticle
article-magazine       magazineArticle
article-newspaper      newspaperArticle
article                preprint
book                   book
chapter                bookSection
paper-conference       conferencePaper
thesis                 thesis
report                 report
webpage                webpage
post-weblog            blogPost
post                   forumPost
document               document
software               computerProgram
dataset                dataset
standard               standard
entry-dictionary       dictionaryEntry
entry-encyclopedia     encyclopediaArticle
graphic                artwork
song                   audioRecording
motion_picture         film;videoRecording
broadcast              podcast;radioBroadcast;tvBroadcast
bill                   bill
legal_case             case
legislation            statute
hearing                hearing
interview              interview
personal_communication letter;email;instantMessage
manuscript             manuscript
map                    map
patent                 patent
speech                 presentation
"""
TYPES = tuple(
    (native, ItemType(kind))
    for kind, natives in (row.split() for row in _TYPES.strip().split("\n"))
    for native in natives.split(";")
)
# The elements of items that do not name their type.
_ELEMENTS: Mapping[str, str] = {
    "Article": "journalArticle", "Book": "book", "BookSection": "bookSection",
    "Thesis": "thesis", "Report": "report", "Letter": "letter", "Manuscript": "manuscript",
    "Interview": "interview", "MotionPicture": "film", "Recording": "audioRecording",
    "Image": "artwork", "Legislation": "statute", "Patent": "patent", "Map": "map",
    "Document": "document", "Software": "computerProgram", "ConferenceProceedings": "book",
}  # fmt: skip
_CONTAINERS = frozenset(
    "Journal Periodical Series CourtReporter Code Website Blog Forum Newspaper Magazine".split()
)

# ── reading ───────────────────────────────────────────────────────────────────────────────────────

_NAMES = Names(("RDF",))
_BEGINNING = _NAMES.any_beginning()
_BLOCKS = re.compile(r"</?(?:p|br|div|li|ul|ol|h\d|tr|td|blockquote)\b[^<>]{0,500}>")
_TAGS = re.compile(r"</?[a-z][^<>]{0,500}>")
_LABELS = {bare_label(name): name for name in ("PMID", "PMCID", "citation-key")}
_NOT_READ = frozenset({"itemType", "isReferencedBy", "link", "isPartOf"})


@define
class _Rdf:
    """The elements of a file, by what they say that they are about."""

    about: dict[str, Element] = Factory(dict)
    used: set[str] = Factory(set)
    wholes: set[str] = Factory(set)
    categories: dict[str, list[str]] = Factory(dict)
    records: list[Record] = Factory(list)
    diagnostics: list[Diagnostic] = Factory(list)

    def read(self, root: Element) -> None:
        """Read the items of a file."""
        children = [*root.children]
        for child in children:
            if name := _attribute(child, "about"):
                self.about.setdefault(name, child)
        for child in children:
            if child.name == "Collection":
                self.collect(child)
            self.wholes.update(_attribute(part, "resource") for part in child.all("isPartOf"))
        others: list[Element] = []
        for child in children:
            if self.is_item(child):
                self.item(child)
            elif child.name != "Collection":
                others.append(child)
        for child in others:
            self.other(child)

    def collect(self, element: Element) -> None:
        """Remember what is in a collection."""
        title = _first(element, "title")
        for part in element.all("hasPart"):
            if title:
                self.categories.setdefault(_attribute(part, "resource"), []).append(title)

    def is_item(self, element: Element) -> bool:
        kind = _first(element, "itemType")
        if kind:
            return kind not in ("attachment", "note", "annotation")
        return element.name in _ELEMENTS and _attribute(element, "about") not in self.wholes - {""}

    def other(self, element: Element) -> None:
        """Report what is no item, unless one refers to it."""
        if _attribute(element, "about") in self.used:
            return
        if element.name in ("Attachment", "Memo", "UserItem"):
            found = problem(Code.STRAY_TEXT, "zotero-rdf", text=_text(element)[:60])
        elif text := _text(element):
            found = problem(Code.STRAY_TEXT, "xml", text=text[:60])
        else:
            return
        self.diagnostics.append(found.at(element.line))

    def resource(self, element: Element) -> list[Element]:
        """Return what an element holds, or refers to."""
        name = _attribute(element, "resource")
        if name:
            self.used.add(name)
        found = self.about.get(name)
        return [*element.children] + ([] if found is None else [found])

    def item(self, element: Element) -> None:
        """Read an item."""
        about = _attribute(element, "about")
        pairs = [*self.pairs(element, "")]
        pairs += [(element.line, "collection", one) for one in self.categories.get(about, ())]
        keys = [str(value) for _, key, value in pairs if key in ("citationKey", "citation-key")]
        pairs = [pair for pair in pairs if pair[1] not in ("citationKey", "citation-key")]
        kind = _first(element, "itemType") or _ELEMENTS.get(element.name, "document")
        fields = tuple((key, value) for _, key, value in pairs)
        lines = tuple(line for line, _, _ in pairs)
        self.records.append(Record(kind, keys[0] if keys else "", fields, element.line, lines))

    def pairs(self, element: Element, prefix: str) -> Iterator[tuple[int, str, Raw]]:
        """Yield what an element holds as (line, key, value)."""
        for child in element.children:
            name, line = child.name, child.line
            if name == "isPartOf":
                yield from self.container(child, prefix)
            elif name == "isReferencedBy":
                for note in self.resource(child):
                    if text := _note(note):
                        yield line, "note", text
            elif name == "link":
                yield from self.attachments(child)
            elif people := child.all("Seq", "li"):
                yield from _names(people, name.removesuffix("s"), prefix)
            elif name not in _NOT_READ:
                yield from _field(child, prefix)

    def container(self, element: Element, prefix: str) -> Iterator[tuple[int, str, Raw]]:
        """Yield what an item is part of."""
        # A journal is part of a series at most; a broken file may have more, or itself.
        if prefix == "series/":
            return
        for part in self.resource(element):
            inner = "series/" if part.name == "Series" or prefix else "container/"
            yield from self.pairs(part, inner)

    def attachments(self, element: Element) -> Iterator[tuple[int, str, Raw]]:
        """Yield the path or the address of an attachment."""
        for one in self.resource(element):
            path = next((_attribute(child, "resource") for child in one.all("resource")), "")
            address = _first(one, "identifier")
            if where := path or address or _first(one, "title"):
                yield element.line, "attachment", where


def _attribute(element: Element, name: str) -> str:
    return next(
        (value for key, value in element.attributes.items() if key.rpartition(":")[2] == name), ""
    )


def _text(element: Element) -> str:
    return element.text()


def _first(element: Element, name: str) -> str:
    return next((text for one in element.all(name) if (text := one.text())), "")


def _note(element: Element) -> str:
    """Return the text of a note, which is a piece of a web page."""
    value = _first(element, "value") or (element.text() if element.name == "Memo" else "")
    return " ".join(html.unescape(_TAGS.sub("", _BLOCKS.sub(" ", value))).split())


def _names(people: list[Element], role: str, prefix: str) -> Iterator[tuple[int, str, Raw]]:
    for one in people:
        family = next((t for p in one.children for t in [_first(p, "surname")] if t), "")
        given = next(
            (
                t
                for p in one.children
                for n in ("givenName", "givenname")
                for t in [_first(p, n)]
                if t
            ),
            "",
        )
        key = f"{prefix}{role}"
        if key not in _ROLES and key not in _AUTHORS:
            yield one.line, key, ", ".join(filter(None, (family, given))) or one.text()
        elif given and family:
            yield one.line, key, Person(family, given)
        elif name := family or given or one.text():
            yield one.line, key, Person(literal=name)


def _field(element: Element, prefix: str) -> Iterator[tuple[int, str, Raw]]:
    """Yield a field of an item, a pair for each of its values."""
    name, line, text = element.name, element.line, element.text()
    if name == "identifier":
        key, value = _identifier(element, text)
        yield from [(line, f"{prefix}{key}", value)] if value else []
    elif name == "publisher" and element.first("Organization") is not None:
        for key, path in (("publisher", "name"), ("place", "locality")):
            found = [one.text() for one in _all_below(element, path)]
            yield from [(line, f"{prefix}{key}", value) for value in found if value]
    elif name == "subject" and element.first("LCC") is not None:
        yield line, "call-number", text
    elif name == "presentedAt":
        yield line, "conference", text
    elif name == "description" and not prefix:
        values, note = lines_of("\n".join(_lines(element)), _LABELS)
        yield from ((line, key, value) for key, value in values.items())
        yield from [(line, name, note)] if note else []
    elif text:
        yield line, f"{prefix}{name}", text


def _lines(element: Element) -> list[str]:
    text = "".join(part for part in element.content if isinstance(part, str))
    return [" ".join(line.split()) for line in text.replace("\r", "\n").split("\n")]


def _all_below(element: Element, name: str) -> Iterator[Element]:
    for child in element.children:
        if child.name == name:
            yield child
        else:
            yield from _all_below(child, name)


_KINDS = re.compile(r"(ISBN|ISSN|DOI)\s+(?=\S)", re.IGNORECASE)


def _identifier(element: Element, text: str) -> tuple[str, str]:
    """Return the key of an identifier and its value: its kind stands before it."""
    if element.first("URI") is not None:
        return "url", text
    if match := _KINDS.match(text):
        return match[1].casefold(), text[match.end() :]
    return ("doi", text) if bare_doi(text) else ("identifier", text)


def split(chunk: Chunk, _index: object) -> Split:
    """Return the records of a file."""
    rdf = _Rdf()
    text, once = repaired(chunk.text, chunk.line)
    reader = Reader(_NAMES, _BEGINNING, chunk, text.encode("utf-8"))
    for found in reader.read():
        if isinstance(found, Diagnostic):
            rdf.diagnostics.append(found)
        else:
            rdf.read(found)
    return Split(tuple(rdf.records), tuple(rdf.diagnostics), once={**reader.stray, **once})


def _cut(window: Window) -> Iterator[str]:
    if text := rest_of(window):
        yield text


CHUNKING = Chunking(_cut, split)

# ── table ─────────────────────────────────────────────────────────────────────────────────────────

_ROLES: Mapping[str, str] = {
    "author": "author", "editor": "editor", "contributor": "contributor",
    "translator": "translator", "seriesEditor": "collection-editor",
    "bookAuthor": "container-author", "interviewer": "interviewer", "composer": "composer",
    "director": "director", "producer": "producer", "scriptwriter": "script-writer",
    "castMember": "performer", "performer": "performer", "guest": "guest", "podcaster": "host",
    "reviewedAuthor": "reviewed-author", "recipient": "recipient",
}  # fmt: skip
# Roles that are the author of an item of their types.
_AUTHORS = (
    "artist", "cartographer", "programmer", "inventor", "presenter", "sponsor", "interviewee",
    "creator", "reporter",
)  # fmt: skip
_SERIALS = types("article-journal", "article-magazine", "article-newspaper")


def _decode_names(raws: Raws) -> Decoded:
    return NAMES.decode(raws)


def _decode_accessed(raws: Raws) -> Decoded:
    """Read a date of access, without its time of day."""
    text = raws[0][0]
    date = read_date(re.sub(r"[T ]\d\d:\d\d.*$", "", text))
    return Decoded(date, tuple((0, i) for i in range(1, len(raws[0]))))


def _keys_of(role: str) -> tuple[str, ...]:
    keys = [key for key, variable in _ROLES.items() if variable == role]
    return (*keys, *(_AUTHORS if role == "author" else ()))


ROWS = (
    Field(("title",), "title", TEXT),
    Field(("shortTitle",), "title-short", TEXT),
    *(
        Field(_keys_of(role), role, reading(_decode_names))
        for role in dict.fromkeys(_ROLES.values())
    ),
    Field(("container/title",), "container-title", ONE),
    Field(("container/alternative", "alternative"), "container-title-short", ONE),
    Field(("series/title",), "collection-title", ONE),
    Field(("series/number", "series/identifier"), "collection-number", ONE),
    Field(("date",), "issued", codecs.DATE),
    Field(("dateSubmitted",), "accessed", reading(_decode_accessed)),
    Field(("container/volume", "volume"), "volume", ONE),
    Field(("container/number", "number", "issue"), "issue", ONE, _SERIALS),
    Field(("number", "container/number"), "number", ONE),
    Field(("pages",), "page", TEXT),
    Field(("edition", "container/edition"), "edition", ONE),
    Field(("versionNumber", "version"), "version", ONE),
    Field(("publisher", "container/publisher"), "publisher", ONE),
    Field(("place", "container/place"), "publisher-place", ONE),
    Field(("doi", "container/doi"), "DOI", codecs.DOI),
    Field(("isbn", "container/isbn"), "ISBN", ISBN),
    Field(("issn", "container/issn"), "ISSN", ISSN),
    Field(("PMID",), "PMID", codecs.PMID),
    Field(("PMCID",), "PMCID", codecs.PMCID),
    Field(("url",), "URL", ONE),
    Field(("abstract",), "abstract", TEXT),
    Field(("description",), "note", TEXT),
    Field(("note",), "annote", codecs.PARAGRAPHS),
    Field(("subject",), "keyword", LIST),
    Field(("collection",), "categories", LIST),
    Field(("language",), "language", codecs.LANGUAGE),
    Field(("type",), "genre", TEXT),
    Field(("medium",), "medium", TEXT),
    Field(("numPages",), "number-of-pages", TEXT),
    Field(("numberOfVolumes",), "number-of-volumes", TEXT),
    Field(("libraryCatalog",), "source", TEXT),
    Field(("archive",), "archive", TEXT),
    Field(("coverage", "archiveLocation"), "archive_location", ONE),
    Field(("call-number",), "call-number", ONE),
    Field(("conference",), "event-title", TEXT),
    Field(("runningTime",), "dimensions", TEXT),
    Field(("scale",), "scale", TEXT),
    Field(("section",), "section", TEXT),
    Field(("court",), "authority", TEXT),
)

TABLE = FieldMap(
    prefix="zotero-rdf",
    type_key="itemType",
    types=TYPES,
    fallback=("document", ItemType.DOCUMENT),
    fields=ROWS,
    rules=(ABBREVIATED_TITLE, ARTICLE_NUMBER),
    repeats=True,
)

FORMAT = Format(
    name="zotero-rdf",
    title="Zotero RDF",
    table=TABLE,
    split=whole(CHUNKING),
    chunking=CHUNKING,
)
