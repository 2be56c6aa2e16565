"""EndNote's XML: records as pairs of a path and a text, and back.

A path leads from the record to an element (``titles/title``), or to an attribute of it
(``database@path``); a text has CSL's markup where the file has ``style`` elements with a face.
Source: what EndNote exports, and the order of elements in its document type (RSXML.dtd).
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from functools import lru_cache
from html import escape
from typing import Any

from attrs import define

from refconv.fields import Raw, Record
from refconv.formats.base import Join
from refconv.formats.elements import Element, Names, pieces_of_elements
from refconv.formats.endnote.styles import runs_in, runs_of, settled, text_of, tidy
from refconv.formats.endnote.types import FALLBACK, NAMES, NUMBERS, native_type
from refconv.formats.endnote.vocabulary import PATHS
from refconv.report import Code, Diagnostic

TYPE = "ref-type@name"
"""The path of a record's type; beside it stands its number."""

NUMBER = "ref-type"
_LABEL = "label"

_ORDER = """
    database source-app rec-number foreign-keys ref-type contributors auth-address auth-affiliation
    titles periodical alt-periodical pages volume number issue secondary-volume secondary-issue
    num-vols edition section reprint-edition reprint-status keywords dates pub-location publisher
    orig-pub isbn accession-num call-num report-id coden electronic-resource-num abstract label
    image caption notes research-notes work-type reviewed-item availability remote-source
    meeting-place work-location work-extent pack-method size repro-ratio remote-database-name
    remote-database-provider language urls access-date modified-date custom1 custom2 custom3
    custom4 custom5 custom6 custom7 misc1 misc2 misc3
    contributors/authors contributors/secondary-authors contributors/tertiary-authors
    contributors/subsidiary-authors contributors/translated-authors titles/title
    titles/secondary-title titles/tertiary-title titles/alt-title titles/short-title
    titles/translated-title periodical/full-title periodical/abbr-1 dates/year dates/pub-dates
    urls/web-urls urls/pdf-urls urls/text-urls urls/related-urls urls/image-urls
""".split()
_RANKS = {path: rank for rank, path in enumerate(_ORDER)}
_PATH = re.compile(r"[A-Za-z_][\w.-]*(?:/[A-Za-z_][\w.-]*){0,7}(?:@[A-Za-z_][\w.-]*)?", re.ASCII)
# What is an element of its own kind.
_RESERVED = frozenset({"record", "style"})
# Elements whose lines are values of their own.
_LISTS = frozenset({"isbn"})
_JOURNAL = (
    "periodical/full-title",
    "titles/secondary-title",
    "titles/alt-title",
    "periodical/abbr-1",
)
_SERIALS = frozenset({"Journal Article", "Electronic Article", "Magazine Article"})
# Elements that have no style.
_PLAIN = frozenset({"database", "source-app", "rec-number", "foreign-keys", "ref-type"})


@lru_cache(1024)
def rank(path: str) -> tuple[int, int]:
    """Give a path's place among others: elements stand in the order of the document type."""
    parts = path.partition("@")[0].split("/")
    return _RANKS.get(parts[0], len(_RANKS)), _RANKS.get("/".join(parts[:2]), len(_RANKS))


# ── reading ───────────────────────────────────────────────────────────────────────────────────────


def _record(element: Element, diagnostics: list[Diagnostic]) -> Record:
    pairs = sorted(_with_journal(list(_pairs(element, ""))), key=lambda pair: rank(pair[1]))
    kind, name = "", None
    fields: list[tuple[str, Raw]] = []
    lines: list[int] = []
    number = next((value for _, path, value in pairs if path == NUMBER), "")
    for line, path, value in pairs:
        if path == TYPE and not kind:
            kind = native_type(value)
        elif path == _LABEL and name is None:
            name = value
        else:
            fields.append((PATHS.key_of(path, value), value))
            lines.append(line)
    kind = kind or NAMES.get(number, number)
    if not kind:
        message = f"record without a type, read as {FALLBACK[1]}"
        diagnostics.append(Diagnostic(Code.MISSING_TYPE, message, element.line))
    elif number == number_of(kind):
        # It says no more than the name.
        place = fields.index((NUMBER, number))
        del fields[place], lines[place]
    return Record(kind or FALLBACK[0], name or "", tuple(fields), element.line, tuple(lines))


PIECES = pieces_of_elements(Names(("record",)), _record)


def _with_journal(pairs: list[tuple[int, str, str]]) -> list[tuple[int, str, str]]:
    """Put a journal's full title where a record has its abbreviation, and that where it belongs."""
    found = {path: [v for _, p, v in pairs if p == path] for path in _JOURNAL}
    full, title, *short = found.values()
    is_abbreviated = (
        len(full) == len(title) == 1
        and full != title
        and all(values in ([], title) for values in short)
        and any(p == TYPE and native_type(v) in _SERIALS for _, p, v in pairs)
    )
    if not is_abbreviated:
        return pairs
    at = next(i for i, (_, path, _) in enumerate(pairs) if path == _JOURNAL[1])
    line = pairs[at][0]
    return [
        *pairs[:at],
        (line, _JOURNAL[1], full[0]),
        (line, _JOURNAL[2], title[0]),
        *pairs[at + 1 :],
    ]


