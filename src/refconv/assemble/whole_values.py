"""Make values whole: join segments of one value, and take in the closing half of a pair."""

from __future__ import annotations

import re
from itertools import pairwise

from attrs import evolve

from refconv.assemble.draft import Draft
from refconv.assemble.repair_rules import PAIRS, SEPARATORS
from refconv.core.lazy_pattern import lazy_pattern
from refconv.core.report import Segment


def join_segments(draft: Draft) -> None:
    """Join neighbouring segments of one label that are one value.

    The tagger ends a segment at a stop or a line break inside a value, and labels each author of
    a list by itself. What may stand between is in
    :data:`~refconv.assemble.repair_rules.SEPARATORS`.

    Example: ``{title|Case study research}. {title|Design and methods}`` is one title.
    """
    values: list[Segment] = []
    for segment in draft.values:
        last = values[-1] if values else None
        if last is not None and last.label == segment.label:
            separator = SEPARATORS.get(segment.label)
            if separator and separator.fullmatch(draft.text, last.end, segment.start):
                whole = draft.text[last.start : segment.end]
                values[-1] = evolve(last, text=whole, end=segment.end)
                continue
        values.append(segment)
    draft.values = values


_YEAR_IN_TITLE = lazy_pattern(r"\s?[:\u2013-]\s|,?\s")


def join_year_of_title(draft: Draft) -> None:
    """Join a year that begins a title, behind the year of publication, to the title.

    Example: ``({issued|2008}). {issued|1968}: {title|Year of revolt?}`` has the title
    "1968: Year of revolt?".
    """
    values = draft.values
    for i in range(2, len(values)):
        before, year, title = values[i - 2 : i + 1]
        if (
            [before.label, year.label, title.label] == ["issued", "issued", "title"]
            and year.text.isdecimal()
            and draft.text[before.end : before.end + 1] in ")]"
            and _YEAR_IN_TITLE.fullmatch(draft.text, year.end, title.start)
        ):
            whole = draft.text[year.start : title.end]
            draft.values[i - 1 : i + 1] = [evolve(title, text=whole, start=year.start)]
            return


_NAMES_IN_TITLE = lazy_pattern(r"[^«»“”\":.]{3,90}(?=: ?[«“\"])")


def rejoin_names(draft: Draft) -> None:
    """Move names that the tagger left in a title to the authors.

    Example: ``{author|López}, {title|Ana y Ruiz, Juan: «La escuela»}`` has two authors.
    """
    for i, (author, title) in enumerate(pairwise(draft.values)):
        if (author.label, title.label) == ("author", "title"):
            match = _NAMES_IN_TITLE.match(draft.text, title.start, title.end)
            if match and draft.text[author.end : title.start] == ", ":
                whole = draft.text[author.start : match.end()]
                rest = draft.text[match.end() : title.end].lstrip(": ")
                draft.values[i : i + 2] = [
                    evolve(author, text=whole, end=match.end()),
                    evolve(title, text=rest, start=title.end - len(rest)),
                ]
            return


_PAIRED = lazy_pattern("[" + re.escape("".join({*PAIRS, *PAIRS.values()})) + "]")


def close_pairs(draft: Draft) -> None:
    """Extend a value that has one half of a pair of brackets or quotes by the other half.

    The tagger treats brackets as separators, so that a title which ends in one loses it.

    Example: ``{container-title|J Bone Joint Surg (Am})`` is ``J Bone Joint Surg (Am)``.
    """
    values = draft.values
    for i, value in enumerate(values):
        if _PAIRED.search(value.text):
            first = values[i - 1].end if i else 0
            last = values[i + 1].start if i + 1 < len(values) else len(draft.text)
            values[i] = _with_pair(draft.text, value, first, last)


def _with_pair(text: str, value: Segment, first: int, last: int) -> Segment:
    """Return the value with the other half of a pair, if that is its neighbour in first:last."""
    inside, start, end = value.text, value.start, value.end
    for opener, closer in PAIRS.items():
        same = opener == closer
        surplus = inside.count(opener) % 2 if same else inside.count(opener) - inside.count(closer)
        if surplus > 0 and end < last and text[end] == closer:
            return evolve(value, text=inside + closer, end=end + 1)
        if (surplus < 0 or (surplus and same)) and start > first and text[start - 1] == opener:
            return evolve(value, text=opener + inside, start=start - 1)
    return value
