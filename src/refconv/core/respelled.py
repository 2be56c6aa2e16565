"""Differences that lose nothing: what is written says the same in another way.

A file that is read back is seldom equal to the references it was made of, for each format has a
spelling of its own. Only differences in what a value says are losses; those here are none:

- white space, the forms of hyphens and quotes, spans that only protect letter case;
- the same text as another kind of value, such as a date that is read as text;
- another division of a name that is printed the same;
- a native type, where the output has the item type that it means;
- a key of ``custom`` without a value, or with one that is in the output under another key;
- the LaTeX of a value whose text is in the output.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from functools import cached_property
from typing import Any, TypeAlias

from refconv.core.model import NOT_VARIABLES, Name, Reference
from refconv.core.substance import spelled_alike, substance

KnowsType: TypeAlias = Callable[[str, Any, str], bool]
"""Return whether a key of ``custom`` and its value are the native type for a CSL type."""

_SHORTEST = 6
"""Characters from which on two values are equal because they are the same one.

A shorter one, such as a year or a count, may be equal by chance.
"""

_PREFIX = re.compile(
    r"\A(?:https?://(?:dx\.)?doi\.org/|(?:doi|pmid|pmcid|issn|isbn)\s*:\s*)", re.IGNORECASE
)


class Respelled:
    """The differences between a reference and the one that is read back that lose nothing."""

    def __init__(self, reference: Reference, back: Reference, knows_type: KnowsType) -> None:
        self._reference, self._back, self._knows_type = reference, back, knows_type

    def __call__(self, path: str, value: Any, kept: Any) -> bool:
        """Return whether a difference loses nothing."""
        if path.startswith("custom["):
            return self._is_elsewhere(*value)
        name, bracket, rest = path.partition("[")
        if bracket and "." in rest:
            return rest.partition(".")[2] != "orcid" and self._is_printed_alike(
                name, int(rest.partition("]")[0])
            )
        if kept is None or path in ("id", "type", "custom"):
            return False
        return spelled_alike(value) == spelled_alike(kept) and _orcids(value) == _orcids(kept)

    def _is_elsewhere(self, key: str, raw: Any) -> bool:
        """Return whether the output lacks nothing that a key of ``custom`` says."""
        if isinstance(raw, dict) and raw.keys() == {"latex"}:
            return True
        if not isinstance(raw, str):
            return not raw and raw not in (0, False)
        if not raw.strip():
            return True
        if self._knows_type(key, raw, self._back.type):
            return True
        said = substance(_PREFIX.sub("", raw.strip()))
        return len(said) >= _SHORTEST and self._is_said(said)

    def _is_said(self, said: str) -> bool:
        """Return whether the substance of a value that is read back is this one."""
        first = said[0]
        # The first character, which is compared at once, differs in most.
        return any(
            (text[:1].casefold()[:1] == first or text[:1] in _OTHERWISE) and substance(text) == said
            for text in self._texts
        )

    @cached_property
    def _texts(self) -> list[str]:
        """The texts of all values that are read back, but for ``custom``."""
        texts: list[str] = []
        for attribute, value in self._back.given().items():
            if attribute in NOT_VARIABLES:
                continue
            if isinstance(value, str):
                texts.append(value.lstrip())
            elif _is_list(value):
                listed = [str(one) for one in value]
                texts += ("; ".join(listed).lstrip(), *(one.lstrip() for one in listed))
            else:
                texts.append(str(value).lstrip())
        return texts

    def _is_printed_alike(self, name: str, index: int) -> bool:
        """Return whether a name of a list is printed the same, however it is divided."""
        attribute = name.replace("-", "_")
        one, other = getattr(self._reference, attribute), getattr(self._back, attribute)
        return _printed(one[index]) == _printed(other[index])


_OTHERWISE = frozenset("<\u2010\u2011\u2013\u2212\u2018\u2019\u201c\u201d")
"""First characters of texts whose substance begins otherwise: spans, hyphens and quotes."""


def _is_list(value: Any) -> bool:
    return isinstance(value, tuple)


def _printed(name: Name) -> str:
    particles = (name.dropping_particle, name.non_dropping_particle)
    parts = (name.given, *particles, name.family, name.suffix, name.literal)
    return spelled_alike(" ".join(filter(None, parts)))


def _orcids(value: Any) -> list[str]:
    names = value if _is_list(value) else (value,)
    return [one.orcid for one in names if isinstance(one, Name)]
