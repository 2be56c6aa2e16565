"""LaTeX of printed references as marked text: macros are expanded, the rest is decoded.

The decoder of :mod:`refconv.formats.bibtex.latex` reads letters, emphasis and mathematics; here the
macros of bibliographies are expanded before it, and what they say of a stretch (its label, its
address) goes round it as marks that no text has.
"""

from __future__ import annotations

import re
from array import array
from bisect import bisect_right
from collections.abc import Mapping
from itertools import pairwise
from typing import NamedTuple

from refconv.core.lazy_pattern import lazy_pattern
from refconv.documents.marked import MarkedSpan, MarkedText, of_rich_text
from refconv.documents.tex.latex_macros import LABEL, LABELS, LINK, TEMPLATES, Template
from refconv.formats.bibtex.latex import commands
from refconv.formats.bibtex.latex.braces import braces
from refconv.formats.bibtex.latex.decode import decode_any
from refconv.formats.bibtex.latex.field_styles import FieldStyle


class Source(NamedTuple):
    """A text without its comments, and where its parts stand in the text as it was given."""

    text: str
    starts: tuple[int, ...]
    places: tuple[int, ...]

    def offset(self, place: int) -> int:
        """Return where a character stands in the text as it was given."""
        index = bisect_right(self.starts, place) - 1
        return self.places[index] + place - self.starts[index]


# A comment takes its line end and the blanks behind it with it. In an address a percent sign begins
# the code of a character.
_COMMENT = lazy_pattern(r"(?<!\\)%(?![0-9A-Fa-f]{2}[^\s%]{0,200}[}/.=&%])[^\n]*(?:\n[ \t]*|\Z)")


# In a file of biber's, whose values are as they are, only what ends or is a line.
_LINE_COMMENT = lazy_pattern(
    r"(?:^[ \t]{0,99}%[^\n]*|(?<!\\)%[ \t]{0,99})(?:\n[ \t]*|\Z)", re.MULTILINE
)


def without_comments(text: str, *, is_made: bool = False) -> Source:
    r"""Return a LaTeX text without its comments.

    Args:
        text: The text.
        is_made: Whether it is the file of a program, whose values may hold percent signs.

    >>> source = without_comments("a % b\n  c")
    >>> source.text, source.offset(2)
    ('a c', 8)
    """
    parts: list[str] = []
    starts: list[int] = []
    places: list[int] = []
    done = length = 0
    for match in (_LINE_COMMENT if is_made else _COMMENT).finditer(text):
        if match.start() > done:
            starts.append(length)
            places.append(done)
            parts.append(text[done : match.start()])
            length += match.start() - done
        done = match.end()
    starts.append(length)
    places.append(done)
    parts.append(text[done:])
    return Source("".join(parts), tuple(starts), tuple(places))


# ── expansion ─────────────────────────────────────────────────────────────────────────────────────

# Characters of a private use area: what opens and closes a span, and behind the first its number.
_OPEN, _CLOSE, _FIRST, _MOST = "\ue000", "\ue001", 0xE010, 6000
_PRIVATE = lazy_pattern("[\ue000-\uf8ff]")
_DEEPEST = 30
_TOKEN = lazy_pattern(r"\\(?P<word>[A-Za-z@]+)\*?[ \t\n]*|\\.|(?P<text>[^\\]+)|\\", re.DOTALL)
_PLACE = lazy_pattern(r"\{(\d)(?::([\w-]+))?\}")
_OPTION = lazy_pattern(r"\s{0,20}\[[^\[\]]{0,200}\]")
# Glue: "\hskip 1em plus 0.5em minus 0.4em\relax", "\penalty0 ".
_GLUE = lazy_pattern(
    r"\\(?:hskip|vskip|kern|penalty|spacefactor|looseness)\s{0,9}=?\s{0,9}-?[\d.]{0,9}\s{0,9}"
    r"(?:[a-z]{2}(?![a-z]))?(?:\s{1,9}(?:plus|minus)\s{1,9}-?[\d.]{1,9}\s{0,9}[a-z]{2,4}){0,2}"
    r"(?:\s{0,9}\\relax(?![A-Za-z]))?\s?"
)
# The rule that stands for the same authors: "\leavevmode\vrule height 2pt depth -1.6pt width 23pt".
_RULE = lazy_pattern(
    r"(?:\\leavevmode\s{0,9})?\\[hv]rule\s{0,9}(?:(?:height|depth|width)\s{0,3}-?[\d.]{1,9}\s{0,3}[a-z]{2}\s{0,9}){0,3}"
)
_KNOWN = frozenset({*commands.MARKUP, *commands.DECLARATIONS, *commands.ACCENTS, *commands.SYMBOLS})
_ENVIRONMENTS: Mapping[str, str] = {"APACrefauthors": "author"}
_LONGEST = 20_000
"""Characters of a reference; a longer one is read as it is written."""


class Expanded(NamedTuple):
    """A reference with its macros expanded, and what its marks stand for."""

    text: str
    values: tuple[tuple[str, str], ...]
    unknown: tuple[str, ...]


