"""ORCIDs in a text of their own, beside the names that they are of: ``Curie, Marie/0000-0002-…``.

Web of Science writes such a list into OI, and tables into a column.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from attrs import evolve

from refconv.core.model import Name
from refconv.values.inverted_names import encode_name


def abbreviated_name(name: str) -> str:
    """Return a name as indexes have it, with initials.

    >>> abbreviated_name("Moreno, Ana-C. de")
    'Moreno, ACD'
    """
    family, comma, given = name.partition(", ")
    initials = "".join(word[0] for word in re.findall(r"[^\W\d_]+", given))
    return f"{family}{comma}{initials.upper()}"


def short_key(name: str) -> str:
    """Return a family name and the first initial, by which names are compared."""
    family, _, initials = abbreviated_name(name).partition(", ")
    return f"{family.casefold()} {initials[:1]}"


def add_orcids(names: list[Name], texts: Sequence[str]) -> tuple[int, ...]:
    """Add to names the ORCIDs of texts; return the places of the texts that are not used up."""
    unused = []
    for place, text in enumerate(texts):
        found = [_is_added(names, part) for part in text.split(";")]
        if not all(found):
            unused.append(place)
    return tuple(unused)


def _is_added(names: list[Name], part: str) -> bool:
    """Add an ORCID to the author with this name; return whether there is one."""
    text, _, orcid = (word.strip() for word in part.rpartition("/"))
    for place, name in enumerate(names):
        if not name.orcid and short_key(encode_name(name)) == short_key(text):
            names[place] = evolve(name, orcid=orcid)
            return True
    return False


def encode_orcids(names: Sequence[Name]) -> str:
    """Write the ORCIDs of names, each behind its name; empty if there are none.

    >>> encode_orcids([Name(family="Curie", given="Marie", orcid="0000-0002-1825-0097")])
    'Curie, Marie/0000-0002-1825-0097'
    """
    return "; ".join(f"{encode_name(name)}/{name.orcid}" for name in names if name.orcid)
