"""What to do where an optional package is missing."""

from __future__ import annotations


def to_install(extra: str) -> str:
    """Return how to install an extra: from an index, or from a clone of the repository.

    >>> to_install("web")
    "pip install 'refconv[web]', or in a clone pip install '.[web]'"
    """
    return f"pip install 'refconv[{extra}]', or in a clone pip install '.[{extra}]'"