class _Expander:
    """Expands the macros of one reference."""

    def __init__(self, source: str, macros: Mapping[str, Template]) -> None:
        self.source = source
        self.ends = braces(source)
        self.macros = macros
        self.addresses: dict[str, str] = {}
        self.values: list[tuple[str, str]] = []
        self.unknown: list[str] = []

    def run(self) -> Expanded:
        text = self.sequence(0, len(self.source), 0)
        return Expanded(text, tuple(self.values), tuple(dict.fromkeys(self.unknown)))

    def sequence(self, place: int, end: int, depth: int) -> str:
        out: list[str] = []
        while place < end:
            match = _TOKEN.match(self.source, place, end)
            if match is None:
                break
            place = match.end()
            if match["word"] is None:
                out.append(match[0])
                continue
            text, place = self.command(match, end, depth)
            out.append(text)
        return "".join(out)

    def command(self, match: re.Match[str], end: int, depth: int) -> tuple[str, int]:
        """Return the text of a command and where it ends."""
        name, place = match["word"], match.end()
        if depth > _DEEPEST:
            return match[0], place
        if name in ("begin", "end"):
            return self.environment(name, place, end)
        if name == "url" and place in self.ends:
            return self.address(self.inside(place)), self.ends[place] + 1
        if name == "urldef":
            return self.definition(place, end)
        if name in self.addresses:
            return self.address(self.addresses[name]), place
        bare = name.partition("@")[0]
        template = self.macros.get(name) or TEMPLATES.get(name) or TEMPLATES.get(bare)
        if template is not None:
            return self.expanded(template, place, end, depth)
        if name in _KNOWN or commands.symbol(name) is not None or name in ("nth", "ensuremath"):
            # The decoder reads it; what stands in its group may hold macros.
            return match[0], place
        return self.other(name, match, end, depth)

    def other(self, name: str, match: re.Match[str], end: int, depth: int) -> tuple[str, int]:
        """Leave out a command that is not known, and keep what is in its arguments."""
        self.unknown.append(f"\\{name}")
        place = match.end()
        option = _OPTION.match(self.source, place, end)
        if option is not None and option.end() in self.ends:
            place = option.end()
        parts: list[str] = []
        while place in self.ends and self.ends[place] < end:
            parts.append(self.sequence(place + 1, self.ends[place], depth + 1))
            place = self.ends[place] + 1
        return " ".join(parts) + (" " if not parts and match[0][-1:].isspace() else ""), place

    def inside(self, place: int) -> str:
        return self.source[place + 1 : self.ends[place]]

    def environment(self, name: str, place: int, end: int) -> tuple[str, int]:
        if place not in self.ends or self.ends[place] > end:
            return "", place
        label = _ENVIRONMENTS.get(self.inside(place).strip())
        after = self.ends[place] + 1
        if label is None:
            return " ", after
        return (self.opening("label", label) if name == "begin" else _CLOSE), after

    def definition(self, place: int, end: int) -> tuple[str, int]:
        r"""Read ``\urldef{\tempurl}\url{…}``, which names an address."""
        match = _URLDEF.match(self.source, place, end)
        if match is None or match.end() not in self.ends:
            return "", place
        self.addresses[match[1]] = self.inside(match.end())
        return "", self.ends[match.end()] + 1

    def address(self, address: str) -> str:
        bare = _ESCAPED.sub(r"\1", address.strip())
        if bare.lower().startswith("doi:"):
            return bare
        return f"{self.opening('link', bare)}\\url{{{_braceless(bare)}}}{_CLOSE}"

    def opening(self, kind: str, value: str) -> str:
        self.values.append((kind, value))
        number = min(len(self.values) - 1, _MOST)
        return f"{_OPEN}{chr(_FIRST + number)}"

    def argument(self, place: int, end: int) -> tuple[int, int, int]:
        """Return where an argument begins and ends, and where the text goes on."""
        while place < end and self.source[place] in " \t\n":
            place += 1
        if place in self.ends and self.ends[place] < end:
            return place + 1, self.ends[place], self.ends[place] + 1
        if place >= end or self.source[place] in "{}":
            return place, place, place
        match = _TOKEN.match(self.source, place, end)
        if match is None or match["text"]:
            return place, place + 1, place + 1
        return place, match.end(), match.end()

    def expanded(self, template: Template, place: int, end: int, depth: int) -> tuple[str, int]:
        arguments: list[tuple[int, int]] = []
        option = _OPTION.match(self.source, place, end) if template.arguments else None
        if option is not None and option.end() in self.ends:
            place = option.end()
        for _ in range(template.arguments):
            start, stop, place = self.argument(place, end)
            arguments.append((start, stop))
        if not template.arguments and self.source.startswith("{}", place):
            place += 2
        if template.parts == (LINK,):
            return self.link(arguments, depth), place
        if template.parts == (LABEL,):
            return self.field(arguments, depth), place
        return "".join(self.part(part, arguments, depth) for part in template.parts), place

    def part(self, part: str, arguments: list[tuple[int, int]], depth: int) -> str:
        """Return a part of a template; nothing where its argument is empty."""
        texts: list[str] = []

        def filled(match: re.Match[str]) -> str:
            index = int(match[1]) - 1
            if index >= len(arguments):
                return ""
            text = self.sequence(*arguments[index], depth + 1)
            texts.append(text)
            return self.labelled(text, match[2]) if match[2] else text

        made = _PLACE.sub(filled, part)
        return made if not texts or any(text.strip() for text in texts) else ""

    def labelled(self, text: str, label: str) -> str:
        return f"{self.opening('label', label)}{text}{_CLOSE}" if text.strip() else text

    def field(self, arguments: list[tuple[int, int]], depth: int) -> str:
        r"""Return a field that names itself, as ``\bibinfo{year}{1999}``."""
        name = self.source[slice(*arguments[0])].strip().lower()
        text = self.sequence(*arguments[1], depth + 1)
        label = LABELS.get(name)
        return text if label is None else self.labelled(text, label)

    def link(self, arguments: list[tuple[int, int]], depth: int) -> str:
        """Return the text of a link, with its address round it."""
        text = self.sequence(*arguments[1], depth + 1)
        address = _plain_address(self.sequence(*arguments[0], depth + 1))
        if not address or not text.strip():
            return text
        return f"{self.opening('link', address)}{text}{_CLOSE}"


