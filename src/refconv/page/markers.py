"""Find markers (``1.`` ``[1]`` ``(1)`` ``1)`` ``1`` ``¹`` ``[Smi99]`` ``•``) and their chains.

One label proves nothing, for a wrapped line may begin with any number. A *chain* does: labels of
one kind whose numbers count up. The best chain is found in one pass over the candidates.
"""

from __future__ import annotations

import re
from collections.abc import Container, Sequence
from typing import NamedTuple

from refconv.core.lazy_pattern import lazy_pattern
from refconv.page.beginnings import NO_BEGINNING, beginning, continuation, ending
from refconv.page.lines import Line
from refconv.page.patterns import NAME, OPENING_QUOTE, UNCASED, UPPER

# Raised digits, and letters that scanning takes ones and noughts for.
_DIGITS = str.maketrans("⁰¹²³⁴⁵⁶⁷⁸⁹IlO", "0123456789110")


class Kind(NamedTuple):
    """One way of printing a label; group 1 of the pattern is the bare number or key.

    ``cost`` is what a kind loses for being easily mistaken.
    """

    name: str
    pattern: re.Pattern[str]
    cost: float


def _kind(name: str, pattern: str, cost: float = 0.0) -> Kind:
    return Kind(name, lazy_pattern(pattern), cost)


_AFTER = rf"(?=\s|\Z|{UPPER}|{UNCASED}|{OPENING_QUOTE}|[(—–-]|https?:|www\.|[a-z]|[↵↑^])"
# A bare number wants more of what follows: a capital, a quotation mark, a link, or nothing.
_AFTER_BARE = (
    rf"(?:\s+(?={UPPER}|{UNCASED}|{OPENING_QUOTE}|\(|https?:|www\.|[a-z]{{2,}} {UPPER})|:?\s*\Z"
    rf"|(?={UPPER}[^\d\W]))"
)
# A bullet, or reStructuredText's two stops, before a label in brackets.
_LEAD = r"(?:(?:[*•‣◦▪●○■►+-]|\.\.)\s{1,4}(?=\[))?"
NUMBERED = (
    _kind("square", rf"{_LEAD}\[\s?([\dIlO]{{1,4}})\s?\]\.?,?\s*"),
    # Markdown's footnotes: "[^1]:".
    _kind("square", r"\[\^(\d{1,4})\]:?\s*"),
    _kind("corner", r"[〔【［]\s?(\d{1,4})\s?[〕】］]\s*"),
    _kind("round", rf"[(（]\s?(\d{{1,3}})\s?[)）]\.?\s*{_AFTER}", 0.1),
    # ("1]" where extraction lost the first bracket.)
    _kind("paren", rf"(\d{{1,4}})\s?[)）\]]\.?\s*{_AFTER}", 0.1),
    _kind("dot", rf"(\d{{1,4}})\s?[.．、]-?\s*(?!\d){_AFTER}", 0.1),
    # PubMed's: "1: ".
    _kind("dot", rf"(\d{{1,4}}):\s+(?={UPPER}|{UNCASED}|{OPENING_QUOTE})", 0.2),
    _kind("superscript", r"([⁰¹²³⁴⁵⁶⁷⁸⁹]{1,4})\s*"),
    _kind("ref", r"(?:[Rr]ef(?:erence)?\.?|\^)\s?(\d{1,4})[.:)]?\s*", 0.2),
    _kind("slash", r"/(\d{1,3})/\s*", 0.2),
    _kind("bare", rf"(\d{{1,3}}){_AFTER_BARE}", 0.35),
)
# "[Knu12]", "[PQR+18]", "[Smith and Jones, 2003]", "[ABC]".
KEYED = _kind(
    "key",
    rf"{_LEAD}(?:<a\s[^<>]{{0,80}}>)?"
    r"\[([^\W\d_][\w+'’.:&*-]{0,24}(?: \w[\w.&-]{0,14}){0,4},? ?'?\d{2,4}[a-z]?"
    r"|[A-Z][A-Za-z+]{1,6}|[A-Z][\w+]{0,12}[-.][\w.+-]{1,24})\](?:</a>)?:?\s*",
)
# "Smith et al., 2003" on a line of its own, above the reference.
_AUTHOR = rf"{NAME}(?: (?:{NAME}|of|for|the|and|de|&)){{0,7}}"
KEY_LINE = _kind(
    "key line",
    rf"({_AUTHOR}(?:,? et al\.?)?,? \(?(?:\d{{4}}[a-z]?|n\.d\.|in press)\)?"
    r"|(?:DIN|ISO|EN|BS|VDI|RFC)(?: (?:EN|ISO|IEC|VDE)){0,2} \d[\d.:-]{1,14})\Z",
)
# A dash before a year or a colon is a repeated author, no bullet.
BULLETED = _kind("bullet", r"(\[\s?\]|[•‣◦▪●○■□►▶➢·∙*❖♦◆✓→▸¶^↑]|[-–—](?=\s(?![(\d:])))\s*")


