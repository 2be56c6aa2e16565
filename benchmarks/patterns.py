"""How the time of every regular expression grows: python -m benchmarks.patterns [WORD].

Each pattern that a module of refconv compiles is given strings made against it: what comes before
each of its repetitions, then what that repeats, again and again, then what fits nowhere. It is used
as the module uses it (``match``, ``search``, ``sub`` and so on). Printed are the patterns whose
time grows faster than their string: the exponent is 1 where twice the length takes twice the time,
2 where it takes four times as long. Those of :data:`BOUNDED` never see a long string.
"""

from __future__ import annotations

import ast
import importlib
import math
import pkgutil
import re
import signal
import sys
import time
from collections.abc import Callable, Iterator, Mapping, Sequence
from pathlib import Path
from re import _constants as sre  # type: ignore[attr-defined]
from re import _parser  # type: ignore[attr-defined]
from typing import Any, NamedTuple

SOURCE = Path(__file__).parent.parent / "src" / "refconv"
METHODS = ("match", "fullmatch", "search", "sub", "subn", "split", "findall", "finditer")
SHORT, LONG = 4000, 16_000
LEAST = 0.004
"""Seconds for :data:`SHORT` characters below which a pattern is not looked at any further."""
GROWS = 1.35
_CLEAR = 1.5
PATIENCE = 0.2
"""Seconds after which a string is given up for a shorter one."""
PROBES = " \n\ta\u00e9Aaeo1.,;:-–'\"()[]{}<>/\\@#%&$=+*?!|~^_\u4e00"
ENDS = ("\0", "")

BOUNDED: Mapping[str, str] = {
    "_NUMBERING": "a heading has no more than 80 characters",
    "_ORCID": "contributors are looked for in lines of no more than 200 characters",
}
"""Patterns that grow faster, and what keeps their strings short."""


class Use(NamedTuple):
    """A pattern, where it is compiled, and the methods that are called on it."""

    place: str
    pattern: re.Pattern[Any]
    methods: tuple[str, ...]


def compiled() -> dict[tuple[str, int], list[re.Pattern[Any]]]:
    """Import all modules; give the patterns that each line of them compiles."""
    found: dict[tuple[str, int], list[re.Pattern[Any]]] = {}
    original = re.compile

    def remember(pattern: Any, flags: Any = 0) -> re.Pattern[Any]:
        made: re.Pattern[Any] = original(pattern, flags)
        frame = sys._getframe(1)
        if frame.f_code.co_filename.startswith(str(SOURCE)):
            found.setdefault((frame.f_code.co_filename, frame.f_lineno), []).append(made)
        return made

    re.compile = remember
    try:
        package = importlib.import_module("refconv")
        for info in pkgutil.walk_packages(package.__path__, "refconv."):
            if not info.name.endswith(("__main__", "spark")):
                importlib.import_module(info.name)
    finally:
        re.compile = original
    return found


def uses() -> Iterator[Use]:
    """Give all patterns, those too that are written where they are used."""
    trees = {str(path): ast.parse(path.read_text("utf-8")) for path in SOURCE.rglob("*.py")}
    called = {file: [*_calls(tree)] for file, tree in trees.items()}
    everywhere = [use for uses in called.values() for use in uses if not use[0].startswith("_")]
    for (file, line), patterns in sorted(compiled().items()):
        names, direct = _assigned(trees[file], line)
        own = (*called[file], *everywhere)
        methods = {method for name, method in own if name in names} | direct
        if not methods:
            # In a table: called on what the module, or whoever has the table, calls its members.
            others = (use for use in called[file] if not use[0].isupper())
            methods = {method for _, method in others if method != "split"}
        place = f"{Path(file).relative_to(SOURCE)}:{line} {' '.join(sorted(names))}".strip()
        for pattern in dict.fromkeys(patterns):
            yield Use(place, pattern, tuple(sorted(methods & {*METHODS})) or ("search",))
    for file, tree in trees.items():
        for node in ast.walk(tree):
            match node:
                case ast.Call(
                    func=ast.Attribute(value=ast.Name(id="re"), attr=method),
                    args=[ast.Constant(value=text), *_],
                ) if method in METHODS:
                    place = f"{Path(file).relative_to(SOURCE)}:{node.lineno}"
                    yield Use(place, re.compile(text), (method,))


def _calls(tree: ast.AST) -> Iterator[tuple[str, str]]:
    """Give the last names of what methods are asked for, and the methods."""
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
    """Give the names that a line's statement assigns, and the methods called on what it makes."""
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


# ── strings made against a pattern ────────────────────────────────────────────────────────────────


def strings(pattern: re.Pattern[Any]) -> Iterator[tuple[str, str]]:
    """Give what comes before a repetition, and what it repeats, for each and for what is near."""
    seen: set[tuple[str, str]] = set()
    for prefix, pump in _pumps(_parser.parse(pattern.pattern, pattern.flags), ""):
        for before in ("", prefix):
            if pump and (before, pump) not in seen:
                seen.add((before, pump))
                yield before, pump


