"""Operations on references: pure functions, of which the command has flags and subcommands.

:mod:`~refconv.library.citation_keys` makes citation keys by a pattern
(:mod:`~refconv.library.key_patterns`, :mod:`~refconv.library.key_parts`,
:mod:`~refconv.library.key_filters`).

:mod:`~refconv.library.duplicates` finds the references that are of one publication: what is
compared (:mod:`~refconv.library.compared`, :mod:`~refconv.library.title_forms`, over
:mod:`~refconv.library.folded` and :mod:`~refconv.library.alike`), which pairs
(:mod:`~refconv.library.candidates`), and what each value says (:mod:`~refconv.library.evidence`).
:mod:`~refconv.library.merged` merges them.
"""

from refconv.library.citation_keys import Keyed, KeyMap, Renamed, assign_keys, rename_keys
from refconv.library.duplicates import DuplicateGroup, find_duplicates
from refconv.library.key_patterns import KeyPattern, KeyPatternError
from refconv.library.merged import Choice, Deduplicated, Merged, deduplicate, merge

__all__ = [
    "Choice",
    "Deduplicated",
    "DuplicateGroup",
    "KeyMap",
    "KeyPattern",
    "KeyPatternError",
    "Keyed",
    "Merged",
    "Renamed",
    "assign_keys",
    "deduplicate",
    "find_duplicates",
    "merge",
    "rename_keys",
]
