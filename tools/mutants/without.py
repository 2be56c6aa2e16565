"""Import a module without a row of one of its tables.

The row is removed while the module is imported, right after the statement that defines the table:
what is built from the table later, there and elsewhere, is built without the row.
"""

from __future__ import annotations

import ast
import sys
from collections.abc import Callable, Iterator, Mapping, Sequence
from importlib.machinery import ModuleSpec, PathFinder, SourceFileLoader
from types import CodeType, ModuleType
from typing import Any, NamedTuple

from attrs import evolve

from tools.mutants.tables import defined

ROW, CODEC, KEY = "row", "codec", "key"
NO_KEY = "no key"
"""A key that no format has."""


class Mutant(NamedTuple):
    """A change of a table: a row is gone, has a codec that takes any text, or lacks a key.

    ``place`` is the row's index in the table, ``key`` that of the key in the row.
    """

    module: str
    table: str
    place: int
    kind: str
    label: str
    key: int = 0

    def __str__(self) -> str:
        return f"{self.module}:{self.table} {self.kind} {self.label}"


Change = Callable[[str, str, Any], Any]
"""Takes the names of a module and of a table, and the table; returns what replaces the table."""


class _Loader(SourceFileLoader):
    """Import a module with its tables replaced by what ``change`` returns for them."""

    def __init__(self, name: str, path: str, tables: Sequence[str], change: Change) -> None:
        super().__init__(name, path)
        self.tables = frozenset(tables)
        self.change = change

    def get_code(self, fullname: str) -> CodeType:
        """Return a module's code, with a statement after each of the tables."""
        source = self.get_data(self.get_filename(fullname))
        body: list[ast.stmt] = []
        for statement in ast.parse(source).body:
            body.append(statement)
            for name in filter(self.tables.__contains__, defined(statement)):
                again = ast.parse(f"{name} = __changed__({name!r}, {name})").body[0]
                body.append(ast.fix_missing_locations(ast.copy_location(again, statement)))
        return compile(ast.Module(body, []), self.path, "exec", dont_inherit=True)

    def exec_module(self, module: ModuleType) -> None:
        def changed(name: str, value: Any) -> Any:
            def change(value: Any) -> Any:
                return self.change(module.__name__, name, value)

            is_function = callable(value) and not name.isupper()
            return (
                (lambda *given, **named: change(value(*given, **named)))
                if is_function
                else change(value)
            )

        module.__dict__["__changed__"] = changed
        super().exec_module(module)


class Finder(PathFinder):
    """Find the modules whose tables are to be changed, before Python's own finders do."""

    def __init__(self, tables: Mapping[str, Sequence[str]], change: Change) -> None:
        self.tables = tables
        self.change = change

    def find_spec(  # type: ignore[override]
        self, fullname: str, path: Sequence[str] | None = None, target: ModuleType | None = None
    ) -> ModuleSpec | None:
        """Find a module; called by Python's import."""
        if fullname not in self.tables:
            return None
        spec = PathFinder.find_spec(fullname, path, target)
        if spec is not None and spec.origin is not None:
            spec.loader = _Loader(fullname, spec.origin, self.tables[fullname], self.change)
        return spec

    def install(self) -> None:
        """Use this finder for all modules that are imported from now on."""
        sys.meta_path.insert(0, self)


def mutants(module: str, table: str, value: Any) -> Iterator[Mutant]:
    """Yield the mutants of a table."""
    for place, row in enumerate(_members(value)):
        yield Mutant(module, table, place, ROW, _label(row))
        if type(row).__name__ == "Field" and not _takes_any_text(row):
            yield Mutant(module, table, place, CODEC, _label(row))
        if type(row).__name__ == "Field" and len(row.keys) > 1:
            for key, name in enumerate(row.keys):
                yield Mutant(module, table, place, KEY, f"{name} of {_label(row)}", key)


