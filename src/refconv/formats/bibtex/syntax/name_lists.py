"""Lists of names: split at the words "and", each name at its commas, both outside braces.

Sources: O. Patashnik, *BibTeXing* (1988), 4; btparse's documentation of names; biblatex
manual 2.3.3 (extended names).
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import lru_cache
from itertools import pairwise
from typing import Any, NamedTuple

from refconv.formats.bibtex.latex.braces import braces
from refconv.formats.bibtex.latex.decode import decode, with_letters
from refconv.formats.bibtex.latex.encode import encode
from refconv.formats.bibtex.latex.field_styles import NAME
from refconv.formats.bibtex.latex.white_space import one_line


class NativeName(NamedTuple):
    """A name in BibTeX's parts, decoded; a name in braces is ``literal``."""

    first: str = ""
    von: str = ""
    last: str = ""
    jr: str = ""
    literal: str = ""


OTHERS = NativeName()
"""The end of an incomplete list: ``and others``."""

NativeNames = tuple[NativeName, ...]

# ── reading ───────────────────────────────────────────────────────────────────────────────────────

_AND = re.compile(r"(?:\A|(?<=[ \t\r\n\f\v]))and(?:\Z|(?=[ \t\r\n\f\v]))", re.IGNORECASE)
_WORD = re.compile(r"[^ ~]+")
_SUFFIX = re.compile(r"(?:[JS]r\.?|[IVX]{2,4}|[JS]unior)", re.IGNORECASE)
_ET_AL = re.compile(r"others|\{?et\.? +al\.?\}?", re.IGNORECASE)
_EXTENDED = re.compile(r" *(family|given|prefix|suffix|useprefix)(?:-i)? *=")
_INSIDE = "\ue000"
# A family name of one word, a comma, then given names or initials: no other reading is possible.
_SIMPLE = re.compile(
    r"(?P<last>(?!(?i:and)\b)[^\W\d_]+(?:-[^\W\d_]+)*), "
    r"(?P<first>(?!(?i:and)\b)[^\W\d_]+[.-]?(?:[ -](?!(?i:and)\b)[^\W\d_]+\.?)*)"
)
CACHE_SIZE = 4096
"""Names in the caches: the same people occur again and again."""


def parse_names(source: str) -> NativeNames:
    """Read a list of names.

    >>> parse_names("Knuth, Donald E. and van Gogh, Vincent")[1]
    NativeName(first='Vincent', von='van', last='Gogh', jr='', literal='')
    """
    source = one_line(source)
    # A simple name holds no word "and", so that between simple ones every such word is a cut.
    simple = [*map(_SIMPLE.fullmatch, source.split(" and "))]
    if None in simple and "\\" in source:
        simple = [*map(_SIMPLE.fullmatch, with_letters(source, NAME).split(" and "))]
    if None not in simple:
        return tuple([NativeName(name[2], "", name[1]) for name in simple if name])
    return parse_any_names(source)


def parse_any_names(source: str) -> NativeNames:
    """Read a list of names in one line, simple or not."""
    masked = _masked(source)
    names: list[NativeName] = []
    start = 0
    for match in [*_AND.finditer(masked), None]:
        end = len(source) if match is None else match.start()
        name = source[start:end]
        if name.strip(" ~"):
            if match is None and _ET_AL.fullmatch(name.strip(" ~")):
                names.append(OTHERS)
            elif any(parsed := _parse_name(name, masked[start:end])):
                names.append(parsed)
        start = end if match is None else match.end()
    return tuple(names)


def _masked(source: str) -> str:
    """Mask groups in braces and tildes that are accents, without changing the length."""
    source = source.replace("\\~", 2 * _INSIDE)
    if "{" not in source:
        return source
    out: list[str] = []
    place = 0
    for start, end in sorted(braces(source).items()):
        if start >= place:
            out += source[place:start], _INSIDE * (end + 1 - start)
            place = end + 1
    return "".join(out) + source[place:]


@lru_cache(CACHE_SIZE)
def _parse_name(source: str, masked: str) -> NativeName:
    if (match := _SIMPLE.fullmatch(source.strip(" "))) is not None:
        return NativeName(match["first"], "", match["last"])
    blanks = len(masked) - len(masked.lstrip(" ~"))
    source, masked = source.strip(" ~"), masked[blanks:].rstrip(" ~")
    if masked == _INSIDE * len(masked) and braces(source).get(0) == len(source) - 1:
        return NativeName(literal=_decoded(source[1:-1]))
    if _EXTENDED.match(masked):
        return _extended(source, masked)
    cuts = list(_places(masked, ","))
    if len(cuts) > 2:
        return NativeName(literal=_decoded(source))
    bounds = [-1, *cuts, len(source)]
    spans = [slice(a + 1, b) for a, b in pairwise(bounds)]
    if not cuts:
        return _first_von_last(source, masked)
    von, last = _von_last(source[spans[0]], masked[spans[0]])
    first = _decoded(source[spans[-1]])
    jr = _decoded(source[spans[1]]) if len(cuts) == 2 else ""
    if _SUFFIX.fullmatch(first) and jr and not _SUFFIX.fullmatch(jr):
        first, jr = jr, first
    if not (first or von or last or jr):
        return NativeName(literal=source)
    return NativeName(first, von, last, jr)


def _places(text: str, char: str) -> Iterator[int]:
    place = text.find(char)
    while place >= 0:
        yield place
        place = text.find(char, place + 1)


