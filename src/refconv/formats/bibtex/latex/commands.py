"""LaTeX commands and what they stand for.

Sources: LaTeX2e's and biblatex's documentation; the symbols that are not listed here come from the
tables of pylatexenc, which bibtexparser brings along.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from functools import cache

ACCENTS: Mapping[str, str] = {
    "'": "\u0301",
    "`": "\u0300",
    "^": "\u0302",
    '"': "\u0308",
    "~": "\u0303",
    "=": "\u0304",
    ".": "\u0307",
    "u": "\u0306",
    "v": "\u030c",
    "H": "\u030b",
    "r": "\u030a",
    "c": "\u0327",
    "k": "\u0328",
    "d": "\u0323",
    "b": "\u0331",
    "t": "\u0361",
    "h": "\u0309",
    "G": "\u030f",
    "U": "\u030e",
    "ocirc": "\u030a",
    "textcommabelow": "\u0326",
    "textogonekcentered": "\u0328",
}
"""Accents by command, as the combining character that follows its letter."""

MATH_ACCENTS: Mapping[str, str] = {
    "hat": "\u0302",
    "widehat": "\u0302",
    "tilde": "\u0303",
    "widetilde": "\u0303",
    "bar": "\u0304",
    "overline": "\u0305",
    "acute": "\u0301",
    "grave": "\u0300",
    "dot": "\u0307",
    "ddot": "\u0308",
    "breve": "\u0306",
    "check": "\u030c",
    "vec": "\u20d7",
    "mathring": "\u030a",
}
"""The same in mathematics."""

ALONE: Mapping[str, str] = {
    "'": "\u00b4",
    "`": "`",
    "^": "^",
    '"': "\u00a8",
    "~": "~",
    "=": "\u00af",
    ".": "\u02d9",
    "u": "\u02d8",
    "v": "\u02c7",
    "H": "\u02dd",
    "r": "\u02da",
    "c": "\u00b8",
    "k": "\u02db",
}
"""What an accent without a letter prints."""

ESCAPES: Mapping[str, str] = {
    **{c: c for c in "&%$#_{}"},
    " ": " ",
    "\n": "\n",
    "\\": " ",
    ",": "\u2009",
    ";": " ",
    ":": " ",
    ">": " ",
    "!": "",
    "/": "",
    "@": "",
    "-": "\u00ad",
}
"""What a backslash before a character that is no letter prints."""

SYMBOLS: Mapping[str, str] = {
    # letters
    "ss": "ß",
    "SS": "ẞ",
    "ae": "æ",
    "AE": "Æ",
    "oe": "œ",
    "OE": "Œ",
    "aa": "å",
    "AA": "Å",
    "o": "ø",
    "O": "Ø",
    "l": "ł",
    "L": "Ł",
    "i": "ı",
    "j": "ȷ",
    "dh": "ð",
    "DH": "Ð",
    "th": "þ",
    "TH": "Þ",
    "dj": "đ",
    "DJ": "Đ",
    "cprime": "ʹ",
    "ng": "ŋ",
    "NG": "Ŋ",
    "ij": "ĳ",
    "IJ": "Ĳ",
    # punctuation
    "ldots": "…",
    "dots": "…",
    "textellipsis": "…",
    "textendash": "–",
    "textemdash": "—",
    "lq": "‘",
    "rq": "’",
    "textquoteleft": "‘",
    "textquoteright": "’",
    "textquotedblleft": "“",
    "textquotedblright": "”",
    "textquotesingle": "'",
    "textquotedbl": '"',
    "quotedblbase": "„",
    "quotesinglbase": "‚",
    "glqq": "„",
    "grqq": "“",
    "glq": "‚",
    "grq": "‘",
    "flqq": "«",
    "frqq": "»",
    "flq": "‹",
    "frq": "›",
    "guillemotleft": "«",
    "guillemotright": "»",
    "guillemetleft": "«",
    "guillemetright": "»",
    "guilsinglleft": "‹",
    "guilsinglright": "›",
    "slash": "/",
    "textbackslash": "\\",
    "textasciitilde": "~",
    "textasciicircum": "^",
    "textasciigrave": "`",
    "textunderscore": "_",
    "textbraceleft": "{",
    "textbraceright": "}",
    "textless": "<",
    "textgreater": ">",
    "textbar": "|",
    "textvisiblespace": "␣",
    "textexclamdown": "¡",
    "textquestiondown": "¿",
    "textbullet": "•",
    "textperiodcentered": "·",
    "cdot": "⋅",
    "bullet": "∙",
    "backslash": "\\",
    "lbrace": "{",
    "rbrace": "}",
    # signs
    "S": "§",
    "P": "¶",
    "dag": "†",
    "ddag": "‡",
    "textdagger": "†",
    "textdaggerdbl": "‡",
    "copyright": "©",
    "textcopyright": "©",
    "textregistered": "®",
    "texttrademark": "™",
    "trademark": "™",
    "pounds": "£",
    "textsterling": "£",
    "euro": "€",
    "texteuro": "€",
    "EUR": "€",
    "yen": "¥",
    "textyen": "¥",
    "textcent": "¢",
    "textdollar": "$",
    "textdegree": "°",
    "degree": "°",
    "celsius": "°C",
    "textcelsius": "°C",
    "textmu": "µ",
    "textmicro": "µ",
    "textohm": "Ω",
    "textordfeminine": "ª",
    "textordmasculine": "º",
    "textonehalf": "½",
    "textonequarter": "¼",
    "textthreequarters": "¾",
    "textonesuperior": "¹",
    "texttwosuperior": "²",
    "textthreesuperior": "³",
    "texttimes": "×",
    "textdiv": "÷",
    "textpm": "±",
    "textminus": "−",
    "textnumero": "№",
    # spaces
    "quad": " ",
    "qquad": " ",
    "space": " ",
    "enspace": " ",
    "thinspace": "\u2009",
    "nobreakspace": "\u00a0",
    "newline": " ",
    "linebreak": " ",
    "par": "\n\n",
    "newblock": " ",
    # what prints nothing
    "protect": "",
    "relax": "",
    "noindent": "",
    "nobreak": "",
    "allowbreak": "",
    "cyr": "",
    "textcompwordmark": "",
    "left": "",
    "right": "",
    "displaystyle": "",
    "textstyle": "",
    "nolimits": "",
    "limits": "",
    # names
    "TeX": "TeX",
    "LaTeX": "LaTeX",
    "LaTeXe": "LaTeX2ε",
    "BibTeX": "BibTeX",
    "XeTeX": "XeTeX",
    "LuaTeX": "LuaTeX",
    # mathematics
    "alpha": "α",
    "beta": "β",
    "gamma": "γ",
    "delta": "δ",
    "epsilon": "ϵ",
    "varepsilon": "ε",
    "zeta": "ζ",
    "eta": "η",
    "theta": "θ",
    "vartheta": "ϑ",
    "iota": "ι",
    "kappa": "κ",
    "lambda": "λ",
    "mu": "μ",
    "nu": "ν",
    "xi": "ξ",
    "pi": "π",
    "rho": "ρ",
    "sigma": "σ",
    "varsigma": "ς",
    "tau": "τ",
    "upsilon": "υ",
    "phi": "ϕ",
    "varphi": "φ",
    "chi": "χ",
    "psi": "ψ",
    "omega": "ω",
    "Gamma": "Γ",
    "Delta": "Δ",
    "Theta": "Θ",
    "Lambda": "Λ",
    "Xi": "Ξ",
    "Pi": "Π",
    "Sigma": "Σ",
    "Upsilon": "Υ",
    "Phi": "Φ",
    "Psi": "Ψ",
    "Omega": "Ω",
    "times": "×",
    "div": "÷",
    "pm": "±",
    "mp": "∓",
    "ast": "∗",
    "star": "⋆",
    "circ": "∘",
    "prime": "′",
    "leq": "≤",
    "le": "≤",
    "geq": "≥",
    "ge": "≥",
    "neq": "≠",
    "ne": "≠",
    "ll": "≪",
    "gg": "≫",
    "approx": "≈",
    "sim": "∼",
    "simeq": "≃",
    "cong": "≅",
    "equiv": "≡",
    "propto": "∝",
    "infty": "∞",
    "to": "→",
    "rightarrow": "→",
    "leftarrow": "←",
    "leftrightarrow": "↔",
    "Rightarrow": "⇒",
    "Leftarrow": "⇐",
    "Leftrightarrow": "⇔",
    "mapsto": "↦",
    "uparrow": "↑",
    "downarrow": "↓",
    "in": "∈",
    "cup": "∪",
    "cap": "∩",
    "subset": "⊂",
    "supset": "⊃",
    "forall": "∀",
    "exists": "∃",
    "partial": "∂",
    "nabla": "∇",
    "sum": "∑",
    "prod": "∏",
    "int": "∫",
    "textlangle": "⟨",
    "textrangle": "⟩",
    "langle": "⟨",
    "rangle": "⟩",
    "ell": "ℓ",
    "hbar": "ℏ",
    "Re": "ℜ",
    "Im": "ℑ",
    "aleph": "ℵ",
    "cdots": "⋯",
    "lbrack": "[",
    "rbrack": "]",
    "vert": "|",
    "mid": "|",
}
"""Commands that print a text, and take no argument."""

ITALIC = ("<i>", "</i>")
BOLD = ("<b>", "</b>")
SMALL_CAPS = ('<span style="font-variant:small-caps;">', "</span>")
SUPERSCRIPT = ("<sup>", "</sup>")
SUBSCRIPT = ("<sub>", "</sub>")
NO_CASE = ('<span class="nocase">', "</span>")
QUOTES = ("“", "”")
PLAIN = ("", "")

MARKUP: Mapping[str, tuple[str, str]] = {
    "textit": ITALIC,
    "emph": ITALIC,
    "textsl": ITALIC,
    "mkbibemph": ITALIC,
    "mkbibitalic": ITALIC,
    "textbf": BOLD,
    "mkbibbold": BOLD,
    "textsc": SMALL_CAPS,
    "textsuperscript": SUPERSCRIPT,
    "mkbibsuperscript": SUPERSCRIPT,
    "textsubscript": SUBSCRIPT,
    "mkbibsubscript": SUBSCRIPT,
    "enquote": QUOTES,
    "mkbibquote": QUOTES,
    **dict.fromkeys(
        """text textrm textnormal textup textmd textsf texttt mathrm mathsf mathit mathbf mathtt
        mathnormal operatorname mbox hbox fbox boldsymbol bm NoCaseChange mkbibacro""".split(),
        PLAIN,
    ),
}
"""Commands that wrap their argument, by what they put before and after it."""

DECLARATIONS: Mapping[str, tuple[str, str]] = {
    "it": ITALIC,
    "itshape": ITALIC,
    "em": ITALIC,
    "sl": ITALIC,
    "slshape": ITALIC,
    "bf": BOLD,
    "bfseries": BOLD,
    "sc": SMALL_CAPS,
    "scshape": SMALL_CAPS,
    **dict.fromkeys(
        """rm rmfamily normalfont sf sffamily tt ttfamily upshape mdseries small footnotesize
        scriptsize tiny large normalsize""".split(),
        PLAIN,
    ),
}
"""Commands that hold to the end of their group."""

_PLAIN_COMMAND = re.compile(r"\{?\\(?:ensuremath\{\\)?([A-Za-z]+)\}*")


def symbol(name: str) -> str | None:
    """Give what a command without arguments prints, ``None`` for one that is not known."""
    known = SYMBOLS.get(name)
    return _more_symbols().get(name) if known is None else known


@cache
def _more_symbols() -> Mapping[str, str]:
    from pylatexenc.latexencode._uni2latexmap import uni2latex  # noqa: PLC0415 (few need it)
    from pylatexenc.latexencode._uni2latexmap_xml import (  # noqa: PLC0415
        uni2latex as uni2latex_xml,
    )

    names: dict[str, str] = {}
    for table in (uni2latex, uni2latex_xml):
        for code, latex in table.items():
            if (match := _PLAIN_COMMAND.fullmatch(latex)) is not None:
                names.setdefault(match[1], chr(code))
    return {name: char for name, char in names.items() if name not in _TAKE_ARGUMENTS}


_TAKE_ARGUMENTS = frozenset({*ACCENTS, *MATH_ACCENTS, *MARKUP, *DECLARATIONS})
