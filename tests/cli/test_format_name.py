"""Names of formats on the command line."""

from __future__ import annotations

import click
import pytest

from refconv.cli.format_name import FormatName
from refconv.formats.registry import WRITTEN

KIND = FormatName(WRITTEN)


@pytest.mark.parametrize(
    ("given", "name"), [("ris", "ris"), ("BibTeX", "bibtex"), ("json", "csl-json")]
)
def test_a_name_is_the_formats_own(given: str, name: str) -> None:
    assert KIND.convert(given, None, None) == name


WRONG = [
    ("marc", "format 'marc' can only be read; 'refconv formats' lists all"),
    (
        "Zotero",
        "unknown format 'Zotero' (for Zotero, write 'ris' for the program 'zotero'); "
        "'refconv formats' lists all",
    ),
    ("risx", "unknown format 'risx' (did you mean 'ris'?); 'refconv formats' lists all"),
]


@pytest.mark.parametrize(("given", "message"), WRONG)
def test_a_wrong_name_is_answered(given: str, message: str) -> None:
    with pytest.raises(click.BadParameter) as raised:
        KIND.convert(given, None, None)

    assert raised.value.message == message
