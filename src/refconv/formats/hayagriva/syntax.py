"""Hayagriva's syntax: entries with parents ↔ records with a key for each path.

A key is the name of a field: ``title``, ``title/short``, ``serial-number/doi``, ``url/date``,
``affiliated/translator``; before it stands where it belongs: ``parent/`` (what the entry was
published in), ``parent/parent/``, ``conference/`` (an event beside that) or ``original/``. Any
further parent is kept whole (``parent-2``).
"""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator, Mapping
from typing import Any

from attrs import evolve

from refconv.core.fields import Raw, Record
from refconv.formats.base import Join
from refconv.formats.hayagriva.types import DEFAULT_PARENTS, EVENTS, native_type, parts
from refconv.formats.yaml.nodes import Composer, YamlMap
from refconv.formats.yaml.values import YamlValues
from refconv.formats.yaml.yaml_entries import YamlEntry, entries_of_map
from refconv.formats.yaml.yaml_text import without_surrogates_in_yaml, yaml_lines

SERIES = "anthology"
"""The type that is written for a parent that is a series."""

FURTHER = "parent-"

_MAIN = {"title": "value", "publisher": "name", "url": "value"}
_FORMATTED = frozenset(
    "title genre abstract note archive archive-location call-number organization location".split()
)
_PEOPLE = frozenset({"author", "editor"})
_PARENT = re.compile(r"((?:parent|conference|original)/)(.+)", re.DOTALL)
_CAMEL = re.compile(r"(?<=[a-z])(?=[A-Z])")
_DEEPEST = 2

# ── reading ───────────────────────────────────────────────────────────────────────────────────────


def _record(entry: YamlEntry, values: YamlValues) -> Record:
    pairs = {}
    lines = {}
    doubles = []
    for key, node, line in values.pairs(entry.node):
        value = values.value(node)
        if key in pairs:
            doubles.append((key, value, line))
        elif value is not None:
            pairs[key], lines[key] = value, line
    kind, fields = flat(pairs, 0)
    placed = [(key, value, lines.get(_top(key, pairs), entry.line)) for key, value in fields]
    placed += [one for one in doubles if one[1] is not None]
    return Record(
        kind,
        entry.key,
        tuple((key, value) for key, value, _ in placed),
        entry.line,
        tuple(line for _, _, line in placed),
    )


def _top(key: str, pairs: Mapping[str, Any]) -> str:
    name = key.partition("/")[0]
    return name if name in pairs else "parent"


def flat(pairs: Mapping[str, Any], depth: int) -> tuple[str, list[tuple[str, Raw]]]:
    """Return the native type of an entry, and its fields by path."""
    own = str(pairs.get("type") or "").casefold() or "misc"
    fields: list[tuple[str, Raw]] = []
    for key, value in pairs.items():
        if key not in ("type", "parent"):
            fields += _flat_field(key, value)
    container, others = _parents(pairs.get("parent"), own)
    if not container and "conference/" in others:
        kind = native_type(own, _type_of(others["conference/"], own))
    else:
        kind = native_type(own, _type_of(container, own) if container else "")
    named = {**({"parent/": container} if container else {}), **others}
    for prefix, parent in named.items():
        if not prefix.endswith("/") or depth >= _DEEPEST:
            fields.append((prefix.rstrip("/"), parent))
            continue
        _, inner = flat(parent, depth + 1)
        stated = _type_of(parent, own) if prefix == "parent/" else str(parent.get("type", ""))
        if stated.casefold() != _implied(kind, prefix, depth):
            inner.insert(0, ("type", stated.casefold()))
        fields += [(f"{prefix}{key}", value) for key, value in inner]
    return kind, fields


def _type_of(parent: Mapping[str, Any], own: str) -> str:
    return str(parent.get("type") or DEFAULT_PARENTS.get(own, "misc")).casefold()


def _implied(kind: str, prefix: str, depth: int) -> str:
    """Return the type that a parent is written with if its record does not name it.

    It is one that makes no other native type of the entry.
    """
    own, parent = parts(kind)
    if prefix == "original/":
        return "original"
    if not depth and parent and (parent in EVENTS) == (prefix == "conference/"):
        return parent
    usual = DEFAULT_PARENTS.get(own, SERIES)
    choice = ("conference", "exhibition") if prefix == "conference/" else (usual, "misc")
    is_other = native_type(own, choice[0]) != own and not (parent or depth)
    return choice[is_other]


