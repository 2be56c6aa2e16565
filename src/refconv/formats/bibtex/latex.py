"""LaTeX in a field's value, and the same as Unicode with CSL's rich text.

``decode(encode(text, style), style).text == text`` for every text that :func:`tidy` leaves as it
is, as far as the style has room for its markup. What cannot be decoded stays as it was written, and
encoding recognises it: mathematics between dollars, and commands that are not known.
"""

from __future__ import annotations

import re
import unicodedata
from typing import NamedTuple

from refconv.formats.bibtex import macros
from refconv.formats.bibtex.markup import pieces


class Style(NamedTuple):
    """How a kind of field uses LaTeX.

    ``markup``: fonts become rich text, else they are left away. ``protects``: braces protect the
    case of letters. ``ligatures``: ``--``, ``` `` ``` and the like print as one character. ``tie``
    is what ``~`` stands for.
    """

    markup: bool = True
    protects: bool = False
    ligatures: bool = True
    tie: str = "\u00a0"


TEXT = Style()
TITLE = Style(protects=True)
NAME = Style(markup=False, ligatures=False, tie=" ")
CODE = Style(markup=False, ligatures=False, tie="~")


class Decoded(NamedTuple):
    """A decoded value, and the pieces of LaTeX that were kept as they are."""

    text: str
    kept: tuple[str, ...] = ()


_BLANKS = re.compile(r"[ \t\r\n\f\v]+")
_UNTIDY = re.compile(r"  |[\t\r\n\f\v]| \Z|\A ")
BLANK = " \t\r\n\f\v"


def tidy(text: str) -> str:
    """Join lines and blanks, as BibTeX does; paragraphs stay apart."""
    if _UNTIDY.search(text) is None:
        return text
    if "\n" not in text:
        return _BLANKS.sub(" ", text).strip(BLANK)
    paragraphs: list[list[str]] = [[]]
    for line in text.split("\n"):
        if words := _BLANKS.sub(" ", line).strip(BLANK):
            paragraphs[-1].append(words)
        elif paragraphs[-1]:
            paragraphs.append([])
    return "\n\n".join(" ".join(lines) for lines in paragraphs if lines)


def one_line(text: str) -> str:
    """Join lines and blanks, paragraphs too."""
    return _BLANKS.sub(" ", text).strip(BLANK) if _UNTIDY.search(text) else text


# ── decoding ──────────────────────────────────────────────────────────────────────────────────────

_TEX = re.compile(r"[\\{}$~]")
_TEX_AND_LIGATURES = re.compile(r"[\\{}$~]|--|``|''|[?!]`")
_TOKEN = re.compile(
    r"""\\(?P<word>[a-zA-Z]+)\*?
      | \\(?P<sign>.)
      | (?P<brace>[{}])
      | (?P<math>\$\$?)
      | (?P<tie>~)
      | (?P<ligature>---?|``|''|[?!]`)
      | (?P<run>[^\\{}$~\-`'?!]+)
      | (?P<other>.)""",
    re.VERBOSE | re.DOTALL,
)
_LIGATURES = {"---": "—", "--": "–", "``": "“", "''": "”", "?`": "¿", "!`": "¡"}
_DEEPEST = 40


def decode(source: str, style: Style) -> Decoded:
    """Decode a value's LaTeX; never fails."""
    if (_TEX_AND_LIGATURES if style.ligatures else _TEX).search(source) is None:
        return Decoded(tidy(source))
    decoder = _Decoder(tidy(source), style)
    return Decoded(tidy(decoder.run()), tuple(decoder.kept))


