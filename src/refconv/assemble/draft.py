"""The reference string that the steps of :mod:`refconv.assemble.record` work on."""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

from refconv.core.model import ItemType
from refconv.core.report import Segment

Fields = dict[str, list[str]]
"""Printed values by label, in the order in which the labels were first met."""


class Habits(NamedTuple):
    """What the references of a list have in common.

    Attributes:
        family_first: Whether names without a comma begin with the family.
    """

    family_first: bool = False


NO_HABITS = Habits()


class Draft:
    """A reference string on its way to a record; each step reads and changes it in place.

    Attributes:
        text: The string, one reference in one line.
        previous: The authors of the reference before, as printed.
        habits: What the references of its list have in common.
        values: The labelled segments, in order; a step may join or extend them.
        gaps: The text before, between and after the values: one more than there are values.
        gap_starts: Offset of each gap in ``text``.
        fields: The values by label, once :func:`~refconv.assemble.relabel.relabel_values` has run.
        is_contained: Whether "In" (or the like) stands before a container or its editors.
        remarks: Gaps that may inform about the reference, without the values found in them.
        type: The item type.
        unlabelled: Text that no label accounts for, with its offset in ``text``.
    """

    __slots__ = (
        "fields",
        "gap_starts",
        "gaps",
        "habits",
        "is_contained",
        "previous",
        "remarks",
        "text",
        "type",
        "unlabelled",
        "values",
    )

    def __init__(
        self,
        text: str,
        segments: Sequence[Segment],
        previous: str = "",
        habits: Habits = NO_HABITS,
    ) -> None:
        self.text = text
        self.previous = previous
        self.habits = habits
        self.values = [*segments]
        self.gaps: list[str] = []
        self.gap_starts: list[int] = []
        self.fields: Fields = {}
        self.is_contained = False
        self.remarks: list[str] = []
        self.type = ItemType.DOCUMENT
        self.unlabelled: list[tuple[int, str]] = []
