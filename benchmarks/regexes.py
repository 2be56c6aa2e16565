"""Find every regular expression of refconv, and make strings that are slow to match.

Patterns are those that a module makes on import, and those written in calls such as
``re.sub("…")``. A string for a pattern is what comes before one of its repetitions, followed by
what it repeats, many times.
"""

from __future__ import annotations

import ast
import importlib
import pkgutil
import re
import sys
from collections.abc import Callable, Iterator, Mapping, Sequence
from pathlib import Path
from re import _constants as sre  # type: ignore[attr-defined]
from re import _parser  # type: ignore[attr-defined]
from typing import Any, NamedTuple

from refconv.core import lazy_pattern

SOURCE = Path(__file__).parent.parent / "src" / "refconv"
METHODS = ("match", "fullmatch", "search", "sub", "subn", "split", "findall", "finditer")
APPLIED: Mapping[str, tuple[str, ...]] = {
    "page/markers.py _kind": ("match",),
    "page/markers.py _INSIDE": ("finditer",),
    "assemble/repair_rules.py _PUNCTUATION": ("fullmatch",),
    "assemble/repair_rules.py _LISTED": ("fullmatch",),
    "assemble/repair_rules.py _after": ("match",),
    "assemble/repair_rules.py _split": ("fullmatch",),
    "tag/tokens.py _DOI_PIECE": ("match",),
    "tag/tokens.py _URL_PIECE": ("match",),
    "values/name_pieces.py _KINDS": ("fullmatch",),
    "values/names.py _common": ("fullmatch", "finditer"),
}
"""How patterns are used that their own module does not apply."""
REPEATS = (sre.MAX_REPEAT, sre.MIN_REPEAT, sre.POSSESSIVE_REPEAT)
ONE = (sre.LITERAL, sre.NOT_LITERAL, sre.ANY, sre.CATEGORY, sre.IN)
"""The nodes that match one character."""
PROBES = " \n\ta\u00e9Aaeo1.,;:-–'\"()[]{}<>/\\@#%&$=+*?!|~^_\u4e00"


class Use(NamedTuple):
    """A pattern, where it is compiled, and the methods that are called on it.

    ``name`` is the file, and the name that the pattern is bound to or the function it is in.
    """

    name: str
    line: int
    pattern: re.Pattern[Any]
    methods: tuple[str, ...]

    @property
    def place(self) -> str:
        """The file, line and name."""
        file, _, name = self.name.partition(" ")
        return f"{file}:{self.line} {name}".rstrip()


def compiled() -> dict[tuple[str, int], list[re.Pattern[Any]]]:
    """Import all modules, and return the patterns that each line of them compiles."""
    found: dict[tuple[str, int], list[re.Pattern[Any]]] = {}
    original, lazy = re.compile, lazy_pattern.lazy_pattern

    def recording(pattern: Any, flags: Any = 0) -> re.Pattern[Any]:
        made: re.Pattern[Any] = original(pattern() if callable(pattern) else pattern, flags)
        frame = sys._getframe(1)
        if frame.f_code.co_filename.startswith(str(SOURCE)):
            found.setdefault((frame.f_code.co_filename, frame.f_lineno), []).append(made)
        return made

    # (Modules that are imported from here on take the function from there.)
    re.compile = lazy_pattern.lazy_pattern = recording
    try:
        package = importlib.import_module("refconv")
        for info in pkgutil.walk_packages(package.__path__, "refconv."):
            if not info.name.endswith(("__main__", "spark")):
                importlib.import_module(info.name)
    finally:
        re.compile, lazy_pattern.lazy_pattern = original, lazy
    return found