def _decoded(part: str) -> str:
    part = part.strip(" ~")
    return part if _TEX.search(part) is None else one_line(decode(part, NAME).text)


_TEX = re.compile(r"[\\{}$~]")


def _first_von_last(source: str, masked: str) -> NativeName:
    words = [source[match.start() : match.end()] for match in _WORD.finditer(masked)]
    jr = ""
    if len(words) > 2 and _SUFFIX.fullmatch(words[-1]):
        jr = words.pop()
    low = [i for i, word in enumerate(words[:-1]) if _is_lower(word)]
    start, end = (low[0], low[-1] + 1) if low else (len(words) - 1,) * 2
    parts = words[:start], words[start:end], words[end:]
    first, von, last = (_decoded(" ".join(part)) for part in parts)
    return NativeName(first, von, last, _decoded(jr))


def _von_last(source: str, masked: str) -> tuple[str, str]:
    words = [source[match.start() : match.end()] for match in _WORD.finditer(masked)]
    end = next((i for i in range(len(words) - 1, 0, -1) if _is_lower(words[i - 1])), 0)
    return _decoded(" ".join(words[:end])), _decoded(" ".join(words[end:]))


def _is_lower(word: str) -> bool:
    """Return whether the first letter of a word outside braces is lower-case, accents aside."""
    if "\\" in word:
        word = decode(word, NAME).text
    elif "{" in word:
        word = _masked(word)
    return next((char.islower() for char in word if char.isalpha()), False)


def _extended(source: str, masked: str) -> NativeName:
    parts: dict[str, str] = {}
    start = 0
    for place in [*_places(masked, ","), len(source)]:
        name, _, value = source[start:place].partition("=")
        parts.setdefault(name.strip(" ~"), _decoded(value))
        start = place + 1
    native = NativeName(*(parts.get(key, "") for key in ("given", "prefix", "family", "suffix")))
    return native if any(native) else NativeName(literal=source)


def unknown_commands(names: NativeNames) -> tuple[str, ...]:
    """Return the commands in names that could not be decoded."""
    return tuple(dict.fromkeys(_COMMAND.findall(" ".join(part for one in names for part in one))))


_COMMAND = re.compile(r"\\(?:[a-zA-Z]+|[^a-zA-Z\s])")

# ── writing ───────────────────────────────────────────────────────────────────────────────────────

_SYNTAX = re.compile(r"[,={]|\\|(?:\A| )and(?:\Z| )", re.IGNORECASE)


def format_names(names: NativeNames, *, extended: bool = False) -> str:
    """Write a list of names; in biblatex's ``extended`` form those that no other can hold."""
    return " and ".join(_format_extended(n) if extended else _format_name(n) for n in names)


def _format_extended(name: NativeName) -> str:
    written = _format_name(name)
    if parse_names(written) == (name,) or name.literal or name == OTHERS:
        return written
    parts = (
        ("family", name.last),
        ("given", name.first),
        ("prefix", name.von),
        ("suffix", name.jr),
    )
    return ", ".join(f"{key}={{{encode(one_line(part), NAME)}}}" for key, part in parts if part)


def _format_name(name: NativeName) -> str:
    return write_simple(name) or _write_any_name(name)


@lru_cache(CACHE_SIZE)
def _write_any_name(name: NativeName) -> str:
    if name.literal:
        return f"{{{encode(one_line(name.literal), NAME)}}}"
    if name == OTHERS:
        return "others"
    first, von, last, jr = (_protected(part) for part in name[:4])
    if not last.startswith("{") and any(map(_is_lower, last.split(" ")[:-1])):
        last = f"{{{last}}}"
    left = f"{von} {last}" if von and last else von or last
    if jr:
        return f"{left}, {jr}, {first}".rstrip(" ")
    if first:
        return f"{left}, {first}"
    # Several words without a comma would be a first and a last name.
    plain = " " not in left and "{" not in left and not _ET_AL.fullmatch(left)
    return left if plain else f"{left},"


@lru_cache(CACHE_SIZE)
def write_simple(name: NativeName) -> str:
    """Write a name that can be read in one way only; return "" for others."""
    if name.von or name.jr or name.literal:
        return ""
    written = f"{name.last}, {name.first}"
    return written if _SIMPLE.fullmatch(written) is not None else ""


def _protected(part: str) -> str:
    part = one_line(part)
    written = encode(part, NAME)
    return f"{{{written}}}" if _SYNTAX.search(part) else written


@lru_cache(CACHE_SIZE)
def survives(name: NativeName) -> bool:
    """Return quickly whether a name surely survives writing and reading, in any list."""
    if write_simple(name):
        return True
    if name == OTHERS:
        return False
    written = _format_name(name)
    return written.isprintable() and "{" not in written and parse_names(written) == (name,)


def carry_names(names: Any, *, extended: bool = False) -> NativeNames | None:
    """Return a list of names as reading returns it; ``None`` if it is not one."""
    if isinstance(names, str):
        return parse_names(encode(names, NAME)) or None
    if not isinstance(names, list | tuple) or not all(map(_is_native, names)):
        return None
    native = tuple(NativeName(*name) for name in names)
    return parse_names(format_names(native, extended=extended)) or None


def _is_native(name: Any) -> bool:
    return (
        isinstance(name, list | tuple)
        and len(name) == len(NativeName._fields)
        and all(isinstance(part, str) for part in name)
    )
