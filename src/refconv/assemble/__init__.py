"""Labelled segments → a record: repaired, with an item type, ready for the label table.

The tagger's segments of one reference string go in, a :class:`~refconv.core.fields.Record` comes
out. Read :mod:`~refconv.assemble.record` (the steps in order), :mod:`~refconv.assemble.repair`,
:mod:`~refconv.assemble.item_types`, then :mod:`~refconv.assemble.label_table` and
:mod:`~refconv.assemble.label_codecs` (which variable a label is, and how its value is read).
"""
