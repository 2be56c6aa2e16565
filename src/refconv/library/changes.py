"""What is done to references between reading and writing: select them, and choose their values."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING, NamedTuple

from attrs import frozen

from refconv.core.model import Reference

if TYPE_CHECKING:  # most conversions need none of them
    from refconv.library.field_choice import FieldChoice
    from refconv.library.selection import Selection


class ChangeCounts(NamedTuple):
    """How many references were left out, and how many values of the others."""

    left_out: int = 0
    dropped: int = 0

    def plus(self, other: ChangeCounts) -> ChangeCounts:
        """Return the sums."""
        return ChangeCounts(*map(sum, zip(self, other, strict=True)))


NOTHING_CHANGED = ChangeCounts()


class ChangedReferences(NamedTuple):
    """References as they were changed, the same with all their values, and what was done."""

    references: tuple[Reference, ...]
    selected: tuple[Reference, ...]
    counts: ChangeCounts


@frozen
class Changes:
    """A selection, and which values stay.

    >>> from refconv.library.selection import Selection
    >>> Changes(Selection(type="book"))([Reference(type="book"), Reference()]).counts
    ChangeCounts(left_out=1, dropped=0)
    """

    selection: Selection | None = None
    fields: FieldChoice | None = None

    def __call__(self, references: Sequence[Reference]) -> ChangedReferences:
        """Return the references that are selected, with the values that stay."""
        selected, left_out, dropped = tuple(references), 0, 0
        if self.selection is not None:
            selected = tuple([one for one in references if self.selection(one)])
            left_out = len(references) - len(selected)
        changed = selected
        if self.fields is not None:
            cut = [self.fields(one) for one in selected]
            changed = tuple([one.reference for one in cut])
            dropped = sum(one.dropped for one in cut)
        return ChangedReferences(changed, selected, ChangeCounts(left_out, dropped))


NO_CHANGES = Changes()
