r"""Text as LaTeX that Zotero's importer reads without change.

It keeps rich text as it is, and unknown commands with their backslashes; it turns some plain text
into other characters (``--``, ``!!``, the letters ``TEL``). All that is written here is also read
as it was meant by programs that know LaTeX, but for the tags of rich text.
"""

from __future__ import annotations

import re

from refconv.formats.bibtex.latex import commands
from refconv.formats.bibtex.latex.decode import LONGEST
from refconv.formats.bibtex.latex.encode import escaped, escapes_for
from refconv.formats.bibtex.latex.field_styles import FieldStyle
from refconv.formats.bibtex.latex.verbatim import write_long
from refconv.values.markup import runs

_SPECIAL = re.compile(r"[\\{}$&%#_~\u00a0`'<]|--|[?!][?!`]|TEL")
_ESCAPES = {"^": "^", "~": r"\~{}", "\u00ad": "\u00ad"}
_CHANGED = re.compile(r"T(?=EL)|[?!](?=[?!`])")
_LIGATURE = re.compile(rf"{_CHANGED.pattern}|-(?=-)|`(?=`)|'(?=')")


def encode_for_zotero(text: str, style: FieldStyle) -> str:
    r"""Write a text as LaTeX for Zotero.

    >>> from refconv.formats.bibtex.latex.field_styles import TEXT
    >>> encode_for_zotero('<i>HOTEL</i> <span class="nocase">R&D</span> -- soft\u00adhyphen', TEXT)
    '<i>HOT{}EL</i> R\\&D -{}- soft\xadhyphen'
    """
    if _SPECIAL.search(text) is None:
        return text
    if len(text) > LONGEST:
        return write_long(text)
    if style.markup and commands.NO_CASE[0] in text:
        text = "".join(_kept_runs(text))
    escapes = escapes_for(text) | _ESCAPES
    if text.count("$") > 1:
        # It takes what stands between two signs for mathematics, and leaves a backslash before.
        escapes["$"] = "$"
    return escaped(text, style, escapes, _broken_up)


def _kept_runs(text: str) -> list[str]:
    """Return the parts of a text without the marks of words that keep their case."""
    parts: list[str] = []
    for kind, part in runs(text):
        if kind == "text":
            parts.append(part)
        elif part != commands.NO_CASE[0]:
            parts.append(part if kind == "open" else f"</{part[1:-1].split()[0]}>")
    return parts


def _broken_up(text: str, style: FieldStyle) -> str:
    return (_LIGATURE if style.ligatures else _CHANGED).sub(r"\g<0>{}", text)


def names_for_zotero(written: str) -> str:
    """Return written names in which Zotero changes no letters.

    >>> names_for_zotero("HOTEL, A.")
    'HOT{}EL, A.'
    """
    return _CHANGED.sub(r"\g<0>{}", written) if "TEL" in written else written
