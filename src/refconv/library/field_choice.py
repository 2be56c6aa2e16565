"""Keep only some variables of references, or leave some out."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import Any, NamedTuple

from attrs import field, frozen

from refconv.core.arguments import check_many, unknown
from refconv.core.model import BY_NAME, VARIABLES, Reference

ALIASES: Mapping[str, str] = {
    "address": "publisher-place",
    "authors": "author",
    "booktitle": "container-title",
    "date": "issued",
    "doi": "DOI",
    "editors": "editor",
    "isbn": "ISBN",
    "issn": "ISSN",
    "journal": "container-title",
    "keywords": "keyword",
    "notes": "note",
    "pages": "page",
    "pmcid": "PMCID",
    "pmid": "PMID",
    "tags": "keyword",
    "url": "URL",
    "urldate": "accessed",
    "year": "issued",
}
"""What users call variables, and CSL's names."""

_NAMES = {name.lower(): name for name in BY_NAME}
_ALWAYS = frozenset({"id", "type"})


def variable_named(name: str) -> str:
    """Return the CSL name of a variable by any of its usual names.

    Raises:
        ValueError: if there is none.

    >>> variable_named("journal"), variable_named("doi"), variable_named("publisher_place")
    ('container-title', 'DOI', 'publisher-place')
    >>> variable_named("abstrct")
    Traceback (most recent call last):
    ValueError: unknown variable 'abstrct' (did you mean 'abstract'?)
    """
    plain = name.strip().lower().replace("_", "-")
    found = ALIASES.get(plain) or _NAMES.get(plain)
    if found is None:
        message = unknown("variable", name.strip(), [*BY_NAME, *ALIASES, "custom"])
        raise ValueError(message.partition(" (known:")[0])
    return found


def _names(value: str | Iterable[str] | None) -> frozenset[str] | None:
    """Return names in CSL's spelling; ``custom`` and keys of it stay as they are."""
    if value is None:
        return None
    given = value.split(",") if isinstance(value, str) else value
    stripped = (name.strip() for name in given)
    return frozenset(
        name if name == "custom" or ":" in name else variable_named(name)
        for name in stripped
        if name and name not in _ALWAYS
    )


class CutReference(NamedTuple):
    """A reference with some of its values, and how many were left out."""

    reference: Reference
    dropped: int


@frozen(kw_only=True)
class FieldChoice:
    """Which values of a reference stay; its id and its type always do.

    Attributes:
        keep: The variables that stay, by CSL's names or usual others (``journal``, ``year``);
            ``None`` for all. ``custom`` stands for all keys that no variable holds, and
            ``bibtex:file`` for one of them.
        drop: The variables that are left out.

    Raises:
        ValueError: if there is no such variable.
    """

    keep: frozenset[str] | None = field(default=None, converter=_names)
    drop: frozenset[str] | None = field(default=None, converter=_names)

    def __call__(self, reference: Reference) -> CutReference:
        """Return a reference without the values that are left out."""
        given = reference.given()
        left_out = [
            variable
            for variable in VARIABLES
            if variable.attribute in given and not self._stays(variable.name)
        ]
        custom = [pair for pair in reference.custom if self._stays("custom", pair[0])]
        dropped = len(left_out) + len(reference.custom) - len(custom)
        if not dropped:
            return CutReference(reference, 0)
        values: dict[str, Any] = {one.attribute: getattr(_EMPTY, one.attribute) for one in left_out}
        et_al = reference.et_al.difference(one.name for one in left_out)
        return CutReference(reference.changed(**values, custom=custom, et_al=et_al), dropped)

    def _stays(self, *names_of_value: str) -> bool:
        names = {*names_of_value}
        return names.isdisjoint(self.drop or ()) and (self.keep is None or bool(names & self.keep))


_EMPTY = Reference()


def keep_fields(
    references: Iterable[Reference], names: str | Iterable[str]
) -> tuple[Reference, ...]:
    """Return references with only some of their variables, and their ids and types.

    Raises:
        ValueError: if there is no such variable.

    >>> keep_fields([Reference(id="a", title="Ice", note="x")], "title")
    (Reference(type='document', id='a', title='Ice'),)
    """
    return _cut(references, FieldChoice(keep=names))


def drop_fields(
    references: Iterable[Reference], names: str | Iterable[str]
) -> tuple[Reference, ...]:
    """Return references without some of their variables.

    Raises:
        ValueError: if there is no such variable.

    >>> drop_fields([Reference(title="Ice", note="x", keyword=["a"])], ["note", "keywords"])
    (Reference(type='document', id='', title='Ice'),)
    """
    return _cut(references, FieldChoice(drop=names))


def _cut(references: Iterable[Reference], choice: FieldChoice) -> tuple[Reference, ...]:
    given = check_many(references, Reference, "references", "several references")
    return tuple(choice(one).reference for one in given)
