"""Find the regions of reference lists: after headings, or where lines look like a list."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from itertools import pairwise

from refconv.page.beginnings import beginning, ending
from refconv.page.heading_words import Heading
from refconv.page.likeness import prose_share
from refconv.page.lines import Line
from refconv.page.markers import Label, best_chain, candidates, unlabelled
from refconv.page.patterns import DIGIT, YEAR

# ---- after headings ---------------------------------------------------------------------------


def headed_stretches(lines: Sequence[Line], kinds: Mapping[int, Heading]) -> list[tuple[int, int]]:
    """Return the regions after the headings of lists, as pairs (first line, line after the last).

    A stretch ends at the next heading, unless the numbers of the list count on beyond it.
    """
    stretches: list[tuple[int, int]] = []
    starts = [index for index in sorted(kinds) if kinds[index] is Heading.LIST]
    for index, after in zip(starts, [*starts, len(lines)][1:], strict=True):
        end = index + 1
        while end < after and (
            end not in kinds or _goes_on(lines[end - 1], lines[end], end - index)
        ):
            end += 1
        end = _faded(lines, index + 1, end)
        if end < after:
            end = max(end, _numbers_end(lines, index + 1, end, after))
        if end > index + 1:
            stretches.append((index + 1, end))
    return stretches


# A list has ended where this much evidence against one has gathered.
_FADE = 9.0


def _faded(lines: Sequence[Line], first: int, end: int) -> int:
    """Return where a list ends and other text begins: after the lines with the highest sum."""
    best = total = 0.0
    last = first
    for index in range(first, end):
        total += _evidence(lines[index].text)
        if total >= best:
            best, last = total, index + 1
        elif total < best - _FADE:
            break
    else:
        return end
    while last < end and last - first < 3:
        last += 1
    # The last reference may end with lines that say nothing.
    for index in range(last, min(last + 3, end)):
        text = lines[index].text
        if (
            prose_share(text) > 0.06
            or beginning(text).weight >= 1
            or ending(lines[index - 1].text) > 0.4
        ):
            break
        last = index + 1
    return last


def _goes_on(before: Line, line: Line, since: int) -> bool:
    """Return whether a line only looks like a heading: the line before is not complete."""
    return since > 1 and not line.blanks and ending(before.text) < 0


_NUMBERS_AFTER = 400


def _numbers_end(lines: Sequence[Line], first: int, end: int, after: int) -> int:
    """Return where the numbers end that a region begins to count."""
    chain = best_chain(candidates(lines, first, min(after, end + _NUMBERS_AFTER)))
    if chain is None or len(chain.labels) < 3:
        return end
    labels = chain.labels
    inside = [label for label in labels if label.line < end]
    if not inside or labels[0].line > first + 5 or labels[-1].line < end:
        return end
    beyond = [label for label in labels if label.line >= end]
    steady = len(beyond) >= 2 and beyond[0].number - inside[-1].number == 1
    if not steady or any(label.weight < 0.7 for label in beyond[:2]):
        return end
    gap = max(b.line - a.line for a, b in pairwise(labels))
    if gap > 60:
        return end
    last = beyond[-1].line + 1
    return min(after, last + 12)


def foreign_lines(lines: Sequence[Line], kinds: Mapping[int, Heading]) -> frozenset[int]:
    """Return the lines of lists that are not the page's own: similar articles, citing articles."""
    foreign: set[int] = set()
    for index, kind in kinds.items():
        if kind is Heading.FOREIGN:
            end = index + 1
            while end < len(lines) and (end not in kinds or kinds[end] is Heading.FOREIGN):
                end += 1
            foreign.update(range(index, min(end, index + 200)))
    return frozenset(foreign)


# ---- by their numbers -------------------------------------------------------------------------

# Entries of one list, and notes at the foot of one page, lie no further apart than this.
_NEIGHBOURS = 30
_TAIL = 14


