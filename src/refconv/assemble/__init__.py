"""Labelled segments → a record: repaired, with an item type, ready for the label table.

In go the tagger's segments of one reference string, out comes a
:class:`~refconv.core.fields.Record`. Read :mod:`~refconv.assemble.record` first: its list ``STEPS``
names each step, in order, and each step's module holds what it does;
:mod:`~refconv.assemble.repair_rules` and :mod:`~refconv.assemble.item_types` are their tables. Then
:mod:`~refconv.assemble.label_table`: the variable of each label and the codec that reads it
(:mod:`~refconv.assemble.label_codecs`, with fast paths in :mod:`~refconv.assemble.fast`).
"""
