"""Remove the line numbers of a manuscript, before its lines or between them."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import zip_longest

from refconv.core.lazy_pattern import lazy_pattern
from refconv.page.beginnings import beginning
from refconv.page.lines import Line

_NUMBER = lazy_pattern(r"(\d{1,4})(?:\W?\Z|\s+(?=\S))")
# A list with numbers of its own counts up as well, but most of its lines are beginnings.
_LEAST, _BEGINNINGS = 20, 0.3


def without_line_numbers(lines: list[Line]) -> list[Line]:
    """Take the numbers of lines out of a manuscript."""
    numbers = [
        (index, int(match.group(1)), match.end())
        for index, line in enumerate(lines)
        if line.text[0].isdigit() and (match := _NUMBER.match(line.text))
    ]
    cuts = {index: end for run in _runs(numbers, lines) for index, _, end in run}
    if not cuts:
        return lines
    kept = []
    for index, line in enumerate(lines):
        end = cuts.get(index, 0)
        if end < len(line.text):
            kept.append(line._replace(text=line.text[end:], start=line.start + end))
    return kept


def _runs(
    numbers: Sequence[tuple[int, int, int]], lines: Sequence[Line]
) -> Iterator[list[tuple[int, int, int]]]:
    """Find long runs of numbers that count up by one from line to line."""
    run: list[tuple[int, int, int]] = []
    for number, after in zip_longest(numbers, numbers[1:]):
        index, value, _ = number
        if run:
            again = value == 1 and after is not None and after[1] == 2  # as on every page
            near = index - run[-1][0] <= _NEAR
            if near and value == run[-1][1] + 1:
                run.append(number)
                continue
            if near and not again:
                continue  # a number of the text's own
            if len(run) >= _LEAST and not _is_list(run, lines):
                yield run
        run = [number]
    if len(run) >= _LEAST and not _is_list(run, lines):
        yield run


# A number, its line, and a page's head and foot.
_NEAR = 6


def _is_list(run: Sequence[tuple[int, int, int]], lines: Sequence[Line]) -> bool:
    """Return whether the numbers are markers of a list: references begin after them."""
    begin = 0
    for index, _, end in run:
        rest = lines[index].text[end:]
        if not rest and index + 1 < len(lines):
            rest = lines[index + 1].text
        begin += beginning(rest).weight >= 1
    return begin >= _BEGINNINGS * len(run)