class _Decoder:
    """Walks a value once, descending into its groups."""

    def __init__(self, source: str, style: Style) -> None:
        self.source = source
        self.style = style
        self.kept: list[str] = []
        self.ends = braces(source)

    def run(self) -> str:
        return self.sequence(0, len(self.source), 0, self.style.protects)

    def sequence(self, place: int, end: int, depth: int, protects: bool) -> str:
        """Decode a stretch; ``protects`` tells whether braces in it protect case."""
        out: list[str] = []
        while place < end:
            match = _TOKEN.match(self.source, place, end)
            if match is None:  # a backslash that ends the stretch
                out.append(self.source[place:end])
                break
            kind, token, after = str(match.lastgroup), match[0], match.end()
            if kind in ("word", "sign"):
                text, after = self.command(match[kind], match, end, depth, protects)
                out.append(text)
            elif token == "{" and place in self.ends:
                after = self.ends[place] + 1
                out.append(self.group(place, after, depth, protects))
            elif kind == "math":
                text, after = self.mathematics(match, end)
                out.append(text)
            elif kind == "tie":
                out.append(self.style.tie)
            elif kind == "ligature" and self.style.ligatures:
                out.append(_LIGATURES[token])
            else:
                out.append(token)
            place = after
        return "".join(out)

    def group(self, start: int, end: int, depth: int, protects: bool) -> str:
        """Decode a group with its braces at ``start`` and before ``end``."""
        if depth >= _DEEPEST:
            self.kept.append(self.source[start:end][:80])
            return self.source[start:end]
        first = _TOKEN.match(self.source, start + 1, end - 1)
        word = first["word"] if first is not None else None
        if first is not None and word in macros.DECLARATIONS:
            before, after = self.tags(macros.DECLARATIONS[word])
            inner = self.sequence(first.end(), end - 1, depth + 1, protects)
            return before + inner.lstrip(" ") + after
        # BibTeX changes the case of a "special character", a group that begins with a command.
        protecting = protects and self.source[start + 1] != "\\"
        inner = self.sequence(start + 1, end - 1, depth + 1, protects and not protecting)
        if protecting and inner.lower() != inner.upper():
            return f"{macros.NO_CASE[0]}{inner}{macros.NO_CASE[1]}"
        return inner

    def tags(self, markup: tuple[str, str]) -> tuple[str, str]:
        quotes = markup is macros.QUOTES
        return markup if self.style.markup or quotes else macros.PLAIN

    def command(
        self, name: str, match: re.Match[str], end: int, depth: int, protects: bool
    ) -> tuple[str, int]:
        """Decode a command; give its text and where it ends."""
        after = match.end()
        if name in macros.ACCENTS:
            return self.accent(macros.ACCENTS[name], name, match, end, depth)
        if match["sign"] is not None:
            if name == "(":
                close = self.source.find("\\)", after, min(end, after + _LONGEST_FORMULA))
                if close >= 0:
                    return self.formula(self.source[after:close]), close + 2
            if name in macros.ESCAPES:
                return macros.ESCAPES[name], after
            self.kept.append(match[0])
            return match[0], after
        if name in macros.MARKUP and depth < _DEEPEST:
            start, stop, after = self.argument(after, end)
            if stop > start or after > match.end():
                before, behind = self.tags(macros.MARKUP[name])
                return before + self.sequence(start, stop, depth + 1, protects) + behind, after
        if name in macros.DECLARATIONS:
            return "", self.swallow(after, end)
        if name == "url" and self.source.startswith("{", after) and after in self.ends:
            stop = self.ends[after]
            return self.source[after + 1 : stop], stop + 1
        if name in ("char", "symbol") and (code := _CHAR.match(self.source, after, end)):
            return chr(int(code[1])), code.end()
        text = macros.symbol(name)
        if text is not None and not match[0].endswith("*"):
            return text, self.swallow(after, end)
        after = self.arguments(match.end(), end)
        self.kept.append(self.source[match.start() : after][:80])
        return self.source[match.start() : after], after

    def swallow(self, place: int, end: int) -> int:
        """Skip what ends a command's name and does not print: ``{}``, or blanks."""
        if self.source.startswith("{}", place):
            return place + 2
        while place < end and self.source[place] == " ":
            place += 1
        return place

    def argument(self, place: int, end: int) -> tuple[int, int, int]:
        """Find a command's argument: where it begins, where it ends, and what comes after it."""
        while place < end and self.source[place] == " ":
            place += 1
        if place >= end or self.source[place] == "}":
            return place, place, place
        if place in self.ends:
            return place + 1, self.ends[place], self.ends[place] + 1
        match = _TOKEN.match(self.source, place, end)
        if match is None or match["word"] is None and match["sign"] is None:
            return place, place + 1, place + 1
        return place, match.end(), self.swallow(match.end(), end)

    def arguments(self, place: int, end: int) -> int:
        """Find the end of all the arguments that stand right behind a command."""
        while place < end:
            if place in self.ends:
                place = self.ends[place] + 1
            elif (option := _OPTION.match(self.source, place, end)) is not None:
                place = option.end()
            else:
                break
        return min(place, end)

    def accent(
        self, mark: str, name: str, match: re.Match[str], end: int, depth: int
    ) -> tuple[str, int]:
        start, stop, after = self.argument(match.end(), end)
        if depth >= _DEEPEST:
            return match[0], match.end()
        text = self.sequence(start, stop, depth + 1, protects=False)
        if not text.strip():
            alone = macros.ALONE.get(name)
            if alone is None or after == match.end():
                self.kept.append(match[0])
                return match[0], match.end()
            return alone + (text if start == stop else ""), after
        tags = _TAGS.match(text)
        first = tags.end() if tags is not None and tags.end() < len(text) else 0
        letter = {"ı": "i", "ȷ": "j"}.get(text[first], text[first])
        accented = unicodedata.normalize("NFC", letter + mark)
        return text[:first] + accented + text[first + 1 :], after

    def mathematics(self, match: re.Match[str], end: int) -> tuple[str, int]:
        """Decode what stands between dollars."""
        delimiter = match[0]
        close = match.end()
        while True:
            close = self.source.find(delimiter, close, end)
            if close < 0:
                return delimiter, match.end()
            if self.source[close - 1] != "\\":
                break
            close += 1
        return self.formula(self.source[match.end() : close]), close + len(delimiter)

    def formula(self, content: str) -> str:
        text = simple_formula(content, markup=self.style.markup)
        if text is not None:
            return text
        return f"${content.strip()}$"