def without(mutant: Mutant) -> Finder:
    """Return the finder that makes a mutant."""

    def change(_module: str, table: str, value: Any) -> Any:
        return _changed(value, mutant) if table == mutant.table else value

    return Finder({mutant.module: [mutant.table]}, change)


def _members(value: Any) -> list[Any]:
    """Return the rows of a table in an order that is the same in all processes.

    Of a mapping to collections these are the members of the collections.
    """
    if _is_nested(value):
        return [(key, member) for key, members in value.items() for member in _ordered(members)]
    return [*value.items()] if _is_mapping(value) else _ordered(value)


def _is_nested(value: Any) -> bool:
    """Return whether a table is a mapping to sets, or to tuples of tuples."""
    return _is_mapping(value) and all(
        isinstance(members, set | frozenset)
        or (isinstance(members, tuple) and all(isinstance(member, tuple) for member in members))
        for members in value.values()
    )


def _ordered(members: Any) -> list[Any]:
    return sorted(members, key=repr) if isinstance(members, set | frozenset) else [*members]


def _is_mapping(value: Any) -> bool:
    return isinstance(value, Mapping)


def _changed(value: Any, mutant: Mutant) -> Any:
    members = _members(value)
    gone = members[mutant.place]
    if _is_nested(value):
        key, member = gone
        return {**value, key: type(value[key])(m for m in value[key] if m != member)}
    left = members[: mutant.place] + members[mutant.place + 1 :]
    if mutant.kind == CODEC:
        left.insert(mutant.place, evolve(gone, codec=_any_text(gone)))
    if mutant.kind == KEY:
        # The codec still needs as many.
        keys = (NO_KEY if i == mutant.key else key for i, key in enumerate(gone.keys))
        left.insert(mutant.place, evolve(gone, keys=tuple(keys)))
    if hasattr(value, "places"):
        return type(value)({name: value.places[name] for name, _ in left})
    return dict(left) if _is_mapping(value) else type(value)(left)


def _any_text(row: Any) -> Any:
    """Return a codec that takes the first text as it is, for any kind of variable."""
    from refconv.core import fields  # noqa: PLC0415 (only once the mutant is to be imported)
    from refconv.core.model import BY_NAME, Date, Name  # noqa: PLC0415

    kind = BY_NAME[row.variable].kind
    none: tuple[tuple[Any, ...], ...] = ((),) * (len(row.keys) - 1)

    def decode(raws: Any) -> Any:
        text = str(next(raw for values in raws for raw in values))
        made: Mapping[str, Callable[[], Any]] = {
            "names": lambda: fields.NameList((Name(literal=text),)),
            "date": lambda: Date(literal=text),
            "list": lambda: (text,),
        }
        return fields.Decoded(made.get(kind, lambda: text)())

    def encode(value: Any) -> Any:
        texts = value.names if kind == "names" else value if kind == "list" else (value,)
        return (tuple(map(str, texts)), *none)

    return fields.Codec(decode, encode)


def _takes_any_text(row: Any) -> bool:
    """Return whether a row's codec is the plain one of its format."""
    return row.codec.decode.__qualname__.startswith(("single.", "first.", "_first.")) and all(
        row.codec.decode(((text,),)).value == text for text in _SAMPLES
    )


_SAMPLES = (
    "a",
    "1-2 -- 3",
    "https://a.example/b c",
    "<i>a</i>",
    "a; b",
    "10.1000/1",
    "2001-02-03.",
)


def _label(row: Any) -> str:
    if type(row).__name__ == "Field":
        kinds = "" if row.types is None else f" ({', '.join(sorted(row.types))})"
        return f"{'/'.join(row.keys)} = {row.variable}{kinds}"
    if type(row).__name__ == "Alias":
        kinds = "" if row.types is None else f" ({', '.join(sorted(row.types))})"
        return f"{row.key} of {row.of}{kinds}"
    return " ".join(repr(row).split())[:90]
