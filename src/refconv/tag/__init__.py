"""Reference strings → labelled segments: the tagger.

::

    string ─tokens─▶ Token ─features─▶ numbers ─crf, network─▶ scores ─decoding─▶ labels ─▶ Segment

Reading order: :mod:`~refconv.tag.tagger` (the whole way), :mod:`~refconv.tag.tokens`,
:mod:`~refconv.tag.features` (the registry of features), :mod:`~refconv.tag.crf` and
:mod:`~refconv.tag.network` (two models), :mod:`~refconv.tag.decoding`,
:mod:`~refconv.tag.models` (where their files are). ``docs/add-a-feature.md`` shows how to add a
feature.
"""

from __future__ import annotations

from collections.abc import Sequence

from refconv.core.arguments import check_many
from refconv.core.report import Segment

__all__ = ["segments"]


def segments(strings: Sequence[str]) -> list[tuple[Segment, ...]]:
    """Label the reference strings of one list, in order.

    Args:
        strings: Reference strings, best all those of one list, in its order.

    Returns:
        For each string its segments, ordered and disjoint, with offsets into that string.

    Raises:
        TypeError: if ``strings`` is a single string, or holds anything else.

    >>> [segment.label for segment in segments(["Ng A. Rivers. Oxford: OUP, 2001."])[0]]
    ['author', 'title', 'publisher-place', 'publisher', 'issued']
    """
    from refconv.tag import tagger  # noqa: PLC0415 - it needs NumPy, and a model

    return tagger.segments(check_many(strings, str, "strings", "a list of str"))
