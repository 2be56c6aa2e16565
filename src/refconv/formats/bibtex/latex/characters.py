r"""Letters and signs as LaTeX commands: ``é`` as ``{\'e}``, ``α`` as ``{\ensuremath{\alpha}}``.

The table is that of reading turned round, so that each command is read as its character. Each
stands in braces: BibTeX then takes it for one letter, and changes its case as one.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator
from functools import cache, lru_cache
from string import ascii_letters

from refconv.formats.bibtex.latex import commands

_OTHER = re.compile(r"[^\x00-\x7f]")
_FIRST_OF_MATHEMATICS = "alpha"
_IN_ORDER = (*commands.SYMBOLS,)
_MATHEMATICS = frozenset(_IN_ORDER[_IN_ORDER.index(_FIRST_OF_MATHEMATICS) :])
_NOT_LATEX = frozenset({"textohm", "SS", "cprime", "EUR", "euro", "ocirc", "par"})
"""Commands that LaTeX prints as something else, or has not without a package."""


def to_commands(text: str) -> str:
    r"""Write those characters as commands for which LaTeX has one.

    >>> print(to_commands("Žižek über 5 µm, 漢"))
    {\v{Z}}i{\v{z}}ek {\"u}ber 5 {\textmu}m, 漢
    """
    if text.isascii():
        return text
    table = _table()
    return _OTHER.sub(lambda match: table.get(match[0], match[0]), text)


def composed(text: str) -> str:
    """Return a text whose letters and accents are one character, where Unicode has one."""
    return text if text.isascii() else unicodedata.normalize("NFC", text)


def transliterated(text: str) -> str:
    """Replace the characters that no command writes by the nearest ones of ASCII.

    >>> transliterated("é 漢 Ж")
    'é Han Zh'
    """
    if text.isascii():
        return text
    table = _table()
    return _OTHER.sub(lambda match: match[0] if match[0] in table else ascii_of(match[0]), text)


@lru_cache(4096)
def ascii_of(char: str) -> str:
    """Return the nearest characters of ASCII."""
    from anyascii import anyascii  # noqa: PLC0415 (its tables are needed by few)

    return anyascii(char)


@cache
def _table() -> dict[str, str]:
    """Return the command of each character that has one."""
    found: dict[str, str] = {}
    for name in sorted(commands.SYMBOLS, key=lambda name: not name.startswith("text")):
        char = commands.SYMBOLS[name]
        if len(char) == 1 and not char.isascii() and name not in _NOT_LATEX:
            is_formula = name in _MATHEMATICS
            written = f"{{\\ensuremath{{\\{name}}}}}" if is_formula else f"{{\\{name}}}"
            found.setdefault(char, written)
    for letter in ascii_letters:
        for char, written in _accented(letter, letter):
            found.setdefault(char, f"{{{written}}}")
            for twice, again in _accented(char, f"{{{written}}}"):
                found.setdefault(twice, f"{{{again}}}")
    return found | {"\u00a0": "{\\nobreakspace}", "\u00ad": "\\-"}


def _accented(letter: str, written: str) -> Iterator[tuple[str, str]]:
    """Yield a letter with each accent, and its command without the outer braces."""
    for command, mark in commands.ACCENTS.items():
        char = unicodedata.normalize("NFC", letter + mark)
        if len(char) != 1 or command in _NOT_LATEX:
            continue
        is_sign = not command.isalpha()
        yield char, f"\\{command}{written}" if is_sign else f"\\{command}{{{written}}}"
