"""Lines of Zotero's Extra field, where it reads variables that it has no field for.

Source: Zotero's documentation, "Citing Fields from Extra".
"""

from __future__ import annotations


def label_of(name: str) -> str:
    """Give the label of a variable's line: ``Original Date`` for original-date."""
    if name in _AS_THEY_ARE:
        return name
    return name.replace("_", "-").replace("-", " ").title()


_AS_THEY_ARE = frozenset({"PMID", "PMCID"})
