"""Patterns of citation keys, in JabRef's and in Better BibTeX's language.

::

    JabRef          pattern  = text and markers, alternatives between "|"
                    marker   = "[" name {":" modifier} "]"        [auth:lower][year]
    Better BibTeX   formula  = sequence {("|" | ";") sequence}
                    sequence = term {"+" term}                    auth.lower + year
                    term     = (function | text | "(" sequence ")") {"." filter}
                    function, filter = name ["(" [name "="] value {"," …} ")"]

A pattern with a marker is JabRef's, any other is a formula. Both take the names of variables and
fields too (``[volume]``, ``volume``). The first alternative that is not empty makes the key.
"""

from __future__ import annotations

import inspect
import re
from collections.abc import Callable, Iterator, Mapping, Sequence
from difflib import get_close_matches
from functools import lru_cache
from typing import Any, NoReturn, TypeAlias

from attrs import field, frozen

from refconv.core.arguments import check_type
from refconv.core.keys import make_key
from refconv.core.model import Reference
from refconv.library.keys.key_filters import FILTERS, MODIFIERS, clean
from refconv.library.keys.key_parts import (
    FIELD_NAMES,
    FUNCTIONS,
    MARKERS,
    VARIABLE_BY_NAME,
    NextPatternError,
    field_text,
    variable_text,
)

Node: TypeAlias = Callable[[Reference], str]
"""A compiled part of a pattern."""


class KeyPatternError(ValueError):
    """A pattern that cannot be read: the message has what is wrong, where, and what is known."""


@frozen
class KeyPattern:
    """A pattern of citation keys.

    Raises:
        KeyPatternError: if the pattern cannot be read; it names the part and its place.

    >>> reference = Reference(title="On ice", issued=2020)
    >>> KeyPattern("[veryshorttitle:upper][year]").key(reference)
    'ICE2020'
    >>> KeyPattern("shorttitle(1, 1) + '_' + shortyear").key(reference)
    'Ice_20'
    """

    text: str
    _alternatives: tuple[Node, ...] = field(init=False, repr=False, eq=False)

    def __attrs_post_init__(self) -> None:
        check_type(self.text, str, "pattern", "a text")
        nodes = (_Markers if has_markers(self.text) else _Formula)(self.text).alternatives()
        object.__setattr__(self, "_alternatives", nodes)

    def key(self, reference: Reference) -> str:
        """Return the key of a reference, in ASCII and not empty; others may have the same."""
        for alternative in self._alternatives:
            try:
                key = clean(alternative(reference))
            except NextPatternError:
                continue
            if key:
                return key
        return make_key(reference)


@lru_cache(maxsize=8)
def key_pattern(text: str) -> KeyPattern:
    """Return a pattern, compiled once."""
    return KeyPattern(text)


_QUOTED = re.compile(r"'(?:[^'\\]|\\.)*'|\"(?:[^\"\\]|\\.)*\"|/(?:[^/\\\n]|\\.)+/")


def has_markers(text: str) -> bool:
    """Return whether a pattern is JabRef's: whether it has a bracket outside texts in quotes."""
    return "[" in _QUOTED.sub("", text)


def _fail(text: str, place: int, wrong: str, hint: str = "") -> NoReturn:
    advice = f" ({hint})" if hint else ""
    raise KeyPatternError(f"{wrong} at character {place + 1} of the key pattern {text!r}{advice}")


_LIKE_AUTHORS = ("edtr", "editorI", "editorL", "editors", "pureauth")


def _fail_unknown(text: str, place: int, kind: str, name: str, known: Sequence[str]) -> NoReturn:
    by_case = {one.lower(): one for one in (*known, *FIELD_NAMES)}
    near = get_close_matches(name.lower(), by_case, 1)
    meant = f"did you mean {by_case[near[0]]!r}? " if near else ""
    # Markers for editors alone are spelled as those for authors.
    listed = [one for one in known if not one.startswith(_LIKE_AUTHORS)]
    others = ", edtr and pureauth as auth" if len(listed) < len(known) else ""
    fields = "" if kind in ("filter", "modifier", "flag") else ", and variables such as volume"
    hint = f"{meant}known: {', '.join(listed)}{others}{fields}"
    _fail(text, place, f"unknown {kind} {name!r}", hint)


# ── values and arguments ──────────────────────────────────────────────────────────────────────────