_TAGS = re.compile(r"(?:<[^<>]*>)*")
_OPTION = re.compile(r"\[[^][\\{}$&%#_^~\u00a0\u00ad`']*\]")
_LONGEST_FORMULA = 5000
_CHAR = re.compile(r"\{?(\d{1,3})\}?", re.ASCII)


def braces(source: str) -> dict[int, int]:
    """Pair the braces, those behind a backslash left aside."""
    ends: dict[int, int] = {}
    opened: list[int] = []
    for match in _BRACES.finditer(source):
        if match[0] == "{":
            opened.append(match.start())
        elif match[0] == "}" and opened:
            ends[opened.pop()] = match.start()
    return ends


_BRACES = re.compile(r"\\.|[{}]", re.DOTALL)

# ── mathematics ───────────────────────────────────────────────────────────────────────────────────

_FORMULA = re.compile(
    r"""(?P<script>[_^])\s*(?:\{(?P<braced>[^{}]*(?:\{[^{}]*\}[^{}]*)*)\}
            | \\(?P<scripted>[a-zA-Z]+)\s* | (?P<char>[^\\{}\s]))
      | \\(?P<font>mathrm|text|textrm|mbox|rm|operatorname)\s*\{(?P<upright>[^{}$\\]*)\}
      | \\(?P<accent>[a-zA-Z]+)\s*\{?\s*(?P<letter>[A-Za-z0-9])\s*\}
      | \\(?P<word>[a-zA-Z]+)\s*
      | \\(?P<sign>[%&#,;:!\ ])
      | \{\s*\\rm\s+(?P<roman>[^{}$\\]*)\}
      | (?P<empty>\{\})
      | (?P<plain>[^\\{}_^$A-Za-z~]+)""",
    re.VERBOSE,
)


