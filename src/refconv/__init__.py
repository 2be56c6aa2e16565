"""References in one shape, needed in another.

::

    text ──split──▶ Record(key → raw values) ──table.read──▶ Reference
                                                                 │
    text ◀──join── Record(key → raw values) ◀──table.write───────┤
                                                                 │
                                 what the target cannot carry ▶ Loss

Reading order: :mod:`~refconv.model` (what a reference is), :mod:`~refconv.report` (what is said
beside it), :mod:`~refconv.fields`, :mod:`~refconv.codecs` and :mod:`~refconv.lens` (tables, and how
they read and write), :mod:`refconv.formats` (a syntax and a table each), :mod:`refconv.text` (free
text), :mod:`~refconv.losses`, :mod:`~refconv.pipeline` (all of it together), :mod:`~refconv.cli`.
"""

from refconv.keys import assign_ids
from refconv.losses import apply
from refconv.model import Date, Edge, ItemType, Name, Point, Reference
from refconv.pipeline import FORMATS, Writer, convert, dump, iter_load, load, parse, read, write
from refconv.report import (
    Block,
    Code,
    Converted,
    Diagnostic,
    Found,
    Loss,
    Origin,
    Read,
    Segment,
    Severity,
    Written,
)
from refconv.text import find, segments

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
    "read",
    "segments",
    "write",
]
