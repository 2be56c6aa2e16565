"""Operations on references: pure functions, of which the command has flags and subcommands.

:mod:`~refconv.library.citation_keys` makes citation keys by a pattern
(:mod:`~refconv.library.key_patterns`, :mod:`~refconv.library.key_parts`,
:mod:`~refconv.library.key_filters`).

:mod:`~refconv.library.selection` selects references and divides them into parts,
:mod:`~refconv.library.field_choice` their values, :mod:`~refconv.library.sorting` sorts them;
:mod:`~refconv.library.changes` is what a conversion does of it.

:mod:`~refconv.library.duplicates` finds the references that are of one publication: what is
compared (:mod:`~refconv.library.compared`, :mod:`~refconv.library.title_forms`, over
:mod:`~refconv.library.folded` and :mod:`~refconv.library.alike`), which pairs
(:mod:`~refconv.library.candidates`), and what each value says (:mod:`~refconv.library.evidence`).
:mod:`~refconv.library.merged` merges them.

Each name is imported from its module when it is first asked for.
"""

from importlib import import_module
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from refconv.library.citation_keys import Keyed, KeyMap, Renamed, assign_keys, rename_keys
    from refconv.library.duplicates import DuplicateGroup, find_duplicates
    from refconv.library.field_choice import drop_fields, keep_fields
    from refconv.library.key_patterns import KeyPattern, KeyPatternError
    from refconv.library.merged import Choice, Deduplicated, Merged, deduplicate, merge
    from refconv.library.selection import Selection, select, split
    from refconv.library.sorting import Sorting, sort

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
    "Selection",
    "Sorting",
    "assign_keys",
    "deduplicate",
    "drop_fields",
    "find_duplicates",
    "keep_fields",
    "merge",
    "rename_keys",
    "select",
    "sort",
    "split",
]

_HOMES = {
    "citation_keys": "Keyed KeyMap Renamed assign_keys rename_keys",
    "duplicates": "DuplicateGroup find_duplicates",
    "field_choice": "drop_fields keep_fields",
    "key_patterns": "KeyPattern KeyPatternError",
    "merged": "Choice Deduplicated Merged deduplicate merge",
    "selection": "Selection select split",
    "sorting": "Sorting sort",
}
_HOME_OF = {name: home for home, names in _HOMES.items() for name in names.split()}

if not TYPE_CHECKING:  # or a type checker would take any name for one of the package

    def __getattr__(name: str) -> Any:
        if name not in _HOME_OF:
            raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
        value = getattr(import_module(f"{__name__}.{_HOME_OF[name]}"), name)
        globals()[name] = value
        return value

    def __dir__() -> list[str]:
        return sorted({*globals(), *__all__})
