"""Lines of Zotero's Extra field, where it reads variables that it has no field for.

Source: Zotero's documentation, "Citing Fields from Extra".
"""

from __future__ import annotations

import re
from collections.abc import Callable


def label_of(name: str) -> str:
    """Return the label of a variable's line: ``Original Date`` for original-date."""
    if name in _AS_THEY_ARE:
        return name
    return name.replace("_", "-").replace("-", " ").title()


_AS_THEY_ARE = frozenset({"PMID", "PMCID"})


def labelled(label: str) -> Callable[[str], str]:
    """Return a function that puts a label before a value."""
    return lambda value: f"{label}: {value}"


def unlabelled(label: str) -> Callable[[str], str | None]:
    """Return a function that removes a label from a value that has it."""
    # Most labels are never met with: their patterns are compiled when they are.
    pattern = rf"\s*{label}\s*:\s*"

    def take(raw: str) -> str | None:
        match = re.match(pattern, raw, re.IGNORECASE)
        return (raw[match.end() :] if match else raw) or None

    return take
