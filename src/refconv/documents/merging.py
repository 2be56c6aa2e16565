"""Records of one work: which they are, and one reference of several."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from refconv.core.model import ItemType, Reference, in_custom
from refconv.documents.matching import letters


def works_of(references: Sequence[Reference], names: Sequence[Iterable[str]]) -> list[list[int]]:
    """Return the records of each work, by index, in the order of their first ones.

    Records are of one work if they have a name, a DOI, or title, year and first author in common.

    Args:
        references: The records.
        names: For each record the names by which others of the same work are known.

    >>> works_of([Reference(title="A title", issued=2001)] * 2, [(), ()])
    [[0, 1]]
    """
    first: dict[str, int] = {}
    group_of: list[int] = []
    groups: dict[int, list[int]] = {}
    for i, (reference, some) in enumerate(zip(references, names, strict=True)):
        keys = [*some, *_keys_of(reference)]
        known = [group for key in keys if (group := first.get(key)) is not None]
        group = next((k for k in known if not _differ(references[k], reference)), i)
        for key in keys:
            first.setdefault(key, group)
        group_of.append(group)
        groups.setdefault(group, []).append(i)
    return [*groups.values()]


def _keys_of(reference: Reference) -> Iterable[str]:
    if reference.DOI:
        yield f"doi:{reference.DOI.casefold()}"
    title = letters(reference.title)
    if title:
        year = reference.issued.year if reference.issued is not None else ""
        people = reference.author or reference.editor
        author = letters(people[0].literal or people[0].family) if people else ""
        # The title alone is that of many: "Editorial", "Introduction".
        yield f"title:{title}/{year}/{author}"


_NUMBERS = ("volume", "page", "DOI")


def _differ(one: Reference, other: Reference) -> bool:
    """Return whether two records are of two works all the same: they have different numbers."""
    pairs = [(getattr(one, name), getattr(other, name)) for name in _NUMBERS]
    both = [(a.casefold(), b.casefold()) for a, b in pairs if a and b]
    return bool(both) and all(a != b for a, b in both) and len(both) >= 2


def is_repeated(one: Reference, other: Reference) -> bool:
    """Return whether two references of the same title say nothing against being one work.

    >>> one, other = Reference(title="News", volume=2), Reference(title="News", volume=3)
    >>> is_repeated(one, one), is_repeated(one, other)
    (True, False)
    """
    names = ("volume", "issue", "page", "DOI", "container_title", "publisher", "type")
    pairs = [(str(getattr(one, name)), str(getattr(other, name))) for name in names]
    return all(not a or not b or letters(a) == letters(b) for a, b in pairs)


def merged(reference: Reference, other: Reference) -> Reference:
    """Return a reference with what another one of the same work says beside.

    >>> merged(Reference(title="A"), Reference(title="B", volume=2)).given()
    {'type': <ItemType.DOCUMENT: 'document'>, 'title': 'A', 'volume': '2'}
    """
    values = {**other.given(), **reference.given()}
    values["type"] = reference.type if reference.type != ItemType.DOCUMENT else other.type
    et_al = set(reference.et_al)
    for role in ("author", "editor"):
        mine, theirs = getattr(reference, role), getattr(other, role)
        if not mine:
            et_al |= other.et_al & {role}
        elif len(theirs) > len(mine) and letters(theirs[0].family) == letters(mine[0].family):
            # Records of links and the like name the first authors only.
            values[role] = (*mine, *theirs[len(mine) :])
            et_al = (et_al - {role}) | (other.et_al & {role})
    values["et_al"] = frozenset(et_al)
    if letters(reference.title) == letters(other.title) and "<" not in reference.title:
        # The printed title may have italics.
        values["title"] = other.title
    keys = {key for key, _ in reference.custom}
    # What was not read of a string says nothing of the work.
    more = (pair for pair in other.custom if pair[0] not in keys and pair[0] != "text:unlabelled")
    values["custom"] = in_custom((*reference.custom, *more))
    return Reference.unchecked(**{name: value for name, value in values.items() if value})


def with_id(reference: Reference, key: str) -> Reference:
    """Return a reference with a citation key; an empty one removes it."""
    values = {name: value for name, value in reference.given().items() if name != "id"}
    return Reference.unchecked(**values, **({"id": key} if key else {}))
