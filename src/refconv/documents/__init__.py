"""Documents that carry references: Word files, web pages, articles in XML, LaTeX and others.

A carrier reads a document as a :class:`~refconv.documents.carrier.Document`::

    bytes or text ──carrier──▶ Document(text, items, embedded records, page record, diagnostics)

``embedded`` are the records that programs have stored in the document, in the terms of a format;
``items`` are the parts of the text that are a reference each, because a list or a style says so.
Whatever has neither is found in the text. :mod:`refconv.io.documents` joins all of it: it decodes
the embedded records by the formats' tables, parses the printed strings, and merges the two.

Read :mod:`~refconv.documents.carrier` first (what a carrier and a document are), then any carrier.
A folder holds what belongs together:

- ``office``: Word, Writer and RTF. What reference managers store in all of them is read by
  :mod:`~refconv.documents.office.citation_fields`;
- ``web_pages``: :mod:`~refconv.documents.web_pages.html_records` reads what publishers put into
  pages, :mod:`~refconv.documents.web_pages.html_lists` the printed list;
- ``articles``: JATS, NLM and TEI;
- ``pdfs``: PDF;
- ``tex``: LaTeX and the .bbl files of BibTeX and biblatex;
- ``marked_up``: wikitext, and Markdown, reStructuredText, AsciiDoc, Org, BBCode and e-mail, which
  share :mod:`~refconv.documents.marked_up.light_markup`;
- ``pasted``: labelled answers, search hits, identifiers, records within other text.

:mod:`~refconv.documents.marked` keeps what markup says of a text beside its plain words, and
:mod:`~refconv.documents.matching` says which printed string is which embedded record. The carriers
are listed in :data:`refconv.formats.registry.DOCUMENTS`; a new one is a row there.
"""
