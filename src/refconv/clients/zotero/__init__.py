"""What Zotero stores of a file: a reader that models its import, driven by measured tables.

::

    text ──(reader of the format)──▶ DraftItem ──(storing)──▶ ZoteroItem

Reading order: :mod:`~refconv.clients.zotero.item` (what is stored of one record),
:mod:`~refconv.clients.zotero.schema` (item types, fields, roles, labels),
:mod:`~refconv.clients.zotero.extra` (lines of the Extra field),
:mod:`~refconv.clients.zotero.storing` (what happens to every record, whatever its format), a reader
such as :mod:`~refconv.clients.zotero.bibtex_reader`, :mod:`~refconv.clients.zotero.stored` (all).

The tables are made by ``python -m tools.zotero_tables`` from measurements with Zotero's own code.
"""
