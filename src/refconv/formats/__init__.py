"""The formats that files are in: each is one file or folder, a syntax and a table.

Text goes in, records come out, and back; :mod:`refconv.core.lens` turns records into references.
Read :mod:`~refconv.formats.base` (what a format is), one format such as
:mod:`~refconv.formats.mods`, then :mod:`~refconv.formats.registry` (all of them by name) and
:mod:`~refconv.formats.sniff` (which of them a text is in). No format imports another.
"""
