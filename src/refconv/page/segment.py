"""Split a reference list into its entries.

The order of the work:

1. a list whose labels count up is cut at its labels (:mod:`refconv.page.markers`);
2. a list with keys or bullets is cut at those;
3. any other is cut where lines begin as references do (:mod:`refconv.page.style`).

What an entry's lines say in one line, and which works it names, is said by
:mod:`refconv.page.joining` and :mod:`refconv.page.works`.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from itertools import pairwise

from refconv.page.beginnings import ending
from refconv.page.entries import MOST_LINES, Item, between, end_of, usual_length
from refconv.page.likeness import prose_share
from refconv.page.lines import Line
from refconv.page.markers import (
    BULLETED,
    KEY_LINE,
    KEYED,
    Kind,
    Label,
    best_chain,
    candidates,
    inside,
)
from refconv.page.patterns import YEAR, dated, located
from refconv.page.style import best_cut, evidence_of, weights_in_use
from refconv.page.works import by_lines

# More lines before the first number are a list of their own.
MOST_LINES_BEFORE = 2


def split(lines: Sequence[Line]) -> list[Item]:
    """Cut the lines of one list into its entries."""
    if not lines:
        return []
    return _by_numbers(lines) or _by_marks(lines) or _by_style(lines)


# ---- 1. numbers -------------------------------------------------------------------------------


def _by_numbers(lines: Sequence[Line]) -> list[Item]:
    """Cut at numbers; where they begin to count again there is a second list."""
    items: list[Item] = []
    begin = 0
    while begin < len(lines):
        labels = _numbers(lines[begin:])
        if not labels or (items and len(labels) < 2):
            break
        before = lines[begin : begin + labels[0].line]
        more = by_labels(lines[begin:], labels)
        items += _before(before, labels[0].number) + more
        end = max((item.lines[-1].end for item in more if item.lines), default=0)
        following = begin + labels[-1].line + 1
        while following < len(lines) and lines[following].start < end:
            following += 1
        begin = following
    if items and len(lines) - begin > MOST_LINES_BEFORE:
        items += _by_style(lines[begin:])
    return items


def _before(lines: Sequence[Line], number: int) -> list[Item]:
    """Cut what stands before the first number, if it is more than a stray line."""
    if len(lines) > MOST_LINES_BEFORE or (lines and number > 1):
        return _by_numbers(lines) or _by_style(lines)
    return _by_numbers(lines) if len(lines) > 1 else []


def _numbers(lines: Sequence[Line]) -> list[Label]:
    """Find the labels of a numbered list, nothing where it is none."""
    chain = best_chain(candidates(lines, 0, len(lines)))
    if chain is None:
        return []
    labels = list(chain.labels)
    # A run-on list has its labels inside the lines.
    more = inside(lines, 0, len(lines), labels[0].kind)
    if more:
        longer = best_chain(sorted([*labels, *more], key=lambda label: (label.line, label.start)))
        if longer and longer.worth > chain.worth:
            labels = list(longer.labels)
    return labels if _credible(labels, lines) else []


def _credible(labels: Sequence[Label], lines: Sequence[Line]) -> bool:
    """Return whether numbers are those of a list, not numbers that happen to begin lines."""
    if len(labels) == 1:
        only = labels[0]
        return (
            only.line == 0 and only.number < 400 and len(lines) <= MOST_LINES and only.weight > 0.75
        )
    worth = sum(label.weight for label in labels) / len(labels)
    span = labels[-1].line - labels[0].line + 1
    steady = sum(after.number - label.number == 1 for label, after in pairwise(labels))
    return (
        worth > 0.6
        and steady >= 0.6 * (len(labels) - 1)
        and span <= 16 * len(labels)
        and (len(labels) >= 3 or span + MOST_LINES >= len(lines))
    )


def by_labels(lines: Sequence[Line], labels: Sequence[Label], *, notes: bool = False) -> list[Item]:
    """Cut lines at labels that are known to count up; between ``notes`` there may be other text."""
    if _is_column(labels, lines):
        return _beside_column(lines, labels)
    items: list[Item] = []
    usual = usual_length(labels)
    for label, after in zip(labels, [*labels[1:], None], strict=True):
        entry = between(lines, label, after)
        number = str(label.number)
        if after is None or (notes and _runs_on(entry)):
            end = end_of(entry, 1, notes=True) if notes else end_of(entry, usual)
            items.append(Item(entry[:end], number))
        elif len(entry) <= max(8, 3 * usual + 3) or _is_one(entry):
            items += [Item(part, number) for part in by_lines(entry)]
        else:
            # Something stands between: a table, a figure, or works without a number of their own.
            items += [Item(part.lines, number) for part in _by_style(entry)]
    return items


def _runs_on(entry: Sequence[Line]) -> bool:
    """Return whether the text of the page goes on after a note."""
    rest = " ".join(line.text for line in entry[end_of(entry, 1, notes=True) :])
    return len(rest) > 40 and (not dated(rest) or prose_share(rest) > 0.04)


def _is_one(entry: Sequence[Line]) -> bool:
    """Return whether a long entry is one reference, not one that other text was joined to."""
    text = " ".join(line.text for line in entry)
    return len(text) < 1600 and len(YEAR.findall(text)) <= 2


# Two columns may come out of a PDF with the numbers first and the references after them.


def _is_column(labels: Sequence[Label], lines: Sequence[Line]) -> bool:
    """Return whether markers were separated from their entries: a column of numbers alone."""
    alone = sum(
        label.line + 1 == after.line and label.end >= len(lines[label.line].text)
        for label, after in pairwise(labels)
    )
    return (alone >= 2 and alone >= 0.3 * len(labels)) or (alone == 1 and len(labels) <= 3)


def _beside_column(lines: Sequence[Line], labels: Sequence[Label]) -> list[Item]:
    """Cut a list whose labels stand apart; numbers are given back where they come out even."""
    alone = {label.line for label in labels if label.end >= len(lines[label.line].text)}
    items = _by_style([line for index, line in enumerate(lines) if index not in alone])
    if len(items) != len(labels):
        return items
    return [Item(item.lines, str(label.number)) for item, label in zip(items, labels, strict=True)]


# ---- 2. keys and bullets ----------------------------------------------------------------------


def _by_marks(lines: Sequence[Line]) -> list[Item]:
    """Cut at keys ("[Knu12]") or at bullets."""
    for kind in (KEYED, KEY_LINE, BULLETED):
        marks = _marks(lines, kind)
        labels = [Label(index, 0, end, kind.name, 0, 1.0) for index, end, _ in marks]
        if not _marked(labels, len(lines)) or (kind is KEY_LINE and not _above(labels)):
            continue
        usual = usual_length(labels)
        items = []
        for label, after, mark in zip(labels, [*labels[1:], None], marks, strict=True):
            entry = between(lines, label, after)
            if after is None or len(entry) > max(8, 3 * usual + 3):
                entry = entry[: end_of(entry, usual)]
            items.append(Item(entry, None if kind is BULLETED else mark[2]))
        return items
    return []


def _above(labels: Sequence[Label]) -> bool:
    """Return whether keys stand above their references, not places and years at the end of some."""
    return (
        len(labels) > 1
        and labels[0].line == 0
        and all(b.line - a.line > 1 for a, b in pairwise(labels))
    )


def _marks(lines: Sequence[Line], kind: Kind) -> list[tuple[int, int, str]]:
    """Find the lines that begin with a mark: (line, end of the mark, the bare mark)."""
    marks = [
        (index, match.end(), match.group(1))
        for index, line in enumerate(lines)
        if (match := kind.pattern.match(line.text))
    ]
    if kind is BULLETED and marks:
        [(usual, _)] = Counter(mark for _, _, mark in marks).most_common(1)
        marks = [mark for mark in marks if mark[2] == usual]
    return marks


def _marked(labels: Sequence[Label], count: int) -> bool:
    """Return whether a list has markers: it begins with one, and they are not rare."""
    if not labels or labels[0].line > (1 if len(labels) > 1 else 0):
        return False
    return count <= 12 * len(labels) + 12 and (len(labels) > 1 or count <= MOST_LINES)


# ---- 3. style and layout ----------------------------------------------------------------------


def _by_style(lines: Sequence[Line]) -> list[Item]:
    """Cut where lines begin as references do."""
    if not lines:
        return []
    starts = best_cut(evidence_of(lines), weights_in_use())
    return [
        Item(tuple(_without_prose(lines[start:stop])), None)
        for start, stop in pairwise([*starts, len(lines)])
    ]


def _without_prose(lines: Sequence[Line]) -> Sequence[Line]:
    """Leave out sentences that run on after a reference, as text goes on after a list."""
    for index in range(1, len(lines)):
        if prose_share(lines[index].text) >= 0.1 and ending(lines[index - 1].text) > 0.4:
            before = " ".join(line.text for line in lines[:index])
            if dated(before) and located(before):
                return lines[:index]
    return lines