_TOKEN = re.compile(
    r"(?P<number>-?\d+)|(?P<name>[A-Za-z_]\w*(?:-[A-Za-z]\w*)*)"
    r"|(?P<string>'(?:[^'\\]|\\.)*'|\"(?:[^\"\\]|\\.)*\")"
    r"|(?P<mark><=|>=|==|!=|[-+.,;|()=<>])"
)
_REGEX = re.compile(r"/((?:[^/\\\n]|\\.)+)/([a-z]*)")
_ESCAPED = re.compile(r"\\([\\'\"])")
_WORDS = {"true": True, "false": False}
_KINDS: Mapping[str, tuple[type, ...]] = {
    "int": (int,),
    "bool": (bool,),
    "str": (str,),
    "str | re.Pattern[str]": (str, re.Pattern),
    "re.Pattern[str]": (re.Pattern,),
}
_KIND_NAMES = {
    "int": "a number",
    "bool": "true or false",
    "str": "a text",
    "str | re.Pattern[str]": "a text or a regular expression",
    "re.Pattern[str]": "a regular expression",
}


class _Scanner:
    """Reads the tokens of a pattern from a place on."""

    def __init__(self, text: str, place: int = 0) -> None:
        self.text, self.place = text, place

    def peek(self) -> str:
        """Return the next mark or the first character of the next token; empty at the end."""
        while self.text[self.place : self.place + 1].isspace():
            self.place += 1
        match = _TOKEN.match(self.text, self.place)
        if match and match.lastgroup == "mark":
            return match[0]
        return self.text[self.place : self.place + 1]

    def take(self, mark: str) -> bool:
        """Read a mark if it is next."""
        if self.peek() != mark:
            return False
        self.place += len(mark)
        return True

    def need(self, mark: str) -> None:
        """Read a mark that must be next."""
        if not self.take(mark):
            self.fail_here(f"{mark!r} expected")

    def fail_here(self, wrong: str) -> NoReturn:
        """Raise an error about the next character."""
        found = self.peek()
        _fail(self.text, self.place, f"{wrong}, but {found!r} found" if found else wrong)

    def token(self, group: str) -> str | None:
        """Read a token of a kind if it is next."""
        self.peek()
        match = _TOKEN.match(self.text, self.place)
        if match is None or match.lastgroup != group:
            return None
        self.place = match.end()
        return match[0]

    def string(self) -> str | None:
        """Read a text in quotes if it is next."""
        found = self.token("string")
        return None if found is None else _ESCAPED.sub(r"\1", found[1:-1])

    def value(self) -> Any:
        """Read the value of an argument."""
        if (text := self.string()) is not None:
            return text
        if (number := self.token("number")) is not None:
            return int(number)
        if (name := self.token("name")) is not None:
            return _WORDS.get(name, name)
        if self.peek() == "/" and (match := _REGEX.match(self.text, self.place)):
            start, self.place = self.place, match.end()
            return self.regex(match[1], start, re.IGNORECASE if "i" in match[2] else re.NOFLAG)
        mark = self.peek()
        if mark in ("<", "<=", "==", "!=", ">=", ">"):
            self.place += len(mark)
            return mark
        return self.fail_here("a value expected")

    def regex(self, text: str, place: int, flags: re.RegexFlag = re.NOFLAG) -> re.Pattern[str]:
        """Return a regular expression."""
        try:
            return re.compile(text, flags)
        except re.error as error:
            _fail(self.text, place, f"regular expression {text!r} cannot be read", str(error))

    def arguments(self) -> tuple[list[Any], dict[str, Any]]:
        """Read arguments in parentheses, if there are any."""
        values: list[Any] = []
        named: dict[str, Any] = {}
        if not self.take("("):
            return values, named
        while not self.take(")"):
            start = self.place
            name = self.token("name")
            if name is not None and self.peek() == "=":
                self.need("=")
                named[name] = self.value()
            else:
                self.place = start
                values.append(self.value())
            if not self.take(",") and self.peek() != ")":
                self.fail_here("',' or ')' expected")
        return values, named


def _bound(
    function: Callable[..., str],
    values: Sequence[Any],
    named: Mapping[str, Any],
    where: tuple[str, int, str],
) -> tuple[tuple[Any, ...], dict[str, Any]]:
    """Return the arguments of a function, checked; ``where`` are pattern, place and name."""
    text, place, name = where
    signature = inspect.signature(function)
    try:
        bound = signature.bind("", *values, **named)
    except TypeError as error:
        allowed = ", ".join([*signature.parameters][1:]) or "none"
        _fail(text, place, f"wrong arguments of {name!r}: {error}", f"it takes {allowed}")
    for key, given in [*bound.arguments.items()][1:]:
        kind = str(signature.parameters[key].annotation)
        for one in given if isinstance(given, tuple) else (given,):
            if not isinstance(one, _KINDS[kind]) or (kind == "int" and isinstance(one, bool)):
                _fail(text, place, f"{key} of {name!r} must be {_KIND_NAMES[kind]}, not {one!r}")
    return bound.args[1:], bound.kwargs


