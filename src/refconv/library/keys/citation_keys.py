"""Citation keys by a pattern: new ones for all references, or for those without one.

Keys are assigned in order, each once, and by nothing but the references before it: a reference
that is added at the end changes no key. Where two references would have the same key, the later one
gets ``a``, ``b`` … appended, as in JabRef and Better BibTeX. Keys that differ only in capitals
count as the same, because BibTeX refuses them.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from typing import TYPE_CHECKING, NamedTuple, TypeAlias

from attrs import frozen

from refconv.core.arguments import check_many
from refconv.core.keys import Ids, KeyTable
from refconv.core.model import Custom, Reference

if TYPE_CHECKING:
    from refconv.library.keys.key_patterns import KeyPattern  # most conversions need none

LINKS = frozenset(f"bibtex:{key}" for key in ("crossref", "xref", "xdata", "related", "entryset"))
"""The keys of ``custom`` that name other entries of the file by their citation keys."""


class Renamed(NamedTuple):
    """A reference's key before and after."""

    old: str
    new: str


KeyMap: TypeAlias = tuple[Renamed, ...]
"""The keys that have changed, in the order of the references."""


@frozen
class Keyed:
    """References with new keys, and which keys have changed."""

    references: tuple[Reference, ...]
    renamed: KeyMap

    def as_tsv(self) -> str:
        r"""Return the map as lines of two columns: the old key, a tab, the new key.

        >>> Keyed((), (Renamed("roe", "roe2020"),)).as_tsv()
        'roe\troe2020\n'
        """
        return "".join(map(tsv_line, self.renamed))


def tsv_line(renamed: Renamed) -> str:
    """Return a line of the map of keys."""
    return "\t".join(" ".join(key.split()) for key in renamed) + "\n"


def assign_keys(
    references: Iterable[Reference], pattern: str | KeyPattern, *, keep: bool = False
) -> tuple[Reference, ...]:
    """Return references with citation keys by a pattern.

    Args:
        references: Any references; their order counts.
        pattern: A pattern in JabRef's or Better BibTeX's language.
        keep: Whether references that have a key keep it; of two with the same key the first does.

    Raises:
        KeyPatternError: if the pattern cannot be read (a ValueError).
        TypeError: if ``references`` holds anything else.

    >>> from refconv import Name
    >>> roe = Reference(author=[Name(family="Roe")], issued=2020)
    >>> [one.id for one in assign_keys([roe, roe, roe], "[auth:lower][year]")]
    ['roe2020', 'roe2020a', 'roe2020b']
    """
    return rename_keys(references, pattern, keep=keep).references


def rename_keys(
    references: Iterable[Reference], pattern: str | KeyPattern, *, keep: bool = False
) -> Keyed:
    """Return references with citation keys by a pattern, and which keys have changed.

    What names another reference by its key, as BibTeX's ``crossref``, follows. Arguments and
    errors are those of :func:`assign_keys`.

    >>> rename_keys([Reference(id="x", title="On ice")], "veryshorttitle").renamed
    (Renamed(old='x', new='ice'),)
    """
    given = check_many(references, Reference, "references", "several references")
    keys = [*new_keys(given, pattern, keep=keep)]
    map_ = tuple(
        Renamed(reference.id, key)
        for reference, key in zip(given, keys, strict=True)
        if reference.id and reference.id != key
    )
    links = first_links(map_)
    return Keyed(
        tuple(with_key(one, key, links) for one, key in zip(given, keys, strict=True)), map_
    )


def new_keys(
    references: Iterable[Reference], pattern: str | KeyPattern, *, keep: bool
) -> Iterator[str]:
    """Yield the key of each reference; with ``keep`` the references are read twice."""
    from refconv.library.keys.key_patterns import key_pattern  # noqa: PLC0415 (as above)

    compiled = key_pattern(pattern) if isinstance(pattern, str) else pattern
    if not keep:
        ids = Ids(folds_case=True)
        yield from (ids.assign(compiled.key(reference)) for reference in references)
        return
    given = [*references]
    taken = KeyTable()
    for reference in given:
        taken.add(reference.id.lower())
    made, kept = Ids(taken, folds_case=True), KeyTable()
    for reference in given:
        key = reference.id
        if key and kept.add(key):
            yield key
        else:
            yield made.assign(key or compiled.key(reference))


def first_links(renamed: Iterable[Renamed]) -> dict[str, str]:
    """Return the new keys by the old; of two references with the same key the first counts."""
    links: dict[str, str] = {}
    for old, new in renamed:
        links.setdefault(old, new)
    return links


def with_key(reference: Reference, key: str, links: Mapping[str, str]) -> Reference:
    """Return a reference with a key, and with those of other references that it names.

    Its ``citation_key`` follows where it repeated the old key.
    """
    custom = linked(reference.custom, links)
    if key == reference.id and custom is reference.custom:
        return reference
    changes = {"id": key, "custom": custom}
    if reference.citation_key and reference.citation_key == reference.id:
        changes["citation_key"] = key
    return reference.changed(**changes)


def linked(custom: Custom, links: Mapping[str, str]) -> Custom:
    """Return ``custom`` with the new keys of the references that it names."""
    if not links or not any(name in LINKS for name, _ in custom):
        return custom
    return tuple(
        (name, _renamed_list(value, links) if name in LINKS and isinstance(value, str) else value)
        for name, value in custom
    )


def _renamed_list(value: str, links: Mapping[str, str]) -> str:
    """Return a list of keys, separated by commas, with the new keys."""
    return ",".join(
        part.replace(key, links[key], 1) if (key := part.strip()) in links else part
        for part in value.split(",")
    )
