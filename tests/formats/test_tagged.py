"""Physical lines, and values that were wrapped over several."""

from __future__ import annotations

import pytest

from refconv.formats.tagged import physical_lines, unwrapped


@pytest.mark.parametrize(
    ("text", "lines"),
    [
        ("a\nb", ["a", "b"]),
        ("a\r\nb\rc", ["a", "b", "c"]),
        ("\ufeffa\nb\ufeff", ["a", "b\ufeff"]),
        ("", [""]),
    ],
)
def test_physical_lines(text: str, lines: list[str]) -> None:
    assert physical_lines(text) == lines


WIDE = "a" * 70


@pytest.mark.parametrize(
    ("lines", "value"),
    [
        (["a", "b"], "a\nb"),
        ([WIDE, WIDE, "end"], f"{WIDE} {WIDE} end"),
        ([WIDE, "short", WIDE], f"{WIDE}\nshort\n{WIDE}"),
        ([WIDE * 2, WIDE], f"{WIDE * 2}\n{WIDE}"),
        (["a", "AU  - b", "c"], "a AU  - b\nc"),
        (["AU  - b"], "AU  - b"),
    ],
)
def test_unwrapped(lines: list[str], value: str) -> None:
    assert unwrapped(lines, lambda line: line.startswith("AU  -")) == value
