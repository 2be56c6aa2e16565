"""The format of an input: its content decides, the name and the caller's wish only hint."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from importlib import import_module
from pathlib import Path
from typing import TYPE_CHECKING

from attrs import frozen

from refconv.core.arguments import check_type, unknown
from refconv.core.codes import Code
from refconv.core.diagnostics import Diagnostic, problem
from refconv.formats.base import Format
from refconv.formats.foreign import foreign
from refconv.formats.registry import (
    DOCUMENT_PLACES,
    DOCUMENTS,
    FILE_FORMATS,
    FORMATS,
    FREE_TEXT,
    PLACES,
    WRITTEN,
    Place,
    named,
    not_written,
)
from refconv.formats.sniff import HEAD, guess, has_mark
from refconv.io.binary import kind_of_suffix

if TYPE_CHECKING:
    from refconv.documents.carrier import Carrier


@frozen
class Detected:
    """The format of an input, and what was odd about it.

    ``is_refused`` is whether the input is in no format at all, so that nothing is to be read.
    """

    format: Format
    diagnostics: tuple[Diagnostic, ...] = ()
    is_refused: bool = False


def chosen_format(name: str) -> Format:
    """Return a format by its name or an alias, in letters of any case.

    Raises:
        TypeError: if ``name`` is not a str.
        ValueError: if there is none.

    >>> chosen_format("BibTeX").name, chosen_format("json").name
    ('bibtex', 'csl-json')
    """
    check_type(name, str, "format", "the name of a format")
    name = named(name)
    if name not in FORMATS and name not in DOCUMENTS:
        raise ValueError(unknown("format", name, (*FORMATS, *DOCUMENTS)))
    return FORMATS[name] if name in FORMATS else DOCUMENTS[name]


def chosen_target(name: str) -> Format:
    """Return a format to write, by its name or an alias, in letters of any case.

    Raises:
        TypeError: if ``name`` is not a str.
        ValueError: if there is none, or it can only be read; it says what a program reads instead.

    >>> chosen_target("zotero")
    Traceback (most recent call last):
    ValueError: unknown format 'zotero' (for Zotero, write 'ris' for the program 'zotero')
    """
    check_type(name, str, "format", "the name of a format")
    found = named(name)
    if found not in WRITTEN:
        raise ValueError(not_written(name, found))
    return FORMATS[found]


def detect_format(asked: str | None, name: str | None, head: Callable[[], str]) -> Detected:
    """Return the format of an input.

    Args:
        asked: The format that the caller names.
        name: The file's name.
        head: Returns the first characters of the text, at least :data:`HEAD` if there are so many.

    Raises:
        ValueError: if the format that the caller names is unknown.
    """
    if asked is not None:
        return _asked(chosen_format(asked), head)
    suffix = Path(name or "").suffix.lower()
    text = head()
    found = guess(text)
    hinted = _of_suffix(suffix)
    if found == "csv" and _is_document("markdown", text) and "|" in text:
        found = "markdown"
    if found == "text":
        refused = foreign(text, is_whole=len(text) < HEAD)
        if refused is not None:
            return Detected(chosen_format(hinted or "text"), (refused.at(),), is_refused=True)
        chosen = hinted if hinted not in (None, "text") else _unmarked(text)
        return Detected(chosen_format(chosen or "text"))
    if hinted in (None, "text") and found in _RECORDS and _has_more(text):
        found = "email"
    if hinted is None or hinted in ("text", found):
        return Detected(chosen_format(found))
    if has_mark(text, hinted) or _is_document(hinted, text):
        return Detected(chosen_format(hinted))
    other = problem(Code.FORMAT, "suffix", suffix=suffix, format=found)
    return Detected(chosen_format(found), (other.at(),))


_RECORDS = frozenset({"bibtex", "ris", "nbib", "enw"})
"""Formats whose records stand in other text too: in mails, answers and lists."""


def _has_more(text: str) -> bool:
    """Return whether a text has references beside its records."""
    from refconv.documents.marked_up.email_text import is_mixed  # noqa: PLC0415 - only then

    return is_mixed(text)


def _is_document(name: str, text: str) -> bool:
    """Return whether a text is a document of a kind, as its name says."""
    return name in DOCUMENT_PLACES and carrier_at(DOCUMENT_PLACES[name]).recognises(text)


def _unmarked(text: str) -> str:
    """Return the document without a mark that knows a text in no format; or else free text."""
    for name, place in DOCUMENT_PLACES.items():
        is_asked = not (place.mark or place.is_binary) and place.sign in text
        if is_asked and carrier_at(place).recognises(text):
            return name
    return "text"


def document_of_bytes(data: bytes, asked: str | None, name: str | None) -> Detected | None:
    """Return the format of a document that is no text, as a Word file; ``None`` for any other.

    Args:
        data: The whole file.
        asked: The format that the caller names; the content overrules it.
        name: The file's name.
    """
    kinds = [*_kinds_of(data[:BEGINNING])]
    if kinds and len(data) > LARGEST:
        found = problem(Code.TOO_LONG, "document", megabytes=LARGEST // 10**6)
        return Detected(DOCUMENTS[kinds[0]], (found.at(),), is_refused=True)
    for kind in kinds:
        if carrier_at(DOCUMENT_PLACES[kind]).recognises(data):
            return Detected(DOCUMENTS[kind], _contradicted(kind, asked, name))
    return None


BEGINNING = 1024
"""Bytes within which a document that is no text shows its mark."""

LARGEST = 200_000_000
"""Bytes of a document that is no text, at most: it is read at once."""


def may_be_document(head: bytes) -> bool:
    """Return whether a file may be a document that is no text, by its first bytes."""
    return any(_kinds_of(head))


def _kinds_of(head: bytes) -> Iterator[str]:
    text = head.decode("latin-1")
    for kind, place in DOCUMENT_PLACES.items():
        if place.is_binary and re.match(place.mark, text):
            yield kind


def _contradicted(kind: str, asked: str | None, name: str | None) -> tuple[Diagnostic, ...]:
    """Return the diagnostic of a document that is not what the caller or its name says."""
    suffix = Path(name or "").suffix.lower()
    if asked is not None:
        found = problem(Code.FORMAT, "asked", asked=asked, format=kind)
        return () if named(asked) == kind else (found.at(),)
    if suffix in DOCUMENT_PLACES[kind].suffixes or _of_suffix(suffix) is None:
        return ()
    return (problem(Code.FORMAT, "suffix", suffix=suffix, format=kind).at(),)


def carrier_at(place: Place) -> Carrier:
    """Import the carrier of a document."""
    carrier: Carrier = getattr(import_module(place.module), place.attribute)
    return carrier


def _of_suffix(suffix: str) -> str | None:
    """Return the only format of a text whose files' names end so; ``None`` if none or several."""
    places = {**PLACES, **DOCUMENT_PLACES}
    names = [name for name, place in places.items() if suffix in place.suffixes]
    return names[0] if len(names) == 1 and not places[names[0]].is_binary else None