def _call(
    function: Callable[..., str],
    values: Sequence[Any],
    named: Mapping[str, Any],
    where: tuple[str, int, str],
) -> Node:
    """Return a function with its arguments as a node."""
    args, kwargs = _bound(function, values, named, where)
    if function is FUNCTIONS["field"]:
        _check_field(str(args[0]), where)
    return lambda reference: function(reference, *args, **kwargs)


def _check_field(name: str, where: tuple[str, int, str]) -> None:
    try:
        field_text(Reference(), name)
    except LookupError:
        _fail_unknown(*where[:2], "variable", name, FIELD_NAMES[:20])


def _filtered(
    node: Node,
    function: Callable[..., str],
    values: Sequence[Any],
    named: Mapping[str, Any],
    where: tuple[str, int, str],
) -> Node:
    """Return a node whose text goes through a filter."""
    args, kwargs = _bound(function, values, named, where)
    try:
        function("", *args, **kwargs)
    except NextPatternError:
        pass  # a test, which an empty text fails
    except (ValueError, re.error) as error:
        _fail(where[0], where[1], f"{where[2]!r} cannot be applied: {error}")
    return lambda reference: function(node(reference), *args, **kwargs)


def _literal(text: str) -> Node:
    return lambda _: text


def _joined(nodes: Sequence[Node]) -> Node:
    given = tuple(nodes)
    return lambda reference: "".join(node(reference) for node in given)


def _variable(name: str) -> Node:
    variable = VARIABLE_BY_NAME[name]
    return lambda reference: variable_text(reference, variable)


# ── Better BibTeX's formulas ──────────────────────────────────────────────────────────────────────

_FUNCTIONS_BY_CASE = {name.lower(): name for name in FUNCTIONS}
_FILTERS_BY_CASE = {name.lower(): name for name in FILTERS}


class _Formula:
    """Compiles a formula."""

    def __init__(self, text: str) -> None:
        self._scan = _Scanner(text)

    def alternatives(self) -> tuple[Node, ...]:
        """Return the alternatives of the formula."""
        found = [self._sequence()]
        while self._scan.take("|") or self._scan.take(";"):
            if not self._scan.peek():
                break
            found.append(self._sequence())
        if self._scan.peek():
            self._scan.fail_here("'+', '.' or '|' expected")
        return tuple(found)

    def _sequence(self) -> Node:
        nodes = [self._term()]
        while self._scan.take("+"):
            nodes.append(self._term())
        return _joined(nodes)

    def _term(self) -> Node:
        node = self._primary()
        while self._scan.take("."):
            node = self._filter(node)
        return node

    def _primary(self) -> Node:
        if self._scan.take("("):
            node = self._sequence()
            self._scan.need(")")
            return node
        if (text := self._scan.string()) is not None:
            return _literal(text)
        self._scan.peek()
        place = self._scan.place
        name = self._scan.token("name")
        if name is None:
            self._scan.fail_here("a function or a text in quotes expected")
        return self._function(name, place)

    def _function(self, name: str, place: int) -> Node:
        text, known = self._scan.text, _FUNCTIONS_BY_CASE.get(name.lower())
        # With a capital it is the field: ``Title`` has all words of the title.
        is_field = name.lower() in VARIABLE_BY_NAME and (known is None or name[0].isupper())
        values, named = self._scan.arguments()
        if is_field:
            if values or named:
                _fail(text, place, f"the variable {name!r} takes no arguments")
            return _variable(name.lower())
        if known is None:
            _fail_unknown(text, place, "function", name, [*FUNCTIONS])
        return _call(FUNCTIONS[known], values, named, (text, place, name))

    def _filter(self, node: Node) -> Node:
        self._scan.peek()
        place = self._scan.place
        name = self._scan.token("name")
        if name is None:
            self._scan.fail_here("a filter expected")
        known = _FILTERS_BY_CASE.get(name.lower())
        if known is None:
            _fail_unknown(self._scan.text, place, "filter", name, [*FILTERS])
        values, named = self._scan.arguments()
        return _filtered(node, FILTERS[known], values, named, (self._scan.text, place, name))


# ── JabRef's markers ──────────────────────────────────────────────────────────────────────────────

_NUMBERED = re.compile(r"(?P<name>.*?[^\d_])(?P<n>\d+)?(?:_(?P<m>\d+))?")
_UNWANTED = re.compile(r"[-:!?;\N{HYPHEN}-\N{HORIZONTAL BAR}]")
"""What JabRef leaves out of the values of markers, and keeps in the text between them."""
_MODIFIERS_BY_CASE = {name.lower(): name for name in MODIFIERS}
_MARKERS_BY_CASE = {name.lower(): name for name in MARKERS}


