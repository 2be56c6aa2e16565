"""Files whose grammar is broken: every reader returns what is there, and reports what is not.

The files are those of the golden tests and the pages, changed as :mod:`tests.laws.mutations` does.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

import refconv
from refconv.core.keys import assign_ids
from refconv.core.losses import apply
from tests.formats.examples import examples, inputs_of
from tests.laws.mutations import mutated, tokens
from tests.page.test_document import assert_traced

LONGEST = 2_000
_TAG = re.compile(r"<[^>]*>?")
_WORD = re.compile(r"[A-Za-z]{5,}")


def stretches(text: str) -> Iterator[str]:
    """Cut a text into stretches of whole lines."""
    stretch = ""
    for line in text.splitlines(keepends=True):
        if stretch and len(stretch) + len(line) > LONGEST:
            yield stretch
            stretch = ""
        stretch += line
    yield stretch


def fixtures(name: str) -> tuple[str, ...]:
    """Return the inputs of a format's golden files, or the pages."""
    return tuple(part for text in inputs_of(name) for part in stretches(text))


FILES = {name: fixtures(name) for name in examples()}
WRITTEN = [name for name, format in refconv.FORMATS.items() if format.join is not None]
every_format = pytest.mark.parametrize("name", FILES)
law = settings(suppress_health_check=list(HealthCheck))


def test_every_format_has_a_grammar_and_files() -> None:
    assert [*FILES] == [*refconv.FORMATS]
    assert all(FILES.values())


@every_format
def test_tokens_join_to_the_text(name: str) -> None:
    for text in FILES[name]:
        assert "".join(tokens(text, name)) == text


@every_format
@law
@given(data=st.data())
def test_each_diagnostic_has_its_place(name: str, data: st.DataObject) -> None:
    text = data.draw(mutated(FILES[name], name))

    read = refconv.read(text, name)

    lines = len(re.split("\r\n?|\n", text))
    assert len(read.origins) == len(read.references)
    assert all(0 <= origin.line <= lines for origin in read.origins)
    for diagnostic in read.diagnostics:
        assert diagnostic.message
        assert 0 <= diagnostic.line <= lines
        assert diagnostic.column >= 0


@every_format
@law
@given(data=st.data())
def test_a_mutated_file_survives_the_round_trip(name: str, data: st.DataObject) -> None:
    references = refconv.read(data.draw(mutated(FILES[name], name)), name).references
    target = data.draw(st.sampled_from(WRITTEN))

    written = refconv.write(references, target)

    back = refconv.read(written.text, target).references
    assert back == apply(assign_ids(references), written.losses)


def words(text: str) -> set[str]:
    return {*_WORD.findall(_TAG.sub(" ", text))}


def shown(read: refconv.Read) -> set[str]:
    """Return the words of all that was read."""
    blocks = " ".join(block.text for block in read.blocks)
    return {*_WORD.findall(re.sub(r"\\\\[nrt]", " ", f"{read.as_csl()!r} {blocks}"))}


@cache
def distinctive_words(name: str) -> set[str]:
    """Return the words of titles and names in the files, if they are read wherever they stand."""
    found: set[str] = set()
    elsewhere: set[str] = set()
    for text in FILES[name]:
        read = refconv.read(text, name)
        for one in read:
            people = " ".join(map(str, (*one.author, *one.editor)))
            found |= words(f"{one.title} {one.container_title} {one.abstract} {people}")
        elsewhere |= words(text) - shown(read)
    return found - elsewhere


@pytest.mark.parametrize("name", [name for name in FILES if name != "text"])
@law
@given(data=st.data())
def test_a_word_is_read_or_a_diagnostic_reports_it(name: str, data: st.DataObject) -> None:
    text = data.draw(mutated(FILES[name], name))

    read = refconv.read(text, name)

    assert read.diagnostics or words(text) & distinctive_words(name) <= shown(read)


@law
@given(text=mutated(FILES["text"], "text"))
def test_every_character_of_a_reference_is_in_the_text(text: str) -> None:
    for origin in refconv.parse(text).origins:
        if origin.found is not None:
            assert_traced(origin.found, text)
        for segment in origin.segments:
            assert 0 <= segment.start < segment.end <= len(text)
