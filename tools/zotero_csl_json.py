"""The tables of what Zotero stores of CSL-JSON, made from measurements."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import NamedTuple

from refconv.clients.zotero.schema import fields_of_variable, item_types
from tools.zotero_measurements import Row, rows


class _Measured(NamedTuple):
    csl_type: str
    variable: str
    kind: str
    where: str


def _reads(data: Path) -> Iterator[_Measured]:
    for csl_type, variable, _, kind, where, _ in rows(data / "reads_csl.tsv"):
        if kind in item_types() and variable != "note" and "(undetected)" not in csl_type:
            yield _Measured(csl_type, variable, kind, where)


def csl_types(data: Path) -> Iterator[Row]:
    """Yield the types that a file may have, and the variables that make another item of one."""
    plain = {one.csl_type: one.kind for one in _reads(data) if one.variable == "title"}
    changes: dict[tuple[str, str], list[str]] = defaultdict(list)
    for one in _reads(data):
        known = changes[one.csl_type, one.kind]
        if one.where == "item type" and " + " not in one.variable and one.variable not in known:
            known.append(one.variable)
    yield "CSL type", "item type", "variables"
    for csl_type, kind in plain.items():
        yield csl_type, kind, ""
        for (of, changed), variables in changes.items():
            if of == csl_type:
                yield of, changed, " ".join(variables)


def csl_fields(data: Path) -> Iterator[Row]:
    """Yield the fields that each variable is; the first one that the item type has is set.

    Where types that have a field do not take it from the variable, those that do are named. Item
    types that no CSL type makes alone take what Zotero's exporter writes of them.
    """
    measured = {(one.variable, one.kind) for one in _reads(data)}
    written = {
        (kind, name, variable)
        for kind, name, _, form, variable, _ in rows(data / "writes_zotero.tsv")
        if form == "CSL JSON"
    }
    yield "variable", "field", "only in types"
    for variable, found in _places(data, "field ").items():
        others = fields_of_variable().get(variable, frozenset()) - set(found.values())
        for name in [*_in_order(found), *sorted(others & _all_fields())]:
            able = {kind for kind, schema in item_types().items() if name in schema.fields}
            refusing = {kind for kind in able - found.keys() if (variable, kind) in measured}
            taking = {kind for kind, field in found.items() if field == name}
            taking |= {kind for kind in able - refusing if (kind, name, variable) in written}
            yield variable, name, " ".join(sorted(taking)) if refusing else ""


def _in_order(found: Mapping[str, str]) -> list[str]:
    """Return fields so that the one that a type stores stands before the others that it has."""
    names = sorted(set(found.values()))
    before = {
        (name, other)
        for kind, name in found.items()
        for other in names
        if other != name and other in item_types()[kind].fields
    }
    ordered: list[str] = []
    while names:
        first = next(one for one in names if not any((other, one) in before for other in names))
        ordered.append(first)
        names.remove(first)
    return ordered


_ROLES = (
    "author container-author chair performer composer contributor director editor "
    "executive-producer guest host interviewer narrator original-author organizer producer "
    "recipient reviewed-author series-creator collection-editor script-writer translator"
).split()
"""The order in which Zotero reads the names, whatever their order in the file."""


def csl_roles(data: Path) -> Iterator[Row]:
    """Yield the roles that each variable is; a type that has none of them takes its primary one."""
    yield "variable", "roles"
    measured = _places(data, "creator ")
    for variable in sorted(measured, key=_ROLES.index):
        found = measured[variable]
        own = {role for kind, role in found.items() if role != item_types()[kind].roles[0]}
        places = fields_of_variable().get(variable, frozenset())
        yield variable, " ".join(sorted(own | {one for one in places if one in _all_roles()}))


def _places(data: Path, prefix: str) -> dict[str, dict[str, str]]:
    """Return the field or role of each variable, by item type."""
    found: dict[str, dict[str, str]] = defaultdict(dict)
    for one in _reads(data):
        if one.where.startswith(prefix) and " + " not in one.variable:
            found[one.variable][one.kind] = one.where.removeprefix(prefix)
    return found


def _all_fields() -> frozenset[str]:
    return frozenset(name for schema in item_types().values() for name in schema.fields)


def _all_roles() -> frozenset[str]:
    return frozenset(role for schema in item_types().values() for role in schema.roles)