def _pumps(nodes: Sequence[Any], prefix: str) -> Iterator[tuple[str, str]]:
    for position, (op, argument) in enumerate(nodes):
        inner = list(_inner(op, argument))
        if op in (sre.MAX_REPEAT, sre.MIN_REPEAT, sre.POSSESSIVE_REPEAT) and argument[1] > 8:
            yield from ((prefix, pump) for pump in _samples(argument[2]))
            # What the pattern begins with, again and again: each beginning may look far.
            yield "", prefix + next(iter(_samples(argument[2])), "")
        for part in inner:
            yield from _pumps(part, prefix)
        prefix += _sample(nodes[position : position + 1])
    if prefix:
        yield "", prefix


def _inner(op: Any, argument: Any) -> Iterator[Sequence[Any]]:
    """Give the parts of a node that are patterns themselves."""
    if op is sre.BRANCH:
        yield from argument[1]
    elif op in (sre.MAX_REPEAT, sre.MIN_REPEAT, sre.POSSESSIVE_REPEAT):
        yield argument[2]
    elif op is sre.SUBPATTERN:
        yield argument[3]
    elif op in (sre.ASSERT, sre.ASSERT_NOT):
        yield argument[1]
    elif op is sre.ATOMIC_GROUP:
        yield argument


def _samples(nodes: Sequence[Any]) -> list[str]:
    """Give some of the strings that a pattern matches."""
    found = [_sample(nodes)]
    if len(nodes) == 1:
        op, argument = nodes[0]
        if op in (sre.IN, sre.NOT_LITERAL, sre.ANY, sre.CATEGORY):
            found += [char for char in PROBES if _fits(op, argument, char)]
        for part in _inner(op, argument):
            found += _samples(part)
    return [*dict.fromkeys(found)]


def _sample(nodes: Sequence[Any]) -> str:
    """Give a string that a pattern matches, as long as nothing looks around."""
    made = ""
    for op, argument in nodes:
        if op is sre.LITERAL:
            made += chr(argument)
        elif op in (sre.IN, sre.NOT_LITERAL, sre.ANY, sre.CATEGORY):
            made += next((char for char in "aA1 " + PROBES if _fits(op, argument, char)), "")
        elif op in (sre.MAX_REPEAT, sre.MIN_REPEAT, sre.POSSESSIVE_REPEAT):
            made += _sample(argument[2]) * max(argument[0], min(argument[1], 1))
        elif op not in (sre.ASSERT, sre.ASSERT_NOT):
            made += next((_sample(part) for part in _inner(op, argument)), "")
    return made


def _fits(op: Any, argument: Any, char: str) -> bool:
    """Tell whether a node of one character matches one."""
    code = ord(char)
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

# ── time ──────────────────────────────────────────────────────────────────────────────────────────


def seconds(use: Use, method: str, text: Any) -> float:
    """Time a method on a string."""
    call = getattr(use.pattern, method)
    signal.setitimer(signal.ITIMER_VIRTUAL, PATIENCE)
    began = time.process_time()
    try:
        if method in ("sub", "subn"):
            call(text[:0], text)
        elif method == "finditer":
            for _ in call(text):
                pass
        else:
            call(text)
    except TimeoutError:
        return PATIENCE
    finally:
        signal.setitimer(signal.ITIMER_VIRTUAL, 0)
    return time.process_time() - began


def _stop(*_: object) -> None:
    raise TimeoutError


class Worst(NamedTuple):
    """The string on which a pattern grows fastest."""

    exponent: float
    method: str
    before: str
    pump: str
    seconds: float
    length: int


def worst(use: Use) -> Worst | None:
    """Give the string on which a pattern grows fastest, if any takes noticeable time."""
    found: Worst | None = None
    for method in use.methods:
        for before, pump in strings(use.pattern):
            if found is not None and found.exponent > _CLEAR:
                break
            for end in ENDS:
                one = _growth(use, method, (before, pump, end))
                if one is not None and (found is None or one.exponent > found.exponent):
                    found = one
    return found


def _growth(use: Use, method: str, parts: tuple[str, str, str]) -> Worst | None:
    before, pump, end = parts

    def taken(length: int) -> float:
        text: Any = before + pump * (length // len(pump)) + end
        if isinstance(use.pattern.pattern, bytes):
            text = text.encode()
        return seconds(use, method, text)

    length = SHORT
    now = taken(length)
    if now < LEAST:
        return None
    while now >= PATIENCE and length > 20:
        length, now = length // 2, taken(length // 2)
    while length < LONG and now < 0.1:
        length, now = 2 * length, min(taken(2 * length), taken(2 * length))
    half = min(taken(length // 2) for _ in range(2))
    exponent = math.log2(now / half) if half and now else 0.0
    return Worst(exponent, method, before, pump, now, length)


def main(wanted: str) -> None:
    """Measure all, and print what grows."""
    signal.signal(signal.SIGVTALRM, _stop)
    count = grows = 0
    for use in uses():
        if wanted not in use.place:
            continue
        count += 1
        found = worst(use)
        if found is None or found.exponent < GROWS:
            continue
        name = use.place.rpartition(" ")[2]
        why = BOUNDED.get(name)
        grows += why is None
        print(
            f"{use.place}: n^{found.exponent:.1f}, {found.method} of {found.before!r} + "
            f"{found.pump!r} …, {found.seconds:.3f} s at {found.length:,}"
            + (f"; bounded: {why}" if why else ""),
            flush=True,
        )
    print(f"{count} patterns, {grows} grow faster than their strings")
    sys.exit(grows > 0)


if __name__ == "__main__":
    main(sys.argv[1] if len(sys.argv) > 1 else "")
