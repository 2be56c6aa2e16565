"""Regular expressions that are compiled when they are first used.

To compile every pattern of refconv takes a third of a second, and a file or a string needs few of
them.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from typing import Any, cast

_METHODS = ("search", "match", "fullmatch", "finditer", "findall", "sub", "subn", "split")


def lazy_pattern(pattern: str | Callable[[], str], flags: int = 0) -> re.Pattern[str]:
    r"""Return a pattern that is compiled when one of its methods is first looked up.

    It takes the place of ``re.compile`` for a pattern that a module keeps. Functions of :mod:`re`
    do not accept it (``re.sub(lazy, …)``): call its methods. Looking one up compiles it, so a table
    that is made on import holds the pattern, not its ``search``.

    Args:
        pattern: The pattern, or a function that writes it and is called at the first use.
        flags: As for ``re.compile``.

    >>> digits = lazy_pattern(r"\d+")
    >>> digits.findall("12–34")
    ['12', '34']
    """
    return cast("re.Pattern[str]", _LazyPattern(pattern, flags))


class _LazyPattern:
    """Stands for a pattern; from its first use on it has the methods of the compiled one."""

    def __init__(self, given: str | Callable[[], str], flags: int) -> None:
        self._given, self._flags = given, flags

    # Called for what is not set: at the first use.
    def __getattr__(self, name: str) -> Any:
        if name == "pattern":
            self.pattern = self._given() if callable(self._given) else self._given
            return self.pattern
        compiled = re.compile(self.pattern, self._flags)
        for method in _METHODS:
            setattr(self, method, getattr(compiled, method))
        return getattr(compiled, name)
