"""What a carrier is: it reads a document as text, strings, embedded records and a page record."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import Any

from attrs import field, frozen

from refconv.core.diagnostics import Diagnostic


@frozen
class EmbeddedRecord:
    """A record that a document holds in the terms of a format.

    Attributes:
        format: The name of the format whose table decodes it (``csl-json``, ``endnote-xml`` …).
        text: A text of that format with this record; it may hold several.
        offset: Where it stands in the document's text: with the citation that has it.
        field: What holds it, for the origin: ``Zotero field``, ``COinS`` …
        same: Names by which the document's other records of the same work are known, each with its
            kind (``uri:http://…``). Records with a name in common are one work.
        rank: Of records of one work that with the lowest rank wins; the others complete it.
        is_partial: Whether the printed string may say more: it then completes the record.
        item: The index of the item that prints it, where the document says so; or -1.
        keeps_id: Whether the record's own id is a citation key that people know.
    """

    format: str
    text: str
    offset: int = 0
    field: str = ""
    same: tuple[str, ...] = ()
    rank: int = 0
    is_partial: bool = False
    item: int = -1
    keeps_id: bool = False


@frozen
class Item:
    """A part of the text that is one reference: ``text[start:end]`` of the document.

    ``number`` is the number that is printed before it, ``key`` a citation key, if it has one.
    ``blocks`` are the parts that a style of LaTeX sets apart: authors, title, and the rest.
    """

    start: int
    end: int
    number: str = ""
    key: str = ""
    blocks: tuple[tuple[int, int], ...] = ()


@frozen
class Document:
    """What a carrier reads.

    Attributes:
        text: The text in reading order; each paragraph, list item or table row is a line.
        items: The parts of it that are a reference each; they do not overlap.
        embedded: The records that it holds, in the order in which they stand.
        page_record: The record of the document itself.
        diagnostics: What was odd; their lines are those of the input, or of ``text`` if there are
            no ``offsets``.
        offsets: Where each character of ``text`` is in the input, for a carrier that reads text.
        lines: The line of the input of each line of ``text``, for a carrier that has no offsets.
        paragraphs: Where each paragraph begins in ``text``, if it has any; a line otherwise.
        pages: Where each printed page begins in ``text``, if it has pages.
        is_searched: Whether references are looked for in a text without items.
        candidates: The parts of a text that is searched which are references if any are, such as
            the points of a list: they are parsed where the search finds nothing.
        notes: The footnotes and endnotes, where each begins and ends: some name works among other
            words. They are no part of the text that is searched for a list.
        emphasis: The parts of the text that are set in italics and the like: where each begins and
            ends, and its tag in CSL's rich text (``i``, ``b``, ``sub``, ``sup``).
        labels: The parts of the text of which the document says what they are, likewise, with
            their labels of free text (``author``, ``title`` …).
        links: The parts of the text that are links, likewise, with their addresses.
    """

    text: str = ""
    items: tuple[Item, ...] = ()
    embedded: tuple[EmbeddedRecord, ...] = ()
    page_record: EmbeddedRecord | None = None
    diagnostics: tuple[Diagnostic, ...] = ()
    offsets: Sequence[int] | None = field(default=None, repr=False)
    lines: Sequence[int] = ()
    paragraphs: Sequence[int] = ()
    pages: Sequence[int] = ()
    is_searched: bool = True
    candidates: tuple[Item, ...] = ()
    notes: tuple[tuple[int, int], ...] = ()
    emphasis: tuple[tuple[int, int, str], ...] = ()
    labels: tuple[tuple[int, int, str], ...] = ()
    links: tuple[tuple[int, int, str], ...] = ()


@frozen
class Carrier:
    """A kind of document.

    Attributes:
        name: The name by which users choose it.
        title: What it is, for users.
        read: Reads a document; never raises. It is given the bytes if the carrier ``is_binary``,
            and the decoded text otherwise.
        is_binary: Whether the document is no text.
        recognises: Returns whether bytes, or a text's beginning, are such a document, where the
            mark in the registry does not suffice.
    """

    name: str
    title: str
    read: Callable[[Any], Document]
    is_binary: bool = False
    recognises: Callable[[Any], bool] = lambda _data: True