class Marker(NamedTuple):
    """The marker that a line begins with: its kind, its end, its number (-1 for a key)."""

    kind: str
    end: int
    number: int
    key: str


def marker_of(text: str) -> Marker | None:
    """Read the marker of any kind that a line begins with."""
    first = text[0]
    if first.isalpha() and first not in "Rr":
        return None
    read = _number(text)
    if read is not None:
        kind, end, number = read
        return Marker(kind.name, end, number, str(number))
    for kind in (KEYED, BULLETED):
        match = kind.pattern.match(text)
        if match:
            return Marker(kind.name, match.end(), -1, match.group(1))
    return None


# A label of any kind, to be set aside before it is looked at how a line begins.
_ANY = lazy_pattern(r"[\[(]?\d{1,3}[\]).]{0,2}\s+|\[[^\]]{2,24}\]\s*|[•*–-]\s+")
_ANY_FIRST = frozenset("[(0123456789•*–-")


def unlabelled(text: str) -> str:
    """Take the label off a line."""
    match = _ANY.match(text) if text[:1] in _ANY_FIRST else None
    return text[match.end() :] if match else text


class Label(NamedTuple):
    """A label candidate: the line it stands in, where it begins and ends in the line's text."""

    line: int
    start: int
    end: int
    kind: str
    number: int
    weight: float


# What a label gains by standing alone on its line: no wrap leaves it there.
ALONE = 0.25


def candidates(lines: Sequence[Line], first: int, last: int) -> list[Label]:
    """Collect every numbered label that a line of ``lines[first:last]`` begins with."""
    found: list[Label] = []
    seen: set[tuple[str, int]] = set()
    before = ""
    for index in range(first, last):
        text = lines[index].text
        read = _number(text) if not text[0].isalpha() or text[0] in _NUMBER_FIRST else None
        if read is not None and _counts(read[0], read[2], seen):
            kind, end, number = read
            seen.add((kind.name, number))
            rest = text[end:] or (lines[index + 1].text if index + 1 < last else "")
            weight = 1.0 - kind.cost + _fitness(before, rest, blank=lines[index].blanks > 0)
            if end == len(text):
                weight += ALONE
            found.append(Label(index, 0, end, kind.name, number, weight))
        before = text
    return found


def _number(text: str) -> tuple[Kind, int, int] | None:
    """Read the label at a line's beginning: its kind, its end, its number."""
    if text[0] in _NUMBER_FIRST or text[0].isdigit():
        for kind in NUMBERED:
            match = kind.pattern.match(text)
            if match:
                return kind, match.end(), int(match.group(1).translate(_DIGITS))
    return None


_NUMBER_FIRST = frozenset("[〔【［(（/^Rr⁰¹²³⁴⁵⁶⁷⁸⁹*•‣◦▪●○■►+-.")


def _counts(kind: Kind, number: int, seen: Container[tuple[str, int]]) -> bool:
    """Return whether a number is a marker, not a year: only a long list has the one before it."""
    is_year = 1500 <= number < 2100 and kind.name != "square"
    return not is_year or (kind.name, number - 1) in seen


_INSIDE = {
    "square": lazy_pattern(r"(?<=[\s.;,)\]])\[(\d{1,4})\]\s*(?=\S)"),
    "dot": lazy_pattern(rf"(?<=[.;)\]\d] )(\d{{1,3}})\.\s?(?={UPPER}|https?:)"),
    "round": lazy_pattern(rf"(?<=[.;)\]\d] )\((\d{{1,3}})\)\s?(?={UPPER})"),
    "paren": lazy_pattern(rf"(?<=[.;)\]\d] )(\d{{1,3}})\)\s?(?={UPPER})"),
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
            start, end = match.span()
            before, rest = text[max(0, start - 40) : start].rstrip(), text[end : end + 160]
            fit = _fitness(before, rest, blank=False)
            if fit > 0:
                found.append(Label(index, start, end, kind, int(match.group(1)), 0.3 + fit / 2))
    return found


def _fitness(before: str, rest: str, *, blank: bool) -> float:
    """Return how well a marker fits its place: after an end, before a beginning."""
    rule = beginning(rest) if rest else NO_BEGINNING
    value = 0.25 * rule.weight
    if rest and continuation(rest) and rule.weight < 1:
        value -= 0.4
    if before:
        value += 0.15 * (2.0 if blank else ending(before))
    return max(-0.6, min(0.6, value))


# What a step from one number to the next is worth, by the size of the step.
_STEPS = ((1, 1.0), (2, 0.1), (3, -0.3), (4, -0.6))


class Chain(NamedTuple):
    """Labels of one kind that count up, and what they are worth together."""

    labels: tuple[Label, ...]
    worth: float


def best_chain(found: Sequence[Label]) -> Chain | None:
    """Find the chain of one kind with the highest worth, in one pass for each kind."""
    best: Chain | None = None
    for kind in dict.fromkeys(label.kind for label in found):
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