class _Markers:
    """Compiles a pattern with markers."""

    def __init__(self, text: str) -> None:
        self._text = text

    def alternatives(self) -> tuple[Node, ...]:
        """Return the alternatives of the pattern."""
        found: list[list[Node]] = [[]]
        for place, part in self._parts():
            if part == "|":
                found.append([])
            elif part.startswith("["):
                found[-1].append(self._marker(part[1:-1], place + 1))
            else:
                found[-1].append(_literal(part))
        return tuple(_joined(nodes) for nodes in found if nodes)

    def _parts(self) -> Iterator[tuple[int, str]]:
        """Yield markers with their brackets, bars, and the text between, with their places."""
        place = 0
        for match in re.finditer(r"[^\[\]|]+|[\[\]|]", self._text):
            if match.start() < place:
                continue
            part = match[0]
            if part == "]":
                _fail(self._text, match.start(), "']' without '['")
            if part == "[":
                part = self._text[match.start() : self._end(match.start())]
            place = match.start() + len(part)
            yield match.start(), part

    def _end(self, start: int) -> int:
        """Return where a marker ends, whose texts in quotes may hold brackets."""
        masked = _TEXT.sub(lambda found: "_" * len(found[0]), self._text[start:])
        end = masked.find("]")
        if end < 0:
            _fail(self._text, start, "'[' without ']'")
        return start + end + 1

    def _marker(self, inner: str, place: int) -> Node:
        parts = [*_split(inner, ":")]
        node = self._named(parts[0][1].strip(), place)
        for offset, modifier in parts[1:]:
            node = self._modified(node, modifier.strip(), place + offset)
        return lambda reference: _UNWANTED.sub("", node(reference))

    def _named(self, given: str, place: int) -> Node:
        name, _, flag = given.partition("+")
        # A field name in capitals is the field itself: ``[TITLE]`` has all words of the title.
        if name not in MARKERS and name.lower() in VARIABLE_BY_NAME:
            return _variable(name.lower())
        match = _NUMBERED.fullmatch(name)
        if match is None:
            _fail_unknown(self._text, place, "marker", name, [*MARKERS])
        known = name if name in MARKERS else _MARKERS_BY_CASE.get(match["name"].lower())
        if known is None:
            _fail_unknown(self._text, place, "marker", name, [*MARKERS])
        function, numbered, fixed = MARKERS[known]
        arguments = dict(fixed)
        numbers = [int(number) for number in (match["n"], match["m"]) if number]
        if len(numbers) > len(numbered):
            _fail(self._text, place, f"the marker {known!r} takes no number {numbers[-1]}")
        arguments |= zip(numbered, numbers, strict=False)
        if flag:
            if flag != "initials" or "initials" not in inspect.signature(function).parameters:
                _fail_unknown(self._text, place + len(name) + 1, "flag", flag, ["initials"])
            arguments["initials"] = True
        return _call(function, [], arguments, (self._text, place, name))

    def _modified(self, node: Node, given: str, place: int) -> Node:
        if given.startswith("(") and given.endswith(")"):
            return _filtered(node, FILTERS["default"], [given[1:-1]], {}, (self._text, place, ""))
        match = re.match(r"[A-Za-z_]+", given)
        name = match[0] if match else given
        known = _MODIFIERS_BY_CASE.get(name.lower())
        if known is None:
            _fail_unknown(self._text, place, "modifier", name, [*MODIFIERS])
        values, named = self._arguments(known, given[len(name) :], place + len(name))
        return _filtered(node, MODIFIERS[known], values, named, (self._text, place, name))

    def _arguments(self, name: str, given: str, place: int) -> tuple[list[Any], dict[str, Any]]:
        """Return the arguments of a modifier, as in ``truncate3`` or ``regex("a", "b")``."""
        if not given:
            return [], {}
        if given.isdecimal():
            return [int(given)], {}
        if given.startswith("="):
            parts = [part for _, part in _split(given[1:], ",")]
            return [int(part) if part.lstrip("-").isdecimal() else part for part in parts], {}
        scan = _Scanner(self._text, place)
        if scan.peek() != "(":
            scan.fail_here(f"the arguments of {name!r} expected")
        values, named = scan.arguments()
        if name == "regex" and values and isinstance(values[0], str):
            values[0] = scan.regex(values[0], place)
        return values, named


_TEXT = re.compile(r"\"(?:[^\"\\]|\\.)*\"|'(?:[^'\\]|\\.)*'|(?<=:)\([^()]*\)")


def _split(text: str, mark: str) -> Iterator[tuple[int, str]]:
    """Yield the parts of a text between marks outside quotes, with their places."""
    masked = _TEXT.sub(lambda found: "_" * len(found[0]), text)
    start = 0
    for part in masked.split(mark):
        yield start, text[start : start + len(part)]
        start += len(part) + len(mark)
