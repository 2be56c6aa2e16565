"""What the words beside a labelled segment say of it: another label, or more of its value.

The tables are in :mod:`refconv.assemble.repair_rules`.
"""

from __future__ import annotations

from collections.abc import Sequence
from functools import lru_cache

from refconv.assemble.gap_words import talks
from refconv.assemble.repair_rules import (
    BETWEEN,
    CONTEXTS,
    DITTO,
    IN,
    PROCEEDINGS_BEFORE,
    SHORT_NAME,
    SUPPLEMENT_ALONE,
    SUPPLEMENT_BEFORE,
    Context,
)
from refconv.core.report import Segment
from refconv.values.et_al import says_et_al

Fields = dict[str, list[str]]
"""The values of a string, by label."""


_PEOPLE = frozenset({"author", "editor"})


def labelled(text: str, values: Sequence[Segment], gaps: Sequence[str]) -> Fields:
    """Gather values by label, each as the words around it correct it."""
    fields: Fields = {}
    present = {value.label for value in values}
    talking = [talks(gap) for gap in gaps]
    for i, segment in enumerate(values):
        label, value = segment.label, segment.text
        before, after = gaps[i], gaps[i + 1]
        if talking[i] or talking[i + 1]:
            label = _relabelled(label, before, after, fields, present)
            value = _completed(text, segment, before, after)
            if label in ("container-title", "editor") and IN.search(before):
                fields["in"] = []
            if label == "volume" and "issue" not in present:
                fields |= {"issue": [m[1]]} if (m := SUPPLEMENT_ALONE.match(after)) else {}
        if i == 0 and label not in _PEOPLE and _leads(label, value, present):
            label = "author"
        elif label == "volume" and i and values[i - 1].label == label and "issue" not in present:
            label = "issue"
        elif label == "title" and _is_journal(value, after, values[i + 1 :], present):
            label = "container-title"
        fields.setdefault(label, []).append(value)
    return fields


def _is_journal(value: str, after: str, following: Sequence[Segment], present: set[str]) -> bool:
    """Tell a journal's short name where no other container stands: its volume comes next."""
    return (
        "container-title" not in present
        and "page" in present
        and bool(following)
        and following[0].label == "volume"
        and not talks(after)
        and SHORT_NAME.fullmatch(value) is not None
    )


def _leads(label: str, value: str, present: set[str]) -> bool:
    """Tell what stands first and is an author all the same: a dash, a publisher of its own work."""
    if DITTO.fullmatch(value):
        return True
    return label == "publisher" and not present & _PEOPLE


def _relabelled(label: str, before: str, after: str, fields: Fields, present: set[str]) -> str:
    for row in _contexts(label, before, after):
        others = fields if row.needs == label else present
        if (not row.needs or row.needs in others) and not (row.lacks and row.lacks in present):
            return row.becomes
    return label


@lru_cache(16384)
def _contexts(label: str, before: str, after: str) -> tuple[Context, ...]:
    """Give the rows whose words stand before and after a segment."""
    return tuple(
        row
        for row in CONTEXTS
        if row.label == label
        and (row.before is None or row.before.search(before))
        and (row.after is None or row.after.match(after))
    )


def _completed(text: str, value: Segment, before: str, after: str) -> str:
    """Give a value the words beside it that belong to it: "et al.", "Suppl", "Proceedings"."""
    if value.label in _PEOPLE and len(after) > 3 and says_et_al(after):
        return f"{value.text} et al."
    for labels, pattern in _BEGINNINGS:
        if value.label in labels and (match := pattern.search(before)):
            return text[value.start - len(before) + match.start() : value.end]
    return value.text


# What stands before a value and belongs to it.
_BEGINNINGS = (
    (frozenset({"issue"}), SUPPLEMENT_BEFORE),
    (frozenset({"container-title", "publisher"}), PROCEEDINGS_BEFORE),
)


def taken(gap: str, fields: Fields) -> str:
    """Take the values out that stand between values and whose words tell what they are."""
    for label, pattern in BETWEEN:
        if label not in fields and (match := pattern.search(gap)):
            fields[label] = [match[1]]
            gap = gap[: match.start()] + gap[match.end() :]
    return gap