def numbered_stretches(
    lines: Sequence[Line], free: Sequence[bool]
) -> list[list[tuple[int, int, list[Label]]]]:
    """Find chains of numbers outside known lists: lists without headings, notes at page feet.

    Each chain is given as its clusters of neighbours: (first line, line after the last, labels).
    """
    found = [label for label in candidates(lines, 0, len(lines)) if free[label.line]]
    chains = []
    for kind in sorted({label.kind for label in found}):
        chain = best_chain([label for label in found if label.kind == kind])
        if chain is None or len(chain.labels) < 3:
            continue
        if sum(label.weight for label in chain.labels) < 0.55 * len(chain.labels):
            continue
        clusters: list[tuple[int, int, list[Label]]] = []
        for label in chain.labels:
            if clusters and label.line - clusters[-1][2][-1].line <= _NEIGHBOURS:
                clusters[-1][2].append(label)
            else:
                clusters.append((label.line, 0, [label]))
        ends = [cluster[0] for cluster in clusters[1:]] + [len(lines)]
        chains.append(
            [
                (first, _free_end(free, labels[-1].line, min(end, labels[-1].line + _TAIL)), labels)
                for (first, _, labels), end in zip(clusters, ends, strict=True)
            ]
        )
    return chains


def _free_end(free: Sequence[bool], first: int, end: int) -> int:
    index = first + 1
    while index < end and free[index]:
        index += 1
    return index


# ---- by their look ----------------------------------------------------------------------------

# What a line of a reference has without a year: numbers, "p. 3", "n. d.", "eds.", and words.
_NUMBERS = re.compile(rf"{DIGIT}(?:\d{{3}}| ?[:(]\d)")
_SHORTENED = re.compile(r"\.(?:(?<=p\.) ?\d|(?<=n\.) ?d\.|(?<=ed\.)|(?<=eds\.))")
_SIGNAL_WORDS = ("doi", "http", "press")
# How much evidence against a list may stand inside one.
_DROP = 4.0


def unheaded_stretches(lines: Sequence[Line], free: Sequence[bool]) -> list[tuple[int, int]]:
    """Find stretches that look like lists: the runs of lines with the highest sums of evidence."""
    stretches: list[tuple[int, int]] = []
    best = total = 0.0
    start = end = -1

    def close() -> None:
        nonlocal best, total
        if best > 0:
            stretches.append((start, end))
        best = total = 0.0

    for index, line in enumerate(lines):
        if not free[index]:
            close()
            continue
        value = _evidence(line.text)
        if total <= 0:
            close()
            if value <= 0:
                continue
            start = index
        total += value
        if total > best:
            best, end = total, index + 1
        elif total < best - _DROP:
            close()
    close()
    return [(_back(lines, free, first), last) for first, last in stretches]


def _back(lines: Sequence[Line], free: Sequence[bool], first: int) -> int:
    """Take in the line or two with which the first reference of a stretch begins."""
    for before in (first - 1, first - 2):
        if before < 0 or not free[before] or _prose(lines[before].text) > 0.06:
            break
        if beginning(unlabelled(lines[before].text)).weight >= 1.6:
            return before
    return first


# A title may be a sentence.
_QUOTED = re.compile(r"[“\"«„‘][^“”\"«»„]{3,300}[”\"»“’]")


def _prose(text: str) -> float:
    """Return the share of words that only sentences have, without quoted titles."""
    share = prose_share(text)
    return prose_share(_QUOTED.sub(" ", text)) if share > _SOME else share


_SOME = 0.04


def _signals(text: str) -> bool:
    return (
        _NUMBERS.search(text) is not None
        or _SHORTENED.search(text) is not None
        or any(map(text.__contains__, _SIGNAL_WORDS))
    )


def _evidence(text: str) -> float:
    """Return the evidence of a single line for a list (more than 0) or against one."""
    value = 1.0 if YEAR.search(text) else 0.5 if _signals(text) else -0.4
    prose = _prose(text)
    if prose > 0.04:
        return value - 12 * prose
    may_begin = text[0].isupper() or not text[0].isalpha()
    if may_begin and beginning(unlabelled(text)).weight >= 1.3:
        value += 0.7
    return min(value, 1.5)
