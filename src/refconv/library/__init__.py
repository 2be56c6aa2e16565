"""Operations on references: pure functions, of which the command has flags and subcommands.

:mod:`~refconv.library.citation_keys` makes citation keys by a pattern
(:mod:`~refconv.library.key_patterns`, :mod:`~refconv.library.key_parts`,
:mod:`~refconv.library.key_filters`).
"""

from refconv.library.citation_keys import Keyed, KeyMap, Renamed, assign_keys, rename_keys
from refconv.library.key_patterns import KeyPattern, KeyPatternError

__all__ = [
    "KeyMap",
    "KeyPattern",
    "KeyPatternError",
    "Keyed",
    "Renamed",
    "assign_keys",
    "rename_keys",
]
