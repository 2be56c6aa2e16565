"""Codecs of formats in JSON that are only read: raw values are what JSON decodes to.

Where a value is expected, databases write a text, a number, a list of them, or an object that has
it under a telling key: all are read.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from typing import Any

from refconv.core.codes import Code
from refconv.core.diagnostics import problem
from refconv.core.fields import Codec, Decoded, Raws
from refconv.values.html_text import decode_entities, rich_paragraphs, rich_text
from refconv.values.identifiers import bare_doi
from refconv.values.languages import language_code
from refconv.values.pages import normal_pages
from refconv.values.read_only import reading
from refconv.values.structured_dates import date_of_json

_TELLING = ("value", "name", "title", "text", "content", "display_name", "label", "id", "url")
"""The keys under which an object has its text, the first that it has."""


def texts_of(raw: Any) -> Iterator[str]:
    """Yield the texts of a value of JSON: its own, or those of its elements.

    >>> [*texts_of(["A", {"value": "B"}, 3, None])]
    ['A', 'B', '3']
    """
    if isinstance(raw, str):
        if text := raw.strip():
            yield text
    elif isinstance(raw, bool):
        return
    elif isinstance(raw, int | float):
        yield str(int(raw)) if raw == raw // 1 and abs(raw) < 10**15 else str(raw)
    elif isinstance(raw, list | tuple):
        for one in raw:
            yield from texts_of(one)
    elif isinstance(raw, Mapping):
        yield from texts_of(next((raw[key] for key in _TELLING if raw.get(key)), None))


def first_text(raw: Any) -> str:
    """Return the first text of a value of JSON, empty if there is none."""
    return next(texts_of(raw), "")


def object_of(raw: Any) -> Mapping[str, Any]:
    """Return a value of JSON that is an object; an empty one for any other value."""
    return raw if isinstance(raw, dict) else {}


def _one(convert: Callable[[str], Any]) -> Codec:
    """Return the codec of one value: the first that can be read; the others are kept."""

    def decode(raws: Raws) -> Decoded:
        places = [(p, i) for p, values in enumerate(raws) for i in range(len(values))]
        read = {(p, i): [convert(text) for text in texts_of(raws[p][i])] for p, i in places}
        value = next((one for values in read.values() for one in values if one), None)
        if value is None:
            return Decoded(None)
        unused = (at for at, values in read.items() if any(one != value for one in values))
        return Decoded(value, tuple(unused))

    return reading(decode)


def _joined(separator: str) -> Codec:
    """Return the codec of a text that holds all values, each of them once."""

    def decode(raws: Raws) -> Decoded:
        texts = (text for values in raws for raw in values for text in texts_of(raw))
        return Decoded(separator.join(dict.fromkeys(map(decode_entities, texts))) or None)

    return reading(decode)


def _decode_list(raws: Raws) -> Decoded:
    texts = (text for values in raws for raw in values for text in texts_of(raw))
    return Decoded(tuple(dict.fromkeys(map(rich_text, texts))) or None)


def _decode_date(raws: Raws) -> Decoded:
    value = date_of_json(raws[0][0])
    if value is None:
        return Decoded(None, problem=problem(Code.BAD_DATE, "unreadable"))
    if value.start is None and any(map(str.isdigit, value.literal)):
        return Decoded(value, (), problem(Code.BAD_DATE, "invalid", value=value.literal))
    return Decoded(value)


TEXT = _one(decode_entities)
"""A text without markup, or a number."""

TITLE = _one(rich_text)
"""A text in one line, with markup."""

PARAGRAPHS = _one(rich_paragraphs)
"""A text of paragraphs, with markup."""

PAGES = _one(normal_pages)
DOI = _one(bare_doi)
LANGUAGE = _one(language_code)

NUMBERS = _joined(", ")
"""ISSNs or ISBNs: all of them."""

ALL = _joined("; ")
"""A text that holds all values."""

LIST = reading(_decode_list)
DATE = reading(_decode_date)

NAMES = reading(lambda raws: Decoded(raws[0][0]))
"""Names, which the syntax has read already (:mod:`refconv.values.structured_names`)."""
