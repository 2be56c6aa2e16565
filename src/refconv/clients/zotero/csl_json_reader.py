"""What Zotero stores of a text in CSL-JSON.

It looks at all types before it reads anything: one item of a type that it does not list, and the
whole file is refused. A variable goes into the first of its fields that the item type has
(table ``csl_fields``), a list of names into the role or, where the type lacks it, the primary one.
"""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping
from functools import cache
from typing import Any, NamedTuple

from refconv.clients.same_values import Creator
from refconv.clients.zotero.csl_dates import access_date_of, date_of
from refconv.clients.zotero.item import ZoteroItem
from refconv.clients.zotero.schema import item_types, table_rows
from refconv.clients.zotero.storing import DraftItem, store


def read_csl_json(text: str) -> tuple[ZoteroItem, ...]:
    """Return what Zotero stores of a text in CSL-JSON; nothing if it refuses the file.

    >>> [item.type for item in read_csl_json('[{"type": "book"}, {"type": "broadcast"}]')]
    ['book', 'podcast']
    >>> read_csl_json('[{"type": "book"}, {"type": "software"}]')
    ()
    """
    try:
        value = json.loads(text)
    except (ValueError, RecursionError):
        return ()
    items = value if isinstance(value, list) else [value]
    return tuple(store(_draft(item)) for item in items) if all(map(_is_listed, items)) else ()


def _is_listed(item: Any) -> bool:
    kind = item.get("type") if isinstance(item, dict) else None
    return isinstance(kind, str) and kind in csl_types()


class CSLType(NamedTuple):
    """The item type of a CSL type, and those that some variables make of it."""

    kind: str
    others: Mapping[str, str]


@cache
def csl_types() -> Mapping[str, CSLType]:
    """Return the CSL types that a file may have."""
    kinds: dict[str, str] = {}
    others: dict[str, dict[str, str]] = {}
    for csl_type, kind, variables in table_rows("csl_types"):
        kinds.setdefault(csl_type, kind)
        others.setdefault(csl_type, {}).update(dict.fromkeys(variables.split(), kind))
    return {csl_type: CSLType(kind, others[csl_type]) for csl_type, kind in kinds.items()}


class VariableField(NamedTuple):
    """A field that a variable is; ``kinds`` names the types, if not all that have it take it."""

    name: str
    kinds: frozenset[str]


@cache
def csl_fields() -> Mapping[str, tuple[VariableField, ...]]:
    """Return the fields that each variable is, in the order of trying."""
    found: dict[str, tuple[VariableField, ...]] = {}
    for variable, name, kinds in table_rows("csl_fields"):
        field = VariableField(name, frozenset(kinds.split()))
        found[variable] = (*found.get(variable, ()), field)
    return found


@cache
def csl_field_of(variable: str, kind: str) -> str | None:
    """Return the field of an item type that a variable sets.

    >>> csl_field_of("event-place", "presentation"), csl_field_of("event-place", "film")
    ('place', None)
    """
    own = item_types()[kind].fields
    return next(
        (
            name
            for name, kinds in csl_fields().get(variable, ())
            if name in own and (not kinds or kind in kinds)
        ),
        None,
    )


@cache
def csl_roles() -> Mapping[str, tuple[str, ...]]:
    """Return the roles that each variable with names is, in the order of the creators."""
    return {variable: tuple(roles.split()) for variable, roles in table_rows("csl_roles")}


@cache
def _ranks() -> Mapping[str, int]:
    """Return the order of the variables: of two for one field, the later one counts."""
    return {name: rank for rank, name in enumerate((*csl_fields(), *csl_roles()))}


def item_type_of(item: Mapping[str, Any]) -> str:
    """Return the item type that Zotero makes of an item of a listed type.

    >>> item_type_of({"type": "book"}), item_type_of({"type": "book", "version": "2"})
    ('book', 'computerProgram')
    """
    known = csl_types()[item["type"]]
    kind = next((kind for name, kind in known.others.items() if item.get(name)), known.kind)
    if kind == "tvBroadcast" and item.get("author") and item.get("director"):
        return "radioBroadcast"
    return kind


def _draft(item: Mapping[str, Any]) -> DraftItem:
    kind = item_type_of(item)
    schema = item_types()[kind]
    made = DraftItem(kind)
    ranks = _ranks()
    for variable in sorted(item.keys() & ranks.keys(), key=ranks.__getitem__):
        roles = csl_roles().get(variable)
        if roles is not None:
            role = next((role for role in roles if role in schema.roles), schema.roles[0])
            made.creators += _creators(role, item[variable])
        elif (field := csl_field_of(variable, kind)) and (value := _text(variable, item[variable])):
            made.fields[field] = value
    if isinstance(item.get("note"), str):
        made.extra.append(item["note"])
    return made


_DATES = frozenset({"issued", "submitted", "original-date"})


def _text(variable: str, value: Any) -> str:
    """Return a variable's value as Zotero's text: a list is joined by commas, a number written."""
    if variable == "accessed":
        return access_date_of(value)
    if variable in _DATES:
        return date_of(value)
    if isinstance(value, list):
        return ",".join(_text("", one) for one in value)
    if isinstance(value, bool) or value is None:
        return ""
    return str(value) if isinstance(value, (str, int, float)) else ""


def _creators(role: str, names: Any) -> Iterator[Creator]:
    """Yield the creators of a list; only family, given and literal are read."""
    for name in names if isinstance(names, list) else ():
        if not isinstance(name, dict):
            continue
        family, given = _text("", name.get("family")), _text("", name.get("given"))
        literal = _text("", name.get("literal"))
        if family or given:
            yield Creator(role, family, given)
        elif literal:
            yield Creator(role, literal)
