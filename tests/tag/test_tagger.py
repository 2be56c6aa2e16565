"""The tagger: strings → labelled segments, by the model that comes with the package."""

from __future__ import annotations

import threading
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from refconv.core.report import Segment
from refconv.tag.tagger import segments

Row = tuple[str, dict[str, str]]


def values(text: str) -> dict[str, str]:
    """The tagged values of one string, by label."""
    (found,) = segments([text])
    return {segment.label: segment.text for segment in found}


def read_table(name: str) -> list[Row]:
    """Read a table: a string in its line, and below, indented, what its labels hold."""
    text = (Path(__file__).parent / "strings" / f"{name}.txt").read_text("utf-8")
    rows = []
    for block in text.strip().replace("\\u00ad", "\u00ad").split("\n\n"):
        string, *lines = block.split("\n")
        rows.append((string, dict(line.strip().split(": ", 1) for line in lines)))
    return rows


VANCOUVER = read_table("vancouver")  # what a list of a medical journal holds
HARD = read_table("hard")  # where white-space taggers and their rules fall down
KINDS = read_table("kinds")  # other kinds of works, styles and languages


@pytest.mark.parametrize(("text", "wanted"), VANCOUVER + KINDS)
def test_every_value(text: str, wanted: dict[str, str]) -> None:
    assert values(text) == wanted


@pytest.mark.parametrize(("text", "wanted"), HARD)
def test_hard_references(text: str, wanted: dict[str, str]) -> None:
    found = values(text)
    assert {label: found.get(label) for label in wanted} == wanted


def lawful(text: str, found: tuple[Segment, ...]) -> None:
    place = 0
    for segment in found:
        assert place <= segment.start < segment.end <= len(text)
        assert segment.text
        assert 0 <= segment.confidence <= 1
        place = segment.end


@settings(max_examples=150, deadline=None)
@given(st.lists(st.text(), max_size=4))
def test_segments_are_ordered_disjoint_and_inside(texts: list[str]) -> None:
    tagged = segments(texts)
    assert len(tagged) == len(texts)
    for text, found in zip(texts, tagged, strict=True):
        lawful(text, found)


WORDS = st.sampled_from(
    "Smith J. , . ( ) 2001 Nature 12 : – vol. In eds. “ ” 10.1000/x doi: http://a.org/ und S. e005 "
    "arXiv:1001.0001 et al. \n".split(" ")
)


@settings(max_examples=100, deadline=None)
@given(st.lists(WORDS, max_size=60).map(" ".join))
def test_segments_of_reference_like_text(text: str) -> None:
    lawful(text, segments([text])[0])


ODD = ["", " ", "\x00\x01\x1f", "\ufeff", "(((((", "]]]", "…", "\ud800", "a" * 5000, "1 " * 5000]


@pytest.mark.parametrize("text", ODD)
def test_odd_strings(text: str) -> None:
    lawful(text, segments([text])[0])


def test_a_megabyte_in_one_string() -> None:
    lawful(text := "Smith J. A title. Nature 2001;12:13. " * 27_000, segments([text])[0])


def test_the_others_of_a_call_do_not_change_a_string() -> None:
    texts = [text for text, _ in VANCOUVER]
    assert [s.text for s in segments(texts)[3]] == [s.text for s in segments([texts[3]])[0]]


def test_threads() -> None:
    texts = [text for text, _ in VANCOUVER + HARD]
    wanted = segments(texts)
    results: list[list[tuple[Segment, ...]]] = []
    threads = [threading.Thread(target=lambda: results.append(segments(texts))) for _ in range(4)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert results == [wanted] * 4
