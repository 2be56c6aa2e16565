"""The vendored table of LaTeX symbols is what its script makes."""

from __future__ import annotations

from importlib.metadata import PackageNotFoundError, version

import pytest

from refconv.formats.bibtex.latex.pylatexenc_symbols import VERSION
from tools import latex_commands


def test_the_table_is_what_the_script_writes() -> None:
    try:
        installed = version("pylatexenc")
    except PackageNotFoundError:
        installed = "none"
    if installed != VERSION:
        pytest.skip(f"needs pylatexenc {VERSION}, found {installed}")

    assert latex_commands.TARGET.read_text("utf-8") == latex_commands.module()
