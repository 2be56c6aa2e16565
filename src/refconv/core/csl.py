"""How CSL-JSON items hold what CSL has no variable for: ``custom.refconv``.

CSL-JSON allows no extra key in a name or an item, but any value under ``custom``. A *flat* item is
a mapping whose keys are CSL names, or ``<drawer>/<name>`` for what lies in a drawer of
``custom.refconv``, or a prefixed native key (``bibtex:file``) for what lies among its ``keys``::

    flat    {"author": […], "orcid/author": [null, "0000-…"], "et-al/author": True,
             "bibtex:file": "x.pdf"}
    packed  {"author": […], "custom": {"refconv": {
                 "orcid": {"author": [null, "0000-…"]}, "et-al": ["author"],
                 "keys": [["bibtex:file", "x.pdf"]]}}}
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from typing import Any

DRAWERS = ("orcid", "dates", "lists", "zotero")
"""What maps names to values; ``et-al``, a list of names, and ``keys`` stand beside these."""

CUSTOM = "custom:"
"""Prefix of the keys that somebody else put into an item's ``custom``."""

CSL = "csl:"
"""Prefix of what an item holds under a name that CSL does not know, or in a form it does not."""


def pack(flat: Iterable[tuple[str, Any]]) -> dict[str, Any]:
    """Put a flat item's pairs where CSL-JSON has room for them; of a repeated key the first."""
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
        drawers["keys"] = keys
    if drawers:
        custom["refconv"] = drawers
    if custom:
        item["custom"] = custom
    return item


def unpack(item: Mapping[str, Any], known: frozenset[str]) -> Iterator[tuple[str, Any]]:
    """Give the pairs of a CSL-JSON item's flat form; names not in ``known`` get a prefix.

    A drawer that does not hold what :func:`pack` puts there is somebody else's, and kept as such.
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
    """Give a list as CSL has it: ``categories`` as one, ``keyword`` as a text.

    Where the text does not show where one keyword ends, the list itself lies in a drawer.
    """
    if name == "categories":
        yield name, list(values)
        return
    text = ("; " if any("," in value for value in values) else ", ").join(values)
    yield name, text
    if unpack_list(text) != values:
        yield f"lists/{name}", list(values)


def unpack_list(text: str) -> tuple[str, ...]:
    """Cut a CSL text of keywords at its semicolons, or its commas where it has none."""
    separator = ";" if ";" in text else ","
    return tuple(part for piece in text.split(separator) if (part := piece.strip()))


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
