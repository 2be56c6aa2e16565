"""How CSL-JSON items hold what CSL has no variable for: ``custom.refconv``.

CSL-JSON allows no extra key in a name or an item, but any value under ``custom``. The keys of a
*flat* item are CSL names, ``<drawer>/<name>`` for a value in a drawer of ``custom.refconv``, or
native keys with a prefix (``bibtex:groups``) for a pair among its ``keys``::

    flat    {"author": […], "orcid/author": [null, "0000-…"], "et-al/author": True,
             "bibtex:groups": "Ice"}
    packed  {"author": […], "custom": {"refconv": {
                 "orcid": {"author": [null, "0000-…"]}, "et-al": ["author"],
                 "keys": [["bibtex:groups", "Ice"]]}}}
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from typing import Any

DRAWERS = ("orcid", "dates", "lists", "zotero")
"""Drawers that map names to values; ``et-al`` is a list of names, ``keys`` one of pairs."""

CUSTOM = "custom:"
"""Prefix of keys that another program put into an item's ``custom``."""

DATE_TEXT = "date:"
"""Prefix of the text that stands beside a date of its name: CSL has one of both."""

CSL = "csl:"
"""Prefix of names that CSL does not know, and of values in a form that it does not allow."""


def pack(flat: Iterable[tuple[str, Any]]) -> dict[str, Any]:
    """Return a flat item as a CSL-JSON item; of a repeated variable, the first value.

    >>> pack([("title", "Snow"), ("et-al/author", True)])
    {'title': 'Snow', 'custom': {'refconv': {'et-al': ['author']}}}
    """
    item: dict[str, Any] = {}
    custom: dict[str, Any] = {}
    drawers: dict[str, Any] = {}
    keys: list[list[Any]] = []
    for key, value in flat:
        if ":" not in key and "/" not in key:
            item.setdefault(key, value)
            continue
        drawer, slash, name = key.partition("/")
        if slash and drawer == "et-al":
            drawers.setdefault(drawer, []).append(name)
        elif slash and drawer in DRAWERS:
            drawers.setdefault(drawer, {})[name] = value
        elif key.startswith(CUSTOM) and key[len(CUSTOM) :] not in {"refconv", *custom}:
            custom[key[len(CUSTOM) :]] = value
        elif ":" in key:
            keys.append([key, value])
        else:
            item.setdefault(key, value)
    if keys:
        # In the order of Reference.custom, which texts beside dates are not yet part of.
        drawers["keys"] = sorted(keys, key=lambda pair: str(pair[0]).partition(":")[0])
    if drawers:
        custom["refconv"] = drawers
    if custom:
        item["custom"] = custom
    return item


def unpack(item: Mapping[str, Any], known: frozenset[str]) -> Iterator[tuple[str, Any]]:
    """Yield the pairs of a CSL-JSON item's flat form; names not in ``known`` get a prefix.

    A drawer whose content :func:`pack` cannot have written is kept as another program's value.
    """
    for name, value in item.items():
        if name != "custom":
            yield (name if name in known else CSL + name), value
    custom = item.get("custom")
    if isinstance(custom, Mapping):
        for name, value in custom.items():
            if name == "refconv" and isinstance(value, Mapping):
                yield from _drawers(value)
            else:
                yield CUSTOM + name, value
    elif custom is not None:
        yield CSL + "custom", custom


def pack_list(name: str, values: tuple[str, ...]) -> Iterator[tuple[str, Any]]:
    """Yield the pairs of a list: ``categories`` as a list, ``keyword`` as a text (CSL 1.0.2).

    If the text is ambiguous, the list itself is put into a drawer too.
    """
    if name == "categories":
        yield name, list(values)
        return
    text = ("; " if any("," in value for value in values) else ", ").join(values)
    yield name, text
    if unpack_list(text) != values:
        yield f"lists/{name}", list(values)


def unpack_list(text: str) -> tuple[str, ...]:
    """Split a CSL text of keywords at its semicolons, or at its commas if it has none.

    >>> unpack_list("cancer, lung; snow")
    ('cancer, lung', 'snow')
    """
    separator = ";" if ";" in text else ","
    return tuple(value for part in text.split(separator) if (value := part.strip()))


def _drawers(drawers: Mapping[str, Any]) -> Iterator[tuple[str, Any]]:
    for drawer, content in drawers.items():
        if drawer == "keys" and _is_pairs(content):
            yield from ((key, value) for key, value in content)
        elif drawer == "et-al" and _is_strings(content):
            yield from ((f"et-al/{name}", True) for name in content)
        elif drawer in DRAWERS and isinstance(content, Mapping):
            yield from ((f"{drawer}/{name}", value) for name, value in content.items())
        else:
            yield f"{CUSTOM}refconv.{drawer}", content


def _is_pairs(content: Any) -> bool:
    return isinstance(content, list) and all(
        isinstance(pair, list) and len(pair) == 2 and isinstance(pair[0], str) and ":" in pair[0]
        for pair in content
    )


def _is_strings(content: Any) -> bool:
    return isinstance(content, list) and all(isinstance(name, str) for name in content)