def _parents(raw: Any, own: str) -> tuple[Mapping[str, Any], dict[str, Any]]:
    """Return what an entry was published in, and its other parents by their prefixes."""
    container: Mapping[str, Any] = {}
    others: dict[str, Any] = {}
    for parent in raw if isinstance(raw, list) else [raw]:
        if isinstance(parent, str) and parent:
            # The title alone, which typst refuses.
            parent = {"title": parent}  # noqa: PLW2901
        if not isinstance(parent, dict):
            others |= {further(others): parent} if parent else {}
            continue
        kind = _type_of(parent, own)
        if kind in EVENTS and "conference/" not in others:
            others["conference/"] = parent
        elif kind == "original" and "original/" not in others:
            others["original/"] = parent
        elif not container:
            container = parent
        else:
            others[further(others)] = parent
    return container, others


def further(names: Collection[str]) -> str:
    """Return the key of one more parent that is kept whole."""
    return f"{FURTHER}{sum(name.startswith(FURTHER) for name in names) + 2}"


def _flat_field(key: str, value: Any) -> Iterator[tuple[str, Raw]]:
    """Yield a field of an entry, a pair for each of its parts."""
    if value in (None, "", [], {}):
        return
    if key == "affiliated":
        yield from _affiliated(value)
    elif key == "serial-number" and isinstance(value, dict):
        for name, number in value.items():
            yield from [(f"{key}/{name.casefold()}", number)] if number else []
    elif isinstance(value, dict) and (key in _MAIN or key in _FORMATTED):
        main = _MAIN.get(key, "value")
        for name, part in value.items():
            name = "short" if name == "shorthand" else name  # noqa: PLW2901
            yield from [(key if name == main else f"{key}/{name}", part)] if part else []
    elif key in _PEOPLE and not isinstance(value, list):
        yield key, [value]
    else:
        yield key, value


def _affiliated(value: Any) -> Iterator[tuple[str, Raw]]:
    people: dict[str, list[Any]] = {}
    for group in value if isinstance(value, list) else [value]:
        role = group.get("role") if isinstance(group, dict) else None
        if not isinstance(role, str) or {*group} != {"role", "names"}:
            yield "affiliated", group
            continue
        names = group["names"]
        role = _CAMEL.sub("-", role).casefold()
        people.setdefault(role, []).extend(names if isinstance(names, list) else [names])
    yield from ((f"affiliated/{role}", names) for role, names in people.items())


CHUNKING = entries_of_map(_record)

# ── writing ───────────────────────────────────────────────────────────────────────────────────────

_NUMBERS = frozenset("date volume volume-total issue edition page-range page-total chapter".split())


def _entry(record: Record) -> str:
    """Write an entry."""
    body = nested(record.type, record.fields, 0)
    lines = [f"  {line}" for line in yaml_lines(body, _NUMBERS)]
    head = [*yaml_lines({record.id or "x": ""})]
    head[-1] = head[-1].removesuffix(' ""')
    return "\n".join((*head, *lines, ""))


JOIN = Join(_entry, separator="\n")


def nested(native: str, fields: Any, depth: int) -> dict[str, Any]:
    """Return an entry as a mapping, with its parents in it."""
    own, parent = parts(native)
    body: dict[str, Any] = {"type": own}
    inner: dict[str, list[tuple[str, Raw]]] = {}
    others: list[Any] = []
    if parent:
        inner["conference/" if parent in EVENTS else "parent/"] = []
    for key, raw in fields:
        if match := _PARENT.fullmatch(key):
            inner.setdefault(match[1], []).append((match[2], raw))
        elif key.startswith(FURTHER):
            others.append(raw)
        elif key == "type":
            body["type"] = raw
        else:
            _put(body, key, raw)
    parents = [
        nested(_implied(native, prefix, depth), inner[prefix], depth + 1)
        for prefix in ("parent/", "conference/", "original/")
        if prefix in inner
    ]
    if depth or parents or others:
        everything = [*parents, *others]
        if everything:
            body["parent"] = everything[0] if len(everything) == 1 else everything
    return body


