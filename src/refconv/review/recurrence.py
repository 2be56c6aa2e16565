"""Where the same correction applies again: references that a list prints in the same way.

A correction has a *window*: the text between the nearest segments that it left unchanged. Its
pattern consists of the labels around the window, the labels inside before and after, and a regular
expression for the text: punctuation as it is, values by their shape. The correction applies to
another reference if a window there has the same labels, its text matches the expression, and each
value begins with the same kind of character.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from typing import NamedTuple

from refconv.core.report import Segment

MAX_WINDOW = 600
"""Characters of the longest window that is compared; bounds the time of matching."""
_MAX_AMBIGUOUS = 2
"""How many values of a pattern may end in more than one place; bounds the time of backtracking."""


class CorrectionPattern(NamedTuple):
    """What a correction replaces by what, independent of the values.

    Attributes:
        left: The label before the window, ``None`` at the beginning of the string.
        labels_before: The labels inside before the correction.
        right: The label after the window, ``None`` at the end of the string.
        labels_after: The labels inside after the correction.
        regex: Matches the window's text, with a group for each of ``labels_after``.
        initials: The kind of the first character of each group.
    """

    left: str | None
    labels_before: tuple[str, ...]
    right: str | None
    labels_after: tuple[str, ...]
    regex: re.Pattern[str]
    initials: tuple[str, ...]


def correction_pattern(
    text: str, before: Sequence[Segment], after: Sequence[Segment]
) -> CorrectionPattern | None:
    """Return the pattern of a correction; ``None`` if nothing changed, or too much.

    Args:
        text: The corrected string.
        before: Its segments before the correction.
        after: Its segments after the correction.
    """
    unchanged = {_span(s) for s in before} & {_span(s) for s in after}
    changed = [s for s in (*before, *after) if _span(s) not in unchanged]
    if not changed:
        return None
    first, last = min(s.start for s in changed), max(s.end for s in changed)
    left = next((s for s in reversed(after) if s.end <= first and _span(s) in unchanged), None)
    right = next((s for s in after if s.start >= last and _span(s) in unchanged), None)
    start, end = left.end if left else 0, right.start if right else len(text)
    if end - start > MAX_WINDOW:
        return None
    inside = [s for s in after if start <= s.start < end]
    regex = _window_regex(text, inside, start, end)
    if regex is None:
        return None
    return CorrectionPattern(
        left.label if left else None,
        tuple(s.label for s in before if start <= s.start < end),
        right.label if right else None,
        tuple(s.label for s in inside),
        regex,
        tuple(_character_kind(text[s.start]) for s in inside),
    )


def apply_correction(
    pattern: CorrectionPattern, text: str, segments: Sequence[Segment]
) -> tuple[Segment, ...] | None:
    """Return the segments of another string with the correction; ``None`` if it does not apply."""
    for first, last in _windows(pattern, segments):
        start = segments[first - 1].end if first else 0
        end = segments[last].start if last < len(segments) else len(text)
        match = pattern.regex.fullmatch(text, start, end) if end - start <= MAX_WINDOW else None
        if match is None:
            continue
        spans = [match.span(group + 1) for group in range(len(pattern.labels_after))]
        if tuple(_character_kind(text[at]) for at, _ in spans) != pattern.initials:
            continue
        labelled = [
            (label, a, b) for label, (a, b) in zip(pattern.labels_after, spans, strict=True)
        ]
        if labelled == [_span(segment) for segment in segments[first:last]]:
            continue  # it is already right
        new = [Segment(label, " ".join(text[a:b].split()), a, b, 1.0) for label, a, b in labelled]
        return (*segments[:first], *new, *segments[last:])
    return None


def _windows(pattern: CorrectionPattern, segments: Sequence[Segment]) -> Iterator[tuple[int, int]]:
    """Yield where the labels match: the index of the first segment inside, and of the next."""
    labels = [None, *(segment.label for segment in segments), None]
    wanted = [pattern.left, *pattern.labels_before, pattern.right]
    for at in range(len(labels) - len(wanted) + 1):
        if labels[at : at + len(wanted)] == wanted:
            yield at, at + len(pattern.labels_before)


def _span(segment: Segment) -> tuple[str, int, int]:
    return segment.label, segment.start, segment.end


# ── regular expressions ─────────────────────────────────────────────────────────────────────────


def _window_regex(
    text: str, segments: Sequence[Segment], start: int, end: int
) -> re.Pattern[str] | None:
    """Return the expression for a window, or ``None`` if it could be matched in too many ways."""
    parts: list[str] = []
    ambiguous = 0
    place = start
    for index, segment in enumerate(segments):
        parts.append(_gap_regex(text[place : segment.start]))
        is_last = index + 1 == len(segments)
        gap = text[segment.end : end if is_last else segments[index + 1].start]
        value, is_ambiguous = _value_regex(text[segment.start : segment.end], gap, is_last)
        ambiguous += is_ambiguous
        parts.append(f"({value})")
        place = segment.end
    parts.append(_gap_regex(text[place:end]))
    return re.compile("".join(parts)) if ambiguous <= _MAX_AMBIGUOUS else None


_GAP_TOKEN = re.compile(r"\s+|\d+|.", re.DOTALL)
_DASHES = "-\u2010\u2011\u2012\u2013\u2014\u2015\u2212"


def _gap_regex(gap: str) -> str:
    """Return the expression for the text between values: any white space, number or dash."""
    return "".join(_gap_token_regex(found.group()) for found in _GAP_TOKEN.finditer(gap))


def _gap_token_regex(token: str) -> str:
    if token.isspace():
        return r"\s+"
    if token.isdecimal():
        return r"\d+"
    return f"[{_DASHES}]" if token in _DASHES else re.escape(token)


def _value_regex(value: str, gap: str, is_last: bool) -> tuple[str, bool]:
    """Return the expression for a value: a number, a word with a digit, or words.

    Words extend to the punctuation mark after the value. The second result says whether the value
    could end in more than one place.
    """
    after = gap[:1]
    ends_word = is_last if not gap else after.isspace() or after in _WORD_ENDS
    if value.isdecimal():
        return r"\d+", not ends_word and (not gap or after.isdecimal())
    if _WITH_DIGIT.fullmatch(value):
        return _WITH_DIGIT.pattern, not ends_word
    mark = gap.strip()[:1]
    if not mark:
        return ".+", True
    if mark not in value:
        # A value in front of white space does not end in white space.
        return f"[^{re.escape(mark)}]+" + r"(?<!\s)" * after.isspace(), False
    # The value holds the mark too: if the whole gap stands in it, the last one ends the value.
    return ".+" if gap in value else ".+?", True


_WITH_DIGIT = re.compile(r"[^\s,;:()\d]*+\d[^\s,;:()]*")
"""A word with a digit, up to what ends words."""
_WORD_ENDS = ",;:()"


def _character_kind(character: str) -> str:
    if character.isdecimal():
        return "digit"
    if character.isupper():
        return "capital"
    return "small" if character.islower() else "other"
