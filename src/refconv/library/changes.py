"""What is done to references between reading and writing: selected, cut, journals renamed."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING, NamedTuple

from attrs import frozen

from refconv.core.model import Reference

if TYPE_CHECKING:  # most conversions need none of them
    from refconv.library.field_choice import FieldChoice
    from refconv.library.journal_names import JournalNames
    from refconv.library.selection import Selection


class ChangeCounts(NamedTuple):
    """How many references were left out, values of the others dropped, and journals renamed.

    ``unlisted`` has the name of the journal of each reference whose journal no list has.
    """

    left_out: int = 0
    dropped: int = 0
    renamed: int = 0
    unlisted: tuple[str, ...] = ()

    def plus(self, other: ChangeCounts) -> ChangeCounts:
        """Return the sums, without names."""
        return ChangeCounts(
            self.left_out + other.left_out,
            self.dropped + other.dropped,
            self.renamed + other.renamed,
        )


NOTHING_CHANGED = ChangeCounts()


class ChangedReferences(NamedTuple):
    """References as they were changed, the same with all their values, and what was done."""

    references: tuple[Reference, ...]
    selected: tuple[Reference, ...]
    counts: ChangeCounts


@frozen
class Changes:
    """A selection, which values stay, and how journals are named.

    >>> from refconv.library.selection import Selection
    >>> Changes(Selection(type="book"))([Reference(type="book"), Reference()]).counts
    ChangeCounts(left_out=1, dropped=0, renamed=0, unlisted=())
    """

    selection: Selection | None = None
    fields: FieldChoice | None = None
    journals: JournalNames | None = None

    def __call__(self, references: Sequence[Reference]) -> ChangedReferences:
        """Return the references that are selected, with the values that stay."""
        selected, left_out, dropped = tuple(references), 0, 0
        if self.selection is not None:
            selected = tuple([one for one in references if self.selection(one)])
            left_out = len(references) - len(selected)
        changed, renamed, unlisted = selected, 0, tuple[str, ...]()
        if self.journals is not None:
            named = [self.journals(one) for one in selected]
            changed = tuple([one.reference for one in named])
            renamed = sum(one.is_changed for one in named)
            unlisted = tuple([one.unlisted for one in named if one.unlisted])
        if self.fields is not None:
            cut = [self.fields(one) for one in changed]
            changed = tuple([one.reference for one in cut])
            dropped = sum(one.dropped for one in cut)
        counts = ChangeCounts(left_out, dropped, renamed, unlisted)
        return ChangedReferences(changed, selected, counts)


NO_CHANGES = Changes()
