"""Two-way rules: what no field of a table can express.

A program may look for a value where the specification has another one, or a type may say more than
the type. Each such pairing is a named rule with its inverse. ``FieldMap.rules`` lists a table's
rules in order: encoding applies them from first to last, decoding from last to first.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable
from typing import TYPE_CHECKING, TypeAlias

from attrs import frozen

from refconv.core.model import ItemType, Reference

if TYPE_CHECKING:
    from refconv.core.diagnostics import Diagnostic
    from refconv.core.fields import Record


@frozen(eq=False)
class Rule:
    """A rule on references.

    ``encode`` is given a reference whose type is already the one that its record will be read as,
    and puts values where readers of the format look for them; ``decode`` takes them back. A rule
    that has only one of the two is one-way. With ``types`` it is for some item types. ``needs`` are
    attributes: a reference that has none of them is not changed, and the rule is not asked.

    >>> serials = Rule("series", encode=lambda reference: reference.changed(collection_title=""))
    >>> serials.decode is None
    True
    """

    name: str
    encode: Callable[[Reference], Reference] | None = None
    decode: Callable[[Reference], Reference] | None = None
    types: frozenset[ItemType] | None = None
    needs: frozenset[str] | None = None


@frozen(eq=False)
class TypeRule:
    """A rule on what a native type does not say.

    ``encode(reference, native)`` is given the reference with its own type, and the native type that
    will be written; it puts into variables what that type does not say. ``decode`` may change the
    type. Type rules are encoded before rules of the other classes, and decoded after them.
    ``needs`` are as those of a :class:`Rule`.
    """

    name: str
    encode: Callable[[Reference, str], Reference] | None = None
    decode: Callable[[Reference], Reference] | None = None
    needs: frozenset[str] | None = None


@frozen(eq=False)
class RecordRule:
    """A rule on records.

    ``encode(record, reference)`` is given the record as the fields made it, and what it was made
    of; ``decode`` is applied before the fields, and ``report`` yields what was odd about a record
    that ``decode`` has changed.
    """

    name: str
    encode: Callable[[Record, Reference], Record] | None = None
    decode: Callable[[Record], Record] | None = None
    report: Callable[[Record], Iterable[Diagnostic]] | None = None


AnyRule: TypeAlias = Rule | TypeRule | RecordRule
