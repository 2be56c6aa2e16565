"""Mathematics: formulas that can be spelled as text, and those that cannot."""

from __future__ import annotations

import re
import unicodedata

from refconv.formats.bibtex.latex import commands

_FORMULA = re.compile(
    r"""(?P<script>[_^])\s*(?:\{(?P<braced>[^{}]*(?:\{[^{}]*\}[^{}]*)*)\}
            | \\(?P<scripted>[a-zA-Z]+)\s* | (?P<char>[^\\{}\s]))
      | \\(?P<font>mathrm|text|textrm|mbox|rm|operatorname)\s*\{(?P<upright>[^{}$\\]*)\}
      | \\(?P<accent>[a-zA-Z]+)\s*+(?:\{\s*+)?(?P<letter>[A-Za-z0-9])\s*\}
      | \\(?P<word>[a-zA-Z]+)\s*
      | \\(?P<sign>[%&#,;:!\ ])
      | \{\s*\\rm\s++(?P<roman>[^{}$\\]*)\}
      | (?P<empty>\{\})
      | (?P<plain>[^\\{}_^$A-Za-z~]+)""",
    re.VERBOSE,
)


def simple_formula(content: str, *, markup: bool) -> str | None:
    """Return a formula of symbols, digits and upright letters as text; ``None`` for any other.

    A letter is a variable, set in italics, so that a formula with one stays a formula.
    """
    out: list[str] = []
    place = 0
    content = content.strip()
    while place < len(content):
        match = _FORMULA.match(content, place)
        text = None if match is None else _term(match, markup)
        if match is None or text is None:
            return None
        out.append(text)
        place = match.end()
    return "".join(out) or None


def _term(match: re.Match[str], markup: bool) -> str | None:
    if match["script"]:
        if match["scripted"]:
            inner = commands.SYMBOLS.get(match["scripted"])
        elif match["char"]:
            inner = match["char"]
        else:
            inner = _script(match["braced"])
        if inner is None or not (markup or inner == "∘"):
            return None
        if inner == "∘" and match["script"] == "^":
            return "°"
        before, after = commands.SUPERSCRIPT if match["script"] == "^" else commands.SUBSCRIPT
        return f"{before}{inner}{after}"
    for name in ("upright", "roman", "plain"):
        if match[name] is not None:
            return _upright(match[name], markup)
    if match["accent"]:
        mark = commands.MATH_ACCENTS.get(match["accent"])
        upright = match["letter"].isdigit()
        return unicodedata.normalize("NFC", match["letter"] + mark) if mark and upright else None
    if match["sign"]:
        return commands.ESCAPES[match["sign"]]
    if match["word"]:
        return commands.symbol(match["word"]) if match["word"] not in _STRUCTURE else None
    return ""


def _upright(text: str, markup: bool) -> str | None:
    """Return the text of upright letters, their indices as rich text: ``H_2O``."""
    if "_" not in text and "^" not in text:
        return text
    return _INDEX.sub(_marked_index, text) if markup else None


_INDEX = re.compile(r"([_^])(\w)")


def _marked_index(match: re.Match[str]) -> str:
    before, after = commands.SUPERSCRIPT if match[1] == "^" else commands.SUBSCRIPT
    return f"{before}{match[2]}{after}"


_STRUCTURE = frozenset({"left", "right", "displaystyle", "textstyle", "limits", "nolimits"})


def _script(content: str) -> str | None:
    """Return an index as text: its letters are labels as often as variables."""
    if _PLAIN_SCRIPT.fullmatch(content):
        return content
    return simple_formula(content, markup=False)


_PLAIN_SCRIPT = re.compile(r"[^\\{}_^$~]+")


# ── formulas that may be written from any text ────────────────────────────────────────────────────

_MATHEMATICS = frozenset(
    """
    frac dfrac tfrac sqrt binom left right big Big bigg Bigg bigl bigr Bigl Bigr middle
    mathrm mathbf mathit mathsf mathtt mathcal mathbb mathfrak mathscr mathnormal boldsymbol bm
    rm bf it cal text textrm textit textbf textsf texttt textup mbox operatorname
    displaystyle textstyle scriptstyle scriptscriptstyle limits nolimits
    overline underline overrightarrow overleftarrow overbrace underbrace overset underset stackrel
    prime not ldots cdots vdots ddots dots quad qquad
    arccos arcsin arctan arg cos cosh cot coth csc deg det dim exp gcd hom inf ker lg lim liminf
    limsup ln log max min Pr sec sin sinh sup tan tanh mod bmod pmod
    lbrace rbrace lbrack rbrack langle rangle lvert rvert lVert rVert vert Vert mid parallel
    nonumber substack ensuremath hspace
    """.split()
)
COMMAND = re.compile(r"\\([a-zA-Z]+|.)", re.DOTALL)
"""A command, and its name."""

_SIGNS = frozenset(" ,;:!>%&$#_{}|-")


def is_harmless(content: str) -> bool:
    r"""Return whether a formula has only commands that print mathematics.

    Such a formula may be written from any text. Another command (``\input``), a character written
    by its code (``^^5c``) or a comment may do anything.
    """
    if "^^" in content or _COMMENT.search(content) is not None:
        return False
    content = _ENVIRONMENT.sub("", content)
    return all(
        name in _SIGNS
        or name in _MATHEMATICS
        or name in commands.MATH_ACCENTS
        or commands.symbol(name) is not None
        for name in COMMAND.findall(content)
    )


_COMMENT = re.compile(r"(?<!\\)%")
_ENVIRONMENT = re.compile(
    r"\\(?:begin|end)\{(?:[bBpvV]?matrix|smallmatrix|array|cases|aligned|gathered|split)\}|\\\\"
)
