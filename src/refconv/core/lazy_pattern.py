"""Regular expressions that are compiled when they are first used.

To compile every pattern of refconv takes a third of a second, and a file or a string needs few of
them.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from typing import Any, cast

_METHODS = ("search", "match", "fullmatch", "finditer", "findall", "sub", "subn", "split")


def lazy_pattern(pattern: str | Callable[[], str], flags: int = 0) -> re.Pattern[str]:
    r"""Return a pattern that is compiled when one of its methods is first called.

    It takes the place of ``re.compile`` for a pattern that a module keeps. Functions of :mod:`re`
    do not accept it (``re.sub(lazy, …)``): call its methods.

    Args:
        pattern: The pattern, or a function that writes it and is called at the first use.
        flags: As for ``re.compile``.

    >>> digits = lazy_pattern(r"\d+")
    >>> digits.findall("12–34")
    ['12', '34']
    """
    return cast("re.Pattern[str]", _LazyPattern(pattern, flags))


def _late(method: str) -> Callable[..., Any]:
    """Return a method that compiles the pattern first."""

    def call(self: _LazyPattern, *given: Any, **named: Any) -> Any:
        return getattr(self.compiled(), method)(*given, **named)

    return call


class _LazyPattern:
    """Stands for a pattern; from its first use on it has the methods of the compiled one.

    (``__getattr__`` would do in fewer lines, but make each later call slower by half.)
    """

    search, match, fullmatch = _late("search"), _late("match"), _late("fullmatch")
    finditer, findall, split = _late("finditer"), _late("findall"), _late("split")
    sub, subn = _late("sub"), _late("subn")

    def __init__(self, given: str | Callable[[], str], flags: int) -> None:
        self._given, self._flags = given, flags
        self._compiled: re.Pattern[str] | None = None

    @property
    def pattern(self) -> str:
        if callable(self._given):
            self._given = self._given()
        return self._given

    @property
    def groups(self) -> int:
        return self.compiled().groups

    @property
    def groupindex(self) -> Mapping[str, int]:
        return self.compiled().groupindex

    @property
    def flags(self) -> int:
        return self.compiled().flags

    def compiled(self) -> re.Pattern[str]:
        """Return the compiled pattern, and call its methods from now on."""
        if self._compiled is None:
            self._compiled = re.compile(self.pattern, self._flags)
            # They stand before those of the class.
            vars(self).update((method, getattr(self._compiled, method)) for method in _METHODS)
        return self._compiled
