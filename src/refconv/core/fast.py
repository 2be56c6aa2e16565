"""Fast paths: the same results for the values that most files hold, in less time.

What a value means stands in its :class:`~refconv.core.fields.Codec`. Most values are plain, though:
a text without markup, a year, two pages. A :class:`FastPath` answers for those, and leaves any
other value to the codec. A table names its fast paths by codec (``FieldMap.fast``);
``tests/core/test_fast.py`` compares every one of them with its codec.

A table and its fast paths are compiled into one :class:`Plan` for each item type.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from functools import lru_cache
from typing import Any, NamedTuple

from attrs import frozen

from refconv.core.fields import Codec, Decoded, Field, FieldMap, Raw, Raws
from refconv.core.model import BY_NAME, NOT_VARIABLES, ROLES, ItemType, Reference, Variable
from refconv.core.rules import Rule, TypeRule

CACHE_SIZE = 1024
"""Size of a codec's cache: the same dates, pages and journals come again and again."""


@frozen(eq=False)
class FastPath:
    """What may be called in place of a codec's functions.

    Three functions answer for plain values alone:

    - ``decode_one`` is given one raw value, alone under the field's first key. It returns what
      ``decode`` would find there with nothing unused and no code, or ``None`` for any other value.
    - ``is_plain`` tells the texts that are encoded as themselves, under the first key.
    - ``encode_plain`` returns what ``encode`` would, less the empty tuples at its end, or ``None``.
      The format's ``carry`` must return these raw values as they are, and decoding them the value.

    Two replace the codec's functions for every value, for instance by a cache: ``decode`` and
    ``encode``.
    """

    decode_one: Callable[[Raw], Any] | None = None
    is_plain: Callable[[str], object] | None = None
    encode_plain: Callable[[Any], Raws | None] | None = None
    decode: Callable[[Raws], Decoded] | None = None
    encode: Callable[[Any], Raws] | None = None


def cached(codec: Codec, *, encode_plain: Callable[[Any], Raws | None] | None = None) -> FastPath:
    """Return a fast path that remembers what a codec returned last."""
    return FastPath(
        encode_plain=encode_plain,
        decode=lru_cache(CACHE_SIZE)(codec.decode),
        encode=lru_cache(CACHE_SIZE)(codec.encode),
    )


def if_text(raw: Raw) -> str | None:
    """Return a raw value that is a text: the ``decode_one`` of texts that decode to themselves."""
    return raw if isinstance(raw, str) else None


# ── a table for one item type ─────────────────────────────────────────────────────────────────────


class PlannedField(NamedTuple):
    """A field with its variable and the functions to call for its values."""

    field: Field
    variable: Variable
    decode: Callable[[Raws], Decoded]
    encode: Callable[[Any], Raws]
    decode_one: Callable[[Raw], Any] | None
    is_plain: Callable[[str], object] | None
    encode_plain: Callable[[Any], Raws | None] | None


class Slot(NamedTuple):
    """Where a key's value goes: the field, the key's position there, its rank among spellings."""

    field: int
    position: int
    rank: int


class MatchedField(NamedTuple):
    """A field, and which values of a record it takes.

    ``places`` are their indices in the record, for each of the field's keys, by rank.
    ``decode_one`` is the fast path's if there is one value only.
    """

    field: Field
    variable: Variable
    places: tuple[tuple[int, ...], ...]
    decode: Callable[[Raws], Decoded]
    decode_one: Callable[[Raw], Any] | None


class Matching(NamedTuple):
    """Which fields take which values of a record, and the indices of those that none takes."""

    fields: tuple[MatchedField, ...]
    unmatched: tuple[int, ...]


class ShapedField(NamedTuple):
    """A field, and the keys whose values it takes: for each of its own keys, by rank."""

    field: PlannedField
    keys: tuple[tuple[str, ...], ...]


class Shape(NamedTuple):
    """Which fields take the values of which keys, and the keys that none takes."""

    fields: tuple[ShapedField, ...]
    unmatched: tuple[str, ...]


class Coverage(NamedTuple):
    """Which fields hold a reference's values, in their order, and the attributes that none does."""

    places: tuple[int, ...]
    lost: tuple[str, ...]


_MATCHINGS, _COVERAGES = 256, 256
"""Sizes of a plan's caches: the records of a file have few different lists of keys."""
_LONGEST = 64
"""The matchings of records with more values are not cached: they do not recur, and take memory."""


class Step(NamedTuple):
    """A rule's function, and the attributes without which it changes nothing."""

    function: Callable[..., Reference]
    needs: frozenset[str] | None


