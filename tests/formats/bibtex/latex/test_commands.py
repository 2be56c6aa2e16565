"""What commands print; ``words/symbols.txt`` has the whole table."""

from __future__ import annotations

import pytest

from refconv.formats.bibtex.latex.commands import SYMBOLS, WITH_ARGUMENT, symbol
from refconv.formats.bibtex.latex.pylatexenc_symbols import SYMBOLS as MORE_SYMBOLS


@pytest.mark.parametrize(
    ("name", "char"), [("alpha", "α"), ("ss", "ß"), ("sphericalangle", "∢"), ("nothing", None)]
)
def test_symbols(name: str, char: str | None) -> None:
    assert symbol(name) == char


def test_no_command_stands_in_two_tables() -> None:
    assert not {*SYMBOLS} & {*MORE_SYMBOLS}
    assert not WITH_ARGUMENT & {*MORE_SYMBOLS}
