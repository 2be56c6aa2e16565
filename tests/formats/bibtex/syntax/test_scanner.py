"""Where the blocks of a file begin and end."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from refconv.formats.bibtex.syntax.scanner import _Braces, scan

# A block as its text; one that is not closed has a question mark before it.
FILES = [
    ("@misc{a}", ["@misc{a}"]),
    ("@misc{a} @book(b, year = 1)", ["@misc{a}", " ", "@book(b, year = 1)"]),
    # Inside a line only what has a key or a field is an entry.
    ("@misc{a} @book(b)", ["@misc{a}", " @book(b)"]),
    ("words @misc{a, year = 1}", ["words ", "@misc{a, year = 1}"]),
    ("@misc{a, t = {{b}}}\n", ["@misc{a, t = {{b}}}", "\n"]),
    # BibTeX counts braces behind a backslash; others do not.
    (r"@misc{a, t = {\{b}}}", [r"@misc{a, t = {\{b}}}"]),
    (r"@misc{a, t = {\{b}, u = {c}}", [r"@misc{a, t = {\{b}, u = {c}}"]),
    # An entry that is not closed ends before the next one that begins a line.
    ("@misc{a, t = {b\n@misc{c}", ["?@misc{a, t = {b", "\n", "@misc{c}"]),
    ('@misc(a, t = ")")', ['@misc(a, t = ")")']),
    ("write to me@there.org", ["write to me@there.org"]),
    ("% @misc{a}\n@misc{b}", ["% @misc{a}\n", "@misc{b}"]),
    ("@comment{a @misc{b}}", ["@comment{a @misc{b}}"]),
    ("", []),
]


@pytest.mark.parametrize(("text", "expected"), FILES)
def test_blocks(text: str, expected: list[str]) -> None:
    blocks = [*scan(text)]

    assert ["?" * (not b.closed) + text[b.start : b.end] for b in blocks] == expected


def test_the_places_of_a_block() -> None:
    text = "x @misc{a, y}"
    block = [*scan(text)][1]

    assert (block.type, text[block.body : block.stop]) == ("misc", "a, y")


BRACES = st.lists(
    st.sampled_from(["{", "}", "{a}", "\\{", "\\}", "\\\\", "a", "{{{{b}}}}", "\n@misc{c,"]),
    max_size=14,
)


@given(parts=BRACES)
def test_braces_counted_near_an_entry_close_where_those_of_the_whole_text_do(
    parts: list[str],
) -> None:
    text = "{".join(["@misc", *parts])
    place, braces = text.index("{") if "{" in text else 0, _Braces(text)
    near = braces.near(place, len(text))

    assert near in (None, (braces.plain.get(place), braces.escaping.get(place)))
