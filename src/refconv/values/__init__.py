"""One home for each kind of value: dates, names, pages, identifiers, markup, languages.

Raw text goes in, a value of the model comes out, and back. Formats and free text both use these
modules, and none imports more than :mod:`refconv.core` and its neighbours here. Reading order:

- :mod:`~refconv.values.combinators`: codecs made of small functions;
- dates: :mod:`~refconv.values.months`, :mod:`~refconv.values.date_forms`, then
  :mod:`~refconv.values.dates` (printed) and :mod:`~refconv.values.date_fields` (of records);
- names: :mod:`~refconv.values.names` (printed lists, over name_pieces, name_words and et_al),
  :mod:`~refconv.values.inverted_names` ("Family, Given"), :mod:`~refconv.values.structured_names`;
- :mod:`~refconv.values.identifiers` (forms and check digits), printed_identifiers (repaired);
- :mod:`~refconv.values.pages`, languages, markup, text;
- codecs that formats share: :mod:`~refconv.values.line_codecs`, :mod:`~refconv.values.read_only`.
"""
