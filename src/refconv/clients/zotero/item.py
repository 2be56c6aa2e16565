"""What Zotero stores of one record: fields, creators, tags, notes and lines of Extra."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable, Iterator, Mapping
from typing import Any

from attrs import field, frozen

from refconv.clients.same_values import Creator


def _clean(text: str) -> str:
    # NFC costs time, and is nothing to do for ASCII.
    return (text if text.isascii() else unicodedata.normalize("NFC", text)).strip()


def _fields(values: Mapping[str, str]) -> dict[str, str]:
    cleaned = {name: _clean(value) for name, value in values.items()}
    return {name: value for name, value in cleaned.items() if value}


def _creators(values: Iterable[Creator]) -> tuple[Creator, ...]:
    return tuple(
        Creator(role, _clean(last), None if first is None else _clean(first))
        for role, last, first in values
    )


def _lines(values: Iterable[str]) -> tuple[str, ...]:
    return tuple(line for line in map(_clean, values) if line)


def _tags(values: Iterable[str]) -> frozenset[str]:
    return frozenset(_lines(values))


_ISBN_SEPARATORS = re.compile(r"[\s,;-]+")


def compared_fields(values: Mapping[str, str]) -> dict[str, str]:
    """Return fields as they are compared: an ISBN has the same meaning with and without hyphens.

    >>> compared_fields({"ISBN": "978-3-16-148410-0", "title": "A"})
    {'ISBN': '9783161484100', 'title': 'A'}
    """
    if "ISBN" not in values:
        return {**values}
    return {**values, "ISBN": _ISBN_SEPARATORS.sub("", values["ISBN"])}


@frozen(kw_only=True)
class ZoteroItem:
    """One item as Zotero stores it.

    Two are equal if Zotero would show the same: tags have no order, notes and lines of Extra are
    compared without theirs, and an ISBN without its hyphens.

    Attributes:
        type: Zotero's item type, such as ``journalArticle``.
        fields: Values by the names of Zotero's fields, but for Extra; trimmed, none is empty.
        creators: In Zotero's order.
        tags: Its tags.
        notes: Its child notes, in HTML.
        extra: The lines of its Extra field.
        attachments: Paths or addresses, handed to the program's saver; not compared.
    """

    type: str
    fields: Mapping[str, str] = field(factory=dict, converter=_fields, eq=compared_fields)
    creators: tuple[Creator, ...] = field(default=(), converter=_creators)
    tags: frozenset[str] = field(default=frozenset(), converter=_tags)
    notes: tuple[str, ...] = field(default=(), converter=_lines, eq=sorted)
    extra: tuple[str, ...] = field(default=(), converter=_lines, eq=sorted)
    attachments: tuple[str, ...] = field(default=(), converter=_lines, eq=False)

    @classmethod
    def from_json(cls, value: Mapping[str, Any]) -> ZoteroItem:
        """Return the item of Zotero's own JSON (``itemType``, ``fields``, ``creators`` …)."""
        fields = dict(value["fields"])
        return cls(
            type=value["itemType"],
            extra=fields.pop("extra", "").split("\n"),
            fields=fields,
            creators=[
                Creator(one["creatorType"], one["name"])
                if "name" in one
                else Creator(one["creatorType"], one["lastName"], one["firstName"])
                for one in value["creators"]
            ],
            tags=value["tags"],
            notes=value["notes"],
        )


def item_differences(item: ZoteroItem, other: ZoteroItem) -> Iterator[tuple[str, Any, Any]]:
    """Yield where two items differ, with the value of either.

    The first is ``type``, a field's name, ``creators``, ``tags``, ``notes`` or ``extra``.

    >>> one, other = ZoteroItem(type="book", fields={"title": "A"}), ZoteroItem(type="book")
    >>> [*item_differences(one, other)]
    [('title', 'A', None)]
    """
    if item.type != other.type:
        yield "type", item.type, other.type
    ours, theirs = compared_fields(item.fields), compared_fields(other.fields)
    for name in [*ours, *(name for name in theirs if name not in ours)]:
        if ours.get(name) != theirs.get(name):
            yield name, ours.get(name), theirs.get(name)
    for name in ("creators", "tags"):
        if getattr(item, name) != getattr(other, name):
            yield name, getattr(item, name), getattr(other, name)
    for name in ("notes", "extra"):
        if sorted(getattr(item, name)) != sorted(getattr(other, name)):
            yield name, getattr(item, name), getattr(other, name)
