"""The styles of fields differ in what decoding makes of the same LaTeX."""

from __future__ import annotations

import pytest

from refconv.formats.bibtex.latex.decode import decode
from refconv.formats.bibtex.latex.field_styles import CODE, NAME, TEXT, TITLE, FieldStyle

STYLES = [
    (TITLE, '<span class="nocase">A</span>\u00a0– <i>b</i>'),
    (TEXT, "A\u00a0– <i>b</i>"),
    (NAME, "A -- b"),
    (CODE, "A~-- b"),
]


@pytest.mark.parametrize(("style", "text"), STYLES)
def test_styles(style: FieldStyle, text: str) -> None:
    assert decode(r"{A}~-- \textit{b}", style).text == text
