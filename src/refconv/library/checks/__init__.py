"""What is wrong in references, and its repair.

:mod:`~refconv.library.checks.checking` goes by the table
:mod:`~refconv.library.checks.check_rules`: rules about references
(:mod:`~refconv.library.checks.reference_rules`, :mod:`~refconv.library.checks.required_fields`) and
about how BibTeX is written (:mod:`~refconv.library.checks.source_rules`,
:mod:`~refconv.library.checks.bibtex_source`).
"""
