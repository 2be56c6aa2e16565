"""Operations on references: pure functions, of which the command has flags and subcommands.

:mod:`~refconv.library.selection` selects references and divides them into parts,
:mod:`~refconv.library.field_choice` their values, :mod:`~refconv.library.sorting` sorts them;
:mod:`~refconv.library.journal_names` names journals; :mod:`~refconv.library.changes` is what a
conversion does of it. Three folders hold the rest:

- :mod:`~refconv.library.deduplication`: the references that are of one publication;
- :mod:`~refconv.library.keys`: citation keys by a pattern;
- :mod:`~refconv.library.checks`: what is wrong in references, and its repair.

Each name is imported from its module when it is first asked for.
"""

from importlib import import_module
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from refconv.library.checks.check_rules import RULES, CheckRule
    from refconv.library.checks.checking import Finding, Fixed, check, fix
    from refconv.library.deduplication.duplicates import DuplicateGroup, find_duplicates
    from refconv.library.deduplication.merged import (
        Choice,
        Deduplicated,
        Merged,
        deduplicate,
        merge,
    )
    from refconv.library.field_choice import drop_fields, keep_fields
    from refconv.library.journal_names import JournalList, RenamedJournals, rename_journals
    from refconv.library.keys.citation_keys import Keyed, KeyMap, Renamed, assign_keys, rename_keys
    from refconv.library.keys.key_patterns import KeyPattern, KeyPatternError
    from refconv.library.selection import Selection, select, split
    from refconv.library.sorting import Sorting, sort

__all__ = [
    "RULES",
    "CheckRule",
    "Choice",
    "Deduplicated",
    "DuplicateGroup",
    "Finding",
    "Fixed",
    "JournalList",
    "KeyMap",
    "KeyPattern",
    "KeyPatternError",
    "Keyed",
    "Merged",
    "Renamed",
    "RenamedJournals",
    "Selection",
    "Sorting",
    "assign_keys",
    "check",
    "deduplicate",
    "drop_fields",
    "find_duplicates",
    "fix",
    "keep_fields",
    "merge",
    "rename_journals",
    "rename_keys",
    "select",
    "sort",
    "split",
]

_HOMES = {
    "checks.check_rules": "RULES CheckRule",
    "checks.checking": "Finding Fixed check fix",
    "keys.citation_keys": "Keyed KeyMap Renamed assign_keys rename_keys",
    "deduplication.duplicates": "DuplicateGroup find_duplicates",
    "field_choice": "drop_fields keep_fields",
    "journal_names": "JournalList RenamedJournals rename_journals",
    "keys.key_patterns": "KeyPattern KeyPatternError",
    "deduplication.merged": "Choice Deduplicated Merged deduplicate merge",
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
