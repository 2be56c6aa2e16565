"""Codes of languages."""

from __future__ import annotations

import pytest

from refconv.values.languages import language_code


@pytest.mark.parametrize(
    ("text", "code"),
    [("eng", "en"), ("GER", "de"), ("scr", "hr"), ("en", "en"), ("und", "und"), ("", "")],
)
def test_codes(text: str, code: str) -> None:
    assert language_code(text) == code