def _pairs(element: Element, path: str) -> Iterator[tuple[int, str, str]]:
    """Give an element's children, texts and attributes as (line, path, value)."""
    depth = path.count("/")
    for child in element.children:
        if child.name != "style":
            inner = f"{path}/{child.name}" if path else child.name
            yield from _pairs(child, inner if depth < _DEEPEST else path)
    if not path:
        return
    for value in _texts(element, path):
        if value:
            yield element.line, path, value
    for attribute, value in element.attributes.items():
        if (value := _flat(value)) and _PATH.fullmatch(f"{path}@{attribute}"):
            yield element.line, f"{path}@{attribute}", value


_DEEPEST = 7


def _texts(element: Element, path: str) -> Iterator[str]:
    """Give an element's values: one, or one a line where its lines are a list."""
    if not _is_plain(path):
        yield settled(text_of(runs_in(element)))
        return
    text = "".join(run for _, run in runs_in(element))
    yield from map(_flat, text.split("\n") if path in _LISTS else (text,))


def number_of(native: str) -> str:
    """Give the number of a type; of one that has none that of :data:`FALLBACK`."""
    return NUMBERS.get(native, NUMBERS[FALLBACK[0]])


def _is_plain(path: str) -> bool:
    """Tell whether an element's texts have no faces."""
    return path in _LISTS or path.partition("/")[0] in _PLAIN


def _flat(text: str) -> str:
    """Give a text in one line."""
    return " ".join(tidy(text).split("\n"))


# ── writing ───────────────────────────────────────────────────────────────────────────────────────


@define
class _Leaf:
    """An element that is written: where, its attributes, its texts."""

    path: list[str]
    attributes: dict[str, str]
    text: str | None = None


def _entry(record: Record) -> str:
    """Write a record as EndNote does; the format has no room for blocks."""
    return "\n".join(("<record>", *_written(record), "</record>", ""))


JOIN = Join(
    _entry,
    start='<?xml version="1.0" encoding="UTF-8"?>\n<xml><records>\n',
    end="</records></xml>\n",
)


def _written(record: Record) -> Iterator[str]:
    number = next((raw for key, raw in record.fields if key == NUMBER), None)
    first = number is not None
    fields = [(NUMBER, number or number_of(record.type)), (TYPE, record.type)]
    fields += [(_LABEL, record.id)] if record.id else []
    for key, raw in record.fields:
        path = PATHS.name_of(key)
        if first and path == NUMBER:
            first = False
        else:
            fields.append((path, raw))
    opened: list[str] = []
    for leaf in _leaves(sorted(fields, key=lambda field: rank(field[0]))):
        container = leaf.path[:-1]
        same = 0
        while same < min(len(opened), len(container)) and opened[same] == container[same]:
            same += 1
        tags = [f"</{name}>" for name in reversed(opened[same:])]
        tags += [f"<{name}>" for name in container[same:]]
        opened = container
        yield "".join((*tags, *_element(leaf)))
    if opened:
        yield "".join(f"</{name}>" for name in reversed(opened))


def _leaves(fields: Iterable[tuple[str, str]]) -> Iterator[_Leaf]:
    """Make elements of pairs: an attribute belongs to the element before it, if it can."""
    leaf: _Leaf | None = None
    for path, raw in fields:
        element, at, attribute = path.partition("@")
        if at:
            if leaf is None or "/".join(leaf.path) != element or attribute in leaf.attributes:
                if leaf is not None:
                    yield leaf
                leaf = _Leaf(element.split("/"), {})
            leaf.attributes[attribute] = raw
            continue
        if leaf is not None:
            if element in _LISTS and leaf.path == [element] and not leaf.attributes:
                leaf.text = f"{leaf.text}\n{raw}"
                continue
            yield leaf
        leaf = _Leaf(element.split("/"), {}, raw)
    if leaf is not None:
        yield leaf


def _element(leaf: _Leaf) -> Iterator[str]:
    name = leaf.path[-1]
    attributes = "".join(f' {key}="{escape(raw)}"' for key, raw in leaf.attributes.items())
    yield f"<{name}{attributes}>"
    if leaf.text is not None and leaf.path[0] in _PLAIN:
        yield escape(leaf.text, quote=False)
    elif leaf.text is not None:
        plain = _is_plain("/".join(leaf.path))
        for faces, run in (((), leaf.text),) if plain else runs_of(leaf.text):
            face = " ".join(faces) or "normal"
            # EndNote's line break.
            text = escape(run, quote=False).replace("\n", "&#xD;")
            yield f'<style face="{face}" font="default" size="100%">{text}</style>'
    yield f"</{name}>"


def carry(key: str, raw: Any) -> str | None:
    """Give a value as :func:`split` gives it back; ``None`` where it would not be under its key."""
    path = PATHS.name_of(key)
    if not isinstance(raw, str) or not is_legal_path(path):
        return None
    value = _flat(raw) if "@" in path or _is_plain(path) else settled(raw)
    return value if value and PATHS.key_of(path, value) == key else None


def is_legal_path(path: str) -> bool:
    """Tell whether an element or attribute can have a path."""
    if path == TYPE or _PATH.fullmatch(path) is None:
        return False
    return not _RESERVED.intersection(path.partition("@")[0].split("/"))


def legal_id(key: str) -> str:
    """Give the nearest id that an element can hold."""
    return settled(key)


def is_legal_type(native: str) -> bool:
    """Tell whether a text can be written as a type and reads as itself."""
    return bool(native) and native == native_type(_flat(native))
