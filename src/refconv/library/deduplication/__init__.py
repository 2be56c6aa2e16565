"""The references that are of one publication: finding and merging them.

:mod:`~refconv.library.deduplication.duplicates` finds them: what is compared
(:mod:`~refconv.library.deduplication.compared`, :mod:`~refconv.library.deduplication.title_forms`,
over :mod:`~refconv.library.deduplication.folded` and :mod:`~refconv.library.deduplication.alike`),
which pairs (:mod:`~refconv.library.deduplication.candidates`), and what each value says
(:mod:`~refconv.library.deduplication.evidence`). :mod:`~refconv.library.deduplication.merged`
merges them.
"""
