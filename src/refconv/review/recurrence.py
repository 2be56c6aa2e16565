"""Where the same correction may be due: references of a list printed in the same way.

A correction is seen as a *window*: what lies between the nearest segments that it left alone. Its
style is their labels, the labels that stood inside, and the marks between the new values. Another
reference has the same style where a window has the same labels around and inside, and its text is
cut by the same marks into values of the same looks.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from typing import NamedTuple

from refconv.core.report import Segment

LONGEST = 600
"""Characters of a window that are looked at."""
_OPEN_ENDED = 2
"""How many values may be cut by looking for the mark after them, forth and back."""


class Style(NamedTuple):
    """What a correction turns into what.

    ``left`` and ``right`` are the labels around it, ``None`` at the string's ends; ``was`` are the
    labels inside before, ``becomes`` those after, a group of ``pattern`` each, which looks like
    ``looks``.
    """

    left: str | None
    was: tuple[str, ...]
    right: str | None
    becomes: tuple[str, ...]
    pattern: re.Pattern[str]
    looks: tuple[str, ...]


def style_of(text: str, before: Sequence[Segment], after: Sequence[Segment]) -> Style | None:
    """Tell the style of a correction; ``None`` where nothing changed, or too much."""
    kept = {_place(s) for s in before} & {_place(s) for s in after}
    changed = [s for s in (*before, *after) if _place(s) not in kept]
    if not changed:
        return None
    first, last = min(s.start for s in changed), max(s.end for s in changed)
    left = next((s for s in reversed(after) if s.end <= first and _place(s) in kept), None)
    right = next((s for s in after if s.start >= last and _place(s) in kept), None)
    start, end = left.end if left else 0, right.start if right else len(text)
    if end - start > LONGEST:
        return None
    new = [s for s in after if start <= s.start < end]
    pattern = _pattern(text, new, start, end)
    if pattern is None:
        return None
    return Style(
        left.label if left else None,
        tuple(s.label for s in before if start <= s.start < end),
        right.label if right else None,
        tuple(s.label for s in new),
        pattern,
        tuple(_look(text[s.start]) for s in new),
    )


def recurs(style: Style, text: str, segments: Sequence[Segment]) -> tuple[Segment, ...] | None:
    """Give the segments of another string with the correction made, where its style is the same."""
    for first, last in _windows(style, segments):
        start = segments[first - 1].end if first else 0
        end = segments[last].start if last < len(segments) else len(text)
        match = style.pattern.fullmatch(text, start, end) if end - start <= LONGEST else None
        if match is None:
            continue
        spans = [match.span(group + 1) for group in range(len(style.becomes))]
        if tuple(_look(text[at]) for at, _ in spans) != style.looks:
            continue
        places = [(label, a, b) for label, (a, b) in zip(style.becomes, spans, strict=True)]
        if places == [_place(segment) for segment in segments[first:last]]:
            continue  # as the correction would have it
        new = [Segment(label, " ".join(text[a:b].split()), a, b, 1.0) for label, a, b in places]
        return (*segments[:first], *new, *segments[last:])
    return None


def _windows(style: Style, segments: Sequence[Segment]) -> Iterator[tuple[int, int]]:
    """Give where the labels are those of the style: the first segment inside, the one after."""
    labels = [None, *(segment.label for segment in segments), None]
    sought = [style.left, *style.was, style.right]
    for at in range(len(labels) - len(sought) + 1):
        if labels[at : at + len(sought)] == sought:
            yield at, at + len(style.was)


def _place(segment: Segment) -> tuple[str, int, int]:
    return segment.label, segment.start, segment.end


# ── marks and looks ─────────────────────────────────────────────────────────────────────────────


def _pattern(text: str, new: Sequence[Segment], start: int, end: int) -> re.Pattern[str] | None:
    """Make the pattern of a window: its marks as they are, its values by how they look."""
    parts: list[str] = []
    open_ended = 0
    place = start
    for index, segment in enumerate(new):
        parts.append(_marks(text[place : segment.start]))
        is_last = index + 1 == len(new)
        gap = text[segment.end : end if is_last else new[index + 1].start]
        value, is_open = _value(text[segment.start : segment.end], gap, is_last)
        open_ended += is_open
        parts.append(f"({value})")
        place = segment.end
    parts.append(_marks(text[place:end]))
    return re.compile("".join(parts)) if open_ended <= _OPEN_ENDED else None


_MARK = re.compile(r"\s+|\d+|.", re.DOTALL)
_DASHES = "-\u2010\u2011\u2012\u2013\u2014\u2015\u2212"


def _marks(gap: str) -> str:
    """Spell what stands between values as a pattern: any space, any number, any dash."""
    return "".join(_mark(found.group()) for found in _MARK.finditer(gap))


def _mark(mark: str) -> str:
    if mark.isspace():
        return r"\s+"
    if mark.isdecimal():
        return r"\d+"
    return f"[{_DASHES}]" if mark in _DASHES else re.escape(mark)


def _value(value: str, gap: str, is_last: bool) -> tuple[str, bool]:
    """Spell a value as a pattern: a number, a word with a number, or words up to the next mark.

    Tells besides whether it is open-ended: whether a text leaves it more than one end.
    """
    after = gap[:1]
    ends = is_last if not gap else after.isspace() or after in _WORD_ENDS
    if value.isdecimal():
        return r"\d+", not ends and (not gap or after.isdecimal())
    if _NUMBERED.fullmatch(value):
        return _NUMBERED.pattern, not ends
    stop = gap.strip()[:1]
    if not stop:
        return ".+", True
    if stop not in value:
        # (What stands before white space does not end in it.)
        return f"[^{re.escape(stop)}]+" + r"(?<!\s)" * after.isspace(), False
    # The mark stands in the value too: what follows it there tells the first from the last.
    return ".+" if gap in value else ".+?", True


# A word with a number, up to what ends words.
_NUMBERED = re.compile(r"[^\s,;:()\d]*+\d[^\s,;:()]*")
_WORD_ENDS = ",;:()"


def _look(character: str) -> str:
    """Tell how a value begins: with a capital, a small letter, a digit, or anything else."""
    if character.isdecimal():
        return "digit"
    if character.isupper():
        return "capital"
    return "small" if character.islower() else "other"
