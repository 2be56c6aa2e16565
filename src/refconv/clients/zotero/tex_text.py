r"""The text that Zotero's BibTeX importer makes of LaTeX.

It knows accents and some commands by a table (``tex_text``, made from measurements), and a few
forms of markup; it then removes all braces. A command that it does not know keeps its backslash:
``\emph{x}`` becomes ``\emphx``. Some plain text is changed, too: ``HOTEL`` becomes ``HO℡``.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Callable, Mapping
from functools import cache

from refconv.clients.zotero.schema import table_rows

_CHANGED = re.compile(r"[\\{}$~]|--|''|``|!!|\?!|!\?|TEL")
"""What any step of :func:`decoded_tex` looks for; text without it keeps all but its spaces."""

_SPACES = re.compile(r"\s+")


def decoded_tex(text: str) -> str:
    r"""Return the text that Zotero stores of a BibTeX value.

    >>> decoded_tex(r"caf{\'e} \textit{The story} of {DNA} -- H$_{2}$O")
    'café <i>The story</i> of DNA – H₂O'
    >>> decoded_tex(r"\emph{x}, {\textbar}, HOTEL, H{}OTE{}L")
    '\\emphx, \\textbar, HO℡, HOTEL'
    """
    if len(text) < 2:
        return text
    if _CHANGED.search(text):
        for step in _STEPS:
            text = step(text)
    return _SPACES.sub(" ", text)


# ── accents ───────────────────────────────────────────────────────────────────────────────────────

_COMBINING = {
    "`": "\u0300", "'": "\u0301", "^": "\u0302", "~": "\u0303", "=": "\u0304", "u": "\u0306",
    ".": "\u0307", '"': "\u0308", "r": "\u030a", "H": "\u030b", "v": "\u030c", "d": "\u0323",
    "c": "\u0327", "k": "\u0328", "b": "\u0331",
}  # fmt: skip
"""The combining character of each accent command."""


def accented(command: str, letter: str) -> str:
    """Return a letter with the accent of a LaTeX command.

    >>> accented("v", "c")
    'č'
    """
    return unicodedata.normalize("NFC", letter + _COMBINING[command])


# A dotless letter is only understood in braces: \'{\i} and {\'\i}, not \'\i.
_MARK = re.compile(
    r"""\\(?P<mark>[`'"^~=])(?:\{\\?(?P<braced>[A-Za-z])\}|(?P<bare>[A-Za-z]))"""
    r"""|\{\\(?P<outer>[`'"^~=])\\(?P<dotless>[ij])\}"""
)
_LETTER_MARK = re.compile(r"\\(?P<mark>[a-z])\{\\?(?P<letter>[A-Za-z])\}")
_SPACED_MARK = re.compile(r"\\(?P<mark>[A-Za-z]) (?P<letter>[A-Za-z])")
_DOT = re.compile(r"\\\.(?P<letter>[A-Za-z])")


def _with_accents(text: str) -> str:
    if "\\" not in text:
        return text
    known = _table("accent")
    text = _MARK.sub(lambda match: _marked(match, known), text)
    # The form with braces is first turned into the one with a space, whether it is known or not.
    text = _LETTER_MARK.sub(r"\\\g<mark> \g<letter>", text)
    text = _SPACED_MARK.sub(
        lambda match: known.get(match["mark"] + match["letter"], match[0]), text
    )
    return _DOT.sub(lambda match: known.get("." + match["letter"], match[0]), text)


def _marked(match: re.Match[str], known: Mapping[str, str]) -> str:
    mark = match["mark"] or match["outer"]
    letter = match["braced"] or match["bare"] or match["dotless"]
    return known.get(mark + letter, match[0])


# ── markup ────────────────────────────────────────────────────────────────────────────────────────

# The argument ends at the first closing brace, even of an inner group; braces go away later.
_TAGS = tuple(
    (re.compile(rf"\\{command}\{{([^}}]+\}})"), rf"{start}\1{end}")
    for command, start, end in (
        ("textit", "<i>", "</i>"),
        ("textbf", "<b>", "</b>"),
        ("textsc", '<span style="small-caps">', "</span>"),
    )
)
_ADDRESS = re.compile(r"\\(?:url|href)\{")
_SHIFTED = re.compile(
    r"\$(?P<base>[^{}$]*)(?P<shift>[_^])\{(?:\\textrm\{(?P<roman>[^}]+)\}|(?P<plain>[^}]+))\}\$"
)
_SHIFT_TAGS = {"_": "sub", "^": "sup"}


def _with_markup(text: str) -> str:
    if "\\" in text:
        text = _ADDRESS.sub("{", text)
        for pattern, tag in _TAGS:
            text = pattern.sub(tag, text)
    return _SHIFTED.sub(_shifted, text) if "$" in text else text


def _shifted(match: re.Match[str]) -> str:
    content = match["roman"] or match["plain"]
    char = _table("plain").get(f"${match['shift']}{content}$")
    tag = _SHIFT_TAGS[match["shift"]]
    return match["base"] + (char or f"<{tag}>{content}</{tag}>")


# ── commands, characters, what is left ────────────────────────────────────────────────────────────


@cache
def _table(kind: str) -> Mapping[str, str]:
    """Return the characters of one kind of the table by their spelling."""
    if kind == "accent":
        return {
            mark + letter: accented(mark, letter)
            for of, mark, letters in table_rows("tex_text")
            if of == kind
            for letter in letters
        }
    return {spelling: char for of, spelling, char in table_rows("tex_text") if of == kind}


@cache
def _pattern(kind: str) -> re.Pattern[str]:
    # The order of the table is the order in which Zotero replaces: \o is found in \oe.
    one = "|".join(map(re.escape, _table(kind)))
    return re.compile(_FORMS[kind].format(one=f"(?:{one})"))


_FORMS = {"command": r"\{{\\{one}\}}|\\{one}", "math": r"\$\\{one}\$", "plain": "{one}"}
"""How a spelling stands in a text; braces around a command go with it."""


def _replaced(kind: str, sign: str, around: str) -> Callable[[str], str]:
    """Return a step that replaces spellings; they have a sign, and characters around them."""

    def step(text: str) -> str:
        if sign not in text:
            return text
        table = _table(kind)
        return _pattern(kind).sub(lambda match: table[match[0].strip(around)], text)

    return step


_MATH = re.compile(r"\$([^$]+)\$")
_BRACES = re.compile(r"(?<!\\)[{}]+")
_ESCAPE = re.compile(r"\\([#$%&~_^\\{}])")


def _bare(text: str) -> str:
    r"""Return text without ties, math signs, braces and the backslashes before special characters.

    A math sign counts though a backslash stands before it.

    >>> _bare(r"a~b $x$ {c} \{d\} 5\$ \~{}")
    'a b x c {d} 5$ ∼'
    """
    text = text.replace(r"\~", "\u223c").replace("~", " ")
    text = _BRACES.sub("", _MATH.sub(r"\1", text))
    return _ESCAPE.sub(r"\1", text) if "\\" in text else text


_STEPS: tuple[Callable[[str], str], ...] = (
    _with_accents,
    _with_markup,
    _replaced("plain", "", ""),
    _replaced("math", "$", "$\\"),
    _replaced("command", "\\", "{\\}"),
    _bare,
)
