"""Zotero's item types: their fields and roles, the labels of fields, and general names of fields.

The tables in ``tables`` are made by ``python -m tools.zotero_tables`` from measurements.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from functools import cache
from types import MappingProxyType
from typing import NamedTuple

_ESCAPES = (("\\", "\\\\"), ("\n", "\\n"), ("\t", "\\t"))


def escaped(value: str) -> str:
    """Return a value as it stands in a table."""
    for char, code in _ESCAPES:
        value = value.replace(char, code)
    return value


_CODE = re.compile(r"\\(.)")


def unescaped(value: str) -> str:
    r"""Return a value of a table.

    >>> unescaped(escaped("a\n\\n"))
    'a\n\\n'
    """
    if "\\" not in value:
        return value
    return _CODE.sub(lambda match: {"n": "\n", "t": "\t"}.get(match[1], match[1]), value)


def table_rows(name: str) -> Iterator[tuple[str, ...]]:
    """Yield the rows of a table, without its source and its column names."""
    from importlib import resources  # noqa: PLC0415 (slow to import, and needed here alone)

    text = resources.files("refconv.clients.zotero").joinpath("tables", f"{name}.tsv")
    for line in text.read_text("utf-8").splitlines()[2:]:
        yield tuple(map(unescaped, line.split("\t")))


@cache
def is_among(kind: str, kinds: str) -> bool:
    """Return whether an item type is in a list of a table: names, or ``*`` and those missing.

    >>> is_among("map", "book map"), is_among("map", "* -map"), is_among("book", "* -map")
    (True, False, True)
    """
    named = kinds.split()
    return f"-{kind}" not in named if named[:1] == ["*"] else kind in named


class TypeSchema(NamedTuple):
    """The fields and roles that Zotero has for an item type; the first role is the primary one."""

    fields: frozenset[str]
    roles: tuple[str, ...]


@cache
def item_types() -> Mapping[str, TypeSchema]:
    """Return Zotero's item types."""
    return MappingProxyType(
        {
            kind: TypeSchema(frozenset(fields.split()), tuple(roles.split()))
            for kind, fields, roles in table_rows("item_types")
        }
    )


@cache
def fields_of_variable() -> Mapping[str, frozenset[str]]:
    """Return the fields and roles that each CSL variable is, in one item type or another."""
    return MappingProxyType(
        {name: frozenset(places.split()) for name, places in table_rows("csl_variables")}
    )


@cache
def field_for(variable: str, kind: str) -> str | None:
    """Return the field or role of an item type that is a CSL variable; ``None`` if none is.

    >>> field_for("container-title", "bookSection"), field_for("author", "patent")
    ('bookTitle', None)
    """
    schema = item_types()[kind]
    found = fields_of_variable().get(variable, frozenset())
    return next((one for one in sorted(found) if one in schema.fields or one in schema.roles), None)


# ── general names of fields ───────────────────────────────────────────────────────────────────────


@cache
def _general_names() -> Mapping[tuple[str, str], str]:
    """Return the own name of a field by item type and general name."""
    return MappingProxyType(
        {
            (kind, general): own
            for general, own, kinds in table_rows("general_names")
            for kind in kinds.split()
        }
    )


@cache
def general_name(name: str, kind: str) -> str:
    """Return the general name of a field of an item type.

    >>> general_name("university", "thesis"), general_name("pages", "thesis")
    ('publisher', 'pages')
    """
    found = (
        general for (of, general), own in _general_names().items() if (of, own) == (kind, name)
    )
    return next(found, name)


@cache
def own_name(name: str, kind: str) -> str | None:
    """Return the name that a field, by its own or its general name, has in an item type.

    ``None`` if the type has no such field.

    >>> own_name("publisher", "thesis"), own_name("title", "case"), own_name("issue", "book")
    ('university', 'caseName', None)
    """
    return name if name in item_types()[kind].fields else _general_names().get((kind, name))


# ── labels of lines in Extra ─────────────────────────────────────────────────────────────

_WORD = re.compile(r"[A-Z]+(?![a-z])|[A-Z]?[a-z]+|[0-9]+")


def label(name: str) -> str:
    """Return the label with which Extra shows a field that the item type does not have.

    >>> label("numPages"), label("ISBN"), label("publicationTitle")
    ('Num Pages', 'ISBN', 'Publication Title')
    """
    return " ".join(word[0].upper() + word[1:] for word in _WORD.findall(name))
