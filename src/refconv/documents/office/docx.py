"""Word files (.docx): the fields of reference managers, Word's own sources, the printed list.

The parts of the archive are read in this order: what must be known beforehand (styles, numbers,
the codes of bookmarks), the text with its notes, then Word's sources (ECMA-376, part 1, §22.6).
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping

from refconv.core.codes import Code
from refconv.core.diagnostics import problem
from refconv.documents.carrier import Carrier, Document, EmbeddedRecord
from refconv.documents.office.archives import Archive, is_archive_of
from refconv.documents.office.citation_fields import Codes
from refconv.documents.office.collected_paragraphs import Paragraphs
from refconv.documents.office.word_body import Shared, WordBody
from refconv.documents.office.word_numbering import Numbering
from refconv.documents.office.word_styles import list_styles
from refconv.documents.xml_events import parse
from refconv.documents.xml_trees import Node, parsed_tree, tree_of

_MAIN = re.compile(r"word/document\d{0,3}\.xml")
_NOTES = re.compile(r"word/(?:footnotes|endnotes)\d{0,3}\.xml")
_OTHERS = re.compile(r"word/(?:comments|header\d{0,3}|footer\d{0,3})\.xml")
_STYLES = re.compile(r"word/styles\d{0,3}\.xml")
_NUMBERS = re.compile(r"word/numbering\d{0,3}\.xml")
_PROPERTIES = "docProps/custom.xml"
_CUSTOM = re.compile(r"customXml/item\d{1,4}\.xml")


def recognises(data: bytes) -> bool:
    """Return whether bytes are a Word file: a zip archive with a Word document in it."""
    return is_archive_of(data, b"word/document")


def read(data: bytes) -> Document:
    """Read a Word file."""
    archive = Archive(data)
    if not any(map(_MAIN.fullmatch, archive.names)):
        found = problem(Code.DOCUMENT, "none", kind="Word file").at()
        return Document(diagnostics=(*archive.diagnostics, found), is_searched=False)
    properties, damage = parsed_tree(archive.read(_PROPERTIES), _PROPERTIES)
    shared = Shared(
        Paragraphs(),
        Codes(),
        Numbering.of(b"".join(_parts(archive, _NUMBERS))),
        list_styles(b"".join(_parts(archive, _STYLES))),
        bookmark_codes(properties),
    )
    if damage is not None and _PROPERTIES in archive.names:
        shared.codes.problems.append((damage, 0))
    for pattern in (_MAIN, _NOTES, _OTHERS):
        for name in filter(pattern.fullmatch, archive.names):
            data = archive.read(name)
            links = _links(archive.read(f"word/_rels/{name.removeprefix('word/')}.rels"))
            body = WordBody(shared, links, is_text=pattern is not _OTHERS)
            damage = parse(data, body, name) if data else None
            body.close()
            if damage is not None:
                shared.codes.problems.append((damage, shared.paragraphs.following))
    for part in _parts(archive, _CUSTOM):
        shared.codes.records += word_sources(part, shared.codes.cited_tags)
    codes = shared.codes
    return shared.paragraphs.document(codes.records, codes.problems, archive.diagnostics)


def _parts(archive: Archive, pattern: re.Pattern[str]) -> Iterator[bytes]:
    yield from (archive.read(name) for name in archive.names if pattern.fullmatch(name))


def _links(relations: bytes) -> Mapping[str, str]:
    """Return the addresses of a part's links by their ids."""
    return {
        one.attributes.get("Id", ""): one.attributes.get("Target", "")
        for one in tree_of(relations).all("Relationship")
        if one.attributes.get("TargetMode") == "External"
    }


# ── bookmarks that stand for fields ───────────────────────────────────────────────────────────────


_PROPERTY = re.compile(r"((?:ZOTERO_BREF|Mendeley_Bookmark|CSL_BREF)_\w+?)(?:_(\d{1,4}))?")


def bookmark_codes(properties: Node) -> Mapping[str, str]:
    """Return the codes of bookmarks in a file's properties."""
    named = ((one.attributes.get("name", ""), one.raw_text()) for one in properties.all("property"))
    return joined_codes(named)


def joined_codes(properties: Iterable[tuple[str, str]]) -> Mapping[str, str]:
    """Join the codes of bookmarks, each of which is in properties of at most 255 characters.

    >>> joined_codes([("ZOTERO_BREF_a_2", "TEM"), ("ZOTERO_BREF_a_1", "I"), ("Title", "x")])
    {'ZOTERO_BREF_a': 'ITEM'}
    """
    parts: dict[str, list[tuple[int, str]]] = {}
    for name, text in properties:
        match = _PROPERTY.fullmatch(name)
        if match is not None:
            parts.setdefault(match[1], []).append((int(match[2] or 0), text))
    return {name: "".join(text for _, text in sorted(some)) for name, some in parts.items()}


# ── Word's own sources ────────────────────────────────────────────────────────────────────────────

_ROOT = re.compile(r"<(?:([\w.-]{1,40}):)?Sources\b[^>]{0,2000}>")
_TAG = re.compile(r"<(?:[\w.-]{1,40}:)?Tag>([^<]{0,200})</")
_NAMESPACES = ("officeDocument/2006/bibliography", "office/word/2004/10/bibliography")


def word_sources(data: bytes, cited: Mapping[str, int]) -> Iterator[EmbeddedRecord]:
    """Yield the sources of a part that holds Word's sources, each with whether it is cited."""
    text = data.decode("utf-16" if data[:2] in (b"\xff\xfe", b"\xfe\xff") else "utf-8", "replace")
    root = _ROOT.search(text)
    if root is None or not any(one in root[0] for one in _NAMESPACES):
        return
    prefix = f"{root[1]}:" if root[1] else ""
    opening = root[0].replace(_NAMESPACES[1], _NAMESPACES[0])
    opening = opening.replace("schemas.microsoft.com", "schemas.openxmlformats.org")
    for part in text.split(f"<{prefix}Source>")[1:]:
        source = part.rpartition(f"</{prefix}Source>")[0] or part.split(f"</{prefix}Sources")[0]
        tag = _TAG.search(source)
        place = cited.get(tag[1].strip().casefold()) if tag is not None else None
        yield EmbeddedRecord(
            "word-xml",
            f"{opening}<{prefix}Source>{source}</{prefix}Source></{prefix}Sources>",
            place or 0,
            "Word source" if place is None else "Word source, cited",
            keeps_id=True,
        )


CARRIER = Carrier("docx", "a Word file", read, is_binary=True, recognises=recognises)
