"""Merge the references of one publication: the fullest values, and nothing lost."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Callable, Container, Iterable, Iterator, Mapping, Sequence
from typing import Any

from attrs import evolve, field, frozen

from refconv.core.arguments import check_many
from refconv.core.model import BY_NAME, VARIABLES, Custom, Date, ItemType, Name, Reference, Variable
from refconv.core.report import References
from refconv.core.substance import substance
from refconv.library.deduplication.compared import Compared, numbered_pages
from refconv.library.deduplication.duplicates import DuplicateGroup, Search
from refconv.library.deduplication.evidence import is_abbreviated_name
from refconv.library.deduplication.folded import words
from refconv.values.identifiers import bare_doi, is_isbn, is_issn, is_pmcid, is_pmid

PREFIX = "merged:"
"""The prefix of keys in ``custom`` that hold what a merged reference has in another way."""
ALIASES = "bibtex:ids"
"""The key in ``custom`` with the other citation keys, as biblatex has them (manual §2.2.3)."""


@frozen
class Choice:
    """Which of several values of a variable a merged reference has.

    ``variable`` has CSL's name, ``member`` is the index of the reference whose ``value`` was
    chosen, ``others`` are the indices and the values of those that say something else. (They are in
    ``custom``, too.)
    """

    variable: str
    value: Any
    member: int
    others: tuple[tuple[int, Any], ...]


@frozen
class Merged:
    """A merged reference, and what was chosen where the references said different things."""

    reference: Reference
    choices: tuple[Choice, ...] = ()


def merge(references: Iterable[Reference]) -> Merged:
    """Merge references of one publication into one that has the fullest of each value.

    Of values that are as full, the first counts. A value that says something else than the chosen
    one is kept in ``custom`` (``merged:title``), the other ids as ``bibtex:ids``; so nothing is
    lost. A value that says the same in another spelling, or less, is not kept.

    Args:
        references: At least one reference.

    Raises:
        TypeError: if ``references`` holds anything else.
        ValueError: if there are none.

    >>> merged = merge([
    ...     Reference(id="ng2019", title="SNOW AND ICE", page="11-9"),
    ...     Reference(id="a7", title="Snow and ice", author=[Name(family="Ng")], page="11-19"),
    ... ])
    >>> str(merged.reference), merged.reference.id, merged.reference.custom
    ('Ng. Snow and ice. 11-19', 'ng2019', (('bibtex:ids', 'a7'),))
    """
    given = check_many(references, Reference, "references", "a list of Reference")
    if not given:
        raise ValueError("references must hold at least one reference")
    if len(given) == 1:
        return Merged(given[0])
    return _merged(given)


def _merged(given: Sequence[Reference]) -> Merged:
    had = {
        variable: [(i, value) for i, one in enumerate(given) if (value := _value(one, variable))]
        for variable in VARIABLES
    }
    chosen = {
        variable: _chosen(variable, values, given) for variable, values in had.items() if values
    }
    values = {variable.attribute: value for variable, (_, value) in chosen.items()}
    _complete(values, given)
    kept: list[tuple[str, Any]] = []
    choices = []
    for variable, (member, value) in chosen.items():
        others = [one for one in had[variable] if not _says(variable, value, one[1], values)]
        if others:
            choices.append(Choice(variable.name, value, member, tuple(others)))
            kept += ((f"{PREFIX}{variable.name}", _as_json(variable, one)) for _, one in others)
    id_ = next((one.id for one in given if one.id), "")
    merged = Reference.unchecked(
        type=_type(given),
        id=id_,
        **values,
        et_al=_et_al(given, values),
        custom=_custom(given, id_, kept),
    )
    return Merged(merged, tuple(choices))


def _value(reference: Reference, variable: Variable) -> Any:
    return getattr(reference, variable.attribute)


def _as_json(variable: Variable, value: Any) -> Any:
    """Return a value as CSL-JSON has it."""
    return dict(variable.as_csl(value)).get(variable.key, str(value))


# ── which value is chosen ─────────────────────────────────────────────────────────────────────────


def _chosen(
    variable: Variable, had: Sequence[tuple[int, Any]], given: Sequence[Reference]
) -> tuple[int, Any]:
    """Return the fullest value of a variable, with the index of the reference that has it."""
    if variable.kind == "list" or variable.name in _NUMBERS:
        return had[0][0], _together(variable, [value for _, value in had])
    if variable.kind == "names":
        member, names = max(had, key=lambda one: _fullness_of_names(one[1]))
        return member, _completed_names(names, [value for _, value in had])
    fullness: Callable[[Any], Any] = _FULLNESS.get(variable.name, lambda _: 0)
    if variable.name == "issued":
        years = Counter(value.year for _, value in had)
        is_placed = {i for i, _ in had if given[i].volume and given[i].page}
        return max(
            had, key=lambda one: (years[one[1].year], one[0] in is_placed, _precision(one[1]))
        )
    if variable.kind == "date":
        fullness = _precision
    return max(had, key=lambda one: fullness(one[1]))  # the first of those that are as full


def _is_shouted(text: str) -> bool:
    return text.isupper() and len(text) > _ACRONYM


_ACRONYM = 8
"""Letters up to which a text in capitals may be an acronym."""


def _fullness_of_text(text: str) -> tuple[bool, bool, int]:
    return not _is_shouted(text), not text.startswith("["), len("".join(words(text)))


def _fullness_of_pages(text: str) -> tuple[bool, int]:
    pages = numbered_pages(text)
    if pages is None:
        return False, 0
    is_range = pages.last > pages.first
    return is_range, len(text) if is_range and text.endswith(str(pages.last)) else 0


def _precision(date: Date) -> int:
    return len(str(date)) if date.start is not None else 0


_FULLNESS: Mapping[str, Callable[[Any], Any]] = {
    "title": _fullness_of_text,
    "container-title": _fullness_of_text,
    "abstract": lambda text: (not _is_shouted(text), len(text)),
    "page": _fullness_of_pages,
    "DOI": lambda text: bare_doi(text) is not None,
    "PMID": is_pmid,
    "PMCID": is_pmcid,
    "note": len,
    "annote": len,
    "publisher": len,
    "event-title": len,
}
"""How full, or how well checked, a value is; of others the first counts."""


def _fullness_of_names(names: Sequence[Name]) -> tuple[int, bool, int]:
    is_shouted = all(_is_shouted(f"{name.family}{name.given}") for name in names)
    return len(names), not is_shouted, sum(len(name.given) for name in names)


def _completed_names(names: Sequence[Name], lists: Sequence[Sequence[Name]]) -> tuple[Name, ...]:
    """Return names with the given names and ORCIDs that others have in full."""
    return tuple(
        _completed_name(name, [one for others in lists for one in others]) for name in names
    )


def _completed_name(name: Name, others: Iterable[Name]) -> Name:
    for other in others:
        if other.literal or name.literal or words(other.family) != words(name.family):
            continue
        if not _is_same_given(name.given, other.given):
            continue
        if len(other.given) > len(name.given) and not _is_shouted(other.given):
            name = evolve(name, given=other.given)
        if other.orcid and not name.orcid:
            name = evolve(name, orcid=other.orcid)
    return name


def _is_same_given(a: str, b: str) -> bool:
    """Return whether given names may be of one person: each begins as the other does.

    >>> _is_same_given("J. A.", "John A."), _is_same_given("Jane", "John")
    (True, False)
    """
    pairs = zip(words(a), words(b), strict=False)
    return all(one.startswith(other) or other.startswith(one) for one, other in pairs)


_NUMBERS: Mapping[str, Callable[[str], bool]] = {"ISSN": is_issn, "ISBN": is_isbn}
"""Variables that may hold several numbers."""


def _together(variable: Variable, values: Sequence[Any]) -> Any:
    """Return the members of several lists, each once."""
    found: dict[str, Any] = {}
    if variable.kind == "list":
        for one in (one for value in values for one in value):
            found.setdefault(substance(one), one)
        return tuple(found.values())
    for one in (one for value in values for one in re.split(r"[,;]\s*", value) if one):
        found.setdefault(re.sub(r"[-\s]", "", one).upper(), one)
    return ", ".join(found.values())


# ── what another value says beside the chosen one ─────────────────────────────────────────────────


def _says(variable: Variable, chosen: Any, other: Any, values: Mapping[str, Any]) -> bool:
    """Return whether the chosen value (or another of ``values``) says all that another one does."""
    if chosen == other or variable.kind == "list" or variable.name in _NUMBERS:
        return True
    if variable.kind == "names":
        return all(any(_names(one, name) for one in chosen) for name in other)
    if variable.kind == "date":
        return str(chosen).startswith(str(other)) and not other.literal
    if variable.name == "page":
        return _says_pages(chosen, other)
    if variable.name == "DOI":
        return (bare_doi(chosen) or chosen).lower() == (bare_doi(other) or other).lower()
    if substance(chosen) == substance(other):
        return True
    shorter, longer = "".join(words(other)), "".join(words(chosen))
    if variable.name in ("container-title", "container-title-short"):
        names = (values.get("container_title", ""), values.get("container_title_short", ""))
        return shorter in {"".join(words(name)) for name in names if name}
    return variable.name in _CONTAINED and bool(shorter) and shorter in longer


def _says_pages(chosen: str, other: str) -> bool:
    has, wants = numbered_pages(chosen), numbered_pages(other)
    if has is None or wants is None:
        return substance(chosen) == substance(other)
    return has == wants or (other.isdigit() and has.first == wants.first)


_CONTAINED = frozenset({"title", "abstract", "publisher", "note", "annote", "event-title"})
"""Variables whose longer value says what the shorter one does."""


def _names(chosen: Name, other: Name) -> bool:
    if other.orcid and other.orcid != chosen.orcid:
        return False
    if chosen.literal or other.literal:
        return substance(chosen) == substance(other)
    is_same = words(chosen.family) == words(other.family) and chosen.suffix == other.suffix
    return (
        is_same
        and len(words(other.given)) <= len(words(chosen.given))
        and all(
            one.startswith(short)
            for short, one in zip(words(other.given), words(chosen.given), strict=False)
        )
    )


# ── the rest of the reference ─────────────────────────────────────────────────────────────────────


def _complete(values: dict[str, Any], given: Sequence[Reference]) -> None:
    """Take an abbreviated name of the journal as its abbreviation, if there is none."""
    full = values.get("container_title", "")
    if not full or "container_title_short" in values:
        return
    for one in given:
        short = one.container_title
        if len(short) < len(full) and is_abbreviated_name(_meant(short), _meant(full)):
            values["container_title_short"] = short
            return


def _meant(name: str) -> tuple[str, ...]:
    return tuple(word for word in words(name) if word not in ("of", "the", "and", "for", "in"))


_VAGUE = (ItemType.DOCUMENT, ItemType.ARTICLE)


def _type(given: Sequence[Reference]) -> ItemType:
    """Return the first type that says something."""
    return next((one.type for one in given if one.type not in _VAGUE), given[0].type)


def _et_al(given: Sequence[Reference], values: Mapping[str, Any]) -> frozenset[str]:
    """Return the lists of names that are still incomplete: no reference has the whole list."""
    found = set()
    for one in given:
        for name in one.et_al:
            attribute = BY_NAME[name].attribute if name in BY_NAME else name
            whole = [r for r in given if getattr(r, attribute, ()) and name not in r.et_al]
            longest = len(values.get(attribute, ()))
            if not any(len(getattr(r, attribute)) >= longest for r in whole):
                found.add(name)
    return frozenset(found)


def _custom(given: Sequence[Reference], id_: str, kept: Iterable[tuple[str, Any]]) -> Custom:
    """Return the keys of all references, each pair of key and value once, and what is kept."""
    pairs: list[tuple[str, Any]] = []
    aliases: list[str] = []
    for one in given:
        # A list of aliases is divided at commas.
        is_alias = "," not in one.id and one.id == one.id.strip()
        if is_alias:
            aliases.append(one.id)
        elif one.id != id_ and (f"{PREFIX}id", one.id) not in pairs:
            pairs.append((f"{PREFIX}id", one.id))
        matched = [*pairs]  # a pair that a reference has twice stays there twice
        for pair in one.custom:
            if pair[0] == ALIASES:
                aliases += (part for part in re.split(r"\s*,\s*", str(pair[1])) if part)
            elif pair in matched:
                matched.remove(pair)
            else:
                pairs.append(pair)
    for pair in kept:
        if pair not in pairs:
            pairs.append(pair)
    names = [name for name in dict.fromkeys(aliases) if name and name != id_]
    if names:
        pairs.append((ALIASES, ", ".join(names)))
    return tuple(sorted(pairs, key=lambda pair: pair[0].partition(":")[0]))


# ── all of a library ──────────────────────────────────────────────────────────────────────────────


@frozen
class Deduplicated(References):
    """References of which no two are duplicates: the result of :func:`deduplicate`.

    ``groups[i]`` are the indices among the given references of those that were merged, and
    ``merged[i]`` is what they were merged into.
    """

    references: tuple[Reference, ...] = ()
    groups: tuple[DuplicateGroup, ...] = ()
    merged: tuple[Merged, ...] = field(default=(), repr=False)


def deduplicate(references: Iterable[Reference], *, with_preprints: bool = False) -> Deduplicated:
    """Merge the references that are of one publication; the others stay as they are.

    A merged reference stands where the first of them stood. Doing it again changes nothing.

    Args:
        references: The references.
        with_preprints: As for :func:`find_duplicates`.

    Raises:
        TypeError: if ``references`` holds anything else.

    >>> ng = Name(family="Ng", given="Ann")
    >>> snow = Reference(title="Snow in the northern valleys", author=[ng], issued=2020)
    >>> result = deduplicate([snow, Reference(title="Rivers"), snow.changed(publisher="OUP")])
    >>> [str(reference) for reference in result]
    ['Ng (2020). Snow in the northern valleys. OUP', 'Rivers']
    """
    given = check_many(references, Reference, "references", "a list of Reference")
    groups = [DuplicateGroup((place,), "", 1.0) for place in range(len(given))]
    merged = {group.members: Merged(one) for group, one in zip(groups, given, strict=True)}
    known: dict[int, Compared] = {}
    fresh: Container[int] | None = None
    # A merged reference has more values, by which it may be like another.
    while found := Search(
        [merged[group.members].reference for group in groups],
        with_preprints=with_preprints,
        known=known,
        fresh=fresh,
    ).groups():
        groups = [*_joined(groups, found)]
        fresh = {place for place, group in enumerate(groups) if group.members not in merged}
        for place in fresh:
            members = groups[place].members
            merged[members] = merge(given[member] for member in members)
    ids = Counter(merged[group.members].reference.id for group in groups)
    several = [group for group in groups if len(group.members) > 1]
    merged |= {one.members: _without_taken(merged[one.members], ids) for one in several}
    return Deduplicated(
        tuple(merged[group.members].reference for group in groups),
        tuple(several),
        tuple(merged[group.members] for group in several),
    )


def _without_taken(merged: Merged, ids: Mapping[str, int]) -> Merged:
    """Return a merged reference without aliases that are ids of other references."""
    custom = dict(merged.reference.custom)
    aliases = str(custom.get(ALIASES, "")).split(", ")
    free = [alias for alias in aliases if alias not in ids]
    if free == aliases:
        return merged
    pairs = [pair for pair in merged.reference.custom if pair[0] != ALIASES]
    pairs += [(ALIASES, ", ".join(free))] if free else []
    return evolve(merged, reference=merged.reference.changed(custom=pairs))


def _joined(
    groups: Sequence[DuplicateGroup], found: Iterable[DuplicateGroup]
) -> Iterator[DuplicateGroup]:
    """Yield groups, those that were found to be of one publication joined into one."""
    by_first = {one.members[0]: one for one in found}
    gone = {place for one in found for place in one.members[1:]}
    for place, group in enumerate(groups):
        if place in gone:
            continue
        if (one := by_first.get(place)) is None:
            yield group
            continue
        members = sorted(index for other in one.members for index in groups[other].members)
        least = min(one, *(groups[other] for other in one.members), key=lambda each: each.score)
        yield DuplicateGroup(tuple(members), least.reason or one.reason, least.score)