class Steps(NamedTuple):
    """Rules in the order in which they are applied.

    ``chosen`` is a cache: the steps, each with its place, that may change a reference with some
    attributes.
    """

    steps: tuple[Step, ...]
    chosen: dict[tuple[str, ...], tuple[tuple[int, Callable[..., Reference]], ...]]

    def apply(self, reference: Reference, *native: str) -> Reference:
        """Return a reference as the rules change it; type rules are encoded with a native type."""
        done = -1
        while True:
            names = tuple(vars(reference))
            chosen = self.chosen.get(names)
            if chosen is None:
                chosen = self._choose(names)
            for place, function in chosen:
                if place > done:
                    changed = function(reference, *native)
                    if changed is not reference:
                        break
            else:
                return reference
            # It may have what the rules behind this one need.
            reference, done = changed, place

    def _choose(self, names: tuple[str, ...]) -> tuple[tuple[int, Callable[..., Reference]], ...]:
        if len(self.chosen) >= _COVERAGES:
            self.chosen.clear()
        chosen = self.chosen[names] = tuple(
            (place, step.function)
            for place, step in enumerate(self.steps)
            if step.needs is None or not step.needs.isdisjoint(names)
        )
        return chosen


class Plan(NamedTuple):
    """A table for one item type.

    ``places`` maps a variable's attribute to its field, ``slots`` every key that is read. The rules
    of the type stand in the order in which they are applied. The caches map keys of records without
    empty values, each key once or as often as it comes, and attributes of references.

    ``decode_unchanged`` is ``decode`` for a reference that encoding has not changed: the rules that
    are their own inverses change it as little, unless another has done.
    """

    fields: tuple[PlannedField, ...]
    places: Mapping[str, int]
    slots: Mapping[str, Slot]
    encode_type: Steps
    encode: Steps
    decode: Steps
    decode_unchanged: Steps
    matchings: dict[tuple[str, ...], Matching]
    shapes: dict[tuple[str, ...], Shape | None]
    coverages: dict[tuple[str, ...], Coverage]

    def like(self, other: Field) -> PlannedField | None:
        """Return the field that reads just what another field writes, if there is one."""
        slot = self.slots.get(other.keys[0])
        same = self.fields[slot.field] if slot is not None else None
        if same and (same.field.keys, same.field.variable) == (other.keys, other.variable):
            return same
        return None


def plan(table: FieldMap, kind: ItemType) -> Plan:
    """Return the plan of a table for an item type."""
    known = table.plans.get(kind)
    if known is None:
        known = table.plans[kind] = _planned(table, kind)
    return known


def _planned(table: FieldMap, kind: ItemType) -> Plan:
    fields = tuple(_planned_field(table, one) for one in table.fields_for(kind))
    slots = {
        key: Slot(i, position, 0)
        for i, planned in enumerate(fields)
        for position, key in enumerate(planned.field.keys)
    }
    for rank, alias in enumerate(table.aliases, 1):
        if (alias.types is None or kind in alias.types) and alias.of in slots:
            slots.setdefault(alias.key, slots[alias.of]._replace(rank=rank))
    places = {planned.variable.attribute: i for i, planned in enumerate(fields)}
    type_rules = [rule for rule in table.rules if isinstance(rule, TypeRule)]
    rules = [
        rule
        for rule in table.rules
        if isinstance(rule, Rule) and (rule.types is None or kind in rule.types)
    ]
    encode = [rule.encode for rule in rules]
    backwards: tuple[Rule | TypeRule, ...] = (*reversed(rules), *reversed(type_rules))
    return Plan(
        fields,
        places,
        slots,
        _steps((rule.encode, rule.needs) for rule in type_rules),
        _steps((rule.encode, rule.needs) for rule in rules),
        _steps((rule.decode, rule.needs) for rule in backwards),
        _steps(
            (rule.decode, frozenset() if rule.decode in encode else rule.needs)
            for rule in backwards
        ),
        {},
        {},
        {},
    )


def _steps(
    functions: Iterable[tuple[Callable[..., Reference] | None, frozenset[str] | None]],
) -> Steps:
    return Steps(tuple(Step(does, needs) for does, needs in functions if does is not None), {})


_NONE = FastPath()


def _planned_field(table: FieldMap, field: Field) -> PlannedField:
    codec, fast = field.codec, table.fast.get(field.codec, _NONE)
    return PlannedField(
        field,
        BY_NAME[field.variable],
        fast.decode or codec.decode,
        fast.encode or codec.encode,
        fast.decode_one,
        fast.is_plain,
        fast.encode_plain,
    )


