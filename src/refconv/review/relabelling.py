"""Corrected labels: parse a labelled reference string again, and apply what changed."""

from __future__ import annotations

from collections.abc import Sequence

from attrs import evolve

from refconv.assemble.label_table import TABLE
from refconv.assemble.record import assemble
from refconv.core.lens import decode_record
from refconv.core.model import VARIABLES, Reference
from refconv.core.report import Segment

ATTRIBUTES = ("type", *(variable.attribute for variable in VARIABLES))


def parse_labelled(text: str, segments: Sequence[Segment], previous_authors: str = "") -> Reference:
    """Parse a labelled reference string, as reading free text does.

    Args:
        text: The string.
        segments: Its segments, in order, with offsets in ``text``.
        previous_authors: The authors of the reference before, which a dash stands for.
    """
    return decode_record(TABLE, assemble(text, segments, previous_authors).record)[0]


def relabel(
    reference: Reference,
    text: str,
    before: Sequence[Segment],
    after: Sequence[Segment],
    previous_authors: str = "",
) -> Reference:
    """Return a reference with the values that corrected labels change.

    Only these values change: what was edited by hand, or came from elsewhere on the page, stays.

    Args:
        reference: The reference, as read or edited since.
        text: The string that it was read from.
        before: The segments of the string before the correction.
        after: The segments after the correction.
        previous_authors: As for :func:`parse_labelled`.
    """
    old = parse_labelled(text, before, previous_authors)
    new = parse_labelled(text, after, previous_authors)
    changes = {
        name: getattr(new, name) for name in ATTRIBUTES if getattr(new, name) != getattr(old, name)
    }
    if old.et_al != new.et_al:
        changes["et_al"] = (reference.et_al - old.et_al) | new.et_al
    if old.custom != new.custom:
        kept = [entry for entry in reference.custom if entry not in old.custom]
        changes["custom"] = (*kept, *new.custom)
    return evolve(reference, **changes)