_URLDEF = lazy_pattern(r"\s*(?:\{\s*)?\\([A-Za-z]{1,40})\s*\}?\s*\\url\s*(?=\{)")
_ESCAPED = lazy_pattern(r"\\([_%#&~{}$])")


def _braceless(text: str) -> str:
    return text if text.count("{") == text.count("}") else text.replace("{", "").replace("}", "")


def _plain_address(source: str) -> str:
    """Return an address without the commands and braces round its parts."""
    text = _PRIVATE.sub("", _ESCAPED.sub(r"\1", source))
    text = re.sub(r"\\(?:url|path|nolinkurl)(?![A-Za-z])", "", text)
    return re.sub(r"[{}\s]|\\(?:penalty0?|discretionary)", "", text)


# ── decoding ──────────────────────────────────────────────────────────────────────────────────────

_STYLE = FieldStyle(tie=" ")
_SIGNS = {"\u2009": " ", "\u00a0": " ", "\u00ad": "", "  ": " "}
_SPACES = str.maketrans({"\u2009": " ", "\u00a0": " ", "\u00ad": None})


def decoded_latex(
    source: Source, start: int, end: int, macros: Mapping[str, Template]
) -> tuple[MarkedText, tuple[str, ...]]:
    """Return a part of a text as marked text in one line, and the commands that are not known."""
    raw = _PRIVATE.sub("", source.text[start:end])
    raw = _GLUE.sub(" ", _RULE.sub("———", raw))
    expanded = Expanded(raw, (), ()) if len(raw) > _LONGEST else _Expander(raw, macros).run()
    decoded = decode_any(expanded.text, _STYLE)
    marked = _unmarked(of_rich_text(decoded.text.translate(_SPACES)), expanded.values)
    kept = tuple(one for one in decoded.kept if one.startswith("\\"))
    placed = MarkedText(marked.text, _aligned(marked.text, source, start, end), marked.spans)
    return placed.in_one_line(), (*expanded.unknown, *kept)


def _unmarked(text: MarkedText, values: tuple[tuple[str, str], ...]) -> MarkedText:
    """Take the marks out of a text, and return the spans that they stand for."""
    if _OPEN not in text.text and _CLOSE not in text.text:
        return text
    spans = [*text.spans]
    parts: list[str] = []
    new = array("q")
    opened: list[tuple[int, int]] = []
    length, is_number = 0, False
    for char in text.text:
        new.append(length)
        if is_number:
            opened.append((length, ord(char) - _FIRST))
            is_number = False
        elif char == _OPEN:
            is_number = True
        elif char == _CLOSE:
            if opened:
                start, number = opened.pop()
                if 0 <= number < len(values):
                    spans.append(MarkedSpan(start, length, *values[number]))
        else:
            parts.append(char)
            length += 1
    new.append(length)
    split = len(text.spans)
    moved = [MarkedSpan(new[one.start], new[one.end], one.kind, one.value) for one in spans[:split]]
    return MarkedText("".join(parts), range(length), (*moved, *spans[split:]))


_WORD = lazy_pattern(r"[^\W_]{2,}")
_WINDOW = 400


def _aligned(text: str, source: Source, start: int, end: int) -> array[int]:
    """Return about where each character of a decoded text stands: that of its words is exact."""
    anchors: list[tuple[int, int]] = [(0, start)]
    place = start
    for word in _WORD.finditer(text):
        found = source.text.find(word[0], place, min(end, place + _WINDOW))
        if found >= 0:
            anchors.append((word.start(), found))
            place = found + len(word[0])
    anchors.append((len(text), max(place, start)))
    offsets = array("q")
    for (at, origin), (until, _) in pairwise(anchors):
        last = max(start, end - 1)
        offsets.extend(source.offset(min(origin + i, last)) for i in range(until - at))
    return offsets