def _put(body: dict[str, Any], key: str, raw: Raw) -> None:
    """Add a field to an entry; what has several parts is a mapping."""
    name, slash, part = key.partition("/")
    if name == "affiliated":
        group = {"role": part, "names": _one_or_all(raw)} if slash else raw
        body.setdefault(name, []).append(group)
    elif not slash:
        value = _one_or_all(raw) if key in _PEOPLE else raw
        if isinstance(body.get(key), dict) and key in {*_MAIN, *_FORMATTED}:
            body[key] = {_MAIN.get(key, "value"): value, **body[key]}
        else:
            body[key] = value
    else:
        main = _MAIN.get(name, "value")
        before = body.get(name, {})
        body[name] = {**(before if isinstance(before, dict) else {main: before}), part: raw}


def _one_or_all(raw: Raw) -> Raw:
    return raw[0] if isinstance(raw, list) and len(raw) == 1 and raw[0] else raw


# Fields that are texts: typst refuses a file where one of them is a list or a mapping.
_TEXT = re.compile(
    r"(?:(?:parent|conference|original)/){0,2}(?:title|date|genre|abstract|note|archive|location"
    r"|archive-location|call-number|organization|volume|volume-total|issue|edition|page-range"
    r"|page-total|chapter|language|runtime|time-range|url|publisher|type)(?:/.*)?",
    re.DOTALL,
)
_LEGAL = re.compile(r"(?:(?:parent|conference|original)/){0,2}[a-z][a-z-]*(?:/[a-z][a-z-]*)?")


def carry(key: str, raw: Raw) -> Raw | None:
    """Return the raw value of a key as reading returns it after it was written."""
    if not isinstance(raw, str) and _TEXT.fullmatch(key):
        return None
    if isinstance(raw, str) and raw and _LEGAL.fullmatch(key):
        return without_surrogates_in_yaml(raw)
    try:
        if key.startswith(FURTHER):
            return _read_again("x", raw)
        return _read_again(key, raw)
    except (RecursionError, TypeError, ValueError):
        return None


def _read_again(key: str, raw: Raw) -> Raw | None:
    lines = [*yaml_lines(nested("misc", [(key, raw)], 0), _NUMBERS)]
    composer = Composer()
    roots = composer.compose("\n".join(lines), 1)
    if composer.is_broken or len(roots) != 1 or not isinstance(roots[0], YamlMap):
        return None
    _, fields = flat(YamlValues().value(roots[0]), 0)
    return next((value for name, value in fields if name == key), None)


def with_further_parents(record: Record, _: object) -> Record:
    """Keep those further parents that reading does not take for another one."""
    if not any(key.startswith(FURTHER) for key, _ in record.fields):
        return record
    prefixes = {match[1] for key, _ in record.fields if (match := _PARENT.fullmatch(key))}
    parent = parts(record.type)[1]
    prefixes |= {"conference/" if parent in EVENTS else "parent/"} if parent else set()
    fields: list[tuple[str, Raw]] = []
    for key, raw in record.fields:
        if not key.startswith(FURTHER):
            fields.append((key, raw))
        elif isinstance(raw, dict) and _stays(raw, prefixes, parts(record.type)[0]):
            fields.append((further([name for name, _ in fields]), raw))
    return Record(record.type, record.id, tuple(fields), record.line)


def with_main_parts(record: Record, _: object) -> Record:
    """Leave out the parts of a title or an address that is not there: typst wants it."""
    keys = {key for key, _ in record.fields}
    kept = tuple(pair for pair in record.fields if (_main_of(pair[0]) or pair[0]) in keys)
    return record if len(kept) == len(record.fields) else evolve(record, fields=kept, lines=())


def _main_of(key: str) -> str:
    """Return the key of which this one is a part; empty if it can stand alone."""
    head, _, part = key.rpartition("/")
    return head if part and head.rpartition("/")[2] in _FORMATTED | {"url"} else ""


def _stays(parent: Mapping[str, Any], prefixes: set[str], own: str) -> bool:
    kind = _type_of(parent, own)
    place = "conference/" if kind in EVENTS else "original/" if kind == "original" else "parent/"
    return place in prefixes


def legal_id(key: str) -> str:
    """Return the nearest id that the format can hold."""
    return without_surrogates_in_yaml(key)