def uses() -> Iterator[Use]:
    """Yield all patterns, also those written where they are used."""
    trees = {str(path): ast.parse(path.read_text("utf-8")) for path in SOURCE.rglob("*.py")}
    called = {file: [*_calls(tree)] for file, tree in trees.items()}
    everywhere = [use for uses in called.values() for use in uses if not use[0].startswith("_")]
    for (file, line), patterns in sorted(compiled().items()):
        names, direct = _assigned(trees[file], line)
        calls = (*called[file], *everywhere)
        methods = {method for name, method in calls if name in names} | direct
        if not methods:
            # In a table: the methods that the module calls on names of its members.
            others = (use for use in called[file] if not use[0].isupper())
            methods = {method for _, method in others if method != "split"}
        name = _named(file, sorted(names) or _functions(trees[file], line))
        used = APPLIED.get(name, tuple(sorted(methods))) or ("search",)
        for pattern in dict.fromkeys(patterns):
            yield Use(name, line, pattern, used)
    for file, tree in trees.items():
        for node in ast.walk(tree):
            match node:
                case ast.Call(
                    func=ast.Attribute(value=ast.Name(id="re"), attr=method),
                    args=[ast.Constant(value=text), *_],
                ) if method in METHODS:
                    name = _named(file, _functions(tree, node.lineno))
                    yield Use(name, node.lineno, re.compile(text), (method,))


def _named(file: str, names: Sequence[str]) -> str:
    return " ".join([str(Path(file).relative_to(SOURCE)), *names[-1:]])


def _functions(tree: ast.Module, line: int) -> list[str]:
    """Return the names of the functions around a line, the innermost last."""
    return [
        node.name
        for node in ast.walk(tree)
        if isinstance(node, ast.FunctionDef) and node.lineno <= line <= (node.end_lineno or 0)
    ]


def _calls(tree: ast.AST) -> Iterator[tuple[str, str]]:
    """Yield the name whose method is used, and the method."""
    for node in ast.walk(tree):
        match node:
            case ast.Attribute(value=ast.Name(id=name), attr=method) if method in METHODS:
                yield name, method
            case ast.Attribute(value=ast.Attribute(attr=name), attr=method) if method in METHODS:
                yield name, method
            case ast.Attribute(value=ast.Subscript(value=ast.Name(id=name)), attr=method):
                if method in METHODS:
                    yield name, method


def _assigned(tree: ast.Module, line: int) -> tuple[set[str], set[str]]:
    """Return the names that a line's statement assigns, and the methods called on its value."""
    names: set[str] = set()
    methods: set[str] = set()
    for node in ast.walk(tree):
        if isinstance(node, ast.Assign | ast.AnnAssign) and node.lineno <= line <= (
            node.end_lineno or 0
        ):
            targets = node.targets if isinstance(node, ast.Assign) else [node.target]
            names |= {target.id for target in targets if isinstance(target, ast.Name)}
        match node:
            case ast.Attribute(value=ast.Call(func=ast.Attribute(attr="compile")), attr=method):
                if node.lineno <= line <= (node.end_lineno or 0):
                    methods.add(method)
    return names, methods


# ── strings for a pattern ────────────────────────────────────────────────────────────────


def strings(pattern: re.Pattern[Any]) -> Iterator[tuple[str, str]]:
    """Yield what comes before a repetition, and what it repeats, for each repetition."""
    seen: set[tuple[str, str]] = set()
    nodes = _parser.parse(pattern.pattern, pattern.flags)
    for prefix, pump in _pumps(nodes, "", _distinct(nodes)):
        for before in ("", prefix):
            if pump and (before, pump) not in seen:
                seen.add((before, pump))
                yield before, pump


def _distinct(nodes: Sequence[Any]) -> str:
    """Return one probe of each group that all parts of a pattern treat alike."""
    tests = dict.fromkeys(_characters(nodes))
    found: dict[tuple[bool, ...], str] = {}
    for char in PROBES:
        found.setdefault(tuple(fits(op, argument, char) for op, argument in tests), char)
    return "".join(found.values())


