"""A long text is read chunk by chunk, each reference with its place in the whole."""

from __future__ import annotations

import pytest

import refconv
from refconv import Code
from refconv.io import free_text_format
from refconv.io.input import input_of_data

REFERENCES = [
    f"Smith{n} J, Jones K. A title of paper number {n}. J Test. 20{n:02};{n}:1-9.\n"
    for n in range(10, 40)
]


@pytest.fixture(autouse=True)
def small_chunks(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(free_text_format, "CHUNK", 700)
    monkeypatch.setattr(free_text_format, "LONGEST", 3000)


def test_each_reference_has_its_offsets_in_the_whole_text() -> None:
    text = "References\n\n" + "\n".join(REFERENCES)
    read = refconv.parse(text)

    assert len([*input_of_data(text, "text", None).chunks()]) > 2
    assert [r.volume for r in read] == [str(n) for n in range(10, 40)]
    for number, origin in enumerate(read.origins):
        assert origin.found is not None
        assert text[origin.found.start : origin.found.end] == REFERENCES[number].rstrip()
        assert text[origin.segments[0].start :].startswith(f"Smith{number + 10}")
        assert origin.line == 3 + 2 * number


@pytest.mark.parametrize("length", [2999, 3001, 20_000])
def test_a_line_that_is_too_long_is_reported_instead_of_read(length: int) -> None:
    text = f"References\n{REFERENCES[0]}{'x' * length}\n{REFERENCES[1]}{REFERENCES[2]}"
    read = refconv.read(text, "text")

    assert [r.volume for r in read] == ["10", "11", "12"]
    reported = [(d.line, d.column) for d in read.diagnostics if d.code == Code.TOO_LONG]
    assert reported == ([] if length < 3000 else [(3, 1)])
