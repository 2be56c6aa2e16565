"""Lists of names: split at the words "and", each name at its commas, both outside braces.

Sources: O. Patashnik, *BibTeXing* (1988), 4; btparse's documentation of names; biblatex
manual 2.3.3 (extended names).
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from functools import lru_cache
from itertools import pairwise
from typing import Any, NamedTuple

from refconv.core.codes import Code
from refconv.core.diagnostics import Problem, problem
from refconv.formats.bibtex.latex.braces import braces
from refconv.formats.bibtex.latex.decode import decode, with_letters
from refconv.formats.bibtex.latex.encode import encode
from refconv.formats.bibtex.latex.field_styles import NAME
from refconv.formats.bibtex.latex.white_space import one_line
from refconv.formats.bibtex.syntax import misjoined_names as misjoined
from refconv.values.html_text import decode_entities
from refconv.values.name_words import written_given


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
_ET_AL_BEHIND = re.compile(r",? +(et\.? +al\.?)\Z", re.IGNORECASE)
_MOST_COMMAS = 2
_HALVES = 2
_EXTENDED = re.compile(r" *(?:family|given|middle|prefix|suffix|useprefix)(?:-i)? *=")
_INSIDE = "\ue000"
# A family name of one word, a comma, then given names or initials: no other reading is possible.
_SIMPLE = re.compile(
    r"(?P<last>(?!(?i:and)\b)[^\W\d_]+(?:-[^\W\d_]+)*), "
    r"(?P<first>(?!(?i:and)\b|(?:Inc|Ltd|LLC|LLP|Corp|GmbH|plc|PLC)\b)"
    r"[^\W\d_]+[.-]?(?:[ -](?!(?i:and)\b)[^\W\d_]+\.?)*)"
)
CACHE_SIZE = 4096
"""Names in the caches: the same people occur again and again."""


def parse_names(source: str) -> NativeNames:
    """Read a list of names.

    >>> parse_names("Knuth, Donald E. and van Gogh, Vincent")[1]
    NativeName(first='Vincent', von='van', last='Gogh', jr='', literal='')
    """
    return read_names(source).names


class ReadNames(NamedTuple):
    """A list of names, and what is odd about it."""

    names: NativeNames
    problems: tuple[Problem, ...] = ()


def read_names(source: str) -> ReadNames:
    """Read a list of names, and find what is odd about it."""
    source = one_line(source)
    if "&" in source:
        source = _ENTITY.sub(_entity, source)
    # A simple name holds no word "and", so that between simple ones every such word is a cut.
    simple = [*map(_SIMPLE.fullmatch, source.split(" and "))]
    if " et al" in source:
        return read_any_names(source)
    if None in simple and "\\" in source:
        simple = [*map(_SIMPLE.fullmatch, with_letters(source, NAME).split(" and "))]
    if None not in simple:
        return ReadNames(tuple([NativeName(name[2], "", name[1]) for name in simple if name]))
    return read_any_names(source)


# The semicolon of an entity parts no names.
_ENTITY = re.compile(r"(?:\\?&|\{\\?&\})(#?\w{1,31};)")


def _entity(match: re.Match[str]) -> str:
    char = decode_entities(f"&{match[1]}")
    return char if char.isalpha() else "\\&" if char == "&" else match[0]


def read_any_names(source: str) -> ReadNames:
    """Read a list of names in one line, simple or not."""
    items = _items(with_letters(source, NAME) if "\\" in source else source)
    people = [_decoded(item) for item, _ in items if not _ET_AL.fullmatch(item)]
    are_initials = misjoined.end_in_initials(people)
    names: list[NativeName] = []
    problems: list[Problem] = []
    is_joined = True
    for index, (item, masked) in enumerate(items, 1):
        if index == len(items) and _ET_AL.fullmatch(item):
            names.append(OTHERS)
            continue
        found, odd = _read_item(item, masked, are_initials)
        names += found
        problems += odd
        is_joined = is_joined and len(found) <= 1
    if not is_joined:
        problems.insert(0, problem(Code.BAD_NAME, "joined", names=source[:80]))
    return ReadNames(tuple(names), tuple(problems))


def _items(source: str) -> list[tuple[str, str]]:
    """Return what stands between the words "and", each with its masked text."""
    masked = _masked(source)
    items: list[tuple[str, str]] = []
    start = 0
    for match in [*_AND.finditer(masked), None]:
        end = len(source) if match is None else match.start()
        item = source[start:end]
        blanks = len(item) - len(item.lstrip(" ~"))
        item = item.strip(" ~")
        if item:
            items.append((item, masked[start + blanks : start + blanks + len(item)]))
        start = end if match is None else match.end()
    if items and (et_al := _ET_AL_BEHIND.search(items[-1][1])) is not None:
        item, masked = items.pop()
        bare = slice(et_al.start())
        items += (item[bare], masked[bare]), (et_al[1], et_al[1])
    return _with_joined_body(
        [(misjoined.without_last_comma(item), masked) for item, masked in items]
    )


def _with_joined_body(items: list[tuple[str, str]]) -> list[tuple[str, str]]:
    """Join the two halves of a body's name that has the word "and" in it."""
    if len(items) != _HALVES or not misjoined.is_body_with_and(items[0][0], items[1][0]):
        return items
    whole = f"{items[0][0]} and {items[1][0]}"
    return [(whole, whole)]


