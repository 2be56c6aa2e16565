"""JSON within text: one value and what follows it; of a damaged one what can be read."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from itertools import zip_longest
from typing import Any, NamedTuple

_DECODE = json.JSONDecoder(strict=False).raw_decode
LONGEST = 20_000_000
"""Characters of a value at most."""


class Value(NamedTuple):
    """A decoded value, and whether it was damaged, so that only parts of it are there."""

    value: Any
    is_damaged: bool = False


def value_in(text: str) -> Value | None:
    """Return the JSON object that a text has first; ``None`` if it has none.

    Of a damaged citation all items that are whole are kept.

    >>> value_in('CITATION {"a": 1} and more')
    Value(value={'a': 1}, is_damaged=False)
    """
    start = text.find("{")
    if start < 0:
        return None
    text = text[start : start + LONGEST]
    try:
        return Value(_DECODE(text)[0])
    except (ValueError, RecursionError):
        straight = text.translate(_QUOTES)
    try:
        return Value(_DECODE(straight)[0])
    except (ValueError, RecursionError):
        return Value({"citationItems": [*_items_in(text)]}, is_damaged=True)


# Word's "straight quotes to smart quotes" as it changes a code.
_QUOTES = {ord("“"): '"', ord("”"): '"', ord("„"): '"', 0xA0: " "}
_ITEM = re.compile(r'"itemData"\s*:\s*(?=\{)', re.IGNORECASE)
_URIS = re.compile(r'"uris"\s*:\s*(\[[^\]]{0,2000}\])')


def _items_in(text: str) -> Iterator[dict[str, Any]]:
    """Yield the items of a broken citation that are whole, and the members of one that is not."""
    starts = [*_ITEM.finditer(text)]
    for match, following in zip_longest(starts, starts[1:]):
        end = following.start() if following is not None else len(text)
        try:
            data = _DECODE(text, match.end())[0]
        except (ValueError, RecursionError):
            data = dict(_members(text[match.end() + 1 : end]))
        item: dict[str, Any] = {"itemData": data}
        uris = _URIS.search(text, match.end(), end)
        if uris is not None:
            item["uris"] = re.findall(r'"([^"]*)"', uris[1])
        if data:
            yield item


_MEMBER = re.compile(r'\s*,?\s*"([^"\\]{1,60})"\s*:\s*')


def _members(text: str) -> Iterator[tuple[str, Any]]:
    """Yield the members of an object that breaks off, up to the break."""
    place = 0
    while (match := _MEMBER.match(text, place)) is not None:
        try:
            value, place = _DECODE(text, match.end())
        except (ValueError, RecursionError):
            return
        yield match[1], value
