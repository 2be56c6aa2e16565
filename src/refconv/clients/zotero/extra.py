"""Lines of Zotero's Extra field, where it reads variables that it has no field for.

Sources: Zotero's documentation, "Citing Fields from Extra", for the functions that the formats use;
measurements of what it stores of each line for the rest.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from functools import cache
from typing import NamedTuple

from refconv.clients.zotero.schema import is_among, table_rows


def label_of(name: str) -> str:
    """Return the label of a variable's line: ``Original Date`` for original-date."""
    if name in _AS_THEY_ARE:
        return name
    return name.replace("_", "-").replace("-", " ").title()


_AS_THEY_ARE = frozenset({"PMID", "PMCID"})


def labelled(label: str) -> Callable[[str], str]:
    """Return a function that puts a label before a value."""
    return lambda value: f"{label}: {value}"


def unlabelled(label: str) -> Callable[[str], str | None]:
    """Return a function that removes a label from a value that has it."""
    # Most labels are never met with: their patterns are compiled when they are.
    pattern = rf"\s*{label}\s*:\s*"

    def take(raw: str) -> str | None:
        match = re.match(pattern, raw, re.IGNORECASE)
        return (raw[match.end() :] if match else raw) or None

    return take


_LINE = re.compile(r"\s*(?P<label>[A-Za-z][A-Za-z_. -]{0,40}?)\s*:\s*(?P<value>\S.*?)\s*")


def lines_of(extra: str, labels: Mapping[str, str]) -> tuple[dict[str, str], str]:
    r"""Divide an Extra field into the fields that its lines hold, and the other lines.

    A label is the same in any case, with spaces or hyphens; of a repeated one, the first counts.

    Args:
        extra: The text of the field.
        labels: The fields, by their labels in small letters alone (:func:`bare_label`).

    >>> lines_of("PMID: 12\nA note: long\nOriginal-Date: 1999", {"pmid": "P", "originaldate": "D"})
    ({'P': '12', 'D': '1999'}, 'A note: long')
    """
    found: dict[str, str] = {}
    others: list[str] = []
    for line in extra.splitlines():
        match = _LINE.fullmatch(line)
        name = labels.get(bare_label(match["label"])) if match is not None else None
        if match is None or name is None or name in found:
            others.append(line)
        else:
            found[name] = match["value"]
    return found, "\n".join(others).strip()


def bare_label(label: str) -> str:
    """Return a label in small letters, without what stands between its words.

    >>> bare_label("Original-Date")
    'originaldate'
    """
    return re.sub(r"[\s_-]", "", label).lower()


# ── what Zotero itself reads in the lines ─────────────────────────────────────────────────────────

# The key is everything up to the last colon that can still belong to it.
_KEYED = re.compile(r"(?P<key>[A-Za-z][A-Za-z -_]*):(?P<value>.+)")
_BRACED = re.compile(r"\{:(?P<key>[A-Za-z][A-Za-z -_]*):(?P<value>.+)\}")


class ExtraLine(NamedTuple):
    """A line of Extra as Zotero takes it apart: its key (:func:`bare_label`) and its value."""

    key: str
    value: str


def parsed_line(line: str) -> ExtraLine | None:
    """Return the key and the value of a line of Extra; ``None`` if Zotero finds none.

    >>> parsed_line("Original Date: 1850")
    ExtraLine(key='originaldate', value='1850')
    >>> parsed_line("Rights: https://example.org")
    ExtraLine(key='rights:https', value='//example.org')
    """
    match = _BRACED.fullmatch(line) or _KEYED.fullmatch(line)
    if match is None:
        return None
    return ExtraLine(bare_label(match["key"]), match["value"].strip())


@cache
def type_of_line(line: str) -> str | None:
    """Return the item type that a line ``type: …`` makes of an item, whatever it was.

    >>> type_of_line("type: dataset"), type_of_line("Type: Dataset")
    ('dataset', None)
    """
    parsed = parsed_line(line)
    if parsed is None or parsed.key != "type":
        return None
    return _types().get(parsed.value)


@cache
def _types() -> Mapping[str, str]:
    return {row[0]: row[1] for row in table_rows("extra_types")}


@cache
def fields_of_lines(kind: str) -> Mapping[str, str | None]:
    """Return the field that each key of a line of Extra sets in an item type.

    ``None``: the line is lost. Zotero takes it for a field by its general name, which the type does
    not have (``publisher`` on a thesis).
    """
    return {
        key: None if name == "-" else name
        for key, name, kinds in table_rows("extra_keys")
        if is_among(kind, kinds)
    }