@lru_cache(CACHE_SIZE)
def _read_item(
    source: str, masked: str, are_initials: bool
) -> tuple[NativeNames, tuple[Problem, ...]]:
    """Read what stands between two words "and"; it may be several persons."""
    if _EXTENDED.match(masked) is None and (pieces := misjoined.cuts(source, masked)):
        behind = misjoined.end_in_initials([_decoded(piece) for piece in pieces])
        read = [_read_one(piece, _masked(piece), behind) for piece in pieces]
        return tuple(name for name, _ in read if any(name)), ()
    name, odd = _read_one(source, masked, are_initials)
    if name.literal.count(",") > _MOST_COMMAS and "{" not in source and not odd:
        odd = (problem(Code.BAD_NAME, "commas", name=name.literal),)
    return ((name,) if any(name) else ()), odd


def _read_one(
    source: str, masked: str, are_initials: bool
) -> tuple[NativeName, tuple[Problem, ...]]:
    """Read one name; what is odd about it is a problem."""
    if _SIMPLE.fullmatch(source) is None:
        bare, number = misjoined.homonym_number(source)
        if number:
            found = problem(Code.BAD_NAME, "homonym", number=number, name=bare)
            return _parse_name(bare, _masked(bare)), (found,)
        if masked.strip(_INSIDE) and misjoined.is_body(source, masked):
            body = _decoded(source)
            return NativeName(literal=body), (problem(Code.BAD_NAME, "body", name=body),)
        family, initials = misjoined.initials_behind(_decoded(source), are_all=are_initials)
        if family:
            given = written_given(initials.split())
            von, last = _von_last(family, family)
            found = problem(Code.BAD_NAME, "initials", name=source)
            return NativeName(given, von, last), (found,)
        if _EXTENDED.match(masked):
            return _extended(source, masked)
    return _parse_name(source, masked), ()


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


def _extended(source: str, masked: str) -> tuple[NativeName, tuple[Problem, ...]]:
    """Read a name with named parts (biblatex manual 2.3.3)."""
    parts: dict[str, str] = {}
    start = 0
    for place in [*_places(masked, ","), len(source)]:
        name, equals, value = source[start:place].partition("=")
        if equals:
            parts.setdefault(name.strip(" ~").lower(), _decoded(value))
        start = place + 1
    part = parts.get
    given = " ".join(filter(None, (part("given") or part("given-i", ""), part("middle", ""))))
    native = NativeName(given, part("prefix", ""), part("family", ""), part("suffix", ""))
    if not any(native):
        return NativeName(literal=source), ()
    unused = [key for key in parts if key not in _NAMED_PARTS and not _is_implied(key, parts)]
    if not unused:
        return native, ()
    text = ", ".join(f"{key}={parts[key]}" for key in unused)
    return native, (problem(Code.BAD_NAME, "parts", name=native.last, parts=text),)


_NAMED_PARTS = frozenset({"given", "family", "prefix", "suffix", "middle"})


def _is_implied(key: str, parts: dict[str, str]) -> bool:
    """Return whether the initials of a part say no more than the part, or stand for it."""
    whole, _, is_initials = key.partition("-")
    if is_initials != "i":
        return key == "useprefix" and parts[key].lower() == "true"
    full = parts.get(whole)
    if full is None:
        return whole == "given"
    letters = "".join(char for char in parts[key] if char.isalpha())
    initials = "".join(word[:1] for word in re.split(r"[ .-]+", full))
    return letters.casefold() == initials.casefold()


def unknown_commands(source: str, names: NativeNames) -> tuple[str, ...]:
    """Return the commands in a list of names that could not be decoded."""
    if "\\" not in source or not any("\\" in part for name in names for part in name):
        return ()
    return decode(source, NAME).kept


# ── writing ───────────────────────────────────────────────────────────────────────────────────────

_SYNTAX = re.compile(r"[,={;&]|\\|(?:\A| )and(?:\Z| )", re.IGNORECASE)


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


def carry_names(
    names: Any, *, extended: bool = False, letters: Callable[[str], str] = str
) -> NativeNames | None:
    """Return a list of names as reading returns it; ``None`` if it is not one.

    ``letters`` returns what is written of the letters of a list.
    """
    if isinstance(names, str):
        return parse_names(letters(encode(names, NAME))) or None
    if not isinstance(names, list | tuple) or not all(map(_is_native, names)):
        return None
    native = tuple(NativeName(*name) for name in names)
    return parse_names(letters(format_names(native, extended=extended))) or None


def _is_native(name: Any) -> bool:
    return (
        isinstance(name, list | tuple)
        and len(name) == len(NativeName._fields)
        and all(isinstance(part, str) for part in name)
    )
