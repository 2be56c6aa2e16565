"""MARC 21 in ISO 2709 → records."""

from __future__ import annotations

import refconv
from tests.formats.marc.example import record


def titles(text: str | bytes) -> tuple[list[str], list[str]]:
    read = refconv.read(text, "marc")
    return [one.title for one in read], [found.reason for found in read.diagnostics]


def test_records_with_or_without_line_ends() -> None:
    one, two = record("24510\x1faA /"), record("24510\x1faB /")

    assert titles(one + two) == (["A", "B"], [])
    assert titles(f"{one}\r\n{two}\r\n") == (["A", "B"], [])
    assert refconv.read(one + two).format == "marc"


def test_the_directory_need_not_count_right() -> None:
    assert titles(record("24510\x1faÄpfel /", "260  \x1fbVerlag,")) == (["Äpfel"], [])


def test_a_field_that_the_directory_does_not_name() -> None:
    text = record("24510\x1faA /").replace("\x1d", "10\x1faB\x1e\x1d")

    assert titles(text) == (["A"], ["marc"])
    assert ("marc:999", "$a B") in refconv.read(text, "marc").references[0].custom


def test_other_letters_without_unicode() -> None:
    text = record("24510\x1faÄpfel /", leader="00000nam  2200000 a 4500")

    assert titles(text) == (["Äpfel"], ["marc-8"])


def test_text_between_records() -> None:
    assert titles(f"{record('24510' + chr(31) + 'aA')}words\x1d") == (["A"], ["record"])


def test_a_record_that_is_cut() -> None:
    assert titles(record("24510\x1faA /")[:-2])[0] == ["A"]
    assert titles(record("24510\x1faA /")[:30])[1] == []
