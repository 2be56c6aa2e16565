"""LaTeX to Unicode with CSL's rich text.

What cannot be decoded stays as it is written: formulas, and commands that are not known. The
latter are reported, and the value's LaTeX is kept beside its text
(:mod:`refconv.formats.bibtex.kept_latex`).
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Callable, Mapping
from functools import lru_cache
from typing import NamedTuple

from refconv.formats.bibtex.latex import commands
from refconv.formats.bibtex.latex.braces import braces
from refconv.formats.bibtex.latex.field_styles import FieldStyle
from refconv.formats.bibtex.latex.formulas import is_harmless, simple_formula
from refconv.formats.bibtex.latex.verbatim import has_latex, read_long
from refconv.formats.bibtex.latex.white_space import clean, tidy
from refconv.values.html_text import decode_entities

LONGEST = 1_000_000
"""Characters of a value in which LaTeX is decoded; in a longer one it stays as it is."""


class DecodedLatex(NamedTuple):
    """A decoded value, and the LaTeX in it that was kept unchanged."""

    text: str
    kept: tuple[str, ...] = ()


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


# LaTeX that means the same wherever it stands: letters with accents, escaped signs, a command with
# an argument, a group, a formula, all of them with nothing but text in them.
_ACCENTED = r"""
    \{\\["'`^~=.][ ]?[a-zA-Z]\}  |  \\["'`^~=.](?:\{[a-zA-Z]\}|[a-zA-Z])
    | \{\\[cvuHkrbd]\{[a-zA-Z]\}\}  |  \\[cvuHkrbd]\{[a-zA-Z]\}
    | \{\\(?:[oOlLij]|ss|ae|AE|oe|OE|aa|AA)\}"""
_LETTER = re.compile(_ACCENTED, re.VERBOSE)
_SELF_CONTAINED = re.compile(
    rf"""{_ACCENTED}  |  (?:\\[a-zA-Z]{{1,40}}+)?\{{[^{{}}\\$~]{{0,300}}\}}  |  \\[%&_\#]
    | \$(?>(?:\\[a-zA-Z]{{1,40}}+|[^{{}}\\$~]){{1,300}})\$""",
    re.VERBOSE,
)


def decode(source: str, style: FieldStyle) -> DecodedLatex:
    """Decode a value's LaTeX; never fails."""
    plain = decode_plain(source, style)
    return decode_any(source, style) if plain is None else DecodedLatex(plain)


def decode_plain(source: str, style: FieldStyle) -> str | None:
    """Decode a value command by command; ``None`` if its LaTeX must be read as a whole."""
    text = tidy(source)
    if "\\" in text or "{" in text or "$" in text:
        if len(source) > LONGEST:
            return None
        text = tidy(_SELF_CONTAINED.sub(lambda match: _decoded(match[0], style), text))
        if "\\" in text or "{" in text or "$" in text:
            return None
    if "}" in text or "~" in text:
        return None
    if style.ligatures and ("--" in text or "`" in text or "''" in text):
        return None
    return _without_entities(text) if "&" in text else text


def _without_entities(text: str) -> str:
    """Decode the entities of HTML that databases leave in their values."""
    decoded = decode_entities(text)
    return text if decoded == text else tidy(clean(decoded))


def with_letters(source: str, style: FieldStyle) -> str:
    """Decode the letters with accents in a text, and nothing else."""
    return _LETTER.sub(lambda match: _decoded(match[0], style), source)


@lru_cache(4096)
def _decoded(latex: str, style: FieldStyle) -> str:
    return _Decoder(latex, style).run()


def decode_any(source: str, style: FieldStyle) -> DecodedLatex:
    """Decode a value's LaTeX, whatever it holds."""
    if len(source) > LONGEST:
        return DecodedLatex(tidy(read_long(source)), (source[:80],) if has_latex(source) else ())
    decoder = _Decoder(_in_text(tidy(source)), style)
    text = tidy(decoder.run())
    return DecodedLatex(_without_entities(text) if "&" in text else text, tuple(decoder.kept))


def _in_text(source: str) -> str:
    r"""Choose the branch of each ``\ifmmode`` that is for text: the one behind ``\else``."""
    if "\\ifmmode" not in source:
        return source
    return _IF_MATHEMATICS.sub(lambda match: match["text"] or "", source)


_END = r"(?![a-zA-Z])"
_IF_MATHEMATICS = re.compile(
    rf"\\ifmmode{_END}(?:(?!\\(?:else|fi){_END}).){{0,500}}"
    rf"(?:\\else{_END}[ ]*(?P<text>(?:(?!\\fi{_END}).){{0,500}}))?\\fi{_END}[ ]*",
    re.DOTALL,
)


class _Decoder:
    """Walks a value once, descending into its groups."""

    def __init__(self, source: str, style: FieldStyle) -> None:
        self.source = source
        self.style = style
        self.kept: list[str] = []
        self.ends = braces(source)

    def run(self) -> str:
        return self.sequence(0, len(self.source), 0, self.style.protects)

    def sequence(self, place: int, end: int, depth: int, protects: bool) -> str:
        """Decode the text between two places; ``protects``: braces in it protect case."""
        out: list[str] = []
        while place < end:
            match = _TOKEN.match(self.source, place, end)
            if match is None:  # a backslash at the end
                out.append(self.source[place:end])
                break
            kind, chars, after = str(match.lastgroup), match[0], match.end()
            if kind in ("word", "sign"):
                text, after = self.command(match[kind], match, end, depth, protects)
                out.append(text)
            elif chars == "{" and place in self.ends:
                after = self.ends[place] + 1
                out.append(self.group(place, after, depth, protects))
            elif kind == "math":
                text, after = self.mathematics(match, end)
                out.append(text)
            elif kind == "tie":
                out.append(self.style.tie)
            elif kind == "ligature" and self.style.ligatures:
                out.append(_LIGATURES[chars])
            else:
                out.append(chars)
            place = after
        return "".join(out)

    def group(self, start: int, end: int, depth: int, protects: bool) -> str:
        """Decode a group with its braces at ``start`` and before ``end``."""
        if depth >= _DEEPEST:
            self.kept.append(self.source[start:end][:80])
            return self.source[start:end]
        first = _TOKEN.match(self.source, start + 1, end - 1)
        if first is not None and first["word"] in commands.DECLARATIONS:
            before, after = self.tags(commands.DECLARATIONS[first["word"]])
            inner = self.sequence(first.end(), end - 1, depth + 1, protects)
            return before + inner.lstrip(" ") + after
        # BibTeX changes the case of a "special character", a group that begins with a command.
        protecting = protects and self.source[start + 1] != "\\"
        kept = len(self.kept)
        inner = self.sequence(start + 1, end - 1, depth + 1, protects and not protecting)
        is_open = len(self.kept) > kept and _OPEN_COMMAND.search(inner) is not None
        if is_open and self.source[end : end + 1].isalpha():
            # Without the braces the command would take what follows for part of its name.
            inner += "{}"
        if protecting and inner.lower() != inner.upper():
            return f"{commands.NO_CASE[0]}{inner}{commands.NO_CASE[1]}"
        return inner

    def tags(self, markup: tuple[str, str]) -> tuple[str, str]:
        quotes = markup is commands.QUOTES
        return markup if self.style.markup or quotes else commands.PLAIN

    def command(
        self, name: str, match: re.Match[str], end: int, depth: int, protects: bool
    ) -> tuple[str, int]:
        """Return the text of a command and where it ends."""
        after = match.end()
        if name in commands.ACCENTS:
            return self.accent(name, match, end, depth)
        if match["sign"] is not None:
            return self.sign(name, match, end)
        if name in commands.MARKUP and depth < _DEEPEST:
            start, stop, after = self.argument(after, end)
            if stop > start or after > match.end():
                before, behind = self.tags(commands.MARKUP[name])
                return before + self.sequence(start, stop, depth + 1, protects) + behind, after
        if name in commands.DECLARATIONS:
            return "", self.swallow(after, end)
        if name == "ensuremath" and after in self.ends:
            return self.formula(self.source[after + 1 : self.ends[after]]), self.ends[after] + 1
        if after in self.ends and name in _PRINTED:
            return _PRINTED[name](self.source[after + 1 : self.ends[after]]), self.ends[after] + 1
        text = commands.symbol(name)
        if text is not None and not match[0].endswith("*"):
            return text, self.swallow(after, end)
        after = min(end, arguments(self.source, match.end(), self.ends))
        self.kept.append(self.source[match.start() : after][:80])
        return self.source[match.start() : after], after

    def sign(self, name: str, match: re.Match[str], end: int) -> tuple[str, int]:
        """Decode a backslash with a character that is no letter."""
        after = match.end()
        if name == "(":
            close = self.source.find("\\)", after, min(end, after + _LONGEST_FORMULA))
            if close >= 0:
                return self.formula(self.source[after:close]), close + 2
        if name not in commands.ESCAPES:
            self.kept.append(match[0])
        return commands.ESCAPES.get(name, match[0]), after

    def swallow(self, place: int, end: int) -> int:
        """Skip what ends a command's name and is not printed: ``{}``, or spaces."""
        if self.source.startswith("{}", place):
            return place + 2
        while place < end and self.source[place] == " ":
            place += 1
        return place

    def argument(self, place: int, end: int) -> tuple[int, int, int]:
        """Return where a command's argument begins, where it ends, and where the text goes on."""
        while place < end and self.source[place] == " ":
            place += 1
        if place >= end or self.source[place] == "}":
            return place, place, place
        if place in self.ends:
            return place + 1, self.ends[place], self.ends[place] + 1
        match = _TOKEN.match(self.source, place, end)
        if match is None or (match["word"] is None and match["sign"] is None):
            return place, place + 1, place + 1
        return place, match.end(), self.swallow(match.end(), end)

    def accent(self, name: str, match: re.Match[str], end: int, depth: int) -> tuple[str, int]:
        """Decode an accent and its letter."""
        start, stop, after = self.argument(match.end(), end)
        if depth >= _DEEPEST:
            return match[0], match.end()
        text = self.sequence(start, stop, depth + 1, protects=False)
        if not text.strip():
            alone = commands.ALONE.get(name)
            if alone is None or after == match.end():
                self.kept.append(match[0])
                after = max(match.end(), arguments(self.source, match.end(), self.ends))
                return self.source[match.start() : after], after
            return alone + (text if start == stop else ""), after
        tags = _TAGS.match(text)
        first = tags.end() if tags is not None and tags.end() < len(text) else 0
        letter = {"ı": "i", "ȷ": "j"}.get(text[first], text[first])
        accented = unicodedata.normalize("NFC", letter + commands.ACCENTS[name])
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
        if not is_harmless(content):
            self.kept.append(f"${content.strip()}$"[:80])
        return f"${content.strip()}$"


def arguments(source: str, place: int, ends: dict[int, int]) -> int:
    """Return the end of all arguments behind a command."""
    while True:
        # LaTeX passes over the blanks before an argument.
        opening = place
        while source.startswith(" ", opening):
            opening += 1
        if opening in ends:
            place = ends[opening] + 1
        elif (option := _OPTION.match(source, place)) is not None:
            place = option.end()
        else:
            return place


def _ordinal(number: str) -> str:
    """Return an English ordinal number (package nth)."""
    teen = number[-2:-1] == "1"
    return number + ("th" if teen else {"1": "st", "2": "nd", "3": "rd"}.get(number[-1:], "th"))


_PRINTED: Mapping[str, Callable[[str], str]] = {"url": str, "nth": _ordinal}
"""Commands whose argument is no LaTeX, and what is printed of it."""

_OPEN_COMMAND = re.compile(r"\\[a-zA-Z]+\Z")
_TAGS = re.compile(r"(?:<[^<>]*>)*")
_OPTION = re.compile(r"\[[^][\\{}$&%#_^~\u00a0\u00ad`']*\]")
_LONGEST_FORMULA = 5000
