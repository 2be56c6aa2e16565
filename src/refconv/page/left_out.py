"""Report what looks like a reference but is in no list, so that nothing is left out unseen."""

from __future__ import annotations

from collections.abc import Container, Iterator, Sequence
from collections.abc import Set as AbstractSet

from refconv.core.codes import Code
from refconv.core.diagnostics import Diagnostic, problem
from refconv.core.report import Found
from refconv.page.beginnings import beginning, ending
from refconv.page.likeness import LONG, resembles
from refconv.page.lines import Line, Places, lines_with, split_lines
from refconv.page.markers import unlabelled
from refconv.page.patterns import YEAR, located

# A reference begins at least so well; so many lines of it are looked at.
_BEGINS, _MOST_LINES = 1.3, 4


def left_out(
    text: str,
    lines: Sequence[Line],
    found: Sequence[Found],
    aside: AbstractSet[int],
    with_year: Container[int],
) -> list[Diagnostic]:
    """Name the stretches that look like references and are not among those found.

    ``aside`` are the lines that are known to be something else: headings, the page's own record,
    lists of other works. ``with_year`` are the lines with a year.
    """
    free = [index for index in _uncovered(lines, found) if index not in aside]
    said: list[Diagnostic] = []
    places = Places(text)
    after = 0
    for place, index in enumerate(free):
        if index < after:
            continue
        line = lines[index]
        if line.text[0].islower() or not any(
            other in with_year for other in range(index, index + _MOST_LINES)
        ):
            continue
        words = unlabelled(line.text)
        if beginning(words).weight < _BEGINS:
            continue
        words, after = _together(words, lines, free[place + 1 : place + _MOST_LINES], index)
        if YEAR.search(words) and located(words) and resembles(words):
            found_one = problem(Code.UNLISTED_REFERENCE, "line", text=words[:60])
            said.append(found_one.at(*places.span(line.start, line.end)))
    return said


def in_text(text: str) -> list[Diagnostic]:
    """Name the paragraphs of a text, of which no list is read, that look like references."""
    lines = [line for line in split_lines(text) if len(line.text) <= LONG]
    return left_out(text, lines, (), frozenset(), lines_with(YEAR, text, lines))


def _uncovered(lines: Sequence[Line], found: Sequence[Found]) -> Iterator[int]:
    """Return the lines that no found reference has used."""
    spans = iter(sorted((one.start, one.end) for one in found))
    start, end = next(spans, (1 << 60, 1 << 60))
    for index, line in enumerate(lines):
        while end <= line.start:
            start, end = next(spans, (1 << 60, 1 << 60))
        if line.end <= start:
            yield index


def _together(
    words: str, lines: Sequence[Line], following: Sequence[int], index: int
) -> tuple[str, int]:
    """Join a line with those after it that may belong to it; give the line after the last."""
    after = index + 1
    for other in following:
        line = lines[other]
        complete = ending(words) > 0 and YEAR.search(words) and located(words)
        if complete or other != after or line.blanks:
            break
        if beginning(unlabelled(line.text)).weight >= _BEGINS:
            break
        words += " " + line.text
        after = other + 1
    return words, after
