"""EndNote's XML: records as pairs of a path and a text, and back.

A text has CSL's markup where the file has ``style`` elements with a face.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from html import escape

from attrs import define

from refconv.core.codes import Code
from refconv.core.diagnostics import Diagnostic, problem
from refconv.core.fields import Raw, Record
from refconv.formats.base import Join
from refconv.formats.endnote.generic_fields import PATHS
from refconv.formats.endnote.paths import (
    LABEL,
    LISTS,
    NUMBER,
    PLAIN,
    TYPE,
    flat,
    is_legal_path,
    is_plain,
    number_of,
    rank,
)
from refconv.formats.endnote.styles import idempotent_text, runs_in, runs_of, text_of
from refconv.formats.endnote.types import FALLBACK, NAMES, native_type
from refconv.formats.xml.element_chunks import pieces_of_elements
from refconv.formats.xml.elements import Element, Names

_JOURNAL = (
    "periodical/full-title",
    "titles/secondary-title",
    "titles/alt-title",
    "periodical/abbr-1",
)
_SERIALS = frozenset({"Journal Article", "Electronic Article", "Magazine Article"})


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
        elif path == LABEL and name is None:
            name = value
        else:
            fields.append((PATHS.key_of(path, value), value))
            lines.append(line)
    kind = kind or NAMES.get(number, number)
    if not kind:
        found = problem(Code.MISSING_TYPE, "record", taken=str(FALLBACK[1]))
        diagnostics.append(found.at(element.line))
    elif number == number_of(kind):
        # It says no more than the name.
        place = fields.index((NUMBER, number))
        del fields[place], lines[place]
    return Record(kind or FALLBACK[0], name or "", tuple(fields), element.line, tuple(lines))


CHUNKING = pieces_of_elements(Names(("record",)), _record)


def _with_journal(pairs: list[tuple[int, str, str]]) -> list[tuple[int, str, str]]:
    """Replace a journal's abbreviation by its full title, and move it to the element for it."""
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
    """Yield an element's children, texts and attributes as (line, path, value)."""
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
        at = f"{path}@{attribute}"
        if (value := flat(value)) and (at == TYPE or is_legal_path(at)):
            yield element.line, at, value


_DEEPEST = 7


def _texts(element: Element, path: str) -> Iterator[str]:
    """Yield an element's values: one, or one a line if its lines are a list."""
    if not is_plain(path):
        yield idempotent_text(text_of(runs_in(element)))
        return
    text = "".join(run for _, run in runs_in(element))
    yield from map(flat, text.split("\n") if path in LISTS else (text,))


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
    fields += [(LABEL, record.id)] if record.id else []
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
    """Yield the elements of pairs: an attribute belongs to the element before it, if it can."""
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
            if element in LISTS and leaf.path == [element] and not leaf.attributes:
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
    if leaf.text is not None and leaf.path[0] in PLAIN:
        yield escape(leaf.text, quote=False)
    elif leaf.text is not None:
        plain = is_plain("/".join(leaf.path))
        for faces, run in (((), leaf.text),) if plain else runs_of(leaf.text):
            face = " ".join(faces) or "normal"
            # EndNote's line break.
            text = escape(run, quote=False).replace("\n", "&#xD;")
            yield f'<style face="{face}" font="default" size="100%">{text}</style>'
    yield f"</{name}>"
