"""Unicode with CSL's rich text to LaTeX.

``decode(encode(text, style), style).text == text`` for every text that :func:`carry` leaves as it
is. Text is text: a backslash or a brace in it is escaped, so that no command in a title is live.
Formulas that only print mathematics stay formulas. LaTeX that was read, and could not be decoded,
is written by :mod:`refconv.formats.bibtex.kept_latex`.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from typing import TypeAlias

from refconv.formats.bibtex.latex import commands
from refconv.formats.bibtex.latex.braces import is_balanced, is_balanced_in_latex
from refconv.formats.bibtex.latex.decode import LONGEST, decode
from refconv.formats.bibtex.latex.field_styles import FieldStyle
from refconv.formats.bibtex.latex.formulas import is_harmless, simple_formula
from refconv.formats.bibtex.latex.verbatim import write_long
from refconv.formats.bibtex.latex.white_space import is_tidy, tidy
from refconv.values.html_text import escape_entities
from refconv.values.markup import runs

_SPECIAL = re.compile(r"[\\{}$&%#_^~<\u00a0\u00ad`']")
_ESCAPED = {
    "\\": "\\textbackslash{}",
    "^": "\\textasciicircum{}",
    "~": "\\textasciitilde{}",
    "\u00ad": "\\-",
    **{c: f"\\{c}" for c in "{}$&%#_"},
}
_LONE_BRACES = {"{": "\\textbraceleft{}", "}": "\\textbraceright{}"}
_BROKEN_UP = re.compile(r"-(?=-)|`(?=`)|'(?=')|[?!](?=`)")


Encode: TypeAlias = Callable[[str, FieldStyle], str]
"""Writes a text as LaTeX."""


def encode(text: str, style: FieldStyle) -> str:
    """Write a text as LaTeX."""
    if _SPECIAL.search(text) is None and (not style.ligatures or "--" not in text):
        return text
    if _is_simple(text):
        for sign in _SIGNS:
            text = text.replace(sign, f"\\{sign}")
        return text
    if len(text) > LONGEST:
        return write_long(text)
    text = escape_entities(text)
    escapes = escapes_for(text)
    if not style.markup:
        return escaped(text, style, escapes, _broken_up)
    out: list[list[str]] = [[]]
    for kind, part in runs(text):
        if kind == "text":
            out[-1].append(escaped(part, style, escapes, _broken_up))
        elif kind == "open":
            out.append([])
        else:
            inner = "".join(out.pop())
            out[-1].append(_marked(part, inner))
    return "".join(out[0])


def _is_plain(text: str) -> bool:
    """Return whether a text is the same in LaTeX."""
    return _SPECIAL.search(text) is None and "--" not in text


_NOT_SIMPLE = re.compile(r"[\\{}$^~<\u00a0\u00ad`]")
_SIGNS = "%&#_"
_LONGEST_SIMPLE = LONGEST // 2


def _is_simple(text: str) -> bool:
    """Return whether all of LaTeX that a text needs is a backslash before some signs.

    Such a text is read as itself.
    """
    return (
        _NOT_SIMPLE.search(text) is None
        and "--" not in text
        and "''" not in text
        and not ("&" in text and ";" in text)
        and len(text) <= _LONGEST_SIMPLE
    )


def is_plain(text: str) -> bool:
    """Return quickly whether a text is written and read unchanged under any key."""
    return is_tidy(text) and _is_plain(text)


def _always(_: str) -> bool:
    return True


def carry(
    text: str,
    style: FieldStyle,
    encode: Encode = encode,
    is_kept: Callable[[str], bool] = _always,
) -> str:
    """Return a text as reading returns it once it is written, by ``encode``.

    ``is_kept`` is whether ``encode`` writes a text as it is, if nothing in it needs an escape.
    """
    text = tidy(text)
    if _is_plain(text):
        if is_kept(text):
            return text
    elif encode is _ENCODE and _is_simple(text):
        return text
    for _ in range(_MOST_ROUNDS):
        if (back := decode(encode(text, style), style).text) == text:
            break
        text = back
    return text


_ENCODE = encode
_MOST_ROUNDS = 4
"""Rounds of encoding and decoding after which every text seen so far stays the same."""


def _marked(tag: str, inner: str) -> str:
    if tag == commands.NO_CASE[0]:
        # A group that begins with a command protects nothing.
        return f"{{{{{inner}}}}}" if inner.startswith("\\") else f"{{{inner}}}"
    # Zotero reads scripts as mathematics only.
    if tag == "<sup>" and _INDEX.fullmatch(inner):
        return f"$^{{{inner}}}$"
    if tag == "<sub>" and _INDEX.fullmatch(inner):
        return f"$_{{{inner}}}$"
    return f"\\{_COMMANDS[tag]}{{{inner}}}"


_INDEX = re.compile(r"[\w+\-*,.()=−]+")
_COMMANDS = {
    "<i>": "textit",
    "<b>": "textbf",
    "<sup>": "textsuperscript",
    "<sub>": "textsubscript",
    commands.SMALL_CAPS[0]: "textsc",
}


def escapes_for(text: str) -> dict[str, str]:
    """Return what is written for special characters; braces without partners are commands."""
    return _ESCAPED if is_balanced(text) else _ESCAPED | _LONE_BRACES


def escaped(text: str, style: FieldStyle, escapes: dict[str, str], broken_up: Encode) -> str:
    """Return text with escapes; formulas stay, and what is between both is broken up."""
    out: list[str] = []
    place = 0
    while (match := _TO_ESCAPE.search(text, place)) is not None:
        out.append(broken_up(text[place : match.start()], style))
        start, place = match.span()
        if match[0] == "$" and (formula := _KEPT_FORMULA.match(text, start)) is not None:
            place = formula.end() if _is_formula(text, formula) else place
        kept = text[start:place]
        out.append(kept if len(kept) > 1 else _escaped_char(kept, style, escapes))
    out.append(broken_up(text[place:], style))
    return "".join(out)


_TO_ESCAPE = re.compile(r"[\\{}$&%#_^~\u00a0\u00ad]")
_KEPT_FORMULA = re.compile(r"\$(?=[^\s$])(?P<content>(?:[^$\\]|\\.)*)(?<=\S)\$", re.DOTALL)


def _escaped_char(char: str, style: FieldStyle, escapes: dict[str, str]) -> str:
    return "~" if char == style.tie else escapes.get(char, char)


def _broken_up(text: str, style: FieldStyle) -> str:
    may_join = "--" in text or "`" in text or "''" in text
    return _BROKEN_UP.sub(r"\g<0>{}", text) if may_join and style.ligatures else text


def _is_formula(text: str, match: re.Match[str]) -> bool:
    """Return whether two dollar signs in a text enclose a formula."""
    content = match["content"]
    if not ("\\" in content or "^" in content or "_" in content):
        behind = text[match.end() : match.end() + 1]
        if content[0].isdigit() or " " in content or behind.isdigit():
            return False
    if not (is_balanced_in_latex(content) and is_harmless(content)):
        return False
    return simple_formula(content, markup=True) is None
