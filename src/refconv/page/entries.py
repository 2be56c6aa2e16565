"""Find the end of an entry: the next marker, or the first line that does not belong to it."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise
from typing import NamedTuple

from refconv.page.beginnings import continuation, ending
from refconv.page.lines import Line
from refconv.page.markers import Label
from refconv.page.patterns import dated

# An entry has no more lines.
MOST_LINES = 25


class Item(NamedTuple):
    """One entry of a list: its lines without the label, and the printed number or key."""

    lines: tuple[Line, ...]
    number: str | None


def usual_length(labels: Sequence[Label]) -> float:
    """Return the usual number of lines from one marker to the next."""
    from statistics import median  # noqa: PLC0415 - it takes 2 ms of a cold start

    gaps = [after.line - label.line for label, after in pairwise(labels)]
    return median(gaps) if gaps else 3


def between(lines: Sequence[Line], label: Label, after: Label | None) -> tuple[Line, ...]:
    """Take the lines from a label to the next, or to the end."""
    last = after.line if after else len(lines) - 1
    entry: list[Line] = []
    for index in range(label.line, last + 1):
        line = lines[index]
        start = label.end if index == label.line else 0
        stop = after.start if after and index == after.line else len(line.text)
        cut = line.text[start:stop]
        words = cut.strip()
        if not words or (entry and is_page_number(words, entry[-1].text)):
            continue
        at = line.start + start + len(cut) - len(cut.lstrip())
        entry.append(line._replace(text=words, start=at, end=at + len(words)))
    return tuple(entry)


def is_page_number(words: str, before: str) -> bool:
    """Return whether a line is a page number inside an entry: the entry was complete before it."""
    return len(words) <= 4 and words.isdigit() and ending(before) > 0.4


def end_of(entry: Sequence[Line], usual: float, *, notes: bool = False) -> int:
    """Count the lines that belong to an entry after which no label stands.

    After a note the text may go on in the middle of a sentence, but on a longer line.
    """
    width = max((len(line.text) for line in entry[:12]), default=0)
    so_far = ""
    for count, (line, after) in enumerate(pairwise(entry), start=1):
        so_far += " " + line.text
        complete = dated(so_far)
        if notes and after.page and ending(line.text) > 0:
            return count  # the text goes on at the head of the next page
        if count > MOST_LINES or (after.blanks and complete and count >= min(usual, 2)):
            return count
        if complete and ending(line.text) > 0.4:
            reason = continuation(after.text)
            goes_on = reason is not None and not after.blanks
            if reason and reason.name == "link line":
                if "http" not in so_far:
                    continue
                goes_on = False
            if notes and len(line.text) < 0.8 * len(after.text):
                goes_on = False
            if not goes_on or (len(line.text) < 0.7 * width and count >= usual):
                return count
    return len(entry)
