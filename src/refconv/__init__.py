"""Convert references between free text, bibliography files and databases' exports.

::

    text ──split──▶ Record(key → raw values) ──decode──▶ Reference
                                                            │
    text ◀──join── Record(key → raw values) ◀──encode───────┤
                                                            │
                             what the target cannot hold ▶ Loss

Imports run one way::

    cli, web, spark → io → page → tag → assemble, documents, library, review → formats, clients
    → values → core

Reading order: :mod:`refconv.core` (what a reference is, tables, and how they read and write),
:mod:`refconv.values` (dates, names, identifiers), :mod:`refconv.formats` (a syntax and a table
each), :mod:`refconv.page`, :mod:`refconv.tag` and :mod:`refconv.assemble` (free text),
:mod:`refconv.io` (all of it together), :mod:`refconv.cli`.

Each name below is imported from its module when it is first asked for.
"""

from importlib import import_module
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from refconv.core.codes import Code, Severity
    from refconv.core.diagnostics import Diagnostic, Span
    from refconv.core.keys import assign_ids
    from refconv.core.losses import apply
    from refconv.core.model import Date, Edge, ItemType, Name, Point, Reference
    from refconv.core.report import Block, Converted, Found, Loss, Origin, Read, Segment, Written
    from refconv.formats.style import Style
    from refconv.io.api import (
        FORMATS,
        Writer,
        convert,
        dump,
        iter_load,
        load,
        parse,
        parse_strings,
        read,
        write,
    )
    from refconv.page import find
    from refconv.tag import segments

__version__ = "0.1.0"

__all__ = [
    "FORMATS",
    "Block",
    "Code",
    "Converted",
    "Date",
    "Diagnostic",
    "Edge",
    "Found",
    "ItemType",
    "Loss",
    "Name",
    "Origin",
    "Point",
    "Read",
    "Reference",
    "Segment",
    "Severity",
    "Span",
    "Style",
    "Writer",
    "Written",
    "apply",
    "assign_ids",
    "convert",
    "dump",
    "find",
    "iter_load",
    "load",
    "parse",
    "parse_strings",
    "read",
    "segments",
    "write",
]

# Of each module, the names that are the package's own. (Type checkers follow the imports above.)
_HOMES = {
    "core.codes": "Code Severity",
    "core.diagnostics": "Diagnostic Span",
    "core.keys": "assign_ids",
    "core.losses": "apply",
    "core.model": "Date Edge ItemType Name Point Reference",
    "core.report": "Block Converted Found Loss Origin Read Segment Written",
    "formats.style": "Style",
    "io.api": "FORMATS Writer convert dump iter_load load parse parse_strings read write",
    "page": "find",
    "tag": "segments",
}
_HOME_OF = {name: home for home, names in _HOMES.items() for name in names.split()}

_MODULES = ("library", "spark", "strategies")
"""Modules that are found without importing them by name."""

_ELSEWHERE = {
    "dumps": "write() returns the text",
    "loads": "read() reads a text",
    "open": "load() reads a file",
    "parse_file": "load() reads a file",
    "read_file": "load() reads a file",
    "write_file": "dump() writes a file",
    "save": "dump() writes a file",
    "detect": "read() and load() detect the format, and return it as Read.format",
    "convert_text": "write(read(text), format) converts a text",
}
"""Functions of other libraries, and what does the same here."""

if not TYPE_CHECKING:  # or a type checker would take any name for one of the package

    def __getattr__(name: str) -> Any:
        if name in _MODULES:
            return import_module(f"{__name__}.{name}")
        if name not in _HOME_OF:
            hint = f" ({_ELSEWHERE[name]})" if name in _ELSEWHERE else ""
            raise AttributeError(f"module {__name__!r} has no attribute {name!r}{hint}")
        value = getattr(import_module(f"{__name__}.{_HOME_OF[name]}"), name)
        globals()[name] = value
        return value

    def __dir__() -> list[str]:
        return sorted({*globals(), *__all__})
