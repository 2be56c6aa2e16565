"""Citation keys by a pattern of JabRef or Better BibTeX.

:mod:`~refconv.library.keys.citation_keys` makes them: a pattern
(:mod:`~refconv.library.keys.key_patterns`) is made of parts
(:mod:`~refconv.library.keys.key_parts`), each changed by filters
(:mod:`~refconv.library.keys.key_filters`).
"""
