"""Labelled segments → a record: the steps, in their order.

::

    segments ─join, close─▶ values, gaps ─relabel, split─▶ fields ─complete, type─▶ Record

Each step is a function that changes a :class:`~refconv.assemble.draft.Draft`; its docstring says
what it repairs, and why. The rules that steps apply are tables:
:mod:`~refconv.assemble.repair_rules` and :data:`~refconv.assemble.item_types.EVIDENCE`.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import NamedTuple, TypeAlias

from refconv.assemble.bracketed import take_bracketed
from refconv.assemble.draft import NO_HABITS, Draft, Habits
from refconv.assemble.gaps import find_gaps, keep_unlabelled, take_gap_values
from refconv.assemble.item_types import adapt_to_type, set_item_type
from refconv.assemble.list_habits import order_names
from refconv.assemble.publication_date import complete_date
from refconv.assemble.relabel import relabel_values
from refconv.assemble.repeated_authors import fill_repeated_authors
from refconv.assemble.split_values import join_running_numbers, split_values
from refconv.assemble.whole_values import (
    close_pairs,
    join_segments,
    join_year_of_title,
    rejoin_names,
)
from refconv.core.fields import Record
from refconv.core.report import Segment

Step: TypeAlias = Callable[[Draft], None]

STEPS: tuple[Step, ...] = (
    join_segments,
    join_year_of_title,
    rejoin_names,
    close_pairs,
    find_gaps,
    relabel_values,
    take_bracketed,
    split_values,
    join_running_numbers,
    take_gap_values,
    complete_date,
    order_names,
    fill_repeated_authors,
    set_item_type,
    adapt_to_type,
    keep_unlabelled,
)
"""What is done to a labelled reference string, in order.

Segments become whole values before words beside them are looked at; labels are right before values
are split; dates and authors are complete before the item type is chosen from all of them.
"""


class Assembled(NamedTuple):
    """The record of a reference string.

    ``author`` holds its authors as printed, which the next reference may repeat as a dash;
    ``unlabelled`` the text that no label accounts for, with its offsets in the string.
    """

    record: Record
    author: str
    unlabelled: tuple[tuple[int, str], ...]


def assemble(
    text: str,
    segments: Sequence[Segment],
    previous: str = "",
    line: int = 0,
    habits: Habits = NO_HABITS,
) -> Assembled:
    """Make the record of a labelled reference string.

    Args:
        text: The string, one reference in one line.
        segments: Its labelled segments, whose offsets count characters of ``text``.
        previous: The authors of the reference before, as printed.
        line: The line that the string begins in.
        habits: What the references of its list have in common
            (:func:`~refconv.assemble.list_habits.habits_of`).

    Returns:
        The record, for the table :data:`refconv.assemble.label_table.TABLE`.

    >>> made = assemble("66(8): 1200", [Segment("volume", "66(8): 1200", 0, 11, 1.0)])
    >>> made.record.type, made.record.fields
    ('article-journal', (('volume', '66'), ('issue', '8'), ('page', '1200')))
    """
    draft = Draft(text, segments, previous, habits)
    for step in STEPS:
        step(draft)
    fields = draft.fields
    entries = [(label, value) for label, values in fields.items() for value in values]
    entries += [("unlabelled", words) for _, words in draft.unlabelled]
    author = ", ".join(fields.get("author") or fields.get("editor") or ())
    record = Record(str(draft.type), "", tuple(entries), line)
    return Assembled(record, author, tuple(draft.unlabelled))
