"""JSON of any format: cut into items, read in chunks, and told apart by the keys of its items.

:mod:`~refconv.formats.json.items` decodes a text item by item,
:mod:`~refconv.formats.json.records` finds the records in what was decoded, and
:mod:`~refconv.formats.json.marks` names the kind of JSON that a text is.
"""
