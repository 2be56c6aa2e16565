"""Documents that carry references: Word files, web pages, articles in XML, LaTeX and others.

A carrier reads a document as a :class:`~refconv.documents.carrier.Document`::

    bytes or text ──carrier──▶ Document(text, items, embedded records, page record, diagnostics)

``embedded`` are the records that programs have stored in the document, in the terms of a format;
``items`` are the parts of the text that are a reference each, because a list or a style says so.
Whatever has neither is found in the text. :mod:`refconv.io.documents` joins all of it: it decodes
the embedded records by the formats' tables, parses the printed strings, and merges the two.

Read :mod:`~refconv.documents.carrier` first (what a carrier and a document are), then any carrier:

- :mod:`~refconv.documents.docx` (Word), with :mod:`~refconv.documents.word_body`,
  :mod:`~refconv.documents.odt` and :mod:`~refconv.documents.fodt` (Writer), with
  :mod:`~refconv.documents.writer_body`, and :mod:`~refconv.documents.rtf`; what reference managers
  store in all of them is read by :mod:`~refconv.documents.citation_fields`;
- :mod:`~refconv.documents.html` (web pages): :mod:`~refconv.documents.html_records` reads what
  publishers put into them, :mod:`~refconv.documents.html_lists` the printed list;
- :mod:`~refconv.documents.jats` and :mod:`~refconv.documents.tei` (articles in XML);
- :mod:`~refconv.documents.pdf` (PDF);
- :mod:`~refconv.documents.latex` (LaTeX, .bbl) and :mod:`~refconv.documents.wikitext`;
- :mod:`~refconv.documents.light_markup`: what Markdown, reStructuredText, AsciiDoc, Org, BBCode and
  e-mail share, and the modules of these;
- :mod:`~refconv.documents.labelled_fields`, :mod:`~refconv.documents.search_results` and
  :mod:`~refconv.documents.identifier_list` (pasted answers, hits and identifiers).

:mod:`~refconv.documents.marked` keeps what markup says of a text beside its plain words.

:mod:`~refconv.documents.matching` says which printed string is which embedded record. The carriers
are listed in :data:`refconv.formats.registry.DOCUMENTS`; a new one is a row there.
"""
