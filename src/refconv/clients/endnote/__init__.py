"""What EndNote stores of a file: a reader that models its import of RIS, by documents.

::

    text ──(endnote_ris)──▶ EndNoteRecord ──(endnote_losses)──▶ what it holds otherwise

Reading order: :mod:`~refconv.clients.endnote.endnote_fields` (reference types and their fields),
:mod:`~refconv.clients.endnote.endnote_record` (what is stored of one record),
:mod:`~refconv.clients.endnote.endnote_ris` (the reader),
:mod:`~refconv.clients.endnote.endnote_places` (which fields hold which variables),
:mod:`~refconv.clients.endnote.endnote_losses` (a reference against a record).

Everything here is taken from EndNote's documentation and the RIS specification of 2011. Nothing of
it has been tried in a running EndNote. EndNote's XML and its tagged format have every field that
refconv writes there, so that refconv's own reader stands for EndNote's.
"""
