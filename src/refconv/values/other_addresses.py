"""Further addresses of a reference, which formats keep by repeating the key of the first.

CSL has one variable for an address. The others stand in ``custom`` under a key of no format,
``url:other``, so that every format that repeats its key writes them.
"""

from __future__ import annotations

from refconv.core.model import Reference
from refconv.core.rules import Rule

KEY = "url:other"


def other_addresses(key: str) -> Rule:
    """Return the rule of a format's key for addresses, which repeats.

    Args:
        key: The key of ``custom`` for those after the first.
    """

    def renamed(reference: Reference, old: str, new: str) -> Reference:
        if not any(name == old for name, _ in reference.custom):
            return reference
        custom = ((new if name == old else name, value) for name, value in reference.custom)
        return reference.changed(custom=tuple(custom))

    return Rule(
        "further addresses",
        lambda reference: renamed(reference, KEY, key),
        lambda reference: renamed(reference, key, KEY),
        needs=frozenset({"custom"}),
    )