def _asked(format: Format, head: Callable[[], str]) -> Detected:
    """Return the format that was asked for, unless the text is plainly in another one."""
    if format.name == "text":
        # Pasted text may be that of a document, such as LaTeX, or the columns of a sheet.
        return Detected(chosen_format(_pasted(head())))
    # A line may hold anything.
    if format.name in FREE_TEXT:
        return Detected(format)
    text = head()
    if has_mark(text, format.name) or (found := guess(text)) in ("text", format.name):
        return Detected(format)
    other = problem(Code.FORMAT, "asked", asked=format.name, format=found)
    return Detected(chosen_format(found), (other.at(),))


def _pasted(text: str) -> str:
    """Return what pasted text is: free text, a document of text, or the columns of a sheet."""
    document, found = _unmarked(text), guess(text)
    if document == "text":
        return found if found == "csv" or found in DOCUMENT_PLACES else "text"
    # Records with other text around them are e-mail, or a page; records alone are a file.
    is_file = document == "email" and found in FILE_FORMATS and not _has_more(text)
    return found if is_file else document


def refused_by_name(name: str | None) -> Diagnostic | None:
    """Return the diagnostic of a file that is no text, where its name says what it is."""
    found = kind_of_suffix(Path(name or "").suffix)
    return None if found is None else found.at()
