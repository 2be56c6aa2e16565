r"""Addresses and identifiers, which biblatex and ``\url`` take as they are.

Mendeley and others escape them as they escape text; a style of classic BibTeX may print them as
LaTeX. So the LaTeX in them is removed in reading, and none is written but for what
:func:`escaped` protects.
"""

from __future__ import annotations

import re
from collections.abc import Mapping

from refconv.core.lazy_pattern import lazy_pattern
from refconv.formats.bibtex.latex.braces import braces


def unescaped(raw: str) -> str:
    r"""Remove the LaTeX from an address or an identifier.

    >>> unescaped(r"http://x.org/{\textasciitilde}a{\_}b{\%}20c")
    'http://x.org/~a_b%20c'
    """
    raw = _without_braces(raw)
    if (match := _COMMAND.fullmatch(raw)) is not None:
        raw = match["address"].strip()
    for _ in range(_NESTED):
        if "\\" not in raw and "{" not in raw and "$" not in raw:
            break
        raw = _ESCAPE.sub(_meant, raw)
    if "&" in raw:
        for entity, char in _ENTITIES.items():
            raw = raw.replace(entity, char)
    return raw


def escaped(address: str) -> str:
    r"""Write an address or an identifier so that no command in it is live in any style.

    >>> print(escaped(r"10.1000/\input{x}"))
    10.1000/{\textbackslash}input{x}
    """
    if "\\" not in address and "^^" not in address:
        return address
    return _LIVE.sub(lambda match: _SAFE[match[0]], address)


def _without_braces(raw: str) -> str:
    """Remove the braces around a value: Web of Science exports ``Doi = {{10.1000/182}}``."""
    while raw[:1] == "{" and braces(raw).get(0) == len(raw) - 1:
        raw = raw[1:-1].strip()
    return raw


_NESTED = 3
"""How often escapes may stand in escapes: ``{{\\_}}``, ``{\\{}_{\\}}``."""
_ENTITIES = {"&amp;": "&", "&lt;": "<", "&gt;": ">"}
_LIVE = lazy_pattern(r"\\(?=[a-zA-Z])|\^(?=\^)")
_SAFE = {"\\": "{\\textbackslash}", "^": "{\\textasciicircum}"}

_COMMAND = lazy_pattern(
    r"""\\(?:url|nolinkurl|path|doi|detokenize|href)\s*
        \{(?P<address>[^{}]*(?:\{[^{}]*\}[^{}]*){0,50})\}
        (?:\s*\{.*\})?""",
    re.VERBOSE | re.DOTALL,
)
_WORDS: Mapping[str, str] = {
    "textasciitilde": "~",
    "tilde": "~",
    "sim": "~",
    "textunderscore": "_",
    "textbackslash": "\\",
    "backslash": "\\",
    "textasciicircum": "^",
    "textless": "<",
    "textgreater": ">",
    "lt": "<",
    "gt": ">",
    "textbar": "|",
    "textbraceleft": "{",
    "textbraceright": "}",
    "textquotesingle": "'",
    "textdollar": "$",
    "textendash": "-",
    "textminus": "-",
    "slash": "/",
    "string": "",
    "allowbreak": "",
    "linebreak": "",
}
_WORD = rf"\\(?P<{{}}>{'|'.join(_WORDS)})(?![a-zA-Z])"
_ESCAPE = lazy_pattern(
    rf"""\{{?\\raise[\w.]{{1,9}}\\hbox\{{\$\\scriptstyle(?P<raised>\\sim|\\mathtt\{{\\sim\}})\$\}}\}}?
       | \{{\${_WORD.format("in_group")}\s?(?:\{{[ ~]?\}})?\$\}}
       | \${_WORD.format("in_formula")}\s?(?:\{{[ ~]?\}})?\$(?:\{{\}})?
       | \{{{_WORD.format("braced")}[ ]?(?:\{{[ ]?\}})?\}}
       | {_WORD.format("word")}(?:[ ]|\{{[ ]?\}})?
       | \{{\\(?P<braced_sign>[_%&\#$~{{}}^/-])(?:\{{[ ]?\}})?\}}
       | \\(?P<sign>[_%&\#$~{{}}^/-])(?:\{{[ ]?\}})?
       | \{{(?P<bare>[_%&\#~$])\}}
       | \$(?P<relation>[<>_~])\$""",
    re.VERBOSE,
)


def _meant(match: re.Match[str]) -> str:
    """Return the character that an escape stands for."""
    if match["raised"]:
        return "~"
    word = match["in_group"] or match["in_formula"] or match["braced"] or match["word"]
    if word:
        return _WORDS[word]
    sign = match["braced_sign"] or match["sign"]
    return sign.strip("-/") if sign else match["bare"] or match["relation"]
