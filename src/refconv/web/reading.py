"""Files and pasted text, read for the page: entries, diagnostics and blocks as JSON.

Of a free text the page gets the text, and of each reference the place in it, so that it can show
what became of all of it. For a document, the text is made of its references and of what was set
aside between them.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import NamedTuple

from refconv.core.codes import Code
from refconv.core.diagnostics import Diagnostic
from refconv.core.report import Origin, Read
from refconv.io import api
from refconv.io.detection import chosen_format
from refconv.io.input import input_of_data
from refconv.review.doubts import broken_identifiers
from refconv.review.review_items import ReviewItem, review_items, runs
from refconv.web.messages import JsonObject, record_to_json, segments_to_json, utf16_offsets

SHOWN_BY_ENTRY = frozenset({Code.LOW_CONFIDENCE, Code.UNLABELLED_TEXT})
"""Codes of diagnostics that an entry shows itself, so that they are not listed again."""


class InputText(NamedTuple):
    """The text that the references stand in, and its parts that are in none of them.

    ``places`` has for each reference where its stretches are: offset in the string, offset in the
    text, length. ``set_aside`` has the start, the end and the reason of a part.
    """

    text: str
    places: Sequence[Sequence[tuple[int, int, int]]]
    set_aside: Sequence[tuple[int, int, str]]


def read_for_page(data: bytes, name: str = "") -> JsonObject:
    """Read a file, or a pasted text if there is no name."""
    input_ = input_of_data(data, None, name or None)
    read = api.read_input(input_)
    if read.format != "text":
        return read_to_json(read, name)
    with input_.open_text() as characters:
        return read_to_json(read, name, characters(input_.size))


def read_to_json(read: Read, name: str = "", text: str = "") -> JsonObject:
    """Return what was read of an input; ``text`` is its text if it is a free text."""
    items = review_items(read)
    source = _source_of_text(text, items, read) if text else _source_of_strings(items, read)
    at = utf16_offsets(source.text)
    entries = [
        {**_entry(item, name, text), "places": _units(item.text, places, at)}
        for item, places in zip(items, source.places, strict=True)
    ]
    return {
        "name": name,
        "format": chosen_format(read.format).title,
        "text": source.text,
        "setAside": [[at[start], at[end], reason] for start, end, reason in source.set_aside],
        "entries": entries,
        "diagnostics": [_diagnostic(d) for d in read.diagnostics if d.code not in SHOWN_BY_ENTRY],
        "blocks": [[read.format, block.kind, block.text] for block in read.blocks],
    }


def item_to_json(item: ReviewItem, name: str = "") -> JsonObject:
    """Return a reference of a string that stands alone; its places count from its beginning."""
    found = item.origin.found
    places = runs(found.offsets) if found else []
    at = utf16_offsets(item.text)
    return {**_entry(item, name, ""), "places": _units(item.text, places, at)}


# ── the text ────────────────────────────────────────────────────────────────────────────────────


def _source_of_text(text: str, items: Sequence[ReviewItem], read: Read) -> InputText:
    """Return a free text with the places of its references."""
    places = [runs(item.origin.found.offsets) if item.origin.found else [] for item in items]
    aside = [(one.start, one.end, one.reason) for one in read.set_aside]
    return InputText(text, places, aside)


def _source_of_strings(items: Sequence[ReviewItem], read: Read) -> InputText:
    """Return the strings of a document, in its order, with what stands between them."""
    strings: list[tuple[int, int, str]] = [
        (item.origin.found.start, place, item.text)
        for place, item in enumerate(items)
        if item.origin.found
    ]
    if not strings:
        return InputText("", [()] * len(items), ())
    strings += [(one.start, -1 - place, one.text) for place, one in enumerate(read.set_aside)]
    places: list[Sequence[tuple[int, int, int]]] = [()] * len(items)
    aside = []
    parts: list[str] = []
    length = 0
    for _, place, text in sorted(strings):
        if place >= 0:
            places[place] = [(0, length, len(text))]
        else:
            aside.append((length, length + len(text), read.set_aside[-1 - place].reason))
        parts.append(text)
        length += len(text) + 1
    return InputText("\n".join(parts), places, aside)


def _units(
    string: str, places: Sequence[tuple[int, int, int]], at: Sequence[int]
) -> list[list[int]]:
    """Return the places of a string in UTF-16 units, as the browser counts."""
    own = utf16_offsets(string)
    return [
        [own[first], at[start], own[first + length] - own[first]] for first, start, length in places
    ]


# ── entries ─────────────────────────────────────────────────────────────────────────────────────


def _entry(item: ReviewItem, name: str, text: str) -> JsonObject:
    return {
        "file": name,
        "place": _place(item.origin),
        "isPageRecord": item.is_page_record,
        "number": item.number,
        "text": item.text,
        "segments": segments_to_json(item.text, item.segments),
        "notices": [[*doubt] for doubt in _doubts(item.origin, text)],
        "previousAuthors": item.previous_authors,
        "record": record_to_json(item.reference),
    }


def _doubts(origin: Origin, text: str) -> Iterator[Sequence[str]]:
    if text and origin.found is not None:
        yield from broken_identifiers(text, origin.found, origin.segments)


def _place(origin: Origin) -> list[list[str | int]]:
    """Return where a reference stands, the widest first: its page, its paragraph or its line."""
    known: list[list[str | int]] = [["page", origin.page], ["paragraph", origin.paragraph]]
    return [one for one in known if one[1]] or ([["line", origin.line]] if origin.line else [])


def _diagnostic(diagnostic: Diagnostic) -> JsonObject:
    return {
        "place": f"line {diagnostic.line}" if diagnostic.line else "",
        "message": diagnostic.message,
        "severity": str(diagnostic.severity),
    }