def match(table: FieldMap, plan: Plan, keys: tuple[str, ...], raws: Sequence[Raw]) -> Matching:
    """Return which fields take which of a record's values; an empty value matches none."""
    if not all(raws):
        return _matched(table, plan, keys, [not raw and _is_empty(raw) for raw in raws])
    known = plan.matchings.get(keys)
    if known is None:
        places: dict[str, list[int]] = {}
        for place, key in enumerate(keys):
            if key in places:
                places[key].append(place)
            else:
                places[key] = [place]
        repeats = len(places) < len(keys)
        if repeats and (shape := _shape(table, plan, tuple(places))) is not None:
            return _shaped(shape, places)
        known = _matched(table, plan, keys, [False] * len(keys))
        if len(plan.matchings) >= _MATCHINGS:
            plan.matchings.clear()
        if len(keys) <= _LONGEST:
            plan.matchings[keys] = known
    return known


def _shape(table: FieldMap, plan: Plan, keys: tuple[str, ...]) -> Shape | None:
    """Return the shape of records that have these keys, each as often as may be.

    ``None`` if two keys are equal to the table: then the order of their values matters.
    """
    if keys in plan.shapes:
        return plan.shapes[keys]
    if len(keys) > _LONGEST:
        return None
    if len(plan.shapes) >= _MATCHINGS:
        plan.shapes.clear()
    matching = _matched(table, plan, keys, [False] * len(keys))
    slots = [plan.slots.get(key) or plan.slots.get(table.fold(key)) for key in keys]
    taken = [slot for slot in slots if slot is not None]
    shape = None
    if len(set(taken)) == len(taken):
        places = plan.places
        fields = (
            ShapedField(
                plan.fields[places[one.variable.attribute]],
                tuple(tuple(keys[i] for i in column) for column in one.places),
            )
            for one in matching.fields
        )
        shape = Shape(tuple(fields), tuple(keys[i] for i in matching.unmatched))
    plan.shapes[keys] = shape
    return shape


def _shaped(shape: Shape, places: Mapping[str, Sequence[int]]) -> Matching:
    """Return the matching of a record of a shape, given the places of each key's values."""
    fields: list[MatchedField] = []
    for planned, columns in shape.fields:
        if len(columns) == 1 and len(columns[0]) == 1:
            found: tuple[tuple[int, ...], ...] = (tuple(places[columns[0][0]]),)
        else:
            found = tuple([tuple([i for key in keys for i in places[key]]) for keys in columns])
        is_one = len(found[0]) == 1 and (len(found) == 1 or not any(found[1:]))
        decode_one = planned.decode_one if is_one else None
        fields.append(
            MatchedField(planned.field, planned.variable, found, planned.decode, decode_one)
        )
    unmatched = [i for key in shape.unmatched for i in places[key]]
    unmatched.sort()
    return Matching(tuple(fields), tuple(unmatched))


def _matched(
    table: FieldMap, plan: Plan, keys: Sequence[str], is_empty: Sequence[bool]
) -> Matching:
    unmatched: list[int] = []
    # For each field the positions of its keys in it, their ranks, and the places of their values.
    found: dict[int, list[tuple[int, int, int]]] = {}
    for place, key in enumerate(keys):
        slot = plan.slots.get(key) or plan.slots.get(table.fold(key))
        if slot is None or is_empty[place]:
            unmatched.append(place)
        else:
            found.setdefault(slot.field, []).append((slot.position, slot.rank, place))
    matched = (_matched_field(plan.fields[index], values) for index, values in found.items())
    return Matching(tuple(matched), tuple(unmatched))


def _matched_field(planned: PlannedField, values: list[tuple[int, int, int]]) -> MatchedField:
    values.sort()
    positions = range(len(planned.field.keys))
    places = tuple([tuple([i for at, _, i in values if at == position]) for position in positions])
    decode_one = planned.decode_one if len(values) == len(places[0]) == 1 else None
    return MatchedField(planned.field, planned.variable, places, planned.decode, decode_one)


def _is_empty(raw: Raw) -> bool:
    return raw is None or raw is False or (hasattr(raw, "__len__") and len(raw) == 0)


def coverage(plan: Plan, reference: Reference) -> Coverage:
    """Return which fields hold the values of a reference."""
    if reference.et_al:
        roles = (name for name, variable in ROLES.items() if variable in reference.et_al)
        return _covered(plan, {*reference.given(), *roles})
    given = tuple(vars(reference))
    known = plan.coverages.get(given)
    if known is None:
        if len(plan.coverages) >= _COVERAGES:
            plan.coverages.clear()
        known = plan.coverages[given] = _covered(plan, given)
    return known


def _covered(plan: Plan, names: Iterable[str]) -> Coverage:
    names = [*names]
    places = sorted([plan.places[name] for name in names if name in plan.places])
    lost = (name for name in names if name not in plan.places and name not in NOT_VARIABLES)
    return Coverage(tuple(places), tuple(lost))