def _characters(nodes: Sequence[Any]) -> Iterator[tuple[Any, Any]]:
    """Yield the nodes that match one character, in all parts of a pattern."""
    for op, argument in nodes:
        if op in (sre.LITERAL, sre.NOT_LITERAL, sre.ANY, sre.CATEGORY):
            yield op, argument
        elif op is sre.IN:
            yield op, tuple(argument)
        for part in inner(op, argument):
            yield from _characters(part)


def _pumps(nodes: Sequence[Any], prefix: str, probes: str) -> Iterator[tuple[str, str]]:
    for position, (op, argument) in enumerate(nodes):
        if op in REPEATS and argument[1] > 8:
            yield from ((prefix, pump) for pump in _samples(argument[2], probes))
            # The beginning, many times: each of them may be matched up to the end.
            yield "", prefix + next(iter(_samples(argument[2], probes)), "")
        for part in inner(op, argument):
            yield from _pumps(part, prefix, probes)
        prefix += _sample(nodes[position : position + 1])
    if prefix:
        yield "", prefix


def inner(op: Any, argument: Any) -> Iterator[Sequence[Any]]:
    """Yield the parts of a node that are patterns themselves."""
    if op is sre.BRANCH:
        yield from argument[1]
    elif op in REPEATS:
        yield argument[2]
    elif op is sre.SUBPATTERN:
        yield argument[3]
    elif op in (sre.ASSERT, sre.ASSERT_NOT):
        yield argument[1]
    elif op is sre.ATOMIC_GROUP:
        yield argument


def _samples(nodes: Sequence[Any], probes: str) -> list[str]:
    """Return some of the strings that a pattern matches."""
    found = [_sample(nodes)]
    if len(nodes) == 1:
        op, argument = nodes[0]
        if op in (sre.IN, sre.NOT_LITERAL, sre.ANY, sre.CATEGORY):
            found += [char for char in probes if fits(op, argument, char)]
        for part in inner(op, argument):
            found += _samples(part, probes)
    return [*dict.fromkeys(found)]


def _sample(nodes: Sequence[Any]) -> str:
    """Return a string that a pattern matches, if it has no lookaround."""
    made = ""
    for op, argument in nodes:
        if op is sre.LITERAL:
            made += chr(argument)
        elif op in (sre.IN, sre.NOT_LITERAL, sre.ANY, sre.CATEGORY):
            made += next((char for char in "aA1 " + PROBES if fits(op, argument, char)), "")
        elif op in REPEATS:
            made += _sample(argument[2]) * max(argument[0], min(argument[1], 1))
        elif op not in (sre.ASSERT, sre.ASSERT_NOT):
            made += next((_sample(part) for part in inner(op, argument)), "")
    return made


def fits(op: Any, argument: Any, char: str) -> bool:
    """Return whether a node of one character matches a character."""
    code = ord(char)
    if op is sre.LITERAL:
        return bool(code == argument)
    if op is sre.ANY:
        return char != "\n"
    if op is sre.NOT_LITERAL:
        return bool(code != argument)
    if op is sre.CATEGORY:
        argument = [(op, argument)]
    negated = bool(argument) and argument[0][0] is sre.NEGATE
    tests: Mapping[Any, Callable[[Any], bool]] = {
        sre.LITERAL: lambda value: bool(code == value),
        sre.RANGE: lambda value: bool(value[0] <= code <= value[1]),
        sre.CATEGORY: lambda value: _CATEGORIES[value](char),
    }
    return bool(negated != any(tests[kind](value) for kind, value in argument if kind in tests))


_CATEGORIES: Mapping[Any, Callable[[str], bool]] = {
    sre.CATEGORY_DIGIT: str.isdecimal,
    sre.CATEGORY_NOT_DIGIT: lambda char: not char.isdecimal(),
    sre.CATEGORY_SPACE: str.isspace,
    sre.CATEGORY_NOT_SPACE: lambda char: not char.isspace(),
    sre.CATEGORY_WORD: lambda char: char.isalnum() or char == "_",
    sre.CATEGORY_NOT_WORD: lambda char: not (char.isalnum() or char == "_"),
}
