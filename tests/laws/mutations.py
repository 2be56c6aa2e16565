"""Mutations of a text at the level of its format's grammar: a tag, a delimiter, a value, an entry.

Random characters seldom get past the first line of a reader. A text is cut into the tokens of its
format, and these are dropped, doubled, exchanged, moved, put into one another and cut off.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping, Sequence
from functools import cache
from typing import TypeAlias

from hypothesis import strategies as st

from tests.formats.examples import examples


@cache
def grammar(name: str) -> re.Pattern[str]:
    """Return the pattern of what stands for itself in a format's syntax."""
    return re.compile(examples()[name].tokens, re.MULTILINE)


_LINE_ENDS = (*("\n",) * 6, "\r\n", "\r", "\n\r", "\n\n", "\u2028")
Stretch: TypeAlias = list[str]


def tokens(text: str, name: str) -> list[str]:
    """Cut a text of a format into its tokens; what lies between two is a token as well."""
    cut: list[str] = []
    place = 0
    for match in grammar(name).finditer(text):
        cut += [part for part in (text[place : match.start()], match[0]) if part]
        place = match.end()
    return [*cut, text[place:]]


# What becomes of two stretches of tokens, and of what is between them.
_CHANGES: Mapping[str, Callable[[Stretch, Stretch, Stretch], Stretch]] = {
    "drop": lambda _, between, other: between + other,
    "double": lambda one, between, other: one + one + between + other,
    "exchange": lambda one, between, other: other + between + one,
    "move": lambda one, between, other: between + one + other,
    "nest": lambda one, between, other: one[:1] + other + one[1:] + between,
    "copy": lambda one, between, other: one + between + one + other,
    "repeat": lambda one, between, other: 30 * one[:1] + one[1:] + between + other,
}


@st.composite
def mutated(draw: st.DrawFn, texts: Sequence[str], name: str) -> str:
    """Draw one of some texts of a format, changed here and there."""
    cut = tokens(draw(st.sampled_from(texts)), name)
    for change in draw(st.lists(st.sampled_from([*_CHANGES]), max_size=4)):
        place = st.integers(0, len(cut))
        start, middle = sorted((draw(place), draw(place)))
        # A delimiter, a value, a field, an entry.
        length = st.sampled_from((1, 2, 8, 60))
        end, last = min(start + draw(length), middle), middle + draw(length)
        stretches = cut[start:end], cut[end:middle], cut[middle:last]
        cut[start:last] = _CHANGES[change](*stretches)
    if draw(st.booleans()):
        del cut[draw(st.integers(0, len(cut))) :]
    return "".join(cut).replace("\n", draw(st.sampled_from(_LINE_ENDS)))
