"""What a written reference does not carry: computed, by reading back what was written.

A loss's path is ``type``, ``id``, a CSL name (``container-title``), a member of one
(``author[3].orcid``, ``author[3]``, ``author.et-al``), ``custom`` or one entry of it
(``custom[2]``).
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from typing import Any, NamedTuple

from attrs import asdict, evolve

from refconv.core.fast import Plan, coverage, plan
from refconv.core.fields import FieldMap, Record
from refconv.core.lens import Encoded, decode_record
from refconv.core.model import BY_NAME, NOT_VARIABLES, VARIABLES, Custom, Name, Reference, in_custom
from refconv.core.report import Loss


def predict_decoded(table: FieldMap, reader: FieldMap, encoded: Encoded) -> Reference:
    """Predict the reference that parsing this encoded record returns.

    Each value is decoded by itself. If what becomes of one depends on others, the whole record is
    decoded.

    Args:
        table: The table that encoded it.
        reader: The table that reads the file, which is the same or the format's main one.
        encoded: The record, with what it was made of.
    """
    predicted = _value_by_value(table, reader, encoded)
    return decode_record(reader, encoded.record)[0] if predicted is None else predicted


def _value_by_value(table: FieldMap, reader: FieldMap, encoded: Encoded) -> Reference | None:
    record, reference = encoded.record, encoded.reference
    kind = reader.read_type(record.type) or reader.fallback[1]
    if _has_rules(table, reader, record) or kind != reference.type:
        return None
    written, read = plan(table, kind), plan(reader, kind)
    changed = _changed(encoded, written, read)
    if changed is None or any(reader.fold(key) in read.slots for key, _ in encoded.custom):
        return None
    # What no field takes is lost.
    changed |= dict.fromkeys(coverage(written, reference).lost)
    custom = [(reader.custom_key(key), raw) for key, raw in encoded.custom]
    if reader.write_type(kind) != record.type:
        custom.insert(0, (reader.custom_key(reader.type_key), record.type))
    if custom or reference.custom:
        changed["custom"] = in_custom(custom)
    if changed:
        reference = Reference.unchecked(**{**reference.given(), **changed})
    for decode in read.decode:
        reference = decode(reference)
    return reference


def _has_rules(table: FieldMap, reader: FieldMap, record: Record) -> bool:
    """Tell whether a rule on records has changed this one, or will."""
    return any(rule.encode is not None for rule in table.record_rules) or any(
        rule.decode is not None and rule.decode(record) is not record
        for rule in reader.record_rules
    )


def _changed(encoded: Encoded, written: Plan, read: Plan) -> dict[str, Any] | None:
    """Return the values that are decoded as others; ``None`` if that is not certain."""
    changed: dict[str, Any] = {}
    et_al: list[str] = []
    for place, raws in encoded.fields:
        if raws is None and read is written:
            continue
        planned = written.fields[place]
        reading = planned if read is written else read.like(planned.field)
        if reading is None:
            return None
        if raws is None:
            continue
        back = None
        if any(raws):
            decoded = reading.decode(raws)
            back = decoded.value
            if back is None or decoded.unused or not all(map(all, raws)):
                return None
        variable = planned.variable
        if variable.kind == "names" and back is not None:
            et_al += [variable.name] * back.et_al
            back = back.names
        if back != getattr(encoded.reference, variable.attribute):
            changed[variable.attribute] = back
    if et_al or encoded.reference.et_al:
        changed["et_al"] = frozenset(et_al)
    return changed


class Difference(NamedTuple):
    """A place in a reference, what stands there, and what stands there in the other one."""

    path: str
    value: Any
    kept: Any


def differences(reference: Reference, back: Reference) -> Iterator[Difference]:
    """Compare a reference with what became of it."""
    if reference == back:
        return
    if reference.type != back.type:
        yield Difference("type", reference.type, back.type)
    if reference.id != back.id:
        yield Difference("id", reference.id, back.id or None)
    given = {*reference.given(), *back.given()}
    for place in sorted(_PLACES[attribute] for attribute in given - NOT_VARIABLES):
        name, attribute, kind = _VARIABLES[place]
        value, kept = getattr(reference, attribute), getattr(back, attribute)
        if value == kept:
            continue
        if kind == "names" and len(value) == len(kept):
            yield from _name_differences(name, value, kept)
        else:
            yield Difference(name, value, kept or None)
    for name in sorted(reference.et_al ^ back.et_al):
        added = name in back.et_al
        yield Difference(f"{name}.et-al", not added, added or None)
    yield from _custom_differences(reference.custom, back.custom)


_VARIABLES = tuple((v.name, v.attribute, v.kind) for v in VARIABLES)
_PLACES = {attribute: place for place, (_, attribute, _) in enumerate(_VARIABLES)}


def _name_differences(
    variable: str, names: tuple[Name, ...], back: tuple[Name, ...]
) -> Iterator[Difference]:
    for index, (name, kept) in enumerate(zip(names, back, strict=True)):
        if name == kept:
            continue
        path = f"{variable}[{index}]"
        if bool(name.literal) != bool(kept.literal):
            yield Difference(path, name, kept)
            continue
        parts = asdict(kept)
        for part, value in asdict(name).items():
            if value != parts[part]:
                # As CSL-JSON spells it.
                yield Difference(f"{path}.{part.replace('_', '-')}", value, parts[part] or None)


def _custom_differences(custom: Custom, back: Custom) -> Iterator[Difference]:
    """Name the entries that are gone; where that does not tell all, the whole."""
    gone: list[Difference] = []
    left = iter(back)
    following = next(left, None)
    for index, entry in enumerate(custom):
        if entry == following:
            following = next(left, None)
        else:
            gone.append(Difference(f"custom[{index}]", entry, None))
    if following is None:
        yield from gone
    else:
        yield Difference("custom", custom, back)


_PATH = re.compile(r"(?P<name>[\w-]+)(?:\[(?P<index>\d+)\])?(?:\.(?P<part>[\w-]+))?")


def apply(references: Iterable[Reference], losses: Iterable[Loss]) -> tuple[Reference, ...]:
    """Give the references as the written file has them: each loss's ``kept`` in its place.

    Raises:
        ValueError: for a loss whose path is no place in a reference.
    """
    changed = list(references)
    by_index: dict[int, list[Loss]] = {}
    for loss in losses:
        by_index.setdefault(loss.index, []).append(loss)
    for index, own in by_index.items():
        changed[index] = _applied(changed[index], own)
    return tuple(changed)


def _applied(reference: Reference, losses: Sequence[Loss]) -> Reference:
    changes: dict[str, Any] = {}
    dropped: set[int] = set()
    # A name's parts change together: one by one, a name could be without any in between.
    people: dict[tuple[str, int], Name | dict[str, str]] = {}
    for loss in losses:
        match = _PATH.fullmatch(loss.path)
        if match is None or not (match["name"] in BY_NAME or match["name"] in _TOP):
            raise ValueError(f"no such place in a reference: {loss.path!r}")
        name, index, part = match["name"], match["index"], match["part"]
        if name == "custom" and index is not None:
            dropped.add(int(index))
        elif name in _TOP:
            changes[name] = loss.kept or ""
        elif part == "et-al":
            et_al = changes.get("et_al", reference.et_al)
            changes["et_al"] = et_al | {name} if loss.kept else et_al - {name}
        elif index is None:
            attribute = BY_NAME[name].attribute
            absent = getattr(_EMPTY, attribute)
            changes[attribute] = absent if loss.kept is None else loss.kept
        elif part is None:
            people[name, int(index)] = loss.kept
        else:
            parts = people.setdefault((name, int(index)), {})
            if isinstance(parts, dict):
                parts[part.replace("-", "_")] = loss.kept or ""
    for (name, place), kept in people.items():
        attribute = BY_NAME[name].attribute
        names = list(changes.get(attribute, getattr(reference, attribute)))
        names[place] = evolve(names[place], **kept) if isinstance(kept, dict) else kept
        changes[attribute] = tuple(names)
    if dropped:
        left = (entry for i, entry in enumerate(reference.custom) if i not in dropped)
        changes["custom"] = tuple(left)
    return reference.changed(**changes)


_EMPTY = Reference()
_TOP = NOT_VARIABLES - {"et_al"}
