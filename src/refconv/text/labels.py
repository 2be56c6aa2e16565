"""Printed labels: ``1.`` ``[1]`` ``(1)`` ``1)`` ``1`` ``¹`` ``[Smi99]`` ``•`` and the chains they form.

One label proves nothing, for a wrapped line may begin with any number. A *chain* does: labels of
one kind whose numbers count up. The best chain is found in one pass over the candidates.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import NamedTuple

from refconv.text.evidence import NO_BEGINNING, UNCASED, UPPER, beginning, continuation, ending
from refconv.text.lines import Line

# Raised digits, and letters that scanning takes ones and noughts for.
_DIGITS = str.maketrans("⁰¹²³⁴⁵⁶⁷⁸⁹IlO", "0123456789110")


class Kind(NamedTuple):
    """One way of printing a label; group 1 of the pattern is the bare number or key.

    ``cost`` is what a kind loses for being easily mistaken.
    """

    name: str
    pattern: re.Pattern[str]
    cost: float


_AFTER = rf"(?=\s|\Z|{UPPER}|{UNCASED}|[\"“„«‘'(—–-]|https?:|www\.|[a-z])"
NUMBERED = (
    Kind("square", re.compile(r"\[\s?([\dIlO]{1,4})\s?\]\.?,?\s*"), 0.0),
    Kind("corner", re.compile(r"[〔【［]\s?(\d{1,4})\s?[〕】］]\s*"), 0.0),
    Kind("round", re.compile(rf"[(（]\s?(\d{{1,3}})\s?[)）]\.?\s*{_AFTER}"), 0.1),
    Kind("paren", re.compile(rf"(\d{{1,4}})\s?[)）]\.?\s*{_AFTER}"), 0.1),
    Kind("dot", re.compile(rf"(\d{{1,4}})\s?[.．、]-?\s*(?!\d)(?=\Z|.){_AFTER}"), 0.1),
    Kind("superscript", re.compile(r"([⁰¹²³⁴⁵⁶⁷⁸⁹]{1,4})\s*"), 0.0),
    Kind("ref", re.compile(r"(?:[Rr]ef(?:erence)?\.?|\^)\s?(\d{1,4})[.:)]?\s*"), 0.2),
    Kind("slash", re.compile(r"/(\d{1,3})/\s*"), 0.2),
    Kind("bare", re.compile(rf"(\d{{1,3}})(?:\s+(?={UPPER}|{UNCASED}|[\"“„«‘'(]|https?:|www\.|[a-z]{{2,}} {UPPER})|:?\s*\Z|(?={UPPER}{{1}}[^\d\W]))"), 0.35),
)  # fmt: skip
KEYED = Kind(
    "key", re.compile(r"\[([^\W\d_][\w+'’.:&*-]{0,24}(?: \w[\w.&-]{0,14}){0,4},? ?'?\d{2,4}[a-z]?|[A-Z][A-Za-z+]{1,6})\]\s*"), 0.0
)  # fmt: skip
BULLETED = Kind("bullet", re.compile(r"(\[\s?\]|[•‣◦▪●○■□►▶➢·∙*❖♦◆✓→▸¶^↑]|[-–—](?=\s(?![(\d:])))\s*"), 0.0)


class Label(NamedTuple):
    """A label candidate: the line it stands in, where it begins and ends in the line's text."""

    line: int
    start: int
    end: int
    kind: str
    number: int
    weight: float


def candidates(lines: Sequence[Line], first: int, last: int) -> list[Label]:
    """Collect every numbered label that a line of ``lines[first:last]`` begins with."""
    found: list[Label] = []
    before = ""
    for index in range(first, last):
        text = lines[index].text
        if text[0] in "[〔【［(（/^Rr⁰¹²³⁴⁵⁶⁷⁸⁹" or text[0].isdigit():
            for kind in NUMBERED:
                match = kind.pattern.match(text)
                if match is None:
                    continue
                number = int(match.group(1).translate(_DIGITS))
                rest = text[match.end() :]
                if not rest and index + 1 < last:
                    rest = lines[index + 1].text
                found.append(
                    Label(
                        index, 0, match.end(), kind.name, number,
                        1.0 - kind.cost + _fitness(before, rest, lines[index].blanks > 0),
                    )
                )  # fmt: skip
                break
        before = text
    return found


_INSIDE = {
    "square": re.compile(r"(?<=[\s.;,)\]])\[(\d{1,4})\]\s*(?=\S)"),
    "dot": re.compile(rf"(?<=[.;)\]\d] )(\d{{1,3}})\.\s?(?={UPPER}|https?:)"),
    "round": re.compile(rf"(?<=[.;)\]\d] )\((\d{{1,3}})\)\s?(?={UPPER})"),
    "paren": re.compile(rf"(?<=[.;)\]\d] )(\d{{1,3}})\)\s?(?={UPPER})"),
}


def inside(lines: Sequence[Line], first: int, last: int, kind: str) -> list[Label]:
    """Collect the labels of one kind that stand in the middle of lines, as in a run-on list."""
    pattern = _INSIDE.get(kind)
    if pattern is None:
        return []
    found = []
    for index in range(first, last):
        text = lines[index].text
        for match in pattern.finditer(text):
            if match.start() == 0:
                continue
            fit = _fitness(text[max(0, match.start() - 40) : match.start()].rstrip(), text[match.end() : match.end() + 160], False)
            if fit > 0:
                found.append(Label(index, match.start(), match.end(), kind, int(match.group(1)), 0.3 + fit / 2))
    return found


def _fitness(before: str, rest: str, blank: bool) -> float:
    """Say how well a label stands where it does: after an end, before a beginning."""
    rule = beginning(rest) if rest else NO_BEGINNING
    value = 0.25 * rule.weight
    if rest and continuation(rest) and rule.weight < 1:
        value -= 0.4
    if before:
        value += 0.15 * (2.0 if blank else ending(before))
    return max(-0.6, min(0.6, value))


# What a step from one number to the next is worth, by the size of the step.
_STEPS = ((1, 1.0), (2, 0.1), (3, -0.3), (4, -0.6))
_RESTART = -1.5


class Chain(NamedTuple):
    """Labels of one kind that count up, and what they are worth together."""

    labels: tuple[Label, ...]
    worth: float


def best_chain(found: Sequence[Label]) -> Chain | None:
    """Find the chain of one kind with the highest worth, in one pass for each kind."""
    best: Chain | None = None
    for kind in {label.kind for label in found}:
        chain = _longest([label for label in found if label.kind == kind])
        if best is None or chain.worth > best.worth:
            best = chain
    return best


def _longest(found: list[Label]) -> Chain:
    worth = [0.0] * len(found)
    previous = [-1] * len(found)
    # The best chain so far that ends with a number, and the best that ends anywhere.
    at: dict[int, int] = {}
    best = -1
    for index, label in enumerate(found):
        start = 0.3 if label.number == 1 else 0.0 if label.number < 4 else -0.5
        value, link = label.weight + start, -1
        for step, gain in _STEPS:
            earlier = at.get(label.number - step)
            if earlier is not None and worth[earlier] + gain - 1.0 + label.weight > value:
                value, link = worth[earlier] + gain - 1.0 + label.weight, earlier
        worth[index], previous[index] = value, link
        known = at.get(label.number)
        if known is None or value >= worth[known]:
            at[label.number] = index
        if best < 0 or value > worth[best]:
            best = index
    labels = []
    index = best
    while index >= 0:
        labels.append(found[index])
        index = previous[index]
    return Chain(tuple(reversed(labels)), worth[best])
