"""One home for each kind of value: dates, names, pages, identifiers, markup, months.

Raw text goes in, a value of the model comes out, and back. Formats and free text both use these
modules, and each imports only :mod:`refconv.core`. Start with :mod:`~refconv.values.combinators`,
which makes codecs of small functions; the others can be read in any order.
"""
