"""Letters and signs as LaTeX commands, each of which is read as its character."""

from __future__ import annotations

import pytest

from refconv.formats.bibtex.latex import characters
from refconv.formats.bibtex.latex.characters import composed, to_commands, transliterated
from refconv.formats.bibtex.latex.decode import decode
from refconv.formats.bibtex.latex.field_styles import CODE, NAME, TEXT, TITLE, FieldStyle

COMMANDS = [
    ("plain", "plain"),
    ("é", "{\\'e}"),
    ("ç", "{\\c{c}}"),
    ("ı", "{\\i}"),
    ("ß", "{\\ss}"),
    ("Å", "{\\AA}"),
    ("ế", "{\\'{\\^e}}"),
    ("–", "{\\textendash}"),
    ("β", "{\\ensuremath{\\beta}}"),
    ("Ω", "{\\ensuremath{\\Omega}}"),
    ("€", "{\\texteuro}"),
    ("\u00a0", "{\\nobreakspace}"),
    ("漢", "漢"),
]


@pytest.mark.parametrize(("text", "latex"), COMMANDS)
def test_a_character_is_written_as_the_command_that_latex_has(text: str, latex: str) -> None:
    assert to_commands(text) == latex


@pytest.mark.parametrize("style", [TEXT, TITLE, NAME, CODE])
@pytest.mark.parametrize("around", ["{}", "x{}y", "x {} y", "{0}{0}"])
def test_each_command_is_read_as_its_character(style: FieldStyle, around: str) -> None:
    table = characters._table()
    wrong = {
        char: latex
        for char, latex in table.items()
        if decode(around.replace("{0}", latex).replace("{}", latex, 1), style).text
        != around.replace("{0}", char).replace("{}", char, 1)
    }

    assert len(table) > 500
    assert wrong == {}


@pytest.mark.parametrize(
    ("text", "ascii"), [("é 漢", "é Han"), ("Жук", "Zhuk"), ("α", "α"), ("a", "a"), ("٣", "3")]
)
def test_what_no_command_writes_is_transliterated(text: str, ascii: str) -> None:  # noqa: A002
    assert transliterated(text) == ascii


def test_accents_join_their_letters() -> None:
    assert to_commands(composed("e\u0301")) == "{\\'e}"
