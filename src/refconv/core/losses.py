"""Losses: what an output cannot hold of a reference, computed and never written by hand.

:func:`predict_decoded` predicts the reference that reading the output returns, :func:`differences`
compares it with the one that was written, and :func:`apply` makes the one of the other again.

A loss's path is ``type``, ``id``, a CSL name (``container-title``), a member of one
(``author[3].orcid``, ``author[3]``, ``author.et-al``), ``custom`` or one entry of it
(``custom[2]``).
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from typing import Any, NamedTuple

from attrs import asdict, evolve

from refconv.core.fast import Plan, coverage, plan
from refconv.core.fields import FieldMap, Record
from refconv.core.lens import Encoded, decode_record
from refconv.core.model import BY_NAME, NOT_VARIABLES, VARIABLES, Custom, Name, Reference, in_custom
from refconv.core.report import Loss, Losses


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
    if changed is None:
        return None
    lost = coverage(written, reference).lost
    keeps_type = reader.keeps_type(record.type, kind)
    if not (changed or lost or keeps_type or encoded.custom or reference.custom):
        is_given = encoded.is_given and read is written
        return (read.decode_unchanged if is_given else read.decode).apply(reference)
    if any(reader.fold(key) in read.slots for key, _ in encoded.custom):
        return None
    # What no field takes is lost.
    changed |= dict.fromkeys(lost)
    custom = [(reader.custom_key(key), raw) for key, raw in encoded.custom]
    if keeps_type:
        custom.insert(0, (reader.custom_key(reader.type_key), record.type))
    if custom or reference.custom:
        changed["custom"] = in_custom(custom)
    if changed:
        reference = Reference.unchecked(**{**reference.given(), **changed})
    return read.decode.apply(reference)


def _has_rules(table: FieldMap, reader: FieldMap, record: Record) -> bool:
    """Return whether a rule on records has changed this one, or will."""
    for rule in table.record_rules:
        if rule.encode is not None:
            return True
    for rule in reader.record_rules:
        if rule.decode is not None and rule.decode(record) is not record:
            return True
    return False


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
    """A path in a reference, its value there, and the value of the other reference.

    ``kept`` is ``None`` if the other one has no value there.
    """

    path: str
    value: Any
    kept: Any


def differences(reference: Reference, back: Reference) -> Iterator[Difference]:
    """Yield the differences between a reference and the one that is read back.

    >>> [*differences(Reference(title="A", volume=1), Reference(title="a"))]
    [Difference(path='title', value='A', kept='a'), Difference(path='volume', value='1', kept=None)]
    """
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
    """Yield the entries that are missing; if there are other differences, the whole ``custom``."""
    missing: list[Difference] = []
    left = iter(back)
    following = next(left, None)
    for index, entry in enumerate(custom):
        if entry == following:
            following = next(left, None)
        else:
            missing.append(Difference(f"custom[{index}]", entry, None))
    if following is None:
        yield from missing
    else:
        yield Difference("custom", custom, back)


_PATH = re.compile(r"(?P<name>[\w-]+)(?:\[(?P<index>\d+)\])?(?:\.(?P<part>[\w-]+))?")


def apply(references: Iterable[Reference], losses: Iterable[Loss]) -> tuple[Reference, ...]:
    """Return the references as the written file holds them: each loss's ``kept`` at its path.

    For the :class:`~refconv.core.report.Losses` of a text, with what it holds in another spelling.

    Raises:
        ValueError: for a loss whose path is no place in a reference.

    >>> apply([Reference(title="A")], [Loss(0, "a", "title", "A", "a")])
    (Reference(type='document', id='', title='a'),)
    """
    changed = list(references)
    by_index: dict[int, list[Loss]] = {}
    respelled = losses.respelled if isinstance(losses, Losses) else ()
    for loss in (*losses, *respelled):
        by_index.setdefault(loss.index, []).append(loss)
    for index, found in by_index.items():
        changes = _Changes(changed[index], {}, {}, set())
        for loss in found:
            changes.add(_parsed_path(loss.path), loss.kept)
        changed[index] = changes.applied()
    return tuple(changed)


class _Path(NamedTuple):
    """A path taken apart: ``author[3].orcid`` is the part ``orcid`` of name 3 of ``author``."""

    variable: str
    place: int | None
    part: str | None


def _parsed_path(path: str) -> _Path:
    match = _PATH.fullmatch(path)
    if match is None or not (match["name"] in BY_NAME or match["name"] in _TOP):
        raise ValueError(f"no such place in a reference: {path!r}")
    index = match["index"]
    return _Path(match["name"], None if index is None else int(index), match["part"])


class _Changes(NamedTuple):
    """The changes of one reference.

    ``values`` has new values by attribute, ``names`` what becomes of single names, by variable and
    index: another name, or new parts. A name's parts change together, for one by one a name could
    be without any in between. ``dropped`` lists the indices of missing entries of ``custom``.
    """

    reference: Reference
    values: dict[str, Any]
    names: dict[tuple[str, int], Name | dict[str, str]]
    dropped: set[int]

    def add(self, path: _Path, kept: Any) -> None:
        """Add a change: ``kept`` at a path."""
        name, place, part = path
        if name == "custom" and place is not None:
            self.dropped.add(place)
        elif name in _TOP:
            self.values[name] = kept or ""
        elif part == "et-al":
            et_al = self.values.get("et_al", self.reference.et_al)
            self.values["et_al"] = et_al | {name} if kept else et_al - {name}
        elif place is not None:
            self._add_name((name, place), part, kept)
        else:
            attribute = BY_NAME[name].attribute
            self.values[attribute] = getattr(_EMPTY, attribute) if kept is None else kept

    def _add_name(self, place: tuple[str, int], part: str | None, kept: Any) -> None:
        if part is None:
            self.names[place] = kept
            return
        parts = self.names.setdefault(place, {})
        if isinstance(parts, dict):
            parts[part.replace("-", "_")] = kept or ""

    def applied(self) -> Reference:
        """Return the reference with all changes."""
        values = {**self.values}
        for (variable, index), kept in self.names.items():
            attribute = BY_NAME[variable].attribute
            names = list(values.get(attribute, getattr(self.reference, attribute)))
            names[index] = evolve(names[index], **kept) if isinstance(kept, dict) else kept
            values[attribute] = tuple(names)
        if self.dropped:
            custom = self.reference.custom
            values["custom"] = [one for i, one in enumerate(custom) if i not in self.dropped]
        return self.reference.changed(**values)


_EMPTY = Reference()
_TOP = NOT_VARIABLES - {"et_al"}
