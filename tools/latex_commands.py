"""Write the table of LaTeX symbols from pylatexenc's: ``python -m tools.latex_commands``.

pylatexenc (MIT) is not a dependency of refconv: what is used of its public tables stands in
``src/refconv/formats/bibtex/latex/pylatexenc_symbols.py``, with its version and licence. Commands
that :mod:`refconv.formats.bibtex.latex.commands` has already are left out.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Mapping
from importlib.metadata import distribution
from pathlib import Path

from refconv.formats.bibtex.latex import commands

TARGET = Path(commands.__file__).with_name("pylatexenc_symbols.py")

_RULES = ("defaults", "unicode-xml")
"""The names of pylatexenc's tables, the first to name a command first."""

_PLAIN_COMMAND = re.compile(r"\{?\\(?:ensuremath\{\\)?([A-Za-z]+)\}*")

_HEAD = '''"""Symbols by LaTeX command, from the tables of pylatexenc {version}.

Made by ``python -m tools.latex_commands``; do not edit. The tables are pylatexenc's, under this
licence:

{licence}
"""

from __future__ import annotations

from collections.abc import Mapping

VERSION = "{version}"
"""The version of pylatexenc."""

SYMBOLS: Mapping[str, str] = {{
'''


def symbols() -> Mapping[str, str]:
    """Return the characters that pylatexenc knows a command without arguments for."""
    from pylatexenc.latexencode import get_builtin_conversion_rules  # noqa: PLC0415

    names: dict[str, str] = {}
    for rules in _RULES:
        for rule in get_builtin_conversion_rules(rules):
            for code, latex in rule.rule.items():
                if (match := _PLAIN_COMMAND.fullmatch(latex)) is not None:
                    names.setdefault(match[1], chr(code))
    known = {*commands.SYMBOLS, *commands.WITH_ARGUMENT}
    return {name: char for name, char in names.items() if name not in known}


def module() -> str:
    """Return the text of the module."""
    package = distribution("pylatexenc")
    (licence,) = (file for file in package.files or () if file.name.startswith("LICENSE"))
    head = _HEAD.format(version=package.version, licence=licence.read_text().strip())
    rows = (f'    "{name}": "{literal(char)}",\n' for name, char in sorted(symbols().items()))
    return f"{head}{''.join(rows)}}}\n"


def literal(char: str) -> str:
    r"""Return a character as it is written between quotes.

    >>> literal("¡"), literal("\u0301")
    ('¡', '\\u0301')
    """
    if char in '"\\':
        return f"\\{char}"
    if char.isprintable() and char != " " and not unicodedata.category(char).startswith("M"):
        return char
    return ascii(char)[1:-1]


if __name__ == "__main__":
    TARGET.write_text(module(), "utf-8")