def simple_formula(content: str, *, markup: bool) -> str | None:
    """Spell a formula of symbols, digits and upright letters as a text; ``None`` for any other.

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
            inner = macros.SYMBOLS.get(match["scripted"])
        elif match["char"]:
            inner = match["char"]
        else:
            inner = _script(match["braced"])
        if inner is None or not (markup or inner == "∘"):
            return None
        if inner == "∘" and match["script"] == "^":
            return "°"
        before, after = macros.SUPERSCRIPT if match["script"] == "^" else macros.SUBSCRIPT
        return f"{before}{inner}{after}"
    for name in ("upright", "roman", "plain"):
        if match[name] is not None:
            return match[name]
    if match["accent"]:
        mark = macros.MATH_ACCENTS.get(match["accent"])
        upright = match["letter"].isdigit()
        return unicodedata.normalize("NFC", match["letter"] + mark) if mark and upright else None
    if match["sign"]:
        return macros.ESCAPES[match["sign"]]
    if match["word"]:
        return macros.symbol(match["word"]) if match["word"] not in _STRUCTURE else None
    return ""


_STRUCTURE = frozenset({"left", "right", "displaystyle", "textstyle", "limits", "nolimits"})


def _script(content: str) -> str | None:
    """Spell an index: its letters are labels as often as variables."""
    if _PLAIN_SCRIPT.fullmatch(content):
        return content
    return simple_formula(content, markup=False)


_PLAIN_SCRIPT = re.compile(r"[^\\{}_^$~]+")


def _is_kept_formula(content: str) -> bool:
    """Tell mathematics from two dollar signs in a text."""
    telling = "\\" in content or "^" in content or "_" in content
    if not telling and (content[0].isdigit() or " " in content):
        return False
    return _is_balanced(content) and simple_formula(content, markup=True) is None


def _is_balanced(text: str) -> bool:
    depth = 0
    for match in _BRACES.finditer(text):
        depth += {"{": 1, "}": -1}.get(match[0], 0)
        if depth < 0:
            return False
    return depth == 0


# ── encoding ──────────────────────────────────────────────────────────────────────────────────────

_SPECIAL = re.compile(r"[\\{}$&%#_^~<\u00a0\u00ad`']|--|[?!]`")
_ESCAPED = {
    "\\": "\\textbackslash{}",
    "^": "\\textasciicircum{}",
    "~": "\\textasciitilde{}",
    "\u00ad": "\\-",
    **{c: f"\\{c}" for c in "{}$&%#_"},
}
_LONE_BRACES = {"{": "\\textbraceleft{}", "}": "\\textbraceright{}"}
_BROKEN_UP = re.compile(r"-(?=-)|`(?=`)|'(?=')|[?!](?=`)")


def encode(text: str, style: Style) -> str:
    """Write a text as LaTeX."""
    if _SPECIAL.search(text) is None:
        return text
    escapes = _ESCAPED if _is_balanced_text(text) else _ESCAPED | _LONE_BRACES
    if not style.markup:
        return _escaped(text, style, escapes)
    out: list[list[str]] = [[]]
    for kind, piece in pieces(text):
        if kind == "text":
            out[-1].append(_escaped(piece, style, escapes))
        elif kind == "open":
            out.append([])
        else:
            inner = "".join(out.pop())
            out[-1].append(_marked(piece, inner))
    return "".join(out[0])


def carry(text: str, style: Style) -> str:
    """Give a text as reading gives it back once it was written."""
    text = tidy(text)
    if _SPECIAL.search(text) is None:
        return text
    for _ in range(_SETTLES):
        if (back := decode(encode(text, style), style).text) == text:
            break
        text = back
    return text


_SETTLES = 4


def _marked(tag: str, inner: str) -> str:
    if tag == macros.NO_CASE[0]:
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
    macros.SMALL_CAPS[0]: "textsc",
}


def _escaped(text: str, style: Style, escapes: dict[str, str]) -> str:
    out: list[str] = []
    place = 0
    ends: dict[int, int] | None = None
    while (match := _TO_ESCAPE.search(text, place)) is not None:
        out.append(_broken_up(text[place : match.start()], style))
        start, place = match.span()
        if match[0] == "\\":
            ends = braces(text) if ends is None else ends
            place = _kept_command(text, start, ends, style) or place
        elif match[0] == "$" and (formula := _KEPT_FORMULA.match(text, start)) is not None:
            place = formula.end() if _is_kept_formula(formula["content"]) else place
        kept = text[start:place]
        out.append(kept if len(kept) > 1 else _escaped_char(kept, style, escapes))
    out.append(_broken_up(text[place:], style))
    return "".join(out)


_TO_ESCAPE = re.compile(r"[\\{}$&%#_^~\u00a0\u00ad]")
_KEPT_FORMULA = re.compile(r"\$(?=[^\s$])(?P<content>(?:[^$\\]|\\.)*)(?<=\S)\$(?![0-9])", re.DOTALL)
_COMMAND = re.compile(r"\\[a-zA-Z]+\*?")


def _kept_command(text: str, start: int, ends: dict[int, int], style: Style) -> int | None:
    """Find the end of a command that decoding would leave as it is."""
    match = _COMMAND.match(text, start)
    if match is None:
        return None
    end = match.end()
    while end in ends:
        end = ends[end] + 1
    # In a path (C:\\temp) or behind a word it is rather a character.
    if (
        end == match.end()
        and start > 0
        and (text[start - 1].isalnum() or text[start - 1] in ":/.\\")
    ):
        return None
    kept = text[start:end]
    stays = len(kept) <= _LONGEST_FORMULA and _is_balanced_text(kept)
    return end if stays and decode(kept, style).text == kept else None


def _escaped_char(char: str, style: Style, escapes: dict[str, str]) -> str:
    return "~" if char == style.tie else escapes.get(char, char)


def _broken_up(text: str, style: Style) -> str:
    return _BROKEN_UP.sub(r"\g<0>{}", text) if style.ligatures else text


def _is_balanced_text(text: str) -> bool:
    """Tell whether a text's braces pair up, as BibTeX counts them."""
    depth = 0
    for char in text:
        if char == "{":
            depth += 1
        elif char == "}":
            depth -= 1
            if depth < 0:
                return False
    return depth == 0
